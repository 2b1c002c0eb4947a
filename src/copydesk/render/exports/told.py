"""What every export says of a story, in plain words and in codes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote
from uuid import UUID, uuid5

from copydesk.records import ArticleEntry, Dossier, Passage, Run, Sentence, Signature, Worded
from copydesk.render import disclosing, words
from copydesk.render.clean import address, excerpt, one_line
from copydesk.render.imprint import COPYDESK, Imprint
from copydesk.render.numbering import Notes, number
from copydesk.render.reprint import told_run
from copydesk.render.shelf import Shelf, shelve

# Names are made in a space of our own, so that a story has the same one in every export and no other program's can be the same.
SPACE = UUID("6d2b1c3e-1f0a-5c54-9a57-0b6f3a7c51d8")
# What stands where a form demands a time and none is known.
NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
PASSAGE = 600  # most code points of a cited passage that are shown


class DigitalSource(NamedTuple):
    """How a text came into being, by IPTC's vocabulary Digital Source Type.

    Attributes:
        code: The last part of its address.
        name: What it is called there.
        schema_org: The same in schema.org's words; None where it has none.
    """

    code: str
    name: str
    schema_org: str | None

    @property
    def uri(self) -> str:
        """The code's address."""
        return f"http://cv.iptc.org/newscodes/digitalsourcetype/{self.code}"


# Rules alone: "created purely by an algorithm not based on any sampled training data". A model: "created algorithmically using an
# Artificial Intelligence model", the stronger word also where rules wrote some of its sentences. What a person corrected afterwards
# is, of rules, "correction by one or more humans using non-generative tools", and of a model a "mix of several elements, at least
# one of which is Generative AI": that a model was in it must stay in the code. Tried and rejected: `composite` says of a mix only
# that it may hold anything, `compositeWithTrainedAlgorithmicMedia` that a model corrected what was there before, `dataDrivenMedia`
# is for readings of instruments and results, which articles are not; `minorHumanEdits` is retired. schema.org lacks `humanEdits`.
BY_RULES = DigitalSource("algorithmicMedia", "Pure algorithmic media", "https://schema.org/AlgorithmicMediaDigitalSource")
BY_MODEL = DigitalSource(
    "trainedAlgorithmicMedia", "Created using Generative AI", "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
)
EDITED = DigitalSource("humanEdits", "Human-edited media", None)
MODEL_EDITED = DigitalSource(
    "compositeSynthetic",
    "Composite including generative AI elements",
    "https://schema.org/CompositeSyntheticDigitalSource",
)


def digital_source(worded: Worded, *, edited: bool) -> DigitalSource:
    """Return how a text came into being.

    Args:
        worded: Whose words it was printed in.
        edited: Whether a person changed these.
    """
    by_rules, by_model = (EDITED, MODEL_EDITED) if edited else (BY_RULES, BY_MODEL)
    return by_rules if worded == "offline" else by_model


