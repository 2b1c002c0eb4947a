"""Operations that say the same in other words, where a sentence would repeat an article too closely.

Each takes a phrase and the stretch that is too near, and yields phrases that differ inside it: a word for a word, two that "and"
joins the other way round, "Norvane's capital" for "the capital of Norvane".
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from copydesk.spans import Span
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.write.grammar.lexicon import TIME_UNITS, words
from copydesk.write.grammar.phrase import Phrase, Word, fresh

_TABLE = "rewordings.txt"
_LONGEST_OWNER = 3  # words of a name before "'s"
_SMALL = ("ADV", "ADP", "SCONJ", "CCONJ", "DET", "PART", "ADJ", "NOUN", "PRON")
_ARTICLES = frozenset({"a", "an", "the", "this", "that"})
# With one of these in a sentence, which of two comes first says something.
_ORDERED = words("respectively former latter order first second third then later before after earlier followed versus vs against")
_CONJOINED = frozenset({"NOUN", "ADJ", "PROPN"})
_MEASURES = words("number lot series group kind type part most rest majority half pair couple dozen share percent rate use state")
# "In the heart of Senby", "on the heels of Senby": the noun means what it means only with "of" behind it.
_MEASURES |= words(
    """
    heart heels wake middle centre center edge outskirts north south east west top bottom end beginning start scene face hands back
    front eve verge brink side sides rest name cost price risk threat possibility case means course event form light terms sort lack
    """
)
# "The island of Senby" is Senby, and not an island that Senby has.
_SAME = words(
    "island isle city town village district county province region republic kingdom port gulf bay lake strait sound valley month"
)
_CALLED = words("disease syndrome law theorem day eve club cathedral hospital church college school award prize cup")
_DAYS = frozenset({*WEEKDAYS, *MONTHS})
_AN = ("a", "e", "i", "o", "u", "hour", "honest", "honour", "honor", "heir")
_NOT_AN = ("uni", "use", "usu", "euro", "one", "once", "ut")


def exchanged(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield the phrase with one word, or a few, put for others (`rewordings.txt`)."""
    quoted, forms = phrase.quoted(), phrase.forms()
    for at in range(run.start, run.end):
        named = at > 0 and phrase.words[at].form[:1].isupper()  # a word of a name is no word for a thing
        for old, new, fits in () if named else _table().get(forms[at], ()):
            end = at + len(old)
            if tuple(forms[at:end]) == old and end <= run.end and not any(quoted[at:end]) and fits(phrase, at, end):
                yield _agreeing(phrase.replaced(Span(at, end), _like(phrase.words[at], new)), at)


def _like(word: Word, new: Sequence[str]) -> tuple[Word, ...]:
    """Return new words in the place of one, the first with its tag and capital."""
    first = new[0].capitalize() if word.form[:1].isupper() else new[0]
    made = fresh(" ".join((first, *new[1:])))
    return (msgspec.structs.replace(made[0], tag=word.tag, fine=word.fine), *made[1:])


def _agreeing(phrase: Phrase, at: int) -> Phrase:
    """Return the phrase with "a" or "an" before a word as its sound asks."""
    if at == 0 or phrase.words[at - 1].low not in ("a", "an"):
        return phrase
    low = phrase.words[at].low
    right = "an" if low.startswith(_AN) and not low.startswith(_NOT_AN) else "a"
    before = phrase.words[at - 1]
    form = right.capitalize() if before.form[0].isupper() else right
    changed = msgspec.structs.replace(before, form=form, low=right)
    return Phrase((*phrase.words[: at - 1], changed, *phrase.words[at:]))


