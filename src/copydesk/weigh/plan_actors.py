"""Who carries out a plan, and with whom, each as the article says it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.records import NameMark
from copydesk.spans import contains
from copydesk.text.roles import TITLES
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import EXPECTING, Syntax
from copydesk.weigh.nodes import Node
from copydesk.weigh.plan_text import dated, lowered, words_of
from copydesk.weigh.plan_words import ACTING, ARRANGED, DECIDING, ENDING, HALVES, HELD, PAIRED, REPORTING_BODIES, UNTOLD, VAGUE

_UNNAMED = UNTOLD | ARRANGED | HELD
_OFFICES = TITLES | HALVES
_BACK = 400  # code points before "the two countries" in which their names are looked for


def agent(syntax: Syntax, chain: Sequence[int], subject: int, head: Sequence[int]) -> int:
    """Return the word for who does what a chain of verbs says: its subject, or a passive's "by" phrase; -1 where that is not said.

    Who is expected or asked to do it acts, not who expects it; of "ferries with 100 passengers" the ferries do.
    """
    verb = chain[-1]
    bare = any(syntax.lemma(i) == "to" for i in syntax.children(chain[1], "mark", "aux")) if len(chain) > 1 else False
    asked = [i for i in syntax.children(chain[0], "obj") if chain[0] < i < chain[1]] if bare else []
    if asked:
        return asked[0]
    undergone = syntax.tokens[subject].head == verb and syntax.tokens[subject].relation.endswith(":pass")
    if not undergone and not syntax.children(verb, "aux:pass"):
        joint = next((i for i in head if i < subject and syntax.tokens[i].tag == "ADP"), -1)
        return joint - 1 if head and joint > head[0] and syntax.tokens[joint - 1].tag in ("NOUN", "PROPN") else subject
    by = (i for i in behind_by(syntax, verb) if not dated(syntax, i))
    return next((i for i in by if syntax.lemma(i) not in ("end", "year", "month", "week", "time")), decider(syntax, chain[0]))


def behind_by(syntax: Syntax, verb: int) -> Iterator[int]:
    """Yield the words behind "by" in a passive's clause, those that hang on its verb first: "be chosen as leader by the board"."""
    behind = syntax.children(verb, "obl:agent", "obl")
    yield from (i for i in behind if any(syntax.lemma(c) == "by" for c in syntax.children(i, "case")))
    for i in syntax.subtree(verb):
        acts = syntax.lemma(i) in ACTING or syntax.tokens[i].tag == "PROPN"
        if i > verb and acts and any(syntax.lemma(c) == "by" for c in syntax.children(i, "case")):
            yield i


def decider(syntax: Syntax, verb: int) -> int:
    """Return who announces or decides that something is done; -1 where nobody does, for who says so need not do it."""
    token = syntax.tokens[verb]
    behind = (i for i in syntax.children(verb, "parataxis", "advcl") if not syntax.children(i, "mark"))
    said = token.head if token.relation in ("ccomp", "xcomp") else next(behind, -1)
    if not syntax.first <= said < syntax.last or syntax.lemma(said) not in DECIDING:
        return -1
    who = next(iter(syntax.children(said, "nsubj")), -1)
    return who if who >= 0 and (syntax.lemma(who) in ACTING - REPORTING_BODIES or syntax.tokens[who].tag == "PROPN") else -1


def actors_of(syntax: Syntax, node: Node, cast: Cast, who: tuple[int, Sequence[int]]) -> tuple[str, ...]:
    """Return who acts: each of an actor's joined parts by the name it bears, else in its words without article.

    Args:
        syntax: The unit.
        node: Its node.
        cast: Who is who.
        who: The actor's head, -1 where there is none, and the words of the clause's subject, beside which no actor in it stands.
    """
    subject, head = who
    if subject < 0:
        return ()
    told_there = set(head) if subject in head else None
    below = syntax.subtree(subject)
    span = syntax.span(below)
    heads = [subject, *syntax.children(subject, "conj")]
    for name in node.unit.names:
        if not contains(span, name):
            continue
        ends = [i for i in below if contains(name, syntax.tokens[i])][-1:]
        person = cast.kind(cast.key(node.unit.marked.article.id, name.entity)) == "person"
        if ends and person and syntax.tokens[ends[0]].relation in ("conj", "flat", "nsubj", "nsubj:pass"):
            heads.extend(ends)
    told = (actor(syntax, node, cast, i) for i in sorted(set(heads)) if told_there is None or i in told_there)
    found = list(dict.fromkeys(words for words in told if words)) or two_meant(syntax, node, cast, subject)
    text = words_of(syntax, range(syntax.first, syntax.last)).lower()
    described = {words for words in found for name in found if f"{words}, {name}".lower() in text}  # "the chairman, Jon Eide"
    kept = [words for words in found if words not in described]
    return tuple(words for words in kept if not any(stands_for(other, words) for other in kept if other != words))


