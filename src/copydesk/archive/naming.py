"""Files named by what they hold or come from, so that what is there need not be made again."""

import hashlib
from typing import Any

import msgspec
from numpy.typing import NDArray

from copydesk.store import Folder, write_arrays

WORK = "work"  # the folder of what is only needed to go on
_DIGITS = 24


def digest(*told: object) -> str:
    """Return 24 hexadecimal digits that stand for some records or values.

    Args:
        told: What msgspec encodes as JSON.
    """
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()[:_DIGITS]


def kept(folder: Folder, key: str, array: NDArray[Any]) -> str:
    """Write one array under its key and a name that stands for its numbers; return the name.

    Raises:
        ArchiveError: It cannot be written.
    """
    name = f"{WORK}/{key}-{hashlib.sha256(array.tobytes()).hexdigest()[:_DIGITS]}.arrays"
    write_arrays(folder, name, {key: array})
    return name
