"""Processes on this machine."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from multiprocessing.process import BaseProcess

from copydesk.errors import ArchiveError
from copydesk.ports import Done, Task

_TRIES = 3  # how often workers may be lost before a task is to blame


class LocalEngine:
    """Fulfils `copydesk.ports.Engine` with processes.

    Args:
        workers: How many tasks run at once; 1: none but this process, which is also how a task is looked at with a debugger.
    """

    def __init__(self, workers: int = 1) -> None:
        self._workers = max(1, workers)

    @property
    def name(self) -> str:
        """Name and version."""
        return f"local processes, {self._workers}"

    def run(self, function: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Run a function on each task; see [`Engine.run`][copydesk.ports.Engine.run]."""
        if self._workers == 1 or len(tasks) == 1:
            yield from map(function, tasks)
            return
        open_tasks = list(range(len(tasks)))
        for _ in range(_TRIES):
            lost: list[int] = []
            yield from self._round(function, tasks, open_tasks, lost)
            if not lost:
                return
            open_tasks = lost
        raise ArchiveError(
            str(tasks[open_tasks[0]]),
            f"a worker died {_TRIES} times, perhaps for want of memory",
            "Run again with fewer --workers or less --memory: what is done is kept.",
        )

    def _round(
        self, function: Callable[[Task], Done], tasks: Sequence[Task], open_tasks: Sequence[int], lost: list[int]
    ) -> Iterator[Done]:
        """Run tasks in a fresh pool; those whose worker died are noted in `lost`."""
        context = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
        others = multiprocessing.active_children()
        with ExitStack() as unfinished:
            pool = ProcessPoolExecutor(min(self._workers, len(open_tasks)), mp_context=context, initializer=_unheard)
            unfinished.callback(_end, pool, others)
            started: dict[Future[Done], int] = {pool.submit(function, tasks[at]): at for at in open_tasks}
            for future in as_completed(started):
                try:
                    done = future.result()
                except BrokenProcessPool:
                    lost.append(started[future])
                else:
                    yield done
            unfinished.pop_all()
            pool.shutdown()


def _end(pool: ProcessPoolExecutor, others: Sequence[BaseProcess]) -> None:
    """End a pool whose tasks are not done, and its workers at once; other processes of this one go on."""
    pool.shutdown(wait=False, cancel_futures=True)
    for worker in multiprocessing.active_children():
        if worker not in others:
            worker.terminate()


def _unheard() -> None:
    """Leave Ctrl-C to the process that was started by hand, which ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
