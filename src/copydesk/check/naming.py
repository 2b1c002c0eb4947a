"""Names and offices: the same person, organisation or place, and under the office the articles give it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.check.align import Alignment, Link
from copydesk.check.attach import attached
from copydesk.check.finding import Finding
from copydesk.check.forms import keys_of
from copydesk.check.lines import Line
from copydesk.check.pool import Pool
from copydesk.check.words import Word
from copydesk.text.roles import OFFICES

_INSIDE = frozenset(
    {"of", "the", "de", "del", "la", "le", "van", "von", "der", "bin", "al", "el", "-", "'", "&", "for", "and", "da", "di", "'s"}
)
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss"})
_OF_NOUNS = frozenset({"compound", "amod", "nmod:poss"})  # "the Osper manager" names no manager
_APPOSITION = 6  # words between a name and an office set beside it
_LONGEST_NAME = 5  # words between two words of one name
_CLOSE = 5  # words of an article in which a name in place of another is looked for
# Offices that say little: who leads something may be called that whatever his title is.
_ANY_OFFICE = frozenset({"leader", "head", "chief", "boss", "official", "officer", "spokesman", "spokeswoman", "spokesperson"})
# Words that belong to names of many: of themselves they tell nobody from anybody.
_TITLES = OFFICES | frozenset(
    {"prime", "vice", "first", "lady", "foreign", "defense", "defence", "state", "secretary", "us", "u.s.", "uk", "u.k."}
)


def names(alignment: Alignment, pool: Pool, skip: frozenset[int]) -> Iterator[Finding]:
    """Yield a finding for every name of a sentence, and one for every office that stands beside it."""
    for run in _runs(alignment.line, skip):
        core = [at for at in run if alignment.line.words[at].low not in _TITLES] or list(run)
        yield _name(alignment, core, pool)
        office = tuple(at for at in _office(alignment.line, run) if at not in core)
        if office:
            yield _role(alignment, office, core, pool)


def _runs(line: Line, skip: frozenset[int]) -> Iterator[tuple[int, ...]]:
    """Yield the names: words in capitals in a row, with small words between them left out."""
    run: list[int] = []
    for word in line.words:
        if word.kind == "name" and word.at not in skip:
            if run and any(line.words[i].low in (",", "and", "'s", "for") for i in range(run[-1] + 1, word.at)):
                yield tuple(run)
                run = []
            run.append(word.at)
        elif run and word.low not in _INSIDE:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _name(alignment: Alignment, core: list[int], pool: Pool) -> Finding:
    line = alignment.line
    text = line.text[line.words[core[0]].start : line.words[core[-1]].end]
    links = [alignment.links.get(at) for at in core]
    held = [link for link in links if link]
    if _put_for_another(alignment, core):
        return Finding("name", text, "missing", -1, tuple(core))
    if len(held) == len(core) and (len(core) == 1 or line_is_title(line) or _together(alignment, held)):
        return Finding("name", text, "found", held[0].line, tuple(core))
    lows = [line.words[at].low for at in core]
    whole = next((link.line for link in held if _in_full(alignment.grounding[link.line], lows)), -1)
    if len(held) == len(core) and whole >= 0:  # each part of it rests on another sentence, and one of these has it all
        return Finding("name", text, "found", whole, tuple(core))
    if links[-1] and only_shortened(alignment, links[-1], core):
        article = alignment.grounding[links[-1].line].article
        if pool.names_in_full(article, lows):
            return Finding("name", text, "found", links[-1].line, tuple(core))
    other = _abbreviated(alignment, core, lows)
    if other >= 0:
        return Finding("name", text, "found", other, tuple(core))
    index, there = _in_its_place(alignment, core)
    return Finding("name", text, "contradicted" if index >= 0 else "missing", index, tuple(core), there)


def _in_full(line: Line, lows: list[str]) -> bool:
    return any(line.lows[at : at + len(lows)] == lows for at in range(len(line.lows) - len(lows) + 1))


def _put_for_another(alignment: Alignment, core: list[int]) -> bool:
    """Return whether a name from another sentence stands where this one has a pronoun or a description.

    "Berg resigned" rests on "He resigned" only where the article's own references say that he is Berg; that her name stands in a
    sentence beside it says nothing.
    """
    words, links = alignment.line.words, alignment.links
    head = next((words[at] for at in core if words[at].head not in core), None)
    governor = links.get(head.head) if head and head.relation in _ARGUMENTS else None
    if head is None or governor is None or any(at in links and links[at].line == governor.line for at in core):
        return False
    theirs = alignment.grounding[governor.line]
    places = [w.at for w in theirs.words if w.head == governor.at and w.relation == head.relation]
    meant = {place for at in core for place in theirs.meant.get(words[at].low, ())}
    return bool(places) and not any(place in meant or alignment.resting_on(governor.line, place) for place in places)


def only_shortened(alignment: Alignment, link: Link, core: list[int]) -> bool:
    """Return whether a mention in the grounding has only words of the sentence's name: "Rescue Plan" is no "Families Plan"."""
    theirs = alignment.grounding[link.line]
    unit = theirs.units.get(link.at)
    others = (at for at, number in theirs.units.items() if number == unit and theirs.words[at].low not in _TITLES)
    return all(any(at in core for at in alignment.resting_on(link.line, other)) for other in others)


