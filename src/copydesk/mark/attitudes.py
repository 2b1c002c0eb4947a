"""Finds whose view a clause gives that is no quote: stances, beliefs, intentions, findings, and speech told without its words.

    speech that makes no quote (nobody named, an outlet's report, a clause whose words are mostly in quotation marks)
    each cue of the lexicon outside of all that -> what stands behind it -> content -> holder

Of attributions inside one another only the outermost is marked: "the mayor fears that the union opposes the plan" is a fear.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from copydesk.mark.attributions import Attribution
from copydesk.mark.complements import content_end
from copydesk.mark.frames import Frame, frame_behind
from copydesk.mark.holders import holder_of
from copydesk.mark.phrases import FINITE, phrase_end, speaker_end, speaker_start, without_signs
from copydesk.mark.quotes import Said
from copydesk.mark.speakers import speaker_of
from copydesk.mark.view import View
from copydesk.records import AttributionKind, AttributionMark, NameMark, QuoteMark, SentenceMark
from copydesk.spans import overlap
from copydesk.text.attitudes import CUE_WORDS, CUES, RAISING, VERBS_BY_FORM, Frames, Sort
from copydesk.text.words import word_set

_SORTS: dict[str, Sort] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
_BE = word_set("is was were are been being be 's ’s 're ’re")
_BEFORE_OBJECT = frozenset({"DET", "PRON", "PROPN"})
_RELATIVES = frozenset({"that", "who", "which"})
# What may stand behind a passive whose subject is (part of) the content: "is expected to", "was praised by", "is seen as".
_BEHIND_PASSIVE = word_set("to object by as for of")
_NOBODY = (-1, -1)
_FAR = 12  # tokens between an outlet's name and the cue


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may attribute something.

    Attributes:
        at: The word.
        sentence: Its sentence.
        sort: What it is.
        frames: What may stand behind it, and what is attributed then.
        passive: Whether it is a passive verb.
    """

    at: int
    sentence: SentenceMark
    sort: Sort
    frames: Frames
    passive: bool


class _Told:
    """Quotes in order of the text, to ask what stands inside them."""

    def __init__(self, quotes: Sequence[QuoteMark]) -> None:
        self._quotes = quotes
        self._starts = [quote.start for quote in quotes]
        self._longest = max((quote.end - quote.start for quote in quotes), default=0)

    def hold(self, mark: AttributionMark) -> bool:
        """Return whether one of them holds more than half of an attribution's content."""
        first = bisect_left(self._starts, mark.start - self._longest)
        near = self._quotes[first : bisect_left(self._starts, mark.end)]
        return any(2 * overlap(quote, mark) > mark.end - mark.start for quote in near)


def find_attributions(
    view: View, said: Said, quotes: Sequence[QuoteMark], spoken: Sequence[QuoteMark], names: Sequence[NameMark]
) -> list[AttributionMark]:
    """Return the attributions that are no quotes, in order of the text.

    Args:
        view: The text.
        said: What is in quotation marks, and who says something, by sentence.
        quotes: All quotes found.
        spoken: Those of them that stay quotes; the others are what outlets report.
        names: Where entities are named, pronouns included.
    """
    told = _Told([quote for quote in quotes if quote.speaker is not None and (quote.whole or not quote.direct)])
    spans = {(quote.start, quote.end) for quote in quotes}
    kept = set(map(id, spoken))
    found = [_report(view, quote) for quote in quotes if id(quote) not in kept]
    by_words = [one for sentence in said.by_sentence for one in sentence if not _by_frame(view, one)]
    attitudes = _attitudes(view, said, by_words)
    for kind, one in ((_kind(view, one), one) for one in by_words):
        mark = _mark(view, kind, one, names)
        if (mark.start, mark.end) not in spans and not told.hold(mark):
            found.append(mark)
    found += [mark for kind, one in attitudes if not told.hold(mark := _mark(view, kind, one, names))]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.cue_start))


