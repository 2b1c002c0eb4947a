"""Words of titles and posts: what they are called, which of them one person cannot hold at once. Lower case."""

from copydesk.weigh.lists import listed

# The last word of a title -> the post it names, by whatever name.
POSTS: dict[str, str] = {
    **{
        word: word
        for word in listed("""
            minister secretary mayor governor president chancellor chairman director manager commissioner chief head sheriff speaker
            senator representative ambassador prosecutor judge inspector engineer editor principal teacher nurse doctor paramedic
            pilot driver passenger foreman electrician mechanic guard cashier coach treasurer
            """)
    },
    **dict.fromkeys(listed("premier"), "prime minister"),
    **dict.fromkeys(listed("mayoress"), "mayor"),
    **dict.fromkeys(listed("gov gov."), "governor"),
    **dict.fromkeys(listed("chairwoman chairperson chair"), "chairman"),
    **dict.fromkeys(listed("sen sen."), "senator"),
    **dict.fromkeys(listed("rep rep. congressman congresswoman"), "representative"),
    **dict.fromkeys(listed("magistrate justice"), "judge"),
    **dict.fromkeys(listed("headteacher headmaster headmistress"), "principal"),
    **dict.fromkeys(listed("student pupil"), "student"),
    **dict.fromkeys(listed("physician surgeon"), "doctor"),
    "ceo": "chief executive",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cto": "chief technology officer",
}
# Words that name a post only with the word before them: "attorney general", "defence lawyer", "chief executive".
JOINED: dict[tuple[str, str], str] = {
    ("prime", "minister"): "prime minister",
    ("chief", "executive"): "chief executive",
    ("general", "manager"): "general manager",
    ("chief", "justice"): "chief justice",
    ("harbour", "master"): "harbour master",
    ("harbor", "master"): "harbour master",
    ("head", "teacher"): "principal",
    ("head", "coach"): "head coach",
    ("finance", "chief"): "chief financial officer",
    ("district", "attorney"): "prosecutor",
    ("public", "defender"): "defence",
    **{(side, lawyer): "defence" for side in ("defence", "defense") for lawyer in ("lawyer", "attorney", "counsel", "solicitor")},
    **{(first, "general"): f"{first} general" for first in listed("attorney director secretary solicitor inspector consul")},
}
OFFICERS: dict[str, str] = {  # "chief … officer"
    **dict.fromkeys(listed("executive"), "chief executive"),
    **dict.fromkeys(listed("financial finance"), "chief financial officer"),
    **dict.fromkeys(listed("operating operations"), "chief operating officer"),
    **dict.fromkeys(listed("technology technical"), "chief technology officer"),
    **{kind: f"chief {kind} officer" for kind in listed("information medical marketing legal")},
}
# Written with a capital right before a name, a rank; the last of several counts ("Detective Sergeant").
RANKS: dict[str, str] = {
    **{rank: rank for rank in listed("sergeant lieutenant captain major colonel corporal general admiral")},
    **dict.fromkeys(listed("sgt sgt."), "sergeant"),
    **dict.fromkeys(listed("lt lt. lieut lieut."), "lieutenant"),
    **dict.fromkeys(listed("capt capt."), "captain"),
    **dict.fromkeys(listed("maj maj."), "major"),
    **dict.fromkeys(listed("col col."), "colonel"),
    **dict.fromkeys(listed("cpl cpl."), "corporal"),
    **dict.fromkeys(listed("gen gen."), "general"),
    **dict.fromkeys(listed("adm adm."), "admiral"),
}
# Words one of which stands in every title that is read.
ENDS: frozenset[str] = frozenset({*POSTS, *RANKS, *(last for _, last in JOINED), "officer"})

FORMER: frozenset[str] = listed("former ex then previous late ousted fired sacked retired erstwhile")
ACTING: frozenset[str] = listed("acting interim caretaker")
LESSER: frozenset[str] = listed("deputy vice assistant associate junior under lieutenant lt lt. dep. asst asst. adjunct")
# Whoever is this is not, or not yet, what follows; nor does "co-chairman" say that there is no other.
LOOSE: frozenset[str] = listed("""
    elect designate incoming outgoing nominee candidate presumptive shadow honorary co next would-be self-styled self-proclaimed
    student trainee retiring failed one-time sometime opposition
    """)
# Words for kinds of bodies and places, which close a name ("Food and Drug Office") and by themselves tell nothing.
KINDS: frozenset[str] = listed("""
    team company firm club city town village country county state group agency office department ministry government administration
    party council board bank
    """)
