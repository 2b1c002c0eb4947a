"""Dictionary forms of English words: a closed list of irregular forms, and rules for the rest."""

from collections.abc import Container

# form:lemma. Past tenses and participles, plurals, comparatives that follow no rule.
_IRREGULAR_VERBS = """
am:be are:be is:be was:be were:be been:be being:be 's:be 're:be 'm:be has:have had:have having:have 've:have 'd:have does:do
did:do done:do arose:arise arisen:arise awoke:awake awoken:awake ate:eat eaten:eat beat:beat beaten:beat became:become
began:begin begun:begin bent:bend bet:bet bound:bind bit:bite bitten:bite bled:bleed blew:blow blown:blow bore:bear born:bear
borne:bear bought:buy broke:break broken:break bred:breed brought:bring built:build burnt:burn burst:burst came:come cast:cast
caught:catch chose:choose chosen:choose clung:cling crept:creep cut:cut dealt:deal dug:dig drank:drink drunk:drink drawn:draw
drew:draw dreamt:dream driven:drive drove:drive dwelt:dwell fallen:fall fell:fall fed:feed felt:feel fled:flee flew:fly
flown:fly flung:fling forbade:forbid forbidden:forbid forecast:forecast foresaw:foresee foreseen:foresee forgot:forget
forgotten:forget forgave:forgive forgiven:forgive fought:fight found:find froze:freeze frozen:freeze gave:give given:give
gone:go went:go goes:go got:get gotten:get grew:grow grown:grow ground:grind heard:hear held:hold hid:hide hidden:hide hit:hit
hung:hang hurt:hurt kept:keep knelt:kneel knew:know known:know laid:lay lain:lie lay:lie lying:lie led:lead leapt:leap
learnt:learn left:leave lent:lend let:let lit:light lost:lose made:make meant:mean met:meet mistook:mistake mistaken:mistake
misled:mislead overcame:overcome oversaw:oversee overseen:oversee overthrew:overthrow overthrown:overthrow overtook:overtake
overtaken:overtake paid:pay proven:prove put:put quit:quit ran:run rang:ring read:read rebuilt:rebuild repaid:repay ridden:ride
risen:rise rode:ride rose:rise rung:ring said:say sang:sing sank:sink sat:sit saw:see seen:see sent:send set:set sewn:sew
shaken:shake shed:shed shone:shine shook:shake shot:shoot showed:show shown:show shrank:shrink shrunk:shrink shut:shut
slain:slay slept:sleep slew:slay slid:slide slit:slit sold:sell sought:seek sown:sow spat:spit sped:speed spent:spend
spilt:spill split:split spoke:speak spoken:speak sprang:spring spread:spread sprung:spring spun:spin stole:steal stolen:steal
stood:stand stricken:strike striven:strive strove:strive struck:strike stuck:stick stung:sting stunk:stink sung:sing sunk:sink
swam:swim swept:sweep swollen:swell swore:swear sworn:swear swum:swim swung:swing taken:take taught:teach thought:think
threw:throw thrown:throw thrust:thrust told:tell took:take tore:tear torn:tear tied:tie tying:tie dying:die died:die
undergone:undergo underwent:undergo understood:understand undertaken:undertake undertook:undertake undone:undo upheld:uphold
upset:upset vying:vie wept:weep withdrawn:withdraw withdrew:withdraw withheld:withhold withstood:withstand woke:wake woken:wake
won:win wore:wear worn:wear wound:wind wove:weave woven:weave written:write wrote:write wed:wed focused:focus focusing:focus
underlying:underlie broadcast:broadcast cost:cost bid:bid rid:rid overrun:overrun overran:overrun
"""
_IRREGULAR_NOUNS = """
men:man women:woman children:child people:person feet:foot teeth:tooth geese:goose mice:mouse lice:louse oxen:ox dice:die
lives:life wives:wife knives:knife leaves:leaf halves:half wolves:wolf selves:self shelves:shelf thieves:thief loaves:loaf
calves:calf hooves:hoof scarves:scarf analyses:analysis crises:crisis theses:thesis hypotheses:hypothesis bases:base
diagnoses:diagnosis axes:axis oases:oasis emphases:emphasis parentheses:parenthesis syntheses:synthesis criteria:criterion
phenomena:phenomenon media:medium data:datum bacteria:bacterium strata:stratum curricula:curriculum memoranda:memorandum
referenda:referendum errata:erratum alumni:alumnus stimuli:stimulus nuclei:nucleus fungi:fungus cacti:cactus foci:focus
radii:radius syllabi:syllabus indices:index appendices:appendix matrices:matrix vertices:vertex vertebrae:vertebra larvae:larva
formulae:formula antennae:antenna series:series species:species means:means headquarters:headquarters works:works news:news
goods:goods politics:politics economics:economics athletics:athletics mathematics:mathematics physics:physics ethics:ethics
gas:gas gases:gas buses:bus viruses:virus lenses:lens bonuses:bonus campuses:campus censuses:census consensuses:consensus
statuses:status movies:movie cookies:cookie ties:tie lies:lie pies:pie dies:die calories:calorie zombies:zombie rookies:rookie
selfies:selfie aunties:auntie hippies:hippie shoes:shoe toes:toe foes:foe canoes:canoe aches:ache headaches:headache
caches:cache niches:niche psyches:psyche avalanches:avalanche businessmen:businessman chassis:chassis corps:corps
aircraft:aircraft sheep:sheep fish:fish deer:deer dollars:dollar thanks:thanks clothes:clothes pants:pants outskirts:outskirts
"""
_IRREGULAR_DEGREES = """
better:good best:good worse:bad worst:bad furthest:far farther:far farthest:far more:more most:most elder:old eldest:old
latter:latter later:late latest:late
"""
_FIXED = {
    "n't": "not", "’t": "not", "n’t": "not", "ca": "can", "wo": "will", "sha": "shall", "'ll": "will", "an": "a", "me": "I",
    "us": "we", "him": "he", "them": "they", "'em": "they", "whom": "who", "these": "this", "those": "that", "'d": "would",
    "her": "she",
}  # fmt: skip


