"""NewsML-G2 and NITF as agencies deliver them, and as an attacker would."""

import json
import time
from pathlib import Path

import pytest

from copydesk.read import read
from copydesk.records import Article, Document, Reading

BODY = (
    "<p>Two people died and nine were injured on Tuesday when a tram left the rails near the old mill bridge, police said.</p>"
    "<p>The driver, Marek Dunn, told officers that the brakes had failed on the hill. The city council will meet on Thursday.</p>"
    "<p>“We are looking at every part of that tram,” said Lena Orvik, who heads the transport authority. She said the line would "
    "stay closed until Friday.</p>"
)
NITF = f"""<nitf{{namespace}} version="-//IPTC//DTD NITF 3.4//EN"><head><title>tram</title>
<docdata management-status="{{status}}"><doc-id id-string="a.7"/><date.issue norm="20310512T093100Z"/>
<date.release norm="20310513T060000Z"/><doc.copyright holder="Norrvik Wire"/></docdata>
<pubdata type="web" name="Velmora Echo" ex-ref="https://echo.example/tram"/></head>
<body><body.head><hedline><hl1>Two killed as tram leaves rails in Velmora</hl1><hl2>Brakes failed</hl2></hedline>
<byline>By <person>Ina Sorvik</person><byttl>Reporter</byttl></byline><distributor><org>Norrvik Wire</org></distributor>
<dateline><location>VELMORA</location></dateline><abstract><p>A tram has crashed.</p></abstract></body.head>
<body.content><media media-type="image"><media-caption>A caption about a tram that is not of the text.</media-caption></media>
{BODY}<fn><body.content><p>A footnote that is not of the text.</p></body.content></fn></body.content>
<body.end><tagline>Norrvik Wire writer Olle Berg contributed.</tagline></body.end></body></nitf>"""
ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:wire.example:20310512:7" version="3"
 standard="NewsML-G2" standardversion="2.28" conformance="power" xml:lang="en-GB">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml"/>
<itemMeta><itemClass qcode="ninat:{kind}"/>{provider}<versionCreated>2031-05-12T11:02:00+02:00</versionCreated>
<firstCreated>2031-05-12T09:31:00Z</firstCreated>{embargoed}<pubStatus qcode="stat:{status}"/></itemMeta>
<contentMeta><contentCreated>2031-05-12T09:20:00Z</contentCreated><infoSource><name>Radio Fjord</name></infoSource>
<creator qcode="p:1"><name>Ina Sorvik</name></creator><language tag="en"/>
<headline>Two killed as tram leaves rails in Velmora</headline><dateline>VELMORA, May 12 (NW)</dateline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
PROVIDER = '<provider qcode="nprov:NW"><name>Norrvik Wire</name></provider>'
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>'
    f"<body>{BODY}</body></html></inlineXML>"
)
IN_NITF = (
    '<inlineXML contenttype="application/nitf+xml">'
    + NITF.format(namespace=' xmlns="http://iptc.org/std/NITF/2006-10-18/"', status="usable")
    + "</inlineXML>"
)
PLAIN = '<inlineData contenttype="text/plain">' + BODY.replace("<p>", "").replace("</p>", "\n\n") + "</inlineData>"


def item(content: str, status: str = "usable", kind: str = "text", provider: str = PROVIDER, embargoed: str = "") -> str:
    return ITEM.format(content=content, status=status, kind=kind, provider=provider, embargoed=embargoed)


def reading(text: str, media_type: str | None = None) -> Reading:
    return read([Document(location="wire.xml", content=text.encode(), media_type=media_type)])


def article(text: str) -> Article:
    result = reading(text)
    assert not result.skipped
    (found,) = result.articles
    return found


def says_it_all(found: Article) -> None:
    for words in ("Two people died and nine were injured", "the brakes had failed on the hill", "“We are looking at every part"):
        assert words in found.text
    assert "caption" not in found.text
    assert "footnote" not in found.text


@pytest.mark.parametrize(
    "head", ["", '<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n<!-- x -->\n']
)
@pytest.mark.parametrize("namespace", ["", ' xmlns="http://iptc.org/std/NITF/2006-10-18/"'])
def test_nitf_says_who_when_where(head: str, namespace: str) -> None:
    found = article((head + NITF).format(namespace=namespace, status="usable"))
    says_it_all(found)
    assert (found.title, found.outlet, found.byline) == ("Two killed as tram leaves rails in Velmora", "Velmora Echo", "Ina Sorvik")
    assert found.published.when == "2031-05-12T09:31:00+00:00"
    assert found.markup_credits == ("Norrvik Wire",)
    assert found.url == "https://echo.example/tram"


