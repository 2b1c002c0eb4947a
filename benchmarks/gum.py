"""Reads the GUM corpus: hand-checked tags, dependencies and names, for training and measuring the parser.

Two things are put straight on the way in. A word whose Penn tag is a proper noun's gets the universal tag `PROPN` (GUM says `VERB`
for "United" in "United Kingdom"), so that the two tags agree. Names are made from GUM's entity mentions, see `_names`.
"""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import msgspec
import pycountry

FOLDER = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parents[2] / "shared")) / "data" / "gum"
KINDS = {"person": "person", "organization": "organisation", "place": "place"}
PROPER = ("NNP", "NNPS")
_TITLES = """
mr mrs ms mx dr prof professor sir lady lord dame king queen prince princess pope president vice deputy prime minister
chancellor premier secretary senator sen rep representative congressman congresswoman governor gov mayor judge justice general
gen lt lieutenant colonel col major maj captain capt sergeant sgt admiral adm commander chief ambassador foreign finance defense
defence rev reverend father brother sister saint fr bishop archbishop cardinal rabbi imam sheikh detective officer inspector
superintendent coach aunt uncle emperor empress duke duchess count countess baron baroness ceo chairman director attorney
spokesman spokeswoman spokesperson leader ministers presidents senators
"""
TITLES = frozenset(_TITLES.split())
_LINKS = frozenset(
    ["of", "for", "the", "and", "&", "-", "de", "la", "del", "da", "do", "van", "von", "der", "di", "du", "al", "'s", "’s", "'"]
)  # stand inside a name, never at its ends


class Sentence(msgspec.Struct):
    """A sentence with its analysis, one entry per word; `heads` count from 0, -1 is the root."""

    words: list[str]
    tags: list[str]
    fine: list[str]
    lemmas: list[str]
    heads: list[int]
    relations: list[str]
    entities: list[str]
    text: str = ""


def documents(part: str) -> dict[str, list[Sentence]]:
    """Return the sentences of each document of `train`, `dev` or `test` (GUM's own parts)."""
    listed: dict[str, str] = {}
    current = ""
    for line in (FOLDER / "splits.md").read_text().splitlines():
        if line.startswith("## "):
            current = line[3:].strip()
        elif match := re.match(r"\s*\* (\w+)", line):
            listed[match[1]] = current
    files = (path for path in sorted(FOLDER.glob("*.conllu")) if listed.get(path.stem, "train") == part)
    return {path.stem: list(read(path)) for path in files}


def sentences(part: str) -> list[Sentence]:
    """Return all sentences of a part."""
    return [sentence for document in documents(part).values() for sentence in document]


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of one CoNLL-U file. A mention may go on over several sentences; each gets its own part."""
    for block in path.read_text().split("\n\n"):
        lines = block.splitlines()
        rows = [line.split("\t") for line in lines if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        if rows:
            yield _sentence(rows, text)


def spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return start, end and kind of each name."""
    found: list[tuple[int, int, str]] = []
    start = -1
    for i, label in enumerate([*labels, "O"]):
        if start >= 0 and not label.startswith("I-"):
            found.append((start, i, labels[start][2:]))
            start = -1
        if label != "O" and start < 0:
            start = i
    return found


def _sentence(rows: list[list[str]], text: str) -> Sentence:
    fine = [row[4] for row in rows]
    sentence = Sentence(
        words=[row[1] for row in rows],
        tags=["PROPN" if row[4] in PROPER else "NOUN" if row[3] == "PROPN" else row[3] for row in rows],
        fine=fine,
        lemmas=[row[2] for row in rows],
        heads=[int(row[6]) - 1 for row in rows],
        relations=[row[7] for row in rows],
        entities=["O"] * len(rows),
        text=text,
    )
    mentions = _mentions([row[9] for row in rows])
    for start, end, kind in sorted(mentions, key=lambda m: (m[0] - m[1], m[0])):
        _names(sentence, start, end, "place" if _country(sentence.words[start:end]) else kind)
    return sentence


def _country(words: list[str]) -> bool:
    """Return whether a mention is a country: GUM calls it an organisation where it acts, here it is always a place."""
    name = " ".join(words).lower()
    return name.removesuffix(" 's").removeprefix("the ") in countries()


_ALSO_COUNTRIES = ("north korea", "south korea", "russia", "iran", "syria", "uk", "u.k.", "u.s.", "us", "usa", "britain", "england")


