"""What one unit announces, plans, promises, offers or rules out."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from copydesk.records import InitiativeStatus
from copydesk.spans import Span, contains
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import (
    DISCUSSING,
    EXPECTING,
    FIRM_MODALS,
    GOING,
    LOOSE_MODALS,
    Syntax,
    denied,
    descend,
    subject_of,
)
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.wording import opened

OFFERING = frozenset({"offer", "propose"})
AGREEING = frozenset({"agree", "sign", "ratify", "approve", "endorse", "adopt", "pass"})
ANNOUNCING = listed("announce unveil pledge promise vow commit disclose outline declare order authorize authorise schedule plan")
REFUSING = frozenset({"reject", "refuse", "decline", "scrap", "cancel", "shelve", "abandon"})
# Verbs of doing: what is under way or done counts as an initiative only with one of these.
DOING = listed("""
    launch start begin build open introduce establish create expand develop replace establish set step upgrade deploy invest fund
    recruit hire join host withdraw close ban lift raise cut reform restore install roll test
    """)
_ACTS = frozenset({"launch", "establish", "introduce", "inaugurate", "ban", "abolish", "create"})
# Verbs of what befalls: these are forecasts and no plans, whoever is the subject.
BEFALLING = listed("""
    be have remain stay become seem appear need face know feel like want think believe understand mean cost exceed reach rise fall
    grow increase decrease drop affect cause hit strike die lose win suffer take last continue depend require result occur happen
    come rain snow arrive leave range total worsen improve weaken strengthen deter miss survive expect
    """)
# Nouns that act, and nouns for what is arranged; a name or a passive needs neither.
ACTING = listed("""
    official government administration company firm minister ministry country nation state council police president leader union
    court agency department team group authority lawmaker senator board bank city side party army military force regulator
    commission committee parliament congress senate house judge prosecutor lawyer attorney owner operator maker carrier airline
    hospital school university church club league association organisation organization employer worker striker protester activist
    scientist researcher investigator ally partner neighbour neighbor rebel troop spokesman spokeswoman mayor governor king queen
    pope prince
    """)
ARRANGED = listed("""
    vote trial hearing election meeting summit talk service work construction repair project programme program plan ceremony visit
    conference strike march game match exhibition festival tour launch review inquiry investigation verdict sentencing funeral
    memorial referendum session negotiation operation search deal agreement report finding decision ban law rule tax road bridge
    """)
_ALSO = re.compile(r"\b(?:also|reportedly|now|then|therefore|thus|however),? ", re.IGNORECASE)


class Plan(msgspec.Struct, frozen=True, gc=False):
    """One thing that a unit announces.

    Attributes:
        node: The node.
        text: What, in the unit's words.
        item: Its place in an enumeration, 0 for the first or only one.
        actors: Who.
        partners: With whom.
        when: By when.
        status: How firm it is.
        verb: Dictionary form of what is to be done.
        terms: What it shares with other units that announce the same.
    """

    node: Node
    text: str
    item: int
    actors: tuple[str, ...]
    partners: tuple[str, ...]
    when: str | None
    status: InitiativeStatus
    verb: str
    terms: frozenset[str]


def plans_of(node: Node, cast: Cast) -> Iterator[Plan]:
    """Yield what a node announces, in its order; what is mostly somebody's quoted words is left to the quotes."""
    if node.quoted > 0.5 or node.unit.text.rstrip("”\"’' ").endswith("?"):
        return
    syntax = Syntax(node.unit)
    for verb in verbs(syntax):
        chain = way(syntax, verb)
        status = status_of(syntax, chain)
        subject, passive = subject_of(syntax, chain)
        if status is not None and acts(syntax, node, verb, (subject, passive), status):
            yield from written(syntax, node, cast, (chain, subject, status))


def verbs(syntax: Syntax) -> list[int]:
    """Return the main predicate of a unit and the verbs that are joined to it, in order."""
    if syntax.root < 0:
        return []
    main = descend(syntax)
    joined = [i for at in main for i in syntax.children(at, "conj") if syntax.tokens[i].tag == "VERB"]
    return [main[-1], *joined]


