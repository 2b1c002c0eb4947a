"""One self-contained page per story, and the page that lists them.

No request leaves a page: style, script and drawings are inside, and its own security policy allows nothing else. It is
complete without the script; the script adds the panel of passages, the comparison of two texts and the switch of colours.
"""

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from copydesk.records import CheckOutput, Dossier, Run, Skipped, StoryOutput
from copydesk.render import disclosing, words
from copydesk.render.checked import CheckPage
from copydesk.render.clean import clean, excerpt, one_line, slug, tail, web_address
from copydesk.render.diff import changes
from copydesk.render.dots import mark
from copydesk.render.exports import jsonld
from copydesk.render.exports.told import Told
from copydesk.render.imprint import UNSIGNED, Publication
from copydesk.render.numbering import Notes, number
from copydesk.render.page import Page
from copydesk.render.shelf import file_name, sides
from copydesk.render.templating import Templates, environment, filled
from copydesk.version import __version__

if TYPE_CHECKING:
    from jinja2 import Environment

_STYLES = ("page.css", "check.css", "dark.css", "print.css")
# File names of pages that are no story's.
_TAKEN = ("index", "bulletin")
_FILTERS = {
    "changes": lambda old, new: tuple(changes(old, new, shortened=True)),
    "day": words.day,
    "excerpt": excerpt,
    "file_name": file_name,
    "listed": words.listed,
    "one_line": one_line,
    "opening": words.opening,
    "origins": words.origins,
    "percent": words.percent,
    "sides": sides,
    "signed_briefly": disclosing.signed_briefly,
    "spelled": words.spelled,
    "tail": tail,
    "web_address": web_address,
}


def story_page(
    dossier: Dossier, run: Run, skipped: Sequence[Skipped] = (), templates: Templates = (), publication: Publication = UNSIGNED
) -> str:
    """Return a story's page as one HTML document.

    Args:
        dossier: The story, as it was signed where a person changed something.
        run: What it was made from.
        skipped: What was not taken in; belongs to the run, not to this story alone.
        templates: A house's templates, in the place of ours.
        publication: Who answers for it.

    Raises:
        ConfigError: A house's template is broken.
    """
    told = Told(dossier, run, publication.imprint, publication.page, publication.signature)
    page = Page(dossier, run, tuple(skipped), publication)
    return _filled("story.html", templates, page=page, structured=_structured(told), version=run.version)


def index_page(
    output: StoryOutput,
    names: Sequence[str] | None = None,
    templates: Templates = (),
    publications: Sequence[Publication] = (),
) -> str:
    """Return the page that lists the stories as one HTML document.

    Args:
        output: The stories.
        names: File names of their pages, in the same order; `page_names(output)` where not given.
        templates: A house's templates, in the place of ours.
        publications: Who answers for each of them, in the same order.
    """
    signatures = [one.signature for one in publications] or [None] * len(output.dossiers)
    linked = tuple(zip(names or page_names(output), output.dossiers, signatures, strict=True))
    return _filled("index.html", templates, output=output, linked=linked, version=output.run.version)


def bulletin_page(
    output: StoryOutput,
    names: Sequence[str] | None = None,
    templates: Templates = (),
    publications: Sequence[Publication] = (),
) -> str:
    """Return the page that tells many stories, a paragraph each, as one HTML document.

    Args:
        output: The stories.
        names: File names of their own pages, in the same order; None where they have none.
        templates: A house's templates, in the place of ours.
        publications: Who answers for each of them, in the same order.
    """
    entries, first = list[tuple[str, Page, Notes]](), 1
    publications = publications or [UNSIGNED] * len(output.dossiers)
    for name, dossier, publication in zip(names or [""] * len(output.dossiers), output.dossiers, publications, strict=True):
        notes = number(dossier.report, first)
        entries.append((name, Page(dossier, output.run, (), publication), notes))
        first += len(notes.passages)
    made = disclosing.made(output.run, signed=any(one.signature for one in publications))
    return _filled("bulletin.html", templates, output=output, entries=tuple(entries), made=made, version=output.run.version)


def check_page(output: CheckOutput, templates: Templates = ()) -> str:
    """Return a checked draft as one HTML document: the draft with marks, and beside each the reason and the passage.

    Args:
        output: What `check` gave.
        templates: A house's templates, in the place of ours.

    Raises:
        ConfigError: A house's template is broken.
    """
    return _filled("check.html", templates, page=CheckPage(output), version=__version__)


def page_names(output: StoryOutput, ending: str = ".html") -> tuple[str, ...]:
    """Return a file name for each story's page: its headline's words and, where two are alike, a number."""
    names: dict[str, None] = {}
    for dossier in output.dossiers:
        stem = slug(dossier.story.headline) or "story"
        name, count = stem, 1
        while name in names or name in _TAKEN:
            count += 1
            name = f"{stem}-{count}"
        names[name] = None
    return tuple(name + ending for name in names)


def _filled(name: str, templates: Templates, **values: object) -> str:
    return filled(_environment(templates), name, templates, {**values, "assets": _assets()})


@cache
def _environment(templates: Templates = ()) -> "Environment":
    """Return the templates, compiled once."""
    found = environment(templates, _harmless, escape=True)
    found.filters.update(_FILTERS)
    found.globals.update({"words": words, "mark": mark})
    return found


def _harmless(value: object) -> object:
    """Clean every text on its way into a template, so that no place can be forgotten."""
    return clean(value) if type(value) is str else value


def _structured(told: Told) -> object:
    """Return the story for machines, as JSON-LD in which nothing can end a script element; data blocks are never run."""
    from markupsafe import Markup  # noqa: PLC0415 -- comes with jinja2

    return Markup(jsonld.script(told))  # noqa: S704 -- escaped for its place


@cache
def _assets() -> dict[str, object]:
    """Return style sheets and script as they stand in a page, with the digests its security policy allows."""
    from markupsafe import Markup  # noqa: PLC0415 -- comes with jinja2

    folder = files("copydesk.render") / "templates"
    texts = {name: (folder / name).read_text(encoding="utf-8").strip() for name in (*_STYLES, "page.js")}
    digests = {name: f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for name, text in texts.items()}
    styles = " ".join(digests[name] for name in _STYLES)
    script = digests["page.js"]
    policy = f"default-src 'none'; style-src {styles}; script-src {script}; img-src data:; base-uri 'none'; form-action 'none'"
    return {"policy": Markup(policy), **{name.replace(".", "_"): Markup(text) for name, text in texts.items()}}  # noqa: S704 -- our own files
