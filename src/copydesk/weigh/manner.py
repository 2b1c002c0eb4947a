"""How a claim is put: as a fact, an announcement, an expectation or an opinion."""

import re

from copydesk.records import ClaimKind, Firmness
from copydesk.spans import Span
from copydesk.weigh.grammar import AHEAD
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node

_ANNOUNCING = listed("""
    announce unveil launch pledge promise vow agree sign introduce propose offer disclose approve adopt establish plan commit
    invest replace expand open build join host create award
    """)
_CAREFUL: dict[Firmness, ClaimKind] = {"expected": "expectation", "possible": "expectation", "will": "announcement"}
_LONGEST = 6  # words
_PUTTING = AHEAD | _ANNOUNCING
_OPINING = listed("argue believe think criticize criticise praise condemn blame accuse hope fear doubt welcome slam blast hail")
_OPINION = re.compile(
    r"\b(?:i|we) (?:just |really |strongly |do )?(?:think|believe|feel|hope|doubt|know|want)\b|\bfair to say\b|"
    r"\bin my (?:view|opinion)\b|\b(?:should|must|ought to|deserves?)\b|"
    r"\b(?:wonderful|terrible|awful|great|disgraceful|outrageous|shameful|proud|unacceptable|important|significant|"
    r"deeply|historic|extraordinary|ridiculous|wrong|right thing)\b",
    re.IGNORECASE,
)


def kind_of(node: Node) -> ClaimKind:
    """Return how a node puts what it says."""
    if opinion(node):
        return "opinion"
    if _PUTTING.isdisjoint(node.syntax.words) or node.predicate is None:
        return "fact"
    firmness = node.predicate.firmness
    if firmness in _CAREFUL:
        return _CAREFUL[firmness]
    return "announcement" if node.predicate.lemma in _ANNOUNCING and firmness == "is" else "fact"


def put(node: Node) -> tuple[Firmness | None, Span | None]:
    """Return how firmly a node states what it says, and the words that make it less or more than a plain statement.

    "The city is to build a bridge" is expected, which nothing but its two small words shows.
    """
    main, syntax = node.predicate, node.syntax
    if main is None:
        return None, None
    marks = [i for i in syntax.children(main.index, "mark", "aux") if syntax.lemma(i) == "to"]
    if (
        main.firmness == "is"
        and marks
        and syntax.lemma(marks[0] - 1) == "be"
        and syntax.tokens[marks[0] - 1].tag in ("AUX", "VERB")
    ):
        return "expected", syntax.span([marks[0] - 1, main.index])
    # Of "is that it could be an earthquake" the words for how firm it is cannot be parted from the rest.
    return main.firmness, main.cue if main.cue is not None and len(syntax.inside(main.cue)) <= _LONGEST else None


def opinion(node: Node) -> bool:
    """Return whether a node says what somebody holds."""
    if node.quoted > 0.5 and _OPINION.search(node.text):
        return True
    return node.attributed and any(q.cue is not None and q.cue.lower() in _OPINING for q in node.unit.quotes)
