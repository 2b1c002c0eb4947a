"""One file per document format. A new format is a file here, a line in `FORMATS` and a way to know it in `read/kinds.py`."""

from collections.abc import Callable, Iterator

from copydesk.read.formats import docx, feed, json_lines, json_object, mail, markdown, newsml_g2, nitf, pdf, text, web
from copydesk.read.sheet import Sheet
from copydesk.records import Document, Skipped

Format = Callable[[Document, str], Iterator[Sheet | Skipped]]
"""Takes a document and its decoded text (empty for formats that are no text); yields its articles, or why there are none."""

FORMATS: dict[str, Format] = {
    "docx": docx.sheets,
    "feed": feed.sheets,
    "html": web.sheets,
    "json": json_object.sheets,
    "json_lines": json_lines.sheets,
    "mail": mail.sheets,
    "markdown": markdown.sheets,
    "newsml_g2": newsml_g2.sheets,
    "nitf": nitf.sheets,
    "pdf": pdf.sheets,
    "text": text.sheets,
}
