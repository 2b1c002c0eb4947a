"""From findings to a verdict: the sentence is tried on several groundings, and the one that carries it best decides."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from copydesk.check.align import Alignment, align, quick_links
from copydesk.check.borrowed import borrowed
from copydesk.check.config import CheckConfig
from copydesk.check.finding import Finding
from copydesk.check.lines import Line
from copydesk.check.manner import reckoned
from copydesk.check.naming import names
from copydesk.check.numbers import numbers
from copydesk.check.offices import held_alike, offices
from copydesk.check.places import displaced
from copydesk.check.pool import ArticleLine, Pool
from copydesk.check.quoted import quotes
from copydesk.check.reporter import Reporter, reporter_of
from copydesk.check.rivals import understood
from copydesk.check.scores import score_of
from copydesk.check.speech import speech
from copydesk.check.swaps import swaps
from copydesk.check.times import times
from copydesk.check.turns import turns
from copydesk.check.wording import wording
from copydesk.check.words import Word, spoken
from copydesk.records import Check, Label, Passage, Statement, Verdict

_RANK: dict[Label, int] = {"unsupported": 0, "contradicted": 1, "partly": 2, "supported": 3}
# A sentence of which less than this share of what it says is found is not "partly" supported.
_PARTLY = 0.5
# A sentence that carries less than this share of what the best one carries does not lead a grounding: among enough sentences there
# is always one that does not contradict.
_LEADING = 0.85
# From this coverage on, two sentences say the same in nearly the same words: only then does another order, another speaker or a
# "not" on one side show that they contradict each other. Of 65 free paraphrases, 19 were called contradicted without this bound.
_SAME = 0.8
# Below this one, they do not speak of the same matter: another number or name is one of something else.
_SAME_MATTER = 0.5
_BUILT = frozenset({"order", "speaker", "negation"})


@dataclass(frozen=True)
class Case:
    """A sentence that can be looked at.

    Attributes:
        line: The sentence, without the words that say who reports it.
        reporter: Who reports it.
        lines: What it may rest on.
        pool: The articles.
        config: How strictly.
        known: Keys of all words of what it may rest on, for the score.
    """

    line: Line
    reporter: Reporter | None
    lines: tuple[ArticleLine, ...]
    pool: Pool
    config: CheckConfig
    known: Container[str]


def judge(statement: Statement, pool: Pool, config: CheckConfig) -> Verdict:
    """Return the verdict on one sentence."""
    case = case_of(statement, pool, config)
    if isinstance(case, Verdict):
        return case
    return max((_tried(case, grounding) for grounding in groundings(case)), key=_order)


def repeated(line: Line, reporter: Reporter | None, lines: Sequence[ArticleLine]) -> ArticleLine | None:
    """Return which of some sentences a sentence is word for word, with or without who reports it; None where it is none."""
    same = next((other for other in lines if other.spoken == line.spoken), None)
    if same is None and reporter:
        rest = spoken_without(line, reporter)
        same = next((other for other in _told_by(reporter, lines) if other.spoken == rest), None)
    return same


def case_of(statement: Statement, pool: Pool, config: CheckConfig) -> Case | Verdict:
    """Return a sentence with what it may rest on, or at once the verdict on one that cannot or need not be looked at."""
    line = pool.line(statement.text, statement.marks)
    cited = pool.cited(statement.citations) if statement.citations else None
    reason = _unfit(line, cited, pool, config)
    if reason:
        return _unsupported(*reason)
    reporter = line.once(reporter_of, pool)
    rest = line.once(without, reporter)
    if not rest.content and cited is None:
        lines: Sequence[ArticleLine] = pool.every
    else:
        lines = pool.proposed(line, config.proposals) if cited is None else cited
    same = repeated(line, reporter, lines)
    if same:
        return verbatim(line, same, reporter)
    lines = _told_by(reporter, lines)
    if not lines:
        return _unsupported("outlet" if reporter else "passage", reporter.text if reporter else "a passage to rest on")
    if not rest.content:
        return _unsupported("words", "anything that can be checked")
    known: Container[str] = (
        frozenset[str]().union(*(one.by_key for one in lines)) if statement.citations else pool.keys_of_article(lines[0].article)
    )
    return Case(rest, reporter, lines, pool, config, known)


def _told_by(reporter: Reporter | None, lines: Sequence[ArticleLine]) -> tuple[ArticleLine, ...]:
    """Return the sentences that stand in an article of the outlet that is said to report them."""
    if reporter is None or not reporter.articles:
        return tuple(lines)
    return tuple(one for one in lines if any(one.article in articles for articles in reporter.articles))


def _unfit(line: Line, cited: Sequence[ArticleLine] | None, pool: Pool, config: CheckConfig) -> tuple[str, str] | None:
    """Return, as a check's kind and text, why a sentence cannot be looked at."""
    if not pool.articles:
        return "passage", "any article"
    if not line.spoken:
        return "words", "anything that can be checked"
    if len(line.spoken) > config.longest:
        return "words", f"a sentence of at most {config.longest} words"
    if cited is not None and not cited:
        return "passage", "a cited passage that reports something"
    return None


