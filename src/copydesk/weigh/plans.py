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
    modals,
    subject_of,
)
from copydesk.weigh.nodes import Node
from copydesk.weigh.plan_words import (
    ACTING,
    ACTS,
    AGREEING,
    ALSO,
    ANNOUNCING,
    ARRANGED,
    BEFALLING,
    DOING,
    ENDING,
    HOLDERS,
    OFFERING,
    REFUSING,
    WORDS,
)
from copydesk.weigh.units import FINITE, SUBJECTS
from copydesk.weigh.wording import opened


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
        subject, passive = doer(syntax, chain)
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
    below = verb
    while governs(syntax, at, below) and at not in up and at not in down:
        up.insert(0, at)
        below, at = at, syntax.tokens[at].head
    return [*up, *down]


def doer(syntax: Syntax, chain: Sequence[int]) -> tuple[int, bool]:
    """Return the subject of a chain of verbs, else that of the verb it is joined to, and whether it undergoes what is done."""
    subject, passive = subject_of(syntax, chain)
    at = chain[0]
    while subject < 0 and syntax.tokens[at].relation == "conj" and syntax.first <= syntax.tokens[at].head < at:
        at = syntax.tokens[at].head
        subject = subject_of(syntax, [at])[0]
    return subject, passive


def governs(syntax: Syntax, verb: int, below: int) -> bool:
    """Return whether a verb of prospect has another verb as what is expected, planned or set."""
    inside = syntax.first <= verb < syntax.last
    return inside and syntax.lemma(verb) in EXPECTING | GOING and syntax.tokens[below].relation in ("xcomp", "ccomp")


def status_of(syntax: Syntax, chain: Sequence[int]) -> InitiativeStatus | None:
    """Return how firm what a chain of verbs says is, or None where it plans nothing."""
    last = chain[-1]
    lemma = syntax.lemma(last)
    helpers = {lemma for at in chain for lemma in modals(syntax, at)}
    ahead = len(chain) > 1 or bool(helpers & FIRM_MODALS)
    if bare_plan(syntax, last):
        return "expected"
    if lemma == "rule" and last + 1 < syntax.last and syntax.lemma(last + 1) == "out":
        return "ruled_out"
    if any(denied(syntax, at) for at in chain):
        return "ruled_out" if ahead else None
    if lemma == "deny":
        return None
    if lemma in REFUSING:
        return "ruled_out" if "should" not in helpers and not helpers & LOOSE_MODALS else None
    if helpers & LOOSE_MODALS:
        open_ = helpers & {"may", "might"} or ("could" in helpers and chain[0] == syntax.root)
        return "under_discussion" if open_ else None
    if len(chain) > 1:
        return "expected"
    return plain_status(syntax, last, lemma, helpers)


def bare_plan(syntax: Syntax, verb: int) -> bool:
    """Return whether a verb with "to" has a plan as its subject: a tagger takes the verb of "the company plans to" for the noun."""
    to = any(syntax.lemma(i) == "to" for i in syntax.children(verb, "mark", "aux"))
    return to and any(syntax.lemma(i) in EXPECTING and i + 2 >= verb - 1 for i in syntax.children(verb, *SUBJECTS))


def plain_status(syntax: Syntax, verb: int, lemma: str, helpers: set[str]) -> InitiativeStatus | None:
    """Return how firm a verb without verbs of prospect above it is."""
    fine = syntax.tokens[verb].fine
    if lemma in OFFERING:
        return None if any(syntax.lemma(i) in WORDS for i in syntax.children(verb, "obj")) else "offered"
    if helpers & FIRM_MODALS:
        return None if "must" in helpers and lemma in BEFALLING else "announced"
    if lemma in DISCUSSING:
        return "under_discussion" if fine in ("VBG", "VBZ", "VBP") else None
    if lemma in AGREEING:
        return "agreed"
    if lemma in ANNOUNCING:
        return "announced" if syntax.children(verb, "obj", "xcomp", "ccomp", "nsubj:pass") else None
    if fine == "VBG" and "be" in helpers and lemma in DOING:
        return "under_way"
    if fine in ("VBD", "VBN") and lemma in ACTS and any(syntax.lemma(i) in ARRANGED for i in syntax.children(verb, "obj")):
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
    return named or noun in ACTING or noun in ARRANGED or token.tag in ("NOUN", "PROPN")


