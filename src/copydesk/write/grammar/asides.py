"""Who reports a sentence, said in the middle of it: "The two countries, the Courier reports, will build a bridge"."""

from collections.abc import Collection, Iterator, Sequence

import msgspec

from copydesk.spans import Span
from copydesk.write.grammar.adjuncts import adjuncts
from copydesk.write.grammar.lexicon import TELLING
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase, Word

_LONGEST_TELLER = 8  # words of "according to the second report"
_LONGEST_SUBJECT = 8  # words before an aside
_LONGEST_OPENING = 10
_OPENING = ("ADP", "SCONJ", "ADV", "NUM")
_FINITE = ("VBD", "VBZ", "VBP", "VB")
_COMMON = frozenset({"the", "a", "an", "one", "another", "two", "three", "four", "five", "several"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that", "where", "when"})
_LEAST_BEHIND = 4  # words behind an aside


def aside(phrase: Phrase, outlets: Collection[str] = ()) -> Iterator[Phrase]:
    """Yield a sentence that says at its head or end who reports it with these words in its middle.

    Behind its subject, its opening words or its first clause. The heads of words are lost: what needs them comes before.

    Args:
        phrase: The sentence.
        outlets: Names of outlets, so that "The Hill" keeps its capital and "The first report" does not.
    """
    found = _reported(phrase, outlets)
    if found is None or any(phrase.quoted()):
        return
    teller, said = found
    inner = _said(phrase, said)
    if inner is None:
        closing = phrase.words[len(phrase.words) - (phrase.words[-1].form in ENDS) :]
        for at in _places(phrase, said):
            yield _parted(phrase, teller, said, at, ((), closing))
    elif inner.start > said.start:
        around = phrase.words[: said.start], phrase.words[inner.end :]
        for at in _places(phrase, Span(said.start, inner.start)):
            yield _parted(phrase, phrase.words[inner.start + 1 : inner.end], Span(said.start, inner.start), at, around)


def _said(phrase: Phrase, said: Span) -> Span | None:
    """Return ", the police said" at the end of what is reported; an empty range where somebody says something elsewhere in it.

    None where nobody does. "The rate is low, the Courier reports, the bank said" would leave open who says what.
    """
    words = phrase.words
    tellings = [i for i in range(said.start, said.end) if words[i].tag == "VERB" and words[i].lemma in TELLING]
    if not tellings:
        return None
    comma = max((i for i in range(said.start, said.end) if words[i].form == ","), default=said.end)
    last = tellings == [said.end - 1] and 1 < said.end - comma <= _LONGEST_TELLER
    return Span(comma, said.end) if last else Span(said.start, said.start)


def _reported(phrase: Phrase, outlets: Collection[str]) -> tuple[tuple[Word, ...], Span] | None:
    """Return who reports a sentence, as it stands between commas, and the range of places of what is reported; None for others."""
    words = phrase.words
    end = len(words) - (words[-1].form in ENDS) if words else 0
    lows = [word.low for word in words]
    commas = [i for i, word in enumerate(words) if word.form == ","]
    if lows[:2] == ["according", "to"] and commas and commas[0] <= _LONGEST_TELLER:
        return (_small(words[0]), *words[1 : commas[0]]), Span(commas[0] + 1, end)
    last = commas[-1] if commas else end
    behind = words[last + 1 : end]
    if 1 < len(behind) <= _LONGEST_TELLER and (_tells(behind[-1]) or [w.low for w in behind[:2]] == ["according", "to"]):
        return tuple(behind), Span(0, last)
    that = next((i for i, low in enumerate(lows[:_LONGEST_TELLER]) if low == "that" and i > 1 and _tells(words[i - 1])), None)
    if that is not None and phrase.words[that - 1].head == -1:
        common = words[0].low in _COMMON and not Phrase(words[:that]).text.startswith(tuple(outlets))
        return (_small(words[0]) if common else words[0], *words[1:that]), Span(that + 1, end)
    return None


def _places(phrase: Phrase, said: Span) -> Iterator[int]:
    """Yield where an aside may stand: behind the opening words of what is reported or before its verb, and between its clauses."""
    first = _opening(phrase, said)
    if first is None:
        return
    yield first
    words, brackets = phrase.words, 0
    for at in range(said.start, said.end - _LEAST_BEHIND):
        brackets += (words[at].form in ("(", "[")) - (words[at].form in (")", "]"))
        joins = words[at].relation == "cc" and words[at - 1].form != "," and _joined(phrase, words[at].head)
        if at > first and not brackets and (joins or (words[at].form == "," and _clause(phrase, at + 1))):
            yield at
    # Last of all before a circumstance: "… will close the harbour, the Courier reports, after the feast of spring".
    late = {part.start for part in adjuncts(phrase, said.end) if words[part.start].tag in ("ADP", "SCONJ")}
    yield from sorted(at for at in late if first < at < said.end - _LEAST_BEHIND)


def _opening(phrase: Phrase, said: Span) -> int | None:
    """Return the place behind the opening words of what is reported, or before its verb; None where it has no plain opening."""
    words = phrase.words
    subject = _subject(phrase, said)
    if subject is not None:
        verb = words[subject.end] if subject.end < said.end else None
        plain = not any(words[i].form == "," for i in range(subject.start, subject.end))
        states = verb is not None and verb.tag in ("VERB", "AUX") and verb.lemma not in TELLING
        return subject.end if states and plain else None
    if words[said.start].tag not in _OPENING and words[said.start].relation != "mark":
        return None
    comma = next((i for i in range(said.start, said.end) if words[i].form == ","), said.end)
    near = comma < min(said.end - 1, said.start + _LONGEST_OPENING)
    return comma if near and words[comma + 1].low not in _RELATIVE else None


def _subject(phrase: Phrase, said: Span) -> Span | None:
    """Return the subject with which what is reported begins; None where it begins otherwise."""
    for at in range(said.start, said.end):
        word = phrase.words[at]
        stretch = phrase.stretch(at) if word.relation in SUBJECTS and word.tag in ("NOUN", "PROPN") else None
        if stretch is not None and stretch.start == said.start and stretch.end - stretch.start <= _LONGEST_SUBJECT:
            return stretch
    return None


def _clause(phrase: Phrase, start: int) -> bool:
    """Return whether a clause begins at a word: "making it …", "but came …"; not "which …", which would be about the outlet."""
    if phrase.words[start].low in _RELATIVE:
        return False
    starts = (i for i in range(start, len(phrase.words)) if (found := phrase.stretch(i)) and found.start == start)
    return any(phrase.words[i].relation == "advcl" or _joined(phrase, i) for i in starts)


def _joined(phrase: Phrase, at: int) -> bool:
    """Return whether a word is the verb of a second statement, joined to one that is no mere attribute."""
    word = phrase.words[at]
    first = phrase.words[word.head]
    finite = word.fine in _FINITE or any(phrase.words[i].tag == "AUX" for i in phrase.children(at))
    return word.relation == "conj" and word.tag == "VERB" and finite and first.tag == "VERB" and first.relation != "amod"


def _parted(phrase: Phrase, teller: Sequence[Word], said: Span, at: int, around: tuple[Sequence[Word], Sequence[Word]]) -> Phrase:
    """Return what is reported with who reports it at a place in it, between what stands before and behind all that."""
    words, (before, behind) = phrase.words, around
    opening = words[said.start : at]
    form = opening[0].form if before else opening[0].form[0].upper() + opening[0].form[1:]
    head = msgspec.structs.replace(opening[0], form=form, space=bool(before), low="")
    comma = Word(form=",", space=False, tag="PUNCT")
    first = msgspec.structs.replace(teller[0], space=True)
    rest = words[at + 1 : said.end] if words[at].form == "," else words[at : said.end]
    made = (*before, head, *opening[1:], comma, first, *teller[1:], comma, *rest, *behind)
    return Phrase(tuple(msgspec.structs.replace(word, head=-1, relation="dep") for word in made))


def _small(word: Word) -> Word:
    return msgspec.structs.replace(word, form=word.low)


def _tells(word: Word) -> bool:
    return word.lemma in TELLING or word.lemma in ("report", "add")
