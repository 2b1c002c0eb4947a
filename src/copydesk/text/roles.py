"""Titles and offices: the words that news puts before a name, and the nouns that say what somebody is. Lower case."""

from functools import lru_cache

from copydesk.text.words import word_set

MALE_TITLES: frozenset[str] = word_set(
    """
    mr mr. mister sir lord king prince duke father fr. brother monsieur herr señor emperor congressman chairman spokesman
    businessman councilman assemblyman policeman fireman salesman sheikh imam
    """
)
FEMALE_TITLES: frozenset[str] = word_set(
    """
    mrs mrs. ms ms. miss madam madame lady dame queen princess duchess sister baroness frau señora empress congresswoman
    chairwoman spokeswoman businesswoman councilwoman assemblywoman policewoman actress
    """
)

# May stand, capitalised, directly before a personal name.
TITLES: frozenset[str] = (
    MALE_TITLES
    | FEMALE_TITLES
    | word_set(
        """
        mx. dr dr. prof prof. professor doctor rev rev. reverend rabbi bishop archbishop cardinal pope pastor ayatollah sultan
        emir sheriff president minister premier chancellor secretary senator sen sen. sens. representative rep rep. reps.
        governor gov gov. govs. mayor speaker ambassador amb. commissioner commissar councillor councilor councilmember
        alderman delegate deputy general gen gen. colonel col col. major maj maj. captain capt capt. lieutenant lt lt.
        sergeant sgt sgt. corporal cpl cpl. private pvt pvt. admiral adm adm. commander cmdr cmdr. brigadier marshal officer
        detective det det. inspector insp. superintendent supt supt. constable trooper agent chief judge justice magistrate
        attorney prosecutor counsel director chair chairperson ceo cfo coo cto executive manager coach leader spokesperson
        treasurer comptroller auditor clerk envoy consul dean principal provost rector chaplain hon hon. governor-general
        const const. cst cst. asst asst. pte pte. pc. spc spc. tpr tpr. lieut lieut. cdr cdr. comdr comdr. cmdt cmdt. ofc ofc.
        pfc pfc.
        """
    )
)

# May stand between or before titles and belong to them.
TITLE_MODIFIERS: frozenset[str] = word_set(
    """
    vice deputy former acting interim then-president ex- ex late assistant associate senior junior first prime chief
    attorney defense defence foreign finance interior home health education labor labour trade energy justice transport
    transportation environment agriculture treasury state press national security district lead incoming outgoing retired
    staff under permanent special executive managing general supreme crown grand lieutenant major rear brigadier surgeon
    party house senate majority minority opposition u.s. us u.n. un
    """
)

# Nouns that say what a person is, in lower case, as in "the prime minister" or "John Arlen, a spokesman for …".
OFFICES: frozenset[str] = (
    TITLES - word_set("mr mr. mrs mrs. ms ms. mx. sir dr dr. private major fr. hon hon. lady lord")
) | word_set(
    """
    official aide adviser advisor analyst economist scientist researcher expert scholar historian author writer journalist
    reporter editor columnist correspondent lawyer attorney activist campaigner founder co-founder cofounder owner
    entrepreneur developer engineer astronaut pilot driver teacher student nurse doctor physician surgeon farmer resident
    neighbor neighbour witness victim survivor suspect defendant plaintiff candidate nominee lawmaker legislator
    politician diplomat negotiator mediator organizer organiser investigator spokesman spokeswoman spokesperson chairman
    chairwoman player striker goalkeeper midfielder defender quarterback pitcher actor actress singer musician artist
    filmmaker producer comedian host presenter monarch ruler dictator heir husband wife widow mother father son daughter
    brother sister uncle aunt cousin grandmother grandfather boyfriend girlfriend partner fiance fiancee firefighter
    paramedic soldier veteran gunman shooter attacker worker employee employer boss head president-elect mp mep
    congressman congresswoman strategist pollster consultant curator architect chef banker investor trader broker trustee
    fellow lecturer
    """
)

GROUPS: frozenset[str] = word_set(
    """
    officials police authorities aides advisers advisors analysts economists scientists researchers experts scholars
    critics supporters opponents lawmakers legislators prosecutors investigators witnesses residents neighbors neighbours
    activists protesters organizers lawyers attorneys doctors executives sources people diplomats leaders ministers
    senators representatives republicans democrats firefighters soldiers troops workers employees users fans voters
    families relatives parents students teachers reporters media government ministry department agency council court
    committee commission parliament congress army military navy company firm bank university hospital school union party
    campaign administration white-house team group organization organisation association office
    """
)

DOCUMENTS: frozenset[str] = word_set(
    """
    report statement study survey poll document documents filing affidavit complaint lawsuit indictment memo letter email
    e-mail note release announcement website post tweet transcript records data figures statistics paper article book law
    bill order ruling verdict warrant notice bulletin advisory newsletter blog list chart census draft text message sign
    banner headline caption
    """
)

_MASCULINE_OFFICES = word_set("husband father son brother uncle grandfather boyfriend widower king prince actor gunman")
_FEMININE_OFFICES = word_set("wife mother daughter sister aunt grandmother girlfriend widow queen princess actress")


@lru_cache(maxsize=4096)
def gender_of(role: str) -> str | None:
    """Return `m` or `f` where a title or office says it, else None."""
    words = role.lower().split()
    if any(word in MALE_TITLES or word in _MASCULINE_OFFICES for word in words):
        return "m"
    return "f" if any(word in FEMALE_TITLES or word in _FEMININE_OFFICES for word in words) else None
