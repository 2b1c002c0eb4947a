"""Closed classes of words that decide whether two sentences say the same. Folded (lower case, straight apostrophes) throughout."""

from copydesk.text.words import SMALL_NUMBERS, word_set

# Words that state nothing by themselves. Negations, modal words and restrictions are looked at by `cues`, not as words.
FUNCTION: frozenset[str] = word_set(
    """
    a an the this that these those such it its itself he him his himself she her hers herself they them their theirs themselves
    i me my mine myself we us our ours ourselves you your yours yourself who whom whose which what one's
    am is are was were be been being 's 're 've 'm 'd 'll ' do does did doing done have has had having get gets got getting
    of in on at by for to from with within without into onto upon over under about as than per via amid among amongst between
    through throughout during after before since until till against toward towards across along around behind beside besides
    beyond near off out up down regarding concerning following including despite like unlike
    and or but nor so yet if unless whether while whilst when where why how because though although whereas once
    not n't no never none neither cannot can could will would shall should may might must ought wo ca
    there here then now thus hence therefore also too as well even still again both either each all any every some other another
    however meanwhile moreover furthermore additionally nevertheless nonetheless instead indeed just very quite rather really
    mr mrs ms mx dr sir dame messrs prof
    re ll ve s t d m etc
    """
)

# Adverbs and connectives that may be added or dropped without stating more.
LIGHT: frozenset[str] = word_set(
    """
    also too however meanwhile moreover furthermore additionally separately elsewhere otherwise then now respectively thereby
    later earlier previously recently currently presently already further together well especially particularly notably
    according accord addition part time well as such
    """
)

# Verbs that only say that somebody said it. Each may stand for any other verb of speech; no other verb may stand for them.
NEUTRAL_SPEECH: frozenset[str] = word_set(
    """
    say said says saying tell told tells telling state stated states stating add added adds adding note noted notes noting
    remark remarked remarks comment commented comments explain explained explains report reported reports reporting
    write wrote writes written describe described describes mention mentioned mentions
    """
)

# Verbs of speech that say more than that; a sentence may replace them by a neutral one, not the other way round.
LOADED_SPEECH: frozenset[str] = word_set(
    """
    announce announced announces announcing warn warned warns warning argue argued argues insist insisted insists claim claimed
    claims claiming allege alleged alleges assert asserted asserts maintain maintained maintains contend contended contends
    observe observed observes recall recalled recalls acknowledge acknowledged acknowledges admit admitted admits concede conceded
    concedes confirm confirmed confirms emphasize emphasized emphasizes emphasise emphasised emphasises stress stressed stresses
    suggest suggested suggests urge urged urges vow vowed vows pledge pledged pledges promise promised promises predict predicted
    predicts conclude concluded concludes testify testified testifies tweet tweeted tweets post posted posts reiterate reiterated
    reiterates complain complained complains reveal revealed reveals disclose disclosed discloses recount recounted recounts quote
    quoted quotes highlight highlighted highlights outline outlined outlines counter countered counters caution cautioned cautions
    lament lamented laments advise advised advises declare declared declares respond responded responds reply replied replies
    answer answered answers joke joked jokes quip quipped quips boast boasted boasts continue continued believe believed believes
    think thought thinks estimate estimated estimates indicate indicated indicates tout touted
    """
)

# Whoever reports: what may stand before "reports that" where the outlet is not known.
REPORTS: frozenset[str] = word_set(
    """
    report reports article articles account accounts outlet outlets story stories media press dispatch dispatches coverage
    """
)

NUMBER_WORDS: dict[str, str] = {
    **{word: str(value) for word, value in SMALL_NUMBERS.items() if value != 1},
    "zero": "0", "hundred": "100", "thousand": "1000", "million": "million", "mn": "million", "billion": "billion", "bn": "billion",
    "trillion": "trillion", "tn": "trillion", "dozen": "12", "dozens": "dozens", "hundreds": "hundreds", "thousands": "thousands",
    "millions": "millions", "billions": "billions", "half": "half", "first": "1th", "second": "2th", "third": "3th",
    "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
    "eleventh": "11th", "twelfth": "12th",
    "once": "once", "twice": "twice", "thirds": "thirds", "quarter": "quarter", "quarters": "quarters",
    "double": "double", "triple": "triple",
}  # fmt: skip

# What, before a noun, narrows or takes back what it says. Dropping one says more than the passage, adding one is new.
RESTRICTING: frozenset[str] = word_set(
    """
    former ex ex- acting interim deputy vice assistant associate late would-be elect designate outgoing incoming retired
    alleged suspected accused purported supposed apparent self-proclaimed so-called presumed reputed
    proposed planned potential possible draft attempted prospective hypothetical fake failed would-be tentative
    several few many most half partial only part parts nearly almost
    """
)

# Words that leave open whether it is so.
HEDGES: frozenset[str] = word_set(
    """
    reportedly allegedly apparently supposedly purportedly seemingly presumably ostensibly perhaps maybe possibly potentially
    probably likely unlikely arguably
    """
)

# Prepositions that give a number, a name or a date its part in what happened; a pair of different ones is a different statement.
DIRECTIONS: frozenset[str] = word_set(
    """
    from to into against for by with without before after until till since above below over under toward towards between
    despite
    """
)
# Directions that may stand for each other.
SAME_DIRECTION: tuple[frozenset[str], ...] = (
    frozenset({"to", "into", "toward", "towards", "until", "till"}),
    frozenset({"from", "since"}),
    frozenset({"for", "to"}),
    frozenset({"with", "between"}),
    frozenset({"by", "with"}),
    frozenset({"by", "before", "until"}),
    frozenset({"since", "after"}),
    frozenset({"with", "to"}),
)