def _together(alignment: Alignment, links: Sequence[Link]) -> bool:
    """Return whether the words of a name stand together in one place of the grounding, with only parts of names between them.

    Where the sentence has a small word between two parts ("Anna Berg of Porto"), the article may have more, but no verb.
    """
    for left, right in pairwise(links):
        if left.line != right.line or right.at < left.at:
            return False
        between = alignment.grounding[left.line].words[left.at + 1 : right.at]
        linked = any(alignment.line.units[at] != alignment.line.units[other] for at, other in _owners(alignment, left, right))
        apart = any(w.kind != "name" and w.low not in _INSIDE and w.low not in _TITLES for w in between)
        if len(between) > _LONGEST_NAME or (apart and (not linked or any(w.tag in ("VERB", "AUX") for w in between))):
            return False
    return True


def _owners(alignment: Alignment, left: Link, right: Link) -> Iterator[tuple[int, int]]:
    for at in alignment.resting_on(left.line, left.at)[:1]:
        for other in alignment.resting_on(right.line, right.at)[:1]:
            yield at, other


def line_is_title(line: Line) -> bool:
    """Return whether a sentence is written like a headline, with capitals everywhere: they tell no names then."""
    long_words = [w for w in line.words if w.kind in ("name", "word") and len(w.low) > 3]
    return len(long_words) > 3 and sum(w.kind == "name" for w in long_words) > 0.8 * len(long_words)


def _abbreviated(alignment: Alignment, core: list[int], lows: list[str]) -> int:
    """Return the sentence of the grounding that has, in a name's place, its initials or what it is the initials of; -1 for none."""
    short = lows[0].replace(".", "") if len(lows) == 1 else "".join(low[0] for low in lows)
    if len(short) < 2 or not short.isalpha() or (len(lows) == 1 and len(short) > 6):
        return -1
    for index, other in enumerate(alignment.grounding):
        if len(lows) > 1:
            places = [w.at for w in other.words if w.kind == "name" and w.low.replace(".", "") == short]
        else:
            runs = _runs(other, frozenset())
            places = [run[0] for run in runs if "".join(other.words[at].low[0] for at in run) == short]
        if any(attached(alignment, core, index, (place,)) > 0 for place in places):
            return index
    return -1


def _in_its_place(alignment: Alignment, core: list[int]) -> tuple[int, str]:
    """Return the sentence of the grounding that has another name where the sentence has this one, and the name; -1 for none."""
    for at in (core[0] - 1, core[-1] + 1, core[0] - 2, core[-1] + 2, core[0] - 3, core[-1] + 3):
        link = alignment.links.get(at)
        if link is None:
            continue
        theirs = alignment.grounding[link.line]
        near = theirs.words[max(0, link.at - _CLOSE) : link.at + _CLOSE + 1]
        others = [w for w in near if w.kind == "name" and w.relation not in _OF_NOUNS]
        other = next((w.at for w in others if not alignment.resting_on(link.line, w.at)), -1)
        if other >= 0:
            return link.line, _name_at(theirs, other)
    return -1, ""


