"""A sentence taken apart: who reports it, who says it, and what; put together again, these may stand in another order.

"The harbour will close on Monday, officials said, according to the Courier."
 statement ───────────────────────  speaker ──────  teller ───────────────
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from copydesk.spans import Span
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.words import WEEKDAYS
from copydesk.write.grammar.lexicon import CAPITALISED, TELLING, THIRD_PERSON, TIME_UNITS, words
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase, Word
from copydesk.write.grammar.places import places, told_near

_OPEN = frozenset({"NOUN", "ADJ", "VERB", "X", "INTJ"})  # what a name may be taken for
_LONGEST_TELLER = 8  # words of "according to the second report"
_LONGEST_SPEAKER = 16  # words of "a spokesman for the harbour board said on Monday"
_COMMON = frozenset({"the", "a", "an", "one", "another", "two", "three", "four", "five", "several"})
_REPORTS = frozenset({"report", "reports", "article", "articles", "outlet", "outlets"})
_SEVERAL = frozenset({"reports", "articles", "outlets"})
_FEWEST = 4  # words of a statement that stands before who says it
_SAYING = words(
    """
    say add report announce note warn confirm explain predict estimate acknowledge believe think show suggest indicate argue claim
    insist allege
    """
)
_FINITE = ("VBD", "VBZ", "VBP")
_TENSED = (*_FINITE, "MD")
_DAYS = frozenset({*WEEKDAYS, "today", "yesterday", "morning", "afternoon", "evening", "night", "late", "early"})
_NOT_FIRST = frozenset({"according", *THIRD_PERSON})
_COMMA = Word(form=",", space=False, tag="PUNCT")
_THAT = Word(form="that", tag="SCONJ")


class Told(msgspec.Struct, frozen=True):
    """The parts of a sentence.

    Attributes:
        statement: What is told, without its full stop and without the capital that only the sentence's head gave it.
        teller: Who reports it, as it stands between commas: "the Courier reports"; nothing where the sentence does not say so.
        speaker: Who says it in the article, likewise.
        before: The words before all that, where the sentence begins with who reports it.
        behind: The words behind it, with the comma before them, where it ends with who reports it.
        opens: Whether the speaker stands before the statement.
        end: The sign at the sentence's end.
        joint: The "that" between speaker and statement, where there is one.
    """

    statement: Phrase
    teller: tuple[Word, ...] = ()
    speaker: tuple[Word, ...] = ()
    before: tuple[Word, ...] = ()
    behind: tuple[Word, ...] = ()
    opens: bool = False
    end: tuple[Word, ...] = ()
    joint: tuple[Word, ...] = ()

    @classmethod
    def of(cls, phrase: Phrase, outlets: Collection[str] = (), known: Collection[str] | None = None) -> "Told":
        """Return the parts of a sentence.

        Args:
            phrase: The sentence.
            outlets: Names of outlets, so that "The Hill" keeps its capital and "The first report" does not.
            known: Words that the articles write without a capital; others may be names. None: all.
        """
        if known is not None and phrase.words and _perhaps_name(phrase.words[0], known):
            phrase = Phrase((msgspec.structs.replace(phrase.words[0], tag="PROPN"), *phrase.words[1:]))
        last = len(phrase.words) - bool(phrase.words and phrase.words[-1].form in ENDS)
        teller, said = _reported(phrase, outlets) or ((), Span(0, last))
        before, behind = phrase.words[: said.start], phrase.words[said.end : last]
        inner, end = _inside_head(phrase.slice(said.start, said.end), at_head=not said.start), phrase.words[last:]
        found = _spoken(inner)
        if found is None:
            return cls(inner, teller, (), before, behind, end=end)
        speaker, joint, part, opens = found
        if joint and not opens:
            kept = inner.words[part.end : part.end + 1] and inner.words[part.end].tag == "CCONJ"
            rest = inner.without(range(part.start + bool(kept), part.end))
            return cls(rest, teller, speaker, before, behind, opens, end)
        statement = _inside_head(inner.slice(part.start, part.end), at_head=False)
        return cls(statement, teller, speaker, before, behind, opens, end, joint)

    @property
    def start(self) -> int:
        """Place in the whole sentence at which the statement begins."""
        return len(self.before) + (len(self.speaker) + len(self.joint) if self.opens else 0)

    def whole(self, statement: Phrase) -> Phrase:
        """Return the sentence with another statement in the place of its own."""
        if self.opens:
            inner = (*self.speaker, *self.joint, *statement.words)
        else:
            inner = (*statement.words, *((_COMMA, *_apart(self.speaker)) if self.speaker else ()))
        return _loose((*self.before, *inner, *self.behind, *self.end))

    def otherwise(self, statement: Phrase) -> Iterator[tuple[Phrase, int]]:
        """Yield the sentence with a statement, and with who reports or says it elsewhere.

        Each with the place in the statement at which it is parted; 0 where it stands in one piece.
        """
        quoted, first = any(statement.quoted()), statement.words[0]
        # "It will close, the board said": nobody knows yet who.
        plain = not any(w.low in THIRD_PERSON for w in statement.words[:2])
        if self.speaker and self.opens:
            closed = (*statement.words, _COMMA, *_apart(self.inverted()))
            if plain and not quoted and statement.count >= _FEWEST:
                yield _loose((*self.before, *closed, *self.behind, *self.end)), 0
            joint = () if self.joint else (_THAT,)
            if not quoted and (joint or self.speaker[-1].low in ("said", "say", "says")):
                yield _loose((*self.before, *self.speaker, *joint, *statement.words, *self.behind, *self.end)), 0
        elif self.speaker and (briefly := self.briefly()):
            yield _loose((*self.before, *statement.words, _COMMA, *_apart(briefly), *self.behind, *self.end)), 0
        if self.speaker and not self.opens and not self.before and self.speaker[0].low not in _NOT_FIRST:
            yield _loose((*self.speaker, _THAT, *statement.words, *self.behind, *self.end)), 0
        aside = self.speaker or self.teller
        twice = first.low == "according" and aside and aside[0].low == "according"
        if aside and plain and not twice and not any(w.form == "," for w in aside) and not (self.speaker and quoted):
            before, behind = (self.before, self.behind) if self.speaker else ((), ())
            # "The rate is low, the Courier reports, said the bank" would leave open who says what.
            for at in (at for at in places(statement) if aside[0].low == "according" or not told_near(statement, at)):
                yield _loose((*before, *_parted(statement, aside, at), *behind, *self.end)), at

    def briefly(self) -> tuple[Word, ...]:
        """Return who says it without when they said it; nothing where that is not told."""
        verb = next((i for i, word in enumerate(self.speaker) if word.tag == "VERB" and word.lemma in TELLING), -1)
        when = self.speaker[verb + 1 :]
        timed = when and all(w.low in _DAYS or w.low == "on" or w.form == "," for w in when)
        return self.speaker[: verb + 1] if verb > 0 and timed else ()

    def inverted(self) -> tuple[Word, ...]:
        """Return who says it as it stands behind the statement: "said Ana Boro, the mayor", where a comma makes it long."""
        last = len(self.speaker) - 1
        if self.speaker[last].tag == "VERB" and self.speaker[last - 1].form == ",":
            return (self.speaker[last], *self.speaker[: last - 1])
        return self.speaker


class Apart(msgspec.Struct, frozen=True):
    """Who reports a sentence, and what it tells, as text.

    Attributes:
        teller: As it stands between commas: "the Courier reports"; empty where the sentence does not say so, or names several.
        told: All the rest, without the full stop.
    """

    teller: str
    told: str


def apart_of(phrase: Phrase, outlets: Collection[str]) -> Apart:
    """Return who reports a sentence and what it tells; arguments as in `Told.of`."""
    last = len(phrase.words) - bool(phrase.words and phrase.words[-1].form in ENDS)
    teller, said = _reported(phrase, outlets) or ((), Span(0, last))
    # "Two reports say", "according to two reports"; not "the Courier reports", nor "another of the reports".
    named = teller if teller and teller[0].low == "according" else teller[:-1]
    several = any(word.low in _SEVERAL for word in named) and not any(word.low == "of" for word in named)
    inner = Phrase(phrase.words[said.start : said.end])
    return Apart(teller="" if several else Phrase(teller).text, told=inner.text)


def _parted(statement: Phrase, teller: Sequence[Word], at: int) -> Iterator[Word]:
    """Yield a statement with who says it at a place in it, between commas."""
    words = statement.words
    comma = at < len(words) and words[at].form == ","
    closed = words[at - 1].form == ","
    yield from (*words[: at - closed], _COMMA, *_apart(teller), _COMMA, *words[at + comma :])


def _apart(words: Sequence[Word]) -> tuple[Word, ...]:
    return (msgspec.structs.replace(words[0], space=True), *words[1:])


def _loose(words: Iterable[Word]) -> Phrase:
    """Return words as a phrase without grammar: it is printed, and nothing more is done to it."""
    made = [msgspec.structs.replace(word, head=-1, relation="dep") for word in words]
    first = made[0]
    made[0] = msgspec.structs.replace(first, space=False, low=first.low)
    return Phrase(tuple(made))


def _perhaps_name(word: Word, known: Collection[str]) -> bool:
    """Return whether a word that the articles never write small may be a name, whatever the parser takes it for."""
    return word.tag in _OPEN and word.fine != "NNS" and word.low not in known


def small(word: Word) -> Word:
    """Return a word as it is written inside a sentence; a name keeps its capital."""
    inner = word.form[1:]
    proper = word.tag == "PROPN" or word.form in DEMONYMS or word.form in ALIASES or word.low in CAPITALISED or word.form == "I"
    if proper or (not inner.islower() and len(word.form) > 1):
        return word
    return msgspec.structs.replace(word, form=word.low)


def _inside_head(phrase: Phrase, *, at_head: bool) -> Phrase:
    """Return a phrase whose first word is written as it is inside a sentence, where a sentence's head gave it a capital."""
    if not phrase.words:
        return phrase
    first = msgspec.structs.replace(small(phrase.words[0]) if at_head else phrase.words[0], space=True)
    return Phrase((first, *phrase.words[1:]))


