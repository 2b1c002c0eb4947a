"""Who holds an office, on which articles differ: two people in one post, neither known to the other's article."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from rapidfuzz.distance import JaroWinkler

from copydesk.text.names import family_name, name_parts
from copydesk.text.nations import ALIASES
from copydesk.text.roles import OFFICES, TITLE_MODIFIERS
from copydesk.weigh.cast import Cast
from copydesk.weigh.lists import listed
from copydesk.weigh.newness import days_between
from copydesk.weigh.nodes import Node
from copydesk.weigh.office_words import FIELDED, PORTFOLIOS, SEVERAL, SINGLE
from copydesk.weigh.offices import Office, apart, one_body
from copydesk.weigh.scene import Scene
from copydesk.weigh.sides import Found, Stand
from copydesk.weigh.titled import Titled

_COMMON = 3  # words that two sentences share, the office among them, when they tell the same of two people
_ALIKE = 0.8  # Jaro-Winkler from which two family names may be one, spelled in two ways
MONTH = 31  # days
_PLACES = 20  # places that give somebody a post, as many as are held against those of another
_SURE = 4  # sentences that are no slip
_MANY = 60  # people in one post who are held against each other
# Where somebody comes to a post or leaves it, both may have held it.
_CHANGING = listed("""
    resign appoint elect reelect succeed replace quit oust sack fire dismiss retire promote demote nominate hire unseat swear
    inaugurate become inherit suspend defeat
    """)
_CHANGE = listed("successor predecessor resignation appointment promotion retirement inauguration demotion firing")
_STEPS, _AWAY = frozenset({"step", "take", "stand"}), frozenset({"down", "over", "aside"})  # "step down", "take over"
_WORDS = _CHANGING | _CHANGE | _STEPS
_NEAR = 8  # words between somebody and what tells that he comes or goes


def holders(scene: Scene) -> Iterator[Found]:
    """Yield the offices that different articles give to different people as their present one."""
    posts: dict[str, dict[str, list[Titled]]] = defaultdict(dict)
    for key, titles in scene.titled.items():
        for titled in titles:
            if single(titled.office) and len(name_parts(scene.cast.name(key))) > 1:
                posts[titled.office.post].setdefault(key, []).append(titled)
    for people in posts.values():
        if len(people) <= _MANY:
            yield from rivals(people, scene)


def single(office: Office) -> bool:
    """Return whether an office is one of which there is one at a time, held in full."""
    fielded = bool(office.portfolio) if office.post in ("minister", "secretary") else True
    fields = FIELDED.get(office.post)
    return office.full and office.post in SINGLE and fielded and (fields is None or not fields.isdisjoint(office.of))


def rivals(people: dict[str, list[Titled]], scene: Scene) -> Iterator[Found]:
    """Yield the pairs of people of whom different articles say that they hold one post."""
    present = {key: {article for article, _ in scene.cast.members[key]} for key in people}
    for a, b in combinations(sorted(people), 2):
        if not present[a].isdisjoint(present[b]) or one_name(scene.cast.name(a), scene.cast.name(b)):
            continue
        each = product(people[a][:_PLACES], people[b][:_PLACES])
        pairs = [(x, y) for x, y in each if one_office(x.office, y.office) and told(x, y, scene)]
        if pairs and of_one_body(people[a], people[b], pairs):
            found = difference(pairs, people, scene)
            yield from [found] if contested(found.stands) else []


def of_one_body(a: Sequence[Titled], b: Sequence[Titled], pairs: Sequence[tuple[Titled, Titled]]) -> bool:
    """Return whether two people's titles name one body, or none; one that only one of them names must stand beside the other too.

    "President" of no country is not the president of the country that another title names.
    """
    one, other = ({name for t in titles for name in t.office.bodies} for titles in (a, b))
    if one and other:
        return one_body(one, other)
    lone, bare = one | other, [t for pair in pairs for t in pair if not t.office.bodies]
    return not lone or (lone.isdisjoint(ALIASES) and any(name in t.node.text for t in bare for name in lone))


def difference(pairs: Sequence[tuple[Titled, Titled]], people: dict[str, list[Titled]], scene: Scene) -> Found:
    """Return who holds an office as a difference, its topic the fullest title there is for it."""
    best = max((t for pair in pairs for t in pair), key=lambda t: (len(t.office.bodies), len(t.text), t.text))
    keys = dict.fromkeys(t.key for t in pairs[0])
    titles = [t for key in keys for t in people[key] if one_office(t.office, best.office) and not tells_change(t.node)]
    stands = tuple(
        Stand(node=t.node, value=(name := scene.cast.name(t.key)), same=t.key, doubt=name not in t.node.text) for t in titles
    )
    return Found(topic=f"who is {named(best)}", what="role", stands=stands)


def contested(stands: Sequence[Stand]) -> bool:
    """Return whether one side is told in few wordings: what many say on both sides held at two times, or in two places."""
    told = Counter(same for same, _ in {(stand.same, stand.node.number) for stand in stands})
    return sum(count >= _SURE for count in told.values()) < 2


def named(titled: Titled) -> str:
    """Return an office as a question names it: "the mayor", "Tarnland's Prime Minister", "head coach of Norvik"."""
    known = TITLE_MODIFIERS | OFFICES | PORTFOLIOS.keys() | {"the"}
    plain = all(word.lower() in known for word in titled.text.split())
    return f"the {titled.title.lower()}" if plain else titled.text


def one_name(a: str, b: str) -> bool:
    """Return whether two people may be one whose name is spelled in two ways."""
    return JaroWinkler.normalized_similarity(family_name(a), family_name(b)) >= _ALIKE


def one_office(a: Office, b: Office) -> bool:
    """Return whether two titles may be of one office: the same post, of nothing that the other is not of."""
    if a.post != b.post or apart(a, b) or a.portfolio.isdisjoint(b.portfolio) != (not a.portfolio and not b.portfolio):
        return False
    return not (a.of and b.of and a.of.isdisjoint(b.of))


def told(a: Titled, b: Titled, scene: Scene) -> bool:
    """Return whether two titles are of one office for certain.

    Both name its body or country, in articles of one month, and no change of its holder is told; or two sentences tell the same of
    both people.
    """
    days = days_between(a.node.unit.marked.article, b.node.unit.marked.article)
    if tells_change(a.node) or tells_change(b.node) or (days or 0) > MONTH:
        return False
    bodies = days is not None and a.office.post not in SEVERAL and one_body(a.office.bodies, b.office.bodies)
    if bodies and a.office.fields == b.office.fields:
        return not changing(a.key, scene) and not changing(b.key, scene)
    return scene.pair(a.node, b.node) is not None and common_words(a.node, b.node) >= _COMMON


def common_words(a: Node, b: Node) -> int:
    """Return how many words two nodes share, names, numbers and dates apart."""
    return sum(term[0] not in "@#=" for term in a.vocabulary & b.vocabulary)


def changing(key: str, scene: Scene) -> bool:
    """Return whether the story tells that a person comes to a post or leaves one."""
    return any(key in node.names and any(named_near(node, i, key, scene.cast) for i in changes(node)) for node in scene.nodes)


def tells_change(node: Node) -> bool:
    """Return whether a node tells that somebody comes to a post or leaves one."""
    return bool(changes(node))


def changes(node: Node) -> list[int]:
    """Return the words of a node that tell that somebody comes to a post or leaves one."""
    syntax = node.syntax
    if syntax.words.isdisjoint(_WORDS):
        return []
    found = []
    for i in syntax.places(_WORDS):
        verb = syntax.tokens[i].tag == "VERB" and (syntax.lemma(i) in _CHANGING or syntax.lemma(i + 1) in _AWAY)
        if verb or syntax.lemma(i) in _CHANGE:
            found.append(i)
    return found


def named_near(node: Node, at: int, key: str, cast: Cast) -> bool:
    """Return whether a person is named within a few words of a place."""
    around = node.syntax.span([max(node.syntax.first, at - _NEAR), min(node.syntax.last - 1, at + _NEAR)])
    article = node.unit.marked.article.id
    return any(cast.key(article, n.entity) == key and n.start < around.end and around.start < n.end for n in node.unit.names)
