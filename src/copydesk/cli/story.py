"""`copydesk story`."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from copydesk.background import load_archive
from copydesk.chaining import altered
from copydesk.cli.folder import write_folder
from copydesk.cli.options import (
    FILE,
    FOLDER,
    as_of_option,
    config_option,
    format_option,
    hints_option,
    path_option,
    paths_argument,
    setup_from,
    templates_option,
)
from copydesk.cli.output import colour_wanted, put, tell, tell_skipped, terminal_width
from copydesk.cli.writers import tell_writer, writer_options, written_by
from copydesk.config import load_style
from copydesk.dossier import story as make_story
from copydesk.loading import load
from copydesk.publish import load_templates, pages, rendered, signed_in
from copydesk.write import FORMS

EPILOG = """\b
Examples:
  copydesk story reports/
  copydesk story reports/ -o out/
  copydesk story reports/ --form brief
  copydesk story reports/ --form update --since monday.json
  copydesk story a.html b.txt wire.jsonl --words 250
  copydesk story reports/ --format json | jq '.dossiers[0].story.independent'
  cat article.txt | copydesk story -
  copydesk story reports/ --writer openai --model qwen3 --base-url http://localhost:8080/v1 --calls calls.jsonl
"""


@click.command(epilog=EPILOG)
@paths_argument
@click.option("-o", "--output", type=FOLDER, help="Write a page per story into this folder.")
@format_option("terminal", "json", "markdown", "html")
@click.option(
    "--form",
    "report_form",
    type=click.Choice(tuple(FORMS)),
    default="story",
    show_default=True,
    help="Form of the report.",
)
@path_option(FILE, "since", "For --form update: the earlier dossier, a JSON file that --format json or -o wrote.")
@path_option(FOLDER, "archive", "Earlier dossiers, a folder of JSON files: background comes from them, with citations.")
@path_option(FILE, "style", "House style, a TOML file; docs/reference/settings.md lists its keys.")
@templates_option
@click.option(
    "--words", type=click.IntRange(40, 2000), help="Longest report, in words.  [default: 450; brief 100, update 200, bulletin 90]"
)
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
    report_form: str,
    since_path: Path | None,
    archive_path: Path | None,
    style_path: Path | None,
    templates_path: Path | None,
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
    if (report_form == "update") != (since_path is not None):
        raise click.UsageError("--form update and --since DOSSIER.json belong together: an update tells what that dossier has not.")
    setup = written_by(setup_from(config_path, hints_path, as_of, words, report_form), writing)
    setup = replace(setup, since=load(since_path)[1]) if since_path else setup
    setup = replace(setup, config=setup.config.with_style(load_style(style_path))) if style_path else setup
    archive, unread = load_archive(archive_path) if archive_path else ((), ())
    tell_skipped(unread)
    setup = replace(setup, archive=archive)
    templates = load_templates(templates_path) if templates_path else ()
    result = make_story(paths, setup)
    tell_skipped(result.skipped)
    tell_writer(result, setup)
    if output is None:
        imprint = setup.config.imprint
        put(rendered(result, form, terminal_width(), colour=colour_wanted(), templates=templates, imprint=imprint))
        return
    records = signed_in(output, result)
    for stem, record in records.items():
        if changed := altered(record):
            tell(f"{stem}.signoff.json: was changed after it was written ({changed}); the story is told as not signed")
    written = write_folder(output, pages(result, templates, setup.config.imprint, records))
    count = len(result.dossiers)
    tell(f"{count} {'story' if count == 1 else 'stories'} in {len(written)} files; open {output / 'index.html'}")
