"""What a draft says it rests on: which of the articles a link or a note means."""

import re
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import parse_qsl, unquote, urlsplit

from copydesk.records import Article
from copydesk.text.cites import addresses
from copydesk.text.fold import folded

# Parts of an address that only say how a reader came there.
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|ref|cmpid|ocid|smid|s|src)\Z")
_HOST = re.compile(r"\A(?:www|m|mobile|amp|edition)\.")
# A title with fewer words is no sure sign.
_TITLE_WORDS = 4
# Share of a title's words that a note has to hold.
_OF_TITLE = 0.8


def same_address(url: str) -> str:
    """Return an address without what does not tell articles apart: scheme, `www.`, tracking, fragment, case of the host."""
    parts = urlsplit(url.strip())
    query = "&".join(f"{key}={value}" for key, value in sorted(parse_qsl(parts.query)) if not _TRACKING.match(key))
    path = unquote(parts.path).rstrip("/").removesuffix("/amp")
    return f"{_HOST.sub('', parts.netloc.lower())}{path}{'?' + query if query else ''}"


def meant_by(target: str, articles: Sequence[Article]) -> Article | None:
    """Return the article that a link or a note points to, None where it is none of those given, or where several may be meant.

    Looked for are its address, the name of its file, its title, and its outlet where the pile has one article of it only.

    Args:
        target: An address, or the words of a note.
        articles: The articles.
    """
    wanted = {same_address(one) for one in addresses(target)}
    by_address = [a for a in articles if {same_address(url) for url in (a.url, a.location) if url and "://" in url} & wanted]
    if by_address:
        return _only(by_address)
    file = PurePath(unquote(target.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0])).name
    by_file = [a for a in articles if file and PurePath(a.location.partition("#")[0]).name == file]
    if by_file:
        return _only(by_file)
    return _only(_by_title(target, articles)) or _only(_by_outlet(target, articles))


def _only(found: Sequence[Article]) -> Article | None:
    return found[0] if len(found) == 1 else None


def _by_title(note: str, articles: Sequence[Article]) -> list[Article]:
    """Return the articles whose title stands in a note; of several with one title those whose outlet stands there, too."""
    words = set(folded(note).split())
    found = []
    for article in articles:
        title = set(folded(article.title or "").split())
        if len(title) >= _TITLE_WORDS and len(title & words) >= _OF_TITLE * len(title):
            found.append(article)
    return found if len(found) <= 1 else [a for a in found if _names(note, a)] or found


def _by_outlet(note: str, articles: Sequence[Article]) -> list[Article]:
    return [article for article in articles if _names(note, article)]


def _names(note: str, article: Article) -> bool:
    """Return whether a note names an article's outlet."""
    outlet = folded(article.outlet or "").removeprefix("the ")
    return bool(outlet) and f" {outlet} " in f" {folded(note)} "
