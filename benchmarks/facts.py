"""What a report tells of what matters: ten invented events and the shared seeds, each with a list of facts made beforehand.

Run: .venv/bin/python benchmarks/facts.py [EVENT…] [--missed]

Each event of `benchmarks/events` is a folder of articles as newsrooms send them, and a page that lists its facts, each with a
pattern that finds it. The lists were made before any report was read. A fact counts as told where its pattern is found in the
largest story's report, headline and dek included: a wording that the pattern does not know counts as missed, a word in passing as
told.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from copydesk.dossier import story
from copydesk.records import Dossier, Sentence

EVENTS = Path(__file__).parent / "events"
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
_FACT = re.compile(r"^- (?P<name>.*): `(?P<pattern>.*)`$", re.MULTILINE)


class Told(msgspec.Struct, frozen=True):
    """One event's report beside its facts.

    Attributes:
        event: The event.
        facts: How many facts are listed.
        missed: Names of those that the report does not tell.
        words: Words of the report.
        sentences: How many sentences it has.
        several: How many of them several independent origins carry.
    """

    event: str
    facts: int
    missed: tuple[str, ...]
    words: int
    sentences: int
    several: int


def articles_of(event: str) -> Path:
    """Return where the articles of an event stand."""
    return SEEDS if event == "seeds" else EVENTS / event


def sentences_of(dossier: Dossier) -> Iterator[Sentence]:
    """Yield the sentences of a report, headline and dek first."""
    yield dossier.report.headline
    yield dossier.report.dek
    for section in dossier.report.sections:
        yield from section.sentences


def told(event: str) -> Told:
    """Write an event's report and look for its facts."""
    facts = _FACT.findall((EVENTS / f"{event}.md").read_text(encoding="utf-8"))
    dossier = max(story([articles_of(event)]).dossiers, key=lambda d: len(d.articles))
    sentences = list(sentences_of(dossier))
    text = " ".join(sentence.text for sentence in sentences)
    missed = tuple(name for name, pattern in facts if not re.search(pattern, text, re.IGNORECASE))
    several = sum(sentence.independent.low > 1 for sentence in sentences)
    return Told(event, len(facts), missed, len(text.split()), len(sentences), several)


def rows(found: Sequence[Told]) -> Iterator[str]:
    """Yield the table, line by line."""
    yield "| event | facts told | words | sentences | of several origins |"
    yield f"|{'---|' * 5}"
    for one in found:
        yield f"| {one.event} | {one.facts - len(one.missed)} of {one.facts} | {one.words} | {one.sentences} | {one.several} |"
    facts, missed = sum(one.facts for one in found), sum(len(one.missed) for one in found)
    yield f"| all | {facts - missed} of {facts} | | {sum(o.sentences for o in found)} | {sum(o.several for o in found)} |"


def main() -> None:
    """Print the table, and what was missed where that is asked for."""
    every = [path.stem for path in sorted(EVENTS.glob("*.md"))]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", choices=[[], *every], metavar="EVENT", help=", ".join(every))
    parser.add_argument("--missed", action="store_true", help="name the facts that are not told")
    asked = parser.parse_args()
    chosen = [event for event in asked.events or every if articles_of(event).is_dir()]
    if missing := sorted({*(asked.events or every)} - {*chosen}):
        print(f"Without {', '.join(missing)}: the articles are not at hand.", file=sys.stderr)
    found = [told(event) for event in chosen]
    for line in rows(found):
        print(line)
    for one in found if asked.missed else ():
        print(f"{one.event}: {', '.join(one.missed) or 'nothing missed'}", file=sys.stderr)


if __name__ == "__main__":
    main()
