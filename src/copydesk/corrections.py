"""What new articles say they got wrong: told in an update in the outlet's own words, because a reader may have believed it."""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from copydesk.records import Draft, DraftSection, DraftSentence, Marked, Material, Passage

HEADING = "Corrected"
_LONGEST = 60  # words of a correction that is told; a longer one stands in its article on the page
_QUOTES = frozenset('“”"„«»')


def corrections(material: Material, known: Collection[str]) -> tuple[Passage, ...]:
    """Return the corrections in the articles that readers do not know, each paragraph and each wording once.

    Args:
        material: A story's articles.
        known: Ids of the articles that readers know.
    """
    old = {p.text for m in material.articles if m.article.id in known for p in blocks(m)}
    new = (p for m in material.articles if m.article.id not in known for p in blocks(m))
    found = {p.text: p for p in new if p.text not in old and len(p.text.split()) <= _LONGEST}
    return tuple(sorted(found.values()))


def blocks(marked: Marked) -> Iterator[Passage]:
    """Yield an article's corrections, the sentences of one paragraph as one passage."""
    spans: dict[int, tuple[int, int]] = {}
    for sentence in marked.marks.sentences:
        if sentence.kind == "correction":
            start = spans.get(sentence.block, (sentence.start, 0))[0]
            spans[sentence.block] = (start, sentence.end)
    for start, end in spans.values():
        yield marked.passage(start, end)


def reporting(material: Material, passages: Sequence[Passage]) -> Material:
    """Return a story whose corrections are reporting of their outlets, so that a sentence may rest on them like on any other."""
    if not passages:
        return material
    mains = material.lineage.main_origins
    more = {mains[p.article_id]: [q for q in passages if mains[q.article_id] == mains[p.article_id]] for p in passages}
    origins = tuple(replace(o, passages=(*o.passages, *more.get(o.id, ()))) for o in material.lineage.origins)
    articles = tuple(opened(m, [p for p in passages if p.article_id == m.article.id]) for m in material.articles)
    return replace(material, articles=articles, lineage=replace(material.lineage, origins=origins))


def opened(marked: Marked, passages: Sequence[Passage]) -> Marked:
    """Return an article in which each of some passages is one sentence that reports: a correction is only whole as a whole."""
    if not passages:
        return marked
    sentences = [s for s in marked.marks.sentences if not any(p.start <= s.start < p.end for p in passages)]
    for passage in passages:
        inside = [s for s in marked.marks.sentences if passage.start <= s.start < passage.end]
        sentences.append(replace(inside[0], kind="body", end=inside[-1].end, last=inside[-1].last))
    return replace(marked, marks=replace(marked.marks, sentences=tuple(sorted(sentences, key=lambda s: s.start))))


def corrected(draft: Draft, passages: Sequence[Passage], material: Material) -> Draft:
    """Return a draft with a section of corrections, each in its outlet's words."""
    outlets = {m.article.id: m.article.outlet for m in material.articles}
    told = tuple(sentence(p, outlets[p.article_id]) for p in passages)
    return replace(draft, sections=(*draft.sections, DraftSection(heading=HEADING, sentences=told))) if told else draft


def sentence(passage: Passage, outlet: str | None) -> DraftSentence:
    """Return a correction as the words of its outlet."""
    teller = f"{outlet} reports" if outlet else "One report says"
    words = passage.text if _QUOTES & set(passage.text) else f"“{passage.text}”"
    return DraftSentence(text=f"{teller}: {words}", claim_ids=(), citations=(passage,), attributed=True)


def cost(passages: Sequence[Passage], material: Material) -> int:
    """Return how many words corrections take in a report."""
    outlets = {m.article.id: m.article.outlet for m in material.articles}
    return sum(len(sentence(p, outlets[p.article_id]).text.split()) for p in passages)
