"""Where a later sentence denies what the one it comes from states, or the other way round: "did not approve" became "approved".

Only plain cases: a verb (or what "is not" so) that each sentence has once, of the same subject and object, with a "not" in one
sentence and no other word in the other one that could say as much ("refused to approve").
"""

from collections.abc import Iterator

import msgspec

from copydesk.records import Marked, Passage, Token
from copydesk.text.words import NEGATIONS, PRONOUNS, word_set
from copydesk.trace.firmness import placed

_NOT = word_set("not never")
_NOBODY = word_set("nobody none nothing")
# Words by which a sentence without "not" may say the same as one with it.
_REFUSING = word_set(
    """
    refuse deny decline fail reject refute dismiss oppose avoid prevent block bar ban lack stop cancel halt forbid prohibit veto
    omit abstain withhold forgo skip miss neglect resist rule scrap abandon drop quit cease delay postpone stall defer lose unable
    unlikely unwilling reluctant impossible false untrue wrong doubtful failure refusal denial absence against few little less
    rarely seldom instead yet out short
    """
)
_REFUSED = NEGATIONS | _REFUSING
# Words with which a "not" denies something else than its verb: "not until Friday", "not only", "whether or not", "why not".
_TURNING = word_set("until till unless only just merely simply solely whether or if why ? necessarily")
_MAY = word_set("may might")
_HELPING = frozenset({"aux", "cop"})
_SUBJECTS = frozenset({"nsubj", "obj"})
_PARTNERS = frozenset({"nsubj", "obj", "iobj", "obl", "xcomp", "ccomp"})
_REACH = 12  # words between a verb and its negation


class _Verb(msgspec.Struct, frozen=True):
    """A verb, or what somebody or something "is".

    Attributes:
        at: Its place among the tokens.
        first: Place of its first helping word, or of its negation.
        last: Place of the last word that is shown.
        negated: Whether it is denied; what "may not" be may also be.
        nothing: The noun under its "no", empty where it is denied by another word.
        partners: What it is said of, each with its place: subject, objects, and clauses that complete it.
    """

    at: int
    first: int
    last: int
    negated: bool
    nothing: str
    partners: dict[str, int]


class _Clause(msgspec.Struct, frozen=True):
    """A sentence.

    Attributes:
        article: Its article.
        verbs: Its verbs that occur once, by lemma.
        lemmas: All its words.
        denied: Lemmas of what its negations belong to.
        negations: How many it has.
    """

    article: Marked
    verbs: dict[str, _Verb]
    lemmas: frozenset[str]
    denied: frozenset[str]
    negations: int

    def shown(self, verb: _Verb, nothing: str) -> Passage:
        """Return a verb with its negation and helping words, and with the noun that stands under "no" in one of the sentences."""
        tokens, noun = self.article.marks.tokens, verb.partners.get(nothing, verb.at)
        return self.article.passage(tokens[min(verb.first, noun)].start, tokens[max(verb.last, noun)].end)


def reversed_(later: Marked, here: Passage, earlier: Marked, there: Passage) -> Iterator[tuple[Passage, Passage]]:
    """Yield the verbs that are denied in one sentence and stated in the other, each with the words around them.

    Args:
        later: The later article.
        here: Its sentence.
        earlier: The earlier article.
        there: The sentence it comes from.
    """
    mine, yours = _clause(later, here), _clause(earlier, there)
    for lemma, now in mine.verbs.items():
        was = yours.verbs.get(lemma)
        if was is None or now.negated == was.negated:
            continue
        denying, stating = (mine, yours) if now.negated else (yours, mine)
        if _same(now, was) and not _said_otherwise(denying, stating):
            nothing = now.nothing or was.nothing
            yield mine.shown(now, nothing), yours.shown(was, nothing)


def _same(one: _Verb, other: _Verb) -> bool:
    """Say whether two verbs are said of the same, as far as both sentences name it; what stands under "no" both must."""
    mine, yours = one.partners.keys(), other.partners.keys()
    both = mine & yours
    return {one.nothing, other.nothing} - {""} <= both and (mine == yours or (bool(both) and both in (mine, yours)))


def _said_otherwise(denying: _Clause, stating: _Clause) -> bool:
    """Say whether the sentence without a "not" has another word that may deny, or the "not" denies something else."""
    new = stating.lemmas - denying.lemmas
    if new & _REFUSED or "yet" in stating.lemmas or denying.lemmas & _TURNING - stating.lemmas:
        return True
    return denying.negations <= stating.negations or not stating.denied <= denying.denied


def _clause(one: Marked, passage: Passage) -> _Clause:
    """Return a sentence with its verbs and negations."""
    found = placed(one, passage)
    tokens = one.marks.tokens
    lemmas = [token.lemma.lower() for _, token in found]
    negations = [(at, _denied(one, at)) for at, token in found if token.lemma.lower() in NEGATIONS]
    under = {verb for _, verb in negations} | {tokens[at].head for at, _ in negations}
    verbs = {
        token.lemma: _verb(found, at, [place for place, verb in negations if verb == at])
        for at, token in found
        if lemmas.count(token.lemma.lower()) == 1 and _is_verb(found, at, token) and under.isdisjoint(_above(found, at))
    }
    denied = frozenset(tokens[verb].lemma.lower() for _, verb in negations if verb is not None)
    return _Clause(one, verbs, frozenset(lemmas), denied, len(negations))


def _above(found: list[tuple[int, Token]], at: int) -> Iterator[int]:
    """Yield the words that a word depends on, nearest first: what they deny, as in "no way that", it is under too."""
    heads = {place: token.head for place, token in found}
    for _ in found:
        at = heads.get(at, -1)
        if at < 0:
            return
        yield at


def _is_verb(found: list[tuple[int, Token]], at: int, token: Token) -> bool:
    """Say whether a word is a verb of its own, or what somebody "is"."""
    if token.relation.split(":")[0] in _HELPING:
        return False
    return token.tag == "VERB" or any(other.head == at and other.relation == "cop" for _, other in found)


def _denied(one: Marked, at: int) -> int | None:
    """Return the place of the verb that a negation denies; of one that denies something else, or not wholly, its head."""
    tokens = one.marks.tokens
    negation, head = tokens[at], tokens[at].head
    if head < 0:
        return None
    is_partner = negation.relation.split(":")[0] in _SUBJECTS and negation.lemma.lower() in _NOBODY
    if negation.lemma.lower() == "no" and negation.relation == "det" and tokens[head].relation.split(":")[0] in _SUBJECTS:
        return tokens[head].head
    return head if is_partner or negation.lemma.lower() in _NOT else None


def _verb(found: list[tuple[int, Token]], at: int, negations: list[int]) -> _Verb:
    """Return a verb with the words that belong to it."""
    tokens = dict(found)
    close = [place for place in negations if abs(place - at) <= _REACH]
    own = [place for place, token in found if token.head == at]
    helping = [place for place in own if at - _REACH <= place < at and tokens[place].relation.split(":")[0] in _HELPING]
    under = [tokens[place].head for place in close if tokens[place].relation == "det"]
    return _Verb(
        at=at,
        first=min([at, *helping, *close]),
        last=max([at, *close]),
        negated=bool(close) and not any(tokens[place].lemma in _MAY for place in helping),
        nothing=tokens[under[0]].lemma.lower() if under else "",
        partners={
            tokens[place].lemma.lower(): place
            for place in own
            if tokens[place].relation.split(":")[0] in _PARTNERS and tokens[place].lemma.lower() not in PRONOUNS | _NOBODY
        },
    )
