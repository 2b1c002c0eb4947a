"""Where the words that name a speaker begin and end, by the parse first and by the words where it errs."""

from collections.abc import Sequence

from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.roles import GROUPS, OFFICES
from copydesk.text.words import WEEKDAYS, word_set

_STOPS = frozenset({",", ".", ";", ":", "(", ")", "–", "—", "--", "“", "”", "``", "''", '"', "?", "!", "…", "-"})
_AFTER_SPEAKER = word_set(
    """
    in on at to during as when after before while about by last this next via through that who whose earlier later adding
    over ahead
    """
)
_SKIPPED = word_set(
    """
    also later then has had have earlier reportedly still often once recently previously repeatedly publicly privately
    further further today yesterday tonight just only simply again always never not n't n’t did does do would will could
    """
)
_WHICH_TIME = frozenset({"this", "last", "next"})
_TIMES = frozenset({"week", "month", "year", "morning", "evening", "afternoon", "night", "weekend", "summer", "spring", *WEEKDAYS})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_SPEAKER = 25
LONGEST_NAME = 8
_NO_SPEAKER = frozenset({"what", "which", "that", "there", "it", "this", "no", "so", "now", "than", "how", "where", "when", "why"})
RELATIVES = frozenset({"who", "whose", "whom"})
CLAUSE = frozenset({"that", "if", "whether", "how", "why", "what", "where"})


def leftmost(view: View, head: int, floor: int) -> int:
    """Return the first token, at `floor` or behind it, that hangs on a word directly or through others."""
    return next((at for at in range(floor, head) if view.tokens[at].tag != "PUNCT" and head in view.above(at)), head)


def speaker_start(view: View, sentence: SentenceMark, verb: int, quoted: Sequence[int]) -> int | None:
    """Return the first token of the subject before a verb, None where there is none that can speak."""
    floor = floor_of(view, sentence, verb, quoted)
    subjects = _subjects(view, verb, floor)
    if subjects:
        start: int | None = phrase_start(view, leftmost(view, subjects[-1], floor), floor)
    if not subjects or view.lower[subjects[-1] : verb].count(",") % 2:  # a lone comma parts what the parser joined
        start = _by_words(view, verb, floor)
        start = _shared(view, verb, floor) if start is None else start
    if (
        start is None
        or view.lower[start] in _NO_SPEAKER
        or view.lower[start] in WEEKDAYS
        or view.tokens[start].tag == "ADP"
        or (start > sentence.first and view.lower[start - 1] in CLAUSE - {"that"})
    ):
        return None
    return start


def _subjects(view: View, verb: int, floor: int) -> list[int]:
    """Return which tokens between `floor` and a verb are its subject."""
    before = enumerate(view.tokens[floor:verb], floor)
    return [at for at, token in before if token.head == verb and token.relation.startswith("nsubj")]


def _shared(view: View, verb: int, floor: int) -> int | None:
    """Return where the subject begins that a verb shares with the one it hangs on: "X laughed and admitted", "X won, saying"."""
    if view.tokens[verb].relation not in ("conj", "advcl", "xcomp", "parataxis"):
        return None
    for above in view.above(verb):
        subjects = _subjects(view, above, floor)
        if subjects and above < verb:
            return phrase_start(view, leftmost(view, subjects[-1], floor), floor)
    return None


def floor_of(view: View, sentence: SentenceMark, verb: int, quoted: Sequence[int]) -> int:
    """Return the token behind the last quote before a verb: no speaker stands across a quote."""
    floor = max(sentence.first, verb - _LONGEST_SPEAKER)
    if max(quoted[floor:verb], default=-1) < 0:
        return floor
    return next((at + 1 for at in range(verb - 1, floor - 1, -1) if quoted[at] >= 0), floor)


def _by_words(view: View, verb: int, floor: int) -> int | None:
    """Return where the noun phrase before a verb begins, by tags alone; clauses in commas or with "who" are stepped over."""
    at = verb
    while at > floor and (view.lower[at - 1] in _SKIPPED or view.lower[at - 1] in WEEKDAYS):
        dated = view.lower[at - 1] in WEEKDAYS and at - 2 > floor and view.lower[at - 2] == "on"
        at -= 2 if dated else 1
    who = next((here for here in range(at - 1, floor, -1) if view.lower[here] in RELATIVES), None)
    if who is not None:
        at = who - 1 if view.lower[who - 1] == "," else who
    elif at > floor and view.lower[at - 1] == ",":  # "X, the head of the agency, said"
        opening = next((here for here in range(at - 2, floor, -1) if view.lower[here] == ","), None)
        if opening is None or view.tokens[opening - 1].tag not in ("PROPN", "NOUN", "NUM"):
            return None
        at = opening
    first = phrase_start(view, at, floor)
    return first if first < at else None


