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

config_option = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Settings, a TOML file with a table per stage.",
)
templates_option = click.option(
    "--templates",
    "templates_path",
    type=click.Path(path_type=Path, file_okay=False),
    help="Templates of your own for pages and Markdown, a folder; docs/stages/render.md says which.",
)
hints_option = click.option(
    "--hints",
    "hints_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="What you know of single files: outlet, time, same as, independent of. A TOML file; docs/tutorial.md has one.",
)


def moment(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """Return a day or time as it was given, once it is known to be one."""
    try:
        datetime.fromisoformat(given or "2024-01-01")
    except ValueError as error:
        raise click.BadParameter(f"“{given}” is no time; write 2024-04-10 or 2024-04-10T18:30.") from error
    return given


as_of_option = click.option(
    "--as-of", callback=moment, help="The time the report speaks of, such as 2024-04-10. Default: the latest article's."
)
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


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
