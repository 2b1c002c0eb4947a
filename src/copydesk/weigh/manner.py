"""How a claim is put: as a fact, an announcement, an expectation or an opinion; by whom; and what it rests on."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from copydesk.records import ClaimKind
from copydesk.text.roles import GROUPS, OFFICES
from copydesk.weigh.cast import Cast
from copydesk.weigh.grammar import Firmness
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node, credited, quote_of
from copydesk.weigh.units import Unit

_ANNOUNCING = listed("""
    announce unveil launch pledge promise vow agree sign introduce propose offer disclose approve adopt establish plan commit
    invest replace expand open build join host create award
    """)
_OPINING = listed("argue believe think criticize criticise praise condemn blame accuse hope fear doubt welcome slam blast hail")
_OPINION = re.compile(
    r"\b(?:i|we) (?:just |really |strongly |do )?(?:think|believe|feel|hope|doubt|know|want)\b|\bfair to say\b|"
    r"\bin my (?:view|opinion)\b|\b(?:should|must|ought to|deserves?)\b|"
    r"\b(?:wonderful|terrible|awful|great|disgraceful|outrageous|shameful|proud|unacceptable|important|significant|"
    r"deeply|historic|extraordinary|ridiculous|wrong|right thing)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\b(?:in|at|during|on) (?:an? |the |their |his |her |its )?(?:[\w’'-]+ ){0,3}?(?:call|briefing|(?:news|press) conference|"
    r"conference call|statement|press release|news release|interview|testimony|hearing|court (?:filing|document|paper)s?|lawsuit|"
    r"complaint|affidavit|indictment|memo|letter|e-?mail|tweet|post|report)"
    r"(?: (?:with|to|for) (?:[\w’'-]+ ){0,2}?(?:reporters|journalists|the press|media))?"
    r"(?: (?:on |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?)?",
    re.IGNORECASE,
)
_MOST_WORDS = 9  # of a speaker's description
_TOLD = re.compile(r"\btold (?:reporters|journalists|a news conference|a press conference|a briefing)\b", re.IGNORECASE)


def kind_of(group: Sequence[Node], best: Unit) -> ClaimKind:
    """Return how the node that says a claim best puts it."""
    return next(node_kind(node) for node in group if best in node.units)


def node_kind(node: Node) -> ClaimKind:
    """Return how a node puts what it says."""
    if opinion(node):
        return "opinion"
    main = node.predicate
    if main is None:
        return "fact"
    careful: dict[Firmness, ClaimKind] = {"expected": "expectation", "possible": "expectation", "will": "announcement"}
    if main.firmness in careful:
        return careful[main.firmness]
    return "announcement" if main.lemma in _ANNOUNCING and main.firmness == "is" else "fact"


def opinion(node: Node) -> bool:
    """Return whether a node says what somebody holds."""
    said = node.quoted > 0.5 or node.attributed
    cues = {q.cue.lower() for q in node.unit.quotes if q.cue}
    return said and ((node.quoted > 0.5 and bool(_OPINION.search(node.text))) or bool(cues & _OPINING))


def speaker_name(units: Iterable[Unit], cast: Cast) -> str | None:
    """Return who says a claim, by name or in the words of the first unit that attributes it."""
    for unit in units:
        quote = quote_of(unit)
        if quote is not None and quote.speaker is not None:
            return cast.name(cast.key(unit.marked.article.id, quote.entity)) if quote.entity else quote.speaker
    return None


def rests_on(units: Sequence[Unit], cast: Cast) -> tuple[str, ...]:
    """Return the speakers, briefings and documents that a claim rests on, those named most often first."""
    found: Counter[str] = Counter()
    for unit in units:
        if unit.quotes or any(token.lemma == "," for token in unit.tokens):
            found.update(dict.fromkeys([*speakers(unit, cast), *occasions(unit)], 1))
    named = sorted(found, key=lambda name: (-found[name], -len(name), name))
    return tuple(name for i, name in enumerate(named) if not any(inside(name, other) for other in named if other != name))


def inside(name: str, other: str) -> bool:
    """Return whether a phrase is the end of a longer one: "officials" of "senior administration officials"."""
    return len(name) < len(other) and other.lower().endswith(name.lower())


def speakers(unit: Unit, cast: Cast) -> Iterable[str]:
    """Yield who says what a unit says."""
    for quote in unit.quotes:
        if quote.speaker is None or quote.known in ("pronoun", "unknown") or credited(quote, unit) or not plausible(quote.speaker):
            continue
        if quote.entity is not None and quote.known == "named":
            yield cast.name(cast.key(unit.marked.article.id, quote.entity))
        else:
            yield bare(quote.speaker)
    if not unit.quotes:
        yield from behind(unit)


def plausible(speaker: str) -> bool:
    """Return whether words can name a speaker: few, and no number among them."""
    words = speaker.split()
    return len(words) <= _MOST_WORDS and not any(c.isdigit() for c in speaker) and words[:1] != ["who"]


def behind(unit: Unit) -> Iterable[str]:
    """Yield who stands behind a unit's end, as in ", officials told reporters": words for people, then a verb in the past."""
    tokens = unit.marked.marks.tokens
    comma = max((i for i in range(unit.first, unit.last) if tokens[i].lemma == ","), default=-1)
    verb = next((i for i in range(comma + 1, unit.last) if tokens[i].tag in ("VERB", "AUX")), -1)
    if comma < 0 or verb <= comma + 1 or tokens[verb].fine not in ("VBD", "VBZ", "VBP"):
        return
    words = tokens[comma + 1 : verb]
    people = words[-1].lemma.lower() in OFFICES or words[-1].lemma.lower() + "s" in GROUPS
    if people and len(words) <= _MOST_WORDS and all(t.tag in ("NOUN", "PROPN", "ADJ", "NUM", "DET") for t in words):
        yield bare(unit.marked.article.text[words[0].start : words[-1].end])


def bare(speaker: str) -> str:
    """Return a speaker's description without article and number."""
    return re.sub(r"^(?:the|an?|one|some|two|three|several|other) ", "", " ".join(speaker.split()), flags=re.IGNORECASE)


def occasions(unit: Unit) -> Iterable[str]:
    """Yield the briefings and documents that a unit names as where it was said, where it is said by somebody."""
    if unit.quotes or any(True for _ in behind(unit)):
        words = " ".join(unit.text.split())
        for match in _OCCASION.finditer(words):
            yield re.sub(r"^(?:in|at|during|on) ", "", match[0], flags=re.IGNORECASE)
        if _TOLD.search(words):
            yield "words to reporters"
