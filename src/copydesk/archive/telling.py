"""What was not taken of a corpus, written down as a stream: no process holds more of it than a few lines."""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.archive.cutting import Cut, CutTask, blocks, line_of
from copydesk.errors import ArchiveError
from copydesk.records import Skipped
from copydesk.store import Folder, shown

SKIPPED = "skipped.jsonl"
_FIRST = 19  # reasons that an error shows
_LOOKED_AT = 1 << 16  # bytes in which they stand


def write_skipped(links: Folder, skipped: Sequence[Skipped], cuts: Sequence[tuple[CutTask, Cut]]) -> int:
    """Write `skipped.jsonl`; return how many lines it has.

    Args:
        links: The folder for the results.
        skipped: Files that are no part of the corpus.
        cuts: What came of each portion, in the order of the corpus.

    Raises:
        ArchiveError: It cannot be written.
    """
    links.write(SKIPPED, _lines(links, skipped, cuts))
    return len(skipped) + sum(done.skipped for _, done in cuts)


def _lines(links: Folder, skipped: Sequence[Skipped], cuts: Sequence[tuple[CutTask, Cut]]) -> Iterator[bytes]:
    """Yield lines, some at once."""
    yield from map(line_of, skipped)
    for task, done in cuts:
        if done.skipped:
            with links.open(f"{task.name}.jsonl") as file:
                yield from blocks(file)


def first_reasons(links: Folder, count: int) -> tuple[tuple[str, str], ...]:
    """Return location and reason of the first of `count` things that were skipped, and where the others stand.

    Raises:
        ArchiveError: `skipped.jsonl` cannot be read.
    """
    with links.open(SKIPPED) as file:
        lines = file.read(_LOOKED_AT).split(b"\n")[:-1]
    told = [msgspec.json.decode(line, type=Skipped) for line in lines[:_FIRST]]
    reasons = [(one.location, one.detail) for one in told]
    if count > len(told):
        reasons.append((f"{shown(links.location)}/{SKIPPED}", f"lists these and {count - len(told):,} more"))
    return tuple(reasons)


def vanished(corpus: Folder, name: str) -> Skipped:
    """Return what is told of a file that a worker did not find.

    Raises:
        ArchiveError: The file is there, so that the worker looks in another place.
    """
    if corpus.has(name):
        raise ArchiveError(
            f"{shown(corpus.location)}/{name}",
            "a worker does not see this file",
            "Give the corpus by a path or an address under which every machine has it.",
        )
    detail = "It was there when the run began, and is gone. When it is back, run again: what is done is kept."
    return Skipped(location=name, reason="vanished", detail=detail)
