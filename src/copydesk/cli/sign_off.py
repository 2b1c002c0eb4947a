"""`copydesk sign-off`."""

from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from copydesk.chaining import altered, entries
from copydesk.cli.folder import rewrite, write_file
from copydesk.cli.options import config_option, setup_from, templates_option
from copydesk.cli.output import tell
from copydesk.errors import UsageError
from copydesk.publish import Edition, Look, edition, load_templates, signed_anew
from copydesk.records import Edit, SignOff
from copydesk.signatures import load_sign_offs, sign_offs_of, signature, told
from copydesk.signing import edits, load_story, signed

EPILOG = """\b
Examples:
  copydesk sign-off out/ferry.json --by "Ana Berg"
  copydesk sign-off out/ferry.json --by "Ana Berg" --note "checked with the port" --edited out/ferry.md
  copydesk sign-off out/ferry.json --check

\b
Exit code 1: with --check, when nobody signed this version; with --edited, when an edited
sentence is not supported and --anyway was not given (then nothing is written).
"""
REFUSED = 1
REPAIR = "Put the record back as it was, or move it away and sign the story again."
WAY_OUT = "Markdown with that: copydesk export --to markdown; a page: the same copydesk story -o again."


@click.command(epilog=EPILOG)
@click.argument("story", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--by", metavar="NAME", help="Who signs.")
@click.option("--note", default="", metavar="TEXT", help="What they say to it.")
@click.option(
    "--edited", type=click.Path(path_type=Path, dir_okay=False), help="The story's Markdown as edited: each change is checked."
)
@click.option("--anyway", is_flag=True, help="Sign although an edited sentence is not supported.")
@click.option(
    "--check",
    "only_check",
    is_flag=True,
    help="Only say whether this version is signed and by whom, and whether the record is whole.",
)
@templates_option
@config_option
@click.pass_context
def sign_off(
    context: click.Context,
    story: Path,
    by: str | None,
    note: str,
    edited: Path | None,
    anyway: bool,  # noqa: FBT001 -- an option
    only_check: bool,  # noqa: FBT001 -- an option
    templates_path: Path | None,
    config_path: Path | None,
) -> None:
    """Record that a person has read a story and lets it run.

    STORY is the JSON file that `copydesk story -o FOLDER` writes beside a page. The record, STORY.signoff.json, says who signed
    which version when, and what they changed. Page and Markdown beside it then say so, in the words that were signed; so does every
    export.
    """
    signing = load_story(story)
    path = sign_offs_of(story)
    earlier = load_sign_offs(path)
    if only_check:
        known = signature(earlier, signing.content)
        for line in entries(earlier):
            tell(line)
        tell(told(known))
        context.exit(0 if known and known.stands else REFUSED)
    if earlier and (changed := altered(earlier)):
        raise UsageError(f"{path}: was changed after it was written ({changed}). {REPAIR}")
    if not by or not by.strip():
        raise click.UsageError("Who signs? Say so with --by NAME, or ask with --check.")
    setup = setup_from(config_path, None)
    templates = load_templates(templates_path) if templates_path else ()
    edited_by = edits(signing, _text(edited), setup, templates) if edited else ()
    doubtful = [edit for edit in edited_by if edit.label not in (None, "supported")]
    for edit in edited_by:
        tell(_line(edit))
    if doubtful and not anyway:
        tell(f"not signed: {len(doubtful)} of {len(edited_by)} changes are not supported; --anyway signs all the same")
        context.exit(REFUSED)
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    version = signing.output.run.version
    new = SignOff(by=by.strip(), when=when, note=note, sha256=signing.sha256, version=version, edits=edited_by)
    after = signed(signing, earlier, new)
    write_file(path, msgspec.json.format(msgspec.json.encode(after), indent=2))
    tell(f"signed by {new.by}: {path}")
    look = Look(templates=templates, imprint=setup.config.imprint)
    before, now = (edition(signing.output, story.stem, look, one, signing.content) for one in (earlier, after))
    _print_anew(story.parent, before, now)


def _print_anew(folder: Path, before: Edition, now: Edition) -> None:
    """Have the page and the Markdown beside a story say who signed it; what a person changed there is left alone."""
    names = [f"{now.stem}{ending}" for ending in (".html", ".md", ".receipt.json")]
    found = {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}
    files = signed_anew(before, now, found)
    rewrite(folder, files)
    for name in names[:2]:
        if name in found and name not in files:
            tell(f"{folder / name} is not as copydesk wrote it and was left so: it does not say who signed. {WAY_OUT}")


def _line(edit: Edit) -> str:
    """Return a change in a line."""
    if edit.after is None:
        return f"- {edit.before}"
    verdict = f"{edit.label}{': ' + '; '.join(edit.reasons) if edit.reasons else ''}" if edit.label else "nothing to check"
    return f"+ {edit.after}  [{verdict}]"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as UTF-8 text.") from error
