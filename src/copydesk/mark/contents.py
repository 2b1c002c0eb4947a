"""Where reported speech ends: what the writer adds behind the clause is no part of what somebody said."""

from collections.abc import Sequence, Set

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
# With these a clause before the main one begins; with the first only one without a subject ("After saying").
_OPENERS = word_set("asked after when while having if though although because as despite since before in by without even")
_CONJUNCTIONS = word_set("when while if though although because even")
_FAR = 14  # tokens behind a comma


def reported_end(view: View, cue: int, first: int, last: int, quoted: Sequence[int]) -> int:
    """Return where what is said ends.

    Args:
        view: The text.
        cue: The word that says it is said; it stands before the content.
        first: First token of the content.
        last: Behind the last token of the sentence.
        quoted: For each token the number of the direct quote it stands in, -1 for none.
    """
    opens, above = opens_sentence(view, cue), verbs_above(view, cue)
    told = first < last and view.tokens[first].fine in FINITE
    for at in range(first + 1, last - 2):
        if quoted[at] >= 0:
            continue
        if view.lower[at] == ",":
            if _leaves(view, first, at, last) or (opens and _main_clause(view, at + 1, last)):
                return at
        elif told and governs(view, at, above):
            return at
        told = told or view.tokens[at].fine in FINITE
    return last


def opens_sentence(view: View, cue: int) -> bool:
    """Return whether a cue stands in a clause before the main one: "Asked whether …, she", "When the mayor said …, she"."""
    first = view.sentence_of(cue).first
    if cue - first > _FAR or any(view.tokens[at].fine in FINITE and view.tokens[at].tag == "VERB" for at in range(first, cue)):
        return False
    word, fine = view.lower[first], view.tokens[cue].fine
    if fine in ("VBG", "VBN") or word == "having":
        return cue - first < 3 and (word in _OPENERS or first == cue)
    return word in _CONJUNCTIONS and view.lower[first:cue].count(",") in (0, 2)


def verbs_above(view: View, cue: int) -> frozenset[int]:
    """Return the words above a cue in the parse from the verb on whose subject it belongs to: "those who said so | have won"."""
    below, found = cue, list(view.above(cue))
    for number, above in enumerate(found):
        if view.tokens[below].relation.startswith("nsubj") and above > cue:
            return frozenset(found[number:])
        below = above
    return frozenset()


def governs(view: View, verb: int, above: Set[int]) -> bool:
    """Return whether a verb is one of those above a cue, or its auxiliary."""
    token = view.tokens[verb]
    if not above or token.tag not in ("VERB", "AUX"):
        return False
    return verb in above or (token.head in above and token.relation in ("aux", "aux:pass", "cop"))


def _main_clause(view: View, first: int, last: int) -> bool:
    """Return whether a subject with its verb begins at a token."""
    begins = view.tokens[first].tag in _NOMINAL
    return begins and any(view.tokens[at].fine in FINITE for at in range(first + 1, min(first + _FAR, last)))


def _leaves(view: View, first: int, comma: int, last: int) -> bool:
    """Return whether the writer speaks again behind a comma."""
    word, token = view.lower[comma + 1], view.tokens[comma + 1]
    if word in _REACTIONS:
        return token.fine == "VBG"
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
