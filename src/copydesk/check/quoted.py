"""Quoted words: verbatim, in the articles' own quotation marks unless an outlet is quoted, and by the same speaker."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.check.align import Alignment
from copydesk.check.finding import Finding
from copydesk.check.forms import folded
from copydesk.check.pool import ArticleLine, said_of
from copydesk.records import QuoteMark

_OPEN = "“„«"
_MARKS = (*_OPEN, '"', "``")
_CLOSE = {"“": '”"', "„": "“”", "«": "»"}
_GAP = re.compile(r"\.\.\.+|…|\[[^\]]{0,80}\]|\(\.\.\.\)|--+|—")
_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*")
_DOTS = re.compile(r"\.\.\.|…")
_LONGEST_GAP = 60  # words of an article that three dots may stand for
_TELLING = 8  # words by which a quotation is known again
_LONGEST_BRACKET = 4  # and that words in brackets may


def spans_of(text: str) -> tuple[list[tuple[int, int]], int]:
    """Return the spans of words between quotation marks, without the marks, and where one begins that never closes (-1: none)."""
    found: list[tuple[int, int]] = []
    start, closing = -1, ""
    for at, sign in enumerate(text):
        if start >= 0 and sign in closing:
            found.append((start, at))
            start = -1
        elif start < 0 and sign in _OPEN:
            start, closing = at + 1, _CLOSE[sign]
        elif start < 0 and (sign == '"' or text.startswith("``", at)):
            start, closing = at + (1 if sign == '"' else 2), "\"”'" if sign == "`" else '"”'
    return found, start


def quotes(alignment: Alignment, *, by_outlet: bool) -> Iterator[Finding]:
    """Yield a finding for each quotation in a sentence.

    Args:
        alignment: The sentence and its grounding.
        by_outlet: Whether the sentence quotes the outlet itself, so that any of its words may stand in quotation marks.
    """
    line = alignment.line
    text = line.text[line.start : line.end]
    spans, unclosed = spans_of(text) if any(sign in text for sign in _MARKS) else ([], -1)
    for start, end in spans:
        finding = _quote(alignment, text[start:end], by_outlet=by_outlet)
        inside = tuple(w.at for w in line.words if start <= w.start - line.start < end)
        yield replace(finding, words=inside) if finding.outcome == "found" else finding
        if finding.outcome == "found" and inside and not by_outlet:
            yield from _spoken_by(alignment, finding.line, line.start + start, line.start + end)
    if (
        unclosed >= 0
    ):  # it may go on in the next sentence; as far as it stands here, its words are the article's or the sentence fails
        rest = _quote(alignment, text[unclosed:], by_outlet=by_outlet)
        yield rest if rest.outcome == "found" else Finding("quote", "a quotation mark that is never closed", "missing")


def _spoken_by(alignment: Alignment, index: int, start: int, end: int) -> Iterator[Finding]:
    """Yield that a quotation stands in the article with another speaker, where both name theirs."""
    line, other = alignment.line, alignment.grounding[index]
    mark = next((q for q in line.quotes if q.direct and q.words_start < end and start < q.words_end and q.speaker), None)
    said = words_of(line.text[start:end])
    theirs = next(
        (q for q in other.quotes if q.entity is not None and said[:_TELLING] == _said(other, q)[: len(said[:_TELLING])]), None
    )
    if mark is None or theirs is None or theirs.entity is None or mark.speaker is None:
        return
    named = {w.low for w in line.words if w.kind == "name" and mark.speaker_start <= w.start < mark.speaker_end}
    entity = other.marked.marks.entity(theirs.entity)
    known = set(said_of(entity)) | set(words_of(theirs.speaker or ""))
    if named and entity.kind == "person" and named.isdisjoint(known):
        yield Finding("speaker", mark.speaker, "contradicted", index)


def _said(line: ArticleLine, mark: QuoteMark) -> list[str]:
    return words_of(line.text[mark.words_start : mark.words_end])


def _quote(alignment: Alignment, quote: str, *, by_outlet: bool) -> Finding:
    parts = [words_of(part) for part in _GAP.split(quote)]
    parts = [part for part in parts if part]
    readings = [([words_of(quote)], 0), (parts, _LONGEST_GAP if _DOTS.search(quote) else _LONGEST_BRACKET)]
    if not parts:
        return Finding("quote", quote, "found" if alignment.grounding else "missing", 0 if alignment.grounding else -1)
    for index, other in enumerate(alignment.grounding):
        for written in _where(other, by_outlet=by_outlet):
            if any(_stands_in(reading, words_of(written), gap) for reading, gap in readings):
                return Finding("quote", quote, "found", index)
    altered = _nearly(alignment, parts)
    return Finding("quote", quote, "contradicted" if altered >= 0 else "missing", altered)


def _where(line: ArticleLine, *, by_outlet: bool) -> list[str]:
    """Return the words of an article that may be quoted: what it quotes itself, or all of it where the outlet is quoted."""
    whole = line.text[line.start : line.end]
    if by_outlet:
        return [whole]
    inside = [line.text[max(q.words_start, line.start) : min(q.words_end, line.end)] for q in line.quotes if q.direct]
    spans, unclosed = spans_of(whole)
    inside += [whole[start:end] for start, end in spans]
    if unclosed >= 0:  # the quotation goes on in the next sentence
        inside.append(whole[unclosed:])
        inside.append(whole[: unclosed - 1])  # or a straight sign closed one from an earlier sentence
    if "”" in whole and not spans:
        inside.append(whole[: whole.find("”")])
    return inside


def words_of(text: str) -> list[str]:
    """Return the folded words of a quotation, without punctuation."""
    return _WORD.findall(folded(text))


def _stands_in(parts: Sequence[Sequence[str]], words: Sequence[str], gap: int) -> bool:
    """Return whether the parts stand in the words one after the other, each in one piece."""
    at = 0
    for order, part in enumerate(parts):
        found = _find(part, words, at)
        if found < 0 or (order and found - at > gap):
            return False
        at = found + len(part)
    return True


def _find(part: Sequence[str], words: Sequence[str], start: int) -> int:
    for at in range(start, len(words) - len(part) + 1):
        if words[at] == part[0] and list(words[at : at + len(part)]) == list(part):
            return at
    return -1


def _nearly(alignment: Alignment, parts: Sequence[Sequence[str]]) -> int:
    """Return the sentence of the grounding that has most of the quoted words; -1 for none."""
    wanted = {word for part in parts for word in part}
    for index, other in enumerate(alignment.grounding):
        words = set(words_of(other.text[other.start : other.end]))
        if len(wanted) > 2 and len(wanted & words) >= 0.6 * len(wanted):
            return index
    return -1