def _unsupported(kind: str, text: str) -> Verdict:
    return Verdict(
        label="unsupported", score=0.0, checks=(Check(kind=kind, text=text, outcome="missing", evidence=None),), evidence=()
    )


def without(line: Line, reporter: Reporter | None) -> Line:
    """Return the sentence without the words that name who reports it: they are signs to all that follows."""
    if reporter is None:
        return line
    rest = Line(line.text, line.start, line.end, line.marks)
    rest.words = tuple(
        word if word.at not in reporter.words else Word(word.at, word.start, word.end, word.low, (), "sign", 0.0)
        for word in line.words
    )
    rest.spoken = spoken_without(line, reporter)
    rest.phrases = tuple(p for p in line.phrases if p.head not in reporter.words and reporter.words.isdisjoint(p.others))
    return rest


def spoken_without(line: Line, reporter: Reporter) -> list[str]:
    """Return the words of a sentence without those that name who reports it."""
    first, last = line.places[min(reporter.words)], line.places[max(reporter.words)]
    return spoken(line.text[line.start : first.start]) + spoken(line.text[last.end : line.end])


def verbatim(line: Line, same: ArticleLine, reporter: Reporter | None) -> Verdict:
    """Return the verdict on a sentence that repeats another, with or without who reports it."""
    text = line.text[line.start : line.end].strip()
    named = [Check(kind="outlet", text=reporter.text, outcome="found", evidence=same.passage)] if reporter else []
    words = Check(kind="words", text=text, outcome="found", evidence=same.passage)
    return Verdict(label="supported", score=1.0, checks=(*named, words), evidence=(same.passage,))


def groundings(case: Case) -> Iterator[tuple[ArticleLine, ...]]:
    """Yield what a sentence may rest on: each of the best sentences, with those that carry what it leaves open."""
    lines, config = case.lines, case.config
    if len(lines) == 1:
        yield lines
        return
    carried = [quick_links(case.line, other) for other in lines]
    weights = {word.at: word.weight for word in case.line.content}

    def gain(index: int, open_words: frozenset[int]) -> float:
        return sum(weights[at] * strength for at, strength in carried[index].items() if at in open_words)

    everything = frozenset(weights)
    ranked = sorted(range(len(lines)), key=lambda i: (-gain(i, everything), i))
    enough = _LEADING * gain(ranked[0], everything)
    for first in (i for i in ranked[: config.tries] if gain(i, everything) >= enough):
        chosen, left = [first], everything - frozenset(carried[first])
        while left and len(chosen) <= config.helpers:
            best = max((i for i in ranked if i not in chosen), key=lambda i: (gain(i, left), -i), default=None)
            if best is None or not gain(best, left):
                break
            chosen.append(best)
            left -= frozenset(carried[best])
        yield tuple(lines[i] for i in chosen)


def _tried(case: Case, grounding: Sequence[ArticleLine]) -> Verdict:
    """Return the verdict that one grounding gives."""
    alignment, findings = look(case, grounding)
    label = _label(findings, alignment, case.line)
    return Verdict(
        label=label,
        score=score_of(alignment, findings, label, case.known),
        checks=tuple(_check(finding, alignment) for finding in findings),
        evidence=_evidence(findings, alignment),
    )


