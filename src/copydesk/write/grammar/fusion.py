"""Two statements in one sentence: under one "the Gazette reports that", or with one subject."""

from copydesk.write.grammar.finish import finished, opened
from copydesk.write.grammar.lexicon import CONDITIONS, NEGATIONS, REPORTING
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase
from copydesk.write.grammar.telling import takes, trailing_telling

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LONGEST, _LONGEST_PAIR = 18, 30  # words of a statement that is joined to another one, and of both


def joinable(phrase: Phrase) -> bool:
    """Return whether a statement can stand under a "that" together with another one.

    It is short and plain: its subject first, nobody speaks in it, and no condition holds for it alone.
    """
    if phrase.count > _LONGEST or any(phrase.quoted()) or phrase.has(*CONDITIONS) or not takes(phrase, "that"):
        return False
    speaks = any(w.lemma in REPORTING and w.tag == "VERB" and phrase.children(i, "ccomp") for i, w in enumerate(phrase.words))
    apart = any(word.form in (";", ":", "—", "–", "--") for word in phrase.words)
    return not (speaks or apart or trailing_telling(phrase) or phrase.has("reportedly", "according"))


def brief(first: Phrase, second: Phrase) -> bool:
    """Return whether two statements are short enough for one sentence."""
    return first.count + second.count <= _LONGEST_PAIR


def fused(told: str, second: Phrase, below: str) -> str:
    """Return two statements under one attribution: "the Gazette reports that A and that B".

    Args:
        told: The first one with who reports it before it.
        second: The second one.
        below: Its text as it goes on behind other words.
    """
    return finished(f"{opened(told)}, and that {opened(below)}.")


def shared_subject(first: Phrase, second: Phrase) -> Phrase | None:
    """Return what the second of two statements says of the first one's subject: "will announce …"; None where it has another.

    The first one has no other verb that "and" could belong to, and no "not" that would hold for both.
    """
    before, own = subject(first), subject(second)
    if before is None or own is None or first.has(*NEGATIONS):
        return None
    same = own.text.casefold() == before.text.casefold() or (
        own.words[-1].tag == "PROPN" and before.words[-1].low == own.words[-1].low and _within(own, before)
    )
    finite = [word for word in first.words if word.fine in _FINITE]
    return second.slice(len(own.words), len(second.words)) if same and len(finite) == 1 else None


def coordinated(told: str, predicate: Phrase) -> str:
    """Return a statement that goes on with another thing its subject does: "A will do this and has done that"."""
    words = [i for i, word in enumerate(predicate.words) if word.form in ENDS]
    return finished(f"{opened(told)} and {predicate.without(words).text}.")


def subject(phrase: Phrase) -> Phrase | None:
    """Return the subject of a statement that begins with it, right before its finite verb; None for any other statement."""
    found = next(iter(phrase.children(phrase.root, *SUBJECTS)), -1)
    stretch = phrase.stretch(found) if found >= 0 else None
    if stretch is None or stretch.start or stretch.end >= len(phrase.words) or phrase.words[stretch.end].fine not in _FINITE:
        return None
    return phrase.slice(0, stretch.end)


def _within(name: Phrase, other: Phrase) -> bool:
    return {word.low for word in name.words} <= {word.low for word in other.words}