def _reported(phrase: Phrase, outlets: Collection[str]) -> tuple[tuple[Word, ...], Span] | None:
    """Return who reports a sentence, as it stands between commas, and the range of places of what is reported; None for others."""
    words = phrase.words
    end = len(words) - (words[-1].form in ENDS) if words else 0
    lows = [word.low for word in words]
    commas = [i for i, word in enumerate(words) if word.form == ","]
    last = commas[-1] if commas else end
    behind = words[last + 1 : end]
    if lows[:2] == ["according", "to"] and commas and commas[0] <= _LONGEST_TELLER and not _reports(behind, outlets):
        return (_lower(words[0]), *words[1 : commas[0]]), Span(commas[0] + 1, end)
    if 1 < len(behind) <= _LONGEST_TELLER and (_tells(behind[-1]) or [w.low for w in behind[:2]] == ["according", "to"]):
        return (tuple(behind), Span(0, last)) if _reports(behind, outlets) else None
    that = next((i for i, low in enumerate(lows[:_LONGEST_TELLER]) if low == "that" and i > 1 and _tells(words[i - 1])), None)
    if that is not None and phrase.words[that - 1].head == -1 and _reports(words[:that], outlets):
        common = words[0].low in _COMMON and not Phrase(words[:that]).text.startswith(tuple(outlets))
        return (_lower(words[0]) if common else words[0], *words[1:that]), Span(that + 1, end)
    return None


