"""Who a speaker is and how well he is known."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.mark.attributions import Attribution
from copydesk.mark.view import View
from copydesk.records import NameMark, SpeakerKnown
from copydesk.text.roles import DOCUMENTS, GROUPS, OFFICES
from copydesk.text.words import PRONOUNS, word_set

_SOME_OF = word_set("one two three four some several many most both all none each any another few members member")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the text names him, see [`QuoteMark`][copydesk.records.QuoteMark]."""

    text: str
    start: int
    end: int
    entity: str | None
    known: SpeakerKnown
    cue: str


def speaker_of(view: View, found: Attribution, names: Sequence[NameMark]) -> Speaker | None:
    """Return the speaker of an attribution, None where nobody is named."""
    if found.speaker < 0 or found.speaker >= found.speaker_end:
        return None
    first, last = _trimmed(view, found.speaker, found.speaker_end)
    start, end = view.tokens[first].start, view.tokens[last - 1].end
    head = _head_end(view, first, last)
    name = _named(names, start, view.tokens[head - 1].end) or _set_off(view, names, head, last) or _who(view, names, first, last)
    cue = " ".join(view.lower[found.cue : found.cue_end])
    known = _known(view, first, head, name)
    return Speaker(" ".join(view.text[start:end].split()), start, end, name.entity if name else None, known, cue)


def _trimmed(view: View, first: int, last: int) -> tuple[int, int]:
    while last - first > 1 and view.lower[first] in (",", "and", "but", "as", "–", "—", "-", "when", "while", "because", "then"):
        first += 1
    while last - first > 1 and view.lower[last - 1] in (",", "and", "'s", "’s"):
        last -= 1
    return first, last


def _head_end(view: View, first: int, last: int) -> int:
    """Return where the head of a noun phrase ends: before "of", "for", "at" …; "one of the aides" is an aide."""
    of = next((at for at in range(first + 1, min(first + 4, last - 1)) if view.lower[at] == "of"), None)
    if of is not None and view.lower[of - 1] in _SOME_OF:
        return _head_end(view, of + 1, last)
    return next(
        (at for at in range(first + 1, last) if view.tokens[at].tag == "ADP" or view.lower[at] in (",", "who", "with")), last
    )


def _named(names: Sequence[NameMark], start: int, end: int) -> NameMark | None:
    """Return the last mention inside a span: in "Toyota spokesman Dan Arlen" the person."""
    at = bisect_left(names, start, key=lambda name: name.start)
    inside = []
    while at < len(names) and names[at].start < end:
        if names[at].end <= end:
            inside.append(names[at])
        at += 1
    return inside[-1] if inside and inside[-1].end == end else None


def _set_off(view: View, names: Sequence[NameMark], comma: int, last: int) -> NameMark | None:
    """Return the name that a comma sets off behind an office: in "its chairman, Rada Venn" the person."""
    if comma + 1 >= last or view.lower[comma] != ",":
        return None
    return _named(names, view.tokens[comma + 1].start, view.tokens[last - 1].end)


def _who(view: View, names: Sequence[NameMark], first: int, last: int) -> NameMark | None:
    """Return the person that "who" tells of: "Rada Venn, who said"."""
    if last - first > 1 or view.lower[first] != "who" or first < 2:
        return None
    end = view.tokens[first - 1 - (view.lower[first - 1] == ",")].end
    at = bisect_left(names, end, key=lambda name: name.end)
    return names[at] if at < len(names) and names[at].end == end and names[at].mention != "pronoun" else None


def _known(view: View, first: int, last: int, name: NameMark | None) -> SpeakerKnown:
    words = view.lower[first:last]
    if len(words) == 1 and words[0] in PRONOUNS:
        return "pronoun"
    if name is not None:
        return "role" if name.mention == "role" else "named"
    head = words[-1]
    if head in DOCUMENTS or head.rstrip("s") in DOCUMENTS:
        return "document"
    if head in GROUPS or view.tokens[last - 1].fine in ("NNS", "NNPS"):
        return "group"
    if head in OFFICES:
        return "role"
    return "named" if view.tokens[last - 1].tag == "PROPN" else "unknown"
