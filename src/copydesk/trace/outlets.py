"""When two names mean one outlet, and which outlets are agencies."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType

# Agencies sell text to many outlets: two articles that carry one agency's name need not carry one text.
AGENCIES: dict[str, tuple[str, ...]] = {
    "Associated Press": ("AP",),
    "Agence France-Presse": ("AFP",),
    "Reuters": ("Thomson Reuters",),
    "United Press International": ("UPI",),
    "Press Trust of India": ("PTI",),
    "Asian News International": ("ANI",),
    "Indo-Asian News Service": ("IANS",),
    "Press Association": ("PA", "PA Media"),
    "Canadian Press": ("CP",),
    "Australian Associated Press": ("AAP",),
    "Deutsche Presse-Agentur": ("DPA",),
    "Agencia EFE": ("EFE",),
    "ANSA": (),
    "Kyodo": ("Kyodo News",),
    "Jiji Press": ("Jiji",),
    "Yonhap": ("Yonhap News",),
    "Xinhua": ("Xinhua News",),
    "TASS": ("Itar-Tass",),
    "Interfax": (),
    "Anadolu": (),
    "Bernama": (),
    "Antara": (),
    "Islamic Republic News Agency": ("IRNA",),
}
_AGENCY_WORDS = re.compile(r"\b(?:(?:press|news|wire)\s+(?:agency|association|service)|newswires?)\b", re.IGNORECASE)
_GENERIC = frozenset({"magazine", "weekly", "newspaper", "agency", "newswire", "wire", "online", "website"})
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co\.uk|com\.au|ca|in|jp|de|fr|eu|news|tv)$", re.IGNORECASE)
_BESIDE = re.compile(r"(?<=\S)\s*\([^()]*\)$")  # "The Courier (online)": a department or an edition
_SPLIT = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_SHORT_NAME = 6
_LONGEST_NAME = 8  # words
_OTHER_PAPER = frozenset({"sunday", "saturday"})


def _parts(name: str) -> list[str]:
    """Return the words of a name, folded, without the leading article."""
    bare = (
        unicodedata.normalize("NFKC", _CAMEL.sub(" ", _SITE.sub("", _BESIDE.sub("", name.strip()))))
        .casefold()
        .replace("&", " and ")
    )
    parts = [part for part in _SPLIT.split(bare) if part]
    return parts[1:] if len(parts) > 1 and parts[0] == "the" else parts


def _plain_key(name: str) -> str:
    """Return the comparable form of a name, whatever else it is called."""
    parts = _parts(name)
    return "".join([part for part in parts if part not in _GENERIC] or parts)


_AGENCY_KEYS = {_plain_key(alias): _plain_key(full) for full, aliases in AGENCIES.items() for alias in (full, *aliases)}


def outlet_key(name: str) -> str:
    """Return the comparable form of an outlet's name: "The Hill" and "thehill.com" are one; empty for a name without letters."""
    key = _plain_key(name)
    return _AGENCY_KEYS.get(key, _AGENCY_KEYS.get(key.removeprefix("the"), key.removeprefix("the") or key))


def is_agency(name: str) -> bool:
    """Return whether a name is that of a news agency: one of the table, or one that calls itself so."""
    return outlet_key(name) in _AGENCY_KEYS.values() or bool(_AGENCY_WORDS.search(name))


def initials(name: str) -> frozenset[str]:
    """Return what one could call a name for short: "The Hollywood Reporter" is "thr" or "hr"."""
    parts = [part for part in _SPLIT.split(name.casefold()) if part]
    whole = "".join(part[0] for part in parts)
    return frozenset(short for short in (whole, whole[1:] if parts[:1] == ["the"] else whole) if len(short) > 1)


