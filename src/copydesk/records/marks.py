"""What `mark` finds in a text, each at its span."""

from bisect import bisect_left
from typing import Literal, TypeVar

from msgspec.structs import replace

from copydesk.records.articles import BlockKind, Precision
from copydesk.records.base import Record

EntityKind = Literal["person", "organisation", "place", "other"]
Mention = Literal["full", "short", "role", "pronoun"]
Approximation = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range"]
CreditScope = Literal["article", "fact", "quote", "mention"]
AttributionKind = Literal["speech", "stance", "belief", "intention", "finding"]
SpeakerKnown = Literal["named", "role", "group", "document", "pronoun", "unknown"]


class Token(Record, frozen=True, kw_only=True, gc=False):
    """One word or sign with its part in the sentence (Universal Dependencies version 2).

    Attributes:
        start: First code point in the text.
        end: Behind the last code point.
        tag: Universal part of speech: `NOUN`, `PROPN`, `VERB`, …
        fine: Penn Treebank tag: `NNS`, `VBD`, …
        lemma: Dictionary form, lower case but for proper nouns.
        head: Index in `Marks.tokens` of the word it depends on; -1 for the root of a sentence.
        relation: Kind of that dependence: `nsubj`, `obj`, `obl`, …
    """

    start: int
    end: int
    tag: str
    fine: str
    lemma: str
    head: int
    relation: str


class SentenceMark(Record, frozen=True, kw_only=True):
    """A sentence.

    Attributes:
        start: First code point.
        end: Behind the last code point; the sign that closes it is inside.
        block: Index of its block in the article (0 in a text without blocks).
        kind: Kind of that block; only `body` and `list` sentences report.
        first: Index of its first token in `Marks.tokens`.
        last: Index behind its last token.
    """

    start: int
    end: int
    block: int
    kind: BlockKind
    first: int
    last: int


class Entity(Record, frozen=True, kw_only=True):
    """A person, organisation or place that a text speaks of.

    Attributes:
        id: Name of the entity within this text, `e0`, `e1`, …
        kind: What it is.
        name: Its fullest form without titles: `Fumio Kishida`.
        spellings: Every form that occurs, in order of first occurrence, without titles.
        roles: Titles and offices the text gives it: `Prime Minister`, `Japanese prime minister`.
    """

    id: str
    kind: EntityKind
    name: str
    spellings: tuple[str, ...]
    roles: tuple[str, ...] = ()


class NameMark(Record, frozen=True, kw_only=True):
    """A place where an entity is named or, where it is safe to say, meant.

    Attributes:
        start: First code point of the mention, without its title.
        end: Behind the last code point.
        entity: Its entity's id.
        mention: `full` or `short` name, a `role` ("the prime minister") or a `pronoun`.
        role: The title that stands before or behind this mention, as it is written, where there is one.
    """

    start: int
    end: int
    entity: str
    mention: Mention
    role: str | None = None


class AmountMark(Record, frozen=True, kw_only=True):
    """A number of something.

    Attributes:
        start: First code point, approximation words included ("some 70").
        end: Behind the last code point, unit or counted noun included ("some 70 new initiatives").
        low: Smallest value it allows that is stated; equals `high` but for ranges.
        high: Largest value that is stated.
        approximation: How it stands to the value.
        unit: `percent`, `USD`, `km`, `°C`, `year`, …; None for a plain count.
        what: Lower-case singular of what is counted or measured: `initiative`, `tree`; None where the text does not say.
        ordinal: True for "the fifth".
    """

    start: int
    end: int
    low: float
    high: float
    approximation: Approximation = "exact"
    unit: str | None = None
    what: str | None = None
    ordinal: bool = False


class DateMark(Record, frozen=True, kw_only=True):
    """A point or stretch of time.

    Attributes:
        start: First code point.
        end: Behind the last code point.
        when: ISO 8601 with no more than what is known (`2024-04-10`, `2024-04`, `1912`); None where it cannot be resolved.
        until: The same for the end of a stretch.
        precision: How exact it is.
        resolved: False when the text states it wholly itself, True when the publication time was needed.
        weekday: Lower-case weekday that the text names, also where `when` is open.
    """

    start: int
    end: int
    when: str | None
    precision: Precision
    resolved: bool = False
    until: str | None = None
    weekday: str | None = None


class QuoteMark(Record, frozen=True, kw_only=True):
    """Words attributed to somebody.

    Attributes:
        start: First code point; for a direct quote its opening sign.
        end: Behind the last code point; for a direct quote behind its closing sign.
        words_start: First code point of the words themselves.
        words_end: Behind the last code point of the words themselves.
        direct: True for words in quotation marks, False for reported speech.
        whole: True where the quote is a whole sentence or more, False for a few words inside a sentence.
        speaker: The speaker as the text says it ("a senior administration official"); None where nobody is named.
        speaker_start: First code point of that, -1 where there is none.
        speaker_end: Behind its last code point, -1 where there is none.
        entity: The speaker's entity, where it is one.
        known: How well the speaker is known.
        cue: The word that attributes: `said`, `warned`, `according to`.
    """

    start: int
    end: int
    words_start: int
    words_end: int
    direct: bool
    whole: bool = True
    speaker: str | None = None
    speaker_start: int = -1
    speaker_end: int = -1
    entity: str | None = None
    known: SpeakerKnown = "unknown"
    cue: str | None = None


