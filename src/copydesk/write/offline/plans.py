"""What is announced, planned or promised, as lines of its own: a long sentence may hold three plans, and room for one."""

from collections.abc import Sequence

from copydesk.records import Initiative, Passage
from copydesk.write.grammar.phrase import ENDS, Phrase, headed
from copydesk.write.offline.line import Line, Terms
from copydesk.write.offline.pile import Pile

_COVERS = 0.7  # a line tells of a plan when it holds this share of what the plan's text tells
_FEWEST = 5  # words of a plan's text


class Plans:
    """The initiatives of a story, and which lines tell of which.

    Args:
        pile: The articles.
    """

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self.all = pile.brief.weighed.initiatives
        self.by_article: dict[str, list[tuple[int, Passage]]] = {}
        for number, initiative in enumerate(self.all):
            for passage in initiative.passages:
                self.by_article.setdefault(passage.article_id, []).append((number, passage))
        self.terms = [self._terms(i) for i in self.all]

    def near(self, passage: Passage) -> list[int]:
        """Return the numbers of the initiatives that a passage touches."""
        found = self.by_article.get(passage.article_id, ())
        return [number for number, p in found if p.start < passage.end and passage.start < p.end]

    def told(self, line: Line) -> frozenset[int]:
        """Return the numbers of the initiatives that a line tells of."""
        terms = frozenset(line.terms.told)
        numbers = dict.fromkeys(number for passage in line.citations for number in self.near(passage))
        return frozenset(n for n in numbers if self.terms[n].held(terms) >= _COVERS)

    def worded(self, number: int, passage: Passage) -> Phrase | None:
        """Return the words of a passage that make an initiative's text; None where the text is worded after another passage."""
        phrase = self.pile.phrase(passage)
        places = _places(phrase, [w.casefold() for w in self.all[number].text.split()])
        if len(places) < _FEWEST:
            return None
        last = [i for i, w in enumerate(phrase.words) if w.form in ENDS][-1:]
        kept = {*places, *last}
        return headed(phrase.without([i for i in range(len(phrase.words)) if i not in kept]))

    def _terms(self, initiative: Initiative) -> Terms:
        """Return what an initiative's text tells, by the passage that has most of its words; in a text "he" goes by his name."""
        words = {word.strip(".,;:").casefold() for word in initiative.text.split()}
        found = (Terms.of_words([w for w in self.pile.phrase(p).words if w.low in words]) for p in initiative.passages)
        return max(found, key=lambda terms: terms.total)


def _places(phrase: Phrase, text: Sequence[str]) -> list[int]:
    """Return the places in a phrase of the words of a text, in order, where they stand nearest together; none where one is missing.

    The words of a text are cut at white space: signs and clitics that cling to a word belong to it.
    """
    best, start = list[int](), 0
    while text and (first := _find(phrase, text[0], start)):
        found = _following(phrase, text[1:], first)
        if found and (not best or found[-1] - found[0] < best[-1] - best[0]):
            best = found
        start = first[0] + 1
    return best


def _following(phrase: Phrase, text: Sequence[str], first: tuple[int, int]) -> list[int]:
    """Return the places of a first word and of others behind it, each where it comes next."""
    found, at = [*range(*first)], first[1]
    for word in text:
        place = _find(phrase, word, at)
        if place is None:
            return []
        found += range(*place)
        at = place[1]
    return found


def _find(phrase: Phrase, word: str, start: int) -> tuple[int, int] | None:
    """Return the range of the first words from a place on that make a word of a text when they are written together."""
    for first in range(start, len(phrase.words)):
        if first and not phrase.words[first].space:
            continue
        end = first + 1
        while end < len(phrase.words) and not phrase.words[end].space:
            end += 1
        for last in range(end, first, -1):
            if "".join(w.form for w in phrase.words[first:last]).casefold() == word:
                return first, last
    return None
