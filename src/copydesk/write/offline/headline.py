"""The headline: the central claim made short, never stronger, and nobody's headline."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from copydesk.records import DraftSentence, Passage
from copydesk.spans import Span
from copydesk.text.fold import folded
from copydesk.write.grammar.finish import balanced, finished
from copydesk.write.grammar.lexicon import CONDITIONS, NEGATIONS, REPORTING, THIRD_PERSON, TIME_UNITS, words
from copydesk.write.grammar.names import short
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase
from copydesk.write.grammar.telling import according, trailing_telling
from copydesk.write.grammar.trim import asides, tails
from copydesk.write.offline.candidates import HOPELESS, Candidates
from copydesk.write.offline.cast import named_in
from copydesk.write.offline.line import Line, terms_of
from copydesk.write.offline.select import weight
from copydesk.write.offline.standing import counted, why_not
from copydesk.write.offline.wording import Wording

_FEWEST = 4
_NEAR = 6  # words between a preposition that a verb or noun needs and its noun
_GRACE = 60  # signs that a headline may have beyond the limit, at a price
_BARE = 0.5  # of the limit: a shorter headline has lost too much
_LINES, _MORE_LINES, _PASSAGES = 3, 10, 3
# What it is worth that several origins carry a wording, that it has all its line tells; the price of a sign too many or too few.
_CENTRAL = 0.1  # what it is worth to head the report with what it opens with
_CARRIED, _FULL, _LONG, _SHORT = 0.3, 0.4, 0.015, 0.01
# Signs that only stand so where something between them went.
_BROKEN = re.compile(r"[.,;:]\s*[,;:]|[.,]['’](?:\s|$)|\.\s*,|\s,|\d \d")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# What says which one is meant when it stands before its noun.
_BEHIND = ("nmod", "acl", "acl:relcl", "appos")
_OPTIONAL = (
    "obl",
    "obl:unmarked",
    "obl:tmod",
    "obl:agent",
    "advmod",
    "advcl",
    "nmod",
    "acl",
    "acl:relcl",
    "appos",
    "parataxis",
    "nmod:unmarked",
)
# Adverbs that say how sure, how much or how often: without them a headline says more.
_WEIGHING = words(
    "allegedly reportedly apparently possibly probably likely nearly partly only barely hardly supposedly purportedly early daily"
)
# Complements without which a verb says something else: "rely on", "agree to", "consist of".
_BOUND = frozenset({"on", "to", "of", "for", "with", "against", "from", "by"})


class Variant(msgspec.Struct, frozen=True):
    """One wording of a headline.

    Attributes:
        text: The words, who reports it included.
        line: The line it tells.
        citations: The passages that carry these words.
        single: Whether one origin carries them.
        score: How good a headline it is.
    """

    text: str
    line: Line
    citations: tuple[Passage, ...]
    single: bool
    score: float


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
        central = lines[0].claim.id
        found = [
            replace(v, score=v.score + _CENTRAL * (v.line.claim.id == central))
            for line in lines[:_LINES]
            for v in self.variants(line)
        ]
        if not found:
            found = [v for line in lines[_LINES:_MORE_LINES] for v in self.variants(line)]
        if not found:
            return None
        best = max(found, key=lambda v: (v.score, v.text))
        same = sorted((v for v in found if v.citations == best.citations), key=lambda v: (-v.score, v.text))
        texts = list(dict.fromkeys(v.text for v in same))
        self.wording.tellers.again()
        return DraftSentence(
            text=texts[0],
            claim_ids=(best.line.claim.id,),
            citations=best.citations,
            attributed=best.single,
            fallbacks=(*texts[1:3], *([self.whole(best)] if best.single else [])),
        )

    def whole(self, variant: Variant) -> str:
        """Return all of a headline's line, given to who reports it: what may stand where nothing shorter holds."""
        line = replace(variant.line, citations=variant.citations)
        text = finished(line.phrase.text)
        return self.wording.told(line, line.phrase, text, "front").removesuffix(".")

    def variants(self, line: Line) -> Iterator[Variant]:
        """Yield wordings of a line, and of the other passages of its claim, that are short, whole and nobody's headline."""
        yield from self.shortened(line, line.passage, line.phrase)
        for passage in [p for p in line.claim.passages[:_PASSAGES] if p != line.passage]:
            cost, phrase, _ = self.candidates.tried(line.claim, passage)
            if cost < HOPELESS:
                yield from self.shortened(line, passage, phrase)

    def shortened(self, line: Line, passage: Passage, phrase: Phrase) -> Iterator[Variant]:
        """Yield ever shorter wordings of a passage, each with the passages that carry just that."""
        given = replace(line, passage=passage, phrase=phrase)
        for shorter in compressed(self.bare(given), self.limit + _GRACE):
            text = self.printed(shorter)
            if folded(text) in self.taken or not balanced(text) or not sound(shorter) or _BROKEN.search(text):
                continue
            citations = self.candidates.citations(line.claim, passage, shorter)
            origins = self.pile.origins_of(citations)
            single = self.pile.lineage.independent(origins).low < len(("one", "other"))
            if single and passage != line.passage:
                continue
            whole = f"{text}, {according(self.wording.tellers.of(origins, citations))}" if single else text
            if len(whole) <= self.limit + _GRACE:
                yield Variant(whole, line, citations, single, self.score(line, shorter, whole, single=single))

    def score(self, line: Line, phrase: Phrase, text: str, *, single: bool) -> float:
        """Return how good a headline is: central, carried by several, full of what its line tells, neither long nor short."""
        kept = line.terms.held(terms_of(phrase))
        twice = single and (trailing_telling(phrase) is not None or "according" in phrase.forms())
        leaning = 0.05 * (trailing_telling(phrase) is not None) + 0.3 * (twice + line.quotation) + 0.2 * line.leans
        size = _LONG * max(0, len(text) - self.limit) + _SHORT * max(0.0, _BARE * self.limit - len(self.printed(phrase)))
        return weight(line)[0] + _CARRIED * (not single) + _FULL * min(1.0, kept) - leaning - size

    def bare(self, line: Line) -> Phrase:
        """Return a line's words with people by their short names, no asides, nothing before the subject."""
        phrase = self.wording.dated(line, line.phrase)
        for named in reversed(named_in(phrase, line.passage, self.pile, self.cast)):
            if (named.full or named.title) and not named.role and not phrase.quoted()[named.place.start]:
                phrase = short(phrase, named, self.cast.short(named.key))
        while found := asides(phrase):
            phrase = phrase.without(range(found[0].start, found[0].end))
        return unfronted(phrase)

    def printed(self, phrase: Phrase) -> str:
        """Return a phrase as a headline: no full stop at its end."""
        text = finished(phrase.text)
        return text[:-1] if text.endswith(".") and not text.endswith((".S.", ".N.", ".K.", "p.m.", "a.m.")) else text


