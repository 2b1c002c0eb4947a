"""Words that may stand for each other in news: groups of synonyms, and a country with the adjective made from it."""

from collections.abc import Callable, Mapping
from importlib.resources import files

from copydesk.text.nations import ALIASES, DEMONYMS


def grouped(form: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    """Return the groups that each word belongs to, by what a function makes of the word: its stem, its dictionary form.

    Args:
        form: Applied to the written, small-letter words of the table.

    Returns:
        Form -> names of its groups, each with a leading `~`, which no word has.
    """
    found: dict[str, dict[str, None]] = {}
    for number, line in enumerate(_lines()):
        for word in line.split():
            found.setdefault(form(word), {})[f"~{number}"] = None
    for word, nation in (DEMONYMS | ALIASES).items():
        if " " not in word:
            found.setdefault(form(word.casefold()), {})[f"~{nation}"] = None
    return {one: tuple(numbers) for one, numbers in found.items()}


def _lines() -> list[str]:
    text = files("copydesk.text").joinpath("synonyms.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
