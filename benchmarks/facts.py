"""What a report tells of what matters: ten invented events and the shared seeds, each with a list of facts made beforehand.

Run: .venv/bin/python benchmarks/facts.py [EVENT…] [--missed]
     .venv/bin/python benchmarks/facts.py [EVENT…] --operations

Each event of `benchmarks/events` is a folder of articles as newsrooms send them, and a page that lists its facts, each with a
pattern that finds it. The lists were made before any report was read. A fact counts as told where its pattern is found in the
largest story's report, headline and dek included: a wording that the pattern does not know counts as missed, a word in passing as
told. With `--operations` all events are written again without each operation of the offline writer's grammar in turn.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from copydesk.config import Config
from copydesk.dossier import story
from copydesk.inputs import Setup
from copydesk.records import Dossier, Sentence
from copydesk.write import SWITCHES, WriteConfig

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
        turned_down: How many the writer proposed in vain: not supported, or no room with who reports them.
    """

    event: str
    facts: int
    missed: tuple[str, ...]
    words: int
    sentences: int
    several: int
    turned_down: int


def articles_of(event: str) -> Path:
    """Return where the articles of an event stand."""
    return SEEDS if event == "seeds" else EVENTS / event


def sentences_of(dossier: Dossier) -> Iterator[Sentence]:
    """Yield the sentences of a report, headline and dek first."""
    yield dossier.report.headline
    yield dossier.report.dek
    for section in dossier.report.sections:
        yield from section.sentences


def told(event: str, off: tuple[str, ...] = ()) -> Told:
    """Write an event's report, with some operations switched off, and look for its facts."""
    facts = _FACT.findall((EVENTS / f"{event}.md").read_text(encoding="utf-8"))
    setup = Setup(config=Config(write=WriteConfig(off=off)))
    dossier = max(story([articles_of(event)], setup).dossiers, key=lambda d: len(d.articles))
    sentences = list(sentences_of(dossier))
    text = " ".join(sentence.text for sentence in sentences)
    missed = tuple(name for name, pattern in facts if not re.search(pattern, text, re.IGNORECASE))
    several = sum(sentence.independent.low > 1 for sentence in sentences)
    turned_down = sum("passages it cites" in left.reason or "in its place" in left.reason for left in dossier.report.left_out)
    return Told(event, len(facts), missed, len(text.split()), len(sentences), several, turned_down)


def rows(found: Sequence[Told]) -> Iterator[str]:
    """Yield the table, line by line."""
    yield "| event | facts told | words | sentences | of several origins |"
    yield f"|{'---|' * 5}"
    for one in found:
        yield f"| {one.event} | {one.facts - len(one.missed)} of {one.facts} | {one.words} | {one.sentences} | {one.several} |"
    facts, missed = sum(one.facts for one in found), sum(len(one.missed) for one in found)
    yield f"| all | {facts - missed} of {facts} | | {sum(o.sentences for o in found)} | {sum(o.several for o in found)} |"


def without(events: Sequence[str]) -> Iterator[str]:
    """Yield a table of what the reports are without each operation, line by line."""
    yield "| without | facts told | words | sentences | words each | of several origins | turned down |"
    yield f"|{'---|' * 7}"
    for name in ("", *SWITCHES):
        found = [told(event, (name,) if name else ()) for event in events]
        facts = sum(one.facts - len(one.missed) for one in found)
        words, sentences = sum(one.words for one in found), sum(one.sentences for one in found)
        rest = f"{sum(one.several for one in found)} | {sum(one.turned_down for one in found)}"
        yield f"| {f'`{name}`' if name else '(nothing)'} | {facts} | {words} | {sentences} | {words / sentences:.1f} | {rest} |"


def main() -> None:
    """Print the table, and what was missed where that is asked for."""
    every = [path.stem for path in sorted(EVENTS.glob("*.md"))]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("events", nargs="*", choices=[[], *every], metavar="EVENT", help=", ".join(every))
    parser.add_argument("--missed", action="store_true", help="name the facts that are not told")
    parser.add_argument("--operations", action="store_true", help="what the reports are without each operation")
    asked = parser.parse_args()
    chosen = [event for event in asked.events or every if articles_of(event).is_dir()]
    if missing := sorted({*(asked.events or every)} - {*chosen}):
        print(f"Without {', '.join(missing)}: the articles are not at hand.", file=sys.stderr)
    found = [] if asked.operations else [told(event) for event in chosen]
    for line in without(chosen) if asked.operations else rows(found):
        print(line)
    for one in found if asked.missed else ():
        print(f"{one.event}: {', '.join(one.missed) or 'nothing missed'}", file=sys.stderr)


if __name__ == "__main__":
    main()
