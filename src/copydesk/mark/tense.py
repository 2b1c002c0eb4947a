"""Whether a sentence speaks of what is past or of what is to come.

Only clear signs count, because a weekday sought in the wrong direction is a wrong day: a verb in the past, "will", "is to", "is set
to". A plan told in the past ("was due to open") may have come true or not, and a noun ("Tuesday's vote") says nothing of its time.
"""

from copydesk.mark.calendar import NEAREST
from copydesk.mark.view import View
from copydesk.text.words import SPEECH_LEMMAS, word_set

# What is planned, expected or wanted lies ahead, as long as it is told in the present.
_EXPECTED = word_set("expect set plan schedule due intend hope slate prepare poise want aim go seek agree")
# Verbs of a timetable: in the present they tell of what is to come ("talks begin Monday").
_TIMETABLE = word_set("begin start resume reopen kick host face play open close end vote elect return expire land")
_PRESENT_BE = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"})
_IS = _PRESENT_BE - {"am"}  # "3 am on Tuesday"
_PAST = frozenset({"was", "were", "had", "did"})
_PERFECT = frozenset({"have", "has", "'ve", "’ve"})
_AT = word_set("in at on by during after following since from near outside inside off over above below along across around")
_LEADS = frozenset({"on", "late", "early", "in", "from", "by", "since", "until"})
_DATING = frozenset({"dates", "dating", "dated", "stems", "stemming"})
_CLOSE = 4
_PLANS = word_set("expect plan intend hope aim want seek prepare")
_PLANNED = word_set("set due expected scheduled slated poised planned likely going about prepared ready")
_DEADLINE = frozenset({"by", "until", "till", "from"})


def ahead(view: View, token: int) -> int:
    """Return 1 where the clause of a word speaks of what is to come, -1 of what is past, 0 where that is not clear.

    The verb is the nearest one above the word in the parse; where the parse has none, the nearest one before it. Where the two
    contradict each other, nothing is clear.
    """
    if view.lower[token - 1] in _IS or (view.lower[token - 1] == "on" and view.lower[token - 2] in _IS):
        return 1  # "the vote is on Tuesday"
    above = _with_verb(view, token, _verb_above(view, token))
    before = _verb_before(view, token)
    if above is None:
        return 0 if before is None else of_verb(view, before)
    direction = of_verb(view, above)
    if view.tokens[above].relation.startswith("acl") and not _touches(
        view, above, token
    ):  # "meet families of those killed … on Thursday": whose time it is stays open
        main = next((at for at in view.above(above) if view.tokens[at].tag in ("VERB", "AUX")), above)
        direction = direction if of_verb(view, main) in (0, direction) else 0
    if not direction and _is_present(view, above) and _is_set(view, token):
        return 1
    near = 0 if before is None or token - before > _CLOSE or above == before else of_verb(view, before)
    return 0 if near == -direction else direction


def ahead_of_day(view: View, first: int, token: int) -> int:
    """Return the direction in which a day of a month or a month lies, as `ahead` does, where its year is not named.

    In the present such a day lies ahead ("the court rules on 3 June", "from January nobody needs a stamp"), behind "since" it is
    past. A perfect takes no day of the past: with "have signed up for the race on 3 June" it is the nearest one (`NEAREST`).
    """
    before = view.lower[first - 1] if first else ""
    if before == "since" or (before == "from" and first > 1 and view.lower[first - 2] in _DATING):
        return -1
    verb = _with_verb(view, token, _verb_above(view, token))
    verb = _verb_before(view, token) if verb is None else verb
    if (
        verb is not None
        and view.tokens[verb].fine == "VBN"
        and not _PERFECT.isdisjoint(view.lower[at] for at in _helpers(view, verb))
    ):
        return NEAREST
    direction = ahead(view, token)
    present = verb is not None and _is_present(view, verb)
    return 1 if not direction and (present or before in ("from", "until")) else direction


def _is_set(view: View, token: int) -> bool:
    """Return whether a time is one that the present speaks of as set: "On Tuesday, Venn has an audience", "has until Tuesday"."""
    before = view.lower[token - 1] if token else ""
    opens = before == "on" and token - 1 == view.sentence_of(token).first
    return opens or before in ("until", "till", "by")


def _is_present(view: View, verb: int) -> bool:
    """Return whether a verb or the form of "be" that goes with it stands in the present."""
    if view.tokens[verb].fine in ("VBZ", "VBP"):
        return True
    return view.tokens[verb].fine == "VBN" and any(view.lower[at] in _PRESENT_BE for at in _helpers(view, verb))


def _touches(view: View, verb: int, token: int) -> bool:
    """Return whether nothing but a small word parts a verb from its time: "a patch released on Wednesday"."""
    return verb < token and all(view.lower[at] in _LEADS or view.lower[at].isdecimal() for at in range(verb + 1, token))


def _with_verb(view: View, token: int, above: int | None) -> int | None:
    """Return the verb whose tense tells: a participle ("killing four", "after winning") has none, and takes that of its clause."""
    while above is not None and view.tokens[above].fine == "VBG" and not _helpers(view, above) and not _touches(view, above, token):
        above = _verb_above(view, above)
    return above


def _verb_above(view: View, token: int) -> int | None:
    above = next((at for at in view.above(token) if view.tokens[at].tag in ("VERB", "AUX")), None)
    return above if above is None else _told_by(view, token, above)


def _told_by(view: View, token: int, verb: int) -> int:
    """Return the verb of what is told where a time before it hangs on the telling.

    "From 1 May, the minister said, dogs will be …"; "the minister said that from 1 May dogs will be …".
    """
    if view.tokens[verb].lemma not in SPEECH_LEMMAS:
        return verb
    between = token < verb and view.lower[verb + 1 : verb + 2] == (",",)
    behind = token > verb and "that" in view.lower[verb + 1 : token]
    told = (at for at in range(max(token, verb) + 1, view.sentence_of(token).last) if view.tokens[at].relation == "ccomp")
    return next((at for at in told if view.tokens[at].head == verb), verb) if between or behind else verb


