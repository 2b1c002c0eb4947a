"""Operations that say the same in other words, where a sentence would repeat an article too closely.

Each takes a phrase and the stretch that is too near, and yields phrases that differ inside it: a word for a word, two that "and"
joins the other way round, "Norvane's capital" for "the capital of Norvane". Last comes a part of it in quotation marks, which only
a sentence that names its outlet may have.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files

import msgspec

from copydesk.spans import Span
from copydesk.text.words import MONTHS, WEEKDAYS
from copydesk.write.grammar.asides import aside
from copydesk.write.grammar.finish import finished
from copydesk.write.grammar.lexicon import words
from copydesk.write.grammar.nearness import Near, Originals, nearest
from copydesk.write.grammar.phrase import ENDS, Phrase, Word, fresh

_TABLE = "rewordings.txt"
_DEEPEST = 3  # operations on one sentence
_WIDEST = 8  # phrases of each number of operations that are gone on with
_LAST = 2  # wordings with an aside or a quotation
_MOST = 4  # wordings of a sentence that are proposed
_LONGEST_OWNER = 3  # words of a name before "'s"
_SMALL = ("ADV", "ADP", "SCONJ", "CCONJ", "DET", "PART", "ADJ", "NOUN")
_ARTICLES = frozenset({"a", "an", "the", "this", "that"})
# With one of these in a sentence, which of two comes first says something.
_ORDERED = words("respectively former latter order first second third then later before after earlier followed versus vs against")
_CONJOINED = frozenset({"NOUN", "ADJ", "PROPN"})
_MEASURES = words("number lot series group kind type part most rest majority half pair couple dozen share percent rate use state")
# "The island of Senby" is Senby, and not an island that Senby has.
_SAME = words(
    "island isle city town village district county province region republic kingdom port gulf bay lake strait sound valley month"
)
_DAYS = frozenset({*WEEKDAYS, *MONTHS})
_AN = ("a", "e", "i", "o", "u", "hour", "honest", "honour", "honor", "heir")
_NOT_AN = ("uni", "use", "usu", "euro", "one", "once", "ut")
_SHORTEST_QUOTE, _LONGEST_QUOTE = 8, 20  # words: fewer look like doubt, more are no part of a sentence


class Voice(msgspec.Struct, frozen=True):
    """Whose words a sentence may be taken for.

    Attributes:
        attributed: Whether it says which outlet reports it; that may then stand in its middle.
        alone: Whether nobody else says or holds anything in it; then words in quotation marks can only be that outlet's.
        outlets: Names of the story's outlets.
    """

    attributed: bool = False
    alone: bool = True
    outlets: tuple[str, ...] = ()


def distanced(phrase: Phrase, originals: Originals, limit: int, voice: Voice = Voice()) -> tuple[str, ...]:  # noqa: B008 -- frozen
    """Return wordings of a sentence that share at most so many words in a row with any article, the least changed first.

    Args:
        phrase: The sentence.
        originals: The articles.
        limit: Most words in a row, names, titles and quotations apart.
        voice: Whose words it may be taken for.

    Returns:
        Finished sentences; none where the operations do not suffice. Whether they still say what the articles say is for others to
        check.
    """
    near = nearest(phrase, originals)
    if near.words <= limit:
        return ()
    asides = list(aside(phrase, voice.outlets))
    found = {one.text: None for one in asides if nearest(one, originals).words <= limit}
    level, tried = [(near, phrase)], asides
    for _ in range(_DEEPEST):
        if len(found) >= _MOST:
            break
        following: dict[str, tuple[Near, Phrase]] = {}
        for there, one in level:
            for other in _operated(one, there.span):
                left = nearest(other, originals)
                if left.words < there.words:
                    following.setdefault(other.text, (left, other))
        level = sorted(following.values(), key=lambda entry: (entry[0].words, entry[1].text))[:_WIDEST]
        found.update((other.text, None) for left, other in level if left.words <= limit)
        tried += [moved for _, other in level for moved in aside(other, voice.outlets)]
    last = [*tried, *(_quoting(phrase, near.span) if voice.attributed and voice.alone else ())]
    fit = (other.text for other in last if other.text not in found and nearest(other, originals).words <= limit)
    wordings = (*list(found)[:_MOST], *[text for text, _ in zip(fit, range(_LAST), strict=False)])
    closed = phrase.words[-1].form in ENDS
    return tuple(finished(text) if closed else finished(text).removesuffix(".") for text in wordings)


def _operated(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    for operation in (exchanged, turned, owned, owning):
        yield from operation(phrase, run)


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
        if any(phrase.quoted()[left.start : right.end]):
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
        if phrase.words[owner.end : owner.end + 1] and phrase.words[owner.end].form == ",":
            continue  # "the outskirts of Davor, a small town": what follows says what Davor is
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


def _quoting(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield the phrase with a part of a stretch in quotation marks, the longest first: all that a verb or a preposition governs."""
    if any(phrase.quoted()):
        return
    parts = {
        part
        for at in range(run.start, run.end)
        if (part := _governed(phrase, at)) and run.start < part.start and part.end <= run.end
    }
    fit = (p for p in parts if _SHORTEST_QUOTE <= p.end - p.start <= _LONGEST_QUOTE)
    for part in sorted(fit, key=lambda p: (p.start - p.end, p.start)):
        opening = Word(form="“", space=phrase.words[part.start].space, tag="PUNCT")
        quoted = (msgspec.structs.replace(phrase.words[part.start], space=False), *phrase.words[part.start + 1 : part.end])
        closing = Word(form="”", space=False, tag="PUNCT")
        yield Phrase((*phrase.words[: part.start], opening, *quoted, closing, *phrase.words[part.end :]))


