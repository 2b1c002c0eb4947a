"""What only promises the statement behind its colon: "The ministry has named another way to save: the canal will close"."""

from copydesk.text.nations import ALIASES
from copydesk.write.grammar.lexicon import CONDITIONS, NEGATIONS, REPORTING, words
from copydesk.write.grammar.phrase import SUBJECTS, Phrase, fresh, headed

_PROMISING = words("another one two three several further additional new different simple single")
_PROMISED = words(
    """
    way avenue step reason goal aim option plan measure idea problem point message change move proposal possibility solution
    condition demand priority task method means tool approach answer concession consequence
    """
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_FEWEST = 6  # words of the statement


def drop_preface(phrase: Phrase) -> Phrase:
    """Drop the promise before a colon, where a whole statement follows; "the country" becomes the one that the promise names."""
    colons = [i for i, word in enumerate(phrase.words) if word.form == ":"]
    if len(colons) != 1 or any(phrase.quoted()) or not _promises(phrase, colons[0]):
        return phrase
    rest = phrase.slice(colons[0] + 1, len(phrase.words))
    subject = next(iter(rest.children(rest.root, *SUBJECTS)), -1)
    stretch = rest.stretch(subject) if subject >= 0 else None
    finite = any(w.fine in _FINITE for w in rest.words)
    if stretch is None or stretch.start or rest.count < _FEWEST or not finite:
        return phrase
    first = rest.words[stretch.start : stretch.end]
    if first[0].low == "the" and first[-1].low in ("country", "nation"):
        nations = {ALIASES[w.form] for w in phrase.words[: colons[0]] if w.form in ALIASES}
        return rest.replaced(stretch, fresh(min(nations), tag="PROPN")) if len(nations) == 1 else phrase
    return headed(rest) if first[0].tag != "PRON" and first[0].low not in ("this", "that", "these", "those", "the") else phrase


def _promises(phrase: Phrase, colon: int) -> bool:
    """Return whether the words before a colon only say that something follows: no speech, no figure, no "not"."""
    before = phrase.words[:colon]
    if any(w.tag == "NUM" and w.low not in _PROMISING for w in before) or any(w.low in NEGATIONS | CONDITIONS for w in before):
        return False
    if before and before[-1].lemma in REPORTING:
        return False
    return any(a.low in _PROMISING and any(b.lemma in _PROMISED for b in before[i + 1 : i + 3]) for i, a in enumerate(before))
