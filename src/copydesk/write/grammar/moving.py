"""Operations that tell the parts of a statement in another order, as a sub-editor would: each only where the sense stays.

All of them look for a plain parse, and do nothing where there is a doubt: what a wrong parse moves says something else.
"""

from collections.abc import Iterator

from copydesk.spans import Span
from copydesk.text.roles import GROUPS, OFFICES
from copydesk.write.grammar.lexicon import ANYBODY, NEGATIONS, THIRD_PERSON, TIME_UNITS, words
from copydesk.write.grammar.phrase import SUBJECTS, Phrase, Word
from copydesk.write.grammar.statements import statements

_COMMA = Word(form=",", space=False, tag="PUNCT")
_CLAUSES = words("after before when while as because although though since once")
_WHEN = words("on in at during after before")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LEFT = 4  # words of a statement that is left behind what moved to the front
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_PARTS = words("morning afternoon evening night")
_NO_DAY = words("on this that last next every each the a an by until since from before after late early through to and or of")
_NO_DAY |= words("black ash good holy palm easter super cyber bloody shrove fat red")
# Nouns that are events: a time behind one may be when that took place.
_EVENTS = words(
    """
    attack shooting crash fire blast raid storm quake earthquake game match race vote election death murder killing accident visit
    summit meeting talks protest strike trial hearing release sale deal debut fight battle war incident session event case arrest
    test launch speech conference rally march robbery theft assault outbreak flight trip tour start end victory defeat loss win
    tie draw report statement charge order call plan return
    """
)
_EVENT_ENDS = ("ion", "ment", "ing", "ance", "ence", "ure")
_REPORTS_THAT = words(
    "say announce believe think know hope confirm report claim note warn add acknowledge learn show find conclude"
)
_THAT_GOES = words("say think believe know hope")
_WHO = words("who which that")
_BE = words("was were is are")
# What befalls somebody, and is over when it is told.
_BEFALLING = words("killed injured wounded arrested shot hurt detained found charged rescued evacuated stolen stabbed convicted")
_PEOPLE = OFFICES | GROUPS | ANYBODY | words("person people woman man child boy girl passenger victim officer climber")


