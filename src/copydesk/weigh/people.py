"""Names on which articles differ: another spelling, another holder of one office."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import msgspec
from rapidfuzz.distance import JaroWinkler

from copydesk.records import Entity
from copydesk.text.fold import folded
from copydesk.text.names import name_parts, same_office
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.weigh.cast import Cast, distinct
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand

# Offices of which a place or body has one at a time.
_SINGLE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|mayor|governor|king|queen|pope|emperor|emir|sultan|chief executive|ceo|"
    r"(?:\w+ )?(?:minister|secretary)|attorney general|police (?:chief|commissioner)|commissioner|sheriff|speaker|harbour master|"
    r"head coach|manager|head teacher|principal|chief justice|director general|secretary general)\b"
)
_PAST = re.compile(r"\b(?:former|ex|late|then|outgoing|previous|one-time|retired)\b[- ]?", re.IGNORECASE)
_LESSER = re.compile(r"\b(?:vice|deputy|assistant|acting|interim|junior|designate|elect)\b", re.IGNORECASE)
_NEAR = 0.9  # Jaro-Winkler from which two parts of a name are one, spelled in two ways
_COMMON = 3  # words that two sentences share, the office among them, when they tell the same of two people
_SHORT = 5  # letters of a first name that may be short for a longer one
_SHORTENED = 0.8  # a part less than this share of the other's length is a short form ("Dan" for "Daniel")


# Where one comes for another, both held the office.
_CHANGING = listed("replace succeed fire sack oust dismiss successor predecessor resign step appoint defeat unseat")
_BODY = re.compile(r"((?:[A-Z][\w’'.-]+ )+)$")  # what stands before an office: "Mohave County" Sheriff


class Holder(msgspec.Struct, frozen=True):
    """A person whom some articles give an office.

    Attributes:
        key: The person.
        entity: The person in one article.
    """

    key: str
    entity: Entity


def name_differences(scene: Scene) -> Iterator[Found]:
    """Yield the spellings and the holders of offices on which articles differ."""
    cast = scene.cast
    named: dict[str, list[Node]] = {key: [] for key in sorted(cast.members) if cast.kind(key) == "person"}
    for node in scene.nodes:
        for key in node.names & named.keys():
            named[key].append(node)
    for key, nodes in named.items():
        yield from spellings(key, nodes, cast)
    yield from holders(named, scene)


def spellings(key: str, nodes: Sequence[Node], cast: Cast) -> Iterator[Found]:
    """Yield the full names of one person that differ in a letter or two."""
    names = {e.name for _, e in cast.members[key]} | {
        s for _, e in cast.members[key] for s in e.spellings if len(name_parts(s)) > 1
    }
    for a, b in combinations(sorted(names), 2):
        if misspelt(a, b):
            stands = tuple(s for name in (a, b) for s in naming(name, key, nodes, cast))
            if len({s.same for s in stands}) > 1 and not same_articles(stands):
                yield Found(topic=f"how {cast.name(key)} is spelled", what="name", stands=stands)


def misspelt(a: str, b: str) -> bool:
    """Return whether two full names differ in one part, and there by a letter or two."""
    first, second = ([folded_part(p) for p in name_parts(n)] for n in (a, b))
    if len(first) != len(second) or len(first) < 2:
        return False
    other = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    if len(other) != 1:
        return False
    short, long = sorted(other[0], key=len)
    if len(short) <= _SHORT and long.startswith(short):
        return False  # "Steve" is short for "Steven"
    return len(short) > 3 and len(short) >= _SHORTENED * len(long) and JaroWinkler.normalized_similarity(short, long) >= _NEAR


def folded_part(part: str) -> str:
    """Return a part of a name without case, accents and signs."""
    return folded("".join(c for c in unicodedata.normalize("NFKD", part) if not unicodedata.combining(c)))


def naming(name: str, key: str, nodes: Sequence[Node], cast: Cast) -> Iterator[Stand]:
    """Yield the nodes that give a person exactly this name."""
    for node in nodes:
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", node.text):
            yield Stand(node=node, value=name, same=name)


def same_articles(stands: Sequence[Stand]) -> bool:
    """Return whether one article gives all values: then it is a slip and no difference between articles."""
    by_value: dict[str, set[str]] = {}
    for stand in stands:
        by_value.setdefault(stand.same, set()).update(stand.node.articles)
    return len(set.union(*by_value.values())) < 2


def holders(named: Mapping[str, Sequence[Node]], scene: Scene) -> Iterator[Found]:
    """Yield the offices that different articles give to different people as their present one.

    Where the office names its country that is enough; a bare "Mayor" needs two sentences that tell the same of both.
    """
    cast = scene.cast
    held = [Holder(key=k, entity=e) for k in named for e in distinct(cast.members[k]) if any(present(r) for r in e.roles)]
    present_in = {key: {article for article, _ in cast.members[key]} for key in named}
    seen: set[tuple[str, str]] = set()
    for a, b in combinations(held, 2):
        pair = (min(a.key, b.key), max(a.key, b.key))
        if a.key == b.key or pair in seen or present_in[a.key] & present_in[b.key] or one_name(a, b):
            continue
        role = shared_office(a.entity.roles, b.entity.roles)
        if role is not None and (nation_of(role) or told_alike(named[a.key], named[b.key], scene)):
            seen.add(pair)
            stands = tuple(s for key in pair for s in office_nodes(key, role, named[key], cast))
            if len({s.same for s in stands}) > 1 and not of_two_bodies(a.key, b.key, role, named, cast):
                yield Found(topic=f"who is {role}", what="name", stands=stands)


def one_name(a: Holder, b: Holder) -> bool:
    """Return whether two people are one, written with and without accents."""
    return folded_part(a.entity.name) == folded_part(b.entity.name)


def present(role: str) -> bool:
    """Return whether a role is an office of which there is one, held now."""
    return bool(_SINGLE.search(role.lower())) and not _PAST.search(role) and not _LESSER.search(role)


def shared_office(a: Sequence[str], b: Sequence[str]) -> str | None:
    """Return the office that two people both hold as their present one; None where they hold none, or those of two countries."""
    held = [[r for r in roles if present(r)] for roles in (a, b)]
    nations = [{core_of(r): r for r in roles if nation_of(r)} for roles in held]
    common = [x for x in held[0] for y in held[1] if core_of(x) == core_of(y) and same_office([x], [y])]
    for core in {core_of(x) for x in common}:
        one, other = nations[0].get(core), nations[1].get(core)
        if (one is None) != (other is None) or (one and other and not same_office([one], [other])):
            common = [x for x in common if core_of(x) != core]
    return max(common, key=lambda role: (nation_of(role), len(role), role), default=None)


def core_of(role: str) -> str:
    """Return an office without the country it belongs to."""
    words = re.split(r"[\s,]+", role.replace("’", "'"))
    bare = [
        w for w in words if w.removesuffix("'s").rstrip("'") not in DEMONYMS and w.removesuffix("'s").rstrip("'") not in ALIASES
    ]
    return " ".join(bare).lower()


def nation_of(role: str) -> bool:
    """Return whether an office names its country."""
    return core_of(role) != " ".join(role.replace("’", "'").split()).lower()


def told_alike(first: Sequence[Node], second: Sequence[Node], scene: Scene) -> bool:
    """Return whether two sentences that share words beyond the office name one person each."""
    return any(scene.pair(a, b) is not None and common_words(a, b) >= _COMMON for a in first for b in second)


def common_words(a: Node, b: Node) -> int:
    """Return how many words two nodes share, names, numbers and dates apart."""
    return sum(term[0] not in "@#=" for term in a.vocabulary & b.vocabulary)


def of_two_bodies(a: str, b: str, role: str, named: Mapping[str, Sequence[Node]], cast: Cast) -> bool:
    """Return whether the words before an office name one body for the one holder and another for the other."""
    one, other = ({body for body, _ in offices(key, role, named[key], cast) if body} for key in (a, b))
    return bool(one and other) and one.isdisjoint(other)


def offices(key: str, role: str, nodes: Sequence[Node], cast: Cast) -> Iterator[tuple[str, Node]]:
    """Yield the nodes that name a person with an office, with the body it is one of: "Mohave County" Sheriff."""
    for node in nodes:
        unit = node.unit
        for name in unit.names:
            if cast.key(unit.marked.article.id, name.entity) == key and name.role and same_office([name.role], [role]):
                text = unit.marked.article.text[unit.start : name.end]
                match = _BODY.search(text[: text.rfind(name.role)])
                yield (match[1] if match else ""), node
                break


def office_nodes(key: str, role: str, nodes: Sequence[Node], cast: Cast) -> Iterator[Stand]:
    """Yield the nodes that name a person with an office, those apart that tell of a change of its holder."""
    for _, node in offices(key, role, nodes, cast):
        if node.syntax.words.isdisjoint(_CHANGING):
            yield Stand(node=node, value=cast.name(key), same=key)
