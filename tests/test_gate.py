"""The gate: whatever a writer returns, nothing unsupported is printed as fact."""

import dataclasses
import random
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from copydesk.gate import gated
from copydesk.gate.distancing import fixed
from copydesk.gate.grounds import counting, independent
from copydesk.gate.judging import Gate, judged, statements
from copydesk.gate.sides import pairs
from copydesk.group import group
from copydesk.inputs import Setup, gather
from copydesk.records import Brief, Draft, DraftSection, DraftSentence, Material, Passage, Printed, Report, Sentence, Verdict
from copydesk.text.runs import Originals, longest, repeated
from copydesk.trace import trace
from copydesk.weigh import weigh
from copydesk.write import WriteConfig, terms_of

EXAMPLE = Path(__file__).parents[1] / "examples" / "harbour" / "articles"


class Parrot:
    """A writer that returns what it was given and repairs nothing."""

    name = "parrot"

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def draft(self, brief: Brief) -> Draft:
        return self._draft

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        return None


class Stubborn(Parrot):
    """A writer that offers another invention, for ever."""

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        return DraftSentence(text=sentence.text + " And more.", claim_ids=(), citations=sentence.citations, attributed=True)


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


@pytest.fixture(scope="module")
def brief(setup: Setup) -> Brief:
    marked = gather([EXAMPLE], setup).marked
    lineage = trace(marked, setup.config.trace)
    stories = group(marked, lineage.links, (), setup.tools.vectors, setup.config.group)
    largest = max(stories, key=lambda story: len(story.article_ids))
    articles = tuple(m for m in marked if m.article.id in largest.article_ids)
    material = Material(story=largest, articles=articles, lineage=lineage.within(largest.article_ids))
    return Brief(material=material, weighed=weigh(material, setup.tools.vectors, setup.config.weigh), words=450)


def passages(brief: Brief) -> list[Passage]:
    return [m.passage(s.start, s.end) for m in brief.material.articles for s in m.reporting()]


def sentence(text: str, *citations: Passage, attributed: bool = True) -> DraftSentence:
    return DraftSentence(text=text, claim_ids=(), citations=citations, attributed=attributed)


def report_of(brief: Brief, setup: Setup, *sentences: DraftSentence, writer: type[Parrot] = Parrot) -> Report:
    literal = next(p for p in passages(brief) if len(p.text) > 60)
    head = sentence(literal.text, literal)
    draft = Draft(headline=head, dek=head, sections=(DraftSection(heading="What happened", sentences=sentences),))
    return gated(draft, brief, writer(draft), setup)


def printed(report: Report) -> list[Sentence]:
    return [s for section in report.sections for s in section.sentences]


def test_an_invention_is_left_out_and_listed(brief: Brief, setup: Setup) -> None:
    cited = passages(brief)[3]
    report = report_of(brief, setup, sentence("Ninety-one dragons landed in Lisbon on Sunday.", cited))
    assert all("dragons" not in s.text for s in printed(report))
    assert "Ninety-one dragons landed in Lisbon on Sunday." in [left.text for left in report.left_out]
    assert all(left.reason for left in report.left_out)


def test_a_writer_that_never_stops_repairing_is_stopped(brief: Brief, setup: Setup) -> None:
    report = report_of(brief, setup, sentence("Ninety-one dragons landed.", passages(brief)[3]), writer=Stubborn)
    assert all("dragons" not in s.text for s in printed(report))


def test_what_one_origin_carries_is_not_asserted(brief: Brief, setup: Setup) -> None:
    gate = Gate(brief, Parrot(Draft(headline=sentence("x"), dek=sentence("y"), sections=())), setup)
    single = [
        p
        for p in passages(brief)
        if independent(sentence(p.text, p), gate).high == 1 and 8 < len(p.text.split()) < 25 and p.text[-1] == "."
    ]
    plain = next(p for p in single if not any(sign in p.text for sign in "“”\"'’‘"))
    report = report_of(brief, setup, sentence(plain.text, plain, attributed=False))
    assert [s.text for s in printed(report)] != [plain.text]
    assert all("report" in s.text.removeprefix(plain.text[:-1]) for s in printed(report))


