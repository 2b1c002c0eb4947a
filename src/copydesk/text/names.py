"""Whether two names are of the same person, organisation or place, inside an article and across articles."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from copydesk.records import Entity
from copydesk.text.fold import folded
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.roles import gender_of
from copydesk.text.words import word_set

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES = frozenset(
    {"de", "da", "di", "du", "del", "della", "dos", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "ben", "ter"}
)
_LEGAL_FORMS = word_set(
    """
    inc corp co ltd llc plc corporation company incorporated limited ag gmbh sa spa nv group holdings holding
    """
)
_SMALL = frozenset({"the", "of", "and", "for", "in", "on", "de", "la", "a"})
_SPLIT = re.compile(r"[\s ]+")
# Two first names that differ by no more than a letter or two ("Ferdinand", "Ferdinando"; "Emanuel", "Emmanuel").
_ALIKE = 0.92


@lru_cache(maxsize=4096)
def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a personal name in lower case, without suffixes ("Jr."), particles ("van") joined to what follows."""
    words = [word.strip(".,'’\"“”()").lower() for word in _SPLIT.split(name)]
    words = [word for word in words if word and word not in _SUFFIXES]
    parts: list[str] = []
    held = ""
    for word in words:
        if word in _PARTICLES and parts:
            held += word + " "
        else:
            parts.append(held + word)
            held = ""
    return (*parts, held.strip()) if held else tuple(parts)


def family_name(name: str) -> str:
    """Return the last part of a personal name in lower case; the empty string for an empty name."""
    parts = name_parts(name)
    return parts[-1] if parts else ""


def same_person(a: str, b: str) -> bool:
    """Return whether two full personal names can be of one person: same family name and first names that do not contradict.

    "Ferdinand Marcos" and "Ferdinando Marcos Jr." can, "J. Marcos" and "John Q. Marcos" can, "Joe Marcos" and "Hunter Marcos"
    cannot. A bare family name can be of anybody who bears it.
    """
    first, second = name_parts(a), name_parts(b)
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[-1] == second[-1] or (first[0] == second[0] and 1 in (len(first), len(second)))
    return _alike(first[-1], second[-1]) and _given_names_agree(first[:-1], second[:-1])


