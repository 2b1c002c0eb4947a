"""What a format finds in a document, before the blocks are judged."""

from datetime import datetime

from copydesk.records import Genre, Published, Record, Reservation


class Sheet(Record, frozen=True, kw_only=True):
    """One article as its format gives it.

    Attributes:
        text: Its text in plain form, with whatever else stands on the page.
        content: The bytes that are its own: the document's, or the item's in a file that holds many.
        number: Which article of the file this is, from 1; None where the file is one article.
        chosen: Folded lines that an extractor took for the article's own; None where none had a say.
        title: Headline that the format names.
        byline: Author that it names.
        outlet: Who published it.
        url: Canonical address.
        language: ISO 639-1 code that it declares.
        published: When, as it declares.
        published_at_last: When, by the weakest signs; used where the text says nothing either.
        updated: When last changed.
        genre: Kind of text that it declares.
        credits: Outlets that the markup names as where the text comes from.
        reservations: What its markup reserves.
        from_markup: Whether `text` is a page's visible text, so that what is taken out may be cut short.
    """

    text: str
    content: bytes
    number: int | None = None
    chosen: tuple[str, ...] | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published = Published()
    published_at_last: Published = Published()
    updated: datetime | None = None
    genre: Genre | None = None
    credits: tuple[str, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    from_markup: bool = False
