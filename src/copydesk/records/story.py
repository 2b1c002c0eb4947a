"""What is made of one story: its claims, differences, initiatives and timeline."""

from typing import Literal

from copydesk.records.articles import Precision
from copydesk.records.base import Interval, Passage, Record

ClaimKind = Literal["fact", "announcement", "expectation", "opinion"]
Firmness = Literal["done", "is", "will", "expected", "possible"]
DifferenceKind = Literal["number", "date", "name", "role", "place", "stance", "firmness", "scope"]
Fidelity = Literal["verbatim", "trimmed", "altered", "misattributed", "made_quote", "unquoted", "single"]
Asked = Literal["toll", "responsible", "place", "date", "cost", "answer", "count", "successor", "term"]
InitiativeStatus = Literal[
    "offered", "under_discussion", "expected", "announced", "agreed", "under_way", "done", "ruled_out", "denied"
]


class Story(Record, frozen=True, kw_only=True):
    """A lasting group of articles about one event.

    Attributes:
        id: Its name.
        article_ids: Its articles.
        reasons: Article id -> why it belongs here, a phrase for people.
    """

    id: str
    article_ids: tuple[str, ...]
    reasons: dict[str, str]


class Seen(Record, frozen=True, kw_only=True):
    """When and where something was told first, as far as the publication times show.

    Attributes:
        when: Publication time of the earliest article that tells it, with no more than is known of it.
        article_id: That article.
        outlet: Who published it.
    """

    when: str
    article_id: str
    outlet: str | None


class Claim(Record, frozen=True, kw_only=True):
    """One checkable statement, with every passage that makes it.

    Attributes:
        id: `c1`, `c2`, … within its story, in the order of importance.
        text: The statement, in the words of the passage that says it best.
        kind: Whether it is stated as a fact, announced, expected or held.
        speaker: Who says it, where it is said rather than reported.
        passages: Whole sentences that make it, the best first.
        origin_ids: The origins of those passages, sorted.
        independent: How many of these are independent.
        rests_on: Speakers, briefings or documents that several of them share.
        importance: In [0, 1] within the story: how much an editor would miss it.
        firmness: How firmly its verb states it: `done` (it has happened), `is`, `will`, `expected` ("is to", "plans to"),
            `possible` ("may", "could"); None where it has no verb.
        modality: The words that make it less or more than a plain statement ("is expected to open"); None where none do.
        attribution: Who says it, in the words of the article that does ("officials said"); None where it is stated plainly.
        unnamed: Whether it rests on unnamed people alone: every origin that carries it has it from "officials", "a source" or the
            like, and none names whom it has it from.
        first_seen: The earliest of the articles that make it; None where no publication time is known.
        new: Whether only the latest articles of the story make it: those of its last day, or, where all are of one day, of the
            last time. False where that cannot be told.
    """

    id: str
    text: str
    kind: ClaimKind
    speaker: str | None
    passages: tuple[Passage, ...]
    origin_ids: tuple[str, ...]
    independent: Interval
    rests_on: tuple[str, ...] = ()
    importance: float = 0.0
    firmness: Firmness | None = None
    modality: str | None = None
    attribution: str | None = None
    unnamed: bool = False
    first_seen: Seen | None = None
    new: bool = False


class Variant(Record, frozen=True, kw_only=True):
    """The same words of the same speaker elsewhere.

    Attributes:
        passage: Where.
        difference: What differs, a phrase for people; empty where nothing does.
    """

    passage: Passage
    difference: str


class Quote(Record, frozen=True, kw_only=True):
    """Words attributed to somebody, with all places where they stand.

    Attributes:
        text: The words.
        speaker: That somebody, as the fullest article says it.
        direct: Whether they stand in quotation marks.
        passage: Where the fullest form stands.
        variants: Where else.
        fidelity: How the variants stand to it; `single` where there are none.
    """

    text: str
    speaker: str | None
    direct: bool
    passage: Passage
    variants: tuple[Variant, ...]
    fidelity: Fidelity


