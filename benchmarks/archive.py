"""`copydesk archive trace` on invented news of which it is known what was copied from what, and its peers in the same run.

Run: .venv/bin/python benchmarks/archive.py [--folder FOLDER] [--peers PYTHON] SIZE…

Prints Markdown. Each measure is taken in a process of its own, CPU seconds are user + system of it, on one core. The peers read the
texts and only find pairs; copydesk also writes links with passages, groups and an index. The news are made once for each size and
kept in FOLDER (default: the system's folder for temporary files). The peers are to be installed for a Python of their own, because
they want other versions of what copydesk uses: pip install pyarrow datasketch rensa text-dedup
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import invented as news

from copydesk.archive.finding import Archive

COPYDESK = str(Path(sys.executable).with_name("copydesk"))
ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "NUMBA_NUM_THREADS": "1",
    "ARROW_NUM_THREADS": "1",
}
# Each with the largest corpus that it is given: beyond, it would take an hour or more memory than this machine has.
PEERS = {"datasketch": 100_000, "rensa": 1_000_000, "text_dedup": 100_000}
Pair = tuple[int, int]


def corpus(folder: Path, size: int) -> Path:
    """Return a corpus of that size, made now or before."""
    path = folder / f"news-{size}"
    if not (path / ".truth.json").exists():
        news.write(path, size)
    return path


def measured(command: list[str]) -> tuple[float, float, bytes]:
    """Return CPU seconds, the largest peak memory in MB and the output of a command."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, env={**os.environ, **ONE_THREAD})
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"failed: {' '.join(command)}")
        output.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read()


def warm_up(folder: Path) -> None:
    """Run once, so that what is compiled on a machine's first run is on disk."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        measured([COPYDESK, "archive", "trace", str(corpus(folder, 1_000)), "-o", f"{name}/links", "--workers", "1"])


def truth_of(path: Path) -> news.Truth:
    """Return what was made of what."""
    return news.Truth(**json.loads((path / ".truth.json").read_text()))


def judged(truth: news.Truth, pairs: Iterable[Pair]) -> dict[str, float]:
    """Return recall by kind and precision of pairs of articles.

    An article is found when it stands in a pair with any other that holds what it was made of.
    """
    roots = truth.roots()
    found: set[int] = set()
    right = total = 0
    for one, other in pairs:
        total += 1
        if roots[one] & roots[other]:
            right += 1
            for made, rest in ((one, other), (other, one)):
                if truth.kind[made] and (truth.source[made] == rest or truth.source[made] in roots[rest]):
                    found.add(made)
    hits, all_ = Counter[str](), Counter[str]()
    for at, kind in enumerate(truth.kind):
        if kind:
            names = [news.KINDS[kind]] + ([f"loan of {truth.sentences[at]}"] if kind == news.KINDS.index("loan") else [])
            for name in names:
                all_[name] += 1
                hits[name] += at in found
    return {**{name: hits[name] / all_[name] for name in sorted(all_)}, "precision": right / max(1, total), "pairs": total}


def number(article: str) -> int:
    """Return the number of an article."""
    return int(article.lstrip("a"))


def linked(results: Path) -> Iterator[Pair]:
    """Yield the pairs of links."""
    for part in sorted((results / "links").glob("*.parquet")):
        table = pq.read_table(part, columns=["later_id", "earlier_id"])
        for later, earlier in zip(*(column.to_pylist() for column in table.columns), strict=True):
            yield number(later), number(earlier)


def wire(results: Path, truth: news.Truth) -> tuple[int, int]:
    """Return how many copies of the story that everybody prints are in its group, of how many."""
    copies = {at for at, source in enumerate(truth.source) if source == truth.wire and news.KINDS[truth.kind[at]] == "copy"}
    for members in pq.read_table(results / "groups.parquet")["articles"].to_pylist():
        group = {number(member) for member in members}
        if truth.wire in group:
            return len(copies & group), len(copies)
    return 0, len(copies)


def searched(path: Path, results: Path, count: int = 200) -> str:
    """Return how long it takes to ask an open archive for articles that it has."""
    texts = next(pq.ParquetFile(path / "news.parquet").iter_batches(count + 1, columns=["text"])).column(0).to_pylist()
    taken: list[float] = []
    with Archive(str(results)) as archive:
        for text in texts:
            started = time.perf_counter()
            archive.find(text)
            taken.append(1000 * (time.perf_counter() - started))
    middle, high = statistics.quantiles(taken[1:], n=20)[9], statistics.quantiles(taken[1:], n=20)[18]
    return f"find: half of {count} searches under {middle:.1f} ms, 95 of 100 under {high:.1f} ms"


def row(name: str, size: int, seconds: float, peak: float, found: dict[str, float]) -> str:
    """Return a row of the table."""
    kinds = ("copy", "edit", "loan", "loan of 2", "precision")
    return f"| {name} | {size:,} | {' | '.join(f'{found[kind]:.3f}' for kind in kinds)} | {size / seconds:,.0f} | {peak:,.0f} |"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "copydesk-archive")
    parser.add_argument("--peers", metavar="PYTHON", help="a Python that has the peers")
    given = parser.parse_args()
    print("| method | articles | copies | edits | loans | loans of 2 sentences | precision | articles per core-second | peak MB |")
    print("|---|---|---|---|---|---|---|---|---|")
    given.folder.mkdir(parents=True, exist_ok=True)
    warm_up(given.folder)
    for size in given.sizes:
        path = corpus(given.folder, size)
        truth = truth_of(path)
        with tempfile.TemporaryDirectory(dir=given.folder) as name:
            results = Path(name) / "links"
            command = [COPYDESK, "archive", "trace", str(path), "-o", str(results), "--workers", "1"]
            seconds, peak, _ = measured(command)
            print(row("copydesk", size, seconds, peak, judged(truth, linked(results))), flush=True)
            joined, copies = wire(results, truth)
            print(f"copydesk at {size:,}: {searched(path, results)}", file=sys.stderr)
            print(f"copydesk at {size:,}: {joined} of {copies} copies of one story in its group", file=sys.stderr)
        for peer in PEERS if given.peers else ():
            if size > PEERS[peer]:
                continue
            command = [given.peers, str(Path(__file__).with_name("archive_peers.py")), peer, str(path / "news.parquet")]
            seconds, peak, output = measured(command)
            pairs = [(int(a), int(b)) for a, b in (line.split() for line in output.splitlines())]
            print(row(peer, size, seconds, peak, judged(truth, pairs)), flush=True)


if __name__ == "__main__":
    main()
