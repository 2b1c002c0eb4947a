"""No more of an article is repeated than its share: what rests on it alone and matters least is left out.

Repeated is what stands in runs of five or more counted words outside quotation marks (`text/runs.py`).
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from copydesk.gate.judging import Gate, length
from copydesk.gate.sides import OTHER_SIDE, pairs
from copydesk.records import LeftOut, Section, Sentence
from copydesk.text.runs import repeated

_Repeated = tuple[frozenset[int], ...]


def shared(headline: Sentence, dek: Sentence, sections: Sequence[Section], gate: Gate) -> tuple[Section, ...]:
    """Return a report's sections without what would repeat more of an article than its share; what is left out is listed.

    Headline and dek stay, as does what several articles tell.

    Args:
        headline: The headline.
        dek: The dek.
        sections: The sections.
        gate: What the gate works with.
    """
    config = gate.setup.config.write
    originals = gate.originals
    most = [max(config.article_words, int(config.article_share * len(words))) for words in originals.words]
    held: dict[Sentence, _Repeated] = {}
    kept = tuple(sections)
    while config.article_share:
        sentences = [headline, dek, *(s for section in kept for s in section.sentences)]
        held.update((s, repeated([s.text], originals)) for s in sentences if s not in held)
        beyond = [
            number
            for number, limit in enumerate(most)
            if len(frozenset[int]().union(*(held[s][number] for s in sentences))) > limit
        ]
        fewer = next((found for number in beyond if (found := without_one(kept, number, held, gate)) is not None), None)
        if fewer is None:
            break
        kept = fewer
    return kept


def without_one(
    sections: Sequence[Section], number: int, held: dict[Sentence, _Repeated], gate: Gate
) -> tuple[Section, ...] | None:
    """Return sections without the last sentence that repeats an article and rests on it alone; None where there is none.

    Of a difference, all sides go.
    """
    article_id = gate.brief.material.articles[number].article.id
    for at in range(len(sections) - 1, -1, -1):
        sentences = sections[at].sentences
        for place in range(len(sentences) - 1, -1, -1):
            alone = all(citation.article_id == article_id for citation in sentences[place].citations)
            if alone and held[sentences[place]][number]:
                gone = set(together(sentences, place, gate))
                for i in sorted(gone):
                    gate.left_out.append(LeftOut(text=sentences[i].text, reason=reason(gate) if i == place else OTHER_SIDE))
                    gate.spare += length(sentences[i].text)
                rest = tuple(s for i, s in enumerate(sentences) if i not in gone)
                kept = (*sections[:at], replace(sections[at], sentences=rest), *sections[at + 1 :])
                return tuple(section for section in kept if section.sentences)
    return None


def together(sentences: Sequence[Sentence], place: int, gate: Gate) -> Iterator[int]:
    """Yield the places of a sentence and of those that tell the other sides of its difference."""
    yield place
    for start, end in pairs(sentences, gate.brief):
        if start <= place < end:
            yield from range(start, end)


def reason(gate: Gate) -> str:
    """Return why a sentence is left out."""
    share = round(100 * gate.setup.config.write.article_share)
    return f"with it, the report would repeat more than {share} percent of its article word for word"
