"""What `archive trace` finds: copies, edits and loans with their passages, and nothing where reports only quote alike."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.archive.corpora import articles_in, edited, groups_in, links_in, newsroom, prose, row, traced, write

from copydesk.archive import ArchiveConfig, Columns


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the newsroom, traced."""
    path = tmp_path_factory.mktemp("newsroom")
    traced(write(path / "corpus", newsroom()), path / "links")
    return path / "links"


def test_copies_edits_and_loans_are_linked_and_quotes_are_not(found: Path) -> None:
    kinds = {pair: one["kind"] for pair, one in links_in(found).items()}
    assert kinds == {
        ("copy", "report"): "copy",
        ("edited", "report"): "edited",
        ("edited", "copy"): "edited",
        ("loan", "report"): "partial",
        ("loan", "copy"): "partial",
        ("loan", "edited"): "partial",
    }


def test_the_later_article_stands_first_and_shares_are_of_each_one(found: Path) -> None:
    links = links_in(found)
    loan = links["loan", "report"]
    assert loan["direction"] == "forward"
    assert loan["dependence"] == "unclear"
    assert loan["overlap"] == pytest.approx(45 / 165, abs=0.02)
    assert loan["overlap_earlier"] == pytest.approx(45 / 120, abs=0.02)
    assert links["copy", "report"]["dependence"] == "yes"


def test_passages_are_exact_spans_of_both_texts(found: Path) -> None:
    texts = {one["id"]: one["text"] for one in newsroom()}
    [passage] = links_in(found)["loan", "report"]["passages"]
    there = texts["loan"][passage["later_start"] : passage["later_end"]]
    here = texts["report"][passage["earlier_start"] : passage["earlier_end"]]
    assert there == here.rstrip(".")
    assert len(there.split()) == passage["words"] == 45


def test_whole_copies_are_one_group_and_a_loan_is_in_none(found: Path) -> None:
    [group] = groups_in(found)
    assert group["group"] == "report"
    assert sorted(group["articles"]) == ["copy", "edited", "report"]
    articles = articles_in(found)
    assert {name for name, one in articles.items() if one["group"] == "report"} == {"copy", "edited", "report"}
    assert articles["loan"]["group"] == "loan"
    assert articles["report"]["published"].isoformat() == "2024-04-02T00:00:00+00:00"
    assert articles["report"]["outlet"] == "lantern"


def test_an_outlets_boilerplate_and_legal_lines_link_nothing(tmp_path: Path) -> None:
    legal, footer = prose(7, 45), prose(8, 50)
    rows = [row(f"a{n}", f"{prose(200 + n)} {footer}", "Lantern") for n in range(20)]
    rows += [row(f"b{n}", f"{prose(300 + n)} {legal}", f"Paper {n}") for n in range(40)]
    rows += [row("again", f"{prose(200)} {footer}", "Post", 9), row("more", f"{prose(301)} {legal}", "Echo", 9)]
    traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    assert {pair: one["kind"] for pair, one in links_in(tmp_path / "links").items()} == {
        ("again", "a0"): "copy",
        ("more", "b1"): "copy",
    }


def test_a_story_that_one_outlet_has_many_times_is_no_boilerplate(tmp_path: Path) -> None:
    story = prose(6, 300)
    rows = [row(f"rev{n}", f"{story} {prose(40 + n, 12)}", "Wire", 1 + n) for n in range(7)]
    rows += [row(f"paper{n}", story, f"Paper {n}", 12 + n) for n in range(3)]
    rows += [row(f"other{n}", prose(800 + n), "Wire") for n in range(6)]
    traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    [group] = groups_in(tmp_path / "links")
    assert sorted(group["articles"]) == sorted([*(f"rev{n}" for n in range(7)), *(f"paper{n}" for n in range(3))])


def test_a_day_and_a_moment_in_it_leave_the_direction_open(tmp_path: Path) -> None:
    rows = [row("day", prose(1)), row("later", prose(1)) | {"published": "2024-04-01T06:00:00-08:00"}, row("next", prose(1), day=4)]
    traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    directions = {pair: one["direction"] for pair, one in links_in(tmp_path / "links").items()}
    assert directions == {("day", "later"): "unclear", ("next", "day"): "forward", ("next", "later"): "forward"}


def test_a_story_that_everybody_prints_is_one_group(tmp_path: Path) -> None:
    story = prose(5)
    rows = [row(f"print{n:03}", f"{prose(500 + n, 8)} {story}", f"Paper {n}") for n in range(120)]
    traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    assert [group["size"] for group in groups_in(tmp_path / "links")] == [120]


def test_texts_that_offer_little_are_unclear_or_said_to(tmp_path: Path) -> None:
    quote = f"“{prose(11, 60)}”"
    rows = [
        row("q1", quote, "Lantern"),
        row("q2", quote, "Post"),
        row("s1", "Ships leave the harbour again.", "Lantern"),
        row("s2", "Ships leave the harbour again.", "Post"),
        row("none", "…", "Echo"),
    ]
    traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    links = links_in(tmp_path / "links")
    assert {pair: (one["kind"], one["dependence"]) for pair, one in links.items()} == {
        ("q1", "q2"): ("copy", "unclear"),
        ("s1", "s2"): ("copy", "unclear"),
    }
    assert groups_in(tmp_path / "links") == []
    basis = {name: one["basis"] for name, one in articles_in(tmp_path / "links").items()}
    assert basis == {"q1": "only quotes", "q2": "only quotes", "s1": "too short", "s2": "too short", "none": "no words"}


