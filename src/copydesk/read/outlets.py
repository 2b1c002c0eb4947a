"""Who published an article, as the page says it of itself; nobody where it is not sure."""

import re
from collections.abc import Sequence

from copydesk.read.notices import AGENCIES
from copydesk.read.widgets import widget
from copydesk.text.credits import outlet_evidence

_COPYRIGHT = re.compile(
    r"(?:copyright\b|\(c\)|©)(?:\W*(?:copyright|\(c\)|©))?\W{0,3}(?:(?:19|20)\d\d)?(?:\s?[-–]\s?(?:(?:19|20)\d\d|"
    r"present))?[\s,]{0,3}(?:by )?"
    r"(?P<name>[A-Z][^|©;\n]{1,70})",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"(?P<name>[A-Z][^|©;.\n]{1,50}?),? (?:©|\(c\)|copyright) ?(?:19|20)\d\d", re.IGNORECASE)
_CUT = re.compile(
    r"(?<!\bU)(?<!\bS)\.(?:\s|\Z).*|\W+(?:all |some )?rights? reserved.*|,? (?:or its affiliat|and its affiliat|a division "
    r"of|a subsidiary|an? \w+ company)"
    r".*|\s\|.*|\s[-–—]\s.*|,?\s?(?:19|20)\d\d\b.*",
    re.IGNORECASE,
)
_FORM = re.compile(
    r",? (?:inc|llc|ltd|limited|plc|corp|corporation|co|company|group|gmbh|pty|l\.?p|network|digital|publishing|publications)\.?\Z",
    re.IGNORECASE,
)
_SITE = re.compile(r"\.(?:com|co\.uk|org|net|news|info|io|in|eu|us|ca|com\.au)\Z", re.IGNORECASE)
_MORE_FROM = re.compile(r"(?:read )?more (?:from|on|in|at) (?P<name>[A-Z][\w'’&.-]*(?: [A-Z&][\w'’&.-]*){0,4})\Z", re.IGNORECASE)
_HOUSE = re.compile(
    r"\b(?:News|Media|Times|Post|Press|Journal|Today|Magazine|Herald|Tribune|Gazette|Guardian|Telegraph|Mail|Star|Sun|"
    r"Chronicle|Observer|Independent|"
    r"Review|Report|Wire|Daily|Radio|TV|Network|Standard|Express|Globe|Courier|Bulletin|Mirror|Record|Dispatch|Inquirer|"
    r"Examiner|Weekly|Online|Ledger|Echo|Sentinel|Beacon|Advocate|Argus|Monitor|Digest|Register|Advertiser|Banner)\b"
)
# Words before "News", "Daily" … that make a section's name of it, not an outlet's.
_SECTIONS = frozenset(
    """
    local world latest breaking top sports sport business health national international politics political us uk u.s. tech
    technology science entertainment crime more your our all featured related other good daily weekly weather city state metro
    regional community general financial money market markets show celebrity music education in today's this staff
    home tv film video opinion football breaking live exclusive analysis obituaries property jobs lifestyle culture arts travel food
    environment climate release releases statement europe asia
    africa australia india uk usa economy companies law crime courts counties cities states
    """.split()  # noqa: SIM905
)
# What parts a menu, a way through a site, and a name from what stands beside it.
_PART = re.compile(r"\s[|>»›•·/]\s|\s[-–—]\s|\s{2,}")
_JOINED = re.compile(r"[A-Z][a-z]+[A-Z0-9]\w*(?:\.\w{2,3})?!?\Z")
_TOP, _NAME_WORDS, _INITIALS = 1, 4, 4
_STATING = frozenset(["posted", "published", "updated", "by", "written", "photo", "image"])
_OWNER = re.compile(r" (?:Media|Newspapers|Publications|Communications|Holdings|Networks?|Partners)\Z")
_SMALL = frozenset(["of", "the", "and", "&", "for"])
_AGENCY = re.compile(rf"(?:{AGENCIES})\Z")
_SUFFIX = re.compile(r"(?P<title>.{5,200}?)\s[|–—-]\s(?P<name>[A-Z][\w'’&. ]{1,40})\Z")


_DESK = re.compile(
    r"\s*\((?:[^()]*\b)?(?:news|online|web|website|opinion|print|digital|politics|business|world|us|uk)\b[^()]*\)$", re.I
)


def outlet_in(lines: Sequence[str]) -> str | None:
    """Return the outlet that a page's own lines name: its copyright line, else what there is "more from".

    An agency in a copyright line is a credit on somebody else's page, so it is not taken for the outlet.
    """
    for line in lines:
        name = copyright_holder(line)
        if name and not _AGENCY.match(name):
            return name
    for line in lines:
        match = _MORE_FROM.match(line.strip(" :>»"))
        name = match["name"] if match else ""
        if name[:1].isupper() and _HOUSE.search(name) and not (_AGENCY.match(name) or _is_section(name)):
            return name
    return None


