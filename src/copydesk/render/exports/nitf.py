"""NITF 3.6 (IPTC News Industry Text Format): a story as one document, its notes as footnotes."""

from copydesk.render.clean import address
from copydesk.render.exports.told import Told
from copydesk.render.exports.xhtml import cited_text
from copydesk.render.exports.xml import XML, Element, add, root, say, serialised
from copydesk.render.numbering import Numbered

NITF = "http://iptc.org/std/NITF/2006-10-18/"
VERSION = "-//IPTC//DTD NITF 3.6//EN"


def document(told: Told) -> bytes:
    """Return a story as an NITF 3.6 document: metadata in `docdata`, sections as blocks, notes as `fn`, disclosure as tagline."""
    return serialised(element(told))


def element(told: Told) -> Element:
    """Return the same as an element, for NewsML-G2 to carry."""
    nitf = root(NITF, "nitf", {"version": VERSION, f"{{{XML}}}lang": "en"})
    _head(add(nitf, "head"), told)
    body = add(nitf, "body")
    _body_head(add(body, "body.head"), told)
    _content(add(body, "body.content"), told)
    end = add(body, "body.end")
    add(end, "tagline", " ".join(told.about))
    return nitf


def _head(head: Element, told: Told) -> None:
    add(head, "title", told.headline)
    for name, content in (
        ("generator", told.generator),
        ("digitalSourceType", told.digital_source.uri),
        ("independent-origins", told.counted),
        ("verdicts", told.verdicts),
    ):
        add(head, "meta", attributes={"name": name, "content": content})
    docdata = add(head, "docdata", attributes={"management-status": "usable"})
    add(docdata, "doc-id", attributes={"id-string": told.uri, "regsrc": told.imprint.name})
    if told.as_of:
        norm = f"{told.as_of:%Y%m%dT%H%M%S}Z"
        add(docdata, "date.issue", attributes={"norm": norm})
        add(docdata, "date.release", attributes={"norm": norm})
    add(docdata, "ed-msg", attributes={"info": f"{told.counted}. {told.verdicts}. {told.generator}."})
    if told.imprint.publisher:
        add(docdata, "doc.copyright", attributes={"holder": told.imprint.name})


def _body_head(head: Element, told: Told) -> None:
    hedline = add(head, "hedline")
    add(hedline, "hl1", told.headline)
    add(head, "byline", told.generator)
    add(head, "distributor", told.imprint.name)
    abstract = add(add(head, "abstract"), "p")
    _sentence(abstract, told.notes.dek)


def _content(content: Element, told: Told) -> None:
    for heading, sentences in told.notes.sections:
        block = add(content, "block")
        if heading:
            add(block, "hl2", heading)
        for paragraph in told.notes.paragraphs(sentences):
            text = add(block, "p")
            for place, numbered in enumerate(paragraph):
                _sentence(text, numbered, " " if place else "")
    headline = add(add(add(content, "note"), "body.content"), "p")
    say(headline, "The headline rests on ")
    _marks(headline, told.notes.headline)
    for n, passage in enumerate(told.notes.passages, start=told.notes.first):
        note = add(content, "fn", attributes={"id": f"n{n}"})
        line = add(add(note, "body.content"), "p", f"[{n}] {told.note(passage)}")
        url = address(told.shelf.articles[passage.article_id].url)
        if url:
            say(line, " ")
            add(line, "a", url, {"href": url})


def _sentence(paragraph: Element, numbered: Numbered, before: str = "") -> None:
    say(paragraph, before + cited_text(numbered))
    _marks(paragraph, numbered)


def _marks(paragraph: Element, numbered: Numbered) -> None:
    for n in numbered.numbers:
        add(paragraph, "a", f"[{n}]", {"href": f"#n{n}"})
