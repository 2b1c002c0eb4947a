"""What other programs get: the output contract, field by field."""

from typing import Literal

from msgspec import UNSET, UnsetType

from copydesk.records.articles import Genre, Published, Removed, Reservation, Skipped
from copydesk.records.base import Interval, Passage, Record
from copydesk.records.lineage import Origin, ReuseLink
from copydesk.records.marks import CreditScope
from copydesk.records.report import Label, Report, Verdict
from copydesk.records.story import Claim, Difference, Initiative, Quote, TimelineEntry, Unanswered, Unnamed


class Credit(Record, frozen=True, kw_only=True):
    """Words in which an article names the outlet it took from.

    Attributes:
        name: The credited outlet.
        passage: The crediting words.
        scope: What is credited.
    """

    name: str
    passage: Passage
    scope: CreditScope


class ArticleEntry(Record, frozen=True, kw_only=True):
    """An article as it stands in a dossier.

    Attributes:
        id: Its id.
        location: Where its document is from.
        outlet: Who published it.
        title: Its headline.
        byline: Who wrote it.
        genre: What kind of text it is.
        language: ISO 639-1 code.
        text: The article's own words.
        published: When.
        credits: Whom it names as where it took from.
        removed: What was taken out, and why.
        main_origin_id: The origin of most of its reporting.
        owner: The family of titles its outlet belongs to.
        url: Canonical address.
        reason: Why it belongs to this story.
        reservations: What its page reserves: `noai`, `noimageai` (robots fields), `tdm` (text and data mining, TDMRep).
    """

    id: str
    location: str
    outlet: str | None
    title: str | None
    byline: str | None
    genre: Genre
    language: str
    text: str
    published: Published
    credits: tuple[Credit, ...]
    removed: tuple[Removed, ...]
    main_origin_id: str
    owner: str | None = None
    url: str | None = None
    reason: str | None = None
    reservations: tuple[Reservation, ...] = ()


class StoryEntry(Record, frozen=True, kw_only=True):
    """A story as it stands in a dossier.

    Attributes:
        id: Its name.
        headline: The report's headline.
        summary: The report's dek.
        first_published: Earliest publication time among its articles.
        last_published: Latest.
        article_ids: Its articles.
        independent: How many independent origins its articles have.
        as_of: The time it is told of: what the user stated, else when the last of its own articles was published; None where
            neither is known. Missing in dossiers that were made before stories had one.
    """

    id: str
    headline: str
    summary: str
    first_published: str | None
    last_published: str | None
    article_ids: tuple[str, ...]
    independent: Interval
    as_of: str | UnsetType | None = UNSET


class Dossier(Record, frozen=True, kw_only=True):
    """All of it for one story.

    Attributes:
        story: What it is about.
        articles: The articles.
        origins: Where their passages come from.
        links: Who took from whom.
        claims: What is said.
        quotes: Who said it in which words.
        differences: Where they differ.
        initiatives: What was announced, planned or promised.
        timeline: What happened or will happen when.
        report: What copydesk writes about it.
        unnamed: How much of it rests on people nobody names.
        unanswered: What no article says though readers will ask.
        background: Ids of the articles that earlier dossiers lend it: cited as background, counted nowhere. Missing where there
            are none.
    """

    story: StoryEntry
    articles: tuple[ArticleEntry, ...]
    origins: tuple[Origin, ...]
    links: tuple[ReuseLink, ...]
    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    differences: tuple[Difference, ...]
    initiatives: tuple[Initiative, ...]
    timeline: tuple[TimelineEntry, ...]
    report: Report
    unnamed: Unnamed = Unnamed()
    unanswered: tuple[Unanswered, ...] = ()
    background: tuple[str, ...] | UnsetType = UNSET

    @property
    def lent(self) -> frozenset[str]:
        """Ids of the articles that are cited as background only."""
        return frozenset() if self.background is UNSET else frozenset(self.background)

    @property
    def own(self) -> tuple[ArticleEntry, ...]:
        """The articles that report the story, without those that are cited as background only."""
        return tuple(a for a in self.articles if a.id not in self.lent)


class Input(Record, frozen=True, kw_only=True):
    """A document that went in.

    Attributes:
        location: Where it is from.
        sha256: Digest of its bytes, hexadecimal.
    """

    location: str
    sha256: str


class Run(Record, frozen=True, kw_only=True):
    """What a result was made from; no clock and no machine, so that the same input gives the same bytes.

    Attributes:
        version: Of copydesk.
        config_hash: Digest of the configuration.
        writer: Name of the writer.
        as_of: Latest publication time in the input, or what the user stated; None where neither is known.
        inputs: The documents, in the order of their locations.
    """

    version: str
    config_hash: str
    writer: str
    as_of: str | None
    inputs: tuple[Input, ...]

    def told_of(self, story: StoryEntry) -> str | None:
        """Return the time that one of its stories is told of."""
        return (self.as_of or story.last_published) if story.as_of is UNSET else story.as_of


