"""Keeping memory that was given back, for the next arrays."""

import ctypes
import os

# Options of glibc's mallopt, and how many bytes may be kept.
_TRIM, _MMAP = -1, -3
_KEPT = 1 << 30


def keep_memory() -> None:
    """Let this process, and those it starts, keep memory that arrays gave back instead of asking the system for it anew.

    Arrays of some megabytes come and go by the thousand; to have the pages cleared each time took a twentieth of all time. Where
    the C library is another than glibc nothing is done.
    """
    os.environ.setdefault("MALLOC_TRIM_THRESHOLD_", str(_KEPT))
    os.environ.setdefault("MALLOC_MMAP_THRESHOLD_", str(_KEPT))
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if os.name == "posix" else None
    if mallopt is not None:
        mallopt(_TRIM, _KEPT)
        mallopt(_MMAP, _KEPT)