@cache
def countries() -> frozenset[str]:
    """Return names of countries in lower case."""
    names = {
        "north korea",
        "south korea",
        "russia",
        "iran",
        "syria",
        "uk",
        "u.k.",
        "u.s.",
        "us",
        "usa",
        "britain",
        "england",
        "scotland",
        "wales",
    }
    for country in pycountry.countries:
        names |= {country.name.lower().split(",")[0], getattr(country, "common_name", country.name).lower()}
    return frozenset(names)


def _mentions(misc: list[str]) -> list[tuple[int, int, str]]:
    """Return start, end (behind the last word) and kind of all entity mentions."""
    found: list[tuple[int, int, str]] = []
    open_: dict[str, list[tuple[int, str]]] = {}
    for index, cell in enumerate(misc):
        entity = next((part[7:] for part in cell.split("|") if part.startswith("Entity=")), "")
        for match in re.finditer(r"\((\d+)-(\w+)[^()]*(\))?|(\d+)\)", entity):
            if match[4]:
                started = open_.get(match[4])
                if started:
                    start, kind = started.pop()
                    found.append((start, index + 1, kind))
            elif match[3]:
                found.append((index, index + 1, match[2]))
            else:
                open_.setdefault(match[1], []).append((index, match[2]))
    return found


def _names(sentence: Sentence, start: int, end: int, kind: str) -> None:
    """Label the name inside a mention, where it has one; outer mentions come first and win.

    A mention is a whole phrase ("Kenyan runner Abel Kirui, who …"); its name is the run of proper nouns around its head, without
    titles and without what only leans on it ("Iran 's" Revolutionary Guard). Dates are no names. A plural that names people
    ("Democrats") is a name of another kind than a person's.
    """
    heads = [i for i in range(start, end) if not start <= sentence.heads[i] < end]
    if kind == "time" or len(heads) != 1 or sentence.fine[heads[0]] not in PROPER:
        return
    head = heads[0]
    label = KINDS.get(kind, "other")
    if kind == "person":
        first, last = _person(sentence, head, start, end)
        if first + 1 == last and sentence.fine[first] == "NNPS":
            label = "other"
    else:
        first, last = _run(sentence, head, start, end)
    taken = any(entity != "O" for entity in sentence.entities[first:last])
    if first >= last or taken or any(sign in sentence.words[first] for sign in ("@", "://", "www.")):
        return
    sentence.entities[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)


def _person(sentence: Sentence, head: int, start: int, end: int) -> tuple[int, int]:
    """Return the span of a person's name: the words joined to the head as equals, without titles."""
    joined = {head} | {i for i in range(start, end) if sentence.heads[i] == head and sentence.relations[i] in ("flat", "goeswith")}
    last = head + 1
    while last < end and (last in joined or (sentence.words[last] in ("-", '"', "“", "”") and last + 1 in joined)):
        last += 1
    if len(joined) == 1 and _title(sentence.words[head]):  # "the State Department Spokesperson"
        return head, head
    if last == head + 1 and len(joined) > 1 and _title(sentence.words[head]):  # "Secretary of State John Kerry"
        head = min(joined - {head})
        return _person(sentence, head, head, end) if head > start else (head, head)
    if last == head + 1:  # the head may come last: "Abel Kirui" as compound
        while head > start and sentence.relations[head - 1] == "compound" and sentence.fine[head - 1] in PROPER:
            head -= 1
    if head + 1 < last and sentence.heads[head + 1] not in (head, *joined):
        last = head + 1
    while head < last and _title(sentence.words[head]):
        head += 1
    return head, last


def _title(word: str) -> bool:
    return word.lower().rstrip(".") in TITLES


def _run(sentence: Sentence, head: int, start: int, end: int) -> tuple[int, int]:
    """Return the span of proper nouns around the head, joined by small words but not by a possessor's `'s`."""
    words, fine = sentence.words, sentence.fine

    def proper(i: int) -> bool:
        return start <= i < end and (fine[i] in PROPER or (fine[i] in ("CD", "FW") and i != start))

    first, last = head, head + 1
    while True:
        if proper(first - 1):
            first -= 1
        elif first - 2 >= start and words[first - 1] in ("-", "&") and proper(first - 2):
            first -= 2
        else:
            break
    while True:
        if proper(last):
            last += 1
        elif last < end and words[last].lower() in _LINKS and (step := _link(sentence, last, end)):
            last += step
        else:
            return first, last


def _link(sentence: Sentence, at: int, end: int) -> int:
    """Return how many small words and the proper noun behind them go on with a name at `at`; 0 where it ends."""
    step = 1
    while at + step < end and sentence.words[at + step].lower() in ("the", "of") and step < 2:
        step += 1
    if at + step < end and sentence.fine[at + step] in PROPER:
        return step + 1
    return 0
