"""A second opinion: a model is asked about sentences whose verdict its answer may change, and the rules stay above it.

    verdicts -> which may change at all? (question)
             -> the judge, through its port
             -> raised, lowered or left as it was, with one more check that says what the judge answered (reconsidered)

A model sees that other words say the same; the rules see that one number, name, date or "not" is another. So a model may stand in
for words that were not found, and for nothing else: what the rules miss or find otherwise is never overruled. What they let pass,
it may lower.
"""

from collections.abc import Callable, Sequence

import msgspec
from msgspec.structs import replace

from copydesk.check.config import CheckConfig
from copydesk.check.cues import RANKED
from copydesk.check.judge import Case, case_of
from copydesk.check.lexicon import DIRECTIONS, HEDGES, NUMBER_WORDS, RESTRICTING
from copydesk.check.lines import Line
from copydesk.check.pool import ArticleLine, Pool
from copydesk.check.reporter import Reporter
from copydesk.check.scores import RANGES
from copydesk.check.wording import is_light
from copydesk.check.words import Word
from copydesk.errors import InternalError
from copydesk.ports import Asked, Judge, Opinion
from copydesk.records import Check, Label, Outcome, Passage, Statement, Verdict

_OUTCOMES: dict[Label, Outcome] = {
    "supported": "found", "partly": "missing", "contradicted": "contradicted", "unsupported": "missing",
}  # fmt: skip
# One of these for another makes a true sentence false, and models read over them: "the last filibuster" where it was the first.
_TURNING = RANKED | RESTRICTING | HEDGES | DIRECTIONS | NUMBER_WORDS.keys()


class Question(msgspec.Struct, frozen=True):
    """What a judge is asked about one sentence.

    Attributes:
        asked: The sentence and the passages' words.
        passages: The passages.
    """

    asked: Asked
    passages: tuple[Passage, ...]


def second(
    found: Sequence[tuple[Statement, Verdict]],
    pool: Pool,
    judge: Judge,
    config: CheckConfig,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Verdict, ...]:
    """Return the verdicts on sentences with a judge's opinion on those it may change.

    Args:
        found: The sentences, each with the verdict on it without a judge.
        pool: The articles they were held against.
        judge: The model.
        config: How sure it must be.
        told: Called with how many sentences were judged, and of how many.

    Returns:
        A verdict per sentence, in order. What a judge took part in has one check more, of kind `judge`; where it was asked and gave
        no answer, of kind `unjudged`.

    Raises:
        ModelError: The judge cannot be asked at all.
    """
    questions = {at: q for at, (statement, verdict) in enumerate(found) if (q := question(statement, verdict, pool, config))}
    result = [verdict for _, verdict in found]
    answered = 0
    told(0, len(questions))
    opinions = judge.judge([q.asked for q in questions.values()]) if questions else iter(())
    # Opinions come first: so the judge is asked once more behind the last one, and can say that it could not be asked at all.
    for answered, (opinion, at) in enumerate(zip(opinions, questions, strict=False), start=1):
        result[at] = reconsidered(result[at], opinion, questions[at], judge.name, config)
        told(answered, len(questions))
    if answered != len(questions):
        raise InternalError(f"{judge.name} answers every question")
    return tuple(result)


def question(statement: Statement, verdict: Verdict, pool: Pool, config: CheckConfig) -> Question | None:
    """Return what a judge is to be asked about a sentence; None where its answer could change nothing.

    That is a sentence that stands in an article word for word or cannot be looked at at all, and one of which more is missing than
    plain words.
    """
    case = case_of(statement, pool, config)
    if isinstance(case, Verdict) or not (verdict.label == "supported" or only_words_missing(verdict, case.line)):
        return None
    shown = _shown(case, verdict, config.judge_passages)
    told = _without(case.line, case.reporter)
    return Question(Asked(told, tuple(p.text for p in shown)), shown)


def only_words_missing(verdict: Verdict, line: Line) -> bool:
    """Return whether all that a verdict misses are plain words that were not found: nothing found otherwise, no number, no name.

    Names and numbers mostly have checks of their own, but one that none of these reads is missed as a word.
    """
    failed = [check for check in verdict.checks if check.outcome != "found"]
    return (
        verdict.label in ("partly", "unsupported")
        and bool(failed)
        and all(c.kind == "words" and c.outcome == "missing" and _is_plain(c.text, line) for c in failed)
    )