def _governed(phrase: Phrase, at: int) -> Span | None:
    """Return the object of a verb or of a preposition, with all that belongs to it; None for other words.

    It is quoted only where it stands right behind what governs it and a sign or the sentence's end follows: elsewhere a wrong parse
    would open or close the quotation in the middle of a thought. Figures and days are facts, and nobody's words.
    """
    words, stretch = phrase.words, phrase.stretch(at) if phrase.words[at].relation in ("obj", "obl") else None
    if stretch is None:
        return None
    start = stretch.start + (words[stretch.start].tag == "ADP")
    governs = start > 0 and (start - 1 == words[at].head or (words[start - 1].tag == "ADP" and words[start - 1].head == at))
    ends = stretch.end == len(words) or words[stretch.end].tag == "PUNCT"
    plain = all(w.tag not in ("PUNCT", "NUM", "PRON") or w.form == "-" for w in words[start : stretch.end])
    days = any(w.low in _DAYS for w in words[start : stretch.end])
    return Span(start, stretch.end) if governs and ends and plain and not days else None


_Fits = Callable[[Phrase, int, int], bool]
_Row = tuple[tuple[str, ...], tuple[str, ...], _Fits]
_Operation = Callable[[Phrase, Span], Iterator[Phrase]]


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
    if phrase.words[at].tag != "ADV" and phrase.words[at].low != "more":
        return False
    following = phrase.words[end : end + 1]
    return bool(following) and (following[0].tag == "NUM" or following[0].form in ("$", "£", "€"))


_FITS: dict[str, _Fits] = {
    "[before a number]": _before_number,
    "[small]": lambda p, at, _: p.words[at].tag in _SMALL,
    "[preposition]": lambda p, at, _: p.words[at].relation in ("case", "mark"),
    "[adjective]": lambda p, at, _: p.words[at].tag == "ADJ" and p.words[at].relation == "amod",
    "[verb]": lambda p, at, _: _verb(p, at),
    "[verb with an object]": lambda p, at, _: _verb(p, at) and _objects(p, at),
    "[verb without an object]": lambda p, at, _: _verb(p, at) and not _objects(p, at),
    "[noun]": _noun,
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
