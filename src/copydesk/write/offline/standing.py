"""Whether a sentence can stand outside its article."""

from copydesk.spans import Span
from copydesk.text.roles import OFFICES
from copydesk.write.grammar.lexicon import (
    ANYBODY,
    DEMONSTRATIVES,
    OTHER_PERSONS,
    POINTERS,
    REPORTING,
    TELLING,
    THIRD_PERSON,
    TIME_UNITS,
)
from copydesk.write.grammar.names import Named
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase, fresh, headed
from copydesk.write.grammar.telling import trailing_telling

FEWEST_WORDS = 5
_LONG = 8
_POINTING = frozenset({"initial", "new", "latest", "recent", "same", "earlier"})
_EARLY = 6  # words into a sentence within which "the move" most likely points back
# Behind these "that" opens a clause.
_CLAUSE_AFTER = ("NOUN", "PROPN", "CCONJ", "ADJ", "ADV")
# "Not all", "because of": these begin a sentence.
_AFTER_NOT = frozenset({"all", "every", "one", "a", "even", "only", "until", "since", "of"})
_CAPITALS = 0.8
_TOLD = ("ccomp", "obj", "xcomp", "parataxis", "obl", "advcl", "dep", "conj", "csubj", "obl:unmarked", "nmod")
# Who does only this tells nothing.
_SAYING = frozenset({"say", "add", "state", "announce", "report", "reply", "comment"})
_GIVING = frozenset({"issue", "release", "make", "give", "publish", "post"})
_WORDS_GIVEN = frozenset({"statement", "comment", "remark", "announcement"})
_CONTENT = ("ccomp", "obj", "xcomp", "parataxis", "csubj", "dep", "conj")
_NO_NOUN = ("obl:unmarked", "obl:tmod", "compound")
_DEEPEST = 4  # words between a pronoun and the verb of its clause
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ALONE = frozenset(
    {"both", "one", "another", "neither", "none", "others", "each", "such", "some", "many", "most", "several", "all", "two"}
)
_ONE_OF = frozenset({"both", "first", "second", "third", "other", "latter", "former", "one", "another"})
# Who or what says something, with the article that makes it one of many.
_ANY: dict[str, str] = {
    "official": "an",
    "spokesman": "a",
    "spokeswoman": "a",
    "spokesperson": "a",
    "witness": "a",
    "diplomat": "a",
    "aide": "an",
    "statement": "a",
    "analyst": "an",
    "expert": "an",
    "resident": "a",
    "researcher": "a",
    "prosecutor": "a",
    "lawyer": "a",
    "source": "a",
}
_COUNTING = frozenset(
    {"first", "second", "third", "others", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)
_SUSPECT = THIRD_PERSON | DEMONSTRATIVES | POINTERS | ANYBODY | _ALONE | _ONE_OF | _COUNTING | {"such"}
_PEOPLE_NOUNS = (
    OFFICES | ANYBODY | {"person", "passenger", "worker", "leader", "member", "employee", "boss", "head", "guest", "patient"}
)
_PEOPLE = ("he", "she", "him", "her", "his", "hers", "himself", "herself")


def why_not(phrase: Phrase, named: list[Named], *, finite: bool = True) -> str | None:
    """Return why a phrase cannot be printed by itself, or None where it can.

    Args:
        phrase: The words, already trimmed.
        named: Who is mentioned in it; a pronoun among them can be replaced by a name.
        finite: Whether it must have a finite verb and as many words as a sentence; a headline need not.
    """
    if not phrase.words:
        return "too short to say anything by itself"
    return (_fragment(phrase) if finite else None) or _opening(phrase) or _addressing(phrase) or _hanging(phrase, named)


def _fragment(phrase: Phrase) -> str | None:
    """Return why not, where a phrase is no whole statement."""
    words = phrase.words
    if phrase.count < FEWEST_WORDS:
        return "too short to say anything by itself"
    if not _predicates(phrase) or words[0].form[:1].islower() or _trails_off(phrase):
        return "no whole sentence"
    told = bool(phrase.children(phrase.root, *_TOLD)) or any(phrase.quoted()) or _led(phrase)
    if words[phrase.root].lemma in TELLING and not told:
        return "no whole sentence"
    if untold(phrase):
        return "it does not tell what was said"
    if words[-1].form in ("…", "...", "..", "....", "…."):
        return "breaks off"
    contrast = words[0].low in ("not", "because") and words[1].low not in _AFTER_NOT
    if contrast or (words[0].lemma in TELLING and words[0].fine in ("VBZ", "VBD")):
        return "no whole sentence"  # "Says the company, there are no plans"
    if words[0].fine == "VB":
        return "speaks of its writer or reader"
    return "a heading" if _title_case(phrase) else None


def _led(phrase: Phrase) -> bool:
    """Return whether a statement stands before who says it, whatever the parser ties to "says"."""
    telling = trailing_telling(phrase)
    if telling is None or any(w.low in THIRD_PERSON for w in phrase.words[telling.start : telling.end]):
        return False  # ", she said"
    return any(w.fine in _FINITE for w in phrase.words[: telling.start])


def untold(phrase: Phrase) -> bool:
    """Return whether somebody only "said in a statement" or "issued a statement": what it was stands in another sentence."""
    root = phrase.words[phrase.root]
    before, behind = phrase.words[: phrase.root], phrase.words[phrase.root + 1 :]
    goes_on = any(w.fine in _FINITE or w.tag == "NUM" for w in behind) or any(phrase.quoted())
    if not before or goes_on or any(w.form == "," or w.tag == "VERB" for w in before):  # "…, officials said"
        return False
    if root.lemma in _GIVING:
        given = [phrase.words[i].lemma for i in phrase.children(phrase.root, "obj")]
        return any(word in _WORDS_GIVEN for word in given) and not any(w.tag in ("VERB", "SCONJ") for w in behind)
    passive = phrase.children(phrase.root, "aux:pass", "nsubj:pass")  # "was announced as the host"
    return root.lemma in _SAYING and not passive and not phrase.children(phrase.root, *_CONTENT)


def _trails_off(phrase: Phrase) -> bool:
    """Return whether a few words without a verb are all that stands behind the last semicolon."""
    at = max((i for i, word in enumerate(phrase.words) if word.form == ";"), default=-1)
    behind = [w for w in phrase.words[at + 1 :] if w.tag != "PUNCT"]
    return at > 0 and len(behind) < FEWEST_WORDS and not any(w.tag in ("VERB", "AUX") for w in behind)


def _opening(phrase: Phrase) -> str | None:
    """Return why not, where a phrase asks, or begins with what begins no statement."""
    words = phrase.words
    if words[-1].form.startswith("?"):
        return "a question"
    if phrase.has("|", "•", "·", "»"):
        return "no whole sentence"
    if words[0].low == "here" and words[1].low in ("'s", "’s", "is", "are"):
        return "it promises rather than tells"
    begins = words[0].form[:1].isalnum() or words[0].form in ("“", '"', "$", "£", "€", "``", "‘")
    return None if begins and words[0].low not in ("who", "which", "whose", "whom") else "no whole sentence"


def _predicates(phrase: Phrase) -> bool:
    """Return whether a phrase has a finite verb outside relative clauses; a parser may take one for a noun, so any verb may do."""
    finite = any(w.fine in _FINITE and w.relation != "acl:relcl" for w in phrase.words)
    verbs = (w for w in phrase.words if w.tag in ("VERB", "AUX") and w.fine not in ("VB", "VBG"))
    return finite or (phrase.count >= _LONG and any(verbs) and ends_whole(phrase))


def leans(phrase: Phrase) -> bool:
    """Return whether a sentence opens with "the two countries", "both sides", "the visit": it may follow another, but not lead."""
    words = phrase.words[:2]
    if counted(phrase) or len(words) < 2:
        return counted(phrase)
    bare = words[0].low == "the" and words[1].tag == "NOUN" and words[1].relation in SUBJECTS
    return bare and not any(i > 1 and phrase.words[i].tag != "PUNCT" for i in phrase.children(1))


def counted(phrase: Phrase) -> bool:
    """Return whether a sentence opens with some that were told before: "the two countries", "in both cases"."""
    start = 1 if phrase.words[:1] and phrase.words[0].tag == "ADP" else 0
    forms = phrase.forms()[start : start + 2]
    definite = forms[:1] == ["the"] and forms[1:] in (["two"], ["three"], ["four"], ["other"])
    return definite or forms[:1] in (["both"], ["other"], ["another"])


def _title_case(phrase: Phrase) -> bool:
    """Return whether most words of a phrase are written with a capital, as in a headline."""
    if sum(w.form.islower() and len(w.form) > 3 for w in phrase.words[1:8]) > 1:
        return False
    if any(w.fine in _FINITE and w.form.islower() for w in phrase.words):
        return False  # three people with their titles "will testify"
    long = [w for w in phrase.words if w.form.isalpha() and len(w.form) > 3]
    return len(long) >= _LONG // 2 and sum(w.form[0].isupper() for w in long) > _CAPITALS * len(long)


def _addressing(phrase: Phrase) -> str | None:
    """Return why not, where the writer or the reader is spoken of outside quotation marks."""
    if not phrase.has(*OTHER_PERSONS):
        return None
    quoted = phrase.quoted()
    words = phrase.words
    inside = {i for i, w in enumerate(words) if i and not w.space and words[i - 1].form in ("-", "–")}  # "pay-as-you-go"
    spoken = any(w.low in OTHER_PERSONS and w.form != "US" and not quoted[i] and i not in inside for i, w in enumerate(words))
    return "speaks of its writer or reader" if spoken else None


def _hanging(phrase: Phrase, named: list[Named]) -> str | None:
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


def ends_whole(phrase: Phrase) -> bool:
    """Return whether a phrase ends as a sentence does; "U.S." and "Jr." have taken in its full stop."""
    if not phrase.words:
        return False
    last = phrase.words[-1].form
    return last in ENDS or last in ("”", '"', "’", ")") or (last.endswith(".") and len(last) > 2)


def named_apposition(phrase: Phrase) -> Phrase:
    """Turn "its chairman, Ivo Marsh, said" into "Ivo Marsh said" where nothing in the sentence tells whose chairman."""
    if not phrase.has("its", "his", "her", "their"):
        return phrase
    quoted = phrase.quoted()
    for i, word in enumerate(phrase.words[:-3]):
        if word.low not in ("its", "his", "her", "their") or quoted[i] or meets(phrase, i):
            continue
        comma = next((j for j in range(i + 2, min(i + 6, len(phrase.words))) if phrase.words[j].form == ","), 0)
        named = comma and phrase.words[comma + 1 : comma + 2] and phrase.words[comma + 1].tag == "PROPN"
        end = next((j for j in range(comma + 1, min(comma + 6, len(phrase.words))) if phrase.words[j].form == ","), 0)
        if named and end and all(w.tag == "PROPN" or w.form in ("-", ".") for w in phrase.words[comma + 1 : end]):
            return phrase.without({*range(i, comma + 1), end})
    return phrase


def generalised(phrase: Phrase) -> Phrase:
    """Turn "the official said" into "an official said": which official it was stands in another sentence."""
    for i in [i for i, form in enumerate(phrase.forms()[:-1]) if form == "the"]:
        noun = phrase.words[i + 1]
        if noun.lemma not in _ANY or phrase.quoted()[i]:
            continue
        if any(w.head == i + 1 and j > i + 1 and w.tag != "PUNCT" for j, w in enumerate(phrase.words)):
            continue
        return _loosened(phrase, i, _ANY[noun.lemma], plural=noun.fine == "NNS")
    return phrase


def _loosened(phrase: Phrase, at: int, article: str, *, plural: bool) -> Phrase:
    if plural:
        return headed(phrase.without({at})) if at == 0 else phrase.without({at})
    return phrase.replaced(Span(at, at + 1), fresh(article.capitalize() if at == 0 else article, "DET"))
