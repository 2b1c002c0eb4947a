"""Who says it: a claim somebody makes stays that somebody's claim."""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.check.align import Alignment, Link
from copydesk.check.finding import Finding
from copydesk.check.lexicon import LOADED_SPEECH, NEUTRAL_SPEECH, REPORTS
from copydesk.check.lines import Line, Word

_ENDS = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "“", "”", '"', "``", "''", "(", ")"})
_BREAKS = frozenset({"that", "and", "but", "as", "because", "while", "after", "before", "when", "if", "although", "though"})
_AUX = frozenset({"has", "have", "had", "also", "later", "earlier", "is", "was", "were", "are", "be", "been", "would", "will", "did", "does", "not", "n't", "to"})
_SPEAKER_LONGEST = 14
_MOSTLY = 0.75
_PASSIVE = frozenset({"is", "was", "were", "are", "be", "been"})


class Frame(msgspec.Struct, frozen=True):
    """Words by which somebody says something.

    Attributes:
        verb: Index of the verb of speech, or of "according".
        speaker: Indices of the speaker's words.
        said: Indices of what is said.
        loaded: Whether the verb says more than that it was said.
    """

    verb: int
    speaker: range
    said: frozenset[int]
    loaded: bool


def frames_of(line: Line, skip: frozenset[int] = frozenset()) -> tuple[Frame, ...]:
    """Return how a sentence attributes what it says, without the words in `skip`."""
    words = line.words
    found = []
    for word in words:
        if word.at in skip:
            continue
        if word.low == "according" and word.at + 1 < len(words) and words[word.at + 1].low == "to":
            found.append(_according(words, word.at))
        elif word.low in NEUTRAL_SPEECH or word.low in LOADED_SPEECH:
            frame = _frame(words, word)
            if frame:
                found.append(frame)
    return tuple(found)


def _according(words: Sequence[Word], at: int) -> Frame:
    end = at + 2
    while end < len(words) and words[end].low not in _ENDS and end - at < _SPEAKER_LONGEST:
        end += 1
    return Frame(at, range(at + 2, end), frozenset(w.at for w in words if w.at < at or w.at >= end), loaded=False)


def _frame(words: Sequence[Word], verb: Word) -> Frame | None:
    if verb.tag in ("NOUN", "PROPN", "ADJ"):
        return None
    at = verb.at
    start = at
    while start > 0 and words[start - 1].low not in _ENDS and words[start - 1].low not in _BREAKS and at - start < _SPEAKER_LONGEST:
        start -= 1
    speaker = range(start, at)
    if any(words[i].content or words[i].tag == "PRON" or words[i].low in ("he", "she", "they", "it", "who") for i in speaker):
        return _with_subject(words, at, speaker, verb)
    end = at + 1
    while end < len(words) and words[end].low not in _ENDS and words[end].low not in _BREAKS and end - at < _SPEAKER_LONGEST:
        end += 1
    if start == at and at > 0 and end > at + 1:  # …, said the minister
        return Frame(at, range(at + 1, end), frozenset(range(start)) | frozenset(range(end, len(words))), verb.low in LOADED_SPEECH)
    return None


def _with_subject(words: Sequence[Word], at: int, speaker: range, verb: Word) -> Frame:
    loaded = verb.low in LOADED_SPEECH
    if words[speaker.start].low in ("who", "which"):
        start = speaker.start - 1
        while start > 0 and words[start - 1].low not in _ENDS and words[start - 1].low not in _BREAKS:
            start -= 1
        speaker = range(start, at)
    before = frozenset(range(speaker.start))
    after = frozenset(range(at + 1, len(words)))
    postposed = speaker.start > 1 and words[speaker.start - 1].low in (",", "”", '"', "''", "-", "–", "—")
    return Frame(at, speaker, before | after if postposed else after, loaded)


