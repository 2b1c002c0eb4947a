"""`copydesk story`."""

from pathlib import Path
from typing import Any

import click

from copydesk.cli.folder import write_folder
from copydesk.cli.options import as_of_option, config_option, format_option, hints_option, paths_argument, setup_from
from copydesk.cli.output import colour_wanted, put, tell, tell_skipped, terminal_width
from copydesk.cli.writers import tell_writer, writer_options, written_by
from copydesk.dossier import story as make_story
from copydesk.publish import pages, rendered

EPILOG = """\b
Examples:
  copydesk story reports/
  copydesk story reports/ -o out/
  copydesk story a.html b.txt wire.jsonl --words 250
  copydesk story reports/ --format json | jq '.dossiers[0].story.independent'
  cat article.txt | copydesk story -
  copydesk story reports/ --writer openai --model qwen3 --base-url http://localhost:8080/v1 --calls calls.jsonl
"""


@click.command(epilog=EPILOG)
@paths_argument
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Write a page per story into this folder.")
@format_option("terminal", "json", "markdown", "html")
@click.option("--words", type=click.IntRange(40, 2000), help="Longest report, in words.  [default: 450]")
@writer_options
@as_of_option
@hints_option
@config_option
@click.pass_context
def story(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    output: Path | None,
    form: str,
    words: int | None,
    as_of: str | None,
    hints_path: Path | None,
    config_path: Path | None,
    **writing: Any,  # noqa: ANN401 -- the options that say who writes
) -> None:
    """Write one checked story per event from articles.

    PATH is a file, a folder, or - for standard input: text, HTML, JSON, JSON Lines, Markdown, feeds, e-mail, PDF, Word. Articles
    about different events become stories of their own.
    """
    if output is not None and context.get_parameter_source("form") is not click.core.ParameterSource.DEFAULT:
        raise click.UsageError("-o writes pages with Markdown and JSON beside them; --format is for a result that is printed.")
    setup = written_by(setup_from(config_path, hints_path, as_of, words), writing)
    result = make_story(paths, setup)
    tell_skipped(result.skipped)
    tell_writer(result, setup)
    if output is None:
        put(rendered(result, form, terminal_width(), colour=colour_wanted()))
        return
    written = write_folder(output, pages(result))
    count = len(result.dossiers)
    tell(f"{count} {'story' if count == 1 else 'stories'} in {len(written)} files; open {output / 'index.html'}")
