"""Invented news for measuring `copydesk archive`: what is copied from what is known, because it was made so.

    outlets with boilerplate of their own | events with names and words of their own | speeches that many quote
    -> original reports -> copies (another outlet's boilerplate round the same body), edits (5 to 15 words of 100 changed, some
       sentences dropped), loans (2 to 6 sentences of another report in a report of its own) -> one story printed 300 times

Words follow Zipf's law, and stock phrases stand everywhere, so that reports share runs of words by chance. Reports of one event
that quote the same speech, and share its names and numbers, are the hard negatives: they rest on no other report.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import parquet

Ids = NDArray[np.int32]

VOCABULARY = 60_000
OUTLETS = 600
STOCK = 8_000  # phrases
KINDS = ("original", "copy", "edit", "loan")
SHARES = (0.68, 0.12, 0.10, 0.10)
PER_EVENT = 5  # original reports, about
WIRE = 300  # copies of the one story that everybody prints
SPAN = 4_000  # a source is at most so many articles older, so that families stand near in time
_GROUP = 50_000  # rows of a row group
_DRAWN = 4_000_000  # words
TOPIC = 60  # words of an event's own

# Forms of a word: as it is, with a capital, at the end of a sentence, both; then the quotation marks.
PLAIN, CAPITAL, LAST = 0, VOCABULARY, 2 * VOCABULARY
OPEN, CLOSE = 3 * VOCABULARY, 3 * VOCABULARY + 1


@dataclass
class Truth:
    """What was made of what.

    Attributes:
        kind: For each article its place in `KINDS`.
        source: The article it was made of, -1 for originals; for a copy of a copy the first of them.
        sentences: Of a loan, how many sentences were taken.
        wire: The story that everybody prints.
    """

    kind: list[int] = field(default_factory=list)
    source: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    wire: int = 0

    def roots(self) -> list[frozenset[int]]:
        """Return for each article the originals whose sentences it may hold."""
        roots: list[frozenset[int]] = []
        for at, (kind, source) in enumerate(zip(self.kind, self.source, strict=True)):
            own = frozenset((at,)) if kind in (0, KINDS.index("loan")) else frozenset[int]()
            roots.append(own | (roots[source] if kind else frozenset()))
        return roots


class News:
    """A maker of news.

    Args:
        seed: The same seed makes the same news.
    """

    def __init__(self, seed: int = 7) -> None:
        self.random = np.random.default_rng(seed)
        self.chance = random.Random(seed)
        words = self._words()
        dotted = [f"{word}." for word in words]
        self.forms = [*words, *map(str.capitalize, words), *dotted, "“", "”"]
        self._zipf = np.cumsum(1.0 / np.arange(1, VOCABULARY + 1) ** 1.05)
        self._zipf /= self._zipf[-1]
        self._at, self._words_drawn = 0, np.empty(0, np.int32)
        self._own, self._which = np.empty(0, np.bool_), np.empty(0, np.int64)
        self.stock = [self.drawn(int(size)) for size in self.random.integers(3, 9, STOCK)]
        self.boilerplate = [[self.sentences(int(n)) for n in self.random.integers(1, 4, 3)] for _ in range(OUTLETS)]
        self.legal = self.sentences(2)

    def _words(self) -> list[str]:
        heads, tails = [*"bcdfghjklmnprstvwz", "st", "tr", "pl", "gr"], [*"aeiou", "ea", "ou"]
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            size = int(self.random.integers(1, 5))
            made[
                "".join(self.random.choice(heads) + self.random.choice(tails) for _ in range(size))
                + self.random.choice(["", "n", "s", "r"])
            ] = None
        return sorted(made, key=len)[:VOCABULARY]

    def drawn(self, size: int) -> Ids:
        """Return words as often as they are used."""
        return self._next(size)[0].copy()

    def _next(self, size: int) -> tuple[Ids, NDArray[np.bool_], NDArray[np.int64]]:
        """Return words, which of them an event replaces by one of its own, and by which; drawn by the million."""
        if self._at + size > len(self._words_drawn):
            chance = self.random.random(_DRAWN)
            self._words_drawn = np.searchsorted(self._zipf, chance).astype(np.int32)
            self._own = self.random.random(_DRAWN) < 0.25
            self._which = self.random.integers(0, TOPIC, _DRAWN)
            self._at = 0
        chosen = slice(self._at, self._at + size)
        self._at += size
        return self._words_drawn[chosen], self._own[chosen], self._which[chosen]

    def sentence(self, topic: Ids | None = None) -> Ids:
        """Return one sentence; of an event, every fourth word is one of its own."""
        size = min(50, max(6, round(self.chance.lognormvariate(2.95, 0.4))))
        drawn, own, which = self._next(size)
        words = drawn if topic is None else np.where(own, topic[which], drawn)
        if self.chance.random() < 0.5:
            phrase = self.stock[int(len(self.stock) * self.chance.random() ** 3)]
            at = self.chance.randrange(size)
            words = np.concatenate([words[:at], phrase, words[at:]])
        return words.copy()

    def sentences(self, count: int, topic: Ids | None = None) -> list[Ids]:
        """Return some sentences."""
        return [self.sentence(topic) for _ in range(count)]

    def text(self, body: list[Ids], outlet: int, quoted: list[list[Ids]]) -> str:
        """Return an article as its outlet prints it."""
        head, foot, promo = self.boilerplate[outlet]
        paragraphs = [head] if self.chance.random() < 0.5 else []
        for start in range(0, len(body), 3):
            paragraphs.append(body[start : start + 3])
            if quoted and start:
                paragraphs.append(quoted.pop())
        paragraphs += [promo] if self.chance.random() < 0.3 else []
        paragraphs += [self.legal] if self.chance.random() < 0.1 else []
        return "\n\n".join(self._paragraph(p) for p in [*paragraphs, foot])

    def _paragraph(self, sentences: list[Ids]) -> str:
        return " ".join(self._sentence(s) for s in sentences).replace("“ ", "“").replace(" ”", "”")

    def _sentence(self, words: Ids) -> str:
        ids = words.copy()
        marked = ids[0] == OPEN
        ids[1 if marked else 0] += CAPITAL
        ids[-2 if marked else -1] += LAST
        return " ".join([self.forms[i] if i < len(self.forms) else self.forms[i - CAPITAL] for i in ids.tolist()])


def made(count: int, truth: Truth, seed: int = 7) -> Iterator[tuple[str, str, str, int]]:
    """Yield articles: id, text, outlet, seconds since 1970; what was made of what is written down in `truth`."""
    news = News(seed)
    dice = news.random
    bodies: dict[int, list[Ids]] = {}
    event_left, topic, speech = 0, np.empty(0, np.int32), list[Ids]()
    wire_at = set(dice.choice(np.arange(count // 10, count), min(WIRE, count // 20), replace=False).tolist())
    for at in range(count):
        kind = news.chance.choices(range(len(KINDS)), SHARES)[0] if at > 50 else 0
        source, taken = -1, 0
        if at in wire_at:
            kind, source = 1, truth.wire
        elif kind:
            source = news.chance.randrange(max(0, at - SPAN), at)
            source = truth.source[source] if truth.kind[source] in (1, 2) else source
            kind, source = (kind, source) if source in bodies else (0, -1)
        if event_left == 0:
            event_left, topic = news.chance.randrange(1, 2 * PER_EVENT), dice.integers(2_000, VOCABULARY, TOPIC).astype(np.int32)
            speech = news.sentences(8, topic)
        quoted: list[list[Ids]] = []
        if kind in (0, 3):
            event_left -= 1
            body = news.sentences(news.chance.randrange(7, 22), topic)
            chosen = news.chance.sample(range(8), 3)
            quoted = [[np.concatenate([[OPEN], speech[i], [CLOSE]]).astype(np.int32)] for i in chosen]
            bodies[at] = body
        if kind == 1:
            body = bodies[source]
        elif kind == 2:
            body = _edited(news, bodies[source])
        elif kind == 3:
            taken = min(news.chance.randrange(2, 7), len(bodies[source]))
            first = int(news.chance.randrange(0, len(bodies[source]) - taken + 1))
            place = int(news.chance.randrange(0, len(body)))
            body = [*body[:place], *bodies[source][first : first + taken], *body[place:]]
        truth.kind.append(kind)
        truth.source.append(source)
        truth.sentences.append(taken)
        if at > 2 * SPAN and at - 2 * SPAN != truth.wire:
            bodies.pop(at - 2 * SPAN, None)
        outlet = news.chance.randrange(0, OUTLETS)
        yield f"a{at:08d}", news.text(body, outlet, quoted), f"outlet{outlet}.example", 1_600_000_000 + 60 * at


def _edited(news: News, body: list[Ids]) -> list[Ids]:
    """Return a body with 5 to 15 words of 100 changed, dropped or added, and sometimes without a sentence."""
    rate = float(news.chance.uniform(0.05, 0.15))
    changed = []
    for sentence in body:
        if len(body) > 6 and news.chance.random() < 0.05:
            continue
        dice = news.random.random(len(sentence))
        words: list[int] = []
        for word, die in zip(sentence.tolist(), dice.tolist(), strict=True):
            if die < rate / 3:
                continue
            words.append(int(news.drawn(1)[0]) if die < 2 * rate / 3 else word)
            if 2 * rate / 3 <= die < rate:
                words.append(int(news.drawn(1)[0]))
        changed.append(np.array(words or sentence.tolist(), np.int32))
    return changed


def write(path: Path, count: int, seed: int = 7) -> None:
    """Write a corpus as Parquet, and beside it what was made of what."""
    truth = Truth()
    schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("outlet", pa.string()), ("published", pa.int64())])
    path.mkdir(parents=True, exist_ok=True)
    with parquet.ParquetWriter(path / "news.parquet", schema, compression="zstd") as writer:
        rows: list[tuple[str, str, str, int]] = []
        for row in made(count, truth, seed):
            rows.append(row)
            if len(rows) == _GROUP:
                writer.write_table(pa.table(list(map(pa.array, zip(*rows, strict=True))), schema=schema))
                rows = []
        if rows:
            writer.write_table(pa.table(list(map(pa.array, zip(*rows, strict=True))), schema=schema))
    told = {"kind": truth.kind, "source": truth.source, "sentences": truth.sentences, "wire": truth.wire}
    (path / ".truth.json").write_text(json.dumps(told))
