"""Lines that speak of the article, not of its subject: credits, bylines, corrections, embargoes, datelines, labels."""

import re
from typing import NamedTuple

from copydesk.read.words import FUNCTION, MONTHS

# News agencies by the names under which they stand in credits. A copyright line or a byline of one of these on a page is a credit.
AGENCIES = (
    r"(?:The )?Associated Press|AP|Reuters|Thomson Reuters|Agence France-Presse|AFP|United Press International|UPI|Deutsche "
    r"Presse-Agentur|"
    r"dpa|DPA|Xinhua|PA(?: Media)?|Press Association|Press Trust of India|PTI|Asian News International|ANI|IANS|Kyodo(?: "
    r"News)?|Jiji(?: Press)?|"
    r"Yonhap(?: News Agency)?|TASS|Interfax|RIA Novosti|ANSA|EFE|Anadolu(?: Agency)?|AAP|Australian Associated Press|(?:The "
    r")?Canadian Press|"
    r"CP|Bloomberg(?: News)?|Dow Jones(?: Newswires)?|Tribune News Service|TNS|CNN Newsource|States Newsroom|Kaiser Health "
    r"News|KFF Health News|"
    r"ProPublica|The Conversation|PRNewswire|PR Newswire|Business Wire|GlobeNewswire|Newsfile(?: Corp)?|ACCESSWIRE|EIN "
    r"Presswire"
)
WIRES_OF_RELEASES = r"/?PR ?Newswire/?|Business Wire|GLOBE ?NEWSWIRE|Newsfile(?: Corp)?|ACCESSWIRE|EIN ?Presswire|CNW"
_AGENCY = re.compile(rf"\b(?:{AGENCIES})\b")
_CREDIT = re.compile(
    r"\W{0,3}(?:source|sources|via|h/t|hat tip)\s?:\s?\S.{1,80}\Z"
    r"|\W{0,3}(?:this|the) (?:article|story|piece|report|post|content|text|column|dispatch)\b[^.]{0,80}\b(?:appeared|"
    r"published|produced|"
    r"reprinted|republished|syndicated|provided|reposted|co-?published|distributed)\b.{0,200}\Z"
    r"|\W{0,3}(?:this|the) (?:article|story|report|post|piece) (?:was|is) (?:partly )?based on\b.{0,160}\Z"
    r"|\W{0,3}(?:story |article |text )?provided by:? [a-z].{1,80}\Z"
    r"|\W{0,3}(?:originally|first) (?:published|appeared|reported|posted) (?:by|in|on|at|with)\b.{0,160}\Z"
    r"|\W{0,3}(?:republished|reprinted|syndicated|reproduced|used|shared) (?:from|with (?:the )?permission|under|"
    r"courtesy)\b.{0,160}\Z"
    r"|\W{0,3}(?:with|from) (?:(?:additional |some )?(?:input|inputs|reporting|information|files|material|contributions?)) "
    r"(?:from|by)\b.{0,120}\Z"
    r"|\W{0,3}with (?:\w+ ){1,4}inputs?\W{0,3}\Z"
    r"|\W{0,3}(?:agencies|wire services|with agency inputs|wire reports|news agencies)\W{0,3}\Z"
)
_AGENCY_ALONE = re.compile(rf"\W{{0,4}}(?:{AGENCIES})(?:\s?(?:/|,|&|and)\s?(?:{AGENCIES})){{0,3}}\W{{0,3}}\Z")
_COPYRIGHT = re.compile(r"\W{0,3}(?:copyright|\(c\)|©)", re.IGNORECASE)
_WORKED_ON = re.compile(
    r"\W{0,3}\(?(?:additional |further |with |extra )*(?:reporting|writing|editing|edited|compiled|translated|translation|"
    r"production|graphics) by\b.{2,300}\Z"
)
_CONTRIBUTED = re.compile(
    r"\W{0,3}.{3,200}\bcontributed (?:reporting |research )?(?:to|from|for) this (?:report|story|article|piece|dispatch)"
    r"\b.{0,60}\Z",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?:(?:story|words|written|report|text|analysis|posted|published|submitted) )?by(?::?[ "
    r":]\s?|(?-i:(?<=[Bb]y)(?=[A-Z])))(?P<name>[^\W\d_][^.!?;]{2,90}?(?:\b[A-Z]\.[^.!?;]{0,60})?)\Z",
    re.IGNORECASE,
)
# Where the writer was, behind two words of the name at least: "By Jo Smith in Cairo".
_FROM_PLACE = re.compile(r"(?P<name>\S+ \S+.*?) (?:at|in) [A-Z].*\Z")
_PLACE = re.compile(r"(?P<name>\S+ [^,]+), [A-Z][a-z]+\Z")
_TWO_PLACES = re.compile(
    r"(?P<first>[A-Z][\w'’-]+ [A-Z][\w'’-]+) in [A-Z]\w+ and (?P<second>[A-Z][\w'’-]+ [A-Z][\w'’-]+) in [A-Z]\w+\Z"
)
_DAY = re.compile(rf"[\s,|·•–-]+(?:(?:{MONTHS})\b\.? \d|\d)")
_ROLE = re.compile(r"(?<=\w), (?:[\w’'-]+ ){0,4}(?:reporter|correspondent|editor|writer|columnist)\Z", re.IGNORECASE)
_CORRECTION = re.compile(
    r"\W{0,3}(?:corrections?|clarification|corrected|corrects|correcting|editor['’]?s['’]? note|"
    r"erratum)\b\s?(?:\([^()]{1,40}\)\s?)?[:—–-]"
    r"|\W{0,3}an? (?:earlier|previous|prior) version of (?:this|the) (?:article|story|report|post|piece|headline|caption)\b"
    r"|\W{0,3}(?:this|the) (?:article|story|report|post|piece|headline) (?:was|has been|is being) (?:updated|corrected|"
    r"amended|changed|clarified|revised)\b"
    r"|\W{0,3}this is (?:a developing|a breaking) (?:news )?story\b"
)
_ABOUT_ERROR = re.compile(
    r"\b(?:correct|earlier|previous|amend|updat|clarif|misstat|incorrect|error|wrong|developing|retract)", re.IGNORECASE
)
_EMBARGO = re.compile(
    r"\W{0,3}(?:(?:strictly |under )?embargo(?:ed)?\b(?=.{0,60}(?:until|till|\d|:))|not for (?:release|publication|"
    r"broadcast)\b|"
    r"(?:hold )?for (?:later )?release\b|hold (?:until|for)\b).{0,120}\Z"
)
_DATELINE = re.compile(
    r"(?P<place>(?:[A-Z][A-Z.'’-]+|[A-Z][a-z'’-]+)(?:[ /,]{1,2}(?:[A-Z][\w.'’-]*|[dl][aeiou]s?|of|and)){0,5}?)"
    rf"(?P<date>,? ?(?:(?:{MONTHS})\.? \d{{1,2}}|\d{{1,2}} (?:{MONTHS})\.?)(?:,? ?\d{{4}})?)?"
    r"\s?(?P<agency>\(\s?/?[A-Z][\w .&/'’-]{0,30}?/?\s?\)|/?PRNewswire/)?"
    r"\s?(?P<dash>—|–|--|-(?=\s|\Z)|―|_)\s?(?P<rest>(?=\S)|\Z)"
)
_WEEKDAYS = frozenset(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_DASHES = ("—", "–", "-", "―", "_")
_NO_PLACE = frozenset(
    """
    BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO OPINION ANALYSIS LIVE NEWS REVIEW COMMENT EDITORIAL PHOTOS NOTE WARNING
    JUST PUBLISHED POSTED FIRST CORRECTION
    """.split()  # noqa: SIM905
)
# Run-in headings: asked by the page, not spoken by a person. Speakers' names in transcripts look the same but for the first word.
_LABEL = re.compile(
    r"(?P<label>(?:what|why|how|who|when|where|the|our|by|between|go|yes|zoom|state|driving|bottom|key|background|context|"
    r"big|catch|"
    r"what['’]s|who['’]s|here['’]s|reality|worth|flashback|details|quick|fast|in|be)(?: "
    r"[\w'’&-]+){0,5}):\s(?=[\"“‘(]?[A-Z0-9$€£])",
    re.IGNORECASE,
)


# Headings that explain news, as they stand alone above a paragraph; other bare lines are judged by their place.
_BARE_LABEL = re.compile(
    r"(?:why (?:it|this|that) matters|the (?:bigger|big|full) picture|what (?:we(?: do(?:n['’]t)?)? know(?: so far)?|"
    r"to know|to watch|"
    r"it means|this means|happened|happens (?:next|now)|comes (?:next|now)|they['’]re saying|else to know|people are saying)|"
    r"what['’]s (?:next|new|happening)|how (?:we got here|it works|it happened)|by the numbers|between the lines|zoom (?:in|out)|"
    r"the (?:bottom line|background|backdrop|context|details|impact|latest)|background|context|driving the news|state of play|"
    r"yes,? but|reality check|looking ahead|key (?:facts|points|takeaways|details|figures|numbers|dates|findings)|"
    r"at a glance|go deeper)\??\Z",
    re.IGNORECASE,
)


# Lines that present a writer, as papers close their reports.
_WRITER = r"(?P<name>[A-Z][\w.'’-]+(?: (?:de|van|von|al|bin|el|la|[A-Z][\w.'’-]*)){1,3})"
_TRADE = (
    r"(?:reporters?|correspondents?|editors?|writers?|journalists?|columnists?|producers?|contributors?|contributing \w+|bureau "
    r"chief|photographers?|bloggers?|interns?|freelancers?)"
)
_IS_WRITER = re.compile(
    rf"{_WRITER} (?:is|was|has been|serves as|works as) (?:an? |the |our )?(?:[\w’'-]+ ){{0,6}}{_TRADE}\b(?=.{{0,80}}\b(?:for|at|"
    r"with|of|based|on|covering|who|whose|in)\b|\W*\Z)"
)
_COVERS = re.compile(
    rf"{_WRITER} (?:covers|writes (?:about|on|for)|reports (?:on|for|from)) .{{2,120}}?\b(?:for|at) (?:the )?[A-Z]"
)
_FOLLOW = re.compile(
    r"(?:you can )?(?:follow|reach|contact|e-?mail|find|tweet|write to)(?: out to)? (?:him|her|them|the (?:author|writer|reporter)|"
    r"(?-i:[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2})) (?:on|at|via|by|@)",
    re.IGNORECASE,
)


def notice(line: str) -> str | None:
    """Return `credit`, `byline`, `correction` or `embargo` where a line is kept for what it shows, else None."""
    if len(line) > 700:
        return None
    lower = line.lower()
    if _CORRECTION.match(lower) and _ABOUT_ERROR.search(lower):
        return "correction"
    if len(line) > 350:
        return None
    if _EMBARGO.match(lower):
        return "embargo"
    if _is_credit(line, lower):
        return "credit"
    if _WORKED_ON.match(lower) or ("ontributed" in line and _CONTRIBUTED.match(line)):
        return "byline"
    name = by(line)
    return "byline" if name and _AGENCY.search(name) else None


def _is_credit(line: str, lower: str) -> bool:
    return bool(
        _CREDIT.match(lower)
        or _AGENCY_ALONE.match(line)
        or (_COPYRIGHT.match(line) and _AGENCY.search(line[:80]))
        or (line.endswith(_DASHES) and (dateline := dateline_of(line)) and dateline.agency and dateline.end == len(line))
    )


def by(line: str) -> str | None:
    """Return the name in a line that is a byline, or None."""
    match = _BY.match(line) if len(line) < 140 else None
    if match is None:
        both = _TWO_PLACES.match(line)
        return f"{both['first']} and {both['second']}" if both else None
    name = _ROLE.sub("", _FROM_PLACE.sub(r"\g<name>", _DAY.split(match["name"])[0])).strip(" ,")
    name = name if _AGENCY.search(name) else _PLACE.sub(r"\g<name>", name)
    words = [word for word in re.split(r"[\s,/]+", name) if word]
    capital = sum(1 for word in words if word[0].isupper() or word in {"and", "de", "van", "von", "of", "the", "for", "in", "&"})
    return name if capital == len(words) and len(words) <= 14 else None


class Dateline(NamedTuple):
    """Where a report was filed.

    Attributes:
        words: Place, date and agency as they stand there.
        place: The place alone.
        agency: The agency in brackets, or None.
        end: Offset behind the dash.
    """

    words: str
    place: str
    agency: str | None
    end: int


def dateline_of(block: str) -> Dateline | None:
    """Return the dateline at the head of a block, or None."""
    head = block[:120]
    match = _DATELINE.match(head) if any(map(head.__contains__, _DASHES)) else None
    if match is None:
        return None
    place, agency = match["place"].strip(" ,"), match["agency"]
    first = place.split()[0].strip(",")
    shouted = place.split(",")[0].isupper() and len(first) > 2 and first not in _NO_PLACE
    # A place in capitals is enough before a dash; any other needs the agency or the date beside it.
    dated = match["date"] is not None and (shouted or (_in_full(match["date"]) and _is_place(first)))
    if not (agency or (shouted and match["dash"] != "-") or dated) or (agency is None and match["rest"] is None):
        return None
    if agency is None and match.end() == len(block):
        return None
    words = block[: match.start("dash")].strip()
    return Dateline(words, place, agency.strip("()/ ") if agency else None, match.end())


def _in_full(date: str) -> bool:
    return date[-4:].isdigit()


def _is_place(word: str) -> bool:
    return word.lower() not in FUNCTION and word[:3].lower() not in _WEEKDAYS and word.upper() not in _NO_PLACE


def is_dateline(line: str) -> bool:
    """Tell whether a line is a dateline and nothing else."""
    dateline = dateline_of(f"{line} X") if len(line) < 100 and line.endswith(_DASHES) else None
    return dateline is not None and dateline.end >= len(line)


def is_label(line: str) -> bool:
    """Tell whether a line is a run-in heading that stands alone."""
    if len(line) >= 80:
        return False
    return (line.endswith(":") and _LABEL.match(f"{line} X") is not None) or _BARE_LABEL.match(line) is not None


def label_of(block: str) -> int:
    """Return the offset behind a run-in heading ("Why it matters: The …"), 0 where there is none."""
    head = block[:80]
    match = _LABEL.match(head) if ":" in head and len(block) >= 60 else None
    return match.end() if match else 0


def writer_in(line: str) -> str | None:
    """Return the last name, in lower case, of the writer whom a line presents: empty without a name, None for any other line."""
    match = _IS_WRITER.match(line) or _COVERS.match(line)
    if match is None:
        return "" if _FOLLOW.match(line) else None
    return None if any(sign in line for sign in '"“') else match["name"].split()[-1].lower()
