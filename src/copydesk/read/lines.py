"""Text to blocks: paragraphs, whatever way they are parted.

Copied and scraped text parts paragraphs by empty lines, by single line ends, by neither (glued or hard-wrapped at 72 columns), or
breaks a sentence wherever the page had a link. A block is one line without line ends inside.
"""

import re
from itertools import pairwise

_BLANKS = re.compile(r" [ \t]+|\t[ \t]*")
_BULLET = re.compile(r"(?:[-*•‣◦▪●·–—>]|\(?\d{1,2}[.)])\s")
_SENTENCE_END = (".", "!", "?", "…", ":", ";", '"', "”", "’", "»", "__")
# A wrapped text breaks where the next word would not have fit; beyond 100 columns nobody wraps by hand or by mailer.
_WIDEST, _NARROWEST, _FEWEST_LINES = 100, 40, 4
# A line with less than this share of the width was ended by hand.
_FILLED = 0.6
# Sentences glued without a space, where line ends were lost: "… on Monday.The minister …". Both sides must look like words, and the
# right one must be one that begins sentences, so that names of sites ("Node.js", "Booking.Com") stay whole.
_GLUED = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=(?:The|A|An|He|She|It|They|We|In|On|At|But|And|If|As|This|That|These|Those|His|Her|Its|Their|"
    r"There|When|"
    r"After|Before|While|For|From|With|By|To|Not|No|So|Some|Many|More|Most|Meanwhile|However|According|Earlier|Also|Last|"
    r"Since)\s)"
    r"|(?<=[a-z]{2}[.!?][”\"])(?=[A-Z][a-z]*\s)|(?<=[a-z]{2}[.!?])(?=“[A-Z])"
)
_STOP_INSIDE = re.compile(r"[.!?][”\"]?[A-Z“]")
# Words that no line ends on unless a link cut it there.
_OPEN = re.compile(
    r"(?:^|\s)(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|as|than|is|are|was|were|be|been|has|"
    r"have|had|will|"
    r"would|his|her|its|their|into|over|between|including)\Z"
)


_BY = re.compile(r"by [A-Z]")
_WHO = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,2}[A-Z][\w.'’-]+, (?:[\w-]+ ){0,4}(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter)\Z")


def blocks_of(text: str) -> list[str]:
    """Return a text's blocks, in order.

    Args:
        text: Text in plain form (see `text.fold.plain`).

    Returns:
        One string per paragraph, heading, list item or other line; none is empty, none has a line end in it, and together they hold
        every character of the text but white space.
    """
    groups = [group for group in re.split(r"\n[ \t]*\n", text) if group.strip()]
    width = _wrap_width(text)
    found: list[str] = []
    for group in groups:
        squeezed = _BLANKS.sub(" ", group) if "  " in group or "\t" in group else group
        lines = [bare for line in squeezed.split("\n") if (bare := line.strip())]
        for paragraph in _joined(lines, width):
            pieces = _GLUED.split(paragraph) if _STOP_INSIDE.search(paragraph) else (paragraph,)
            found += (part for piece in pieces if (part := piece.strip()))
    return found


def _wrap_width(text: str) -> int:
    """Return the column at which a text is hard-wrapped, 0 where it is not."""
    lines = [line.rstrip() for line in text.split("\n")]
    longest = max(map(len, lines), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if b and len(a) >= _FILLED * longest]
    full = sum(_was_full(a, b, longest) and not a.endswith(_SENTENCE_END) for a, b in pairs)
    return longest if full >= _FEWEST_LINES and full >= 0.5 * len(pairs) else 0


def _was_full(line: str, following: str, width: int) -> bool:
    first = following.lstrip().split(" ", 1)[0]
    return len(line) + 1 + len(first) > width - 2 and len(line) >= _FILLED * width


def _joined(lines: list[str], width: int) -> list[str]:
    """Join the lines of one group that belong to one paragraph."""
    joined: list[list[str]] = []
    last = ""
    for line in lines:
        if joined and (_was_full(last, line, width) if width else _is_cut(last, line)) and not _BULLET.match(line):
            joined[-1].append(line)
        else:
            joined.append([line])
        last = line
    return [" ".join(parts) for parts in joined]


def _is_cut(line: str, following: str) -> bool:
    """Tell whether a scraper broke a sentence between two lines: no end on this side, no beginning on the other."""
    words = line.split()
    if len(words) < 4 or line.endswith(_SENTENCE_END) or sum(word[0].islower() for word in words) < 0.5 * len(words):
        return False
    if _BY.match(following) or _WHO.match(following) or (line.endswith((" said", " told")) and "," in line):
        return False
    is_clause = following.count(" ") >= 3 or following.endswith(_SENTENCE_END)
    goes_on = following[0] in ",.;)" or (following[0].islower() and is_clause)
    return goes_on or line.endswith((" said", " told")) or _OPEN.search(line) is not None