def unknown(syntax: Syntax, node: Node, subject: int) -> bool:
    """Return whether a subject is a pronoun of which it is not known whom it means."""
    token = syntax.tokens[subject]
    return token.tag in ("PRON", "DET") and not any(contains(name, token) for name in node.unit.names)


def written(syntax: Syntax, node: Node, cast: Cast, found: tuple[Sequence[int], int, InitiativeStatus]) -> Iterator[Plan]:
    """Yield the entries that a chain of verbs makes: one, or one per item of a plain enumeration."""
    chain, subject, status = found
    body = clause_words(syntax, chain, subject)
    if not body or any(syntax.tokens[i].tag == "VERB" for i in head_words(syntax, subject, body)):
        return
    who = actors_of(syntax, node, cast, agent(syntax, chain[-1], subject))
    partners = tuple(p for p in partners_of(syntax, node, cast, body) if p not in who)
    when = when_of(syntax, node, chain, body)
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
    # Words that the parser ties elsewhere stay where they stand: a run without gaps up to what is left out.
    run: list[int] = []
    for i in range(first, kept[-1] + 1) if kept else ():
        if i in left_out:
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
    """Return the words of a clause's subject before its verb, side clauses and titles between commas left out."""
    words = [i for i in syntax.subtree(subject) if i < body[0]]
    first = words[0] if words else body[0]
    aside: set[int] = set()
    for j in words:
        for i in syntax.children(j, "acl:relcl", "acl", "appos"):
            below = syntax.subtree(i)
            if below[0] > first and "," in (syntax.lemma(below[0]), syntax.lemma(below[0] - 1)):
                aside.update(below)
    kept = [i for i in range(first, (words[-1] if words else first - 1) + 1) if i not in aside]
    while kept and syntax.tokens[kept[-1]].tag == "PUNCT":
        kept.pop()
    return kept


def plain_text(syntax: Syntax, words: Sequence[int]) -> str:
    """Return words as they stand in the article, without what leans on other sentences, with a capital."""
    return opened(balanced(ALSO.sub("", words_of(syntax, words)))).strip(" ,;:–—-")


def words_of(syntax: Syntax, words: Sequence[int]) -> str:
    """Return words as they stand in the article, one run after the other."""
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
    return " ".join(" ".join(text[p.start : p.end] for p in pieces).split())


def balanced(text: str) -> str:
    """Return a text without its quotation marks where one of a pair is missing."""
    if text.count("“") == text.count("”") and text.count('"') % 2 == 0:
        return text
    return re.sub('[“”"]', "", text)


def agent(syntax: Syntax, verb: int, subject: int) -> int:
    """Return the word for who does what a verb says: its subject, or a passive's "by" phrase; -1 where that is not said."""
    undergone = syntax.tokens[subject].head == verb and syntax.tokens[subject].relation.endswith(":pass")
    if not undergone and not syntax.children(verb, "aux:pass"):
        return subject
    behind = syntax.children(verb, "obl:agent", "obl")
    return next((i for i in behind if any(syntax.lemma(c) == "by" for c in syntax.children(i, "case"))), -1)


def actors_of(syntax: Syntax, node: Node, cast: Cast, subject: int) -> tuple[str, ...]:
    """Return who acts: each of a subject's joined parts by the name it bears, else in its words without article."""
    if subject < 0:
        return ()
    span = syntax.span(syntax.subtree(subject))
    heads = [subject, *syntax.children(subject, "conj")]
    for name in node.unit.names:
        ends = [i for i in syntax.subtree(subject) if contains(name, syntax.tokens[i])][-1:]
        if contains(span, name) and ends and syntax.tokens[ends[0]].relation in ("conj", "flat", "nsubj", "nsubj:pass"):
            heads.extend(ends)
    found = (actor(syntax, node, cast, head) for head in sorted(set(heads)))
    return tuple(dict.fromkeys(name for name in found if name))


