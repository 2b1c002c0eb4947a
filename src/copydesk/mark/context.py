"""What is known of a text beside its words."""

from copydesk.records import Block, Published, Record


class MarkContext(Record, frozen=True, kw_only=True):
    """What `mark` may know of a text beside its words; everything is optional, a bare draft has none of it.

    Attributes:
        blocks: Its parts in order; empty: parts are what stands between blank lines, all of kind `body`.
        published: When it was published; needed to resolve "Wednesday" or "last month".
        language: ISO 639-1 code; rules for English words are used for `en` and `und`.
        outlet: Who published it: naming itself is no credit.
        title: Its headline; helps to name entities, nothing in it has a span.
        markup_credits: Outlets that the page's markup names as where the text comes from; helps to tell outlets from other names.
    """

    blocks: tuple[Block, ...] = ()
    published: Published = Published()
    language: str = "en"
    outlet: str | None = None
    title: str | None = None
    markup_credits: tuple[str, ...] = ()
