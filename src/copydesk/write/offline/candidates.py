"""From claims to lines: which passage words a claim best, what of it can stand alone, and who carries it then."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from copydesk.records import Claim, LeftOut, Passage
from copydesk.text.background import stem
from copydesk.write.config import WriteConfig
from copydesk.write.grammar.lexicon import OTHER_PERSONS
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.trim import core, drop_also, drop_dateline, drop_opening, drop_said_earlier, said_plainly, shortened
from copydesk.write.offline.cast import Cast, named_in
from copydesk.write.offline.line import Line, Terms, terms_of
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.standing import ends_whole, generalised, leans, named_apposition, why_not

# Operations on one sentence that need nothing beside it, in the order in which they are applied. Each can be switched off by name.
OPERATIONS: Mapping[str, Callable[[Phrase], Phrase]] = {
    "drop_dateline": drop_dateline,
    "drop_opening": drop_opening,
    "drop_also": drop_also,
    "said_plainly": said_plainly,
    "drop_said_earlier": drop_said_earlier,
    "generalised": generalised,
    "named_apposition": named_apposition,
}
# So many passages of a claim are tried as its wording, and so many claims are looked at.
_PASSAGES = 5
_CLAIMS = 150
_CHOICE = 1.8  # times the words of a report: so much is there to choose from
HOPELESS = 9.0
_ENDLESS = 120  # words: nobody trims a sentence of more to a readable one
_SHOWN = 4  # articles of one origin that a sentence cites
# A part that can go stays where others state this share of its content words.
_CONFIRMED = 0.5
# What of a wording a passage must state, and its article as a whole, to carry it though the passage is shorter.
_CORE, _ARTICLE = 0.35, 0.65
_HEAD = 0.2  # so much better is a wording that opens an article
_ROOT = 0.3  # so much better is a wording that stands in the article nearest to its origin than a copy's
_CARRIED, _ENOUGH = 0.35, 2  # a wording that one more origin carries, up to so many more, may be so much worse


class Candidates:
    """Makes lines of claims.

    Args:
        pile: The articles.
        cast: Their people.
        config: Settings.
    """

    def __init__(self, pile: Pile, cast: Cast, config: WriteConfig) -> None:
        self.pile = pile
        self.cast = cast
        self.config = config
        self._whole: dict[str, frozenset[str]] = {}
        self._said: dict[Passage, frozenset[str]] = {}

    def all(self, room: int) -> tuple[list[Line], list[LeftOut]]:
        """Return a line for each claim that can stand by itself, and the other claims with the reason.

        Args:
            room: How many words the report may have.
        """
        lines, left = list[Line](), list[LeftOut]()
        weighed = self.pile.brief.weighed
        least = self.config.least * max((c.importance for c in weighed.claims), default=0.0)
        differing = {side.claim_id for difference in weighed.differences for side in difference.sides}
        words, unheard = 0, set(self.pile.lineage.main_origins.values())
        for claim in weighed.claims[:_CLAIMS]:
            # Claims come in the order of importance: once there is enough to choose from, only an article not heard yet adds to it.
            wanted = words < _CHOICE * room or not unheard.isdisjoint(claim.origin_ids)
            needed = (claim.importance >= least and wanted) or claim.id in differing
            line = self.line(claim) if needed else "of little importance"
            if isinstance(line, Line):
                lines.append(line)
                words += line.phrase.count
                unheard.difference_update(line.origin_ids)
            else:
                left.append(LeftOut(text=claim.text, reason=line))
        return lines, left

    def line(self, claim: Claim) -> Line | str:
        """Return the claim as a line, or why no passage of it can stand alone."""
        wordings = {p.text: p for p in reversed(claim.passages)}
        passages = [p for p in claim.passages if wordings[p.text] is p]
        passages = sorted(passages, key=lambda p: self.pile.place(p) > 0)[:_PASSAGES]
        tried = [(*self.tried(claim, p), i, p) for i, p in enumerate(passages)]
        best = min(tried, key=lambda t: (t[0], t[3]))
        return best[2] if best[0] >= HOPELESS else self.made(claim, best[4], best[1])

    def tried(self, claim: Claim, passage: Passage) -> tuple[float, Phrase, str]:
        """Return how badly a passage words a claim, its trimmed words, and why they cannot stand alone where they cannot."""
        part = part_of(claim, passage, self.pile)
        if len(part.text.split()) > _ENDLESS:
            return HOPELESS, Phrase(()), "too long, and nothing of it can be taken out"
        phrase = self.trimmed(part)
        named = named_in(phrase, passage, self.pile, self.cast)
        reason = why_not(phrase, named) or self._quote_trouble(phrase)
        if reason:
            return HOPELESS, phrase, reason
        if passage.text.rstrip(" ”\"'’").endswith(("…", "...")):
            return HOPELESS, phrase, "breaks off"
        if not (ends_whole(phrase) or ends_whole(self.pile.phrase(passage))):
            return HOPELESS, phrase, "no whole sentence"
        if phrase.count > self.config.longest_sentence:
            return HOPELESS, phrase, "too long, and nothing of it can be taken out"
        cost = (
            0.04 * abs(phrase.count - 20)
            + 0.04 * max(0, 12 - phrase.count)
            + 0.5 * any(n.pronoun for n in named)
            + 0.3 * leans(phrase)
        )
        cost -= _HEAD * (self.pile.place(passage) == 0)
        if "core" not in self.config.off:
            phrase = self.confirmed(claim, passage, phrase)
        if len(claim.passages) == 1:
            return cost, phrase, ""
        carried = self.pile.independent(self.citations(claim, passage, phrase)).low
        roots = {self.pile.origin(o).root_article_id for o in self.pile.origins(passage)}
        return cost - _CARRIED * min(carried - 1, _ENOUGH) - _ROOT * (passage.article_id in roots), phrase, ""

    def trimmed(self, passage: Passage) -> Phrase:
        """Return the words of a passage, trimmed."""
        phrase = self.pile.phrase(passage)
        for name, operation in OPERATIONS.items():
            if name not in self.config.off:
                phrase = operation(phrase)
        if "shortened" not in self.config.off:
            phrase = shortened(phrase, self.config.sentence_words)
        return phrase

    def _quote_trouble(self, phrase: Phrase) -> str | None:
        """Return why not, where the quotation in a phrase is too long, open, or nobody's."""
        quoted = phrase.quoted()
        words = sum(q and w.tag != "PUNCT" for q, w in zip(quoted, phrase.words, strict=True))
        if words > self.config.quote_words:
            return "a quotation that is too long to be repeated"
        text = phrase.text
        if text.count("“") != text.count("”") or text.count('"') % 2 or text.count("``") != text.count("''"):
            return "part of a longer quotation"
        if words and not any(not q and w.tag in ("NOUN", "PROPN", "PRON") for q, w in zip(quoted, phrase.words, strict=True)):
            return "a quotation whose speaker stands in another sentence"
        return None

    def made(self, claim: Claim, passage: Passage, phrase: Phrase) -> Line:
        """Return the line of a claim worded after one of its passages."""
        terms = Terms.of(phrase)
        citations = self.citations(claim, passage, phrase)
        origins = self.pile.origins_of(citations)
        quoted = sum(phrase.quoted())
        return Line(
            claim=claim,
            passage=passage,
            phrase=phrase,
            citations=citations,
            origin_ids=origins,
            single=self.pile.lineage.independent(origins).low < 2,
            terms=terms,
            place=self.pile.place(passage),
            quotation=quoted * 3 > len(phrase.words),
            leans=leans(phrase),
        )

    def confirmed(self, claim: Claim, passage: Passage, phrase: Phrase) -> Phrase:
        """Return a phrase without the parts that no other origin's passage states, where other origins carry the claim too."""
        own = set(self.pile.origins(passage))
        others = [p for p in claim.passages if not own & set(self.pile.origins(p))]
        if not others:
            return phrase
        held = frozenset[str]().union(*(self.said_in(p) for p in others))

        def share(part: Phrase) -> float:
            terms = terms_of(part)
            return len(terms & held) / len(terms) if terms else 1.0

        return core(phrase, share, _CONFIRMED)

    def citations(self, claim: Claim, passage: Passage, phrase: Phrase) -> tuple[Passage, ...]:
        """Return the passages a wording rests on: all where the others hold enough of its words, else those of its own origins.

        A sentence worded after one article carries that article's details; what only it reports must not seem confirmed by
        articles that carry the claim without them.
        """
        kept = [passage]
        if len(claim.passages) == 1:
            return (passage,)
        own, terms, verb = set(self.pile.touching(passage)), Terms.of(phrase), predicate(phrase)
        for other in claim.passages:
            foreign = not own.issuperset(self.pile.touching(other))
            if other != passage and (self._carries(other, terms, verb) if foreign else self._repeats(other, terms)):
                kept.append(other)
        return tuple(self.few(kept))

    def few(self, passages: Sequence[Passage]) -> Iterator[Passage]:
        """Yield one passage of each article, and of each origin's articles no more than a reader looks at."""
        held: Counter[str] = Counter()
        for passage in one_per_article(passages):
            origins = self.pile.origins(passage)
            if any(held[origin] < _SHOWN for origin in origins) or not origins:
                held.update(origins)
                yield passage

    def said_in(self, passage: Passage) -> frozenset[str]:
        """Return the terms and the words of a passage."""
        if passage not in self._said:
            self._said[passage] = terms_of(self.pile.phrase(passage)) | quoted_words(passage)
        return self._said[passage]

    def _repeats(self, passage: Passage, terms: Terms) -> bool:
        """Return whether a passage of the same origin says enough of a wording to be shown beside it."""
        return terms.held(self.said_in(passage)) >= _CORE

    def _carries(self, passage: Passage, terms: Terms, verb: str) -> bool:
        """Return whether a passage states enough of a wording, every number of it included, to be cited for it."""
        held = self.said_in(passage)
        share = terms.held(held)
        if terms.numbers <= held and share >= self.config.common:
            return True
        # What happened, by its verb or its number, must stand here; the rest, where it came from or how thick the fog was, may
        # stand elsewhere in the same article.
        told = {n for n in terms.numbers if len(n) > 1 and n.isdigit()}
        if not (share >= _CORE and verb and verb in held) and not (told and told <= held):
            return False
        whole = self.whole(passage)
        return terms.numbers <= whole and terms.held(whole) >= _ARTICLE

    def whole(self, passage: Passage) -> frozenset[str]:
        """Return all terms and words of a passage's article."""
        if passage.article_id not in self._whole:
            marked = self.pile.marked(passage)
            spans = [marked.passage(s.start, s.end) for s in marked.reporting()]
            self._whole[passage.article_id] = frozenset[str]().union(*(self.said_in(p) for p in spans))
        return self._whole[passage.article_id]


