"""Reuse links: what was decided about a pair, with the passages on both sides and the reasons in words."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from rapidfuzz.distance import LCSseq

from copydesk.records import Direction, Passage, QuoteMark, Reuse, ReuseKind, ReuseLink
from copydesk.text.shingles import common
from copydesk.trace.audit import Audit, audit
from copydesk.trace.cases import Judgement
from copydesk.trace.examined import Examined
from copydesk.trace.facts import in_order
from copydesk.trace.likeness import Match, shared_runs
from copydesk.trace.prose import RUN, Prose

_VERBATIM = 0.95  # words in common and in order, of the longer sentence
_LIGHTLY = 0.6  # the same, of the shorter one
_TELLING_RUN = 20.0  # nats: a shared run of words that hardly two writers find alike
_WORDS_SHOWN = 14


def link(judgement: Judgement, examined: Mapping[str, Examined]) -> ReuseLink:
    """Turn a judgement into a link: later and earlier article, passages on both sides, reasons, and what the later one changed.

    Args:
        judgement: The judgement.
        examined: Article id -> the article, ready for an audit.
    """
    direction = _direction(judgement)
    swap = judgement.later == 1 if direction == "forward" else judgement.first.prose.id > judgement.second.prose.id
    later, former = (judgement.second, judgement.first) if swap else (judgement.first, judgement.second)
    matches = judgement.likeness.back if swap else judgement.likeness.matches
    passages = (*_sentences(later.prose, former.prose, matches), *_quotes(later.prose, former.prose))
    passages = tuple(sorted(passages, key=lambda reuse: (reuse.later, reuse.earlier)))
    rests = judgement.dependence == "yes" and direction == "forward"
    whole = judgement.kind != "partial"
    held = audit(examined[later.prose.id], examined[former.prose.id], passages, whole=whole) if rests else Audit()
    return ReuseLink(
        articles=(later.prose.id, former.prose.id),
        kind=judgement.kind,
        dependence=judgement.dependence,
        direction=direction,
        overlap=round(_overlap(later.prose, former.prose), 4),
        passages=passages,
        evidence=(
            *_reasons(judgement, matches, passages),
            *(judgement.order_evidence if direction == "forward" else ()),
            _features(judgement),
        ),
        sentences=held.sentences,
        changes=held.changes,
    )


def _direction(judgement: Judgement) -> Direction:
    """Return whether one comes from the other or both from a third."""
    if judgement.dependence == "no":
        return "unclear"
    wholes = [{rest.key for rest in case.crediting.on("whole")} for case in (judgement.first, judgement.second)]
    owns = [{rest.key for rest in case.crediting.on("own")} for case in (judgement.first, judgement.second)]
    third = (wholes[0] & wholes[1]) - owns[0] - owns[1]
    if third:
        return "common"
    return "forward" if judgement.later >= 0 else "unclear"


def _overlap(later: Prose, former: Prose) -> float:
    """Return the share of the later one's own words that stand in runs of words which the earlier one has too."""
    held = np.zeros(len(later.starts) + 1, np.int64)
    starts = later.runs.starts[common(later.runs.hashes, former.runs.known)[0]]
    np.add.at(held, starts, 1)
    np.add.at(held, starts + RUN, -1)
    inside = np.cumsum(held)[:-1] > 0
    return float(inside[later.own].mean()) if later.own.any() else 0.0


def _sentences(later: Prose, former: Prose, matches: Sequence[Match]) -> Iterator[Reuse]:
    """Yield the matched sentences."""
    for match in matches:
        mine, yours = later.sentences[match.first], former.sentences[match.second]
        yield Reuse(
            later=later.marked.passage(mine.start, mine.end),
            earlier=former.marked.passage(yours.start, yours.end),
            kind=_how(later, former, match),
        )


