"""A draft's words without its markup, every word still at its place."""

import html
import re
from typing import Literal

Markup = Literal["text", "markdown", "html"]

_HTML_GONE = re.compile(r"<!--.*?-->|<(script|style|template|head)\b.*?</\1\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_HTML_BREAK = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|br|tr|td|th|table|section|article|blockquote|header|footer|figure)\b", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{2,32});")
_MARKDOWN_GONE = re.compile(
    r"^```.*?^```[^\n]*$"  # fenced code
    r"|^\[\^[^\]\n]+\]:[^\n]*$"  # footnote texts
    r"|^ {0,3}\[[^\]\n]+\]:[^\n]*$"  # link targets
    r"|\[\^[^\]\n]+\]"  # footnote signs
    r"|!\[[^\]\n]*\]\([^)\n]*\)"  # pictures
    r"|(?<=\])\([^)\n]*\)"  # addresses of links
    r"|^ {0,3}(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+"  # signs at the head of a line
    r"|[ \t]#+[ \t]*$"
    r"|^ {0,3}(?:[-*_][ \t]*){3,}$|^ {0,3}(?:=+|-+)[ \t]*$"  # rules and underlined headings
    r"|\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`"
    r"|\[(?=[^\]\n]*\]\()|(?<=[^\]\n])\](?=\()",
    re.MULTILINE | re.DOTALL,
)
_MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+[^\n]*$|^[^\n]+\n {0,3}(?:=+|-+)[ \t]*$", re.MULTILINE)
_HTML_HEADING = re.compile(r"<(h[1-6])\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)


def words_in_place(draft: str, markup: Markup) -> str:
    """Return a text as long as `draft` in which markup is blanked and every word keeps its offset.

    Args:
        draft: The draft as it was given.
        markup: How it is marked up.

    Returns:
        The draft with each code point of markup replaced by a space, or by a line break where it ends a block.
    """
    if markup == "html":
        return _ENTITY.sub(_entity, _HTML_GONE.sub(_blank_tag, draft))
    if markup == "markdown":
        return _ENTITY.sub(_entity, _MARKDOWN_GONE.sub(_blank, _HTML_GONE.sub(_blank_tag, draft)))
    return draft


def headings(draft: str, markup: Markup) -> tuple[tuple[int, int], ...]:
    """Return the spans of a draft's headings, half-open, in order."""
    pattern = {"html": _HTML_HEADING, "markdown": _MARKDOWN_HEADING}.get(markup)
    return tuple(match.span() for match in pattern.finditer(draft)) if pattern else ()


def _blank(match: re.Match[str]) -> str:
    return "".join("\n" if sign == "\n" else " " for sign in match[0])


def _blank_tag(match: re.Match[str]) -> str:
    length = len(match[0])
    return "\n\n" + " " * (length - 2) if _HTML_BREAK.match(match[0]) else " " * length


def _entity(match: re.Match[str]) -> str:
    plain = html.unescape(match[0])
    return plain.ljust(len(match[0])) if len(plain) <= len(match[0]) else match[0]
