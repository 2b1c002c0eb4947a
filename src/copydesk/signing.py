"""A person's sign-off on a story: who, when, on which version, and what they changed, each change held against the articles.

STORY.json -> which bytes were signed
STORY.md, edited -> its sentences beside those that copydesk printed -> what changed -> checked against the story's articles
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from copydesk.drafts import checked
from copydesk.errors import NothingToCheck, UsageError
from copydesk.inputs import Setup, mark_all
from copydesk.manuscript import manuscript
from copydesk.records import Article, ArticleEntry, Dossier, Edit, Marked, SignOff, SignOffs, StoryOutput, Verdict
from copydesk.render.returned import Line, lines_of

SCHEMA = 1
LABELS = ("supported", "partly", "unsupported", "contradicted")  # from the best to the worst


class Change(NamedTuple):
    """A change that a person made.

    Attributes:
        place: Which sentence of the report it is, from 1; of one that was put in, behind which it stands.
        before: The sentence as it was printed; None for one that was put in.
        after: As it stands now; None for one that was taken out.
        heading: The heading under which it stands now.
    """

    place: int
    before: str | None
    after: str | None
    heading: str


@dataclass(frozen=True)
class Story:
    """A story as it was written into a file.

    Attributes:
        path: The file.
        content: Its bytes.
        output: What it holds.
    """

    path: Path
    content: bytes
    output: StoryOutput

    @property
    def sha256(self) -> str:
        """Digest of its bytes, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

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
    output = _decoded(content, path)
    if len(output.dossiers) != 1:
        raise UsageError(
            f"{path}: holds {len(output.dossiers)} stories; sign the file of one, as copydesk story -o FOLDER writes it."
        )
    return Story(path, content, output)


def signed(story: Story, earlier: SignOffs | None, sign_off: SignOff) -> SignOffs:
    """Return a story's sign-offs with one more."""
    before = earlier.signed if earlier else ()
    return SignOffs(schema=SCHEMA, story_id=story.dossier.story.id, signed=(*before, sign_off))


def edits(story: Story, markdown: str, setup: Setup) -> tuple[Edit, ...]:
    """Return what a person changed in a story's Markdown, each new wording held against the story's articles.

    Args:
        story: The story.
        markdown: Its Markdown as edited; only headline, dek and sections count, what stands behind them is the apparatus.
        setup: How to run.

    Raises:
        UsageError: The headline or the sentence under it was taken out, or a heading changed.
    """
    report = story.dossier.report
    printed = [report.headline.text, report.dek.text, *(s.text for section in report.sections for s in section.sentences)]
    headings = {section.heading for section in report.sections}
    lines = tuple(lines_of(markdown))
    foreign = next((line.text for line in lines if line.level > 1 and line.text not in headings), None)
    if foreign is not None:
        raise UsageError(f"the heading “{foreign}” is none of the story’s: sentences may change, headings stay as they are.")
    written = [line for line in lines if line.level < 2]
    found = tuple(changes(printed, written))
    if any(after is None for place, _, after, _ in found if place <= 2):
        raise UsageError("the headline and the sentence under it may change, and must not go: every page and export needs them.")
    articles = mark_all([article_of(entry) for entry in story.dossier.articles], setup) if found else ()
    return tuple(edit(one, articles, setup) for one in found)


def edit(change: Change, articles: Sequence[Marked], setup: Setup) -> Edit:
    """Return a change with the verdict on its new wording; the worst one where that is several sentences."""
    place, before, after, heading = change
    bare = Edit(before=before, after=after, label=None, reasons=(), place=place, heading=heading)
    if after is None:
        return bare
    try:
        output = checked(manuscript(after), articles, (), setup)
    except NothingToCheck:
        return bare
    failed = tuple(f"{c.kind}: {c.text}" for s in output.sentences for c in s.verdict.checks if c.outcome != "found")
    verdict = worst([sentence.verdict for sentence in output.sentences])
    return replace(bare, label=verdict.label, reasons=failed, verdict=verdict)


def worst(verdicts: Sequence[Verdict]) -> Verdict:
    """Return the worst of the verdicts on some sentences as that on all of them together, with the evidence and checks of each."""
    found = max(verdicts, key=lambda verdict: LABELS.index(verdict.label))
    evidence = tuple(dict.fromkeys(passage for verdict in verdicts for passage in verdict.evidence))
    return replace(found, checks=tuple(check for verdict in verdicts for check in verdict.checks), evidence=evidence)


def article_of(entry: ArticleEntry) -> Article:
    """Return an article of a dossier as it was read."""
    shared = {name: getattr(entry, name) for name in ("id", "location", "text", "outlet", "title", "byline", "language", "genre")}
    return Article(**shared, sha256="", blocks=(), url=entry.url, published=entry.published)


def changes(before: Sequence[str], after: Sequence[Line]) -> Iterator[Change]:
    """Yield what was replaced, taken out or put in, sentence by sentence.

    Args:
        before: The sentences as they were printed.
        after: The lines as a person left them.
    """
    for tag, i, j, k, m in SequenceMatcher(a=before, b=[line.text for line in after], autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for step in range(max(j - i, m - k)):
            old = before[i + step] if i + step < j else None
            new = after[k + step] if k + step < m else None
            yield Change(i + step + 1 if old is not None else j, old, new.text if new else None, new.heading if new else "")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}.") from error


def _decoded(content: bytes, path: Path) -> StoryOutput:
    try:
        return msgspec.json.decode(content, type=StoryOutput)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        way_out = "copydesk story -o FOLDER writes one beside each page"
        raise UsageError(f"{path}: is not what was expected ({error}); {way_out}.") from error
