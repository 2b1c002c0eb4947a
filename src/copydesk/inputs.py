"""From paths to marked articles: what every recipe starts with."""

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace as replace_record

from copydesk.config import Config
from copydesk.errors import NothingReadable
from copydesk.fetch import find
from copydesk.mark import MarkContext, mark_texts
from copydesk.models import load_judge, load_parser, load_vectors, load_writer
from copydesk.models.call_log import CallLog
from copydesk.models.config import KEYS, WriterConfig
from copydesk.ports import Judge, Parser, Vectors, Writer
from copydesk.read import read
from copydesk.records import Article, Document, Hints, Input, Marked, Skipped, StoryOutput
from copydesk.text.pile import Pile
from copydesk.write import FORMS
from copydesk.write.forms import shapes

_LONG = 200_000  # characters of an article: of more than any has, so that people are told why it takes long
_DAY, _MINUTE = 10, 16  # signs of an ISO 8601 day, and of a time to the minute
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Tools:
    """The models that the stages receive.

    Attributes:
        parser: Tags, parses and finds names.
        vectors: Puts texts of like meaning near each other.
        judge: Gives a second opinion on a draft's sentences; None: nobody does.
        writer: Words reports, with the offline writer behind it; None: that one alone.
        calls: The calls that the writer made.
    """

    parser: Parser
    vectors: Vectors
    judge: Judge | None = None
    writer: Writer | None = None
    calls: CallLog | None = None


def open_tools() -> Tools:
    """Return the built-in offline models; loaded once, however often it is called."""
    return Tools(load_parser(), load_vectors())


def silent(stage: str, done: int, total: int) -> None:
    """Report no progress."""


@dataclass(frozen=True)
class Setup:
    """How a recipe runs.

    Attributes:
        config: Every setting there is.
        tools: The models.
        hints: Location of a file -> what a person states about it.
        as_of: The time the report speaks of, ISO 8601; None: the latest publication time among the articles.
        progress: Called with the stage's name, how many are done and how many there are.
        form: Which form reports have, one of `copydesk.write.FORMS`.
        words: How many words a report may have at most; None: as its form and the settings say.
        archive: Earlier dossiers from which background may come.
        since: What readers of an update know already; None: nothing.
    """

    config: Config = field(default_factory=Config)
    tools: Tools = field(default_factory=open_tools)
    hints: Mapping[str, Hints] = field(default_factory=dict)
    as_of: str | None = None
    progress: Progress = silent
    form: str = "story"
    words: int | None = None
    since: StoryOutput | None = None
    archive: tuple[StoryOutput, ...] = ()

    @property
    def report_words(self) -> int:
        """How many words a report may have at most."""
        asked = self.words or self.config.style.words.get(self.form)
        return asked or FORMS[self.form].words or self.config.write.words


def with_judge(setup: Setup, named: str, base_url: str | None = None) -> Setup:
    """Return the same set-up with a judge for drafts.

    Args:
        setup: How to run.
        named: `nli:FOLDER`, `nli:ORGANISATION/MODEL` or `openai:MODEL`.
        base_url: The address of an OpenAI-compatible server, for `openai:`.

    Raises:
        UsageError: It is named in another way, or something it needs is not given.
        MissingExtra: What it needs is not installed.
        ModelError: The model cannot be used.
    """
    return replace(setup, tools=replace(setup.tools, judge=load_judge(named, base_url, setup.config.judge)))


def with_writer(setup: Setup, asked: WriterConfig, calls: Path | None = None) -> Setup:
    """Return the same set-up with the writer that settings name.

    Args:
        setup: How to run.
        asked: Who writes, and on which terms.
        calls: A file for the log of a model's calls.

    Raises:
        UsageError: Something it needs is not given.
        MissingExtra: What it needs is not installed.
        OutputError: The log cannot be written.
    """
    config = replace_record(setup.config, writer=asked)
    if asked.kind == "offline":
        return replace(setup, config=config, tools=replace(setup.tools, writer=None, calls=None))
    asks = shapes(dict(setup.config.write.headings))
    log = CallLog(calls)
    tools = replace(setup.tools, writer=load_writer(asked, asks, setup.progress, log), calls=log)
    return replace(setup, config=config, tools=tools)


