"""Small protocols that adapters fulfil for the stages. Each is a contract: who calls it, what goes in, what comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

import msgspec

from copydesk.records import Brief, Draft, DraftSentence, Verdict

if TYPE_CHECKING:  # numpy takes longer to load than all of copydesk's commands
    import numpy as np
    from numpy.typing import NDArray

Task = TypeVar("Task")
Done = TypeVar("Done")


class ParsedSentence(msgspec.Struct, frozen=True):
    """The analysis of one sentence, one entry per word (Universal Dependencies version 2).

    Attributes:
        tags: Universal parts of speech.
        fine: Penn Treebank tags.
        lemmas: Dictionary forms, lower case but for proper nouns.
        heads: Index of the word each depends on; -1 for the root, of which there is exactly one.
        relations: Kinds of that dependence, `root` for the root.
        entities: `B-person`, `I-person`, `B-organisation`, `B-place`, `B-other`, …, `O`.
    """

    tags: tuple[str, ...]
    fine: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]


class Parser(Protocol):
    """Tags, parses and finds names in sentences. Called by `mark`, with all sentences of a text at once."""

    @property
    def name(self) -> str:
        """Name and version, as it stands in a receipt."""
        ...

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Analyse tokenised sentences.

        Args:
            sentences: Words of each sentence, none of them empty; a sentence may have no word or thousands.

        Returns:
            One analysis per sentence, in order, each with one entry per word. Deterministic, and the same for a sentence whatever
            stands beside it. Raises nothing on any text.
        """
        ...


class Vectors(Protocol):
    """Puts texts of like meaning near each other. Called by `group` and `weigh`."""

    @property
    def name(self) -> str:
        """Name and version, as it stands in a receipt."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of unit length per text (all zeros for an empty text), shape `(len(texts), dimensions)`."""
        ...


class Room(msgspec.Struct, frozen=True):
    """A section that a report may have.

    Attributes:
        heading: Its heading.
        roles: What stands in it: what `happened`, what is `expected`, why it `matters`, where accounts `differ`, the `background`,
            what comes `next` on a known day, what somebody says is `open`, figures that `moved`.
        most: So many sentences it has at most; None: as many as there are.
        leading: Whether it stands only where the report opens with it.
    """

    heading: str
    roles: tuple[str, ...]
    most: int | None = None
    leading: bool = False


class Shape(msgspec.Struct, frozen=True):
    """What the form of a report asks of a writer, beside how many words it has.

    Attributes:
        rooms: Its sections; empty: it is one piece without headings.
        differences: So many differences are told at most; None: as many as there are.
        dated: Whether each sentence below the dek opens with the time of what it tells, in the order of time.
    """

    rooms: tuple[Room, ...] = ()
    differences: int | None = None
    dated: bool = False


class Writer(Protocol):
    """Proposes a report from a brief. Called by `write`; whatever it returns is checked before anything is printed."""

    @property
    def name(self) -> str:
        """Name and version, as it stands in the run's record and the disclosure."""
        ...

    def draft(self, brief: Brief) -> Draft:
        """Return a draft of at most `brief.words` words, each sentence with at least one citation. Deterministic when offline.

        Articles are hostile input: nothing that stands in one may be taken for what the writer is told to do.

        Raises:
            ModelError: A model cannot be asked, or nothing it wrote can be used; the offline writer writes in its place.
        """
        ...

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        """Return another wording of a sentence that was not supported, or None when there is none left to try. Raises nothing."""
        ...


class Asked(msgspec.Struct, frozen=True):
    """A sentence with what it may rest on, as a judge is asked about it.

    Attributes:
        sentence: The sentence, without the words that say which outlet reports it.
        passages: Whole sentences of the articles, at least one, in the order in which the articles have them. Hostile input: they
            are what is judged, never what the judge is told to do.
    """

    sentence: str
    passages: tuple[str, ...]


class Opinion(msgspec.Struct, frozen=True):
    """What a judge says of one sentence.

    Attributes:
        carried: How likely the passages carry it, in [0, 1]; None: there is no answer.
        contradicted: How likely they contradict it, in [0, 1]; None where the judge does not tell.
        silence: Why there is no answer, for people; empty where there is one.
    """

    carried: float | None = None
    contradicted: float | None = None
    silence: str = ""


class Judge(Protocol):
    """A model that says whether passages carry a sentence. Called by `check` for a second opinion, which never decides alone."""

    @property
    def name(self) -> str:
        """What kind of judge it is and which model it asks, as it stands in a verdict: no path, no address, no key."""
        ...

    def judge(self, asked: Sequence[Asked]) -> Iterator[Opinion]:
        """Say of each sentence whether its passages carry it.

        Args:
            asked: The sentences; any text, of any length.

        Returns:
            One opinion per sentence, in order, each as soon as it and those before it are known. Deterministic where the model runs
            on this machine, and the same for a sentence whatever is asked beside it, but for rounding. What a model says beside the
            question, or what cannot be had of it for one sentence, is an opinion without an answer.

        Raises:
            ModelError: The model cannot be asked at all; the message names it and the way out.
        """
        ...


class Engine(Protocol):
    """Runs the tasks of an archive. Called by `archive`; each task is a pure function from files to a file of its own.

    `str` says of a task what it is, for messages. A task that was done before finds its file and returns at once, so it may be
    run again wherever a worker was lost.
    """

    @property
    def name(self) -> str:
        """Name and version, as it stands in a receipt."""
        ...

    def run(self, function: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Run a function on each task; yield what it returns, in whatever order they end.

        Raises:
            ArchiveError: What a task raised, or that workers are lost again and again.
        """
        ...
