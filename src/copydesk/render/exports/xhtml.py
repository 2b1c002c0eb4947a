"""The report as XHTML: what ninjs, NewsML-G2, Atom, RSS and JSON Feed carry as their text."""

from collections.abc import Sequence

from copydesk.render import words
from copydesk.render.clean import address, one_line, slug
from copydesk.render.exports.told import Told
from copydesk.render.exports.xml import Element, add, fragment, root, say
from copydesk.render.numbering import Numbered


def article(told: Told, namespace: str | None = None, *, local: bool = True) -> Element:
    """Return the report as a `div`: dek, sections, sentences with numbers that link to notes, the notes, and how it was made.

    The headline is not in it, because each form has a place of its own for it; what it rests on stands above the notes.

    Args:
        told: The story.
        namespace: Namespace of the elements; None for HTML inside another format.
        local: Whether a number leads to its note; else it leads to the article, because readers of feeds put many texts on one
            page and lead nowhere inside it.
    """
    body = root(namespace, "div")
    _paragraph(add(body, "p", attributes={"class": "dek"}), [told.notes.dek], told, local=local)
    for heading, sentences in told.notes.sections:
        if heading:
            add(body, "h2", heading)
        for paragraph in told.notes.paragraphs(sentences):
            _paragraph(add(body, "p"), paragraph, told, local=local)
    _notes(body, told, local=local)
    add(body, "h2", "How this was made")
    for line in told.about:
        add(body, "p", line)
    return body


def markup(told: Told, *, local: bool = True) -> str:
    """Return the report as XHTML text without a namespace."""
    return fragment(article(told, local=local))


def plain(told: Told) -> str:
    """Return the report below its dek as plain text: headings, paragraphs and how it was made, parted by empty lines."""
    parts = []
    for heading, sentences in told.notes.sections:
        parts.append(heading)
        parts += [" ".join(cited_text(numbered) for numbered in paragraph) for paragraph in told.notes.paragraphs(sentences)]
    return "\n\n".join(one_line(part) for part in (*parts, *told.about) if part.strip())


def anchor(told: Told, number: int) -> str:
    """Return the name of a note's place, unique among stories."""
    return f"n{number}-{slug(told.dossier.story.id)}"


def _paragraph(element: Element, paragraph: Sequence[Numbered], told: Told, *, local: bool) -> None:
    for place, numbered in enumerate(paragraph):
        say(element, (" " if place else "") + cited_text(numbered))
        _marks(element, numbered, told, local=local)


def cited_text(numbered: Numbered) -> str:
    """Return a sentence on one line, with its verdict where that is under `supported`."""
    label = numbered.sentence.verdict.label
    return one_line(numbered.sentence.text) + ("" if label == "supported" else f" ({words.LABELS[label].lower()})")


def _marks(element: Element, numbered: Numbered, told: Told, *, local: bool) -> None:
    for n in numbered.numbers:
        place = f"#{anchor(told, n)}" if local else _url(told, n)
        mark = add(element, "sup", None if place else f"[{n}]")
        if place:
            add(mark, "a", f"[{n}]", {"href": place})


def _notes(body: Element, told: Told, *, local: bool) -> None:
    add(body, "h2", words.PARTS["notes"])
    headline = add(body, "p")
    say(headline, "The headline rests on ")
    _marks(headline, told.notes.headline, told, local=local)
    notes = add(body, "ol")
    for n, passage in enumerate(told.notes.passages, start=told.notes.first):
        line = add(notes, "li", told.note(passage), {"id": anchor(told, n)} if local else None)
        url = _url(told, n)
        if url:
            say(line, " ")
            add(line, "a", url, {"href": url})


def _url(told: Told, number: int) -> str | None:
    """Return the address of the article that a number cites."""
    return address(told.shelf.articles[told.notes.passages[number - told.notes.first].article_id].url)