def key_told() -> str:
    """Return in words whether the environment has a key to a server of models; never the key."""
    found = next((name for name in KEYS if os.environ.get(name, "").strip()), None)
    way_out = f"not set; a server of your own needs none, a hosted one does: set {' or '.join(KEYS)}"
    return f"set in {found}" if found else way_out


@dataclass(frozen=True)
class Gathered:
    """Articles ready for the stages that compare them.

    Attributes:
        marked: The articles with their marks, sorted by id, so that no later stage sees the order of the input. Stages that compare
            them share their words.
        skipped: What was not taken in, sorted by location.
        inputs: The documents behind the articles, in the order of their locations.
    """

    marked: Pile
    skipped: tuple[Skipped, ...]
    inputs: tuple[Input, ...]


def gather(paths: Iterable[str | Path], setup: Setup) -> Gathered:
    """Find, read and mark everything that the paths name.

    Args:
        paths: Files, folders, or "-" for standard input.
        setup: How to run.

    Raises:
        NothingReadable: Not one article could be read; the error says why, thing by thing.
    """
    found = find(paths, setup.hints, setup.config.fetch)
    setup.progress("read", 0, len(found.documents))
    reading = read(found.documents, setup.config.read)
    articles, later = in_time(reading.articles, setup.as_of)
    skipped = sorted((*found.skipped, *reading.skipped, *later), key=lambda s: (s.location, s.reason))
    if not articles:
        raise NothingReadable(tuple((s.location, s.detail) for s in skipped))
    if long := [article for article in articles if len(article.text) > _LONG]:
        setup.progress("long", len(long), sum(len(article.text) for article in long))
    return Gathered(Pile(mark_all(articles, setup)), tuple(skipped), inputs_of(found.documents))


def in_time(articles: Sequence[Article], as_of: str | None) -> tuple[Sequence[Article], list[Skipped]]:
    """Return the articles that were there at a time, and those that were published later, which nobody knew then.

    One that does not say when it was published is taken to have been there.
    """
    if as_of is None:
        return articles, []
    kept, skipped = list[Article](), list[Skipped]()
    for article in articles:
        when = article.published.when
        if when is not None and after(when, as_of):
            detail = f"it was published on {when[:_DAY]}, after {as_of}, the time the report speaks of (--as-of)"
            skipped.append(Skipped(location=article.location, reason="later", detail=detail))
        else:
            kept.append(article)
    return kept, skipped


def after(when: str, as_of: str) -> bool:
    """Return whether a time is surely later than another: a day only on a later day, times of one zone to the minute."""
    if len(when) > _DAY and len(as_of) > _DAY:
        mine, other = datetime.fromisoformat(when), datetime.fromisoformat(as_of)
        if mine.tzinfo and other.tzinfo:
            return mine > other
    exact = min(len(when), len(as_of), _MINUTE)
    return when[:exact] > as_of[:exact]


def mark_all(articles: Sequence[Article], setup: Setup) -> tuple[Marked, ...]:
    """Mark articles, telling progress."""
    texts = ((article.text, context_of(article)) for article in articles)
    marked: list[Marked] = []
    for article, marks in zip(articles, mark_texts(texts, setup.tools.parser, setup.config.mark), strict=True):
        setup.progress("mark", len(marked), len(articles))
        marked.append(Marked(article=article, marks=marks))
    return tuple(marked)


def context_of(article: Article) -> MarkContext:
    """Return what `mark` may know about an article beside its text."""
    return MarkContext(
        blocks=article.blocks,
        published=article.published,
        language=article.language,
        outlet=article.outlet,
        title=article.title,
        markup_credits=article.markup_credits,
    )


def inputs_of(documents: Iterable[Document]) -> tuple[Input, ...]:
    """Return the receipt's list of what was given, in the order of locations."""
    received = (Input(location=d.location, sha256=hashlib.sha256(d.content).hexdigest()) for d in documents)
    return tuple(sorted(received, key=lambda entry: entry.location))
