"""Who says what in a sentence: "X said that …", "…, X said", "…, said X", "according to X".

The parse gives the verb's subject; where it is wrong or missing, the words beside the verb do.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copydesk.mark.contents import reported_end
from copydesk.mark.phrases import (
    CLAUSE,
    FINITE,
    LONGEST_NAME,
    RELATIVES,
    floor_of,
    is_time,
    leftmost,
    phrase_end,
    phrase_start,
    speaker_end,
    speaker_start,
    without_signs,
)
from copydesk.mark.view import View
from copydesk.records import SentenceMark
from copydesk.text.words import FIRST_AND_SECOND, SPEECH_LEMMAS, SPEECH_VERBS, THOUGHT_LEMMAS, word_set

# Verbs that give somebody's words for a thing: "called it “a farce”". They attribute only what stands in quotation marks.
_NAMING = word_set(
    """
    call describe dub label denounce condemn blast slam hail praise criticize criticise accuse brand refer cite decry deem
    characterize characterise defend welcome dismiss reject vow
    """
)
_THOUGHT_OR_NAMED = THOUGHT_LEMMAS | _NAMING
_ATTRIBUTING = SPEECH_LEMMAS | _THOUGHT_OR_NAMED
# Everyday verbs that say something only where a quote stands beside them: "“It is late,” Venn began".
_ONLY_BESIDE_QUOTES = word_set("begin read count continue")
_BE = frozenset({"be", "is", "was", "were", "are", "been", "being", "'s", "’s"})
_VERBS = frozenset({"VERB", "AUX"})
_CUES = SPEECH_VERBS | {"according"}
# Behind these verbs stands who hears, never who speaks.
_HEARD = frozenset({"tell", "remind", "assure", "inform", "ask"})
_WITH_HEARER = _HEARD | word_set("warn advise persuade convince promise notify")
# Behind these a clause follows, whatever the parser sees there.
_WITH_CLAUSE = word_set("say think believe claim insist argue")
# With these what is said goes on behind the words that say who said it.
_JOINS = frozenset({"and", "but", "or", "since", "until", "because", "although", "though", "while", "that", "so"})
# Behind these somebody else's clause begins: "and, according to Venn, …", "which, according to Venn, …".
_LEADS = frozenset({"and", "but", "which", "who", "because", "since"})
_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})


class Attribution(NamedTuple):
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


def attributions(view: View, quoted: Sequence[int]) -> list[list[Attribution]]:
    """Return the attributions of each sentence in order.

    Args:
        view: The text.
        quoted: For each token of the text the number of the direct quote it stands in (its signs included), -1 for none.
    """
    found: list[list[Attribution]] = [[] for _ in view.sentences]
    quoting = {view.owners[at] for at, number in enumerate(quoted) if number >= 0}
    verbs = [
        at
        for at, token in enumerate(view.tokens)
        # In a sentence without a quote, other verbs attribute nothing, see `_tag`.
        if token.tag in _VERBS
        and (view.owners[at] in quoting or token.lemma.lower() in _ATTRIBUTING or view.lower[at] in SPEECH_VERBS)
    ]
    for at in sorted({*verbs, *view.where(_CUES)}):
        attribution = None if quoted[at] >= 0 else _attribution(view, at, quoted)
        if attribution and attribution.content < attribution.content_end:
            found[view.owners[at]].append(attribution)
    return found


def introduction(view: View, sentence: SentenceMark, last: int, quoted: Sequence[int]) -> Attribution | None:
    """Return who is announced by words that end in a colon or comma before token `last`: "She put it plainly:", "Ana Arlen:"."""
    colon = last - 1
    if colon <= sentence.first or view.lower[colon] not in (":", ","):
        return None
    start = phrase_start(view, colon, max(sentence.first, colon - LONGEST_NAME))
    labelled = start == sentence.first or view.lower[start - 1] in ("-", "–", "—", "--")
    if view.lower[colon] == ":" and labelled and start < colon and view.tokens[colon - 1].tag == "PROPN":
        return Attribution(colon, last, start, colon, colon, last, trailing=False)
    verbs = [at for at in range(sentence.first, colon) if view.tokens[at].tag == "VERB" and quoted[at] < 0]
    for verb in sorted(verbs, key=lambda at: (view.tokens[at].lemma not in SPEECH_LEMMAS, -at)):
        start_of = speaker_start(view, sentence, verb, quoted)
        if start_of is not None:
            return Attribution(verb, verb + 1, start_of, speaker_end(view, start_of, verb), colon, last, trailing=False)
    return None


def signature(view: View, first: int, last: int) -> Attribution | None:
    """Return who signs a quote in tokens `first` to `last` (exclusive), the rest of its paragraph: "“…” — Ana Arlen"."""
    if not 1 < last - first < 12 or view.lower[first] not in ("—", "―", "–", "--", "-") or not view.words[first + 1][0].isupper():
        return None
    end = next((at for at in range(first + 1, last) if view.lower[at] in (",", ".", "(")), last)
    return Attribution(first, first + 1, first + 1, end, first, first + 1, trailing=True)


def _attribution(view: View, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Return what a verb or another cue attributes."""
    sentence = view.sentence_of(at)
    if view.lower[at] == "according" and view.lower[at + 1 : at + 2] == ("to",):
        return _according(view, sentence, at, quoted)
    verb = view.tokens[at].tag in _VERBS or _behind_quote(view, sentence, at, quoted)
    return _verb(view, sentence, at, quoted) if verb else None


