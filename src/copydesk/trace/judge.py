"""Is one article's reporting taken from another's? A likelihood from readable features, and what the credits say."""

import math

from msgspec.structs import replace

from copydesk.records import Dependence, LinkKind
from copydesk.trace.cases import Bond, Case, Judgement
from copydesk.trace.config import TraceConfig
from copydesk.trace.credits import LEAD, Rest
from copydesk.trace.direction import order_of
from copydesk.trace.likeness import FEATURES, Likeness
from copydesk.trace.prose import overlapping, topical
from copydesk.trace.weights import BIAS, WEIGHTS

SAME_EVENT = 0.22  # topical likeness from which two articles that credit one outlet are about one event; on ECB+ nine pairs of ten
RELATED = 0.15  # within an event reach .22, and one of three between two events of a kind; and from which they may be
_COPY = 0.7  # share of the shorter one's runs of words that makes a copy
_COPY_SHARE = 0.85  # and share of its sentences
_EDITED_RUNS = 0.135  # and share of its runs of words, but where the same facts are told in the same order in other words
_EDITED = 0.5  # share of the shorter one's sentences that makes an edited version
_ONE_FACT = 0.35  # what two articles lead with and credit to one outlet is one fact from that share on; between events it is less
_ORDER: tuple[Bond, ...] = ("stated", "independent", "credit", "lead", "agency", "perhaps", "facts", "none")


def judge(first: Case, second: Case, stated: tuple[Bond, str], config: TraceConfig) -> Judgement:
    """Decide about a pair. The decision depends on the two articles alone, so that no third one changes it.

    Args:
        first: One article.
        second: The other.
        stated: What a person states about the two, with that in words; bond `none` where nobody does.
        config: Settings.
    """
    like = Likeness(first.prose, second.prose)
    chance = likelihood(like)
    bond, why = stated if stated[0] != "none" else bond_of(first, second)
    words: Dependence = "yes" if chance >= config.yes else "unclear" if chance >= config.unclear else "no"
    kind = _kind(like, words, bond)
    if first.prose.digest == second.prose.digest:  # also where all of it is one quote, of which nothing else would tell
        words, kind = "yes", "copy"
    open_case = Judgement(first, second, like, chance, bond, why, kind, _dependence(words, bond))
    return open_case if open_case.dependence == "no" else _ordered(open_case)


def _ordered(judgement: Judgement) -> Judgement:
    """Return a judgement with its direction. A long article that holds a short earlier one whole has borrowed a part."""
    order = order_of(judgement)
    kind = judgement.kind
    same = judgement.first.prose.digest == judgement.second.prose.digest
    part = order.later >= 0 and judgement.likeness.shares[order.later] < _EDITED and not judgement.likeness.throughout
    if kind in ("copy", "edited") and not same and part:
        kind = "credited" if judgement.bond in ("stated", "credit") else "partial"
    if judgement.bond == "lead" and order.later >= 0 and _mostly(judgement.likeness, order.later):
        kind = "credited"  # it takes what it leads with from there by its own words, and most of the rest stands there too
    return replace(judgement, kind=kind, later=order.later, order_evidence=order.evidence)


def _mostly(like: Likeness, later: int) -> bool:
    """Return whether the later of two articles tells mostly what the other tells, or tells it in the same order."""
    return like.shares[later] >= _EDITED or like.follows


def likelihood(like: Likeness) -> float:
    """Return how likely the words are shared because they were taken: a logistic regression on the features."""
    total = BIAS + sum(WEIGHTS[name] * getattr(like, name) for name in FEATURES)
    return 1 / (1 + math.exp(-total))


def _dependence(by_words: Dependence, bond: Bond) -> Dependence:
    """Return what words and bond say together: what a person states counts most, then credits, then words."""
    if bond == "independent":
        return "no"
    if by_words == "yes" or bond in ("stated", "credit", "lead"):
        return "yes"
    return "unclear" if by_words == "unclear" or bond in ("agency", "perhaps", "facts") else "no"


def _kind(like: Likeness, by_words: Dependence, bond: Bond) -> LinkKind:
    """Return what is shared."""
    if by_words == "yes" and like.copied >= _COPY and like.share >= _COPY_SHARE:
        return "copy"
    if by_words == "yes" and (like.throughout or (like.share >= _EDITED and (like.copied >= _EDITED_RUNS or like.retold))):
        return "edited"
    joining = ("stated", "credit", "agency", "perhaps") if by_words == "yes" else ("stated", "credit", "agency", "perhaps", "facts")
    return "credited" if bond in joining else "partial"


def bond_of(first: Case, second: Case) -> tuple[Bond, str]:
    """Return what the credits of two articles say about the pair, and that in words."""
    pairs = [(a, b) for a in first.crediting.rests for b in second.crediting.rests if a.key == b.key]
    shared = sorted({k for k, _ in first.crediting.facts.values()} & {k for k, _ in second.crediting.facts.values()})
    family = _family(first, second)
    if (not pairs and not shared and not family) or topical(first.prose, second.prose) < RELATED:
        return "none", ""
    near = topical(first.prose, second.prose) >= SAME_EVENT
    found = sorted((_ORDER.index(bond), bond, why) for bond, why in (_bond(a, b, first, second) for a, b in pairs))
    found += [(_ORDER.index("perhaps"), "perhaps", why) for why in family]
    bond, why = (found[0][1], found[0][2]) if found else ("facts", f"both credit facts to {_name(first, shared[0])}")
    return ("perhaps", why) if bond in ("credit", "lead") and not near else (bond, why)


def _bond(a: Rest, b: Rest, first: Case, second: Case) -> tuple[Bond, str]:
    """Return what it means that two articles of one event rest on the same outlet."""
    if a.strength == b.strength == "own":
        return "perhaps", f"both were published by {a.name}"
    why = f"both credit {a.name}" if "own" not in (a.strength, b.strength) else f"one credits {a.name}, which published the other"
    if a.agency and "central" not in (a.strength, b.strength):
        return "agency", f"both carry the name of {a.name}"
    if "perhaps" not in (a.strength, b.strength):
        return "credit", why
    return ("lead" if _one_fact(a.key, first, second) else "perhaps"), why


def _one_fact(key: str, first: Case, second: Case) -> bool:
    """Return whether two articles lead with one fact from an outlet, or one with a fact that stands in the outlet's own.

    An outlet may have reported more than once about one event.
    """
    mine, yours = (_led(case, key) for case in (first, second))
    return overlapping(first.prose, mine, second.prose, yours) >= _ONE_FACT


def _led(case: Case, key: str) -> list[int]:
    """Return the sentences near an article's beginning that it credits to an outlet; of the outlet's own article all."""
    if any(rest.key == key for rest in case.crediting.on("own")):
        return list(range(len(case.prose.sentences)))
    return [i for i, (k, _) in case.crediting.facts.items() if k == key and i < max(1.0, LEAD * len(case.prose.sentences))]


def _family(first: Case, second: Case) -> list[str]:
    """Return what the two articles' houses and writers have in common, in words."""
    one, other = first.article, second.article
    owner = [f"both belong to {one.owner}"] if one.owner and one.owner == other.owner else []
    return owner + ([f"both were written by {one.byline}"] if one.byline and one.byline == other.byline else [])


def _name(case: Case, key: str) -> str:
    """Return the name an article gives to an outlet whose facts it credits."""
    return next(name for k, name in case.crediting.facts.values() if k == key)
