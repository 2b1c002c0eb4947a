"""Whether a word points at something outside its sentence: a pronoun, "this", "the move", a number of something named elsewhere."""

from copydesk.text.roles import OFFICES
from copydesk.write.grammar.lexicon import (
    ANYBODY,
    DEMONSTRATIVES,
    POINTERS,
    REPORTING,
    THIRD_PERSON,
    TIME_UNITS,
)
from copydesk.write.grammar.names import Named
from copydesk.write.grammar.phrase import SUBJECTS, Phrase
from copydesk.write.grammar.telling import trailing_telling

_POINTING = frozenset({"initial", "new", "latest", "recent", "same", "earlier"})
_EARLY = 6  # words into a sentence within which "the move" most likely points back
# Behind these "that" opens a clause.
_CLAUSE_AFTER = ("NOUN", "PROPN", "CCONJ", "ADJ", "ADV")
_NO_NOUN = ("obl:unmarked", "obl:tmod", "compound")
_DEEPEST = 4  # words between a pronoun and the verb of its clause
_ALONE = frozenset(
    {"both", "one", "another", "neither", "none", "others", "each", "such", "some", "many", "most", "several", "all", "two"}
)
_ONE_OF = frozenset({"both", "first", "second", "third", "other", "latter", "former", "one", "another"})
_COUNTING = frozenset(
    {"first", "second", "third", "others", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_SUSPECT = THIRD_PERSON | DEMONSTRATIVES | POINTERS | ANYBODY | _ALONE | _ONE_OF | _COUNTING | {"such"}
_PEOPLE_NOUNS = (
    OFFICES | ANYBODY | {"person", "passenger", "worker", "leader", "member", "employee", "boss", "head", "guest", "patient"}
)
_PEOPLE = ("he", "she", "him", "her", "his", "hers", "himself", "herself")


def hanging(phrase: Phrase, named: list[Named]) -> str | None:
    """Return why not, where a word points at something outside the sentence."""
    quoted, words = phrase.quoted(), phrase.words
    safe = {i for n in named if n.pronoun or n.here for i in range(n.place.start, n.place.end)}
    for i, form in enumerate(phrase.forms()):
        if quoted[i] or not (form in _SUSPECT or words[i].fine == "CD" or "-year" in form):
            continue
        word = words[i]
        if word.low in THIRD_PERSON and i not in safe and not (meets(phrase, i) and not _another(phrase, i, named)):
            return f"“{word.form}” has nobody to stand for"
        if _points(phrase, i) or _stands_alone(phrase, i) or _counts_on(phrase, i):
            return f"“{word.form}” points at another sentence"
    return None


def _another(phrase: Phrase, at: int, named: list[Named]) -> bool:
    """Return whether "he" or "her" stands behind a named person although it was not found to mean that person."""
    if phrase.words[at].low not in _PEOPLE or _reported(phrase, at) or bound(phrase, at):
        return False
    twice = any(phrase.words[i].tag == phrase.words[i + 1].tag == "PROPN" for i in range(at - 1))
    return twice or any(n.place.start < at and not (n.pronoun or n.here) for n in named)


def _reported(phrase: Phrase, at: int) -> bool:
    """Return whether a pronoun stands in what somebody named before it says: "Senator Boro said she would call a hearing"."""
    said = phrase.words[at - 2 : at] if at > 1 else ()
    if phrase.words[at].low in _PEOPLE and any(w.fine == "VBP" and w.lemma in REPORTING for w in said):
        return False  # "the sheriff's people say he …"
    if said and (said[1].lemma in REPORTING or (said[1].low == "that" and said[0].lemma in REPORTING)):
        return any(w.tag in ("NOUN", "PROPN") for w in phrase.words[: at - 1])
    clause = at
    for _ in range(_DEEPEST):
        if clause < 0 or phrase.words[clause].relation == "ccomp":
            break
        clause = phrase.words[clause].head
    verb = phrase.words[clause].head if clause >= 0 and phrase.words[clause].relation == "ccomp" else -1
    who = phrase.children(verb, "nsubj") if verb >= 0 and phrase.words[verb].lemma in REPORTING else []
    return any(i < at and phrase.words[i].tag in ("NOUN", "PROPN") for i in who)


def _foretold(phrase: Phrase, at: int) -> bool:
    """Return whether a pronoun stands before the comma behind which the sentence's subject is named: "When he arrived, Boro …"."""
    subject = next((i for i in phrase.children(phrase.root, "nsubj", "nsubj:pass") if i > at), -1)
    if subject < 0 or not any(w.form == "," for w in phrase.words[at:subject]):
        return False
    tags = ("PROPN",) if phrase.words[at].low in _PEOPLE else ("PROPN", "NOUN")
    return phrase.words[subject].tag in tags and phrase.words[at].head != phrase.root


def meets(phrase: Phrase, at: int) -> bool:
    """Return whether somebody or something whom a pronoun may mean stands before it in the sentence."""
    low, quoted = phrase.words[at].low, phrase.quoted()
    before = [i for i in range(at) if quoted[at] or not quoted[i]]
    if (low == "it" and phrase.words[at].relation in ("expl", "nsubj:outer")) or _reported(phrase, at) or _foretold(phrase, at):
        return True
    head = phrase.words[at].head
    objective = phrase.words[at].relation in ("obj", "iobj", "obl")
    apart = _agents(phrase, head) if objective else frozenset[int]()
    telling = trailing_telling(phrase) if low in _PEOPLE else None
    if telling and at > telling.start:
        return any(phrase.words[i].tag == "PROPN" for i in before)  # ", she said": who is no "passenger" told of before
    if low in _PEOPLE:
        return any(_person_like(phrase, i) for i in before if i not in apart)
    nouns = (i for i, w in enumerate(phrase.words[:at]) if w.tag in ("NOUN", "PROPN") and w.relation not in _NO_NOUN)
    return any(i not in apart for i in nouns)


def bound(phrase: Phrase, at: int) -> bool:
    """Return whether a pronoun means the subject of its own sentence, whoever that is: "Okoro has sold *his* house".

    A possessive behind its verb and the subject of a clause that hangs on it do, where nobody else stands between.
    """
    word = phrase.words[at]
    if word.relation not in ("nmod:poss", *SUBJECTS) and not word.low.endswith("self"):
        return False
    clause = at
    for _ in range(_DEEPEST):
        clause = phrase.words[clause].head
        if clause < 0:
            return False
        who = [i for i in phrase.children(clause, "nsubj", "nsubj:pass") if i < at]
        if who and phrase.words[who[0]].fine in ("WP", "WDT") and phrase.words[clause].head >= 0:
            return _somebody_named(phrase, phrase.words[clause].head)  # "Marsh, who acted as *his* own lawyer"
        if who and phrase.words[who[0]].tag != "PRON":
            break
    else:
        return False
    own = set(phrase.subtree(who[0]))
    others = (i for i in range(who[0] + 1, at) if i not in own and phrase.words[i].tag == "PROPN" and _person_like(phrase, i))
    single = phrase.words[who[0]].fine not in ("NNS", "NNPS") and not phrase.children(who[0], "conj")
    return single and _person_like(phrase, who[0]) and next(others, None) is None


def _somebody_named(phrase: Phrase, at: int) -> bool:
    word = phrase.words[at]
    return word.fine != "NNS" and (word.tag == "PROPN" or (word.tag == "NOUN" and word.lemma in _PEOPLE_NOUNS))


def _agents(phrase: Phrase, verb: int) -> frozenset[int]:
    """Return the words of who does what a verb says, whom its object cannot mean: "he accuses *the owner* of ignoring it"."""
    who = phrase.children(verb, *SUBJECTS)
    above = phrase.words[verb].head if verb >= 0 and phrase.words[verb].fine == "VBG" else -1
    if above >= 0 and not who:
        who = phrase.children(above, *SUBJECTS, "obj")
    return frozenset(i for w in who for i in phrase.subtree(w))


def _person_like(phrase: Phrase, at: int) -> bool:
    word = phrase.words[at]
    return (
        (word.tag == "PROPN" or (word.tag == "NOUN" and word.lemma in _PEOPLE_NOUNS))
        and word.fine != "NNS"
        and (word.relation in SUBJECTS or word.relation in ("conj", "appos", "obj"))
    )


def _points(phrase: Phrase, at: int) -> bool:
    """Return whether a word is "this", "these", "the move", "the latter": something that was told before."""
    word = phrase.words[at]
    before = phrase.words[at - 1] if at else None
    if word.low == "that" and before is not None and (before.lemma in REPORTING or before.tag in _CLAUSE_AFTER):
        return False  # it opens a clause, whatever the parser takes it for
    if word.low in DEMONSTRATIVES and word.tag in ("DET", "PRON") and word.fine in ("DT", "NN", "NNS", ""):
        return not _demonstrates_here(phrase, at)
    following = phrase.words[at + 1].tag if at + 1 < len(phrase.words) else ""
    if word.tag == "ADJ" and following in ("NOUN", "PROPN", "ADJ"):
        return False  # "the former agent" is no "the former"
    if word.low in POINTERS and word.tag in ("NOUN", "ADJ") and _bare_the(phrase, at):
        early = at < _EARLY or (word.relation == "obj" and at < 2 * _EARLY) or word.relation in SUBJECTS
        return early and not _specified(phrase, at)
    if word.low == "such" and word.tag in ("DET", "ADJ") and phrase.forms()[at + 1 : at + 2] != ["as"]:
        return at < _EARLY or phrase.forms()[at + 1 : at + 2] in (["a"], ["an"])
    return _somebody(phrase, at) or _uncounted(phrase, at) or _elliptic(phrase, at)


def _elliptic(phrase: Phrase, at: int) -> bool:
    """Return whether "the four" or "the first" stands without what it counts: "three *of the four* said", "*the first* is cost"."""
    word, following = phrase.words[at], phrase.words[at + 1] if at + 1 < len(phrase.words) else None
    if word.low not in _COUNTING or not at or phrase.words[at - 1].low not in ("the", "every", "each") or word.head < 0:
        return False
    counts = following is not None and (following.tag in ("NOUN", "PROPN", "ADJ", "NUM") or following.form in ("-", "of", "to"))
    return not counts and word.relation in (*SUBJECTS, "obj", "nmod", "obl")


def _bare_the(phrase: Phrase, at: int) -> bool:
    """Return whether "the" stands before a word, if only with "initial" or "new" between them."""
    before = [w.low for w in phrase.words[max(0, at - 2) : at]]
    return before[-1:] == ["the"] or (before[:1] == ["the"] and len(before) > 1 and before[1] in _POINTING)


def _uncounted(phrase: Phrase, at: int) -> bool:
    """Return whether a word is a number of something that another sentence names: "the town has 46"."""
    word, behind = phrase.words[at], phrase.words[at + 1 :]
    following = phrase.words[at + 1 : at + 2]
    if word.fine == "CD" and phrase.has("there") and following and following[0].tag == "ADP" and following[0].low != "of":
        return any(w.low == "there" and w.relation == "expl" for w in phrase.words[:at])  # "there are 63 with no house"
    of = word.relation in ("nmod", "obl") and at > 0 and phrase.words[at - 1].low == "of"  # "the contents of 22"
    bare = word.fine == "CD" and (word.relation == "obj" or of) and not phrase.children(at, "nmod", "obl", "compound", "flat")
    ends = not behind or (behind[0].tag in ("PUNCT", "CCONJ") and [w.low for w in behind[1:3]] != ["a", "half"])
    money = at > 0 and not phrase.words[at - 1].form[-1:].isalnum()
    return bare and ends and not money and not any(w.tag == "NUM" for w in phrase.words[:at])


def _somebody(phrase: Phrase, at: int) -> bool:
    """Return whether a word is "the girl" or "the 43-year-old nurse": somebody whom another sentence introduced."""
    if not at or phrase.words[at - 1].low != "the":
        return False
    word, following = phrase.words[at], phrase.words[at + 1 : at + 5]
    aged = word.low.endswith("-year-old") or (word.low.endswith("-year") and following[:1] and following[0].low == "old")
    if aged:
        return not any(w.tag == "PROPN" for w in following) and not any(w.tag == "PROPN" for w in phrase.words[: at - 1])
    met = any(w.lemma == word.lemma for w in phrase.words[: at - 1])
    return word.low in ANYBODY and word.tag == "NOUN" and not met and not _specified(phrase, at)


def _specified(phrase: Phrase, at: int) -> bool:
    """Return whether what stands behind a noun says which one it is: "the letter to the board", "the decision he took"."""
    for i in phrase.children(at):
        if i > at and phrase.words[i].relation in ("acl:relcl", "acl", "appos", "flat", "compound"):
            return True
        opener = phrase.words[min(phrase.subtree(i))]
        if i > at and phrase.words[i].relation == "nmod" and opener.low not in ("at", "in", "during", "after", "before", "by"):
            return True
    return False


def _demonstrates_here(phrase: Phrase, at: int) -> bool:
    """Return whether "this" goes with a time ("this week") or "that", "those" with what follows ("those who stayed")."""
    word = phrase.words[at]
    following = phrase.words[at + 1 : at + 4]
    if any(w.low in TIME_UNITS for w in following[:2]):
        return True
    if word.low in ("that", "those"):
        forward = next((w for w in following if w.tag != "ADV"), None)
        return forward is not None and (forward.tag == "ADP" or forward.fine in ("VBN", "VBG", "WP", "WDT", "WP$"))
    met = {w.lemma for w in phrase.words[:at] if w.tag == "NOUN"}
    return any(w.lemma in met for w in following[:2])


def _counts_on(phrase: Phrase, at: int) -> bool:
    """Return whether a sentence opens with "In the second," or "In both,": one of several told before."""
    following = phrase.words[at + 1].form if at + 1 < len(phrase.words) else ""
    return 0 < at < 4 and phrase.words[at].low in _ONE_OF and following == "," and phrase.words[0].tag == "ADP"


def _stands_alone(phrase: Phrase, at: int) -> bool:
    """Return whether a subject is a bare "both", "one", "another": one of something told before."""
    word = phrase.words[at]
    if at > 0 or word.low not in _ALONE or word.relation not in SUBJECTS:
        return False
    following = phrase.words[at + 1].low if at + 1 < len(phrase.words) else ""
    return following != "of"
