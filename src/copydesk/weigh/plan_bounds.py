"""Where the words of a plan begin and end, so that no phrase is cut in two and no object is lost.

A light parser joins verbs to the wrong words; where its ties would cut a phrase, the words themselves say how far it reaches.
"""

from collections.abc import Sequence

from copydesk.spans import contains
from copydesk.weigh.grammar import Syntax
from copydesk.weigh.plan_words import NOMINAL, WANTING_OBJECT
from copydesk.weigh.units import FINITE, RELATIVE, paired

_OPEN_TAGS = ("DET", "ADP", "CCONJ", "SCONJ", "AUX", "PART")  # a clause does not end in one of these
_INNER = ("-", "–", "'", "’", "”", '"', "“", "‘", "$", "%", ".", "/")  # signs that stand inside a phrase
_NOT_YET = ("before", "after", "until", "till")  # what stands behind them is when something else happens
_BESIDE = ("as", "despite")  # as prepositions: what they open is no subject
_CLAUSE_LINKS = ("that", "whether", "if")


def absolute(syntax: Syntax, index: int) -> bool:
    """Return whether a word stands in a phrase that "with" opens behind a sign: "…, with work set to begin"."""
    for i in range(index - 1, syntax.first - 1, -1):
        if syntax.lemma(i) == "with":
            return i == syntax.first or syntax.tokens[i - 1].tag == "PUNCT"
        if syntax.tokens[i].fine in FINITE or (syntax.tokens[i].tag == "PUNCT" and syntax.lemma(i) not in _INNER):
            return False
    return False


def begun(syntax: Syntax, first: int) -> int:
    """Return the first word of the phrase in whose middle a word stands: "every ferry with more than 100 passengers".

    It is -1 where the words belong to a side clause ("before his sentence was announced").
    """
    while first > syntax.first and not stops(syntax, first):
        before = first - 1
        if syntax.lemma(before) in _NOT_YET or (syntax.lemma(before) in _BESIDE and syntax.tokens[before].tag == "ADP"):
            return -1
        first = before
    return first


def stops(syntax: Syntax, first: int) -> bool:
    """Return whether no word of the phrase stands before a word of it."""
    before = syntax.tokens[first - 1]
    if before.tag == "CCONJ":
        return not nominal(syntax, first - 1)
    if before.tag in ("PART", "SYM"):
        return False
    adverb = before.tag == "ADV" and syntax.lemma(first) != "than"
    dated = any(contains(date, before) for date in syntax.dates)
    return (
        before.tag not in (*NOMINAL, "SCONJ")
        or (before.tag == "SCONJ" and before.lemma not in _NOT_YET)
        or (adverb or dated or starts(syntax, first))
    )


def starts(syntax: Syntax, first: int) -> bool:
    """Return whether a word begins a phrase of its own: an article that follows no preposition."""
    if syntax.tokens[first].tag in ("DET", "PRON"):
        return syntax.tokens[first - 1].tag not in ("ADP", "DET", "NUM")
    return False


def nominal(syntax: Syntax, joint: int) -> bool:
    """Return whether a conjunction joins two nouns: "between" waits for it, or no finite verb stands before it in its clause."""
    words = syntax.tokens[syntax.first : joint]
    if paired(words):
        return True
    for token in reversed(words):
        if token.fine in FINITE or token.tag == "VERB":
            return False
        if token.tag == "PUNCT" and token.lemma == ",":
            return False
    return True


def finished(syntax: Syntax, run: Sequence[int]) -> list[int]:
    """Return the words of a clause up to the end of the phrase in which they end."""
    words = list(run)
    if words and (syntax.tokens[words[-1]].tag in ("CCONJ", "SCONJ") or ends(syntax, words[-1])):
        return words
    while words and words[-1] + 1 < syntax.last and not ends(syntax, words[-1] + 1):
        words.append(words[-1] + 1)
    return words


