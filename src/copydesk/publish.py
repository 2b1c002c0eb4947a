"""From results to text and files: which form is made by which renderer."""

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from copydesk.errors import ConfigError, UsageError
from copydesk.records import CheckOutput, ClaimsOutput, Dossier, FoundOutput, StoryOutput, TraceOutput
from copydesk.render import found, html, json, listing, markdown, terminal
from copydesk.render.receipt import receipt
from copydesk.render.templating import REPLACEABLE, Template, Templates, refused

Output = StoryOutput | TraceOutput | ClaimsOutput | CheckOutput | FoundOutput


class Look(NamedTuple):
    """How a result looks.

    Attributes:
        width: Columns of a terminal.
        colour: Whether a terminal shows colour.
        templates: A house's templates for pages and Markdown.
    """

    width: int = 88
    colour: bool = False
    templates: Templates = ()


OUTPUTS: dict[str, type[Output]] = {
    "story": StoryOutput,
    "trace": TraceOutput,
    "claims": ClaimsOutput,
    "check": CheckOutput,
    "found": FoundOutput,
}


def story_as_html(output: StoryOutput, look: Look) -> str:
    """Return the one story as a page, or a bulletin of several."""
    if is_bulletin(output):
        return html.bulletin_page(output, templates=look.templates)
    if len(output.dossiers) != 1:
        raise UsageError(f"{len(output.dossiers)} stories do not fit on one page: write them into a folder with -o.")
    return html.story_page(output.dossiers[0], output.run, output.skipped, look.templates)


def is_bulletin(output: StoryOutput) -> bool:
    """Return whether an output's reports are paragraphs of one document."""
    return bool(output.dossiers) and all(d.report.form == "bulletin" for d in output.dossiers)


def story_as_text(output: StoryOutput, look: Look) -> str:
    """Return stories, or a bulletin of them, for a terminal."""
    return terminal.bulletin(output, *look[:2]) if is_bulletin(output) else terminal.story(output, *look[:2])


def story_as_markdown(output: StoryOutput, look: Look) -> str:
    """Return stories, or a bulletin of them, as Markdown."""
    return markdown.bulletin(output) if is_bulletin(output) else markdown.stories(output, look.templates)


FORMS: dict[tuple[type[Output], str], Callable[[Any, Look], str | bytes]] = {
    (StoryOutput, "terminal"): story_as_text,
    (StoryOutput, "json"): lambda output, look: json.encode(output),
    (StoryOutput, "markdown"): story_as_markdown,
    (StoryOutput, "html"): story_as_html,
    (TraceOutput, "terminal"): lambda output, look: terminal.trace(output, *look[:2]),
    (TraceOutput, "json"): lambda output, look: json.encode(output),
    (ClaimsOutput, "terminal"): lambda output, look: listing.claims(output, *look[:2]),
    (ClaimsOutput, "json"): lambda output, look: json.encode(output),
    (ClaimsOutput, "csv"): lambda output, look: listing.table(output),
    (CheckOutput, "terminal"): lambda output, look: terminal.check(output, *look[:2]),
    (CheckOutput, "json"): lambda output, look: json.encode(output),
    (CheckOutput, "html"): lambda output, look: html.check_page(output),
    (FoundOutput, "terminal"): lambda output, look: found.found(output, *look[:2]),
    (FoundOutput, "json"): lambda output, look: json.encode(output),
}


def rendered(output: Output, form: str, width: int = 88, *, colour: bool = False, templates: Templates = ()) -> str | bytes:
    """Return a result in one of its forms.

    Args:
        output: What `story`, `trace`, `claims`, `check` or `archive find` gave.
        form: `terminal` or `json`; for claims also `csv`; for a story also `markdown`, and `html` where it is one story.
        width: Columns of a terminal.
        colour: Whether a terminal shows colour.
        templates: A house's templates for pages and Markdown.

    Raises:
        UsageError: The result has no such form.
        ConfigError: A house's template is broken.
    """
    render = FORMS.get((type(output), form))
    if render is None:
        raise UsageError(f"there is no form {form!r} for this result.")
    return render(output, Look(width, colour, templates))


def load_templates(folder: Path) -> Templates:
    """Read a house's templates: the files of a folder that have the name of one of ours.

    Raises:
        ConfigError: The folder or a file cannot be read, has a name that none of ours has, or would let text through unescaped.
    """
    try:
        files = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
        found = tuple(Template(name=p.name, location=str(p), text=p.read_text(encoding="utf-8")) for p in files)
    except OSError as error:
        raise ConfigError(str(folder), error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(folder), f"holds a file that is no text: {error}") from error
    for template in found:
        if template.name not in REPLACEABLE:
            near = get_close_matches(template.name, REPLACEABLE, n=1)
            raise ConfigError(template.location, f"stands for none of our templates{f'; did you mean {near[0]}?' if near else ''}")
        refused(template)
    return found


def pages(output: StoryOutput, templates: Templates = ()) -> dict[str, bytes]:
    """Return the files of a folder of stories: `index.html`, and for each story a page, Markdown, JSON and a receipt.

    Of a bulletin, `index.html` is the bulletin itself, and it stands beside the stories as `bulletin.md` and `bulletin.json`.

    Returns:
        Plain file name -> content, in the order of the stories.
    """
    names = html.page_names(output)
    front = html.bulletin_page if is_bulletin(output) else html.index_page
    files = {"index.html": front(output, names, templates).encode()}
    if is_bulletin(output):
        files |= {"bulletin.md": markdown.bulletin(output).encode(), "bulletin.json": json.encode(output)}
    for dossier, name in zip(output.dossiers, names, strict=True):
        stem = name.removesuffix(".html")
        files[name] = html.story_page(dossier, output.run, output.skipped, templates).encode()
        files[f"{stem}.md"] = markdown.story(dossier, output.run, templates=templates).encode()
        files[f"{stem}.json"] = json.encode(alone(output, dossier))
        own = {one: files[one] for one in (name, f"{stem}.md", f"{stem}.json")}
        files[f"{stem}.receipt.json"] = json.encode(receipt(dossier, output.run, own))
    return files


def alone(output: StoryOutput, dossier: Dossier) -> StoryOutput:
    """Return an output with one of its dossiers."""
    return replace(output, dossiers=(dossier,))


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an output.

    Args:
        name: `story`, `trace`, `claims`, `check` or `found`.
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(OUTPUTS[name])}
