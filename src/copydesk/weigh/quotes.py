"""Quotes across articles: the same words of the same speaker are one, with every place where they stand and what differs there."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import fuzz

from copydesk.records import Fidelity, Lineage, Marked, Passage, Quote, SentenceMark, Variant
from copydesk.spans import overlap
from copydesk.text.shingles import WORD, fold
from copydesk.weigh.cast import Cast
from copydesk.weigh.config import WeighConfig
from copydesk.weigh.groups import Groups
from copydesk.weigh.spoken import Spoken, spoken_in
from copydesk.weigh.variants import differs, worst

_RUN = 4  # words in a row that two quotes must share to be held against each other
_ALIKE = 88.0  # partial ratio of the words, in percent, from which two quotes are one with a change
_CROWDED = 40  # a run that stands in more quotes than this is a set phrase
_PLAIN_WORDS = 8  # a shorter quote may stand in plain words by chance
_PLAIN_SHARE = 0.75  # of a quote's runs that stand in a plain sentence


def quotes_of(articles: Sequence[Marked], lineage: Lineage, cast: Cast, config: WeighConfig) -> tuple[Quote, ...]:
    """Return the quotes of a story: direct ones first, those that stand in most articles before the others."""
    everything = (s for marked in articles for s in spoken_in(marked, cast, config))
    spoken = sorted(everything, key=lambda s: (not s.direct, s.published, s.passage))
    groups = alike(spoken, {link.articles[0] for link in lineage.links if link.dependence == "yes" and link.direction == "forward"})
    plain = told_plainly(groups, articles)
    found = [quote(group, plain.get(i, []), lineage, cast) for i, group in enumerate(groups)]
    return tuple(sorted(found, key=lambda q: (not q.direct, -len({v.passage.article_id for v in q.variants}), q.passage)))


def alike(spoken: Sequence[Spoken], takers: Collection[str] = ()) -> list[list[Spoken]]:
    """Return groups of the same words, each with its fullest form first; of equal ones, one of an article that took nothing."""

    def fullness(one: Spoken) -> tuple[int, bool, str, Passage]:
        return -len(one.words), one.passage.article_id in takers, one.published, one.passage

    same: dict[tuple[bool, tuple[str, ...]], list[Spoken]] = {}
    for one in spoken:
        same.setdefault((one.direct, one.words), []).append(one)
    forms = list(same.values())
    groups = Groups(len(forms))
    for a, b in sharing_runs(forms):
        if one_quote(forms[a][0], forms[b][0]):
            groups.join(a, b)
    return [sorted((one for i in group for one in forms[i]), key=fullness) for group in groups.all()]


def sharing_runs(forms: Sequence[Sequence[Spoken]]) -> list[tuple[int, int]]:
    """Return the pairs of direct quotes that share a run of words, sorted."""
    runs: dict[tuple[str, ...], list[int]] = {}
    for i, form in enumerate(forms):
        if form[0].direct:
            for run in set(runs_of(form[0].words)):
                runs.setdefault(run, []).append(i)
    return sorted({(a, b) for held in runs.values() if 1 < len(held) <= _CROWDED for a in held for b in held if a < b})


def runs_of(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield each run of `_RUN` words."""
    return zip(*(words[i:] for i in range(_RUN)), strict=False)


def one_quote(a: Spoken, b: Spoken) -> bool:
    """Return whether two quotes are the same words, trimmed or altered."""
    if a.passage.article_id == b.passage.article_id:
        return False
    return fuzz.partial_ratio(" ".join(a.words), " ".join(b.words), score_cutoff=_ALIKE) > 0


def told_plainly(groups: Sequence[Sequence[Spoken]], articles: Sequence[Marked]) -> dict[int, list[Passage]]:
    """Return for each group the sentences of articles that do not quote it which have its words without quotation marks."""
    index: dict[tuple[str, ...], set[int]] = {}
    telling: dict[str, list[int]] = {}  # the longest word of a quote -> the groups
    for i, group in enumerate(groups):
        if group[0].direct and len(group[0].words) >= _PLAIN_WORDS:
            telling.setdefault(max(group[0].words, key=len), []).append(i)
            for run in runs_of(group[0].words):
                index.setdefault(run, set()).add(i)
    quoting = {i: {s.passage.article_id for s in groups[i]} for held in telling.values() for i in held}
    found: dict[int, list[Passage]] = {}
    for marked in articles:
        lower = marked.article.text.lower()
        here = [w for w, held in telling.items() if w in lower and any(marked.article.id not in quoting[i] for i in held)]
        for sentence in marked.reporting() if here else ():
            text = marked.article.text[sentence.start : sentence.end].lower()
            if any(word in text for word in here):
                for i in told_in(marked, sentence, index, groups):
                    if marked.article.id not in quoting[i]:
                        found.setdefault(i, []).append(marked.passage(sentence.start, sentence.end))
    return found


def told_in(
    marked: Marked, sentence: SentenceMark, index: dict[tuple[str, ...], set[int]], groups: Sequence[Sequence[Spoken]]
) -> Iterator[int]:
    """Yield the groups whose words stand in a sentence that has no quotation marks."""
    words = [fold(word) for word in WORD.findall(marked.article.text, sentence.start, sentence.end)]
    hits = Counter(i for run in runs_of(words) for i in index.get(run, ()))
    enough = [i for i in sorted(hits) if hits[i] >= _PLAIN_SHARE * (len(groups[i][0].words) - _RUN + 1)]
    if enough and not any(q.direct and overlap(q, sentence) for q in marked.marks.quotes):
        yield from enough


def quote(group: Sequence[Spoken], plain: Sequence[Passage], lineage: Lineage, cast: Cast) -> Quote:
    """Return a group as one quote."""
    full, others = group[0], group[1:]
    told = [variant(full, other, cast) for other in others]
    told.extend((Variant(passage=p, difference="without quotation marks"), unmarked(full, p, lineage)) for p in plain)
    return Quote(
        text=full.text,
        speaker=speaker_of(group),
        direct=full.direct,
        passage=full.passage,
        variants=tuple(v for v, _ in sorted(told, key=lambda entry: entry[0].passage)),
        fidelity=worst(fidelity for _, fidelity in told),
    )


def speaker_of(group: Sequence[Spoken]) -> str | None:
    """Return who speaks, as the fullest form says it, else the next that says it."""
    return next((s.speaker for s in group if s.speaker is not None), None)


def variant(full: Spoken, other: Spoken, cast: Cast) -> tuple[Variant, Fidelity]:
    """Return another form of a quote with what differs, and how true it is."""
    change, phrase = differs(full.words, other.words)
    fidelity: Fidelity = "verbatim" if change == "none" else change
    if two_people(full, other, cast):
        return Variant(
            passage=other.passage, difference="; ".join(filter(None, [f"said by {other.speaker}", phrase]))
        ), "misattributed"
    return Variant(passage=other.passage, difference=phrase), fidelity


def two_people(a: Spoken, b: Spoken, cast: Cast) -> bool:
    """Return whether two forms are given to two different people, both known by name."""
    if a.person is None or b.person is None or a.person == b.person or not (a.named and b.named):
        return False
    return cast.kind(a.person) == cast.kind(b.person) == "person"


def unmarked(full: Spoken, plain: Passage, lineage: Lineage) -> Fidelity:
    """Return which way the quotation marks went, as far as the direction of reuse is known."""
    made = (full.passage.article_id, plain.article_id)
    return "made_quote" if any(link.articles == made and link.direction == "forward" for link in lineage.links) else "unquoted"
