"""Units of the same words, in whatever article, are one node: what is compared and counted.

A copy of an article adds units and no node, so it changes neither a term's weight nor any decision about two sentences.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from copydesk.records import DateMark, QuoteMark
from copydesk.spans import Span, contains
from copydesk.text.roles import TITLES
from copydesk.text.shingles import WORD, fold
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import AHEAD_OF_NOW, DENYING, Predicate, Syntax, of_telling, predicate
from copydesk.weigh.lists import listed
from copydesk.weigh.measures import Measure, measures_of
from copydesk.weigh.roots import root
from copydesk.weigh.units import Unit

CONTENT_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X"})
_MUCH, _FEW = 0.25, 4  # a word in more than this share of a story's sentences, and more sentences than this, tells little in it
# What is arranged for a day and takes place once, so that who speaks of it with the same people speaks of one thing.
OCCASIONS = listed("""
    summit meeting visit ceremony dinner trial hearing election referendum vote exercise drill conference funeral service match
    final merger launch inquiry strike march rally talk debate
    """)
_OPENING = 2  # sentences
_SAID = 5  # words of a quote that are no chance
_WORD = re.compile(r"\w+")
# What sentences share that say quite other things: titles, and words that stand in every other sentence.
EMPTY = frozenset(
    root(word)
    for word in (
        TITLES
        | listed("""
            say have be do also use new more first take make other year day week month time people tell go come get see many last
            next now about just only well such same part include continue begin call add prime percent percentage basis point cent
            """)
    )
)


class Node(msgspec.Struct, frozen=True, gc=False, eq=False):
    """Units of the same words, with what they say in slots.

    Attributes:
        number: Its place among the nodes.
        units: The units, the one whose slots are taken first.
        text: Its words.
        articles: Ids of the articles in which they stand.
        terms: Content words as dictionary forms, names as `@entity`, amounts as `#value`, dates as `=date`; as often as they stand.
        roots: The dictionary forms of its content words without their endings, by the place of the word in its article.
        vocabulary: The terms, each once.
        plain: Terms that are neither name, number nor date, titles and words of every sentence left out.
        names: Entities that are named.
        tellers: Those of them that are named only as those who say it.
        measures: Numbers of something, ordinals apart, with what they count.
        dates: Dates of what is told (those of the telling apart).
        attributed: Whether somebody says it; False where the article states it plainly.
        person: Who says it, where that is an entity.
        syntax: The dependences inside it.
        quoted: Share of it, in [0, 1], that stands in quotation marks.
        spoken: The folded words of each direct quote of some length.
        denying: Whether any word of it denies or limits: "not at full capacity" and "below capacity" are one.
        predicate: The main predicate.
        occasions: Words for occasions that stand in it.
        opening: Whether it stands among the first sentences of every article that has it: these tell what happened.
    """

    number: int
    units: tuple[Unit, ...]
    text: str
    articles: frozenset[str]
    terms: tuple[str, ...]
    roots: dict[int, str]
    vocabulary: frozenset[str]
    plain: frozenset[str]
    names: frozenset[str]
    tellers: frozenset[str]
    measures: tuple[Measure, ...]
    dates: tuple[DateMark, ...]
    attributed: bool
    person: str | None
    syntax: Syntax
    quoted: float
    spoken: tuple[str, ...]
    denying: bool
    predicate: Predicate | None
    occasions: frozenset[str]
    opening: bool

    @property
    def unit(self) -> Unit:
        """The unit whose slots are taken."""
        return self.units[0]


def nodes_of(units: Iterable[Unit], cast: Cast) -> tuple[Node, ...]:
    """Return the nodes of all units, in an order that does not depend on the order of the articles."""
    same: dict[str, list[Unit]] = {}
    for unit in units:
        key = " ".join(_WORD.findall(unit.text.casefold()))
        if key:
            same.setdefault(key, []).append(unit)
    return tuple(node(number, sorted(same[key], key=standing), cast) for number, key in enumerate(sorted(same)))


def common_words(nodes: Sequence[Node]) -> frozenset[str]:
    """Return the plain words that stand in much of a story."""
    counted = Counter(chain.from_iterable([node.plain for node in nodes]))
    most = max(_FEW, _MUCH * len(nodes))
    return frozenset(word for word, count in counted.items() if count > most)


def standing(unit: Unit) -> tuple[str, str, int]:
    """Return what orders equal units: the earliest article first, those without a time last."""
    article = unit.marked.article
    return (article.published.when or "9999", article.id, unit.start)


def node(number: int, units: Sequence[Unit], cast: Cast) -> Node:
    """Return the node of units of the same words."""
    unit = units[0]
    article = unit.marked.article.id
    syntax = Syntax(unit)
    measures = measures_of(unit, syntax)
    said = quote_of(unit)
    roots = roots_of(unit, syntax)
    terms = tuple(terms_of(unit, syntax, roots, measures, cast))
    vocabulary = frozenset(terms)
    return Node(
        number=number,
        units=tuple(units),
        text=unit.text,
        articles=frozenset([u.marked.article.id for u in units]),
        terms=terms,
        roots=roots,
        vocabulary=vocabulary,
        plain=frozenset([t for t in vocabulary - EMPTY if t[0] not in "@#="]),
        names=frozenset([cast.key(article, n.entity) for n in unit.names if n.mention != "pronoun"]),
        tellers=tellers(unit, cast),
        measures=measures,
        dates=happening(unit, syntax),
        attributed=said is not None,
        person=cast.key(article, said.entity) if said is not None and said.entity is not None else None,
        syntax=syntax,
        quoted=quoted_share(unit),
        spoken=spoken_words(unit),
        denying=not DENYING.isdisjoint(syntax.words),
        predicate=predicate(syntax),
        occasions=syntax.words & OCCASIONS,
        opening=max([u.place for u in units]) < _OPENING,
    )


def tellers(unit: Unit, cast: Cast) -> frozenset[str]:
    """Return those whom a unit names only where it says who says it."""
    spans = [Span(q.speaker_start, q.speaker_end) for q in unit.quotes if q.speaker_start >= 0]
    if not spans or not unit.names:
        return frozenset()
    article = unit.marked.article.id
    told = {name.entity for name in unit.names if not any(contains(span, name) for span in spans)}
    return frozenset([cast.key(article, name.entity) for name in unit.names if name.entity not in told])


def happening(unit: Unit, syntax: Syntax) -> tuple[DateMark, ...]:
    """Return the dates of what a unit tells; those in the words that say who says it belong to the telling."""
    if not unit.dates:
        return unit.dates
    telling: list[Span] = []
    for quote in unit.quotes:
        if quote.end > quote.words_end and not quote.direct:
            telling.append(Span(quote.words_end, max(quote.end, quote.speaker_end)))
        if quote.speaker_start >= quote.words_end:
            telling.append(Span(quote.words_end, unit.end))
    return tuple(d for d in unit.dates if not any(contains(span, d) for span in telling) and not of_telling(syntax, d))


def roots_of(unit: Unit, syntax: Syntax) -> dict[int, str]:
    """Return the roots of the content words of a unit by their places."""
    words = enumerate(zip(unit.tokens, syntax.lemmas, strict=True), syntax.first)
    return {i: root(lemma) for i, (token, lemma) in words if token.tag in CONTENT_TAGS}


def terms_of(unit: Unit, syntax: Syntax, roots: Mapping[int, str], measures: Iterable[Measure], cast: Cast) -> list[str]:
    """Return the terms of a unit: names, numbers and dates, then its other content words."""
    taken: set[int] = set()
    terms: list[str] = []
    for name in unit.names:
        if name.mention in ("full", "short"):
            taken.update(range(name.start, name.end))
            terms.append("@" + cast.key(unit.marked.article.id, name.entity))
    for measure in measures:
        amount = measure.amount
        taken.update([syntax.tokens[i].start for i in syntax.inside(amount) if syntax.tokens[i].tag == "NUM"])
        terms += (f"#{amount.low:g}", f"#{amount.low:g} {' '.join(measure.bucket)}")
    for date in unit.dates:
        taken.update(range(date.start, date.end))
        terms.append("=" + (date.when or date.weekday or unit.marked.article.text[date.start : date.end].lower()))
    if not unit.tokens:
        return terms + _WORD.findall(unit.text.casefold())
    terms += [word for i, word in roots.items() if syntax.tokens[i].start not in taken]
    return terms + [root(word) for word in sided(syntax)] if "way" in syntax.words else terms


def sided(syntax: Syntax) -> Iterator[str]:
    """Yield the words of a unit for how many take part that stand as three signs: "three-way"."""
    for i in syntax.places(frozenset({"way"})):
        if i >= syntax.first + 2 and syntax.tokens[i - 1].fine == "HYPH":
            yield f"{syntax.lemma(i - 2)}-way"


def occasions_in(node: Node) -> frozenset[str]:
    """Return the meetings, ceremonies and other occasions of which a node speaks, each with the word that tells which it is."""
    if not node.occasions:
        return frozenset()
    syntax = node.syntax
    found = set()
    for i in syntax.places(node.occasions):
        if i > syntax.first and syntax.tokens[i - 1].tag in ("ADJ", "NOUN", "PROPN"):
            kind = root(f"{syntax.lemma(i - 3)}-way") if syntax.lemma(i - 1) == "way" else root(syntax.lemma(i - 1))
            found.add(f"{kind} {root(syntax.lemma(i))}")
    return frozenset(found)


def quote_of(unit: Unit) -> QuoteMark | None:
    """Return the quote that carries most of a unit, a direct one before others; None where its article says it itself."""
    if not unit.quotes:
        return None
    spoken = [q for q in unit.quotes if q.speaker is not None and not credited(q, unit)]
    carrying = [q for q in spoken if quoted_in(q, unit) * 2 > unit.end - unit.start]
    return max(carrying, key=lambda q: (q.direct, quoted_in(q, unit), -q.start), default=None)


def quoted_in(quote: QuoteMark, unit: Unit) -> int:
    """Return how many code points of the words of a quote lie in a unit."""
    return max(0, min(quote.words_end, unit.end) - max(quote.words_start, unit.start))


def credited(quote: QuoteMark, unit: Unit) -> bool:
    """Return whether it is an outlet that says it: a credit is no speaker."""
    return any(c.start < quote.speaker_end and quote.speaker_start < c.end for c in unit.marked.marks.credits)


def quoted_share(unit: Unit) -> float:
    """Return the share of a unit that stands in quotation marks."""
    if not unit.quotes:
        return 0.0
    quoted = sum([quoted_in(q, unit) for q in unit.quotes if q.direct])
    return min(1.0, quoted / (unit.end - unit.start)) if quoted else 0.0


def spoken_words(unit: Unit) -> tuple[str, ...]:
    """Return the folded words of each direct quote in a unit that has so many of them that nobody says the same by chance."""
    if not unit.quotes:
        return ()
    text = unit.marked.article.text
    quoted = [WORD.findall(text[max(q.words_start, unit.start) : min(q.words_end, unit.end)]) for q in unit.quotes if q.direct]
    return tuple([" ".join(fold(word) for word in words) for words in quoted if len(words) >= _SAID])


def before(node: Node, date: DateMark) -> bool:
    """Return whether a date lies wholly before the day on which a node's article was published."""
    published = (node.unit.marked.article.published.when or "")[:10]
    when = (date.until or date.when or "")[:10]
    return bool(published and when) and when < published[: len(when)]


def guessed(node: Node, date: DateMark) -> bool:
    """Return whether the year or week of a date was guessed wrongly: it lies behind what is ahead, or ahead of what is done."""
    published = (node.unit.marked.article.published.when or "")[:10]
    when, main = (date.when or "")[:10], node.predicate
    if not date.resolved or not published or not when or main is None:
        return False
    if not any(node.syntax.tokens[i].head == main.index for i in node.syntax.inside(date)):
        return False  # it is the date of something else that the sentence tells
    if main.firmness == "done":
        return when[: len(published)] > published[: len(when)]
    return main.firmness in AHEAD_OF_NOW and before(node, date)


def subject_of(node: Node, cast: Cast) -> str | None:
    """Return whom or what a node's main predicate is about: an entity's key, or the root of a noun."""
    if node.predicate is None or node.predicate.subject < 0:
        return None
    token = node.unit.marked.marks.tokens[node.predicate.subject]
    for name in node.unit.names:
        titled = name.start - len(name.role) - 1 if name.role is not None else name.start
        if titled <= token.start < name.end:
            return cast.key(node.unit.marked.article.id, name.entity)
    return root(token.lemma.lower())
