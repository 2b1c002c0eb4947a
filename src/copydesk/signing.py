"""A person's sign-off on a story: who, when, on which version, and what they changed, each change held against the articles.

STORY.json -> which bytes were signed
STORY.md, edited -> its sentences beside those that copydesk printed -> what changed -> checked against the story's articles
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeVar

import msgspec

from copydesk.drafts import checked
from copydesk.errors import NothingToCheck, UsageError
from copydesk.inputs import Setup, mark_all
from copydesk.manuscript import manuscript
from copydesk.records import Article, ArticleEntry, Dossier, Edit, SignOff, SignOffs, StoryOutput
from copydesk.render.returned import sentences_of

SCHEMA = 1
T = TypeVar("T")


@dataclass(frozen=True)
class Story:
    """A story as it was written into a file.

    Attributes:
        path: The file.
        sha256: Digest of its bytes.
        output: What it holds.
    """

    path: Path
    sha256: str
    output: StoryOutput

    @property
    def dossier(self) -> Dossier:
        """The one story in it."""
        return self.output.dossiers[0]


def load_story(path: Path) -> Story:
    """Read a story's JSON file.

    Raises:
        UsageError: The file cannot be read, is no story's, or holds several.
    """
    content = _bytes(path)
    output = _decoded(content, StoryOutput, path, "copydesk story -o FOLDER writes one beside each page")
    if len(output.dossiers) != 1:
        raise UsageError(
            f"{path}: holds {len(output.dossiers)} stories; sign the file of one, as copydesk story -o FOLDER writes it."
        )
    return Story(path, hashlib.sha256(content).hexdigest(), output)


def load_sign_offs(path: Path) -> SignOffs | None:
    """Read what was signed before; None where there is no such file.

    Raises:
        UsageError: The file is no record of sign-offs.
    """
    if not path.exists():
        return None
    return _decoded(_bytes(path), SignOffs, path, "move it away and sign again")


def sign_offs_of(story: Path) -> Path:
    """Return the file beside a story that holds its sign-offs."""
    return story.with_name(f"{story.name.removesuffix('.json')}.signoff.json")


def signed(story: Story, earlier: SignOffs | None, sign_off: SignOff) -> SignOffs:
    """Return a story's sign-offs with one more."""
    before = earlier.signed if earlier else ()
    return SignOffs(schema=SCHEMA, story_id=story.dossier.story.id, signed=(*before, sign_off))


def stands(story: Story, earlier: SignOffs | None) -> SignOff | None:
    """Return the last sign-off, if it is on these very bytes; None where nobody signed them, or they changed since."""
    last = earlier.signed[-1] if earlier and earlier.signed else None
    return last if last and last.sha256 == story.sha256 else None


def edits(story: Story, markdown: str, setup: Setup) -> tuple[Edit, ...]:
    """Return what a person changed in a story's Markdown, each new wording held against the story's articles.

    Args:
        story: The story.
        markdown: Its Markdown as edited; only headline, dek and sections count, what stands behind them is the apparatus.
        setup: How to run.
    """
    report = story.dossier.report
    printed = [report.headline.text, report.dek.text, *(s.text for section in report.sections for s in section.sentences)]
    headings = {section.heading for section in report.sections}
    written = [line for line in sentences_of(markdown) if line not in headings]
    found = []
    for before, after in changes(printed, written):
        found.append(judged(before, after, story, setup) if after else Edit(before=before, after=None, label=None, reasons=()))
    return tuple(found)


def judged(before: str | None, after: str, story: Story, setup: Setup) -> Edit:
    """Return an edit with the verdict on its new wording; the worst one where that is several sentences."""
    articles = mark_all([article_of(entry) for entry in story.dossier.articles], setup)
    try:
        output = checked(manuscript(after), articles, (), setup)
    except NothingToCheck:
        return Edit(before=before, after=after, label=None, reasons=())
    worst = max(output.sentences, key=lambda s: ("supported", "partly", "unsupported", "contradicted").index(s.verdict.label))
    failed = tuple(f"{c.kind}: {c.text}" for s in output.sentences for c in s.verdict.checks if c.outcome != "found")
    return Edit(before=before, after=after, label=worst.verdict.label, reasons=failed)


def article_of(entry: ArticleEntry) -> Article:
    """Return an article of a dossier as it was read."""
    shared = {name: getattr(entry, name) for name in ("id", "location", "text", "outlet", "title", "byline", "language", "genre")}
    return Article(**shared, sha256="", blocks=(), url=entry.url, published=entry.published)


def changes(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Yield what was replaced, taken out or put in, line by line."""
    for tag, i, j, k, m in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        old: list[str | None] = [*before[i:j]]
        new: list[str | None] = [*after[k:m]]
        size = max(len(old), len(new))
        yield from zip(old + [None] * (size - len(old)), new + [None] * (size - len(new)), strict=True)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}.") from error


def _decoded(content: bytes, kind: type[T], path: Path, way_out: str) -> T:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is not what was expected ({error}); {way_out}.") from error