def phrase_start(view: View, at: int, floor: int) -> int:
    """Return where the noun phrase that goes on at a token begins: parsers cut "a senior | official" and "one of | the aides"."""
    while at > floor:
        tag = view.tokens[at - 1].tag
        if view.tokens[at].tag == "DET" and tag in ("NOUN", "PROPN", "ADJ"):
            break
        named = tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART") or view.words[at - 1][0].isupper()
        if not named and not _joins_nouns(view, at - 1, floor) and not _hyphen(view, at - 1, floor):
            break
        at -= 1
    return at


def _hyphen(view: View, at: int, floor: int) -> bool:
    """Return whether a token is the hyphen inside a compound: "the 43-year-old nurse"."""
    touching = at > floor and view.tokens[at - 1].end == view.tokens[at].start and view.tokens[at].end == view.tokens[at + 1].start
    return touching and view.lower[at] == "-"


def _joins_nouns(view: View, at: int, floor: int) -> bool:
    """Return whether a preposition holds a noun phrase together: "one of the aides", "a spokesman for the police"."""
    if at <= floor or view.lower[at] not in ("of", "for", "at", "with", "from"):
        return False
    before = view.lower[at - 1]
    return (
        view.tokens[at - 1].tag in ("NOUN", "NUM", "PRON", "PROPN", "DET", "ADJ")
        if view.lower[at] == "of"
        else before in OFFICES or before in GROUPS
    )


def speaker_end(view: View, start: int, verb: int) -> int:
    """Return where the speaker's name or description ends: at the comma of an apposition, before adverbs and verbs."""
    end = _before_adverbs(view, start, verb)
    named = False
    for at in range(start, end):
        tag = view.tokens[at].tag
        if at > start and (view.lower[at] in (",", "(", "–", "—", "who") or (tag == "VERB" and named)):
            return _before_adverbs(view, start, behind_name(view, start, at, end))
        if named and _tells_when(view, at):
            return _before_adverbs(view, start, at)
        named = named or tag in ("NOUN", "PROPN", "PRON")
    return end


def _before_adverbs(view: View, start: int, end: int) -> int:
    """Return where a phrase ends without the adverbs and auxiliaries of the verb behind it: "Venn is", "Venn often"."""
    while end > start + 1:
        relative = view.tokens[end - 1].fine == "WDT" and view.tokens[end - 2].tag != "ADP"  # "a group that", not "all of which"
        if not relative and view.lower[end - 1] not in _SKIPPED and view.tokens[end - 1].tag not in ("ADV", "AUX"):
            break
        end -= 1
    return end


def _tells_when(view: View, at: int) -> bool:
    """Return whether a time begins behind a name: "Venn this week said", "the mayor on Friday"."""
    word, behind = view.lower[at], view.lower[at + 1] if at + 1 < len(view.lower) else ""
    if word in _WHICH_TIME:
        return behind in _TIMES
    return word in WEEKDAYS or (word in ("early", "late", "on") and behind in WEEKDAYS)


def behind_name(view: View, start: int, comma: int, last: int) -> int:
    """Return where the name ends that a comma sets off behind an office ("its chairman, Rada Venn, said"), else the comma."""
    if view.lower[comma] != "," or view.lower[comma - 1] not in OFFICES or view.tokens[start].tag == "PROPN":
        return comma
    at = comma + 1
    while at < last and view.words[at][0].isupper() and view.tokens[at].tag in ("PROPN", "NOUN", "X", "ADJ"):
        at += 1
    closed = at == last or view.lower[at] in (",", ".")
    return at if closed and at - comma in (2, 3, 4) else comma


def phrase_end(view: View, sentence: SentenceMark, start: int, quoted: Sequence[int]) -> int:
    """Return where a noun phrase that begins at a token ends: at a sign, a quote, a verb or a word that leads on."""
    at = start
    while at < min(sentence.last, start + _LONGEST_SPEAKER) and quoted[at] < 0:
        word, tag = view.lower[at], view.tokens[at].tag
        if word in _STOPS and not (word == "-" and view.tokens[at - 1].end == view.tokens[at].start):
            break
        if at > start and (
            word in _AFTER_SPEAKER or (tag in ("VERB", "AUX") and view.tokens[at].fine not in ("VBN", "VBG")) or is_time(view, at)
        ):
            break
        if tag == "PRON" and at > start and word != "his":
            break
        at += 1
    return behind_name(view, start, at, sentence.last) if start < at < sentence.last else at


def without_signs(view: View, first: int, last: int) -> tuple[int, int]:
    """Take commas, dashes and the final full stop from both ends."""
    while first < last and view.lower[first] in (",", ":", ";", "–", "—", "--", "-", "."):
        first += 1
    while last > first and view.lower[last - 1] in (",", ":", ";", "–", "—", "--", "-", ".", "and", "but"):
        last -= 1
    return first, last


def is_time(view: View, at: int) -> bool:
    """Return whether a word begins a time ("Tuesday", "last week") rather than a name."""
    return view.lower[at].endswith("day") or view.lower[at] in ("last", "this", "earlier", "later", "in", "on", "during")