def _report(view: View, quote: QuoteMark) -> AttributionMark:
    """Return what an outlet reports as an attribution to it; its cue stands beside its name."""
    cue = (quote.cue or "").split()
    outlet = view.token_at(quote.speaker_start)
    near = sorted(range(max(0, outlet - _FAR), min(len(view.lower), outlet + _FAR)), key=lambda at: abs(at - outlet))
    at = next((here for here in near if list(view.lower[here : here + len(cue)]) == cue), outlet)
    return AttributionMark(
        start=quote.start,
        end=quote.end,
        kind="speech",
        cue=quote.cue or "",
        cue_start=view.tokens[at].start,
        cue_end=view.tokens[at + len(cue) - 1].end if cue else view.tokens[at].start,
        holder=quote.speaker,
        holder_start=quote.speaker_start,
        holder_end=quote.speaker_end,
        entity=quote.entity,
        known=quote.known,
    )


def _by_frame(view: View, one: Attribution) -> bool:
    """Return whether what stands behind a verb tells more than the few words in quotation marks it attributes."""
    return not one.clause and view.tokens[one.cue].lemma.lower() in CUES["verb"]


def _kind(view: View, one: Attribution) -> AttributionKind:
    frames = CUES["verb"].get(view.tokens[one.cue].lemma.lower(), {})
    return frames.get("clause", frames.get("object", "speech"))


def _mark(view: View, kind: AttributionKind, one: Attribution, names: Sequence[NameMark]) -> AttributionMark:
    holder = speaker_of(view, one, names)
    mark = AttributionMark(
        start=view.tokens[one.content].start,
        end=view.tokens[one.content_end - 1].end,
        kind=kind,
        cue=" ".join(view.lower[one.cue : one.cue_end]),
        cue_start=view.tokens[one.cue].start,
        cue_end=view.tokens[one.cue_end - 1].end,
    )
    if holder is None:
        return mark
    return replace(
        mark, holder=holder.text, holder_start=holder.start, holder_end=holder.end, entity=holder.entity, known=holder.known
    )


def _attitudes(view: View, said: Said, known: Iterable[Attribution]) -> Iterator[tuple[AttributionKind, Attribution]]:
    """Yield what the cues of the lexicon attribute that stand in no quote and nothing that is said by somebody already."""
    taken = _taken(known)
    done = 0
    for at in [at for at, token in enumerate(view.tokens) if token.lemma in CUE_WORDS]:
        if at < done or view.tokens[at].tag not in _SORTS or at in taken or said.quoted[at] >= 0:
            continue
        cue = _cue(view, at)
        found = _read(view, cue, said.quoted) if cue is not None else None
        if found is not None:
            done = found[1].content_end
            yield found


def _taken(known: Iterable[Attribution]) -> set[int]:
    """Return the words of attributions: cue, speaker, content."""
    taken: set[int] = set()
    for one in known:
        taken.update(range(one.content, one.content_end), range(one.cue, one.cue_end), range(one.speaker, one.speaker_end))
    return taken


def _cue(view: View, at: int) -> Cue | None:
    """Return the cue that a word is, None where it is none."""
    token = view.tokens[at]
    if token.relation in ("amod", "compound"):
        return None
    sort, lemma = _SORTS[token.tag], token.lemma.lower()
    if sort == "noun" and _is_verb(view, at):  # headlines: "Mayor assails the plan"
        sort, lemma = "verb", VERBS_BY_FORM[view.lower[at]]
    frames = CUES[sort].get(lemma)
    if frames is None:  # taggers take adjectives of mood for nouns and verbs: "is adamant that"
        sort, frames = "adjective", CUES["adjective"].get(lemma)
    return None if frames is None else Cue(at, view.sentence_of(at), sort, frames, sort == "verb" and _passive(view, at))


def _is_verb(view: View, at: int) -> bool:
    """Return whether a word that is tagged as a noun must be a verb, because its object begins right behind it."""
    if view.lower[at] not in VERBS_BY_FORM or at + 1 >= len(view.tokens) or at == 0:
        return False
    before, behind = view.tokens[at - 1], view.tokens[at + 1]
    owned = before.tag in ("DET", "ADJ") or before.fine in ("POS", "PRP$")
    return behind.tag in _BEFORE_OBJECT and view.lower[at + 1] not in _RELATIVES and not owned