@pytest.mark.parametrize("content", [XHTML, IN_NITF, PLAIN])
def test_a_news_item_says_who_when_where(content: str) -> None:
    found = article(item(content))
    says_it_all(found)
    assert (found.title, found.outlet, found.byline) == ("Two killed as tram leaves rails in Velmora", "Norrvik Wire", "Ina Sorvik")
    assert found.published.when == "2031-05-12T09:31:00+00:00"
    assert found.updated is not None
    assert found.updated.isoformat() == "2031-05-12T09:02:00+00:00"
    assert found.markup_credits == ("Radio Fjord",)
    assert found.dateline is not None
    assert "VELMORA" in found.dateline


def test_a_provider_may_be_known_by_its_code_alone() -> None:
    assert article(item(XHTML, provider='<provider qcode="nprov:NW"/>')).outlet == "NW"


def test_a_message_holds_several_items_each_read_or_skipped_with_the_reason() -> None:
    package = '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p" standard="NewsML-G2" standardversion="2.28"/>'
    picture = item('<remoteContent href="a.jpg"/>', kind="picture")
    other = item(XHTML.replace("tram", "bus").replace("Two", "Four"))
    message = f'<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{item(XHTML)}{package}{picture}{other}</itemSet></newsMessage>'
    result = reading(message)
    assert [one.location for one in result.articles] == ["wire.xml#1", "wire.xml#4"]
    assert [(one.location, one.reason) for one in result.skipped] == [("wire.xml#2", "empty"), ("wire.xml#3", "empty")]
    assert "points to other items" in result.skipped[0].detail
    assert "picture" in result.skipped[1].detail


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_what_its_provider_took_back_is_not_taken_in(status: str) -> None:
    for text in (item(XHTML, status=status), NITF.format(namespace="", status=status)):
        result = reading(text)
        assert not result.articles
        assert result.skipped[0].reason == "withheld"


def test_an_embargo_stands_in_the_text_and_reports_nothing() -> None:
    embargoed = item(XHTML, embargoed="<embargoed>2031-05-13T06:00:00Z</embargoed>")
    for text in (embargoed, NITF.format(namespace="", status="embargoed")):
        found = article(text)
        (block,) = [block for block in found.blocks if block.kind == "embargo"]
        assert "2031" in found.text[block.start : block.end]


def test_ninjs_states_the_same() -> None:
    body = [{"role": "main", "value": BODY}]
    withheld = reading(json.dumps({"uri": "urn:a:1", "pubStatus": "canceled", "bodies": body}))
    assert [one.reason for one in withheld.skipped] == ["withheld"]
    found = article(json.dumps({"uri": "urn:a:1", "pubStatus": "usable", "embargoedUntil": "2031-05-13T06:00:00Z", "bodies": body}))
    assert "embargo" in [block.kind for block in found.blocks]


def test_nothing_outside_is_opened_and_no_bomb_unpacked(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret words")
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "boom" * 50}">' for n in range(12))
    head = f'<?xml version="1.0"?><!DOCTYPE nitf [{bomb}<!ENTITY file SYSTEM "{secret.as_uri()}">]>'
    text = head + NITF.format(namespace="", status="usable").replace("<p>Two", "<p>&a11;&file;&mdash;Two", 1)
    started = time.perf_counter()
    result = reading(text)
    assert time.perf_counter() - started < 5
    told = " ".join([*(one.text for one in result.articles), *(one.detail for one in result.skipped)])
    assert "secret words" not in told
    assert "boomboom" not in told


def test_a_head_of_many_comments_is_no_way_to_stop_the_reading() -> None:
    started = time.perf_counter()
    reading('<?xml version="1.0"?>' + "<!---->" * 700 + "<x/>")
    reading('<?xml version="1.0"?>' + "<?a?>" * 900 + "<x/>")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "text", ["<nitf><body>", "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><itemMeta>", "<nitf/>", "<newsMessage/>"]
)
def test_broken_or_empty_is_skipped_with_the_reason(text: str) -> None:
    result = reading(text)
    assert not result.articles
    assert result.skipped[0].reason in ("broken", "empty")


def test_entities_of_html_are_read_where_a_document_type_declares_them() -> None:
    text = '<!DOCTYPE nitf SYSTEM "nitf.dtd">' + NITF.format(namespace="", status="usable").replace(
        "police said", "police&nbsp;said&mdash;twice"
    )
    assert "said—twice" in article(text).text
