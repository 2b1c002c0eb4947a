"""What a unit's grammar says: its main predicate, who does it, whether it is denied, and how firmly it is stated."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from operator import attrgetter

import msgspec

from copydesk.records import DateMark, Firmness, Token
from copydesk.spans import Span, Spanned
from copydesk.text.words import NEGATIONS as DENIALS
from copydesk.text.words import SPEECH_LEMMAS
from copydesk.weigh.lists import listed
from copydesk.weigh.units import SUBJECTS, Unit

# A verb of saying hands on to what is said: "officials said the road will open" is about the road.
SAYING: frozenset[str] = listed("""
    say tell add state note explain report announce declare claim argue insist maintain confirm reveal disclose warn stress
    emphasize emphasise acknowledge admit believe think suggest indicate estimate predict write testify allege assert mention
    highlight remark outline express show mean conclude hear learn understand describe preview
    """)
# Verbs whose dates are those of the telling; what is announced or promised then is an event.
TELLING: frozenset[str] = (SPEECH_LEMMAS | {"preview", "brief"}) - {"announce", "promise", "pledge", "vow", "report"}
# A verb of prospect makes what follows it with "to" less than done: "is expected to open".
EXPECTING: frozenset[str] = listed(
    "expect set plan intend aim schedule slate poise prepare due likely project anticipate hope bind ready tip look seek want"
)
DISCUSSING: frozenset[str] = listed("discuss consider weigh explore mull negotiate")
GOING: frozenset[str] = frozenset({"go"})
FIRM_MODALS: frozenset[str] = frozenset({"will", "shall", "'ll", "’ll", "wo", "must"})
LOOSE_MODALS: frozenset[str] = frozenset({"may", "might", "could", "would", "can", "should", "ca", "'d", "’d"})
AHEAD: frozenset[str] = EXPECTING | GOING | FIRM_MODALS | LOOSE_MODALS
PROSPECT: frozenset[str] = EXPECTING | GOING
AHEAD_OF_NOW: frozenset[Firmness] = frozenset({"will", "expected", "possible"})
NOT: frozenset[str] = DENIALS | {"n't", "n’t"}
DENYING: frozenset[str] = NOT | listed("below under less few fewer short only hardly barely scarcely little refuse without")
NEGATIONS: frozenset[str] = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})


_START = attrgetter("start")


class Predicate(msgspec.Struct, frozen=True, gc=False):
    """The main predicate of a unit.

    Attributes:
        index: Index of its head word in the article's tokens.
        lemma: Dictionary form of that.
        firmness: How firmly it is stated.
        negated: Whether it is denied.
        subject: Index of the head of its subject, -1 where there is none.
        passive: Whether the subject undergoes it.
        cue: Where the words stand that make it less or more than a plain statement ("are expected to"); None where none do.
    """

    index: int
    lemma: str
    firmness: Firmness
    negated: bool
    subject: int
    passive: bool
    cue: Span | None


class Syntax:
    """The dependences inside one unit.

    Args:
        unit: The unit.

    Attributes:
        text: The text of the article.
        dates: Dates in the unit.
        tokens: The words of the article.
        first: Index of the unit's first word.
        last: Index behind its last one.
        lemmas: Dictionary forms of the unit's words, in lower case.
        words: The same, each once.
        below: Word -> the words that depend on it, in order; those of which none does are not in it.
        root: The word that depends on none; -1 where there is none.
    """

    __slots__ = ("below", "dates", "first", "last", "lemmas", "root", "text", "tokens", "words")

    def __init__(self, unit: Unit) -> None:
        self.text = unit.marked.article.text
        self.dates = unit.dates
        self.tokens: Sequence[Token] = unit.marked.marks.tokens
        self.first, self.last = first, last = unit.first, unit.last
        inside = unit.tokens
        self.lemmas = [token.lemma.lower() for token in inside]
        self.words = frozenset(self.lemmas)
        below: dict[int, list[int]] = defaultdict(list)
        root = -1
        for i, token in enumerate(inside, first):
            head = token.head
            if first <= head < last and head != i:
                below[head].append(i)
            elif root < 0 and token.relation != "punct":
                root = i
        self.below, self.root = below, root

    def children(self, index: int, *relations: str) -> list[int]:
        """Return the words that depend on a word in one of the given ways, in order."""
        below = self.below.get(index)
        if below is None:
            return []
        return [i for i in below if self.tokens[i].relation in relations] if relations else below

    def subtree(self, index: int) -> list[int]:
        """Return a word and all that depends on it, sorted."""
        found, waiting = [], [index]
        seen = {index}
        while waiting:
            at = waiting.pop()
            found.append(at)
            fresh = [i for i in self.children(at) if i not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        return sorted(found)

    def span(self, indices: Sequence[int]) -> Span:
        """Return the span from the first of some words to the last."""
        return Span(self.tokens[indices[0]].start, self.tokens[indices[-1]].end)

    def inside(self, span: Spanned) -> range:
        """Return the words of the unit that lie wholly inside a span."""
        first = last = bisect_left(self.tokens, span.start, self.first, self.last, key=_START)
        while last < self.last and self.tokens[last].end <= span.end:
            last += 1
        return range(first, last)

    def places(self, lemmas: frozenset[str]) -> list[int]:
        """Return the words of the unit whose dictionary form is one of those given, in order."""
        return [i for i, lemma in enumerate(self.lemmas, self.first) if lemma in lemmas]

    def lemma(self, index: int) -> str:
        """Return the dictionary form of a word in lower case; nothing for a place outside the unit."""
        return self.lemmas[index - self.first] if self.first <= index < self.last else ""


def predicate(syntax: Syntax) -> Predicate | None:
    """Return the main predicate of a unit, behind verbs of saying and of prospect; None where there are no words."""
    if syntax.root < 0:
        return None
    chain = descend(syntax)
    at = chain[-1]
    subject, passive = subject_of(syntax, chain)
    firmness, cue = firmness_of(syntax, chain)
    return Predicate(
        index=at,
        lemma=syntax.lemma(at),
        firmness=firmness,
        negated=sum(denied(syntax, i) for i in chain) % 2 == 1,
        subject=subject,
        passive=passive,
        cue=cue,
    )


def descend(syntax: Syntax) -> list[int]:
    """Return the way from the root through verbs of saying (left behind) and of prospect (kept) to the main predicate."""
    at = syntax.root
    kept: list[int] = []
    seen: set[int] = set()
    while at not in seen:
        seen.add(at)
        lemma = syntax.lemma(at)
        said = syntax.children(at, "ccomp", "parataxis") if lemma in SAYING else []
        meant = syntax.children(at, "xcomp", "ccomp") if lemma in PROSPECT else []
        if said:
            at, kept = said[0], []
        elif meant:
            kept.append(at)
            at = meant[0]
    return [*kept, at]


def subject_of(syntax: Syntax, chain: Sequence[int]) -> tuple[int, bool]:
    """Return the head of the subject that stands nearest to the predicate, and whether it undergoes what is done."""
    passive = bool(syntax.children(chain[-1], "aux:pass"))
    for at in reversed(chain):
        found = syntax.children(at, *SUBJECTS)
        if found:
            return found[0], passive or (at == chain[-1] and syntax.tokens[found[0]].relation.endswith(":pass"))
    above = syntax.tokens[chain[0]].head
    if syntax.tokens[chain[0]].relation == "ccomp" and syntax.lemma(above) in SAYING:
        # "She said 200 troops would be sent": a light parser ties the troops to "said" as its object.
        return next((i for i in syntax.children(above, "obj") if above < i < chain[0]), -1), passive
    return -1, passive


def denied(syntax: Syntax, index: int) -> bool:
    """Return whether a word is negated: "not", "never", "no" before it or its subject, "no longer"."""
    if NEGATIONS.isdisjoint(syntax.words):
        return False
    for i in syntax.children(index):
        relation = syntax.tokens[i].relation
        if syntax.lemma(i) in NEGATIONS and relation in ("advmod", "det", "cc"):
            return True
        inner = relation == "advmod" or relation in SUBJECTS
        if inner and any(syntax.lemma(j) in NEGATIONS for j in syntax.children(i, "advmod", "det")):
            return True
    return False


def firmness_of(syntax: Syntax, chain: Sequence[int]) -> tuple[Firmness, Span | None]:
    """Return how firmly a chain of verbs states its last one, and the words that show it."""
    for at in chain if not AHEAD.isdisjoint(syntax.words) else ():
        lemmas = modals(syntax, at)
        if lemmas & LOOSE_MODALS:
            return "possible", helped(syntax, at)
        if syntax.lemma(at) in EXPECTING and at != chain[-1]:
            return "expected", helped(syntax, at)
        if lemmas & FIRM_MODALS or (syntax.lemma(at) in GOING and at != chain[-1]):
            return "will", helped(syntax, at)
    return ("done" if past(syntax, chain[-1]) else "is"), None


def helped(syntax: Syntax, verb: int) -> Span:
    """Return the span of a verb from its first auxiliary on."""
    return syntax.span([min([*syntax.children(verb, "aux", "aux:pass", "cop"), verb]), verb])


def modals(syntax: Syntax, verb: int) -> set[str]:
    """Return the auxiliaries of a verb; the "would" of reported speech ("the mayor said the town would vote") is a "will"."""
    lemmas = {syntax.lemma(i) for i in syntax.children(verb, "aux", "aux:pass", "cop")}
    at = verb
    while syntax.tokens[at].relation == "conj" and syntax.first <= syntax.tokens[at].head < at:
        at = syntax.tokens[at].head  # "said it had sent a boat and would send another"
    above = syntax.tokens[at].head
    told = (
        syntax.first <= above < syntax.last
        and syntax.lemma(above) in SAYING
        and syntax.tokens[at].relation in ("ccomp", "parataxis")
    )
    if told or any(syntax.lemma(i) in SAYING for i in syntax.children(verb, "parataxis")):
        return {"will" if lemma == "would" else lemma for lemma in lemmas}
    return lemmas


def past(syntax: Syntax, index: int) -> bool:
    """Return whether a verb is in a past tense."""
    if syntax.tokens[index].fine == "VBD":
        return True
    helpers = syntax.children(index, "aux", "aux:pass", "cop")
    if any(syntax.tokens[i].fine == "VBD" for i in helpers):
        return syntax.tokens[index].fine != "VBG"
    return syntax.tokens[index].fine == "VBN" and any(syntax.lemma(i) == "have" for i in helpers)


def of_telling(syntax: Syntax, date: DateMark) -> bool:
    """Return whether a date says when something was said, and not when it happened."""
    inside = syntax.inside(date)
    if not inside:
        return False
    before = [i for i in range(max(syntax.first, inside[0] - 3), inside[0]) if syntax.tokens[i].tag not in ("ADP", "ADV", "ADJ")]
    if before and syntax.tokens[before[-1]].tag == "VERB" and syntax.lemma(before[-1]) in TELLING:
        return True
    at = inside[0]
    for _ in range(6):
        if syntax.tokens[at].relation in ("ccomp", "parataxis"):
            return False  # it belongs to what is told
        at = syntax.tokens[at].head
        if not syntax.first <= at < syntax.last:
            return False
        if syntax.tokens[at].tag == "VERB":
            return syntax.lemma(at) in TELLING and not any(syntax.lemma(i) == "that" for i in range(at + 1, inside[0]))
    return False
