"""Progress on standard error, for people only."""

import sys

STAGES = {
    "read": "reading",
    "mark": "marking",
    "trace": "tracing who took from whom",
    "group": "grouping into stories",
    "write": "weighing, writing and checking",
    "check": "checking",
}
# Work on a few articles ends before a line could be read.
WORTH_TELLING = 25


def shown(stage: str, done: int, total: int) -> None:
    """Show on one line how far a stage is, where standard error is a terminal and there is much to do."""
    if total < WORTH_TELLING or not sys.stderr.isatty():
        return
    if done % max(1, total // 100) == 0:
        sys.stderr.write(f"\r\033[K{STAGES.get(stage, stage)} {done:,} of {total:,}")
        sys.stderr.flush()


def cleared() -> None:
    """Remove the progress line."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
