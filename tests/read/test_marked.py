"""Invented articles as they are copied from pages, marked by hand: what must stay, what must go, and what stands around the text.

A line begins with `+` where it is the article's, `-` where it is the page's, `~` where both will do; `# field: value` says what
must be found, `none` that nothing must. Every line must be told right.
"""

import re
from pathlib import Path

import pytest
from tests.read.conftest import document, reading

from copydesk.read import ReadConfig
from copydesk.records import Article

MARKED = sorted((Path(__file__).parent / "marked").glob("*.txt"))


def parted(path: Path) -> tuple[str, dict[str, str], dict[str, str]]:
    """Return a marked text without its marks, its lines -> mark, and the fields."""
    text, marks, fields = [], {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name, _, value = line[2:].partition(": ")
            fields[name] = value
        else:
            text.append(line[2:])
            if line:
                marks[letters(line[2:])] = line[0]
    return "\n".join(text), marks, fields


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def mark_of(text: str, marks: dict[str, str]) -> str:
    """Return the mark of the line that a block is, is a part of, or was joined from."""
    key = letters(text)
    if key in marks:
        return marks[key]
    return next((mark for line, mark in marks.items() if key in line or (line in key and len(line) > 20)), "?")


def read_one(text: str) -> Article:
    result = reading(document(text), config=ReadConfig(languages=()))
    assert len(result.articles) == 1, result.skipped
    return result.articles[0]


@pytest.mark.parametrize("path", MARKED, ids=lambda path: path.stem)
def test_every_line_of_a_copied_page_is_told_right(path: Path) -> None:
    text, marks, fields = parted(path)
    found = read_one(text)
    kept = [found.text[block.start : block.end] for block in found.blocks]
    assert [block for block in kept if mark_of(block, marks) not in "+~"] == []
    assert [r.text for r in found.removed if r.reason != "dateline" and letters(r.text) and mark_of(r.text, marks) == "+"] == []
    about = {"title": found.title, "byline": found.byline, "outlet": found.outlet, "dateline": found.dateline}
    about |= {"published": found.published.when, "basis": found.published.basis, "genre": found.genre, "language": found.language}
    assert {name: about[name] or "none" for name in fields} == fields


def test_all_marked_texts_are_there() -> None:
    assert len(MARKED) >= 42
