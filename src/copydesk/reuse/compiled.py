"""One door to numba: plain functions over arrays, compiled when they are first called and kept on disk from then on."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

import numba

P = ParamSpec("P")
R = TypeVar("R")
# A whole number of a compiled function: numba settles how wide it is.
Whole = Any


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function compiled for the types it is called with; the bare one stays at hand as `py_func`."""
    return cast(Callable[P, R], numba.njit(function, cache=True, nogil=True))