def _how(later: Prose, former: Prose, match: Match) -> ReuseKind:
    """Return how a sentence was taken over, by the words that both have in the same order."""
    mine = later.hashes[later.places == match.first].tolist()
    yours = former.hashes[former.places == match.second].tolist()
    common = LCSseq.similarity(mine, yours)
    if common >= _VERBATIM * max(len(mine), len(yours)):
        return "verbatim"
    return "edited" if common >= _LIGHTLY * min(len(mine), len(yours)) else "reworded"


def _quotes(later: Prose, former: Prose) -> Iterator[Reuse]:
    """Yield the quotes that share a run of words, each with the one it shares most with."""
    mine, yours = common(later.quoted_runs.hashes, former.quoted_runs.known)
    here_at, there_at = later.quoted_runs.starts[mine], former.quoted_runs.starts[former.quoted_runs.first[yours]]
    shared: dict[tuple[int, int], int] = {}
    for here, there in zip(here_at.tolist(), there_at.tolist(), strict=True):
        key = (int(later.quotes[here]), int(former.quotes[there]))
        shared[key] = shared.get(key, 0) + 1
    best: dict[int, tuple[int, int]] = {}
    for (here, there), runs in sorted(shared.items()):
        if runs > best.get(here, (-1, 0))[1]:
            best[here] = (there, runs)
    for here, (there, _) in best.items():
        mine_mark, yours_mark = later.marked.marks.quotes[here], former.marked.marks.quotes[there]
        yield Reuse(later=_words(later, mine_mark), earlier=_words(former, yours_mark), kind="quoted")


def _words(one: Prose, quote: QuoteMark) -> Passage:
    """Return the passage of a quote's words."""
    return one.marked.passage(quote.words_start, quote.words_end)


def _reasons(judgement: Judgement, matches: Sequence[Match], passages: Sequence[Reuse]) -> Iterator[str]:
    """Yield the reasons for what was decided."""
    if judgement.bond_evidence:
        yield judgement.bond_evidence
    counts = {kind: sum(reuse.kind == kind for reuse in passages) for kind in ("verbatim", "edited", "reworded", "quoted")}
    told = [f"{counts[kind]} {words}" for kind, words in _HOW.items() if counts[kind]]
    total = sum(counts[kind] for kind in _HOW)
    if total:
        yield f"{total} {_plural('sentence', total)} matched: {', '.join(told)}"
    if (order := in_order(match.second for match in matches)) > 1:
        yield f"{order} of them in the same order"
    if judgement.likeness.follows:
        much = judgement.likeness.whole
        yield f"tells {'nearly' if much else 'many of'} the same facts in the same order{' from beginning to end' if much else ''}"
    yield from _phrase(judgement)
    if counts["quoted"]:
        yield f"{counts['quoted']} {_plural('quote', counts['quoted'])} in both, which is no evidence by itself"


_HOW = {"verbatim": "word for word", "edited": "lightly edited", "reworded": "reworded"}


def _plural(noun: str, count: int) -> str:
    """Return the noun in the number that fits."""
    return noun if count == 1 else f"{noun}s"


def _phrase(judgement: Judgement) -> Iterator[str]:
    """Yield the rarest words in a row that both have."""
    one = judgement.first.prose
    shared = shared_runs(one, judgement.second.prose)
    if shared and shared[0].weight >= _TELLING_RUN:
        words = one.text(shared[0].start, min(shared[0].end, shared[0].start + _WORDS_SHOWN))
        yield f"shares the rare phrase “{words}{'' if shared[0].end - shared[0].start <= _WORDS_SHOWN else ' …'}”"


def _features(judgement: Judgement) -> str:
    """Return the figures on which the words were judged."""
    like = judgement.likeness
    facts = f", facts in the same order {like.told:.2f}" if like.follows else ""
    facts += f", words of the other quoted {like.words_cited}" if like.cited else ""
    figures = f"matched {like.matched:.2f}, runs of four words {like.runs:.2f}{facts}"
    return f"likelihood from the words alone {judgement.likelihood:.2f} ({figures})"
