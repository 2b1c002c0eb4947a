"""The form under which a word meets its relatives: the verb its noun, a word its plain synonyms."""

from functools import lru_cache

_ENDINGS = ("isation", "ization", "ment", "ance", "ence", "ing", "ion", "ity", "ness", "ory", "al", "ly", "y")
_SHORTEST = 4
_DOUBLED = "bdgmnprt"
# Groups of words that news uses for one another. Opposites and words of another strength are kept apart on purpose.
_GROUPS = """
    kill die dead death fatality decease perish slay deadly fatal
    injure injury hurt wound casualty wounded injured
    minister ministry
    arrest detain apprehend capture nab custody
    steal snatch rob loot robbery theft heist
    jewel jewellery jewelry gem
    robber thief
    crash collide collision accident smash
    ship vessel boat ferry
    car vehicle automobile
    plane aircraft airplane aeroplane jet
    police officer cop
    doctor physician medic
    lawyer attorney counsel
    company firm corporation business operator
    employee worker staff
    talk discussion negotiation
    meeting summit
    begin start commence
    end finish conclude
    buy purchase acquire acquisition takeover
    rise increase climb grow growth jump surge soar
    fall drop decline decrease slump plunge
    announce unveil reveal disclose announcement
    plan intend aim agenda programme program initiative
    collaborate cooperate cooperation collaboration link team partner partnership
    expand broaden extend enlarge
    deepen intensify strengthen bolster enhance boost elevate upgrade improve
    detect discover discovery detection uncover
    create establish set found form
    replace substitute
    help aid assist assistance
    ask request
    vote ballot poll
    court tribunal
    prison jail
    child kid
    win victory
    lose defeat
    resign quit
    dismiss sack oust
    choose select pick name appoint
    attack assault raid
    bomb explosion blast explode
    earthquake quake tremor
    flood flooding
    storm hurricane typhoon cyclone
    protest demonstration rally demonstrate
    investigate investigation probe inquiry
    law legislation
    military army force defense defence
    weapon arm
    tree sapling
    student pupil
    study research
    rule regulation
    ban prohibit forbid bar
    suspect accuse allege
    trilateral three-way tripartite
    bilateral two-way
    lunar moon
    university college
    specific specifics detail particular
    capsize overturn flip
    haul pull drag
    helicopter chopper
    suspend halt pause
    sink founder
    acquit clear
    convict conviction
    conceal hide
    cut reduce lower slash trim reduction
    inspect inspection
    passenger traveller traveler
    fisherman fishing
    escape flee
    blaze fire
    holiday vacation
    wage salary
    jobless unemployed unemployment
    hospital clinic
    warn caution
    delay postpone defer
    joint unify unified combined
"""


@lru_cache(maxsize=16384)
def root(word: str) -> str:
    """Return what a word in its dictionary form shares with its relatives; no word of its own."""
    bare = _bare(word)
    return _GROUP.get(bare, bare)


def _bare(word: str) -> str:
    """Return a word without its ending, for words long enough to lose one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] in _DOUBLED:
                word = word[:-1]  # "acquittal" is of "acquit", "planning" of "plan"
            break
    return word.rstrip("e") if len(word) > _SHORTEST else word


_GROUP: dict[str, str] = {
    _bare(word): "~" + line.split()[0] for line in _GROUPS.splitlines() if line.strip() for word in line.split()
}
