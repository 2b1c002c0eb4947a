"""`copydesk export`."""

import sys
from pathlib import Path

import click
from msgspec.structs import replace

from copydesk.cli.folder import refuse_inputs, write_file
from copydesk.cli.options import config_option, output_option
from copydesk.cli.output import put, tell
from copydesk.config import load_config
from copydesk.exporting import FORMATS, TLP, Imprint, Tlp
from copydesk.exporting import export as exported

EPILOG = """\b
Examples:
  copydesk export --list
  copydesk export out/ferry.json --to docx -o ferry.docx
  copydesk export out/ --to claims-csv -o claims.csv
  copydesk export out/ --to atom --publisher "The Daily" --base-url https://daily.example/stories/
  copydesk export out/ --to newsml-g2 -o morning.xml
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
@click.option("--feed-url", metavar="URL", help="Where the feed itself will stand on the web; it then says so.")
@click.option("--principles", metavar="URL", help="Where the publisher's principles stand.")
@click.option("--tlp", type=click.Choice(TLP), help="How far a STIX bundle may be passed on.  [default: clear]")
@config_option
@click.option("--list", is_flag=True, is_eager=True, expose_value=False, callback=show_formats, help="List the formats and exit.")
def export(
    dossiers: tuple[str, ...],
    to: str,
    output: Path | None,
    story: str | None,
    publisher: str | None,
    base_url: str | None,
    feed_url: str | None,
    principles: str | None,
    tlp: Tlp | None,
    config_path: Path | None,
) -> None:
    """Turn stories into the forms that other systems take.

    DOSSIER is JSON that `copydesk story` wrote, a folder of such files, or - for standard input. nitf, jsonld and docx hold one
    story, the other forms all: feeds the newest first, the rest the most important first. A story that a person signed off is told
    as it was signed, and says so.
    """
    form = FORMATS[to]
    if output is None and form.binary and sys.stdout.isatty():
        raise click.UsageError(f"{to} is nothing to show in a terminal; name a file with -o, such as -o story{form.ending}")
    settings = load_config(config_path).imprint if config_path else Imprint()
    given = {"publisher": publisher, "base_url": base_url, "feed_url": feed_url, "principles": principles, "tlp": tlp}
    stated = {key: value for key, value in given.items() if value is not None}
    made = exported(dossiers, to, story=story, imprint=replace(settings, **stated))
    if output is None:
        put(made)
        return
    refuse_inputs(output, dossiers)
    write_file(output, UTF8_MARK + made if form.media_type == "text/csv" else made)
    tell(f"{to} in {output}")