def look(case: Case, grounding: Sequence[ArticleLine]) -> tuple[Alignment, tuple[Finding, ...]]:
    """Return what a sentence rests on in one grounding, and what was found out about it."""
    alignment = case.line.once(align, tuple(grounding))
    return alignment, findings_of(alignment, case)


def findings_of(alignment: Alignment, case: Case) -> tuple[Finding, ...]:
    """Return everything that is looked for in a sentence, with whether its grounding carries it."""
    return case.line.once(_findings_of, alignment, case.reporter, case.pool, case.config)


def _findings_of(_: Line, alignment: Alignment, reporter: Reporter | None, pool: Pool, config: CheckConfig) -> tuple[Finding, ...]:
    skip = reporter.words if reporter else frozenset()
    found = list(quotes(alignment, by_outlet=reporter is not None))
    quoted = frozenset(at for finding in found for at in finding.words)
    found += [
        *numbers(alignment, config),
        *times(alignment),
        *names(alignment, pool, skip),
        *turns(alignment, quoted),
        *speech(alignment, reporter.text if reporter else None, skip),
        *swaps(alignment),
    ]
    found += offices(alignment, frozenset(at for f in found if f.kind == "role" for at in f.words) | quoted)
    found = _told_of_others(found, alignment)
    alike = alignment.said
    if alike >= _SAME:
        said = {at for f in found if f.kind in ("attribution", "firmness") or f.instead for at in f.words}
        said.update(quoted, alignment.absorbed, understood(alignment), reckoned(alignment), held_alike(alignment))
        found.extend(displaced(alignment, frozenset(said)))
    else:
        found = [_softened(finding, alike) for finding in found]
    answered = frozenset(at for finding in found for at in finding.words)
    outlet = [Finding("outlet", reporter.text, "found", 0)] if reporter else []
    return (*outlet, *found, *wording(alignment, answered, config))


def _told_of_others(found: list[Finding], alignment: Alignment) -> list[Finding]:
    """Return findings in which a number that is told of somebody else is missing, with one for each verb that is."""
    others = frozenset(borrowed(alignment, [f for f in found if f.kind == "number"]))
    if not others:
        return found
    lost = [f if f.kind != "number" or others.isdisjoint(f.words) else replace(f, outcome="missing", line=-1) for f in found]
    words = alignment.line.words
    verbs = (words[at] for at in sorted(others) if words[at].kind == "word")
    return [*lost, *(Finding("order", word.low, "missing") for word in verbs)]


def _softened(finding: Finding, alike: float) -> Finding:
    """Return a finding on a sentence that is no near repetition: what does not stand in the same statement contradicts nothing."""
    built = finding.kind in _BUILT or alike < _SAME_MATTER
    return replace(finding, outcome="missing") if built and finding.outcome == "contradicted" else finding


def _check(finding: Finding, alignment: Alignment) -> Check:
    evidence = alignment.grounding[finding.line].passage if finding.line >= 0 else None
    instead = finding.instead or None if finding.outcome != "found" else None
    return Check(kind=finding.kind, text=finding.text, outcome=finding.outcome, evidence=evidence, instead=instead)


def _label(findings: Sequence[Finding], alignment: Alignment, line: Line) -> Label:
    outcomes = {finding.outcome for finding in findings}
    counted = frozenset(
        at for finding in findings if finding.outcome == "found" and finding.kind == "number" for at in finding.words
    )
    carried = sum(w.weight for w in line.content if w.at in counted and w.at not in alignment.links)  # "Twenty-four" for "24"
    whole = sum(word.weight for word in line.content)
    if not findings or alignment.coverage + (carried / whole if whole else 0.0) < _PARTLY:
        return "unsupported"
    if "contradicted" in outcomes:
        return "contradicted"
    return "partly" if "missing" in outcomes else "supported"


def _evidence(findings: Sequence[Finding], alignment: Alignment) -> tuple[Passage, ...]:
    """Return the sentences something rests on or is contradicted by, the leading one first."""
    used = {link.line for link in alignment.links.values()} | {finding.line for finding in findings if finding.line >= 0}
    return tuple(alignment.grounding[index].passage for index in sorted(used))


def _order(verdict: Verdict) -> tuple[int, float]:
    return _RANK[verdict.label], verdict.score
