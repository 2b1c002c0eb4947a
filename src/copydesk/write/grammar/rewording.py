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
from copydesk.write.grammar.finish import finished
from copydesk.write.grammar.lexicon import words
from copydesk.write.grammar.nearness import Near, Originals, nearest
from copydesk.write.grammar.phrase import ENDS, Phrase, Word, fresh

_TABLE = "rewordings.txt"
_DEEPEST = 3  # operations on one sentence
_WIDEST = 8  # phrases of each number of operations that are gone on with
_QUOTATIONS = 2
_MOST = 4  # wordings of a sentence that are proposed
_LONGEST_OWNER = 3  # words of a name before "'s"
_SMALL = ("ADV", "ADP", "SCONJ", "CCONJ", "DET", "PART", "ADJ", "NOUN")
# They mean the same before a number only: a ship that went over did not go "more than", nor is "seven more than listed" "over".
_OF_NUMBERS = frozenset({("about",), ("around",), ("over",), ("more", "than")})
_CONJOINED = frozenset({"NOUN", "ADJ", "PROPN"})
_MEASURES = words("number lot series group kind type part most rest majority half pair couple dozen share percent rate use state")
_DAYS = frozenset({*WEEKDAYS, *MONTHS})
_AN = ("a", "e", "i", "o", "u", "hour", "honest", "honour", "honor", "heir")
_NOT_AN = ("uni", "use", "usu", "euro", "one", "once", "ut")
_SHORTEST_QUOTE, _LONGEST_QUOTE = 8, 20  # words: fewer look like doubt, more are no part of a sentence


def distanced(phrase: Phrase, originals: Originals, limit: int, *, quoting: bool) -> tuple[str, ...]:
    """Return wordings of a sentence that share at most so many words in a row with any article, the least changed first.

    Args:
        phrase: The sentence.
        originals: The articles.
        limit: Most words in a row, names, titles and quotations apart.
        quoting: Whether a part of it may be put into quotation marks, because it says which outlet reports it.

    Returns:
        Finished sentences; none where the operations do not suffice. Whether they still say what the articles say is for others to
        check.
    """
    found: dict[str, None] = {}
    level = [(nearest(phrase, originals), phrase)]
    if level[0][0].words <= limit:
        return ()
    for _ in range(_DEEPEST):
        following: dict[str, tuple[Near, Phrase]] = {}
        for near, one in level:
            for other in _operated(one, near.span):
                there = nearest(other, originals)
                if there.words < near.words:
                    following.setdefault(other.text, (there, other))
        ranked = sorted(following.values(), key=lambda entry: (entry[0].words, entry[1].text))
        found.update((finished(other.text), None) for near, other in ranked if near.words <= limit)
        if len(found) >= _MOST:
            break
        level = ranked[:_WIDEST]
    near = nearest(phrase, originals)
    closed = phrase.words[-1].form in ENDS
    quotations = _quoting(phrase, near.span) if quoting else ()
    enough = (finished(one.text) for one in quotations if nearest(one, originals).words <= limit)
    wordings = (*list(found)[:_MOST], *[text for text, _ in zip(enough, range(_QUOTATIONS), strict=False)])
    return wordings if closed else tuple(text.removesuffix(".") for text in wordings)