def _name_at(line: Line, at: int) -> str:
    """Return the name that a word belongs to, without offices before it."""
    run = next((run for run in _runs(line, frozenset()) if at in run), (at,))
    core = [one for one in run if line.words[one].low not in _TITLES] or list(run)
    return line.between(core[0], core[-1])


def _office(line: Line, run: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words of the office that stands in a name or right before it."""
    inside = tuple(at for at in run if line.words[at].low in _TITLES)
    before: list[int] = []
    for word in reversed(line.words[: run[0]]):
        if word.low not in _TITLES or word.kind == "name":
            break
        before.insert(0, word.at)
    found = (*before, *inside)
    return found if any(line.words[at].low in OFFICES for at in found) else ()


def _role(alignment: Alignment, office: tuple[int, ...], core: list[int], pool: Pool) -> Finding:
    line = alignment.line
    text = " ".join(line.text[line.words[at].start : line.words[at].end] for at in (*office, *core))
    link = alignment.links.get(core[-1])
    if link is None:
        return Finding("role", text, "missing", -1, office)
    whole = [alignment.links.get(at) for at in sorted({*office, *core})]
    if all(whole) and _together(alignment, [one for one in whole if one]):
        return Finding("role", text, "found", link.line, office)
    theirs = alignment.grounding[link.line]
    lows = [line.words[at].low for at in office]
    beside = _offices_beside(theirs.words, link.at)
    held = {key for low in beside for key in keys_of(low, low)}
    if all(held & set(keys_of(low, low)) or link.at in theirs.meant.get(low, ()) for low in lows):
        return Finding("role", text, "found", link.line, office)
    if pool.names_in_full(theirs.article, [*lows, line.words[core[-1]].low]) or pool.names_in_full(
        theirs.article, [*lows, *(line.words[at].low for at in core)]
    ):
        return Finding("role", text, "found", link.line, office)
    other = beside & OFFICES - _ANY_OFFICE and not _ANY_OFFICE.issuperset(low for low in lows if low in OFFICES)
    there = _office_beside(theirs, link.at) if other and len(office) == 1 else ""
    return Finding("role", text, "contradicted" if other else "missing", link.line if other else -1, office, there)


def _office_beside(line: Line, at: int) -> str:
    """Return the one office that stands right before a name; nothing where there are more words to it."""
    start = at
    while start > 0 and line.words[start - 1].kind == "name" and line.words[start - 1].low not in _TITLES:
        start -= 1
    before = line.words[max(0, start - 2) : start]
    alone = bool(before) and before[-1].low in OFFICES and before[0].low not in _TITLES - {before[-1].low}
    return line.between(before[-1].at, at) if alone else ""


def _offices_beside(words: Sequence[Word], at: int) -> frozenset[str]:
    """Return the words of titles right before a name, and of an office set behind it between signs."""
    start = at
    while (
        start > 0 and (words[start - 1].kind == "name" or words[start - 1].low in _INSIDE) and words[start - 1].low not in _TITLES
    ):
        start -= 1
    found: set[str] = set()
    for word in reversed(words[max(0, start - _APPOSITION) : start]):
        if word.low not in _TITLES and word.tag not in ("ADJ", "PROPN", "NOUN") and word.low not in _INSIDE | {","}:
            break
        if word.kind == "name" and word.low not in _TITLES and found:
            break
        found.update({word.low} & _TITLES)
    return frozenset(found | _apposed(words, at + 1))


def _apposed(words: Sequence[Word], at: int) -> set[str]:
    """Return the words of titles between a name and the end of what is set behind it: ", the former president of …,"."""
    while at < len(words) and (words[at].kind == "name" or words[at].low in _INSIDE) and words[at].low not in _TITLES:
        at += 1
    if at >= len(words) or words[at].low not in (",", "(", "-", "–", "—", "as"):
        return set()
    behind = words[at + 1 : at + 1 + _APPOSITION]
    stop = next((i for i, word in enumerate(behind) if word.kind == "sign" or word.tag in ("VERB", "AUX")), len(behind))
    return {word.low for word in behind[:stop]} & _TITLES
