"""What differs between two places where the same words stand, in words for people."""

from collections.abc import Iterable, Sequence
from typing import Literal

from rapidfuzz.distance import Levenshtein

from copydesk.records import Fidelity

Change = Literal["none", "trimmed", "altered"]

_ORDER: tuple[Fidelity, ...] = ("single", "verbatim", "trimmed", "unquoted", "made_quote", "altered", "misattributed")
_MOST_WORDS = 12  # of a piece that is named; longer ones are cut


def worst(found: Iterable[Fidelity]) -> Fidelity:
    """Return what an editor must know first."""
    return max(found, key=_ORDER.index, default="single")


def differs(full: Sequence[str], other: Sequence[str]) -> tuple[Change, str]:
    """Return how a form of a quote differs from its fullest form, and a phrase that says so.

    Args:
        full: Folded words of the fullest form.
        other: Folded words of the other.
    """
    left_out: list[str] = []
    changed: list[str] = []
    for step in Levenshtein.opcodes(list(full), list(other)):
        gone, come = full[step.src_start : step.src_end], other[step.dest_start : step.dest_end]
        if step.tag == "delete":
            left_out.append(piece(gone))
        elif step.tag == "insert":
            changed.append(f"adds {piece(come)}")
        elif step.tag == "replace":
            changed.append(f"has {piece(come)} for {piece(gone)}")
    if not left_out and not changed:
        return "none", ""
    phrases = [f"leaves out {' and '.join(left_out)}"] if left_out else []
    return ("altered" if changed else "trimmed"), "; ".join([*changed, *phrases])


def piece(words: Sequence[str]) -> str:
    """Return some words in quotation marks, cut where they are many."""
    shown = " ".join(words[:_MOST_WORDS])
    return f"“{shown} …”" if len(words) > _MOST_WORDS else f"“{shown}”"
