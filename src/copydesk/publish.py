"""From results to text and files: which form is made by which renderer."""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace

from copydesk.errors import UsageError
from copydesk.records import CheckOutput, ClaimsOutput, Dossier, FoundOutput, StoryOutput, TraceOutput
from copydesk.render import found, html, json, listing, markdown, terminal
from copydesk.render.receipt import receipt

Output = StoryOutput | TraceOutput | ClaimsOutput | CheckOutput | FoundOutput
Look = tuple[int, bool]

OUTPUTS: dict[str, type[Output]] = {
    "story": StoryOutput,
    "trace": TraceOutput,
    "claims": ClaimsOutput,
    "check": CheckOutput,
    "found": FoundOutput,
}


def story_as_html(output: StoryOutput, look: Look) -> str:
    """Return the one story as a page."""
    if len(output.dossiers) != 1:
        raise UsageError(f"{len(output.dossiers)} stories do not fit on one page: write them into a folder with -o.")
    return html.story_page(output.dossiers[0], output.run, output.skipped)


FORMS: dict[tuple[type[Output], str], Callable[[Any, Look], str | bytes]] = {
    (StoryOutput, "terminal"): lambda output, look: terminal.story(output, *look),
    (StoryOutput, "json"): lambda output, look: json.encode(output),
    (StoryOutput, "markdown"): lambda output, look: markdown.stories(output),
    (StoryOutput, "html"): story_as_html,
    (TraceOutput, "terminal"): lambda output, look: terminal.trace(output, *look),
    (TraceOutput, "json"): lambda output, look: json.encode(output),
    (ClaimsOutput, "terminal"): lambda output, look: listing.claims(output, *look),
    (ClaimsOutput, "json"): lambda output, look: json.encode(output),
    (ClaimsOutput, "csv"): lambda output, look: listing.table(output),
    (CheckOutput, "terminal"): lambda output, look: terminal.check(output, *look),
    (CheckOutput, "json"): lambda output, look: json.encode(output),
    (CheckOutput, "html"): lambda output, look: html.check_page(output),
    (FoundOutput, "terminal"): lambda output, look: found.found(output, *look),
    (FoundOutput, "json"): lambda output, look: json.encode(output),
}


def rendered(output: Output, form: str, width: int = 88, *, colour: bool = False) -> str | bytes:
    """Return a result in one of its forms.

    Args:
        output: What `story`, `trace`, `claims`, `check` or `archive find` gave.
        form: `terminal` or `json`; for claims also `csv`; for a story also `markdown`, and `html` where it is one story.
        width: Columns of a terminal.
        colour: Whether a terminal shows colour.

    Raises:
        UsageError: The result has no such form.
    """
    render = FORMS.get((type(output), form))
    if render is None:
        raise UsageError(f"there is no form {form!r} for this result.")
    return render(output, (width, colour))


def pages(output: StoryOutput) -> dict[str, bytes]:
    """Return the files of a folder of stories: `index.html`, and for each story a page, Markdown, JSON and a receipt.

    Returns:
        Plain file name -> content, in the order of the stories.
    """
    names = html.page_names(output)
    files = {"index.html": html.index_page(output, names).encode()}
    for dossier, name in zip(output.dossiers, names, strict=True):
        stem = name.removesuffix(".html")
        files[name] = html.story_page(dossier, output.run, output.skipped).encode()
        files[f"{stem}.md"] = markdown.story(dossier, output.run).encode()
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
