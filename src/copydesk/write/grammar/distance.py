"""Other wordings of a sentence that would repeat an article too closely: rearranged, reworded, at last shortened or quoted in part.

the sentence ── taken apart (told) ── operations on its statement, one to three (moving, rewording)
                                   ── who reports or says it elsewhere (told.otherwise)      -> as near as is allowed? -> a wording
             ── without what it can do without (cutting), and again
             ── a part of it in quotation marks
"""

from itertools import pairwise

import msgspec

from copydesk.spans import Span
from copydesk.text.runs import Originals
from copydesk.write.grammar.cutting import cut
from copydesk.write.grammar.finish import finished, opened
from copydesk.write.grammar.lexicon import TELLING
from copydesk.write.grammar.marking import in_part
from copydesk.write.grammar.moving import backed, fronted, on_day, parted, related, said_that
from copydesk.write.grammar.nearness import Near, nearest
from copydesk.write.grammar.phrase import ENDS, Phrase, fresh
from copydesk.write.grammar.rewording import exchanged, owned, owning, turned
from copydesk.write.grammar.told import Told
from copydesk.write.grammar.voices import made_active, made_passive

OPERATIONS = (fronted, backed, parted, made_active, on_day, said_that, related, exchanged, turned, owned, owning, made_passive)
_DEEPEST = 3  # operations on one sentence
_WIDEST = 4  # statements of each number of operations that are gone on with
_MOST = 6  # wordings of a sentence that are proposed
_ENOUGH = 3  # wordings behind which no more operations are tried
_CUTS = 3  # parts that go
_SLACK = 2  # words by which a name may be mistaken for another word


class Voice(msgspec.Struct, frozen=True):
    """Whose words a sentence may be taken for.

    Attributes:
        attributed: Whether it says which outlet reports it; that may then stand in its middle.
        alone: Whether nobody else says or holds anything in it; then words in quotation marks can only be that outlet's.
        outlets: Names of the story's outlets.
        several: How many reports tell it, in words, where it does not say so.
        brief: Whether it is a headline, which is rather cut short than parted.
    """

    attributed: bool = False
    alone: bool = True
    outlets: tuple[str, ...] = ()
    several: str = ""
    brief: bool = False


class _Search:
    """Wordings found so far of one sentence, and how to tell whether one is far enough from the articles."""

    def __init__(self, told: Told, originals: Originals, limit: int) -> None:
        self.told, self.originals, self.limit = told, originals, limit
        self.found: dict[str, None] = {}
        self.seen: set[str] = set()

    def near(self, phrase: Phrase) -> Near:
        near = nearest(phrase, self.originals)
        if near.words <= self.limit:
            self.found.setdefault(phrase.text)
        return near

    def laid(self, statement: Phrase, run: Span) -> None:
        """Look whether a statement is far enough once who reports or says it stands elsewhere."""
        counted = [w.tag not in ("PUNCT", "PROPN") for w in statement.words]
        for phrase, at in self.told.otherwise(statement):
            left, right = sum(counted[run.start : at]), sum(counted[max(run.start, at) : run.end])
            if not at or max(left, right) <= self.limit + _SLACK:
                self.near(phrase)

    def widened(self, level: list[tuple[Near, Phrase]]) -> list[tuple[Near, Phrase]]:
        """Return the statements that one more operation makes of some, the nearest to what is wanted first."""
        following = []
        for near, statement in level:
            for operation in OPERATIONS:
                for other in operation(statement, self.within(near, statement)):
                    if other.text in self.seen:
                        continue
                    self.seen.add(other.text)
                    left = self.near(self.told.whole(other))
                    if left.words > self.limit:
                        self.laid(other, self.within(left, other))
                        following.append((left, other))
        return sorted(following, key=lambda entry: (entry[0].words, entry[1].text))[:_WIDEST]

    def within(self, near: Near, statement: Phrase) -> Span:
        """Return a stretch of the whole sentence as a range of places in its statement."""
        start = max(0, near.start - self.told.start)
        return Span(min(start, len(statement.words)), max(0, min(near.end - self.told.start, len(statement.words))))


