"""Word documents for tests, small but whole: paragraphs, headings, links and footnotes."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PART = re.compile(r"\[\^(?P<note>[^\]]+)\]|\[(?P<words>[^\]]+)\]\((?P<target>[^)]+)\)")


def word_document(*paragraphs: str) -> bytes:
    """Return a Word document.

    Args:
        paragraphs: `# A heading`, or words with `[links](https://…)` and footnotes `[^the note's words]`.
    """
    notes: list[str] = []
    targets: list[str] = []

    def run(text: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""

    def body(paragraph: str) -> str:
        words = paragraph.removeprefix("# ")
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if words != paragraph else ""
        parts, at = [], 0
        for match in _PART.finditer(words):
            parts.append(run(words[at : match.start()]))
            at = match.end()
            if match["note"]:
                notes.append(match["note"])
                parts.append(f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>')
            else:
                targets.append(match["target"])
                parts.append(f'<w:hyperlink r:id="link{len(targets)}">{run(match["words"])}</w:hyperlink>')
        return f"<w:p>{style}{''.join(parts)}{run(words[at:])}</w:p>"

    document = f"<w:document {_W} {_R}><w:body>{''.join(map(body, paragraphs))}</w:body></w:document>"
    footnotes = "".join(f'<w:footnote w:id="{n}"><w:p>{run(words)}</w:p></w:footnote>' for n, words in enumerate(notes, start=1))
    styles = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    links = "".join(
        f'<Relationship Id="link{n}" Type="{_OFFICE}/hyperlink" Target="{escape(target)}" TargetMode="External"/>'
        for n, target in enumerate(targets, start=1)
    )
    kinds = "".join(f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for kind in ("footnotes", "styles"))
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="d" Type="{_OFFICE}/officeDocument" '
        f'Target="word/document.xml"/></Relationships>',
        "word/document.xml": document,
        "word/footnotes.xml": f"<w:footnotes {_W}>{footnotes}</w:footnotes>",
        "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">{kinds}{links}</Relationships>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return out.getvalue()
