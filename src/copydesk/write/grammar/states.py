"""What a sentence tells as open: "has not been declared", "is still closed", "it is not known why", and what would settle it.

    not, no, nobody, yet to, refuses to   -> the verb, told as done of the same
    unclear, not known                    -> a cause, a culprit, a finding about the same
    still, remains, is closed             -> what ends such a state, told of the same (`_ENDS`)

Words are compared by their stems; pronouns stand for nobody, so that of them nothing is known.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import msgspec
from msgspec.structs import replace

from copydesk.text.background import stem
from copydesk.write.grammar.lexicon import CONDITIONS, REPORTING, TIME_UNITS, words
from copydesk.write.grammar.phrase import SUBJECTS, Phrase, Word

_NOT = words("not n't n’t")
_NOBODY = words("nobody none no-one")
_PRESENT = frozenset({"VBZ", "VBP"})
_NOW = words("is are 's ’s am has have does do had")
_REFUSING = words("refuse decline")
_CALLED_OFF = words("cancel scrap shelve")
_DROPPED, _PLANS = words("drop abandon withdraw axe"), words("plan proposal promise idea bid")
_WILL = words("will 'll ’ll")
_UNKNOWN = words("unclear unknown uncertain undetermined unexplained")
_KNOWN = words("know clear certain establish determine")
_ASKED = words("police investigator authority official doctor detective prosecutor fire officer")
_COMMENTING = words("comment respond reply react")
_LIGHT = words("be have make give take do get there more other any anyone anybody anything")
_EVENTS = words("arrest injury death casualty charge")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONG = words("years decades ever season since months months centuries")  # "has not rained in months" is no state of today
_LASTING = words("remain stay")
_SUPPLIES = words("power electricity light phone internet network service line water heating signal system systems website server")
_PARTICLES = words("out off down")
_UNSURE = words("will would may might could can should must shall to not n't n’t never no nobody if unless until whether without")
_BEFORE, _FAR, _CLIMB = 4, 8, 6  # words before a verb among which stands what takes it back, or its subject; steps up to a subject
_NEAR = 3  # words between two that belong together whatever the parse says
_JOINED = ("conj", "xcomp", "ccomp", "advcl", "parataxis", "obl")
_NAMING = ("compound", "flat", "appos", "conj", "nmod:poss")
_PREDICATES = ("VERB", "ADJ", "ADV", "ADP")
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
_CAUSES = words("cause blame because due trigger spark fault")
_CULPRITS = words("arrest charge name suspect identify confess accuse behind")
_FINDINGS = words("cause blame determine establish identify reveal find trace")
# What ends a state: each word left of the stroke ends by one right of it, "the road was closed" by "it reopened".
_ENDS = """
close closed shut block blocked impassable suspend suspended ground grounded halt halted offline stuck strand stranded closure
/ reopen open resume restore lift clear run restart repair refloat free
missing unaccounted trap trapped / find rescue recover free locate safe
large hiding / arrest capture detain catch surrender
condition hospital intensive / die release recover discharge
burn burning ablaze spread spreading rage raging / extinguish contain control douse
post office power / resign quit step replace sack dismiss oust fire
custody detain detained jail jailed / release free bail
bail / custody jail imprison remand
out off down outage / restore return reconnect
evacuate evacuated displaced / return
strike walkout / end call settle return
search searching hunt hunting / find end call arrest capture recover
fight fighting battle / extinguish contain control end
count counting / finish complete final result
wait waiting await / arrive receive
aground / refloat free tow pull
""".replace("\n/", " /")


class State(msgspec.Struct, frozen=True):
    """Something that a sentence tells as open; all words by their stems.

    What lies ahead is over once it is told as done, but it is no state of its day.

    Attributes:
        words: What is denied, or how things still are.
        settling: Words of a later sentence that would settle it.
        about: What it is told of; a later sentence about it has one of each group.
        least: How many of all these words it must have.
        ahead: Whether it is something to come.
    """

    words: frozenset[str]
    settling: frozenset[str]
    about: tuple[frozenset[str], ...]
    ahead: bool = False
    least: int = 1


def states(phrase: Phrase) -> tuple[State, ...]:
    """Return what a sentence tells as open, what is quoted apart."""
    return phrase.once(_states)


def _states(phrase: Phrase) -> tuple[State, ...]:
    return tuple(state for at in range(len(phrase.words)) if not phrase.quoted()[at] for state in _at(phrase, at))


def called_off(phrase: Phrase) -> frozenset[str]:
    """Return the stems of what a sentence tells to be called off, as a fact; nothing where it tells of no such thing."""
    for at, word in enumerate(phrase.words):
        off = word.lemma == "call" and "off" in phrase.forms()[at + 1 : at + 3]
        if word.tag != "VERB" or not (off or word.lemma in _CALLED_OFF or word.lemma in _DROPPED) or _taken_back(phrase, at):
            continue
        things = [i for what in phrase.children(at, "obj", "nsubj:pass") for i in phrase.subtree(what)]
        planned = any(phrase.words[i].lemma in _PLANS for i in things)
        if off or word.lemma in _CALLED_OFF or planned:
            nouns = [i for i in things if phrase.words[i].tag in ("NOUN", "PROPN") and phrase.words[i].lemma not in _PLANS]
            return _stems_of(phrase, nouns)
    return frozenset()


def settles(phrase: Phrase, state: State) -> bool:
    """Return whether a sentence tells, as a fact, what settles a state."""
    stems = [stem_of(word) for word in phrase.words]
    groups = [{at for at, one in enumerate(stems) if one in group} for group in state.about]
    shared = frozenset().union(*state.about).intersection(stems)
    if not groups or not all(groups) or len(shared) < state.least or (state.ahead and _YEAR.search(phrase.text)):
        return False
    ending = (at for at, one in enumerate(stems) if one in state.settling and not _taken_back(phrase, at))
    if state.ahead:
        ending = (at for at in ending if _was(phrase, at))
    return any(all(_together(phrase, at, about) for about in groups) for at in ending)


def _was(phrase: Phrase, at: int) -> bool:
    """Return whether a word tells what was, or belongs to a verb that does: "passed it by 76 *votes*"."""
    word = phrase.words[at]
    verb = word if word.tag == "VERB" or word.head < 0 else phrase.words[word.head]
    return verb.fine == "VBD" or (verb.fine == "VBN" and bool(_helping(phrase, at) or verb is not word))


def repeats(phrase: Phrase, state: State) -> bool:
    """Return whether a sentence tells the same as open."""
    about = frozenset().union(*state.about)
    return any(one.words & state.words and about & frozenset().union(*one.about) for one in states(phrase))


def stem_of(word: Word) -> str:
    """Return by what a word is compared; empty for one that tells nothing."""
    if word.tag not in _CONTENT and word.low not in _PARTICLES and word.low not in ("because", "due", "behind"):
        return ""
    return word.low if word.tag == "PROPN" else stem(word.lemma.casefold())


@cache
def _stems(forms: frozenset[str]) -> frozenset[str]:
    return frozenset(stem(form) for form in forms)


@cache
def _ending() -> Mapping[str, frozenset[str]]:
    """Return, by the stem of a state, the stems of what ends it."""
    found: dict[str, frozenset[str]] = {}
    for line in _ENDS.strip().splitlines():
        left, right = line.split("/")
        for word in left.split():
            found[stem(word)] = found.get(stem(word), frozenset()) | {stem(end) for end in right.split()}
    return found


@cache
def _ended() -> frozenset[str]:
    """Return the stems of all that ends a state."""
    return frozenset().union(*_ending().values())


def _together(phrase: Phrase, at: int, about: set[int]) -> bool:
    """Return whether one of some words belongs to what a word is told of."""
    head = phrase.words[at].head
    joined = head >= 0 and phrase.words[at].relation in _JOINED
    near = any(abs(i - at) <= _NEAR for i in about)
    return near or not about.isdisjoint(phrase.subtree(at)) or (joined and not about.isdisjoint(phrase.subtree(head)))


def _at(phrase: Phrase, at: int) -> Iterator[State]:
    """Yield the states of which a word is the sign."""
    word = phrase.words[at]
    if word.low in _NOT or word.low in _NOBODY or (word.low == "no" and word.relation == "det"):
        yield from _denied(phrase, at)
    elif word.low == "yet" and phrase.forms()[at + 1 : at + 2] == ["to"]:
        yield from _undone(phrase, next((i for i in range(at + 2, len(phrase.words)) if phrase.words[i].tag == "VERB"), -1))
    elif word.lemma in _REFUSING and word.tag == "VERB" and not _past(phrase, at):
        yield from _undone(phrase, next(iter(phrase.children(at, "xcomp")), -1), at)
    elif word.low in _WILL and word.tag == "AUX":
        yield from (replace(state, ahead=True) for state in _undone(phrase, word.head) if len(state.about) > 1)
    elif word.lemma == "reach" and {"could", "not"} <= set(_helping(phrase, at)) | {"not"} and phrase.has("not", "n't", "n’t"):
        yield State(_stems_of(phrase, (at,)), _stems(REPORTING), (_subject(phrase, at),))
    elif word.low == "unable" and not _past(phrase, at):
        yield State(frozenset(("unable",)), frozenset(), ())  # how long, no word tells; it is a state of its day
    elif word.low in _UNKNOWN:
        yield from _unknown(phrase, at)
    elif word.low == "still" or (word.lemma in _LASTING and word.tag == "VERB"):
        yield from _lasting(phrase, at)
    elif _now(phrase, at) and word.tag in _PREDICATES and stem_of(word):
        yield from _lasting(phrase, at, certain=False)


def _denied(phrase: Phrase, at: int) -> Iterator[State]:
    """Yield what a "not", "no" or "nobody" denies, where that may change."""
    word = phrase.words[at]
    noun = word.head if word.low == "no" else -1
    verb = phrase.words[noun].head if noun >= 0 else word.head
    if verb < 0 or phrase.has(*_LONG):
        return
    if phrase.words[verb].lemma in _KNOWN:
        asked = any(phrase.words[i].lemma in _ASKED for i in phrase.children(verb, "nsubj"))
        if noun < 0 and (asked or phrase.children(verb, "aux:pass", "cop")):
            yield from _unknown(phrase, verb)
    elif _may_change(phrase, verb) and not any(w.low in CONDITIONS for w in phrase.words[:at]):
        yield from _undone(phrase, verb, noun=noun)


def _may_change(phrase: Phrase, at: int) -> bool:
    """Return whether what is denied of a verb may come about: "has not resigned", "is not contained"; no "is not required"."""
    helping = _helping(phrase, at)
    if not {"has", "have", "had"}.isdisjoint(helping) or phrase.has("yet", "far", "immediately"):
        return True
    return not {"is", "are", "remains"}.isdisjoint(helping) and stem_of(phrase.words[at]) in _ended()


def _undone(phrase: Phrase, verb: int, holder: int = -1, noun: int = -1) -> Iterator[State]:
    """Yield that a verb has not come about.

    Args:
        phrase: The sentence.
        verb: Place of the verb.
        holder: Place of the verb whose subject is meant, where that is another.
        noun: Place of the noun that stands under "no".
    """
    if verb < 0:
        return
    light = phrase.words[verb].lemma in _LIGHT
    if light and not (noun >= 0 and phrase.words[noun].lemma in _EVENTS):
        # Whether "no decision has been made" still holds no word tells; it is a state of its day.
        yield from (State(_stems_in(phrase, (verb,)), frozenset(), ()),) if noun >= 0 or phrase.has("yet") else ()
        return
    subjects = phrase.children(holder if holder >= 0 else verb, *SUBJECTS)
    subject = _subject(phrase, holder if holder >= 0 else verb)
    nobody = any(phrase.words[i].low in _NOBODY for i in subjects)
    told = _stems_in(phrase, phrase.children(verb, "obj", "obl", "xcomp"))
    done = _stems_of(phrase, (noun if light else verb,))
    if phrase.words[verb].lemma in _COMMENTING:
        yield State(done, _stems(REPORTING), (subject,))
    elif light or nobody:
        yield State(done, done, (done,))
    elif noun >= 0:
        yield State(done, done, (told or _stems_of(phrase, (noun,)),))
    elif subject and done and phrase.words[verb].tag == "VERB":
        yield State(done, done, (subject, told) if told else (subject,))


def _unknown(phrase: Phrase, at: int) -> Iterator[State]:
    """Yield that something is not known: whatever else the sentence speaks of, told with its cause, settles it."""
    about = _stems_in(phrase, [i for i in range(len(phrase.words)) if i != at], {at})
    about -= _stems(_KNOWN) | _stems(REPORTING) | _stems(frozenset(("cause", "reason")))
    sign = _stems_of(phrase, [at]) | {"?"}
    if phrase.has("cause", "causes", "caused", "why", "reason", "what"):
        things = about & _stems_of(phrase, (i for i, w in enumerate(phrase.words) if w.tag in ("NOUN", "PROPN")))
        yield State(sign, _stems(_CAUSES), (things,), least=min(2, len(things)))
    elif phrase.has("who", "whose", "identity", "motive"):
        yield State(sign, _stems(_CULPRITS), (about,))
    else:
        # Of other questions a later sentence must speak in most of their words.
        yield State(sign, _stems(_FINDINGS), tuple(frozenset((one,)) for one in sorted(about)))


def _lasting(phrase: Phrase, at: int, *, certain: bool = True) -> Iterator[State]:
    """Yield how things still are; where the sentence itself does not say that this may change, only what is known to end."""
    word = phrase.words[at]
    top = word.head if word.low == "still" and word.head >= 0 else at
    near = (top, *phrase.children(top, "xcomp", "obl", "advmod", "obj", "amod"))
    state = _stems_of(phrase, [i for i in near if phrase.words[i].lemma not in _LASTING])
    about = _subject(phrase, top)
    if state & _PARTICLES and not about & _stems(_SUPPLIES):
        state -= _PARTICLES
    ending = frozenset().union(*(_ending().get(one, frozenset()) for one in state))
    now = certain and (word.low == "still" or word.fine in _PRESENT or bool(ending))
    if state and (ending or now) and (about or certain):
        yield State(state, ending, (about,) if about else ())


def _subject(phrase: Phrase, at: int) -> frozenset[str]:
    """Return the stems of what a verb is told of."""
    verb = at
    for _ in range(_CLIMB):
        if at < 0:
            break
        if found := phrase.children(at, *SUBJECTS):
            return _stems_of(phrase, [i for place in found for i in _naming(phrase, place)])
        at = phrase.words[at].head
    before = range(max(0, verb - _FAR), verb)  # an aside may part a verb from its subject: "the minister, Ana Boro, has yet to"
    return _stems_of(phrase, [i for i in before if phrase.words[i].tag in ("NOUN", "PROPN")])


def _naming(phrase: Phrase, at: int) -> list[int]:
    """Return a noun with what belongs to its name, and the names that hang on it: of "flights from Velden", both."""
    return sorted({at, *(i for i in phrase.subtree(at) if phrase.words[i].tag == "PROPN"), *phrase.children(at, *_NAMING)})


def _stems_in(phrase: Phrase, places: Sequence[int], beside: Iterable[int] = ()) -> frozenset[str]:
    """Return the stems of all that hangs on some words, but for what only says when and what tells next to nothing."""
    return _stems_of(phrase, sorted({i for place in places for i in phrase.subtree(place)}.difference(beside)))


def _stems_of(phrase: Phrase, places: Iterable[int]) -> frozenset[str]:
    telling = (phrase.words[i] for i in places if i >= 0)
    return frozenset(stem_of(w) for w in telling if w.lemma not in _LIGHT and w.low not in TIME_UNITS) - {""}


def _helping(phrase: Phrase, at: int) -> list[str]:
    word = phrase.words[at]
    above = phrase.words[word.head] if word.relation == "xcomp" and word.head >= 0 else word
    # A parser may take "has" of "has so far refused" for the verb.
    held = [above.low] if above.low in ("has", "have", "had") and word.fine == "VBN" else []
    return [*held, *(phrase.words[i].low for i in phrase.children(at, "aux", "aux:pass", "cop"))]


def _past(phrase: Phrase, at: int) -> bool:
    """Return whether a verb tells what once was, rather than how things are: "did not sign", not "has not signed"."""
    helping = _helping(phrase, at)
    if helping:
        return _NOW.isdisjoint(helping)
    return phrase.words[at].fine not in _PRESENT


def _now(phrase: Phrase, at: int) -> bool:
    """Return whether a word stands behind "is" or "are": "is closed", "have been out since"."""
    helping = _helping(phrase, at)
    lasts = "been" in helping and phrase.has("since") and not {"has", "have"}.isdisjoint(helping)
    return lasts or (any(low in ("is", "are", "'s", "’s") for low in helping) and "been" not in helping)


def _taken_back(phrase: Phrase, at: int) -> bool:
    """Return whether a word before another takes it back, or puts it ahead: "will reopen", "has not been found"."""
    before = [word.low for word in phrase.words[max(0, at - _BEFORE) : at]]
    return not _UNSURE.isdisjoint(_helping(phrase, at)) or not _UNSURE.isdisjoint(before)