class AttributionMark(Record, frozen=True, kw_only=True):
    """Words that tell what somebody holds, feels or means to do, or that he spoke of something; no quote.

    Of attributions inside one another only the outermost is marked.

    Attributes:
        start: First code point of the content: what is held, felt, meant or spoken of.
        end: Behind its last code point.
        kind: What sort of view it is: `speech` (told without its words: "discussed the plan", a passive, an outlet's report),
            `stance` (for or against: "opposes the plan"), `belief` (thought, knowledge, perception, expectation), `intention`
            (plan, wish, refusal) or `finding` (what a document or study shows).
        cue: The word that attributes, lower case: `opposes`, `fear`, `according to`.
        cue_start: First code point of that.
        cue_end: Behind its last code point.
        holder: Whose view it is, as the text says it ("the mayor"); None where nobody is named ("was criticised").
        holder_start: First code point of that, -1 where there is none.
        holder_end: Behind its last code point, -1 where there is none.
        entity: The holder's entity, where it is one.
        known: How well the holder is known.
    """

    start: int
    end: int
    kind: AttributionKind
    cue: str
    cue_start: int
    cue_end: int
    holder: str | None = None
    holder_start: int = -1
    holder_end: int = -1
    entity: str | None = None
    known: SpeakerKnown = "unknown"


class CreditMark(Record, frozen=True, kw_only=True):
    """Words in which the text names the outlet it took from.

    Attributes:
        start: First code point of the crediting words.
        end: Behind the last code point.
        name: The credited outlet as the text names it: `The Hill`.
        scope: Whether the whole article, one fact or one quote is credited, or the outlet is merely mentioned.
        covers_start: First code point of what rests on the credit; equals `start` for a mention.
        covers_end: Behind the last code point.
        back: True for "according to the report": refers to an outlet credited before.
    """

    start: int
    end: int
    name: str
    scope: CreditScope
    covers_start: int
    covers_end: int
    back: bool = False


M = TypeVar("M", NameMark, AmountMark, DateMark, QuoteMark, AttributionMark, CreditMark)


class Marks(Record, frozen=True, kw_only=True):
    """Everything found in one text, each kind in the order of the text.

    Attributes:
        sentences: Sentences of all blocks.
        tokens: Words and signs of all sentences.
        entities: Who and what the text speaks of.
        names: Where they are mentioned.
        amounts: Numbers of something.
        dates: Points and stretches of time.
        quotes: Words attributed to somebody.
        credits: Outlets the text names as where it took from.
        attributions: What somebody holds, feels, means to do or speaks of, beside the quotes.
    """

    sentences: tuple[SentenceMark, ...] = ()
    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()
    names: tuple[NameMark, ...] = ()
    amounts: tuple[AmountMark, ...] = ()
    dates: tuple[DateMark, ...] = ()
    quotes: tuple[QuoteMark, ...] = ()
    credits: tuple[CreditMark, ...] = ()
    attributions: tuple[AttributionMark, ...] = ()

    def entity(self, entity_id: str) -> Entity:
        """Return the entity of that id.

        Raises:
            KeyError: No such entity.
        """
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)

    def within(self, start: int, end: int) -> "Marks":
        """Return the marks that lie wholly in `text[start:end]`, with spans counted from `start`.

        Words whose head lies outside become roots.
        """
        first = bisect_left(self.tokens, start, key=lambda token: token.start)
        last = bisect_left(self.tokens, end, key=lambda token: token.start)
        return Marks(
            sentences=tuple(
                replace(s, start=s.start - start, end=s.end - start, first=s.first - first, last=s.last - first)
                for s in self.sentences
                if start <= s.start and s.end <= end
            ),
            tokens=tuple(
                replace(t, start=t.start - start, end=t.end - start, head=t.head - first if first <= t.head < last else -1)
                for t in self.tokens[first:last]
            ),
            entities=self.entities,
            names=tuple(shifted(m, start) for m in self.names if start <= m.start and m.end <= end),
            amounts=tuple(shifted(m, start) for m in self.amounts if start <= m.start and m.end <= end),
            dates=tuple(shifted(m, start) for m in self.dates if start <= m.start and m.end <= end),
            quotes=tuple(shifted_quote(m, start) for m in self.quotes if start <= m.start and m.end <= end),
            credits=tuple(
                replace(shifted(m, start), covers_start=max(0, m.covers_start - start), covers_end=min(end, m.covers_end) - start)
                for m in self.credits
                if start <= m.start and m.end <= end
            ),
            attributions=tuple(shifted_attribution(m, start) for m in self.attributions if start <= m.start and m.end <= end),
        )


def shifted(mark: M, by: int) -> M:
    """Return a mark moved `by` code points towards the start."""
    return replace(mark, start=mark.start - by, end=mark.end - by)


def shifted_quote(mark: QuoteMark, by: int) -> QuoteMark:
    """Return a quote moved `by` code points towards the start; a speaker before that start keeps no span."""
    inside = mark.speaker_start >= by
    return replace(
        shifted(mark, by),
        words_start=mark.words_start - by,
        words_end=mark.words_end - by,
        speaker_start=mark.speaker_start - by if inside else -1,
        speaker_end=mark.speaker_end - by if inside else -1,
    )


def shifted_attribution(mark: AttributionMark, by: int) -> AttributionMark:
    """Return an attribution moved `by` code points towards the start; a holder before that start keeps no span."""
    inside = mark.holder_start >= by
    return replace(
        shifted(mark, by),
        cue_start=mark.cue_start - by,
        cue_end=mark.cue_end - by,
        holder_start=mark.holder_start - by if inside else -1,
        holder_end=mark.holder_end - by if inside else -1,
    )
