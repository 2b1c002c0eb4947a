"""One text against a traced archive: who has run it, or part of it."""

from datetime import UTC, datetime

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.archive.book import Shelves, Taken, read_book
from copydesk.archive.cutting import PARTS, VERSION
from copydesk.archive.learning import read_known
from copydesk.archive.receipt import RUN, Run
from copydesk.errors import ArchiveError
from copydesk.fetch.corpus.batch import NO_TIME
from copydesk.records import Found, FoundOutput, SharedPassage
from copydesk.reuse.fingerprints import ONLY_QUOTES, fingerprints_of
from copydesk.reuse.folding import Folding, folding
from copydesk.reuse.formulas import are_known, without_known
from copydesk.reuse.links import KINDS, PARTIAL, Facts, Links, links_of
from copydesk.reuse.passages import Texts
from copydesk.reuse.postings import UNKNOWN, sharers
from copydesk.reuse.words import Numbers, Words, text_words
from copydesk.store import Arrays, Folder, shown

_STEP = 4096  # postings read at once
_CANDIDATES = 200  # articles that are held against the text, those that share most first


class Archive:
    """A traced archive, open for searches; use it with `with`.

    Args:
        links: The folder that `copydesk archive trace` wrote.

    Raises:
        ArchiveError: It is no such folder, or another version of copydesk wrote it.
    """

    def __init__(self, links: str) -> None:
        self._folder = Folder(links)
        self.run = _receipt(self._folder)
        self._book = read_book(self._folder, self.run.book)
        self._shelves = Shelves(self._folder, self._book)
        self._known = read_known(self._folder, self.run.known, self.run.config.reuse)
        self._index = [
            (start, Arrays(self._folder, name)) for name, start in sorted(self.run.index.items(), key=lambda one: one[1])
        ]
        self._starts = np.array([start for start, _ in self._index], np.int64)
        self._folding: Folding = folding()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self._shelves.close()
        for part in self._index:
            part[1].close()

    def find(self, text: str, most: int = 50) -> FoundOutput:
        """Return the articles that have a text or part of it.

        Args:
            text: The text, of any length and in any language.
            most: How many articles are returned at most.

        Raises:
            ArchiveError: The archive cannot be read.
        """
        reuse = self.run.config.reuse
        words = text_words(text, self._folding)
        marks = fingerprints_of(words, reuse.run, reuse.window)
        telling = np.unique(marks.hashes[~are_known(marks.hashes, self._known)])
        holders = np.concatenate([np.empty(0, np.uint32), *map(self._holders, telling)])
        numbers, counts = np.unique(holders, return_counts=True)
        likely = np.sort(numbers[np.argsort(-counts, kind="stable")[: max(_CANDIDATES, 2 * most)]]).astype(np.int64)
        if not len(likely):
            return FoundOutput(articles=self.run.articles, found=())
        taken = self._shelves.take(likely)
        texts, facts = _with_text(taken, words, int(marks.basis[0]))
        pairs = np.stack([np.full(len(likely), len(likely)), np.arange(len(likely))], axis=1)
        links = links_of(without_known(texts, self._known), facts, pairs, reuse)
        best = np.lexsort((links.pairs[:, 1], -links.shares[:, 0].round(3)))[:most].tolist()
        found = sorted((self._found(text, words, taken, links, at) for at in best), key=_order)
        return FoundOutput(articles=self.run.articles, found=tuple(found))

    def _holders(self, mark: np.uint64) -> Numbers:
        """Return the numbers of the articles that have a fingerprint."""
        part = int(mark) >> (64 - PARTS)
        start, arrays = self._index[int(self._starts.searchsorted(part, side="right")) - 1]
        low, high = arrays.get("parts", part - start, part - start + 2).tolist()
        key = np.uint64(int(mark) << 32 & 0xFFFFFFFFFFFFFFFF)
        first, end = low, high
        while end - first > _STEP:
            middle = (first + end) // 2
            first, end = (middle, end) if arrays.get("entries", middle, middle + 1)[0] < key else (first, middle)
        numbers = [np.empty(0, np.uint32)]
        for at in range(first, high, _STEP):
            entries = arrays.get("entries", at, min(at + _STEP, high))
            numbers.append(sharers(entries, np.array([mark], np.uint64)))
            if int(entries[-1]) >> 32 > int(key) >> 32:
                break
        return np.concatenate(numbers)

    def _found(self, text: str, words: Words, taken: Taken, links: Links, at: int) -> Found:
        there = int(links.pairs[at, 1])
        number = int(taken.numbers[there])
        shard = next(s for s in reversed(self._book.shards) if s.base <= number)
        outlet, published = int(taken.facts.outlets[there]), int(taken.published[there])
        base = int(taken.texts.bounds[there])
        spans = links.passages.spans[links.passages.bounds[at] : links.passages.bounds[at + 1]].tolist()
        passages = [
            SharedPassage(
                text=text[int(words.starts[start]) : int(words.ends[end - 1])],
                start=int(words.starts[start]),
                end=int(words.ends[end - 1]),
                there_start=int(taken.starts[base + there_start]),
                there_end=int(taken.ends[base + there_end - 1]),
                words=own,
            )
            for start, end, there_start, there_end, own, _ in sorted(map(tuple, spans))
        ]
        return Found(
            id=self._shelves.names(taken.numbers[there : there + 1])[0].as_py(),
            file=shard.corpus,
            outlet=self._book.outlets[outlet - 1] if outlet != UNKNOWN else None,
            published=datetime.fromtimestamp(published, UTC).isoformat() if published != NO_TIME else None,
            kind=KINDS[links.kinds[at]],
            dependence="yes" if links.certain[at] and links.kinds[at] != PARTIAL else "unclear",
            overlap=round(float(links.shares[at, 0]), 3),
            overlap_there=round(float(links.shares[at, 1]), 3),
            passages=tuple(passages),
        )


def _order(found: Found) -> tuple[float, str, str]:
    return -found.overlap, found.published or "9", found.id


def _with_text(taken: Taken, words: Words, basis: int) -> tuple[Texts, Facts]:
    """Return articles with one text behind them, of whose outlet nothing is known."""
    quoted: NDArray[np.bool_] = words.quoted if basis != ONLY_QUOTES else np.zeros_like(words.quoted)
    texts = Texts(
        np.concatenate([taken.texts.hashes, words.hashes]),
        np.concatenate([taken.texts.quoted, quoted]),
        np.concatenate([taken.texts.bounds, taken.texts.bounds[-1:] + len(words.hashes)]),
    )
    outlets = np.concatenate([taken.facts.outlets, np.array([UNKNOWN], np.uint32)])
    return texts, Facts(outlets, np.concatenate([taken.facts.basis, np.array([basis], np.uint8)]))


def _receipt(folder: Folder) -> Run:
    if not folder.has(RUN):
        raise ArchiveError(
            shown(folder.location), "it holds no traced archive", "Make one: copydesk archive trace CORPUS -o LINKS."
        )
    way_out = "Trace the archive again with this one: what still fits is kept."
    try:
        run = msgspec.json.decode(folder.read(RUN), type=Run)
    except msgspec.DecodeError as error:
        raise ArchiveError(f"{shown(folder.location)}/{RUN}", "another version of copydesk wrote it", way_out) from error
    if run.words != VERSION:
        raise ArchiveError(f"{shown(folder.location)}/{RUN}", "another version of copydesk, or of Python, cut its words", way_out)
    return run
