"""What one unit announces, plans, promises, offers or rules out."""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.records import InitiativeStatus
from copydesk.spans import contains
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import (
    DISCUSSING,
    FIRM_MODALS,
    LOOSE_MODALS,
    PROSPECT,
    SAYING,
    Syntax,
    denied,
    modals,
    past,
    subject_of,
)
from copydesk.weigh.nodes import Node, before
from copydesk.weigh.plan_actors import actors_of, agent, partners_of
from copydesk.weigh.plan_bounds import absolute, left_out, objectless, whole
from copydesk.weigh.plan_history import Since, earlier_in, since_of
from copydesk.weigh.plan_text import clause_words, enumeration, full_text, head_words, held_by, lasts, terms_in, when_of
from copydesk.weigh.plan_words import (
    ACTING,
    ACTS,
    AGREEING,
    ANNOUNCING,
    ANSWERING,
    ARRANGED,
    BEFALLING,
    DOING,
    HELD,
    HOLDERS,
    NO_PEOPLE,
    OFFERING,
    PEOPLE_ENDINGS,
    REFUSING,
    TAKING_PLACE,
    TOLD,
    WORDS,
)
from copydesk.weigh.units import SUBJECTS

# Without one of these no verb has a status.
_CUES = PROSPECT | FIRM_MODALS | LOOSE_MODALS | OFFERING | DISCUSSING | AGREEING | ANNOUNCING | REFUSING | ACTS | {"rule"}

_BUT = frozenset({"without", "unless", "until", "before"})  # "will not be let in without a pilot" rules nothing out
_INTENDING = frozenset({"plan", "intend", "aim", "hope", "look", "seek", "want"})
_THINKING = DISCUSSING - {"discuss", "negotiate"}
_ARRANGED_OR_HELD = ARRANGED | HELD
_CLAUSES = ("conj", "ccomp", "parataxis", "acl:relcl")


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
        since: Since when it has this status, where its words say so.
        earlier: Statuses that it had before in its own words, each with since when: "which was announced last week".
        terms: What it shares with other units that announce the same.
        only: Whether its node announces nothing else.
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
    only: bool = False
    since: Since | None = None
    earlier: tuple[tuple[InitiativeStatus, Since | None], ...] = ()


def plans_of(node: Node, cast: Cast) -> Iterator[Plan]:
    """Yield what a node announces, in its order; what is mostly somebody's quoted words is left to the quotes."""
    if node.quoted > 0.5 or node.text.rstrip("”\"’' ").endswith("?"):
        return
    syntax = node.syntax
    if _CUES.isdisjoint(syntax.words) and ("be" not in syntax.words or DOING.isdisjoint(syntax.words)):
        return
    seen: set[int] = set()
    for verb in verbs(syntax, node):
        chain = way(syntax, verb)
        if chain[-1] in seen:
            continue
        seen.add(chain[-1])
        status = status_of(syntax, chain)
        subject, passive = doer(syntax, chain)
        if status in ("ruled_out", "done") and not syntax.children(chain[0], *SUBJECTS):
            continue  # whose it is shows only in the verb it is joined to
        if status is not None and not absolute(syntax, chain[0]) and acts(syntax, node, chain[-1], (subject, passive), status):
            yield from written(syntax, node, cast, (chain, subject, status))


def verbs(syntax: Syntax, node: Node) -> list[int]:
    """Return the verbs that state something in a unit, in order; those of quoted words and side clauses are left out."""
    quoted = [q for q in node.unit.quotes if q.direct]
    return [
        i
        for i, token in enumerate(node.unit.tokens, syntax.first)
        if token.tag == "VERB" and (token.relation in _CLAUSES or i == syntax.root) and not any(contains(q, token) for q in quoted)
    ]


def way(syntax: Syntax, verb: int) -> list[int]:
    """Return the verbs of prospect above a verb, outermost first, and the verb; downwards first where it is one of them itself."""
    down = [verb]
    while syntax.lemma(down[-1]) in PROSPECT and (meant := infinitives(syntax, down[-1])):
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


def infinitives(syntax: Syntax, verb: int) -> list[int]:
    """Return the verbs with "to" that hang on a verb as what is meant to happen."""
    meant = syntax.children(verb, "xcomp", "ccomp")
    return [i for i in meant if any(syntax.lemma(j) == "to" for j in syntax.children(i, "mark", "aux"))]


def doer(syntax: Syntax, chain: Sequence[int]) -> tuple[int, bool]:
    """Return the subject of a chain of verbs and whether it undergoes what is done.

    A verb without one shares that of the verb it is joined to; "the board says it will report" is about the board.
    """
    subject, passive = subject_of(syntax, chain)
    at, subject = shared_subject(syntax, chain[0], subject) if joined(syntax, chain[0], subject) else (chain[0], subject)
    above = syntax.tokens[at].head
    told = syntax.tokens[at].relation == "ccomp" and syntax.first <= above < syntax.last and syntax.lemma(above) in SAYING
    if subject >= 0 and told and syntax.tokens[subject].fine == "PRP":
        teller = shared_subject(syntax, above, subject_of(syntax, [above])[0])[1]
        return (teller if teller >= 0 else subject), passive
    return subject, passive