def distanced(phrase: Phrase, originals: Originals, limit: int, voice: Voice = Voice()) -> tuple[str, ...]:  # noqa: B008 -- frozen
    """Return wordings of a sentence that share at most so many words in a row with any article, the least changed first.

    Args:
        phrase: The sentence.
        originals: The articles.
        limit: Most words in a row, as they count.
        voice: Whose words it may be taken for.

    Returns:
        Finished sentences; none where the operations do not suffice. Whether they still say what the articles say is for others to
        check.
    """
    near = nearest(phrase, originals)
    if near.words <= limit or not phrase.words:
        return ()
    told = Told.of(phrase, voice.outlets, originals.small)
    if voice.several and not told.teller and not told.speaker:
        told = msgspec.structs.replace(told, teller=fresh(f"{voice.several} reports say"))
    search = _Search(told, originals, limit)
    statement = told.statement
    if voice.brief:
        _unparted(search, statement)
    for cuts in range(_CUTS + 1):
        # What several origins carry is rather told in its order: who carries it is looked up by its main verb.
        _reworded(search, statement, parted=not voice.several or bool(cuts))
        if voice.several and not cuts:
            search.laid(statement, search.within(search.near(told.whole(statement)), statement))
        shorter = _shortened(statement, told.statement.count) if len(search.found) < _ENOUGH else None
        if shorter is None:
            break
        statement = shorter
    parts = in_part(phrase, told, near.span) if voice.attributed and voice.alone else ()
    quoted = next((part.text for part in parts if nearest(part, originals).words <= limit), None)
    wordings = (*list(search.found)[:_MOST], *([quoted] if quoted else []))
    closed = phrase.words[-1].form in ENDS
    return tuple(finished(text) if closed else opened(finished(text)) for text in wordings)


def _shortened(statement: Phrase, whole: int) -> Phrase | None:
    """Return a statement without the circumstance it ends with; None where it has none, or where too little would be left.

    Only its end may go, and only in one piece: what goes elsewhere hangs on a parse, and "separately" may be the point.
    """
    if any(w.tag == "VERB" and w.lemma in TELLING for w in statement.words):
        return None
    shorter = cut(statement)
    if shorter is None:
        return None
    size = len(shorter.words)
    gone = statement.words[size:]
    same = [w.start for w in shorter.words] == [w.start for w in statement.words[:size]]
    opener = gone[1] if len(gone) > 1 and gone[0].form == "," else gone[0]
    listed = any(w.relation in ("conj", "cc") and w.head < size for w in gone)
    listed = listed or any(a.form == "," and b.low in ("and", "or") for a, b in pairwise(gone))
    described = gone[0].form == "," and opener.tag in ("DET", "ADJ") and any(w.relation in ("appos", "amod", "acl") for w in gone)
    opens = described or opener.tag in ("ADP", "SCONJ", "PRON") or opener.fine in ("VBG", "VBN", "WRB")
    return (
        shorter if same and opens and not listed and len(gone) > 1 and 3 * shorter.count > whole and statement.root < size else None
    )


def _unparted(search: _Search, statement: Phrase) -> None:
    """Look whether a statement is far enough with one operation, or without the circumstances it ends with, in the order it has."""
    whole, shorter = statement.count, statement
    near = search.near(search.told.whole(statement))
    for operation in OPERATIONS:
        for other in operation(statement, search.within(near, statement)):
            search.near(search.told.whole(other))
    while (following := _shortened(shorter, whole)) and 2 * following.count > whole:
        shorter = following
        if search.near(search.told.whole(shorter)).words <= search.limit:
            break


def _reworded(search: _Search, statement: Phrase, *, parted: bool = True) -> None:
    """Look for wordings of a statement: who says it elsewhere, then one operation, then two and three where there are too few."""
    near = search.near(search.told.whole(statement))
    if near.words > search.limit and parted:
        search.laid(statement, search.within(near, statement))
    level = [(near, statement)]
    for deep in range(_DEEPEST):
        if (deep and len(search.found) >= _ENOUGH) or not level or near.words <= search.limit:
            break
        level = search.widened(level)
