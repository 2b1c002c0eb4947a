"""Of what kind the event is that a sentence tells, read from its slots: what happened or is planned, who did it, to whom.

A kind is a class of verbs and of nouns for events, never the topic of one story. Each asks for more than the word: a crash that
nobody was sent to may be one of shares, and who "was shot" without police may have been filmed.
"""

from copydesk.weigh.grammar import LOOSE_MODALS, Predicate, denied, modals
from copydesk.weigh.lists import listed
from copydesk.weigh.manner import put
from copydesk.weigh.nodes import Node
from copydesk.weigh.slots import background

_QUOTED = 0.5  # share of a node in quotation marks from which it is what somebody says, not what is told
_WRECKING = listed("collapse crash derail capsize sink collide explode detonate erupt overturn ignite")
DISASTERS = listed("""
    collision derailment fire blaze wildfire shooting bombing earthquake quake landslide avalanche mudslide shipwreck tornado
    stampede
    """)
_ACCIDENTS = DISASTERS | listed("explosion blast crash collapse")  # these four befall markets and talks too
# Verbs that say no more of an accident than that there was one, or what it struck.
_STRIKING = listed("""
    happen occur strike hit rock shake rip tear break sweep destroy damage engulf gut devastate cause injure kill send force level
    flatten shatter rattle spread burn close
    """)
_HARMING = listed("shoot stab murder attack rob kidnap abduct bomb poison steal assassinate vandalise vandalize burgle behead")
# What can be wrecked; "shares crashed" and "talks collapsed" wreck nothing. A ship goes by its name as well.
MOVING = listed("""
    tram train bus coach minibus car truck lorry van motorcycle plane aircraft jet helicopter airliner balloon boat lifeboat ferry
    ship vessel trawler freighter tanker yacht barge kayak canoe raft carriage locomotive wagon cab
    """)
_STANDING = listed("""
    building roof crane scaffolding scaffold balcony ceiling floor mine shaft well rig boiler tank gas cylinder bomb device grenade
    mortar rocket missile shell warehouse depot factory refinery furnace volcano silo chimney grandstand stand staircase lift
    elevator embankment mast pylon block
    """)
_FLOATING = listed("capsize sink")
# Who can be shot or attacked: films are shot and plans attacked.
_LIVING = listed("""
    man woman boy girl child person people student pupil driver officer guard soldier teacher passenger pedestrian cyclist resident
    couple family mother father son daughter brother sister wife husband baby teenager victim worker clerk cashier police policeman
    priest nurse doctor shopkeeper tourist journalist reporter judge mayor lawmaker minister player fan
    """)
_TAKING = listed("rob steal burgle vandalise vandalize")
_CUTTING = listed("cut axe shed slash eliminate lay")
_JOBS = listed("job position post staff worker employee workforce")
_VOTING = listed("""
    council parliament senate assembly house congress committee chamber legislature lawmaker mp deputy councillor councilor senator
    """)
_BUYING = listed("buy acquire purchase")
_BUILDING = listed("build construct rebuild renovate refurbish")
_BUILT = listed("""
    bridge road street school hospital clinic station plant factory line railway tunnel port harbour harbor stadium arena museum
    library house home flat apartment reactor dam wall tower airport terminal runway centre center headquarters ship ferry vessel
    pipeline canal pier park prison theatre theater hall campus farm
    """)
_DOABLE = listed("open reopen close launch introduce replace ban abolish demolish release restore relocate")
# What may stand between a name and what it buys, or between both and the verb.
_BETWEEN = frozenset({"AUX", "PART", "ADV", "DET", "ADJ"})
_SETTLING = listed("agree announce sign complete reach plan intend decide offer bid agreement deal decision definitive its")


def happened(node: Node) -> bool:
    """Return whether a node states plainly that something has happened, in its article's own words and of its own time."""
    return told(node) and node.predicate is not None and node.predicate.firmness == "done"


def told(node: Node) -> bool:
    """Return whether a node states something, in its article's own words and of its own time, and does not deny it."""
    main = node.predicate
    return main is not None and not main.negated and node.quoted <= _QUOTED and not background(node)


def accident(node: Node) -> bool:
    """Return whether a node tells of an accident, a disaster or an explosion."""
    main = node.predicate
    if main is None or not happened(node):
        return False
    if main.lemma in _WRECKING:
        return wrecked(node, main)
    return main.lemma in _STRIKING and any(node.syntax.lemma(i) in _ACCIDENTS for i in parts(node, main))


def wrecked(node: Node, main: Predicate) -> bool:
    """Return whether the subject of a verb of wrecking is a thing that can be wrecked."""
    token = node.syntax.tokens[main.subject] if main.subject >= 0 else None
    named = token is not None and token.tag == "PROPN" and main.lemma in _FLOATING
    return named or node.syntax.lemma(main.subject) in MOVING | _STANDING | _BUILT


def mishap(node: Node) -> bool:
    """Return whether a node tells of an accident or of an attack."""
    return accident(node) or harmed(node)


def parts(node: Node, main: Predicate) -> list[int]:
    """Return the subject and the objects of a node's main predicate."""
    subject = [main.subject] if main.subject >= 0 else []
    return [*subject, *node.syntax.children(main.index, "obj", "obl:agent")]


