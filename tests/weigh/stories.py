"""Small stories for the tests: articles by hand, marked by the built-in parser, with the lineage stated."""

from collections.abc import Mapping, Sequence

from copydesk.mark import MarkConfig, MarkContext, mark
from copydesk.models import load_parser, load_vectors
from copydesk.records import Article, Block, Lineage, Marked, Material, Origin, Passage, Published, ReuseLink, Story, Weighed
from copydesk.weigh import WeighConfig, weigh


def article(name: str, text: str, when: str | None = "2031-05-14") -> Marked:
    """Return a marked article; empty lines part its blocks."""
    blocks: list[Block] = []
    at = 0
    for part in text.split("\n\n"):
        blocks.append(Block(start=at, end=at + len(part)))
        at += len(part) + 2
    known = tuple(b for b in blocks if text[b.start : b.end].strip())
    published = Published(when=when, precision="day", basis="hints") if when else Published()
    made = Article(id=name, location=name, sha256=name, text=text, blocks=known, language="en", published=published)
    return Marked(article=made, marks=mark(text, load_parser(), MarkConfig(), MarkContext(blocks=known, published=published)))


def lineage(articles: Sequence[Marked], same: Mapping[str, str] | None = None, links: tuple[ReuseLink, ...] = ()) -> Lineage:
    """Return a lineage in which every article is its own origin, but for those that come from another one."""
    mains = {m.article.id: "o-" + (same or {}).get(m.article.id, m.article.id) for m in articles}
    passages: dict[str, list[Passage]] = {}
    for marked in articles:
        own = passages.setdefault(mains[marked.article.id], [])
        own.extend(marked.passage(b.start, b.end) for b in marked.article.blocks)
    origins = tuple(
        Origin(id=o, kind="reporting", root_article_id=o[2:], credited=None, passages=tuple(p), evidence=("stated",))
        for o, p in sorted(passages.items())
    )
    return Lineage(links=links, origins=origins, main_origins=mains)


def material(articles: Sequence[Marked], same: Mapping[str, str] | None = None, links: tuple[ReuseLink, ...] = ()) -> Material:
    """Return a story of some articles."""
    ids = tuple(m.article.id for m in articles)
    return Material(
        story=Story(id="s", article_ids=ids, reasons={}), articles=tuple(articles), lineage=lineage(articles, same, links)
    )


def weighed(texts: Mapping[str, str], same: Mapping[str, str] | None = None) -> Weighed:
    """Weigh a story whose articles are given by name."""
    return weigh(material([article(name, text) for name, text in texts.items()], same), load_vectors(), WeighConfig())
