"""Other wordings for sentences that repeat an article too closely, each judged like any other."""

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.gate.grounds import counted, holds, independent
from copydesk.gate.judging import Gate, judged, length, statements
from copydesk.records import DraftSentence, Hand, Sentence
from copydesk.write import Originals, Voice, free_of, most_in_a_row, otherwise


def set_apart(sentences: Sequence[Sentence], gate: Gate) -> dict[Sentence, Sentence]:
    """Return for sentences that repeat an article too closely another wording that holds as well, where there is one.

    The first wordings of all of them are judged together, then the second ones of those that did not hold, and so on.
    """
    config = gate.setup.config.write
    originals = Originals.of(marked.article.text for marked in gate.brief.material.articles)
    near = [s for s in dict.fromkeys(sentences) if config.longest_run and most_in_a_row(s.text, originals) > config.longest_run]
    drafts = [drafted(sentence, sentence.text, gate.hands[sentence.text]) for sentence in near]
    outlets = outlets_of(gate)
    waiting = {
        sentence: [
            wording
            for wording in otherwise(told.text, told.marks, originals, config, voice_of(sentence, outlets))
            if free_of(wording, gate.setup.config.style.banned)
        ]
        for sentence, told in zip(near, statements(drafts, gate.setup), strict=True)
    }
    found: dict[Sentence, Sentence] = {}
    while waiting := {sentence: wordings for sentence, wordings in waiting.items() if wordings and sentence not in found}:
        tried = {sentence: drafted(sentence, wordings.pop(0), gate.hands[sentence.text]) for sentence, wordings in waiting.items()}
        judged(tuple(tried.values()), gate)
        for sentence, wording in tried.items():
            same = counted(wording, gate) == sentence.origin_ids and independent(wording, gate) == sentence.independent
            more = length(wording.text) - length(sentence.text)
            if same and more <= gate.spare and wording.text not in gate.said and holds(wording, gate):
                gate.spare -= more
                gate.said.add(wording.text)
                gate.hands[wording.text] = wording.hand
                found[sentence] = replace(sentence, text=wording.text, verdict=gate.verdicts[wording])
    return found


def outlets_of(gate: Gate) -> tuple[str, ...]:
    """Return the names of the outlets of a story, those that its articles credit among them, in order."""
    articles = (m.article.outlet for m in gate.brief.material.articles)
    credited = (origin.credited for origin in gate.brief.material.lineage.origins)
    return tuple(sorted({name for name in (*articles, *credited) if name}))


def voice_of(sentence: Sentence, outlets: tuple[str, ...]) -> Voice:
    """Return whose words a printed sentence may be taken for."""
    return Voice(attributed=told_by_one(sentence), outlets=outlets)


def drafted(sentence: Sentence, text: str, hand: Hand) -> DraftSentence:
    """Return a printed sentence, with these words, as one that can be judged again."""
    one = told_by_one(sentence)
    return DraftSentence(text=text, claim_ids=sentence.claim_ids, citations=sentence.citations, attributed=one, hand=hand)


def told_by_one(sentence: Sentence) -> bool:
    """Return whether one origin alone carries a printed sentence: then it names who reports it."""
    return sentence.independent.high == 1
