"""Everything the template of a checked draft asks for, computed before it runs."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Literal, NamedTuple

from copydesk.records import CheckedCite, CheckedSentence, CheckOutput, CitedArticle, DraftBlock, Label, Passage
from copydesk.render.clean import excerpt, one_line
from copydesk.render.reasons import Reason, reasons
from copydesk.render.shelf import names_of
from copydesk.render.words import counted

# Code points of a passage that are shown before and behind the words that matter in it.
_BEFORE, _BEHIND = 110, 170
_WHOLE = 320


class Excerpt(NamedTuple):
    """A passage with the words that matter in it."""

    before: str
    words: str
    behind: str


class Note(NamedTuple):
    """What is said beside a sentence that does not hold, with the passages that its reasons speak of, each once."""

    number: int
    sentence: CheckedSentence
    reasons: tuple[tuple[Reason, Excerpt | None], ...]
    cites: tuple[CheckedCite, ...]


class Piece(NamedTuple):
    """A sentence of the draft, and the number of its note; 0 where it has none."""

    sentence: CheckedSentence
    number: int


class Change(NamedTuple):
    """A stretch of a mended sentence."""

    kind: Literal["same", "out", "in"]
    text: str


class Row(NamedTuple):
    """A heading or a paragraph with what is said beside it."""

    block: DraftBlock
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    held: tuple[CheckedSentence, ...]


@dataclass(frozen=True)
class CheckPage:
    """A checked draft as the template reads it.

    Attributes:
        output: What `check` gave.
    """

    output: CheckOutput

    @cached_property
    def title(self) -> str:
        """The draft's first heading, else how long it is."""
        first = next((block.text for block in self.output.blocks if block.kind == "heading"), "")
        return one_line(first) or f"A draft of {counted(len(self.output.sentences), 'sentence')}"

    @cached_property
    def names(self) -> dict[str, str]:
        """What each article is called."""
        return names_of(self.output.articles)

    @cached_property
    def articles(self) -> dict[str, CitedArticle]:
        """The articles by id."""
        return {article.id: article for article in self.output.articles}

    @cached_property
    def totals(self) -> tuple[tuple[Label, int], ...]:
        """How many sentences got which verdict, the worst last."""
        totals = self.output.totals
        labels: tuple[Label, ...] = ("supported", "partly", "unsupported", "contradicted")
        return tuple((label, getattr(totals, label)) for label in labels)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The draft's headings and paragraphs in order; the one it is titled after is left out."""
        return tuple(self._rows())

    def _rows(self) -> Iterator[Row]:
        number, titled = 0, False
        for block in self.output.blocks:
            if block.kind == "heading" and not titled and block.first == block.last:
                titled = True
                continue
            pieces, notes, held = [], [], []
            for at in range(block.first, block.last):
                sentence = self.output.sentences[at]
                cites = tuple(cite for cite in self.cites.get(at, ()) if cite.article_id and cite.label != "supported")
                if sentence.verdict.label == "supported" and not (cites and sentence.cited != "supported"):
                    pieces.append(Piece(sentence, 0))
                    held.append(sentence)
                    continue
                number += 1
                pieces.append(Piece(sentence, number))
                notes.append(Note(number, sentence, tuple(self._shown(sentence)), cites if sentence.cited != "supported" else ()))
            yield Row(block, tuple(pieces), tuple(notes), tuple(held))

    @cached_property
    def cites(self) -> dict[int, list[CheckedCite]]:
        """The links and notes of each sentence."""
        found: dict[int, list[CheckedCite]] = {}
        for cite in self.output.cites:
            if cite.sentence is not None:
                found.setdefault(cite.sentence, []).append(cite)
        return found

    def _shown(self, sentence: CheckedSentence) -> Iterator[tuple[Reason, Excerpt | None]]:
        shown: set[Passage] = set()
        for reason in reasons(sentence, self.names):
            passage = reason.passage
            yield reason, excerpt_of(passage, reason.instead) if passage and passage not in shown else None
            shown |= {passage} if passage else set()

    def mended(self, sentence: CheckedSentence) -> tuple[Change, ...]:
        """Return a sentence with its fix, what goes and what comes apart."""
        return tuple(changes(sentence.text, sentence.fix or ""))


def excerpt_of(passage: Passage, words: str) -> Excerpt:
    """Return a passage, cut around some words of it where it is long and has them."""
    text = one_line(passage.text)
    at = text.find(one_line(words)) if words else -1
    if at < 0:
        return Excerpt(excerpt(text, _WHOLE), "", "")
    end = at + len(one_line(words))
    before = text[:at] if at <= _BEFORE else "…" + text[at - _BEFORE : at].partition(" ")[2]
    rest = text[end:]
    gap = " " if rest.startswith(" ") else ""
    return Excerpt(before, text[at:end], gap + excerpt(rest, _BEHIND))


def changes(old: str, new: str) -> Iterator[Change]:
    """Yield what was taken out of a text, word by word, and what came in."""
    before, after = old.split(" "), new.split(" ")
    for tag, i, j, k, m in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change("same", " ".join(before[i:j]))
            continue
        if i < j:
            yield Change("out", " ".join(before[i:j]))
        if k < m:
            yield Change("in", " ".join(after[k:m]))
