"""A person's sign-off on a story: who, when, on which version, and what they changed, each change held against the articles.

STORY.json -> which bytes were signed
STORY.md, edited -> its sentences beside those that copydesk printed -> what changed -> checked against the story's articles
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from copydesk.chaining import chained
from copydesk.drafts import checked
from copydesk.errors import NothingToCheck, UsageError
from copydesk.inputs import Setup, mark_all
from copydesk.loading import load
from copydesk.manuscript import manuscript
from copydesk.records import Article, ArticleEntry, Dossier, Edit, Marked, SignOff, SignOffs, StoryOutput, Verdict
from copydesk.render import markdown
from copydesk.render.returned import Line, as_lines, lines_of, paragraphs
from copydesk.render.templating import Templates
from copydesk.signatures import HEAD, SCHEMA

LABELS = ("supported", "partly", "unsupported", "contradicted")  # from the best to the worst


class Change(NamedTuple):
    """A change that a person made.

    Attributes:
        place: Which sentence of the report it is, from 1; of one that was put in, behind which it stands.
        before: The sentence as it was printed; None for one that was put in.
        after: As it stands now; None for one that was taken out.
        heading: The heading under which it stands now; of one that was taken out, under which it stood.
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
        DossierError: The file cannot be read, holds no story of copydesk, or one that contradicts itself.
        UsageError: It is no file, or holds several.
    """
    if str(path) == "-":
        raise UsageError("a sign-off stands beside a story's file and is for its bytes: name the file.")
    content, output = load(path)
    if len(output.dossiers) != 1:
        raise UsageError(
            f"{path}: holds {len(output.dossiers)} stories; sign the file of one, as copydesk story -o FOLDER writes it."
        )
    return Story(path, content, output)


def signed(story: Story, earlier: SignOffs | None, sign_off: SignOff) -> SignOffs:
    """Return a story's sign-offs with one more, chained to the last one."""
    before, story_id = earlier.signed if earlier else (), story.dossier.story.id
    return SignOffs(schema=SCHEMA, story_id=story_id, signed=(*before, chained(sign_off, before, story_id)))


def edits(story: Story, text: str, setup: Setup, templates: Templates = ()) -> tuple[Edit, ...]:
    """Return what a person changed in a story's Markdown, each new wording held against the story's articles.

    Args:
        story: The story.
        text: Its Markdown as edited; only headline, dek and sections count, what stands behind them is the apparatus.
        setup: How to run.
        templates: The house's templates that the Markdown was written with.

    Raises:
        UsageError: The headline or the sentence under it was taken out, or a heading changed or moved.
    """
    told = printed(story)
    lines = tuple(lines_of(text, own_lines(story, templates)))
    well_headed(lines, [line.text for line in told if line.level > 1])
    found = tuple(changes(*([line for line in some if line.level < 2] for some in (told, lines))))
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


def printed(story: Story) -> list[Line]:
    """Return the headline, the sentences and the headings of a story as they are read back from its Markdown, all of them."""
    return list(as_lines(sentences_in(story)))


def own_lines(story: Story, templates: Templates) -> frozenset[str]:
    """Return the paragraphs that a story's Markdown holds beside its sentences and headings, such as how many articles it has."""
    whole = markdown.story(story.dossier, story.output.run, templates=templates)
    return frozenset(paragraphs(whole)).difference(sentences_in(story))


def sentences_in(story: Story) -> list[str]:
    """Return the paragraphs of a story's Markdown that are its headline, its sentences and its headings."""
    parts = markdown.parts(story.dossier, story.output.run, 1)
    head = [part for text in parts["head"] for part in paragraphs(text)][:HEAD]
    return head + [part for text in parts["sections"] for part in paragraphs(text) if part]


def well_headed(lines: Sequence[Line], headings: Iterable[str]) -> None:
    """Raise UsageError where the headline or the sentence under it is gone, or a heading is not the story's or stands elsewhere."""
    heads = [line for line in lines if line.level > 1 or (line.level and line is not lines[0])]
    foreign = next((line.text for line in heads if line.level == 1 or line.text not in headings), None)
    if foreign is not None:
        raise UsageError(f"the heading “{foreign}” is none of the story’s: sentences may change, headings stay as they are.")
    if [line.level for line in lines[:HEAD]] != [1, 0]:
        raise UsageError("the headline and the sentence under it may change, and must not go: every page and export needs them.")
    left = iter(headings)
    moved = next((line.text for line in heads if line.text not in left), None)
    if moved is not None:
        raise UsageError(f"the heading “{moved}” has moved: sentences may change, headings stay where they are.")


def changes(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Change]:
    """Yield what was replaced, taken out or put in, sentence by sentence.

    The first two are the headline and the sentence under it, whatever they say now.

    Args:
        before: The sentences as they were printed.
        after: The lines as a person left them.
    """
    for place, (old, new) in enumerate(zip(before[:HEAD], after[:HEAD], strict=True), start=1):
        if old.text != new.text:
            yield Change(place, old.text, new.text, new.heading)
    olds = [(line.heading, line.text) for line in before[HEAD:]]
    news = [(line.heading, line.text) for line in after[HEAD:]]
    for tag, i, j, k, m in SequenceMatcher(a=olds, b=news, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from under_headings(before, range(i + HEAD, j + HEAD), after[k + HEAD : m + HEAD])


def under_headings(before: Sequence[Line], gone: range, new: Sequence[Line]) -> Iterator[Change]:
    """Yield the changes where some lines stand in the place of others: an old one becomes a new one under its own heading only.

    Args:
        before: The sentences as they were printed.
        gone: Which of them are there no more.
        new: The lines in their place.
    """
    for heading in dict.fromkeys(line.heading for line in (*new, *(before[at] for at in gone))):
        olds = [at for at in gone if before[at].heading == heading]
        news = [line.text for line in new if line.heading == heading]
        behind = olds[-1] + 1 if olds else within(heading, gone.start, before)
        for at, text in zip_longest(olds, news):
            yield Change(behind if at is None else at + 1, None if at is None else before[at].text, text, heading)


def within(heading: str, place: int, before: Sequence[Line]) -> int:
    """Return the place under a heading, from the one before its first sentence, that is nearest to a place in the report."""
    own = [at for at, line in enumerate(before) if line.heading == heading and at >= HEAD]
    return min(max(place, own[0]), own[-1] + 1) if own else place
