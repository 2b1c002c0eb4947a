"""Small words that turn, weaken or narrow what others say, each with the words it acts on.

A cue acts on the next words that state something: "did *not* sign", "*will* sign", "*former* president". Two sentences agree when
the same cues act on the words they share. So a "not" that is dropped, added or moved is seen wherever the sentences otherwise
meet, without trusting a parse of either.
"""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.check.denied import denied_with
from copydesk.check.lexicon import HEDGES, RESTRICTING
from copydesk.check.lines import Line
from copydesk.check.words import Word
from copydesk.text.words import word_set

_REACH = 6  # words between a cue and what it acts on; more than that is another clause
NEGATIONS = frozenset(
    {"not", "n't", "never", "no", "without", "nor", "neither", "none", "nobody", "nothing", "hardly", "scarcely", "barely"}
)
_ONLY = frozenset({"more", "less", "fewer", "later", "longer", "sooner"})  # "no less than", "no longer"
# Stems of verbs that deny what follows them.
_DENYING = frozenset(
    {
        "deny",
        "reject",
        "refus",
        "declin",
        "fail",
        "avoid",
        "prevent",
        "lack",
        "refut",
        "unabl",
        "disput",
        "abandon",
        "cancel",
        "halt",
        "stop",
        "block",
    }
)
_DENYING_WITH_TO = frozenset({"refus", "declin", "fail", "unabl"})
_RANKING = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "next"})
_WILL = frozenset({"will", "shall", "'ll", "wo", "ll"})
_WOULD = frozenset({"would", "'d"})
_MAY = frozenset(
    {
        "may",
        "might",
        "could",
        "can",
        "ca",
        "possibly",
        "perhaps",
        "maybe",
        "potentially",
    }
)
_MUST = frozenset({"must", "should", "ought"})
_MUST_WITH_TO = frozenset({"have", "has", "had", "need", "needs", "needed", "required", "obliged", "forced"})
_SURE_WITH_TO = frozenset({"set", "due", "going", "about", "poised", "scheduled", "slated"})
_EXPECTED_WITH_TO = frozenset({"expected", "likely", "planned", "planning"})
_FACT_WITH_TO = word_set(
    """
    began begun begin begins beginning start started starts starting continue continued continues continuing able manage managed
    manages managing voted votes chose used came come help helped helps helping get got proved proves enough order ready going
    """
)
RANKED = frozenset({"first", "last", "only", "second", "third", "latest", "next", "youngest", "oldest"})
_RANK_REACH = 6  # words between such a word and "to"
_LIKELY = frozenset({"likely", "probably", "probable"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "'s", "'re", "am"})
_LINKS = frozenset({"of", "the", "a", "an", "its", "their", "his", "her", "our", "these", "those"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
# Every cue begins at one of these words, or at a verb that denies.
_SMALL = NEGATIONS | _CONDITIONS | _MAY | _WILL | _WOULD | _MUST | _RANKING | frozenset((*RESTRICTING, *HEDGES, "to"))
_DENIALS = _DENYING | _DENYING_WITH_TO | {"rul"}
_SAME_RESTRICTION = (
    frozenset({"former", "ex", "ex-", "retired"}),
    frozenset({"alleged", "suspected", "accused", "purported", "supposed", "presumed", "apparent"}),
    frozenset({"proposed", "planned", "prospective", "draft"}),
    frozenset({"possible", "potential", "hypothetical"}),
    frozenset({"nearly", "almost"}),
    frozenset({"acting", "interim"}),
    frozenset({"deputy", "vice", "assistant", "associate"}),
    frozenset({"several", "few", "many"}),
    frozenset({"partial", "part", "parts", "half"}),
    frozenset({"attempted", "failed"}),
)
LEVELS = {"fact": 4, "will": 3, "expected": 2, "may": 1}


class Cue(msgspec.Struct, frozen=True):
    """A small word or phrase and what it acts on.

    Attributes:
        kind: `not`, `modal`, `hedge`, `if` or `narrow`.
        value: For `modal` one of `LEVELS` or `must`; for `narrow` the restriction.
        first: Index of its first word.
        last: Index behind its last word.
        focus: Indices of the words it acts on.
    """

    kind: str
    value: str
    first: int
    last: int
    focus: tuple[int, ...]


def cues_of(line: Line) -> tuple[Cue, ...]:
    """Return the cues of a sentence, in order."""
    words = line.words
    # "pleaded not guilty" denies by its "not" alone, though it may be found by "denied".
    denied = {phrase.head for phrase in line.phrases if any(words[at].low in NEGATIONS for at in phrase.others)}
    places = (word.at for word in words if word.low in _SMALL or not _DENIALS.isdisjoint(word.keys))
    return tuple(cue for at in places for cue in _cues_at(words, at, denies=at not in denied))


def _cues_at(words: Sequence[Word], at: int, *, denies: bool) -> Iterator[Cue]:
    low = words[at].low
    if low in NEGATIONS:
        yield from _negation(words, at)
    elif low in _CONDITIONS:
        yield from _condition(words, at)
    elif low in RESTRICTING:
        yield from _restriction(words, at)
    elif low in _RANKING:
        yield from _rank(words, at)
    elif low == "to":
        yield from _infinitive(words, at)
    if low in HEDGES or low in _MAY or low in _WILL or low in _WOULD or low in _MUST:
        yield from _modal(words, at)
    if words[at].content and denies:
        yield from _denial(words, at)


def _negation(words: Sequence[Word], at: int) -> Iterator[Cue]:
    following = words[at + 1].low if at + 1 < len(words) else ""
    if following in ("only", "just") and any(word.low in ("but", "also") for word in words[at + 2 :]):
        return  # "not only … but" denies nothing
    if following in _ONLY and words[at].low == "no" and following != "longer":
        return
    if words[at].low == "not" and at and words[at - 1].low == "or":  # whether or not
        return
    begins = at + 1 + (words[at].low == "no" and following == "one")
    focus = _focus(words, begins) or _before(words, at)
    yield Cue("not", "", at, at + 1, tuple(dict.fromkeys((*focus, *denied_with(words, at, focus)))))


def _denial(words: Sequence[Word], at: int) -> Iterator[Cue]:
    stems = words[at].keys
    following = words[at + 1].low if at + 1 < len(words) else ""
    if following == "to" and any(s in _DENYING_WITH_TO for s in stems):
        yield Cue("not", "", at, at + 2, _focus(words, at + 2))
    elif words[at].tag in ("VERB", "X") and (any(s in _DENYING for s in stems) or ("rul" in stems and following == "out")):
        yield Cue("not", "", at, at + 1 + (following == "out"), _focus(words, at + 1))


def _modal(words: Sequence[Word], at: int) -> Iterator[Cue]:
    low = words[at].low
    if low == "may" and words[at].kind == "time":
        return
    if low in HEDGES and low not in _MAY | _LIKELY:
        kind, value = ("not", "") if low == "unlikely" else ("hedge", low)
        yield Cue(kind, value, at, at + 1, _focus(words, at + 1) or _before(words, at))
        return
    if low == "'d" and words[at].tag not in ("AUX", "X"):
        return
    value = "will" if low in _WILL | _WOULD else "may" if low in _MAY else "expected" if low in _LIKELY else "must"
    if low == "likely" and at + 1 < len(words) and words[at + 1].low == "to":
        return  # the infinitive says so itself
    yield Cue("modal", value, at, at + 1, _verb(words, at + 1))


def _infinitive(words: Sequence[Word], at: int) -> Iterator[Cue]:
    """Read "is to sign", "is expected to sign", "wants to sign": what stands behind "to" is not said to have happened."""
    if at == 0 or at + 1 >= len(words) or not _is_infinitive(words, at + 1):
        return
    if any(word.low in RANKED for word in words[max(0, at - _RANK_REACH) : at]) and words[at - 1].tag in ("NOUN", "PROPN", "NUM"):
        return  # "the first governor to be convicted" was
    governor = words[at - 1]
    before = words[at - 2].low if at > 1 else ""
    if governor.low == "yet":
        yield Cue("not", "", at - 1, at + 1, _verb(words, at + 1))  # "has yet to sign" has not signed
    elif governor.low in _MUST_WITH_TO and governor.low != "forced":
        yield Cue("modal", "must", at - 1, at + 1, _verb(words, at + 1))
    elif governor.low in _BE or (governor.low in _SURE_WITH_TO and (before in _BE or governor.low != "about")):
        yield Cue("modal", "will", at - 1, at + 1, _verb(words, at + 1))
    elif governor.low not in _FACT_WITH_TO and governor.kind != "sign" and not any(s in _DENYING_WITH_TO for s in governor.keys):
        # "expected" says nothing but how firm it is; "last to" or "agreed to" has to be found as a word, too.
        own = at - 1 if governor.low in _EXPECTED_WITH_TO else at
        yield Cue("modal", "expected", own, at + 1, _verb(words, at + 1))


def _is_infinitive(words: Sequence[Word], at: int) -> bool:
    while at < len(words) - 1 and (words[at].low.endswith("ly") or words[at].low in ("be", "have", "not", "also")):
        at += 1
    word = words[at]
    if word.low == "blame":  # "is to blame" is no plan
        return False
    if word.fine:
        return word.fine in ("VB", "VBN") or words[at - 1].low in ("be", "have")
    return word.kind == "word" and word.low.isalpha() and not word.low.endswith("s")


def _condition(words: Sequence[Word], at: int) -> Iterator[Cue]:
    if words[at].low == "whether" and at + 1 < len(words) and words[at + 1].low == "or":
        return
    clause = []
    for word in words[at + 1 :]:
        if word.kind == "sign":
            break
        if word.tag == "VERB" and word.content:
            clause.append(word.at)
    yield Cue("if", words[at].low, at, at + 1, tuple(clause[:1]))


def _restriction(words: Sequence[Word], at: int) -> Iterator[Cue]:
    after = at + 1
    while after < len(words) and words[after].low in _LINKS:
        after += 1
    if after < len(words) and words[after].kind != "number":
        phrase = _phrase(words, after)
        if phrase:
            yield Cue("narrow", words[at].low, at, at + 1, phrase)


def _rank(words: Sequence[Word], at: int) -> Iterator[Cue]:
    """Yield that a superlative is not the first of its kind: the "second-largest" maker is not the largest."""
    after = at + 1
    while after < len(words) and words[after].low in ("-", "most", "least"):
        after += 1
    if after >= len(words):
        return
    word, before = words[after].low, words[after - 1].low
    if word.endswith("est") or word == "worst" or before in ("most", "least"):
        yield Cue("narrow", words[at].low, at, at + 1, (after,))


def same_restriction(left: str, right: str) -> bool:
    """Return whether two restricting words may stand for each other."""
    return left == right or any(left in group and right in group for group in _SAME_RESTRICTION)


def _focus(words: Sequence[Word], start: int) -> tuple[int, ...]:
    """Return the first run of words that state something, at most `_REACH` words on and before the clause ends."""
    for at in range(start, min(start + _REACH, len(words))):
        if words[at].kind == "sign" and words[at].low not in ("``", "''", '"', "“", "”", "-"):
            return ()
        if words[at].content and not (words[at].low.endswith("ly") and words[at].kind == "word"):
            return _phrase(words, at)
    return ()


def _verb(words: Sequence[Word], start: int) -> tuple[int, ...]:
    """Return the verb a modal word acts on, else the first word that states something; an aside between commas is passed over."""
    focus: tuple[int, ...] = ()
    at = start
    while at < min(start + _REACH, len(words)):
        word = words[at]
        if word.low == ",":
            at = next((i for i in range(at + 1, min(at + _REACH, len(words))) if words[i].low == ","), len(words)) + 1
            continue
        if word.kind == "sign" and word.low not in ("``", "''", '"', "“", "”", "-"):
            break
        if word.tag == "VERB" and word.content:
            return (at, *(w.at for w in words[at + 1 :] if w.head == at and w.relation == "conj" and w.fine == "VB"))
        if not focus and word.content and not (word.low.endswith("ly") and word.kind == "word"):
            focus = (at,)
            if word.tag in ("X", "NOUN", "ADJ", "PROPN"):
                break
        at += 1
    return focus


def _before(words: Sequence[Word], at: int) -> tuple[int, ...]:
    for word in reversed(words[max(0, at - _REACH) : at]):
        if word.kind == "sign":
            return ()
        if word.content:
            return (word.at,)
    return ()


def _phrase(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """Return the run of words that state something from `at` on, up to its first verb."""
    run: list[int] = []
    for word in words[at:]:
        if not word.content and word.low != "-":
            break
        run.append(word.at)
        if word.tag == "VERB":
            break
    return tuple(i for i in run if words[i].content)