# Words of a title that do not say of what: they stand in shorter and fuller forms of one.
EMPTY: frozenset[str] = (KINDS - listed("council board bank")) | listed("""
    the a an of for in at with and his her its their our 's ’s ' ’ - senior executive general longtime long-time current new newly
    first second third chief managing permanent special local national federal regional former top lead mr mr. mrs ms ms. dr dr. sir
    joint republican democratic democrat gop conservative liberal labor chair
    """)
# Words that stand in titles with a capital and name no body or place.
FIELDS: frozenset[str] = listed("""
    police fire health public safety school schools education court supreme superior majority minority
    """)
# What ministers and secretaries are in charge of; words of one line may be one portfolio.
_PORTFOLIOS = (
    "finance treasury economy economic financial budget",
    "foreign external exterior diplomacy",
    "interior home internal security homeland police",
    "defence defense war army armed",
    "health",
    "education schools science research universities",
    "justice",
    "transport transportation transit infrastructure railways rail roads",
    "energy environment climate water ecology mines mining petroleum oil",
    "agriculture farming farm food fisheries rural forestry fishing",
    "labour labor employment work social welfare pensions",
    "trade commerce business industry economy economic",
    "housing planning communities",
    "culture sport sports tourism arts media",
    "defence veterans",
)
PORTFOLIOS: dict[str, frozenset[int]] = {
    word: frozenset(i for i, line in enumerate(_PORTFOLIOS) if word in line.split())
    for all_words in _PORTFOLIOS
    for word in all_words.split()
}

# … and those that one minister seldom has with another of them, by their lines: finance, foreign, interior, defence, health,
# education, justice; interior and justice are one ministry in places.
LARGE: frozenset[int] = frozenset(range(7))
SISTERS: frozenset[int] = frozenset({2, 6})

# Posts of which a place, a body or a portfolio has one holder at a time.
SINGLE: frozenset[str] = frozenset(
    {
        "prime minister", "president", "mayor", "governor", "chancellor", "chief executive", "chief financial officer",
        "chief operating officer", "chief technology officer", "minister", "secretary", "attorney general", "chief", "commissioner",
        "sheriff", "speaker", "harbour master", "head coach", "manager", "general manager", "principal", "chief justice",
        "director general", "secretary general",
    }
)  # fmt: skip
# … these of one field only: there are many commissioners.
FIELDED: dict[str, frozenset[str]] = {post: listed("police fire") for post in ("chief", "commissioner")}
# … and these at one place or body only where sentences tell the same: it may have several.
SEVERAL: frozenset[str] = frozenset({"manager", "principal"})
# Of these a bare title is never short for that of a deputy.
UNMISTAKABLE: frozenset[str] = frozenset(
    {
        "prime minister", "president", "mayor", "governor", "chancellor", "chairman", "chief executive", "sheriff", "speaker",
        "attorney general", "general manager", "director general", "secretary general", "chief financial officer",
    }
)  # fmt: skip
# … of which somebody may hold one of something else: a vice president is "president of the senate".
HEADING: frozenset[str] = listed("president chairman speaker")
# Of these a deputy's title is told from the full one.
LEVELLED: frozenset[str] = UNMISTAKABLE | {
    "minister", "secretary", "director", "manager", "commissioner", "chief", "head", "inspector", "principal", "editor",
    "treasurer",
}  # fmt: skip
# Titles that people are called by when they no longer are it.
KEPT: frozenset[str] = frozenset(
    {"president", "governor", "mayor", "ambassador", "senator", "representative", "judge", "speaker", "coach", "chief", "sheriff"}
)
_SUITE = frozenset({"chief executive", "chief financial officer", "chief operating officer", "chief technology officer"})
# One person holds one post of each of these.
EXCLUSIVE: tuple[frozenset[str], ...] = (
    frozenset({"judge", "prosecutor", "defence"}),
    frozenset({"teacher", "student"}),
    frozenset({"doctor", "nurse", "paramedic"}),
    frozenset({"pilot", "passenger"}),
    frozenset({"driver", "passenger"}),
    frozenset({"senator", "representative", "governor", "mayor"}),
    frozenset(RANKS.values()),
    _SUITE,
)
# The same, but only at one place of work: "the mine's manager", "the mine's safety inspector".
AT_WORK: frozenset[str] = listed("manager director inspector engineer foreman electrician mechanic guard cashier driver")
# What is no place of work, though two titles share it.
DUTIES: frozenset[str] = listed("""
    project safety product products software design security sales production maintenance quality site shift technical operations
    traffic tax fire police
    """)
# … of which these two may be one.
ALIKE: frozenset[frozenset[str]] = frozenset({frozenset({"manager", "director"})})
