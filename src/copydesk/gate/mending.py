"""What is tried in the place of a sentence that does not hold: the gate's own correction, then the writer's next wording."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.gate.grounds import COUNTED, attributed, counted, counting, holds, independent
from copydesk.gate.judging import Gate, judged
from copydesk.records import DraftSentence

# A writer that keeps proposing is stopped here; the offline writer has four wordings at most.
MOST_REPAIRS = 6


def foresee(proposed: Sequence[DraftSentence], gate: Gate) -> None:
    """Judge all sentences of a draft at once, then all next wordings of those that do not hold, and so on."""
    pending = tuple(proposed)
    for _ in range(MOST_REPAIRS + 1):
        judged(pending, gate)
        following = (reworded(s, gate) for s in pending if not holds(s, gate))
        pending = tuple(s for s in following if s is not None)
        if not pending:
            break
    judged([fewer for s in proposed if holds(s, gate) and (fewer := narrower(s, gate))], gate)


def wordings(sentence: DraftSentence, gate: Gate) -> Iterator[DraftSentence]:
    """Yield a sentence and its known other wordings in turn, each once: a writer may come back to one it had."""
    seen = set[DraftSentence]()
    wording: DraftSentence | None = sentence
    while wording is not None and wording not in seen:
        seen.add(wording)
        yield wording
        wording = gate.repairs.get(wording)


def reworded(sentence: DraftSentence, gate: Gate) -> DraftSentence | None:
    """Return the next wording of a judged sentence that does not hold, once it is known; None when nothing new is left to try."""
    if sentence not in gate.repairs:
        verdict = gate.verdicts[sentence]
        supported = verdict.label == "supported"
        own = corrected(sentence, gate) if supported else None
        following = own or gate.writer.repair(sentence, verdict, gate.brief)
        repeats = following is not None and (following.text, following.citations) == (sentence.text, sentence.citations)
        gate.repairs[sentence] = None if repeats else following
    return gate.repairs[sentence]


def corrected(sentence: DraftSentence, gate: Gate) -> DraftSentence | None:
    """Return a supported sentence with what it says of its reports put right: how many they are, or which one it is."""
    count = independent(sentence, gate)
    told = counting(sentence.text)
    if told:
        text = f"{sentence.text[: told.start()]}{recounted(told, count.low)}{sentence.text[told.end() :]}"
        return replace(sentence, text=text)
    if attributed(sentence, gate) is not False or not sentence.text.endswith("."):
        return None
    (carrying,) = counted(sentence, gate)[:1] or ("",)
    article_id = next((p.article_id for p in sentence.citations if carrying in gate.origins_of([p])), "")
    teller = next((m.article.outlet for m in gate.brief.material.articles if m.article.id == article_id), None)
    said = sentence.text.rstrip(".").endswith(" said")  # who says it need not be followed by another verb of saying
    telling = (
        f"according to {teller or 'one report'}"
        if said
        else f"{teller} {gate.setup.config.style.reporting}s"
        if teller
        else "one report says"
    )
    return replace(sentence, text=f"{sentence.text[:-1]}, {telling}.", attributed=True)


def recounted(told: re.Match[str], count: int) -> str:
    """Return "two reports say" with another count: "one report says"."""
    word = COUNTED[count - 1] if count <= len(COUNTED) else str(count)
    number = word.title() if told["count"][0].isupper() else word
    verb = told["verb"] or ""
    return f"{number}{told['kind']}{verb}s" if count == 1 and verb else f"{number}{told['kind']}{'s' * (count > 1)}{verb}"


def trusted(sentence: DraftSentence, gate: Gate) -> DraftSentence:
    """Return the first of a sentence's known wordings that is no model's; itself where there is none."""
    return next((wording for wording in wordings(sentence, gate) if wording.hand != "model"), sentence)


def narrowed(sentence: DraftSentence, gate: Gate) -> DraftSentence:
    """Return a sentence that holds without the passages of origins that do not carry it, where it holds without them.

    A reader who counts the citations must not count more than carry the sentence.
    """
    fewer = narrower(sentence, gate)
    if fewer is None:
        return sentence
    judged([fewer], gate)
    return fewer if holds(fewer, gate) else sentence


def narrower(sentence: DraftSentence, gate: Gate) -> DraftSentence | None:
    """Return a judged sentence that cites only the origins that carry it; None where it cites no others."""
    carrying = set(counted(sentence, gate))
    kept = tuple(p for p in sentence.citations if not carrying.isdisjoint(gate.origin_of(p)))
    if not kept or len(kept) == len(sentence.citations):
        return None
    fewer = replace(sentence, citations=kept)
    if sentence in gate.carried:
        # Each passage is looked at alone: that another one is no longer cited changes nothing about it.
        gate.carried[fewer] = gate.carried[sentence]
    return fewer