def speech(alignment: Alignment, *, attributed: bool, skip: frozenset[int]) -> Iterator[Finding]:
    """Yield what is to be said about who says it.

    Args:
        alignment: A sentence and its grounding.
        attributed: Whether the sentence names an outlet that reports it.
        skip: Indices of the words that name that outlet.
    """
    ours = frames_of(alignment.line, skip)
    theirs = [frames_of(line) for line in alignment.grounding]
    for frame in ours:
        yield from _our_frame(alignment, frame, theirs)
    if not ours:
        yield from _dropped(alignment, theirs, skip, attributed=attributed)


def _our_frame(alignment: Alignment, frame: Frame, theirs: Sequence[Sequence[Frame]]) -> Iterator[Finding]:
    line = alignment.line
    text = line.text[line.words[frame.speaker.start].start : line.words[frame.speaker.stop - 1].end] if frame.speaker else ""
    speaker = [line.words[at] for at in frame.speaker if line.words[at].content]
    match = _their_frame(alignment, frame, theirs)
    verb = alignment.links.get(frame.verb)
    if match is None:
        if verb is None:
            yield Finding("attribution", f"{text} {line.words[frame.verb].low}".strip(), "missing", -1, (frame.verb,))
        return
    index, their = match
    if not frame.loaded or verb is not None:
        yield Finding("attribution", f"{text} {line.words[frame.verb].low}".strip(), "found", index, (frame.verb,))
    outside = [w for w in speaker if (link := alignment.links.get(w.at)) and not _is_speaker(alignment, link, index, their)]
    if speaker and their.speaker and outside and len(outside) >= _MOSTLY * len(speaker):
        yield Finding("speaker", text, "contradicted", index)


def _is_speaker(alignment: Alignment, link: Link, index: int, their: Frame) -> bool:
    """Return whether a word rests on one of the speaker's, or the speaker is only a pronoun there."""
    if link.line == index and (link.at in their.speaker or link.meant):
        return True
    words = alignment.grounding[index].words
    return link.line != index and not any(words[at].content for at in their.speaker)


def _their_frame(alignment: Alignment, frame: Frame, theirs: Sequence[Sequence[Frame]]) -> tuple[int, Frame] | None:
    """Return the attribution in the grounding of most of what a sentence attributes."""
    said = [alignment.links[at] for at in sorted(frame.said) if at in alignment.links]
    best: tuple[float, int, Frame] | None = None
    for index, frames in enumerate(theirs):
        for their in frames:
            inside = sum(link.line == index and link.at in their.said for link in said) / len(said) if said else 0.0
            same_verb = (link := alignment.links.get(frame.verb)) is not None and (link.line, link.at) == (index, their.verb)
            score = inside + 0.5 * same_verb
            if (inside >= _MOSTLY / 2 or same_verb) and (best is None or score > best[0]):
                best = (score, index, their)
    return best[1:] if best else None


def _unnamed(line: Line, frame: Frame) -> bool:
    """Return whether a sentence is attributed to reports of nobody in particular."""
    return all(line.words[at].low in REPORTS or line.words[at].low in ("local", "media", "news") or not line.words[at].content for at in frame.speaker)


def _dropped(alignment: Alignment, theirs: Sequence[Sequence[Frame]], skip: frozenset[int], *, attributed: bool) -> Iterator[Finding]:
    """Yield that a sentence says as plain fact what its grounding says somebody said."""
    links = [link for at, link in sorted(alignment.links.items()) if at not in skip]
    for index, frames in enumerate(theirs):
        here = [link for link in links if link.line == index]
        for frame in frames:
            inside = [link for link in here if link.at in frame.said]
            kept = any(link.at == frame.verb or link.at in frame.speaker for link in here)
            kept = kept or (attributed and _unnamed(alignment.grounding[index], frame))
            if here and not kept and len(inside) >= _MOSTLY * len(here) and len(here) >= _MOSTLY * len(links) / 2:
                words = alignment.grounding[index].words
                first, last = sorted((frame.verb, frame.speaker.start if frame.speaker else frame.verb))
                last = max(last, frame.speaker.stop - 1 if frame.speaker else last)
                text = alignment.grounding[index].text[words[first].start : words[last].end]
                yield Finding("attribution", text, "missing", -1)
                return
