"""What a sentence tells in any of its clauses: a deed, with who and what takes part in it.

The main predicate of one sentence may stand in a side clause of another, or there be a noun: "the court cleared Veld of fraud",
"was convicted of bribery, but cleared of fraud", "welcomed his acquittal of fraud". What takes part in a deed are the names,
numbers, dates and content words that depend on its word, and whoever a verb without a subject takes from the clause above it.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import AHEAD_OF_NOW, EXPECTING, GOING, LOOSE_MODALS, Syntax, denied, firmness_of, modals
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import EMPTY, Node
from copydesk.weigh.roots import root
from copydesk.weigh.units import RELATIVE

Standing = Literal["done", "is", "ahead", "noun", "denied", "open"]

# Verbs that say little without their object: what two sentences share beside one of them may be anything.
_VOID = frozenset(
    map(
        root,
        listed("""
    be have do say tell get go come take make see know think ask want use call need give include become seem show find keep let try
    report announce add state note explain believe mean look claim follow provide accord involve lead result help bring turn put
    remain stand face require feature cause attempt manage intend plan expect agree decide appear tend base force
    """),
    )
)
_LIGHT = listed("make take have give hold carry conduct launch stage file issue deliver undergo suffer receive get do announce")
# What stands below these is not said to be so.
_OPEN = listed("""
    call demand deny urge want seek ask consider oppose propose rule avoid prevent fail refuse reject hope fear threaten try attempt
    request offer accuse allege suspect charge doubt question
    """)
_CONDITIONS = frozenset({"if", "unless", "whether"})
_PROSPECT = EXPECTING | GOING
# The noun that belongs to these says what is done.
_GOING_ON = listed("begin start commence resume continue hold occur happen end conclude")
# Where these have no object, their subject is what it is done to: "cut the rate", "the rate fell".
_LABILE = listed("""
    open reopen close shut begin start resume end stop sink capsize burn fall drop decline decrease slip rise climb increase grow
    jump double halve expand shrink move change collapse explode
    """)
# What makes another thing of what stands beside it.
_LESS = listed("""
    attempted failed planned alleged possible potential proposed former would-be nearly almost another second third other again
    previous previously prior earlier separate latest last
    """)
_OTHER_CLAUSES = frozenset({"advcl", "advcl:relcl", "acl:relcl", "ccomp", "parataxis", "csubj", "punct"})
_NAMING = frozenset({"flat", "flat:name", "compound", "appos", "amod", "nummod", "nmod:desc", "det", "conj"})
_HANDED_DOWN = frozenset({"conj", "xcomp", "advcl", "ccomp"})  # a verb that is tied so takes its subject from the one above
_DESCRIBING = frozenset({"acl", "acl:relcl"})
_SUBJECTS = ("nsubj", "nsubj:pass")
# Nouns for people that are written like the verb for what they do.
_PEOPLE = listed(
    "host model guard coach pilot judge witness suspect cook guide spy nurse captain champion rival partner head chief"
)
_LONGEST_WAY = 5  # clauses between a verb and its subject
DAY = 10  # signs of an ISO day


class Role(msgspec.Struct, frozen=True, gc=False):
    """Who does a deed, or whom or what it is done to.

    Attributes:
        heads: The terms of the nouns themselves; a light parser may give several.
        words: These with the terms of the words that name them with them; none where nobody is named.
        many: Whether a noun that is no name stands for several; None where there is no such noun.
    """

    heads: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    many: bool | None = None


class Deed(msgspec.Struct, frozen=True, gc=False):
    """What one word of a sentence says is done, with who and what takes part.

    Attributes:
        root: The word without its ending.
        standing: `done`, `is` (a present), `ahead`, `denied`, `open` (asked for, feared, doubted), or `noun`, which leaves it open.
        terms: Who and what takes part, as terms of the node.
        agent: Who does it.
        patient: Whom or what it is done to.
        less: Words that make another thing of it: attempted, former, another.
        days: When it is said to be done: ISO days, months and years, and weekdays.
    """

    root: str
    standing: Standing
    terms: frozenset[str]
    agent: Role
    patient: Role
    less: frozenset[str]
    days: frozenset[str]


class Deeds:
    """The deeds of a story's nodes, read when they are asked for.

    Args:
        nodes: The nodes, by number.
        cast: Who is who.
    """

    def __init__(self, nodes: Sequence[Node], cast: Cast) -> None:
        self.nodes = nodes
        self.cast = cast
        self._terms: dict[int, dict[int, str]] = {}
        self._found: dict[tuple[int, int], Deed] = {}

    def word(self, node: Node) -> int:
        """Return the word for what a node is mainly about: its verb, or the noun that goes on; -1 where it says little."""
        main = node.predicate
        if main is None or node.syntax.tokens[main.index].tag != "VERB" or node.text.rstrip().endswith("?"):
            return -1
        if main.lemma in _GOING_ON and main.subject >= 0 and node.syntax.tokens[main.subject].tag == "NOUN":
            return main.subject
        return main.index if root(main.lemma) not in _VOID else -1

    def main(self, node: Node) -> Deed | None:
        """Return the deed that a node is mainly about; None where that says little."""
        word, main = self.word(node), node.predicate
        if word < 0 or main is None:
            return None
        deed = self.at(node, main.index)
        return deed if word == main.index else msgspec.structs.replace(deed, root=root(node.syntax.lemma(word)), patient=Role())

    def at(self, node: Node, index: int) -> Deed:
        """Return the deed of one word of a node."""
        key = (node.number, index)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = read(node, index, self.terms(node))
        return found

    def terms(self, node: Node) -> dict[int, str]:
        """Return the term of each word of a node that has one."""
        found = self._terms.get(node.number)
        if found is None:
            found = self._terms[node.number] = terms_at(node, self.cast)
        return found


def terms_at(node: Node, cast: Cast) -> dict[int, str]:
    """Return the term of each word of a node that has one, by its place: a name before a date, a number or the word itself."""
    syntax, unit = node.syntax, node.unit
    found = {i: word for i, word in node.roots.items() if word not in EMPTY}
    for measure in node.measures:
        if not measure.named:
            found.update((i, f"#{measure.amount.low:g}") for i in syntax.inside(measure.amount) if syntax.tokens[i].tag == "NUM")
    for mark in unit.dates:
        if when := mark.when or mark.weekday:
            found.update((i, f"={when[:DAY]}") for i in syntax.inside(mark))
    for name in unit.names:
        key = "@" + cast.key(unit.marked.article.id, name.entity)
        found.update((i, key) for i in syntax.inside(name))
    return found


def read(node: Node, index: int, terms: Mapping[int, str]) -> Deed:
    """Return the deed of one word of a node."""
    syntax = node.syntax
    verb, above = syntax.tokens[index].tag == "VERB", syntax.tokens[index].head
    light = not verb and syntax.first <= above < syntax.last and syntax.lemma(above) in _LIGHT
    subject = subject_at(node, above if light else index) if verb or light else -1
    inside = {*clause(syntax, index), *(clause(syntax, subject) if subject >= 0 else ())}
    if light:
        inside.update(clause(syntax, above))  # "has made an offer to them"
    inside.discard(index)
    agent, patient = roles(syntax, index, subject) if verb else ([], [])
    told = {terms[i] for i in inside if i in terms}
    return Deed(
        root=root(syntax.lemma(index)),
        standing=standing(node, index),
        terms=frozenset([term for term in told if term[0] != "="]),
        days=frozenset([term[1:] for term in told if term[0] == "="]),
        less=frozenset([syntax.lemma(i) for i in inside if syntax.lemma(i) in _LESS and terms.get(i, "")[:1] != "="]),
        agent=named(syntax, agent, terms),
        patient=named(syntax, patient, terms),
    )


def clause(syntax: Syntax, index: int) -> list[int]:
    """Return a word and what depends on it, other clauses left out."""
    tokens, below = syntax.tokens, syntax.below
    found = [index]
    for at in found:  # grows while it is walked
        for i in below.get(at, ()):
            relation = tokens[i].relation
            beside = relation == "conj" and (at == index or tokens[i].tag == "VERB")  # the next of a list
            if not beside and relation not in _OTHER_CLAUSES and i not in found:
                found.append(i)
    return found


def subject_at(node: Node, index: int) -> int:
    """Return who or what a word is about: its subject, that of a clause above it, or the noun it describes; -1 for none."""
    syntax = node.syntax
    if node.predicate is not None and node.predicate.index == index and node.predicate.subject >= 0:
        return node.predicate.subject
    at = index
    for _ in range(_LONGEST_WAY):
        if own := syntax.children(at, *_SUBJECTS):
            return meant(syntax, own[0])
        relation, above = syntax.tokens[at].relation, syntax.tokens[at].head
        if not syntax.first <= above < syntax.last:
            return -1
        if relation in _DESCRIBING:
            return above
        if relation not in _HANDED_DOWN and syntax.tokens[above].tag != "VERB":
            return -1
        at = above
    return -1


def meant(syntax: Syntax, subject: int) -> int:
    """Return the noun before it that a relative pronoun stands for, any other subject as it is."""
    if syntax.tokens[subject].fine not in RELATIVE:
        return subject
    before = (i for i in range(subject - 1, max(syntax.first, subject - 3) - 1, -1) if syntax.tokens[i].tag not in ("PUNCT", "ADP"))
    return next(before, subject)


def roles(syntax: Syntax, index: int, subject: int) -> tuple[list[int], list[int]]:
    """Return the heads of who does what a verb says, and of whom or what it is done to; a light parser may give several."""
    about = [subject, *[i for i in syntax.children(index, *_SUBJECTS) if i != subject]] if subject >= 0 else []
    undergone = syntax.tokens[index].fine == "VBN" and not syntax.children(index, "aux")  # "Woman killed in Orvelle"
    if not undergone and not syntax.children(index, "aux:pass"):
        patients = [i for i in syntax.children(index, "obj") if syntax.tokens[i].tag not in ("NUM", "SYM")]
        return ([], about) if not patients and syntax.lemma(index) in _LABILE else (about, patients)
    tied = syntax.children(index, "obl", "obl:agent")
    return [i for i in tied if any(syntax.lemma(j) == "by" for j in syntax.children(i, "case"))], about


def named(syntax: Syntax, heads: Sequence[int], terms: Mapping[int, str]) -> Role:
    """Return the terms of nouns and of the words that name them with them; whose they are tells of somebody else."""
    if not heads:
        return Role()
    tokens, naming = syntax.tokens, list(heads)
    for at in naming:  # grows while it is walked
        naming += [i for i in syntax.below.get(at, ()) if tokens[i].relation in _NAMING and i not in naming]
    found = {terms[i] for i in naming if i in terms and terms[i][0] != "="}
    noun = bool(heads) and syntax.tokens[heads[0]].tag == "NOUN"
    own = frozenset([terms[i] for i in heads if i in terms])
    return Role(heads=own, words=frozenset(found), many=syntax.tokens[heads[0]].fine == "NNS" if noun else None)


def standing(node: Node, index: int) -> Standing:
    """Return how firmly a word of a node is told."""
    main, syntax = node.predicate, node.syntax
    above = syntax.tokens[index].head if syntax.first <= syntax.tokens[index].head < syntax.last else -1
    if above >= 0 and syntax.lemma(above) in _OPEN and syntax.tokens[index].relation not in _SUBJECTS:
        return "open"
    if syntax.tokens[index].tag != "VERB":
        object_ = above >= 0 and syntax.tokens[above].tag == "VERB" and syntax.tokens[index].relation == "obj"
        return "open" if object_ and denied(syntax, above) else "noun"
    if main is not None and main.index == index:
        return (
            "denied" if main.negated else "ahead" if main.firmness in AHEAD_OF_NOW else "done" if main.firmness == "done" else "is"
        )
    return verb_standing(node, index, above)


def verb_standing(node: Node, index: int, above: int) -> Standing:
    """Return how firmly a verb is told that is not the main one of its node."""
    syntax = node.syntax
    if denied(syntax, index):
        return "denied"
    if any(syntax.lemma(i) in _CONDITIONS for i in syntax.children(index, "mark", "advmod")):
        return "open"
    firmness = firmness_of(syntax, [index])[0]
    if firmness in AHEAD_OF_NOW:
        return "ahead"
    relation = syntax.tokens[index].relation
    if syntax.tokens[index].fine == "VBG" and relation != "conj" and above >= 0 and modals(syntax, above) & LOOSE_MODALS:
        return "open"  # "overturning it would take years"
    if above >= 0 and (relation in _HANDED_DOWN or relation in _DESCRIBING):
        infinitive = any(syntax.tokens[i].fine == "TO" for i in syntax.children(index))
        if infinitive or (syntax.lemma(above) in _PROSPECT and relation != "conj"):
            return "ahead"
        if relation == "conj" and firmness == "is" and syntax.tokens[above].tag == "VERB":
            return standing(node, above)  # "will close the pier and open a pool"
    return "done" if firmness == "done" else "is"


def words_for(node: Node, roots: frozenset[str], terms: Mapping[int, str]) -> list[int]:
    """Return the verbs and nouns of a node that stand for one of some roots, those for people left out."""
    return [i for i, term in terms.items() if term in roots and tells_of_deed(node.syntax, i)]


def tells_of_deed(syntax: Syntax, index: int) -> bool:
    """Return whether a word is a verb, or a noun that names nobody."""
    tag = syntax.tokens[index].tag
    return tag == "VERB" or (tag == "NOUN" and syntax.lemma(index) not in _PEOPLE)
