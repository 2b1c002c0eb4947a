"""Which passages carry a wording: all that it tells must stand in them, not only what it is about."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from copydesk.records import Claim, Passage
from copydesk.write.grammar.lexicon import EVENTFUL, REPORTING
from copydesk.write.grammar.phrase import SUBJECTS, Phrase
from copydesk.write.offline.kin import Kin
from copydesk.write.offline.line import Terms, synonyms, termed
from copydesk.write.offline.pile import Pile

_SHOWN = 4  # articles of one origin that a sentence cites
# What of a wording a passage of the same origin must state to be shown beside it.
_REPEATS = 0.35
# What of a wording's core another origin's passage must state by itself, and what of all of it with others of its article.
_CORE, _CORE_ELSEWHERE, _TOGETHER = 0.5, 0.7, 0.7
_SLACK = 3.0  # nats that a passage of the same claim may lack beside the core
_HELPERS, _HELP = 2, 0.1  # sentences beside it, and what of the wording each must add
_ARGUMENTS = (*SUBJECTS, "obj", "iobj", "obl:agent")
_PARTS = ("flat", "compound", "nummod", "goeswith")
_DESCRIBING = ("amod", "compound", "nmod", "nmod:poss")
_DEEPEST = 4


class Core(msgspec.Struct, frozen=True):
    """What a wording says at its core: its main verb, with who, what and how many.

    Attributes:
        verbs: The verb, as `terms_of` writes it, or the event of which it only says that it takes place; empty where its main word
            is neither.
        names: The terms of each name among its subjects and objects.
        terms: All its terms.
    """

    verbs: frozenset[str]
    names: tuple[frozenset[str], ...]
    terms: Terms

    @classmethod
    def of(cls, phrase: Phrase) -> "Core":
        """Return the core of a phrase: not who says it, but what is said."""
        return phrase.once(cls._of)

    @classmethod
    def _of(cls, phrase: Phrase) -> "Core":
        words = phrase.words
        main = phrase.root
        for _ in range(_DEEPEST):
            said = phrase.children(main, "ccomp", "parataxis")
            if not said or words[main].lemma not in REPORTING:
                break
            main = said[0]
        chain = [main]
        for _ in range(_DEEPEST):
            meant = [i for i in phrase.children(chain[-1], "xcomp") if words[i].tag == "VERB"]
            if not meant:
                break
            chain.append(meant[0])  # "is expected to announce", "offered to replace"
        heads = [i for verb in chain for i in phrase.children(verb, *_ARGUMENTS)]
        nouns = [[i, *(j for k in (i, *phrase.children(i, *_PARTS)) for j in phrase.children(k, *_PARTS))] for i in heads]
        names = [frozenset(termed(words[i]) for i in n) - {""} for n in nouns if words[n[0]].tag == "PROPN"]
        last = chain[-1]
        events = [i for i in phrase.children(last, "obj", "obl") if words[last].lemma in EVENTFUL and words[i].tag == "NOUN"]
        tells = last >= 0 and words[last].tag in ("VERB", "ADJ", "NOUN")
        verbs = events or ([last] if tells else [])
        objects = [i for verb in chain for i in phrase.children(verb, "obj")]
        places = dict.fromkeys((*chain[:-1], *(events or (last,)), *(i for n in nouns for i in n), *described(phrase, objects)))
        inside = Phrase(tuple(words[i] for i in places if i >= 0))
        done = frozenset(termed(words[i]) for i in verbs) - {""}
        return cls(done.union(*(synonyms(term) for term in done)), tuple(names), Terms.of(inside))

    def stands_in(self, held: frozenset[str], least: float, *, same: bool = False) -> bool:
        """Return whether a passage with these terms tells the core by itself.

        Args:
            held: The terms.
            least: Share of the core that must be among them.
            same: Whether the passage is known to make the same claim: then another verb may do, or the same numbers.
        """
        counts = bool(self.terms.numbers)
        if not self.terms.numbers <= held or any(name and held.isdisjoint(name) for name in self.names):
            return False
        if same and counts:
            return True
        return (same or counts or not self.verbs.isdisjoint(held)) and self.terms.held(held) >= least


class Voices(msgspec.Struct, frozen=True):
    """Passages that may carry a wording.

    Attributes:
        after: The passage it is worded after.
        claimed: The passages that make the same claim, that one among them.
        kin: The nearest sentences of other origins, which may say the same.
    """

    after: Passage
    claimed: tuple[Passage, ...]
    kin: tuple[Passage, ...] = ()

    @property
    def others(self) -> tuple[Passage, ...]:
        """All but the one it is worded after."""
        return tuple(p for p in (*self.claimed, *self.kin) if p != self.after)


def described(phrase: Phrase, at: Sequence[int]) -> Iterator[int]:
    """Yield the words that say which things are meant by some nouns: "*research* partnerships *between universities*"."""
    for i in (i for noun in at for i in phrase.children(noun, *_DESCRIBING)):
        yield i
        yield from described(phrase, (i,))


class Support:
    """Finds the passages that carry a wording.

    Args:
        pile: The articles.
        common: Share of a wording's content, in [0, 1], that a passage of another origin must state.
    """

    def __init__(self, pile: Pile, common: float) -> None:
        self.pile = pile
        self.common = common
        self.kin = Kin(pile)

    def voices(self, claim: Claim, passage: Passage, phrase: Phrase, terms: Terms) -> Voices:
        """Return the passages that may carry wordings after a claim's passage: the claim's own, and other origins' nearest."""
        near = self.kin.of(passage, terms.told, claim.passages)
        core = Core.of(phrase) if near else None
        # What is cut from a wording changes little of its core: who does not tell that carries none.
        kin = tuple(p for p in near if core and core.stands_in(self.kin.said(p), _CORE))
        return Voices(passage, claim.passages, kin)

    def citations(self, voices: Voices, phrase: Phrase, terms: Terms) -> tuple[Passage, ...]:
        """Return the passages a wording rests on: the one it is worded after, and those of the others that carry it.

        A sentence worded after one article carries that article's details; what only it reports must not seem confirmed by
        articles that carry the claim without them. No citation may touch an origin that does not carry the wording.
        """
        if not voices.others:
            return (voices.after,)
        own, core, terms = self.pile.touching(voices.after), Core.of(phrase), terms.timeless
        kept: list[tuple[Passage, ...]] = [(voices.after,)]
        for other in voices.others:
            if own >= self.pile.touching(other):
                carried = terms.held(self.pile.said(other)) >= _REPEATS
                kept.append((other,) if carried else ())
            else:
                kept.append(self.carrying(other, terms, core, same=other in voices.claimed))
        return tuple(self.few([group for group in kept if group]))

    def carrying(self, passage: Passage, terms: Terms, core: Core, *, same: bool) -> tuple[Passage, ...]:
        """Return a passage of another origin if it carries a wording, with more sentences of its article where needed.

        What happened must stand in the passage itself; where it was or how thick the fog, may stand beside it.
        """
        held = self.kin.said(passage)
        if not core.stands_in(held, _CORE if same else _CORE_ELSEWHERE, same=same):
            return ()
        beside_core = sum(much for term, much in terms.told.items() if term not in core.terms.told and term not in held)
        told = terms.held(held) >= self.common or (same and beside_core <= _SLACK)
        if terms.numbers <= held and told:
            return (passage,)
        if not same:
            return ()
        found, touched = [passage], self.pile.touching(passage)
        beside = [p for p in self.pile.sentences(passage.article_id) if p != passage and self.pile.touching(p) <= touched]
        for _ in range(_HELPERS):
            left = Terms({term: much for term, much in terms.told.items() if term not in held}, terms.total, frozenset())
            helper = max(beside, key=lambda p: left.among(self.kin.said(p)), default=passage)
            if left.among(self.kin.said(helper)) < _HELP:
                return ()
            found.append(helper)
            held |= self.kin.said(helper)
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
