"""A draft's links and notes, each held against the article it names."""

from bisect import bisect_right
from collections.abc import Sequence

from copydesk.check import Pool
from copydesk.check import check as check_statements
from copydesk.cited import meant_by
from copydesk.inputs import Setup
from copydesk.manuscript import Manuscript
from copydesk.records import Article, CheckedCite, Label, Passage, SentenceMark, Statement, Verdict
from copydesk.text.cites import Cite


def cites_of(
    draft: Manuscript, stated: Sequence[SentenceMark], statements: Sequence[Statement], pool: Pool, setup: Setup
) -> tuple[tuple[CheckedCite, ...], dict[int, Label]]:
    """Return the draft's links and notes, each held against the article it names; and by sentence, the verdict by all of these."""
    articles = [marked.article for marked in pool.articles]
    places = [place_of(cite, stated) for cite in draft.cites]
    meant = [meant_by(cite.target, articles) for cite in draft.cites]
    whole = {article.id: passage_of(article) for article in articles}
    checked = []
    named: dict[int, dict[str, Passage]] = {}
    for cite, place, article in zip(draft.cites, places, meant, strict=True):
        verdict = None
        if place is not None and article is not None:
            named.setdefault(place, {})[article.id] = whole[article.id]
            verdict = held_against(statements[place], (whole[article.id],), pool, setup)
        checked.append(
            CheckedCite(
                text=cite.shown,
                start=cite.start,
                end=cite.end,
                target=cite.target,
                sentence=place,
                article_id=article.id if article else None,
                label=verdict.label if verdict else None,
                evidence=next(iter(verdict.evidence), None) if verdict else None,
            )
        )
    together = {
        place: held_against(statements[place], tuple(passages.values()), pool, setup).label for place, passages in named.items()
    }
    return tuple(checked), together


def passage_of(article: Article) -> Passage:
    """Return a whole article as a passage."""
    return Passage(article_id=article.id, start=0, end=len(article.text), text=article.text)


def held_against(statement: Statement, passages: tuple[Passage, ...], pool: Pool, setup: Setup) -> Verdict:
    """Return the verdict on a sentence against some passages alone."""
    cited = Statement(text=statement.text, marks=statement.marks, citations=passages)
    return check_statements((cited,), pool, setup.config.check)[0]


def place_of(cite: Cite, stated: Sequence[SentenceMark]) -> int | None:
    """Return which sentence a cite stands in, or right behind; None where it stands before all of them."""
    order = bisect_right(stated, cite.start, key=lambda sentence: sentence.start) - 1
    if order < 0:
        return None
    behind = order + 1 < len(stated) and stated[order + 1].block == stated[order].block
    return order if cite.start <= stated[order].end or cite.sign or behind else None