def _table(listed: str) -> dict[str, str]:
    return dict(pair.rsplit(":", 1) for pair in listed.split())


_VERBS, _NOUNS, _DEGREES = _table(_IRREGULAR_VERBS), _table(_IRREGULAR_NOUNS), _table(_IRREGULAR_DEGREES)
_VOWELS = "aeiou"


def lemma(word: str, fine: str, known: Container[str] = ()) -> str:
    """Return the dictionary form of a word: lower case but for proper nouns, which keep their form, and "I".

    Args:
        word: The word as it stands in the text.
        fine: Its Penn Treebank tag.
        known: Words in lower case that exist; they settle whether a stem ends in `e` ("rated" -> "rate", "visited" -> "visit").
    """
    if fine.startswith("NNP") or word == "I":
        return word
    form = word.lower().replace("’", "'")
    if fine == "NNS":
        return _noun(form, known)
    if fine.startswith("VB"):
        return _verb(form, fine, known)
    if fine in ("JJR", "JJS", "RBR", "RBS"):
        return _degree(form, known)
    return _FIXED.get(form, form) if fine in ("MD", "RB", "DT", "PRP", "WP") else form


def _noun(form: str, known: Container[str]) -> str:
    if form in _NOUNS or form[:1].isdigit():  # "the 1980s"
        return _NOUNS.get(form, form)
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    if form.endswith("oes") and form[:-1] not in known:
        return form[:-2]
    if form.endswith("men"):
        return form[:-3] + "man"
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "'s")) and len(form) > 2 else form


def _verb(form: str, fine: str, known: Container[str]) -> str:
    if fine in ("VB", "VBP") and form not in ("am", "are", "'re", "'m", "'ve", "were"):
        return form
    if form in _VERBS:
        return _VERBS[form]
    if fine == "VBZ":
        return _third(form, known)
    if form.endswith("ied"):
        return form[:-3] + "y"
    if form.endswith("ing") and len(form) > 4:
        return _stem(form[:-3], known)
    return _stem(form[:-2], known) if form.endswith("ed") and len(form) > 3 else _prefixed(form)


def _third(form: str, known: Container[str]) -> str:
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) and form[:-1] not in known:
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith("ss") and len(form) > 2 else form


def _prefixed(form: str) -> str:
    """Return the lemma of an irregular verb behind a prefix: "rewritten", "outgrew"."""
    for prefix in ("re", "un", "out", "over", "under", "mis", "fore", "with", "up"):
        if form.startswith(prefix) and form[len(prefix) :] in _VERBS:
            return prefix + _VERBS[form[len(prefix) :]]
    return form


def _stem(stem: str, known: Container[str]) -> str:
    """Return the verb or adjective whose ending was cut off: with its `e` back, or one of a doubled consonant gone."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "aeiouswfl"
    if doubled and stem not in known:
        return stem[:-1]
    if len(stem) > 3 and stem[-2:] == "ll" and stem not in known and stem[:-1] in known:
        return stem[:-1]
    with_e, plain = stem + "e" in known, stem in known
    if with_e != plain:
        return stem + "e" if with_e else stem
    return stem + "e" if _wants_e(stem) else stem


def _wants_e(stem: str) -> bool:
    """Return whether English spelling asks for an `e` behind this stem, where no word list can tell."""
    if stem.endswith(("at", "iz", "is", "us", "um", "v", "c", "g", "u", "as", "os")) and not stem.endswith(
        ("eat", "oat", "ng", "dg")
    ):
        return True
    if stem.endswith(("dg", "rg", "bl", "pl", "tl", "dl", "gl", "fl", "kl", "ns", "rs", "ls", "ps")):
        return True
    short = len(stem) == 3 and stem[-1] not in _VOWELS + "wxy" and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    return short or (len(stem) > 3 and stem[-2:] in ("ut", "ir", "ur", "id", "ak", "ok", "ik") and stem[-3] not in _VOWELS)


def _degree(form: str, known: Container[str]) -> str:
    if form in _DEGREES:
        return _DEGREES[form]
    stem = form[:-2] if form.endswith("er") else form[:-3] if form.endswith("est") else ""
    if not stem:
        return form
    return stem[:-1] + "y" if stem.endswith("i") else _stem(stem, known)