def _reports(words: Sequence[Word], outlets: Collection[str]) -> bool:
    """Return whether words name an outlet of the story, or speak of a report."""
    if any(word.low in _REPORTS for word in words):
        return True
    text = Phrase(tuple(words)).text.casefold()
    return any(outlet.casefold().removeprefix("the ") in text for outlet in outlets)


_Spoken = tuple[tuple[Word, ...], tuple[Word, ...], Span, bool]


def _spoken(phrase: Phrase) -> _Spoken | None:
    """Return who says what is told, what joins it to what is said, the range of places of that, and whether it stands behind."""
    words = phrase.words
    comma = max((i for i, word in enumerate(words) if word.form == ","), default=-1)
    tail = words[comma + 1 :]
    if tail and tail[0].tag == "VERB" and tail[0].lemma in TELLING and words[comma - 1].form not in ("”", '"'):
        # "…, police in Osper, Norvane, said on Monday": the commas set apart what is said of the speaker.
        commas = [i for i, word in enumerate(words[:comma]) if word.form == ","]
        comma = commas[-2] if len(commas) > 1 and comma - commas[-2] < _LONGEST_SPEAKER else comma
        tail = words[comma + 1 :]
    tellings = [w for w in tail if w.tag == "VERB" and w.lemma in TELLING and w.fine in _FINITE]
    helped = any(w.tag == "AUX" for w in tail) or (tail[-1:] and tail[-1].tag in ("ADP", "DET"))
    if comma > _FEWEST and 1 < len(tail) <= _LONGEST_SPEAKER and words[comma - 1].form not in ("”", '"'):
        if [w.low for w in tail[:2]] == ["according", "to"]:
            return tuple(tail), (), Span(0, comma), False
        nominal = tail[0].tag in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON") and tail[0].low not in ("who", "which", "that")
        if len(tellings) == 1 and nominal and not helped:
            return tuple(tail), (), Span(0, comma), False
    return _opening(phrase) or _inside(phrase)