def fronted(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "After the vote, the council met" for "The council met after the vote": a clause or a time moves to the head."""
    root, size = phrase.root, len(phrase.words)
    if not _plain(phrase):
        return
    for at in phrase.children(root):
        part = phrase.stretch(at)
        if at < root or part is None or part.end != size or part.start <= root + 1:
            continue
        before = part.start - (phrase.words[part.start - 1].form == ",")
        between = phrase.words[root + 1 : before]
        clause = _clause(phrase, at, part)
        if not clause and not (_time(phrase, at, part) and not any(_eventful(word) for word in between)):
            continue
        if any(w.tag in ("VERB", "AUX") for w in between) or not _alone(phrase, root, before) or _cataphoric(phrase, part):
            continue
        moved = list(range(part.start, part.end))
        if part.start < run.end:
            yield phrase.arranged([*moved, _COMMA, *range(before)])


def backed(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "The council met after the mayor resigned" for "After the mayor resigned, the council met"."""
    comma = next((i for i, w in enumerate(phrase.words) if w.form == ","), 0)
    root = phrase.root
    if not comma or root < comma or any(phrase.quoted()) or phrase.words[0].low not in _CLAUSES:
        return
    at = next((i for i in phrase.children(root, "advcl") if (s := phrase.stretch(i)) and s.start == 0 and s.end == comma), None)
    rest = range(comma + 1, len(phrase.words))
    if at is None or not phrase.children(at, *SUBJECTS) or len(rest) <= _LEFT:
        return
    verbs = [i for i in rest if phrase.words[i].tag == "VERB"]
    pronouns = any(phrase.words[i].low in THIRD_PERSON for i in rest)
    first = next((phrase.stretch(i) for i in phrase.children(root, *SUBJECTS)), None)
    if len(verbs) > 1 or pronouns or first is None or first.start != comma + 1 or phrase.words[-1].tag == "PUNCT":
        return
    if not _negated(phrase, rest) and not any(phrase.words[i].form == "," for i in rest):
        yield phrase.arranged([*rest, *range(comma)])


def parted(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "The bridge is closed; a ferry will run" for "The bridge is closed, and a ferry will run"."""
    made = statements(phrase)
    if len(made) < 2 or phrase.has("between", "both", "either", "neither", "so", "because"):
        return
    starts = [phrase.starts.get(part.words[0].start, -1) for part in made[1:]]
    # Without a sign before it, "and" may join two nouns: "after he and a colleague wrote".
    if any(start <= 1 or phrase.words[start - 2].tag != "PUNCT" for start in starts):
        return
    items: list[int | Word] = []
    for at, start in zip((0, *starts), (*starts, len(phrase.words)), strict=True):
        last = start if start == len(phrase.words) else start - 1 - (phrase.words[start - 2].form in (",", ";", "—", "–", "--"))
        items += [Word(form=";", space=False, tag="PUNCT")] if at else []
        items += list(range(at, last))
    yield phrase.arranged(items)


def said_that(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "said that the road is closed" for "said the road is closed", and the other way round."""
    for at, word in enumerate(phrase.words):
        verb = word.head
        if word.relation != "ccomp" or verb < 0 or verb > at or phrase.words[verb].lemma not in _REPORTS_THAT:
            continue
        part = phrase.stretch(at)
        if part is None or part.start != verb + 1 or not run.start < part.start < run.end or phrase.quoted()[part.start]:
            continue
        opens = phrase.words[part.start]
        if opens.low == "that" and opens.relation == "mark":
            behind = phrase.words[part.start + 1 : part.start + 2]
            if phrase.words[verb].lemma in _THAT_GOES and behind and behind[0].low not in ("in", "on", "at", "if", "when"):
                yield phrase.without([part.start])
        elif not opens.fine.startswith("W") and any(
            (s := phrase.stretch(i)) and s.start == part.start for i in phrase.children(at, *SUBJECTS)
        ):
            yield phrase.arranged([*range(part.start), Word(form="that", tag="SCONJ"), *range(part.start, len(phrase.words))])


def on_day(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "announced on Monday" for "announced Monday"."""
    for at in range(max(1, run.start + 1), run.end):
        word, before = phrase.words[at], phrase.words[at - 1]
        particle = before.relation == "compound:prt"
        if word.low not in _WEEKDAYS or phrase.quoted()[at] or before.low in _NO_DAY or (before.tag == "ADP" and not particle):
            continue
        following = phrase.words[at + 1] if at + 1 < len(phrase.words) else None
        named = following is not None and following.tag in ("NOUN", "PROPN") and following.low not in _PARTS
        if not named and before.tag in ("VERB", "NOUN", "PROPN", "NUM", "ADV", "ADP", "ADJ"):
            yield phrase.arranged([*range(at), Word(form="on", tag="ADP"), *range(at, len(phrase.words))])


def related(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "the officers killed in the raid" for "the officers who were killed in the raid", and the other way round."""
    for at in range(max(1, run.start), min(run.end, len(phrase.words) - 2)):
        word = phrase.words[at]
        if phrase.quoted()[at]:
            continue
        verb, before = phrase.words[at + 2], phrase.words[at - 1]
        opens = word.low in _WHO and phrase.words[at + 1].low in _BE and (before.tag in ("NOUN", "PROPN") or before.form == ",")
        if opens and verb.fine in ("VBN", "VBG") and verb.relation == "acl:relcl":
            yield phrase.without([at, at + 1])
        befell = word.low in _BEFALLING and word.relation == "acl" and word.head == at - 1 and before.fine in ("NN", "NNS")
        if befell and before.lemma in _PEOPLE and phrase.words[at + 1].tag == "ADP":
            who = Word(form="who", tag="PRON"), Word(form="were" if before.fine == "NNS" else "was", tag="AUX")
            yield phrase.arranged([*range(at), *who, *range(at, len(phrase.words))])


def _plain(phrase: Phrase) -> bool:
    """Return whether a statement opens with its subject and makes one point only, with nothing denied and nobody quoted."""
    root = phrase.root
    if root < 1 or any(phrase.quoted()) or phrase.words[root].tag not in ("VERB", "AUX", "ADJ", "NOUN"):
        return False
    subject = next((phrase.stretch(i) for i in phrase.children(root, *SUBJECTS)), None)
    joined = any(phrase.words[i].tag in ("VERB", "AUX") for i in phrase.children(root, "conj", "parataxis", "ccomp"))
    opens = subject is not None and subject.start == 0 and phrase.words[0].low not in THIRD_PERSON
    return opens and not joined and not _negated(phrase, range(len(phrase.words)))


def _negated(phrase: Phrase, places: range) -> bool:
    return any(phrase.words[i].low in NEGATIONS for i in places)


def _alone(phrase: Phrase, root: int, end: int) -> bool:
    """Return whether what stands before a place is a whole statement without what follows."""
    last = phrase.words[end - 1]
    return end > root and end >= _LEFT and last.tag in ("NOUN", "PROPN", "NUM", "VERB", "ADV", "ADJ") and last.fine != "VBG"


def _clause(phrase: Phrase, at: int, part: Span) -> bool:
    opens = phrase.words[part.start]
    states = phrase.words[at].relation == "advcl" and phrase.children(at, *SUBJECTS)
    return bool(states) and opens.low in _CLAUSES and (opens.relation == "mark" or opens.low == "when")


def _time(phrase: Phrase, at: int, part: Span) -> bool:
    """Return whether a part is a point of time: "on Monday", "in March", "during the night"."""
    word, opens = phrase.words[at], phrase.words[part.start]
    if not word.relation.startswith("obl") or opens.low not in _WHEN or part.start == at:
        return False
    hour = any(w.low.replace(".", "") in ("am", "pm") for w in phrase.words[part.start : part.end])
    unit = word.low.removesuffix("s") in TIME_UNITS or (word.tag == "NUM" and len(word.form) == 4) or hour
    return unit and not any(w.tag == "VERB" for w in phrase.words[part.start : part.end])


def _eventful(word: Word) -> bool:
    return word.tag == "NOUN" and (word.lemma in _EVENTS or word.lemma.endswith(_EVENT_ENDS))


def _cataphoric(phrase: Phrase, part: Span) -> bool:
    """Return whether a part holds a pronoun that, once it stands first, might be taken for somebody else."""
    inside = [w for w in phrase.words[part.start : part.end] if w.low in THIRD_PERSON]
    if not inside:
        return False
    others = [w for w in phrase.words[: part.start] if w.tag in ("NOUN", "PROPN") and w.relation in (*SUBJECTS, "obj", "iobj")]
    return len(others) != 1
