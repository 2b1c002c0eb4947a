"""The whole pipeline: start-up, five articles to a page, and a pile of 982 articles to dossiers.

Run: .venv/bin/python benchmarks/pipeline.py [SHARED [SIZE…]]

SHARED is the folder with the seeds and the labelled data (default ../shared). Prints Markdown. Every figure is taken in a process
of its own; times are CPU seconds (user + system) of that process, because wall time on a shared machine tells little.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COPYDESK = str(Path(sys.executable).with_name("copydesk"))
SIZES = tuple(int(s) for s in sys.argv[2:]) or (125, 250, 500, 982)
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}


def measured(command: list[str], runs: int) -> tuple[float, float, float]:
    """Return the medians of wall seconds and CPU seconds, and the largest peak memory in MB, of a command."""
    walls, cpus, peaks = [], [], []
    for _ in range(runs):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **ONE_THREAD})
        _, _, usage = os.wait4(process.pid, 0)
        walls.append(time.perf_counter() - started)
        cpus.append(usage.ru_utime + usage.ru_stime)
        peaks.append(usage.ru_maxrss / 1024)
    return statistics.median(walls), statistics.median(cpus), max(peaks)


def pile(articles: Path, count: int, folder: Path) -> Path:
    """Write the first `count` articles of every event in turn as one JSON Lines file."""
    rows = [json.loads(line) for line in articles.read_text(encoding="utf-8").splitlines()]
    kept = sorted(rows, key=lambda row: (row["cluster"], row["id"]))[:: max(1, len(rows) // count)][:count]
    path = folder / f"{count}.jsonl"
    lines = (json.dumps({"title": row["title"], "text": row["text"]}) for row in kept)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def main() -> None:
    """Print all figures."""
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared")
    print("| what | wall s | CPU s | peak MB |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            ("`copydesk --help`", [COPYDESK, "--help"], 9),
            ("`python -c 'import numpy'`, for comparison", [sys.executable, "-c", "import numpy"], 9),
            ("five articles to pages, cold", [COPYDESK, "story", str(shared / "seeds"), "-o", str(folder / "out")], 5),
        ]
        for what, command, runs in rows:
            wall, cpu, peak = measured(command, runs)
            print(f"| {what} | {wall:.2f} | {cpu:.2f} | {peak:.0f} |", flush=True)
        print("\n| articles | CPU s | articles per core-second | peak MB |\n|---|---|---|---|")
        for size in SIZES:
            path = pile(shared / "data" / "ecbplus" / "articles.jsonl", size, folder)
            _, cpu, peak = measured([COPYDESK, "story", str(path), "--format", "json"], 1)
            print(f"| {size} | {cpu:.1f} | {size / cpu:.0f} | {peak:.0f} |", flush=True)


if __name__ == "__main__":
    main()
