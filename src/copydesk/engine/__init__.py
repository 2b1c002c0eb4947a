"""engine: runs the tasks of an archive, handed to it by composition, on this machine or on many.

    LocalEngine     processes on this machine
    open_ray        the same tasks on a Ray cluster with shared storage (extra `[ray]`)

Adapters only: what a task does is not known here.
"""

from copydesk.engine.local import LocalEngine
from copydesk.engine.memory import keep_memory
from copydesk.engine.ray import close_ray, open_ray

__all__ = ["LocalEngine", "close_ray", "keep_memory", "open_ray"]
