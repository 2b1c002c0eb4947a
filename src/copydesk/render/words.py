"""Plain words for what the records say in codes: the wording of all formats that people read."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from copydesk.records import Check, Interval, Step, Unnamed

GENRES = {
    "report": "report",
    "analysis": "analysis",
    "opinion": "opinion",
    "brief": "news brief",
    "release": "press release",
    "sponsored": "sponsored text",
    "machine_made": "declares itself machine-made",
}
ORIGIN_KINDS = {
    "reporting": "reporting",
    "agency": "news agency",
    "release": "press release",
    "own_addition": "addition of its own",
    "elsewhere": "article not at hand",
}
TAKINGS = {
    "copy": "copy of",
    "edited": "edited copy of",
    "partial": "passages from",
    "credited": "based on",
}
REUSE_KINDS = {
    "verbatim": "word for word",
    "edited": "edited",
    "reworded": "in other words",
    "quoted": "the same quotation",
}
CHANGES = {
    "attribution": "attribution lost",
    "number": "number changed",
    "date": "date changed",
    "quote": "quotation altered",
    "quotation": "quotation marks",
    "firmness": "made firmer",
    "negation": "negation lost or added",
    "speaker": "given to another speaker",
}
LABELS = {
    "supported": "Supported",
    "partly": "Partly supported",
    "contradicted": "Contradicted",
    "unsupported": "Not supported",
}
RESERVATIONS = {
    "noai": "asks not to be used by AI",
    "noimageai": "asks that its images are not used by AI",
    "tdm": "reserves text and data mining",
}
CITES = {
    "supported": "says so",
    "partly": "says a part of it",
    "contradicted": "says otherwise",
    "unsupported": "does not say this",
}
VERDICTS = {
    "supported": "The cited passages carry it.",
    "partly": "The cited passages carry a part of it.",
    "contradicted": "A cited passage says something else.",
    "unsupported": "The cited passages do not say this.",
}
OUTCOMES = {"found": "found", "missing": "not found", "contradicted": "the passage says otherwise"}
STATUSES = {
    "offered": "offered",
    "under_discussion": "under discussion",
    "expected": "expected",
    "announced": "announced",
    "agreed": "agreed",
    "under_way": "under way",
    "done": "done",
    "ruled_out": "ruled out",
    "denied": "denied",
}
FIDELITIES = {
    "verbatim": "the same words everywhere",
    "trimmed": "shortened in places",
    "altered": "wording differs",
    "misattributed": "given to different speakers",
    "made_quote": "in quotation marks in one place, reported in another",
    "unquoted": "quoted in one place, used without quotation marks in another",
    "single": "in one article only",
}
DIFFERENCES = {
    "number": "different numbers",
    "date": "different dates",
    "name": "different names",
    "role": "different roles",
    "place": "different places",
    "stance": "different positions",
    "firmness": "more or less certain",
    "scope": "wider or narrower",
}
SKIPS = {
    "empty": "empty",
    "only_clutter": "no article in it",
    "binary": "not text",
    "too_large": "too large",
    "undecodable": "unreadable encoding",
    "broken": "broken",
    "unknown_type": "unknown type",
    "unreadable": "could not be opened",
    "vanished": "vanished",
    "duplicate": "the same file twice",
    "link_loop": "links in a circle",
    "language": "language not read",
    "missing_extra": "needs an extra",
    "hidden": "hidden file",
    "withheld": "withheld by its provider",
    "later": "published later",
    "too_long": "the end of a very long text",
}
CAVEAT = (
    "That is what the texts show: shared words, shared order, and the outlets they name. Reporting that was shared and left no "
    "trace in the text cannot be seen here."
)

# What the parts of a dossier are called, in all formats.
PARTS = {
    "lineage": "Who took from whom",
    "differences": "Differences, side by side",
    "initiatives": "Announced, planned, promised",
    "timeline": "Timeline",
    "quotes": "Who said what",
    "unnamed": "On the word of unnamed people",
    "unanswered": "What no article says",
    "left_out": "What was left out, and why",
    "skipped": "What could not be read",
    "notes": "Notes",
}
KEY = "● an independent origin carries it · ◐ one more, if it is independent · ○ an origin of this story that does not mention it"

_QUOTATION = frozenset('“”„«»‹›"')
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 -- reads as a list
)
_DAY = 10  # signs of an ISO day
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def outcome(check: Check, sentence: str) -> str:
    """Return how a check of a sentence came out, in words; who says it in the passage may have been left out of the sentence."""
    if check.kind == "attribution" and check.outcome == "missing" and check.text not in sentence:
        return "left out, though the passage gives it to somebody"
    return OUTCOMES[check.outcome]


def spelled(number: int) -> str:
    """Return a number as a newspaper prints it: in words up to twelve."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return `1 article`, `5 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spread(interval: Interval) -> str:
    """Return `4`, or `3 to 4` where it cannot be told."""
    return f"{interval.low:,}" if interval.low == interval.high else f"{interval.low:,} to {interval.high:,}"