def test_a_passage_of_an_origin_that_does_not_carry_a_sentence_is_not_cited(brief: Brief, setup: Setup) -> None:
    gate = Gate(brief, Parrot(Draft(headline=sentence("x"), dek=sentence("y"), sections=())), setup)
    first = next(p for p in passages(brief) if 60 < len(p.text) < 140 and not any(sign in p.text for sign in "“”\"'’‘"))
    other = next(p for p in passages(brief) if set(gate.origins_of([p])).isdisjoint(gate.origins_of([first])))
    report = report_of(brief, setup, sentence(first.text, first, other))
    (one,) = printed(report)
    assert one.citations == (first,)


def test_two_sentences_in_one_stand_each_by_itself_where_they_do_not_hold_together(brief: Brief, setup: Setup) -> None:
    first, second = [p for p in passages(brief) if 60 < len(p.text) < 140 and not any(sign in p.text for sign in "“”\"'’‘")][:2]
    parts = (sentence(first.text, first), sentence("Ninety-one dragons landed in Lisbon.", second))
    together = replace(sentence(f"{first.text[:-1]}, and ninety-one dragons landed in Lisbon.", first, second), parts=parts)
    report = report_of(brief, dataclasses.replace(setup, config=replace(setup.config, write=WriteConfig(longest_run=0))), together)
    assert next(iter(printed(report))).text == first.text
    assert all("dragons" not in s.text for s in printed(report))
    assert "Ninety-one dragons landed in Lisbon." in [left.text for left in report.left_out]


def test_nothing_is_said_twice(brief: Brief, setup: Setup) -> None:
    literal = [p for p in passages(brief) if len(p.text) > 60][1]
    twice = sentence(literal.text, literal)
    report = report_of(brief, setup, twice, twice)
    texts = [s.text for s in printed(report)]
    assert len(texts) == len(set(texts))


def test_what_was_before_is_named_in_the_words_it_was_given_in(brief: Brief, setup: Setup) -> None:
    one = [p for p in passages(brief) if len(p.text) > 60][1]
    before = "before, nine died; ten were hurt, according to the Gazette"
    wording = replace(sentence(one.text, one), hand="offline")
    known = Printed(wording=one.text, text=f"{one.text[:-1]}; {before}.", told=before, citations=(one,))
    (told,) = printed(report_of(brief, setup, replace(wording, printed=(known,))))
    assert [check.text for check in told.verdict.checks if check.kind == "moved"] == [before]


def test_a_draft_of_nothing_is_still_a_report(brief: Brief, setup: Setup) -> None:
    cited = passages(brief)[0]
    draft = Draft(headline=sentence("", cited), dek=sentence("", cited), sections=())
    report = gated(draft, brief, Parrot(draft), setup)
    assert report.headline.text.strip()
    assert report.dek.text.strip()
    assert report.headline.text != report.dek.text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_a_writer_returns_nothing_unsupported_is_printed(brief: Brief, setup: Setup, data: st.DataObject) -> None:
    pool = passages(brief)
    words = sorted({w for p in pool for w in p.text.split()})
    texts = st.one_of(
        st.text(max_size=80),
        st.lists(st.sampled_from(words), max_size=14).map(" ".join),
        st.sampled_from(pool).map(lambda p: p.text),
    )
    made = st.builds(sentence, texts, st.sampled_from(pool), attributed=st.booleans())
    report = report_of(brief, setup, *data.draw(st.lists(made, min_size=1, max_size=4)))
    for one in printed(report):
        assert one.verdict.label == "supported"
        assert one.citations
    texts_printed = [s.text for s in printed(report)]
    assert len(texts_printed) == len(set(texts_printed))


def drafts(brief: Brief, seed: int) -> list[DraftSentence]:
    """Return sentences that copy the articles whole, in part, joined, or with a report named behind them."""
    dice, pool = random.Random(seed), passages(brief)
    made = []
    for _ in range(dice.randint(1, 8)):
        cited, other = dice.choice(pool), dice.choice(pool)
        whole, part = cited.text, " ".join(cited.text.split()[: dice.randint(8, 30)])
        texts = (whole, f"{part}.", f"{whole.rstrip('.')}, and {other.text}", f"{whole.rstrip('.')}, one report says.")
        one = sentence(dice.choice(texts), cited, attributed=dice.random() < 0.5)
        made.append(replace(one, hand="model" if dice.random() < 0.5 else "offline"))
    return made