def predicate(phrase: Phrase) -> str:
    """Return the stem of a phrase's main verb, as `terms_of` writes it; empty where its main word is none."""
    main = phrase.words[phrase.root] if phrase.words else None
    return stem(main.lemma.casefold()) if main is not None and main.tag == "VERB" else ""


def quoted_words(passage: Passage) -> frozenset[str]:
    """Return the words of a passage as they are written, in lower case: another tag must not part two passages."""
    return frozenset(w.strip(".,;:!?“”\"'’()").lower() for w in passage.text.replace("-", " ").split()) - OTHER_PERSONS


def one_per_article(passages: Sequence[Passage]) -> list[Passage]:
    """Return the first passage of each article, in order."""
    seen: dict[str, Passage] = {}
    for passage in passages:
        seen.setdefault(passage.article_id, passage)
    return list(seen.values())


def part_of(claim: Claim, passage: Passage, pile: Pile) -> Passage:
    """Return the part of a passage that makes the claim: the claim's own words where they stand in it, else all of it.

    A claim's text may lack the dateline or the other half of its sentence, and has a capital and a full stop of its own.
    """
    # The first letter may be another in its passage. Compiling a pattern for each claim cost a third of the whole stage.
    inner = claim.text.rstrip(" .")[1:]
    start = passage.text.find(inner) - 1 if inner else -1
    if start < 0:
        return passage
    end = start + 1 + len(inner)
    end = end if len(passage.text) - end > 2 else len(passage.text)
    return pile.marked(passage).passage(passage.start + start, passage.start + end)