def ends(syntax: Syntax, behind: int) -> bool:
    """Return whether a clause may end before a word: at a sign, a conjunction of clauses or a word that opens a side clause."""
    token = syntax.tokens[behind]
    if token.tag == "PUNCT":
        return syntax.lemma(behind) not in _INNER
    if token.tag == "CCONJ":
        return not paired(syntax.tokens[syntax.first : behind]) and not absolute(syntax, behind)
    opens = token.tag == "SCONJ" or token.fine in RELATIVE
    return opens and syntax.tokens[behind - 1].tag != "ADP"


def whole(syntax: Syntax, head: Sequence[int], body: Sequence[int]) -> bool:
    """Return whether a clause is no torso: nothing that opens a phrase stands last, no other clause in its subject."""
    if any(syntax.tokens[i].tag == "VERB" or (syntax.lemma(i) in _CLAUSE_LINKS and syntax.tokens[i].tag == "SCONJ") for i in head):
        return False
    if syntax.tokens[head[0]].fine in RELATIVE or torn(syntax, head[-1] + 1, body[0]):
        return False
    if syntax.lemma(head[0] - 1) in ("if", "whether"):
        return False  # a question
    last = body[-1]
    behind = syntax.tokens[last + 1].tag if last + 1 < syntax.last else "PUNCT"
    closes = behind == "PUNCT"
    if syntax.tokens[last].fine in RELATIVE or syntax.tokens[last].tag in ("DET", "CCONJ", "SCONJ", "AUX"):
        return False
    if syntax.tokens[last].fine == "PRP" and syntax.tokens[last - 1].tag == "VERB":
        return False  # "would use it": what, stands elsewhere
    return closes or (behind not in ("VERB", "AUX") and syntax.tokens[last].tag not in _OPEN_TAGS)


def torn(syntax: Syntax, first: int, last: int) -> bool:
    """Return whether a word of the subject is missing right before the verb ("holders of monthly [passes] will be refunded").

    Another verb, or what stands behind a sign, is no part of a subject: the clause shares the subject of a clause before.
    """
    tags = [syntax.tokens[i].tag for i in range(first, last)]
    alone = len(tags) == 1 and tags[0] == "VERB"
    return alone or (any(tag not in ("ADV", "PART") for tag in tags) and not {"VERB", "AUX", "PUNCT", "CCONJ"}.intersection(tags))


def left_out(syntax: Syntax, first: int, verb: int) -> list[int]:
    """Return the noun that a clause leaves out as its object: "a 70-point agenda" of "a 70-point agenda that they will unveil".

    Args:
        syntax: The unit.
        first: First word of the clause's subject.
        verb: What is done; a verb that cannot be without an object.
    """
    if not objectless(syntax, verb):
        return []
    end = first - 1
    if syntax.lemma(end) in ("that", "which"):
        end -= 2 if syntax.lemma(end - 1) == "," else 1
    if end < syntax.first or syntax.tokens[end].tag not in ("NOUN", "PROPN"):
        return []
    begin = end
    while begin > syntax.first and (
        syntax.tokens[begin - 1].tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or syntax.tokens[begin - 1].fine == "HYPH"
    ):
        begin -= 1
        if syntax.tokens[begin].tag == "DET":
            break
    return list(range(begin, end + 1))


def objectless(syntax: Syntax, verb: int) -> bool:
    """Return whether a verb that cannot be without an object stands without one."""
    if syntax.lemma(verb) not in WANTING_OBJECT or syntax.children(verb, "aux:pass", "obj", "ccomp", "xcomp", "iobj"):
        return False
    dated = [i for i in range(verb + 1, syntax.last) if any(contains(date, syntax.tokens[i]) for date in syntax.dates)]
    behind = verb + 1
    while behind in dated or behind + 1 in dated or (behind < syntax.last and syntax.tokens[behind].tag == "ADV"):
        behind += 1
    return behind >= syntax.last or syntax.tokens[behind].tag in ("PUNCT", "CCONJ", "SCONJ", "ADP")
