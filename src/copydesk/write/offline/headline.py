"""The headline: the central claim made short, never stronger, and nobody's headline."""

import re
from collections.abc import Iterator, Sequence

from copydesk.records import DraftSentence
from copydesk.spans import Span
from copydesk.text.fold import folded
from copydesk.write.config import WriteConfig
from copydesk.write.grammar.finish import balanced, finished
from copydesk.write.grammar.lexicon import CONDITIONS, NEGATIONS, REPORTING, TIME_UNITS, words
from copydesk.write.grammar.names import short
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase
from copydesk.write.grammar.telling import according, lowered, trailing_telling
from copydesk.write.grammar.trim import asides, tails
from copydesk.write.offline.cast import Cast, named_in
from copydesk.write.offline.line import Line
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.standing import counted, why_not
from copydesk.write.offline.tellers import Tellers
from copydesk.write.offline.wording import Wording

_FEWEST = 4
_ENDLESS = 10_000
_NEAR = 6  # words between a preposition that a verb or noun needs and its noun
_GRACE = 70  # signs that the headline of the central claim may have beyond the limit
_BARE = 0.5  # of the limit: a shorter headline has lost too much
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
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
_CLASH = re.compile(r"[,;:]\s*[,;:]")
# Adverbs that say how sure, how much or how often: without them a headline says more.
_WEIGHING = words(
    "allegedly reportedly apparently possibly probably likely nearly partly only barely hardly supposedly purportedly early daily"
)
_BE = frozenset({"is", "are", "was", "were"})
# Complements without which a verb says something else: "rely on", "agree to", "consist of".
_BOUND = frozenset({"on", "to", "of", "for", "with", "against", "from", "by"})


class Headlines:
    """Makes headlines of lines.

    Args:
        pile: The articles.
        cast: Their people.
        config: Settings.
        tellers: What those who report are called.
    """

    def __init__(self, pile: Pile, cast: Cast, config: WriteConfig, tellers: Tellers) -> None:
        self.tellers = tellers
        self.pile = pile
        self.cast = cast
        self.limit = config.headline_signs
        self.wording = Wording(pile, cast, config)
        self.taken = {folded(m.article.title) for m in pile.brief.material.articles if m.article.title}

    def headline(self, lines: Sequence[Line]) -> DraftSentence | None:
        """Return the first headline that the lines, in their order, give; None where none gives one.

        The first line is what the story is about: rather than pass it over, its headline may be a little long.
        """
        limits = [self.limit + _GRACE, *(self.limit for _ in lines[1:]), _ENDLESS]
        for line, limit in zip([*lines, *lines[:1]], limits, strict=True):
            texts = self.texts(line, limit)
            if texts:
                return DraftSentence(
                    text=texts[0],
                    claim_ids=(line.claim.id,),
                    citations=line.citations,
                    attributed=line.single,
                    fallbacks=texts[1:3],
                )
        return None

    def texts(self, line: Line, limit: int) -> tuple[str, ...]:
        """Return headlines for a line that are short enough and nobody's, the best first: neither long nor cut to the bone."""
        suffix = f", {according(self.tellers.of(line.origin_ids, line.citations))}" if line.single else ""
        found = []
        for shorter in compressed(self.bare(line), limit - len(suffix)):
            text = self.printed(shorter)
            if len(text) + len(suffix) <= limit and folded(text) not in self.taken and balanced(text) and sound(shorter):
                found.append(text + suffix)
        least = _BARE * self.limit + len(suffix)
        return tuple(dict.fromkeys(sorted(found, key=lambda t: max(0, len(t) - self.limit) + max(0.0, least - len(t)))))

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
    shorter: Phrase | None = elliptic(phrase)
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
    whole = (finite or held) and not stranded and not counted(phrase) and not _CLASH.search(finished(phrase.text))
    return whole and why_not(phrase, [], finite=False) is None


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
        part = phrase.stretch(i) if optional else None
        ends = part and (phrase.words[i].low in TIME_UNITS or _ends(phrase, part.end, limit))
        if part and ends and part.start > 1 and part.end <= limit and _may_go(phrase, i, range(part.start, part.end)):
            candidates.append((part.end, part.start, part))
    if not candidates:
        return None
    part = max(candidates)[2]
    start = part.start - 1 if phrase.words[part.start - 1].form == "," else part.start
    both = start < part.start and part.end < limit and phrase.words[part.end].form == ","
    return phrase.without(range(start, part.end + both))


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


def elliptic(phrase: Phrase) -> Phrase:
    """Drop "is" or "were" before a participle, as headlines do: "Three held over theft". A negated one keeps it."""
    for i, word in enumerate(phrase.words):
        helper = word.low in _BE and word.relation in ("aux", "aux:pass") and word.head > i and not phrase.quoted()[i]
        main = word.head >= 0 and (word.head == phrase.root or phrase.words[word.head].relation == "ccomp")
        if helper and main and phrase.words[word.head].fine == "VBN" and not phrase.children(word.head, "conj"):
            between = [w.low for w in phrase.words[i + 1 : word.head]]
            if not any(form in NEGATIONS or form in ("been", "being", "going") for form in between):
                return phrase.without({i})
    return phrase


def title_like(line: Line) -> str:
    """Return a line cut to a headline's length at a word, for want of anything better."""
    words = [w for w in line.phrase.words if w.form not in ENDS]
    return finished(Phrase(tuple(words)).text).removesuffix(".")


def below(line: Line, text: str, pile: Pile) -> str:
    """Return a line's text as it goes on behind other words."""
    return lowered(text, line.phrase, frozenset(n.start for n in pile.names(line.passage)))