def _opening(phrase: Phrase) -> _Spoken | None:
    """Return the same for "The police said on Monday that the road is closed"."""
    words, root = phrase.words, phrase.root
    subject = next((phrase.stretch(i) for i in phrase.children(root, *SUBJECTS)), None) if root > 0 else None
    said = phrase.children(root, "ccomp") if root > 0 else []
    if not said or subject is None or subject.start or subject.end > root or words[root].lemma not in _SAYING:
        return None
    helped = any(words[i].lemma == "have" for i in phrase.children(root, "aux"))
    if (words[root].fine not in _FINITE and not helped) or any(phrase.quoted()[: root + 2]):
        return None
    commas = sum(w.form == "," for w in words[:root])
    if commas % 2 or (commas and (words[root - 1].form != "," or helped)):
        return None
    start = _clause(phrase, root, min(phrase.subtree(said[0])))
    that = start < len(words) and words[start].low == "that"
    # "… said the man had fled and arrested another one": who did the last?
    others = [i for i in phrase.children(root, "conj") if i > start and words[i].tag in ("VERB", "AUX")]
    # The same of "… said the man had fled but would not name him".
    ends = [b for w, b in pairwise(words[start:]) if w.low in ("and", "but", "or")]
    open_ends = any(w.low == "that" or (w.tag in ("VERB", "AUX") and w.fine in _TENSED) for w in ends)
    if (
        open_ends
        or not 0 < start <= _LONGEST_SPEAKER
        or len(words) - start < _FEWEST
        or any(not phrase.children(i, *SUBJECTS) for i in others)
    ):
        return None
    return words[:start], words[start : start + that], Span(start + that, len(words)), True


def _clause(phrase: Phrase, root: int, first: int) -> int:
    """Return where what is said begins; 0 where that is not plain."""
    words, at = phrase.words, root + 1
    while at < len(words) and words[at].low in _DAYS:
        at += 1
    if at < len(words) and (words[at].low == "that" or words[at].tag in ("DET", "PROPN", "NOUN", "NUM", "ADJ", "PRON")):
        return at
    if words[at : at + 1] and words[at + 1 : at + 2] and words[at].tag in ("ADV", "ADP") and words[at + 1].tag == "NUM":
        return at  # "said about 40 houses"
    between = words[at:first]
    timed = bool(between) and between[-1].low.removesuffix("s") in TIME_UNITS and between[0].tag == "ADP"
    return first if timed and first < len(words) else 0


def _inside(phrase: Phrase) -> _Spoken | None:
    """Return the same for "The road is closed, the police said, and a ferry will run", told as if it stood at the end."""
    words = phrase.words
    commas = [i for i, word in enumerate(words) if word.form == ","]
    for first, last in pairwise(commas):
        inside = words[first + 1 : last]
        tells = 1 < len(inside) <= _LONGEST_TELLER and inside[-1].fine in _FINITE and inside[-1].lemma in TELLING
        if tells and first > _FEWEST - 2 and inside[0].tag in ("DET", "NOUN", "PROPN", "ADJ") and not any(phrase.quoted()):
            return tuple(inside), (words[first],), Span(first, last + 1), False
    return None


def _lower(word: Word) -> Word:
    return msgspec.structs.replace(word, form=word.low)


def _tells(word: Word) -> bool:
    return word.lemma in TELLING or word.lemma in ("report", "add", "write")
