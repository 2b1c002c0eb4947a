"""Who says it: a claim somebody makes stays that somebody's claim."""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.check.align import Alignment, Link
from copydesk.check.finding import Finding
from copydesk.check.lexicon import LOADED_SPEECH, NEUTRAL_SPEECH, REPORTS
from copydesk.check.lines import Line
from copydesk.check.pool import outlet_key
from copydesk.check.words import Word

_ENDS = frozenset({",", ";", ":", ".", "-", "--", "–", "—", "“", "”", '"', "``", "''", "(", ")"})
_BREAKS = frozenset({"that", "and", "but", "as", "because", "while", "after", "before", "when", "if", "although", "though"})
_QUOTES = frozenset({"“", "”", '"', "``", "''"})
_POSTPOSED = frozenset({",", "”", '"', "''", "-", "–", "—"})
_TOLD_TO = frozenset({"told", "tells", "tell", "telling"})  # these have behind them who it is said to
_DEEPEST = 8
_THAT_REACH = 4  # words behind a verb in which "that" begins what is said
_SPEAKER_LONGEST = 14
_LONGEST_OFFICE = 6
_MOSTLY = 0.75
_OF_NOBODY = frozenset({"local", "media", "news", "other", "state"})


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
    behind = next((w.at for w in words[end + 1 :] if w.kind != "name"), len(words))
    closed = behind == len(words) or words[behind].low in _ENDS
    if at > 0 and end + 1 < behind and words[end].low == "," and closed:  # "…, according to the director, Ana Duarte."
        end = behind
    return Frame(at, range(at + 2, end), frozenset(w.at for w in words if w.at < at or w.at >= end), loaded=False)


def _frame(words: Sequence[Word], verb: Word) -> Frame | None:
    """Return what a verb of speech attributes to whom, None where it does not."""
    if (
        verb.tag in ("NOUN", "PROPN", "ADJ")
        or (verb.low in LOADED_SPEECH and not _reports(words, verb))
        or _is_said(words, verb.at)
    ):
        return None
    at = verb.at
    subject, beside = _subject(words, at), _before(words, at)
    if subject is None or (beside is not None and subject.stop <= beside.start):  # a parse that reaches over the speaker errs
        subject = beside
    if subject is None or _inverted(words, at):
        subject = _behind(words, at) or _apposed(words, at)
    if subject is None:
        return None
    if len(subject) > 1 and words[subject.start].low in ("and", "but"):
        subject = range(subject.start + 1, subject.stop)
    postposed = subject.start > at or (
        subject.start > 1
        and words[subject.start - 1].low in _POSTPOSED
        and not any(word.low == "that" for word in words[at + 1 : at + 1 + _THAT_REACH])
    )
    before = frozenset(range(min(subject.start, at)))
    after = frozenset(range(max(subject.stop, at + 1), len(words)))
    return Frame(at, subject, before | after if postposed else after, verb.low in LOADED_SPEECH)


def _is_said(words: Sequence[Word], at: int) -> bool:
    """Return whether the verb is a passive whose subject says nothing: "no injuries were reported"."""
    behind = words[at + 1].low if at + 1 < len(words) else "."
    passive = any(w.head == at and w.relation == "nsubj:pass" for w in words[:at])
    return passive and behind not in ("to", "that", "by", "as") and behind not in _QUOTES


def _reports(words: Sequence[Word], verb: Word) -> bool:
    """Return whether a verb that need not be one of speech is one here: a clause or quotation depends on it or goes before it."""
    near = [word.low for word in words[verb.at + 1 : verb.at + 4]]
    if "that" in near[:1] or any(sign in near for sign in _QUOTES) or verb.tag == "X":
        return True
    clause = any(w.head == verb.at and w.relation.startswith(("ccomp", "parataxis")) for w in words)
    return clause or verb.relation.startswith("parataxis") or any(w.low in _QUOTES for w in words[max(0, verb.at - 6) : verb.at])


