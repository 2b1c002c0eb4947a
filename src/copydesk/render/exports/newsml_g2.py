"""NewsML-G2 2.35 (IPTC), power conformance: a story as one news item with its text as XHTML and as NITF, several in a message."""

from collections.abc import Sequence

from copydesk.render.clean import address, one_line
from copydesk.render.exports import nitf, xhtml
from copydesk.render.exports.told import Told, article_uri, latest, package_title, package_uri, package_version, stamp
from copydesk.render.exports.xml import XHTML, XML, Element, add, root, serialised
from copydesk.render.imprint import Imprint

NAR = "http://iptc.org/std/nar/2006-10-01/"
VERSION = "2.35"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
ITEM = "application/vnd.iptc.g2.newsitem+xml"
ROLES = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
DERIVED_FROM = "http://cv.iptc.org/newscodes/itemrelation/derivedFrom"
POLICY = "http://cv.iptc.org/newscodes/trustindicator/editorialPolicy"


def items(stories: Sequence[Told]) -> bytes:
    """Return one story as a news item, several as a message: a package that lists them in their order, and an item for each.

    A message states when it was sent. There is no clock here, so it is the latest time that its stories speak of.
    """
    if len(stories) == 1:
        return item(stories[0])
    message = root(NAR, "newsMessage")
    header = add(message, "header")
    add(header, "sent", stamp(latest(stories)))
    add(header, "catalogRef", attributes={"href": CATALOG})
    add(header, "sender", stories[0].imprint.name)
    held = add(message, "itemSet")
    held.append(_package(stories))
    for told in stories:
        held.append(_item(told))
    return serialised(message)


def item(told: Told) -> bytes:
    """Return a story as a NewsML-G2 news item.

    Its links lead to the articles (`derivedFrom`), `infoSource` names the outlets, `digitalSourceType` says whether
    rules, a model or a person worded it, and `edNote` tells the count of independent origins, the verdicts and how it was made.
    """
    return serialised(_item(told))


def _item(told: Told) -> Element:
    news = _root("newsItem", told.uri, told.version, told.imprint)
    _item_meta(add(news, "itemMeta"), told)
    _content_meta(add(news, "contentMeta"), told)
    contents = add(news, "contentSet")
    page = root(XHTML, "html", {f"{{{XML}}}lang": "en"})
    add(add(page, "head"), "title", told.headline)
    body = add(page, "body")
    add(body, "h1", told.headline)
    body.append(xhtml.article(told, XHTML))
    add(contents, "inlineXML", attributes={"contenttype": "application/xhtml+xml"}).append(page)
    add(contents, "inlineXML", attributes={"contenttype": "application/nitf+xml"}).append(nitf.element(told))
    return news


def _root(kind: str, guid: str, version: str, imprint: Imprint) -> Element:
    """Return an item with its name, its catalogue and its holder of rights."""
    attributes = {
        "guid": guid,
        "version": version,
        "standard": "NewsML-G2",
        "standardversion": VERSION,
        "conformance": "power",
        f"{{{XML}}}lang": "en",
    }
    made = root(NAR, kind, attributes)
    add(made, "catalogRef", attributes={"href": CATALOG})
    if imprint.publisher:
        add(add(add(made, "rightsInfo"), "copyrightHolder"), "name", imprint.name)
    return made


def _package(stories: Sequence[Told]) -> Element:
    """Return a package that points to stories in their order, the first one first."""
    package = _root("packageItem", package_uri(stories), package_version(stories), stories[0].imprint)
    meta = add(package, "itemMeta")
    add(meta, "itemClass", attributes={"qcode": "ninat:composite"})
    add(add(meta, "provider", attributes={"literal": stories[0].imprint.name}), "name", stories[0].imprint.name)
    add(meta, "versionCreated", stamp(latest(stories)))
    add(meta, "pubStatus", attributes={"qcode": "stat:usable"})
    add(meta, "title", package_title(stories))
    about = add(package, "contentMeta")
    add(about, "language", attributes={"tag": "en"})
    add(about, "headline", package_title(stories))
    groups = add(package, "groupSet", attributes={"root": "stories"})
    group = add(groups, "group", attributes={"id": "stories", "role": "group:main", "mode": "pgrmod:seq"})
    for told in stories:
        points = {"residref": told.uri, "version": told.version, "contenttype": ITEM}
        target = add(group, "itemRef", attributes=points)
        add(target, "itemClass", attributes={"qcode": "ninat:text"})
        add(target, "headline", told.headline)
    return package


def _item_meta(meta: Element, told: Told) -> None:
    add(meta, "itemClass", attributes={"qcode": "ninat:text"})
    add(add(meta, "provider", attributes={"literal": told.imprint.name}), "name", told.imprint.name)
    add(meta, "versionCreated", stamp(told.time))
    add(meta, "pubStatus", attributes={"qcode": "stat:usable"})
    add(meta, "generator", told.generator, {"versioninfo": one_line(told.run.version) or "0"})
    add(meta, "title", told.headline)
    add(meta, "edNote", f"{told.counted}. {told.verdicts}. {told.generator}. {told.disclosure}")
    principles = address(told.imprint.principles)
    if principles:
        add(add(meta, "link", attributes={"reluri": POLICY, "href": principles}), "title", "Publishing principles")
    for article in told.dossier.articles:
        link = add(meta, "link", attributes={"reluri": DERIVED_FROM, "href": article_uri(article)})
        add(link, "title", article.title or told.shelf.names[article.id])


def _content_meta(meta: Element, told: Told) -> None:
    if told.as_of:
        add(meta, "contentCreated", stamp(told.as_of))
    source = told.digital_source
    add(add(meta, "digitalSourceType", attributes={"uri": source.uri}), "name", source.name)
    for outlet in told.outlets:
        add(add(meta, "infoSource", attributes={"literal": outlet, "roleuri": f"{ROLES}contentSource"}), "name", outlet)
    add(add(meta, "creator", attributes={"literal": told.generator, "roleuri": f"{ROLES}author"}), "name", told.generator)
    add(meta, "language", attributes={"tag": "en"})
    add(meta, "by", told.generator)
    add(meta, "headline", told.headline)
    add(meta, "description", told.dek, {"role": "drol:summary"})