class StoryOutput(Record, frozen=True, kw_only=True):
    """What `copydesk story --format json` prints.

    Attributes:
        schema: Version of this form.
        run: What it was made from.
        skipped: What was not taken in, and why.
        dossiers: One for each story, the largest first.
    """

    schema: int
    run: Run
    skipped: tuple[Skipped, ...]
    dossiers: tuple[Dossier, ...]


class TraceOutput(Record, frozen=True, kw_only=True):
    """What `copydesk trace --format json` prints.

    Attributes:
        schema: Version of this form.
        articles: The articles.
        links: Who took from whom.
        origins: Where their passages come from.
        independent: How many independent origins the articles have together.
        skipped: What was not taken in, and why.
    """

    schema: int
    articles: tuple[ArticleEntry, ...]
    links: tuple[ReuseLink, ...]
    origins: tuple[Origin, ...]
    independent: Interval
    skipped: tuple[Skipped, ...] = ()


class CheckedSentence(Record, frozen=True, kw_only=True):
    """One sentence of a draft with its verdict.

    Attributes:
        text: The sentence.
        start: First code point in the draft.
        end: Behind the last code point.
        verdict: The result of checking it against all articles.
        cited: The same against the articles alone that the draft names for it; None where it names none that is at hand.
        fix: The sentence with what the articles say in the place of what they contradict; None where that alone does not mend it.
    """

    text: str
    start: int
    end: int
    verdict: Verdict
    cited: Label | None = None
    fix: str | None = None


class CheckedCite(Record, frozen=True, kw_only=True):
    """One place where a draft says what it rests on: a link, a footnote, a numbered source.

    Attributes:
        text: What a reader sees there.
        start: First code point in the draft.
        end: Behind the last code point.
        target: What it points to: an address, or the words of the note.
        sentence: Which of the draft's sentences it stands in or behind, from 0; None where it stands in none.
        article_id: The article it points to; None where none of those given is it.
        label: Whether that article alone carries the sentence.
        evidence: Where.
    """

    text: str
    start: int
    end: int
    target: str
    sentence: int | None
    article_id: str | None
    label: Label | None
    evidence: Passage | None


class DraftBlock(Record, frozen=True, kw_only=True):
    """A heading or a paragraph of a draft.

    Attributes:
        kind: Which of the two.
        text: Its words.
        start: First code point in the draft.
        end: Behind the last code point.
        first: The first of its sentences that were checked, from 0.
        last: Behind the last one.
    """

    kind: Literal["heading", "body"]
    text: str
    start: int
    end: int
    first: int
    last: int


class CitedArticle(Record, frozen=True, kw_only=True):
    """An article that a result speaks of.

    Attributes:
        id: Its id.
        location: Where its document is from.
        outlet: Who published it.
        title: Its headline.
        url: Canonical address.
        published: When.
    """

    id: str
    location: str
    outlet: str | None
    title: str | None
    url: str | None
    published: Published


class CheckedQuote(Record, frozen=True, kw_only=True):
    """One quote of a draft.

    Attributes:
        text: The quoted words.
        start: First code point in the draft.
        end: Behind the last code point.
        speaker: Who is said to have said them.
        label: Whether the articles carry these words.
        evidence: Where.
    """

    text: str
    start: int
    end: int
    speaker: str | None
    label: Label
    evidence: Passage | None


class Totals(Record, frozen=True, kw_only=True):
    """How many sentences got which verdict."""

    supported: int
    partly: int
    contradicted: int
    unsupported: int


class CheckOutput(Record, frozen=True, kw_only=True):
    """What `copydesk check --format json` prints.

    Attributes:
        schema: Version of this form.
        sentences: The draft's sentences.
        quotes: The draft's quotes.
        totals: How many sentences got which verdict.
        skipped: What was not taken in, and why.
        cites: Where the draft says what it rests on, and whether that holds.
        blocks: The draft's headings and paragraphs.
        articles: The articles that the verdicts speak of, by their ids.
        text: What offsets count in: the draft as it was given, or the words of a Word document.
        checker: Name and version of what checked, and the model that gave a second opinion, where one did.
    """

    schema: int
    sentences: tuple[CheckedSentence, ...]
    quotes: tuple[CheckedQuote, ...]
    totals: Totals
    skipped: tuple[Skipped, ...] = ()
    cites: tuple[CheckedCite, ...] = ()
    blocks: tuple[DraftBlock, ...] = ()
    articles: tuple[CitedArticle, ...] = ()
    text: str = ""
    checker: str = ""