@dataclass(frozen=True)
class Told:
    """A story with what every export says of it.

    Attributes:
        dossier: The story, as it was signed where a person changed something.
        run: What it was made from.
        imprint: Who publishes it.
        page: File name of its page, where that is known.
        signature: What a person's sign-off says of it.
    """

    dossier: Dossier
    run: Run
    imprint: Imprint = COPYDESK
    page: str | None = None
    signature: Signature | None = None

    @cached_property
    def notes(self) -> Notes:
        """The report with numbers."""
        return number(self.dossier.report)

    @cached_property
    def shelf(self) -> Shelf:
        """Articles and origins by id."""
        return shelve(self.dossier.articles, self.dossier.origins)

    @property
    def headline(self) -> str:
        """The headline on one line."""
        return one_line(self.dossier.report.headline.text) or "Untitled"

    @property
    def dek(self) -> str:
        """The sentence under it on one line."""
        return one_line(self.dossier.report.dek.text)

    @property
    def uri(self) -> str:
        """A name for the story that is the same in every export."""
        return urn("story", self.key)

    @property
    def key(self) -> str:
        """What that name is made of: the story's id, and its form, because another form of it is another text."""
        form, name = self.dossier.report.form, self.dossier.story.id
        return name if form == "story" else f"{name} {form}"

    @property
    def url(self) -> str | None:
        """Where its page stands on the web, if that is known."""
        base = address(self.imprint.base_url)
        return f"{base.rstrip('/')}/{quote(self.page)}" if base and self.page else None

    @cached_property
    def as_of(self) -> datetime | None:
        """The time it speaks of: what the user stated, else the last publication; None where neither is known."""
        return moment(self.run.told_of(self.dossier.story)) or moment(self.dossier.story.last_published)

    @property
    def time(self) -> datetime:
        """The same for forms that demand a time."""
        return self.as_of or NO_TIME

    @property
    def version(self) -> str:
        """A whole number that grows with the time a story speaks of: `202603050700`; `1` where no time is known."""
        return f"{self.as_of:%Y%m%d%H%M}" if self.as_of else "1"

    @property
    def digital_source(self) -> DigitalSource:
        """How the text came into being."""
        return digital_source(self.dossier.report.worded, edited=bool(self.signature and self.signature.edits))

    @property
    def generator(self) -> str:
        """Which program made it, in which version and how."""
        return f"copydesk {one_line(self.run.version)} ({one_line(self.run.writer)}, settings {one_line(self.run.config_hash)})"

    @property
    def counted(self) -> str:
        """How many articles and independent origins it has: `6 articles, 3 to 4 independent origins`."""
        return f"{words.counted(len(self.dossier.articles), 'article')}, {words.origins(self.dossier.story.independent)}"

    @property
    def standing(self) -> str:
        """The same in a few sentences."""
        return words.standing(len(self.dossier.articles), self.dossier.story.independent, self.shelf.releases)

    @property
    def verdicts(self) -> str:
        """How its sentences were found when they were checked: `12 sentences: 11 supported, 1 partly supported`."""
        found: Counter[str] = Counter(numbered.sentence.verdict.label for numbered in self.notes.sentences)
        labels = ", ".join(f"{found[label]} {words.LABELS[label].lower()}" for label in words.LABELS if found[label])
        return f"{words.counted(len(self.notes.sentences), 'sentence')} checked: {labels}"

    @property
    def disclosure(self) -> str:
        """How it was made and what a person did to it, for readers."""
        return one_line(disclosing.disclosed(self.dossier.report.disclosure, self.signature))

    @property
    def made(self) -> tuple[str, ...]:
        """How it stands and how it was made: count, verdicts, disclosure, generator; a line each."""
        lines = (f"{words.opening(self.counted)}. {self.standing}", f"{self.verdicts}.", self.disclosure, f"{self.generator}.")
        return tuple(one_line(line) for line in lines if line.strip())

    @cached_property
    def about(self) -> tuple[str, ...]:
        """The same with the report's likeness to a reprint: what stands visibly under the text in every form."""
        reprint = one_line(told_run(self.dossier, self.shelf))
        return (*self.made[:2], *([reprint] if reprint else []), *self.made[2:])

    @property
    def outlets(self) -> tuple[str, ...]:
        """The names of those who published its articles, each once."""
        named = (one_line(article.outlet or "") for article in self.dossier.articles)
        return tuple(dict.fromkeys(name for name in named if name))

    def passages(self, article_id: str) -> Iterator[tuple[int, str]]:
        """Yield an article's cited passages, shortened, with their numbers."""
        for n, passage in enumerate(self.notes.passages, start=self.notes.first):
            if passage.article_id == article_id:
                yield n, excerpt(passage.text, PASSAGE)

    def note(self, passage: Passage) -> str:
        """Return what a footnote says of a passage: whose it is, the article's title and time, the words."""
        article = self.shelf.articles[passage.article_id]
        title = f", {one_line(article.title)}" if article.title else ""
        when = f", {one_line(words.day(article.published.when))}" if article.published.when else ""
        return f"{self.shelf.names[article.id]}{title}{when}: {words.cited(excerpt(passage.text, PASSAGE))}"

    def carried(self, sentence: Sentence) -> str:
        """Return how a sentence stands: `3 independent origins`, and its verdict where that is under `supported`."""
        label = sentence.verdict.label
        verdict = "" if label == "supported" else f"; {words.LABELS[label].lower()}"
        return words.origins(sentence.independent) + verdict


def latest(stories: Sequence[Told]) -> datetime:
    """Return the latest time that some stories speak of."""
    return max((told.time for told in stories), default=NO_TIME)


def package_uri(stories: Sequence[Told]) -> str:
    """Return a name for several stories together: the same for the same ones in the same order."""
    return urn("package", " ".join(told.uri for told in stories))


def package_version(stories: Sequence[Told]) -> str:
    """Return a whole number that grows with the time they speak of."""
    return str(max((int(told.version) for told in stories), default=1))


def package_title(stories: Sequence[Told]) -> str:
    """Return what several stories are called together."""
    return f"{words.counted(len(stories), 'story', 'stories')} of {stories[0].imprint.name}"


def article_uri(article: ArticleEntry) -> str:
    """Return an article's address on the web, else a name for it."""
    return address(article.url) or urn("article", article.id)


def urn(kind: str, name: str) -> str:
    """Return a name as a UUID that is the same for the same thing."""
    return f"urn:uuid:{uuid5(SPACE, f'{kind}:{one_line(name)}')}"


def moment(when: str | None) -> datetime | None:
    """Return a time as aware UTC, one without a zone taken for UTC, a day for its first minute; None where it is no day or time."""
    try:
        known = datetime.fromisoformat(when) if when and len(when) >= len("2024-04-10") else None
        return (known.replace(tzinfo=UTC) if known.tzinfo is None else known.astimezone(UTC)) if known else None
    except (ValueError, OverflowError):
        return None


def stamp(time: datetime) -> str:
    """Return a time as RFC 3339 has it: `2024-04-10T12:34:00Z`."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time.year >= 1000 else NO_TIME.strftime("%Y-%m-%dT%H:%M:%SZ")
