"""Options that several commands share."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from copydesk.cli.progress import shown
from copydesk.config import Config, load_config
from copydesk.fetch import load_hints
from copydesk.inputs import Setup

F = TypeVar("F", bound=Callable[..., Any])

FILE = click.Path(path_type=Path, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)


def path_option(kind: click.Path, name: str, told: str) -> Callable[[F], F]:
    """Return an option that names a file or folder; a command gets it as "name_path".

    Args:
        kind: `FILE` or `FOLDER`.
        name: The option, without its dashes.
        told: What it is for.
    """
    return click.option(f"--{name}", f"{name}_path", type=kind, help=told)


config_option = path_option(FILE, "config", "Settings, a TOML file with a table per stage.")
templates_option = path_option(
    FOLDER, "templates", "Templates of your own for pages and Markdown, a folder; docs/stages/render.md says which."
)
hints_option = path_option(
    FILE, "hints", "What you know of single files: outlet, time, same as, independent of. A TOML file; docs/tutorial.md has one."
)
output_option = click.option("-o", "--output", type=FILE, help="Write the result into this file.")


def moment(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """Return a day or time as it was given, once it is known to be one."""
    try:
        datetime.fromisoformat(given or "2024-01-01")
    except ValueError as error:
        raise click.BadParameter(f"“{given}” is no time; write 2024-04-10 or 2024-04-10T18:30.") from error
    return given


as_of_option = click.option(
    "--as-of",
    callback=moment,
    help="The time the report speaks of, such as 2024-04-10; articles of later are skipped. Default: each story's last article.",
)


def named(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return paths as they were given; an empty one, as an unset variable leaves it, would be the folder one is in."""
    if "" in given:
        raise click.BadParameter('an empty path names nothing; "." is the folder you are in.')
    return given


paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...", callback=named)


def format_option(*names: str) -> Callable[[F], F]:
    """Return `--format` for a command; the first name is the default."""
    choice = click.Choice(names)
    return click.option("--format", "form", type=choice, default=names[0], show_default=True, help="Form of the result.")


def setup_from(
    config_path: Path | None,
    hints_path: Path | None,
    as_of: str | None = None,
    words: int | None = None,
    form: str = "story",
) -> Setup:
    """Return how to run, from what the options say.

    Raises:
        ConfigError: A file that was named cannot be used.
    """
    config = load_config(config_path) if config_path else Config()
    if words is not None:
        config = config.with_words(words)
    hints = load_hints(hints_path) if hints_path else {}
    return Setup(config=config, hints=hints, as_of=as_of, progress=shown, form=form, words=words)
