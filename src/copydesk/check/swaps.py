"""Who did what to whom: two things that stand on the two sides of a verb may not change sides."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from copydesk.check.align import Alignment, Link
from copydesk.check.exchanged import exchanged
from copydesk.check.finding import Finding
from copydesk.check.lexicon import DIRECTIONS, NEUTRAL_SPEECH, SAME_DIRECTION
from copydesk.check.lines import Line
from copydesk.check.words import Word
from copydesk.text.roles import OFFICES

_REACH = 6  # words on each side of a verb
_ORDER = frozenset({"before", "after", "above", "below", "since", "until", "without", "with", "despite"})
_TURNED = {"before": "after", "after": "before", "above": "below", "below": "above"}
_TURN_REACH = 3  # words behind a partner in which its turned word is looked for
_VERBS = ("VERB", "X")
_APART = frozenset({"from", "against", "without"})
_LISTING = frozenset({",", "and", "or", "-", "of", "the", "&"})
_OFFICE_WORDS = OFFICES | {"prime", "vice", "first"}
_TOUCH = 4  # words between a verb and a name that touches it
_BOUNDS = frozenset({"over", "under", "above", "below"})
_SIGNS = frozenset({",", ";", ":", ".", "“", "”", '"', "--", "–", "—", "(", ")"})
# Stems of verbs whose two sides say the same either way round.
_MUTUAL = frozenset(
    {"sign", "meet", "marry", "wed", "divorc", "fac", "play", "merg", "negotiat", "agre", "partner", "clash", "draw"}
)
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got", "gets"})


def swaps(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each verb whose two sides are exchanged or that has another subject, and for turned prepositions."""
    yield from _sides(alignment)
    yield from exchanged(alignment, _MUTUAL)
    yield from _changed_places(alignment)
    yield from _directions(alignment)
    yield from _exchanged_names(alignment)
    yield from _possessed(alignment)
    yield from _turned(alignment)


def _sides(alignment: Alignment) -> Iterator[Finding]:
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        if link is None or word.kind != "word":
            continue
        other = alignment.grounding[link.line].words
        told = (word.tag in _VERBS or other[link.at].tag in _VERBS) and _MUTUAL.isdisjoint(word.keys)
        if told and _wrong(alignment, word, link):
            around = line.words[max(0, word.at - _REACH) : word.at + _REACH]
            yield Finding("order", line.text[around[0].start : around[-1].end], "contradicted", link.line)