def joined(syntax: Syntax, verb: int, subject: int) -> bool:
    """Return whether a verb without a subject is joined to a word before it; a noun right before it is a subject overlooked."""
    if subject >= 0 or syntax.tokens[verb].relation != "conj":
        return False
    first = min([*syntax.children(verb, "aux", "aux:pass", "cop"), verb])
    return first == syntax.first or syntax.tokens[first - 1].tag not in ("NOUN", "PROPN", "PRON")


def shared_subject(syntax: Syntax, verb: int, subject: int) -> tuple[int, int]:
    """Return the verb that has the subject which a verb shares, and that subject, -1 where there is none.

    A light parser joins a verb to the noun before it as often as to the verb before that, so nouns are passed by.
    """
    at = verb
    while (
        subject < 0 and syntax.tokens[at].relation in ("conj", "obj", "obl", "nmod") and syntax.first <= syntax.tokens[at].head < at
    ):
        at = syntax.tokens[at].head
        if syntax.tokens[at].tag in ("VERB", "AUX"):
            verb, subject = at, subject_of(syntax, [at])[0]
    return verb, subject


def governs(syntax: Syntax, verb: int, below: int) -> bool:
    """Return whether a verb of prospect has another verb as what is expected, planned or set."""
    inside = syntax.first <= verb < syntax.last
    return inside and syntax.lemma(verb) in PROSPECT and syntax.tokens[below].relation in ("xcomp", "ccomp")


def status_of(syntax: Syntax, chain: Sequence[int]) -> InitiativeStatus | None:
    """Return how firm what a chain of verbs says is, or None where it plans nothing."""
    last = chain[-1]
    lemma = syntax.lemma(last)
    helpers = {lemma for at in chain for lemma in modals(syntax, at)}
    ahead = len(chain) > 1 or bool(helpers & FIRM_MODALS)
    if lemma == "rule" and follows(syntax, last, "out"):
        return "under_discussion" if denied(syntax, last) else "ruled_out"
    if any(denied(syntax, at) for at in chain):
        return denied_status(syntax, chain) if ahead else None
    if lemma == "deny" or ("would" in syntax.words and "if" in syntax.words):
        return None
    if lemma in REFUSING:
        return "ruled_out" if refused(syntax, last) and not helpers & LOOSE_MODALS else None
    if helpers & LOOSE_MODALS:
        open_ = helpers & {"may", "might"} or ("could" in helpers and chain[0] == syntax.root)
        return "under_discussion" if open_ and "have" not in helpers else None
    if len(chain) > 1:
        demanded = syntax.lemma(chain[0]) in ("want", "seek") and syntax.children(chain[0], "obj")  # "wants her to close it"
        return None if given_up(syntax, chain[0]) or demanded else "expected"
    return plain_status(syntax, last, lemma, helpers)


def denied_status(syntax: Syntax, chain: Sequence[int]) -> InitiativeStatus | None:
    """Return how firm a chain is of which one verb is denied: nothing in the past ("did not go to work"), else ruled out."""
    if syntax.lemma(chain[-1]) in ANSWERING:
        return None  # "will not comment"
    if any(syntax.tokens[i].fine == "VBD" for at in chain for i in (at, *syntax.children(at, "aux"))):
        return None
    return "announced" if _BUT & syntax.words else "ruled_out"


def given_up(syntax: Syntax, verb: int) -> bool:
    """Return whether a plan lies in the past of the article itself: "had planned to leave", not "said it planned to leave"."""
    told = syntax.tokens[verb].relation == "ccomp" and syntax.lemma(syntax.tokens[verb].head) in SAYING
    return not told and syntax.lemma(verb) in _INTENDING and past(syntax, verb)


def refused(syntax: Syntax, verb: int) -> bool:
    """Return whether what a verb refuses or drops is a plan and no answer, class or question."""
    if syntax.children(verb, "xcomp", "ccomp"):
        return not any(syntax.lemma(i) in ANSWERING for i in syntax.children(verb, "xcomp", "ccomp"))
    return any(syntax.lemma(i) in ARRANGED for i in syntax.children(verb, "obj", "nsubj:pass"))


