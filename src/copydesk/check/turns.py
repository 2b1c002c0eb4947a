"""Negation, firmness and narrowing: the same small words act on the words a sentence shares with its grounding."""

from collections.abc import Iterator, Sequence

from copydesk.check.align import Alignment, Link
from copydesk.check.cues import LEVELS, NEGATIONS, Cue, cues_of, same_restriction
from copydesk.check.finding import Finding
from copydesk.check.lines import Line
from copydesk.check.phrases import Phrase
from copydesk.check.words import Word

# Dropping these leaves an indefinite "officials", which says no more than "some officials".
_BEING = frozenset({"is", "are", "was", "were", "'s", "'re"})
_WHEN = frozenset({"when", "once", "until", "before", "after", "if", "unless", "till"})
_CLAUSE = 8  # words between such a word and its verb
_MAY_BE_DROPPED = frozenset({"several", "few", "many", "only"})


def turns(alignment: Alignment, quoted: frozenset[int]) -> Iterator[Finding]:
    """Yield a finding for every negation, modal word, condition and restriction, on either side.

    Args:
        alignment: A sentence and its grounding.
        quoted: Indices of words that are quoted word for word: they are as the article has them.
    """
    yield from _cut_off(alignment, quoted)
    yield from _denied_of_another(alignment)
    settled = quoted | alignment.absorbed
    absorbed = alignment.absorbed.issuperset
    ours = tuple(c for c in alignment.line.once(cues_of) if c.first not in quoted and not absorbed((c.first, *c.focus)))
    if settled:
        alignment = Alignment(
            alignment.line, alignment.grounding, {at: k for at, k in alignment.links.items() if at not in settled}
        )
    theirs = [line.once(cues_of) for line in alignment.grounding]
    yield from _negations(alignment, ours, theirs)
    yield from _firmness(alignment, ours, theirs)
    yield from _narrowing(alignment, ours, theirs)


def _cut_off(alignment: Alignment, quoted: frozenset[int]) -> Iterator[Finding]:
    """Yield a finding for each quotation that leaves out the "no" before its first words: “other link” of "no other link"."""
    line = alignment.line
    if not quoted:
        return
    negated = {at for cue in line.once(cues_of) if cue.kind == "not" for at in (cue.first, *cue.focus)}
    for index, other in enumerate(alignment.grounding):
        for cue in other.once(cues_of):
            shared = [at for place in cue.focus for at in alignment.resting_on(index, place) if at in quoted]
            if cue.kind != "not" or not shared or not negated.isdisjoint(shared):
                continue
            first = shared[0]
            while first - 1 in quoted:
                first -= 1
            link = alignment.links.get(next(at for at in range(first, shared[0] + 1) if at in alignment.links))
            if link and cue.first < link.at:  # it stands before what is quoted, not inside
                yield Finding("negation", line.between(shared[0], shared[-1]), "contradicted", index)


def _text(line: Line, cue: Cue) -> str:
    last = cue.focus[-1] if cue.focus and cue.focus[-1] >= cue.last else cue.last - 1
    first = min((cue.first, *cue.focus))
    return line.text[line.words[first].start : line.words[last].end]


def _focus_links(alignment: Alignment, cue: Cue) -> list[tuple[int, int]]:
    return [(alignment.links[at].line, alignment.links[at].at) for at in cue.focus if at in alignment.links]


def _odd(cues: Sequence[Cue], at: int) -> bool:
    """Return whether a word is negated, taking two negations for none."""
    return sum(cue.kind == "not" and at in cue.focus for cue in cues) % 2 == 1


def _negations(alignment: Alignment, ours: Sequence[Cue], theirs: Sequence[Sequence[Cue]]) -> Iterator[Finding]:
    for cue in ours:
        if cue.kind == "not":
            yield _our_negation(alignment, cue, ours, theirs)
    for index, cues in enumerate(theirs):
        for cue in cues:
            if cue.kind != "not":
                continue
            shared = [at for place in cue.focus for at in alignment.resting_on(index, place)]
            if (
                shared
                and not any(_odd(ours, at) == _odd(cues, alignment.links[at].at) for at in shared)
                and not _denied(alignment, index, cue)
            ):
                yield Finding("negation", _text(alignment.line, Cue("", "", shared[0], shared[-1] + 1, ())), "contradicted", index)


def _denied(alignment: Alignment, index: int, cue: Cue) -> bool:
    """Return whether the sentence itself uses the denying verb, however it is built around it."""
    return alignment.grounding[index].words[cue.first].content and bool(alignment.resting_on(index, cue.first))


