"""Which lines the report takes: the important and independent ones, each origin heard, nothing twice, within the words."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from copydesk.records import Claim, LeftOut
from copydesk.write.config import WriteConfig
from copydesk.write.grammar.lexicon import AIMING, CONTENTION, COURTEOUS, FURTHERING, JUDGING, VAGUE
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.offline.echoes import Echo, Echoes
from copydesk.write.offline.line import Line, Terms, shared, termed
from copydesk.write.offline.pile import Pile

# Words that an attribution adds to a line, on the average.
TELLING = 4
_HEARD = 0.25  # bonus of an origin's first line
_SHARED_LEAD, _DISPUTED = 0.25, 0.3  # what each further origin is worth for the lead; price of a claim from which another differs
_TOPICAL, _TOPICAL_LEAD = 0.2, 0.6  # worth of a line all of whose words stand at the heads of all articles
_ASIDE = 0.3  # of what further origins are worth counts where titles and openings speak of something else
_LEADING = 0.8  # worth, for the lead, of what is likest to the titles and openings of the articles
_OUTDATED, _OUTDATED_LEAD = 0.1, 0.5  # price of a number that a later article replaces
_PASSED = 0.3  # price of a state that an article told well before the last one
_NEWEST = 1.0  # worth of the latest figure of a toll that grew
_CONFIRMED = 0.15  # bonus per further independent origin, up to three
_OPENINGS = 0.1  # taken off the limit of redundancy between the heads of two articles
_HEAD = 0.05  # share of an article's sentences that is its head
_COLOUR, _COLOUR_LEAD, _SCENE = 0.3, 1.0, 0.25  # price of a line that sets a scene: less than this share of it is told by others
_PLANNED = 0.4  # bonus of an initiative that no line taken tells of
_OTHER_PLAN = 0.15  # two plans share more words than two facts: so much more
_CONTESTED = 0.2  # bonus of a warning, an accusation, a denial
_QUOTED = 0.1  # price of each quotation before this one
_CONCRETE, _ENOUGH = 0.08, 4  # bonus of each name or number, up to so many
_FAMILIAR = 3.0  # a name that every third line has is none of its own
_ANNOUNCING = frozenset({"announce", "publish", "release", "present", "reveal", "unveil", "issue", "hand", "deliver"})
_ANNOUNCED = frozenset(
    {"result", "decision", "detail", "figure", "finding", "report", "name", "statement", "order", "ruling", "warning", "verdict"}
)
_CLOCK = frozenset({"past", "o'clock", "o’clock", "quarter", "a.m.", "p.m.", "am", "pm"})
_PARTS = frozenset({"role", "part", "step", "contribution", "difference"})
_TEASING = frozenset({"make", "describe", "explain", "show", "detail", "outline", "tell"})
_VAGUE = 0.3  # price of a sentence that says how something is seen rather than what it is
_AHEAD = 0.1  # bonus of what is to happen on a day that is known
_COMMON = 0.7  # worth of a line all of whose words two independent reports use: what it tells belongs to the story
# Worth of each other report of which a sentence tells much the same, claim or not, up to so many; price of what was told so far.
_ECHOED, _MOST_ECHOES, _TOLD = 0.1, 3.0, 0.5
_WORN = 0.8  # so much less does a word tell that all lines hold
_NEWS, _MUCH = 0.3, 40.0  # worth of a line that tells so much, in nats, that none taken tells
_LENGTH, _EASY, _HARD = 0.025, 16, 28  # price of each word beyond so many: room is for many facts rather than for long sentences
_SLOGAN, _SAME = 3, 0.8  # words of a quotation, and share of them that another must hold to be the same
_REWORDED = 1.3  # times the words that a report may repeat of an article: so many it may tell, as some are said otherwise
_NO_ROOM = "no room for it"
_KNOWN = 0.8  # of what a line tells: more than that in all lines taken together, and it is said already


def scored(lines: Sequence[Line], pile: Pile) -> list[Line]:
    """Return the lines with their score, the best first."""
    common = pile.common()
    heads, old = pile.heads(), outdated(pile)
    commonness = Counter(term for line in lines for term in line.terms.told)
    leading = dict(pile.brief.weighed.leading)
    lines = [
        replace(
            line,
            topical=topical(line, heads),
            leading=leading.get(pile.whole(line.passage), 0.0) if leading else 1.0,
            outdated=line.claim.id in old,
            coloured=coloured(line, common),
        )
        for line in lines
    ]
    fresh = [
        replace(line, score=score(line) + _COMMON * line.terms.held(common) + concrete(line, commonness, len(lines)))
        for line in lines
    ]
    return sorted(fresh, key=lambda line: (-line.score, line.claim.id, line.key))


def topical(line: Line, heads: Mapping[str, float]) -> float:
    """Return the share of what a line tells that the heads of the articles tell, each word as far as it is common to them."""
    held = sum(much * heads.get(term, 0.0) for term, much in line.terms.told.items())
    return held / line.terms.total if line.terms.total else 0.0


def outdated(pile: Pile) -> frozenset[str]:
    """Return the claims with a number that a later article replaces, and no fewer origins with it: a toll that has risen since."""
    found = set[str]()
    for difference in pile.brief.weighed.differences:
        dated = [(pile.marked(side.passage).article.published.when or "", side) for side in difference.sides]
        latest, newest = max(dated, key=lambda one: one[0])
        if difference.what == "number" and all(when for when, _ in dated):
            older = (side for when, side in dated if when < latest)
            found |= {side.claim_id for side in older if len(side.origin_ids) <= len(newest.origin_ids)}
    return frozenset(found)


def coloured(line: Line, common: frozenset[str]) -> bool:
    """Return whether a line only sets a scene: no figure, no plan, no speaker, and next to nothing that others tell, names apart.

    "The sleet comes in sideways off the bay."
    """
    if not line.single or line.plans or line.claim.speaker or line.quotation or counts(line.phrase):
        return False
    names = {termed(word) for word in line.phrase.words if word.tag == "PROPN"}
    told = {term: much for term, much in line.terms.timeless.told.items() if term not in names}
    return sum(much for term, much in told.items() if term in common) < _SCENE * sum(told.values())


def counts(phrase: Phrase) -> bool:
    """Return whether a phrase gives a number that is not the time of day."""
    for i, word in enumerate(phrase.words):
        near = phrase.words[max(0, i - 2) : i + 3]
        clock = any(w.low in _CLOCK for w in near) or any(w.low == "at" for w in phrase.words[max(0, i - 3) : i])
        if word.tag == "NUM" and word.low != "one" and not clock:
            return True
    return False


def score(line: Line) -> float:
    """Return how much the report needs a line; what is contested is news."""
    contested = any(word.lemma in CONTENTION for word in line.phrase.words)
    confirmed = min(line.several, 4) - 1
    return (
        -_VAGUE * vague(line.phrase)
        + line.claim.importance
        + _TOPICAL * line.topical
        - _OUTDATED * line.outdated
        - _PASSED * bool(line.told_on)
        + _NEWEST * line.newest
        + _CONFIRMED * confirmed
        - 0.1 * line.leans
        - _COLOUR * line.coloured
        + _AHEAD * (line.section == "next")
        + _CONTESTED * contested
    )


def concrete(line: Line, commonness: Mapping[str, int], lines: int) -> float:
    """Return what it is worth that a line gives names and numbers; one that every other line has is none of its own."""
    named = {termed(word) for word in line.phrase.words if word.tag in ("PROPN", "NUM")} - {""}
    told = sum(max(0.0, 1 - _FAMILIAR * commonness[term] / lines) for term in named)
    return _CONCRETE * min(told, _ENOUGH)


def vague(phrase: Phrase) -> bool:
    """Return whether a sentence says how something is seen or meant ("underscores"), sets a scene, or only promises to tell how."""
    quoted, forms = phrase.quoted(), phrase.forms()
    root = phrase.words[phrase.root] if phrase.words else None
    teases = root is not None and root.lemma in _TEASING and not {"where", "how", "why"}.isdisjoint(forms[phrase.root :])
    # "He had just put down his cup when …" sets a scene; an address is for readers of that page.
    if teases or "had just" in " ".join(forms) or any("/" in form and "." in form for form in forms):
        return True
    if root is not None and only_names(phrase):
        return True
    if root is not None and (_judges(phrase) or _aims(phrase) or _plays_a_part(phrase)):
        return True
    for i, word in enumerate(phrase.words):
        if word.tag not in ("VERB", "NOUN") or quoted[i]:
            continue
        main = phrase.root in (i, word.head)
        if main and (word.lemma in VAGUE or (word.lemma in ("see", "view", "regard") and word.fine == "VBN")):
            return True
    return False


def _judges(phrase: Phrase) -> bool:
    """Return whether a sentence says that something is important: "is another key area", "is a critical partner"."""
    cop = phrase.children(phrase.root, "cop")
    about = (phrase.root, *phrase.children(phrase.root, "amod", "compound"))
    return bool(cop) and any(phrase.words[i].lemma in JUDGING for i in about)


def _aims(phrase: Phrase) -> bool:
    """Return whether a sentence says no more than that something good is meant: "is looking to strengthen ties"."""
    if phrase.words[phrase.root].lemma not in AIMING:
        return False
    return any(phrase.words[i].lemma in FURTHERING for i in phrase.children(phrase.root, "xcomp", "advcl", "obl", "ccomp"))


def only_names(phrase: Phrase) -> bool:
    """Return whether a sentence says that a result or a decision was announced, and not what it is."""
    if phrase.words[phrase.root].lemma not in _ANNOUNCING:
        return False
    what = [i for i in phrase.children(phrase.root, "obj") if phrase.words[i].lemma in _ANNOUNCED]
    behind = phrase.words[max(what) + 1 :] if what else ()
    return bool(what) and not any(w.fine in ("VBD", "VBZ", "VBP", "MD", "VBG") or w.low == "to" for w in behind)


def _plays_a_part(phrase: Phrase) -> bool:
    """Return whether somebody is to "play a significant role" or "take an important step": which one is not said."""
    found = (i for i, w in enumerate(phrase.words) if w.lemma in _PARTS and w.relation == "obj")
    return any(any(phrase.words[j].lemma in JUDGING for j in phrase.children(i, "amod")) for i in found)


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


def central(lines: Sequence[Line]) -> Line:
    """Return the line the report opens with: a claim that most independent origins carry, near an article's head, no quotation."""
    return max([line for line in lines if not line.quotation] or lines, key=weight)


