"""Which of the passages that a sentence cites carry its core by themselves, so that their origins may be counted.

Passages carry a sentence together, and a passage that adds only a detail, or even gives another number, is cited with right; but it
is no second voice for what the sentence says.

What news words in more than one way is no other core: a person by the family name or in full, a government by its country or by who
leads it, an event by its noun ("attend a summit", "a summit is planned"), a plan's items by their number ("a 20-point plan").
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec.structs import replace

from copydesk.check.align import Alignment, align
from copydesk.check.config import CheckConfig
from copydesk.check.core import Core, core_of
from copydesk.check.doubted import doubted
from copydesk.check.finding import Finding
from copydesk.check.forms import number_value, stem
from copydesk.check.judge import Case, findings_of, repeated, without
from copydesk.check.lines import Line
from copydesk.check.naming import only_shortened
from copydesk.check.pool import ArticleLine, Pool
from copydesk.check.reporter import reporter_of
from copydesk.check.wider import wider
from copydesk.check.words import Word
from copydesk.records import NameMark, Passage, Statement
from copydesk.text.leaders import leaders_of
from copydesk.text.names import same_person
from copydesk.text.nations import ALIASES
from copydesk.text.words import word_set

# What cannot be told otherwise by a voice that tells the same, wherever in the sentence it stands.
_TELLING = frozenset({"number", "date", "negation"})
# Share of the core's weight, numbers and names apart, that a passage has to have.
_ENOUGH = 0.5
# Verbs that only say that an event takes place; the event is their object, or what stands behind "in" or "for".
_LIGHT = frozenset(map(stem, word_set("participate attend hold host join include conduct stage")))
# Verbs that leave what is to be done to another one.
_ASKING = frozenset(map(stem, word_set("expect plan want ask urge order allow intend hope offer agree promise vow")))
# What the number of a "20-point plan" counts.
_ITEMS = frozenset(map(stem, word_set("initiative measure point step proposal agreement announcement deliverable item reform")))
_DESCRIBING = frozenset({"amod", "compound", "nmod", "nmod:poss", "conj", "flat"})
_DEEPEST = 3
_SMALL = 5  # a count below this stands in many sentences
_UNITS = frozenset(
    map(stem, word_set("percent % per point dollar euro pound million billion crore mile km kilometre kilometer tonne ton"))
)
_AHEAD = word_set("will would shall 'll upcoming planned scheduled expected set due plan plans planning likely")


def carriers(statement: Statement, pool: Pool, config: CheckConfig) -> tuple[Passage, ...]:
    """Return the cited passages that carry a sentence's core by themselves, in the order of the citations.

    Each passage is looked at alone: another one that is cited beside it, or no longer is, changes nothing about it. A sentence that
    is word for word one of those it cites needs no marks.
    """
    line = pool.line(statement.text, statement.marks)
    reporter = line.once(reporter_of, pool)
    rest = repeated(line, reporter, pool.cited(statement.citations)) or line.once(without, reporter)
    voice = Voice(rest, pool)
    known = {tuple(line.spoken): True, tuple(rest.spoken): True}

    def carries(other: ArticleLine) -> bool:
        words = tuple(other.spoken)  # a copy says the same
        if words not in known:
            known[words] = voice.heard_in(Case(rest, reporter, (other,), pool, config, frozenset()))
        return known[words]

    return tuple(p for p in statement.citations if any(carries(other) for other in pool.cited([p])))


class Voice:
    """What a passage must say to count for a sentence.

    Args:
        line: The sentence, without the words that say who reports it.
        pool: The articles.
    """

    def __init__(self, line: Line, pool: Pool) -> None:
        self.pool = pool
        plain = core_of(line)
        self.core, self.event = eventful(plain, line)
        self.acts = tuple(acts(self.core, line.words))
        self.parts = [described(at, line.words) for at in self.core.arguments if line.words[at].relation in ("obj", "xcomp")]

    @cached_property
    def leaders(self) -> dict[str, str]:
        """Family names of those who lead a country, with the country, as any of the articles tells."""
        return leaders_of(entity for marked in self.pool.articles for entity in marked.marks.entities)

    def heard_in(self, case: Case) -> bool:
        """Return whether the core stands in the sentence it may rest on, and nothing comparable stands there otherwise."""
        alignment = case.line.once(align, case.lines)
        if not self.stands(alignment) or doubted(alignment, self.core.predicates):
            return False
        return not any(self.against(finding, alignment) for finding in findings_of(alignment, case))

    def stands(self, alignment: Alignment) -> bool:
        """Return whether enough of the core is in the grounding: its numbers, its names and half of the rest."""
        core, words, links = self.core, alignment.line.words, alignment.links
        named = {at for at in core.names if self.named(alignment, at)}
        if not all(at in links for at in core.numbers) or len(named) < len(core.names):
            return False
        # "Put the dead at 31" tells of 31 who were killed; that a company owns a mill tells nothing of its closing, nor does
        # "charged with two counts" say that somebody pleaded guilty to two.
        told = any(at in links or _told_wider(words[at], alignment) for at in core.predicates)
        if core.predicates and not told and not any(n in links and _rare(words, n) for n in core.numbers):
            return False
        # "Expects it to close and sell its mills" is not told by "expects".
        if not core.numbers and not all(at in links for at in self.acts):
            return False
        if not core.numbers and not all(_held(part, alignment) >= _ENOUGH for part in self.parts):
            return False
        if self.event and _ahead(alignment.line.words) != _ahead(alignment.grounding[0].words):
            return False
        held = sum(words[at].weight for at in core.words if at in links or at in named)
        return bool(links) and held >= _ENOUGH * sum(words[at].weight for at in core.words)

    def named(self, alignment: Alignment, at: int) -> bool:
        """Return whether the name that a word belongs to stands in the grounding, if only in part: "Berg" for "Anna Berg"."""
        units = alignment.line.units
        name = [other for other in units if units[other] == units[at]]
        if any(only_shortened(alignment, alignment.links[other], name) for other in name if other in alignment.links):
            return True
        person = next((m for m in alignment.line.names if at in alignment.line.words_in(m)), None)
        if person and any(_same(alignment.line, person, theirs, mark) for theirs in alignment.grounding for mark in theirs.names):
            return True
        return self.governs(alignment.line.words[at], alignment)

    def governs(self, word: Word, alignment: Alignment) -> bool:
        """Return whether a subject is a country whose leader acts in the grounding, or a leader whose country does."""
        if not word.relation.startswith("nsubj"):
            return False
        country = self.country(alignment.line, word)
        theirs = alignment.grounding[0]
        return country is not None and any(self.country(theirs, other) == country for other in _acting(theirs.words))

    def country(self, line: Line, word: Word) -> str | None:
        """Return the country that a word names, or that whom it names leads; None for any other word."""
        return ALIASES.get(line.text[word.start : word.end]) or self.leaders.get(word.low)

    def against(self, finding: Finding, alignment: Alignment) -> bool:
        """Return whether a finding says that the core is not told, or that something comparable is told otherwise."""
        central = self.core.words
        named = [at for at in central if alignment.line.words[at].low == finding.text.lower()]
        touched = not central.isdisjoint(finding.words) or bool(named)
        if finding.outcome == "contradicted":
            # A word that is there, only in another place, is no more than another order of telling.
            moved = finding.kind == "words" and all(at in alignment.links for at in named)
            return (touched and not moved) or finding.kind in _TELLING
        if finding.outcome != "missing" or not touched or _pointed(finding, alignment):
            return False
        return finding.kind in ("number", "firmness", "negation")


def acts(core: Core, words: Sequence[Word]) -> Iterator[int]:
    """Yield the verbs that tell what is to be done: "is expected to *close*", "expects the port to *grow* and *sell*"."""
    asking = {at for at in core.predicates if not _ASKING.isdisjoint(words[at].keys)}
    asked = asking | {w.at for w in words if w.head in asking and w.relation == "obj"}
    meant = {at for at in core.predicates if words[at].relation == "xcomp"}
    meant |= {w.at for w in words if w.head in asked and w.fine == "VB" and w.relation in ("acl", "advcl", "ccomp")}
    for word in words:
        if word.at in meant or (word.head in meant and word.relation == "conj" and word.tag == "VERB"):
            yield word.at


def described(at: int, words: Sequence[Word]) -> list[Word]:
    """Return an object with the words that say which one: "research *partnerships* between universities"."""
    inside = {at}
    for _ in range(_DEEPEST):
        inside |= {w.at for w in words if w.head in inside and w.relation in _DESCRIBING}
    return [words[i] for i in sorted(inside) if words[i].content and words[i].kind != "time"]


def _told_wider(word: Word, alignment: Alignment) -> bool:
    """Return whether the grounding has a wider word for a predicate: who was killed "died"."""
    return any(one in alignment.grounding[0].by_key for key in word.keys for one in wider().get(key, ()))


def _rare(words: Sequence[Word], at: int) -> bool:
    """Return whether a number is large enough, or measured, so that it is hardly ever another statement's."""
    measured = at + 1 < len(words) and not _UNITS.isdisjoint(words[at + 1].keys)
    value = number_value(words[at].low) or ""
    return measured or not (value.isdecimal() and int(value) < _SMALL)


