"""What a sentence may rest on: the reporting sentences of the articles, found by citation or by an index over their words."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from heapq import nsmallest

from copydesk.check.forms import folded
from copydesk.check.lexicon import RESTRICTING
from copydesk.check.lines import Line
from copydesk.records import Entity, Marked, Marks, Passage, SentenceMark

# How much a word of which a pile is full tells less than a rare one; one in more sentences than the crowd proposes none.
_COMMON = 8
_CROWD = 200
_NOT_NAME = re.compile(r"[^a-z0-9]+")


class ArticleLine(Line):
    """A reporting sentence of an article, and what its mentions stand for.

    Attributes:
        marked: Its article.
        at: Its place among the reporting sentences of the article.
    """

    def __init__(self, marked: Marked, article: int, at: int, sentence: SentenceMark) -> None:
        super().__init__(marked.article.text, sentence.start, sentence.end, marked.marks, article)
        self.marked = marked
        self.at = at
        self.tokens = (range(sentence.first, sentence.last), marked.marks.tokens[sentence.first : sentence.last])

    @cached_property
    def passage(self) -> Passage:
        """The whole sentence as a passage."""
        return self.marked.passage(self.start, self.end)

    @cached_property
    def meant(self) -> dict[str, tuple[int, ...]]:
        """Folded words of who is mentioned, also those a mention leaves out, with the places of the mentions."""
        found: dict[str, tuple[int, ...]] = {}
        for mark in self.names:
            inside = self.words_in(mark)
            if inside:
                for word in said_of(self.marked.marks.entity(mark.entity)):
                    found[word] = (*found.get(word, ()), inside[-1])
        return found


def said_of(entity: Entity) -> tuple[str, ...]:
    """Return the words of an entity's spellings and roles, without offices the text also gives it with "former" or the like."""
    roles = [folded(role).split() for role in entity.roles]
    limited = {word for role in roles if any(w in RESTRICTING for w in role) for word in role}
    held = (word for role in roles for word in role if word not in limited)
    named = (word for spelling in entity.spellings for word in folded(spelling).split())
    return tuple(dict.fromkeys((*named, *held)))


