"""By which name a report calls those who carry a claim, honestly also where an outlet is not known."""

from collections.abc import Sequence

from copydesk.records import Origin, Passage
from copydesk.write.grammar.lexicon import words
from copydesk.write.grammar.telling import Teller
from copydesk.write.offline.pile import Pile

# Last words of names that English speaks with an article: "the Gazette", but "Radio Nine".
_WITH_ARTICLE = words(
    """
    courier gazette tribune times post observer ledger star herald journal chronicle telegraph guardian independent mirror express
    sun mail press echo argus examiner inquirer enquirer register sentinel standard globe dispatch monitor record review bulletin
    reporter mercury advertiser agency union republic citizen leader constitution bee intelligencer planet
    """
)
# The checker knows these words as words about a report; "a third report" it takes for a number.
_UNNAMED = ("one report", "a second report", "another report", "a further report", "a separate report", "a different report",
            "a later report")  # fmt: skip
_LONGEST_LIST = 10  # words of several names in a row
COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


class Tellers:
    """The names of a story's origins. Outlets that are not known are told apart in the order in which the report calls on them.

    Args:
        pile: The articles.
    """

    def __init__(self, pile: Pile) -> None:
        self.pile = pile
        self._unnamed: dict[str, str] = {}
        self._alone = len(set(pile.lineage.main_origins.values())) == 1
        self._named: set[str] = set()

    def again(self) -> None:
        """Name outlets anew: headline, dek and the report below are read each by itself."""
        self._named.clear()

    def of(self, origin_ids: Sequence[str], passages: Sequence[Passage]) -> Teller:
        """Return who carries some passages.

        Args:
            origin_ids: Their origins, at least one.
            passages: The passages.
        """
        if self._alone and len(origin_ids) == 1 and origin_ids[0] in self._named:
            return Teller(name="the report", unnamed=True)
        self._named.update(origin_ids)
        tellers = [self._one(i, passages) for i in origin_ids]
        unique = {t.name: t for t in sorted(tellers, key=lambda t: t.unnamed)}
        return joined(list(unique.values()))

    def _one(self, origin_id: str, passages: Sequence[Passage]) -> Teller:
        """Return who one origin is."""
        origin = self.pile.by_origin.get(origin_id)
        carriers = [p.article_id for p in passages if origin_id in self.pile.origins(p)]
        if origin is None:
            name = self._outlet(carriers, origin_id)
            return Teller(name=name or self._nameless(origin_id), unnamed=name is None)
        if origin.credited:
            return Teller(name=with_article(origin.credited), carried=self._carrier(origin, carriers))
        # An outlet whose own words are not cited is not named: a reader could not find the sentence there.
        roots = [i for i in carriers if i == origin.root_article_id]
        name = self._outlet([*roots, *carriers], origin_id)
        return Teller(name=name or self._nameless(origin_id), says=origin.kind == "release", unnamed=name is None)

    def _carrier(self, origin: Origin, carriers: Sequence[str]) -> str | None:
        """Return the outlet through which alone a credited outlet's report is known; None where its text is at hand."""
        mains = self.pile.lineage.main_origins
        if origin.kind != "elsewhere" or any(mains.get(i) == origin.id for i in self.pile.articles):
            return None
        outlet = self._outlet(carriers, "")
        return outlet if outlet != with_article(origin.credited or "") else None

    def _outlet(self, article_ids: Sequence[str], origin_id: str) -> str | None:
        """Return the first known outlet of some articles; of those whose main origin it is, where there are any."""
        mains = self.pile.lineage.main_origins
        found = [i for i in article_ids if i in self.pile.articles]
        for article_id in sorted(found, key=lambda i: (i != article_ids[0], mains.get(i) != origin_id)):
            outlet = self.pile.articles[article_id].article.outlet
            if outlet:
                return with_article(outlet)
        return None

    def _nameless(self, origin_id: str) -> str:
        """Return honest words for an outlet that is not known."""
        if self._alone:
            return "the report"
        if origin_id not in self._unnamed:
            self._unnamed[origin_id] = _UNNAMED[min(len(self._unnamed), len(_UNNAMED) - 1)]
        return self._unnamed[origin_id]


def joined(tellers: Sequence[Teller]) -> Teller:
    """Return several tellers as one: their names where all are known and few, else how many reports it is."""
    if len(tellers) == 1:
        return tellers[0]
    names = [t.inside for t in tellers]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    if any(t.unnamed for t in tellers) or len(listed.split()) > _LONGEST_LIST:
        return Teller(name=f"{COUNTS.get(len(tellers), str(len(tellers)))} reports", plural=True, unnamed=True)
    return Teller(name=listed, plural=True)


def with_article(outlet: str) -> str:
    """Return an outlet's name as it stands inside a sentence: "the Gazette", "Radio Nine"."""
    parts = outlet.split()
    takes = parts and parts[0].casefold() != "the" and parts[-1].casefold() in _WITH_ARTICLE
    return f"the {outlet}" if takes else outlet
