"""Tolls that grew: which figures a later article replaces by a higher one."""

import re
from collections.abc import Iterator, Mapping, Set

import msgspec

from copydesk.records import AmountMark, Marked
from copydesk.spans import Span
from copydesk.write.grammar.lexicon import ANYBODY, NUMBER_WORDS, words
from copydesk.write.grammar.phrase import Phrase

# Words of one toll: a passage that has one of them beside a number counts the same thing.
TOLLS = (
    words("killed killing kills kill dead died die dies death deaths fatalities"),
    words("injured injuring hurt wounded wounding"),
    words("arrested arrests detained"),
    words("missing unaccounted"),
    words("evacuated displaced"),
)
NEAR = 5  # words between a number and what it counts
_REACH = 7  # likewise, where a verb stands far behind: "63 people are now known to have died"
# "The number of people killed in the flood on Monday has risen *to* 11": there the toll stands further off.
_FAR, _REACHED = 14, frozenset({"to", "at", "reached", "reaches", "hit", "hits", "passed", "passes", "stands"})
_VAGUE = re.compile(r"(?:dozen|score|hundred|thousand)s\b")
_HEAD = 3  # sentences
_RISEN = words("risen rose rises rising climbed climbs climb grew grown reached reaches now toll up increased updated more another")
# Who may count otherwise than another; "officials" may be anybody.
_COUNTING = words(
    """
    police hospital hospitals ministry minister government governor mayor coastguard army military opposition union unions activists
    rebels company airline embassy prosecutor prosecutors doctors medics group organisers organizers network monitor monitors
    witnesses red un nato
    """
)
_CHANGING = 3  # place of the toll that may fall, too
_TENS, _ONES = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety", "one|two|three|four|five|six|seven|eight|nine"
# A word, or a number with the signs inside it: "63", "1,200", "sixty-three".
WORD = re.compile(rf"(?:{_TENS})[-‑](?:{_ONES})\b|\w+(?:[.,]\d+)*", re.IGNORECASE)
_PEOPLE = ANYBODY | words("person people death fatality casualty victim injury arrest dead")
_YEAR = 4  # digits
REPLACED = "a later article gives a newer figure"


def numeral(word: str) -> bool:
    """Return whether a word in lower case is a number, in figures or in words."""
    return word[:1].isdigit() or word in NUMBER_WORDS or word == "one" or word.partition("-")[0] in NUMBER_WORDS


Count = tuple[int, str]


class Figure(msgspec.Struct, frozen=True):
    """A number of people of a toll in an article.

    Attributes:
        toll: Which toll, by its place among `TOLLS`.
        value: How many.
        whom: What they are called where that says more than people: "worker"; only one kind is held against itself.
        start: Where the number begins in the article.
        head: Whether it stands where its article says what has happened; further down other events are remembered.
        by: Who counts, in single words of its sentence: "hospital".
        risen: Whether its sentence says that it has risen.
    """

    toll: int
    value: float
    start: int
    head: bool
    whom: str = ""
    by: frozenset[str] = frozenset()
    risen: bool = False

    @property
    def count(self) -> Count:
        """What is counted: which toll, of whom."""
        return self.toll, self.whom


class Told(msgspec.Struct, frozen=True):
    """How a value of a toll was told.

    Attributes:
        first: When first; empty where that is not known of every article.
        by: Who counts, in single words.
        risen: Whether it is said to have risen.
    """

    first: str
    by: frozenset[str]
    risen: bool

    def joined(self, other: "Told") -> "Told":
        """Return how a value was told by two articles."""
        return Told(min(self.first, other.first), self.by | other.by, self.risen or other.risen)

    def replaces(self, old: "Told") -> bool:
        """Return whether it came up later and is no other count of somebody else: "police put it at 31, the hospital at 38"."""
        same = self.risen or not self.by or not self.by.isdisjoint(old.by)
        return bool(old.first) and later(self.first, old.first) and same


