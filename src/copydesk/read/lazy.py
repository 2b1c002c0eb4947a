"""A property that is worked out when it is first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801  (used as a decorator, like `property`)
    """`functools.cached_property` without its lock, which costs more than most of what the signs of a block ask for.

    Args:
        work: What works the value out.
    """

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, one: None, owner: type | None = None) -> "lazy[T]": ...
    @overload
    def __get__(self, one: object, owner: type | None = None) -> T: ...
    def __get__(self, one: object | None, owner: type | None = None) -> "T | lazy[T]":
        """Return the value; later uses find it on the object itself."""
        if one is None:
            return self
        value = one.__dict__[self.name] = self.work(one)
        return value