def _subject(words: Sequence[Word], at: int) -> range | None:
    """Return the words of the subject that the parse gives a verb."""
    heads = [w.at for w in words if w.head == at and w.relation.startswith("nsubj")]
    # "met the mayor and said", "ruled it out, telling reporters": the subject of the first verb
    shared = words[at].relation == "conj" or (words[at].relation == "advcl" and words[at].fine == "VBG")
    if not heads and shared and words[at].head >= 0:
        heads = [w.at for w in words if w.head == words[at].head and w.relation.startswith("nsubj")]
    if not heads or (len(heads) > 1 and heads[-1] > at):
        return None
    inside = {heads[0]}
    for _ in range(_DEEPEST):
        more = {w.at for w in words if w.head in inside and w.relation not in ("punct", "acl:relcl", "appos", "parataxis")} - inside
        if not more:
            break
        inside |= more
    first, last = heads[0], heads[0]
    while first - 1 in inside and not _ends(words, first - 1):
        first -= 1
    while last + 1 in inside and not _ends(words, last + 1):
        last += 1
    if words[first].low in ("who", "which", "that"):
        return None
    return range(first, last + 1) if not first <= at <= last else None


def _ends(words: Sequence[Word], at: int) -> bool:
    """Return whether a sign parts what stands before it from what follows; the hyphen of "Min-seo" does not."""
    inside = 0 < at < len(words) - 1 and words[at].low == "-" and words[at - 1].end == words[at].start == words[at + 1].start - 1
    return words[at].low in _ENDS and not inside


def _inverted(words: Sequence[Word], at: int) -> bool:
    """Return whether a name stands behind a verb that has no subject of its own: "…, stated Olaf Brandt"."""
    own = any(w.head == at and w.relation.startswith("nsubj") for w in words)
    return (
        not own
        and words[at].low not in _TOLD_TO
        and at + 1 < len(words)
        and words[at + 1].kind == "name"
        and bool(_behind(words, at))
    )


def _apposed(words: Sequence[Word], at: int) -> range | None:
    """Return the speaker of ", its medical director, Ana Duarte, said": an office and a name, each between commas."""
    if at < 3 or words[at - 1].low != ",":
        return None
    name = _before(words, at - 1)
    if name is None or any(words[i].kind != "name" for i in name) or words[name.start - 1].low != ",":
        return None
    office = _before(words, name.start - 1)
    if office is None or len(office) > _LONGEST_OFFICE or words[office.start].tag not in ("DET", "PRON"):
        return None
    return range(office.start, name.stop)


def _before(words: Sequence[Word], at: int) -> range | None:
    """Return the speaker right before a verb; of "who said", the words before "who"."""
    start = at
    while start > 0 and not _ends(words, start - 1) and words[start - 1].low not in _BREAKS and at - start < _SPEAKER_LONGEST:
        start -= 1
    if start < at and words[start].low in ("who", "which") and start > 1:
        start -= 1
        while start > 0 and not _ends(words, start - 1) and words[start - 1].low not in _BREAKS:
            start -= 1
    told = any(
        words[i].content or words[i].tag == "PRON" or words[i].low in ("he", "she", "they", "it", "who") for i in range(start, at)
    )
    return range(start, at) if told else None


def _behind(words: Sequence[Word], at: int) -> range | None:
    """Return the speaker behind a verb, as in "…, said the minister"."""
    end = at + 1
    if (
        end >= len(words)
        or words[end].tag in ("ADP", "PART", "PRON", "SCONJ", "VERB", "AUX")
        or words[at - 1].low not in _POSTPOSED
    ):
        return None
    while end < len(words) and not _ends(words, end) and words[end].low not in _BREAKS and end - at < _SPEAKER_LONGEST:
        end += 1
    return range(at + 1, end) if at > 0 and end > at + 1 else None


