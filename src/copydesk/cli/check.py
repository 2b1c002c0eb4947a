"""`copydesk check`."""

from pathlib import Path

import click

from copydesk.cli.folder import write_file
from copydesk.cli.options import config_option, format_option, hints_option, output_option, setup_from, templates_option
from copydesk.cli.output import colour_wanted, put, tell, tell_skipped, terminal_width
from copydesk.drafts import check as check_draft
from copydesk.drafts import load_draft
from copydesk.inputs import with_judge
from copydesk.publish import load_templates, rendered
from copydesk.records import CheckOutput

EPILOG = """\b
Examples:
  copydesk check draft.md --against reports/
  copydesk check draft.docx --against reports/ --format html -o checked.html
  copydesk check draft.html --against reports/ --against more/a.txt --format json
  copydesk check draft.md --against reports/ --fail-on contradicted
  pbpaste | copydesk check - --against reports/
  copydesk check draft.md --against reports/ --judge nli:models/nli
  copydesk check draft.md --against reports/ --judge openai:qwen3 --base-url http://localhost:8080/v1

\b
Exit code 1 when a sentence, or the article that a link or note names for it, is
  partly         not wholly supported (the default)
  unsupported    contradicted or not supported
  contradicted   contradicted
"""
NOT_SUPPORTED = 1
FAILING = {
    "partly": ("partly", "unsupported", "contradicted"),
    "unsupported": ("unsupported", "contradicted"),
    "contradicted": ("contradicted",),
    "never": (),
}


@click.command(epilog=EPILOG)
@click.argument("draft", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--against", "paths", multiple=True, required=True, metavar="PATH", help="Articles; may be given several times.")
@click.option(
    "--judge",
    metavar="KIND:MODEL",
    help="Ask a model for a second opinion: nli:FOLDER or nli:ORGANISATION/MODEL on this machine, openai:MODEL behind a server.",
)
@click.option("--base-url", metavar="URL", help="Address of the OpenAI-compatible server of --judge openai:MODEL.")
@format_option("terminal", "json", "html")
@output_option
@click.option(
    "--fail-on",
    type=click.Choice(tuple(FAILING)),
    default="partly",
    show_default=True,
    help="The least failure that ends with exit code 1.",
)
@templates_option
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
    output: Path | None,
    fail_on: str,
    templates_path: Path | None,
    hints_path: Path | None,
    config_path: Path | None,
) -> None:
    """Say which sentences of a text the articles carry.

    DRAFT is plain text, Markdown, HTML or a Word document (.docx), or - for standard input. Links, footnotes and numbered sources
    in it are each held against the article that they name.
    """
    if base_url and not judge:
        raise click.UsageError("--base-url is the server of a judge; name one with --judge openai:MODEL.")
    if output is not None and output.exists() and draft.exists() and output.samefile(draft):
        raise click.UsageError(f"-o {output} would replace the draft itself; choose another file.")
    setup = setup_from(config_path, hints_path)
    templates = load_templates(templates_path) if templates_path else ()
    result = check_draft(load_draft(draft), paths, with_judge(setup, judge, base_url) if judge else setup)
    tell_skipped(result.skipped)
    text = rendered(result, form, terminal_width(), colour=output is None and colour_wanted(), templates=templates)
    if output is None:
        put(text)
    else:
        write_file(output, text)
        tell(f"{len(result.sentences):,} sentences checked; open {output}")
    if fails(result, fail_on):
        context.exit(NOT_SUPPORTED)


def fails(result: CheckOutput, fail_on: str) -> bool:
    """Return whether a draft has a sentence or a citation that fails as badly as that."""
    labels = {sentence.verdict.label for sentence in result.sentences} | {sentence.cited for sentence in result.sentences}
    return not labels.isdisjoint(FAILING[fail_on])
