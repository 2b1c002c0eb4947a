"""The numbers of citations, the only place where `[1]` comes into being, and the order of stories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.records import Dossier, Passage, Report, Sentence

# A paragraph of the report ends with the sentence that reaches this many words; columns of a newspaper run at about the same.
PARAGRAPH_WORDS = 50


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence of the report with its place and its citations' numbers.

    Attributes:
        id: `s1`, `s2`, … in reading order: headline, dek, sections.
        sentence: The sentence.
        numbers: Numbers of its citations, ascending, each once.
    """

    id: str
    sentence: Sentence
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """A report with numbers given.

    Attributes:
        sentences: All its sentences in reading order; the first is the headline, the second the dek.
        sections: Headings with the sentences under them.
        passages: The cited passages; the first has number `first`.
        first: Number of the first passage.
        apart: Whether each sentence is a paragraph of its own: the dated lines of a timeline.
    """

    sentences: tuple[Numbered, ...]
    sections: tuple[tuple[str, tuple[Numbered, ...]], ...]
    passages: tuple[Passage, ...]
    first: int = 1
    apart: bool = False

    @property
    def headline(self) -> Numbered:
        """The headline."""
        return self.sentences[0]

    @property
    def dek(self) -> Numbered:
        """The sentence under it."""
        return self.sentences[1]

    def paragraphs(self, sentences: Sequence[Numbered]) -> Iterator[tuple[Numbered, ...]]:
        """Yield a section's sentences in paragraphs of readable length, those of a timeline one by one."""
        return ((numbered,) for numbered in sentences) if self.apart else paragraphs(sentences)

    def citing(self, number: int) -> tuple[Numbered, ...]:
        """Return the sentences that cite the passage of that number."""
        return tuple(s for s in self.sentences if number in s.numbers)


def number(report: Report, first: int = 1) -> Notes:
    """Number a report's sentences and cited passages in reading order; a passage cited twice keeps its number.

    Args:
        report: The report.
        first: Number of the first passage: above 1 where several reports stand in one text.
    """
    numbers: dict[Passage, int] = {}
    sentences = tuple(
        Numbered(f"s{place}", sentence, _numbers(sentence, numbers, first))
        for place, sentence in enumerate(_sentences(report), start=1)
    )
    body = iter(sentences[2:])
    sections = tuple((section.heading, tuple(next(body) for _ in section.sentences)) for section in report.sections)
    return Notes(sentences, sections, tuple(numbers), first, report.form == "timeline")


def by_importance(dossiers: Sequence[Dossier]) -> tuple[Dossier, ...]:
    """Return stories in the order of a bulletin.

    What most independent origins carry comes first, then what most articles report, then the latest.
    """
    latest = sorted(dossiers, key=lambda d: (d.story.last_published or "", d.story.id), reverse=True)
    return tuple(sorted(latest, key=lambda d: (-d.story.independent.low, -d.story.independent.high, -len(d.own))))


def paragraphs(sentences: Sequence[Numbered]) -> Iterator[tuple[Numbered, ...]]:
    """Yield a section's sentences in paragraphs of readable length."""
    paragraph: list[Numbered] = []
    for place, numbered in enumerate(sentences):
        paragraph.append(numbered)
        words = sum(len(s.sentence.text.split()) for s in paragraph)
        if words >= PARAGRAPH_WORDS and place < len(sentences) - 1:
            yield tuple(paragraph)
            paragraph = []
    yield tuple(paragraph)


def _sentences(report: Report) -> Iterator[Sentence]:
    yield report.headline
    yield report.dek
    for section in report.sections:
        yield from section.sentences


def _numbers(sentence: Sentence, given: dict[Passage, int], first: int) -> tuple[int, ...]:
    return tuple(sorted({given.setdefault(passage, len(given) + first) for passage in sentence.citations}))
