"""American and British spelling: a small table of words that news uses and that no meaning hangs on.

Words that are spelled apart in one sense only are not in it: a parking meter, a tyre that tires, a computer program, a licence
to license, cheques and checks.
"""

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import Literal

Spelling = Literal["articles", "US", "UK"]

# Stem in American, stem in British, endings that follow it. `-` is the bare stem.
_TABLE = """
color colour - s ed ing ful less
honor honour - s ed ing able
labor labour - s ed ing er ers
harbor harbour - s ed ing
neighbor neighbour - s ing hood hoods
favor favour - s ed ing able ably ite ites
rumor rumour - s ed
humor humour - s
behavior behaviour - s al
endeavor endeavour - s ed
armor armour - ed y
odor odour - s
vapor vapour - s
savior saviour - s
splendor splendour -
tumor tumour - s
valor valour -
center centre - s d
theater theatre - s
liter litre - s
kilometer kilometre - s
millimeter millimetre - s
centimeter centimetre - s
fiber fibre - s
caliber calibre -
somber sombre -
defense defence - s less
offense offence - s
pretense pretence - s
organiz organis e es ed ing ation ations er ers
recogniz recognis e es ed ing able
criticiz criticis e es ed ing
authoriz authoris e es ed ing ation
apologiz apologis e es ed ing
emphasiz emphasis ed ing
mobiliz mobilis e es ed ing ation
moderniz modernis e es ed ing ation
nationaliz nationalis e es ed ing ation
privatiz privatis e es ed ing ation
legaliz legalis e es ed ing ation
stabiliz stabilis e es ed ing ation
normaliz normalis e es ed ing ation
prioritiz prioritis e es ed ing
minimiz minimis e es ed ing
maximiz maximis e es ed ing
hospitaliz hospitalis e es ed ing ation
penaliz penalis e es ed ing
finaliz finalis e es ed ing
summariz summaris e es ed ing
utiliz utilis e es ed ing
realiz realis e es ed ing ation
specializ specialis e es ed ing ation
terroriz terroris e es ed ing
victimiz victimis e es ed ing
vandaliz vandalis e es ed ing
jeopardiz jeopardis e es ed ing
scrutiniz scrutinis e es ed ing
symboliz symbolis e es ed ing
analyz analys e ed ing
paralyz paralys e ed ing
catalog catalogue - s
travel travell ed ing er ers
cancel cancell ed ing
label labell ed ing
model modell ed ing
fuel fuell ed ing
signal signall ed ing
counsel counsell ed ing or ors
marshal marshall ed ing
level levell ed ing
quarrel quarrell ed ing
dial diall ed ing
gray grey - s
plow plough - s ed ing
aluminum aluminium -
jewelry jewellery -
skeptic sceptic - s al ism
maneuver manoeuvre - s d
mold mould - s y
fulfill fulfil - s
enroll enrol - s
installment instalment - s
pediatric paediatric - s
hemorrhage haemorrhage - s
anesthetic anaesthetic - s
orthopedic orthopaedic - s
"""
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_FIRST = re.compile(rf"(?<![Tt]he )\b(?P<day>\d{{1,2}}) (?P<month>{_MONTHS})\b(?: (?P<year>\d{{4}})\b)?")
_MONTH_FIRST = re.compile(rf"\b(?P<month>{_MONTHS}) (?P<day>\d{{1,2}})\b(?!,?\d)(?:,? (?P<year>\d{{4}})\b)?")
_WORD = re.compile(r"[A-Za-z]+")
_QUOTED = re.compile(r"[“\"„«].*?[”\"“»]|(?<!\w)[‘'].*?[’'](?!\w)")


def spelled(text: str, spelling: Spelling, names: Container[str]) -> str:
    """Return a sentence of copydesk's own in a spelling; what stands in quotation marks and what is a name stay.

    Args:
        text: The sentence.
        spelling: The spelling.
        names: Words with a capital that are names wherever they stand.
    """
    table = _to(spelling)
    quoted = [range(*found.span()) for found in _QUOTED.finditer(text)]

    def word(found: re.Match[str]) -> str:
        as_is, other = found[0], table.get(found[0].lower())
        at = found.start()
        capital = as_is[:1].isupper() and (at > 0 or as_is in names or text[found.end() + 1 : found.end() + 2].isupper())
        if other is None or capital or any(at in span for span in quoted) or as_is[1:] != as_is[1:].lower():
            return as_is
        return other[0].upper() + other[1:] if as_is[0].isupper() else other

    return _WORD.sub(word, text) if table else text


def redated(text: str, *, month_first: bool | None) -> str:
    """Return a sentence of copydesk's own with its days as `31 March` or `March 31`; quotations stay, and so does "the 14 July".

    Args:
        text: The sentence.
        month_first: Whether the month stands first; None: as it stands.
    """
    if month_first is None:
        return text
    quoted = [range(*found.span()) for found in _QUOTED.finditer(text)]

    def turned(found: re.Match[str]) -> str:
        if any(found.start() in span for span in quoted):
            return found[0]
        year = found["year"]
        if month_first:
            return f"{found['month']} {found['day']}{f', {year}' if year else ''}"
        return f"{found['day']} {found['month']}{f' {year}' if year else ''}"

    return (_DAY_FIRST if month_first else _MONTH_FIRST).sub(turned, text)


@cache
def _to(spelling: Spelling) -> dict[str, str]:
    """Return word -> the same word in a spelling."""
    if spelling == "articles":
        return {}
    return {uk: us for us, uk in _pairs()} if spelling == "US" else dict(_pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    for line in _TABLE.strip().splitlines():
        american, british, *endings = line.split()
        for ending in endings:
            tail = "" if ending == "-" else ending
            yield american + tail, british + tail
