"""Closed classes of words that decide whether two sentences say the same. Folded (lower case, straight apostrophes) throughout."""

# Words that state nothing by themselves. Negations, modal words and restrictions are looked at by `cues`, not as words.
FUNCTION: frozenset[str] = frozenset(
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
    """.split()
)

# Adverbs and connectives that may be added or dropped without stating more.
LIGHT: frozenset[str] = frozenset(
    """
    also too however meanwhile moreover furthermore additionally separately elsewhere otherwise then now respectively thereby
    later earlier previously recently currently presently already further together well especially particularly notably
    according accord addition part time well known as such
    """.split()
)

# Verbs that only say that somebody said it. Each may stand for any other verb of speech; no other verb may stand for them.
NEUTRAL_SPEECH: frozenset[str] = frozenset(
    """
    say said says saying tell told tells telling state stated states stating add added adds adding note noted notes noting
    remark remarked remarks comment commented comments explain explained explains report reported reports reporting
    write wrote writes written describe described describes mention mentioned mentions
    """.split()
)

# Verbs of speech that say more than that; a sentence may replace them by a neutral one, not the other way round.
LOADED_SPEECH: frozenset[str] = frozenset(
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
    """.split()
)

# Whoever reports: what may stand before "reports that" where the outlet is not known.
REPORTS: frozenset[str] = frozenset(
    "report reports article articles account accounts outlet outlets story stories media press dispatch dispatches coverage".split()
)

NUMBER_WORDS: dict[str, str] = {
    word: str(value)
    for value, word in enumerate(
        """
        zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
        nineteen twenty
        """.split()
    )
    if word != "one"
} | {
    "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
    "thousand": "1000", "million": "million", "mn": "million", "billion": "billion", "bn": "billion", "trillion": "trillion", "tn": "trillion",
    "dozen": "12", "dozens": "dozens", "hundreds": "hundreds", "thousands": "thousands", "millions": "millions", "billions": "billions",
    "half": "half", "first": "1th", "second": "2th", "third": "3th", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th", "once": "once", "twice": "twice",
    "thirds": "thirds", "quarter": "quarter", "quarters": "quarters", "double": "double", "triple": "triple",
}  # fmt: skip

# Units: a sentence that changes one is false, whatever else it says.
UNITS: frozenset[str] = frozenset(
    """
    percent percentage point points dollar dollars cent cents euro euros pound pounds sterling yen yuan won rupee rupees ruble rubles
    rouble roubles franc francs peso pesos real lira dinar dirham kilometer kilometers kilometre kilometres km mile miles meter meters
    metre metres m foot feet inch inches cm centimeter centimeters centimetre centimetres mm yard yards acre acres hectare hectares kg
    kilogram kilograms kilo kilos gram grams ton tons tonne tonnes ounce ounces lb lbs stone liter liters litre litres gallon gallons
    barrel barrels degree degrees celsius fahrenheit mph kph knot knots second seconds minute minutes hour hours day days week weeks
    month months year years decade decades century centuries watt watts kilowatt kilowatts megawatt megawatts gigawatt gigawatts
    million billion trillion thousand thousands millions billions trillions bn mn tn hundred hundreds dozen dozens
    magnitude $ € £ ¥ % am pm a.m. p.m.
    """.split()
)

# Nouns of offices and ranks: a different one is a different person.
OFFICES: frozenset[str] = frozenset(
    """
    president minister premier chancellor secretary governor mayor senator congressman congresswoman representative lawmaker
    legislator deputy chairman chairwoman chair chairperson chief head director manager executive ceo cfo officer commissioner
    ambassador envoy consul spokesman spokeswoman spokesperson king queen prince princess emperor pope bishop archbishop cardinal
    priest imam rabbi general colonel major captain lieutenant sergeant admiral commander marshal judge justice magistrate attorney
    lawyer prosecutor sheriff inspector detective superintendent constable coach trainer captain founder owner treasurer
    professor dean doctor surgeon speaker leader candidate nominee
    """.split()
)

# What, before a noun, narrows or takes back what it says. Dropping one says more than the passage, adding one is new.
RESTRICTING: frozenset[str] = frozenset(
    """
    former ex ex- acting interim deputy vice assistant associate late would-be elect designate outgoing incoming retired
    alleged suspected accused purported supposed apparent self-proclaimed so-called presumed reputed
    proposed planned potential possible draft attempted prospective hypothetical fake failed would-be tentative
    several few many most half partial only part parts nearly almost
    """.split()
)

# Words that leave open whether it is so.
HEDGES: frozenset[str] = frozenset(
    """
    reportedly allegedly apparently supposedly purportedly seemingly presumably ostensibly perhaps maybe possibly potentially probably
    likely unlikely arguably
    """.split()
)

