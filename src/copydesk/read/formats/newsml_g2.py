"""NewsML-G2 (IPTC): news items as agencies deliver them, alone or several in a message, their text as NITF, XHTML or plain text.

A package holds no text of its own, only pointers to items; pictures, videos and planned events hold none either: each is skipped
with the reason.
"""

from collections.abc import Iterator
from typing import Any

from copydesk.read.formats import nitf
from copydesk.read.formats.declared import genre_named
from copydesk.read.formats.tree import child, child_words, every, name, words, xml_tree
from copydesk.read.formats.web import text_of_html
from copydesk.read.sheet import Sheet
from copydesk.read.times import declared, utc
from copydesk.records import Document, Published, Skipped
from copydesk.text.fold import plain

ITEMS = frozenset(["newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"])
_DATA = "vnd.iptc"  # in the media type of events, planning and sports results, which are no text
_NO_TEXT = {
    "packageitem": "It is a package that only points to other items; give the items themselves.",
    "conceptitem": "It describes a concept and is no article.",
    "knowledgeitem": "It is a vocabulary and no article.",
    "planningitem": "It tells of planned coverage and is no article.",
    "catalogitem": "It is a catalogue and no article.",
}


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the article of each news item, numbered from 1 where a message holds several."""
    root, problem = xml_tree(text, "NewsML-G2")
    if root is None:
        yield Skipped(location=document.location, reason="broken", detail=problem or "It is no NewsML-G2.")
        return
    alone = name(root) in ITEMS
    items = [root] if alone else [element for element in root.iter() if name(element) in ITEMS]
    if not items:
        yield Skipped(location=document.location, reason="empty", detail="The message holds no item.")
    for number, item in enumerate(items, start=1):
        yield _sheet(item, document, None if alone else number)


def _sheet(item: Any, document: Document, number: int | None) -> Sheet | Skipped:  # noqa: ANN401  (lxml is untyped)
    from lxml import etree  # noqa: PLC0415

    location = f"{document.location}#{number}" if number else document.location
    if name(item) in _NO_TEXT:
        return Skipped(location=location, reason="empty", detail=_NO_TEXT[name(item)])
    meta, about = child(item, "itemmeta"), child(item, "contentmeta")
    meta, about = (item if meta is None else meta), (item if about is None else about)
    status = _code(child(meta, "pubstatus"))
    if status in nitf.WITHHELD:
        return Skipped(location=location, reason="withheld", detail=f"It must not be used: {nitf.WITHHELD[status]}.")
    inner = next(iter(every(item, "nitf")), None)
    text = _text(item, inner)
    if not text.strip():
        return Skipped(location=location, reason="empty", detail=f"There is no text in it (its class: {_class(meta)}).")
    outlet = _party(child(meta, "provider")) or child_words(item, "rightsinfo", "copyrightholder", "name")
    told = [_party(element) for element in about if name(element) == "infosource"]
    return Sheet(
        text=plain("\n\n".join(part for part in (_embargo(meta), _dated(about, text)) if part)),
        content=document.content if number is None else etree.tostring(item, with_tail=False),
        number=number,
        title=_headline(meta, about, inner),
        byline=_byline(about, inner),
        outlet=outlet,
        url=_url(item, meta),
        language=_language(item, about),
        genre=genre_named(*(child_words(element, "name") for element in about if name(element) == "genre")),
        published=_time(meta, "firstcreated") or _time(about, "contentcreated") or _time(meta, "versioncreated") or Published(),
        updated=utc(_time(meta, "versioncreated")),
        credits=tuple(dict.fromkeys(one for one in told if one and one != outlet)),
    )


def _text(item: Any, inner: Any) -> str:  # noqa: ANN401
    """Return the text of the first rendition that has one: NITF, XHTML or other markup, plain text."""
    from lxml import etree  # noqa: PLC0415

    if inner is not None and (found := nitf.text_of(inner)).strip():
        return found
    for rendition in every(item, "inlinexml"):
        if _DATA in (rendition.get("contenttype") or ""):
            continue
        found = text_of_html("".join(etree.tostring(element, encoding="unicode", with_tail=False) for element in rendition))
        if found.strip():
            return found
    for rendition in every(item, "inlinedata"):
        marked = "".join(rendition.itertext())
        if rendition.get("encoding") is None and marked.strip():
            return text_of_html(marked) if "html" in (rendition.get("contenttype") or "") else marked
    return ""


def _dated(about: Any, text: str) -> str:  # noqa: ANN401
    """Return the text with its dateline, where that stands apart from it."""
    dateline = child_words(about, "dateline")
    begins = dateline and text.lstrip().casefold().startswith(dateline.casefold()[:12])
    return text if not dateline or begins else f"{dateline.rstrip(' -–—')} — {text.lstrip()}"


def _headline(meta: Any, about: Any, inner: Any) -> str | None:  # noqa: ANN401
    return child_words(about, "headline") or (nitf.headline_of(inner) if inner is not None else None) or child_words(meta, "title")


def _byline(about: Any, inner: Any) -> str | None:  # noqa: ANN401
    return (
        child_words(about, "by") or child_words(about, "creator", "name") or (nitf.byline_of(inner) if inner is not None else None)
    )


def _party(element: Any) -> str | None:  # noqa: ANN401
    """Return what a party is called: its name, else what its code says."""
    if element is None:
        return None
    return child_words(element, "name") or element.get("literal") or _tail(element.get("qcode"), ":") or words(element) or None


def _code(element: Any) -> str:  # noqa: ANN401
    """Return the last part of a property's code or address: `withheld` of `stat:withheld`."""
    if element is None:
        return ""
    return (_tail(element.get("qcode"), ":") or _tail(element.get("uri"), "/") or "").lower()


def _tail(code: str | None, sign: str) -> str | None:
    return code.rpartition(sign)[2] or None if code else None


def _class(meta: Any) -> str:  # noqa: ANN401
    return _code(child(meta, "itemclass")) or "not stated"


def _embargo(meta: Any) -> str:  # noqa: ANN401
    embargoed = child(meta, "embargoed")
    if embargoed is None:
        return ""
    return f"EMBARGOED until {words(embargoed)}" if words(embargoed) else "EMBARGOED: not for release until further notice"


def _url(item: Any, meta: Any) -> str | None:  # noqa: ANN401
    """Return where the item stands on the web: its own name, or a link that is another form of it."""
    links = [link for link in meta if name(link) == "link" and "alternat" in (link.get("rel") or link.get("reluri") or "").lower()]
    found = [item.get("guid"), *(link.get("href") for link in links)]
    return next((url for url in found if url and url.startswith(("http://", "https://"))), None)


def _language(item: Any, about: Any) -> str | None:  # noqa: ANN401
    tagged = child(about, "language")
    tag = (tagged.get("tag") if tagged is not None else None) or item.get("{http://www.w3.org/XML/1998/namespace}lang")
    return (tag or "")[:2].lower() or None


def _time(parent: Any, element: str) -> Published | None:  # noqa: ANN401
    return declared(child_words(parent, element), "newsml-g2")
