import io
import json
import sys

import pytest
from tests.read.conftest import STORY, Read, blocks, document, reading
from tests.word_documents import word_document

from copydesk.read import read

BODY = "The council closed the bridge over the Tarn on Monday after inspectors found cracks in two of its pillars."
MORE = "Mayor Lena Holt promised a ferry by the summer, and the ministry will pay for half of it."
NINJS_1 = {
    "uri": "tag:x",
    "headline": "Bridge closed",
    "body_text": f"{BODY}\n\n{MORE}",
    "byline": "Jo Smith",
    "versioncreated": "2024-03-04T10:00:00Z",
}
NINJS_2 = {
    "uri": "tag:x",
    "headlines": [{"role": "short", "value": "Closed"}, {"role": "main", "value": "Bridge closed"}],
    "bodies": [{"role": "main", "contenttype": "text/html", "value": f"<p>{BODY}</p><p>{MORE}</p>"}],
    "by": "Jo Smith",
    "versionCreated": "2024-03-04T10:00:00Z",
    "infoSources": [{"name": "The Odern Mail"}],
}
PLAIN = {
    "title": "Bridge closed",
    "text": f"{BODY}\n{MORE}",
    "url": "https://tarn.example/1",
    "published": "2024-03-04",
    "outlet": "Tarn News",
}
OTHER = {
    "Headline": "Bridge closed",
    "content": f"{BODY}\n{MORE}",
    "source": {"name": "Tarn News"},
    "publishedAt": 1709546400,
    "authors": ["Jo", "Al"],
}


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2, PLAIN, OTHER])
def test_json_under_its_usual_names(article: Read, item: dict[str, object]) -> None:
    found = article(json.dumps(item), "a.json", "application/json")
    assert (found.title, blocks(found)) == ("Bridge closed", [BODY, MORE])
    assert (found.published.when or "").startswith("2024-03-04")


def test_json_keeps_outlet_address_and_credits(article: Read) -> None:
    plain = article(json.dumps(PLAIN), "a.json")
    assert (plain.outlet, plain.url) == ("Tarn News", "https://tarn.example/1")
    assert article(json.dumps(OTHER), "a.json").byline == "Jo, Al"
    assert article(json.dumps(NINJS_2), "a.json").markup_credits == ("The Odern Mail",)


@pytest.mark.parametrize("wrap", [lambda items: items, lambda items: {"articles": items}])
def test_a_list_of_objects_holds_many_articles(wrap: object) -> None:
    items = [PLAIN, {**PLAIN, "text": f"{MORE} It said so on Friday."}]
    assert callable(wrap)
    result = reading(document(json.dumps(wrap(items)), "a.json", "application/json"))
    assert [found.location for found in result.articles] == ["a.json#1", "a.json#2"]


def test_a_bad_line_of_json_lines_does_not_stop_the_others() -> None:
    lines = [json.dumps(PLAIN), "not json", json.dumps(PLAIN), "", json.dumps({**PLAIN, "text": f"{MORE} {BODY}"}), '{"x": 1}']
    result = reading(document("\n".join(lines), "a.jsonl", "application/x-ndjson"))
    assert [found.location for found in result.articles] == ["a.jsonl#1", "a.jsonl#5"]
    assert [(s.location, s.reason) for s in result.skipped] == [
        ("a.jsonl#2", "broken"),
        ("a.jsonl#6", "unknown_type"),
        ("a.jsonl#3", "duplicate"),
    ]


def test_json_lines_are_known_without_their_ending() -> None:
    text = "\n".join(json.dumps({**PLAIN, "n": n}) for n in range(3))
    assert len(reading(document(text, "archive")).articles) == 3


def test_markdown_with_front_matter(article: Read) -> None:
    text = f"---\ntitle: Bridge closed\nauthor: Jo Smith\ndate: 2024-03-04\n---\n\n{BODY}\n\n"
    text += "## The ferry\n\nMayor **Lena Holt** [promised](http://x) a ferry\nby the summer.\n"
    found = article(text, "a.md", "text/markdown")
    assert (found.title, found.byline, found.published.when) == ("Bridge closed", "Jo Smith", "2024-03-04")
    assert blocks(found) == [BODY, "The ferry", "Mayor Lena Holt promised a ferry by the summer."]


@pytest.mark.parametrize("field", ["section: Opinion", "genre: opinion", "category: Op-Ed"])
def test_front_matter_says_what_kind_of_text_it_is(article: Read, field: str) -> None:
    assert article(f"---\ntitle: Bridge closed\n{field}\n---\n{BODY}\n\n{MORE}\n", "a.md", "text/markdown").genre == "opinion"


def test_the_first_heading_of_markdown_is_its_title(article: Read) -> None:
    found = article(f"# Bridge closed\n\n{BODY}\n\n{MORE}\n", "a.md", "text/markdown")
    assert (found.title, blocks(found)) == ("Bridge closed", [BODY, MORE])