def _is_plain(text: str, line: Line) -> bool:
    """Return whether a text is a plain word of a sentence: one that a judge may find said in other words."""
    same = [word for word in line.words if line.text[word.start : word.end] == text]
    first = min((word.start for word in line.words), default=0)
    return bool(same) and not any(map(str.isdigit, text)) and not any(_is_grave(word, text, first) for word in same)


def _is_grave(word: Word, text: str, first: int) -> bool:
    """Return whether a word is or may be a name, a number or an office, or limits, ranks or turns what stands beside it."""
    # "Halvorsen was" opens with a name that no check knew for one, and of words it has never seen a parser guesses the kind;
    # "Lawmakers were" does not.
    lawmakers = word.start == first and word.fine == "NNS" and text.endswith("s")
    named = text != text.lower() and not lawmakers
    return named or not is_light(word) or word.low in _TURNING


def _shown(case: Case, verdict: Verdict, most: int) -> tuple[Passage, ...]:
    """Return the passages to show: those the verdict rests on, then those that fit best, in the order the articles have them."""
    resting = set(verdict.evidence)
    ranked = sorted(case.lines, key=lambda one: one.passage not in resting)  # the order stays within each of both

    def place(one: ArticleLine) -> tuple[int, int]:
        return one.article, one.at

    return tuple(one.passage for one in sorted(ranked[:most], key=place))


def _without(line: Line, reporter: Reporter | None) -> str:
    """Return the words of a sentence without those that say who reports it."""
    if reporter is None:
        return " ".join(line.text[line.start : line.end].split())
    first, last = line.places[min(reporter.words)], line.places[max(reporter.words)]
    before, behind = line.text[line.start : first.start].strip(" ,:"), line.text[last.end : line.end].strip(" ,:")
    told = " ".join(f"{before} {behind}".split()).replace(" .", ".")
    return told[:1].upper() + told[1:]


def reconsidered(verdict: Verdict, opinion: Opinion, question: Question, name: str, config: CheckConfig) -> Verdict:
    """Return a verdict with a judge's opinion.

    Args:
        verdict: The verdict without a judge: it holds, or plain words are all it misses.
        opinion: The opinion.
        question: What the judge was asked.
        name: Who the judge is.
        config: How sure it must be.
    """
    carried, contradicted = _likelihood(opinion.carried), _likelihood(opinion.contradicted)
    if carried is None:
        text = f"{name} gave no answer: {opinion.silence or 'what it gave is no likelihood'}"
        return replace(verdict, checks=(*verdict.checks, _check("unjudged", text, verdict.label, question)))
    label = _label(verdict.label, carried, contradicted or 0.0, config)
    answer = f"{name}: carried {carried:.0%}" + (f", contradicted {contradicted:.0%}" if contradicted is not None else "")
    checks = verdict.checks
    if label == "supported" != verdict.label:
        other = [check.text for check in checks if check.outcome != "found"]
        checks = tuple(check for check in checks if check.outcome == "found")
        answer += f"; in other words: {', '.join(f'“{text}”' for text in other)}"
    low, high = RANGES[label]
    return Verdict(
        label=label,
        score=verdict.score if label == verdict.label else round(low + (high - low) * carried, 4),
        checks=(*checks, _check("judge", answer, label, question)),
        evidence=verdict.evidence or question.passages,
    )


def _check(kind: str, text: str, label: Label, question: Question) -> Check:
    return Check(kind=kind, text=text, outcome=_OUTCOMES[label], evidence=question.passages[0])


def _likelihood(given: float | None) -> float | None:
    """Return a likelihood, or None for what is none: no number at all included."""
    return given if given is not None and 0.0 <= given <= 1.0 else None


def _label(label: Label, carried: float, contradicted: float, config: CheckConfig) -> Label:
    """Return the label of a verdict that holds, or misses plain words only, once a judge has spoken."""
    if label != "supported":
        return "supported" if carried >= config.judge_carries and carried > contradicted else label
    if contradicted >= config.judge_contradicts and contradicted > carried:
        return "contradicted"
    return "partly" if carried <= config.judge_doubts else label