def test_articles_without_time_or_with_an_impossible_one_have_no_direction(tmp_path: Path) -> None:
    rows = [row("b", prose(1)), row("a", prose(1)) | {"published": None}, row("c", prose(1)) | {"published": "9999-01-01"}]
    traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    assert {(pair, one["direction"]) for pair, one in links_in(tmp_path / "links").items()} == {
        (("b", "a"), "unclear"),
        (("b", "c"), "unclear"),
        (("a", "c"), "unclear"),
    }


def test_an_id_that_another_has_is_made_its_own(tmp_path: Path) -> None:
    rows = [row("same", prose(1), day=1), row("same", prose(1), day=2), row("same", prose(3), day=3), row("", prose(4))]
    run = traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    assert run.renamed == 2
    assert set(links_in(tmp_path / "links")) == {("same (2)", "same")}
    assert len(articles_in(tmp_path / "links")) == 4


def test_a_given_id_is_nobodys_else(tmp_path: Path) -> None:
    ids = ["a", "a", "a", "a (2)", "a (2)", "a (4)", "a (2) (2)", "a\n", "a\n", "a (x)", "b (2)", "a (2) ", ")", ")"]
    rows = [row(name, prose(at), day=1 + at) for at, name in enumerate(ids)]
    run = traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    named = articles_in(tmp_path / "links")
    assert len(named) == len(ids)
    assert set(named) == {*ids, "a (3)", "a (5)", "a (2) (3)", "a\n (2)", ") (2)"}
    assert run.renamed == 5
    assert named["a (3)"]["published"].day == 2


@given(st.lists(st.sampled_from(["a", "a (2)", "a (2) (2)", "a (3)", "b", "(2)", ""]), min_size=1, max_size=14))
@settings(max_examples=15, deadline=None)
def test_however_ids_repeat_each_article_has_its_own(tmp_path_factory: pytest.TempPathFactory, ids: list[str]) -> None:
    path = tmp_path_factory.mktemp("ids")
    rows = [row(name, prose(at, 12)) for at, name in enumerate(ids)]
    for part in range(2):
        write(path / "corpus", rows[part::2], f"{part}.jsonl")
    traced(path / "corpus", path / "links", config=ArchiveConfig(memory=300))
    assert len(articles_in(path / "links")) == len(ids)
    assert set(filter(None, ids)) <= set(articles_in(path / "links"))


def test_given_ids_do_not_hang_on_the_names_of_files(tmp_path: Path) -> None:
    rows = [row("same", prose(at, 30 + at), day=day) for at, day in enumerate((4, 2, 2, 9))]
    named = []
    for turn, names in enumerate(("abcd", "dbca")):
        for name, one in zip(names, rows, strict=True):
            write(tmp_path / f"corpus {turn}", [one], f"{name}.jsonl")
        traced(tmp_path / f"corpus {turn}", tmp_path / f"links {turn}")
        found = articles_in(tmp_path / f"links {turn}")
        named.append({name: (one["published"].day, one["words"]) for name, one in found.items()})
    assert named[0] == named[1] == {"same": (2, 31), "same (2)": (2, 32), "same (3)": (4, 30), "same (4)": (9, 33)}


def test_every_script_is_traced(tmp_path: Path) -> None:
    dice = random.Random(3)
    japanese, thai, arabic = (
        "".join(dice.choices(signs, k=200)) for signs in ("日本国首相訪米会談発表経済", "กขคงจฉชซญฐ", "ابتثجحخد ")
    )
    rows = [
        row(f"{name}{n}", text, f"Paper {n}", n) for n in (1, 2) for name, text in (("ja", japanese), ("th", thai), ("ar", arabic))
    ]
    traced(write(tmp_path / "corpus", rows), tmp_path / "links")
    assert {pair: one["kind"] for pair, one in links_in(tmp_path / "links").items()} == {
        (f"{name}2", f"{name}1"): "copy" for name in ("ja", "th", "ar")
    }


def test_columns_are_found_by_name_or_told(tmp_path: Path) -> None:
    rows = [{"key": "a", "story": prose(1)}, {"key": "b", "story": prose(1)}]
    config = ArchiveConfig(columns=Columns(text=("story",), id=("key",)))
    traced(write(tmp_path / "corpus", rows), tmp_path / "links", config=config)
    assert set(links_in(tmp_path / "links")) == {("a", "b")}


@given(st.permutations(range(17)), st.integers(0, 3))
@settings(max_examples=8, deadline=None)
def test_neither_order_nor_portions_change_what_is_found(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], files: int
) -> None:
    path = tmp_path_factory.mktemp("order")
    rows = [newsroom()[at] for at in order]
    for part in range(files + 1):
        write(path / "corpus", rows[part :: files + 1], f"{part}.jsonl")
    traced(path / "corpus", path / "links")
    kinds = {frozenset(pair): one["kind"] for pair, one in links_in(path / "links").items()}
    assert len(kinds) == 6
    assert kinds[frozenset(("edited", "report"))] == "edited"
    assert [sorted(one["articles"]) for one in groups_in(path / "links")] == [["copy", "edited", "report"]]


def test_adding_a_copy_joins_it_to_its_group_and_changes_no_other_link(tmp_path: Path) -> None:
    rows = [*newsroom(), row("again", edited(prose(1), 17), "Courier", 8)]
    traced(write(tmp_path / "one", newsroom()), tmp_path / "links one")
    traced(write(tmp_path / "two", rows), tmp_path / "links two")
    before, after = links_in(tmp_path / "links one"), links_in(tmp_path / "links two")
    assert {pair: one for pair, one in after.items() if "again" not in pair} == before
    assert sorted(groups_in(tmp_path / "links two")[0]["articles"]) == ["again", "copy", "edited", "report"]