def unfronted(phrase: Phrase) -> Phrase:
    """Drop what stands before the subject, a comma behind it, unless it is a condition."""
    root = phrase.root
    subject = next((i for i, w in enumerate(phrase.words) if w.head == root and w.relation in SUBJECTS), -1)
    stretch = phrase.stretch(subject) if subject >= 0 else None
    if stretch is None or stretch.start < 2 or phrase.words[stretch.start - 1].form != ",":
        return phrase
    front = phrase.words[: stretch.start]
    states = any(w.relation in ("ccomp", "parataxis", *SUBJECTS) and w.head in (-1, root) for w in front)
    if states or any(w.low in CONDITIONS or w.low in NEGATIONS or w.form in ("“", '"', "”") for w in front):
        return phrase
    return phrase.slice(stretch.start, len(phrase.words))


def compressed(phrase: Phrase, signs: int) -> Iterator[Phrase]:
    """Yield ever shorter phrases that fit, from the fullest on."""
    shorter: Phrase | None = phrase
    for _ in range(12):
        if shorter is None or shorter.count < _FEWEST:
            return
        if len(finished(shorter.text)) <= signs + 1:
            yield shorter
        shorter = cut(shorter)


def sound(phrase: Phrase) -> bool:
    """Return whether a shortened phrase still is a whole statement that hangs on nothing outside it."""
    last = [w for w in phrase.words if w.form not in ENDS][-1]
    stranded = last.tag in ("ADP", "DET", "CCONJ", "SCONJ", "PART", "AUX", "PUNCT") and last.form not in ("”", '"', ")")
    finite = any(w.fine in _FINITE for w in phrase.words)
    held = any(w.fine == "VBN" and phrase.children(i, *SUBJECTS) for i, w in enumerate(phrase.words))
    whole = (finite or held) and not stranded and not counted(phrase)
    return whole and not _severed(phrase) and why_not(phrase, [], finite=False) is None


def _severed(phrase: Phrase) -> bool:
    """Return whether a headline has a pronoun for a subject, or one comma between its subject and its verb."""
    commas = [i for i, w in enumerate(phrase.words) if w.form == ","]
    if commas and commas[0] + 1 < len(phrase.words) and phrase.words[commas[0] + 1].fine in _FINITE:
        return True
    return any(w.low in THIRD_PERSON and w.relation in SUBJECTS for w in phrase.words[:4])


def cut(phrase: Phrase) -> Phrase | None:
    """Return a phrase without its last part that may go; None where none may."""
    for span in tails(phrase):
        return phrase.without(range(span.start, span.end))
    telling = trailing_telling(phrase)
    if telling and (shorter := told_briefly(phrase, telling)):
        return shorter
    limit = telling.start if telling else len(phrase.words)
    candidates = []
    for i, word in enumerate(phrase.words[:limit]):
        second = word.relation == "conj" and word.head == phrase.root and word.tag in ("VERB", "AUX")
        optional = (word.relation in _OPTIONAL or second) and not phrase.quoted()[i]
        before = word.relation in _BEHIND and i < word.head  # "fully vaccinated visitors" need not have been vaccinated without it
        part = phrase.stretch(i) if optional and not before else None
        ends = part and (phrase.words[i].low in TIME_UNITS or _ends(phrase, part.end, limit))
        if part and ends and part.start > 1 and part.end <= limit and _may_go(phrase, i, range(part.start, part.end)):
            candidates.append((part.end, part.start, part))
    if not candidates:
        return purposeless(phrase, limit) or unhedged(phrase, telling)
    part = max(candidates)[2]
    start = part.start - 1 if phrase.words[part.start - 1].form == "," else part.start
    both = start < part.start and part.end < limit and phrase.words[part.end].form == ","
    return phrase.without(range(start, part.end + both))


