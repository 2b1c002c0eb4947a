"""Writers that return anything: words of articles, inventions, citations of nothing."""

from collections.abc import Callable
from typing import get_args

import msgspec
from hypothesis import strategies as st

from copydesk.inputs import Setup
from copydesk.records import (
    Brief,
    Draft,
    DraftSection,
    DraftSentence,
    Hand,
    LeftOut,
    Passage,
    Report,
    Sentence,
    StoryOutput,
    Verdict,
)
from copydesk.write import FORMS
from copydesk.write.forms import parts_of

SOME_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
INVENTED = (
    "Mayor Henrik Ostby was arrested for bribery.",
    "Zwei Menschen starben, als eine Fähre gegen die Mole fuhr.",
    "The Gazette and the Norvane Press Agency report that 900 people died.",
    "All reports say that two people died.",
    "<script>alert(1)</script>",
    "Ninety-one dragons landed. " * 200,
    "“I did it,” Ostby said.",
    "\u202eeurt si siht",
    "",
)
TELLING = ("All reports say that", "Nine reports say that", "The Gazette reports that", "According to police,")
Repair = Callable[[DraftSentence], DraftSentence | None]


class Anything:
    """A writer that returns what it was given."""

    name = "anything"

    def __init__(self, make: Callable[[Brief], Draft], repair: Repair = lambda _: None) -> None:
        self._make = make
        self._repair = repair

    def draft(self, brief: Brief) -> Draft:
        return self._make(brief)

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        return self._repair(sentence)


def printed(report: Report) -> list[Sentence]:
    return [report.headline, report.dek, *(s for section in report.sections for s in section.sentences)]


def texts(report: Report) -> list[str]:
    return [s.text for s in printed(report)]


def passages(brief: Brief) -> list[Passage]:
    return [m.passage(s.start, s.end) for m in brief.material.articles for s in m.reporting()]


@st.composite
def sentences(draw: st.DrawFn, brief: Brief) -> DraftSentence:
    """Draw any sentence: words of an article, with another number, in another order, invented, with citations of anything."""
    pool = passages(brief)
    own = draw(st.sampled_from(pool)).text
    words = own.split()
    text = draw(
        st.one_of(
            st.just(own),
            st.just(own.replace("1", "7").replace("two", "nine").replace("Two", "Nine")),
            st.permutations(words).map(" ".join),
            st.sampled_from([f"{opening} {own[0].lower()}{own[1:]}" for opening in TELLING]),
            st.sampled_from(INVENTED),
            SOME_TEXT,
        )
    )  # fmt: skip
    made = st.builds(lambda p, end: msgspec.structs.replace(p, end=end), st.sampled_from(pool), st.integers(0, 99))
    cited = draw(st.lists(st.one_of(st.sampled_from(pool), made), max_size=3))
    claims = draw(st.lists(st.sampled_from([c.id for c in brief.weighed.claims] + ["c999", ""]), max_size=3))
    hand: Hand = draw(st.sampled_from(get_args(Hand)))
    timed = [(e, c) for e in brief.weighed.timeline for c in brief.weighed.claims if not set(e.passages).isdisjoint(c.passages)]
    dated: bool = draw(st.booleans())
    if timed and dated:  # what a timeline is made of, and what only looks like it
        entry, claim = draw(st.sampled_from(timed))
        head = draw(st.sampled_from([entry.when, "2026-01-01", "1 January", *(e.when for e, _ in timed[:3])]))
        text, claims, cited = f"{head}: {draw(st.sampled_from([claim.text, text]))}", [claim.id], list(claim.passages)
    return DraftSentence(
        text=text, claim_ids=tuple(claims), citations=tuple(cited), attributed=draw(st.booleans()), fallbacks=(own,), hand=hand
    )


def assert_holds(output: StoryOutput, setup: Setup) -> None:
    """Assert that reports keep what a report of their form must keep, whoever wrote them."""
    for dossier in output.dossiers:
        articles = {a.id: a for a in dossier.articles}
        claims = {c.id for c in dossier.claims}
        found = printed(dossier.report)
        assert len({s.text for s in found}) == len(found)
        parts = parts_of(FORMS[setup.form], dict(setup.config.write.headings))
        assert {section.heading for section in dossier.report.sections} <= ({part.heading for part in parts} or {""})
        for one in found:
            assert one.verdict.label == "supported", one.text
            assert one.citations
            assert set(one.claim_ids) <= claims
            assert all(articles[p.article_id].text[p.start : p.end] == p.text for p in one.citations)
            outlets = [a.outlet for a in articles.values() if a.outlet]
            says_who = any(outlet.removeprefix("The ").lower() in one.text.lower() for outlet in outlets) or "report" in one.text
            assert one.independent.high != 1 or says_who, one.text


def drafts(data: st.DataObject) -> Callable[[Brief], Draft]:
    def make(brief: Brief) -> Draft:
        one = sentences(brief)
        headings = st.sampled_from(("What happened", "Background", "Mayor arrested for bribery", ""))
        section = st.builds(
            lambda heading, found: DraftSection(heading=heading, sentences=tuple(found)), headings, st.lists(one, max_size=5)
        )
        return Draft(
            headline=data.draw(one),
            dek=data.draw(one),
            sections=tuple(data.draw(st.lists(section, max_size=3))),
            left_out=tuple(data.draw(st.lists(st.builds(lambda t: LeftOut(text=t, reason=t), SOME_TEXT), max_size=2))),
        )

    return make
