"""`copydesk claims`."""

from pathlib import Path
from typing import Any, get_args

import click

from copydesk.cli.folder import refuse_inputs, write_file
from copydesk.cli.options import config_option, format_option, hints_option, moment, output_option, paths_argument, setup_from
from copydesk.cli.output import colour_wanted, put, tell, tell_skipped, terminal_width
from copydesk.listing import claims as list_claims
from copydesk.publish import rendered
from copydesk.records import ClaimKind
from copydesk.seeking import Wanted

EPILOG = """\b
Examples:
  copydesk claims reports/
  copydesk claims reports/ --single-origin          what only one of them reported
  copydesk claims reports/ --differing              where they disagree
  copydesk claims reports/ --speaker Lindqvist
  copydesk claims reports/ --about "repair costs" --min-origins 2
  copydesk claims reports/ --story 1 --format csv -o claims.csv
  copydesk claims reports/ --format json | jq '.stories[].unanswered[].question'

Claims are numbered within their story, the most important first; filters leave the numbers as they are.
"""
UTF8_MARK = "\ufeff"  # by which spreadsheets know UTF-8 when a file is opened


@click.command(epilog=EPILOG)
@paths_argument
@format_option("terminal", "json", "csv")
@output_option
@click.option("--single-origin", is_flag=True, help="Only what one independent origin carries at most.")
@click.option("--min-origins", type=click.IntRange(0), default=0, metavar="N", help="Only what N independent origins surely carry.")
@click.option("--differing", is_flag=True, help="Only what stands on a side of a difference.")
@click.option("--unnamed", is_flag=True, help="Only what rests on people whom no article names.")
@click.option("--new", is_flag=True, help="Only what the latest articles added.")
@click.option("--since", callback=moment, metavar="TIME", help="Only what was first told then or later, such as 2024-04-10T18:00.")
@click.option("--speaker", metavar="NAME", help="Only what this person or body said: a name, a last name or an office.")
@click.option("--about", metavar="WORDS", help="Only what is about this, the best answer first: words, their synonyms, names.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(get_args(ClaimKind)), help="Only of this kind; several may be given."
)
@click.option("--story", metavar="N", help="Only of this story: its number or id, as the list shows them.")
@hints_option
@config_option
def claims(
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    hints_path: Path | None,
    config_path: Path | None,
    **wanted: Any,  # noqa: ANN401 -- the options that are fields of `Wanted`
) -> None:
    """List every claim of articles: who makes it, how many carry it, what it rests on.

    PATH is a file, a folder, or - for standard input. No report is written, so it takes a part of the time of a story.
    """
    result = list_claims(paths, setup_from(config_path, hints_path), Wanted(**wanted))
    tell_skipped(result.skipped)
    if output is None:
        put(rendered(result, form, terminal_width(), colour=colour_wanted()))
        return
    refuse_inputs(output, (one.location for one in result.run.inputs))
    made = rendered(result, form, terminal_width())
    write_file(output, f"{UTF8_MARK}{made}" if isinstance(made, str) and form == "csv" else made)
    count = sum(len(one.claims) for one in result.stories)
    tell(f"{count:,} {'claim' if count == 1 else 'claims'} in {output}")
