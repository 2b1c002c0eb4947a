"""XML as a tree that nothing outside can reach into: no entity is resolved, no file or address opened, no bomb unpacked."""

from html.entities import name2codepoint
from typing import Any

DAMAGED = "It starts like {what} and is not well-formed XML: {problem}."


def xml_tree(text: str, what: str) -> tuple[Any, str | None]:
    """Return the root of an XML text, or None and why there is none.

    Args:
        text: The decoded text; what its declaration says of its encoding no longer holds.
        what: What it starts like, for the reason.
    """
    from lxml import etree  # noqa: PLC0415  (C library, needed for markup only)

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        root = etree.fromstring(text.replace("\0", "").strip().encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return None, DAMAGED.format(what=what, problem=error.msg)
    return root, None


def name(element: Any) -> str:  # noqa: ANN401  (lxml is untyped)
    """Return an element's name without its namespace, in lower case; empty for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def words(element: Any) -> str:  # noqa: ANN401
    """Return an element's words on one line; of entities those that HTML names stand for their sign, others for nothing."""
    return " ".join("".join(_parts(element)).split())


def child(parent: Any, *names: str) -> Any:  # noqa: ANN401
    """Return the first element at the end of a path of names, None where there is none."""
    for step in names:
        parent = next((inner for inner in parent if name(inner) == step), None)
        if parent is None:
            return None
    return parent


def child_words(parent: Any, *names: str) -> str | None:  # noqa: ANN401
    """Return the words of the first element at the end of a path, None where there are none."""
    found = child(parent, *names)
    return (words(found) or None) if found is not None else None


def every(parent: Any, wanted: str) -> list[Any]:  # noqa: ANN401
    """Return all elements of a name inside an element, in order."""
    return [element for element in parent.iter() if name(element) == wanted]


def _parts(element: Any) -> list[str]:  # noqa: ANN401
    parts = [element.text or ""]
    for inner in element:
        parts += _parts(inner) if name(inner) else [_entity(inner)]
        parts.append(inner.tail or "")
    return parts


def _entity(node: Any) -> str:  # noqa: ANN401
    code = name2codepoint.get(getattr(node, "name", None) or "")
    return chr(code) if code else " "
