"""Who took from whom, as trees, words and curves."""

import re
from collections.abc import Mapping
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.render import dossiers, hostile

from copydesk.records import Change, ChangeAspect, Direction, ReuseLink
from copydesk.render import drawing
from copydesk.render.drawing import draw
from copydesk.render.lineage import Band, bands
from copydesk.render.shelf import shelve

SHELF = shelve(dossiers.articles(), dossiers.origins())


def told(found: tuple[Band, ...]) -> Mapping[str | None, str]:
    return {node.article_id: node.told for band in found for node in band.nodes}


def test_each_origin_is_a_band_with_its_root_first() -> None:
    found = bands(SHELF, dossiers.links())
    assert [[node.article_id for node in band.nodes] for band in found] == [["a1f0", "b2e1", "c3d2"], ["d4c3"], ["e5b4"], ["f6a5"]]
    assert [node.depth for node in found[0].nodes] == [0, 1, 1]


def test_every_article_is_told_in_a_sentence() -> None:
    sentences = told(bands(SHELF, dossiers.links()))
    assert sentences["b2e1"] == "A copy of Norrvik Wire."
    assert sentences["c3d2"] == "Mostly a rewrite of Norrvik Wire. What it adds is its own."
    assert sentences["d4c3"] == "Its own reporting, as far as the texts show."
    assert sentences["e5b4"] == "Its own reporting, as far as the texts show, but for one passage on the word of Radio Fjord."
    assert sentences["f6a5"].startswith("A press release")


def test_what_a_rewrite_did_is_counted_in_its_sentence() -> None:
    def change(aspect: ChangeAspect, detail: str = "") -> Change:
        return Change(what="altered", aspect=aspect, detail=detail)

    aspects: tuple[ChangeAspect, ...] = ("quote", "number", "attribution", "negation", "speaker", "fact")
    shortened = [change("quote", f"shortened from 9 to {n} words") for n in (4, 5)]
    others = [change(aspect) for aspect in aspects]
    made = (*shortened, *others, change("quotation", "stand without quotation marks"))
    links = [replace(link, sentences=(9, 14), changes=made) if link.kind == "edited" else link for link in dossiers.links()]
    assert told(bands(SHELF, links))["c3d2"] == (
        "Mostly a rewrite of Norrvik Wire: 9 of 14 sentences, two quotes shortened, one quote altered, one number changed, "
        "one attribution lost, one negation changed, one quote given to another speaker, "
        "one quote told as narration. What it adds is its own."
    )


def test_an_article_that_is_not_at_hand_is_drawn_above_those_that_rest_on_it() -> None:
    origin = replace(dossiers.origins()[0], kind="elsewhere", root_article_id="b2e1", credited="The Morning Bell")
    shelf = shelve(dossiers.articles()[1:], (origin, *dossiers.origins()[1:]))
    band = bands(shelf, ())[0]
    assert (band.name, band.nodes[0].article_id) == ("The Morning Bell", None)
    assert {node.article_id for node in band.nodes[1:]} == {"b2e1", "c3d2"}
    assert told((band,))["b2e1"] == "Rests on The Morning Bell."


def test_a_reprint_names_whose_report_it_carries() -> None:
    shelf = shelve(dossiers.articles(), (replace(dossiers.origins()[0], credited="The Morning Bell"), *dossiers.origins()[1:]))
    sentences = told(bands(shelf, dossiers.links()))
    assert sentences["a1f0"] == "Carries the reporting of The Morning Bell."
    assert sentences["b2e1"] == "A copy of Norrvik Wire, the report of The Morning Bell."


def test_links_without_dependence_draw_no_curve() -> None:
    drawn = draw(bands(SHELF, dossiers.links()), dossiers.links(), SHELF.names)
    assert sorted(curve.number or 0 for curve in drawn.curves) == [1, 2, 3]
    unclear = next(curve for curve in drawn.curves if curve.number == 3)
    assert not unclear.sure
    assert not unclear.head


def test_shares_of_the_text_are_known_by_place() -> None:
    rewrite = next(n for band in bands(SHELF, dossiers.links()) for n in band.nodes if n.article_id == "c3d2")
    assert [part.own for part in rewrite.parts] == [False, True]
    assert all(part.start >= 0 and part.start + part.length <= 1000 for part in rewrite.parts)


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"), st.booleans()), max_size=12))
def test_any_web_of_links_becomes_a_drawing_in_which_everybody_stands_once(pairs: list[tuple[str, str, bool]]) -> None:
    ids = dict(zip("abcdef", dossiers.TEXTS, strict=True))
    links = tuple(_link(ids[a], ids[b], directed) for a, b, directed in pairs if a != b)
    articles = tuple(replace(article, main_origin_id="o1") for article in dossiers.articles())
    shelf = shelve(articles, dossiers.origins())
    found = bands(shelf, links)
    assert sorted(node.article_id or "" for band in found for node in band.nodes) == sorted(ids.values())
    drawn = draw(found, links, shelf.names)
    assert len(drawn.dots) == len(ids)
    assert all(dot.y < drawn.height and dot.x < drawn.width for dot in drawn.dots)


def test_three_hundred_copies_stay_one_band() -> None:
    dossier = hostile.large()
    shelf = shelve(dossier.articles, dossier.origins)
    found = bands(shelf, dossier.links)
    assert [len(band.nodes) for band in found] == [300]
    assert draw(found, dossier.links, shelf.names).width < 90


def test_the_style_sheet_gives_rows_the_heights_the_drawing_counts_on() -> None:
    css = (files("copydesk.render") / "templates" / "page.css").read_text()
    row = re.search(r"\.row \{ --lines: 0; height: calc\(([\d.]+)rem \+ var\(--lines\) \* ([\d.]+)rem\)", css)
    head = re.search(r"\.origin \{ height: ([\d.]+)rem", css)
    gap = re.search(r"\.band \{ padding-bottom: ([\d.]+)rem", css)
    assert row
    assert head
    assert gap
    heights = [16 * float(x) for x in (head[1], row[1], row[2], gap[1])]
    assert heights == [drawing.HEAD, drawing.ROW, drawing.TAKING, drawing.GAP]


def _link(later: str, earlier: str, directed: bool) -> ReuseLink:  # noqa: FBT001 -- drawn by hypothesis
    direction: Direction = "forward" if directed else "unclear"
    return ReuseLink(
        articles=(later, earlier), kind="edited", dependence="yes", direction=direction, overlap=0.5, passages=(), evidence=("x",)
    )