def _operated(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    for operation in (exchanged, turned, owned, owning):
        yield from operation(phrase, run)


def exchanged(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield the phrase with one word, or a few, put for others (`rewordings.txt`)."""
    quoted, forms = phrase.quoted(), phrase.forms()
    for at in range(run.start, run.end):
        for old, new, tag in _table().get(forms[at], ()):
            end = at + len(old)
            fits = tuple(forms[at:end]) == old and end <= run.end and not any(quoted[at:end])
            told = phrase.words[at].tag in ((tag,) if tag else _SMALL) and (tag != "VERB" or phrase.words[at].relation != "amod")
            if fits and told and (_counts(phrase, end) or _OF_NUMBERS.isdisjoint((old, new))):
                yield _agreeing(phrase.replaced(Span(at, end), _like(phrase.words[at], new)), at)


def _counts(phrase: Phrase, at: int) -> bool:
    """Return whether a number stands there."""
    return at < len(phrase.words) and phrase.words[at].tag == "NUM"


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
    """Yield the phrase with two nouns, names or adjectives that "and" joins the other way round."""
    for at, word in enumerate(phrase.words):
        head = word.head
        if word.relation != "conj" or not run.start <= head < at < run.end or len(phrase.children(head, "conj")) > 1:
            continue
        joined = [i for i in phrase.children(at, "cc") if phrase.words[i].low in ("and", "or")]
        left, right = _conjunct(phrase, head, before=joined[0] if joined else 0), _conjunct(phrase, at, before=len(phrase.words))
        alike = word.tag == phrase.words[head].tag and word.tag in _CONJOINED and word.fine == phrase.words[head].fine
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
        link = "on" if name[-1].low in WEEKDAYS else "in" if name[-1].low in MONTHS else "of"
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
        if phrase.words[owner.start].low != "of" or article.low != "the" or phrase.words[noun].low in _MEASURES:
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
    """Yield the phrase with a part of a stretch in quotation marks, the longest part first that is a part of the sentence."""
    if any(phrase.quoted()):
        return
    parts = {
        part for at in range(run.start, run.end) if (part := phrase.stretch(at)) and run.start <= part.start and part.end <= run.end
    }
    fit = (p for p in parts if _SHORTEST_QUOTE <= p.end - p.start <= _LONGEST_QUOTE and p.start > 0)
    for part in sorted(fit, key=lambda p: (p.start - p.end, p.start)):
        start = part.start + (phrase.words[part.start].tag in ("ADP", "SCONJ", "PART"))
        if part.end - start < _SHORTEST_QUOTE or not _quotable(phrase, start, part.end):
            continue
        opening = Word(form="“", space=phrase.words[start].space, tag="PUNCT")
        inside = (msgspec.structs.replace(phrase.words[start], space=False), *phrase.words[start + 1 : part.end])
        closing = Word(form="”", space=False, tag="PUNCT")
        yield Phrase((*phrase.words[:start], opening, *inside, closing, *phrase.words[part.end :]))


def _quotable(phrase: Phrase, start: int, end: int) -> bool:
    """Return whether words can be quoted by themselves: no comma or clause begins among them, and no verb of theirs follows."""
    words_inside, following = phrase.words[start:end], phrase.words[end : end + 1]
    joins = words_inside[0].tag == "CCONJ" or words_inside[0].fine in ("WDT", "WP", "WP$", "WRB")
    parted = any(word.tag == "PUNCT" and word.form != "-" for word in words_inside)
    return not joins and not parted and not (following and following[0].tag in ("VERB", "AUX"))


_Row = tuple[tuple[str, ...], tuple[str, ...], str]
_TAGS = {"[any]": "", "[adjective]": "ADJ", "[verb]": "VERB", "[noun]": "NOUN"}
_Operation = Callable[[Phrase, Span], Iterator[Phrase]]


@cache
def _table() -> dict[str, tuple[_Row, ...]]:
    """Return the table: first word -> what may be put for what, and which part of speech it must be; "" for a small word."""
    found: dict[str, list[_Row]] = {}
    tag = ""
    for line in (files("copydesk.write.grammar") / _TABLE).read_text(encoding="utf-8").splitlines():
        tag = _TAGS.get(line, tag)
        if not line or line.startswith("#") or line in _TAGS:
            continue
        both = " = " in line
        old, new = (tuple(side.split()) for side in line.split(" = " if both else " / "))
        for one, other in ((old, new), (new, old)) if both else ((old, new),):
            found.setdefault(one[0], []).append((one, other, tag))
    return {word: tuple(rows) for word, rows in found.items()}
