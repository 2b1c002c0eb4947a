"""How a claim is put: as a fact, an announcement, an expectation or an opinion."""

import re

from copydesk.records import ClaimKind
from copydesk.weigh.grammar import AHEAD, Firmness
from copydesk.weigh.lists import listed
from copydesk.weigh.nodes import Node

_ANNOUNCING = listed("""
    announce unveil launch pledge promise vow agree sign introduce propose offer disclose approve adopt establish plan commit
    invest replace expand open build join host create award
    """)
_CAREFUL: dict[Firmness, ClaimKind] = {"expected": "expectation", "possible": "expectation", "will": "announcement"}
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


def opinion(node: Node) -> bool:
    """Return whether a node says what somebody holds."""
    if node.quoted > 0.5 and _OPINION.search(node.text):
        return True
    return node.attributed and any(q.cue is not None and q.cue.lower() in _OPINING for q in node.unit.quotes)
