"""Whether a name is an outlet's: by its shape first of all, with a small table of well-known ones as a help."""

import re
from functools import lru_cache

from copydesk.text.fold import folded
from copydesk.text.words import word_set

# Well-known agencies and outlets whose names do not show what they are. A help only: with it emptied, names are told by their
# shape ("… Times", "… News"), a capital "The" inside a sentence, and the words around them.
_KNOWN = """
aap|abc|afp|agence france presse|al arabiya|al jazeera|anadolu|ani|ansa|antara|ap|ard|asahi shimbun|associated press|
axios|barron s|bbc|benzinga|bernama|bild|billboard|bloomberg|breitbart|business insider|buzzfeed|c span|cbc|cbs|
clarin|cna|cnbc|cnn|corriere della sera|ctv|daily beast|daily caller|deadline|der spiegel|deutsche welle|die welt|
die zeit|dpa|dw|e online|efe|el mundo|el pais|engadget|espn|euronews|folha de s paulo|forbes|fortune|fox|france 24|ft|
gizmodo|globo|gzero|haaretz|hollywood reporter|huffington post|huffpost|ians|insider|interfax|irna|itv|kommersant|
kyodo|la repubblica|la stampa|le figaro|le monde|liberation|mainichi shimbun|marketwatch|mashable|meduza|mother jones|
msnbc|national review|nbc|new republic|newsweek|nhk|nikkei|npr|nyt|pa media|page six|pbs|people|politico|
press association|propublica|pti|quartz|rai|reuters|ria novosti|rolling stone|rt|rte|salon|sana|scmp|semafor|sky|sky sports|
slate|spiegel|tass|techcrunch|the athletic|the atlantic|the economist|the guardian|the hill|the information|
the intercept|the nation|the new yorker|the verge|thomson reuters|time|tmz|ukrainska pravda|
united press international|upi|us weekly|variety|vice|vox|wafa|wapo|wired|wsj|xinhua|yomiuri shimbun|yonhap|zdf
"""
KNOWN_OUTLETS: frozenset[str] = frozenset(name.strip() for name in _KNOWN.replace("\n", "").split("|"))

# Last words of outlets' names. Those in the second list are common words: they need another capitalised word before them.
_LAST = word_set(
    """
    times post news journal herald tribune gazette chronicle examiner dispatch courier inquirer newspaper newswire
    broadcasting telegraph reporter newsroom shimbun zeitung gazeta pravda today
    """
)
_LAST_OF_SEVERAL = word_set(
    """
    observer star sun mail mirror guardian press globe sentinel review magazine radio tv television wire monitor ledger advocate
    argus bulletin digest weekly daily examiner bee
    """
)
# So common that they need a sign beside them ("reported", a capital "The" inside a sentence).
_LAST_PERHAPS = word_set(
    """
    register standard independent record echo insider online media express bugle beacon banner citizen democrat republican patriot
    pioneer statesman spectator voice world channel network line leader messenger mercury
    """
)
_FIRST = frozenset({"daily", "radio", "channel"})
_BRANCHES = frozenset({"agency", "service"})  # of a known outlet: "Anadolu Agency", "BBC World Service"
_INSTITUTIONS = word_set(
    """
    ministry department police office agency bureau bank university college institute court commission committee council
    congress senate house parliament company corporation inc corp co ltd group party union association federation
    foundation fund hospital center centre service guard army navy force forces government administration authority board
    school church city county state society treasury pentagon kremlin vatican fed white supreme nato nasa fbi cia un who
    imf opec embassy airport airline airlines organization organisation trust museum club league team campaign prosecutor
    observatory
    """
)
_CALL_LETTERS = re.compile(r"[KW][A-Z]{2,3}(?:-?(?:TV|FM|AM|DT))?\Z")
_SITE = re.compile(r"[\w-]+\.(?:com|org|net|news|co\.uk|in|de|fr)\Z", re.IGNORECASE)


@lru_cache(maxsize=16_000)
def outlet_evidence(name: str, *, known: bool = True) -> int:
    """Return how far a name alone shows that an outlet bears it.

    Args:
        name: The name as it is written: `The Hill`, `Ardania Times`.
        known: Whether the table of well-known outlets may be asked.

    Returns:
        3 for a sure one, 1 for one that may be, 0 where nothing shows it, -3 where the name is of another kind of institution.
    """
    words = folded(name).split()
    plain = [word for word in words if word != "the"]
    if not plain:
        return 0
    if known and (" ".join(words) in KNOWN_OUTLETS or " ".join(plain) in KNOWN_OUTLETS):
        return 1 if " ".join(plain) in _COMMON and not name.startswith("The ") else 3
    if (
        _CALL_LETTERS.match(name)
        or _SITE.match(name)
        or (len(plain) > 1 and plain[-1] == "agency" and plain[-2] in ("news", "press"))
    ):
        return 3
    if plain[-1] in _LAST or (len(plain) > 1 and (plain[-1] in _LAST_OF_SEVERAL or plain[0] in _FIRST or "news" in plain)):
        return 3 if len(plain) > 1 or words[0] == "the" else 1
    of_known = known and len(plain) > 1 and plain[0] in KNOWN_OUTLETS and plain[0] not in _COMMON
    if not _INSTITUTIONS.isdisjoint(plain[: -1 if of_known and plain[-1] in _BRANCHES else None]):
        return -3
    if of_known:
        return 3  # "BBC Radio 4", "Bloomberg Law", "Anadolu Agency"
    return 1 if name.startswith("The ") or (len(plain) > 1 and plain[-1] in _LAST_PERHAPS) else 0


# Words of the table that are also everyday words.
_COMMON = word_set(
    """
    time people fortune slate vice quartz billboard deadline insider sky fox bild ft pa ap wired variety hill people abc
    salon vox
    """
)
_COMMON -= {"ap"}


def same_outlet(a: str, b: str) -> bool:
    """Return whether two names are of one outlet.

    They are if they are equal but for case, article, punctuation and a domain's ending, or if one is short for the other: its
    initials, or the end that shows that it is an outlet's ("the Courier" is "The Northfield Courier").
    """
    first, second = sorted((_outlet(a), _outlet(b)), key=len)
    if not first:
        return False
    return (
        first.replace(" ", "") == second.replace(" ", "")
        or {first, second} in _SHORT
        or (second.endswith(f" {first}") and first.split()[-1] in _LAST | _LAST_OF_SEVERAL and "sunday" not in second.split())
    )


_SITE_END = re.compile(r" (?:com|org|net)\Z")
_SHORT = (
    {"ap", "associated press"}, {"afp", "agence france presse"}, {"wsj", "wall street journal"}, {"nyt", "new york times"},
    {"wapo", "washington post"}, {"ft", "financial times"}, {"upi", "united press international"},
)  # fmt: skip


@lru_cache(maxsize=4096)
def _outlet(name: str) -> str:
    words = folded(name).split()
    return _SITE_END.sub("", " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words))