def as_counted(texts: list[str], brief: Brief, setup: Setup) -> Originals:
    """Return the articles as the gate counts their words: a fixed term as one."""
    gate = Gate(brief, Parrot(Draft(headline=sentence("x"), dek=sentence("y"), sections=())), setup)
    stated = statements([sentence(text) for text in texts], setup)
    return gate.originals.with_terms(fixed({term for one in stated for term in terms_of(one.text, one.marks)}, gate))


def texts_of(report: Report) -> list[str]:
    return [s.text for s in (report.headline, report.dek, *printed(report))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000))
def test_whatever_a_writer_returns_no_sentence_repeats_an_article_for_long(brief: Brief, setup: Setup, seed: int) -> None:
    report = report_of(brief, setup, *drafts(brief, seed))
    originals = as_counted(texts_of(report), brief, setup)
    assert all(longest(text, originals) <= setup.config.write.longest_run for text in texts_of(report))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000))
@example(seed=5566)
def test_whatever_a_writer_returns_no_article_is_repeated_beyond_its_share(brief: Brief, setup: Setup, seed: int) -> None:
    tight = replace_share(setup, share=0.1, words=15)
    report = report_of(brief, tight, *drafts(brief, seed))
    originals = as_counted(texts_of(report), brief, tight)
    held = repeated(texts_of(report), originals)
    for marked, words, places in zip(brief.material.articles, originals.words, held, strict=True):
        if len(places) > max(15, 0.1 * len(words)):
            resting = [s for s in printed(report) if {c.article_id for c in s.citations} == {marked.article.id}]
            alone = repeated([s.text for s in resting], Originals.of([marked.article.text]))
            assert not alone[0]


def test_a_term_is_what_two_independent_origins_have_alike(brief: Brief, setup: Setup) -> None:
    gate = Gate(brief, Parrot(Draft(headline=sentence("x"), dek=sentence("y"), sections=())), setup)
    lineage = brief.material.lineage
    held: dict[tuple[str, str], set[str]] = {}
    for marked, words in zip(brief.material.articles, gate.originals.words, strict=True):
        for pair in pairwise(words):
            held.setdefault(pair, set()).add(lineage.main_origins[marked.article.id])
    found = set(fixed(held, gate))
    assert found == {pair for pair, origins in held.items() if lineage.independent(origins).low > 1}
    assert 0 < len(found) < len(held)


def replace_share(setup: Setup, share: float, words: int) -> Setup:
    write = replace(setup.config.write, article_share=share, article_words=words)
    return dataclasses.replace(setup, config=replace(setup.config, write=write))


def test_what_is_left_out_for_the_share_says_so(brief: Brief, setup: Setup) -> None:
    pool = [p for p in passages(brief) if p.article_id == passages(brief)[0].article_id and "“" not in p.text][:6]
    made = [sentence(f"{p.text.rstrip('.')}, one report says.", p) for p in pool]
    report = report_of(brief, replace_share(setup, share=0.1, words=15), *made)
    assert any("would repeat more than 10 percent of its article word for word" in left.reason for left in report.left_out)


def test_a_sentence_that_cannot_be_said_otherwise_is_quoted_as_its_outlet_s_words(brief: Brief, setup: Setup) -> None:
    gate = Gate(brief, Parrot(Draft(headline=sentence("x"), dek=sentence("y"), sections=())), setup)
    names = {m.article.id: m.article.outlet or "one report" for m in brief.material.articles}
    long = next(p for p in passages(brief) if longest(p.text, gate.originals) > 20 and "“" not in p.text and p.text[:4] != "The ")
    off = dataclasses.replace(setup, config=replace(setup.config, write=replace(setup.config.write, longest_run=3)))
    (one,) = printed(report_of(brief, off, sentence(f"{long.text.rstrip('.')}, {names[long.article_id]} reports.", long)))
    assert one.text.startswith("“")
    assert one.text.rstrip(".").endswith(f"{names[long.article_id]} reports")
    assert one.citations == (long,)


