"""XML for the exports: elements are built, never strings joined, and no character gets in that XML 1.0 does not allow."""

from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree

from copydesk.render.clean import clean, one_line

Element: TypeAlias = "etree._Element"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"


def root(namespace: str | None, name: str, attributes: Mapping[str, str] | None = None, **prefixes: str) -> Element:
    """Return a root element whose namespace is the default one.

    Args:
        namespace: Its namespace; None for none.
        name: Its name.
        attributes: Its attributes.
        prefixes: Prefix -> further namespace.
    """
    known: dict[str | None, str] = {None: namespace} if namespace else {}
    known.update(prefixes)
    made = etree.Element(_tag(namespace, name), nsmap=known or None)
    return _with(made, attributes)


def add(parent: Element, name: str, text: str | None = None, attributes: Mapping[str, str] | None = None) -> Element:
    """Add an element of the parent's namespace to it (`{namespace}name` for one of another) and return it; its text on one line."""
    tag = name if name.startswith("{") else _tag(etree.QName(parent).namespace, name)
    made = _with(etree.SubElement(parent, tag), attributes)
    if text is not None:
        made.text = one_line(text)
    return made


def say(element: Element, text: str) -> None:
    """Add words behind what stands in an element, as they are."""
    words = clean(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def serialised(element: Element) -> bytes:
    """Return a document as UTF-8 with its declaration and a line feed at the end."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8") + b"\n"  # type: ignore[no-any-return]


def fragment(element: Element) -> str:
    """Return an element as text without a declaration."""
    return etree.tostring(element, encoding="unicode")  # type: ignore[no-any-return]


def _tag(namespace: str | None, name: str) -> str:
    return f"{{{namespace}}}{name}" if namespace else name


def _with(element: Element, attributes: Mapping[str, str] | None) -> Element:
    for name, value in (attributes or {}).items():
        element.set(name, one_line(value))
    return element