MAIL = """From: =?utf-8?q?Tarn_Council_Press_Office?= <press@tarn.example>
To: desk@odern.example
Subject: Fwd: Bridge closed
Date: Mon, 04 Mar 2024 10:00:00 +0100
MIME-Version: 1.0
Content-Type: {}
Content-Transfer-Encoding: 8bit

{}
"""


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("text/plain; charset=utf-8", f"{BODY}\n\n{MORE}"),
        ("text/html; charset=iso-8859-1", f"<p>{BODY}</p><p>{MORE}</p>"),
        ("text/plain", f"{BODY}\n\n{MORE}"),
    ],
)
def test_mail_is_a_release_of_its_sender(article: Read, kind: str, body: str) -> None:
    found = article(MAIL.format(kind, body), "a.eml", "message/rfc822")
    assert (found.title, found.outlet, found.genre) == ("Bridge closed", "Tarn Council", "release")
    assert found.published.when == "2024-03-04T10:00:00+01:00"
    assert blocks(found) == [BODY, MORE]


def test_mail_without_text_is_skipped() -> None:
    result = reading(document(MAIL.format("image/png", "AAAA"), "a.eml", "message/rfc822"))
    assert [s.reason for s in result.skipped] == ["empty"]


def test_content_stands_above_the_ending(article: Read) -> None:
    assert article(json.dumps(PLAIN), "a.txt", "text/plain").title == "Bridge closed"
    assert article(STORY, "a.html", "text/html").title == "Council closes the Tarn bridge after cracks are found"
    assert article(STORY, "a.json", "application/json").byline == "Jo Smith"


def pdf(*lines: str) -> bytes:
    """Return a PDF of one page with these lines."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 10 Tf 12 TL 40 780 Td {shown} ET".encode("latin-1")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, 2)
    for number, part in enumerate(parts, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj%s\nendobj\n" % (number, part))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def test_pdf_lines_become_paragraphs(article: Read) -> None:
    page = pdf(
        "The council closed the bridge over the Tarn on Monday after inspec-",
        "tors found cracks in two of its pillars, it said.",
        "Mayor Lena Holt promised a ferry by the summer, and the ministry",
        "will pay for half of it.",
    )
    found = article(page, "a.pdf", "application/pdf")
    assert blocks(found) == [
        "The council closed the bridge over the Tarn on Monday after inspectors found cracks in two of its pillars, it said.",
        "Mayor Lena Holt promised a ferry by the summer, and the ministry will pay for half of it.",
    ]


def test_pdf_without_a_text_layer_says_so() -> None:
    (skipped,) = reading(document(pdf(), "a.pdf", "application/pdf")).skipped
    assert (skipped.reason, "OCR" in skipped.detail) == ("empty", True)


def test_pdf_without_its_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    (skipped,) = read([document(pdf(BODY), "a.pdf", "application/pdf")]).skipped
    assert skipped.reason == "missing_extra"
    assert "pip install 'copydesk[pdf]'" in skipped.detail


@pytest.mark.parametrize(
    ("sender", "outlet"),
    [
        ("Prime Minister's Office, Odern <press@pmo.example>", "Prime Minister's Office, Odern"),
        ("University of Odern, Press Office <presse@odern.example>", "University of Odern"),
        ("Tarn Home Corporate Communications <press@tarn.example>", "Tarn Home"),
        ("Press Desk <press@coastguard.example>", "coastguard.example"),
        ('"Rahn & Colby" <office@rahn.example>', "Rahn & Colby"),
        ("press@tarn.example", "tarn.example"),
    ],
)
def test_a_message_is_sent_in_the_name_before_the_office(article: Read, sender: str, outlet: str) -> None:
    head = f"From: {sender}\nTo: desk@mail.example\nSubject: Bridge closed\nDate: Mon, 04 Mar 2024 10:00:00 +0100"
    text = f"{head}\n\n{BODY}\n\n{MORE}\n"
    assert article(text, "a.eml", "message/rfc822").outlet == outlet


def test_a_domain_is_spelled_as_the_message_spells_it(article: Read) -> None:
    head = "From: Press Desk <press@mail.odernharbourguard.example>\nSubject: Bridge closed\nDate: Mon, 04 Mar 2024 10:00:00 +0100"
    text = f"{head}\n\nThe Odern Harbour Guard has closed the bridge.\n\n{BODY}\n\n{MORE}\n"
    assert article(text, "a.eml", "message/rfc822").outlet == "Odern Harbour Guard"


def test_a_word_document_is_an_article(article: Read) -> None:
    found = article(word_document("# Tram leaves rails", BODY, "The line stays closed until Friday."), "a.docx", None)
    assert found.title == "Tram leaves rails"
    assert found.text.endswith("The line stays closed until Friday.")


def test_a_torn_word_document_says_so() -> None:
    torn = word_document(BODY)[:-40]
    (skipped,) = reading(document(torn, "a.docx", None)).skipped
    assert (skipped.reason, skipped.detail) == ("broken", "It is no whole Word document.")
