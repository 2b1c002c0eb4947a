"""What a title says: which post, of what, and whether it is the full one, a deputy's, an acting one's or a former one's.

Two titles clash where one person cannot hold both. A shorter and a fuller form of one title do not, nor do posts that go together
("chairman and chief executive"): what is not listed as exclusive is taken to go together.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

import msgspec

from copydesk.text.names import same_thing
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.weigh.office_words import (
    ACTING,
    ALIKE,
    AT_WORK,
    DUTIES,
    EMPTY,
    ENDS,
    EXCLUSIVE,
    FIELDS,
    FORMER,
    HEADING,
    JOINED,
    KEPT,
    KINDS,
    LARGE,
    LESSER,
    LEVELLED,
    LOOSE,
    OFFICERS,
    PORTFOLIOS,
    POSTS,
    RANKS,
    SINGLE,
    SISTERS,
    UNMISTAKABLE,
)

# What a title says, whatever it is of: post, whether former, acting, lesser, and which portfolio.
Standing = tuple[str, bool, bool, bool, frozenset[int]]


class Office(msgspec.Struct, frozen=True, gc=False):
    """What a title says.

    Attributes:
        post: Which post, by one name: `minister`, `chief executive`, `mayor`.
        of: What it is of, in lower-case words without empty ones: body, place, field; countries by one name.
        bodies: The names among them, as they are written; countries by one name.
        portfolio: What a minister or secretary is in charge of, as the lines of the list that hold it.
        former: Whether it is held no longer.
        acting: Whether it is held for the time being.
        lesser: Whether it is a deputy's.
        called: Whether it only stands before a name with a capital, as people are addressed.
    """

    post: str
    of: frozenset[str]
    bodies: frozenset[str]
    portfolio: frozenset[int]
    former: bool
    acting: bool
    lesser: bool
    called: bool

    @property
    def standing(self) -> Standing:
        """What is equal for forms of one title, whatever it is of."""
        return self.post, self.former, self.acting, self.lesser, self.portfolio

    @property
    def fields(self) -> frozenset[str]:
        """What it is of, bodies and places apart."""
        return self.of - {word for name in self.bodies for word in (name.lower(), *name.lower().split())}

    @property
    def full(self) -> bool:
        """Whether it is held now, by right and in full."""
        return not (self.former or self.acting or self.lesser)


def spread(told: Sequence[Sequence[str]], words: frozenset[str]) -> list[bool]:
    """Return for each of some offices whether one of these words goes with it.

    "The former governor and mayor" was both; of "the governor and former mayor" and "the former governor and acting mayor" each
    word goes with its own office.
    """
    own = [not words.isdisjoint(part) for part in told]
    qualified = any(not (FORMER | ACTING).isdisjoint(part) for part in told[1:])
    return [True] * len(own) if own[:1] == [True] and not qualified else own


def offices_of(words: Sequence[str], tail: Sequence[str], *, called: bool) -> Iterator[Office]:
    """Yield the offices that a title names, one for each of its parts that "and" joins; none where it is not, or not yet, held.

    Args:
        words: The words of the title up to its noun, as they are written: "former", "chairman", "and", "chief", "executive".
        tail: The words behind its noun that say of what.
        called: Whether it stands before a name with a capital.
    """
    lowered = [word.lower() for word in words]
    if not LOOSE.isdisjoint(lowered[:-1]):
        return
    told = [tuple(word.lower() for word in part) for part in parts(words)]
    former, acting = spread(told, FORMER), spread(told, ACTING)
    for order, part in enumerate(parts(words)):
        post, length = post_of([word.lower() for word in part], called=called)
        if not post or (post == "minister" and "state" in {w.lower() for w in (*part, *tail)}):
            continue  # a minister of state is one of several
        before, behind = part[: len(part) - length], [w for w in tail if w.lower() not in POSTS]
        names = [w for w in (*before, *behind) if tells(w)]
        held = post in ("minister", "secretary")
        fields = FIELDS | RANKS.keys() | (PORTFOLIOS.keys() if held else frozenset())
        yield Office(
            post=post,
            of=frozenset(map(plain, names)),
            bodies=frozenset([*bodies_in(before, fields), *bodies_in(behind, fields)]),
            portfolio=frozenset(n for w in names for n in PORTFOLIOS.get(w.lower(), ())) if held else frozenset(),
            former=former[order],
            acting=acting[order],
            lesser=not LESSER.isdisjoint(w.lower() for w in before) and post not in RANKS.values(),
            called=called,
        )


def tells(word: str) -> bool:
    """Return whether a word of a title says of what it is."""
    return word[:1].isalnum() and word.lower() not in EMPTY | FORMER | ACTING | LESSER


def bodies_in(words: Sequence[str], fields: Set[str]) -> Iterator[str]:
    """Yield the names among some words of a title: "Tarn Water Board", "Federal Bureau of Roads", countries for what is of them.

    Args:
        words: The words.
        fields: Words that name no body though they have a capital.
    """
    run: list[str] = []
    for word, after in pairwise((*words, "", "")):
        capital = word[:1].isupper()
        inside = (capital and word.lower() in KINDS) or (word in ("of", "and", "for") and after[:1].isupper())
        if (capital and tells(word) and word.lower() not in fields) or (run and inside):
            run.append(word)
        elif run:
            yield country(" ".join(run))
            run = []


def country(name: str) -> str:
    """Return a name, or the country whose people or things have it: "Tarnian" is of Tarnland."""
    bare = name.removesuffix("'s").removesuffix("’s")
    return DEMONYMS.get(bare) or ALIASES.get(bare) or bare


def parts(words: Sequence[str]) -> Iterator[list[str]]:
    """Yield the parts of a title that "and" joins; "health and education minister" is one."""
    part: list[str] = []
    for word in (*words, "and"):
        if word.lower() not in ("and", "&", ","):
            part.append(word)
        elif part and part[-1].lower() in ENDS:
            yield part
            part = []


def post_of(words: Sequence[str], *, called: bool) -> tuple[str, int]:
    """Return the post that some lower-case words end with, and how many of them name it; none for a title of another kind."""
    if not words:
        return "", 0
    last, before = words[-1], words[-2] if len(words) > 1 else ""
    if last == "officer" and "chief" in words[:-2] and before in OFFICERS:
        return OFFICERS[before], len(words) - max(i for i, w in enumerate(words) if w == "chief")
    if (before, last) in JOINED:
        return JOINED[before, last], 2
    if last == "secretary" and before == "press":
        return "", 0
    if called and last in RANKS:
        return RANKS[last], 1
    return (POSTS[last], 1) if last in POSTS else ("", 0)


def plain(word: str) -> str:
    """Return a word of a title in lower case, countries by one name: "Tarnian" and "Tarnland's" are of one."""
    return country(word).lower().strip(".")


def clash(a: Office, b: Office) -> bool:
    """Return whether one person cannot hold both of two titles."""
    if a.post != b.post:
        return a.full and b.full and exclusive(a, b)
    if a.portfolio and b.portfolio and a.portfolio.isdisjoint(b.portfolio):
        large = a.portfolio & LARGE, b.portfolio & LARGE
        return all(large) and large[0] | large[1] != SISTERS and a.full and b.full and not apart(a, b)
    if apart(a, b) or (a.former, a.acting, a.lesser) == (b.former, b.acting, b.lesser):
        return False
    if not (a.full or b.full):
        return False
    whole, other = (a, b) if a.full else (b, a)
    if other.lesser:
        return not (other.former or other.acting) and above(whole, other)
    return left(whole, other) if other.former else full_form(whole, other)


def exclusive(a: Office, b: Office) -> bool:
    """Return whether two posts are such that one person holds only one of them."""
    pair = frozenset({a.post, b.post})
    if pair <= AT_WORK:
        return bool((a.of & b.of) - DUTIES) and pair not in ALIKE
    return any(pair <= posts for posts in EXCLUSIVE) and not apart(a, b)


def apart(a: Office, b: Office) -> bool:
    """Return whether two titles are of two bodies or places: nobody is told to hold both, and he may."""
    return bool(a.bodies and b.bodies) and not one_body(a.bodies, b.bodies)


def one_body(a: Iterable[str], b: Iterable[str]) -> bool:
    """Return whether a name of one body or place stands among either names."""
    return any(x == y or same_thing(x, y) for x in a for y in b)


def above(whole: Office, lesser: Office) -> bool:
    """Return whether a title is that of somebody above a deputy, and not short for the deputy's own."""
    if whole.post not in LEVELLED:
        return False
    if whole.post in UNMISTAKABLE:
        return not whole.of or one_field(whole, lesser) or (not lesser.of and whole.post not in HEADING)
    return (bool(whole.portfolio) and not lesser.of) or one_field(whole, lesser)


def one_field(a: Office, b: Office) -> bool:
    """Return whether two titles are of one thing: "museum director", but not "the museum's director of communications"."""
    shared = bool(a.of & b.of) or one_body(a.bodies, b.bodies)
    return shared and (a.fields == b.fields or not a.fields or not b.fields)


def left(now: Office, former: Office) -> bool:
    """Return whether a title says that a post is held which another says is held no longer.

    People are called by some titles for life, and by a bare one out of habit.
    """
    if now.post not in SINGLE or (now.called and now.post in KEPT):
        return False
    return one_field(now, former) or (not now.called and not former.of)


def full_form(whole: Office, acting: Office) -> bool:
    """Return whether a title is written out, so that it is not short for that of whoever holds the post for the time being."""
    return one_field(whole, acting) or (not whole.called and not acting.of)
