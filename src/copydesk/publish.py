"""From results to text and files: which form is made by which renderer."""

import hashlib
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from msgspec.structs import replace

from copydesk.errors import ConfigError, UsageError
from copydesk.records import CheckOutput, ClaimsOutput, Dossier, FoundOutput, Receipt, SignOffs, StoryOutput, TraceOutput
from copydesk.render import found, html, json, listing, markdown, terminal
from copydesk.render.imprint import Imprint, Publication
from copydesk.render.receipt import receipt
from copydesk.render.templating import REPLACEABLE, Template, Templates, refused
from copydesk.signatures import as_signed, load_sign_offs, sign_offs_of, signature

Output = StoryOutput | TraceOutput | ClaimsOutput | CheckOutput | FoundOutput


class Look(NamedTuple):
    """How a result looks.

    Attributes:
        width: Columns of a terminal.
        colour: Whether a terminal shows colour.
        templates: A house's templates for pages and Markdown.
        imprint: Who publishes it.
    """

    width: int = 88
    colour: bool = False
    templates: Templates = ()
    imprint: Imprint = Imprint()


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
    return html.story_page(output.dossiers[0], output.run, output.skipped, look.templates, Publication(look.imprint))


def is_bulletin(output: StoryOutput) -> bool:
    """Return whether an output's reports are paragraphs of one document."""
    return bool(output.dossiers) and all(d.report.form == "bulletin" for d in output.dossiers)


def story_as_text(output: StoryOutput, look: Look) -> str:
    """Return stories, or a bulletin of them, for a terminal."""
    return terminal.bulletin(output, *look[:2]) if is_bulletin(output) else terminal.story(output, *look[:2])


def story_as_markdown(output: StoryOutput, look: Look) -> str:
    """Return stories, or a bulletin of them, as Markdown."""
    return markdown.bulletin(output, look.templates) if is_bulletin(output) else markdown.stories(output, look.templates)


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
    (CheckOutput, "html"): lambda output, look: html.check_page(output, look.templates),
    (FoundOutput, "terminal"): lambda output, look: found.found(output, *look[:2]),
    (FoundOutput, "json"): lambda output, look: json.encode(output),
}


def rendered(  # noqa: PLR0913 -- how a result looks, by name
    output: Output,
    form: str,
    width: int = 88,
    *,
    colour: bool = False,
    templates: Templates = (),
    imprint: Imprint | None = None,
) -> str | bytes:
    """Return a result in one of its forms.

    Args:
        output: What `story`, `trace`, `claims`, `check` or `archive find` gave.
        form: `terminal` or `json`; for claims also `csv`; for a story also `markdown`, and `html` where it is one story; for a
            checked draft also `html`.
        width: Columns of a terminal.
        colour: Whether a terminal shows colour.
        templates: A house's templates for pages and Markdown.
        imprint: Who publishes it; told by pages.

    Raises:
        UsageError: The result has no such form.
        ConfigError: A house's template is broken.
    """
    render = FORMS.get((type(output), form))
    if render is None:
        raise UsageError(f"there is no form {form!r} for this result.")
    return render(output, Look(width, colour, templates, imprint or Imprint()))


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


def pages(
    output: StoryOutput,
    templates: Templates = (),
    imprint: Imprint | None = None,
    sign_offs: Mapping[str, SignOffs] | None = None,
) -> dict[str, bytes]:
    """Return the files of a folder of stories: `index.html`, and for each story a page, Markdown, JSON and a receipt.

    Of a bulletin, `index.html` is the bulletin itself, and it stands beside the stories as `bulletin.md` and `bulletin.json`.

    Args:
        output: The stories.
        templates: A house's templates for pages and Markdown.
        imprint: Who publishes them.
        sign_offs: File name of a story's page, without its ending -> what was signed of it before, as `signed_in` gives it.

    Returns:
        Plain file name -> content, in the order of the stories.
    """
    stems = html.page_names(output, "")
    look = Look(templates=templates, imprint=imprint or Imprint())
    told = [
        edition(alone(output, dossier), stem, look, (sign_offs or {}).get(stem))
        for dossier, stem in zip(output.dossiers, stems, strict=True)
    ]
    found = replace(output, dossiers=tuple(one.output.dossiers[0] for one in told))
    publications = [one.publication for one in told]
    front = html.bulletin_page if is_bulletin(output) else html.index_page
    files = {"index.html": front(found, [f"{stem}.html" for stem in stems], templates, publications).encode()}
    if is_bulletin(output):
        text = markdown.bulletin(found, templates, [one.signature for one in publications])
        files |= {"bulletin.md": text.encode(), "bulletin.json": json.encode(output)}
    return {**files, **{name: content for one in told for name, content in one.files().items()}}


