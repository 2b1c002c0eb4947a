"""`copydesk trace`."""

from pathlib import Path

import click

from copydesk.cli.options import config_option, format_option, hints_option, paths_argument, setup_from
from copydesk.cli.output import colour_wanted, put, tell_skipped, terminal_width
from copydesk.dossier import trace as trace_paths
from copydesk.publish import rendered

EPILOG = """\b
Examples:
  copydesk trace reports/
  copydesk trace a.txt b.txt
  copydesk trace reports/ --format json | jq .independent
"""


@click.command(epilog=EPILOG)
@paths_argument
@format_option("terminal", "json")
@hints_option
@config_option
def trace(paths: tuple[str, ...], form: str, hints_path: Path | None, config_path: Path | None) -> None:
    """Find who took from whom, and how many articles are independent.

    PATH is a file, a folder, or - for standard input.
    """
    result = trace_paths(paths, setup_from(config_path, hints_path))
    tell_skipped(result.skipped)
    put(rendered(result, form, terminal_width(), colour=colour_wanted()))
