"""Which dates stand under words by which a sentence does not say that something happened: "denied that", "did not say whether"."""

from copydesk.records import DateMark
from copydesk.weigh.grammar import NEGATIONS, SAYING, Syntax
from copydesk.weigh.lists import listed

_DENYING = listed("deny dispute refute doubt reject dismiss contradict question refuse decline")
_UNSURE = listed("unclear unknown uncertain unproven unconfirmed untrue false")
_KNOWING = SAYING | listed("know clear prove establish recall remember sure certain say comment evidence proof sign ask")
_OPENERS = frozenset({"that", "whether", "if", "having"})
_ASKING = frozenset({"whether", "if", "when", "why", "how", "who", "what", "where"})
_JOINING = frozenset({"and", "but", "while", "so", ";"})
_RIGHT_BEHIND = 2  # words: "denied ever meeting her"; "denied arson following a fire" denies no fire
_NEAR = 4  # words between a "not" and the verb it denies
# What these hand on is told without them where an office or a body says it; what others say keeps who says it.
PLAIN = listed(
    "say tell add state note announce confirm report show find learn reveal disclose establish determine know see record"
)


def unsaid(syntax: Syntax, date: DateMark) -> bool:
    """Return whether a sentence denies, doubts or leaves open what it has a date of.

    The words alone are looked at, for a light parser ties a date to many verbs.
    """
    inside = syntax.inside(date)
    end = inside[0] if inside else syntax.last
    return any(_opens(syntax, at, end) for at in range(syntax.first, end))


def _opens(syntax: Syntax, at: int, end: int) -> bool:
    """Return whether a word, with what stands between it and a date, leaves open what is told of that date."""
    lemma = syntax.lemma(at)
    if lemma == "whether":
        return not _closed(syntax, at, end)
    if lemma in _DENYING and syntax.tokens[at].tag == "VERB":
        return any(_begins(syntax, i, i - at) and not _closed(syntax, i, end) for i in range(at + 1, end))
    denied = lemma in _KNOWING and any(
        syntax.lemma(i) in NEGATIONS | {"nobody", "none"} for i in range(max(syntax.first, at - _NEAR), at)
    )
    asked = _OPENERS | _ASKING if denied else _ASKING if lemma in _UNSURE or lemma == "ask" else frozenset[str]()
    return any(syntax.lemma(i) in asked and not _closed(syntax, i, end) for i in range(at + 1, end))


def _begins(syntax: Syntax, at: int, behind: int) -> bool:
    """Return whether a word opens what is denied: "denied *that* he met her", "denied *meeting* her"."""
    return syntax.lemma(at) in _OPENERS | _ASKING or (behind <= _RIGHT_BEHIND and syntax.tokens[at].fine == "VBG")


def _closed(syntax: Syntax, at: int, end: int) -> bool:
    """Return whether a new statement begins between a word and a date: "denied that he knew her, *but* on 3 June …"."""
    return any(syntax.lemma(i) in (",", ";") and syntax.lemma(i + 1) in _JOINING for i in range(at, end - 1))
