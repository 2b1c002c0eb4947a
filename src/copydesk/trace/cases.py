"""What decisions look at and what they are."""

from typing import Literal

import msgspec

from copydesk.records import Article, Dependence, LinkKind
from copydesk.trace.credits import Crediting
from copydesk.trace.likeness import Likeness
from copydesk.trace.prose import Prose

# What connects two articles beside their words, the strongest first. `stated`, `independent`: by a person. `credit`: they rest on
# one outlet's report. `lead`: the fact they lead with does. `agency`: both carry an agency's name. `perhaps`: outlet, owner or
# byline in common. `facts`: both credit facts to one outlet.
Bond = Literal["stated", "independent", "credit", "lead", "agency", "perhaps", "facts", "none"]


_QUOTED = 16  # runs of four quoted words in both that a reader notices: some twenty words
_MATCHED = 3  # and sentences that say the same
_SHARE = 0.25  # if they are that share of the shorter article


class Case(msgspec.Struct, frozen=True, eq=False):
    """An article with all that a decision about it may look at.

    Attributes:
        prose: Its words.
        crediting: What it credits.
    """

    prose: Prose
    crediting: Crediting

    @property
    def article(self) -> Article:
        """The article itself."""
        return self.prose.marked.article


class Judgement(msgspec.Struct, frozen=True, eq=False):
    """What was decided about a pair.

    Attributes:
        first: One article.
        second: The other.
        likeness: How alike they are.
        likelihood: In [0, 1], from the words alone.
        bond: What connects them beside the words.
        bond_evidence: That in words; empty where there is none.
        kind: What is shared.
        dependence: Whether one rests on the other or both on a third.
        later: 0: the first is the later one, 1: the second, -1: open.
        order_evidence: The signs for it, in words.
    """

    first: Case
    second: Case
    likeness: Likeness
    likelihood: float
    bond: Bond
    bond_evidence: str
    kind: LinkKind = "partial"
    dependence: Dependence = "no"
    later: int = -1
    order_evidence: tuple[str, ...] = ()

    @property
    def joins(self) -> bool:
        """Whether the two have one main origin: whole copies, edits and credits do, loans of a few sentences do not."""
        return self.dependence == "yes" and self.kind != "partial"

    @property
    def alike(self) -> bool:
        """Whether a reader would notice how alike the two are."""
        like = self.likeness
        return like.quoted >= _QUOTED or (like.most >= _MATCHED <= len(like.matches) and like.share >= _SHARE)
