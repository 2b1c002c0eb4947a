"""The visible text of HTML, one line per block, as a browser's copy gives it."""

import re
from typing import Any

_HIDDEN_TAGS = frozenset(
    """
    script style noscript template head svg iframe object select canvas video audio math dialog textarea input map datalist
    """.split()  # noqa: SIM905
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body button caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main nav ol option p pre section summary table tbody td tfoot th
    thead tr ul
    """.split()  # noqa: SIM905
)
_PARAGRAPHS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "figure", "pre", "table"])
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_SPACES = re.compile(r"[^\S ]\s*| \s+")
# Stands for a line end that an element makes, until the white space between the tags is squeezed; no text holds it (see `parsed`).
_LINE_END = "\0"


def parsed(text: str) -> Any:  # noqa: ANN401  (lxml is untyped)
    """Return the tree of an HTML text, or None where it has no element."""
    from lxml import etree, html  # noqa: PLC0415  (C library, needed for HTML only)

    parser = html.HTMLParser(remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(_DECLARATION.sub("", text.replace("\0", "")), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def visible_text(tree: Any) -> str:  # noqa: ANN401
    """Return what a reader sees, one line per block and an empty line around paragraphs; what is hidden is not in it."""
    from lxml import etree  # noqa: PLC0415

    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if _is_hidden(element, tag):
                walk.skip_subtree()
                continue
            parts.append(_break(tag))
            if element.text:
                parts.append(element.text)
        else:
            if not _is_hidden(element, tag):
                parts.append(_break(tag))
            if element.tail and element is not tree:
                parts.append(element.tail)
    lines = [line.strip(" ") for line in _SPACES.sub(" ", "".join(parts)).split(_LINE_END)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _break(tag: str) -> str:
    if tag in _PARAGRAPHS:
        return _LINE_END * 2
    return _LINE_END if tag in _BLOCKS or tag == "br" else ""


def _is_hidden(element: Any, tag: object) -> bool:  # noqa: ANN401
    if not isinstance(tag, str) or tag in _HIDDEN_TAGS:
        return True
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _HIDDEN_STYLE.search(style) is not None)
