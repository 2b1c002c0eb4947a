"""From claims to lines: which passage words a claim best, what of it can stand alone, and who carries it then."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

import msgspec
from msgspec.structs import replace

from copydesk.records import Claim, LeftOut, Passage
from copydesk.write.config import WriteConfig
from copydesk.write.grammar.courtesy import drop_courtesy
from copydesk.write.grammar.cutting import core, ending, tightened, unhedged
from copydesk.write.grammar.kernel import kernel
from copydesk.write.grammar.names import Named, with_title
from copydesk.write.grammar.openings import drop_also, drop_dateline, drop_opening, drop_party, drop_said_earlier, said_plainly
from copydesk.write.grammar.phrase import Phrase, Word, headed
from copydesk.write.grammar.preface import drop_preface
from copydesk.write.grammar.statements import statements
from copydesk.write.grammar.telling import unsaid
from copydesk.write.grammar.trim import drop_furthering, shortened, states
from copydesk.write.offline.cast import Cast, named_in
from copydesk.write.offline.figures import REPLACED, unjoined
from copydesk.write.offline.line import Line, Terms, timed
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.plans import Plans
from copydesk.write.offline.promise import broken_off, disputed, part_of, promising, reading
from copydesk.write.offline.quoting import Requoted, requoted
from copydesk.write.offline.standing import ends_whole, generalised, leans, named_apposition, why_not
from copydesk.write.offline.support import Support, Voices

# Operations on one sentence that need nothing beside it, in the order in which they are applied. Each can be switched off by name.
OPERATIONS: Mapping[str, Callable[[Phrase], Phrase]] = {
    "drop_dateline": drop_dateline,
    "drop_opening": drop_opening,
    "drop_party": drop_party,
    "drop_also": drop_also,
    "said_plainly": said_plainly,
    "drop_said_earlier": drop_said_earlier,
    "generalised": generalised,
    "named_apposition": named_apposition,
    "drop_furthering": drop_furthering,
    "drop_preface": drop_preface,
    "drop_courtesy": drop_courtesy,
}
# So many passages of a claim are tried as its wording, and so many claims are looked at.
_PASSAGES = 3
_CLAIMS = 60
_CHOICE = 1.6  # times the words of a report: so much is there to choose from
_LONG = 30  # words: a sentence of more has its attribution shortened
_BRIEF, _BRIEF_CHOICE = 24, 1.8  # words of a claim that finds room beside others; how many of them, likewise
HOPELESS = 9.0
_GOOD = -1.0  # a wording that costs less needs no rival
_ENDLESS = 120  # words: nobody trims a sentence of more to a readable one
# A part of a wording is stated by an origin whose passages hold this share of its content, or whose articles hold that share.
_STATED, _ANYWHERE = 0.5, 0.75
_HEAD = 0.2  # so much better is a wording that opens an article
_COPY = 3.0  # so much worse is a wording of a copy where the article nearest to its origin makes the claim too
_SHORTER_COPY = 1.0  # and so much where all the others have is longer than a sentence should be
_NAMELESS = 1.0  # so much worse is one of an outlet that is not known where another one's words are at hand
_CARRIED, _ENOUGH, _LEVELS = 0.7, 3, 2  # a wording that one more origin carries, up to so many more, may be so much worse
_SAVED, _SHARE = 4, 0.85  # a plan is told by itself when that saves so many words, and is no more than this share of its sentence
_CUTS = 2  # parts that go from the end of a long sentence
_INCHES = re.compile(r"(?<=\d)”")  # a 17” screen


class Tried(msgspec.Struct, frozen=True):
    """A claim in the words of one passage.

    Attributes:
        passage: The passage.
        cost: How badly it words the claim; from `HOPELESS` on it cannot be printed.
        phrase: Its words, trimmed.
        terms: Their terms; None for words that cannot be printed.
        citations: The passages that carry them.
        reason: Why they cannot stand alone, where they cannot.
    """

    passage: Passage
    cost: float
    phrase: Phrase
    terms: Terms | None = None
    citations: tuple[Passage, ...] = ()
    reason: str = ""


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
        self.support = Support(pile, config.common)
        self.differing = disputed(pile)

    def all(self, room: int) -> tuple[list[Line], list[LeftOut]]:
        """Return a line for each claim that can stand by itself, and the other claims with the reason.

        Args:
            room: How many words the report may have.
        """
        lines, left = list[Line](), list[LeftOut]()
        weighed = self.pile.brief.weighed
        least = self.config.least * max((c.importance for c in weighed.claims), default=0.0)
        words, unheard = 0, set(self.pile.lineage.main_origins.values())
        planned = {(p.article_id, p.start) for i in weighed.initiatives for p in i.passages}
        plans = Plans(self.pile)
        for claim in promising(weighed.claims[:_CLAIMS], planned):
            # The most promising claims come first: once there is enough to choose from, only what is brief adds to it, and what
            # comes from an article not heard yet.
            brief = len(claim.text.split()) <= _BRIEF and words < _BRIEF_CHOICE * room
            wanted = words < _CHOICE * room or brief or not unheard.isdisjoint(claim.origin_ids)
            needed = (claim.importance >= least and wanted) or claim.id in self.differing
            line = self.line(claim) if needed else "of little importance"
            if isinstance(line, Line):
                lines += [
                    replace(part, plans=plans.told(part), saved=self.saved(part.phrase, part.passage))
                    for part in self.parts(line, plans)
                ]
                words += line.phrase.count
                unheard.difference_update(line.origin_ids)
            else:
                left.append(LeftOut(text=claim.text, reason=line))
        return lines, left

    def line(self, claim: Claim) -> Line | str:
        """Return the claim as a line, or why no passage of it can stand alone."""
        best: Tried | None = None
        for passage in self.worded_by(claim):
            # A copy costs more than any fit wording of a readable length; one that reads well and that all carry needs no rival.
            unwieldy = best is not None and best.phrase.count > _LONG
            if best and (best.cost < _GOOD or (best.cost < HOPELESS and self.copied(passage) and not unwieldy)):
                break
            tried = self.tried(claim, passage)
            if unwieldy and tried.cost < HOPELESS and self.copied(passage):
                tried = replace(tried, cost=tried.cost - _COPY + _SHORTER_COPY)
            best = tried if best is None or tried.cost < best.cost else best
        if best is None or best.cost >= HOPELESS:
            return best.reason if best else "no passage makes it"
        return self.made(claim, best)

    def saved(self, phrase: Phrase, passage: Passage) -> int:
        """Return how many words of titles and names are not needed where everybody was introduced before."""
        named = (n for n in self.named(phrase, passage) if (n.full or n.title) and not (n.pronoun or n.role))
        places = (with_title(phrase, n) for n in named)
        return sum(place.end - place.start - 1 for place in places)

    def parts(self, line: Line, plans: Plans) -> list[Line]:
        """Return a long line of one origin as shorter ones that can stand by themselves: each statement it makes, and its plans."""
        if not self.long(line.phrase) or not line.single or line.contested:
            return [line]
        parts = statements(line.phrase) if "statements" not in self.config.off else (line.phrase,)
        whole = all(self.unfit(part, line.passage, self.named(part, line.passage)) is None for part in parts)
        told = [replace(line, phrase=part, terms=Terms.of(part)) for part in parts] if whole and len(parts) > 1 else [line]
        return [shorter for part in told for shorter in (self.planned(part, plans) or [part])]

    def long(self, phrase: Phrase) -> bool:
        """Return whether a sentence has more words than one should."""
        return phrase.count > self.config.sentence_words

    def planned(self, line: Line, plans: Plans) -> list[Line]:
        """Return a line for each initiative of a long line that is told in fewer words, and can stand by itself."""
        found = list[Line]()
        if "plans" in self.config.off or not self.long(line.phrase) or line.claim.speaker:
            return found
        inside = range(line.phrase.words[0].start, line.phrase.words[-1].end)
        for number in dict.fromkeys(plans.near(line.passage)):
            phrase = plans.worded(number, line.passage)
            if (
                phrase is None
                or phrase.words[0].start not in inside
                or phrase.count + _SAVED > line.phrase.count
                or phrase.count > line.phrase.count * _SHARE
            ):
                continue
            phrase = self.operated(phrase)
            hangs = leans(phrase) and not line.leans
            if not hangs and self.unfit(phrase, line.passage, self.named(phrase, line.passage)) is None:
                found.append(replace(line, phrase=phrase, terms=Terms.of(phrase), leans=leans(phrase)))
        return found

    def worded_by(self, claim: Claim) -> Sequence[Passage]:
        """Return the passages after which a claim can be worded: each text once, heads of articles first, copies last."""
        if len(claim.passages) == 1:
            return claim.passages
        wordings = {p.text: p for p in reversed(claim.passages)}
        passages = [p for p in claim.passages if wordings[p.text] is p]
        return sorted(passages, key=lambda p: (self.copied(p), self.pile.place(p) > 0))[:_PASSAGES]

    def copied(self, passage: Passage) -> bool:
        """Return whether a passage stands in an article that took it from another one at hand."""
        roots = {self.pile.origin(o).root_article_id for o in self.pile.origins(passage)}
        return passage.article_id not in roots and not roots.isdisjoint(self.pile.articles)

    def nameless(self, claim: Claim, passage: Passage) -> bool:
        """Return whether a passage's outlet is not known, but that of another passage of its origin is."""
        if self.pile.marked(passage).article.outlet:
            return False
        own = self.pile.origins(passage)
        return any(self.pile.origins(p) == own and self.pile.marked(p).article.outlet for p in claim.passages)

    def tried(self, claim: Claim, passage: Passage) -> Tried:
        """Return the best wording of a claim after one of its passages: that which most origins carry and which tells most."""
        part = part_of(claim, passage, self.pile)
        if len(part.text.split()) > _ENDLESS:
            return Tried(passage, HOPELESS, Phrase(()), reason="too long, and nothing of it can be taken out")
        phrase = self.trimmed(part, whole=claim.text[:1].isupper())
        whole = requoted(phrase, part, self.pile) if "requoted" not in self.config.off else Requoted(phrase)
        phrase = generalised(whole.phrase) if whole.phrase is not phrase else phrase
        named = self.named(phrase, passage)
        reason = self.unfit(phrase, passage, named)
        if reason:
            return Tried(passage, HOPELESS, phrase, reason=reason)
        cost = _COPY * self.copied(passage) + _NAMELESS * self.nameless(claim, passage) - _HEAD * (self.pile.place(passage) == 0)
        cost += 0.5 * any(n.pronoun for n in named)
        terms = Terms.of(phrase)
        voices = self.support.voices(claim, passage, phrase, terms)
        if not voices.others and phrase.count <= self.config.sentence_words:
            return Tried(passage, cost + reading(phrase, terms), phrase, terms, (passage, *whole.speakers))
        found = list[Tried]()
        for wording, least in self.wordings(voices, phrase):
            if wording is phrase or self.unfit(wording, passage, self.named(wording, passage)) is None:
                terms = Terms.of(wording)
                citations = self.support.citations(voices, wording, terms)
                carried = self.pile.independent(citations).low
                if carried < least:
                    continue
                citations = tuple(dict.fromkeys((*citations, *whole.speakers)))
                more = min(carried - 1, _ENOUGH)
                price = cost + reading(wording, terms) - _CARRIED * more
                found.append(Tried(passage, price, wording, terms, citations))
        return self.unhedged(voices, min(found, key=lambda t: t.cost))

    def unhedged(self, voices: Voices, tried: Tried) -> Tried:
        """Return a wording without "officials said" where several origins carry it, and it says itself that it is only expected."""
        bare = unhedged(tried.phrase) if self.pile.independent(tried.citations).low > 1 else None
        if bare is None or self.unfit(bare, tried.passage, self.named(bare, tried.passage)):
            return tried
        terms = Terms.of(bare)
        citations = self.support.citations(voices, bare, terms)
        as_many = self.pile.independent(citations).low >= self.pile.independent(tried.citations).low
        return Tried(tried.passage, tried.cost, bare, terms, citations) if as_many else tried

    def named(self, phrase: Phrase, passage: Passage) -> list[Named]:
        """Return who is mentioned in a phrase; of pronouns, those that a name can be put for without another origin's help."""
        found, own = named_in(phrase, passage, self.pile, self.cast), set(self.pile.origins(passage))
        introductions = {n.key: self.cast.introduction(passage.article_id, n.key) for n in found if n.pronoun}
        fit = {key for key, found in introductions.items() if found and own.issuperset(self.pile.origins(found.passage))}
        return [n for n in found if not n.pronoun or n.key in fit]

    def unfit(self, phrase: Phrase, passage: Passage, named: list[Named]) -> str | None:
        """Return why a phrase of a passage, in which some people are named, cannot be printed; None where it can."""
        reason = why_not(phrase, named) or self._quote_trouble(phrase)
        if reason:
            return reason
        if self.pile.figures.outdated(phrase, passage.article_id):
            return REPLACED
        if broken_off(self.pile.marked(passage).article.text, passage):
            return "breaks off"
        if not (ends_whole(phrase) or ends_whole(self.pile.phrase(passage))):
            return "no whole sentence"
        return "too long, and nothing of it can be taken out" if phrase.count > self.config.longest_sentence else None

    def wordings(self, voices: Voices, phrase: Phrase) -> Iterator[tuple[Phrase, int]]:
        """Yield a phrase, what is left of it at its core, and, where it is long, what is left when its last parts go.

        With each goes how many origins must carry it: without the words that say who says it, two.
        """
        yield from self.cores(voices, phrase)
        if "brief" not in self.config.off:
            shorter: Phrase | None = phrase
            for _ in range(_CUTS):
                shorter = ending(shorter) if shorter and shorter.count > self.config.sentence_words else None
                if shorter is None or not states(shorter):
                    return
                yield shorter, 1

    def cores(self, voices: Voices, phrase: Phrase) -> Iterator[tuple[Phrase, int]]:
        """Yield a phrase, then what is left of it when all goes that one, two, … other origins do not state, there or nearby."""
        yield phrase, 1
        own = set(self.pile.origins(voices.after))
        others: dict[str, list[Passage]] = {}
        for other in voices.others:
            for origin in set(self.pile.origins(other)) - own:
                others.setdefault(origin, []).append(other)
        if "core" in self.config.off or not others:
            return
        held = [(self.support.kin.said_in(found), self.pile.said_around(found)) for found in others.values()]

        def stated(part: Sequence[Word], *, around: bool = True) -> int:
            terms = Terms.of_words(part)
            if around and timed(terms):
                return len(held)  # when it was belongs to what happened, and who does not say so says nothing else
            by = sum(terms.held(here) >= _STATED or (around and terms.held(wide) >= _ANYWHERE) for here, wide in held)
            return by if terms.total else len(held)

        before = phrase
        for least in range(1, min(len(others), _LEVELS) + 1):
            shorter = core(before, lambda part, least=least: stated(part) >= least)  # type: ignore[misc]
            if shorter is not before:
                yield shorter, 1
            before = shorter
        bare = unhedged(before) or unsaid(before) or before
        shorter = core(bare, lambda part: stated(part, around=False) > 0)
        if shorter is not before:
            yield shorter, 1 if bare is before else 2
        least_of_all = kernel(bare)
        if least_of_all:  # what happened, without where and how: that much others may tell, too
            yield least_of_all, 2

    def trimmed(self, passage: Passage, *, whole: bool = False) -> Phrase:
        """Return the words of a passage, trimmed.

        Args:
            passage: The passage.
            whole: Whether it is a statement by itself even where it stands behind "However," or another half of its sentence.
        """
        phrase = self.operated(headed(self.pile.phrase(passage)) if whole else self.pile.phrase(passage))
        old = self.pile.figures.outdated(phrase, passage.article_id)
        return self.without(phrase, passage, old) if old else phrase

    def without(self, phrase: Phrase, passage: Passage, old: Set[int]) -> Phrase:
        """Return a phrase without the parts that give outdated figures, as far as they can go."""
        shorter = core(unjoined(phrase, old), lambda part: old.isdisjoint(word.start for word in part))
        return phrase if self.pile.figures.outdated(shorter, passage.article_id) else shorter

    def operated(self, phrase: Phrase) -> Phrase:
        """Return a phrase behind all operations that are on."""
        for name, operation in OPERATIONS.items():
            if name not in self.config.off:
                phrase = operation(phrase)
        if "shortened" not in self.config.off:
            phrase = tightened(shortened(phrase, self.config.sentence_words), _LONG)
        return phrase

    def _quote_trouble(self, phrase: Phrase) -> str | None:
        """Return why not, where the quotation in a phrase is too long, open, or nobody's."""
        quoted = phrase.quoted()
        words = sum(q and w.tag != "PUNCT" for q, w in zip(quoted, phrase.words, strict=True)) if any(quoted) else 0
        if words > self.config.quote_words:
            return "a quotation that is too long to be repeated"
        text = _INCHES.sub("", phrase.text)
        if text.count("“") != text.count("”") or text.count('"') % 2 or text.count("``") != text.count("''"):
            return "part of a longer quotation"
        if words and not any(not q and w.tag in ("NOUN", "PROPN", "PRON") for q, w in zip(quoted, phrase.words, strict=True)):
            return "a quotation whose speaker stands in another sentence"
        return None

    def contested(self, claim: Claim, phrase: Phrase) -> bool:
        """Return whether others differ from what a phrase tells of a claim: a toll that it does not give is not what it tells."""
        said = {word.low for word in phrase.words}
        values = self.differing.get(claim.id, ())
        return any(value is None or not said.isdisjoint(value.casefold().split()) for value in values)

    def made(self, claim: Claim, tried: Tried) -> Line:
        """Return the line of a claim worded after one of its passages."""
        phrase = tried.phrase
        origins = self.pile.origins_of(tried.citations)
        return Line(
            claim=claim,
            passage=tried.passage,
            phrase=phrase,
            citations=tried.citations,
            origin_ids=origins,
            several=self.pile.lineage.independent(origins).low,
            terms=tried.terms or Terms.of(phrase),
            place=self.pile.place(tried.passage),
            quotation=sum(phrase.quoted()) * 3 > len(phrase.words),
            contested=self.contested(claim, phrase),
            genre=self.pile.marked(tried.passage).article.genre,
            leans=leans(phrase),
        )
