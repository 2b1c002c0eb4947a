"""How much a word tells: rare words tell much, common ones little, those that only hold a sentence together nothing.

A pile of five articles cannot say which words are common, and weights that depend on the pile would let one more copy change what
is found between two other articles. So the weights come from a fixed table, learned from news (`scripts/learn_background.py`).
"""

import math
from functools import cache
from importlib.resources import files

# Closed classes: articles, pronouns, auxiliaries, prepositions, conjunctions, adverbs of degree and of time's flow.
FUNCTION_WORDS: frozenset[str] = frozenset(
    """
    a an the this that these those i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves who whom whose which what when where why how whether be am is are
    was were been being have has had having do does did doing done will would shall should can could may might must ought and or but
    nor so yet for if then else because as until while of at by with about against between into through during before after above
    below to from up down in out on off over under again further once here there all any both each few more most other some such no
    not only own same than too very just also although though since upon within without toward towards across along among around
    behind beside besides beyond despite except inside near onto per via amid amongst one two dont didnt doesnt isnt wasnt arent
    werent cant couldnt wont wouldnt shouldnt hasnt havent hadnt im ive ill hes shes theyre were youre thats theres lets s t mr mrs
    ms dr now even still however meanwhile said says say """.split()  # noqa: SIM905
)
_CALENDAR = frozenset(
    """
    january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov
    dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm et gmt est edt utc today
    yesterday tomorrow """.split()  # noqa: SIM905
)
# The table knows English only. In other languages the commonest words would look rare, and any two articles alike.
_OTHER_LANGUAGES: dict[str, frozenset[str]] = {
    "de": frozenset(
        """
        der die das den dem des ein eine einen einem einer eines und oder aber denn nicht kein keine ich du er sie es wir ihr man
        sich mich mir uns ihn ihm ihnen sein seine seinen seiner ihre ihren ihrer mein dein unser in im an am auf aus bei beim bis
        durch fur gegen mit nach ohne seit uber um unter von vom vor wahrend zu zum zur zwischen ist sind war waren wird werden
        wurde wurden hat haben hatte hatten kann konnen konnte muss mussen soll sollen sollte will wollen wie was wer wo wenn weil
        dass als auch noch nur schon so sehr mehr dann da hier dort doch ja nein nun diese dieser dieses diesem diesen alle alles
        sagte sagt laut rund etwa
        """.split()  # noqa: SIM905
    ),
    "fr": frozenset(
        """
        le la les l un une des du de d et ou mais donc car ni ne pas plus je tu il elle on nous vous ils elles se me te lui leur
        leurs son sa ses mon ma mes ton ta tes notre nos votre vos ce cet cette ces qui que quoi dont quand comme si dans en a au
        aux par pour sur sous avec sans entre vers chez depuis pendant apres avant contre est sont etait etaient etre ete sera
        seront ont avait avaient avoir fait faire peut peuvent doit tout tous toute toutes aussi tres bien meme encore deja selon
        dit y c s n j qu
        """.split()  # noqa: SIM905
    ),
    "es": frozenset(
        """
        el la los las un una unos unas de del al y o u pero ni no si que quien cual cuando donde como porque en a ante bajo con
        contra desde durante entre hacia hasta para por segun sin sobre tras yo tu ella ello nosotros ellos ellas se me te le les
        lo su sus mi mis nuestro este esta estos estas ese esa esos esas aquel es son era eran fue fueron ser sido sera ha han
        habia haber hay estan estaba puede pueden debe muy mas menos tambien ya aun todo todos toda todas otro otra dijo dice
        """.split()  # noqa: SIM905
    ),
    "it": frozenset(
        """
        il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dalla dai in nel nella
        nei con su sul sulla per tra fra e ed o ma se non che chi cui quale quando dove come perche io tu lui lei noi voi loro si
        mi ti ci vi suo sua suoi sue mio questo questa questi queste quello quella sono era erano essere stato stata sara ha hanno
        aveva avevano avere puo possono deve molto piu meno anche gia ancora tutto tutti tutta tutte altro altri detto secondo
        """.split()  # noqa: SIM905
    ),
    "pt": frozenset(
        """
        o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sob sobre entre ate desde e ou mas
        se nao que quem qual quando onde como porque eu tu ele ela eles elas me te lhe lhes seu sua seus suas meu este esta estes
        estas esse essa isso aquele sao era eram foi foram ser sido sera ha tem tinha ter estao estava pode podem deve muito mais
        menos tambem ja ainda todo todos toda todas outro outra disse segundo ao aos
        """.split()  # noqa: SIM905
    ),
    "nl": frozenset(
        """
        de het een en of maar want niet geen ik jij je hij zij ze wij we jullie u zich mij me hem haar ons hun zijn mijn jouw onze
        dit dat deze die wie wat waar wanneer hoe als dan omdat in op aan bij met van voor door naar om over onder tot uit tegen
        tussen zonder sinds is was waren wordt worden werd werden heeft hebben had hadden kan kunnen moet moeten zal zullen zou
        ook nog al heel meer meest zeer alle alles er daar hier zegt zei volgens te
        """.split()  # noqa: SIM905
    ),
}
_UNSEEN = 0.8  # thousandths: what a word that the table does not hold is taken to have
_GLUE = 220.0  # thousandths: words as common as that tell nothing


@cache
def table() -> dict[str, float]:
    """Return the share of news events, in thousandths, that speak of each folded word; rare words are not in it."""
    lines = files("copydesk.text").joinpath("background.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {word: float(share) for word, share in pairs}


def weight(word: str, language: str = "en") -> float:
    """Return how much a folded word tells, in nats: 0 for function words, days, months and numerals, about 7 for a rare word.

    Args:
        word: The word.
        language: ISO 639-1 code of the text it stands in. Words of languages that are neither English nor listed all tell much.
    """
    if word in _OTHER_LANGUAGES.get(language, FUNCTION_WORDS) or word in _CALENDAR or word[:1].isdigit():
        return 0.0
    share = table().get(word, 0.0)
    return 0.0 if share > _GLUE else math.log(1000 / (share + _UNSEEN))


_ENDINGS = (("ies", "y"), ("edly", ""), ("ing", ""), ("ed", ""), ("es", ""), ("ly", ""), ("s", ""), ("e", ""))
_LAST = frozenset(ending[-1] for ending, _ in _ENDINGS)
_SHORTEST = 4


def stem(word: str) -> str:
    """Return a folded word without the commonest English endings: "announced", "announces" and "announcing" become "announc"."""
    for ending, instead in _ENDINGS if word[-1:] in _LAST else ():
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: len(word) - len(ending)] + instead
            break
    doubled = len(word) > _SHORTEST + 1 and word[-1] == word[-2]
    return word[:-1] if doubled else word
