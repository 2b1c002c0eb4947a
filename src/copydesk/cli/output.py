"""Putting a result where the user wants it."""

import os
import shutil
import sys

import click

from copydesk.cli.progress import cleared
from copydesk.records import Skipped


def put(text: str | bytes) -> None:
    """Write a result to standard output: a text with a line feed at its end, bytes as they are."""
    cleared()
    ended = text if isinstance(text, bytes) or text.endswith("\n") else f"{text}\n"
    sys.stdout.buffer.write(ended.encode("utf-8", errors="replace") if isinstance(ended, str) else ended)
    sys.stdout.buffer.flush()


def tell(line: str) -> None:
    """Write a line for people to standard error."""
    cleared()
    click.echo(line, err=True)


def tell_skipped(skipped: tuple[Skipped, ...], most: int = 10) -> None:
    """Say on standard error what was not taken in, and why."""
    for entry in skipped[:most]:
        tell(f"skipped {entry.location}: {entry.detail}")
    if len(skipped) > most:
        tell(f"skipped {len(skipped) - most:,} more; --format json lists them all")


def terminal_width() -> int:
    """Return the width of the terminal in columns."""
    return shutil.get_terminal_size((88, 24)).columns


def colour_wanted() -> bool:
    """Return whether standard output is a terminal that colour may go to."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
