"""Whether the first word of a sentence keeps its capital behind "the Gazette reports that"."""

import re

from copydesk.text.background import FUNCTION_WORDS, table
from copydesk.text.nations import DEMONYMS
from copydesk.text.roles import OFFICES, TITLE_MODIFIERS, TITLES
from copydesk.write.grammar.lexicon import NUMBER_WORDS
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.line import Line
from copydesk.write.offline.pile import Pile

# What somebody was or will be: words with a small letter before an office.
_PASSING = frozenset({"former", "ex", "late", "then", "acting", "outgoing", "incoming", "interim", "new", "retired", "current"})
# Tags of words that may be names, and those by which the parser says that one is none.
_NAMES = ("PROPN", "NOUN", "ADJ", "VERB", "X")
_COMMON = ("NN", "NNS", "JJ", "VBG", "VBN")
_OFTENER = 2  # times as often as with a small letter an article writes a word with a capital in mid-sentence, and it is a name


def proper(line: Line, phrase: Phrase, pile: Pile) -> frozenset[int]:
    """Return where in the article a phrase's first word begins, if it is a name, else nothing.

    A parser takes any capital at the head of a sentence for a name; it is one where a name was marked, where another follows it, or
    where the article writes it with a capital in mid-sentence.
    """
    if not phrase.words:
        return frozenset()
    first = phrase.words[0]
    if first.low == "the" and not _inside(f"The {phrase.words[1].form}", pile.text):
        return frozenset()  # "The Dockers' Guild" at the head of a sentence is the Dockers' Guild inside one
    nation = first.low in NUMBER_WORDS and len(phrase.words) > 1 and phrase.words[1].form in DEMONYMS  # "Five Israeli soldiers"
    if nation and any(w.form.islower() for w in phrase.words[2:3]):
        return frozenset()
    marked = any(n.start == first.start for n in pile.names(line.passage) if n.mention in ("full", "short"))
    before = first.tag == "PROPN" or first.low in OFFICES | TITLES
    capital = len(phrase.words) > 1 and phrase.words[1].form[:1].isupper() and phrase.words[1].form[1:].islower()
    # "Senate Majority Leader", "Lieutenant Hastings": a capital behind it makes one name of both.
    follows = len(phrase.words) > 1 and ((phrase.words[1].tag == "PROPN" and before) or capital)
    qualifies = len(phrase.words) > 1 and phrase.words[1].tag in ("NOUN", "ADJ", "PROPN")  # "labour ministers", not "Labour lost"
    modifies = first.low in TITLE_MODIFIERS and qualifies and (not capital or first.low in _PASSING)
    if modifies or (not marked and first.low in FUNCTION_WORDS):
        return frozenset()
    small, inner = pile.common_words[first.low], pile.capital_words[first.form]
    known = not table().keys().isdisjoint((first.low, first.low.removesuffix("s"), first.lemma.casefold()))
    common = first.tag not in _NAMES or first.fine in _COMMON or known
    # A party called Labour is a name, whatever labour costs.
    name = marked or follows or inner > _OFTENER * small or (bool(inner) == bool(small) and not common)
    return frozenset({first.start}) if name else frozenset()


def _inside(words: str, text: str) -> bool:
    """Return whether a text writes some words so in mid-sentence."""
    return f" {words}" in text and re.search(rf"[a-z,] {re.escape(words)}\b", text) is not None