def harmed(node: Node) -> bool:
    """Return whether a node says that somebody or something was shot, robbed, stolen …, and not by whom."""
    main = node.predicate
    if main is None or main.lemma not in _HARMING or not happened(node) or not main.passive:
        return False
    if main.lemma not in _TAKING and not living(node, main.subject):
        return False
    return not any(node.syntax.lemma(i) == "by" for i in range(main.index, node.syntax.last))


def living(node: Node, subject: int) -> bool:
    """Return whether a word is for people, or the name of a person as far as a name without "the" shows one."""
    token = node.syntax.tokens[subject] if subject >= 0 else None
    named = token is not None and any(n.start <= token.start < n.end and n.mention == "full" for n in node.unit.names)
    return named or node.syntax.lemma(subject) in _LIVING


def bought(node: Node) -> bool:
    """Return whether a node says that somebody who is named buys something, or has agreed or decided to: "HP to acquire EYP"."""
    if _BUYING.isdisjoint(node.syntax.words) or not stated(node):
        return False
    syntax = node.syntax
    return any(
        syntax.tokens[i].tag == "VERB" and syntax.children(i, "obj") and firm(node, i) and named_before(node, i)
        for i in syntax.places(_BUYING)
    )


def stated(node: Node) -> bool:
    """Return whether a node is its article's own words and of its own time."""
    return node.quoted <= _QUOTED and not background(node)


def firm(node: Node, verb: int) -> bool:
    """Return whether a verb says what is, was or will be done: it is neither denied nor left open."""
    return not denied(node.syntax, verb) and modals(node.syntax, verb).isdisjoint(LOOSE_MODALS)


def named_before(node: Node, verb: int) -> bool:
    """Return whether a name stands right before a verb, or before what says that it is agreed, decided or over."""
    syntax, at = node.syntax, verb - 1
    while at >= syntax.first and (syntax.tokens[at].tag in _BETWEEN or syntax.lemma(at) in _SETTLING):
        at -= 1
    return at >= syntax.first and any(
        n.start <= syntax.tokens[at].start < n.end and n.mention != "pronoun" for n in node.unit.names
    )


def to_be_built(node: Node) -> bool:
    """Return whether a node says that something is to be built."""
    main = node.predicate
    if main is None or main.lemma not in _BUILDING or not planned(node):
        return False
    things = [main.subject] if main.passive else node.syntax.children(main.index, "obj")
    return any(node.syntax.lemma(i) in _BUILT for i in things)


def planned(node: Node) -> bool:
    """Return whether a node says that something is going to be done, and not only that it may be."""
    main = node.predicate
    return main is not None and told(node) and put(node)[0] in ("will", "expected") and main.subject >= 0


def undertaking(node: Node) -> bool:
    """Return whether a node says that something is to open, close, be built or be brought in."""
    if to_be_built(node):
        return True
    return planned(node) and node.predicate is not None and node.predicate.lemma in _DOABLE


def voted(node: Node) -> bool:
    """Return whether a node says that a body has voted on something, as its words show: a light parser ties them to the body."""
    syntax = node.syntax
    if "vote" not in syntax.words or node.quoted > _QUOTED or background(node):
        return False
    for i in syntax.places(frozenset({"vote"})):
        done = syntax.tokens[i].fine in ("VBD", "VBN") and not syntax.children(i, "aux", "aux:pass")
        before = {syntax.lemma(j) for j in range(syntax.first, i)}
        if done and syntax.lemma(i + 1) in ("to", "against", "in", "on") and not _VOTING.isdisjoint(before):
            return True
    return False


def jobs_cut(node: Node) -> bool:
    """Return whether a node says that jobs are cut or people laid off."""
    main = node.predicate
    if main is None or not told(node) or main.lemma not in _CUTTING or main.firmness == "possible":
        return False
    things = [main.subject] if main.passive else node.syntax.children(main.index, "obj")
    return any(node.syntax.lemma(i) in _JOBS for i in things)


def called_back(node: Node) -> bool:
    """Return whether a node says that somebody calls back what was sold."""
    main = node.predicate
    if main is None or not told(node) or main.lemma != "recall" or main.firmness == "possible":
        return False
    things = [main.subject] if main.passive else node.syntax.children(main.index, "obj")
    return any(i >= 0 and node.syntax.tokens[i].fine in ("NNS", "NNPS") for i in things)


def left_office(node: Node) -> bool:
    """Return whether a node says that somebody who is named has resigned."""
    main = node.predicate
    if main is None or not happened(node) or main.subject < 0:
        return False
    down = main.lemma == "step" and node.syntax.lemma(main.index + 1) == "down"
    if not down and main.lemma != "resign":
        return False
    token = node.syntax.tokens[main.subject]
    return any(n.start <= token.start < n.end and n.mention == "full" for n in node.unit.names)


def sentenced(node: Node) -> bool:
    """Return whether a node says that somebody was sentenced."""
    return happened(node) and node.predicate is not None and node.predicate.lemma == "sentence" and node.predicate.passive
