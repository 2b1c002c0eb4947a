"""The verdict on each wording, against the passages it cites; each wording is marked and checked once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from copydesk.check import Pool, at_once, carriers, check
from copydesk.inputs import Setup
from copydesk.mark import MarkContext, mark
from copydesk.ports import Writer
from copydesk.records import Block, Brief, DraftSentence, Hand, LeftOut, Marks, Passage, Statement, Verdict
from copydesk.spans import Places
from copydesk.text.runs import Originals


@dataclass
class Gate:
    """What the gate works with, and what it has found out so far: each wording is marked and checked once.

    Attributes:
        brief: What the writer was given.
        writer: Who proposed and repairs.
        setup: How to run.
        spare: How many more words than the writer's draft the report may have; grows with every sentence that is left out.
        said: Texts printed so far: nothing is said twice.
        left_out: What was not printed so far.
        verdicts: Wordings with the verdict on each.
        carried: Wordings with the origins that carry the core of each.
        repairs: Wordings that do not hold with the writer's next ones.
        origins: Passages with the origins that they come from.
        hands: Texts printed so far with who worded each.
    """

    brief: Brief
    writer: Writer
    setup: Setup
    spare: int = 0
    said: set[str] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)
    verdicts: dict[DraftSentence, Verdict] = field(default_factory=dict)
    carried: dict[DraftSentence, tuple[str, ...]] = field(default_factory=dict)
    repairs: dict[DraftSentence, DraftSentence | None] = field(default_factory=dict)
    origins: dict[Passage, tuple[str, ...]] = field(default_factory=dict)
    hands: dict[str, Hand] = field(default_factory=dict)

    @cached_property
    def pool(self) -> Pool:
        """The articles; what is looked up in them is looked up once."""
        return Pool(self.brief.material.articles)

    @cached_property
    def originals(self) -> Originals:
        """The words of the articles, in their order."""
        return Originals.of(m.article.text for m in self.brief.material.articles)

    @cached_property
    def places(self) -> dict[str, Places[str]]:
        """Where in each article which origin's words stand."""
        return self.brief.material.lineage.places()

    def origins_of(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """Return the ids of the origins that some passages come from, sorted."""
        return tuple(sorted({origin for passage in passages for origin in self.origin_of(passage)}))

    def origin_of(self, passage: Passage) -> tuple[str, ...]:
        """Return the ids of the origins that one passage comes from."""
        if passage not in self.origins:
            places = self.places.get(passage.article_id)
            self.origins[passage] = tuple(origin for _, _, origin in places.touching(passage)) if places else ()
        return self.origins[passage]


def judged(sentences: Sequence[DraftSentence], gate: Gate) -> tuple[Verdict, ...]:
    """Return the verdict on each sentence against the passages it cites; what is not known yet is marked in one call."""
    new = [s for s in dict.fromkeys(sentences) if s not in gate.verdicts]
    if new:
        judge(new, gate)
    return tuple(gate.verdicts[s] for s in sentences)


def judge(new: Sequence[DraftSentence], gate: Gate) -> None:
    """Find out the verdict on each of some wordings and, where several origins are cited, which of them carry its core.

    What is one of the cited sentences word for word, or was cut out of one, has its marks from there.
    """
    config = gate.setup.config.check
    known = {s: at_once(s.text, s.citations, gate.pool, config) for s in new}
    gate.verdicts.update((s, found) for s, found in known.items() if isinstance(found, Verdict))
    foreign = [s for s, found in known.items() if found is None]
    stated = dict(zip(foreign, statements(foreign, gate.setup), strict=True))
    stated.update((s, stating(s, found)) for s, found in known.items() if isinstance(found, Marks))
    gate.verdicts.update(zip(stated, check(tuple(stated.values()), gate.pool, config), strict=True))
    for sentence in new:
        if sentence not in gate.carried and len(gate.origins_of(sentence.citations)) > 1:
            statement = stated.get(sentence) or stating(sentence, Marks())
            gate.carried[sentence] = gate.origins_of(carriers(statement, gate.pool, config))


def stating(sentence: DraftSentence, marks: Marks) -> Statement:
    """Return a sentence with its marks, to be checked."""
    return Statement(text=sentence.text, marks=marks, citations=sentence.citations)


def statements(sentences: Sequence[DraftSentence], setup: Setup) -> tuple[Statement, ...]:
    """Mark sentences, all at once, so that they can be checked."""
    if not sentences:
        return ()
    blocks, offset = [], 0
    for sentence in sentences:
        blocks.append(Block(start=offset, end=offset + len(sentence.text)))
        offset += len(sentence.text) + 2
    text = "\n\n".join(sentence.text for sentence in sentences)
    marks = mark(text, setup.tools.parser, setup.config.mark, MarkContext(blocks=tuple(blocks)))
    return tuple(stating(s, marks.within(block.start, block.end)) for s, block in zip(sentences, blocks, strict=True))


def length(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())
