"""What a sentence says at its core, as a sentence: who did what, how many, without where, when, how and why."""

from collections.abc import Iterator

from copydesk.write.grammar.adjuncts import asked, compared, rules
from copydesk.write.grammar.lexicon import CONDITIONS, HEDGES, NEGATIONS
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase, headed
from copydesk.write.grammar.valency import belongs

_HELPING = ("aux", "aux:pass", "cop", "compound:prt", "mark")
_OBJECTS = ("obj", "iobj")
_ASIDES = frozenset({"acl:relcl", "appos", "parataxis", "advcl", *SUBJECTS, "obl"})
_SAYING = ("ccomp", "parataxis", "csubj")
_FEWEST = 5  # words: a kernel of fewer says nothing by itself


def kernel(phrase: Phrase) -> Phrase | None:
    """Return the core of a sentence as a sentence; None where it has no plain one, or where what would go changes what is left.

    Kept are the main verb with what helps it, its subject, its objects, what is planned or begun, and whatever measures it ("to
    17", "by 5 percent"). A condition, a doubt or a "not" anywhere else in the sentence leaves no kernel.
    """
    root = phrase.root
    subjects = [i for i in phrase.children(root, *SUBJECTS) if phrase.words[i].tag in ("NOUN", "PROPN", "NUM")] if root >= 0 else []
    if len(subjects) != 1 or subjects[0] > root or phrase.children(root, *_SAYING) or rules(phrase) or any(phrase.quoted()):
        return None
    kept = {*_noun(phrase, subjects[0]), *_verb(phrase, root)}
    gone = [word for i, word in enumerate(phrase.words) if i not in kept]
    if any(w.low in CONDITIONS or w.low in NEGATIONS or w.low in HEDGES for w in gone):
        return None
    if any(w.low == "to" and at not in kept and asked(phrase, at) for at, w in enumerate(phrase.words)):
        return None  # whom one directed to do what
    by_whom = any(w.low == "by" and at == root + 1 for at, w in enumerate(phrase.words) if at not in kept)
    if by_whom or not kept.isdisjoint(phrase.once(compared)):
        return None  # "haunted" by what, "the biggest" since when
    last = len(phrase.words) - 1
    kept |= {last} if phrase.words[last].form in ENDS else set()
    found = headed(phrase.without([i for i in range(len(phrase.words)) if i not in kept]))
    told = any(w.tag == "NUM" for w in found.words) or bool(phrase.children(root, *_OBJECTS, "xcomp"))
    return found if told and found.count >= _FEWEST and len(found.words) < len(phrase.words) else None


def _verb(phrase: Phrase, at: int) -> Iterator[int]:
    """Yield a predicate with what helps it, its objects, what it leads to and what measures it; a noun or adjective whole."""
    if phrase.words[at].tag not in ("VERB", "AUX"):
        yield from _noun(phrase, at)
        return
    yield at
    for i in phrase.children(at):
        word = phrase.words[i]
        if word.relation in _HELPING or word.low in NEGATIONS:
            yield from phrase.subtree(i)
        elif word.relation in _OBJECTS:
            yield from _noun(phrase, i)
        elif word.relation == "xcomp":
            # "to step up and play a role": what is joined to it says what is meant.
            joined = phrase.children(i, "conj")
            yield from _verb(phrase, i) if word.tag == "VERB" and not joined else phrase.subtree(i)
        elif word.relation.startswith("obl") and i > at and (_counts(phrase, i) or belongs(phrase, i, phrase.subtree(i)[0])):
            yield from _noun(phrase, i)


def _counts(phrase: Phrase, at: int) -> bool:
    return any(phrase.words[j].tag == "NUM" for j in _noun(phrase, at))


def _noun(phrase: Phrase, at: int) -> set[int]:
    """Return a noun with all that belongs to it but clauses and asides."""
    found = set(phrase.subtree(at))
    for i in sorted(found):
        if phrase.words[i].relation in _ASIDES and i != at:
            found -= set(phrase.subtree(i))
    return {i for i in found if phrase.words[i].tag != "PUNCT" or phrase.words[i].form in ("-", "$", "%", "'")}