def origins(interval: Interval) -> str:
    """Return `4 independent origins`, `1 independent origin`, `3 to 4 independent origins`."""
    return f"{spread(interval)} independent origin{'' if interval.high == 1 else 's'}"


def standing(articles: int, interval: Interval, releases: int = 0) -> str:
    """Return in a few sentences how many independent roots of reporting the articles have, and what that means.

    Args:
        articles: How many articles the story has.
        interval: How many independent origins they have.
        releases: How many of these origins are press releases.
    """
    told = _rooted(articles, interval)
    if not releases:
        return told
    if interval.high <= releases:
        return f"{told} What it goes back to is a press release: what one side says of itself, and no reporting."
    what = "a press release: what one side says" if releases == 1 else "press releases: what each side says"
    return f"{told} {spelled(releases).capitalize()} of the roots {'is' if releases == 1 else 'are'} {what} of itself."


def _rooted(articles: int, interval: Interval) -> str:
    if articles == 1:
        return "One article was read. Nothing else here confirms what it says."
    opening = f"{spelled(articles).capitalize()} articles were read."
    if interval.high >= articles and interval.low == interval.high:
        return f"{opening} As far as their texts show, none of them rests on another."
    if interval.high == 1:
        return f"{opening} All of them go back to one root of reporting, so they are one confirmation, not {spelled(articles)}."
    number = spelled(interval.low) if interval.low == interval.high else f"{spelled(interval.low)} to {spelled(interval.high)}"
    rest = "the other repeats" if interval.low == articles - 1 else "the others repeat"
    return f"{opening} Traced back, their reporting has {number} separate roots; {rest} one of these."


def day(when: str) -> str:
    """Return a date or time in ISO 8601, however exact, as people write it; anything else as it is."""
    known = _PARTIAL_DATE.fullmatch(when)
    if known:
        year, month, day_of_month = known.groups()
        if not 1 <= int(month or 1) <= 12:
            return when
        return " ".join(
            part
            for part in (str(int(day_of_month)) if day_of_month else "", _MONTHS[int(month) - 1] if month else "", year)
            if part
        )
    try:
        moment = datetime.fromisoformat(when)
    except ValueError:
        return when
    clock = f", {moment:%H:%M}" if "T" in when or " " in when else ""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}{clock}{_zone(moment.utcoffset())}"


def listed(names: Iterable[str]) -> str:
    """Return `a`, `a and b`, `a, b and c`."""
    *most, last = [*names] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def percent(share: float) -> str:
    """Return a share in [0, 1] as `48 %`."""
    return f"{min(max(share, 0.0), 1.0):.0%}".replace("%", "\N{NARROW NO-BREAK SPACE}%")


def quoted(text: str) -> str:
    """Return words in quotation marks; marks around them are not doubled, and a comma of the sentence around them goes."""
    return "“" + text.strip().strip('“”"').rstrip(",") + "”"


def on_unnamed(unnamed: Unnamed) -> str:
    """Return how much of a story rests on people nobody names: "19 of 73 statements rest on unnamed people"."""
    verb = "rests" if unnamed.claims == 1 else "rest"
    return f"{unnamed.claims:,} of {counted(unnamed.of, 'statement')} {verb} on unnamed people"


def since(when: str | None) -> str:
    """Return since when something is told, behind who tells it: ", since 10 April 2024"; empty where that is not known."""
    return f", since {day(when)}" if when else ""


def course(steps: Sequence[Step]) -> str:
    """Return how a status moved: "expected on 3 March 2024 → announced on 5 March 2024"; empty where it did not."""
    days = Counter((step.when or "")[:_DAY] for step in steps)
    told = (f"{STATUSES[s.status]}{_from(s.when, exact=days[(s.when or '')[:_DAY]] > 1, first=not n)}" for n, s in enumerate(steps))
    return " → ".join(told)


def opening(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def shared_run(length: int, name: str) -> str:
    """Return in a sentence how many words in a row a report shares with an article."""
    run = counted(length, "word")
    return f"Outside quotation marks, the longest run of words that this report shares with an article is {run}, with {name}."


def cited(text: str) -> str:
    """Return a passage in quotation marks, but for one that begins or ends with such marks itself."""
    return text if text[:1] in _QUOTATION or text[-1:] in _QUOTATION else f"“{text}”"


def _from(when: str | None, *, exact: bool, first: bool) -> str:
    """Return since when a status holds, as it follows the status; the time of day only where that tells two of one day apart."""
    if when is None:
        return " before" if first else ""
    shown = when if exact else when[:_DAY] if "T" in when else when
    told = day(shown)
    return f" {told}" if told == shown else f" {'on' if len(shown) >= _DAY else 'in'} {told}"


def _zone(offset: timedelta | None) -> str:
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if not minutes:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}"