def shortened(names: Iterable[str]) -> dict[str, str]:
    """Return which names are short for another: key of "the Globe" -> key of "The Meridian Globe".

    Args:
        names: Names of outlets. A short one is the end of the longer one; one that is the end of several means none of them, unless
        these are short for each other.
    """
    spelled = sorted(set(names))
    longer: dict[str, set[str]] = defaultdict(set)
    for name in spelled:
        for tail in short_names(name):
            longer[tail].add(outlet_key(name))
    meant: dict[str, str] = {}
    for short in sorted({outlet_key(name) for name in spelled} & set(longer), key=lambda key: (-len(key), key)):
        full = {meant.get(key, key) for key in longer[short]}
        if len(full) == 1:
            meant[short] = min(full)
    return meant


def short_names(name: str) -> set[str]:
    """Return the keys of the last words of an outlet's name: what is left when a place or another first word is dropped.

    Nothing is left of an agency, nor behind a small word ("India" is not "The Times of India"); a Sunday paper is another paper.
    """
    words = name.split()[-_LONGEST_NAME:]
    if len(words) < 2 or is_agency(name):
        return set()
    heads = [word.casefold() for word in words]
    cuts = [i for i in range(1, len(words)) if not words[i - 1].islower() and heads[i - 1] not in _OTHER_PAPER]
    return {outlet_key(" ".join(words[cut:])) for cut in cuts} - {outlet_key(name), "", *_AGENCY_KEYS.values()}


def heads(name: str) -> set[str]:
    """Return the keys of the first words of an outlet's name, by which it calls itself: "TV5" is "TV5 Lowmoor"."""
    words = name.split()[:_LONGEST_NAME]
    return {outlet_key(" ".join(words[:end])) for end in range(1, len(words))} - {"", "the"}


def _fullness(name: str, published: Container[str]) -> tuple[bool, bool, int, str]:
    """Return how to sort the names of one outlet, the best to show last: of several words, the one it gives itself, the longest."""
    return " " in name.strip(), name in published, len(name.split()), name


class Outlets:
    """Knows which of the names in a pile mean one outlet.

    Args:
        names: Every name under which the pile speaks of an outlet. A short name that is the initials of exactly one longer one
        means it, and one that is the end of exactly one longer one.
        outlets: The outlets that published the pile's articles, under the names they give themselves: none is short for another.
    """

    def __init__(self, names: Iterable[str], outlets: Iterable[str] = ()) -> None:
        spelled, published = sorted(set(names)), frozenset(outlets)
        longer: dict[str, set[str]] = defaultdict(set)
        for name in spelled:
            for short in initials(name):
                longer[short].add(outlet_key(name))
        keys = {outlet_key(name) for name in spelled}
        single = {short: next(iter(full)) for short, full in longer.items() if len(full - {short}) == 1 and short in keys}
        self._meant = {s: next(iter(longer[s] - {s})) for s in single if len(s) <= _LONGEST_SHORT_NAME}
        own = {outlet_key(name) for name in published}
        self._meant |= {short: self._meant.get(full, full) for short, full in shortened(spelled).items() if short not in own}
        self._agencies = {self._meant.get(k, k) for k in (outlet_key(name) for name in spelled if is_agency(name))}
        self._full = {outlet_key(name): name for name in sorted(spelled, key=lambda name: _fullness(name, published))}

    def key(self, name: str | None, beside: Mapping[str, str] = MappingProxyType({})) -> str:
        """Return the key of the outlet a name means; empty where there is none.

        Args:
            name: The name.
            beside: Which names of the same article are short for which others of it; this counts more than the rest of the pile.
        """
        key = outlet_key(name) if name else ""
        key = beside.get(key, key)
        return self._meant.get(key, key)

    def full(self, name: str, key: str) -> str:
        """Return the name to show for an outlet: the pile's full one where `name` is short for it, else `name`.

        Args:
            name: A name under which an article speaks of the outlet.
            key: The outlet's key, as `key` gave it for that name.
        """
        full = self._full.get(key, name)
        return full if outlet_key(name) != key or _plain_key(name) in initials(full) else name

    def agency(self, key: str) -> bool:
        """Return whether the outlet of that key is an agency."""
        return key in self._agencies
