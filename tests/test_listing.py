"""The claims of a pile, as somebody asks for them: every filter gives some of all, and nothing in a list is made up."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import copydesk
from copydesk import Wanted
from copydesk.errors import UsageError
from copydesk.records import ClaimsOutput, ListedClaim
from copydesk.seeking import not_before

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"
PILE = {
    "wire.txt": "VELMORA - Two people died and nine were injured on Tuesday when a tram left the rails near the old mill bridge, "
    "police said.\n\nThe driver, Marek Dunn, told officers that the brakes had failed on the hill.\n\n"
    "The repair of the line may cost 4 million crowns, two officials said.",
    "post.txt": "Two people were killed in Velmora on Tuesday when a tram derailed near the old mill bridge. Twelve people were "
    "injured.\n\n“We are looking at every part of that tram,” said Lena Orvik, who heads the transport authority.\n\n"
    "The line will reopen on Friday, the prime minister, Piet García, said.",
}
FILTERS = (
    Wanted(single_origin=True),
    Wanted(min_origins=2),
    Wanted(differing=True),
    Wanted(unnamed=True),
    Wanted(new=True),
    Wanted(since="2026-03-05"),
    Wanted(kinds=("expectation", "opinion")),
    Wanted(speaker="Trolle"),
    Wanted(about="harbour radar"),
)


@pytest.fixture(scope="module")
def harbour() -> ClaimsOutput:
    return copydesk.claims([EXAMPLE])


@pytest.fixture(scope="module")
def tram(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("tram"), PILE)


def written(folder: Path, texts: Mapping[str, str]) -> Path:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def rows(output: ClaimsOutput) -> dict[tuple[int, str], ListedClaim]:
    return {(story.story.number, claim.id): claim for story in output.stories for claim in story.claims}


def texts(output: ClaimsOutput) -> list[str]:
    return [claim.text for story in output.stories for claim in story.claims]


@pytest.mark.parametrize("wanted", FILTERS, ids=repr)
def test_a_filter_gives_some_of_all_claims_unchanged(wanted: Wanted, harbour: ClaimsOutput) -> None:
    found, every = rows(copydesk.claims([EXAMPLE], wanted=wanted)), rows(harbour)
    assert 0 < len(found) < len(every) or wanted.new
    assert found.items() <= every.items()


def test_filters_mean_what_they_say(harbour: ClaimsOutput) -> None:
    every = rows(harbour)
    alone = rows(copydesk.claims([EXAMPLE], wanted=Wanted(single_origin=True)))
    shared = rows(copydesk.claims([EXAMPLE], wanted=Wanted(min_origins=2)))
    assert {key for key, claim in every.items() if claim.independent.high <= 1} == set(alone)
    assert {key for key, claim in every.items() if claim.independent.low >= 2} == set(shared)
    sides = {(s.story.number, side.claim_id) for s in harbour.stories for d in s.differences for side in d.sides}
    assert set(rows(copydesk.claims([EXAMPLE], wanted=Wanted(differing=True)))) == sides


def test_what_a_claim_differs_from_is_a_claim_that_differs_from_it(harbour: ClaimsOutput) -> None:
    for story in harbour.stories:
        by_id = {claim.id: claim for claim in story.claims}
        for claim in story.claims:
            for differing in claim.differs:
                assert all(claim.id in [i for d in by_id[other].differs for i in d.claim_ids] for other in differing.claim_ids)


def test_every_passage_stands_in_its_article_and_every_outlet_published_one(harbour: ClaimsOutput) -> None:
    whole = copydesk.story([EXAMPLE])
    bodies = {a.id: a.text for d in whole.dossiers for a in d.articles}
    for story in harbour.stories:
        names = {a.id: a.outlet or a.location for a in story.story.articles}
        for claim in story.claims:
            assert all(bodies[p.article_id][p.start : p.end] == p.text for p in claim.passages)
            assert set(claim.outlets) == {names[p.article_id] for p in claim.passages}


def test_a_list_has_the_claims_of_the_story(harbour: ClaimsOutput) -> None:
    whole = copydesk.story([EXAMPLE])
    for dossier, story in zip(whole.dossiers, harbour.stories, strict=True):
        assert dossier.story.id == story.story.id
        assert [c.id for c in dossier.claims] == [c.id for c in story.claims]
        assert (dossier.differences, dossier.unnamed, dossier.unanswered) == (story.differences, story.unnamed, story.unanswered)
        first = {name: getattr(story.claims[0], name) for name in dossier.claims[0].__struct_fields__}
        assert type(dossier.claims[0])(**first) == dossier.claims[0]


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(sorted(EXAMPLE.iterdir())))
def test_the_order_of_the_files_changes_nothing(harbour: ClaimsOutput, files: list[Path]) -> None:
    assert copydesk.claims(files) == harbour


def test_a_copy_of_an_article_adds_no_support(tram: Path, tmp_path: Path) -> None:
    copied = written(tmp_path, {**PILE, "copy.txt": PILE["wire.txt"] + "\n"})
    before = {claim.text: claim.independent for claim in rows(copydesk.claims([tram])).values()}
    after = {claim.text: claim.independent for claim in rows(copydesk.claims([copied])).values()}
    for text, independent in before.items():
        assert after[text].low <= independent.low
        assert after[text].high <= independent.high


@pytest.mark.parametrize(
    ("speaker", "words"),
    [
        ("Orvik", ["We are looking"]),
        ("lena orvik", ["We are looking"]),
        ("Garcia", ["The line will reopen"]),
        ("Piet García", ["The line will reopen"]),
        ("prime minister", ["The line will reopen"]),
        ("officials", ["The repair of the line"]),
        ("transport", []),
        ("Nobody Known", []),
    ],
)
def test_who_said_it_is_found_by_name_last_name_or_office(speaker: str, words: list[str], tram: Path) -> None:
    found = texts(copydesk.claims([tram], wanted=Wanted(speaker=speaker)))
    assert len(found) == len(words), found
    assert all(word in text for word, text in zip(words, found, strict=True))


@pytest.mark.parametrize(
    ("about", "first"),
    [
        ("repair costs", "The repair of the line may cost"),
        ("the dead", "Two people"),
        ("reopening of the line", "The line will reopen"),
        ("Marek Dunn", "The driver, Marek Dunn"),
        ("brake failure", "The driver, Marek Dunn"),
    ],
)
def test_a_subject_is_found_by_words_synonyms_and_names(about: str, first: str, tram: Path) -> None:
    found = texts(copydesk.claims([tram], wanted=Wanted(about=about)))
    assert found
    assert found[0].startswith(first), found


def test_the_story_that_answers_best_to_a_subject_is_first(harbour: ClaimsOutput) -> None:
    found = copydesk.claims([EXAMPLE], wanted=Wanted(about="wolves in the hills"))
    assert "wolves" in found.stories[0].claims[0].text
    assert found.stories[0].story.number > 1
    assert [story.story.number for story in harbour.stories] == [1, 2, 3]


def test_what_another_article_says_of_the_same_claim_is_looked_at_too() -> None:
    found = texts(copydesk.claims([EXAMPLE], wanted=Wanted(about="radar")))
    assert "radar" in found[0]
    assert any("12 million crowns" in text and "radar" not in text for text in found)


@pytest.mark.parametrize("about", ["aubergines", "", "of the"])
def test_a_subject_that_nobody_speaks_of_has_no_claim(about: str, tram: Path) -> None:
    assert copydesk.claims([tram], wanted=Wanted(about=about)).stories == ()


def test_one_story_is_named_by_its_number_or_its_id(harbour: ClaimsOutput) -> None:
    for story in harbour.stories:
        assert copydesk.claims([EXAMPLE], wanted=Wanted(story=str(story.story.number))).stories == (story,)
        assert copydesk.claims([EXAMPLE], wanted=Wanted(story=story.story.id)).stories == (story,)
    with pytest.raises(UsageError, match=f"from 1 to {len(harbour.stories)}"):
        copydesk.claims([EXAMPLE], wanted=Wanted(story="99"))


def test_what_was_told_since_a_time_was_told_then_or_later(harbour: ClaimsOutput) -> None:
    found = rows(copydesk.claims([EXAMPLE], wanted=Wanted(since="2026-03-05")))
    assert found
    assert all(claim.first_seen is not None and claim.first_seen.when >= "2026-03-05" for claim in found.values())


@pytest.mark.parametrize(
    ("when", "since", "held"),
    [
        ("2026-03-05", "2026-03-05", True),
        ("2026-03-04", "2026-03-05", False),
        ("2026-03-05", "2026-03-05T18:00", True),
        ("2026-03-05T17:59", "2026-03-05T18:00", False),
        ("2026-03-05T19:30:00+02:00", "2026-03-05T18:00:00+00:00", False),
        ("2026-03-05T16:30:00-02:00", "2026-03-05T18:00:00+00:00", True),
        ("2026", "2026-03-05", True),
    ],
)
def test_times_are_held_against_each_other_as_far_as_they_are_known(when: str, since: str, held: bool) -> None:  # noqa: FBT001
    assert not_before(when, since) is held


def test_a_list_says_what_it_was_made_from_without_a_writer(harbour: ClaimsOutput) -> None:
    assert harbour.run.writer == "none"
    assert harbour.run.inputs
    assert [one.reason for one in harbour.skipped] == ["broken"]


def test_the_schema_holds_real_output(harbour: ClaimsOutput) -> None:
    encoded = copydesk.rendered(harbour, "json")
    assert isinstance(encoded, bytes)
    assert msgspec.json.decode(encoded, type=ClaimsOutput) == harbour
    schema = copydesk.schema("claims")
    fits(json.loads(encoded), schema, schema)
    for broken in ({"stories": "none"}, {"skipped": None}, {"schema": "1"}):
        with pytest.raises(AssertionError):
            fits({**json.loads(encoded), **broken}, schema, schema)


def fits(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> None:  # noqa: ANN401 -- any JSON
    """Hold a JSON value against the part of JSON Schema that our schemas use."""
    if "$ref" in schema:
        fits(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole)
    elif "anyOf" in schema:
        assert any(holds(value, option, whole) for option in schema["anyOf"]), value
    elif "enum" in schema:
        assert value in schema["enum"]
    elif schema["type"] == "object":
        assert isinstance(value, dict)
        assert set(schema.get("required", ())) <= value.keys() <= schema["properties"].keys()
        for key, inner in value.items():
            fits(inner, schema["properties"][key], whole)
    elif schema["type"] == "array":
        assert isinstance(value, list)
        for inner in value:
            fits(inner, schema["items"], whole)
    else:
        kinds = {"string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "null": (type(None),)}
        assert isinstance(value, kinds[schema["type"]]), (value, schema)


def holds(value: Any, schema: Mapping[str, Any], whole: Mapping[str, Any]) -> bool:  # noqa: ANN401 -- any JSON
    """Return whether a JSON value fits."""
    try:
        fits(value, schema, whole)
    except AssertionError:
        return False
    return True


def test_a_story_in_which_nothing_was_asked_for_is_left_out(harbour: ClaimsOutput) -> None:
    found = copydesk.claims([EXAMPLE], wanted=Wanted(speaker="Trolle"))
    assert 0 < len(found.stories) < len(harbour.stories)
    assert all(story.claims for story in found.stories)
