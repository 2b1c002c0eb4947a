"""Who published an article, as the page says it of itself; nobody where it is not sure."""

import re
from collections.abc import Sequence

from copydesk.read.notices import AGENCIES
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
    home tv film video opinion
    """.split()  # noqa: SIM905
)
_OWNER = re.compile(r" (?:Media|Newspapers|Publications|Communications|Holdings|Networks?|Partners)\Z")
_SMALL = frozenset(["of", "the", "and", "&", "for"])
_AGENCY = re.compile(rf"(?:{AGENCIES})\Z")
_SUFFIX = re.compile(r"(?P<title>.{5,200}?)\s[|–—-]\s(?P<name>[A-Z][\w'’&. ]{1,40})\Z")


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
    words = line.split()
    if not 1 < len(words) <= 5 or line[-1] in ".!?:," or not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    general = words[0].casefold() == "by" or _is_section(line)
    return line if not general and not _AGENCY.match(line) and outlet_evidence(line) > 0 and _HOUSE.search(line) else None


def _is_section(name: str) -> bool:
    """Tell whether only words for parts of a paper stand before a name's last one: "Latest News"."""
    inner = [word.casefold() for word in name.split()[:-1] if word != "The"]
    return bool(inner) and all(word in _SECTIONS for word in inner)


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
        and not re.match(r"(?:all|the|this|photo|image|by|and)\Z", name, re.I)
    )
    return name if sensible else None


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
