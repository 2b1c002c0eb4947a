"""`copydesk export`."""

import sys
from pathlib import Path

import click

from copydesk.cli.folder import refuse_inputs, write_file
from copydesk.cli.options import output_option
from copydesk.cli.output import put, tell
from copydesk.exporting import FORMATS, TLP, Imprint
from copydesk.exporting import export as exported

EPILOG = """\b
Examples:
  copydesk export --list
  copydesk export out/ferry.json --to docx -o ferry.docx
  copydesk export out/ --to claims-csv -o claims.csv
  copydesk export out/ --to atom --publisher "The Daily" --base-url https://daily.example/stories/
  copydesk story reports/ --format json | copydesk export - --to ninjs --story 1
"""
UTF8_MARK = b"\xef\xbb\xbf"  # by which spreadsheets know UTF-8 when a file is opened


def show_formats(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 -- click's form
    """Print the table of formats and stop, where that is wanted."""
    if wanted and not context.resilient_parsing:
        rows = (
            f"{name:<21}{'several' if form.many else 'one':<9}{form.ending:<10}{form.media_type:<42}{form.about}"
            for name, form in FORMATS.items()
        )
        put("\n".join([f"{'format':<21}{'stories':<9}{'ending':<10}{'media type':<42}what it is", *rows]))
        context.exit()


@click.command(epilog=EPILOG)
@click.argument("dossiers", nargs=-1, required=True, metavar="DOSSIER...")
@click.option("--to", required=True, type=click.Choice(list(FORMATS)), metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.")
@output_option
@click.option("--story", metavar="ID", help="Only this story: its id, or its number from 1.")
@click.option("--publisher", metavar="NAME", help="Who publishes the stories.  [default: copydesk]")
@click.option("--base-url", metavar="URL", help="Where the pages of the folder stand on the web; feeds link to them.")
@click.option("--principles", metavar="URL", help="Where the publisher's principles stand.")
@click.option("--tlp", type=click.Choice(TLP), default="clear", show_default=True, help="How far a STIX bundle may be passed on.")
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=show_formats, help="List the formats and exit.")
def export(
    dossiers: tuple[str, ...],
    to: str,
    output: Path | None,
    story: str | None,
    publisher: str | None,
    base_url: str | None,
    principles: str | None,
    tlp: str,
) -> None:
    """Turn stories into the forms that other systems take.

    DOSSIER is JSON that `copydesk story` wrote, a folder of such files, or - for standard input. Feeds and tables hold all stories,
    the other forms one.
    """
    form = FORMATS[to]
    if output is None and form.binary and sys.stdout.isatty():
        raise click.UsageError(f"{to} is nothing to show in a terminal; name a file with -o, such as -o story{form.ending}")
    made = exported(dossiers, to, story=story, imprint=Imprint(publisher, base_url, principles, tlp))
    if output is None:
        put(made)
        return
    refuse_inputs(output, dossiers)
    write_file(output, UTF8_MARK + made if form.media_type == "text/csv" else made)
    tell(f"{to} in {output}")
