"""Whether a sentence says how something is seen or meant, or that it was told, rather than what it is."""

from copydesk.write.grammar.lexicon import AIMING, FURTHERING, JUDGING, VAGUE
from copydesk.write.grammar.phrase import Phrase

_ANNOUNCING = frozenset({"announce", "publish", "release", "present", "reveal", "unveil", "issue", "hand", "deliver"})
_ANNOUNCED = frozenset(
    {"result", "decision", "detail", "figure", "finding", "report", "name", "statement", "order", "ruling", "warning", "verdict"}
)
_PARTS = frozenset({"role", "part", "step", "contribution", "difference"})
_TEASING = frozenset({"make", "describe", "explain", "show", "detail", "outline", "tell"})


def vague(phrase: Phrase) -> bool:
    """Return whether a sentence says how something is seen or meant ("underscores"), sets a scene, or only promises to tell how."""
    quoted, forms = phrase.quoted(), phrase.forms()
    root = phrase.words[phrase.root] if phrase.words else None
    teases = root is not None and root.lemma in _TEASING and not {"where", "how", "why"}.isdisjoint(forms[phrase.root :])
    # "He had just put down his cup when …" sets a scene; an address is for readers of that page.
    if teases or "had just" in " ".join(forms) or any("/" in form and "." in form for form in forms):
        return True
    if root is not None and only_names(phrase):
        return True
    if root is not None and (_judges(phrase) or _aims(phrase) or _plays_a_part(phrase)):
        return True
    for i, word in enumerate(phrase.words):
        if word.tag not in ("VERB", "NOUN") or quoted[i]:
            continue
        main = phrase.root in (i, word.head)
        if main and (word.lemma in VAGUE or (word.lemma in ("see", "view", "regard") and word.fine == "VBN")):
            return True
    return False


def _judges(phrase: Phrase) -> bool:
    """Return whether a sentence says that something is important: "is another key area", "is a critical partner"."""
    cop = phrase.children(phrase.root, "cop")
    about = (phrase.root, *phrase.children(phrase.root, "amod", "compound"))
    return bool(cop) and any(phrase.words[i].lemma in JUDGING for i in about)


def _aims(phrase: Phrase) -> bool:
    """Return whether a sentence says no more than that something good is meant: "is looking to strengthen ties"."""
    if phrase.words[phrase.root].lemma not in AIMING:
        return False
    return any(phrase.words[i].lemma in FURTHERING for i in phrase.children(phrase.root, "xcomp", "advcl", "obl", "ccomp"))


def only_names(phrase: Phrase) -> bool:
    """Return whether a sentence says that a result or a decision was announced, and not what it is."""
    if phrase.words[phrase.root].lemma not in _ANNOUNCING:
        return False
    what = [i for i in phrase.children(phrase.root, "obj") if phrase.words[i].lemma in _ANNOUNCED]
    behind = phrase.words[max(what) + 1 :] if what else ()
    return bool(what) and not any(w.fine in ("VBD", "VBZ", "VBP", "MD", "VBG") or w.low == "to" for w in behind)


def _plays_a_part(phrase: Phrase) -> bool:
    """Return whether somebody is to "play a significant role" or "take an important step": which one is not said."""
    found = (i for i, w in enumerate(phrase.words) if w.lemma in _PARTS and w.relation == "obj")
    return any(any(phrase.words[j].lemma in JUDGING for j in phrase.children(i, "amod")) for i in found)
