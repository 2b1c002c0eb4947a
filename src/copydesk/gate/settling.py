"""What is printed in the place of each proposed sentence: the first wording that holds, else a quotation, else nothing."""

from msgspec.structs import replace

from copydesk.gate.grounds import counted, holds, independent, leaning
from copydesk.gate.judging import Gate, judged, length
from copydesk.gate.mending import MOST_REPAIRS, narrowed, reworded, wordings
from copydesk.gate.quoting import MOST_QUOTED_WORDS, quoted, quoted_surely
from copydesk.gate.sides import OTHER_SIDE, pairs
from copydesk.records import Check, DraftSection, DraftSentence, LeftOut, Printed, Section, Sentence
from copydesk.write import FORMS


def section_of(section: DraftSection, gate: Gate) -> Section:
    """Return what may be printed of a section; a difference of which a side is lost is not told by the others."""
    sentences = [one for proposed in section.sentences for one in taken_apart(proposed, gate)]
    kept = [(proposed, settled(proposed, gate)) for proposed in sentences]
    for start, end in pairs(sentences, gate.brief):
        if not all(sentence for _, sentence in kept[start:end]):
            for at in range(start, end):
                if sentence := kept[at][1]:
                    gate.spare += length(sentence.text)
                    gate.left_out.append(LeftOut(text=sentence.text, reason=OTHER_SIDE))
                    kept[at] = (kept[at][0], None)
    return Section(heading=section.heading, sentences=tuple(sentence for _, sentence in kept if sentence))


def taken_apart(sentence: DraftSentence, gate: Gate) -> tuple[DraftSentence, ...]:
    """Return a judged sentence; where it does not hold, or there is no room for it, those that it was made of, judged."""
    if not sentence.parts or may_print(sentence, gate, length(sentence.text) + gate.spare):
        return (sentence,)
    judged(sentence.parts, gate)
    gate.spare += length(sentence.text) - sum(length(part.text) for part in sentence.parts)
    return sentence.parts


def settled(sentence: DraftSentence, gate: Gate) -> Sentence | None:
    """Return a judged sentence, or what may be printed in its place; None when there is nothing. What is lost is listed."""
    room = length(sentence.text) + gate.spare
    wording = first_that_holds(sentence, gate, room)
    if wording:
        tell_replaced(sentence, wording, gate, room)
        return printed(wording, sentence, gate)
    reason = why_not(sentence, gate, room)
    # A passage has no day before it, so a timeline has no place for it.
    fit = sentence.text not in gate.said and sentence.hand != "model" and not FORMS[gate.brief.form].dated
    passage = quoted(sentence.citations, gate, MOST_QUOTED_WORDS) if fit else None
    if passage:
        passage = replace(passage, claim_ids=sentence.claim_ids)
        judged([passage], gate)
        if may_print(passage, gate, room):
            gate.left_out.append(LeftOut(text=sentence.text, reason=f"{reason}; the passage is quoted in its place"))
            return printed(passage, sentence, gate)
    gate.left_out.append(LeftOut(text=sentence.text, reason=reason))
    gate.spare += length(sentence.text)
    return None


def settled_surely(sentence: DraftSentence, gate: Gate) -> Sentence:
    """Return what may be printed of a judged sentence that must stand: at worst a passage, as its outlet's words."""
    room = length(sentence.text) + gate.spare
    wording = first_that_holds(sentence, gate, room)
    if wording is None:
        reason = why_not(sentence, gate, room)
        gate.left_out.append(LeftOut(text=sentence.text, reason=f"{reason}; a passage is quoted in its place"))
        wording = quoted_surely(sentence, gate, room)
    else:
        tell_replaced(sentence, wording, gate, room)
    return printed(wording, sentence, gate)


def tell_replaced(sentence: DraftSentence, wording: DraftSentence, gate: Gate, room: int) -> None:
    """List a model's sentence in whose place another writer's is printed."""
    if sentence.hand != wording.hand:
        reason = f"{why_not(sentence, gate, room)}; the offline writer's sentence stands in its place"
        gate.left_out.append(LeftOut(text=sentence.text, reason=reason))


def first_that_holds(sentence: DraftSentence, gate: Gate, room: int) -> DraftSentence | None:
    """Return the first of a judged sentence's wordings that may be printed in so many words."""
    wording: DraftSentence | None = sentence
    for _ in range(MOST_REPAIRS + 1):
        if wording is None:
            break
        judged([wording], gate)
        if may_print(wording, gate, room, as_printed(wording, sentence)):
            return narrowed(wording, gate)
        wording = reworded(wording, gate) if not holds(wording, gate) else None
    return None


def may_print(sentence: DraftSentence, gate: Gate, room: int, known: Printed | None = None) -> bool:
    """Return whether a judged sentence holds, is new as it is printed, and fits into so many words."""
    new = bool(sentence.text.strip()) and (known.text if known else sentence.text) not in gate.said
    return new and length(sentence.text) <= room and holds(sentence, gate)


def as_printed(wording: DraftSentence, proposed: DraftSentence) -> Printed | None:
    """Return how a wording of a proposed sentence is printed, where that says more than its own words."""
    own = proposed.printed if wording.hand == "offline" else ()
    return next((one for one in own if one.wording == wording.text), None)


def printed(wording: DraftSentence, proposed: DraftSentence, gate: Gate) -> Sentence:
    """Return a judged wording as it stands in the report, in the place of the sentence that was proposed."""
    known = as_printed(wording, proposed)
    text, citations, verdict = wording.text, wording.citations, gate.verdicts[wording]
    gate.said.add(text)
    if known:
        text, citations = known.text, tuple(dict.fromkeys((*citations, *known.citations)))
        told = Check(kind=known.kind, text=known.told, outcome="found", evidence=known.citations[0])
        verdict = replace(verdict, checks=(*verdict.checks, told))
        gate.said.add(text)
    gate.hands[text] = wording.hand
    gate.spare += length(proposed.text) - length(text)
    return Sentence(
        text=text,
        citations=citations,
        claim_ids=wording.claim_ids,
        independent=independent(wording, gate),
        origin_ids=counted(wording, gate),
        verdict=verdict,
    )


def why_not(sentence: DraftSentence, gate: Gate, room: int) -> str:
    """Return in words why a judged sentence is not printed."""
    verdict = gate.verdicts[sentence]
    failed = [c for c in verdict.checks if c.outcome != "found"]
    if sentence.text in gate.said:
        return "said already"
    if failed:
        return f"{verdict.label}: {failed[0].kind} “{failed[0].text}” {failed[0].outcome} in the passages it cites"
    if verdict.label != "supported" or not sentence.text.strip():
        return "it says nothing"
    if leaning(sentence, gate):
        return "it opens with a word that stands for somebody or something in another sentence"
    for wording in wordings(sentence, gate):
        if wording in gate.verdicts and holds(wording, gate) and length(wording.text) > room:
            return "no room for it with who reports it" if wording is not sentence else "longer than the report may be"
    return "carried by one origin, and no wording that says so holds"