def plain_status(syntax: Syntax, verb: int, lemma: str, helpers: set[str]) -> InitiativeStatus | None:
    """Return how firm a verb without verbs of prospect above it is."""
    fine = syntax.tokens[verb].fine
    things = syntax.children(verb, "obj", "iobj", "xcomp", "ccomp", "nsubj:pass")
    if lemma in OFFERING:
        given = things and not any(syntax.lemma(i) in WORDS for i in things)
        sold = fine in ("VBZ", "VBP") and not syntax.children(verb, "iobj", "xcomp")  # "the shop offers a range of shoes"
        return "offered" if given and not sold else None
    if helpers & FIRM_MODALS:
        return None if "must" in helpers and lemma in BEFALLING else "announced"
    if lemma in DISCUSSING:
        vague = lemma in _THINKING and not any(
            syntax.lemma(i) in ARRANGED | HOLDERS or syntax.tokens[i].tag == "VERB" for i in things
        )
        return "under_discussion" if fine in ("VBG", "VBZ", "VBP") and not vague else None
    if lemma in AGREEING:
        return "agreed" if fine in ("VBD", "VBN") and (things or syntax.children(verb, "obl", "advcl")) else None
    if lemma in ANNOUNCING:
        done = any(syntax.tokens[i].tag == "VERB" and past(syntax, i) for i in things)  # "announced that two men were charged"
        news = any(syntax.lemma(i) in TOLD for i in things)
        return "announced" if (things or syntax.children(verb, "advcl")) and not (done or news) else None
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
    if status == "under_discussion" and (passive or not (named or noun in ACTING) or token.fine == "NNPS"):
        return passive and noun in _ARRANGED_OR_HELD  # "screams could be heard" plans nothing, "customers may return it" permits
    if named or noun in ACTING or passive or (noun.endswith(PEOPLE_ENDINGS) and noun not in NO_PEOPLE):
        return True
    obliged = any(syntax.lemma(i) in ("must", "have") for i in syntax.children(verb, "aux")) and status == "announced"
    return token.tag in ("NOUN", "PROPN") and (obliged or (noun in _ARRANGED_OR_HELD and lemma in TAKING_PLACE))


def follows(syntax: Syntax, index: int, sign: str) -> bool:
    """Return whether a sign stands right behind a word."""
    return index + 1 < syntax.last and syntax.lemma(index + 1) == sign


def unknown(syntax: Syntax, node: Node, subject: int) -> bool:
    """Return whether a subject is a pronoun of which it is not known whom it means."""
    token = syntax.tokens[subject]
    return token.tag in ("PRON", "DET") and not any(contains(name, token) for name in node.unit.names)


def cut_off(syntax: Syntax, words: Sequence[int]) -> bool:
    """Return whether words are no clause: they begin with "that" or "none", or "that" follows their subject at once."""
    first = {i for i in words[:1] if syntax.lemma(i) in ("that", "none", "whether", "if", "who", "which")}
    pronouns = (i for i in words[:4] if syntax.lemma(i) == "that" and syntax.tokens[i].tag == "SCONJ")
    return bool(first) or any(not any(syntax.tokens[k].tag in ("VERB", "AUX") for k in words if k < i) for i in pronouns)


def written(syntax: Syntax, node: Node, cast: Cast, found: tuple[Sequence[int], int, InitiativeStatus]) -> Iterator[Plan]:
    """Yield the entries that a chain of verbs makes: one, or one per item of a plain enumeration."""
    chain, subject, status = found
    body = clause_words(syntax, chain, subject)
    if not body or subject > body[0] or follows(syntax, chain[-1], ",") or lasts(syntax, node, chain[-1]):
        return
    head = head_words(syntax, subject, body)
    if (
        not head
        or cut_off(syntax, [*head, *body])
        or not whole(syntax, head, body)
        or any(syntax.tokens[i].tag == "VERB" for i in head)
    ):
        return
    told = left_out(syntax, head[0], chain[-1])
    if not told and (objectless(syntax, chain[-1]) or syntax.tokens[chain[0]].relation == "acl:relcl"):
        return  # what is done shows in another clause
    if status in ("agreed", "ruled_out", "offered") and any(
        d.precision in ("month", "year") and before(node, d) for d in node.dates
    ):
        return  # what was agreed last year belongs to the story's past
    who = actors_of(syntax, node, cast, (agent(syntax, chain, subject, head), head))
    partners = tuple(p for p in partners_of(syntax, node, cast, body) if p not in who)
    at = body.index(chain[-1]) + 1
    items = enumeration(syntax, chain[-1]) if status in ("announced", "expected", "agreed") and not told else []
    for place, words in enumerate(items or [[*told, *body[at:]]]):
        clause = [*body[:at], *words]
        text = full_text(syntax, subject, who, head, clause)
        if len(text.split()) > 2:
            yield Plan(
                node=node,
                text=text,
                item=place,
                actors=who,
                partners=partners,
                when=when_of(syntax, node, (chain, subject), body),
                status=status,
                verb=syntax.lemma(chain[-1]),
                terms=terms_in(syntax, words[len(held_by(syntax, words)) :] if items else [*head, *clause]),
                since=since_of(syntax, node, chain),
                earlier=tuple(earlier_in(syntax, node, (chain, [*head, *clause]), status)),
            )
