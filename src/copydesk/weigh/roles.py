"""What somebody is, on which articles differ: titles of one person of which nobody holds both, and two holders of one office."""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from copydesk.text.names import name_parts, same_person
from copydesk.weigh.cast import Cast
from copydesk.weigh.groups import Groups
from copydesk.weigh.holders import MONTH, changing, contested, holders
from copydesk.weigh.newness import days_between
from copydesk.weigh.offices import Office, Standing, clash
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand
from copydesk.weigh.titled import Titled

_MANY = 30  # places that give one person one title, as many as are held against those of another


def role_differences(scene: Scene) -> Iterator[Found]:
    """Yield what people are in some articles and cannot be by others, and the offices that different people are said to hold."""
    pairs: dict[str, list[tuple[Titled, Titled]]] = {}
    for a, b in rival_titles(scene):
        pairs.setdefault(a.key, []).append((a, b))
    for key, rivals in pairs.items():
        yield from of_one_person(key, rivals, scene)
    yield from holders(scene)


def rival_titles(scene: Scene) -> tuple[tuple[Titled, Titled], ...]:
    """Return the pairs of titles of one person that different articles give and nobody holds both."""
    return scene.once(_rival_titles)


def _rival_titles(scene: Scene) -> tuple[tuple[Titled, Titled], ...]:
    return tuple(pair for key, titles in scene.titled.items() for pair in rivals_of(key, titles, scene))


def rivals_of(key: str, titles: Sequence[Titled], scene: Scene) -> Sequence[tuple[Titled, Titled]]:
    """Return the pairs of titles of a person that different articles give and nobody holds both."""
    if len(name_parts(scene.cast.name(key))) < len(("first", "last")):
        return ()
    given: dict[Office, list[Titled]] = {}
    giving: dict[Standing, set[str]] = {}
    for titled in titles:
        given.setdefault(titled.office, []).append(titled)
        giving.setdefault(titled.office.standing, set()).update(titled.node.articles)
    clashing = [(given[a][:_MANY], given[b][:_MANY]) for a, b in combinations(given, 2) if clash(a, b)]
    found = [(a, b) for one, other in clashing for a in one for b in other if rivals(a, b, giving, scene.cast)]
    return found if found and not changing(key, scene) else ()


def rivals(a: Titled, b: Titled, giving: Mapping[Standing, Set[str]], cast: Cast) -> bool:
    """Return whether two titles of a person that clash stand in articles neither of which gives him the other one.

    Args:
        a: A title.
        b: Another one.
        giving: What the person is -> the articles that say so.
        cast: Who is who.
    """
    if not a.node.articles.isdisjoint(b.node.articles):
        return False
    if not giving[b.office.standing].isdisjoint(a.node.articles) or not giving[a.office.standing].isdisjoint(b.node.articles):
        return False
    if (days_between(a.node.unit.marked.article, b.node.unit.marked.article) or 0) > MONTH or not one_name(a, b, cast):
        return False
    return not has_words(b, a) and not has_words(a, b)


def has_words(one: Titled, other: Titled) -> bool:
    """Return whether an article of one title has the words of another: "was deputy mayor until May"."""
    words = other.title.casefold()
    return words not in one.title.casefold() and any(words in u.marked.article.text.casefold() for u in one.node.units)


def one_name(a: Titled, b: Titled, cast: Cast) -> bool:
    """Return whether the articles of two titles both know the person by a full name, and these can be one."""
    known = [
        {e.name for article, e in cast.members[t.key] if article in t.node.articles and len(name_parts(e.name)) > 1} for t in (a, b)
    ]
    return any(same_person(x, y) for x in known[0] for y in known[1])


def of_one_person(key: str, pairs: Sequence[tuple[Titled, Titled]], scene: Scene) -> Iterator[Found]:
    """Yield what a person is in some articles and in others, once for titles that clash with each other."""
    offices = sorted({t.office.standing for pair in pairs for t in pair}, key=repr)
    groups = Groups(len(offices))
    for a, b in pairs:
        groups.join(offices.index(a.office.standing), offices.index(b.office.standing))
    for group in groups.all():
        told = {offices[i]: f"{key} {i}" for i in group}
        titles = [t for t in scene.titled[key] if t.office.standing in told]
        stands = tuple(Stand(node=t.node, value=t.text, same=told[t.office.standing]) for t in titles)
        if contested(stands):
            yield Found(topic=f"what {scene.cast.name(key)} is", what="role", stands=stands)
