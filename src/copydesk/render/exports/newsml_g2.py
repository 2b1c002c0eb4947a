"""NewsML-G2 2.35 (IPTC), power conformance: a story as one news item with its text as XHTML and as NITF."""

from copydesk.render.clean import one_line
from copydesk.render.exports import nitf, xhtml
from copydesk.render.exports.told import Told, address, article_uri, stamp
from copydesk.render.exports.xml import XHTML, XML, Element, add, root, serialised

NAR = "http://iptc.org/std/nar/2006-10-01/"
VERSION = "2.35"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"
ROLES = "http://cv.iptc.org/newscodes/contentprodpartyrole/"
DERIVED_FROM = "http://cv.iptc.org/newscodes/itemrelation/derivedFrom"
POLICY = "http://cv.iptc.org/newscodes/trustindicator/editorialPolicy"


def item(told: Told) -> bytes:
    """Return a story as a NewsML-G2 news item.

    Its links lead to the articles (`derivedFrom`), `infoSource` names the outlets, `digitalSourceType` says that no person
    wrote it, and `edNote` tells the count of independent origins, the verdicts and how it was made.
    """
    news = root(
        NAR,
        "newsItem",
        {
            "guid": told.uri,
            "version": told.version,
            "standard": "NewsML-G2",
            "standardversion": VERSION,
            "conformance": "power",
            f"{{{XML}}}lang": "en",
        },
    )
    add(news, "catalogRef", attributes={"href": CATALOG})
    if told.imprint.publisher:
        add(add(add(news, "rightsInfo"), "copyrightHolder"), "name", told.imprint.name)
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
    return serialised(news)


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
