"""The words of a plan: what is to be done, by whom, with whom and when, each as the article says it."""

import re
from collections.abc import Sequence

from copydesk.spans import Span, contains
from copydesk.text.units import SCALE
from copydesk.text.words import SPEECH_LEMMAS
from copydesk.weigh.grammar import (
    Syntax,
)
from copydesk.weigh.nodes import Node, before, guessed
from copydesk.weigh.plan_bounds import absolute, begun, finished
from copydesk.weigh.plan_words import (
    ALSO,
    HOLDERS,
    NOMINAL,
)
from copydesk.weigh.roots import root
from copydesk.weigh.units import FINITE, RELATIVE
from copydesk.weigh.wording import opened


def lasts(syntax: Syntax, node: Node, verb: int) -> bool:
    """Return whether a verb says how long something takes."""
    spans = [m.amount for m in node.measures if SCALE.get(m.amount.unit or "", ("", 0))[0] == "duration"]
    return syntax.lemma(verb) == "take" and any(contains(a, syntax.tokens[i]) for a in spans for i in syntax.children(verb, "obj"))


def clause_words(syntax: Syntax, chain: Sequence[int], subject: int) -> list[int]:
    """Return the words of a clause in one run, from its first verb to its end, what else the sentence says left out."""
    left_out: set[int] = set()
    for at in chain:
        for i in syntax.children(at, "conj", "parataxis", "ccomp" if at != chain[-1] else "parataxis"):
            if i not in chain and not goes_on(syntax, i, chain[-1]) and not absolute(syntax, i):
                left_out.update(syntax.subtree(i))
    whole = [i for i in syntax.subtree(chain[0]) if i not in left_out]
    lead = [i for i in syntax.children(chain[0], "aux", "aux:pass", "cop", "advmod", "mark") if i > subject]
    first = min([*lead, chain[0]])
    kept = [i for i in whole if i >= first]
    # Words that the parser ties elsewhere stay where they stand: a run without gaps up to what is left out.
    run: list[int] = []
    for i in range(first, kept[-1] + 1) if kept else ():
        if i in left_out:
            break
        run.append(i)
    run = told_part(syntax, finished(syntax, run), chain[-1])
    while run and syntax.tokens[run[-1]].relation in ("punct", "cc", "mark"):
        run.pop()
    while (
        run
        and run[-1] + 1 < syntax.last
        and any(contains(date, syntax.tokens[run[-1]]) and contains(date, syntax.tokens[run[-1] + 1]) for date in syntax.dates)
    ):
        run.append(run[-1] + 1)  # a date is not cut in two, whatever its parts are tied to
    return [i for i in run if i != subject] if run and chain[-1] in run else []


def goes_on(syntax: Syntax, verb: int, planned: int) -> bool:
    """Return whether a verb is joined to what is planned as more of it: "would refund patients and ship a substitute"."""
    own = syntax.children(verb, "nsubj", "nsubj:pass", "aux")
    return syntax.tokens[verb].fine == "VB" == syntax.tokens[planned].fine and verb > planned and not own


def told_part(syntax: Syntax, run: list[int], verb: int) -> list[int]:
    """Return the words of a run without who says it at its end: ", a spokesman told reporters"."""
    commas = [n for n, i in enumerate(run) if syntax.lemma(i) == "," and i > verb]
    for n in commas:
        words = [syntax.tokens[i] for i in run[n + 1 :]]
        verb_at = next((m for m, t in enumerate(words) if t.tag in ("VERB", "AUX")), 0)
        named = any(t.tag in ("NOUN", "PROPN", "PRON") for t in words[:verb_at])
        if named and words[verb_at].lemma in SPEECH_LEMMAS and not any(t.fine in RELATIVE for t in words[:3]):
            return run[:n]
    return run


def full_text(syntax: Syntax, subject: int, who: Sequence[str], head: Sequence[int], body: Sequence[int]) -> str:
    """Return a clause with its subject, a pronoun replaced by whom it means."""
    if len(who) == 1 and any(syntax.tokens[i].tag == "PRON" for i in [subject, *head[:1]]):
        return f"{who[0]} {lowered(plain_text(syntax, body))}"
    return plain_text(syntax, [*head, *body])


def lowered(text: str) -> str:
    """Return a text that begins with a small letter."""
    return text[:1].lower() + text[1:]


def head_words(syntax: Syntax, subject: int, body: Sequence[int]) -> list[int]:
    """Return the words of a clause's subject before its verb, side clauses and titles between commas left out."""
    words = [i for i in syntax.subtree(subject) if i < body[0]]
    while words and words[0] != subject and (syntax.tokens[words[0]].tag in ("ADP", "PUNCT") or dated(syntax, words[0])):
        words.pop(0)
    first = begun(syntax, words[0]) if words else body[0]
    if first < 0:
        return []
    words = sorted({*words, *range(first, words[0])}) if words else words
    aside: set[int] = set()
    for j in words:
        for i in syntax.children(j, "acl:relcl", "acl", "appos"):
            below = syntax.subtree(i)
            if below[0] > first and "," in (syntax.lemma(below[0]), syntax.lemma(below[0] - 1)):
                aside.update(below)
    tail = range(words[-1] + 1, body[0]) if words else range(0)
    loose = (
        [*tail] if all(syntax.tokens[i].tag in NOMINAL for i in tail) else []
    )  # words of the subject that the parser ties elsewhere
    kept = [i for i in [*range(first, (words[-1] if words else first - 1) + 1), *loose] if i not in aside]
    comma = next((n for n, i in enumerate(kept) if syntax.lemma(i + 1) == "," and i + 1 < body[0] and asides(syntax, i + 2)), -1)
    if comma >= 0:
        kept = kept[: comma + 1]
    comma = next((n for n, i in enumerate(kept) if syntax.lemma(i) == ","), len(kept))
    if not any(syntax.tokens[i].tag == "CCONJ" for i in kept[comma:]):
        kept = kept[:comma]  # what is said of somebody between commas; in a list of names a conjunction follows
    return kept