# Pairs of words that say the opposite of each other, as stems would be written in full.
OPPOSITES: tuple[tuple[str, str], ...] = tuple(
    (left, right)
    for line in """
    rise climb increase grow gain soar surge jump up higher more raise expand widen boost / fall drop decrease shrink decline plunge slump tumble down lower fewer less reduce cut narrow
    accept approve endorse back support welcome adopt agree authorize ratify / reject refuse deny oppose veto decline dismiss disagree block
    win / lose
    victory / defeat
    allow permit let legalize / ban forbid prohibit bar block outlaw
    begin start open launch resume / end stop close finish halt suspend conclude
    arrive enter join / leave exit depart quit withdraw
    acquit clear free release exonerate / convict jail imprison arrest detain sentence
    guilty / innocent
    confirm admit acknowledge / deny dispute
    succeed / fail
    success / failure
    buy purchase acquire / sell
    hire appoint / fire dismiss sack
    lift ease loosen relax / impose tighten
    strengthen / weaken
    improve / worsen deteriorate
    strong / weak
    before / after
    above over / below under
    first / last
    north northern / south southern
    east eastern / west western
    alive survive / dead die
    legal lawful / illegal unlawful
    public / private
    hot / cold
    new / old
    high highest / low lowest
    large big largest biggest / small little smallest
    maximum / minimum
    male man men boy / female woman women girl
    early earlier / late later
    best better / worst worse
    most / least
    majority / minority
    import / export
    attack / defend
    praise / criticize condemn
    hope / fear
    love / hate
    push / pull
    remember / forget
    include / exclude
    pass / fail
    offensive / defensive
    domestic / foreign
    near / far
    long / short
    fast quick / slow
    rich wealthy / poor
    safe / dangerous unsafe
    same / different
    true / false
    full / empty
    positive / negative
    possible / impossible
    likely / unlikely
    able / unable
    liberal / conservative
    friend ally / enemy foe rival
    advantage / disadvantage
    profit / loss
    deficit / surplus
    demand / supply
    present / absent
    temporary / permanent
    import / export
    young / elderly
    hard difficult / easy
    heavy / light
    rural / urban
    right / left
    inside / outside
    husband / wife
    father / mother
    son / daughter
    brother / sister
    """.splitlines()
    if " / " in line
    for first, second in [line.split(" / ")]
    for left in first.split()
    for right in second.split()
)

# Prepositions that give a number, a name or a date its part in what happened; a pair of different ones is a different statement.
DIRECTIONS: frozenset[str] = frozenset(
    "from to into against for by with without before after until till since above below over under toward towards between despite".split()
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

# Inflected forms that no rule finds, with their dictionary form.
IRREGULAR: dict[str, str] = {
    form: forms[0]
    for forms in (
        line.split()
        for line in """
    say said
    tell told
    make made
    take took taken
    go went gone goes
    come came
    see saw seen
    know knew known
    think thought
    give gave given
    find found
    leave left
    feel felt
    bring brought
    begin began begun beginning
    keep kept
    hold held
    write wrote written
    stand stood
    hear heard
    mean meant
    meet met
    pay paid
    sit sat
    speak spoke spoken
    lead led
    grow grew grown
    lose lost losing
    fall fell fallen
    send sent
    build built
    understand understood
    draw drew drawn
    break broke broken
    spend spent
    rise rose risen
    drive drove driven
    buy bought
    wear wore worn
    choose chose chosen
    win won winning
    seek sought
    teach taught
    catch caught
    fight fought
    throw threw thrown
    shoot shot
    steal stole stolen
    sell sold
    strike struck stricken
    fly flew flown
    flee fled
    swear swore sworn
    bear bore borne
    become became
    withdraw withdrew withdrawn
    undergo underwent undergone
    undertake undertook undertaken
    overtake overtook overtaken
    forget forgot forgotten
    forbid forbade forbidden
    freeze froze frozen
    hide hid hidden
    ride rode ridden
    run ran running runs
    sing sang sung
    sink sank sunk
    swim swam
    drink drank drunk
    eat ate eaten
    shake shook shaken
    speed sped
    sweep swept
    sleep slept
    deal dealt
    lend lent
    bind bound
    blow blew blown
    dig dug
    hang hung
    lay laid
    lie lying
    die died dying dies
    tie tied tying
    light lit
    show shown
    prove proven
    wake woke
    weave wove woven
    stick stuck
    swing swung
    tear tore torn
    wind wound
    slay slew slain
    foresee foresaw foreseen
    oversee oversaw overseen
    overcome overcame
    uphold upheld
    withhold withheld
    man men
    woman women
    child children
    person people persons
    foot feet
    tooth teeth
    wife wives
    life lives
    knife knives
    leaf leaves
    half halves
    crisis crises
    analysis analyses
    basis bases
    criterion criteria
    medium media
    policeman policemen
    fireman firemen
    spokesman spokesmen
    businessman businessmen
    gunman gunmen
    fisherman fishermen
    """.splitlines()
        if line.strip()
    )
    for form in forms[1:]
}