def _changed_places(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for two verbs of which each has, in the sentence, the subject that the other has in the article."""
    line = alignment.line
    acting = [(word.at, alignment.links[word.at]) for word in line.content if word.tag == "VERB" and word.at in alignment.links]
    for (one, left), (other, right) in combinations(acting, 2):
        if left.line != right.line or left.at == right.at:
            continue
        theirs = alignment.grounding[left.line].words
        subjects = [_partner(alignment, _subject(line.words, at), link) for at, link in ((one, left), (other, right))]
        if (
            None not in subjects
            and subjects == [_subject(theirs, right.at), _subject(theirs, left.at)]
            and subjects[0] != subjects[1]
        ):
            yield Finding("order", line.text[line.words[one].start : line.words[other].end], "contradicted", left.line)


def _wrong(alignment: Alignment, word: Word, link: Link) -> bool:
    """Return whether a verb's subject and object are not those of its partner."""
    ours, theirs = alignment.line.words, alignment.grounding[link.line].words
    if _passive(ours, word.at) != _passive(theirs, link.at):
        return _mirrored(alignment, word.at, link)
    if _replaced(alignment, word.at, link) or _misplaced(alignment, word.at, link):
        return True
    if any(_other_name(alignment, word.at, link, step) for step in (-1, 1)):
        return True
    if word.low in NEUTRAL_SPEECH:  # "said the mayor", "the mayor said"
        return False
    pairs = ((_beside(ours, word.at, -1), _beside(ours, word.at, 1)), _arguments(ours, word.at))
    return any(_crossed(alignment, pair, link) for pair in pairs)


def _mirrored(alignment: Alignment, at: int, verb: Link) -> bool:
    """Return whether a passive and an active verb have the same subject, so that who did it now had it done to them."""
    words = alignment.grounding[verb.line].words
    ours, theirs = _subject(alignment.line.words, at), _subject(words, verb.at)
    if ours is None or theirs is None or {alignment.line.words[ours].relation, words[theirs].relation} != {"nsubj", "nsubj:pass"}:
        return False
    active = (words, verb.at) if words[theirs].relation == "nsubj" else (alignment.line.words, at)
    link = alignment.links.get(ours)
    own = {w.at for w in words if w.head == verb.at and w.relation == words[theirs].relation}  # "Judge" and "Dorn" of "Judge Dorn"
    same = link is not None and link.line == verb.line and link.at in own
    return same and _arguments(*active)[1] is not None


def _replaced(alignment: Alignment, at: int, verb: Link) -> bool:
    """Return whether a verb's subject rests on a word farther off, while its partner's own subject, nearer, is left out."""
    words = alignment.grounding[verb.line].words
    ours, theirs = _arguments(alignment.line.words, at)[0], _arguments(words, verb.at)[0]
    link = alignment.links.get(ours) if ours is not None else None
    if link is None or theirs is None or link.line != verb.line or link.at >= theirs or not words[theirs].content:
        return False
    within = words[link.at].head == theirs and words[link.at].relation != "nmod:poss"
    between = words[link.at + 1 : theirs]
    if any(word.low == "," for word in between) and not any(word.tag in ("VERB", "AUX") for word in between):
        return False  # "Berg, a former captain, sailed": the parse took the aside for the subject
    return not within and not alignment.resting_on(verb.line, theirs) and words[theirs].tag in ("NOUN", "PROPN")


def _misplaced(alignment: Alignment, at: int, verb: Link) -> bool:
    """Return whether a name that is an argument of a verb is, in the grounding, one of another verb instead."""
    line, words = alignment.line, alignment.grounding[verb.line].words
    for ours, theirs in zip(_arguments(line.words, at), _arguments(words, verb.at), strict=True):
        link = alignment.links.get(ours) if ours is not None else None
        if ours is None or theirs is None or link is None or link.line != verb.line or line.words[ours].kind != "name":
            continue
        partner, own = words[link.at], words[theirs]
        if own.kind != "name" or link.at == theirs or link.meant:
            continue
        if (
            partner.relation in ("nsubj", "obj", "iobj", "nsubj:pass")
            and partner.head not in (verb.at, theirs)
            and own.head == verb.at
        ):
            return True
    return False


def _other_name(alignment: Alignment, at: int, verb: Link, step: int) -> bool:
    """Return whether a verb touches one name, and its partner, on the same side, another."""
    words = alignment.grounding[verb.line].words
    ours, theirs = _touching(alignment.line.words, at, step), _touching(words, verb.at, step)
    link = alignment.links.get(ours) if ours is not None else None
    if link is None or theirs is None or link.line != verb.line or link.meant:
        return False
    between = words[min(link.at, theirs) : max(link.at, theirs) + 1]  # one name, or a list of names
    return not all(word.kind == "name" or word.low in _LISTING for word in between)


def _touching(words: Sequence[Word], at: int, step: int) -> int | None:
    """Return the name right before or behind a verb, with nothing but helping words and titles between."""
    place = at + step
    while 0 <= place < len(words) and abs(place - at) <= _TOUCH:
        word = words[place]
        if word.kind == "name" and word.low not in OFFICES:
            return place
        if word.tag not in ("DET", "AUX", "ADV", "PART") and word.low not in _OFFICE_WORDS:
            return None
        place += step
    return None


def _subject(words: Sequence[Word], at: int) -> int | None:
    """Return the subject, active or passive, that the parse gives a verb."""
    return next((w.at for w in words if w.head == at and w.relation.startswith("nsubj") and w.at < at), None)


def _crossed(alignment: Alignment, pair: tuple[int | None, int | None], verb: Link) -> bool:
    """Return whether what stands left of a verb rests on what stands right of its partner, and the other way round."""
    left, right = (_partner(alignment, at, verb) for at in pair)
    if left is None or right is None or not right < verb.at < left:
        return False
    words = alignment.grounding[verb.line].words
    near = left - verb.at <= _REACH and verb.at - right <= _REACH and not _parted(words, right, left)
    return near or _arguments(words, verb.at) == (right, left)


def _arguments(words: Sequence[Word], at: int) -> tuple[int | None, int | None]:
    """Return subject and object that the parse gives a verb."""
    subject = next((w.at for w in words if w.head == at and w.relation == "nsubj" and w.at < at), None)
    thing = next((w.at for w in words if w.head == at and w.relation == "obj" and w.at > at), None)
    return subject, thing


def _beside(words: Sequence[Word], at: int, step: int) -> int | None:
    """Return the nearest noun or name to one side of a verb, up to the next sign."""
    place = at + step
    while 0 <= place < len(words) and abs(place - at) <= _REACH and words[place].low not in _SIGNS:
        if words[place].kind in ("name", "word") and words[place].tag in ("NOUN", "PROPN", "X"):
            return place
        place += step
    return None


def _partner(alignment: Alignment, at: int | None, verb: Link) -> int | None:
    link = alignment.links.get(at) if at is not None else None
    return link.at if link and link.line == verb.line and not link.meant else None


def _parted(words: Sequence[Word], start: int, end: int) -> bool:
    """Return whether a sign stands between two words: what it parts belongs to different clauses."""
    return any(word.low in _SIGNS for word in words[start:end])


def _passive(words: Sequence[Word], at: int) -> bool:
    """Return whether a verb is built with "be": its sides are the other way round."""
    by = any(word.low == "by" and not _doing(words, at, word.at + 1) for word in words[at + 1 : at + 4])
    return by or (
        words[at].low.endswith(("ed", "en")) and any(word.low in _BE and word.tag != "PART" for word in words[max(0, at - 3) : at])
    )


def _doing(words: Sequence[Word], verb: int, at: int) -> bool:
    """Return whether a word says by doing what an active verb came about: "won the contract by suing"."""
    active = words[verb].fine in ("VBD", "VBZ", "VBP", "VB") and words[verb - 1].low not in _BE
    return active and at < len(words) and words[at].fine == "VBG"


def _directions(alignment: Alignment) -> Iterator[Finding]:
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        if link is None:
            continue
        ours = preposition(line, word.at)
        theirs = preposition(alignment.grounding[link.line], link.at)
        moved = (ours in _APART and _behind_verb(alignment.grounding[link.line], link.at)) or (
            theirs in _APART and _behind_verb(line, word.at)
        )
        if word.kind == "name" and moved:  # behind "from" here, right behind the verb there
            yield Finding("order", line.text[word.start : word.end], "contradicted", link.line)
        if word.kind == "word" and not {ours, theirs} <= _ORDER:
            continue
        if ours and theirs and ours != theirs and not any(ours in same and theirs in same for same in SAME_DIRECTION):
            yield Finding("order", f"{ours} {line.text[word.start : word.end]}", "contradicted", link.line)


def _exchanged_names(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each name behind a "from" or "against" that the article has elsewhere, with another name there."""
    line = alignment.line
    for word in line.content:
        link = alignment.links.get(word.at)
        before = preposition(line, word.at) if word.kind == "name" and link else None
        if link is None or before not in _APART or link.meant:
            continue
        other = alignment.grounding[link.line]
        if preposition(other, link.at) == before:
            continue
        rivals = (w.at for w in other.content if w.kind == "name" and preposition(other, w.at) == before)
        owners = [at for place in rivals for at in alignment.resting_on(link.line, place)]
        if any(preposition(line, at) != before for at in owners):
            yield Finding("order", f"{before} {line.text[word.start : word.end]}", "contradicted", link.line)


def _possessed(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each "judge's brother" where the article has, of the same noun, "the governor's"."""
    line = alignment.line
    for word in line.content:
        noun = alignment.links.get(word.head) if word.relation == "nmod:poss" else None
        link = alignment.links.get(word.at)
        if noun is None or link is None or link.meant or link.line != noun.line:
            continue
        theirs = alignment.grounding[noun.line]
        owner = next((w for w in theirs.words if w.relation == "nmod:poss" and w.head == noun.at and w.content), None)
        if owner and theirs.units.get(owner.at) != theirs.units.get(link.at) and not alignment.resting_on(noun.line, owner.at):
            yield Finding("order", line.text[word.start : line.words[word.head].end], "contradicted", noun.line)


def _behind_verb(line: Line, at: int) -> bool:
    """Return whether a name is, by its place, the object of a verb."""
    while at > 0 and (line.words[at - 1].kind == "name" or line.words[at - 1].tag == "DET"):
        at -= 1
    return at > 0 and line.words[at - 1].tag == "VERB"


def _turned(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each "before" in whose place the grounding has "after", and the other way round."""
    words = alignment.line.words
    for word in words:
        other = _TURNED.get(word.low)
        left = next((alignment.links[w.at] for w in reversed(words[: word.at]) if w.at in alignment.links), None) if other else None
        if left is None:
            continue
        theirs = alignment.grounding[left.line].words[left.at + 1 : left.at + 1 + _TURN_REACH]
        ahead = [w.low for w in theirs]
        if other in ahead and word.low not in ahead:
            yield Finding("order", word.low, "contradicted", left.line)


def preposition(line: Line, at: int) -> str | None:
    """Return the directing preposition of the phrase a word stands in, where it stands close before."""
    for word in reversed(line.words[max(0, at - 4) : at]):
        if word.low in _BOUNDS and word.at + 1 < len(line.words) and line.words[word.at + 1].tag == "NUM":
            continue  # "over 100 passengers" are more than 100
        if word.low in DIRECTIONS:
            return word.low
        if word.tag in ("VERB", "AUX") or word.low in _SIGNS or word.low in ("and", "or", "of", "in", "on", "at"):
            return None
    return None