def test_zero_lets_a_report_repeat_as_much_as_it_likes(brief: Brief, setup: Setup) -> None:
    write = replace(setup.config.write, longest_run=0, article_share=0.0)
    free = dataclasses.replace(setup, config=replace(setup.config, write=write))
    gate = Gate(brief, Parrot(Draft(headline=sentence("x"), dek=sentence("y"), sections=())), setup)
    long = next(p for p in passages(brief) if longest(p.text, gate.originals) > 12 and p.text.endswith(".") and "“" not in p.text)
    told = f"{long.text[:-1]}, one report says."
    assert told in [s.text for s in printed(report_of(brief, free, sentence(told, long)))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_copy_adds_nothing_to_a_count_and_a_passage_less_never_does(brief: Brief, setup: Setup, data: st.DataObject) -> None:
    lineage = brief.material.lineage
    claim = data.draw(st.sampled_from([c for c in brief.weighed.claims if len(c.passages) > 1]))
    cited = data.draw(st.lists(st.sampled_from(claim.passages), min_size=2, unique=True))
    whole = sentence(claim.text, *cited)
    fewer = [sentence(claim.text, *(p for p in cited if p != left)) for left in cited]
    gate = Gate(brief, Parrot(Draft(headline=whole, dek=whole, sections=())), setup)
    judged([whole, *fewer], gate)
    most = independent(whole, gate).high
    assert most <= len({o for p in cited for o in lineage.origins_of(p)})
    assert all(independent(one, gate).high <= most for one in fewer)
    copies = [p for p in passages(brief) if p.text == cited[0].text and p not in cited]
    assert all(independent_of(whole, [*cited, copy], gate) == most for copy in copies)


def independent_of(one: DraftSentence, cited: list[Passage], gate: Gate) -> int:
    """Return the count of a sentence with other citations."""
    other = sentence(one.text, *cited)
    judged([other], gate)
    return independent(other, gate).high


def test_a_report_counts_the_origins_that_carry_a_sentence(brief: Brief, setup: Setup) -> None:
    report = report_of(brief, setup, *(sentence(c.text, *c.passages) for c in brief.weighed.claims[:20]))
    lineage = brief.material.lineage
    assert printed(report)
    for one in printed(report):
        cited = {o for p in one.citations for o in lineage.origins_of(p)}
        assert one.origin_ids
        assert cited.issuperset(one.origin_ids)
        assert one.independent == lineage.independent(one.origin_ids)


def test_a_difference_is_told_from_both_sides_or_not_at_all(brief: Brief, setup: Setup) -> None:
    difference = next(d for d in brief.weighed.differences if d.what == "number")
    sides = [
        DraftSentence(text=s.passage.text, claim_ids=(s.claim_id,), citations=(s.passage,), attributed=True)
        for s in difference.sides
    ]
    assert list(pairs(sides, brief)) == [(0, len(sides))]
    assert len(printed(report_of(brief, setup, *sides))) == len(sides)
    unsaid = [replace(sides[0], text="Nobody knows. " * 30, citations=()), *sides[1:]]
    report = report_of(brief, setup, *unsaid)
    assert printed(report) == []
    assert any("other side" in left.reason for left in report.left_out)


def test_repairs_keep_within_the_words_of_a_report(brief: Brief, setup: Setup) -> None:
    long = [p for p in passages(brief) if 25 < len(p.text.split()) < 40][:6]
    tight = replace(brief, words=sum(3 for _ in long) + 2 * len(next(p for p in passages(brief) if len(p.text) > 60).text.split()))
    report = report_of(tight, setup, *(sentence("Dragons landed today.", p) for p in long))
    texts = [report.headline.text, report.dek.text, *(s.text for s in printed(report))]
    assert sum(len(t.split()) for t in texts) <= tight.words + len(report.dek.text.split())


def test_a_wrong_number_of_reports_is_put_right(brief: Brief, setup: Setup) -> None:
    claim = next(c for c in brief.weighed.claims if len(c.origin_ids) == 2 and len(c.passages) > 1 and "“" not in c.text)
    passage = claim.passages[0]
    report = report_of(brief, setup, sentence(f"Nine reports say: {passage.text}", *claim.passages))
    assert all("Nine reports" not in s.text for s in printed(report))


@pytest.mark.parametrize("text", ["A ferry sank, Radio Nine reports.", "Channel Five reports that a ferry sank."])
def test_the_name_of_an_outlet_counts_no_reports(text: str) -> None:
    assert counting(text) is None


@pytest.mark.parametrize(
    "text", ["A ferry sank, two reports say.", "Two reports say that a ferry sank.", "Three other outlets report it."]
)
def test_what_a_sentence_says_of_how_many_report_it_is_found(text: str) -> None:
    assert counting(text)
