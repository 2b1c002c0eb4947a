"""What stands behind a cue: a noun phrase, a clause, an infinitive, a preposition with its phrase.

The tags of the words decide, not the parse: a light parser errs more often about what hangs on what than about what a word is.
"""

from collections.abc import Sequence
from typing import NamedTuple

from copydesk.mark.phrases import phrase_end
from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.attitudes import HEARING
from copydesk.text.words import WEEKDAYS, word_set

_CLAUSE = word_set("that whether how why what if who where when")
_PARTICLES = word_set("out up down back away over forth forward")
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_NOT_SKIPPED = _CLAUSE | {"about", "as", "off"}
_WHICH = word_set("last this earlier late early")
_TIMES = word_set("week month year morning evening afternoon night weekend summer spring") | frozenset(WEEKDAYS)
_DAYS = word_set("today yesterday earlier tonight") | frozenset(WEEKDAYS)
_QUOTE_SIGNS = frozenset({"''", "“", '"', "``", "‘"})


class Frame(NamedTuple):
    """What stands behind a cue.

    Attributes:
        name: `object`, `clause`, `to` (an infinitive), `to.` (the preposition), `ing`, another preposition; empty for none.
        start: First token of the content.
    """

    name: str
    start: int


def frame_behind(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Frame:
    """Return what stands behind the word at `at`; who hears and words of time and manner are stepped over."""
    last = sentence.last
    at = _behind_adverbs(view, _behind_hearer(view, sentence, at, quoted), last)
    if at >= last:
        return Frame("", at)
    word, token = view.lower[at], view.tokens[at]
    if word == "to":
        return Frame("to" if _infinitive(view, at, last) else "to.", at + 1)
    if word in _CLAUSE and token.tag != "DET":
        return Frame("clause", at + (word == "that"))
    if token.tag == "ADP" or word in ("about", "as") or (token.fine == "IN" and token.tag == "SCONJ"):
        return Frame(word, at + 1)
    if token.fine == "VBG":
        return Frame("ing", at)
    named = token.tag in _NOMINAL or token.fine == "VBN" or (token.tag == "VERB" and view.words[at][0].isupper())
    return Frame("object" if named or word in _QUOTE_SIGNS else "", at)


def _behind_hearer(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> int:
    """Return the token behind a cue, and behind who hears where it has a hearer: "told the board | that"."""
    behind = at + 1
    if view.tokens[at].lemma.lower() not in HEARING or behind >= sentence.last:
        return behind
    heard = view.tokens[behind].tag in _NOMINAL and view.lower[behind] != "that"
    return phrase_end(view, sentence, behind, quoted) if heard else behind


def _behind_adverbs(view: View, at: int, last: int) -> int:
    """Step over particles, adverbs and times: "pointed out", "vowed on Tuesday", "said last week"."""
    while at < last and (step := _step(view, at, last)):
        at += step
    return at


def _step(view: View, at: int, last: int) -> int:
    """Return how many words at a token belong to no complement."""
    word, token = view.lower[at], view.tokens[at]
    behind = view.lower[at + 1] if at + 1 < last else ""
    if (word in _WHICH and (behind in _TIMES or behind == "this")) or (word == "on" and behind in _DAYS):
        return 2
    particle = word in _PARTICLES and token.relation in ("compound:prt", "advmod")
    adverb = token.tag == "ADV" and word not in _NOT_SKIPPED
    return int(word in _DAYS or particle or adverb or (token.tag == "PART" and word != "to"))


def _infinitive(view: View, to: int, last: int) -> bool:
    verb = next((at for at in range(to + 1, last) if view.tokens[at].tag != "ADV"), last)
    return verb < last and view.tokens[verb].tag in ("VERB", "AUX")
