"""Who says it: attributions found in a sentence, put before it, or put behind it."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from copydesk.spans import Span
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.words import SPEECH_LEMMAS, verb_forms
from copydesk.write.grammar.finish import finished, opened
from copydesk.write.grammar.lexicon import CAPITALISED, CONTINUING, REPORTING, TELLING
from copydesk.write.grammar.phrase import CLOSING_QUOTES, ENDS, OPENING_QUOTES, SUBJECTS, Phrase, Word, headed

_REPORT = frozenset({"report", "reports", "newspaper", "article", "story"})
_FINITE = ("VBD", "VBZ", "VBP")
LONGEST_TELLING = 14
_PLAIN = ("say", "state", "announce", "report", "confirm", "note")  # who "claims" or "admits" does more than tell
_SHORTEST = 4  # words of a statement that can stand without who says it
_LONGEST_BACK = 26  # words behind which nobody looks for who says it
_SAID = frozenset(form for lemma in TELLING for form in verb_forms(lemma)) | {"said", "says", "told"}
_INITIALLED = re.compile(r"[A-Z]-[A-Z]")  # "T-Mobile" is three words to a tagger
# "Reports", "report" -> "reported".
_PAST = {form: verb_forms(lemma)[0] for lemma in SPEECH_LEMMAS for form in (lemma, verb_forms(lemma)[1])}
Form = Literal["front", "that", "back", "adds", "also"]


def trailing_telling(phrase: Phrase) -> Span | None:
    """Return the attribution at the end of a sentence, its comma included: ", two officials said"; None where there is none."""
    return phrase.once(_trailing)


def _trailing(phrase: Phrase) -> Span | None:
    quoted, forms = phrase.quoted(), phrase.forms()
    end = len(forms)
    while end and forms[end - 1] in ENDS:
        end -= 1
    for i in range(end - 1, max(0, end - LONGEST_TELLING) - 1, -1):
        if forms[i] != "," or (quoted[i] and forms[i + 1 : i + 2] not in (["”"], ['"'])):
            continue
        start = i + 2 if quoted[i] else i + 1
        return Span(i, end) if _tells(phrase, Span(start, end)) else None
    return None


def uncredited(phrase: Phrase, outlet: str) -> Phrase:
    """Return a phrase without words that say what its teller will say again.

    "According to the Gazette,", ", it reported", and of an organisation's own release "The coastguard confirms that".
    """
    telling, name = trailing_telling(phrase), set(outlet.casefold().split())
    if telling and _names(phrase.words[telling.start : telling.end], name):
        phrase = phrase.without(range(telling.start, telling.end))
    comma = next((i for i, w in enumerate(phrase.words[:8]) if w.form == ","), 0)
    if comma and phrase.forms()[:2] == ["according", "to"] and _names(phrase.words[2:comma], name):
        phrase = headed(phrase.slice(comma + 1, len(phrase.words)))
    itself = phrase.root > 0 and phrase.words[phrase.root].lemma in _PLAIN and _names(phrase.words[: phrase.root], name)
    return (unsaid(phrase) if itself else None) or phrase


def unsaid(phrase: Phrase) -> Phrase | None:
    """Return what somebody is said to say at the head of a sentence: "14 have died" of "The police say that 14 have died"."""
    root = phrase.root
    if root < 1 or phrase.words[root].lemma not in TELLING or any(phrase.quoted()):
        return None
    states = phrase.forms()[root + 1 : root + 2] == ["that"] and phrase.children(root, "ccomp")
    rest = phrase.slice(root + 2, len(phrase.words))
    return headed(rest) if states and rest.count > _SHORTEST else None


def _names(words: Sequence[Word], name: set[str]) -> bool:
    """Return whether some words name an outlet, if only by a part of its name, and nobody else."""
    told = {w.low for w in words if w.tag in ("NOUN", "PROPN", "PRON", "ADJ")} - {"the"}
    return bool(told) and told <= name | _REPORT and not any(w.low == "told" for w in words)


def _tells(phrase: Phrase, part: Span) -> bool:
    """Return whether a part of a sentence is no more than somebody and a verb of saying, or "according to" somebody."""
    words = phrase.words[part.start : part.end]
    if [w.low for w in words[:2]] == ["according", "to"]:
        return True
    if words and words[0].low == "told":
        return False  # "…, the nurse, told the Gazette": who told it stands before the comma
    last = len(words) - 1  # there a parser takes "added" for a participle
    verbs = [
        i
        for i, w in enumerate(words)
        if w.tag in ("VERB", "AUX") and (w.fine in _FINITE or (i == last and (w.fine == "VBN" or w.low in CONTINUING)))
    ]
    if len(verbs) != 1 or words[verbs[0]].lemma not in TELLING:
        return False
    return any(w.tag in ("NOUN", "PROPN", "PRON", "ADJ") for w in words) and words[0].low not in ("and", "but", "which", "who")


def lowered(text: str, phrase: Phrase, named: frozenset[int]) -> str:
    """Return a sentence's text as it goes on behind other words: its first letter small unless a name begins there.

    Args:
        text: The sentence.
        phrase: Its words.
        named: Offsets in the article at which names begin.
    """
    if not phrase.words or not text or not text[0].isupper():
        return text
    word = phrase.words[0]
    keeps = word.start in named or (word.start < 0 and word.form[:1].isupper()) or word.form == "I"
    proper = word.form in DEMONYMS or word.form in ALIASES or word.low in CAPITALISED
    shouted = (len(word.form) > 1 and any(sign.isupper() for sign in word.form[1:])) or _INITIALLED.match(text) is not None
    return text if keeps or proper or shouted else text[0].lower() + text[1:]


class Teller(msgspec.Struct, frozen=True):
    """Who reports something.

    Attributes:
        name: As it stands inside a sentence: "the Courier", "The Hill", "one report", "the Courier and Radio Nine".
        plural: Whether it is several.
        says: Whether it speaks for itself rather than reports: a company's release.
        unnamed: Whether its name is not known.
        carried: The outlet that passes it on, as it stands inside a sentence, where the teller's own article is not at hand.
        reporting: The verb for what it does, where it neither speaks for itself nor is without a name.
    """

    name: str
    plural: bool = False
    says: bool = False
    unnamed: bool = False
    carried: str | None = None
    reporting: str = "report"

    @property
    def verb(self) -> str:
        """What it does."""
        verb = "say" if self.says or self.unnamed else self.reporting
        return verb if self.plural else f"{verb}s"

    @property
    def head(self) -> str:
        """The name as it stands at the head of a sentence."""
        common = self.name.startswith(("one ", "another ", "a ", "the "))
        return self.name[0].upper() + self.name[1:] if common else self.name

    @property
    def inside(self) -> str:
        """The name as it stands inside a sentence, with the outlet that passes it on."""
        return f"{self.name}, as cited by {self.carried}" if self.carried else self.name


def told(text: str, below: str, teller: Teller, form: Form) -> str:
    """Return a sentence with who reports it.

    Args:
        text: The sentence.
        below: The sentence as it goes on behind other words.
        teller: Who reports it.
        form: Where to say so.
    """
    if form == "front":
        return finished(f"According to {teller.inside}, {below}")
    if form == "adds":
        return finished(f"{teller.head} adds that {below}")
    if form == "also":
        return finished(f"{teller.head} also {teller.verb} that {below}")
    if form == "that":
        return finished(f"{teller.head} {teller.verb} that {below}")
    if ", according to " in text and teller.carried is None:
        return finished(f"{opened(text)}, {teller.name} {teller.verb}.")
    return finished(f"{opened(text)}, {according(teller, told=attributed(text))}.")


def attributed(text: str) -> bool:
    """Return whether a sentence ends with who says it, so that one more verb of saying would be one too many."""
    last = text.rstrip(" .").rpartition(",")[2].split()
    return 1 < len(last) <= LONGEST_TELLING and (last[-1] in _SAID or last[0] in _SAID)


def according(teller: Teller, *, told: bool = False) -> str:
    """Return the words behind a sentence that say who reports it; told says that it ends with who says it."""
    if teller.carried or teller.unnamed or told:
        return f"according to {teller.inside}"
    return f"{teller.inside} {teller.verb}"


def told_then(text: str, when: str) -> str | None:
    """Return a sentence that ends with who reports it as reported at a time, or None where it does not end so.

    ", the Courier reports." becomes ", the Courier reported on Monday."
    """
    before, _, teller = text.rpartition(", ")
    words = teller.removesuffix(".").split()
    if not before or len(words) < len(("it", "reports")):
        return None
    if words[:2] == ["according", "to"]:
        return f"{before}, {' '.join(words)} {when}."
    past = _PAST.get(words[-1])
    return f"{before}, {' '.join(words[:-1])} {past} {when}." if past else None


def takes(phrase: Phrase, form: Form) -> bool:
    """Return whether a sentence can be told in a form without reading badly."""
    words = [w for w in phrase.words if w.form not in ENDS]
    while words and words[-1].form in (")", "]"):
        words.pop()
    if not words:
        return False
    opens_quoted = words[0].form in OPENING_QUOTES or words[0].form == '"'
    ends_quoted = words[-1].form in CLOSING_QUOTES or words[-1].form == '"'
    twice = trailing_telling(phrase) is not None
    if form == "back":
        return not ends_quoted and phrase.count <= _LONGEST_BACK
    if form != "front":
        # "The report says that officials said" says it twice.
        said = phrase.words[phrase.root].lemma in REPORTING and bool(phrase.children(phrase.root, "ccomp"))
        return not (opens_quoted or twice or said) and words[0].low != "according" and _subject_first(phrase)
    if words[0].low == "according" or _fronted(phrase) or phrase.words[phrase.root].lemma in TELLING:
        return False
    return not opens_quoted and not twice and not phrase.has("reportedly", "according")


def _fronted(phrase: Phrase) -> bool:
    """Return whether a sentence opens with a time, a place or a circumstance, a comma behind it."""
    return any(w.form == "," for w in phrase.words[1:8]) and not _subject_first(phrase)


def _subject_first(phrase: Phrase) -> bool:
    """Return whether a sentence begins with its subject."""
    root = phrase.root
    subjects = [i for i, w in enumerate(phrase.words) if w.relation in SUBJECTS and w.head == root]
    if not subjects:
        return False
    stretch = phrase.stretch(subjects[0])
    return stretch is not None and stretch.start == 0
