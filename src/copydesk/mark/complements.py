"""Where the content of an attribution ends: "praised the plan | after the vote", "hopes to win | and left"."""

from collections.abc import Sequence

from copydesk.mark.contents import governs, reported_end
from copydesk.mark.frames import Frame
from copydesk.mark.phrases import FINITE
from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.words import word_set

_BREAKS = frozenset({";", ":", "—", "–", "--"})
_COMPLEMENTS = word_set("obj ccomp xcomp obl iobj nsubj advmod nmod acl")
_AUXILIARIES = word_set("aux aux:pass cop advmod")
_JOINS = frozenset({"and", "but", "or"})
# With these the writer tells when or why; behind a noun phrase they are no part of the content.
_CIRCUMSTANCES = word_set("until while when after before because since amid although though if unless ahead despite during")
_PLACES = frozenset({"in", "at", "on", "during"})
# Where something is said: "in an interview with …".
_OCCASIONS = word_set(
    """
    interview interviews speech statement email letter debate remarks conference rally tweet testimony ad op-ed call briefing
    address post memo forum event
    """
)
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ", "PART"})
_NO_LIST = frozenset({"which", "who", "that", ";", ":", "—"})
_VERBAL = frozenset({"clause", "to", "ing"})
_PHRASES = frozenset({"object", "of", "about", "for", "on", "against", "with", "at", "in", "over"})
_LEADING = word_set("that who which whom whose what how why where when whether if as because than")
_OPENS = frozenset({"DET", "PRON"})
_LONGEST_BRACKET = 6
_LONGEST_ITEM = 9


def content_end(view: View, sentence: SentenceMark, cue: int, frame: Frame, quoted: Sequence[int]) -> int:
    """Return where the content ends that begins at `frame.start` behind a cue."""
    clause = frame.name == "clause" or (frame.name == "object" and _is_clause(view, cue, frame.start, sentence.last))
    limit = reported_end(view, cue, frame.start, sentence.last, quoted) if clause else sentence.last
    above = frozenset(view.above(cue))
    leaves = _leaves_clause if clause else _leaves
    closing = -1
    for at in range(frame.start + 1, limit):
        if at <= closing:
            continue
        if view.lower[at] == "(":
            closing = next((here for here in range(at, min(at + _LONGEST_BRACKET, limit)) if view.lower[here] == ")"), -1)
            if closing < 0:
                return at
        elif view.lower[at] in _BREAKS or governs(view, at, above) or leaves(view, cue, frame, at, limit):
            return at
    return limit


def _is_clause(view: View, cue: int, first: int, last: int) -> bool:
    return any(view.tokens[at].head == cue and view.tokens[at].relation == "ccomp" for at in range(first, last))


def _leaves_clause(view: View, cue: int, frame: Frame, at: int, limit: int) -> bool:
    """Return whether a clause ends at a token: at a comma behind its verb, before another verb of the cue's subject."""
    word = view.lower[at]
    if word == ",":
        told = any(view.tokens[here].fine in FINITE for here in range(frame.start, at))
        return told and not _goes_on(view, cue, frame, at, limit)
    return (word in _JOINS and _joins_cue(view, cue, at, limit)) or (word in _PLACES and _occasion(view, at, limit))


def _leaves(view: View, cue: int, frame: Frame, at: int, limit: int) -> bool:
    """Return whether a phrase ends at a token."""
    word = view.lower[at]
    if word == ",":
        return not _goes_on(view, cue, frame, at, limit)
    if word in _JOINS:
        return _joins_cue(view, cue, at, limit) or (frame.name in _PHRASES and _joins_verb(view, frame.start, at, limit))
    if view.tokens[at].fine in FINITE:
        return _after_phrase(view, cue, frame, at)
    return (word in _CIRCUMSTANCES and frame.name != "to") or (word in _PLACES and _occasion(view, at, limit))


def _joins_verb(view: View, start: int, at: int, limit: int) -> bool:
    """Return whether "and" leads from a phrase without a verb to a verb: "praised the plan | and left"."""
    verb = next((here for here in range(at + 1, limit) if view.tokens[here].tag != "ADV"), limit)
    told = any(view.tokens[here].fine in FINITE for here in range(start, at))
    return verb < limit and view.tokens[verb].fine in FINITE and not told


def _after_phrase(view: View, cue: int, frame: Frame, verb: int) -> bool:
    """Return whether a verb belongs to the sentence around: "their fear of the plan | grew", "those who like her | have won"."""
    if frame.name in _VERBAL or (view.tokens[cue].tag == "VERB" and view.tokens[cue].relation not in ("acl", "acl:relcl")):
        return False
    inside = range(frame.start, verb)
    led = any(view.lower[at] in _LEADING for at in inside)
    bare = any(
        view.tokens[at].tag in _OPENS and view.tokens[at - 1].tag in ("NOUN", "PROPN") for at in inside[1:]
    )  # "the plan he made"
    return not led and not bare


def _joins_cue(view: View, cue: int, at: int, last: int) -> bool:
    """Return whether "and" leads to another verb beside the cue: "praised the plan | and left"."""
    verb = next((here for here in range(at + 1, min(at + 7, last)) if view.tokens[here].tag in ("VERB", "AUX")), None)
    for _ in range(5):
        if verb is None or view.tokens[verb].relation not in _AUXILIARIES or view.tokens[verb].head < 0:
            break
        verb = view.tokens[verb].head
    return verb is not None and view.tokens[verb].relation == "conj" and view.tokens[verb].head == cue


def _occasion(view: View, at: int, last: int) -> bool:
    """Return whether a preposition leads to the place where something was said."""
    for here in range(at + 1, min(at + 7, last)):
        if view.tokens[here].tag not in _NOMINAL:
            return False
        if view.lower[here] in _OCCASIONS and (here + 1 >= last or view.tokens[here + 1].tag != "NOUN"):
            return True
    return False


def _goes_on(view: View, cue: int, frame: Frame, comma: int, limit: int) -> bool:
    """Return whether the content goes on behind a comma: a year, an age, a place, a list, or what the parse puts inside."""
    if comma + 1 >= limit:
        return False
    word, behind = view.lower[comma + 1], view.lower[comma + 2] if comma + 2 < limit else ""
    number = word[:1].isdigit() and (len(word) == 4 or behind == ",")
    place = view.tokens[comma - 1].tag == view.tokens[comma + 1].tag == "PROPN" and behind in (",", ".", ")")
    return number or place or word == "not" or _lists(view, frame.start, comma + 1, limit) or _inside(view, cue, comma + 1)


def _lists(view: View, start: int, first: int, limit: int) -> bool:
    """Return whether the words behind a comma are one more of a list that "and" closes."""
    for at in range(first, min(first + _LONGEST_ITEM, limit)):
        if view.tokens[at].fine in FINITE or view.lower[at] in _NO_LIST:
            return False
        if view.lower[at] in ("and", "or"):
            return at > first and (view.tokens[first].tag == view.tokens[start].tag or view.lower[at - 1] == ",")
    return False


def _inside(view: View, cue: int, at: int) -> bool:
    """Return whether a word hangs on the cue through one of its complements."""
    below = at
    for above in view.above(at):
        if above == cue:
            return view.tokens[below].relation in _COMPLEMENTS
        below = above
    return False
