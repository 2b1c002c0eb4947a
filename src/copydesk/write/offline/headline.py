"""The headline: the central claim made short, never stronger, and nobody's headline."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from copydesk.records import DraftSentence, Passage
from copydesk.text.fold import folded
from copydesk.write.grammar.cutting import cut, unfronted
from copydesk.write.grammar.finish import balanced, finished
from copydesk.write.grammar.lexicon import REPORTING, THIRD_PERSON, words
from copydesk.write.grammar.names import short
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase
from copydesk.write.grammar.telling import according, trailing_telling, uncredited
from copydesk.write.grammar.trim import asides
from copydesk.write.offline.candidates import HOPELESS, Candidates
from copydesk.write.offline.cast import named_in
from copydesk.write.offline.line import Line, Terms, terms_of
from copydesk.write.offline.scoring import weight
from copydesk.write.offline.standing import counted, leans, untold, why_not
from copydesk.write.offline.vagueness import only_names
from copydesk.write.offline.wording import Wording

_FEWEST = 4
_GRACE = 60  # signs that a headline may have beyond the limit, at a price
_BARE = 0.5  # of the limit: a shorter headline has lost too much
_LINES, _PASSAGES = 10, 3
_NEARLY = 0.25  # a line that is so much less central may still give the headline
# What it is worth that several origins carry a wording, that it has all its line tells; the price of a sign too many or too few.
ONE_SAYS = ", one report says"
_LEAST = 50  # signs: a headline of fewer is not made any shorter
_NAMELESS = 1.2  # price of naming neither a person nor a place nor anything else
_VAGUE = 0.4  # price of not naming the outlet
_CARRIED, _FULL, _LONG, _SHORT = 0.3, 0.4, 0.025, 0.01
# Signs that only stand so where something between them went.
_BROKEN = re.compile(r"[.,;:]\s*[,;:]|[.,]['’](?:\s|$)|\.\s*,|\s,|\d \d")
_LONGEST_DESCRIPTION = 5
# Words before a name without which it names somebody as what he is not.
NARROWING = words("former ex acting interim alleged suspected accused late deputy vice assistant would-be")
_COMPARING = words("more less fewer higher lower")
_MANY = words("police staff crew team family public media cattle")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Variant(msgspec.Struct, frozen=True):
    """One wording of a headline.

    Attributes:
        text: The words, who reports it included.
        line: The line it tells.
        citations: The passages that carry these words.
        single: Whether one origin carries them.
        score: How good a headline it is.
        nameless: Whether it names nobody and nothing.
    """

    text: str
    line: Line
    citations: tuple[Passage, ...]
    single: bool
    score: float
    nameless: bool


class Headlines:
    """Makes headlines of lines.

    Args:
        candidates: Makes lines, and knows which passages carry a wording.
        wording: Words the lines.
    """

    def __init__(self, candidates: Candidates, wording: Wording) -> None:
        self.candidates = candidates
        self.pile = candidates.pile
        self.cast = candidates.cast
        self.limit = candidates.config.headline_signs
        self.wording = wording
        self.taken = {folded(m.article.title) for m in self.pile.brief.material.articles if m.article.title}

    def headline(self, lines: Sequence[Line]) -> DraftSentence | None:
        """Return the best headline that the first lines give; None where none gives one.

        Args:
            lines: The most central line first.
        """
        found = self.fitting(lines[:_LINES])
        if not found:
            return None
        best = max(found, key=lambda v: (v.score, v.text))
        same = sorted((v for v in found if v.citations == best.citations), key=lambda v: (-v.score, v.text))
        texts = list(dict.fromkeys(v.text for v in same))
        whole = tuple(self.whole(best))
        self.wording.tellers.again()
        self.wording.tellers.forget({p.article_id for p in best.citations} if best.single else ())
        return DraftSentence(
            text=texts[0],
            claim_ids=(best.line.claim.id,),
            citations=best.citations,
            attributed=best.single,
            fallbacks=(*texts[1:3], *(() if best.single else (f"{texts[0]}{ONE_SAYS}",)), *whole),
        )

    def fitting(self, lines: Sequence[Line]) -> list[Variant]:
        """Return the wordings of the first line that has any, and of those nearly as central; long ones where none is short."""
        found, least = list[Variant](), 0.0
        for line in sorted(lines, key=lambda line: line.quotation):
            named = any(not v.nameless for v in found)
            if named and (weight(line)[0] < least or line.quotation):
                break
            variants = list(self.variants(line))
            if variants and not named:
                least = weight(line)[0] - _NEARLY * (not line.newest)  # the toll as it is now gives way to nothing
            found += variants
        short = [v for v in found if len(v.text) <= self.limit + _GRACE // 2]
        return short if any(not v.nameless for v in short) or all(v.nameless for v in found) else found

    def whole(self, variant: Variant) -> Iterator[str]:
        """Yield all of a headline's line, then its passage, given to who reports it: what may stand where nothing shorter holds."""
        line = replace(variant.line, origin_ids=self.pile.origins(variant.line.passage), citations=(variant.line.passage,))
        for text in (line.phrase.text, line.passage.text):
            yield self.wording.told(line, line.phrase, finished(text), "front").removesuffix(".")

    def variants(self, line: Line) -> Iterator[Variant]:
        """Yield wordings of a line, and of the other passages of its claim, that are short, whole and nobody's headline."""
        yield from self.shortened(line, line.passage, line.phrase)
        if nameless(line.phrase):
            # "Fourteen people died" is what all say, and no headline: of what is said by one alone.
            yield from self.shortened(line, line.passage, self.candidates.trimmed(line.passage))
        for passage in [p for p in line.claim.passages[:_PASSAGES] if p != line.passage]:
            tried = self.candidates.tried(line.claim, passage)
            if tried.cost < HOPELESS:
                yield from self.shortened(line, passage, tried.phrase)

    def shortened(self, line: Line, passage: Passage, phrase: Phrase) -> Iterator[Variant]:
        """Yield ever shorter wordings of a passage, each with the passages that carry just that."""
        given = replace(line, passage=passage, phrase=phrase)
        named, bare = self.bare(given, names=True), self.bare(given)
        longs = (named,) if named.text == bare.text else (named, bare)
        wordings = {p.text: p for long in longs for p in compressed(long, self.limit + _GRACE)}
        support = self.candidates.support
        voices = support.voices(line.claim, passage, phrase, Terms.of(phrase))
        for shorter in wordings.values():
            text = self.printed(shorter)
            if folded(text) in self.taken or not balanced(text) or not sound(shorter) or _BROKEN.search(text):
                continue
            citations = support.citations(voices, shorter, Terms.of(shorter))
            origins = self.pile.origins_of(citations)
            single = self.pile.lineage.independent(origins).low < len(("one", "other"))
            if single and passage != line.passage:
                continue
            for tail in self.tails(shorter, origins, citations) if single else ("",):
                whole = f"{text}{tail}"
                if len(whole) <= self.limit + _GRACE:
                    score = self.score(line, shorter, whole, single=single)
                    yield Variant(whole, line, citations, single, score, nameless(shorter))

    def tails(self, phrase: Phrase, origins: Sequence[str], citations: Sequence[Passage]) -> Iterator[str]:
        """Yield the words behind a headline that say who reports it, by name and, where that takes too much room, without."""
        self.wording.tellers.again()
        teller = self.wording.tellers.of(origins, citations)
        speaks = trailing_telling(phrase) is not None or phrase.has("according")
        if speaks and folded(teller.name.removeprefix("the ")) in folded(phrase.text) and not teller.carried:
            yield ""
            return
        told = trailing_telling(phrase) is not None
        bare = teller.unnamed and not (teller.carried or told)
        yield f", {teller.name} {teller.verb}" if bare else f", {according(teller, told=told)}"
        if not teller.unnamed and not self.wording.tellers.alone:
            yield ONE_SAYS

    def score(self, line: Line, phrase: Phrase, text: str, *, single: bool) -> float:
        """Return how good a headline is: central, carried by several, full of what its line tells, neither long nor short."""
        kept = line.terms.held(terms_of(phrase))
        twice = single and (trailing_telling(phrase) is not None or "according" in phrase.forms())
        leaning = 0.05 * (trailing_telling(phrase) is not None) + 0.1 * twice + 0.3 * line.quotation + 0.2 * leans(phrase)
        leaning += _VAGUE * text.endswith(ONE_SAYS) + _NAMELESS * nameless(phrase)
        size = _LONG * max(0, len(text) - self.limit) + _SHORT * max(0.0, _BARE * self.limit - len(self.printed(phrase)))
        return weight(line)[0] + _CARRIED * (not single) + _FULL * min(1.0, kept) - leaning - size

    def bare(self, line: Line, *, names: bool = False) -> Phrase:
        """Return a line's words with people by their short names or as they are named, no asides, nothing before the subject."""
        phrase = self.wording.dated(line, line.phrase)
        if line.single:
            phrase = uncredited(phrase, self.wording.tellers.of(line.origin_ids, line.citations).name.removeprefix("the "))
        for named in reversed(named_in(phrase, line.passage, self.pile, self.cast)):
            at = named.place.start
            owned = at > 0 and phrase.words[at - 1].tag == "PROPN"  # "Pentagon spokesman John Kirby"
            if not names and (named.full or named.title) and not (named.role or owned or phrase.quoted()[at]):
                phrase = short(phrase, named, self.cast.short(named.key))
        while found := asides(phrase):
            phrase = phrase.without(range(found[0].start, found[0].end))
        return unfronted(phrase) if names else undescribed(unfronted(phrase))

    def printed(self, phrase: Phrase) -> str:
        """Return a phrase as a headline: no full stop at its end."""
        text = finished(phrase.text)
        if text.endswith((".”", '."')):
            return text[:-2] + text[-1]
        return text[:-1] if text.endswith(".") and not text.endswith((".S.", ".N.", ".K.", "p.m.", "a.m.")) else text