class Pool:
    """The reporting sentences of a pile of articles; each is looked at when it is first needed.

    Attributes:
        articles: The articles.
    """

    def __init__(self, articles: Sequence[Marked]) -> None:
        self.articles = articles
        self._lines: dict[int, tuple[ArticleLine, ...]] = {}
        self._looked_at: dict[tuple[str, bool], Line] = {}
        self._by_id = {marked.article.id: index for index, marked in enumerate(articles)}

    def line(self, text: str, marks: Marks) -> Line:
        """Return a sentence to be checked; the same one when it is asked for again, so that it is looked at once."""
        asked = text, bool(marks.tokens)
        line = self._looked_at.get(asked)
        if line is None or line.marks != marks:
            line = self._looked_at[asked] = Line(text, 0, len(text), marks)
        return line

    def lines(self, article: int) -> tuple[ArticleLine, ...]:
        """Return the reporting sentences of an article, in order."""
        if article not in self._lines:
            marked = self.articles[article]
            self._lines[article] = tuple(ArticleLine(marked, article, at, s) for at, s in enumerate(marked.reporting()))
        return self._lines[article]

    def cited(self, citations: Iterable[Passage]) -> tuple[ArticleLine, ...]:
        """Return the sentences that cited passages touch, in order and once each; a passage of no article touches none."""
        found = {}
        for passage in citations:
            article = self._by_id.get(passage.article_id)
            lines = self.lines(article) if article is not None else ()
            for line in lines[bisect_right(lines, passage.start, key=lambda line: line.end) :]:
                if line.start >= passage.end:
                    break
                found[line.article, line.at] = line
        return tuple(found[key] for key in sorted(found))

    @cached_property
    def outlets(self) -> dict[str, frozenset[int]]:
        """Indices of the articles that each outlet published or is credited in, by what the ways to write its name share."""
        found: dict[str, set[int]] = {}
        for index, marked in enumerate(self.articles):
            for name in _credited(marked):
                found.setdefault(outlet_key(name), set()).add(index)
        found.pop("", None)
        ends: dict[str, set[str]] = {}
        for marked in self.articles:
            words = folded(marked.article.outlet or "").split()
            for start in range(1, len(words) - 1):  # "the Echo" may be many, "the Evening Echo" is the Odern Evening Echo
                ends.setdefault(outlet_key(" ".join(words[start:])), set()).add(outlet_key(" ".join(words)))
        for end, keys in ends.items():
            if len(keys) == 1 and end not in found:
                found[end] = found[next(iter(keys))]
        return {key: frozenset(indices) for key, indices in found.items()}

    @cached_property
    def every(self) -> tuple[ArticleLine, ...]:
        """All reporting sentences."""
        return tuple(line for article in range(len(self.articles)) for line in self.lines(article))

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """Where each key stands, as indices into `every`."""
        places: dict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(self.every):
            for key in {key for word in line.content for key in word.keys}:  # the order within one sentence does not matter
                places[key].append(index)
        return places

    def proposed(self, line: Line, most: int) -> tuple[ArticleLine, ...]:
        """Return the sentences that share most with a sentence, weighted by how rare what they share is in the pile, best first."""
        scores: dict[int, float] = defaultdict(float)
        crowd = max(_CROWD, len(self.every) // 8)
        for word in line.content:
            best: dict[int, float] = {}
            for key in word.keys:
                places = self._index.get(key, ())
                strength = word.weight * strength_of(key) / (1 + _COMMON * len(places) / (1 + len(self.every)))
                if len(places) <= crowd:
                    for index in places:
                        if index not in best:
                            best[index] = strength
            for index, strength in best.items():
                scores[index] += strength
        sizes = self._sizes
        ranked = nsmallest(most, scores, key=lambda i: (-scores[i] / sizes[i], i))
        return tuple(self.every[i] for i in ranked)

    @cached_property
    def _sizes(self) -> list[float]:
        """What a sentence's score is divided by: long ones share words by chance, but not in proportion to their length."""
        return [(12 + len(line.content)) ** 0.25 for line in self.every]

    def keys_of_article(self, article: int) -> frozenset[str]:
        """Return what all words of an article's reporting can be found by."""
        if article not in self._keys:
            self._keys[article] = frozenset(key for line in self.lines(article) for key in line.by_key)
        return self._keys[article]

    @cached_property
    def _keys(self) -> dict[int, frozenset[str]]:
        return {}

    def names_in_full(self, article: int, parts: Sequence[str]) -> bool:
        """Return whether an article's reporting holds these folded words in a row."""
        wanted = " ".join(parts)
        return f" {wanted} " in self._joined(article)

    def _joined(self, article: int) -> str:
        if article not in self._texts:
            self._texts[article] = f" {' '.join(low for line in self.lines(article) for low in line.lows)} "
        return self._texts[article]

    @cached_property
    def _texts(self) -> dict[int, str]:
        return {}


def _credited(marked: Marked) -> Iterator[str]:
    article = marked.article
    return (name for name in (article.outlet, *article.markup_credits, *(c.name for c in marked.marks.credits)) if name)


@lru_cache(maxsize=10_000)
def outlet_key(name: str) -> str:
    """Return what the ways to write an outlet's name have in common."""
    plain = re.sub(r"\.(?:com|org|net|co\.uk)\b", "", folded(name))
    return _NOT_NAME.sub("", re.sub(r"^(?:the|an?) ", "", plain.strip()))


def strength_of(key: str) -> float:
    """Return how surely two words with this key in common say the same."""
    return 0.85 if key[0] == "^" else 0.8 if key[0] == "~" else 1.0
