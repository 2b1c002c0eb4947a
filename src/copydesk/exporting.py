"""From dossiers on disk to the forms that other systems take.

    story JSON ──load──▶ Told, one for each story ──FORMATS──▶ bytes

`FORMATS` is the table of all forms: which function makes each, its media type, how its files end.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from copydesk.config import unreachable
from copydesk.errors import DossierError, UsageError
from copydesk.loading import SCHEMA, load
from copydesk.records import Signature, StoryOutput
from copydesk.render import markdown
from copydesk.render.exports import (
    docx,
    feeds,
    json_feed,
    jsonld,
    kite,
    newsml_g2,
    ninjs,
    nitf,
    parquet,
    stix,
    tables,
)
from copydesk.render.exports.told import Told
from copydesk.render.imprint import Imprint, Tlp
from copydesk.render.numbering import by_importance
from copydesk.signatures import as_signed, load_sign_offs, sign_offs_of, signature

__all__ = ["FORMATS", "TLP", "Format", "Imprint", "Tlp", "export", "load_stories"]

BESIDE = (".receipt.json", ".signoff.json")  # how files end that stand beside a story's in its folder
TOGETHER = "bulletin.json"  # where a folder's stories stand once more, in one file
TLP = tuple(stix.MARKS)  # how far a STIX bundle may be passed on
PARQUET = "application/vnd.apache.parquet"
Export = Callable[[Sequence[Told]], str | bytes]


def _markdown(stories: Sequence[Told]) -> str:
    """Return stories as Markdown, those of a bulletin as one text with a paragraph each."""
    if stories and all(told.dossier.report.form == "bulletin" for told in stories):
        output = StoryOutput(schema=SCHEMA, run=stories[0].run, skipped=(), dossiers=tuple(told.dossier for told in stories))
        return markdown.bulletin(output, signatures=[told.signature for told in stories])
    return "\n---\n\n".join(_numbered_through(stories))


def _numbered_through(stories: Sequence[Told]) -> Iterator[str]:
    first = 1
    for told in stories:
        yield markdown.story(told.dossier, told.run, first, signature=told.signature)
        first += len(told.notes.passages)


class Format(NamedTuple):
    """A form that stories are exported in.

    Attributes:
        render: The function that makes it.
        media_type: Its media type.
        ending: How its files end.
        many: Whether one file holds several stories.
        about: What it is, a phrase for people.
        binary: Whether it is nothing to show in a terminal.
        empty: Whether it may hold no story at all, as a feed and a table may.
    """

    render: Export
    media_type: str
    ending: str
    many: bool
    about: str
    binary: bool = False
    empty: bool = True


FORMATS: dict[str, Format] = {
    "ninjs": Format(ninjs.items, "application/json", ".json", True, "IPTC ninjs 3.1", empty=False),
    "newsml-g2": Format(newsml_g2.items, "application/vnd.iptc.g2.newsitem+xml", ".xml", True, "IPTC NewsML-G2 2.35", empty=False),
    "nitf": Format(lambda some: nitf.document(*some), "application/nitf+xml", ".xml", False, "IPTC NITF 3.6", empty=False),
    "jsonld": Format(
        lambda some: jsonld.article(*some), "application/ld+json", ".jsonld", False, "schema.org NewsArticle", empty=False
    ),
    "atom": Format(feeds.atom, "application/atom+xml", ".xml", True, "Atom feed"),
    "rss": Format(feeds.rss, "application/rss+xml", ".xml", True, "RSS 2.0 feed"),
    "json-feed": Format(json_feed.feed, "application/feed+json", ".json", True, "JSON Feed 1.1"),
    "kite": Format(kite.category, "application/json", ".json", True, "story JSON for readers of Kite"),
    "markdown": Format(_markdown, "text/markdown", ".md", True, "Markdown with footnotes"),
    "docx": Format(
        lambda some: docx.document(*some),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".docx",
        False,
        "Word with footnotes",
        binary=True,
        empty=False,
    ),
    "claims-csv": Format(tables.claims, "text/csv", ".csv", True, "claims, for spreadsheets"),
    "initiatives-csv": Format(tables.initiatives, "text/csv", ".csv", True, "what was announced, for spreadsheets"),
    "claims-parquet": Format(parquet.claims, PARQUET, ".parquet", True, "claims; needs [archive]", binary=True),
    "initiatives-parquet": Format(
        parquet.initiatives, PARQUET, ".parquet", True, "what was announced; needs [archive]", binary=True
    ),
    "stix": Format(stix.bundle, "application/stix+json;version=2.1", ".json", True, "STIX 2.1 reports with a TLP mark"),
}


def export(
    dossiers: StoryOutput | Iterable[str | Path], to: str, *, story: str | None = None, imprint: Imprint | None = None
) -> bytes:
    """Return stories in a form that other systems take.

    Of several stories, feeds have the newest first; every other form has them in the order of a bulletin, the most important first.

    Args:
        dossiers: What `story` gave, or files that hold it as JSON, folders of such files, `-` for standard input.
        to: The form, a key of `FORMATS`.
        story: The id of the one story that is meant, or its number from 1.
        imprint: Who publishes them.

    Raises:
        UsageError: There is no such form or story, the form holds one story and several are given, or an address is none.
        DossierError: A file holds no stories of copydesk.
        MissingExtra: The form needs a library that is not installed.
    """
    form = FORMATS.get(to)
    if form is None:
        raise UsageError(f"there is no export called {to!r}; there are {', '.join(FORMATS)}.")
    imprint = imprint or Imprint()
    for key, problem in unreachable(imprint):
        raise UsageError(f"{key.replace('_', '-')}: {problem}.")
    stories = _told(dossiers, imprint, None) if isinstance(dossiers, StoryOutput) else load_stories(dossiers, imprint)
    chosen = _chosen(tuple(stories), story)
    if not chosen and not form.empty:
        raise UsageError(f"there is no story to export, and {to} cannot hold none.")
    if len(chosen) != 1 and not form.many:
        listed = "".join(f"\n  {told.dossier.story.id}  {told.headline}" for told in chosen[:20])
        raise UsageError(f"{to} holds one story and there are {len(chosen)}; say which with --story ID:{listed}")
    made = form.render(_by_importance(chosen))
    return made.encode("utf-8", errors="replace") if isinstance(made, str) else made


def load_stories(paths: Iterable[str | Path], imprint: Imprint | None = None) -> tuple[Told, ...]:
    """Read stories from their JSON, in the order of the files; of a story that stands in several files the latest telling counts.

    A story is told as it was signed, where a sign-off stands beside its file.

    Args:
        paths: Files, folders whose `.json` files are read, `-` for standard input.
        imprint: Who publishes them.

    Raises:
        DossierError: A file cannot be read, or holds no stories of copydesk, or one that contradicts itself.
        UsageError: A record of sign-offs cannot be read.
    """
    found: dict[str, Told] = {}
    for path in _files(paths):
        content, output = load(path)
        page = None if str(path) == "-" else f"{path.stem}.html"
        for told in _told(output, imprint or Imprint(), page, _signature(path, content, output)):
            known = found.get(told.dossier.story.id)
            if known is None or told.time > known.time:
                found[told.dossier.story.id] = told
    return tuple(found.values())


def _signature(path: Path, content: bytes, output: StoryOutput) -> Signature | None:
    """Return what the sign-off beside a file says of the one story in it."""
    alone = str(path) != "-" and len(output.dossiers) == 1
    return signature(load_sign_offs(sign_offs_of(path)), content) if alone else None


def _by_importance(stories: Sequence[Told]) -> tuple[Told, ...]:
    told = {id(one.dossier): one for one in stories}
    return tuple(told[id(dossier)] for dossier in by_importance([one.dossier for one in stories]))


def _told(output: StoryOutput, imprint: Imprint, page: str | None, signed: Signature | None = None) -> Iterator[Told]:
    for dossier in output.dossiers:
        yield Told(as_signed(dossier, signed), output.run, imprint, page if len(output.dossiers) == 1 else None, signed)


def _chosen(stories: tuple[Told, ...], story: str | None) -> tuple[Told, ...]:
    found = tuple(
        told for number, told in enumerate(stories, start=1) if story is None or story in (str(number), told.dossier.story.id)
    )
    if not found and story is not None:
        ids = ", ".join(told.dossier.story.id for told in stories[:20]) or "none"
        raise UsageError(f"no story is called {story!r}; there are: {ids}")
    return found


def _files(paths: Iterable[str | Path]) -> Iterator[Path]:
    for given in paths:
        path = Path(given)
        if not path.is_dir():
            yield path
            continue
        files = sorted(file for file in path.glob("*.json") if not file.name.startswith(".") and not file.name.endswith(BESIDE))
        files = [file for file in files if file.name != TOGETHER] or files
        if not files:
            raise DossierError(str(path), "there is no JSON in this folder.", "Give the folder that `copydesk story -o` wrote.")
        yield from files