def way(syntax: Syntax, verb: int) -> list[int]:
    """Return the verbs of prospect above a verb, outermost first, and the verb; downwards first where it is one of them itself."""
    down = [verb]
    while syntax.lemma(down[-1]) in EXPECTING | GOING and (meant := syntax.children(down[-1], "xcomp", "ccomp")):
        if meant[0] in down:
            break
        down.append(meant[0])
    up: list[int] = []
    at = syntax.tokens[verb].head
    while syntax.first <= at < syntax.last and syntax.lemma(at) in EXPECTING | GOING and at not in up and at not in down:
        up.insert(0, at)
        at = syntax.tokens[at].head
    return [*up, *down]


def status_of(syntax: Syntax, chain: Sequence[int]) -> InitiativeStatus | None:
    """Return how firm what a chain of verbs says is, or None where it plans nothing."""
    last = chain[-1]
    lemma = syntax.lemma(last)
    helpers = {syntax.tokens[i].lemma.lower() for at in chain for i in syntax.children(at, "aux", "aux:pass", "cop")}
    ahead = len(chain) > 1 or bool(helpers & FIRM_MODALS)
    particle = {syntax.lemma(i) for i in syntax.children(last, "compound:prt", "advmod")}
    if lemma == "rule" and "out" in particle:
        return "ruled_out"
    if any(denied(syntax, at) for at in chain):
        return "ruled_out" if ahead else None
    if lemma == "deny":
        return None
    if lemma in REFUSING:
        return "ruled_out" if "should" not in helpers and not helpers & LOOSE_MODALS else None
    if helpers & LOOSE_MODALS:
        return "under_discussion" if not helpers & {"should", "would", "can", "ca"} else None
    if len(chain) > 1:
        return "expected"
    return plain_status(syntax, last, lemma, helpers)


def plain_status(syntax: Syntax, verb: int, lemma: str, helpers: set[str]) -> InitiativeStatus | None:
    """Return how firm a verb without verbs of prospect above it is."""
    fine = syntax.tokens[verb].fine
    if lemma in OFFERING:
        return "offered"
    if helpers & FIRM_MODALS:
        return None if "must" in helpers and lemma in BEFALLING else "announced"
    if lemma in DISCUSSING:
        return "under_discussion"
    if lemma in AGREEING:
        return "agreed"
    if lemma in ANNOUNCING:
        return "announced"
    if fine == "VBG" and "be" in helpers and lemma in DOING:
        return "under_way"
    if fine in ("VBD", "VBN") and lemma in _ACTS and syntax.children(verb, "obj"):
        return "done"
    return None


def acts(syntax: Syntax, node: Node, verb: int, who: tuple[int, bool], status: InitiativeStatus) -> bool:
    """Return whether somebody does what a verb says, or something that is arranged takes place."""
    subject, passive = who
    lemma = syntax.lemma(verb)
    if subject < 0 or (lemma in BEFALLING and not passive) or unknown(syntax, node, subject):
        return False
    token = syntax.tokens[subject]
    noun = syntax.lemma(subject)
    named = any(contains(name, token) for name in node.unit.names) or token.tag == "PROPN"
    if status == "done":
        return (named or noun in ACTING) and not passive
    return named or noun in ACTING or noun in ARRANGED or (passive and token.tag in ("NOUN", "PROPN"))


def unknown(syntax: Syntax, node: Node, subject: int) -> bool:
    """Return whether a subject is a pronoun of which it is not known whom it means."""
    token = syntax.tokens[subject]
    return token.tag in ("PRON", "DET") and not any(contains(name, token) for name in node.unit.names)