class Edition(NamedTuple):
    """One story, ready to be printed.

    Attributes:
        stem: What its files are called.
        content: Its JSON, as copydesk wrote it.
        written: What that holds.
        output: The same as it was signed.
        publication: Who answers for it.
        templates: A house's templates for pages and Markdown.
    """

    stem: str
    content: bytes
    written: StoryOutput
    output: StoryOutput
    publication: Publication
    templates: Templates

    def files(self) -> dict[str, bytes]:
        """Return page, Markdown, JSON and receipt by their file names."""
        (dossier,), run, skipped = self.output.dossiers, self.output.run, self.output.skipped
        signature = self.publication.signature
        own = {
            f"{self.stem}.html": html.story_page(dossier, run, skipped, self.templates, self.publication).encode(),
            f"{self.stem}.md": markdown.story(dossier, run, templates=self.templates, signature=signature).encode(),
            f"{self.stem}.json": self.content,
        }
        return {**own, f"{self.stem}.receipt.json": json.encode(receipt(self.written.dossiers[0], run, own))}


def edition(output: StoryOutput, stem: str, look: Look, sign_offs: SignOffs | None, content: bytes | None = None) -> Edition:
    """Return one story ready to be printed.

    Args:
        output: The story, as copydesk wrote it.
        stem: What its files are called.
        look: How it looks.
        sign_offs: What was signed of it before.
        content: Its JSON; made of the story where not given.
    """
    content = content if content is not None else json.encode(output)
    signed = signature(sign_offs, content)
    printed = alone(output, as_signed(output.dossiers[0], signed))
    return Edition(stem, content, output, printed, Publication(look.imprint, signed, f"{stem}.html"), look.templates)


def signed_anew(before: Edition, now: Edition, found: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of a story that a new sign-off changes: page and Markdown, if nobody changed them, and the receipt.

    Args:
        before: The story before the sign-off.
        now: The same after it.
        found: What stands in its folder, by file names.
    """
    old, new = before.files(), now.files()
    files = {name: new[name] for name in (f"{now.stem}.html", f"{now.stem}.md") if found.get(name) == old[name]}
    name = f"{now.stem}.receipt.json"
    try:
        known = msgspec.json.decode(found.get(name, b""), type=Receipt)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return files
    digests = {one: hashlib.sha256(content).hexdigest() for one, content in files.items()}
    return {**files, name: json.encode(replace(known, files={**known.files, **digests}))} if files else {}


def signed_in(folder: Path, output: StoryOutput) -> dict[str, SignOffs]:
    """Return what was signed before of the stories that are to be written into a folder, by the names of their files.

    Raises:
        UsageError: A record of sign-offs cannot be read.
    """
    found = ((stem, load_sign_offs(sign_offs_of(folder / f"{stem}.json"))) for stem in html.page_names(output, ""))
    return {stem: sign_offs for stem, sign_offs in found if sign_offs is not None}


def alone(output: StoryOutput, dossier: Dossier) -> StoryOutput:
    """Return an output with one of its dossiers."""
    return replace(output, dossiers=(dossier,))


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an output.

    Args:
        name: `story`, `trace`, `claims`, `check` or `found`.
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(OUTPUTS[name])}
