"""Links -> clusters of passages in the fields that users of passim (Smith et al., 2014) know.

Each line is one passage: `uid` (its number) and `id` of its article, `series` (the outlet), `date`, `cluster` and its `size`,
`begin` and `end` in code points, `text`. Passages of one article that overlap by half of the longer one are one passage, as there.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.archive.book import Shelves, read_book
from copydesk.archive.naming import WORK
from copydesk.archive.pages import articles_of
from copydesk.archive.receipt import RUN, Run
from copydesk.fetch.corpus import Batch, Columns, Portion, batches
from copydesk.fetch.corpus.batch import NO_TIME, BrokenCorpus
from copydesk.reuse.clusters import Clusters, clusters_of
from copydesk.store import Arrays, Folder

PASSIM = "passim.jsonl"


def write_passim(links: str, corpus: str, portions: tuple[Portion, ...]) -> int:
    """Write `passim.jsonl`; return how many clusters there are.

    The texts are read from the corpus once more, since the results hold no text.

    Args:
        links: The folder of a traced archive.
        corpus: The folder that the corpus is in.
        portions: The corpus's portions, as they were traced.

    Raises:
        ArchiveError: A file cannot be read or written.
    """
    folder = Folder(links)
    run = msgspec.json.decode(folder.read(RUN), type=Run)
    found = clusters_of(*_sides(folder, run.found))
    with Shelves(folder, read_book(folder, run.book)) as shelves:
        folder.write(PASSIM, _lines(Folder(corpus), run.config.columns, found, shelves, portions))
    return len(np.unique(found.clusters))


def _sides(folder: Folder, parts: tuple[str, ...]) -> tuple[NDArray[np.int64], NDArray[np.uint32]]:
    """Return for the two sides of every passage, which stand together, the article's number, and first code point and end."""
    articles, places = [np.empty((0, 2), np.int64)], [np.empty((0, 2, 2), np.uint32)]
    for name in parts:
        with Arrays(folder, f"{WORK}/{name}.arrays") as arrays:
            both = np.stack([arrays.get("later"), arrays.get("earlier")], axis=1)
            articles.append(np.repeat(both, arrays.get("passages"), axis=0))
            places.append(arrays.get("places").reshape(-1, 5)[:, :4].reshape(-1, 2, 2))
    return np.concatenate(articles).reshape(-1), np.concatenate(places).reshape(-1, 2)


def _lines(corpus: Folder, columns: Columns, found: Clusters, shelves: Shelves, portions: tuple[Portion, ...]) -> Iterator[bytes]:
    """Yield the lines in the order of the corpus."""
    base = at = 0
    for portion in portions:
        with corpus.open(portion.name) as file, suppress(BrokenCorpus):  # what came before the break was traced
            for batch in batches(file, portion, columns, articles_of):
                end = int(found.articles.searchsorted(base + len(batch.ids)))
                numbers = np.unique(found.articles[at:end])
                names = dict(zip(numbers.tolist(), shelves.names(numbers).to_pylist(), strict=True))
                for place in range(at, end):
                    row = int(found.articles[place]) - base
                    yield msgspec.json.encode(_line(found, place, batch, row) | {"id": names[base + row]}) + b"\n"
                base, at = base + len(batch.ids), end


def _line(found: Clusters, place: int, batch: Batch, row: int) -> dict[str, str | int]:
    """Return the fields of one passage, all but its article's id."""
    text = bytes(batch.data[batch.offsets[row] : batch.offsets[row + 1]]).decode("utf-8", "replace")
    begin, end, published = int(found.starts[place]), int(found.ends[place]), int(batch.published[row])
    return {
        "uid": int(found.articles[place]),
        "series": batch.outlets[row].as_py(),
        "date": datetime.fromtimestamp(published, UTC).date().isoformat() if published != NO_TIME else "",
        "cluster": int(found.clusters[place]),
        "size": int(found.sizes[place]),
        "begin": begin,
        "end": end,
        "text": text[begin:end],
    }
