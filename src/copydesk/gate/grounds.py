"""Whether a judged sentence holds: it is supported, says who reports it where one origin does, and stands alone."""

import re

from copydesk.check import telling
from copydesk.gate.judging import Gate
from copydesk.records import DraftSentence, Interval

# A sentence that opens so needs the one before it.
LEANING = re.compile(r"(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|But|And)\b")
# What follows who reports it, at the head of a sentence: "reports that", ":".
REPORTED = re.compile(r"^\W*(?:(?:also |further )?(?:reports?|says?|adds?|writes?|notes?)\b(?: that\b)?)?\W*")
# "“We saw the ship,” she said": nobody is named before.
NOBODY_SAID = re.compile(r"^[^A-Z]*“[^”]*”,? (?:he|she|they)\b")
# "4 March: ", "May 2031: ": a line of a timeline opens so.
DATED = re.compile(r"^(?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2})?(?:,? \d{4})?: |^\d{4}: ")
# "Two reports say": how many the text itself claims.
REPORTS = ("report", "article", "outlet")
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TOLD = re.compile(
    rf"\b(?P<count>{'|'.join(COUNTED)})(?P<kind> (?:other |separate |independent )*(?:{'|'.join(REPORTS)}))s"
    r"(?P<verb> (?:say|report))?\b",
    re.IGNORECASE,
)


def counted(sentence: DraftSentence, gate: Gate) -> tuple[str, ...]:
    """Return the origins that count for a judged sentence: those of whose passages one carries its core by itself.

    Where its core stands nowhere in one piece, its passages carry it together, as one voice: that of the first of them.
    """
    cited = gate.origins_of(sentence.citations)
    return gate.carried.get(sentence, cited) or gate.origins_of(sentence.citations[:1])[:1] or cited[:1]


def independent(sentence: DraftSentence, gate: Gate) -> Interval:
    """Return how many independent origins carry the core of a judged sentence."""
    return gate.brief.material.lineage.independent(counted(sentence, gate))


def holds(sentence: DraftSentence, gate: Gate) -> bool:
    """Return whether a judged sentence is supported, names who reports it where only one origin does, and counts them rightly."""
    count = independent(sentence, gate)
    told = counting(sentence.text)
    rightly = told is None or count.low <= COUNTED.index(told["count"].lower()) + 1 <= count.high
    given = attributed(sentence, gate)
    told_by_one = given is True or (given is False and count.high != 1)
    return gate.verdicts[sentence].label == "supported" and told_by_one and rightly and not leaning(sentence, gate)


def leaning(sentence: DraftSentence, gate: Gate) -> bool:
    """Return whether a model's sentence opens with a word that points at another one: behind that one, "she" is somebody else."""
    if sentence.hand != "model":
        return False
    text = DATED.sub("", sentence.text)
    told = telling(text, gate.pool)
    at = text.casefold().find(told.words.casefold()) if told else -1
    if told and 0 <= at <= len("According to the "):
        behind = at + len(told.words)
        text = REPORTED.sub("", text[behind:], count=1)
    return bool(LEANING.match(text) or NOBODY_SAID.match(text))


def attributed(sentence: DraftSentence, gate: Gate) -> bool | None:
    """Return whether a judged sentence says who reports it; None where it says so wrongly.

    A model's word for it counts for nothing. "All reports say" is never right, nor is an outlet named that does not carry it.
    """
    if sentence.hand != "model":
        return sentence.attributed
    told = telling(sentence.text, gate.pool)
    if told is None:
        return False
    if not told.article_ids:
        many = any(f"{one}s" in told.words.lower() for one in REPORTS)
        return None if many and counting(sentence.text) is None else True
    carrying = set(counted(sentence, gate))
    heard = {p.article_id for p in sentence.citations if not carrying.isdisjoint(gate.origin_of(p))}
    return True if all(not heard.isdisjoint(named) for named in told.article_ids) else None


def counting(text: str) -> re.Match[str] | None:
    """Return where a sentence says how many reports tell it; None where it does not: "Radio Nine reports" counts nothing."""
    low = text.lower()
    found = TOLD.finditer(text) if any(f"{one}s" in low for one in REPORTS) else iter(())
    return next((told for told in found if not told.start() or told["count"].islower()), None)
