"""`copydesk sign-off`."""

from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from copydesk.cli.folder import write_file
from copydesk.cli.options import config_option, setup_from
from copydesk.cli.output import tell
from copydesk.errors import UsageError
from copydesk.records import Edit, SignOff
from copydesk.signing import edits, load_sign_offs, load_story, sign_offs_of, signed, stands

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


@click.command(epilog=EPILOG)
@click.argument("story", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--by", metavar="NAME", help="Who signs.")
@click.option("--note", default="", metavar="TEXT", help="What they say to it.")
@click.option(
    "--edited", type=click.Path(path_type=Path, dir_okay=False), help="The story's Markdown as edited: each change is checked."
)
@click.option("--anyway", is_flag=True, help="Sign although an edited sentence is not supported.")
@click.option("--check", "only_check", is_flag=True, help="Only say whether this version is signed, and by whom.")
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
    config_path: Path | None,
) -> None:
    """Record that a person has read a story and lets it run.

    STORY is the JSON file that `copydesk story -o FOLDER` writes beside a page. The record, STORY.signoff.json, says who signed
    which version when, and what they changed.
    """
    signing = load_story(story)
    path = sign_offs_of(story)
    earlier = load_sign_offs(path)
    if only_check:
        last = stands(signing, earlier)
        tell(f"signed by {last.by} on {last.when}" if last else f"nobody has signed this version of {story}")
        context.exit(0 if last else REFUSED)
    if not by or not by.strip():
        raise click.UsageError("Who signs? Say so with --by NAME, or ask with --check.")
    changed = edits(signing, _text(edited), setup_from(config_path, None)) if edited else ()
    doubtful = [edit for edit in changed if edit.label not in (None, "supported")]
    for edit in changed:
        tell(_told(edit))
    if doubtful and not anyway:
        tell(f"not signed: {len(doubtful)} of {len(changed)} changes are not supported; --anyway signs all the same")
        context.exit(REFUSED)
    when = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    version = signing.output.run.version
    new = SignOff(by=by.strip(), when=when, note=note, sha256=signing.sha256, version=version, edits=changed)
    write_file(path, msgspec.json.format(msgspec.json.encode(signed(signing, earlier, new)), indent=2))
    tell(f"signed by {new.by}: {path}")


def _told(edit: Edit) -> str:
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
