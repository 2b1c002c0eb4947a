"""What `copydesk claims` gives: the claims of each story, each with all that is known about it."""

from copydesk.records.articles import Skipped
from copydesk.records.base import Interval, Record
from copydesk.records.dossier import CitedArticle, Run
from copydesk.records.story import Claim, Difference, DifferenceKind, Unanswered, Unnamed


class Differing(Record, frozen=True, kw_only=True):
    """How a claim stands to others that it differs from.

    Attributes:
        topic: What the difference is about.
        what: Which part differs.
        value: What this claim gives, where the difference is one of values.
        claim_ids: The claims on its other sides.
    """

    topic: str
    what: DifferenceKind
    value: str | None
    claim_ids: tuple[str, ...]


class ListedClaim(Claim, frozen=True, kw_only=True):
    """A claim as it stands in a list.

    Attributes:
        outlets: Who published the articles that make it, each once, the earliest known first; an article whose outlet is not known
            stands under its location.
        differs: From which claims it differs, and in what.
    """

    outlets: tuple[str, ...] = ()
    differs: tuple[Differing, ...] = ()


class ListedStory(Record, frozen=True, kw_only=True):
    """A story as it stands in a list of claims.

    Attributes:
        id: Its name.
        number: Its place among the stories of the run, from 1; the largest is first.
        first_published: Earliest publication time among its articles.
        last_published: Latest.
        independent: How many independent origins its articles have.
        articles: Its articles.
    """

    id: str
    number: int
    first_published: str | None
    last_published: str | None
    independent: Interval
    articles: tuple[CitedArticle, ...]


class StoryClaims(Record, frozen=True, kw_only=True):
    """The claims of one story.

    Attributes:
        story: The story.
        claims: Those that were asked for; by importance, or by how well they answer to `about`.
        differences: Those on which one of these claims stands.
        unnamed: How much of the story, all its claims counted, rests on people nobody names.
        unanswered: What none of its articles says though readers will ask.
    """

    story: ListedStory
    claims: tuple[ListedClaim, ...]
    differences: tuple[Difference, ...]
    unnamed: Unnamed
    unanswered: tuple[Unanswered, ...]


class ClaimsOutput(Record, frozen=True, kw_only=True):
    """What `copydesk claims --format json` prints.

    Attributes:
        schema: Version of this form.
        run: What it was made from; no writer was at work.
        skipped: What was not taken in, and why.
        stories: One for each story in which a claim was asked for; the largest first, or the one that answers best to a subject.
    """

    schema: int
    run: Run
    skipped: tuple[Skipped, ...]
    stories: tuple[StoryClaims, ...]
