"""Which lines the report takes: the important and independent ones, each origin heard, nothing twice, within the words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from copydesk.records import LeftOut
from copydesk.write.config import WriteConfig
from copydesk.write.offline.echoes import Echo, Echoes
from copydesk.write.offline.line import Line, Terms, shared
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.scoring import number
from copydesk.write.offline.vagueness import vague

# Words that an attribution adds to a line, on the average.
TELLING = 4
_HEARD = 0.25  # bonus of an origin's first line
_OPENINGS = 0.1  # taken off the limit of redundancy between the heads of two articles
_HEAD = 0.05  # share of an article's sentences that is its head
_PLANNED = 0.4  # bonus of an initiative that no line taken tells of
_OTHER_PLAN = 0.15  # two plans share more words than two facts: so much more
_QUOTED = 0.1  # price of each quotation before this one
# Worth of each other report of which a sentence tells much the same, claim or not, up to so many; price of what was told so far.
_ECHOED, _MOST_ECHOES, _TOLD = 0.1, 3.0, 0.5
_WORN = 0.8  # so much less does a word tell that all lines hold
_NEWS, _MUCH = 0.3, 40.0  # worth of a line that tells so much, in nats, that none taken tells
_LENGTH, _EASY, _HARD = 0.025, 16, 28  # price of each word beyond so many: room is for many facts rather than for long sentences
_SLOGAN, _SAME = 3, 0.8  # words of a quotation, and share of them that another must hold to be the same
_REWORDED = 1.3  # times the words that a report may repeat of an article: so many it may tell, as some are said otherwise
_NO_ROOM = "no room for it"
_KNOWN = 0.8  # of what a line tells: more than that in all lines taken together, and it is said already


def local(terms: Terms, commonness: Mapping[str, int], lines: int) -> Terms:
    """Return terms with what they tell in a story: a name that every other line holds says little about two lines that share it."""
    told = {term: much * (1 - _WORN * commonness[term] / lines) for term, much in terms.told.items()}
    return Terms(told, sum(told.values()), terms.numbers)


def quoted(line: Line) -> frozenset[str]:
    """Return the words of a line that stand in quotation marks."""
    marks = zip(line.phrase.words, line.phrase.quoted(), strict=True)
    return frozenset(w.low for w, inside in marks if inside and w.tag != "PUNCT") if any(line.phrase.quoted()) else frozenset()


class Waiting:
    """A line that may still be taken, with how much of it stands in those taken.

    Args:
        line: The line.
        terms: Its terms with what they tell in this story.
        echoes: Sentences of other articles that tell it, too.
    """

    def __init__(self, line: Line, terms: Terms, echoes: tuple[Echo, ...]) -> None:
        self.line = line
        self.echoes = echoes
        self.numbers = frozenset(echo.number for echo in echoes)
        self.echoed: float | None = None  # what its echoes are worth; None where that is to be found out anew
        self.terms = terms
        self.new = dict(terms.told)  # what of it none of those taken tells
        self.news = sum(self.new.values())
        self.cost = cost(line)
        self.long = _LENGTH * max(0, self.cost - _EASY) + _LENGTH * max(0, self.cost - _HARD)
        self.order = -number(line.claim)
        self.only = only(line)
        self.quoted = quoted(line)
        self.overlap = 0.0
        self.said = False

    def meet(self, taken: Line, terms: Terms, limit: float) -> None:
        """Note that a line with these terms was taken."""
        if not self.new.keys().isdisjoint(terms.told):
            self.new = {term: much for term, much in self.new.items() if term not in terms.told}
            self.news = sum(self.new.values())
        if not self.said:
            overlap = _repeated(self.terms, terms)
            self.overlap = max(self.overlap, overlap)
            # One quotation is not told of two speakers: that of the report that was taken first stands.
            again = len(self.quoted) > _SLOGAN and len(self.quoted & quoted(taken)) > _SAME * len(self.quoted)
            self.said = again or overlap >= repeating(self.line, taken, limit)


def _repeated(terms: Terms, taken: Terms) -> float:
    """Return how much a line with some terms says again, in [0, 1]: what both say, as a share of the shorter and of the line.

    A long line that holds all of a short one says much that is new: it counts between the two.
    """
    both = shared(terms, taken)
    return both if terms.total <= taken.total or not terms.total else both * (1 + taken.total / terms.total) / 2


class Selection:
    """The lines taken so far, and what may still join them.

    Args:
        pile: The articles.
        config: Settings.
    """

    def __init__(self, pile: Pile, config: WriteConfig) -> None:
        self.pile = pile
        self.config = config
        self.taken: list[Line] = []
        self.left: list[LeftOut] = []
        self.words = 0
        self.heard: set[str] = set()
        self.held: Counter[str] = Counter()
        self.used: Counter[str] = Counter()  # article -> words of the lines taken from it
        self.told: set[str] = set()
        self.plans: set[int] = set()
        self.echoes: dict[str, tuple[Echo, ...]] = {}
        self.covered: dict[int, float] = {}  # sentence of the story -> how much of it the lines taken tell
        self.local: dict[str, Terms] = {}
        self.long: list[Waiting] = []  # for which there was no room

    def take(self, lines: Sequence[Line], lead: Line, words: int) -> None:
        """Take the lead, then the best lines until the words are used up.

        Args:
            lines: Scored lines, the lead among them.
            lead: The line that is taken in any case.
            words: How many words there are for all.
        """
        commonness = Counter(term for line in lines for term in line.terms.told)
        echoes = Echoes(self.pile)
        self.echoes = {line.key: echoes.of(line) for line in lines}
        others = (line for line in lines if line is not lead)
        waiting = [Waiting(line, local(line.terms, commonness, len(lines)), self.echoes[line.key]) for line in others]
        self.local = {w.line.key: w.terms for w in waiting} | {lead.key: local(lead.terms, commonness, len(lines))}
        self._add(lead, waiting)
        self._fill(waiting, words)

    def more(self, words: int) -> None:
        """Go on with more words for all: with the lines for which there was no room before."""
        waiting, self.long = self.long, []
        self._fill(waiting, words)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What was left, and why."""
        return (*self.left, *(LeftOut(text=one.line.phrase.text, reason=_NO_ROOM) for one in self.long))

    def _fill(self, waiting: list[Waiting], words: int) -> None:
        """Take the best of some lines until the words are used up."""
        origins = set(self.pile.lineage.main_origins.values())
        later = list[Waiting]()
        while waiting or later:
            if not waiting:
                # The others have nothing more to say: the room is for those who have.
                waiting, later, origins = later, [], set()
            best = max(waiting, key=lambda w: (self._worth(w), w.order))
            waiting.remove(best)
            reason = self._refused(best, words)
            waits = origins and (self._dominates(best.line, len(origins)) or vague(best.line.phrase) or self._exhausts(best.line))
            if not reason and waits:
                later.append(best)
            elif reason == _NO_ROOM:
                self.long.append(best)
            elif reason:
                self.left.append(LeftOut(text=best.line.phrase.text, reason=reason))
            else:
                self._add(best.line, [*waiting, *later, *self.long])

    def _add(self, line: Line, waiting: Sequence[Waiting]) -> None:
        self.taken.append(line)
        self.words += cost(line)
        self.heard.update(line.origin_ids)
        self.told.update(line.terms.told)
        self.plans |= line.plans
        covered = {echo.number for echo in self.echoes[line.key]}
        for echo in self.echoes[line.key]:
            self.covered[echo.number] = max(echo.strength, self.covered.get(echo.number, 0.0))
        self.held[only(line)] += 1
        self.used[line.passage.article_id] += line.phrase.count
        for other in waiting:
            other.meet(line, self.local[line.key], self.config.redundant)
            if other.echoed is not None and not other.numbers.isdisjoint(covered):
                other.echoed = None

    def _worth(self, waiting: Waiting) -> float:
        """Return what a line adds to those taken."""
        line = waiting.line
        new = _HEARD if self.heard.isdisjoint(line.origin_ids) else 0.0
        quoted = _QUOTED * sum(t.quotation for t in self.taken) if line.quotation else 0.0
        tells = _NEWS * min(1.0, waiting.news / _MUCH)
        ahead = _PLANNED * bool(line.plans - self.plans)  # each plan is told once
        if waiting.echoed is None:
            waiting.echoed = _ECHOED * self._echoed(waiting)
        return line.score + new + tells + ahead + waiting.echoed - quoted - waiting.long - 0.4 * waiting.overlap

    def _echoed(self, waiting: Waiting) -> float:
        """Return by how many other origins a line is told beyond what the lines taken tell, less what they tell of it already."""
        others: dict[str, float] = {}
        told = 0.0
        for echo in waiting.echoes:
            covered = self.covered.get(echo.number, 0.0)
            if echo.own:
                told = max(told, min(echo.strength, covered))
            else:
                others[echo.origin] = max(others.get(echo.origin, 0.0), echo.strength - covered)
        return min(_MOST_ECHOES, sum(others.values())) - _TOLD * told

    def _refused(self, waiting: Waiting, words: int) -> str | None:
        """Return why a line is not taken, or None."""
        line = waiting.line
        # What every line of the story holds tells nothing of whether this one is told.
        known = waiting.terms.held(frozenset(self.told)) >= _KNOWN and line.terms.numbers <= self.told
        if waiting.said or known:
            return "said already"
        if self.words + waiting.cost > words:
            return _NO_ROOM
        if line.quotation and sum(t.quotation for t in self.taken) >= self.config.quotes:
            return "enough quotations"
        return None

    def _exhausts(self, line: Line) -> bool:
        """Return whether with a line of one origin the report would have more of its article than the gate lets pass."""
        if not (line.single and self.config.article_share):
            return False
        words = len(self.pile.marked(line.passage).article.text.split())
        most = max(self.config.article_words, self.config.article_share * words)
        return self.used[line.passage.article_id] + line.phrase.count > _REWORDED * most

    def _dominates(self, line: Line, origins: int) -> bool:
        """Return whether a line's only origin would carry too much of the report although others have something to say."""
        if not line.single or len(self.taken) < 5 or origins < 3:
            return False
        return self.held[only(line)] + 1 > self.config.origin_share * (len(self.taken) + 1)


def only(line: Line) -> str:
    """Return the origin of a line that has one, else an empty name."""
    return line.origin_ids[0] if line.single and line.origin_ids else ""


def repeating(line: Line, taken: Line, limit: float) -> float:
    """Return the overlap from which a line says what another says; a number of its own makes it say more."""
    # The first sentences of two articles of one story both say what it is about.
    limit -= _OPENINGS * (line.place < _HEAD and taken.place < _HEAD)
    limit += _OTHER_PLAN * bool(line.plans - taken.plans)
    if line.terms.numbers:
        limit += 0.25 if line.terms.numbers - taken.terms.numbers else -0.05
    return limit


def cost(line: Line) -> int:
    """Return how many words a line takes where its people are known, its attribution included."""
    return line.phrase.count - line.saved + TELLING * line.single
