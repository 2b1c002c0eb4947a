"""Names that look like outlets' but are something else's: the ferry "Morning Star", the parcel firm "Meridian Post"."""

from collections.abc import Iterator

from copydesk.mark.credit_slots import name_end
from copydesk.mark.kinds import VESSELS
from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.words import word_set

_PREFIXES = word_set("mv ms ss hms uss rms mt fv mts hmas hmcs")
_KINDS = VESSELS | word_set(
    """
    firm company maker manufacturer bank carrier operator retailer hotel pub restaurant cafe chain brand supplier shop store team
    club band song album film horse rocket spacecraft satellite mine estate
    """
)
_PRESS = word_set("media news publishing newspaper broadcasting press television radio magazine")
# What ships do.
_AT_SEA = word_set("sink capsize sail dock drift founder list moor anchor")
_ABOARD = word_set("aboard hull wreck captain crew deck passengers")
_SIGNS = _KINDS | _PREFIXES | _ABOARD | word_set("sank sunk sinks capsized capsizes sailed docked drifted foundered")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"that", "which", "who", "whose", "where"})
_APPOSITION = 7
_LEAST = 2  # words


def things(view: View) -> frozenset[str]:
    """Return the names, without article, that the text calls a ship, a firm, a hotel … or tells such a thing's deeds of."""
    if _SIGNS.isdisjoint(view.places):
        return frozenset()
    return frozenset(_things(view))


def _things(view: View) -> Iterator[str]:
    behind = 0
    for at in view.capitals:
        if at < behind:
            continue
        sentence = view.sentence_of(at)
        behind = max(name_end(view, sentence, at), at + 1)
        first = at + (view.lower[at] == "the")
        bare = first + (first < behind and view.lower[first] in _PREFIXES)
        if behind - bare < _LEAST:
            continue
        if bare > first or _called(view, sentence, at, behind) or _acts(view, sentence, at, behind):
            yield view.phrase(first, behind)
            yield view.phrase(bare, behind)


def _called(view: View, sentence: SentenceMark, first: int, last: int) -> bool:
    """Return whether a noun before a name or between commas behind it says what it is: "the ferry X", "X, the parcel firm,"."""
    before = view.lower[max(sentence.first, first - 2) : first]
    if before[-1:] and before[-1] in _KINDS and before[0] not in _PRESS:
        return True
    if view.lower[last : last + 1] != (",",) or last + 1 >= sentence.last or view.lower[last + 1] not in ("a", "an", "the"):
        return False
    closing = (",",) if view.lower[last + 1] == "the" else (",", ".")  # "according to the Globe, the company closed." is none
    end = next((at for at in range(last + 2, min(last + _APPOSITION, sentence.last)) if view.lower[at] in closing), last)
    words = view.lower[last + 1 : end]
    return not _clause(view, last + 1, end) and not _KINDS.isdisjoint(words) and _PRESS.isdisjoint(words)


def _clause(view: View, first: int, last: int) -> bool:
    """Return whether words are a clause of their own: a finite verb, and no "that" or "which" before it."""
    verb = next((at for at in range(first, last) if view.tokens[at].fine in _FINITE), last)
    return verb < last and _RELATIVE.isdisjoint(view.lower[first:verb])


def _acts(view: View, sentence: SentenceMark, first: int, last: int) -> bool:
    """Return whether a name does what ships do, or somebody is aboard: "the X capsized", "the captain of the X"."""
    verbs = {last, *(view.tokens[at].head for at in range(first, last))}
    if any(0 <= verb < sentence.last and view.tokens[verb].lemma in _AT_SEA and view.tokens[verb].tag == "VERB" for verb in verbs):
        return True
    before = view.lower[max(sentence.first, first - 6) : first]
    aboard = next((word for word in reversed(before) if word != "the"), "")
    return aboard in _ABOARD or (aboard == "of" and not _ABOARD.isdisjoint(before))
