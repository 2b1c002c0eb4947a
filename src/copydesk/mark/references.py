"""Resolves "he", "she" and "the prime minister", only where one person can be meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from copydesk.mark.entities import Group
from copydesk.mark.kinds import VESSELS
from copydesk.mark.view import View
from copydesk.records import NameMark
from copydesk.spans import Spanned
from copydesk.text.names import same_office
from copydesk.text.nations import DEMONYMS
from copydesk.text.roles import OFFICES, TITLE_MODIFIERS
from copydesk.text.words import FEMININE, MASCULINE, SPEECH_LEMMAS

_BEFORE_SHIP = ("the ", "The ", "-old ", *(f"{word} " for word in sorted(VESSELS)))
_LONGEST = 12
_DETERMINERS = frozenset({"the", "this", "that"})
_REFERRING = MASCULINE | FEMININE | _DETERMINERS


def find_references(
    view: View, groups: Sequence[Group], names: Sequence[NameMark], quoted: Sequence[Spanned]
) -> Iterator[NameMark]:
    """Yield pronouns and offices that stand for a named person; inside quotation marks nothing is resolved."""
    persons = {f"e{number}": group for number, group in enumerate(groups) if group.kind == "person"}
    if not persons:
        return
    named = [name for name in names if name.entity in persons]
    taken = {at for name in names for at in view.tokens_in(name.start, name.end)}
    inside = {at for quote in quoted for at in view.tokens_in(quote.start, quote.end)}
    genders = _genders(persons)
    ships = _ships(view, names)
    for at in view.where(_REFERRING):
        if at in inside or at in taken:
            continue
        word, index = view.lower[at], view.owners[at]
        if word in _DETERMINERS:
            mark = _office(view, at, persons)
        else:
            mark = None if word in FEMININE and _of_ship(view, index, at, ships) else _pronoun(view, index, at, named, genders)
        if mark:
            yield mark


def _ships(view: View, names: Sequence[NameMark]) -> list[int]:
    """Return where names stand that may be ships': "the Arlen", "the 28-year-old Arlen", in an article that speaks of ships."""
    if VESSELS.isdisjoint(view.places):
        return []
    return [name.start for name in names if view.text[max(0, name.start - _LONGEST) : name.start].endswith(_BEFORE_SHIP)]


def _of_ship(view: View, index: int, at: int, ships: Sequence[int]) -> bool:
    """Return whether "she" may be a ship named in this sentence or the one before; ships do not speak."""
    if not ships:
        return False
    head = view.tokens[at].head
    if head >= 0 and view.tokens[at].relation.startswith("nsubj") and view.tokens[head].lemma in SPEECH_LEMMAS:
        return False
    place = bisect_left(ships, view.sentences[max(0, index - 1)].start)
    return place < len(ships) and ships[place] < view.tokens[at].start


def _genders(persons: dict[str, Group]) -> dict[str, str | None]:
    """Return what titles say of the gender of persons."""
    return {entity: next(iter(group.genders)) if len(group.genders) == 1 else None for entity, group in persons.items()}


def _pronoun(view: View, index: int, at: int, named: Sequence[NameMark], genders: dict[str, str | None]) -> NameMark | None:
    """Resolve "he" or "she": to the only person of this and the sentence before, else to the only subject of that one."""
    wanted = "m" if view.lower[at] in MASCULINE else "f"
    first = max(0, index - 1)
    if view.sentences[first].block < view.sentences[index].block - 1:
        first = index
    here = view.tokens[at].start
    window = named[
        bisect_left(named, view.sentences[first].start, key=lambda n: n.start) : bisect_left(named, here, key=lambda n: n.start)
    ]
    fitting = [name for name in window if genders[name.entity] in (None, wanted)]
    entities = list(dict.fromkeys(name.entity for name in fitting))
    if len(entities) > 1 and view.tokens[at].relation.startswith("nsubj"):
        subjects = [name for name in fitting if _is_subject(view, name)]
        entities = list(dict.fromkeys(name.entity for name in subjects))
    if len(entities) != 1:
        return None
    return NameMark(start=here, end=view.tokens[at].end, entity=entities[0], mention="pronoun")


def _is_subject(view: View, name: NameMark) -> bool:
    return any(view.tokens[at].relation.startswith("nsubj") for at in view.tokens_in(name.start, name.end))


def _office(view: View, at: int, persons: dict[str, Group]) -> NameMark | None:
    """Resolve "the prime minister" or "the Ardanian leader" to the only person who holds that office in the article."""
    last = at + 1
    if last < len(view.lower) and not _in_office(view, last):
        return None
    while last < len(view.lower) and last - at < 5 and _in_office(view, last):
        last += 1
    words = view.words[at + 1 : last]
    if not words or view.lower[last - 1] not in OFFICES or _goes_on(view, last):
        return None
    role = " ".join(words)
    holders = [entity for entity, group in persons.items() if same_office(tuple(group.roles), (role,))]
    bare = [entity for entity in holders if any(r.lower() == role.lower() for r in persons[entity].roles)]
    chosen = holders if len(holders) == 1 else bare
    if len(chosen) != 1:
        return None
    return NameMark(start=view.tokens[at].start, end=view.tokens[last - 1].end, entity=chosen[0], mention="role", role=role)


def _in_office(view: View, at: int) -> bool:
    return view.lower[at] in OFFICES or view.lower[at] in TITLE_MODIFIERS or view.words[at] in DEMONYMS


def _goes_on(view: View, last: int) -> bool:
    """Return whether more words narrow the office down: "the president of the club", "the prime minister's office" is fine."""
    return last < len(view.lower) and (
        view.lower[last] in ("of", "who", "-", "elect") or view.tokens[last].tag in ("PROPN", "NOUN")
    )
