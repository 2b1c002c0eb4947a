"""What kind of text an article is, as it declares itself."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from copydesk.read.notices import WIRES_OF_RELEASES
from copydesk.read.opinions import by_board, filed_as_opinion, headed_opinion, titled_opinion
from copydesk.records import Genre

# The object must be this very text: an article *about* machines that write is a report.
_MACHINE = re.compile(
    r"\b(?:this|the) (?:article|story|content|post|report|piece|summary|text|page)s? (?:was|were|is|are|has been|have been) "
    r"(?:\w+ ){0,3}"
    r"(?:generated|created|written|produced|drafted|composed|compiled|summari[sz]ed|automated)\b.{0,80}\b(?:ai|a\.i\.|"
    r"artificial intelligence|gpt\S*|"
    r"chatgpt|llm|language model|machine|automat\w+|algorithm|bot|technology)\b"
    r"|\b(?:created|wrote|generated|produced) this (?:story|article|report|content) (?:using|with|by) (?:\w+ "
    r"){0,3}(?:technology|automation|ai|artificial)\b"
    r"|\b(?:generated|written|created|produced|powered|assisted) (?:by|with|using) (?:an? |the )?(?:ai|a\.i\.|artificial "
    r"intelligence|chatgpt|gpt\S*|"
    r"generative ai|large language model|automated)\b.{0,60}\Z"
    r"|\b(?:ai|gpt[\w.-]*|machine|automat\w*)[ -](?:generated|written|based|powered|assisted)\b.{0,60}\b(?:content|article|"
    r"story|stories|text|"
    r"generation system|writer|reporter)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPONSORED = re.compile(
    r"\W{0,3}(?:sponsored(?: content| post| story| by\b.{0,40})?|advertorial|paid (?:content|post|partnership)|partner "
    r"content|brand(?:ed)? (?:content|"
    r"post|studio)|promoted(?: content| by\b.{0,40})?|in partnership with .{2,40}|presented by .{2,40}|advertiser "
    r"content)\W{0,3}\Z",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:this|the) (?:article|post|content|story) (?:is|was) (?:sponsored|paid for|produced (?:for|by an advertiser)|an "
    r"advertisement)",
    re.IGNORECASE,
)
_OPINION_SAYS = re.compile(
    r"\b(?:views?|opinions?) (?:expressed|in this)\b.{0,80}\b(?:author|writer|column|own|necessarily)|\bthis is an opinion "
    r"(?:column|piece|article)|"
    r"\A(?:opinion|editorial|op-ed|commentary)\s?[:|]\s",
    re.IGNORECASE,
)
_ANALYSIS = re.compile(
    r"\W{0,3}(?:(?:news )?analysis|explainer|in depth|fact ?check|q ?& ?a)\W{0,3}\Z|\A(?:analysis|explainer)\s?[:|]\s",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    rf"\b(?i:for immediate release)\b|\A.{{0,120}}(?:{WIRES_OF_RELEASES})\W{{0,3}}\s?[-–—]{{1,2}}|"
    r"\A\W{0,3}(?i:(?:media|press) (?:contacts?|enquiries|inquiries))\b|\A(?i:(?:press|news|media) release)\W{0,3}\Z"
)
# What a line must hold for the pattern to be worth a try, in lower case: nearly none does.
_HINTS: dict[re.Pattern[str], tuple[str, ...]] = {
    _MACHINE: (
        " ai",
        "ai-",
        "a.i.",
        "artificial",
        "gpt",
        "llm",
        "language model",
        "machine",
        "automat",
        "algorithm",
        "bot",
        "technology",
    ),
    _PAID: ("sponsored", "paid for", "produced", "advertisement"),
    _RELEASE: ("release", "wire", "newsfile", "cnw", "contact", "nquiries"),
    _OPINION_SAYS: ("view", "opinion", "editorial", "op-ed", "commentary"),
}
# Under this many words of reporting a text is a brief.
_BRIEF_WORDS = 90


class Signs(NamedTuple):
    """What stands around a text and may say what kind it is.

    Attributes:
        title: Its headline, with what an outlet put before or behind it.
        url: Its address.
        byline: Who signs it.
    """

    title: str = ""
    url: str = ""
    byline: str = ""

    @property
    def opinion(self) -> bool:
        """Whether one of them is a label of opinion."""
        return titled_opinion(self.title) or filed_as_opinion(self.url) or by_board(self.byline)


def genre_of(kept: Sequence[str], head: Sequence[str], removed: Sequence[str], signs: Signs) -> Genre:
    """Return what kind of text an article declares itself to be; `report` where it says nothing.

    Args:
        kept: Its blocks.
        head: Lines taken out near its head (within a few blocks of title or text): section labels.
        removed: All lines taken out near the article.
        signs: What else stands around it.
    """
    labels = (*head, signs.title)
    if _any(_MACHINE, (*kept[-2:], *removed)):
        return "machine_made"
    if any(_SPONSORED.match(line) for line in head) or _any(_PAID, (*removed, *kept[-2:])):
        return "sponsored"
    if _any(_RELEASE, (*head, *removed, *kept[:2], *kept[-3:])):
        return "release"
    if signs.opinion or any(map(headed_opinion, head)) or _any(_OPINION_SAYS, (*labels, *removed, *kept[-2:])):
        return "opinion"
    if any(_ANALYSIS.match(line) for line in labels):
        return "analysis"
    return "brief" if _is_brief(kept) else "report"


def _is_brief(kept: Sequence[str]) -> bool:
    words = 0
    for block in kept:
        words += len(block.split())
        if words >= _BRIEF_WORDS:
            return False
    return True


def is_machines(line: str) -> bool:
    """Tell whether a line says that a machine wrote the text."""
    return _MACHINE.search(line) is not None


def _any(pattern: re.Pattern[str], lines: Sequence[str]) -> bool:
    """Tell whether a pattern is found in any of some lines."""
    together = "\n".join(lines).lower()
    return any(map(together.__contains__, _HINTS[pattern])) and any(map(pattern.search, lines))
