"""When two names mean one outlet, and which outlets are agencies."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

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
_SPLIT = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST_SHORT_NAME = 6


def _parts(name: str) -> list[str]:
    """Return the words of a name, folded, without the leading article."""
    bare = unicodedata.normalize("NFKC", _CAMEL.sub(" ", _SITE.sub("", name.strip()))).casefold().replace("&", " and ")
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


class Outlets:
    """Knows which of the names in a pile mean one outlet.

    Args:
        names: Every name under which the pile speaks of an outlet. A short name that is the initials of exactly one longer one
        means it.
    """

    def __init__(self, names: Iterable[str]) -> None:
        spelled = sorted(set(names))
        longer: dict[str, set[str]] = defaultdict(set)
        for name in spelled:
            for short in initials(name):
                longer[short].add(outlet_key(name))
        keys = {outlet_key(name) for name in spelled}
        single = {short: next(iter(full)) for short, full in longer.items() if len(full - {short}) == 1 and short in keys}
        self._meant = {s: next(iter(longer[s] - {s})) for s in single if len(s) <= _LONGEST_SHORT_NAME}
        self._agencies = {self._meant.get(k, k) for k in (outlet_key(name) for name in spelled if is_agency(name))}

    def key(self, name: str | None) -> str:
        """Return the key of the outlet a name means; empty where there is none."""
        key = outlet_key(name) if name else ""
        return self._meant.get(key, key)

    def agency(self, key: str) -> bool:
        """Return whether the outlet of that key is an agency."""
        return key in self._agencies
