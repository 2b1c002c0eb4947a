"""Who says what in a sentence: "X said that …", "…, X said", "…, said X", "according to X".

The parse gives the verb's subject; where it is wrong or missing, the words beside the verb do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.roles import GROUPS, OFFICES
from copydesk.text.words import FIRST_AND_SECOND, SPEECH_LEMMAS, SPEECH_VERBS, THOUGHT_LEMMAS, WEEKDAYS, word_set

# Verbs that give somebody's words for a thing: "called it “a farce”". They attribute only what stands in quotation marks.
_NAMING = word_set(
    """
    call describe dub label denounce condemn blast slam hail praise criticize criticise accuse brand refer cite decry deem
    characterize characterise defend welcome dismiss reject vow
    """
)
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
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BE = frozenset({"be", "is", "was", "were", "are", "been", "being", "'s", "’s"})
_LONGEST_SPEAKER = 25
_LONGEST_NAME = 8
# Behind these verbs stands who hears, never who speaks.
_HEARD = frozenset({"tell", "remind", "assure", "inform", "ask"})
_NO_SPEAKER = frozenset({"what", "which", "that", "there", "it", "this", "no", "so", "now", "than", "how", "where", "when", "why"})
_CLAUSE = frozenset({"that", "if", "whether", "how", "why", "what", "where"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """That somebody says something, all in tokens.

    Attributes:
        cue: First token of the cue.
        cue_end: Behind its last token.
        speaker: First token of the speaker, -1 where nobody is named.
        speaker_end: Behind its last token.
        content: First token of what is said.
        content_end: Behind its last token.
        trailing: Whether the cue stands behind the content or in the middle of it.
        clause: Whether the content is reported speech; False where only quoted words inside it can be.
    """

    cue: int
    cue_end: int
    speaker: int
    speaker_end: int
    content: int
    content_end: int
    trailing: bool
    clause: bool = True


def attributions(view: View, sentence: SentenceMark, quoted: Sequence[int]) -> list[Attribution]:
    """Return the attributions of a sentence in order.

    Args:
        view: The text.
        sentence: The sentence.
        quoted: For each token of the text the number of the direct quote it stands in (its signs included), -1 for none.
    """
    return [found for found in _found(view, sentence, quoted) if found.content < found.content_end]


def introduction(view: View, sentence: SentenceMark, last: int, quoted: Sequence[int]) -> Attribution | None:
    """Return who is announced to speak by words that end in a colon or comma before token `last`: "She put it plainly:", "Ana Arlen:"."""
    colon = last - 1
    if colon <= sentence.first or view.lower[colon] not in (":", ","):
        return None
    start = _phrase_start(view, colon, max(sentence.first, colon - _LONGEST_NAME))
    labelled = start == sentence.first or view.lower[start - 1] in ("-", "–", "—", "--")
    if view.lower[colon] == ":" and labelled and start < colon and view.tokens[colon - 1].tag == "PROPN":
        return Attribution(colon, last, start, colon, colon, last, trailing=False)
    verbs = [at for at in range(sentence.first, colon) if view.tokens[at].tag == "VERB" and quoted[at] < 0]
    for verb in sorted(verbs, key=lambda at: (view.tokens[at].lemma not in SPEECH_LEMMAS, -at)):
        start_of = _speaker_start(view, sentence, verb, quoted)
        if start_of is not None:
            return Attribution(verb, verb + 1, start_of, _speaker_end(view, start_of, verb), colon, last, trailing=False)
    return None


def signature(view: View, first: int, last: int) -> Attribution | None:
    """Return who signs a quote in tokens `first` to `last` (exclusive), the rest of its paragraph: "“…” — Ana Arlen"."""
    if not 1 < last - first < 12 or view.lower[first] not in ("—", "―", "–", "--", "-") or not view.words[first + 1][0].isupper():
        return None
    end = next((at for at in range(first + 1, last) if view.lower[at] in (",", ".", "(")), last)
    return Attribution(first, first + 1, first + 1, end, first, first + 1, trailing=True)


def _found(view: View, sentence: SentenceMark, quoted: Sequence[int]) -> Iterator[Attribution]:
    for at in range(sentence.first, sentence.last):
        if quoted[at] >= 0:
            continue
        if view.lower[at] == "according" and view.lower[at + 1 : at + 2] == ("to",):
            yield _according(view, sentence, at, quoted)
        elif view.tokens[at].tag in ("VERB", "AUX") or _behind_quote(view, sentence, at, quoted):
            found = _verb(view, sentence, at, quoted)
            if found:
                yield found


def _behind_quote(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> bool:
    """Return whether a word that the parser takes for a noun ("Venn notes.") must be the verb behind a quote."""
    if view.lower[at] in ("said", "says", "told"):
        return True
    if view.lower[at] not in SPEECH_VERBS or view.tokens[at - 1].tag in ("DET", "ADP", "ADJ"):
        return False
    return any(quoted[here] >= 0 for here in range(max(sentence.first, at - _LONGEST_NAME), at))


def _according(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution:
    """Read "according to X": what is said is the rest of the sentence, before it where something stands before."""
    speaker, end = at + 2, _noun_phrase_end(view, sentence, at + 2, quoted)
    before = at - sentence.first > 2
    content, content_end = (sentence.first, at) if before else (end, sentence.last)
    if before and end + 1 < sentence.last and view.lower[end] == ",":
        content_end = sentence.last
    content, content_end = _without_signs(view, content, content_end)
    return Attribution(at, at + 2, speaker if speaker < end else -1, end, content, content_end, trailing=before)


def _verb(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read a verb of saying, thinking or naming."""
    lemma = view.tokens[at].lemma.lower()
    speech = lemma in SPEECH_LEMMAS or view.lower[at] in SPEECH_VERBS
    if _passive(view, sentence, at):
        return None
    if not (speech or lemma in THOUGHT_LEMMAS or lemma in _NAMING):
        return _tag(view, sentence, at, quoted)
    if speech:
        found = _trailing(view, sentence, at, quoted)
        if found:
            return found
    return _leading(view, sentence, at, quoted, lemma, speech)