def _our_negation(alignment: Alignment, cue: Cue, ours: Sequence[Cue], theirs: Sequence[Sequence[Cue]]) -> Finding:
    line = alignment.line
    own = tuple(range(cue.first, cue.last))
    text = _text(line, cue)
    verb = alignment.links.get(cue.first) if line.words[cue.first].content else None
    if verb:  # a verb that denies is in the article, whatever is built around it there
        return Finding("negation", text, "found", verb.line, own)
    places = [(at, alignment.links[at]) for at in cue.focus if at in alignment.links]
    for at, link in places:
        if _odd(theirs[link.line], link.at) == _odd(ours, at):
            return Finding("negation", text, "found", link.line, own)
    if not cue.focus:
        found = next((i for i, cues in enumerate(theirs) if any(c.kind == "not" for c in cues)), -1)
        return Finding("negation", text, "found" if found >= 0 else "missing", found, own)
    single = _said_in_one(alignment, cue) if places else -1
    if single >= 0:
        return Finding("negation", text, "found", single, own)
    return Finding("negation", text, "contradicted" if places else "missing", places[0][1].line if places else -1, own)


def _said_in_one(alignment: Alignment, cue: Cue) -> int:
    """Return the sentence of the grounding that says in one word what a phrase with a "not" does, of the same thing; -1 for none.

    "Not guilty of theft but of fraud" has its "guilty" in "guilty of fraud", and its "not" in "acquitted of theft".
    """
    phrase = next((p for p in alignment.line.phrases if cue.first in p.others), None)
    thing = _denied_of(alignment, phrase) if phrase else None
    if phrase is None or thing is None:
        return -1
    words = alignment.grounding[thing.line].words
    single = (w for w in words[: thing.at] if w.tag != "NOUN" and not set(phrase.pattern.keys).isdisjoint(w.keys))
    return thing.line if any(_reaches(words, word.at, thing.at) for word in single) else -1


def _denied_of(alignment: Alignment, phrase: Phrase) -> Link | None:
    """Return what the word behind a phrase rests on: of what somebody is found not guilty."""
    behind = alignment.line.words[max(phrase.head, *phrase.others) + 1 :]
    return next((alignment.links[word.at] for word in behind if word.at in alignment.links), None)


def _reaches(words: Sequence[Word], verb: int, thing: int) -> bool:
    """Return whether a word stands behind a verb with no other verb between."""
    return verb < thing and not any(word.tag == "VERB" for word in words[verb + 1 : thing])


