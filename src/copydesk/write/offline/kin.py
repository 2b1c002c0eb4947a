"""What other reports say of the same: the sentence of each other origin that shares most with a passage.

Claims are made of passages that say the same in many words. What two reports have in common is often less than either sentence:
"Berg will attend a summit with Okoro on Friday, the third this year" and "Okoro's visit includes a summit with Berg" share one
fact. Whether they do is decided wording by wording (`support.py`); here they are only found.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from copydesk.records import Passage
from copydesk.text.background import FUNCTION_WORDS
from copydesk.text.leaders import leaders_of
from copydesk.text.nations import ALIASES
from copydesk.write.offline.line import synonyms_among
from copydesk.write.offline.pile import Pile

_LEAST, _SHARE = 14.0, 0.3  # nats, and share of what the passage tells, that a sentence must have in common with it
_MOST = 4  # origins
_WORN = 0.8  # so much less does a word tell that all sentences hold
_CROWD = 20  # a word that more sentences hold finds none of them


class Kin:
    """Finds sentences of other origins, by an index over the words of all that report.

    Args:
        pile: The articles.
    """

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self._said: dict[Passage, frozenset[str]] = {}

    @cached_property
    def stand_ins(self) -> Mapping[str, frozenset[str]]:
        """Words by which a government goes: its country's for its leader's family name, and the other way round."""
        leaders = leaders_of(e for m in self.pile.articles.values() for e in m.marks.entities)
        found: dict[str, set[str]] = defaultdict(set)
        for leader, nation in leaders.items():
            for form in (form.lower() for form, name in ALIASES.items() if name == nation and " " not in form):
                found[leader].add(form)
                found[form].add(leader)
        return {term: frozenset(others) for term, others in found.items()}

    def said(self, passage: Passage) -> frozenset[str]:
        """Return the terms and words of a passage, with those that may stand for one of them, and the groups of their synonyms."""
        if passage not in self._said:
            held = self.pile.said(passage)
            met = self.stand_ins.keys() & held
            self._said[passage] = held.union(synonyms_among(held), *(self.stand_ins[term] for term in met))
        return self._said[passage]

    def said_in(self, passages: Iterable[Passage]) -> frozenset[str]:
        """Return the same of several passages."""
        return frozenset[str]().union(*(self.said(p) for p in passages))

    @cached_property
    def _sentences(self) -> list[Passage]:
        return [p for article_id in sorted(self.pile.articles) for p in self.pile.sentences(article_id)]

    @cached_property
    def _finding(self) -> dict[str, list[int]]:
        """Which sentences each word finds; not those that only hold a sentence together."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, passage in enumerate(self._sentences):
            for term in self.pile.said(passage) - FUNCTION_WORDS:
                places[term].append(at)
        return places

    def of(self, passage: Passage, terms: Mapping[str, float], known: Collection[Passage]) -> list[Passage]:
        """Return the sentence of each other origin that shares most with a passage, where it shares enough.

        Args:
            passage: The passage.
            terms: Its terms with what each tells.
            known: Passages whose articles need no search.
        """
        scores: dict[int, float] = defaultdict(float)
        sentences = len(self._sentences)
        for term, much in terms.items():
            places = self._finding.get(term, ())
            if 1 < len(places) <= _CROWD:
                here = much * (1 - _WORN * len(places) / sentences)
                for at in places:
                    scores[at] += here
        least = max(_LEAST, _SHARE * sum(terms.values()))
        near = sorted((-score, at) for at, score in scores.items() if score >= least)
        own = self.pile.touching(passage)
        articles = {p.article_id for p in known} | {passage.article_id}
        found: list[Passage] = []
        heard = set(own)
        for _, at in near:
            other = self._sentences[at]
            if len(found) == _MOST:
                break
            origins = self.pile.touching(other)
            if other.article_id not in articles and origins and heard.isdisjoint(origins):
                found.append(other)
                heard |= origins
        return found