def weight(line: Line) -> tuple[float, int]:
    """Return how well a line could open the report; the first of equals is greater."""
    phrase = line.phrase
    worth = (
        line.claim.importance,
        _TOPICAL_LEAD * line.topical,
        _LEADING * line.leading,
        _SHARED_LEAD * (min(line.several, 4) - 1) * (_ASIDE + (1 - _ASIDE) * line.leading),
        0.15 * (1 - min(1.0, 3 * line.place)) + 0.25 * (line.place == 0),
        _NEWEST * line.newest,
    )
    price = (
        _OUTDATED_LEAD * line.outdated,
        _PASSED * bool(line.told_on),
        _DISPUTED * line.contested,
        _COLOUR_LEAD * line.coloured * (1 - line.leading),
        0.4 * (phrase.words[phrase.root].lemma in COURTEOUS),
        0.3 * (not any(word.tag == "PROPN" for word in phrase.words)),
        0.3 * (line.section in ("background", "matters")),
        0.25 * line.leans,
        0.5 * ("born" in phrase.forms()),  # whose life it was is no news
    )
    return sum(worth) - sum(price), -number(line.claim)


def undisputed(line: Line) -> float:
    """Return how well a line could open the report if nobody gave other numbers."""
    return weight(line)[0] + _DISPUTED * line.contested + _OUTDATED_LEAD * line.outdated


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


def number(claim: Claim) -> int:
    """Return a claim's place in the order of importance."""
    digits = claim.id.lstrip("c")
    return int(digits) if digits.isdigit() else 0
