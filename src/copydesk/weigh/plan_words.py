"""Words by which a plan is told from a forecast and an event; dictionary forms, lower case."""

import re

from copydesk.weigh.lists import listed

OFFERING = frozenset({"offer", "propose"})
AGREEING = frozenset({"agree", "sign", "ratify", "approve", "endorse", "adopt"})
ANNOUNCING = listed("announce unveil pledge promise vow disclose schedule plan")
# Who does this to something is who does what is to be done to it; a union that says so is not.
DECIDING = listed("announce decide promise pledge vow agree resolve order approve")
REPORTING_BODIES = listed("union police court judge prosecutor lawyer attorney spokesman spokeswoman official")
REFUSING = frozenset({"reject", "refuse", "decline", "scrap", "cancel", "shelve", "abandon"})
# Verbs of doing: what is under way or done counts as an initiative only with one of these.
DOING = listed("""
    launch start begin build open introduce establish create expand develop replace establish set step upgrade deploy invest fund
    recruit hire join host withdraw close ban lift raise cut reform restore install roll test
    """)
ACTS = frozenset({"launch", "establish", "introduce", "inaugurate", "ban", "abolish", "create"})
# Verbs that cannot be without an object: where none follows, it stands before them ("an agenda that they will unveil").
WANTING_OBJECT = listed("""
    announce unveil present publish release sign launch introduce adopt ratify build fund finance propose establish create deliver
    disclose spend buy abolish
    """)
# Verbs of what befalls: these are forecasts and no plans, whoever is the subject.
BEFALLING = listed("""
    be have remain stay become seem appear need face know feel like want think believe understand mean cost exceed reach rise fall
    grow increase decrease drop affect cause hit strike die lose win suffer last continue depend require result occur happen come
    rain snow arrive leave range total worsen improve weaken strengthen deter miss survive expect help allow protect follow run show
    include bring lead make give serve play enable ensure add contain weigh feature contribute benefit boost ease enhance solidify
    focus aim hurt impact influence reflect mark represent determine raise get see look go keep let put turn test prove tell drive
    figure harm avail prefer spend earn end belong finish boast
    """)
# What a thing can do that is arranged: take place or effect, open, end.
TAKING_PLACE = listed("resume open start begin close take launch reopen end expire stop fly sail")
# Nouns that act, and nouns for what is arranged; a name or a passive needs neither.
ACTING = listed("""
    official government administration company firm minister ministry country nation state council police president leader union
    court agency department team group authority lawmaker senator board bank city side party army military force regulator
    commission committee parliament congress senate house judge prosecutor lawyer attorney owner operator maker carrier airline
    hospital school university church club league association organisation organization employer worker striker protester activist
    scientist researcher investigator ally partner neighbour neighbor rebel troop spokesman spokeswoman mayor governor king queen
    pope prince alliance coalition charity federation museum gallery hotel shop store restaurant station airport
    """)
ARRANGED = listed("""
    vote trial hearing election meeting summit talk service work construction repair project programme program plan ceremony visit
    conference strike march game match exhibition festival tour launch review inquiry investigation verdict sentencing funeral
    memorial referendum session negotiation operation search deal agreement report finding decision ban law rule tax road bridge
    campaign petition scheme fund system network partnership alliance initiative
    """)
# What is offered in words alone.
WORDS = listed(
    """
    advice apology condolence congratulation thanks remorse explanation glimpse detail comment praise support opinion prayer view
    """
)
NOMINAL = ("ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "ADV")
ENDING = ("VERB", "AUX", "SCONJ", "ADP", "PUNCT")
HOLDERS = frozenset({"plan", "detail", "proposal", "series", "package", "list", "range", "number", "agreement", "deal"})
ALSO = re.compile(r"\b(?:also|reportedly|now|then|therefore|thus|however),? ", re.IGNORECASE)
# What is announced as known, not as planned.
TOLD = listed("result winner death loss news figure finding arrest verdict")
# What is refused in words alone.
ANSWERING = listed(
    "comment say answer identify name elaborate discuss disclose reveal speak talk confirm deliberate testify give provide guess "
    "speculate draw"
)
# Endings of nouns for people by what they do.
PEOPLE_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "woman")
# Things that open, run and end.
HELD = listed(
    "sailing flight train ferry school shop store museum gallery restaurant hotel station airport line exhibition film play class"
)
NO_PEOPLE = listed(
    "merger offer counteroffer order power number paper letter matter river water computer border weather error factor"
)
# Nouns that name nobody without the sentence before them, words that make a noun name nobody, and beginnings of an office.
UNTOLD = listed("country nation side party pair duo two both other none one they")
# What "the two …" says of the kind of those it means.
PAIRED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(listed("country nation state government neighbour neighbor ally city capital"), ("place", "other")),
    **dict.fromkeys(listed("leader president minister man woman official politician candidate"), ("person",)),
    **dict.fromkeys(listed("company firm club team union party group agency bank"), ("organisation", "other")),
}
VAGUE = listed(
    "every each no any some many few several other another none its his her their our my your these those this that such"
)
HALVES = frozenset({"prime", "vice", "deputy", "senior", "former", "acting"})
