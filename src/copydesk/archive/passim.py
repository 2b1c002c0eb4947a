"""Links -> clusters of passages in the fields that users of passim (Smith et al., 2014) know.

Each line is one passage: `uid` (its number) and `id` of its article, `series` (the outlet), `date`, `cluster` and its `size`,
`begin` and `end` in code points, `text`. Passages of one article that overlap by half of the longer one are one passage, as there.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.archive.book import Book, Shelves, read_book
from copydesk.archive.naming import WORK
from copydesk.archive.pages import articles_of
from copydesk.archive.receipt import RUN, Run
from copydesk.fetch.corpus import Batch, Columns, Portion, batches
from copydesk.fetch.corpus.batch import NO_TIME, BrokenCorpus
from copydesk.reuse.clusters import Sides, gathered, join_overlapping, paired, settle
from copydesk.store import Arrays, Folder

PASSIM = "passim.jsonl"
_SORTING = 200  # bytes that are held for each side of a passage while those of some articles are looked at


def write_passim(links: str, corpus: str, portions: tuple[Portion, ...]) -> int:
    """Write `passim.jsonl`; return how many clusters there are.

    The texts are read from the corpus once more, since the results hold no text. Passages are looked at as many at once as the run
    had memory for; 32 bytes are held beside them for each, and a few for each article.

    Args:
        links: The folder of a traced archive.
        corpus: The folder that the corpus is in.
        portions: The corpus's portions, as they were traced.

    Raises:
        ArchiveError: A file cannot be read or written.
    """
    folder = Folder(links)
    run = msgspec.json.decode(folder.read(RUN), type=Run)
    book = read_book(folder, run.book)
    found = _Passages(folder, run.found, book.texts, max(1, run.config.memory // _SORTING))
    with Shelves(folder, book) as shelves:
        texts = _Texts(Folder(corpus), run.config.columns, _with_articles(portions, book))
        folder.write(PASSIM, _lines(texts, shelves, found.in_order()))
    return found.clusters


class _Passage(NamedTuple):
    """A passage: number of its article, code points, number of its cluster and how many that has."""

    article: int
    begin: int
    end: int
    cluster: int
    size: int


class _Passages:
    """The passages of an archive, read from its links some articles at a time.

    Args:
        folder: Where the archive is.
        parts: Names of the parts of the links, without their endings.
        articles: How many articles there are.
        most: How many sides of passages may be looked at together; those of one article always are.

    Attributes:
        clusters: How many clusters there are.
    """

    def __init__(self, folder: Folder, parts: Sequence[str], articles: int, most: int) -> None:
        self._folder = folder
        self._parts = parts
        counts = np.zeros(articles, np.int64)
        for part in parts:
            with Arrays(folder, f"{WORK}/{part}.arrays") as arrays:
                for side in ("later", "earlier"):
                    np.add.at(counts, arrays.get(side), arrays.get("passages"))
        self._bounds = stretches(counts, most)
        self._roots = paired(int(counts.sum()))
        for low, high in self._bounds:
            join_overlapping(self._roots, self._sides(low, high))
        settle(self._roots)
        self._sizes = np.zeros(len(self._roots), np.int64)
        for low, high in self._bounds:
            np.add.at(self._sizes, gathered(self._roots, self._sides(low, high)).roots, 1)
        self._numbers = np.cumsum(self._sizes > 0) - 1
        self.clusters = int(np.count_nonzero(self._sizes))

    def in_order(self) -> Iterator[_Passage]:
        """Yield all passages in the order of articles and places."""
        for low, high in self._bounds:
            found = gathered(self._roots, self._sides(low, high))
            columns = (found.texts, found.starts, found.ends, self._numbers[found.roots], self._sizes[found.roots])
            for fields in zip(*(column.tolist() for column in columns), strict=True):
                yield _Passage(*fields)

    def _sides(self, low: int, high: int) -> Sides:
        """Return the sides that stand in the articles from `low` to `high`."""
        numbers, texts = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
        places = [np.empty((0, 2), np.uint32)]
        base = 0
        for part in self._parts:
            with Arrays(self._folder, f"{WORK}/{part}.arrays") as arrays:
                both = np.stack([arrays.get("later"), arrays.get("earlier")], axis=1)
                both = np.repeat(both, arrays.get("passages"), axis=0)
                passages, sides = np.nonzero((both >= low) & (both < high))
                rows = arrays.get("places").reshape(-1, 5)[:, :4].reshape(-1, 2, 2)
                numbers.append(base + 2 * passages + sides)
                texts.append(both[passages, sides])
                places.append(rows[passages, sides])
                base += 2 * len(both)
        return Sides(np.concatenate(numbers), np.concatenate(texts), np.concatenate(places))


def stretches(counts: NDArray[np.int64], most: int) -> list[tuple[int, int]]:
    """Return stretches of things of which each has no more than `most` together, or is a single thing; those without are left out.

    Args:
        counts: What each thing has.
        most: What a stretch may have.
    """
    some = np.flatnonzero(counts)
    before = np.concatenate([[0], counts[some].cumsum()])
    found, at = list[tuple[int, int]](), 0
    while at < len(some):
        end = max(at + 1, int(before.searchsorted(before[at] + most, side="right")) - 1)
        found.append((int(some[at]), int(some[end - 1]) + 1))
        at = end
    return found


class _Texts(NamedTuple):
    """The texts of a corpus: where it is, which of its columns hold what, and its portions."""

    corpus: Folder
    columns: Columns
    portions: Sequence[Portion]

    def batches(self) -> Iterator[Batch]:
        """Yield them in the order of the articles' numbers."""
        for portion in self.portions:
            with self.corpus.open(portion.name) as file, suppress(BrokenCorpus):  # what came before the break was traced
                yield from batches(file, portion, self.columns, articles_of)


def _with_articles(portions: Sequence[Portion], book: Book) -> list[Portion]:
    """Return the portions of files that gave articles: others need not be read again, and may be gone."""
    files = {shard.corpus for shard in book.shards}
    return [portion for portion in portions if portion.name in files]


def _lines(texts: _Texts, shelves: Shelves, passages: Iterator[_Passage]) -> Iterator[bytes]:
    """Yield the lines in the order of the corpus."""
    base = 0
    passage = next(passages, None)
    for batch in texts.batches():
        here: list[_Passage] = []
        while passage and passage.article < base + len(batch.ids):
            here.append(passage)
            passage = next(passages, None)
        numbers = np.unique(np.array([one.article for one in here], np.int64))
        names = dict(zip(numbers.tolist(), shelves.names(numbers).to_pylist(), strict=True))
        for one in here:
            yield msgspec.json.encode(_line(one, batch, one.article - base) | {"id": names[one.article]}) + b"\n"
        base += len(batch.ids)


def _line(passage: _Passage, batch: Batch, row: int) -> dict[str, str | int]:
    """Return the fields of one passage, all but its article's id."""
    text = bytes(batch.data[batch.offsets[row] : batch.offsets[row + 1]]).decode("utf-8", "replace")
    published = int(batch.published[row])
    return {
        "uid": passage.article,
        "series": batch.outlets[row].as_py(),
        "date": datetime.fromtimestamp(published, UTC).date().isoformat() if published != NO_TIME else "",
        "cluster": passage.cluster,
        "size": passage.size,
        "begin": passage.begin,
        "end": passage.end,
        "text": text[passage.begin : passage.end],
    }
