"""Which passages carry a wording: all that it tells must stand in them, not only what it is about."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from copydesk.records import Claim, Passage
from copydesk.write.grammar.lexicon import REPORTING
from copydesk.write.grammar.phrase import SUBJECTS, Phrase
from copydesk.write.offline.line import Terms, termed
from copydesk.write.offline.pile import Pile

_SHOWN = 4  # articles of one origin that a sentence cites
# What of a wording a passage of the same origin must state to be shown beside it.
_REPEATS = 0.35
# What of a wording's core another origin's passage must state by itself, and what of all of it with others of its article.
_CORE, _TOGETHER = 0.5, 0.7
_HELPERS = 2
_ARGUMENTS = (*SUBJECTS, "obj", "iobj", "obl:agent")
_PARTS = ("flat", "compound", "nummod", "goeswith")
_DEEPEST = 4


class Core(msgspec.Struct, frozen=True):
    """What a wording says at its core: its main verb, with who, what and how many.

    Attributes:
        verb: The verb, as `terms_of` writes it; empty where its main word is none.
        names: The terms of each name among its subjects and objects.
        terms: All its terms.
    """

    verb: str
    names: tuple[frozenset[str], ...]
    terms: Terms

    @classmethod
    def of(cls, phrase: Phrase) -> "Core":
        """Return the core of a phrase: not who says it, but what is said."""
        words = phrase.words
        main = phrase.root
        for _ in range(_DEEPEST):
            said = phrase.children(main, "ccomp", "parataxis")
            if not said or words[main].lemma not in REPORTING:
                break
            main = said[0]
        heads = phrase.children(main, *_ARGUMENTS)
        nouns = [[i, *(j for k in (i, *phrase.children(i, *_PARTS)) for j in phrase.children(k, *_PARTS))] for i in heads]
        names = [frozenset(termed(words[i]) for i in n) - {""} for n in nouns if words[n[0]].tag == "PROPN"]
        inside = Phrase(tuple(words[i] for i in (main, *(i for n in nouns for i in n)) if i >= 0))
        verb = termed(words[main]) if main >= 0 and words[main].tag in ("VERB", "ADJ", "NOUN") else ""
        return cls(verb, tuple(names), Terms.of(inside))

    def stands_in(self, held: frozenset[str]) -> bool:
        """Return whether a passage with these terms tells the core by itself."""
        if not self.terms.numbers <= held or any(name and held.isdisjoint(name) for name in self.names):
            return False
        return (self.verb in held or bool(self.terms.numbers)) and self.terms.held(held) >= _CORE


class Support:
    """Finds the passages that carry a wording.

    Args:
        pile: The articles.
        common: Share of a wording's content, in [0, 1], that a passage of another origin must state.
    """

    def __init__(self, pile: Pile, common: float) -> None:
        self.pile = pile
        self.common = common

    def citations(self, claim: Claim, passage: Passage, phrase: Phrase, terms: Terms) -> tuple[Passage, ...]:
        """Return the passages a wording rests on: the one it is worded after, and those of the claim's others that carry it.

        A sentence worded after one article carries that article's details; what only it reports must not seem confirmed by
        articles that carry the claim without them. No citation may touch an origin that does not carry the wording.
        """
        if len(claim.passages) == 1:
            return (passage,)
        own, core = self.pile.touching(passage), Core.of(phrase)
        kept: list[tuple[Passage, ...]] = [(passage,)]
        for other in claim.passages:
            if other == passage:
                continue
            if own >= self.pile.touching(other):
                carried = terms.held(self.pile.said(other)) >= _REPEATS
                kept.append((other,) if carried else ())
            else:
                kept.append(self.carrying(other, terms, core))
        return tuple(self.few([group for group in kept if group]))

    def carrying(self, passage: Passage, terms: Terms, core: Core) -> tuple[Passage, ...]:
        """Return a passage of another origin if it carries a wording, with more sentences of its article where needed.

        What happened must stand in the passage itself; where it was or how thick the fog, may stand beside it.
        """
        held = self.pile.said(passage)
        if not core.stands_in(held):
            return ()
        if terms.numbers <= held and terms.held(held) >= self.common:
            return (passage,)
        found, touched = [passage], self.pile.touching(passage)
        beside = [p for p in self.pile.sentences(passage.article_id) if p != passage and self.pile.touching(p) <= touched]
        for _ in range(_HELPERS):
            left = frozenset(terms.told) - held
            found.append(max(beside, key=lambda p: terms.held(left & self.pile.said(p)), default=passage))
            held |= self.pile.said(found[-1])
            if terms.numbers <= held and terms.held(held) >= _TOGETHER:
                return tuple(found)
        return ()

    def few(self, groups: Sequence[Sequence[Passage]]) -> Iterator[Passage]:
        """Yield one group of passages of each article, and of each origin's articles no more than a reader looks at."""
        shown, held = set[str](), Counter[str]()
        for group in groups:
            origins = self.pile.origins_of(group)
            if group[0].article_id not in shown and (not origins or any(held[origin] < _SHOWN for origin in origins)):
                shown.add(group[0].article_id)
                held.update(origins)
                yield from group
