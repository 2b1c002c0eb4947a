"""A Ray cluster: the same tasks on many machines that share the corpus and the results."""

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType
from typing import Any

from copydesk.errors import ArchiveError, MissingExtra
from copydesk.ports import Done, Task

_TRIES = 3  # how often a task is run again whose worker was lost
_AHEAD = 4  # tasks handed in per core, so that no core waits


class RayEngine:
    """Fulfils `copydesk.ports.Engine` on a cluster.

    Args:
        ray: The library, connected.
        memory: Bytes that a task may take, about: a machine is given no more tasks than it has memory for.
    """

    def __init__(self, ray: ModuleType, memory: int) -> None:
        self._ray = ray
        self._memory = memory

    @property
    def name(self) -> str:
        """Name and version."""
        return f"ray {self._ray.__version__}"

    def run(self, function: Callable[[Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Run a function on each task; see [`Engine.run`][copydesk.ports.Engine.run]."""
        remote = self._ray.remote(max_retries=_TRIES, num_cpus=1, memory=self._memory)(_called)
        waiting = iter(tasks)
        running = dict[object, Task]()
        room = _AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        try:
            while True:
                while len(running) < room and (task := next(waiting, None)) is not None:
                    running[remote.remote(function, task)] = task
                if not running:
                    return
                ready, _ = self._ray.wait(list(running), num_returns=1)
                task = running.pop(ready[0])
                yield self._result(ready[0], task)
        finally:
            for reference in running:
                self._ray.cancel(reference, force=True)

    def _result(self, reference: object, task: object) -> Any:  # noqa: ANN401 -- whatever the function returns
        try:
            return self._ray.get(reference)
        except self._ray.exceptions.RayTaskError as error:
            raise (error.cause if isinstance(error.cause, ArchiveError) else error) from error
        except self._ray.exceptions.RayError as error:
            way_out = "Run again: what is done is kept."
            raise ArchiveError(str(task), f"its worker was lost {_TRIES + 1} times: {type(error).__name__}", way_out) from error


def _called(function: Callable[[Task], Done], task: Task) -> Done:
    return function(task)


def open_ray(address: str | None, workers: int, memory: int) -> RayEngine:
    """Connect to a cluster, or start one on this machine where no address is given.

    Args:
        address: As Ray takes it: `auto`, `ray://host:10001`, `host:6379`; None starts one here.
        workers: Cores of a cluster that is started here.
        memory: Bytes that a task may take, about.

    Raises:
        MissingExtra: Ray is not installed.
        ArchiveError: There is no cluster at the address.
    """
    try:
        import ray  # noqa: PLC0415 -- an optional extra
    except ModuleNotFoundError as error:
        raise MissingExtra("ray", "--engine ray") from error
    try:
        if address:
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
        else:
            ray.init(num_cpus=workers, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, ValueError) as error:
        raise ArchiveError(address or "ray", f"no cluster answers: {error}", "Start one with `ray start --head`.") from error
    return RayEngine(ray, memory)


def close_ray() -> None:
    """Leave the cluster, where one was entered; one that was started here ends."""
    ray = sys.modules.get("ray")
    if ray is not None:
        ray.shutdown()
