"""Words that tell whose view a clause gives, by class and by what stands behind them; dictionary forms, lower case.

A verb of judging takes its object ("praised the plan"), a verb of wishing an infinitive ("wants to leave"), a noun of belief a
clause ("the fear that it breaks"). The classes are those of private states (Wiebe, Wilson and Cardie 2005) crossed with what a verb
takes (Levin 1993); what is added here is another word of a class, not a word of a text.
"""

from typing import Literal

from copydesk.records import AttributionKind
from copydesk.text.words import verb_forms, word_set

Sort = Literal["verb", "noun", "adjective"]
# What may stand behind a cue -> what is attributed then.
Frames = dict[str, AttributionKind]


# Frames: `object` a noun phrase or clause without "that"; `clause` one with "that", "whether", "how"; `to` an infinitive; `ing` a
# gerund; else the preposition that leads to the content.
_VERBS: dict[AttributionKind, dict[str, str]] = {
    "speech": {
        "object": """
            acknowledge admit admonish affirm allege allow announce answer appoint argue ask assert attribute beg
            blame brand broadcast call caution chant characterise characterize cite claim clarify compare concede
            conclude confess confirm congratulate contrast convince counter credit declare deem demand deny depict
            describe detail disclose discuss distance dub echo emphasise emphasize encourage estimate exhort explain
            explore expose express float forecast foreshadow forward highlight identify illustrate implore insist
            instruct invoke joke label liken list mandate mention mock name nominate note offer order outline paint
            persuade pitch portray position post preach predict prescribe present press proclaim profess prohibit
            promise pronounce propose publicise publicize publish quip reaffirm rebut recast recite recommend
            recount reference refute reiterate renew report request restrict retweet reveal say share signal spell
            spotlight state stress suggest sum summarise summarize telegraph thank title tout trumpet tweet
            underline underscore urge veto voice vow warn withdraw
        """,
        "clause": """
            acknowledge add admit allege announce argue ask assert assure boast brag calculate caution charge claim
            clarify complain concede conclude confirm contend counter declare define demand deny describe discuss
            emphasise emphasize explain forecast hint imply inform insist joke maintain note notify observe order
            pledge point posit predict promise propose question quip reaffirm reassure recommend reiterate remark
            remind repeat reply report respond reveal rule say show signal state stress suggest tell testify
            threaten tweet vow warn write
        """,
        "to": "ask call claim offer pledge promise propose remind tell threaten vow",
        "ing": "admit announce deny describe discuss mention propose recommend report rule suggest urge",
        "about": """
            ask boast brag complain debate gush joke lecture lie muse rant rave remind speak speculate talk tell
            testify tweet warn write
        """,
        "against": "advise argue caution speak warn",
        "as": "characterise characterize describe label",
        "at": "hint",
        "before": "testify",
        "for": "advocate apologise apologize argue ask call lobby plead press push vouch",
        "in": "weigh",
        "of": "assure boast complain inform remind speak talk tell warn write",
        "on": "call comment dwell elaborate expand insist opine pounce riff touch tweet write",
        "over": "spar",
        "to.": "allude apologise apologize point refer respond",
        "upon": "call",
    },
    "stance": {
        "object": """
            accuse admire applaud appreciate approve assail attack back bash belittle bemoan berate blast block boo
            bristle castigate challenge chide co-sponsor commend condemn criticise criticize decry defend denounce
            deplore deride despise detest disavow discount discredit dismiss disown disparage dispute disregard
            distrust doubt downplay endorse excuse extol fault favor favour hail heckle ignore insult justify knock
            lambast lambaste lament laud like loathe love malign minimise minimize mistrust mock mourn offend oppose
            pan pillory praise prefer pressure protest question regret reject relish renounce reprimand repudiate
            resent resist ridicule rip salute savage scold slam smear support taunt trash value vilify welcome
        """,
        "clause": "agree approve complain disagree doubt lament question regret",
        "to": "agree",
        "ing": "advocate back celebrate endorse favor favour hate like love oppose regret support",
        "about": "complain",
        "against": "campaign come inveigh protest push rail vote",
        "at": "balk bristle chafe jeer lash marvel scoff sneer",
        "behind": "line",
        "by": "stand",
        "for": "cheer vote",
        "from": "distance shy",
        "of": "approve disapprove",
        "off": "brush laugh shrug",
        "on": "agree disagree double",
        "to.": "acquiesce object",
        "with": "agree concur disagree identify quarrel side sympathise sympathize",
    },
    "belief": {
        "object": """
            believe consider contemplate doubt envisage envision expect eye fear foresee interpret judge know
            misjudge misunderstand overestimate perceive ponder presume realise realize recall reckon recognise
            recognize remember see suspect think view witness
        """,
        "clause": """
            agree anticipate assume believe bet concern consider convince determine discover doubt envision expect
            fear feel figure foresee guess hear hope imagine judge know learn notice perceive presume realise
            realize recall recognise recognize remember shock speculate suspect think trust understand wonder worry
        """,
        "to": "appear expect seem",
        "ing": "consider contemplate imagine recall remember",
        "about": "forget fret know learn think wonder worry",
        "as": "regard see view",
        "in": "believe trust",
        "like": "appear seem",
        "of": "conceive dream learn think",
        "on": "focus reflect",
    },
    "intention": {
        "object": "crave desire hope seek want wish",
        "to": """
            agree aim decide decline expect hesitate hope intend like long look love pivot plan prefer refuse
            resolve seek strive struggle volunteer vote want wish yearn
        """,
        "ing": "consider",
        "for": "campaign long look push wish yearn",
        "on": "plan",
    },
    "finding": {
        "object": "document show",
        "clause": "demonstrate indicate show suggest",
    },
}
_NOUNS: dict[AttributionKind, dict[str, str]] = {
    "speech": {
        "clause": """
            acknowledgment admission agreement allegation announcement assertion assurance case comment complaint
            contention declaration hint insistence pledge point prediction promise remark reminder report rumor
            rumour speech statement suggestion warning
        """,
        "to": "call offer plea pledge promise proposal threat vow",
        "ing": "ad editorial letter release speech statement",
        "about": """
            allegation comment complaint conversation detail information joke length lie message note question
            remark rumor rumour speech statement story talk warning word
        """,
        "against": "accusation allegation argument",
        "for": "call plea proposal",
        "of": """
            accusation allegation appointment assertion chant characterization claim critique denunciation
            disclosure mention message portrayal promise statement
        """,
        "on": "comment speech statement",
        "to.": "case reference tribute",
    },
    "stance": {
        "to": "opposition",
        "ing": "support",
        "about": "attitude complaint enthusiasm misgiving opinion reservation scepticism skepticism view",
        "against": "attack campaign",
        "at": "aim anger dig jab outrage swipe",
        "for": """
            admiration advocate ballot contempt credit criticism disdain enthusiasm passion praise preference
            respect support sympathy
        """,
        "in": "confidence faith",
        "of": """
            admiration approval architect assessment condemnation critic criticism defence defense denunciation
            disapproval embrace endorsement favor favour mockery praise proponent
        """,
        "on": "attack blame criticism opinion position swipe view",
        "over": "anger criticism disagreement outrage",
        "to.": "aversion counter objection opposition resistance",
        "toward": "animosity attitude hostility",
        "with": "disagreement dissatisfaction",
    },
    "belief": {
        "clause": """
            assumption belief concern confidence conviction doubt expectation fear hope impression notion
            realization speculation suspicion understanding view worry
        """,
        "about": "anxiety concern doubt fear question uncertainty unease worry",
        "of": "fear perception suspicion understanding",
        "over": "anxiety concern fear worry",
        "to.": "attention point",
        "with": "issue",
    },
    "intention": {
        "to": """
            commitment decision desire determination hope inclination intention plan refusal reluctance
            unwillingness wish
        """,
        "for": "desire hope wish",
        "in": "interest",
        "of": "intention",
    },
    "finding": {
        "clause": "evidence",
        "on": "ruling",
    },
}
_ADJECTIVES: dict[AttributionKind, dict[str, str]] = {
    "speech": {
        "clause": "adamant clear",
        "about": "outspoken silent vocal",
        "of": "critical dismissive",
    },
    "stance": {
        "clause": "angry disappointed glad grateful happy pleased proud shocked sorry surprised thankful upset",
        "to": "glad happy proud",
        "about": "ambivalent angry bullish enthusiastic excited happy passionate sceptical unhappy upset",
        "at": "angry furious outraged",
        "by": """
            alarmed angered disappointed dismayed frustrated impressed intrigued outraged shocked startled surprised
        """,
        "in": "disappointed interested",
        "of": "ashamed envious fond jealous proud sceptical sick skeptical supportive tired tolerant wary",
        "over": "angry furious",
        "to.": "grateful opposed sympathetic",
        "toward": "hostile sympathetic",
        "with": """
            angry comfortable disappointed frustrated furious happy pleased satisfied uncomfortable unhappy
        """,
    },
    "belief": {
        "clause": """
            afraid aware certain concerned confident convinced doubtful fearful hopeful mindful optimistic skeptical
            sure unaware uncertain unclear unsure worried
        """,
        "about": """
            anxious cautious concerned confident curious hopeful nervous pessimistic uncertain unsure worried
        """,
        "by": "concerned worried",
        "in": "confident",
        "of": "afraid aware certain confident convinced mindful sure suspicious unaware",
    },
    "intention": {
        "to": """
            afraid anxious careful desperate determined free hesitant inclined keen loath open prepared reluctant
            unwilling willing
        """,
        "for": "eager",
        "in": "interested",
    },
}
# Behind these stands who hears, and the content behind that: "told the board that …".
HEARING: frozenset[str] = word_set("tell remind assure inform notify reassure")
# Verbs whose subject is part of what they hedge: "the plan seems to work".
RAISING: frozenset[str] = word_set("seem appear")
# Verbs that look like nouns and mostly are: a tagger that takes them for nouns is believed.
_NOUNS_TOO = word_set("tweet state favor favour")


def _entries(table: dict[AttributionKind, dict[str, str]]) -> dict[str, Frames]:
    entries: dict[str, Frames] = {}
    for kind, frames in table.items():
        for frame, words in frames.items():
            for word in words.split():
                for form in _spellings(word):
                    entries.setdefault(form, {}).setdefault(frame, kind)
    return entries


def _spellings(word: str) -> tuple[str, ...]:
    """Return a dictionary form as taggers give it: some lose its last `e` ("allud")."""
    return (word, word[:-1]) if word.endswith("e") and len(word) > 5 else (word,)


# Sort of word -> dictionary form -> what may stand behind it -> what is attributed then.
CUES: dict[Sort, dict[str, Frames]] = {
    "verb": _entries(_VERBS),
    "noun": _entries(_NOUNS),
    "adjective": _entries(_ADJECTIVES),
}
# All dictionary forms.
CUE_WORDS: frozenset[str] = frozenset(word for table in CUES.values() for word in table)
# Forms of the verbs that take an object -> dictionary form.
VERBS_BY_FORM: dict[str, str] = {
    form: verb
    for verb, frames in CUES["verb"].items()
    if "object" in frames and verb not in _NOUNS_TOO
    for form in (verb, *verb_forms(verb))
}
