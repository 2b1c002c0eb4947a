"""Whether a sentence can stand outside its article."""

from copydesk.spans import Span
from copydesk.write.grammar.lexicon import (
    OTHER_PERSONS,
    TELLING,
    THIRD_PERSON,
)
from copydesk.write.grammar.names import Named
from copydesk.write.grammar.phrase import ENDS, SUBJECTS, Phrase, fresh, headed
from copydesk.write.grammar.telling import trailing_telling
from copydesk.write.offline.pointing import hanging, meets

FEWEST_WORDS = 5
_LONG = 8
# "Not all", "because of": these begin a sentence.
_AFTER_NOT = frozenset({"all", "every", "one", "a", "even", "only", "until", "since", "of"})
_CAPITALS = 0.8
_TOLD = ("ccomp", "obj", "xcomp", "parataxis", "obl", "advcl", "dep", "conj", "csubj", "obl:unmarked", "nmod")
# Who does only this tells nothing.
_SAYING = frozenset({"say", "add", "state", "announce", "report", "reply", "comment"})
_GIVING = frozenset({"issue", "release", "make", "give", "publish", "post"})
_WORDS_GIVEN = frozenset({"statement", "comment", "remark", "announcement"})
_CONTENT = ("ccomp", "obj", "xcomp", "parataxis", "csubj", "dep", "conj")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
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


def why_not(phrase: Phrase, named: list[Named], *, finite: bool = True) -> str | None:
    """Return why a phrase cannot be printed by itself, or None where it can.

    Args:
        phrase: The words, already trimmed.
        named: Who is mentioned in it; a pronoun among them can be replaced by a name.
        finite: Whether it must have a finite verb and as many words as a sentence; a headline need not.
    """
    if not phrase.words:
        return "too short to say anything by itself"
    return (_fragment(phrase) if finite else None) or _opening(phrase) or _addressing(phrase) or hanging(phrase, named)


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
    if phrase.has("below", "above") and words[phrase.root].lemma in ("follow", "see", "read", "appear", "list", "click"):
        return "it speaks of its page"
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