def asides(syntax: Syntax, index: int) -> bool:
    """Return whether what a comma opens is said of the noun before it: ", who has …"."""
    return syntax.first <= index < syntax.last and syntax.tokens[index].fine in RELATIVE


def dated(syntax: Syntax, index: int) -> bool:
    """Return whether a word belongs to a date."""
    return any(contains(date, syntax.tokens[index]) for date in syntax.dates)


def plain_text(syntax: Syntax, words: Sequence[int]) -> str:
    """Return words as they stand in the article, without what leans on other sentences, with a capital."""
    text = balanced(ALSO.sub("", words_of(syntax, words)))
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    return opened(text).strip(" ,;:–—-")


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


def owning(syntax: Syntax, last: int) -> bool:
    """Return whether a word stands in the possessive: "today's judgment", "next year's budget"."""
    return any(i < syntax.last and syntax.tokens[i].fine == "POS" for i in (last, last + 1))


def aside_of(syntax: Syntax, subject: int, body: Sequence[int], words: Sequence[int]) -> bool:
    """Return whether words stand in a side clause between a subject and its verb."""
    between = syntax.tokens[subject + 1 : words[0]] if subject < words[0] < body[0] else ()
    return any(t.fine in RELATIVE or t.tag == "VERB" for t in between)


def of_which(syntax: Syntax, verb: int) -> bool:
    """Return whether a participle tells what was done with the noun before it: ", which was announced on Friday"."""
    subjects = syntax.children(verb, "nsubj:pass", "nsubj") if syntax.first <= verb and syntax.tokens[verb].fine == "VBN" else []
    return any(syntax.tokens[i].fine in RELATIVE for i in subjects)


def when_of(syntax: Syntax, node: Node, clause: tuple[Sequence[int], int], body: Sequence[int]) -> str | None:
    """Return by when: the first date in a clause or tied to its verbs, resolved or in the article's words; "since …" is none."""
    chain, subject = clause
    span = syntax.span(body)
    for date in node.dates:
        words = syntax.inside(date)
        if not words or "since" in (syntax.lemma(words[0]), syntax.lemma(max(syntax.first, words[0] - 1))):
            continue
        told = any(of_which(syntax, head) for i in words if (head := syntax.tokens[i].head) < i)
        if told or aside_of(syntax, subject, body, words) or owning(syntax, words[-1]):
            continue  # it is the date of something else: "who has a ceremony on Wednesday", "today's judgment"
        if contains(span, date) or any(syntax.tokens[i].head in chain for i in words) or opening(syntax, words, body):
            if guessed(node, date):
                return " ".join(syntax.text[date.start : date.end].split())
            if before(node, date) and date.weekday is None:
                continue  # it says when it was announced, or what came before
            if before(node, date):
                return " ".join(syntax.text[date.start : date.end].split())
            exact = date.when if date.until is None else None
            return exact or " ".join(syntax.text[date.start : date.end].split())
    return None


def opening(syntax: Syntax, words: Sequence[int], body: Sequence[int]) -> bool:
    """Return whether a date opens the clause of a plan: "that from 1 May every dog must …"."""
    start = words[0] - (words[0] > syntax.first and syntax.tokens[words[0] - 1].tag == "ADP")
    opens = start == syntax.first or syntax.lemma(start - 1) == "that"
    subject = syntax.tokens[words[-1] + 1 : min(body, default=0)]
    return opens and bool(subject) and not any(t.tag in ("VERB", "AUX") for t in subject)


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
    items = [part for part in parts if part]
    if len(items) < 3:
        return []
    shared = held_by(syntax, items[0])
    bare = [items[0][len(shared) :], *items[1:]]
    return [[*shared, *words] for words in bare] if all(thing(syntax, words) for words in bare) else []


def held_by(syntax: Syntax, words: Sequence[int]) -> list[int]:
    """Return the words before the first item that belong to all items: "plans for" a, b and c."""
    first = next((n for n, i in enumerate(words[:3]) if syntax.lemma(i) in ("for", "of", "on")), -1)
    return list(words[: first + 1]) if first > 0 and syntax.lemma(words[first - 1]) in HOLDERS else []


def thing(syntax: Syntax, words: Sequence[int]) -> bool:
    """Return whether words name one thing: they begin like a noun with what stands before it, and no clause begins in them."""
    tags = [syntax.tokens[i].tag for i in words]
    start = bool(tags) and (
        tags[0] in ("DET", "ADJ", "NOUN", "PROPN", "NUM") or syntax.tokens[words[0]].fine in ("VBN", "VBD", "VBG")
    )
    finite = [i for i in words[1:] if syntax.tokens[i].fine in FINITE]
    return start and "NOUN" in tags and not finite and len(words) >= 2


def terms_in(syntax: Syntax, words: Sequence[int]) -> frozenset[str]:
    """Return the content words of an entry as what they share with their relatives."""
    return frozenset(root(syntax.lemma(i)) for i in words if syntax.tokens[i].tag in ("NOUN", "PROPN", "VERB", "NUM", "ADJ"))
