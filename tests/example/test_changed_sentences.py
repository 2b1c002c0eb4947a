"""In every sentence of the example's reports, one changed number, name or "not" loses `supported`."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from copydesk.check import check
from copydesk.dossier import story
from copydesk.gate.judging import statements
from copydesk.inputs import Setup, gather
from copydesk.records import DraftSentence, Sentence, StoryOutput

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour" / "articles"
NUMBER = re.compile(r"(?<![\w.,:-])\d+(?:[.,]\d+)*(?![\w-])")
NUMBER_WORD = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b")
OTHER_WORD = {"two": "four", "three": "five", "four": "six", "five": "seven", "six": "nine", "seven": "three", "eight": "two",
              "nine": "six", "ten": "twelve", "eleven": "eight", "twelve": "ten", "twenty": "forty", "thirty": "fifty",
              "forty": "twenty", "fifty": "thirty"}  # fmt: skip
HELPING = re.compile(r"\b(is|are|was|were|will|has|have|had|must|can|may|should|would|could)\b(?! not|n.t)")
NEGATION = re.compile(r"\b(?:not|never) |\bno (?=\w)")


def with_other_numbers(text: str) -> Iterator[str]:
    for match in NUMBER.finditer(text):
        other = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 4) % 10), match[0])
        yield text[: match.start()] + other + text[match.end() :]
    for match in NUMBER_WORD.finditer(text):
        yield text[: match.start()] + OTHER_WORD[match[0]] + text[match.end() :]


def with_other_names(text: str, names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            yield text[: match.start()] + "Quillon Vastrade" + text[match.end() :]


def with_other_polarity(text: str) -> Iterator[str]:
    for match in HELPING.finditer(text):
        yield f"{text[: match.end()]} not{text[match.end() :]}"
    for match in NEGATION.finditer(text):
        yield text[: match.start()] + text[match.end() :]


@pytest.fixture(scope="module")
def setup() -> Setup:
    return Setup()


def sentences(output: StoryOutput) -> Iterator[Sentence]:
    for dossier in output.dossiers:
        yield dossier.report.headline
        yield dossier.report.dek
        for section in dossier.report.sections:
            yield from section.sentences


@pytest.mark.parametrize("kind", ["number", "name", "not"])
def test_a_changed_sentence_is_not_supported(setup: Setup, kind: str) -> None:
    marked = gather([EXAMPLE], setup).marked
    people = {name for m in marked for e in m.marks.entities for name in e.spellings if e.kind in ("person", "place")}
    changed = []
    for sentence in sentences(story([EXAMPLE], setup)):
        edits = {
            "number": with_other_numbers(sentence.text),
            "name": with_other_names(sentence.text, people),
            "not": with_other_polarity(sentence.text),
        }[kind]
        changed += [DraftSentence(text=text, claim_ids=(), citations=sentence.citations) for text in edits if text != sentence.text]
    assert len(changed) > 5
    verdicts = check(statements(changed, setup), marked, setup.config.check)
    passed = [c.text for c, verdict in zip(changed, verdicts, strict=True) if verdict.label == "supported"]
    assert passed == []
