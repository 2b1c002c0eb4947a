"""Which words say a claim best, and how they are made to stand alone."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from copydesk.weigh.grammar import Syntax
from copydesk.weigh.ground import Ground
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node
from copydesk.weigh.units import SUBJECTS, Unit

# Words that tie a sentence to the one before it.
_OPENER = re.compile(
    r"(?:however|also|meanwhile|moreover|additionally|furthermore|in addition(?: to (?:this|that))?|nevertheless|nonetheless|still|"
    r"instead|besides|overall|thus|therefore|hence|similarly|likewise|finally|indeed|in fact|of course|as a result|in other words|"
    r"for (?:example|instance)|in turn|at the same time|on the other hand|on an? \w+ note|in an? \w+ context|in conclusion|"
    r"as such|notably|importantly|separately|elsewhere|that said|in short|to be sure|in contrast|by contrast|again),\s+"
    r"|(?:and|but|yet|so|or|also)\s+(?!(?:far|long|many|much|few|that|called)\b)(?=[\w“\"‘'])",
    re.IGNORECASE,
)
_OPENING = listed("""
    however also meanwhile moreover additionally furthermore in nevertheless nonetheless still instead besides overall thus hence
    therefore similarly likewise finally indeed of as for at on notably importantly separately elsewhere that to by again and but
    yet so or
    """)
_DATELINE = re.compile(
    r"[A-Z][A-Z.,’' -]{2,40}(?:,? [A-Z][a-z]{2,12}\.?(?: \d{1,2})?|,? \d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)?"
    r"(?: ?\([A-Z][\w ]{1,30}\))? ?[—–-]{1,2} ?(?=[\w“\"])"
)
_LABEL = re.compile(r"(?:[A-Z][\w’']*)(?: [\w’']+){0,4}: +(?=[A-Z“\"])")
_FIRST = re.compile(r"[^\w]*(\w+)(?:\W+(\w+))?")
_TOPIC_WORDS = 8
_HEAD = 160  # code points of a sentence that show how it begins
_POINTING = frozenset({"two", "three", "latter", "former", "same", "move", "officials", "official"})
_FADED = frozenset({"he", "she", "they", "his", "her", "their", "him", "them"})
_UNCLEAR = listed("""
    it he she they this that these those we i you his her its their our my such here there one another both itself himself herself
    themselves
    """)


@lru_cache(maxsize=4096)
def opened(text: str) -> str:
    """Return a sentence without the words that tie it to what stood before it, and without a dateline."""
    if match := _DATELINE.match(text):
        text = text[match.end() :]
    if ": " in text and (match := _LABEL.match(text)):
        text = text[match.end() :]
    while ties(text) and (match := _OPENER.match(text)) and len(text) - match.end() > 20:
        text = text[match.end() :]
    return text[:1].upper() + text[1:]


def ties(text: str) -> bool:
    """Return whether a text begins like one of the openers, which takes less than to look for all of them."""
    return text.split(" ", 1)[0].rstrip(",").lower() in _OPENING


def closed(text: str) -> str:
    """Return a clause as a sentence: with a capital and a full stop."""
    text = text.rstrip(" ,;:–—-([")
    if text.count(")") > text.count("("):
        text = "".join(text.rsplit(")", 1))
    if text.endswith("..") and not text.endswith("..."):
        text = text[:-1]
    if text.count("“") == text.count("”") + 1:
        text += "”"
    elif text.count('"') % 2:
        text = f'{text}"' if text.startswith('"') else f'"{text}'
    return text if text.endswith((".", "!", "?", "”", '"', "’", "…")) else text + "."


def wording(unit: Unit) -> str:
    """Return a unit as a sentence that stands alone as far as trimming makes it."""
    text = unit.text
    line = unit.marked.article.dateline
    if line and text.startswith(line):
        text = text[len(line) :].lstrip(" —–-:")
    return closed(opened(" ".join(text.split())))


def topic(node: Node) -> str:
    """Return what a node's main predicate is about as a noun phrase: its object, else its subject, else its first words."""
    syntax, main = node.syntax, node.predicate
    heads = [*syntax.children(main.index, "obj"), main.subject] if main is not None else []
    for head in heads:
        if head >= 0 and syntax.tokens[head].tag in ("NOUN", "PROPN"):
            return phrase(syntax, head)
    words = wording(node.unit).split()
    return " ".join(words[:_TOPIC_WORDS]).rstrip(" ,;:.") + (" …" if len(words) > _TOPIC_WORDS else "")


def phrase(syntax: Syntax, head: int) -> str:
    """Return a noun with what stands right before it, in the article's words; the first letter small but in a name."""
    words = [head]
    while words[0] > syntax.first and syntax.tokens[words[0] - 1].tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
        words.insert(0, words[0] - 1)
    span = syntax.span(words)
    text = " ".join(syntax.text[span.start : span.end].split())
    return text if syntax.tokens[words[0]].tag == "PROPN" else text[:1].lower() + text[1:]


def best_first(group: Sequence[Node], ground: Ground, shares: Mapping[int, float]) -> list[Unit]:
    """Return all units of a claim, the one that says it best first.

    Args:
        group: The claim's nodes.
        ground: Where passages come from.
        shares: Node number -> share in [0, 1] of the node's terms that the claim's other nodes carry too.
    """
    if len(group) == 1 and len(group[0].units) == 1:
        return [group[0].unit]
    ranked = [
        (-clarity(u, ground) + 1.0 * torso(node) - 1.0 * shares[node.number], u.place, u.marked.article.id, u.start, u)
        for node in group
        for u in node.units
    ]
    return [entry[-1] for entry in sorted(ranked, key=lambda entry: entry[:-1])]


def torso(node: Node) -> bool:
    """Return whether a node is no sentence: its main word is no verb and has none beside it ("A ferry to a quay that is short")."""
    syntax = node.syntax
    if syntax.root < 0 or syntax.tokens[syntax.root].tag in ("VERB", "AUX"):
        return False
    return not syntax.children(syntax.root, "cop", "aux", "aux:pass", *SUBJECTS)


def clarity(unit: Unit, ground: Ground) -> float:
    """Return how well a unit's words stand alone: higher is better."""
    words = unit.last - unit.first
    score = 0.0
    score -= 1.0 * leans(unit)
    score -= 0.5 * (not 9 <= words <= 42)
    score -= 0.2 * min(2, len([t for t in unit.tokens if t.tag == "PRON" and t.lemma.lower() in _FADED]))
    score -= 0.5 * unit.text.rstrip().endswith("?")
    score += 0.3 * ground.is_root(unit.passage)
    score -= 0.5 * any(c.scope != "mention" and unit.start <= c.start < unit.end for c in unit.marked.marks.credits)
    score += 0.1 * min(3, sum(n.mention in ("full", "short") for n in unit.names))
    return score + 0.2 * unit.whole


def leans(unit: Unit) -> bool:
    """Return whether a unit begins with a word whose meaning stands elsewhere, or has no subject to begin with."""
    text = opened(" ".join(unit.text[:_HEAD].split()))
    return leaning(text) or (unit.first < unit.last and not any(t.relation in SUBJECTS for t in unit.tokens))


def leaning(text: str) -> bool:
    """Return whether a sentence begins with a word whose meaning stands elsewhere."""
    first = _FIRST.match(text)
    if first is None:
        return True
    one, two = first[1].lower(), (first[2] or "").lower()
    return one in _UNCLEAR or (one == "the" and two in _POINTING)
