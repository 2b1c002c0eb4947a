"""Prepositions that belong to their verb: "aimed guns *at boats*" says less than half without what they were aimed at."""

from functools import cache

from copydesk.write.grammar.phrase import Phrase

# Preposition: verbs, and a few adjectives, whose object it opens.
_TABLE = """
at: direct aim fire throw shoot point hurl target look laugh arrive marvel train
of: accuse convict warn remind inform deprive rob acquit suspect consist dispose speak think approve complain cure strip guilty
with: charge provide supply replace compare deal cope collide comply tamper fill equip arm associate credit entrust reward tie link
on: focus base rely depend impose insist decide concentrate agree vote blame spend count embark place put call
into: turn convert translate divide transform enter crash collide run plough plow look break bring
from: prohibit discourage dissuade refrain forbid hinder restrain disqualify exempt distance free release
from: prevent ban bar stop protect suffer withdraw resign differ separate exclude benefit recover emerge range deter shield save
for: apply vote search blame prepare account wait ask pay look stand fine responsible known exchange substitute mistake compensate
to: belong refer lead respond agree object commit contribute attribute expose restrict limit send give lend hand sell link tie add
to: sentence rise fall climb drop cut raise lower amount return move bring subject owe compare donate transfer promote appoint
to: due turn set
in: participate result specialise specialize engage involve invest believe culminate place put interested steeped cast
against: protest defend guard vote warn rule fight campaign
as: describe regard see treat serve act appoint name know view portray label brand
over: preside clash quarrel
upon: rely depend impose
"""


@cache
def _verbs() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _TABLE.strip().splitlines():
        preposition, _, verbs = line.partition(": ")
        for verb in verbs.split():
            found.setdefault(verb, set()).add(preposition)
    return {verb: frozenset(all_of) for verb, all_of in found.items()}


def belongs(phrase: Phrase, at: int, start: int) -> bool:
    """Return whether a part that begins at `start`, and hangs on the rest by the word at `at`, is what its verb needs."""
    head = phrase.words[at].head
    # A parser may hang "at boats" on the guns.
    heads = (head, phrase.words[head].head) if head >= 0 and phrase.words[head].relation == "obj" else (head,)
    return any(i >= 0 and phrase.words[start].low in _verbs().get(phrase.words[i].lemma.lower(), ()) for i in heads)
