"""The options that say who writes."""

from typing import Any

import click
from msgspec.structs import replace

from copydesk.cli.options import FILE, F
from copydesk.cli.output import tell
from copydesk.inputs import Setup, with_writer
from copydesk.records import StoryOutput
from copydesk.writing import failures

_OPTIONS = (
    click.option("--writer", "kind", type=click.Choice(("offline", "openai")), help="Who writes.  [default: offline]"),
    click.option("--model", metavar="NAME", help="The model of --writer openai, as its server calls it."),
    click.option(
        "--base-url", metavar="URL", help="Address of its OpenAI-compatible server; the key is read from the environment."
    ),
    click.option("--max-tokens-total", "most_tokens", type=click.IntRange(1), metavar="N", help="Tokens that a run may take."),
    click.option("--max-cost", "most_cost", type=click.FloatRange(0), metavar="X", help="What a run may cost; needs both prices."),
    click.option("--price-in", type=click.FloatRange(0), metavar="X", help="Price of a million tokens of questions."),
    click.option("--price-out", type=click.FloatRange(0), metavar="X", help="Price of a million tokens of answers."),
    click.option("--calls", type=FILE, help="Add a line per call to this file (JSON Lines)."),
)


def writer_options(command: F) -> F:
    """Give a command the options that say who writes; it gets them by the names of the settings."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def written_by(setup: Setup, given: dict[str, Any]) -> Setup:
    """Return the set-up with the writer that the options and the settings name; options stand above settings.

    Raises:
        UsageError: Something is missing, or is said of a model where none writes.
    """
    calls = given.pop("calls")
    stated = {name: value for name, value in given.items() if value is not None}
    asked = replace(setup.config.writer, **stated)
    if asked.kind == "offline" and (calls or stated.keys() - {"kind"}):
        raise click.UsageError("--model, --base-url, --calls and what limits a model are for --writer openai; give that, too.")
    return with_writer(setup, asked, calls)


def tell_writer(result: StoryOutput, setup: Setup) -> None:
    """Say on standard error what a model took, and where nothing that it wrote is used."""
    for line in failures([one.report for one in result.dossiers]):
        tell(f"the offline writer wrote in the place of {line}")
    if setup.tools.calls is not None:
        tell(f"{result.run.writer}; {setup.tools.calls.told()}")
