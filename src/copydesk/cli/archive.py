"""`copydesk archive trace` and `copydesk archive find`."""

import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from copydesk.cli.options import format_option
from copydesk.cli.output import colour_wanted, put, tell, terminal_width
from copydesk.cli.progress import Estimate, cleared
from copydesk.errors import MissingExtra
from copydesk.publish import rendered

if TYPE_CHECKING:
    from copydesk.archive import Run

EPILOG = """\b
Examples:
  copydesk archive trace corpus/ -o links/
  copydesk archive find draft.txt --in links/
"""
TRACE_EPILOG = """\b
Examples:
  copydesk archive trace corpus/ -o links/
  copydesk archive trace news.parquet -o links/ --column text=body --column id=url
  copydesk archive trace corpus/ -o links/ --workers 8 --memory 16GB
  copydesk archive trace /shared/corpus -o /shared/links --engine ray --address auto

A run that was stopped goes on where it was: give the same command again.
"""
FIND_EPILOG = """\b
Examples:
  copydesk archive find draft.txt --in links/
  pbpaste | copydesk archive find - --in links/ --format json | jq '.found[].id'
"""
STAGES = {
    "digest": "looking at the corpus",
    "cut": "cutting texts into words",
    "pair": "pairing texts",
    "learn": "learning what is boilerplate",
    "link": "holding pairs against the words",
    "describe": "writing articles",
}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kMGT]?)i?B?", re.IGNORECASE)
_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_LEAST = 200_000_000
_LIBRARIES = ("numba", "pyarrow", "warcio")


def _bytes(_context: click.Context, _parameter: click.Parameter, given: str) -> int:
    """Return a size such as 4GB in bytes."""
    found = _SIZE.fullmatch(given.strip())
    size = int(float(found[1]) * _UNITS[found[2].lower()]) if found else 0
    if size < _LEAST:
        raise click.BadParameter(f"“{given}” is no size of at least 200MB; write 4GB or 500MB.")
    return size


def _columns(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return which column holds what."""
    columns: dict[str, tuple[str, ...]] = {}
    for one in given:
        field, _, name = one.partition("=")
        if field not in ("text", "id", "outlet", "published") or not name:
            raise click.BadParameter(f"“{one}” is not text=NAME, id=NAME, outlet=NAME or published=NAME.")
        columns[field] = (name,)
    return columns


@click.group(epilog=EPILOG)
def archive() -> None:
    """Trace reuse in a corpus of millions, and find who has run a text."""


@archive.command(epilog=TRACE_EPILOG)
@click.argument("corpus")
@click.option("-o", "--output", "links", required=True, metavar="LINKS", help="Folder for the results.")
@click.option("--engine", type=click.Choice(("local", "ray")), default="local", show_default=True, help="What runs the tasks.")
@click.option("--address", help="Of the Ray cluster, such as auto or ray://host:10001.  [default: one on this machine]")
@click.option("--workers", type=click.IntRange(1), help="Tasks at once.  [default: one per core]")
@click.option("--memory", callback=_bytes, default="4GB", show_default=True, help="What all workers together may take, about.")
@click.option("--column", "columns", multiple=True, callback=_columns, help="Which column or key holds what, as in text=body.")
@format_option("parquet", "passim")
def trace(
    corpus: str,
    links: str,
    engine: str,
    address: str | None,
    workers: int | None,
    memory: int,
    columns: dict[str, tuple[str, ...]],
    form: str,
) -> None:
    """Find who has whose words in a corpus, and write it into a folder.

    CORPUS is a folder, or a file, of Parquet, JSON Lines or WARC.
    """
    recipes = _loaded("copydesk.archive")
    recipes.claim(links)
    workers = workers or os.cpu_count() or 1
    config = recipes.ArchiveConfig(columns=recipes.Columns(**columns), memory=memory, workers=workers)
    planned = recipes.plan(corpus, links)
    free = recipes.free_room(links)
    tell(f"{_size(planned.size)} of text; the results take about {_size(planned.room)} in {recipes.shown(links)}" + _free(free))
    if free is not None and free < planned.room:
        tell("That may not fit. What is done is kept when the disk is full.")
    estimate = Estimate(STAGES)
    with recipes.open_engine(engine, workers, address, memory) as runner:
        run = recipes.trace_archive(planned, links, runner, config, estimate.shown)
    cleared()
    if form == "passim":
        recipes.write_passim(links, planned.corpus, planned.portions)
    _tell_run(run, recipes.shown(links), form)


def _tell_run(run: "Run", links: str, form: str) -> None:
    found = ", ".join(f"{count:,} {kind}" for kind, count in run.links.items())
    groups = f"{_counted(run.groups, 'group')} of whole copies{f', the largest of {run.largest:,}' if run.groups else ''}"
    put(
        f"{_counted(run.articles, 'article')}: {_counted(sum(run.links.values()), 'link')} ({found}), {groups}.\n"
        f"links/ articles/ groups.parquet{' passim.jsonl' if form == 'passim' else ''} are in {links}, {_size(run.bytes)}."
    )
    if run.skipped:
        tell(
            f"{_counted(run.skipped, 'row or file', 'rows or files')} could not be read: {links}/skipped.jsonl says which and why."
        )
    if run.renamed:
        tell(f"{_counted(run.renamed, 'article')} had an id that another has; such a one is called “id (2)”, “id (3)” and so on.")


def _counted(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


@archive.command(epilog=FIND_EPILOG)
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--in", "links", required=True, metavar="LINKS", help="Folder that `copydesk archive trace` wrote.")
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="Articles to show at most.")
@format_option("terminal", "json")
def find(draft: Path, links: str, most: int, form: str) -> None:
    """Say which articles of a traced corpus have a text or part of it.

    DRAFT is a file of plain text, or - for standard input.
    """
    finding = _loaded("copydesk.archive.finding")
    content = sys.stdin.buffer.read() if str(draft) == "-" else _read(draft)
    with finding.Archive(links) as opened:
        output = opened.find(content.decode("utf-8", "replace"), most)
    put(rendered(output, form, terminal_width(), colour=colour_wanted()))


def _read(draft: Path) -> bytes:
    try:
        return draft.read_bytes()
    except OSError as error:
        raise click.BadParameter(f"{draft}: {error.strerror or 'it cannot be read'}.") from error


def _size(count: int) -> str:
    """Return bytes as people say them."""
    for name, unit in (("GB", 10**9), ("MB", 10**6)):
        if count >= unit:
            return f"{count / unit:,.1f} {name}"
    return f"{count / 1000:,.0f} kB"


def _free(free: int | None) -> str:
    return f", where {_size(free)} are free." if free is not None else "."


def _loaded(module: str) -> Any:  # noqa: ANN401 -- a module
    """Import what needs the extra.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name in _LIBRARIES:
            raise MissingExtra("archive", "copydesk archive") from error
        raise
