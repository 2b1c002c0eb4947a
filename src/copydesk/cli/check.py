"""`copydesk check`."""

from pathlib import Path

import click

from copydesk.cli.options import config_option, format_option, hints_option, setup_from
from copydesk.cli.output import colour_wanted, put, tell_skipped, terminal_width
from copydesk.drafts import check as check_draft
from copydesk.drafts import load_draft
from copydesk.publish import rendered

EPILOG = """\b
Examples:
  copydesk check draft.md --against reports/
  copydesk check draft.html --against reports/ --against more/a.txt --format json
  pbpaste | copydesk check - --against reports/

Exit code 1 when a sentence is not supported.
"""
NOT_SUPPORTED = 1


@click.command(epilog=EPILOG)
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--against", "paths", multiple=True, required=True, metavar="PATH", help="Articles; may be given several times.")
@format_option("terminal", "json")
@hints_option
@config_option
@click.pass_context
def check(
    context: click.Context, draft: Path, paths: tuple[str, ...], form: str, hints_path: Path | None, config_path: Path | None
) -> None:
    """Say which sentences of a text the articles carry.

    DRAFT is plain text, Markdown or HTML, or - for plain text from standard input.
    """
    text, markup = load_draft(draft)
    result = check_draft(text, paths, setup_from(config_path, hints_path), markup)
    tell_skipped(result.skipped)
    put(rendered(result, form, terminal_width(), colour=colour_wanted()))
    if len(result.sentences) > result.totals.supported:
        context.exit(NOT_SUPPORTED)
