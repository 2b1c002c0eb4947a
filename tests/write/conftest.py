"""Sentences written down with their grammar, and small briefs made of them."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from copydesk.config import Config
from copydesk.mark import mark
from copydesk.models import load_parser
from copydesk.records import (
    Article,
    Block,
    Brief,
    Claim,
    Difference,
    Entity,
    Interval,
    Lineage,
    Marked,
    Marks,
    Material,
    Mention,
    NameMark,
    Origin,
    Passage,
    SentenceMark,
    Story,
    Token,
    Weighed,
)
from copydesk.records.lineage import OriginKind
from copydesk.write.grammar.phrase import Phrase, Word

CLINGING = frozenset([".", ",", ";", ":", "!", "?", ")", "”", "’s", "’", "'s", "n't", "n’t", "%"])
OPENING = frozenset(["(", "“", "$", "€"])
LEMMAS = {
    "said": "say", "added": "add", "adds": "add", "told": "tell", "was": "be", "were": "be", "is": "be", "are": "be", "has": "have",
    "left": "leave", "reports": "report",
    "burned": "burn", "met": "meet", "marched": "march", "broke": "break", "carried": "carry", "began": "begin",
    "rules": "rule", "officials": "official", "workers": "worker", "killed": "kill", "expected": "expect", "opened": "open",
}  # fmt: skip

Read = Callable[[str], Phrase]


def read(written: str) -> Phrase:
    """Return the phrase that is written down as `form|tag|fine|head|relation` per word; heads count from 1, the root's is 0."""
    words, at, glued = [], 0, True
    for item in written.split():
        form, tag, fine, head, relation = item.split("|")
        space = not glued and form not in CLINGING
        start = at + space
        at, glued = start + len(form), form in OPENING
        lemma = form if tag == "PROPN" else LEMMAS.get(form.lower(), form.lower())
        words.append(
            Word(
                form=form, space=space, tag=tag, fine=fine, lemma=lemma, head=int(head) - 1, relation=relation, start=start, end=at
            )
        )
    return Phrase(tuple(words))


@pytest.fixture(scope="session")
def phrase() -> Read:
    """Reads a sentence that is written down with its grammar."""
    return read


def marked(name: str, written: Sequence[str], outlet: str | None, people: Mapping[str, str]) -> Marked:
    """Return an article of sentences that are written down with their grammar; `people`: name as it stands -> full name."""
    text, tokens, sentences = "", list[Token](), list[SentenceMark]()
    for sentence in written:
        words, start, first = read(sentence).words, len(text), len(tokens)
        tokens += [
            Token(
                start=start + w.start,
                end=start + w.end,
                tag=w.tag,
                fine=w.fine,
                lemma=w.lemma,
                head=w.head + first if w.head >= 0 else -1,
                relation=w.relation,
            )
            for w in words
        ]
        text += read(sentence).text + " "
        sentences.append(SentenceMark(start=start, end=len(text) - 1, block=0, kind="body", first=first, last=len(tokens)))
    entities, names = cast(text, people)
    marks = Marks(sentences=tuple(sentences), tokens=tuple(tokens), entities=entities, names=names)
    article = Article(
        id=name, location=name, sha256="0", text=text, blocks=(Block(start=0, end=len(text)),), outlet=outlet, language="en"
    )
    return Marked(article=article, marks=marks)


def cast(text: str, people: Mapping[str, str]) -> tuple[tuple[Entity, ...], tuple[NameMark, ...]]:
    """Return entities and mentions: each written name is looked for once, from the place of the last one on."""
    fulls = sorted(set(people.values()))
    entities = tuple(Entity(id=f"e{i}", kind="person", name=full, spellings=(full,)) for i, full in enumerate(fulls))
    names, at = [], 0
    for written, full in people.items():
        title, _, name = written.rpartition("|")
        at = text.index(name, at)
        kind: Mention = "pronoun" if name in ("He", "She", "His") else "full" if name == full else "short"
        names.append(NameMark(start=at, end=at + len(name), entity=f"e{fulls.index(full)}", mention=kind, role=title or None))
        at += len(name)
    return entities, tuple(names)


def brief(
    articles: Sequence[Marked],
    claims: Sequence[Sequence[tuple[int, int]]],
    *,
    words: int = 450,
    origins: Sequence[tuple[OriginKind, str | None]] = (),
    differences: Sequence[Difference] = (),
) -> Brief:
    """Return a brief in which every article is an origin of its own; a claim is a list of (article, sentence)."""
    kinds: list[tuple[OriginKind, str | None]] = [*origins]
    kinds += [("reporting", None)] * (len(articles) - len(origins))
    roots = [
        Origin(
            id=f"o{i}",
            kind=kind,
            root_article_id=None if kind == "elsewhere" else m.article.id,
            credited=credited,
            passages=tuple(m.passage(s.start, s.end) for s in m.marks.sentences),
            evidence=("its own words",),
        )
        for i, (m, (kind, credited)) in enumerate(zip(articles, kinds, strict=True))
    ]
    lineage = Lineage(links=(), origins=tuple(roots), main_origins={m.article.id: f"o{i}" for i, m in enumerate(articles)})
    story = Story(id="s", article_ids=tuple(m.article.id for m in articles), reasons={})
    made = tuple(
        claim(i, [sentence(articles[a], s) for a, s in places], sorted({f"o{a}" for a, _ in places}))
        for i, places in enumerate(claims)
    )
    weighed = Weighed(claims=made, quotes=(), differences=tuple(differences), initiatives=(), timeline=())
    return Brief(material=Material(story=story, articles=tuple(articles), lineage=lineage), weighed=weighed, words=words)


def sentence(article: Marked, place: int) -> Passage:
    """Return a sentence of an article as a passage."""
    mark = article.marks.sentences[place]
    return article.passage(mark.start, mark.end)


def claim(place: int, passages: Sequence[Passage], origin_ids: Sequence[str]) -> Claim:
    """Return a claim; the first ones are the most important."""
    return Claim(
        id=f"c{place + 1}",
        text=passages[0].text,
        kind="fact",
        speaker=None,
        passages=tuple(passages),
        origin_ids=tuple(origin_ids),
        independent=Interval(low=len(origin_ids), high=len(origin_ids)),
        importance=1 - place / 10,
    )


@pytest.fixture(scope="session")
def parsed() -> Read:
    """Reads a sentence as the parser does."""
    parser = load_parser()

    def phrase(text: str) -> Phrase:
        marks = mark(text, parser, Config().mark)
        return Phrase.of(text, marks.tokens, 0, len(marks.tokens))

    return phrase
