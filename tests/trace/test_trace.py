"""What a user relies on: who took from whom, how many are independent, and where every sentence comes from."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.trace.articles import (
    EDITED,
    HEARING,
    HEARING_ASKED,
    HEARING_ELSEWHERE,
    HEARING_RETOLD,
    HEARING_TOO,
    INDEPENDENT,
    LETTER,
    LETTER_ELSEWHERE,
    LETTER_RETOLD,
    OTHER_EVENT,
    REPORT,
    marked,
)

from copydesk.records import Hints, Lineage, Marked, ReuseLink
from copydesk.trace import trace
from copydesk.trace.config import TraceConfig
from copydesk.trace.credits import crediting
from copydesk.trace.credits import listed as listed_in
from copydesk.trace.outlets import Outlets

CONFIG = TraceConfig()


def link(lineage: Lineage, a: str, b: str) -> ReuseLink:
    return next(one for one in lineage.links if set(one.articles) == {a, b})


def high(lineage: Lineage) -> int:
    return lineage.independent(lineage.main_origins.values()).high


def low(lineage: Lineage) -> int:
    return lineage.independent(lineage.main_origins.values()).low


def origin_texts(lineage: Lineage, origin_id: str) -> str:
    return " ".join(p.text for origin in lineage.origins if origin.id == origin_id for p in origin.passages)


def test_nothing_gives_nothing() -> None:
    assert trace((), CONFIG) == Lineage(links=(), origins=(), main_origins={})


def test_an_article_alone_is_one_origin_with_a_reason() -> None:
    lineage = trace([marked("a", REPORT)], CONFIG)
    assert lineage.main_origins == {"a": "o-a"}
    assert lineage.origins[0].kind == "reporting"
    assert lineage.origins[0].evidence


def test_an_edited_version_is_found_and_its_own_fact_stays_its_own() -> None:
    lineage = trace([marked("a", REPORT), marked("b", EDITED)], CONFIG)
    found = link(lineage, "a", "b")
    assert (found.articles, found.kind, found.dependence, found.direction) == (("b", "a"), "edited", "yes", "forward")
    assert lineage.main_origins == {"a": "o-a", "b": "o-a"}
    assert "concert" in origin_texts(lineage, "o-b-own")
    assert "concert" not in origin_texts(lineage, "o-a")
    assert any("same order" in reason for reason in found.evidence)
    assert any("rare phrase" in reason for reason in found.evidence)


def test_a_copy_is_a_copy_and_later_times_say_which() -> None:
    first, second = marked("a", REPORT, published="2031-05-04T09:00+00:00"), marked("b", REPORT, published="2031-05-04T08:00+00:00")
    found = link(trace([first, second], CONFIG), "a", "b")
    assert (found.articles, found.kind, found.overlap) == (("a", "b"), "copy", 1.0)


AT_THE_PODIUM = (
    "“Nobody in this town will sleep in a hall for one night longer than the pumps need,” the mayor told a press conference."
)


def test_shared_quoted_words_are_no_evidence() -> None:
    lineage = trace([marked("a", f"{REPORT}\n{AT_THE_PODIUM}"), marked("c", f"{INDEPENDENT}\n{AT_THE_PODIUM}")], CONFIG)
    assert high(lineage) == low(lineage) == 2
    found = link(lineage, "a", "c")
    assert found.dependence == "no"
    assert {reuse.kind for reuse in found.passages} == {"quoted"}
    shared = [(reuse.later.text, reuse.earlier.text) for reuse in found.passages]
    assert len(shared) == 2
    assert all(later == earlier for later, earlier in shared)


def test_one_short_quote_in_both_is_not_worth_a_word() -> None:
    assert trace([marked("a", REPORT), marked("c", INDEPENDENT)], CONFIG).links == ()


def test_what_is_alike_and_independent_is_told_once_for_two_origins() -> None:
    pile = [marked("a", f"{REPORT}\n{AT_THE_PODIUM}"), marked("b", f"{REPORT}\n{AT_THE_PODIUM}")]
    lineage = trace([*pile, marked("c", f"{INDEPENDENT}\n{AT_THE_PODIUM}")], CONFIG)
    assert sorted(one.dependence for one in lineage.links) == ["no", "yes"]


@pytest.mark.parametrize("kept", [slice(0, 6), slice(2, 8)])
def test_a_rewrite_of_six_sentences_needs_no_credit(kept: slice) -> None:
    rewrite = "\n".join(HEARING_RETOLD.split("\n")[kept])
    lineage = trace([marked("a", HEARING), marked("b", rewrite), marked("c", HEARING_ELSEWHERE)], CONFIG)
    assert link(lineage, "a", "b").dependence == "yes"
    assert low(lineage) == high(lineage) == 2


def test_reports_that_quote_one_release_are_independent_and_the_release_is_one() -> None:
    release = marked("r", f"{HEARING}\n{AT_THE_PODIUM}", genre="release")
    reports = [marked("a", f"{INDEPENDENT}\n{AT_THE_PODIUM}"), marked("c", f"{HEARING_ELSEWHERE}\n{AT_THE_PODIUM}")]
    lineage = trace([release, *reports, marked("d", HEARING)], CONFIG)
    assert lineage.main_origins == {"a": "o-a", "c": "o-c", "r": "o-r", "d": "o-r"}
    assert next(one.kind for one in lineage.origins if one.id == "o-r") == "release"


def test_reasons_count_what_the_passages_show() -> None:
    found = link(trace([marked("a", REPORT), marked("b", EDITED)], CONFIG), "a", "b")
    sentences = [reuse for reuse in found.passages if reuse.kind != "quoted"]
    assert any(reason.startswith(f"{len(sentences)} sentences matched") for reason in found.evidence)
    assert f"{len(sentences)} of them in the same order" in found.evidence


def test_a_few_borrowed_sentences_take_their_origin_with_them_and_chain_nothing() -> None:
    loan = "\n".join(REPORT.split("\n")[1:3])
    borrower = marked("c", f"{INDEPENDENT}\n{loan}", published="2031-05-05T09:00+00:00")
    lineage = trace([marked("a", REPORT, published="2031-05-04T09:00+00:00"), borrower], CONFIG)
    found = link(lineage, "a", "c")
    assert (found.kind, found.dependence) == ("partial", "yes")
    assert lineage.main_origins == {"a": "o-a", "c": "o-c"}
    assert "muskrat tunnels" not in origin_texts(lineage, "o-c")
    assert origin_texts(lineage, "o-a").count("muskrat tunnels") == 2
    assert (low(lineage), high(lineage)) == (1, 2), "two reports, of which one rests on the other in part"


def test_an_uncredited_retelling_in_other_words_is_found_by_its_facts_and_their_order() -> None:
    lineage = trace([marked("a", HEARING), marked("b", HEARING_RETOLD)], CONFIG)
    found = link(lineage, "a", "b")
    assert (found.kind, found.dependence) == ("edited", "yes")
    assert "tells nearly the same facts in the same order from beginning to end" in found.evidence
    assert found.overlap < 0.1, "hardly a run of words is left, else this test would not look at the facts"
    assert high(lineage) == 1


def test_a_rewrite_of_a_report_without_numbers_is_found_and_another_reporter_is_not_one() -> None:
    lineage = trace([marked("a", LETTER), marked("b", LETTER_RETOLD), marked("c", LETTER_ELSEWHERE)], CONFIG)
    assert (link(lineage, "a", "b").kind, link(lineage, "a", "b").dependence) == ("edited", "yes")
    assert low(lineage) == high(lineage) == 2


def test_questions_and_answers_made_of_a_report_are_a_rewrite_of_it() -> None:
    lineage = trace([marked("a", HEARING), marked("b", HEARING_ASKED), marked("c", HEARING_ELSEWHERE)], CONFIG)
    assert (link(lineage, "a", "b").kind, link(lineage, "a", "b").dependence) == ("edited", "yes")
    assert low(lineage) == high(lineage) == 2


def test_two_reporters_of_one_meeting_are_two_though_they_tell_the_same_facts() -> None:
    lineage = trace([marked("a", HEARING), marked("b", HEARING_TOO)], CONFIG)
    assert low(lineage) == high(lineage) == 2


def test_another_report_of_the_same_hearing_with_some_of_its_facts_is_independent() -> None:
    lineage = trace([marked("a", HEARING), marked("c", HEARING_ELSEWHERE)], CONFIG)
    assert (low(lineage), high(lineage)) == (2, 2)


def test_passages_are_the_text_they_claim() -> None:
    articles = [marked("a", REPORT), marked("b", EDITED), marked("c", INDEPENDENT)]
    texts = {one.article.id: one.article.text for one in articles}
    lineage = trace(articles, CONFIG)
    passages = [p for origin in lineage.origins for p in origin.passages]
    passages += [p for one in lineage.links for reuse in one.passages for p in (reuse.later, reuse.earlier)]
    assert all(texts[p.article_id][p.start : p.end] == p.text != "" for p in passages)


LED = """\
Homes in Oldhaven are flooded and the coastal railway is cut since the river broke its dyke, the Oldhaven Courier reported.
Muskrat tunnels had weakened the clay, about which engineers warned the board months ago.
Farmers upstream have begun to bring their cattle to higher ground.
Soldiers with pumps are in the town to meet a second crest.
“Flour will cost more by the summer,” said the baker Ilse Brandt."""


class TestCredits:
    def test_a_credited_text_names_its_origin_though_that_article_is_not_at_hand(self) -> None:
        text = REPORT.replace(", officials said.", ", the Maren Courier reported.")
        text = text.replace("Insurers put", "According to the report, insurers put")
        told = [("the Maren Courier reported", "Maren Courier", "fact"), ("According to the report", "Maren Courier", "fact")]
        lineage = trace([marked("a", text.replace("“", "").replace("”", ""), credited=told)], CONFIG)  # type: ignore[arg-type]
        main = next(origin for origin in lineage.origins if origin.id == lineage.main_origins["a"])
        assert (main.kind, main.credited, main.root_article_id) == ("elsewhere", "Maren Courier", None)
        assert "last raised in 1974" in origin_texts(lineage, "o-a-own"), "what stands behind the last reference is its own"

    def test_two_articles_that_reprint_one_outlet_are_one_origin(self) -> None:
        first = marked("a", f"{REPORT}\nSource: Maren Courier", credited=[("Source: Maren Courier", "Maren Courier", "article")])
        second = marked("b", INDEPENDENT, outlet="The Maren Courier")
        lineage = trace([first, second, marked("d", OTHER_EVENT, outlet="Maren Courier")], CONFIG)
        assert lineage.main_origins["a"] == lineage.main_origins["b"] != lineage.main_origins["d"]
        assert link(lineage, "a", "b").kind == "credited"

    def test_a_credited_fact_rests_on_the_outlet_and_merges_nothing_else(self) -> None:
        text = INDEPENDENT.replace("a week earlier.", "a week earlier, the Maren Courier reported.")
        fact = [("the Maren Courier reported", "Maren Courier", "fact")]
        lineage = trace([marked("a", REPORT), marked("c", text, credited=fact)], CONFIG)  # type: ignore[arg-type]
        away = next(origin for origin in lineage.origins if origin.kind == "elsewhere")
        assert away.credited == "Maren Courier"
        assert [p.text for p in away.passages] == [next(line for line in text.split("\n") if "siren, three" in line)]
        assert lineage.main_origins == {"a": "o-a", "c": "o-c"}

    def test_of_a_list_of_outlets_each_is_credited(self) -> None:
        text = INDEPENDENT.replace("a week earlier.", "a week earlier, the Maren Courier, Radio Steen and the Dyke Post reported.")
        listed = [("Maren Courier", "Maren Courier", "mention"), ("Radio Steen", "Radio Steen", "mention")]
        given = [*listed, ("Dyke Post reported", "Dyke Post", "fact")]
        one = marked("c", text, credited=given)  # type: ignore[arg-type]
        rests = crediting(one, one.marks.credits, Outlets(name for _, name, _ in given))
        assert set(rests.rests) == set(), "it lets others speak, and leads with none of them"
        assert [mark.scope for mark in listed_in(text, one.marks.credits)] == ["fact"] * 3

    def test_a_credit_in_the_lead_and_most_sentences_there_make_one_origin(self) -> None:
        told = [("the Oldhaven Courier reported", "Oldhaven Courier", "fact")]
        dated = {"a": "2031-05-04T09:00+00:00", "b": "2031-05-05T09:00+00:00"}
        retelling = marked("b", LED, credited=told, published=dated["b"])  # type: ignore[arg-type]
        lineage = trace([marked("a", REPORT, outlet="Oldhaven Courier", published=dated["a"]), retelling], CONFIG)
        assert lineage.main_origins == {"a": "o-a", "b": "o-a"}
        assert "Flour" in origin_texts(lineage, "o-b-own")
        uncredited = trace([marked("a", REPORT, published=dated["a"]), marked("b", LED, published=dated["b"])], CONFIG)
        assert high(uncredited) == 2, "else this test would not look at the credit"

    @pytest.mark.parametrize(("speaker", "rests"), [("e1", 1), ("e2", 0)])
    def test_who_spoke_to_the_credited_outlet_is_no_voice_of_the_articles_own(self, speaker: str, rests: int) -> None:
        text = "“The alarm was silent,” the warden Ada Brook told the Maren Courier.\n“Nobody had tried it,” Brook added."
        one = marked("c", text, credited=[("told the Maren Courier", "Maren Courier", "fact")])
        first, second = one.marks.quotes
        spoken = (replace(first, entity="e1", known="named"), replace(second, entity=speaker, known="named"))
        one = replace(one, marks=replace(one.marks, quotes=spoken))
        assert len(crediting(one, one.marks.credits, Outlets(["Maren Courier"])).rests) == rests

    def test_a_mention_is_nothing(self) -> None:
        with_mention = marked("c", INDEPENDENT, credited=[("Oldhaven", "Oldhaven", "mention")])
        assert trace([with_mention], CONFIG) == trace([marked("c", INDEPENDENT)], CONFIG)

    def test_a_short_name_joins_the_full_one(self) -> None:
        text = INDEPENDENT.replace("on Sunday morning.", "on Sunday morning, the Maren Courier reported.")
        text = text.replace("a week earlier.", "a week earlier, the Courier said.").replace("“", "").replace("”", "")
        told = [("the Maren Courier reported", "the Maren Courier", "fact"), ("the Courier said", "the Courier", "fact")]
        retelling = marked("b", text, outlet="Floodwatch", credited=told)  # type: ignore[arg-type]
        lineage = trace([marked("a", REPORT, outlet="The Maren Courier"), retelling], CONFIG)
        assert lineage.main_origins == {"a": "o-a", "b": "o-a"}
        assert high(lineage) == 1
        assert not any(origin.kind == "elsewhere" for origin in lineage.origins)

    def test_the_article_of_the_credited_outlet_is_the_root_and_the_rest_comes_from_it(self) -> None:
        longer = f"{REPORT}\nThe embankment had been mown and measured every spring by two brothers from the mill."
        reprint = f"{EDITED}\nSource: Maren Courier"
        articles = [
            marked("a", longer),
            marked("b", reprint, credited=[("Source: Maren Courier", "Maren Courier", "article")]),
            marked("c", REPORT, outlet="The Maren Courier"),
        ]
        lineage = trace(articles, CONFIG)
        main = next(origin for origin in lineage.origins if origin.id == lineage.main_origins["a"])
        assert (main.id, main.root_article_id) == ("o-c", "c")
        for other in "ab":
            found = link(lineage, other, "c")
            assert (found.articles, found.direction) == ((other, "c"), "forward")
        assert any("others credit The Maren Courier" in reason for reason in link(lineage, "a", "c").evidence)

    def test_times_stand_above_what_others_credit(self) -> None:
        articles = [
            marked("a", REPORT, published="2031-05-04T08:00+00:00"),
            marked("b", EDITED, credited=[("Engineers", "Maren Courier", "article")]),
            marked("c", REPORT, outlet="Maren Courier", published="2031-05-05T08:00+00:00"),
        ]
        assert link(trace(articles, CONFIG), "a", "c").articles == ("c", "a")

    def test_an_agency_that_signs_with_its_initials_credits_nobody_and_is_shown_in_full(self) -> None:
        told = [("(MNA)", "MNA", "article")]
        articles = [
            marked("a", f"OLDHAVEN (MNA) — {EDITED}", outlet="Steen Courier", credited=told),  # type: ignore[arg-type]
            marked("c", f"OLDHAVEN (MNA) — {REPORT}", outlet="Maren News Agency", credited=told),  # type: ignore[arg-type]
        ]
        (origin,) = (one for one in trace(articles, CONFIG).origins if one.kind == "agency")
        assert (origin.root_article_id, origin.credited) == ("c", "Maren News Agency")
        assert any("Steen Courier credits its text to Maren News Agency" in reason for reason in origin.evidence)
        alone = trace(articles[1:], CONFIG).origins
        assert [(one.kind, one.credited) for one in alone] == [("agency", "Maren News Agency")]
        assert not any("credits" in reason and "MNA" in reason for one in alone for reason in one.evidence)

    def test_who_takes_a_wires_text_drops_its_name_and_is_the_later(self) -> None:
        told = [("(MNA)", "MNA", "article")]
        wire = marked("b", f"OLDHAVEN (MNA) — {REPORT}", outlet="Maren News Agency", credited=told)  # type: ignore[arg-type]
        longer = f"{REPORT}\nThe embankment had been mown and measured every spring by two brothers from the mill."
        lineage = trace([wire, marked("a", longer)], CONFIG)
        assert (link(lineage, "a", "b").articles, link(lineage, "a", "b").direction) == (("a", "b"), "forward")
        assert next(origin for origin in lineage.origins if origin.kind == "agency").root_article_id == "b"

    def test_one_outlet_credited_for_two_facts_makes_two_articles_no_one(self) -> None:
        flour = "Flour will be dear by the summer, the Maren Courier reported.\n" + "\n".join(HEARING_ELSEWHERE.split("\n")[2:])
        siren = "No siren was heard in Quay Street, the Maren Courier reported.\n" + "\n".join(INDEPENDENT.split("\n")[:2])
        told = [("the Maren Courier reported", "Maren Courier", "fact")]
        pair = [marked("a", siren, credited=told), marked("b", flour, credited=told)]  # type: ignore[arg-type]
        assert all(one.dependence != "yes" for one in trace(pair, CONFIG).links)

    def test_two_texts_under_one_agency_may_be_one(self) -> None:
        articles = [
            marked(name, f"OLDHAVEN (AP) — {text}", credited=[("(AP)", "AP", "article")])
            for name, text in (("a", REPORT), ("c", INDEPENDENT))
        ]
        lineage = trace(articles, CONFIG)
        assert (low(lineage), high(lineage)) == (1, 2)
        assert {origin.kind for origin in lineage.origins} == {"agency"}

    def test_one_owner_makes_dependence_possible_and_no_more(self) -> None:
        lineage = trace([marked("a", REPORT, owner="Dune Media"), marked("c", INDEPENDENT, owner="Dune Media")], CONFIG)
        assert (low(lineage), high(lineage)) == (1, 2)


def test_a_reprinted_release_is_an_origin_of_its_own_kind() -> None:
    lineage = trace([marked("r", REPORT, genre="release"), marked("b", EDITED)], CONFIG)
    main = next(origin for origin in lineage.origins if origin.id == lineage.main_origins["b"])
    assert (main.kind, main.root_article_id) == ("release", "r")


class TestStatements:
    def test_same_as_joins_and_says_who_stated_it(self) -> None:
        hints = Hints(same_as=("c.txt",), by="Jo")
        lineage = trace([marked("a", REPORT, hints=hints), marked("c", INDEPENDENT)], CONFIG)
        assert high(lineage) == 1
        assert any("stated by Jo" in reason for reason in link(lineage, "a", "c").evidence)

    def test_independent_of_stands_above_the_words(self) -> None:
        hints = Hints(independent_of=("pile/a.txt",))
        lineage = trace([marked("a", REPORT), marked("b", EDITED, hints=hints)], CONFIG)
        assert high(lineage) == 2
        assert link(lineage, "a", "b").dependence == "no"


def test_an_outlets_own_boilerplate_makes_no_link() -> None:
    footer = (
        "\nThe Oldhaven Gazette is read in eleven river towns and prints every letter that is signed with a full name.\n"
        "Readers who saw something the editors missed are invited to the Thursday coffee table in the former customs house.\n"
        "Corrections are printed on page two, however small they are and whoever asked for them."
    )
    parts = {"a": REPORT, "c": INDEPENDENT, "d": OTHER_EVENT}
    lineage = trace([marked(name, text + footer, outlet="Oldhaven Gazette") for name, text in parts.items()], CONFIG)
    assert all(one.dependence != "yes" for one in lineage.links)


def test_a_big_wire_story_is_joined_whole() -> None:
    copies = [
        marked(f"w{n:02}", f"{REPORT}\nCopy number {n} was printed in the town of {'abcdefgh'[n % 8]}burg.") for n in range(40)
    ]
    lineage = trace([*copies, marked("d", OTHER_EVENT)], CONFIG)
    assert high(lineage) == 2


def test_a_lineage_is_parted_by_stories() -> None:
    lineage = trace([marked("a", REPORT), marked("b", EDITED), marked("c", INDEPENDENT), marked("d", OTHER_EVENT)], CONFIG)
    flood, concert = lineage.parted([("a", "b", "c"), ("d",)])
    assert (flood, concert) == (lineage.within("abc"), lineage.within("d"))
    assert flood.links == lineage.links
    assert sorted(o.id for o in (*flood.origins, *concert.origins)) == [o.id for o in lineage.origins]
    assert set(concert.main_origins) == {"d"}
    assert {p.article_id for o in concert.origins for p in o.passages} == {"d"}


PILE = (marked("a", REPORT), marked("b", EDITED), marked("c", INDEPENDENT), marked("d", OTHER_EVENT))


def test_the_order_of_articles_changes_nothing() -> None:
    results = {repr(trace(order, CONFIG)) for order in permutations(PILE)}
    assert len(results) == 1


@pytest.mark.parametrize("copied", range(4))
def test_one_copy_more_raises_neither_end(copied: int) -> None:
    before = trace(PILE, CONFIG)
    again = replace(PILE[copied], article=replace(PILE[copied].article, id="z", location="z.txt", outlet="Elsewhere Post"))
    after = trace([*PILE, again], CONFIG)
    assert low(after) <= low(before)
    assert high(after) <= high(before)


LINES = [
    *REPORT.split("\n"),
    *INDEPENDENT.split("\n"),
    *OTHER_EVENT.split("\n"),
    "",
    "“",
    "\x00\u202e",
    "洪水が町を襲った。",
    "No.",
]
PILES = st.lists(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=60)), max_size=8), max_size=5)
OUTLETS = st.sampled_from([None, "AP", "Maren Courier", "Oldhaven Gazette"])


def built(pile: list[list[str]], outlets: list[str | None]) -> list[Marked]:
    return [
        marked(f"x{n}", "\n".join(line.replace("\n", " ") for line in lines), outlet=outlets[n % len(outlets)])
        for n, lines in enumerate(pile)
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pile=PILES, outlets=st.lists(OUTLETS, min_size=1, max_size=5), seed=st.randoms(use_true_random=False))
def test_any_pile_is_parted_into_origins_whatever_its_order(
    pile: list[list[str]], outlets: list[str | None], seed: st.DataObject
) -> None:
    articles = built(pile, outlets)
    lineage = trace(articles, CONFIG)
    shuffled = list(articles)
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert trace(shuffled, CONFIG) == lineage
    spans = sorted((p.article_id, p.start, p.end) for origin in lineage.origins for p in origin.passages)
    assert spans == sorted((one.article.id, s.start, s.end) for one in articles for s in one.reporting())
    assert all(origin.evidence for origin in lineage.origins)
    assert set(lineage.main_origins) == {one.article.id for one in articles}
    assert set(lineage.main_origins.values()) <= {origin.id for origin in lineage.origins}
    assert low(lineage) <= high(lineage) <= len(articles)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pile=PILES.filter(bool), outlets=st.lists(OUTLETS, min_size=1, max_size=5), copied=st.integers(0, 4))
def test_a_copy_of_any_article_raises_neither_end(pile: list[list[str]], outlets: list[str | None], copied: int) -> None:
    articles = built(pile, outlets)
    one = articles[copied % len(articles)]
    if not any(s for s in one.reporting()):
        return
    again = replace(one, article=replace(one.article, id="copy", location="copy.txt"))
    before, after = trace(articles, CONFIG), trace([*articles, again], CONFIG)
    assert low(after) <= low(before)
    assert high(after) <= high(before)


def test_a_brief_that_stands_in_two_independent_reports_does_not_chain_them() -> None:
    first, second = f"{REPORT}\n{HEARING}", f"{INDEPENDENT}\n{OTHER_EVENT}"
    brief = f"{REPORT.splitlines()[1]}\n{INDEPENDENT.splitlines()[1]}"
    lineage = trace([marked("a", first), marked("b", brief), marked("c", second)], TraceConfig())
    assert {link.articles for link in lineage.links if link.dependence == "yes"} == {("a", "b"), ("b", "c")}
    assert lineage.main_origins["a"] != lineage.main_origins["c"]
    assert lineage.main_origins["b"] in (lineage.main_origins["a"], lineage.main_origins["c"])
