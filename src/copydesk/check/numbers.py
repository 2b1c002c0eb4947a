"""Numbers: the same quantity of the same thing, to the precision the sentence claims."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.check.align import Alignment, Link
from copydesk.check.amounts import equal, named_alike, same_thing, stands_to
from copydesk.check.attach import attached, rival
from copydesk.check.config import CheckConfig
from copydesk.check.finding import Finding
from copydesk.check.lines import Line
from copydesk.check.manner import but_one, holds_back, manner_of
from copydesk.check.rivals import is_understood, number_words, of_its_verb, rivals
from copydesk.check.words import Word
from copydesk.records import AmountMark, Outcome
from copydesk.spans import contains
from copydesk.text.words import word_set

_LEADS = word_set(
    "about approximately around roughly some nearly almost more than less fewer over under least most up above below close"
)
# How close two numbers have to stand to the same words to be one, whatever noun each is said to count.
_BESIDE = 0.8
# What it adds that a number counts, unsaid, what the one before it counts: less than the noun itself beside it would.
_UNDERSTOOD = 0.5
_TIMES = frozenset({"year", "month", "week", "day", "hour", "decade", "minute", "century"})
# Words after which "over ten years" is more than ten.
_COMPARED = frozenset({"for", "of", "is", "was", "took", "lasted", "takes", "lasts", "spent", "after", "aged", "been", "to", "by"})
_PHRASE = 7  # words from a number to the noun it counts
_LEAD = 3  # words before a number in which "by" belongs to it


def numbers(alignment: Alignment, config: CheckConfig) -> Iterator[Finding]:
    """Yield a finding for every number of a sentence."""
    line = alignment.line
    taken: set[int] = set()
    for amount in line.amounts:
        words = number_words(line, amount)
        if words and not any(contains(date, amount) for date in line.dates):
            taken.update(words)
            finding = _amount(alignment, amount, words, config)
            yield replace(finding, words=(*words, *_told_with(line, amount))) if finding.outcome == "found" else finding
    dated = {at for date in line.dates for at in line.words_in(date)}  # `times` looks at these
    for word in line.words:
        if word.kind == "number" and word.at not in taken and word.at not in dated:
            yield _bare(alignment, word)
    yield from but_one(alignment)


def _told_with(line: Line, amount: AmountMark) -> Iterator[int]:
    """Yield the words that say how an amount stands to its number ("about", "all except"), and its unit ("%", "per cent")."""
    yield from manner_of(line, number_words(line, amount))[1]
    told = amount.unit is not None
    for at in line.words_in(amount):
        word = line.words[at]
        told = told and word.low != "of"  # what is measured has to be found by itself
        if word.low in _LEADS or (told and word.kind == "word"):
            yield at


def _amount(alignment: Alignment, written: AmountMark, words: tuple[int, ...], config: CheckConfig) -> Finding:
    """Hold one amount against all of the grounding; beside what is left over or lacking, another number contradicts nothing."""
    finding = _held(alignment, written, words, config)
    if finding.outcome != "contradicted" or manner_of(alignment.line, words)[0]:
        return finding
    follows = holds_back(alignment.line) != holds_back(alignment.grounding[finding.line])
    return replace(finding, outcome="missing", line=-1, instead="") if follows else finding


def _held(alignment: Alignment, written: AmountMark, words: tuple[int, ...], config: CheckConfig) -> Finding:
    """Hold one amount against all amounts of the grounding; the best outcome counts."""
    line = alignment.line
    amount = _read(line, written, words)
    text = line.text[amount.start : amount.end]
    manner = manner_of(line, words)[0]
    best: tuple[int, float, Outcome, int, str] = (0, 0.0, "missing", -1, "")
    for index, other in enumerate(alignment.grounding):
        for theirs in other.amounts:
            places = number_words(other, theirs)
            theirs = _read(other, theirs, places)  # noqa: PLW2901 -- the same amount, read in its sentence
            outcome = stands_to(amount, theirs, config)
            if outcome == "found" and amount.unit == "score" and not _in_order(line, words, other, places):
                outcome = "missing"
            if outcome is None or not places or (outcome == "contradicted" and _measure_otherwise(line, words, other, places)):
                continue
            if manner_of(other, places)[0] != manner:
                continue
            near = attached(alignment, words, index, places) + _UNDERSTOOD * is_understood(amount, theirs, other)
            thing = (
                not (amount.what and theirs.what) or same_thing(amount, theirs) or _counted_there(alignment, words, index, places)
            )
            same = equal(amount, theirs)
            if outcome == "found" and not ((near >= _BESIDE and same) or (near and thing) or named_alike(amount, theirs)):
                continue
            if outcome != "found" and not thing:
                continue
            best = max(best, (2 if outcome == "found" else 1, near, outcome, index, other.text[theirs.start : theirs.end]))
    closer = rival(alignment, words, *rivals(alignment, amount, words, best[1])) if best[2] == "found" else None
    closer = closer or (of_its_verb(alignment, amount, words) if best[2] == "found" else None)
    if closer or (best[2] == "found" and (_counts_others(alignment, amount) or _exchanged(alignment, amount, best[3]))):
        there = _amount_at(alignment, closer) if closer else ""
        return Finding("number", text, "contradicted", closer[0] if closer else best[3], words, there)
    if best[3] < 0 and _is_linked(alignment, words):
        return Finding("number", text, "found", alignment.links[words[0]].line, words)
    return Finding("number", text, best[2], best[3], words, best[4] if best[2] != "found" else "")


def _in_order(line: Line, ours: tuple[int, ...], other: Line, theirs: tuple[int, ...]) -> bool:
    """Return whether two scores have their numbers in the same order: who won 3-1 did not win 1-3."""
    return [line.words[at].keys for at in ours] == [other.words[at].keys for at in theirs]


def _amount_at(alignment: Alignment, place: tuple[int, Sequence[int]]) -> str:
    """Return an amount of the grounding as it stands there."""
    line, theirs = alignment.grounding[place[0]], place[1]
    word = line.words[theirs[0]]
    return next((line.text[a.start : a.end] for a in line.amounts if contains(a, word)), line.between(theirs[0], theirs[-1]))


def _read(line: Line, amount: AmountMark, words: tuple[int, ...]) -> AmountMark:
    """Return an amount without what is no comparison: "handed over 150 men", "tripled over ten years", "has gone up to 14"."""
    at = words[0] - 1 if words else 0
    before = [word.low for word in line.words[max(0, at - 1) : at + 1]]
    if amount.approximation == "at_most" and before == ["up", "to"] and at > 1 and line.words[at - 2].tag == "VERB":
        return replace(amount, approximation="exact")
    if amount.approximation != "more_than" or at < 1 or before[-1] != "over":
        return amount
    particle = any(at in phrase.others for phrase in line.phrases)
    lasting = amount.unit in _TIMES and line.words[at - 1].low not in _COMPARED and not _ago(line, words)
    return replace(amount, approximation="exact") if particle or lasting else amount


def _ago(line: Line, words: tuple[int, ...]) -> bool:
    return any(word.low in ("ago", "old", "earlier", "later") for word in line.words[words[-1] : words[-1] + 4])


def _measure_otherwise(line: Line, ours: tuple[int, ...], other: Line, theirs: tuple[int, ...]) -> bool:
    """Return whether one number says by how much something changed and the other to what: they do not contradict each other."""
    return _step(line, ours) != _step(other, theirs)


def _step(line: Line, words: tuple[int, ...]) -> bool:
    return any(word.low == "by" for word in line.words[max(0, words[0] - _LEAD) : words[0]])


def _counted_there(alignment: Alignment, ours: tuple[int, ...], index: int, theirs: tuple[int, ...]) -> bool:
    """Return whether the noun that a number counts stands behind its partner, in one phrase: "9,000 children's night *lights*"."""
    line, other = alignment.line, alignment.grounding[index]
    noun = line.words[ours[-1]].head
    link = alignment.links.get(noun)
    if link is None or link.line != index or line.words[noun].tag != "NOUN" or not 0 < link.at - theirs[-1] <= _PHRASE:
        return False
    return not any(
        w.tag in ("VERB", "AUX", "ADP") or w.low in (",", ";") for w in other.words[theirs[-1] + 1 : link.at] if w.low != "in"
    )


def _exchanged(alignment: Alignment, amount: AmountMark, index: int) -> bool:
    """Return whether a sentence counts the same with another number, and something else with this one: "11 goals in 34 games"."""
    theirs = [a for a in alignment.grounding[index].amounts if a.unit == amount.unit and a.what and not a.ordinal]
    same = [other for other in theirs if equal(other, amount)]
    of_it = [other for other in theirs if named_alike(amount, other)]
    return bool(same and of_it) and not any(same_thing(amount, other) for other in same)


def _counts_others(alignment: Alignment, amount: AmountMark) -> bool:
    """Return whether the grounding counts "seven pistols and three other guns": then seven guns are too few."""
    for other in alignment.grounding:
        for theirs in other.amounts:
            more = any(other.words[at].low == "other" for at in other.words_in(theirs))
            if more and theirs.low != amount.low and named_alike(amount, theirs):
                return True
    return False


def _is_linked(alignment: Alignment, words: Sequence[int]) -> bool:
    """Return whether the very numbers stand beside the same words in the grounding, though not read as an amount there."""
    links = [alignment.links.get(at) for at in words]
    if any(link and _in_name(alignment, at, link) for at, link in zip(words, links, strict=True)):
        return False
    manner = manner_of(alignment.line, words)[0]
    if any(link and manner_of(alignment.grounding[link.line], (link.at,))[0] != manner for link in links):
        return False
    if not all(links) or any(
        any(contains(amount, alignment.grounding[link.line].words[link.at]) for amount in alignment.grounding[link.line].amounts)
        for link in links
        if link
    ):
        return False
    first = alignment.links[words[0]]
    return attached(alignment, words, first.line, (first.at,)) > 0


def _in_name(alignment: Alignment, at: int, link: Link) -> bool:
    """Return whether a number rests on one that belongs to a name ("France 24"), and is not part of that name itself."""
    theirs = alignment.grounding[link.line].words
    counts = link.at + 1 < len(theirs) and theirs[link.at + 1].tag in ("NOUN", "ADJ")
    if link.at == 0 or theirs[link.at - 1].kind != "name" or counts:
        return False
    before = alignment.links.get(at - 1)
    return before is None or (before.line, before.at) != (link.line, link.at - 1)


def _bare(alignment: Alignment, word: Word) -> Finding:
    """Hold a number that was not read as an amount against the same number in the grounding, among the same words."""
    link = alignment.links.get(word.at)
    manner, told = manner_of(alignment.line, (word.at,))
    if link and manner_of(alignment.grounding[link.line], (link.at,))[0] != manner:
        return Finding("number", word.low, "missing", -1, (word.at,))
    if link is None or _in_name(alignment, word.at, link) or min(alignment.resting_on(link.line, link.at)) < word.at:
        near = [
            (i, (w.at,))
            for i, other in enumerate(alignment.grounding)
            for w in other.words
            if w.kind == "number" and manner_of(other, (w.at,))[0] == manner
        ]
        other = rival(alignment, (word.at,), near, 0.0)
        outcome: Outcome = "contradicted" if other else "missing"
        there = _amount_at(alignment, other) if other else ""
        return Finding("number", word.low, outcome, other[0] if other else -1, (word.at,), there)
    score = attached(alignment, (word.at,), link.line, (link.at,))
    places = [
        (i, (w.at,)) for i, o in enumerate(alignment.grounding) for w in o.words if w.kind == "number" and w.keys != word.keys
    ]
    closer = rival(alignment, (word.at,), places, score)
    if closer:  # another number in another sentence contradicts none that is there, too
        outcome = "contradicted" if closer[0] == link.line else "missing"
        return Finding("number", word.low, outcome, closer[0], (word.at,), _amount_at(alignment, closer))
    alone = len(alignment.line.content) == 1
    return Finding(
        "number", word.low, "found" if score > 0 or alone else "missing", link.line if score > 0 else -1, (word.at, *told)
    )
