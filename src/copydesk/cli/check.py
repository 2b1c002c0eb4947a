"""`copydesk check`."""

from pathlib import Path

import click

from copydesk.cli.options import config_option, format_option, hints_option, setup_from
from copydesk.cli.output import colour_wanted, put, tell_skipped, terminal_width
from copydesk.drafts import check as check_draft
from copydesk.drafts import load_draft
from copydesk.inputs import with_judge
from copydesk.publish import rendered

EPILOG = """\b
Examples:
  copydesk check draft.md --against reports/
  copydesk check draft.html --against reports/ --against more/a.txt --format json
  pbpaste | copydesk check - --against reports/
  copydesk check draft.md --against reports/ --judge nli:models/nli
  copydesk check draft.md --against reports/ --judge openai:qwen3 --base-url http://localhost:8080/v1

Exit code 1 when a sentence is not supported.
"""
NOT_SUPPORTED = 1


@click.command(epilog=EPILOG)
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--against", "paths", multiple=True, required=True, metavar="PATH", help="Articles; may be given several times.")
@click.option(
    "--judge",
    metavar="KIND:MODEL",
    help="Ask a model for a second opinion: nli:FOLDER or nli:ORGANISATION/MODEL on this machine, openai:MODEL behind a server.",
)
@click.option("--base-url", metavar="URL", help="Address of the OpenAI-compatible server of --judge openai:MODEL.")
@format_option("terminal", "json")
@hints_option
@config_option
@click.pass_context
def check(
    context: click.Context,
    draft: Path,
    paths: tuple[str, ...],
    judge: str | None,
    base_url: str | None,
    form: str,
    hints_path: Path | None,
    config_path: Path | None,
) -> None:
    """Say which sentences of a text the articles carry.

    DRAFT is plain text, Markdown or HTML, or - for plain text from standard input.
    """
    if base_url and not judge:
        raise click.UsageError("--base-url is the server of a judge; name one with --judge openai:MODEL.")
    text, markup = load_draft(draft)
    setup = setup_from(config_path, hints_path)
    result = check_draft(text, paths, with_judge(setup, judge, base_url) if judge else setup, markup)
    tell_skipped(result.skipped)
    put(rendered(result, form, terminal_width(), colour=colour_wanted()))
    if len(result.sentences) > result.totals.supported:
        context.exit(NOT_SUPPORTED)