def stands_for(name: str, words: str) -> bool:
    """Return whether a name says it better than other words: "Nora Veld" for "Senator Nora Veld", "Veld's lawyer" for "Veld"."""
    owned = name.replace("’", "'").replace("‘", "'")
    return words.endswith(f" {name}") or f"{words}'s " in owned


def actor(syntax: Syntax, node: Node, cast: Cast, head: int) -> str | None:
    """Return whom one noun or name means; None for a pronoun that means nobody known."""
    token = syntax.tokens[head]
    for name in node.unit.names:
        titled = name.role is not None and name.start - token.end == 1 and name.role.endswith(syntax.text[token.start : token.end])
        if contains(name, token) or titled:
            known = cast.name(cast.key(node.unit.marked.article.id, name.entity))
            return None if known.lower().split()[-1:] and known.lower().split()[-1] in _OFFICES else known
    if token.tag not in ("NOUN", "PROPN"):
        return None
    if called := by_name(syntax, node, cast, head):
        return called
    dropped = {
        k for i in syntax.children(head, "conj", "cc", "acl", "acl:relcl", "appos", "case", "punct") for k in syntax.subtree(i)
    }
    words = [i for i in syntax.subtree(head) if i not in dropped]
    if len(words) > 1 and words[-1] == head and syntax.lemma(head) in EXPECTING:
        words.pop()  # "the company plans to", its verb taken for a noun
    words = [i for i in words if not dated(syntax, i)]
    while words and syntax.tokens[words[-1]].tag == "ADP":
        words.pop()
    first = syntax.tokens[words[0]] if words else token
    if not words or syntax.lemma(words[0]) in VAGUE or first.tag in ("NUM", "PRON") or unnamed(syntax, words):
        return None
    common = first.tag in ("DET", "PRON", "NUM") or first.fine == "NNS"
    return lowered(words_of(syntax, words)) if common else words_of(syntax, words)


def by_name(syntax: Syntax, node: Node, cast: Cast, head: int) -> str | None:
    """Return the name that commas set behind a noun: "its owner, Dalen Paper,"; None where none stands there."""
    if syntax.lemma(head + 1) != "," or head + 2 >= syntax.last:
        return None
    named = next((n for n in node.unit.names if n.mention == "full" and contains(n, syntax.tokens[head + 2])), None)
    closed = named is not None and syntax.text[named.end : named.end + 1] == ","
    return cast.name(cast.key(node.unit.marked.article.id, named.entity)) if named and closed else None


def unnamed(syntax: Syntax, words: Sequence[int]) -> bool:
    """Return whether a noun names nobody who acts: "the two countries", a thing that is arranged, half of an office."""
    nouns = [i for i in words if syntax.tokens[i].tag in ("NOUN", "PROPN")]
    head = next((i for i in nouns if syntax.tokens[i].head not in words), nouns[-1] if nouns else words[-1])
    return syntax.lemma(head) in _UNNAMED or syntax.lemma(words[-1]) in HALVES


def two_meant(syntax: Syntax, node: Node, cast: Cast, subject: int) -> list[str]:
    """Return the names that "the two countries" or "both leaders" mean: the nearest two of their kind joined by "and" before it."""
    kinds = PAIRED.get(syntax.lemma(subject), ())
    if not kinds or syntax.lemma(subject - 1) not in ("two", "both"):
        return []
    article, start = node.unit.marked.article, syntax.tokens[subject].start
    names = [n for n in node.unit.marked.marks.names if start - _BACK < n.start < start and n.mention in ("full", "short")]
    for a, b in reversed(list(pairwise(names))):
        keys = [cast.key(article.id, n.entity) for n in (a, b)]
        if keys[0] != keys[1] and all(cast.kind(k) in kinds for k in keys) and joint(article.text, a, b):
            return [cast.name(k) for k in keys]
    return []


def joint(text: str, a: NameMark, b: NameMark) -> bool:
    """Return whether "and" alone joins two names, and no third stands before them in a list."""
    between = text[a.end : b.start].removesuffix(b.role or "").strip()
    return between in ("and", "and the") and not text[: a.start].rstrip().endswith(",")


def partners_of(syntax: Syntax, node: Node, cast: Cast, body: Sequence[int]) -> Iterator[str]:
    """Yield the names behind "with" or "alongside" in a clause, up to the next preposition, verb or sign but a comma.

    What stands behind "…, with" is said beside; a country in somebody's title is no partner, nor is "the Havlys", a ship.
    """
    for at in body:
        if syntax.lemma(at) not in ("with", "alongside") or syntax.lemma(at - 1) in (",", "–", "—"):
            continue
        end = at + 1
        while end <= body[-1] and (syntax.tokens[end].tag not in ENDING or syntax.lemma(end) == ","):
            end += 1
        span = syntax.span(range(at, end))
        titles = " ".join(name.role for name in node.unit.names if name.role and contains(span, name))
        for name in node.unit.names:
            key = cast.key(node.unit.marked.article.id, name.entity)
            thing = cast.kind(key) == "other" and syntax.text[: name.start].endswith("the ")
            if contains(span, name) and not thing and syntax.text[name.start : name.end] not in titles:
                yield cast.name(key)
