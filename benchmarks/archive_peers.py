"""A peer of `copydesk archive trace` on one corpus: prints the pairs of articles that it takes for copies, as numbers.

Run: python benchmarks/archive_peers.py datasketch|rensa|text_dedup NEWS.parquet

They are used as their documents show: 128 permutations and words in runs of five, datasketch at a Jaccard index of .5 or more,
rensa's index of 32 bands of 4 rows with the same threshold on the estimate, text-dedup's command line (MinHash) with its defaults;
of its clusters each article is paired with the first.
"""

import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

RUN = 5
PERMUTATIONS = 128
BANDS = 32
ENOUGH = 0.5


def runs(text: str) -> set[str]:
    """Return the runs of words of a text."""
    words = text.lower().split()
    return {" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))}


def texts(path: str) -> Iterator[tuple[int, str]]:
    """Yield the articles with their numbers."""
    for batch in pq.ParquetFile(path).iter_batches(1000, columns=["id", "text"]):
        for article, text in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield int(article.lstrip("a")), text


def datasketch(articles: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that datasketch finds."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415 -- one peer is installed, or the other

    index = MinHashLSH(threshold=ENOUGH, num_perm=PERMUTATIONS)
    for number, text in articles:
        mark = MinHash(num_perm=PERMUTATIONS)
        mark.update_batch([run.encode() for run in runs(text)])
        yield from ((number, other) for other in index.query(mark))
        index.insert(number, mark, check_duplication=False)


def rensa(articles: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that rensa finds."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415 -- one peer is installed, or the other

    index = RMinHashLSH(threshold=ENOUGH, num_perm=PERMUTATIONS, num_bands=BANDS)
    marks: dict[int, RMinHash] = {}
    for number, text in articles:
        mark = RMinHash(num_perm=PERMUTATIONS, seed=42)
        mark.update(list(runs(text)))
        yield from ((number, other) for other in index.query(mark) if mark.jaccard(marks[other]) >= ENOUGH)
        index.insert(number, mark)
        marks[number] = mark


def text_dedup(path: str) -> Iterator[tuple[int, int]]:
    """Yield the pairs that text-dedup finds."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "text_dedup.minhash", "--path", "parquet", "--data_files", path, "--split", "train"]
        command += ["--cache_dir", f"{folder}/cache", "--output", f"{folder}/out", "--column", "text", "--num_proc", "1", "--debug"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        parents = pickle.loads(Path(folder, "out", "uf.pkl").read_bytes()).parent
    yield from ((article, parents[article]) for article in list(parents) if parents[article] != article)


if __name__ == "__main__":
    peer, corpus = sys.argv[1:]
    found = text_dedup(corpus) if peer == "text_dedup" else {"datasketch": datasketch, "rensa": rensa}[peer](texts(corpus))
    for one, other in found:
        print(one, other)