def is_owner(name: str) -> bool:
    """Tell whether who keeps the rights is rather an outlet's owner: "Odern Media"."""
    return _OWNER.search(name) is not None


def house_in(line: str) -> str | None:
    """Return the outlet where a line is nothing but an outlet's name, no agency's and no section's: "The Odern Mail"."""
    line = _unshouted(line)
    words = line.split()
    if not 1 < len(words) <= 5 or line[-1] in ".!?:," or not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    general = words[0].casefold() == "by" or _is_section(line)
    return line if not general and not _AGENCY.match(line) and outlet_evidence(line) > 0 and _HOUSE.search(line) else None


def masthead(lines: Sequence[str], prose: str, *, at_top: bool) -> str | None:
    """Return the outlet whose name stands alone at the top of a page, or at the head of the way that leads to it.

    Args:
        lines: The first lines above the headline.
        at_top: Whether nothing stands above them; below a menu "The …" may be a part of a paper.
        prose: The page's sentences: a name that looks like any words is taken where they speak of it.
    """
    for i, line in enumerate(lines[:_TOP]):
        name = _PART.split(line)[0].strip()
        if not is_nameplate(name) or _AGENCY.match(name):
            continue
        menu = i + 1 < len(lines) and len(_PART.findall(lines[i + 1])) > 1
        again = re.search(rf"\b(?:told|tells|(?:spoke|speaking) to|interview with) (?:the )?{re.escape(_unshouted(name))}\b", prose)
        if outlet_evidence(name if at_top else name.removeprefix("The ")) > 0 or _JOINED.match(name) or menu or again:
            return _unshouted(name)
    return None


def is_nameplate(line: str) -> bool:
    """Tell whether a line may be an outlet's name by its shape: a few words with capitals, none of them a section's or a menu's."""
    words = line.rstrip("!").split()
    if not 0 < len(words) <= _NAME_WORDS or not line[0].isalpha() or line[-1] in ".?:," or widget(line):
        return False
    shaped = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)
    return shaped and not (_is_section(line) or any(map(str.isdigit, words)) or words[0].casefold() in _STATING)


def _unshouted(name: str) -> str:
    """Return a name in capitals as it is written inside sentences; short words are initials."""
    words = name.split()
    if not name.isupper() or max(map(len, words), default=0) <= _INITIALS:
        return name
    return " ".join(word if any(map(str.isdigit, word)) else word.capitalize() for word in words)


def _is_section(name: str) -> bool:
    """Tell whether a name has only words for parts of a paper, or no others before its last: "Latest News"."""
    words = [word.casefold() for word in name.split() if word != "The"]
    return all(word in _SECTIONS or word == "news" for word in words) or (
        len(words) > 1 and all(map(_SECTIONS.__contains__, words[:-1]))
    )


def house_at(lines: Sequence[str]) -> str | None:
    """Return the first line of a page's head that is an outlet's name."""
    return next((name for line in lines if (name := house_in(line))), None)


def copyright_holder(line: str) -> str | None:
    """Return whom a copyright line names, by the common name."""
    if len(line) > 600:
        return None
    match = _COPYRIGHT.search(line) or _YEAR_BEHIND.search(line)
    return common_name(match["name"]) if match and match["name"][0].isupper() else None


def common_name(name: str) -> str | None:
    """Return a holder's name without legal form, site ending and what else stands behind it; None where nothing is left."""
    name = _CUT.sub("", name).strip(" .,;:-–—|")
    for _ in range(3):
        name = _FORM.sub("", name).strip(" .,")
    name = _SITE.sub("", name)
    words = name.split()
    sensible = (
        0 < len(words) <= 6
        and any(c.isalpha() for c in name)
        and not re.match(r"(?:all|the|this|photo|image|by|and|warning|notice|policy|info\w*)\Z", name, re.I)
    )
    return name if sensible else None


def without_desk(name: str | None) -> str | None:
    """Return a declared outlet without the part of it in brackets: "The Harbour Post (Online News)"."""
    bare = _DESK.sub("", name).strip() if name else ""
    return bare or name


def without_outlet(title: str, outlet: str | None) -> tuple[str, str | None]:
    """Cut the outlet from a page title ("… | Harbour Post"): return the title and what was cut, None where nothing was."""
    match = _SUFFIX.match(title)
    if match is None:
        return title, None
    name = match["name"].strip()
    same = outlet is not None and (name.casefold() in outlet.casefold() or outlet.casefold() in name.casefold())
    barred = title.rfind(" | ") == match.end("title") and len(name.split()) <= 4
    likely = len(match["title"]) >= 15 and (barred or _HOUSE.search(name) is not None)
    return (match["title"], name) if same or likely else (title, None)
