"""How outlets say that a text is somebody's view: in a section's name, before or behind a title, in an address, in a byline.

Only labels count, never what a text is about: a report on an opinion poll or on a newspaper column has none of them.
"""

import re
from urllib.parse import urlsplit

from copydesk.text.words import word_set

# A section, a kicker or the like that is nothing else: "Opinion", "Comment is free", "Letters to the editor".
_NAME = (
    r"opinions?|op-?\s?eds?|comment(?: is free)?|commentary|commentaries|editorials?|the editorial board|editorial board|"
    r"columns?|columnists?|viewpoints?|points? of view|perspectives?|views|opinion (?:and|&) (?:analysis|comment|ideas|editorial)|"
    r"comment (?:and|&) (?:analysis|debate|opinion)|editorials? (?:and|&) opinion|"
    r"(?:guest|reader|readers['’]?|our|the) (?:essay|column|opinion|comment|commentary|view|editorial)s?|"
    r"(?:readers['’] )?letters?(?: to the editor)?|leaders?|leading articles?"
)
# Words that stand on buttons, too: "Comment", "118 views".
_BUTTONS = re.compile(r"\W{0,3}(?:comment|views|leaders?)\W{0,3}\Z", re.IGNORECASE)
_ALONE = re.compile(rf"\W{{0,3}}(?:{_NAME})\W{{0,3}}\Z", re.IGNORECASE)
_PARTED = re.compile(r"\s*[|/>»›·•]\s*|\s+[-–—]\s+|\s*[:;]\s+")
# What may stand before a title's colon or bar: words that hardly begin a headline otherwise ("Letter: Minister knew" is a report).
_TITLE_NAME = (
    r"opinions?|op-?\s?ed|comment(?: is free)?|commentary|editorial|column|viewpoint|point of view|letters(?: to the editor)?|"
    r"(?:guest|reader|our) (?:essay|column|opinion|comment|commentary|view|editorial)"
)
_BEFORE = re.compile(rf"\A\W{{0,2}}(?:{_TITLE_NAME})\s?(?:[:|»›]|\s[-–—]|\])\s+\S", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\S\s+(?:[|»›]|[-–—])\s+(?:{_TITLE_NAME})(?:\s+(?:[|»›]|[-–—])\s.{{0,40}})?\Z|\S\s+[\[(](?:{_TITLE_NAME})[\])]\Z",
    re.IGNORECASE,
)
_BY = re.compile(r"\A\W{0,3}(?:opinion|op-?ed|comment|commentary|column|editorial|guest column)\s+by\s+\S", re.IGNORECASE)
_BOARD = re.compile(r"\b(?:the )?editorial board\b", re.IGNORECASE)
_FOLDERS = word_set(
    """
    opinion opinions commentisfree comment commentary op-ed op-eds oped opeds op_ed editorial editorials columnist columnists
    column columns viewpoint viewpoints perspectives letters letters-to-the-editor guest-column guest-columns guest-opinion
    guest-essay views
    """
)
_PAIR = 2  # parts of a label
_DEEPEST = 3  # folders of an address that name a section; what is deeper names other things
_WIDE = frozenset({"comment", "column", "views", "letters", "editorial"})  # also names other things than a section further down


def is_opinion(label: str) -> bool:
    """Tell whether a section's name or a line near a title is a label of opinion, alone or beside another: "Comment | Politics".

    Of more parts it is a menu.
    """
    parts = _PARTED.split(label.strip())
    return _BY.match(label) is not None or (len(parts) <= _PAIR and any(_ALONE.match(part) for part in parts))


def headed_opinion(line: str) -> bool:
    """Tell whether a line beside a title is a label of opinion, and not what a button says."""
    return is_opinion(line) and _BUTTONS.match(line) is None


def titled_opinion(title: str) -> bool:
    """Tell whether a title has a label of opinion before or behind it: "Opinion: …", "Editorial | …", "… - Comment"."""
    return _BEFORE.match(title) is not None or _BEHIND.search(title) is not None


def by_board(byline: str) -> bool:
    """Tell whether an editorial board signs a text."""
    return _BOARD.search(byline) is not None


def filed_as_opinion(url: str) -> bool:
    """Tell whether an address has a folder of opinion before its last part, `/opinion/`, `/commentisfree/`, or such a host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    folders = [part for part in parts.path.lower().split("/") if part][:-1][:_DEEPEST]
    named = any(folder in _FOLDERS and (place == 0 or folder not in _WIDE) for place, folder in enumerate(folders))
    return named or (parts.hostname or "").startswith(("opinion.", "opinions."))
