"""Everything the page's template asks for, computed before it runs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from copydesk.records import ArticleEntry, ChangeKind, Claim, Dossier, Interval, Origin, Passage, Reuse, ReuseLink, Run, Skipped
from copydesk.render.clean import address, excerpt
from copydesk.render.disclosing import disclosed, signed
from copydesk.render.dots import Mark, mark
from copydesk.render.drawing import Drawing, draw, lines
from copydesk.render.imprint import UNSIGNED, Publication
from copydesk.render.lineage import Band, Node, bands, unlike
from copydesk.render.numbering import Notes, Numbered, number
from copydesk.render.reprint import told_run
from copydesk.render.shelf import Shelf, on_unnamed, pointed_at, shelve
from copydesk.render.texts import Gap, Paragraph, parts
from copydesk.render.words import CHANGES

# Pairs of passages shown in a link's list; the comparison shows all of them.
PAIRS_LISTED = 5
PAIR_LENGTH = 280
# Sentences of its own, or left out, that a link lists.
SENTENCES_LISTED = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands on the page.

    Attributes:
        article: Number of its article.
        name: What that article is called.
        start: First code point.
        end: Behind the last code point.
    """

    article: int
    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Page:
    """A dossier as the template reads it.

    Attributes:
        dossier: The dossier.
        run: What it was made from.
        skipped: What was not taken in.
        publication: Who answers for it.
    """

    dossier: Dossier
    run: Run
    skipped: tuple[Skipped, ...]
    publication: Publication = UNSIGNED

    @property
    def disclosure(self) -> str:
        """How it was made and what a person did to it, for readers."""
        return disclosed(self.dossier.report.disclosure, self.publication.signature)

    @property
    def signed(self) -> str:
        """Which person answers for it, in a sentence; empty where nobody has signed any version of it."""
        return signed(self.publication.signature)

    @property
    def principles(self) -> str | None:
        """Address of the publisher's principles."""
        return address(self.publication.imprint.principles)

    @cached_property
    def notes(self) -> Notes:
        """The report with numbers."""
        return number(self.dossier.report)

    @cached_property
    def shelf(self) -> Shelf:
        """Articles and origins by id."""
        return shelve(self.dossier.articles, self.dossier.origins, self.dossier.lent)

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The origins with their articles."""
        return bands(self.shelf, self.dossier.links)

    @cached_property
    def drawing(self) -> Drawing:
        """The rail beside them."""
        return draw(self.bands, self.dossier.links, self.shelf.names)

    @cached_property
    def links(self) -> tuple[tuple[int, ReuseLink], ...]:
        """Links that show dependence, with their numbers."""
        return tuple((n, link) for n, link in enumerate(self.dossier.links, start=1) if link.dependence != "no")

    @cached_property
    def unlike(self) -> tuple[tuple[int, ReuseLink], ...]:
        """Links that were found to show none, with their numbers."""
        return unlike(self.dossier.links)

    @cached_property
    def unnamed(self) -> tuple[tuple[Claim, tuple[str, ...]], ...]:
        """Claims that rest on people nobody names, with the words for them."""
        return tuple(on_unnamed(self.dossier.claims))

    @cached_property
    def reprint(self) -> str:
        """How near the report comes to a reprint, in a sentence; empty where it shares no run of words."""
        return told_run(self.dossier, self.shelf)

    @cached_property
    def published(self) -> str | None:
        """The time the story is told of: what the user stated, else the last publication."""
        return self.run.told_of(self.dossier.story)

    def mark(self, carried: Interval) -> Mark:
        """Return the mark of independence for something in this story."""
        return mark(carried, self.dossier.story.independent)

    def place(self, passage: Passage) -> Place:
        """Return where a passage stands."""
        article_id = passage.article_id
        return Place(self.shelf.places[article_id], self.shelf.names[article_id], passage.start, passage.end)

    def places(self, passages: Iterable[Passage]) -> tuple[Place, ...]:
        """Return where passages stand, one for each article: the first of it."""
        firsts: dict[str, Passage] = {}
        for passage in passages:
            firsts.setdefault(passage.article_id, passage)
        return tuple(self.place(passage) for passage in firsts.values())

    def parts(self, article: ArticleEntry) -> tuple[Paragraph | Gap, ...]:
        """Return an article's paragraphs and gaps."""
        return parts(article, self._offsets[article.id])

    def origin(self, passage: Passage) -> Origin | None:
        """Return the origin a passage rests on."""
        return self.shelf.rests_on(passage)

    def lines(self, node: Node) -> int:
        """Return how many takings a row of the drawing shows."""
        return lines(node)

    def paragraphs(self, sentences: Sequence[Numbered]) -> Iterator[tuple[Numbered, ...]]:
        """Return a section's sentences in paragraphs of readable length."""
        return self.notes.paragraphs(sentences)

    def pairs(self, link: ReuseLink) -> tuple[tuple[Reuse, str, str], ...]:
        """Return the longest shared passages of a link, shortened, in the later article's order."""
        longest = sorted(link.passages, key=lambda r: (r.later.start - r.later.end, r.later.start))[:PAIRS_LISTED]
        in_order = sorted(longest, key=lambda r: (r.later.start, r.later.end))
        return tuple((r, excerpt(r.later.text, PAIR_LENGTH), excerpt(r.earlier.text, PAIR_LENGTH)) for r in in_order)

    def changes(self, link: ReuseLink) -> tuple[tuple[str, str, str, str], ...]:
        """Return what the later article altered: the kind, the change in words, and both passages, shortened."""
        altered = [change for change in link.changes if change.aspect != "fact"]
        return tuple((CHANGES[c.aspect], c.detail, _shortened(c.later), _shortened(c.earlier)) for c in altered)

    def whole_sentences(self, link: ReuseLink, what: ChangeKind) -> tuple[str, ...]:
        """Return the sentences that the later article has of its own, or left out, shortened."""
        found = (change for change in link.changes if change.aspect == "fact" and change.what == what)
        return tuple(_shortened(change.later or change.earlier) for change in found)

    def listed(self, sentences: Sequence[str]) -> Sequence[str]:
        """Return as many of some sentences as are shown."""
        return sentences[:SENTENCES_LISTED]

    def spans(self, link: ReuseLink) -> str:
        """Return all shared passages of a link as the script reads them: `kind,start,end,start,end;…`, the later one first."""
        shared = sorted(link.passages, key=lambda r: (r.later.start, r.later.end, r.earlier.start))
        return ";".join(f"{r.kind},{r.later.start},{r.later.end},{r.earlier.start},{r.earlier.end}" for r in shared)

    @cached_property
    def _offsets(self) -> dict[str, list[int]]:
        offsets: dict[str, list[int]] = defaultdict(list)
        for passage in pointed_at(self.dossier):
            offsets[passage.article_id].append(passage.start)
        return offsets


def _shortened(passage: Passage | None) -> str:
    return excerpt(passage.text, PAIR_LENGTH) if passage else ""