def purposeless(phrase: Phrase, limit: int) -> Phrase | None:
    """Return a phrase without what a counted thing is for, up to its attribution: "70 measures to ease trade, officials said"."""
    for i, word in enumerate(phrase.words[:limit]):
        noun = word.head
        purpose = word.relation in ("acl", "advcl") and 0 <= noun < i and phrase.words[i - 1].low == "to"
        if not purpose or not phrase.children(noun, "nummod") or any(phrase.quoted()[i:limit]):
            continue
        rest = phrase.words[i:limit]
        if not any(w.low in CONDITIONS or w.low in NEGATIONS or w.fine in _FINITE for w in rest):
            return phrase.without(range(i - 1, limit if limit < len(phrase.words) else limit - 1))
    return None


def unhedged(phrase: Phrase, telling: Span | None) -> Phrase | None:
    """Return a phrase without nameless officials at its end where it says itself that something is only expected."""
    if telling is None or any(w.tag == "PROPN" for w in phrase.words[telling.start : telling.end]):
        return None
    before = phrase.words[: telling.start]
    hedged = any(a.low in ("expected", "likely") and b.low == "to" for a, b in pairwise(before))
    return phrase.without(range(telling.start, telling.end)) if hedged else None


def _ends(phrase: Phrase, end: int, limit: int) -> bool:
    """Return whether a part ends where a new part of the sentence begins: a parser's mistake must not leave half of one."""
    if end >= limit:
        return end == limit
    return phrase.words[end].tag in ("ADP", "SCONJ", "CCONJ", "PUNCT", "AUX") and phrase.words[end].low != "of"


def told_briefly(phrase: Phrase, telling: Span) -> Phrase | None:
    """Return a phrase whose attribution at its end is no more than who and a verb: ", officials said"; None where it is already."""
    verb = next((i for i in range(telling.start, telling.end) if phrase.words[i].lemma in REPORTING), -1)
    behind = range(verb + 1, telling.end)
    if verb < 0 or phrase.words[verb - 1].tag in ("PUNCT", "ADP"):
        return None
    before = [i for i in range(telling.start + 1, verb) if phrase.words[i].tag in ("ADJ", "NOUN", "DET")]
    modifiers = before[:-1] if len(before) > 1 and phrase.words[verb - 1].fine == "NNS" else []
    return phrase.without([*behind, *modifiers]) if behind or modifiers else None


def _may_go(phrase: Phrase, at: int, part: range) -> bool:
    """Return whether a headline holds without a part: no condition, no negation, not what a verb or noun needs."""
    forms = phrase.forms()
    if any(forms[i] in CONDITIONS or forms[i] in NEGATIONS or phrase.words[i].form in ("“", "”", '"') for i in part):
        return False
    relation, opener = phrase.words[at].relation, phrase.words[part.start]
    if opener.low in ("of", "than", "as") or (relation == "acl" and opener.low == "to"):
        return False
    # "someone who saw the fire": a clause without a comma says which one.
    if relation == "acl:relcl" and phrase.words[part.start - 1].form != ",":
        return False
    if relation == "conj":
        return opener.low == "and"
    if relation == "advmod":
        return opener.low.endswith("ly") and opener.low not in _WEIGHING
    return _adds(phrase, at, part)


def _adds(phrase: Phrase, at: int, part: range) -> bool:
    """Return whether a part is a circumstance: a time, or words behind a preposition or conjunction that no verb needs."""
    relation, opener, time = phrase.words[at].relation, phrase.words[part.start], phrase.words[at].low in TIME_UNITS
    if phrase.words[part.start - 1].tag == "NUM":
        return False
    if time:
        return True
    figures = any(phrase.words[i].tag == "NUM" for i in part)
    if figures and not any(phrase.words[i].tag == "VERB" for i in part):
        return False  # "at 14 knots" is what the sentence tells
    opens = opener.tag in ("ADP", "SCONJ", "ADV", "PRON") or opener.fine in ("VBG", "VBN", "WDT", "WP", "WRB")
    bound = relation in ("obl", "nmod") and opener.low in _BOUND and at - part.start < _NEAR
    return opens and not bound and not _needed(phrase, phrase.words[at].head, part)


def _needed(phrase: Phrase, head: int, part: range) -> bool:
    """Return whether a part is all that completes the verb it hangs on: "based on a flag", "left for the coast"."""
    if head < 0 or phrase.words[head].tag not in ("VERB", "AUX"):
        return False
    completing = phrase.children(head, "obj", "iobj", "xcomp", "ccomp", "cop", "obl", "obl:agent", "obl:unmarked")
    return not any(i > head and i not in part for i in completing)
