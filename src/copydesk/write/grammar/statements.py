"""The statements of a sentence that makes several: "The bridge is closed and a ferry will run — the first since 1960"."""

from collections.abc import Iterator, Sequence

from copydesk.write.grammar.lexicon import CONDITIONS, REPORTING
from copydesk.write.grammar.phrase import SUBJECTS, Phrase, Word, headed
from copydesk.write.grammar.telling import trailing_telling

_FEWEST = 5  # words of a statement
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_JOINTS = (";", "—", "–", "--")
_NOMINAL = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "CCONJ")
_SEVERAL = ("they", "we", "both", "many", "several", "police", "others", "some", "there", "people", "who")
_PLURAL, _SINGULAR = ("are", "were", "have"), ("is", "was", "has")
_PAIRING = ("between", "both")
_WORDS = ("and", "but", "while")


def statements(phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the statements of a sentence, each with a subject and a finite verb of its own; one where it makes one.

    What stands under a condition, in quotation marks or under "she said" is not taken apart: a part of it would say more.
    """
    root = phrase.words[phrase.root] if phrase.words else None
    if root is None or root.lemma in REPORTING or phrase.has(*CONDITIONS) or any(phrase.quoted()) or trailing_telling(phrase):
        return (phrase,)
    if _reduced(phrase):
        return (phrase,)
    parts, start = list[Phrase](), 0
    for end, following in _joints(phrase):
        part = phrase.slice(start, end)
        if part.count < _FEWEST or not _finite(part) or end <= phrase.root:
            return (phrase,)
        parts.append(part)
        start = following
    rest = phrase.slice(start, len(phrase.words))
    if not parts or rest.count < _FEWEST or not _finite(rest) or not phrase.children(phrase.root, *SUBJECTS):
        return (phrase,)
    return (parts[0], *(headed(part) for part in (*parts[1:], rest)))


def _reduced(phrase: Phrase) -> bool:
    """Return whether the main verb may be a participle: "the trial of a man *charged* with the murder of a nurse and her son"."""
    at = phrase.root
    verb, before = phrase.words[at], phrase.words[at - 1] if at else None
    subject = next((i for i in phrase.children(at, *SUBJECTS) if i < at), -1)
    inside = before is not None and before.tag == "NOUN" and subject not in (-1, at - 1) and at - 1 in phrase.subtree(subject)
    return inside and verb.fine == "VBD" and verb.low.endswith("ed") and not phrase.children(at, "obj", "ccomp", "xcomp")


def _joints(phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Yield where a statement ends and where the next one begins: behind it stands a subject with a verb joined to the main one."""
    words = phrase.words
    for at in range(1, len(words) - _FEWEST):
        if words[at].form in _JOINTS:
            following = at + 1 + (words[at + 1].low in _WORDS)
            if _begins(phrase, following):
                yield at, following
        elif words[at].low in _WORDS and words[at - 1].form not in _JOINTS and not _paired(phrase, at) and _begins(phrase, at + 1):
            yield at - (words[at - 1].form == ","), at + 1


def _paired(phrase: Phrase, at: int) -> bool:
    """Return whether an "and" belongs to "between" or "both" before it: "cooperation between the port *and* the town will grow"."""
    for word in reversed(phrase.words[:at]):
        if word.low in _PAIRING:
            return True
        if word.low == "and" or word.form in (",", *_JOINTS):
            break
    return False


def _begins(phrase: Phrase, start: int) -> bool:
    """Return whether a subject begins at a place whose verb is joined to the sentence's main one, and agrees with it."""
    for at in range(start, min(len(phrase.words), start + 2 * _FEWEST)):
        word = phrase.words[at]
        stretch = phrase.stretch(at) if word.relation in SUBJECTS and word.head > at else None
        if stretch and stretch.start in (start, start - 1):  # a parser may hang "and" on the subject
            finite = next((i for i in phrase.children(word.head, "aux", "aux:pass", "cop") if i > at), word.head)
            agrees = _agree(phrase.words[finite], phrase.words[start : stretch.end])
            return agrees and _second(phrase, word.head)
    return _misread(phrase, start)


def _second(phrase: Phrase, verb: int) -> bool:
    return phrase.words[verb].relation in ("conj", "parataxis") and phrase.words[verb].head == phrase.root


def _misread(phrase: Phrase, start: int) -> bool:
    """Return whether a noun phrase at a place is the subject of a second verb though the parser joined it to what stands before.

    "… will build a port and *the two banks* are to pay": right before a finite verb without a subject stands one that fits it.
    """
    end = start
    while end < len(phrase.words) and phrase.words[end].tag in _NOMINAL:
        end += 1
    verb = phrase.words[end] if end < len(phrase.words) else None
    if verb is None or end == start or verb.tag not in ("AUX", "VERB") or phrase.words[end - 1].tag not in ("NOUN", "PROPN"):
        return False
    main = verb.head if verb.tag == "AUX" else end
    if main < 0 or not _second(phrase, main) or phrase.children(main, *SUBJECTS):
        return False
    # Only "the bank and the town are": of "charged with the murder of a nurse and her brother is" the subject stands far before.
    joined = any(w.tag == "CCONJ" for w in phrase.words[start:end])
    return joined and _numbered(verb) and _agree(verb, phrase.words[start:end])


def _agree(verb: Word, subject: Sequence[Word]) -> bool:
    """Return whether a finite verb may belong to a subject: "are" to several, "is" to one, "will" to either."""
    if not _numbered(verb):
        return True
    several = any(w.tag == "CCONJ" or w.fine in ("NNS", "NNPS") or w.low in _SEVERAL for w in subject[1:]) or (
        subject[0].fine in ("NNS", "NNPS", "CD") or subject[0].low in _SEVERAL
    )
    return several == (verb.low in _PLURAL or verb.fine == "VBP")


def _numbered(verb: Word) -> bool:
    """Return whether a verb's form tells one from several."""
    return verb.low in (*_PLURAL, *_SINGULAR) or verb.fine in ("VBP", "VBZ")


def _finite(phrase: Phrase) -> bool:
    return any(w.fine in _FINITE for w in phrase.words)
