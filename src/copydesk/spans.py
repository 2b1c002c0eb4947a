"""Half-open spans of code points, and their arithmetic."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

import msgspec


class Spanned(Protocol):
    """Anything that stands at a place in a text."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """Behind the last code point."""
        ...


S = TypeVar("S", bound=Spanned)
T = TypeVar("T")


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range of code points: `text[start:end]`.

    Attributes:
        start: First code point, from 0.
        end: Behind the last code point, `>= start`.
    """

    start: int
    end: int


def overlap(a: Spanned, b: Spanned) -> int:
    """Return how many code points two spans share."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def contains(outer: Spanned, inner: Spanned) -> bool:
    """Return whether `inner` lies wholly inside `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


def merged(spans: Iterable[Spanned], gap: int = 0) -> tuple[Span, ...]:
    """Return the union of spans in order; those at most `gap` code points apart become one."""
    union: list[Span] = []
    for span in sorted((s.start, s.end) for s in spans):
        if union and span[0] <= union[-1].end + gap:
            union[-1] = Span(union[-1].start, max(union[-1].end, span[1]))
        else:
            union.append(Span(*span))
    return tuple(union)


def covered(span: Spanned, by: Iterable[Spanned]) -> float:
    """Return the share of `span`, in [0, 1], that the spans `by` cover together."""
    length = span.end - span.start
    return sum(overlap(span, other) for other in merged(by)) / length if length else 0.0


def inside(outer: Spanned, marks: Sequence[S]) -> tuple[S, ...]:
    """Return the marks that lie wholly inside `outer`, in their order."""
    return tuple(mark for mark in marks if contains(outer, mark))


def stripped(text: str, start: int, end: int) -> Span:
    """Return the span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


class Places(Generic[T]):
    """Values at spans of one text, looked up by span without a walk over all of them.

    Args:
        values: First code point, one behind the last, and the value there; spans may overlap.
    """

    def __init__(self, values: Iterable[tuple[int, int, T]]) -> None:
        self._values = sorted(values, key=lambda value: value[:2])
        self._reach: list[int] = []
        for _, end, _ in self._values:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def touching(self, span: Spanned) -> Iterator[tuple[int, int, T]]:
        """Yield what shares at least one code point with a span, in the order of the starts."""
        first = bisect_right(self._reach, span.start)
        for start, end, value in self._values[first : bisect_left(self._values, span.end, key=lambda value: value[0])]:
            if end > span.start:
                yield start, end, value
