"""A Word document (Office Open XML, ECMA-376 transitional) whose citations are real footnotes.

python-docx writes no footnotes, so the few parts that such a document needs are built here. The archive's entries have one fixed
time, so that the same story gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping

from copydesk.render import words
from copydesk.render.clean import address
from copydesk.render.exports.told import Told, stamp
from copydesk.render.exports.xhtml import cited_text
from copydesk.render.exports.xml import XML, Element, add, root, say, serialised
from copydesk.render.numbering import Numbered

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = f"{PACKAGE}/metadata/core-properties"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
TERMS = "http://purl.org/dc/terms/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "application/vnd.openxmlformats-package"
_FIXED = (1980, 1, 1, 0, 0, 0)  # the earliest time an archive can state
# Styles: id -> (name, what kind it is, size in half points, bold).
_STYLES: Mapping[str, tuple[str, str, int, bool]] = {
    "Normal": ("Normal", "paragraph", 22, False),
    "Title": ("Title", "paragraph", 40, True),
    "Subtitle": ("Subtitle", "paragraph", 26, False),
    "Heading1": ("heading 1", "paragraph", 30, True),
    "FootnoteText": ("footnote text", "paragraph", 18, False),
    "FootnoteReference": ("footnote reference", "character", 0, False),
    "Hyperlink": ("Hyperlink", "character", 0, False),
}
_PARTS = {
    "/word/document.xml": f"{_MAIN}.document.main+xml",
    "/word/footnotes.xml": f"{_MAIN}.footnotes+xml",
    "/word/styles.xml": f"{_MAIN}.styles+xml",
    "/docProps/core.xml": f"{_RELATED}.core-properties+xml",
    "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}


def document(told: Told) -> bytes:
    """Return a story as a Word document: headline, dek, sections with footnotes, how it was made.

    The document's properties hold title, time, generator, count of independent origins and IPTC's digital source type.
    """
    links = {passage.article_id: address(told.shelf.articles[passage.article_id].url) for passage in told.notes.passages}
    places = {article_id: (f"link{n}", url) for n, (article_id, url) in enumerate(links.items(), start=1) if url}
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("document", f"{OFFICE}/officeDocument", "word/document.xml", False),
            ("core", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False),
            ("custom", f"{OFFICE}/custom-properties", "docProps/custom.xml", False),
        ),
        "docProps/core.xml": _core(told),
        "docProps/custom.xml": _custom(told),
        "word/document.xml": _document(told),
        "word/footnotes.xml": _footnotes(told, {article_id: name for article_id, (name, _) in places.items()}),
        "word/styles.xml": _styles(),
        "word/_rels/document.xml.rels": _relationships(
            ("footnotes", f"{OFFICE}/footnotes", "footnotes.xml", False), ("styles", f"{OFFICE}/styles", "styles.xml", False)
        ),
        "word/_rels/footnotes.xml.rels": _relationships(
            *((name, f"{OFFICE}/hyperlink", url, True) for name, url in places.values())
        ),
    }
    return _packed(parts)


def _document(told: Told) -> Element:
    document = root(W, "document")
    body = add(document, "body")
    _cited(_paragraph(body, "Title"), told.notes.headline, told)
    _cited(_paragraph(body, "Subtitle"), told.notes.dek, told)
    _run(_paragraph(body), f"{words.opening(told.counted)}.")
    for heading, sentences in told.notes.sections:
        if heading:
            _run(_paragraph(body, "Heading1"), heading)
        for paragraph in told.notes.paragraphs(sentences):
            element = _paragraph(body)
            for numbered in paragraph:
                _cited(element, numbered, told)
    _run(_paragraph(body, "Heading1"), "How this was made")
    for line in told.about:
        _run(_paragraph(body), line)
    return document


def _cited(paragraph: Element, numbered: Numbered, told: Told) -> None:
    """Add a sentence with its footnote marks; a passage cited twice has a footnote at each place, as Word wants it."""
    _run(paragraph, cited_text(numbered))
    for note in (n for n, place, _ in _places(told) if place == numbered.id):
        run = add(paragraph, "r")
        add(add(run, "rPr"), "rStyle", attributes={_w("val"): "FootnoteReference"})
        add(run, "footnoteReference", attributes={_w("id"): str(note)})
    _run(paragraph, " ")


def _places(told: Told) -> Iterator[tuple[int, str, int]]:
    """Yield number of a footnote, the sentence it stands at, the number of the passage it shows."""
    note = 0
    for numbered in told.notes.sentences:
        for passage in numbered.numbers:
            note += 1
            yield note, numbered.id, passage


def _footnotes(told: Told, links: Mapping[str, str]) -> Element:
    notes = root(W, "footnotes", r=OFFICE)
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        note = add(notes, "footnote", attributes={_w("type"): kind, _w("id"): str(number)})
        add(add(add(note, "p"), "r"), kind)
    for number, _, place in _places(told):
        passage = told.notes.passages[place - told.notes.first]
        paragraph = _paragraph(add(notes, "footnote", attributes={_w("id"): str(number)}), "FootnoteText")
        mark = add(paragraph, "r")
        add(add(mark, "rPr"), "rStyle", attributes={_w("val"): "FootnoteReference"})
        add(mark, "footnoteRef")
        _run(paragraph, f" {told.note(passage)}")
        if passage.article_id in links:
            _run(paragraph, " ")
            link = add(paragraph, "hyperlink", attributes={f"{{{OFFICE}}}id": links[passage.article_id]})
            _run(link, address(told.shelf.articles[passage.article_id].url) or "", "Hyperlink")
    return notes


def _paragraph(parent: Element, style: str = "Normal") -> Element:
    paragraph = add(parent, "p")
    add(add(paragraph, "pPr"), "pStyle", attributes={_w("val"): style})
    return paragraph


def _run(parent: Element, text: str, style: str | None = None) -> None:
    run = add(parent, "r")
    if style:
        add(add(run, "rPr"), "rStyle", attributes={_w("val"): style})
    say(add(run, "t", attributes={f"{{{XML}}}space": "preserve"}), " ".join(text.split(" ")).replace("\n", " ").replace("\t", " "))


def _styles() -> Element:
    styles = root(W, "styles")
    for name, (shown, kind, size, bold) in _STYLES.items():
        style = add(styles, "style", attributes={_w("type"): kind, _w("styleId"): name})
        add(style, "name", attributes={_w("val"): shown})
        look = add(style, "rPr")
        if bold:
            add(look, "b")
        if name == "Hyperlink":
            add(look, "color", attributes={_w("val"): "0563C1"})
        if size:
            add(look, "sz", attributes={_w("val"): str(size)})
        if name == "Hyperlink":
            add(look, "u", attributes={_w("val"): "single"})
        if name == "FootnoteReference":
            add(look, "vertAlign", attributes={_w("val"): "superscript"})
    return styles


def _core(told: Told) -> Element:
    properties = root(CORE, "coreProperties", dc=DUBLIN_CORE, dcterms=TERMS, xsi=INSTANCE)
    add(properties, f"{{{DUBLIN_CORE}}}title", told.headline)
    add(properties, f"{{{DUBLIN_CORE}}}subject", told.dek)
    add(properties, f"{{{DUBLIN_CORE}}}creator", told.imprint.name)
    add(properties, f"{{{DUBLIN_CORE}}}description", told.disclosure)
    add(properties, f"{{{DUBLIN_CORE}}}identifier", told.uri)
    if told.as_of:
        add(properties, f"{{{TERMS}}}created", stamp(told.as_of), {f"{{{INSTANCE}}}type": "dcterms:W3CDTF"})
    return properties


def _custom(told: Told) -> Element:
    properties = root(CUSTOM, "Properties", vt=VALUES)
    values = {
        "digitalSourceType": told.digital_source.uri,
        "generator": told.generator,
        "independent origins": told.counted,
        "verdicts": told.verdicts,
    }
    for number, (name, value) in enumerate(values.items(), start=2):  # the first two numbers are taken by the format
        kept = {"fmtid": "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", "pid": str(number), "name": name}
        add(add(properties, "property", attributes=kept), f"{{{VALUES}}}lpwstr", value)
    return properties


def _content_types() -> Element:
    types = root(f"{PACKAGE}/content-types", "Types")
    add(types, "Default", attributes={"Extension": "rels", "ContentType": f"{_RELATED}.relationships+xml"})
    add(types, "Default", attributes={"Extension": "xml", "ContentType": "application/xml"})
    for name, kind in _PARTS.items():
        add(types, "Override", attributes={"PartName": name, "ContentType": kind})
    return types


def _relationships(*related: tuple[str, str, str, bool]) -> Element:
    """Return the relations of a part: id, type, target, whether the target is outside the document."""
    relations = root(f"{PACKAGE}/relationships", "Relationships")
    for name, kind, target, outside in related:
        mode = {"TargetMode": "External"} if outside else {}
        add(relations, "Relationship", attributes={"Id": name, "Type": kind, "Target": target, **mode})
    return relations


def _packed(parts: Mapping[str, Element]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, element in parts.items():
            entry = zipfile.ZipInfo(name, date_time=_FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, serialised(element))
    return out.getvalue()


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
