"""What stands behind a story: its receipt, and what a person decided about it, a sign-off with what they changed."""

from copydesk.records.base import Record
from copydesk.records.dossier import Run
from copydesk.records.report import Label, Verdict


class LongestRun(Record, frozen=True, kw_only=True):
    """The most words in a row that a report shares with an article outside quotation marks, names included.

    Attributes:
        words: How many.
        article_id: The article.
        location: Where its document is from.
    """

    words: int
    article_id: str
    location: str


class Repeated(Record, frozen=True, kw_only=True):
    """How much of an article a report repeats word for word outside quotation marks.

    Attributes:
        article_id: The article.
        location: Where its document is from.
        words: How many of its words stand in the report in runs of five or more, names and titles not counted.
        share: The part of all its words that these are, 0 to 1, rounded to thousandths.
        longest_run: The most words in a row that the report shares with it, names included; 0 below five.
    """

    article_id: str
    location: str
    words: int
    share: float
    longest_run: int


class Receipt(Record, frozen=True, kw_only=True):
    """What a story was made from and how it came out; the same input gives the same receipt, on any machine, any day.

    Attributes:
        schema: Version of this form.
        story_id: The story.
        headline: Its headline.
        run: Version, writer, digest of the settings, and the documents with their digests.
        articles: Ids of the story's articles.
        sentences: How many sentences the report has, headline and dek included.
        verdicts: Label -> how many of them have it.
        left_out: How many sentences were left out.
        longest_run: The most words in a row that it shares with an article; None below five.
        repeated: How much of each article it repeats, in the order of `articles`.
        files: Name of each file written for the story -> digest of its bytes, SHA-256, hexadecimal.
    """

    schema: int
    story_id: str
    headline: str
    run: Run
    articles: tuple[str, ...]
    sentences: int
    verdicts: dict[Label, int]
    left_out: int
    longest_run: LongestRun | None
    repeated: tuple[Repeated, ...]
    files: dict[str, str]


class Edit(Record, frozen=True, kw_only=True):
    """One change that a person made to a story; a judgement, with what the articles say to it.

    Attributes:
        before: The sentence as copydesk printed it; None for one that was put in.
        after: The sentence as it stands now; None for one that was taken out.
        label: Whether the story's articles carry it now; None where there is nothing to check.
        reasons: What was looked for and not found, a phrase each.
        place: Which sentence of the report it is, headline 1, the one under it 2; of one that was put in, behind which it stands.
        heading: The heading under which it stands; empty above the first one, and where the report has none.
        verdict: The result of checking the new wording, the worst where it is several sentences; None where nothing was checked.
    """

    before: str | None
    after: str | None
    label: Label | None
    reasons: tuple[str, ...]
    place: int
    heading: str = ""
    verdict: Verdict | None = None


class SignOff(Record, frozen=True, kw_only=True):
    """A person's word that a story may run.

    Attributes:
        by: Who.
        when: When, UTC.
        note: What they say to it.
        sha256: Digest of the story's JSON file that was signed, hexadecimal.
        version: Of copydesk, which wrote it.
        edits: What they changed in its Markdown.
        before: Digest of the sign-off before it in the record; empty for the first one, and in records that were not chained yet.
        digest: Digest of all of this, hexadecimal; empty in records that were not chained yet.
    """

    by: str
    when: str
    note: str
    sha256: str
    version: str
    edits: tuple[Edit, ...] = ()
    before: str = ""
    digest: str = ""


class SignOffs(Record, frozen=True, kw_only=True):
    """All sign-offs of one story, the first one first.

    Attributes:
        schema: Version of this form.
        story_id: The story.
        signed: The sign-offs.
    """

    schema: int
    story_id: str
    signed: tuple[SignOff, ...]


class Signature(Record, frozen=True, kw_only=True):
    """What the last sign-off of a story says of the version at hand.

    Attributes:
        by: Who signed.
        when: When, UTC.
        stands: Whether they signed this version, and the record of that is whole; else it has changed since.
        edits: What they changed in it; none where it does not stand.
        altered: What in the record of sign-offs was changed after it was written; empty where nothing was, as far as it shows.
    """

    by: str
    when: str
    stands: bool
    edits: tuple[Edit, ...] = ()
    altered: str = ""
