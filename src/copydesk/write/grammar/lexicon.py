"""Closed classes of English words that the operations look at. Lower case throughout."""

from collections.abc import Sequence


def words(spaced: str) -> frozenset[str]:
    """Return the words of a text that spaces part."""
    return frozenset(spaced.split())


# Words that tie a sentence to the one before it. Those of the first set may stand without a comma behind them.
JOINTS: frozenset[str] = words("but and yet or")
CONNECTIVES: frozenset[str] = words(
    """
    however meanwhile also additionally moreover furthermore overall still nevertheless nonetheless instead then earlier later
    besides indeed similarly likewise therefore thus consequently accordingly separately elsewhere now again finally first second
    third secondly thirdly lastly so more hence otherwise conversely interestingly notably importantly unfortunately fortunately
    ultimately subsequently afterwards afterward anyway though rather plus well yes no oh
    """
)
# A phrase before the subject that only leads over, by its last word: "in a broader context", "on a lighter note".
LEADING_OVER: frozenset[str] = words(
    "context note addition contrast turn fact result instance example hand time course news way words point part matter end that"
)
LEADING_INTO: frozenset[str] = words("in on for as at by of besides despite beyond with after given")
# Words at the head that only add what follows to what was told before: "in addition to trade,", "beyond trade,".
ADDING: tuple[tuple[str, ...], ...] = (
    ("in", "addition", "to"), ("apart", "from"), ("aside", "from"), ("beyond",), ("besides",), ("as", "well", "as"),
)  # fmt: skip

THIRD_PERSON: frozenset[str] = words("he she it they him her them his hers its their theirs himself herself itself themselves")
OTHER_PERSONS: frozenset[str] = words(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves i'm we're you're i've we've you've"
)
DEMONSTRATIVES: frozenset[str] = words("this that these those")
# Nouns that point back at something told before, when they stand with "the" or "this" and nothing else.
POINTERS: frozenset[str] = words(
    """
    move decision step steps latter former pair duo trio comment comments remark remarks statement announcement revelation
    development developments finding findings change changes issue matter topic question situation idea plan proposal measure
    measures effort efforts initiative initiatives goal goals hostility claim claims allegation allegations letter report
    article newspaper paper website site story piece figure figures number numbers result results news same above following
    picture photo image video clip post thing things word words answer response request offer order trend process feature features
    """
)
# People of whom "the" says that they were spoken of before.
ANYBODY: frozenset[str] = words("man woman girl boy couple teenager teen youth youngster pair child newborn")
# Units of time: what stands with "this" or "last" before them is a time, not a reference.
TIME_UNITS: frozenset[str] = words(
    """
    second minute hour morning afternoon evening night day week weekend fortnight month quarter season spring summer autumn fall
    winter year decade century time term monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december
    """
)
RELATIVE_TIMES: frozenset[str] = words("today tomorrow yesterday tonight now currently recently earlier later soon ago overnight")

REPORTING: frozenset[str] = words(
    """
    say add tell note explain state announce declare claim argue insist maintain confirm reveal disclose warn stress emphasize
    emphasise acknowledge admit believe think suggest indicate estimate predict write testify allege assert mention report hope
    highlight remark outline express conclude reply respond answer continue recall observe comment vow pledge promise preview
    signal caution concede recount tweet post brief
    """
)
# Verbs that attribute what stands before them: "…, she warned." Others, "continues", "responded", also tell of acts.
TELLING: frozenset[str] = words(
    """
    say tell add note explain state announce report warn claim argue insist maintain confirm reveal disclose stress emphasize
    emphasise acknowledge admit suggest predict write testify allege assert remark conclude recall comment preview caution concede
    recount tweet post brief reply declare estimate
    """
)
# "added", "continued", "replied" only make sense behind something; said alone, they are "said".
CONTINUING: dict[str, str] = {
    "added": "said", "adds": "says", "continued": "said", "continues": "says", "replied": "said", "replies": "says",
    "reiterated": "said", "reiterates": "says",
}  # fmt: skip

NUMBER_WORDS: frozenset[str] = words(
    """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands half
    """
)
# Small numbers in words and in figures: one article writes "two", the next one "2".
FIGURES: dict[str, str] = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60",
    "seventy": "70", "eighty": "80", "ninety": "90",
}  # fmt: skip
_NUMERALS = frozenset(FIGURES)
_HUNDRED, _THOUSAND = 100, 1000


