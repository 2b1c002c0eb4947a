"""Closed classes of English words that several stages look at; lower case but where a table says otherwise."""


def word_set(spaced: str) -> frozenset[str]:
    """Return the words of a text, for tables that read like one."""
    return frozenset(spaced.split())


WEEKDAYS: tuple[str, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTHS: tuple[str, ...] = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip

# Verbs that put words into somebody's mouth, by their dictionary form.
SPEECH_LEMMAS: frozenset[str] = word_set(
    """
    say tell ask add reply answer respond state declare announce warn argue insist claim allege assert maintain contend explain
    note observe remark comment recall acknowledge admit concede confirm deny emphasize emphasise stress suggest urge vow pledge
    promise predict conclude testify write tweet post quip joke shout cry exclaim whisper continue reiterate complain boast reveal
    disclose recount report express highlight outline mention counter caution lament advise read begin interject confess echo
    remind assure chant inform retort snap mutter opine elaborate repeat hint brag muse email text point recite yell scream
    """
)
# Verbs of thought and stance that take a clause: an attribution, though no words were heard.
THOUGHT_LEMMAS: frozenset[str] = word_set(
    """
    believe think hope expect fear doubt estimate know feel agree find show indicate propose demand signal learn worry decide
    determine speculate assume imply
    """
)
_IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("said", "says", "saying"),
    "tell": ("told", "tells", "telling"),
    "write": ("wrote", "writes", "writing", "written"),
    "read": ("read", "reads", "reading"),
    "begin": ("began", "begins", "beginning"),
    "brag": ("bragged", "brags", "bragging"),
    "snap": ("snapped", "snaps", "snapping"),
    "quip": ("quipped", "quips", "quipping"),
    "admit": ("admitted", "admits", "admitting"),
}


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Return the past, third person and -ing form of a verb as newspapers write them."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d", lemma + "s", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"
    return lemma + "ed", lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"), lemma + "ing"


SPEECH_VERBS: frozenset[str] = frozenset(form for lemma in SPEECH_LEMMAS for form in verb_forms(lemma))

# Words that often begin a sentence and are no names.
STARTERS: frozenset[str] = word_set(
    """
    The A An This That These Those It He She They We You His Her Its Their Our My There Here In On At But And Or So If
    When While As After Before Since For From With Without By To Not No Yes What Who Why How Where Which Then Now Also
    However Yet Still Some Many Most Both Each Every All Although Though Because Under Over During Between Among Meanwhile
    Last Next One Two Three Despite According Earlier Later Once Until Unlike Instead Other Others Another Several More
    Much Such Nearly About Following Only Just Even Overall Nor Too Around Against Amid Among Along Across Within
    Throughout Through Upon Whether Do Does Did Is Are Was Were Has Have Had Can Could Will Would Should May Might Must
    Let Please Asked Speaking Four Five Six Seven Eight Nine Ten Additionally Moreover Furthermore Therefore Thus Hence
    Perhaps Maybe Indeed Finally Currently Recently Today Yesterday Tomorrow Tonight Experts Officials Critics Analysts
    Police Authorities Investigators Prosecutors Scientists Researchers Supporters Opponents
    """
)

# Small numbers in words; larger ones are read by text2num.
SMALL_NUMBERS: dict[str, int] = {
    "a": 1, "an": 1, "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip

NEGATIONS: frozenset[str] = word_set(
    """
    not n't n’t no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely
    """
)

# How sure a statement is: possible, expected or planned, certain to come.
MAY: frozenset[str] = word_set(
    """
    may might could can possibly perhaps maybe potentially reportedly allegedly apparently likely unlikely probably
    """
)
WILL: frozenset[str] = word_set("will 'll ’ll shall wo")
PLANNED: frozenset[str] = word_set(
    """
    expect plan set schedule due intend hope aim propose consider discuss seek want prepare poise slate likely
    """
)

MASCULINE: frozenset[str] = word_set("he him his himself")
FEMININE: frozenset[str] = word_set("she her hers herself")
PLURAL: frozenset[str] = word_set("they them their theirs themselves")
FIRST_AND_SECOND: frozenset[str] = word_set("i me my mine myself we us our ours ourselves you your yours yourself yourselves")
PRONOUNS: frozenset[str] = (
    MASCULINE | FEMININE | PLURAL | FIRST_AND_SECOND | word_set("it its itself who whom whose this that these those")
)