class Side(Record, frozen=True, kw_only=True):
    """One side of a difference.

    Attributes:
        claim_id: The claim that stands on it.
        passage: The words.
        value: The number, name, date … it gives, where the difference is one of values.
        origin_ids: Who stands on it.
        since: When it was told first: publication time of the earliest article on this side; None where none is known.
    """

    claim_id: str
    passage: Passage
    value: str | None
    origin_ids: tuple[str, ...]
    since: str | None = None


class Difference(Record, frozen=True, kw_only=True):
    """Claims of one story that cannot both hold, or pull apart.

    Attributes:
        topic: What they are about, a phrase for people.
        what: Which part differs.
        sides: At least two.
    """

    topic: str
    what: DifferenceKind
    sides: tuple[Side, ...]


class Step(Record, frozen=True, kw_only=True):
    """A status that an initiative had from some time on.

    Attributes:
        status: How firm it was then.
        when: Since when: the day an article gives for it, else when the first article that tells it was published, ISO 8601 with no
            more than is known, or the article's own words ("last week"); None where it is only known to be earlier.
        passage: The sentence that says so.
    """

    status: InitiativeStatus
    when: str | None
    passage: Passage


class Initiative(Record, frozen=True, kw_only=True):
    """Something announced, planned or promised.

    Attributes:
        text: What, a clause.
        actors: Who.
        partners: With whom.
        when: By when: a date, or the article's own words where it cannot be resolved.
        passages: Whole sentences that say so.
        origin_ids: Their origins.
        independent: How many of these are independent.
        status: How firm it is; the latest where it moved.
        course: How its status moved inside the story, in order of time, `status` last; empty where it did not, or no time tells.
    """

    text: str
    actors: tuple[str, ...]
    partners: tuple[str, ...]
    when: str | None
    passages: tuple[Passage, ...]
    origin_ids: tuple[str, ...]
    independent: Interval
    status: InitiativeStatus
    course: tuple[Step, ...] = ()


class TimelineEntry(Record, frozen=True, kw_only=True):
    """Something that happened or will happen at a time.

    Attributes:
        when: ISO 8601, no more exact than known; the article's own words where it cannot be resolved.
        precision: How exact it is.
        text: What, a clause.
        passages: Whole sentences that say so.
    """

    when: str
    precision: Precision
    text: str
    passages: tuple[Passage, ...]


class Unnamed(Record, frozen=True, kw_only=True):
    """How much of a story rests on people nobody names.

    Attributes:
        claims: How many claims rest on unnamed people alone.
        of: How many claims the story has.
        share: The one divided by the other, in [0, 1]; 0 where there is no claim.
        claim_ids: Those claims, the most important first.
    """

    claims: int = 0
    of: int = 0
    share: float = 0.0
    claim_ids: tuple[str, ...] = ()


class Unanswered(Record, frozen=True, kw_only=True):
    """What no article of a story says though its readers will ask.

    Attributes:
        asks: What kind of detail is missing.
        question: What no article says, the rest of a sentence: "how many voted which way".
        reason: Why the story raises it, a sentence for people.
        claim_ids: The claims that raise it, the most important first; never empty.
    """

    asks: Asked
    question: str
    reason: str
    claim_ids: tuple[str, ...]


class Weighed(Record, frozen=True, kw_only=True):
    """What `weigh` gives for one story.

    Attributes:
        claims: What is said, the most important first.
        quotes: Who said it in which words.
        differences: Where the articles differ.
        initiatives: What was announced, planned or promised.
        timeline: What happened or will happen when, in order.
        unnamed: How much of it rests on people nobody names.
        unanswered: What no article says though readers will ask.
        leading: How like the articles' titles and openings passages of the most important claims are, in [0, 1].
    """

    claims: tuple[Claim, ...]
    quotes: tuple[Quote, ...]
    differences: tuple[Difference, ...]
    initiatives: tuple[Initiative, ...]
    timeline: tuple[TimelineEntry, ...]
    unnamed: Unnamed = Unnamed()
    unanswered: tuple[Unanswered, ...] = ()
    leading: tuple[tuple[Passage, float], ...] = ()