def _denied_of_another(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each phrase with a "not" that the grounding says in one word, but of something else."""
    for phrase in alignment.line.phrases:
        if not alignment.absorbed.issuperset(phrase.others) or not any(
            alignment.line.words[at].low in NEGATIONS for at in phrase.others
        ):
            continue
        single, thing = alignment.links[phrase.head], _denied_of(alignment, phrase)
        if thing and thing.line == single.line and not _reaches(alignment.grounding[single.line].words, single.at, thing.at):
            yield Finding("negation", alignment.line.between(phrase.head, max(phrase.others)), "contradicted", single.line)


def _level(cues: Sequence[Cue], at: int) -> tuple[str, bool]:
    """Return how firmly a word is said, the weakest of what acts on it, and whether it is said to be needed."""
    values = [cue.value for cue in cues if cue.kind == "modal" and at in cue.focus]
    return min((v for v in values if v in LEVELS), key=lambda v: LEVELS[v], default="fact"), "must" in values


def _firmness(alignment: Alignment, ours: Sequence[Cue], theirs: Sequence[Sequence[Cue]]) -> Iterator[Finding]:
    line = alignment.line
    for cue in ours:
        if cue.kind in ("modal", "if"):
            yield _our_firmness(alignment, cue, ours, theirs)
        elif cue.kind == "hedge":
            yield Finding("firmness", _text(line, cue), "found", 0, tuple(range(cue.first, cue.last)))
    for at, reservation in sorted(dict(_firmer(alignment, ours, theirs)).items()):
        yield Finding("firmness", line.between(at, at), "missing", alignment.links[at].line, instead=reservation)


def _firmer(alignment: Alignment, ours: Sequence[Cue], theirs: Sequence[Sequence[Cue]]) -> Iterator[tuple[int, str]]:
    """Yield the words that the grounding says with a reservation and the sentence without any, with that reservation."""
    reserved = {kind: {at for cue in ours if cue.kind == kind for at in cue.focus} for kind in ("modal", "if")}
    if any(cue.kind == "hedge" for cue in ours):
        return
    for index, cues in enumerate(theirs):
        for cue in cues:
            if cue.kind not in ("modal", "hedge", "if"):
                continue
            for at in (at for place in cue.focus for at in alignment.resting_on(index, place)):
                if at not in reserved.get(cue.kind, reserved["modal"]) and (cue.kind == "hedge" or _states(alignment.line, at)):
                    yield at, alignment.grounding[index].between(cue.first, cue.last - 1)


def _states(line: Line, at: int) -> bool:
    """Return whether a word says that something is so: a verb, or what stands behind a form of "to be"."""
    linked = any(word.low in _BEING for word in line.words[max(0, at - 3) : at])
    if line.words[at].fine in ("VBZ", "VBP") and any(w.low in _WHEN for w in line.words[max(0, at - _CLAUSE) : at]):
        return False  # "when the plant closes" leaves open whether it will
    return linked or line.words[at].fine in ("VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "MD", "")


def _our_firmness(alignment: Alignment, cue: Cue, ours: Sequence[Cue], theirs: Sequence[Sequence[Cue]]) -> Finding:
    line = alignment.line
    own = tuple(range(cue.first, cue.last))
    text = _text(line, cue)
    link = next((alignment.links[at] for at in cue.focus if at in alignment.links), None)
    if link is None:
        bare = (
            i for i, cues in enumerate(theirs) if any(c.kind == cue.kind and c.value == cue.value and not c.focus for c in cues)
        )
        same = -1 if cue.focus else next(bare, -1)
        return Finding("firmness", text, "found" if same >= 0 else "missing", same, own)
    if cue.kind == "if":
        held = any(c.kind == "if" and link.at in c.focus for c in theirs[link.line])
        return Finding("firmness", text, "found" if held else "missing", link.line if held else -1, own)
    our_level = _level(ours, next(at for at in cue.focus if at in alignment.links))
    their_level = _level(theirs[link.line], link.at)
    fits = our_level == their_level or (our_level, their_level) == (("expected", False), ("will", False))
    # "agreed to raise pay" says of the raise what "agreed to a pay rise" does: how firm it is, the word before tells.
    noun = alignment.grounding[link.line].words[link.at].tag == "NOUN" and their_level == ("fact", False)
    fits = fits or (noun and line.words[cue.last - 1].low == "to" and cue.first - 1 in alignment.links)
    return Finding("firmness", text, "found" if fits else "missing", link.line, own)


def _counting(line: Line, cue: Cue) -> bool:
    """Return whether a word that narrows is part of a number: "half of the town", "half a percent"."""
    word = line.words[cue.first]
    return any(amount.start <= word.start < amount.end for amount in line.amounts)


def _narrowing(alignment: Alignment, ours: Sequence[Cue], theirs: Sequence[Sequence[Cue]]) -> Iterator[Finding]:
    counted = [amount for amount in alignment.line.amounts if not amount.ordinal]
    for cue in ours:
        if cue.kind == "narrow" and not _counting(alignment.line, cue):
            links = _focus_links(alignment, cue)
            held = any(
                c.kind == "narrow" and same_restriction(c.value, cue.value) and at in c.focus
                for line, at in links
                for c in theirs[line]
            )
            held = held or cue.first in alignment.links
            yield Finding(
                "scope",
                _text(alignment.line, cue),
                "found" if held else "missing",
                links[0][0] if held and links else -1,
                (cue.first,),
            )
    for index, cues in enumerate(theirs):
        for cue in cues:
            if cue.kind != "narrow" or cue.value in _MAY_BE_DROPPED or alignment.resting_on(index, cue.first):
                continue
            if counted and _counting(alignment.grounding[index], cue):
                continue  # "half" for "50 percent": `numbers` holds them against each other
            # A restriction stands for the head of its phrase, the last word it acts on.
            shared = alignment.resting_on(index, cue.focus[-1])
            if shared and not any(
                c.kind == "narrow" and same_restriction(c.value, cue.value) and at in c.focus for at in shared for c in ours
            ):
                yield Finding(
                    "scope",
                    alignment.line.text[alignment.line.words[shared[0]].start : alignment.line.words[shared[0]].end],
                    "missing",
                    index,
                    instead=alignment.grounding[index].between(cue.first, cue.last - 1),
                )