def hangs_on_noun(view: View, first: int, last: int) -> bool:
    """Return whether a time of tokens `first` to `last` may be a noun's: "Friday's vote", "discussed the vote on Friday".

    A noun that says where or when the verb's deed was done is of its time ("said in a call on Tuesday"), so is a time right before
    its verb ("a judge on Tuesday ordered"), and one without a preposition ("cut its forecast Tuesday").
    """
    behind = last + 1
    if view.lower[behind : behind + 1] in (("'s",), ("’s",)):
        return True
    if view.lower[max(0, first - 2) : first] in (("late", "on"), ("early", "on")):
        return False
    while behind < len(view.tokens) and view.tokens[behind].tag == "ADV":
        behind += 1
    if behind < len(view.tokens) and (view.tokens[behind].fine == "MD" or _plain_past(view, behind)):
        return False
    heads = [view.tokens[at].head for at in range(first, last + 1) if view.tokens[at].relation.startswith(("nmod", "compound"))]
    nouns = [head for head in heads if not first <= head <= last and head >= 0 and view.tokens[head].tag == "NOUN"]
    return any(_of_its_own(view, first, last, noun) for noun in nouns)


def is_told_of(view: View, first: int, last: int) -> bool:
    """Return whether a clause behind a time tells of the noun before it: "will debate the attack on Monday that killed four"."""
    relative = last + 1 < len(view.tokens) and view.tokens[last + 1].fine in ("WDT", "WP")
    at = first - 1 - (first > 0 and view.tokens[first - 1].tag == "ADP")
    return relative and at >= 0 and view.tokens[at].tag == "NOUN"


def _plain_past(view: View, at: int) -> bool:
    return view.tokens[at].fine == "VBD" and view.tokens[at].tag == "VERB"


def _of_its_own(view: View, first: int, last: int, noun: int) -> bool:
    """Return whether a noun's time may be another than its verb's."""
    if last < noun:
        return True  # "the Friday vote"
    bare = first == 0 or view.tokens[first - 1].tag != "ADP"
    if bare or view.lower[first - 1] in _DEADLINE:
        return False
    return not any(view.tokens[at].head == noun and view.lower[at] in _AT for at in range(max(0, noun - 8), noun))


def _verb_before(view: View, token: int) -> int | None:
    first = view.sentence_of(token).first
    return next((at for at in range(token - 1, first - 1, -1) if view.tokens[at].fine.startswith(("VB", "MD"))), None)


def of_verb(view: View, verb: int) -> int:
    """Judge a verb by its form and the auxiliaries just before it."""
    fine, lemma = view.tokens[verb].fine, view.tokens[verb].lemma
    helpers = _helpers(view, verb)
    if fine == "MD" or any(view.tokens[at].fine == "MD" for at in helpers):
        return -1 if any(view.lower[at] in _PERFECT for at in helpers) else 1
    words = {view.lower[at] for at in helpers}
    if "to" in words:
        return _of_infinitive(view, verb, words)
    planned = lemma in _EXPECTED
    if fine == "VBD":
        return 0 if planned and lemma not in ("go", "seek", "agree", "set") else -1
    if fine == "VBN":
        return _of_participle(words, planned=planned)
    if fine == "VBG":
        return 1 if words & _PRESENT_BE else -1 if words & _PAST else 0
    return 1 if fine in ("VBZ", "VBP") and (planned or lemma in _TIMETABLE) else 0


def _of_participle(words: set[str], *, planned: bool) -> int:
    """Judge "was held", "arrested (on Monday)", "is scheduled"."""
    if planned:
        return 1 if words & (_PRESENT_BE | _PERFECT) and not words & _PAST else 0
    return 0 if words & _PRESENT_BE or "be" in words else -1


def _helpers(view: View, verb: int) -> list[int]:
    """Return the auxiliaries, adverbs and "to" that stand before a verb without a gap."""
    at = verb
    while at > 0 and verb - at < _CLOSE and _is_helper(view, at - 1):
        at -= 1
    return list(range(at, verb))


def _is_helper(view: View, at: int) -> bool:
    return view.tokens[at].tag in ("AUX", "ADV", "PART") or view.lower[at] in ("to", "all", "both")


def _of_infinitive(view: View, verb: int, words: set[str]) -> int:
    """Judge "to announce" by what it hangs on: "is expected to announce" lies ahead, "managed to" does not.

    The words before "to" tell where the parse errs: "Arlen plans to", "is due to".
    """
    to = next(at for at in range(verb - 1, -1, -1) if view.lower[at] == "to")
    before = view.lower[max(0, to - 4) : to]
    if words & _PRESENT_BE or before[-1:] == () or before[-1] in _PRESENT_BE or before[-1].removesuffix("s") in _PLANS:
        return 1
    if words & _PAST or words & _PERFECT or before[-1] in _PAST:
        return 0
    if before[-1] in _PLANNED:
        return 1 if _PRESENT_BE.intersection(before) and not _PAST.intersection(before) else 0
    if not any(view.tokens[at].fine in ("VBD", "VBZ", "VBP", "MD") for at in _sentence(view, verb)):
        return 1  # a headline: "Drivers to strike on Friday"
    head = view.tokens[verb].head
    return min(0, of_verb(view, head)) if 0 <= head < verb and view.tokens[head].tag == "VERB" else 0


def _sentence(view: View, token: int) -> range:
    sentence = view.sentence_of(token)
    return range(sentence.first, sentence.last)