def _tag(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read any verb that with its subject makes up all there is behind a quote: "“Why?” Venn pressed."."""
    follows = view.lower[at + 1] if at + 1 < sentence.last else "."
    if view.tokens[at].fine not in ("VBD", "VBZ") or follows not in (".", ",", "again", "back", "on", "in", "softly", "quietly"):
        return None
    start = _speaker_start(view, sentence, at, quoted)
    if start is None or start == sentence.first or quoted[start - 1] < 0:
        return None
    return _around(view, sentence, (at, at + 1), (start, _speaker_end(view, start, at)))


def _passive(view: View, sentence: SentenceMark, at: int) -> bool:
    """Return whether the verb is passive ("was told") or an infinitive or a noun ("is said to", "to say")."""
    before = view.lower[max(sentence.first, at - 3) : at]
    if view.tokens[at].fine == "VBN" and any(word in _BE for word in before):
        return True
    return before[-1:] == ("to",) and view.tokens[at].fine == "VB"


def _trailing(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read a cue behind what is said: "…, X said", "…,” said X of the agency"."""
    if at == sentence.first or _takes_clause(view, sentence, at, quoted):
        return None
    touches = quoted[at - 1] >= 0
    inverted = _inverted(view, sentence, at, quoted)
    if inverted and touches:
        return inverted
    start = _speaker_start(view, sentence, at, quoted)
    if start is None or start == sentence.first or not _is_edge(view, sentence, start - 1, quoted):
        start = _from_quote(view, sentence, at, quoted)
        if start is None or inverted:
            return inverted
    if any(view.tokens[here].fine in _FINITE - {"VBP"} and view.tokens[here].tag == "VERB" for here in range(start, at)):
        return inverted  # another verb comes first: "Venn won and said"
    if not any(view.tokens[here].fine in _FINITE or quoted[here] >= 0 for here in range(sentence.first, start)):
        return inverted  # "Earlier, Venn urged …": nothing has been said yet
    return _around(view, sentence, (at, at + 1), (start, _speaker_end(view, start, at)))


def _from_quote(view: View, sentence: SentenceMark, verb: int, quoted: Sequence[int]) -> int | None:
    """Return where the speaker begins right behind a quote: "…,” Rada Venn, a doctor at a clinic in Davor, in the north, told …"."""
    floor = _floor(view, sentence, verb, quoted)
    if (
        floor == sentence.first
        or quoted[floor - 1] < 0
        or view.tokens[floor].tag not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM")
    ):
        return None
    return None if any(view.tokens[here].fine in _FINITE for here in range(floor, verb)) else floor


def _inverted(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read "said X": the speaker stands behind the verb; "told X" has the hearer there."""
    lemma = view.tokens[at].lemma.lower()
    if lemma in _HEARD or view.tokens[at].fine == "VBG" or not _is_edge(view, sentence, at - 1, quoted):
        return None
    if at + 1 < sentence.last and _is_time(view, at + 1):
        return None
    end = _noun_phrase_end(view, sentence, at + 1, quoted)
    if end == at + 1 or not _may_speak(view, sentence, at + 1, end):
        return None
    return _around(view, sentence, (at, at + 1), (at + 1, end))


def _may_speak(view: View, sentence: SentenceMark, first: int, last: int) -> bool:
    """Return whether the words behind a verb are who speaks: no clause begins with them and no verb follows them."""
    led_on = view.tokens[first].tag in ("ADP", "SCONJ", "VERB", "AUX") and not (
        view.tokens[first].fine == "VBN" or view.words[first][0].isupper()
    )
    if led_on or view.lower[first] in _CLAUSE:
        return False
    behind = view.tokens[last].fine if last < sentence.last else "."
    return not behind.startswith("VB") and behind != "MD" and (view.tokens[first].tag != "PRON" or not behind[0].isalpha())


def _is_edge(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> bool:
    """Return whether a token is the comma, the closing sign or the dash behind which "X said" may stand."""
    return at < sentence.first or quoted[at] >= 0 or view.lower[at] in (",", "?", "!", "–", "—", "--", "…", "...", "”", "''")


def _takes_clause(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> bool:
    """Return whether what is said follows the verb: "…, X said the plan failed", "X said: “…"."""
    behind = at + 1
    if behind >= sentence.last or view.lower[behind] in (".", ";", "?", "!", ")"):
        return False
    if view.lower[behind] in _CLAUSE or quoted[behind] >= 0 or view.lower[behind] == ":":
        return True
    if view.lower[behind] == "," and behind + 1 < sentence.last and quoted[behind + 1] >= 0:
        return not any(q >= 0 for q in quoted[sentence.first : at])
    if any(quoted[here] >= 0 for here in range(sentence.first, at)):
        return False  # the quote before is what is said
    clause = any(view.tokens[here].head == at and view.tokens[here].relation == "ccomp" for here in range(behind, sentence.last))
    return clause and view.tokens[behind].tag not in ("ADP", "ADV") and not _is_time(view, behind)


def _is_time(view: View, at: int) -> bool:
    return view.lower[at].endswith("day") or view.lower[at] in ("last", "this", "earlier", "later", "in", "on", "during")


def _around(view: View, sentence: SentenceMark, cue: tuple[int, int], speaker: tuple[int, int]) -> Attribution:
    """Return the attribution of what stands before a cue, and behind it where the sentence goes on after a comma."""
    first, end = min(cue[0], speaker[0]), max(cue[1], speaker[1])
    content, content_end = _without_signs(view, sentence.first, first)
    rest = next((here for here in range(end, sentence.last) if view.lower[here] in (",", "“", "``", '"')), sentence.last)
    if sentence.last - rest > 4 and view.lower[rest] == "," and rest - end < 8 and content_end - content < 12:
        content_end = _without_signs(view, content, sentence.last)[1]
    return Attribution(cue[0], cue[1], speaker[0], speaker[1], content, content_end, trailing=True)


def _leading(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int], lemma: str, speech: bool) -> Attribution | None:
    """Read a cue before what is said: "X said that …", "X told reporters: “…", "X called it “…"."""
    start = _speaker_start(view, sentence, at, quoted)
    if start is None and not speech:
        return None
    content = _content_start(view, sentence, at, quoted)
    clause = speech or lemma in THOUGHT_LEMMAS
    if content is None:
        content = _quote_inside(view, sentence, at, quoted)
        clause = False
    if content is None:
        return None
    speaker = (-1, -1) if start is None else (start, _speaker_end(view, start, at))
    if start is not None and view.lower[start] in FIRST_AND_SECOND and not speech:
        return None
    content, end = _without_signs(view, content, sentence.last)
    return Attribution(at, at + 1, *speaker, content, end, trailing=False, clause=clause)


def _quote_inside(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> int | None:
    """Return where a quote begins that belongs to a verb's own clause: no other verb stands in between."""
    for here in range(at + 1, sentence.last):
        if quoted[here] >= 0:
            return here
        if view.tokens[here].fine in _FINITE:
            return None
    return None


def _content_start(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> int | None:
    """Return where the reported clause begins: behind "that", a colon or a comma before a quote, or where the parse sees one."""
    for here in range(at + 1, min(at + 14, sentence.last)):
        word = view.lower[here]
        if word == "that" and view.tokens[here].tag != "DET":
            return here + 1
        if word in _CLAUSE or word == ":":
            return here if word in _CLAUSE else here + 1
        if quoted[here] >= 0:
            return here if here == at + 1 or view.lower[here - 1] in (",", ":") else None
    clause = [
        here for here in range(at + 1, sentence.last) if view.tokens[here].head == at and view.tokens[here].relation == "ccomp"
    ]
    if clause:
        return _leftmost(view, clause[0], at + 1)
    plain = view.tokens[at].lemma.lower() == "say" and at + 2 < sentence.last
    return at + 1 if plain and view.tokens[at + 1].tag in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM") else None


def _leftmost(view: View, head: int, floor: int) -> int:
    """Return the first token, at `floor` or behind it, that hangs on a word directly or through others."""
    first = head
    for at in range(head - 1, floor - 1, -1):
        if view.tokens[at].tag != "PUNCT" and any(above == head for above in view.above(at)):
            first = at
    return first


def _speaker_start(view: View, sentence: SentenceMark, verb: int, quoted: Sequence[int]) -> int | None:
    """Return the first token of the subject before a verb, None where there is none that can speak."""
    floor = _floor(view, sentence, verb, quoted)
    subjects = [at for at in range(floor, verb) if view.tokens[at].head == verb and view.tokens[at].relation.startswith("nsubj")]
    if subjects:
        start: int | None = _phrase_start(view, _leftmost(view, subjects[-1], floor), floor)
    if not subjects or view.lower[subjects[-1] : verb].count(",") % 2:  # a lone comma parts what the parser joined
        start = _by_words(view, verb, floor)
        start = _shared(view, verb, floor) if start is None else start
    if (
        start is None
        or view.lower[start] in _NO_SPEAKER
        or view.tokens[start].tag == "ADP"
        or (start > sentence.first and view.lower[start - 1] in _CLAUSE - {"that"})
    ):
        return None
    return start


def _shared(view: View, verb: int, floor: int) -> int | None:
    """Return where the subject begins that a verb shares with the one it hangs on: "X laughed and admitted", "X won, saying"."""
    if view.tokens[verb].relation not in ("conj", "advcl", "xcomp", "parataxis"):
        return None
    for above in view.above(verb):
        subjects = [
            at for at in range(floor, above) if view.tokens[at].head == above and view.tokens[at].relation.startswith("nsubj")
        ]
        if subjects and above < verb:
            return _phrase_start(view, _leftmost(view, subjects[-1], floor), floor)
    return None


def _floor(view: View, sentence: SentenceMark, verb: int, quoted: Sequence[int]) -> int:
    """Return the token behind the last quote before a verb: no speaker stands across a quote."""
    floor = max(sentence.first, verb - _LONGEST_SPEAKER)
    return next((at + 1 for at in range(verb - 1, floor - 1, -1) if quoted[at] >= 0), floor)


def _by_words(view: View, verb: int, floor: int) -> int | None:
    """Return where the noun phrase before a verb begins, judged by tags alone; clauses between commas or with "who" are stepped over."""
    at = verb
    while at > floor and (view.lower[at - 1] in _SKIPPED or view.lower[at - 1] in WEEKDAYS):
        at -= 1
    who = next((here for here in range(at - 1, floor, -1) if view.lower[here] == "who"), None)
    if who is not None:
        at = who - 1 if view.lower[who - 1] == "," else who
    elif at > floor and view.lower[at - 1] == ",":  # "X, the head of the agency, said"
        opening = next((here for here in range(at - 2, floor, -1) if view.lower[here] == ","), None)
        if opening is None or view.tokens[opening - 1].tag not in ("PROPN", "NOUN", "NUM"):
            return None
        at = opening
    first = _phrase_start(view, at, floor)
    return first if first < at else None


def _phrase_start(view: View, at: int, floor: int) -> int:
    """Return where the noun phrase begins that goes on at a token: parsers cut "a senior | official said" and "one of the aides said"."""
    while at > floor:
        tag = view.tokens[at - 1].tag
        if view.tokens[at].tag == "DET" and tag in ("NOUN", "PROPN", "ADJ"):
            break
        named = tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART") or view.words[at - 1][0].isupper()
        if not named and not _joins_nouns(view, at - 1, floor):
            break
        at -= 1
    return at


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


def _speaker_end(view: View, start: int, verb: int) -> int:
    """Return where the speaker's name or description ends: at the comma of an apposition, before adverbs and verbs."""
    end = verb
    while end > start + 1 and (view.lower[end - 1] in _SKIPPED or view.tokens[end - 1].tag in ("ADV", "AUX")):
        end -= 1
    named = False
    for at in range(start, end):
        tag = view.tokens[at].tag
        if at > start and (view.lower[at] in (",", "(", "–", "—", "who") or (tag == "VERB" and named)):
            return at
        named = named or tag in ("NOUN", "PROPN", "PRON")
    return end


def _noun_phrase_end(view: View, sentence: SentenceMark, start: int, quoted: Sequence[int]) -> int:
    """Return where a noun phrase that begins at a token ends: at a sign, a quote, a verb or a word that leads on."""
    at = start
    while at < min(sentence.last, start + _LONGEST_SPEAKER) and quoted[at] < 0:
        word, tag = view.lower[at], view.tokens[at].tag
        if word in _STOPS and not (word == "-" and view.tokens[at - 1].end == view.tokens[at].start):
            break
        if at > start and (
            word in _AFTER_SPEAKER or (tag in ("VERB", "AUX") and view.tokens[at].fine not in ("VBN", "VBG")) or _is_time(view, at)
        ):
            break
        if tag == "PRON" and at > start and word != "his":
            break
        at += 1
    return at


def _without_signs(view: View, first: int, last: int) -> tuple[int, int]:
    """Take commas, dashes and the final full stop from both ends."""
    while first < last and view.lower[first] in (",", ":", ";", "–", "—", "--", "-", "."):
        first += 1
    while last > first and view.lower[last - 1] in (",", ":", ";", "–", "—", "--", "-", ".", "and", "but"):
        last -= 1
    return first, last
