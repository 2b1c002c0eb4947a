"""What stands before a number and how it makes the value stand: "nearly", "at least", "up to", "over".

"Up" and "over" may belong to the verb before them instead: "rose up to 17" names the value itself, "hand over 150 prisoners" counts
150, and "rose over five years" measures a stretch of time.
"""

from copydesk.mark.cores import Core
from copydesk.mark.view import View
from copydesk.records import Approximation, SentenceMark
from copydesk.text.units import SCALE
from copydesk.text.words import word_set

# Words before a number, and what they make of it.
_LEAD_WORDS: dict[Approximation, str] = {
    "at_most": "no more than|not more than|as many as|as much as|a maximum of|at most|up to",
    "at_least": "no fewer than|no less than|not less than|as few as|as little as|a minimum of|at least",
    "more_than": "in excess of|well over|just over|a little over|well above|more than|greater than|upwards of|upward of|over|above|"
    "exceeding|>",
    "less_than": "just under|well under|just below|fewer than|less than|under|below|<",
    "about": "close to|an estimated|a reported|an average of|about|around|approximately|roughly|some|nearly|almost|estimated|circa|"
    "~|several|a few",
    "exact": "a total of|a record|only|exactly|just",
}
# The longest first, because "no more than" ends in "more than".
_LEADS: tuple[tuple[tuple[str, ...], Approximation], ...] = tuple(
    sorted(
        ((tuple(words.split()), kind) for kind, listed in _LEAD_WORDS.items() for words in listed.split("|")),
        key=lambda lead: (-len(lead[0]), lead[0]),
    )
)
_LAST_OF_LEADS = frozenset(words[-1] for words, _ in _LEADS)
# "Up" behind these tells the direction; behind the second only where they are passive ("was revised up to 17"), because
# "put up to 500 guards there" states a limit.
_GO_UP = word_set("go rise climb creep inch tick edge soar")
_PUT_UP = word_set("put push bring take bump nudge raise revise mark round drive scale")
# What is handed over is all of it; behind other verbs ("won over 300 seats", "carried over 300 people") the number is exceeded.
_PASS_OVER = frozenset({"hand", "turn"})
# With these a time is what something lasts; elsewhere "over five years" is the stretch in which it happens.
_LASTING = word_set("take last spend wait serve need be have get face receive require cost lose earn live stay work remain span")
_BEFORE_LENGTH = word_set("for after in of to than with within by at until since")
_ABOUT = word_set("talk complain worry ask inquire question warn")


def lead(view: View, sentence: SentenceMark, core: Core) -> tuple[int, Approximation]:
    """Return where the amount begins with the words before its number, and what they make of the value."""
    at = core.first
    if at == sentence.first or view.lower[at - 1] not in _LAST_OF_LEADS:
        return at, core.approximation
    for words, kind in _LEADS:
        first = at - len(words)
        if first >= sentence.first and view.lower[first:at] == words:
            if _of_verb(view, sentence, first, words) or _stretch(view, sentence, first, core, words):
                return at, core.approximation
            weak = core.approximation in ("range", "at_least") or kind == "exact"
            return (first, core.approximation) if weak else (first, kind)
    return at, core.approximation


def _of_verb(view: View, sentence: SentenceMark, first: int, words: tuple[str, ...]) -> bool:
    """Return whether a lead belongs to the verb before it: "gone up to", "hand over", "complained about"."""
    verb = first - 1
    if verb < sentence.first or words not in (("up", "to"), ("over",), ("about",)):
        return False
    lemma, fine = view.tokens[verb].lemma.lower(), view.tokens[verb].fine
    if words == ("about",):
        return lemma in _ABOUT
    if words == ("up", "to"):
        passive = fine == "VBN" and any(view.tokens[at].lemma == "be" for at in range(max(sentence.first, verb - 3), verb))
        return lemma in _GO_UP or (lemma in _PUT_UP and passive) or view.lower[verb][:1].isdigit()
    return lemma in _PASS_OVER


def _stretch(view: View, sentence: SentenceMark, first: int, core: Core, words: tuple[str, ...]) -> bool:
    """Return whether "over" tells in which time something happens: "rose over five years", "Over two days, 400 came"."""
    if words != ("over",) or SCALE.get(core.unit or "", ("",))[0] != "duration":
        return False
    before = first - 1
    if before < sentence.first:
        return view.lower[core.last : core.last + 1] == (",",)
    lasts = view.tokens[before].lemma.lower() in _LASTING or view.lower[before] in _BEFORE_LENGTH
    return not (lasts or view.tokens[before].tag in ("DET", "AUX")) and view.lower[core.last : core.last + 1] not in (
        ("ago",),
        ("later",),
        ("old",),
        ("earlier",),
    )