def figures(lows: Sequence[str]) -> list[str]:
    """Return words in lower case with numbers in words as one word in figures: "five hundred", "twenty six" -> "500", "26"."""
    if _NUMERALS.isdisjoint(lows):
        return list(lows)
    found, run = list[str](), list[str]()
    for low in (*lows, ""):
        if low in FIGURES or (run and low in ("hundred", "thousand")):
            run.append(low)
            continue
        if run:
            found.append(str(_value(run)))
            run.clear()
        if low and not (low == "-" and not run):
            found.append(low)
    return found


def _value(run: Sequence[str]) -> int:
    total, part = 0, 0
    for low in run:
        if low == "hundred":
            part *= _HUNDRED
        elif low == "thousand":
            total, part = total + part * _THOUSAND, 0
        else:
            part += int(FIGURES[low])
    return total + part


# Verbs of quarrel: who is blamed, warned or denies it is what readers ask for.
CONTENTION: frozenset[str] = words(
    "accuse blame warn deny reject dispute criticize criticise condemn sue allege protest oppose refuse"
)
# Verbs that tell how something is meant or seen, not what it is.
VAGUE: frozenset[str] = words(
    """
    underscore underline emphasize emphasise highlight exemplify reflect signal symbolize symbolise solidify serve view illustrate
    demonstrate mark reaffirm showcase elevate strive epitomize represent reinforce deepen bolster align
    """
)
# Who aims to do these says what is good rather than what is done.
FURTHERING: frozenset[str] = VAGUE | words("strengthen enhance foster promote improve boost intensify expand develop ensure")
AIMING: frozenset[str] = words("look aim seek hope strive want intend commit focus work continue vow")
# Who does these is polite: no news to open with.
COURTEOUS: frozenset[str] = words(
    "regret thank welcome congratulate apologise apologize wish salute applaud praise sadden delight please thrill honour honor"
)
# What is called so is judged, not told.
JUDGING: frozenset[str] = words(
    "key crucial critical important leading significant vital pivotal major central essential strategic integral clear proud"
)
# One of these stands in the few words before a colon that promise something rather than tell it.
TEASERS: frozenset[str] = words("rub catch upshot twist takeaway beware more kicker snag irony downside upside trick surprise")
# Words that are written with a capital wherever they stand: parties, faiths, houses of parliament.
CAPITALISED: frozenset[str] = words(
    """
    republican republicans democrat democrats tory tories gop catholic catholics christian christians muslim muslims jew jews hindu
    hindus buddhist buddhists sikh sikhs protestant protestants senate congress bundestag knesset kremlin pentagon
    """
)
MODALS: frozenset[str] = words("will would shall should can could may might must 'll ’ll wo ca ought")
NEGATIONS: frozenset[str] = words("not n't n’t never no neither nor none nobody nothing without hardly scarcely barely")
# What is ruled: a circumstance taken from such a sentence makes it a wider rule.
OBLIGING: frozenset[str] = words(
    """
    must should can cannot may need needs required requires allowed allows permitted banned bans forbidden entitled eligible limited
    """
)
# Nouns that say little without what they are to do.
PURPOSEFUL: frozenset[str] = words(
    "plan effort bid move decision attempt way need deal pledge step measure proposal offer agreement promise right power chance "
    "ability order call failure refusal willingness law bill rule project programme program campaign"
)
# Nouns that say little without what they are of, in or between.
RELATIONAL: frozenset[str] = words(
    """
    role part step rise fall increase decrease change share number series level kind type form member way lack range variety
    """
)
CONDITIONS: frozenset[str] = words("if unless until once provided except whether only")
ORDINARY_ROLES: frozenset[str] = words("mr mrs ms miss dr sir dame lord lady prof professor")
MONTH_NAMES: tuple[str, ...] = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Verbs that only say that an event takes place; the event is their object, or what stands behind "in" or "for".
EVENTFUL: frozenset[str] = words("participate attend hold host join include conduct stage")
# Words that leave open whether it is so.
HEDGES: frozenset[str] = words(
    "reportedly allegedly apparently supposedly purportedly seemingly presumably perhaps maybe possibly potentially probably likely"
)
