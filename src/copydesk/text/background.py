"""How much a word tells: rare words tell much, common ones little, those that only hold a sentence together nothing.

A pile of five articles cannot say which words are common, and weights that depend on the pile would let one more copy change what
is found between two other articles. So the weights come from a fixed table, learned from news (`scripts/learn_background.py`).
"""

import math
from functools import cache
from importlib.resources import files

# Closed classes: articles, pronouns, auxiliaries, prepositions, conjunctions, adverbs of degree and of time's flow.
FUNCTION_WORDS: frozenset[str] = frozenset(
    """
    a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves who whom whose which what when where why how whether be am is are
    was were been being have has had having do does did doing done will would shall should can could may might must ought and or but
    nor so yet for if then else because as until while of at by with about against between into through during before after above
    below to from up down in out on off over under again further once here there all any both each few more most other some such no
    not only own same than too very just also although though since upon within without toward towards across along among around
    behind beside besides beyond despite except inside near onto per via amid amongst one two dont didnt doesnt isnt wasnt arent
    werent cant couldnt wont wouldnt shouldnt hasnt havent hadnt im ive ill hes shes theyre were youre thats theres lets s t mr mrs
    ms dr now even still however meanwhile said says say """.split()  # noqa: SIM905
)
_CALENDAR = frozenset(
    """
    january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm et gmt est edt utc today
    yesterday tomorrow """.split()  # noqa: SIM905
)
_UNSEEN = 0.8  # thousandths: what a word that the table does not hold is taken to have
_GLUE = 220.0  # thousandths: words as common as that tell nothing


@cache
def table() -> dict[str, float]:
    """Return the share of news events, in thousandths, that speak of each folded word; rare words are not in it."""
    lines = files("copydesk.text").joinpath("background.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {word: float(share) for word, share in pairs}


def weight(word: str) -> float:
    """Return how much a folded word tells, in nats: 0 for function words, days, months and numerals, about 7 for a rare word."""
    if word in FUNCTION_WORDS or word in _CALENDAR or word[:1].isdigit():
        return 0.0
    share = table().get(word, 0.0)
    return 0.0 if share > _GLUE else math.log(1000 / (share + _UNSEEN))


_ENDINGS = (("ies", "y"), ("edly", ""), ("ing", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""))
_SHORTEST = 4


def stem(word: str) -> str:
    """Return a folded word without the commonest English endings: "announced", "announces" and "announcing" become "announc"."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: len(word) - len(ending)] + instead
            break
    doubled = len(word) > _SHORTEST + 1 and word[-1] == word[-2]
    return word[:-1] if doubled else word