def _held(part: Sequence[Word], alignment: Alignment) -> float:
    """Return the share, in [0, 1], of the weight of some words that rests on the grounding."""
    whole = sum(word.weight for word in part)
    return sum(word.weight for word in part if word.at in alignment.links) / whole if whole else 1.0


def eventful(core: Core, line: Line) -> tuple[Core, bool]:
    """Return a core with the event in the place of a verb that only says that it takes place, and whether there is one."""
    light = {at for at in core.predicates if not _LIGHT.isdisjoint(line.words[at].keys)}
    events = [
        word.at
        for word in line.words
        if word.head in light and word.tag == "NOUN" and word.kind == "word" and word.relation in ("obj", "obl")
    ]
    if not events:
        return core, False
    kept = (*(at for at in core.predicates if at not in light), *events)
    return replace(core, predicates=kept, arguments=tuple(at for at in core.arguments if at not in events)), True


def _ahead(words: tuple[Word, ...]) -> bool:
    """Return whether a sentence speaks of what has not happened yet."""
    return any(word.low in _AHEAD for word in words)


def _acting(words: tuple[Word, ...]) -> Iterator[Word]:
    """Yield the names that are subjects, or belong to one: "the U.S. *and Japan* will", "President Anna *Okoro* has"."""
    for word in words:
        above = word
        for _ in range(_DEEPEST):
            if above.relation not in ("conj", "flat", "compound", "appos") or above.head < 0:
                break
            above = words[above.head]
        if word.kind == "name" and above.relation.startswith("nsubj"):
            yield word


def _same(line: Line, person: NameMark, theirs: ArticleLine, mark: NameMark) -> bool:
    """Return whether somebody named in a sentence is one whom the grounding names, in full or by the family name."""
    if mark.mention not in ("full", "short") or theirs.marked.marks.entity(mark.entity).kind != "person":
        return False
    return same_person(line.text[person.start : person.end], theirs.text[mark.start : mark.end])


def _pointed(finding: Finding, alignment: Alignment) -> bool:
    """Return whether a number of measures stands in the grounding as that of a plan's points: "20 measures", "a 20-point plan"."""
    if finding.kind != "number":
        return False
    words = alignment.line.words
    numbers = [at for at in finding.words if words[at].kind == "number" and at in alignment.links]
    counts = all(words[at].head >= 0 and not _ITEMS.isdisjoint(words[words[at].head].keys) for at in numbers)
    links = (alignment.links[at] for at in numbers)
    behind = (alignment.grounding[link.line].words[link.at + 1 : link.at + 3] for link in links)
    return counts and bool(numbers) and all([w.low for w in two] == ["-", "point"] for two in behind)