def nameless(phrase: Phrase) -> bool:
    """Return whether a phrase has no name in it."""
    return not any(word.tag == "PROPN" or word.form[:1].isupper() for word in phrase.words[1:])


def undescribed(phrase: Phrase) -> Phrase:
    """Drop bare nouns that describe the name the phrase begins with: "packaged food giant" before "Halden Foods"."""
    end = next((i for i, w in enumerate(phrase.words) if w.tag not in ("NOUN", "ADJ") and w.fine != "VBN"), 0)
    following = phrase.words[end : end + 1]
    described = 1 < end < _LONGEST_DESCRIPTION and following and following[0].tag == "PROPN"
    weighs = any(w.low in NARROWING for w in phrase.words[:end])
    return phrase.slice(end, len(phrase.words)) if described and not weighs else phrase


def compressed(phrase: Phrase, signs: int) -> Iterator[Phrase]:
    """Yield ever shorter phrases that fit, from the fullest on."""
    shorter: Phrase | None = phrase
    for _ in range(12):
        if shorter is None or shorter.count < _FEWEST:
            return
        length = len(finished(shorter.text))
        if length <= signs + 1:
            yield shorter
        if length < _LEAST:
            return
        shorter = cut(shorter)
        if shorter is not None and _participle(shorter):
            shorter = shorter.without({max(i for i, w in enumerate(shorter.words) if w.form not in ENDS)})