def turned(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield the phrase with two nouns, names or adjectives that "and" joins the other way round, where their order says nothing."""
    if phrase.has(*_ORDERED) or sum(word.low == "and" for word in phrase.words) > 1:
        return
    for at, word in enumerate(phrase.words):
        head = word.head
        if word.relation != "conj" or not run.start <= head < at < run.end or len(phrase.children(head, "conj")) > 1:
            continue
        if any(i > at and phrase.words[i].tag != "PUNCT" for i in phrase.children(head)):
            continue  # "bribery and abuse of office": what follows may belong to one of them or to both
        joined = [i for i in phrase.children(at, "cc") if phrase.words[i].low in ("and", "or")]
        left, right = _conjunct(phrase, head, before=joined[0] if joined else 0), _conjunct(phrase, at, before=len(phrase.words))
        dated = {phrase.words[head].low, word.low} & _DAYS
        alike = not dated and word.tag == phrase.words[head].tag and word.tag in _CONJOINED and word.fine == phrase.words[head].fine
        if not alike or not joined or left is None or right is None or left.end != joined[0] or right.start != joined[0] + 1:
            continue
        figures = any(w.form[:1].isdigit() for w in phrase.words[left.start : right.end])
        if figures or any(phrase.quoted()[left.start : right.end]):
            continue
        one, other = phrase.words[left.start : left.end], phrase.words[right.start : right.end]
        yield _agreeing(_exchanged(phrase, left, right, one, other), left.start)


def _conjunct(phrase: Phrase, at: int, before: int) -> Span | None:
    """Return the words of one of two that are joined; None where words belong to it that the other may share."""
    own = [i for i in phrase.children(at) if phrase.words[i].relation not in ("cc", "conj", "punct", "case") and i < before]
    named = all(phrase.words[i].relation in ("flat", "compound") and phrase.words[i].tag == "PROPN" for i in own)
    counted = len(own) == 1 and phrase.words[own[0]].relation == "nummod" and own[0] == at - 1
    if not own or (named and phrase.words[at].tag == "PROPN") or counted:
        places = sorted([at, *own])
        return Span(places[0], places[-1] + 1) if places[-1] - places[0] + 1 == len(places) else None
    return None


def _exchanged(phrase: Phrase, left: Span, right: Span, one: Sequence[Word], other: Sequence[Word]) -> Phrase:
    """Return the phrase with two stretches in each other's place."""
    space = one[0].space
    first = (msgspec.structs.replace(other[0], space=space), *other[1:])
    second = (msgspec.structs.replace(one[0], space=True), *one[1:])
    middle = phrase.words[left.end : right.start]
    return _loose((*phrase.words[: left.start], *first, *middle, *second, *phrase.words[right.end :]))


def _loose(words_in_order: Sequence[Word]) -> Phrase:
    """Return words that have changed their places as a phrase without grammar: what needs it finds nothing to do there."""
    return Phrase(tuple(msgspec.structs.replace(word, head=-1, relation="dep") for word in words_in_order))


def owned(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "the return of Norvane" for "Norvane's return", and "the accident on Tuesday" for "Tuesday's accident"."""
    for at, word in enumerate(phrase.words):
        owner = phrase.stretch(at) if word.relation == "nmod:poss" and word.tag in ("PROPN", "NOUN") else None
        noun = word.head
        if phrase.words[noun + 1 : noun + 2] and phrase.words[noun + 1].tag in ("NOUN", "PROPN") and phrase.words[noun + 1].space:
            continue  # "Saturday's cup final": the parser may take "cup" for what Saturday has
        if owner is None or not run.start < noun <= run.end or noun <= owner.end - 1 or phrase.words[noun].tag != "NOUN":
            continue
        mark = phrase.words[owner.end - 1]
        between = phrase.words[owner.end : noun]
        name = phrase.words[owner.start : owner.end - 1]
        plain = all(w.relation in ("amod", "compound", "nmod:desc") and w.head == noun for w in between)
        if mark.low not in ("’s", "'s", "’", "'") or not plain or not name or len(name) > _LONGEST_OWNER:
            continue
        if not all(w.tag == "PROPN" for w in name) or any(w.low == "own" for w in between):
            continue
        if owner.start and phrase.words[owner.start - 1].tag in ("PROPN", "NOUN"):
            continue  # "President Boro's secretary", read as "Boro's"
        if phrase.words[noun].low in _CALLED:
            continue  # what bears somebody's name
        if noun + 1 < len(phrase.words) and phrase.words[noun + 1].low in ("of", "to", "for", "that", "in"):
            continue  # "Norvane's announcement of a loan"
        alone = len(name) == 1  # "Casey June's statement" is not of June
        link = "on" if alone and name[0].low in WEEKDAYS else "of"
        if alone and name[0].low in MONTHS:
            continue  # June may be somebody
        head = Word(form="The" if owner.start == 0 else "the", space=name[0].space, tag="DET")
        made = (
            head,
            *between,
            phrase.words[noun],
            Word(form=link, tag="ADP"),
            msgspec.structs.replace(name[0], space=True),
            *name[1:],
        )
        yield _loose((*phrase.words[: owner.start], *_spaced(made), *phrase.words[noun + 1 :]))


def owning(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "Norvane's capital" for "the capital of Norvane"."""
    for at, word in enumerate(phrase.words):
        noun, owner = word.head, phrase.stretch(at) if word.relation == "nmod" and word.tag == "PROPN" else None
        if (
            owner is None
            or noun < 1
            or not run.start <= noun < run.end
            or phrase.words[noun].tag != "NOUN"
            or owner.start != noun + 1
        ):
            continue
        name, article = phrase.words[owner.start + 1 : owner.end], phrase.words[noun - 1]
        behind = phrase.words[owner.end] if owner.end < len(phrase.words) else None
        if behind is not None and (behind.form == "," or behind.tag in ("NOUN", "PROPN", "ADJ")):
            continue  # "the mayor of Davor, a small town", "the fall of Davor shares": what follows belongs to Davor
        if phrase.words[owner.start].low != "of" or article.low != "the" or phrase.words[noun].low in _MEASURES | _SAME:
            continue
        if not name or len(name) > _LONGEST_OWNER or not all(w.tag == "PROPN" for w in name) or name[-1].low in _DAYS:
            continue
        first = msgspec.structs.replace(name[0], space=article.space)
        mark = Word(form="’" if name[-1].low.endswith("s") else "’s", space=False, tag="PART")
        yield _loose((*phrase.words[: noun - 1], first, *name[1:], mark, phrase.words[noun], *phrase.words[owner.end :]))


def _spaced(made: Sequence[Word]) -> Iterator[Word]:
    """Yield words, each with white space before it as it has it, but those behind the first always with some."""
    for order, word in enumerate(made):
        yield word if order == 0 or word.space else msgspec.structs.replace(word, space=True)


_Fits = Callable[[Phrase, int, int], bool]
_Row = tuple[tuple[str, ...], tuple[str, ...], _Fits]


def _verb(phrase: Phrase, at: int) -> bool:
    """Return whether words are a verb of the sentence: in "the injured man" there is none."""
    word = phrase.words[at]
    return word.tag == "VERB" and word.relation not in ("amod", "case")


def _objects(phrase: Phrase, at: int) -> bool:
    return bool(phrase.children(at, "obj", "ccomp", "nsubj:pass"))


def _noun(phrase: Phrase, at: int, _: int) -> bool:
    """Return whether a word is a noun by itself, no part of a compound."""
    word = phrase.words[at]
    compound = word.relation == "compound" or phrase.children(at, "compound", "amod")
    return word.tag == "NOUN" and not compound


def _counted_noun(phrase: Phrase, at: int, end: int) -> bool:
    return _noun(phrase, at, end) and any(phrase.words[i].low in _ARTICLES for i in phrase.children(at, "det"))


def _before_number(phrase: Phrase, at: int, end: int) -> bool:
    """Return whether words say how exact a number is: in "a book about 15 firms" they say nothing of it."""
    if phrase.words[at].tag != "ADV" and phrase.words[at].low not in ("more", "less", "fewer", "as", "an", "over"):
        return False
    following = phrase.words[end : end + 1]
    if phrase.words[at].low == "over" and any(w.low.removesuffix("s") in TIME_UNITS for w in phrase.words[end : end + 3]):
        return False  # "over ten years" may be in their course
    return bool(following) and (following[0].tag == "NUM" or following[0].form in ("$", "£", "€"))


def _passive_of_nobody(phrase: Phrase, at: int, end: int) -> bool:
    """Return whether words are a passive that names nobody who did it: "two were killed in the fire"."""
    verb = end - 1
    by = any(phrase.words[i].low == "by" for child in phrase.children(verb) for i in phrase.subtree(child))
    return (
        phrase.words[at].relation == "aux:pass"
        and phrase.words[at].head == verb
        and not by
        and not phrase.children(verb, "conj", "cc")
    )


_FITS: dict[str, _Fits] = {
    "[before a number]": _before_number,
    "[small]": lambda p, at, _: p.words[at].tag in _SMALL,
    "[behind a comma]": lambda p, at, _: p.words[at - 1].form == "," and p.words[at - 2].fine in ("NNS", "NNPS"),
    "[preposition]": lambda p, at, _: p.words[at].relation in ("case", "mark"),
    "[adjective]": lambda p, at, _: p.words[at].tag == "ADJ" and p.words[at].relation == "amod",
    "[verb]": lambda p, at, _: _verb(p, at),
    "[verb with an object]": lambda p, at, _: _verb(p, at) and _objects(p, at),
    "[verb without an object]": lambda p, at, _: _verb(p, at) and not _objects(p, at),
    "[verb or helping verb]": lambda p, at, _: p.words[at].tag in ("VERB", "AUX"),
    "[passive of nobody]": _passive_of_nobody,
    "[noun]": _noun,
    "[noun with an adjective]": lambda p, at, _: (
        p.words[at].tag == "NOUN" and not p.children(at, "compound") and p.words[at].relation != "compound"
    ),
    "[noun with an article]": _counted_noun,
}


@cache
def _table() -> dict[str, tuple[_Row, ...]]:
    """Return the table: first word -> what may be put for what, and whether it fits there."""
    found: dict[str, list[_Row]] = {}
    fits = _FITS["[small]"]
    for line in (files("copydesk.write.grammar") / _TABLE).read_text(encoding="utf-8").splitlines():
        fits = _FITS.get(line, fits)
        if not line or line.startswith("#") or line in _FITS:
            continue
        both = " = " in line
        old, new = (tuple(side.split()) for side in line.split(" = " if both else " / "))
        for one, other in ((old, new), (new, old)) if both else ((old, new),):
            found.setdefault(one[0], []).append((one, other, fits))
    return {word: tuple(rows) for word, rows in found.items()}