def actor(syntax: Syntax, node: Node, cast: Cast, head: int) -> str | None:
    """Return whom one noun or name means; None for a pronoun that means nobody known."""
    token = syntax.tokens[head]
    for name in node.unit.names:
        if contains(name, token):
            return cast.name(cast.key(node.unit.marked.article.id, name.entity))
    if token.tag not in ("NOUN", "PROPN"):
        return None
    dropped = {
        k for i in syntax.children(head, "conj", "cc", "acl", "acl:relcl", "appos", "case", "punct") for k in syntax.subtree(i)
    }
    words = [i for i in syntax.subtree(head) if i not in dropped]
    text = words_of(syntax, words)
    return lowered(text) if words and syntax.tokens[words[0]].tag != "PROPN" and not text[:2].isupper() else text


def partners_of(syntax: Syntax, node: Node, cast: Cast, body: Sequence[int]) -> Iterator[str]:
    """Yield the names behind "with" or "alongside" in a clause, up to the next preposition, verb or sign but a comma."""
    article = node.unit.marked.article.id
    for at in body:
        if syntax.lemma(at) not in ("with", "alongside"):
            continue
        end = at + 1
        while end <= body[-1] and (syntax.tokens[end].tag not in ENDING or syntax.lemma(end) == ","):
            end += 1
        span = syntax.span(range(at, end))
        for name in node.unit.names:
            if contains(span, name):
                yield cast.name(cast.key(article, name.entity))


def when_of(syntax: Syntax, node: Node, chain: Sequence[int], body: Sequence[int]) -> str | None:
    """Return by when: the first date in a clause or tied to its verbs, resolved or in the article's words; "since …" is none."""
    span = syntax.span(body)
    for date in node.dates:
        words = [i for i in range(syntax.first, syntax.last) if contains(date, syntax.tokens[i])]
        if not words or "since" in (syntax.lemma(words[0]), syntax.lemma(max(syntax.first, words[0] - 1))):
            continue
        if contains(span, date) or any(syntax.tokens[i].head in chain for i in words):
            exact = date.when if date.until is None else None
            return exact or " ".join(syntax.text[date.start : date.end].split())
    return None


def enumeration(syntax: Syntax, verb: int) -> list[list[int]]:
    """Return the items that follow a verb, where there are at least three and commas part them ("a, b, and c"); else none.

    It is read from the words and commas alone: a light parser ties the items of a list to each other in too many ways.
    """
    region = [i for i in range(verb + 1, syntax.last) if i < syntax.last - 1 or syntax.tokens[i].tag != "PUNCT"]
    joints = [n for n, i in enumerate(region) if syntax.lemma(i) in ("and", "or") and n and syntax.lemma(region[n - 1]) == ","]
    if len(joints) != 1:
        return []
    parts: list[list[int]] = [[]]
    for n, i in enumerate(region):
        if (syntax.lemma(i) == "," and n < joints[0]) or n == joints[0]:
            parts.append([])
        else:
            parts[-1].append(i)
    items = [lightened(syntax, part) for part in parts if part]
    return items if len(items) >= 3 and all(thing(syntax, words) for words in items) else []


def lightened(syntax: Syntax, words: Sequence[int]) -> list[int]:
    """Return an item without "plans for" before it."""
    first = next((n for n, i in enumerate(words[:3]) if syntax.lemma(i) in ("for", "of", "on")), -1)
    if first > 0 and syntax.lemma(words[first - 1]) in HOLDERS:
        return list(words[first + 1 :])
    return list(words)


def thing(syntax: Syntax, words: Sequence[int]) -> bool:
    """Return whether words name one thing: they begin like a noun with what stands before it, and no clause begins in them."""
    tags = [syntax.tokens[i].tag for i in words]
    start = bool(tags) and (
        tags[0] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or syntax.tokens[words[0]].fine in ("VBN", "VBD", "VBG")
    )
    finite = [i for i in words[1:] if syntax.tokens[i].fine in FINITE]
    return start and "NOUN" in tags and not finite and len(words) >= 2


def terms_in(syntax: Syntax, words: Sequence[int]) -> frozenset[str]:
    """Return the content words of an entry as dictionary forms."""
    return frozenset(syntax.lemma(i) for i in words if syntax.tokens[i].tag in ("NOUN", "PROPN", "VERB", "NUM", "ADJ"))