def sound(phrase: Phrase) -> bool:
    """Return whether a shortened phrase still is a whole statement that hangs on nothing outside it."""
    last = [w for w in phrase.words if w.form not in ENDS][-1]
    stranded = (
        last.relation == "acl"
        or _participle(phrase)
        or (last.tag in ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT") and last.form not in ("”", '"', ")"))
    )
    finite = any(w.fine in _FINITE for w in phrase.words)
    held = any(w.fine == "VBN" and phrase.children(i, *SUBJECTS) for i, w in enumerate(phrase.words))
    whole = (finite or held) and not stranded and not counted(phrase)
    root = phrase.words[phrase.root]
    empty = root.lemma in REPORTING and not phrase.children(
        phrase.root, "ccomp", "obj", "obl", "xcomp", "parataxis", "advcl", "dep"
    )
    broken = _severed(phrase) or _halved(phrase) or _uncompared(phrase)
    hollow = untold(phrase) or only_names(phrase)
    return whole and not empty and not broken and not hollow and why_not(phrase, [], finite=False) is None


def _participle(phrase: Phrase) -> bool:
    """Return whether a phrase ends with a participle behind its noun, of which more was told: "the elections held" (on Monday)."""
    at = max(i for i, w in enumerate(phrase.words) if w.form not in ENDS)
    own = phrase.children(at, "aux", "aux:pass", "cop", *SUBJECTS)
    verb = phrase.words[at].fine in ("VBN", "VBD") and at != phrase.root and not trailing_telling(phrase)
    return verb and at > 0 and phrase.words[at - 1].tag == "NOUN" and not own


def _halved(phrase: Phrase) -> bool:
    """Return whether only half of a subject is left: "Residence were raided" of "the office and residence were raided"."""
    first, second = phrase.words[0], phrase.words[1]
    return first.fine == "NN" and second.low in ("were", "are") and first.low not in _MANY


def _uncompared(phrase: Phrase) -> bool:
    """Return whether nothing is left to which a comparison behind a comma belongs: no sum for ", a third more than planned"."""
    counted_before = False
    comma = False
    for word, following in pairwise(phrase.words):
        counted_before = counted_before or (not comma and (word.tag == "NUM" or word.form[:1].isdigit()))
        comma = comma or word.form == ","
        if comma and not counted_before and word.low in _COMPARING and following.low == "than":
            return True
    return False


def _severed(phrase: Phrase) -> bool:
    """Return whether a headline has a pronoun for a subject, or one comma between its subject and its verb."""
    commas = [i for i, w in enumerate(phrase.words) if w.form == ","]
    if commas and commas[0] + 1 < len(phrase.words) and phrase.words[commas[0] + 1].fine in _FINITE:
        return True
    return any(w.low in THIRD_PERSON and w.relation in SUBJECTS for w in phrase.words[:4])
