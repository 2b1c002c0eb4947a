"""E-mail messages, as press releases come."""

import email
import email.policy
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from copydesk.read.decoding import decode
from copydesk.read.formats.web import text_of_html
from copydesk.read.sheet import Sheet
from copydesk.records import Document, Published, Skipped
from copydesk.text.fold import plain

# What stands before a subject and belongs to the sending, not to the headline.
_BEFORE_SUBJECT = (
    "re:",
    "fw:",
    "fwd:",
    "aw:",
    "wg:",
    "press release:",
    "news release:",
    "media release:",
    "for immediate release:",
)
# The office that sends in an organisation's name.
_OFFICE = re.compile(
    r"(?:\A|,? )(?:(?:corporate|external|media|press|public|news) )?(?:communications|newsroom|relations|media|press|"
    r"(?:press|media|communications|public relations|news) (?:office|team|desk|department|service|cent(?:er|re)))\Z|\Ano-?reply\Z",
    re.IGNORECASE,
)
# Words with a capital in a row, small ones of a name between them.
_CAPITALS = re.compile(r"[A-Z][\w-]*(?: (?:of|for|the|and|[A-Z][\w-]*))*")
_SHORTEST_NAME, _LONGEST_NAME = 6, 6  # letters of a label that says whose it is; words of a name
# A name with a comma in it stands without quotation marks in many messages.
_FROM = re.compile(r"\s*\"?(?P<name>[^<>\"]*?)\"?\s*<(?P<address>[^<>]*)>\s*\Z")


def sheets(document: Document, text: str) -> Iterator[Sheet | Skipped]:
    """Yield the message: who sent it is its outlet, its subject the title, its kind a release unless it says otherwise."""
    # The older policy reads broken headers without raising.
    message = email.message_from_bytes(document.content.lstrip(), policy=email.policy.compat32)
    body = _body(message)
    if body is None:
        yield Skipped(location=document.location, reason="empty", detail="The message has no part that is text.")
        return
    yield Sheet(
        text=body,
        content=document.content,
        title=_subject(_header(message, "Subject")),
        outlet=_sender(_header(message, "From"), body),
        published=_date(message),
        genre="release",
    )


def _sender(header: str, body: str) -> str | None:
    """Return in whose name a message was sent: the name without the office, else the address's domain, as the message spells it."""
    match = _FROM.match(header)
    name, address = (match["name"], match["address"]) if match else parseaddr(header)
    domain = address.rpartition("@")[2]
    return _OFFICE.sub("", name).strip() or _spelled(domain, body) or domain or None


def _spelled(domain: str, body: str) -> str | None:
    """Return the words with a capital that make a domain's name together: "Tarn Harbour" of tarnharbour.example."""
    names = {label.replace("-", "") for label in domain.lower().split(".")[:-1] if len(label) >= _SHORTEST_NAME}
    for run in _CAPITALS.findall(body) if names else ():
        words = run.split()
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1):
                if "".join(words[start:end]).lower().replace("-", "") in names:
                    return " ".join(words[start:end])
    return None


def _body(message: Message) -> str | None:
    """Return the words of the first plain part, else of the first HTML part."""
    for media_type in ("text/plain", "text/html"):
        for part in message.walk():
            if part.get_content_type() == media_type and part.get_content_disposition() != "attachment":
                words = _decoded(part)
                if words and words.strip():
                    return plain(words if media_type == "text/plain" else text_of_html(words))
    return None


def _decoded(part: Message) -> str | None:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    charset = part.get_param("charset")
    return decode(payload, charset if isinstance(charset, str) else None)


def _header(message: Message, name: str) -> str:
    raw = message.get(name)
    if raw is None:
        return ""
    try:
        parts = decode_header(str(raw))
    except (HeaderParseError, ValueError):
        return plain(str(raw))
    return " ".join(plain("".join(_header_part(part, charset) for part, charset in parts)).split())


def _header_part(part: bytes | str, charset: str | None) -> str:
    return part if isinstance(part, str) else plain(decode(part, charset) or "")


def _subject(subject: str) -> str | None:
    while subject.lower().startswith(_BEFORE_SUBJECT):
        subject = subject.split(":", 1)[1].strip()
    return subject or None


def _date(message: Message) -> Published:
    try:
        moment = parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return Published()
    return Published(when=moment.isoformat(timespec="seconds"), precision="second", basis="mail")
