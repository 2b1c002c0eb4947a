"""Where reported speech ends: what the writer adds behind the clause is no part of what somebody said."""

from collections.abc import Sequence

from copydesk.mark.phrases import FINITE
from copydesk.mark.view import View
from copydesk.text.words import SPEECH_LEMMAS, word_set

# What others do at what was said: "…, prompting protests".
_REACTIONS = word_set("prompting drawing sparking triggering provoking adding")
# What a writer calls that which was said: "…, a move that stunned the town".
_SUMMED_UP = word_set("move decision step claim statement announcement remark comment pledge promise warning charge figure")
_CONTRASTS = frozenset({"and", "but", "while", "whereas"})
_PRESENT = frozenset({"VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "NUM", "ADJ"})
_FAR = 14  # tokens behind a comma


def reported_end(view: View, first: int, last: int, quoted: Sequence[int]) -> int:
    """Return where what is said ends that begins at token `first` of a sentence that ends before `last`."""
    for comma in range(first + 1, last - 2):
        if view.lower[comma] == "," and quoted[comma] < 0 and _leaves(view, first, comma, last):
            return comma
    return last


def _leaves(view: View, first: int, comma: int, last: int) -> bool:
    """Return whether the writer speaks again behind a comma."""
    word = view.lower[comma + 1]
    if word in _REACTIONS:
        return view.tokens[comma + 1].fine == "VBG"
    if word in ("a", "an"):
        return any(
            view.lower[at] in _SUMMED_UP and view.lower[at + 1] in ("that", "which")
            for at in range(comma + 2, min(comma + 5, last - 1))
        )
    return word in _CONTRASTS and view.lower[comma + 2] != "that" and _own_clause(view, first, comma, last)


def _own_clause(view: View, first: int, comma: int, last: int) -> bool:
    """Return whether a clause follows that somebody else says, or that tells of others in the past beside a present."""
    verb = next((at for at in range(comma + 2, min(comma + _FAR, last)) if view.tokens[at].fine in FINITE), None)
    begins = view.tokens[comma + 2].tag
    named = verb is not None and any(view.tokens[at].tag in ("NOUN", "PROPN", "PRON") for at in range(comma + 2, verb))
    if verb is None or not named or begins not in _NOMINAL:
        return False
    if view.tokens[verb].lemma in SPEECH_LEMMAS and view.tokens[verb].tag == "VERB":
        return True
    told = next((view.tokens[at].fine for at in range(first, comma) if view.tokens[at].fine in FINITE), "")
    return told in _PRESENT and view.tokens[verb].fine == "VBD" and begins != "PRON" and view.lower[comma + 1] in ("and", "but")
