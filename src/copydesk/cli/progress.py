"""Progress on standard error, for people only."""

import sys
import time
from collections.abc import Mapping

STAGES = {
    "read": "reading",
    "mark": "marking",
    "trace": "tracing who took from whom",
    "group": "grouping into stories",
    "write": "weighing, writing and checking",
    "check": "checking",
    "judge": "asking for a second opinion",
    "answer": "the model writes; pieces of its answer:",
}
# Work on a few articles ends before a line could be read.
WORTH_TELLING = 25
WORTH_ESTIMATING = 2  # seconds


def shown(stage: str, done: int, total: int) -> None:
    """Show on one line how far a stage is, where standard error is a terminal and there is much to do.

    That a few very long texts are to be worked on is told anyway: for them there are no steps to be shown.
    """
    if stage == "long":
        texts = "a very long text" if done == 1 else f"{done:,} very long texts"
        sys.stderr.write(f"{texts} of {total:,} characters: this may take a minute and more\n")
        return
    if total < WORTH_TELLING or not sys.stderr.isatty():
        return
    if done % max(1, total // 100) == 0:
        sys.stderr.write(f"\r\033[K{STAGES.get(stage, stage)} {done:,} of {total:,}")
        sys.stderr.flush()


class Estimate:
    """Progress of a run of hours: how far each stage is and how long it will take at the pace so far.

    Args:
        stages: Name of a stage -> what it does, for people.
    """

    def __init__(self, stages: Mapping[str, str]) -> None:
        self._stages = stages
        self._stage = ""
        self._began = 0.0

    def shown(self, stage: str, done: int, total: int) -> None:
        """Show on one line how far a stage is, where standard error is a terminal."""
        if stage != self._stage:
            self._stage, self._began = stage, time.monotonic()
        if not sys.stderr.isatty():
            return
        passed = time.monotonic() - self._began
        left = f", {_duration(passed / done * (total - done))} left" if done and passed > WORTH_ESTIMATING and done < total else ""
        sys.stderr.write(f"\r\033[K{self._stages.get(stage, stage)}: {done:,} of {total:,} tasks{left}")
        sys.stderr.flush()


def _duration(seconds: float) -> str:
    """Return a duration as people say it."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return "less than a minute"
    return f"about {minutes} min" if minutes < 120 else f"about {minutes / 60:.0f} h"


def cleared() -> None:
    """Remove the progress line."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()
