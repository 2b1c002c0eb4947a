"""Whether a sentence speaks of what is past or of what is to come."""

from copydesk.mark.view import View

_EXPECTED = frozenset(
    {
        "expect",
        "set",
        "plan",
        "schedule",
        "due",
        "intend",
        "hope",
        "slate",
        "prepare",
        "poise",
        "want",
        "aim",
        "go",
        "seek",
        "agree",
    }
)
_SAYING = frozenset({"say", "tell", "announce", "report", "add", "state"})


def ahead(view: View, token: int) -> int:
    """Return 1 where the clause of a word speaks of what is to come, -1 of what is past, 0 where its verb does not tell.

    The verb is the nearest one above the word in the parse; where the parse has none, the nearest one before it.
    """
    verb = next((at for at in view.above(token) if view.tokens[at].tag in ("VERB", "AUX")), None)
    if verb is None:
        first = view.sentences[view.sentence_at(view.tokens[token].start)].first
        verb = next((at for at in range(token - 1, first - 1, -1) if view.tokens[at].fine.startswith(("VB", "MD"))), None)
    return 0 if verb is None else _of_verb(view, verb)


def _of_verb(view: View, verb: int) -> int:
    """Judge a verb by its form and the auxiliaries just before it."""
    fine = view.tokens[verb].fine
    before = view.lower[max(0, verb - 4) : verb]
    if fine == "MD" or any(view.tokens[at].fine == "MD" for at in range(max(0, verb - 4), verb)):
        return 1
    if fine == "VBD" or (fine == "VBN" and any(word in ("was", "were", "had", "been") for word in before)):
        return -1
    if "to" in before[-2:]:
        return _of_infinitive(view, verb)
    if fine in ("VBZ", "VBP", "VBG") and view.tokens[verb].lemma not in _SAYING:
        return 1 if fine != "VBG" or any(word in ("is", "are", "am", "be") for word in before) else 0
    return 0


def _of_infinitive(view: View, verb: int) -> int:
    """Judge "to announce" by what it hangs on: "is expected to announce" lies ahead, "managed to" does not."""
    head = view.tokens[verb].head
    if head < 0:
        return 1  # a headline's "to announce"
    return 1 if view.tokens[head].lemma in _EXPECTED or view.tokens[head].fine in ("VBZ", "VBP", "NN") else _of_form(view, head)


def _of_form(view: View, verb: int) -> int:
    return -1 if view.tokens[verb].fine == "VBD" else 0