def speech(alignment: Alignment, reporter: str | None, skip: frozenset[int]) -> Iterator[Finding]:
    """Yield what is to be said about who says it.

    Args:
        alignment: A sentence and its grounding.
        reporter: How the sentence names the outlet that reports it, if it does.
        skip: Indices of the words that name that outlet.
    """
    ours = frames_of(alignment.line, skip)
    theirs = [line.once(frames_of) for line in alignment.grounding]
    for frame in ours:
        yield from _our_frame(alignment, frame, theirs)
    yield from _dropped(alignment, theirs, skip, reporter)


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
    inside = [w for w in speaker if (link := alignment.links.get(w.at)) and _is_speaker(alignment, link, index, their)]
    told = any(alignment.grounding[index].words[at].content for at in their.speaker)
    if speaker and told and not inside:
        yield Finding("speaker", text, "contradicted", index)


def _is_speaker(alignment: Alignment, link: Link, index: int, their: Frame) -> bool:
    """Return whether a word rests on one of the speaker's, or the speaker is only a pronoun there."""
    words = alignment.grounding[index].words
    between = words[min(their.speaker.stop, their.verb) : max(their.speaker.start, their.verb)]
    wide = not any(word.tag == "VERB" for word in between)  # a name the parse left out of the subject
    first = min(their.speaker.start, their.verb if wide else their.speaker.start)
    last = max(their.speaker.stop, their.verb if wide else their.speaker.stop)
    if link.line == index and (first <= link.at < last or link.meant):
        return True
    return link.line != index and not any(words[at].content for at in their.speaker)


def _their_frame(alignment: Alignment, frame: Frame, theirs: Sequence[Sequence[Frame]]) -> tuple[int, Frame] | None:
    """Return the attribution in the grounding of most of what a sentence attributes."""
    said = [alignment.links[at] for at in sorted(frame.said) if at in alignment.links]
    best: tuple[float, int, Frame] | None = None
    for index, frames in enumerate(theirs):
        for their in frames:
            inside = sum(link.line == index and link.at in their.said for link in said) / len(said) if said else 0.0
            same_verb = (link := alignment.links.get(frame.verb)) is not None and (link.line, link.at) == (index, their.verb)
            told = any(_is_speaker(alignment, alignment.links[at], index, their) for at in frame.speaker if at in alignment.links)
            score = inside + 0.5 * same_verb + told
            if (inside >= _MOSTLY / 2 or same_verb) and (best is None or score > best[0]):
                best = (score, index, their)
    return best[1:] if best else None


def _same_reporter(line: Line, frame: Frame, reporter: str) -> bool:
    """Return whether the article itself attributes to the outlet the sentence names, or to reports of nobody in particular."""
    if all(line.words[at].low in REPORTS or line.words[at].low in _OF_NOBODY or not line.words[at].content for at in frame.speaker):
        return True
    named = outlet_key(line.text[line.words[frame.speaker.start].start : line.words[frame.speaker.stop - 1].end])
    return outlet_key(reporter) in named or named in outlet_key(reporter)


def _dropped(
    alignment: Alignment, theirs: Sequence[Sequence[Frame]], skip: frozenset[int], reporter: str | None
) -> Iterator[Finding]:
    """Yield that a sentence says as plain fact what its grounding says somebody said."""
    links = [link for at, link in sorted(alignment.links.items()) if at not in skip]
    for index, frames in enumerate(theirs):
        here = [link for link in links if link.line == index]
        for frame in frames:
            inside = [link for link in here if link.at in frame.said]
            kept = any(link.at == frame.verb or link.at in frame.speaker for link in here)
            kept = kept or (reporter is not None and _same_reporter(alignment.grounding[index], frame, reporter))
            if here and not kept and len(inside) >= _MOSTLY * len(here) and len(here) >= _MOSTLY * len(links) / 2:
                words = alignment.grounding[index].words
                first, last = sorted((frame.verb, frame.speaker.start if frame.speaker else frame.verb))
                last = max(last, frame.speaker.stop - 1 if frame.speaker else last)
                text = alignment.grounding[index].text[words[first].start : words[last].end]
                yield Finding("attribution", text, "missing", index)
                return
