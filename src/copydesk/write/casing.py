"""The case of a headline. It changes no word, so it is set behind the check; quotations stay as they are."""

import re
from typing import Literal

Case = Literal["sentence", "title", "up"]

_SMALL = frozenset("a an the and but or nor for as at by in of off on per to up via with from into over than that if".split())  # noqa: SIM905
_PARTS = re.compile(r"(“.*?”|\".*?\"|„.*?“|«.*?»)")
_WORD = re.compile(r"[^\W\d_][\w’']*")


def cased(headline: str, case: Case) -> str:
    """Return a headline in a case."""
    if case == "sentence":
        return headline
    parts = _PARTS.split(headline)
    if case == "up":
        return "".join(part if at % 2 else part.upper() for at, part in enumerate(parts))
    first = next((m.start() for m in _WORD.finditer(parts[0])), -1)
    words = [m.start() for m in _WORD.finditer(parts[-1])]
    last = words[-1] if words else -1
    return "".join(
        part if at % 2 else _titled(part, first if at == 0 else -1, last if at == len(parts) - 1 else -1)
        for at, part in enumerate(parts)
    )


def _titled(part: str, first: int, last: int) -> str:
    """Return a part of a headline with a capital at each principal word, and at its first and last one."""

    def word(found: re.Match[str]) -> str:
        if found[0] in _SMALL and found.start() not in (first, last):
            return found[0]
        return found[0][0].upper() + found[0][1:]

    return _WORD.sub(word, part)