def written(syntax: Syntax, node: Node, cast: Cast, found: tuple[Sequence[int], int, InitiativeStatus]) -> Iterator[Plan]:
    """Yield the entries that a chain of verbs makes: one, or one per item of a plain enumeration."""
    chain, subject, status = found
    body = clause_words(syntax, chain, subject)
    if not body:
        return
    who = actors_of(syntax, node, cast, agent(syntax, chain[-1], subject))
    partners = tuple(p for p in partners_of(syntax, node, cast, body) if p not in who)
    when = when_of(syntax, node, body)
    items = enumeration(syntax, chain[-1]) if status in ("announced", "expected", "agreed") else []
    for place, words in enumerate(items or [body]):
        text = plain_text(syntax, words) if items else full_text(syntax, subject, who, body)
        if len(text.split()) >= 2:
            yield Plan(
                node=node,
                text=text,
                item=place,
                actors=who,
                partners=partners,
                when=when,
                status=status,
                verb=syntax.lemma(chain[-1]),
                terms=terms_in(syntax, words),
            )


def clause_words(syntax: Syntax, chain: Sequence[int], subject: int) -> list[int]:
    """Return the words of a clause in one run, from its first verb to its end, what else the sentence says left out."""
    left_out: set[int] = set()
    for at in chain:
        for i in syntax.children(at, "conj", "parataxis", "ccomp" if at != chain[-1] else "parataxis"):
            if i not in chain:
                left_out.update(syntax.subtree(i))
    whole = [i for i in syntax.subtree(chain[0]) if i not in left_out]
    lead = [i for i in syntax.children(chain[0], "aux", "aux:pass", "cop", "advmod") if i > subject]
    first = min([*lead, chain[0]])
    kept = [i for i in whole if i >= first]
    run: list[int] = []
    for i in kept:
        if run and any(j in left_out for j in range(run[-1] + 1, i)):
            break
        run.append(i)
    while run and syntax.tokens[run[-1]].relation in ("punct", "cc", "mark"):
        run.pop()
    return [i for i in run if i != subject] if run and chain[-1] in run else []


def full_text(syntax: Syntax, subject: int, who: Sequence[str], body: Sequence[int]) -> str:
    """Return a clause with its subject, a pronoun replaced by whom it means."""
    if syntax.tokens[subject].tag == "PRON" and len(who) == 1:
        return f"{who[0]} {lowered(plain_text(syntax, body))}"
    return plain_text(syntax, [*head_words(syntax, subject, body), *body])


def lowered(text: str) -> str:
    """Return a text that begins with a small letter."""
    return text[:1].lower() + text[1:]


def head_words(syntax: Syntax, subject: int, body: Sequence[int]) -> list[int]:
    """Return the words of a clause's subject, where they stand before its verb."""
    words = [i for i in syntax.subtree(subject) if i < body[0]]
    relative = [i for j in words for i in syntax.children(j, "acl:relcl", "acl", "appos") if i in words]
    left_out = {k for i in relative for k in syntax.subtree(i)}
    kept = [i for i in words if i not in left_out]
    while kept and syntax.tokens[kept[-1]].relation == "punct":
        kept.pop()
    return kept


def plain_text(syntax: Syntax, words: Sequence[int]) -> str:
    """Return words as they stand in the article, one run after the other, without what leans on other sentences."""
    text = syntax.text
    pieces: list[Span] = []
    last = -2
    for i in words:
        token = syntax.tokens[i]
        if i == last + 1:
            pieces[-1] = Span(pieces[-1].start, token.end)
        else:
            pieces.append(Span(token.start, token.end))
        last = i
    joined = " ".join(" ".join(text[p.start : p.end] for p in pieces).split())
    return opened(balanced(_ALSO.sub("", joined))).strip(" ,;:–—-")


def balanced(text: str) -> str:
    """Return a text without its quotation marks where one of a pair is missing."""
    if text.count("“") == text.count("”") and text.count('"') % 2 == 0:
        return text
    return re.sub('[“”"]', "", text)


def agent(syntax: Syntax, verb: int, subject: int) -> int:
    """Return the word for who does what a verb says: its subject, or a passive's "by" phrase; -1 where that is not said."""
    passive = syntax.children(verb, "aux:pass") or syntax.tokens[subject].relation.endswith(":pass")
    if not passive:
        return subject
    behind = syntax.children(verb, "obl:agent", "obl")
    return next((i for i in behind if any(syntax.lemma(c) == "by" for c in syntax.children(i, "case"))), -1)