def _passive(view: View, at: int) -> bool:
    if view.tokens[at].fine != "VBN":
        return False
    first = max(view.sentence_of(at).first, at - 3)
    return view.tokens[at].relation == "acl" or not _BE.isdisjoint(view.lower[first:at])


def _read(view: View, cue: Cue, quoted: Sequence[int]) -> tuple[AttributionKind, Attribution] | None:
    """Return what a cue attributes, None where nothing that it may take stands behind it."""
    frame = frame_behind(view, cue.sentence, cue.at, quoted)
    if frame.name == "" or (frame.start >= cue.sentence.last - 1 and frame.name != "object"):
        return None
    if cue.sort == "noun" and frame.name == "clause" and view.tokens[frame.start].fine in FINITE:
        return None  # tells of the thing: "a case that shocked the town"
    if cue.passive:
        return _read_passive(view, cue, frame, quoted)
    # A tagger takes many an infinitive for a noun: "declined to comment".
    kind = cue.frames.get(frame.name) or (cue.frames.get("to") if frame.name == "to." and cue.sort == "verb" else None)
    if kind is None:
        return None
    if view.tokens[cue.at].lemma.lower() in RAISING:
        return _whole(view, cue, kind, frame, quoted)
    return _attribution(view, cue, kind, frame, quoted)


def _attribution(
    view: View, cue: Cue, kind: AttributionKind, frame: Frame, quoted: Sequence[int]
) -> tuple[AttributionKind, Attribution] | None:
    """Return that the subject of a cue holds what stands behind it."""
    first, last = without_signs(view, frame.start, content_end(view, cue.sentence, cue.at, frame, quoted))
    if first >= last:
        return None
    modifies = cue.passive and view.tokens[cue.at].relation == "acl"
    holder = _NOBODY if modifies else holder_of(view, cue.sentence, cue.at, cue.sort, quoted)
    return kind, Attribution(cue.at, cue.at + 1, *holder, first, last, trailing=False)


def _read_passive(view: View, cue: Cue, frame: Frame, quoted: Sequence[int]) -> tuple[AttributionKind, Attribution] | None:
    """Return what a passive attributes: its subject holds ("was told that") or is the content ("was praised by the mayor")."""
    kind = cue.frames.get(frame.name)
    if view.tokens[cue.at].relation == "acl":
        return None if kind is None or frame.name == "object" else _attribution(view, cue, kind, frame, quoted)
    if kind is not None and frame.name in ("clause", "about"):
        return _attribution(view, cue, kind, frame, quoted)
    kind = cue.frames.get("object")
    if kind is None or frame.name not in _BEHIND_PASSIVE:
        return None
    return _by(view, cue, kind, frame, quoted) if frame.name == "by" else _whole(view, cue, kind, frame, quoted)


def _whole(
    view: View, cue: Cue, kind: AttributionKind, frame: Frame, quoted: Sequence[int]
) -> tuple[AttributionKind, Attribution] | None:
    """Return that nobody named holds a whole clause: "the dam is expected to break"."""
    subject = speaker_start(view, cue.sentence, cue.at, quoted)
    if subject is None:
        return None
    first, last = without_signs(view, subject, content_end(view, cue.sentence, cue.at, frame, quoted))
    return kind, Attribution(cue.at, cue.at + 1, *_NOBODY, first, last, trailing=False)


def _by(
    view: View, cue: Cue, kind: AttributionKind, frame: Frame, quoted: Sequence[int]
) -> tuple[AttributionKind, Attribution] | None:
    """Return what is held by whoever stands behind "by"."""
    subject = speaker_start(view, cue.sentence, cue.at, quoted)
    if subject is None:
        return None
    first, last = without_signs(view, subject, speaker_end(view, subject, cue.at))
    holder = frame.start, phrase_end(view, cue.sentence, frame.start, quoted)
    return (kind, Attribution(cue.at, cue.at + 1, *holder, first, last, trailing=True)) if first < last else None