def _given_names_agree(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether first names agree: the first ones, or one's middle name with the other's first."""
    return _alike(a[0], b[0]) or any(_alike(x, y) for x in a for y in b if len(x) > 2 and len(y) > 2)


def _alike(a: str, b: str) -> bool:
    if a == b or (1 in (len(a), len(b)) and a[0] == b[0]):
        return True
    if min(len(a), len(b)) < 5 or a[0] != b[0]:
        return False
    from rapidfuzz.distance import JaroWinkler  # noqa: PLC0415  slow to import, and rarely needed

    return JaroWinkler.normalized_similarity(a, b) >= _ALIKE and abs(len(a) - len(b)) <= 2


@lru_cache(maxsize=4096)
def acronym_of(name: str) -> str:
    """Return the initials of a name's main words: "Arden Space Research Office" -> "ASRO"."""
    words = [word for word in re.split(r"[\s-]+", name) if word and word.lower() not in _SMALL]
    return "".join(word[0] for word in words).upper()


def same_thing(a: str, b: str) -> bool:
    """Return whether two names can be of one organisation or place.

    They can where they are equal but for article, full stops and legal form, where one is the other's initials or its beginning,
    and where both are names of one country.
    """
    nation = ALIASES.get(_bare(a))
    if nation or ALIASES.get(_bare(b)):
        return nation == ALIASES.get(_bare(b))
    first, second = _plain(a), _plain(b)
    if not first or not second or first == second:
        return bool(first) and first == second
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(long) > 1 and short[0].upper() in (acronym_of(a), acronym_of(b)):
        return len(short[0]) > 1 and not any(sign.islower() for sign in (a if first == short else b))
    return long[: len(short)] == short and len(short[0]) > 3 and _stands_alone(short, long)


def _stands_alone(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether the beginning of a long name names it: "Toyota" for "Toyota Motor", but not "North" for "North Korea"."""
    return len(short) > 1 or short[0] not in _TOO_COMMON


_TOO_COMMON = word_set(
    """
    north south east west new national state united central royal first american british federal international general
    public white saint great upper lower house supreme university ministry department bank court city county
    """
)


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ").strip()


@lru_cache(maxsize=4096)
def _plain(name: str) -> tuple[str, ...]:
    words = [word for word in folded(name.replace(".", "")).split() if word != "the"]
    while len(words) > 1 and words[-1] in _LEGAL_FORMS:
        words.pop()
    return tuple(words)


def same_entity(a: Entity, b: Entity) -> bool:
    """Return whether entities of two articles are one.

    Persons need agreeing names; where one is known by family name alone or the first names differ ("Bongbong" and "Ferdinand"
    Marcos) they also need an office in common. Titles of different gender part them. Others need agreeing names.
    """
    if a.kind != b.kind and "other" not in (a.kind, b.kind):
        return a.name == b.name and len(a.name.split()) > 1
    if a.kind != "person" and b.kind != "person":
        return any(same_thing(x, y) for x in _full(a) for y in _full(b))
    if _genders_clash(a, b):
        return False
    full = [(x, y) for x in _full(a) for y in _full(b)]
    if any(len(name_parts(x)) > 1 and len(name_parts(y)) > 1 and same_person(x, y) for x, y in full):
        return True
    if not any(family_name(x) == family_name(y) for x, y in full):
        return False
    return same_office(a.roles, b.roles) or (_bare_family(a) and _bare_family(b) and not (a.roles and b.roles))


def _full(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys((entity.name, *entity.spellings)))


def _bare_family(entity: Entity) -> bool:
    return all(len(name_parts(spelling)) == 1 for spelling in entity.spellings)


def _genders_clash(a: Entity, b: Entity) -> bool:
    genders = [{gender_of(role) for role in entity.roles} - {None} for entity in (a, b)]
    return bool(genders[0]) and bool(genders[1]) and genders[0].isdisjoint(genders[1])


def same_office(a: Sequence[str], b: Sequence[str]) -> bool:
    """Return whether two lists of titles share an office ("Prime Minister" in "Japan's prime minister")."""
    first, second = ([_office(role) for role in roles] for roles in (a, b))
    return any(x and y and (x <= y or y <= x) and not _other_country(x, y) for x in first for y in second)


@lru_cache(maxsize=4096)
def _office(role: str) -> frozenset[str]:
    """Return the words of a title that say the office, countries under one name ("Japanese", "Japan's")."""
    words = re.split(r"[\s,]+", role.replace("’", "'"))
    plain = (word.removesuffix("'s").rstrip("'") for word in words)
    named = ("=" + DEMONYMS[w] if w in DEMONYMS else "=" + ALIASES[w] if w in ALIASES else w.lower() for w in plain if w)
    return frozenset(word for word in named if word not in ("mr.", "mr", "mrs.", "ms.", "ms", "of", "the", "a", "an"))


def _other_country(a: frozenset[str], b: frozenset[str]) -> bool:
    first, second = ({word for word in role if word.startswith("=")} for role in (a, b))
    return bool(first) and bool(second) and first != second


def unify(articles: Sequence[Sequence[Entity]]) -> tuple[tuple[int, ...], ...]:
    """Give the entities of several articles shared numbers.

    Args:
        articles: The entities of each article.

    Returns:
        For each article and entity the number of the thing it is; entities that are one have one number. An entity joins the
        group with which it agrees and of which it contradicts no member (two first names under one family name keep apart), so
        the result does not chain; fuller names are placed first, so the order of the articles does not change the groups.
    """
    flat = [(entity, article, place) for article, entities in enumerate(articles) for place, entity in enumerate(entities)]
    flat.sort(key=lambda item: (-len(item[0].name.split()), item[0].name, item[0].kind, item[0].spellings, item[0].roles))
    groups: list[list[Entity]] = []
    by_key: dict[str, set[int]] = {}
    taken: list[dict[int, int]] = [{} for _ in articles]  # place -> number
    for _, some in groupby(flat, key=lambda item: (item[0].name, item[0].kind, item[0].spellings, item[0].roles)):
        alike = list(some)  # copies name the same people in the same words: what hangs on the words alone is looked up once
        entity, keys = alike[0][0], _keys(alike[0][0])
        for _, article, place in alike:
            number = _group_of(entity, groups, {n for key in keys for n in by_key.get(key, ())}.difference(taken[article].values()))
            taken[article][place] = number
            if not any(member is entity for member in groups[number]):
                groups[number].append(entity)
            for key in keys:
                by_key.setdefault(key, set()).add(number)
    return tuple(tuple(found[place] for place in range(len(found))) for found in taken)


def _group_of(entity: Entity, groups: list[list[Entity]], near: set[int]) -> int:
    """Return the group an entity joins, a new one where it joins none; two entities of one article never join.

    A bare family name also joins the only group that bears it.

    Args:
        entity: The entity.
        groups: All groups.
        near: Those that have a key in common with it and no entity of its article.
    """
    fit = [number for number in sorted(near) if not any(_contradict(entity, member) for member in groups[number])]
    for number in fit:
        if any(same_entity(entity, member) for member in groups[number]):
            return number
    if entity.kind == "person" and _bare_family(entity):
        bearers = [n for n in fit if any(m.kind == "person" and family_name(m.name) == family_name(entity.name) for m in groups[n])]
        if len(bearers) == 1:
            return bearers[0]
    groups.append([])
    return len(groups) - 1


def _contradict(a: Entity, b: Entity) -> bool:
    """Return whether two persons cannot be one: full names that disagree though no office is shared, titles of different gender."""
    if a.kind != "person" or b.kind != "person":
        return False
    several = len(name_parts(a.name)) > 1 and len(name_parts(b.name)) > 1
    return _genders_clash(a, b) or (several and not same_person(a.name, b.name) and not same_office(a.roles, b.roles))


def _keys(entity: Entity) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for name in _full(entity) for key in name_keys(name)))


@lru_cache(maxsize=4096)
def name_keys(name: str) -> tuple[str, ...]:
    """Return what two names that may be of one share at least one of: family name, first word, initials, country."""
    bare = _bare(name)
    plain = _plain(bare)
    first = plain[0] if plain else ""
    keys = (ALIASES.get(bare, ""), family_name(bare), first, acronym_of(bare).lower(), "".join(plain))
    return tuple(dict.fromkeys(key for key in keys if key))
