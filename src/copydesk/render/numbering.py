"""The numbers of citations: the only place where `[1]` comes into being."""

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.records import Passage, Report, Sentence


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
        passages: The cited passages; the first has number 1.
    """

    sentences: tuple[Numbered, ...]
    sections: tuple[tuple[str, tuple[Numbered, ...]], ...]
    passages: tuple[Passage, ...]

    @property
    def headline(self) -> Numbered:
        """The headline."""
        return self.sentences[0]

    @property
    def dek(self) -> Numbered:
        """The sentence under it."""
        return self.sentences[1]

    def citing(self, number: int) -> tuple[Numbered, ...]:
        """Return the sentences that cite the passage of that number."""
        return tuple(s for s in self.sentences if number in s.numbers)


def number(report: Report) -> Notes:
    """Number a report's sentences and cited passages in reading order; a passage cited twice keeps its number."""
    numbers: dict[Passage, int] = {}
    sentences = tuple(
        Numbered(f"s{place}", sentence, _numbers(sentence, numbers)) for place, sentence in enumerate(_sentences(report), start=1)
    )
    body = iter(sentences[2:])
    sections = tuple((section.heading, tuple(next(body) for _ in section.sentences)) for section in report.sections)
    return Notes(sentences, sections, tuple(numbers))


def _sentences(report: Report) -> Iterator[Sentence]:
    yield report.headline
    yield report.dek
    for section in report.sections:
        yield from section.sentences


def _numbers(sentence: Sentence, given: dict[Passage, int]) -> tuple[int, ...]:
    return tuple(sorted({given.setdefault(passage, len(given) + 1) for passage in sentence.citations}))
