"""By which name a report calls those who carry a claim, honestly also where an outlet is not known."""

from collections.abc import Collection, Sequence

import msgspec

from copydesk.records import Origin, Passage
from copydesk.text.fold import folded
from copydesk.write.grammar.lexicon import words
from copydesk.write.grammar.telling import Teller
from copydesk.write.offline.pile import Pile

# Last words of names that English speaks with an article: "the Gazette", but "Radio Nine".
_WITH_ARTICLE = words(
    """
    courier gazette tribune times post observer ledger star herald journal chronicle telegraph guardian independent mirror express
    sun mail press echo argus examiner inquirer enquirer register sentinel standard globe dispatch monitor record review bulletin
    reporter mercury advertiser agency union republic citizen leader constitution bee intelligencer planet
    association authority bureau commission committee council department federation ministry office
    """
)
# The checker knows these words as words about a report; "a later report" would tell when. Numbered, they stay apart.
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_MORE = "another of the reports"
_LONGEST_LIST = 10  # words of several names in a row
COUNTS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}


class Tellers:
    """The names of a story's origins. Outlets that are not known are told apart in the order in which the report calls on them.

    Args:
        pile: The articles.
        reporting: The verb for what an outlet does, as it stands with several.
    """

    def __init__(self, pile: Pile, reporting: str = "report") -> None:
        self.pile = pile
        self.reporting = reporting
        self._unnamed: dict[str, int] = {}
        self.alone = len(set(pile.lineage.main_origins.values())) == 1
        self._named: set[str] = set()
        self._called: set[str] = set()

    def again(self) -> None:
        """Name outlets anew: headline, dek and the report below are read each by itself."""
        self._named.clear()
        self._called.clear()

    def forget(self, article_ids: Collection[str]) -> None:
        """Number outlets that are not known anew, but for those of some articles: the others were called in no printed words."""
        kept = [i for i in self._unnamed if i in article_ids]
        self._unnamed = {article_id: number for number, article_id in enumerate(kept)}

    def of(self, origin_ids: Sequence[str], passages: Sequence[Passage]) -> Teller:
        """Return who carries some passages, with the verb for what they do; arguments as in `among`."""
        return msgspec.structs.replace(self.among(origin_ids, passages), reporting=self.reporting)

    def whose(self, passages: Sequence[Passage]) -> Teller:
        """Return the first outlet in whose article one of some passages stands, also where all articles are one report."""
        name = next((name for p in passages if (name := self._outlet([p.article_id]))), None)
        return Teller(name=name or "one report", unnamed=name is None, reporting=self.reporting)

    def among(self, origin_ids: Sequence[str], passages: Sequence[Passage]) -> Teller:
        """Return who carries some passages.

        Args:
            origin_ids: Their origins, at least one.
            passages: The passages.
        """
        origin_ids = self._roots(origin_ids)
        tellers = [self._one(i, passages) for i in origin_ids]
        known = {t.name for t in tellers} <= self._named  # what an article adds to what it took has an origin of its own
        self._named.update(t.name for t in tellers)
        if self.alone and len(origin_ids) == 1 and known:
            return Teller(name="the report", unnamed=True)
        # Two reports of outlets that are not known are two, though both may be "another report".
        unique = {(t.name, origin_ids[i] if t.unnamed else ""): t for i, t in enumerate(tellers)}
        return joined(sorted(unique.values(), key=lambda t: t.unnamed))

    def _roots(self, origin_ids: Sequence[str]) -> Sequence[str]:
        """Return some origins without what a rewriter adds of its own to a report that is among them: the two are one voice."""
        mains = self.pile.lineage.main_origins
        added = (o for i in origin_ids if (o := self.pile.by_origin.get(i)) is not None and o.kind == "own_addition")
        beside = {o.id for o in added if o.root_article_id and mains.get(o.root_article_id) in origin_ids}
        return [i for i in origin_ids if i not in beside] or origin_ids

    def _one(self, origin_id: str, passages: Sequence[Passage]) -> Teller:
        """Return who one origin is."""
        origin = self.pile.by_origin.get(origin_id)
        carriers = [p.article_id for p in passages if origin_id in self.pile.origins(p)]
        if origin is None:
            name = self._outlet(carriers)
            return Teller(name=name or self._nameless(carriers[0] if carriers else origin_id), unnamed=name is None)
        # An outlet that the cited articles neither are nor credit is not named: a reader could not find the sentence there.
        named = origin.credited and origin.credited[:1].isupper()
        far = origin.kind == "elsewhere"
        if origin.credited and named and (far or any(self._credits(i, origin.credited) for i in carriers[:1])):
            return Teller(name=with_article(origin.credited), carried=self._carrier(origin, carriers))
        name = self._outlet(carriers)
        return Teller(
            name=name or self._nameless(carriers[0] if carriers else origin_id), says=origin.kind == "release", unnamed=name is None
        )

    def _credits(self, article_id: str, name: str) -> bool:
        """Return whether an article is an outlet's own or names it as where it took from."""
        marked = self.pile.articles[article_id]
        names = (marked.article.outlet or "", *marked.article.markup_credits, *(c.name for c in marked.marks.credits))
        return plain(name) in {plain(n) for n in names}

    def _carrier(self, origin: Origin, carriers: Sequence[str]) -> str | None:
        """Return the outlet through which alone a credited outlet's report is known; None where its text is at hand."""
        mains = self.pile.lineage.main_origins
        if origin.kind != "elsewhere" or any(mains.get(i) == origin.id for i in self.pile.articles):
            return None
        outlet = self._outlet(carriers)
        return outlet if outlet != with_article(origin.credited or "") else None

    def _outlet(self, article_ids: Sequence[str]) -> str | None:
        """Return the outlet of the first of some articles, whose words are used; None where it is not known."""
        outlet = self.pile.articles[article_ids[0]].article.outlet if article_ids else None
        return with_article(outlet) if outlet else None

    def _nameless(self, key: str) -> str:
        """Return honest words for an outlet that is not known, by its article."""
        if self.alone:
            return "the report"
        number = self._unnamed.setdefault(key, len(self._unnamed))
        if number >= len(_ORDINALS):
            return _MORE
        if key in self._called:
            return f"the {_ORDINALS[number]} report"
        self._called.add(key)
        return f"a {_ORDINALS[number]} report" if number else "one report"


def joined(tellers: Sequence[Teller]) -> Teller:
    """Return several tellers as one: their names where all are known and few, else how many reports it is."""
    if len(tellers) == 1:
        return tellers[0]
    names = [t.inside for t in tellers]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    if any(t.unnamed for t in tellers) or len(listed.split()) > _LONGEST_LIST:
        return Teller(name=f"{COUNTS.get(len(tellers), str(len(tellers)))} reports", plural=True, unnamed=True)
    return Teller(name=listed, plural=True)


def plain(name: str) -> str:
    """Return an outlet's name without what its spellings differ in."""
    return folded(name).removeprefix("the ").strip()


def with_article(outlet: str) -> str:
    """Return an outlet's name as it stands inside a sentence: "the Gazette", "Radio Nine"."""
    parts = outlet.split()
    takes = parts and parts[0].casefold() != "the" and parts[-1].casefold() in _WITH_ARTICLE
    return f"the {outlet}" if takes else outlet