class Figures:
    """The tolls of a story's articles and which of their values are outdated.

    Args:
        articles: The articles by their ids.
    """

    def __init__(self, articles: Mapping[str, Marked]) -> None:
        self.of = {i: tuple(figures(marked)) for i, marked in articles.items()}
        self.old = frozenset(self._old({i: m.article.published.when or "" for i, m in articles.items()}))
        self._grown = {count for count, _ in self.old}

    def _old(self, when: Mapping[str, str]) -> Iterator[tuple[Count, float]]:
        """Yield the values of a toll that came up before a higher one, each article with its highest; of the missing, any."""
        told: dict[tuple[Count, float], Told] = {}
        for article_id, found in self.of.items():
            highest = {one.count: one for one in sorted(found, key=lambda one: one.value) if one.head}
            for count, one in highest.items():
                known = told.get((count, one.value))
                mine = Told(when[article_id], one.by, one.risen)
                told[count, one.value] = known.joined(mine) if known else mine
        for (count, value), old in told.items():
            falls = count[0] == _CHANGING
            others = (new for (other, v), new in told.items() if other == count and v != value and (v > value or falls))
            if any(new.replaces(old) for new in others):
                yield count, value

    def newest(self, phrase: Phrase, article_id: str) -> float:
        """Return how much news it is, in [0, 1], that a phrase gives the latest figure of a toll that grew: how many died most."""
        inside = (one for one in self.of.get(article_id, ()) if one.start in phrase.starts)
        grown = (one.toll for one in inside if one.count in self._grown and (one.count, one.value) not in self.old)
        return max((1 / (toll + 1) for toll in grown), default=0.0)

    def outdated(self, phrase: Phrase, article_id: str) -> frozenset[int]:
        """Return where in its article a phrase gives outdated figures, unless it gives the newer one beside them."""
        inside = [one for one in self.of.get(article_id, ()) if one.start in phrase.starts]
        old = [one for one in inside if (one.count, one.value) in self.old]
        current = {one.count for one in inside if (one.count, one.value) not in self.old}
        return frozenset(one.start for one in old if one.count not in current)


def unjoined(phrase: Phrase, places: Set[int]) -> Phrase:
    """Return a phrase without a second statement of its main verb that holds one of some places of its article.

    "An earthquake struck the valley and killed 12 people" becomes "An earthquake struck the valley".
    """
    for at, word in enumerate(phrase.words):
        stretch = phrase.stretch(at) if word.relation == "conj" and word.tag == "VERB" and 0 <= word.head < at else None
        if stretch and any(w.start in places for w in phrase.words[stretch.start : stretch.end]):
            start = stretch.start - (phrase.words[stretch.start - 1].form == ",")
            return phrase.without(range(start, stretch.end))
    return phrase


def later(when: str, than: str) -> bool:
    """Return whether one time is surely after another; of a time that is exact to the day only, on a later day."""
    exact = min(len(when), len(than))
    return bool(exact) and when[:exact] > than[:exact]


def figures(marked: Marked) -> Iterator[Figure]:
    """Yield the numbers of people of tolls in an article; those of another year are none of its event."""
    text, year = marked.article.text, (marked.article.published.when or "")[:_YEAR]
    amounts = [a for a in marked.marks.amounts if counts_people(a) and not _VAGUE.search(text[a.start : a.end].casefold())]
    for place, sentence in enumerate(marked.reporting() if amounts else ()):
        inside = [a for a in amounts if sentence.start <= a.start < sentence.end]
        dates = (d.when or year for d in marked.marks.dates if sentence.start <= d.start < sentence.end)
        if inside and all(when.startswith(year) for when in dates):
            for amount in inside:
                toll = toll_of(text, Span(sentence.start, sentence.end), amount)
                if toll is not None:
                    said = frozenset(m[0].casefold() for m in WORD.finditer(text, sentence.start, sentence.end))
                    risen = not said.isdisjoint(_RISEN)
                    whom = "" if amount.what in (None, *_PEOPLE) else str(amount.what)
                    yield Figure(toll, amount.low, number_at(marked, amount), place < _HEAD, whom, said & _COUNTING, risen)


def counts_people(amount: AmountMark) -> bool:
    """Return whether an amount is a plain number, as those of people are."""
    return amount.unit is None and not amount.ordinal and amount.low == amount.high and amount.low > 0


def number_at(marked: Marked, amount: AmountMark) -> int:
    """Return where the first word of an amount begins that is a number: "12" of "at least 12"."""
    inside = (t for t in marked.marks.tokens if amount.start <= t.start < amount.end)
    return next((t.start for t in inside if t.tag == "NUM"), amount.start)


def toll_of(text: str, sentence: Span, amount: AmountMark) -> int | None:
    """Return which toll an amount of a sentence gives: that whose word stands nearest; None for none."""
    before = [m[0].casefold() for m in WORD.finditer(text, sentence.start, amount.start)]
    inside = [m[0].casefold() for m in WORD.finditer(text, amount.start, amount.end)]
    behind = [m[0].casefold() for m in WORD.finditer(text, amount.end, sentence.end)]
    # Of two that are as near, what stands behind is counted: "two died and 31 were hurt".
    near = [*((0.0, w) for w in inside), *((i + 1.0, w) for i, w in enumerate(behind[:_REACH]))]
    reach = _FAR if before and before[-1] in _REACHED else NEAR
    near += [(i + 1.5, w) for i, w in enumerate(reversed(before[-reach:]))]
    found = [(far, number) for far, w in near for number, toll in enumerate(TOLLS) if w in toll]
    return min(found)[1] if found else None
