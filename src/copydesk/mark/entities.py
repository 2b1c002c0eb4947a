"""Joins mentions of names to entities: "Fumio Arden", "Arden", "Prime Minister Arden" are one; two Ardens are two."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from copydesk.mark.kinds import Found, words_of
from copydesk.mark.titles import apposition_behind, office_before_comma
from copydesk.mark.view import View
from copydesk.records import Entity, EntityKind, NameMark
from copydesk.text.names import acronym_of, family_name, name_keys, name_parts, same_office, same_person, same_thing
from copydesk.text.roles import OFFICES, gender_of
from copydesk.text.words import word_set

# So many candidates are looked at for a new name; more occur only in lists of names, where none is a form of another.
_MANY = 200
_PEOPLE = word_set("man men woman women boy boys girl girls child children baby person people teenager couple victim victims")


@dataclass(slots=True)
class Group:
    """An entity while it is being gathered.

    Attributes:
        kind: What it is.
        places: Index of each of its mentions.
        spellings: Its forms, in order of first occurrence.
        roles: Its titles, in order of first occurrence.
        genders: `m`, `f`, as titles say it.
        name: Its fullest form: the most words, then the most letters.
        first: Token of its first mention.
    """

    kind: EntityKind
    first: int
    places: list[int] = field(default_factory=list)
    spellings: dict[str, None] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    genders: set[str] = field(default_factory=set)
    name: str = ""


class _Read(NamedTuple):
    """A mention with what it says."""

    place: int
    found: Found
    words: str
    roles: tuple[str, ...]
    gender: str | None
    shown: str | None  # the gender that a pronoun shows, which counts less than a title


def join(view: View, mentions: Sequence[Found]) -> list[Group]:
    """Return the entities behind mentions, in the order of their first mention; `Group.places` count in `mentions`."""
    read = [_read(view, place, mention) for place, mention in enumerate(mentions)]
    people = _people([one for one in read if one.found.kind == "person"])
    things = _things([one for one in read if one.found.kind != "person"], people)
    return sorted((*people, *things), key=lambda group: group.first)


def entities_of(groups: Sequence[Group]) -> tuple[Entity, ...]:
    """Return the records of groups, named `e0`, `e1`, … in their order."""
    return tuple(
        Entity(id=f"e{number}", kind=group.kind, name=group.name, spellings=tuple(group.spellings), roles=tuple(group.roles))
        for number, group in enumerate(groups)
    )


def names_of(view: View, mentions: Sequence[Found], groups: Sequence[Group]) -> list[NameMark]:
    """Return where entities are named, in order."""
    return sorted(_marks(view, mentions, groups), key=lambda mark: mark.start)


def _marks(view: View, mentions: Sequence[Found], groups: Sequence[Group]) -> Iterator[NameMark]:
    for number, group in enumerate(groups):
        entity, longest = f"e{number}", len(group.name.split())
        for place in group.places:
            found = mentions[place]
            length = 1 if found.last - found.first == 1 else len(words_of(view, found).split())
            yield NameMark(
                start=view.tokens[found.first].start,
                end=view.tokens[found.last - 1].end,
                entity=entity,
                mention="full" if length > 1 or length == longest else "short",
                role=found.title.text if found.title else None,
            )


def _read(view: View, place: int, found: Found) -> _Read:
    """Gather the titles before and behind a name."""
    sentence = view.sentence_of(found.first)
    titles = [found.title.text] if found.title else []
    if found.kind == "person":
        behind = apposition_behind(view, sentence, found.last)
        before = office_before_comma(view, sentence, found.first) if not titles else None
        titles += [title.text for title in (before, behind) if title]
    gender = next((found_gender for title in titles if (found_gender := gender_of(title))), None)
    shown = _shown_gender(view, found) if found.kind == "person" else None
    return _Read(place, found, words_of(view, found), tuple(titles), gender, shown)


def _shown_gender(view: View, one: Found) -> str | None:
    """Return the gender that a possessive behind a full name shows: "Jon Arl left his house"; None where another may be meant."""
    if one.last - one.first < 2:
        return None
    sentence = view.sentence_of(one.first)
    for at in range(one.last, sentence.last):
        if view.tokens[at].fine == "PRP$" and view.lower[at] in ("his", "her"):
            gender = "m" if view.lower[at] == "his" else "f"
            return None if _another_before(view, one, sentence.first) else gender
        other = view.tokens[at].tag in ("PROPN", "PRON") or view.lower[at] in _PEOPLE or view.lower[at] in OFFICES
        if other or view.tokens[at].relation.startswith("nsubj"):
            return None
    return None


def _another_before(view: View, one: Found, first: int) -> bool:
    """Return whether somebody is named before a person in the sentence: "in Arl's town, mayor Rada Venn took his portrait down"."""
    places = range(first, one.title.first if one.title else one.first)
    return any(
        view.labels[at].endswith("person") or (view.tokens[at].fine == "POS" and view.tokens[at - 1].tag == "PROPN")
        for at in places
    )


def _add(group: Group, one: _Read) -> None:
    group.places.append(one.place)
    group.first = min(group.first, one.found.first)
    if one.words not in group.spellings:
        group.spellings[one.words] = None
        group.name = max(group.name, one.words, key=lambda spelling: (spelling.count(" "), len(spelling)))
    known = {role.casefold() for role in group.roles} if one.roles else ()
    for role in one.roles:
        if role.casefold() not in known:
            group.roles.setdefault(role)
    if one.gender:
        group.genders.add(one.gender)


def _new(one: _Read) -> Group:
    group = Group(one.found.kind, one.found.first)
    _add(group, one)
    return group


def _people(read: Sequence[_Read]) -> list[Group]:
    """Group persons: full names first, then family names and first names alone in the order of the text."""
    groups: list[Group] = []
    by_family: dict[str, list[Group]] = {}
    for one in (one for one in read if len(name_parts(one.words)) > 1):
        near = by_family.get(family_name(one.words), [])
        fitting = next((g for g in (near or groups[:_MANY]) if same_person(g.name, one.words) and not _clash(g, one)), None)
        if fitting:
            _add(fitting, one)
        else:
            groups.append(_new(one))
            by_family.setdefault(family_name(one.words), []).append(groups[-1])
    _add_shown(groups, {one.place: one.shown for one in read})
    by_given: dict[str, list[Group]] = {}
    for group in groups:
        by_given.setdefault(name_parts(group.name)[0], []).append(group)
    for one in (one for one in read if len(name_parts(one.words)) < 2):
        name = family_name(one.words)
        chosen = _bearer(one, by_family.get(name, []), by_given.get(name, []))
        if chosen:
            _add(chosen, one)
        else:
            groups.append(_new(one))
            by_family.setdefault(name, []).append(groups[-1])
    spoken = {one.place: one.words for one in read}
    for group in groups:
        group.places.sort()
        group.spellings = dict.fromkeys(spoken[place] for place in group.places)
    return groups


def _add_shown(groups: Sequence[Group], shown: dict[int, str | None]) -> None:
    """Give persons whose titles tell no gender the one that pronouns show, where these agree."""
    for group in groups:
        genders = {gender for place in group.places if (gender := shown[place])}
        if not group.genders and len(genders) == 1:
            group.genders |= genders


def _clash(group: Group, one: _Read) -> bool:
    return bool(group.genders) and one.gender is not None and one.gender not in group.genders


def _bearer(one: _Read, family: Sequence[Group], given: Sequence[Group]) -> Group | None:
    """Return whom a family name (else a first name) alone means.

    Where several bear it, an office in common decides, else who was introduced first: news gives the one it speaks of most the
    bare family name, and repeats the first name of the other.
    """
    bearers = [g for g in family if not _clash(g, one)]
    if not bearers and not one.roles:
        return given[0] if len(given) == 1 else None
    sharing = [g for g in bearers if one.roles and same_office(tuple(g.roles), one.roles)]
    earlier = [g for g in bearers if g.first <= one.found.first]
    return next(iter((*sharing, *earlier, *bearers)), None)


def _things(read: Sequence[_Read], people: Sequence[Group]) -> list[Group]:
    """Group organisations, places and other names; a name without kind that a person bears is that person's."""
    groups: list[Group] = []
    by_words: dict[str, Group] = {}
    by_key: dict[str, list[Group]] = {}
    names = {family_name(g.name): g for g in reversed(people)}
    for one in sorted(read, key=lambda one: (-len(one.words.split()), one.place)):
        bearer = names.get(one.words.lower()) if one.found.kind == "other" else None
        group = bearer or by_words.get(one.words) or _same(one, by_key)
        if group is None:
            group = _new(one)
            groups.append(group)
        else:
            _add(group, one)
        if one.words not in by_words and not bearer:
            for key in name_keys(one.words):
                by_key.setdefault(key, []).append(group)
        by_words[one.words] = group
    spoken = {one.place: one.words for one in read}
    for group in groups:
        group.places.sort()
        group.spellings = dict.fromkeys(spoken[place] for place in group.places)
    return groups


def _same(one: _Read, by_key: dict[str, list[Group]]) -> Group | None:
    """Return the group of another form of the name: short, with its article, initials."""
    for key in name_keys(one.words):
        for group in by_key.get(key, [])[:_MANY]:
            if _kinds_agree(group, one) and any(same_thing(spelling, one.words) for spelling in group.spellings):
                return group
    return None


def _kinds_agree(group: Group, one: _Read) -> bool:
    if group.kind == one.found.kind or "other" in (group.kind, one.found.kind):
        return True
    return acronym_of(group.name) == one.words.replace(".", "")
