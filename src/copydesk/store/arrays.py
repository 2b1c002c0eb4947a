"""Several arrays in one file, of which any slice can be read without the rest.

    8 bytes: length of the header | header (JSON: name -> type, shape, place) | the numbers, one array behind the other

The layout is that of safetensors, whose own reader opens only files on a local disk.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.store.folder import Folder

Array = NDArray[Any]

_TYPES = {"U8": np.uint8, "U16": np.uint16, "U32": np.uint32, "U64": np.uint64, "I32": np.int32, "I64": np.int64}
_NAMES = {np.dtype(kind): name for name, kind in _TYPES.items()}
_ALIGNED = 8
_NEAR = 1 << 14  # bytes: slices that stand nearer to each other are read in one go


def write_arrays(folder: Folder, name: str, arrays: Mapping[str, Array]) -> None:
    """Write one-dimensional arrays of whole numbers as one file.

    Raises:
        ArchiveError: It cannot be written.
    """
    folder.write(name, _parts(arrays))


def _parts(arrays: Mapping[str, Array]) -> Iterator[bytes | memoryview]:
    header: dict[str, Any] = {}
    at = 0
    for key in sorted(arrays, key=lambda key: (-arrays[key].itemsize, key)):  # so that each begins where its type may
        end = at + arrays[key].nbytes
        header[key] = {"dtype": _NAMES[arrays[key].dtype], "shape": [len(arrays[key])], "data_offsets": [at, end]}
        at = end
    encoded = json.dumps(header).encode()
    encoded += b" " * (-len(encoded) % _ALIGNED)
    yield len(encoded).to_bytes(8, "little")
    yield encoded
    for key in header:
        yield _bytes(arrays[key])


def _bytes(array: Array) -> bytes | memoryview:
    """Return the bytes of an array, which are not copied where it has any."""
    return np.ascontiguousarray(array).data.cast("B") if array.size else b""


class Arrays:
    """The arrays of one file; open it with `with`.

    Args:
        folder: Where it is.
        name: Its name.

    Raises:
        ArchiveError: It is not there or cannot be read.
    """

    def __init__(self, folder: Folder, name: str) -> None:
        self._file = folder.open(name)
        size = int.from_bytes(self._file.read_at(8, 0), "little")
        self._header = json.loads(self._file.read_at(size, 8))
        self._base = 8 + size
        self._wholes: dict[str, Array] = {}

    def __enter__(self) -> "Arrays":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def size(self, key: str) -> int:
        """Return how many numbers an array has."""
        return int(self._header[key]["shape"][0])

    def get(self, key: str, start: int = 0, end: int | None = None) -> Array:
        """Return the numbers of an array from `start` to `end`, both counted in numbers; they are not to be changed."""
        entry = self._header[key]
        kind = np.dtype(_TYPES[entry["dtype"]])
        stop = entry["shape"][0] if end is None else end
        if stop <= start:
            return np.empty(0, kind)
        place = self._base + entry["data_offsets"][0] + start * kind.itemsize
        return np.frombuffer(self._file.read_at((stop - start) * kind.itemsize, place), kind)

    def whole(self, key: str) -> Array:
        """Return a whole array, which is read once."""
        if key not in self._wholes:
            self._wholes[key] = self.get(key)
        return self._wholes[key]

    def slices(self, key: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Array:
        """Return several slices, one behind the other; they are given in order and read together where they stand near."""
        kind = np.dtype(_TYPES[self._header[key]["dtype"]])
        if not len(starts):
            return np.empty(0, kind)
        far = np.flatnonzero((starts[1:] - ends[:-1]) * kind.itemsize > _NEAR) + 1
        pieces = []
        for first, stop in zip((0, *far.tolist()), (*far.tolist(), len(starts)), strict=True):
            low = int(starts[first])
            together = self.get(key, low, int(ends[stop - 1]))
            here, there = starts[first:stop] - low, ends[first:stop] - low
            if stop - first == 1:
                pieces.append(together)
            else:
                pieces += [together[start:end] for start, end in zip(here.tolist(), there.tolist(), strict=True)]
        return np.concatenate(pieces)
