"""One story's articles as the later stages take them."""

from collections.abc import Iterator

from copydesk.records.articles import Article
from copydesk.records.base import Passage, Record
from copydesk.records.lineage import Lineage
from copydesk.records.marks import Marks, SentenceMark
from copydesk.records.story import Story, Weighed


class Marked(Record, frozen=True, kw_only=True):
    """An article with what was found in it.

    Attributes:
        article: The article.
        marks: What `mark` found.
    """

    article: Article
    marks: Marks

    def passage(self, start: int, end: int) -> Passage:
        """Return the passage at that span."""
        return Passage(article_id=self.article.id, start=start, end=end, text=self.article.text[start:end])

    def reporting(self) -> Iterator[SentenceMark]:
        """Yield the sentences that report: those of body and list blocks."""
        return (s for s in self.marks.sentences if s.kind in ("body", "list"))


class Material(Record, frozen=True, kw_only=True):
    """Everything known about one story's articles.

    Attributes:
        story: The story.
        articles: Its marked articles, sorted by id.
        lineage: Where their passages come from.
    """

    story: Story
    articles: tuple[Marked, ...]
    lineage: Lineage


class Moved(Record, frozen=True, kw_only=True):
    """A claim that gives another figure than its readers know.

    Attributes:
        claim_id: The claim.
        before: Passages of earlier articles that give the earlier figure.
    """

    claim_id: str
    before: tuple[Passage, ...]


class Brief(Record, frozen=True, kw_only=True):
    """Everything a writer may use.

    Attributes:
        material: The articles.
        weighed: What they say.
        words: How many words the report may have at most.
        form: Which form the report has: `story`, `brief`, … as `copydesk.write.FORMS` lists them.
        earlier: Ids of the articles whose readers the report is for: what these tell is known, and `weighed` holds what is new.
        moved: Claims that give a figure anew, for a writer that does not find them out itself.
    """

    material: Material
    weighed: Weighed
    words: int
    form: str = "story"
    earlier: tuple[str, ...] = ()
    moved: tuple[Moved, ...] = ()