def _behind_quote(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> bool:
    """Return whether a word that the parser takes for a noun ("Venn notes.") must be the verb behind a quote."""
    if view.lower[at] in ("said", "says", "told"):
        return True
    if view.lower[at] not in SPEECH_VERBS or view.tokens[at - 1].tag in ("DET", "ADP", "ADJ"):
        return False
    return any(quoted[here] >= 0 for here in range(max(sentence.first, at - LONGEST_NAME), at))


def _according(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution:
    """Read "according to X": what is said is the rest of the sentence, before it where something stands before.

    Behind "and," only what follows is said, and in "which, according to X, …" the clause.
    """
    speaker, end = at + 2, phrase_end(view, sentence, at + 2, quoted)
    joint = at - 2 if view.lower[at - 1] == "," else at - 1
    joins = joint >= sentence.first and view.lower[joint] in _LEADS
    before = at - sentence.first > 2 and not joins
    content, content_end = (sentence.first, at) if before else (_behind_relative(view, sentence, end), sentence.last)
    if joins and view.lower[joint] not in ("and", "but"):
        content = joint
    if before and end + 1 < sentence.last and view.lower[end] == ",":
        content_end = sentence.last
    content, content_end = without_signs(view, content, content_end)
    return Attribution(at, at + 2, speaker if speaker < end else -1, end, content, content_end, trailing=before or content < at)


def _behind_relative(view: View, sentence: SentenceMark, end: int) -> int:
    """Step over a clause between commas that tells who a speaker is: ", who leads the agency,"."""
    if view.lower[end : end + 1] != (",",) or view.lower[end + 1 : end + 2] not in (("who",), ("whose",)):
        return end
    return next((at for at in range(end + 2, sentence.last) if view.lower[at] == ","), end)


def _verb(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read a verb of saying, thinking or naming."""
    speech = _is_speech(view, at)
    if not speech and view.tokens[at].lemma.lower() not in _THOUGHT_OR_NAMED:
        return _tag(view, sentence, at, quoted)
    if _passive(view, sentence, at):
        return None
    if view.tokens[at].lemma in _ONLY_BESIDE_QUOTES and quoted[at - 1] < 0 and max(quoted[sentence.first : sentence.last]) < 0:
        return None
    if speech:
        found = _trailing(view, sentence, at, quoted)
        if found:
            return found
    return _leading(view, sentence, at, quoted) or _tag(view, sentence, at, quoted)


def _is_speech(view: View, at: int) -> bool:
    return view.tokens[at].lemma.lower() in SPEECH_LEMMAS or view.lower[at] in SPEECH_VERBS


def _tag(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read any verb that with its subject makes up all there is behind a quote: "“Why?” Venn pressed.", "“Why!” crowed Venn."."""
    crowed = _crowed(view, sentence, at, quoted) if quoted[at - 1] >= 0 else None
    if crowed:
        return crowed
    follows = view.lower[at + 1] if at + 1 < sentence.last else "."
    if view.tokens[at].fine not in ("VBD", "VBZ") or follows not in (".", ",", "again", "back", "on", "in", "softly", "quietly"):
        return None
    start = speaker_start(view, sentence, at, quoted)
    if start is None or start == sentence.first or quoted[start - 1] < 0:
        return None
    return _around(view, sentence, (at, at + 1), (start, speaker_end(view, start, at)), quoted)


def _crowed(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read any verb right behind a quote that ends in a comma, and whoever stands behind the verb: "“It is late,” crowed Venn."."""
    if view.tokens[at].fine not in ("VBD", "VBN", "VBZ") or at - 2 < sentence.first:
        return None
    if view.lower[at - 2] not in (",", "!", "?") or at + 1 >= sentence.last or is_time(view, at + 1):
        return None
    opening = next((here for here in range(at - 1, sentence.first - 1, -1) if quoted[here] < 0), None)
    if opening is not None and view.words[opening][0].isalnum():
        return None  # "known as “the Fox,” became a judge"
    end = phrase_end(view, sentence, at + 1, quoted)
    closed = end >= sentence.last or view.lower[end] in (",", ".", "who") or (is_time(view, end) and view.lower[end] != "in")
    if (
        not closed
        or end == at + 1
        or view.tokens[end - 1].tag not in ("NOUN", "PROPN")
        or not _may_speak(view, sentence, at + 1, end)
    ):
        return None
    return _around(view, sentence, (at, at + 1), (at + 1, end), quoted)


def _passive(view: View, sentence: SentenceMark, at: int) -> bool:
    """Return whether the verb is passive ("was told") or an infinitive or a noun ("is said to", "to say")."""
    if view.tokens[at].fine == "VBN":
        before = range(max(sentence.first, at - 3), at)
        return any(view.lower[here] in _BE and view.tokens[here].fine != "POS" for here in before)
    return view.tokens[at].fine == "VB" and at > sentence.first and view.lower[at - 1] == "to"


def _trailing(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read a cue behind what is said: "…, X said", "…,” said X of the agency"."""
    if at == sentence.first or _takes_clause(view, sentence, at, quoted):
        return None
    touches = quoted[at - 1] >= 0
    inverted = _inverted(view, sentence, at, quoted)
    if inverted and touches:
        return inverted
    start = speaker_start(view, sentence, at, quoted)
    if start is None or start == sentence.first or not _is_edge(view, sentence, start - 1, quoted):
        start = _from_quote(view, sentence, at, quoted)
        if start is None or inverted:
            return inverted
    if any(
        view.tokens[here].fine in FINITE - {"VBP"} and view.tokens[here].tag == "VERB"
        for here in _outside_relative(view, start, at)
    ):
        return inverted  # another verb comes first: "Venn won and said"
    if not any(view.tokens[here].fine in FINITE or quoted[here] >= 0 for here in range(sentence.first, start)):
        return inverted  # "Earlier, Venn urged …": nothing has been said yet
    end = speaker_end(view, start, at)
    if any(view.lower[here] in RELATIVES or view.lower[here] == "which" for here in range(start, end)):
        return inverted  # "…, many of whom say": what they say follows
    return _around(view, sentence, (at, at + 1), (start, end), quoted)


def _outside_relative(view: View, first: int, verb: int) -> Iterator[int]:
    """Yield the tokens before a verb, without a clause between commas that only says who the speaker is: ", who lives there,"."""
    who = next((here for here in range(first + 1, verb) if view.lower[here] in RELATIVES and view.lower[here - 1] == ","), verb)
    yield from range(first, who if view.lower[verb - 1] == "," else verb)


def _from_quote(view: View, sentence: SentenceMark, verb: int, quoted: Sequence[int]) -> int | None:
    """Return where the speaker begins right behind a quote: "…,” Rada Venn, a doctor in Davor, in the north, told …"."""
    floor = floor_of(view, sentence, verb, quoted)
    if (
        floor == sentence.first
        or quoted[floor - 1] < 0
        or view.tokens[floor].tag not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM")
    ):
        return None
    return None if any(view.tokens[here].fine in FINITE for here in range(floor, verb)) else floor


def _inverted(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read "said X": the speaker stands behind the verb; "told X" has the hearer there."""
    lemma = view.tokens[at].lemma.lower()
    if lemma in _HEARD or view.tokens[at].fine == "VBG" or not _is_edge(view, sentence, at - 1, quoted):
        return None
    if at + 1 < sentence.last and is_time(view, at + 1):
        return None
    end = phrase_end(view, sentence, at + 1, quoted)
    if end == at + 1 or not _may_speak(view, sentence, at + 1, end):
        return None
    return _around(view, sentence, (at, at + 1), (at + 1, end), quoted)


def _may_speak(view: View, sentence: SentenceMark, first: int, last: int) -> bool:
    """Return whether the words behind a verb are who speaks: no clause begins with them and no verb follows them."""
    led_on = view.tokens[first].tag in ("ADP", "SCONJ", "VERB", "AUX") and not (
        view.tokens[first].fine == "VBN" or view.words[first][0].isupper()
    )
    if led_on or view.lower[first] in CLAUSE:
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
    if view.lower[behind] in CLAUSE or quoted[behind] >= 0 or view.lower[behind] == ":":
        return True
    if view.lower[behind] == "," and behind + 1 < sentence.last and quoted[behind + 1] >= 0:
        return not any(q >= 0 for q in quoted[sentence.first : at])
    if max(quoted[sentence.first : at], default=-1) >= 0:
        return False  # the quote before is what is said
    if view.tokens[at].lemma.lower() in _WITH_HEARER and _leads_on(view, behind, sentence.last):
        return True
    if view.tokens[behind].tag in ("ADP", "ADV") or is_time(view, behind):
        return False
    if not any(view.tokens[here].fine in FINITE for here in range(behind, sentence.last)):
        return False
    clause = any(token.head == at and token.relation == "ccomp" for token in view.tokens[behind : sentence.last])
    return clause and not _inserted(view, sentence, at, quoted)


def _leads_on(view: View, first: int, last: int) -> bool:
    """Return whether a clause begins behind who hears: "told | the board that …"."""
    for here in range(first, min(first + LONGEST_NAME, last)):
        if view.tokens[here].fine in FINITE or view.lower[here] == ",":
            return False
        if view.lower[here] in CLAUSE:
            return True
    return False


def _inserted(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> bool:
    """Return whether a cue stands between commas inside or behind what is said: "…, Venn said, since …", "…, said Venn, a …"."""
    if view.lower[at - 1] == "," and view.tokens[at + 1].tag == "PROPN":
        return not any(
            view.tokens[here].head == at and view.tokens[here].relation.startswith("nsubj") for here in range(sentence.first, at)
        )
    led = view.tokens[sentence.first].fine in ("IN", "WRB")  # "Once Venn left, he said, the plan was dead"
    start = speaker_start(view, sentence, at, quoted) if view.lower[at + 1] == "," and not led else None
    return start is not None and start > sentence.first and view.lower[start - 1] == ","


def _around(
    view: View, sentence: SentenceMark, cue: tuple[int, int], speaker: tuple[int, int], quoted: Sequence[int]
) -> Attribution:
    """Return the attribution of what stands before a cue, and behind it where the sentence goes on after a comma.

    Behind a quote and a whole clause only a quote goes on: "“It is late,” said Venn, a doctor" tells who Venn is.
    """
    first, end = min(cue[0], speaker[0]), max(cue[1], speaker[1])
    content, content_end = without_signs(view, _behind_colon(view, sentence, first, quoted), first)
    rest = next((here for here in range(end, sentence.last) if view.lower[here] in (",", "“", "``", '"')), sentence.last)
    whole = quoted[first - 1] >= 0 or (
        content_end - content > 3 and any(view.tokens[here].fine in FINITE for here in range(content, content_end))
    )
    joined = quoted[first - 1] < 0 and rest + 1 < sentence.last and view.lower[rest + 1] in _JOINS
    goes_on = not whole or any(quoted[here] >= 0 for here in range(rest, sentence.last))
    short = goes_on and content_end - content < 12
    if (short or joined) and sentence.last - rest > 4 and view.lower[rest] == "," and rest - end < 8:
        content_end = without_signs(view, content, sentence.last)[1]
    return Attribution(cue[0], cue[1], speaker[0], speaker[1], content, content_end, trailing=True)


def _behind_colon(view: View, sentence: SentenceMark, cue: int, quoted: Sequence[int]) -> int:
    """Return where what is said before a cue begins: with the quote that the cue touches, where a colon announces it."""
    opening = cue
    while opening > sentence.first and quoted[opening - 1] >= 0:
        opening -= 1
    return opening if sentence.first < opening < cue and view.lower[opening - 1] == ":" else sentence.first


def _leading(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> Attribution | None:
    """Read a cue before what is said: "X said that …", "X told reporters: “…", "X called it “…"."""
    speech, lemma = _is_speech(view, at), view.tokens[at].lemma.lower()
    start = speaker_start(view, sentence, at, quoted)
    if start is None and not speech:
        return None
    content = _content_start(view, sentence, at, quoted)
    clause = speech or lemma in THOUGHT_LEMMAS
    if content is None:
        content = _quote_inside(view, sentence, at, quoted)
        clause = False
    if content is None:
        return None
    speaker = (-1, -1) if start is None else (start, speaker_end(view, start, at))
    if start is not None and view.lower[start] in FIRST_AND_SECOND and not speech:
        return None
    content, end = without_signs(view, content, reported_end(view, at, content, sentence.last, quoted) if clause else sentence.last)
    return Attribution(at, at + 1, *speaker, content, end, trailing=False, clause=clause)


def _with_subject(view: View, verb: int, start: int) -> int:
    """Return where a clause begins that the parser cut before its own verb: "said | much of the talk | was about fish"."""
    floor, token = verb + 1, view.tokens[start]
    if token.fine not in FINITE or view.tokens[verb].lemma.lower() in _WITH_HEARER or is_time(view, floor):
        return start
    subject = any(view.tokens[here].tag in ("NOUN", "PROPN", "PRON") for here in range(floor, start))
    return floor if subject and view.tokens[floor].tag in ("ADV", *_NOMINAL) else start


def _quote_inside(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> int | None:
    """Return where a quote begins that belongs to a verb's own clause: no other verb stands in between."""
    for here in range(at + 1, sentence.last):
        if quoted[here] >= 0:
            return here
        if view.tokens[here].fine in FINITE:
            return None
    return None


def _content_start(view: View, sentence: SentenceMark, at: int, quoted: Sequence[int]) -> int | None:
    """Return where the reported clause begins: behind "that", a colon or a comma before a quote, or where the parse sees one."""
    for here in range(at + 1, min(at + 14, sentence.last)):
        word = view.lower[here]
        if view.tokens[here].fine in FINITE:
            break  # "said there is no danger that …": what is said has begun before
        if word == "that" and view.tokens[here].tag != "DET" and view.tokens[here].fine != "WDT":
            return here + 1
        if word in CLAUSE or word == ":":
            return here if word in CLAUSE else here + 1
        if quoted[here] >= 0 and (here == at + 1 or view.lower[here - 1] in (",", ":")):
            return here
        if quoted[here] >= 0:
            break
    if at + 2 >= sentence.last:
        return None
    lemma = view.tokens[at].lemma.lower()
    at_once = lemma not in _WITH_HEARER and view.tokens[at + 1].tag in _NOMINAL and not is_time(view, at + 1)
    clause = [
        here for here in range(at + 1, sentence.last) if view.tokens[here].head == at and view.tokens[here].relation == "ccomp"
    ]
    if clause and not at_once:
        return _with_subject(view, at, leftmost(view, clause[0], at + 1))
    return at + 1 if at_once and (clause or lemma in _WITH_CLAUSE) else None