def actors_of(syntax: Syntax, node: Node, cast: Cast, subject: int) -> tuple[str, ...]:
    """Return who acts: each of a subject's joined parts by the name it bears, else in its words without article."""
    if subject < 0:
        return ()
    heads = [subject, *syntax.children(subject, "conj")]
    return tuple(dict.fromkeys(name for head in heads if (name := actor(syntax, node, cast, head))))


def actor(syntax: Syntax, node: Node, cast: Cast, head: int) -> str | None:
    """Return whom one noun or name means; None for a pronoun that means nobody known."""
    token = syntax.tokens[head]
    for name in node.unit.names:
        if contains(name, token):
            return cast.name(cast.key(node.unit.marked.article.id, name.entity))
    if token.tag not in ("NOUN", "PROPN"):
        return None
    dropped = {
        k
        for i in syntax.children(head, "conj", "cc", "acl", "acl:relcl", "appos", "case", "det", "punct")
        for k in syntax.subtree(i)
    }
    return plain_text(syntax, [i for i in syntax.subtree(head) if i not in dropped])


def partners_of(syntax: Syntax, node: Node, cast: Cast, body: Sequence[int]) -> Iterator[str]:
    """Yield the names behind "with", "alongside" or "between" in a clause."""
    article = node.unit.marked.article.id
    within = set(body)
    for name in node.unit.names:
        heads = [i for i in body if contains(name, syntax.tokens[i]) and not contains(name, syntax.tokens[syntax.tokens[i].head])]
        for i in heads:
            at = syntax.tokens[i].head if syntax.tokens[i].relation == "conj" else i
            cases = {syntax.lemma(c) for c in syntax.children(at, "case")}
            if at in within and cases & {"with", "alongside"}:
                yield cast.name(cast.key(article, name.entity))


def when_of(syntax: Syntax, node: Node, body: Sequence[int]) -> str | None:
    """Return by when: the first date in a clause, else the only one in its unit, resolved or in the article's words."""
    span = syntax.span(body)
    inside = [d for d in node.dates if contains(span, d)] or (list(node.dates) if len(node.dates) == 1 else [])
    if not inside:
        return None
    return inside[0].when or " ".join(node.unit.marked.article.text[inside[0].start : inside[0].end].split())


def enumeration(syntax: Syntax, verb: int) -> list[list[int]]:
    """Return the items that a verb's object lists, where there are at least three and commas part them; else none."""
    objects = syntax.children(verb, "obj")
    if not objects:
        return []
    head = objects[0]
    inner = syntax.children(head, "nmod")
    if inner and syntax.lemma(head) in ("plan", "detail", "proposal", "series", "package", "list", "range", "number"):
        head = inner[0]
    heads = [head, *(i for i in syntax.children(head, "conj") if syntax.tokens[i].tag in ("NOUN", "PROPN"))]
    if len(heads) < 3 or not all(parted(syntax, i) for i in heads[1:]):
        return []
    return [item(syntax, i, heads) for i in heads]


def parted(syntax: Syntax, index: int) -> bool:
    """Return whether a comma or a conjunction stands before the words of an item."""
    first = syntax.subtree(index)[0]
    return any(syntax.tokens[i].lemma in (",", ";", "and", "or") for i in (first, first - 1) if i >= syntax.first)


def item(syntax: Syntax, head: int, heads: Sequence[int]) -> list[int]:
    """Return the words of one item of an enumeration."""
    others = {i for other in heads if other != head for i in syntax.subtree(other) if other > head}
    words = [i for i in syntax.subtree(head) if i not in others]
    while words and (syntax.tokens[words[0]].relation in ("punct", "cc", "case") and words[0] != head):
        words.pop(0)
    while words and syntax.tokens[words[-1]].relation in ("punct", "cc"):
        words.pop()
    return words


def terms_in(syntax: Syntax, words: Sequence[int]) -> frozenset[str]:
    """Return the content words of an entry as dictionary forms."""
    return frozenset(syntax.lemma(i) for i in words if syntax.tokens[i].tag in ("NOUN", "PROPN", "VERB", "NUM", "ADJ"))
