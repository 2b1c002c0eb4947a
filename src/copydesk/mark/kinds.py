"""What kind of thing a name is: by its shape, by what stands beside it, and by every other mention of it in the article."""

from collections.abc import Sequence
from typing import NamedTuple

from copydesk.mark.titles import Title, apposition_behind
from copydesk.mark.view import View
from copydesk.records import EntityKind
from copydesk.text.credits import outlet_evidence
from copydesk.text.names import family_name
from copydesk.text.nations import ALIASES, DEMONYMS
from copydesk.text.roles import TITLES
from copydesk.text.words import SPEECH_VERBS, word_set

# What a name of an organisation begins or ends with.
ORGANISATION_WORDS = word_set(
    """
    inc inc. corp corp. co co. ltd ltd. llc plc company corporation group bank university college school institute
    ministry department agency bureau commission committee council court congress senate parliament party union
    association federation foundation fund organization organisation alliance league club church hospital center centre
    police force forces army navy guard coalition office authority administration service services board society trust
    network news times post journal herald tribune gazette press airlines airways motors motor energy systems technologies
    industries partners holdings media museum academy laboratory institution embassy assembly treasury exchange team fc
    united city foods dairy electric pharma pharmaceuticals steel oil railway railways logistics shipping robotics aerospace
    semiconductor semiconductors software studios chemicals telecom insurance healthcare labs automotive stores
    """
)
PLACE_WORDS = word_set(
    """
    street avenue road boulevard county province state island islands river lake sea ocean bay strait mountain mountains
    valley airport park bridge square district city town village beach hills heights coast peninsula republic kingdom
    canyon desert forest gulf falls springs creek harbor harbour cove reef canal lane drive
    """
)
HEADS_OF = word_set(
    """
    bank department ministry university house council office bureau republic institute court board group academy
    federation kingdom association church state city secretary statue museum school college gulf bay sea strait isle isles
    university embassy society league center centre centers centres commission committee chamber fund agency union organization
    organisation duke duchess prince princess queen king bishop
    """
)
# What bears a name like a person's and is called "she".
VESSELS = word_set(
    """
    ship ferry boat vessel tanker frigate carrier yacht trawler submarine destroyer tug tugboat liner freighter cruiser barge sloop
    schooner lifeboat steamer warship icebreaker corvette
    """
)
_LONGEST_STREET = 5
_INDEFINITE = frozenset({"a", "an", "this", "that", "these", "those", "each", "every", "any", "no", "some", "another"})
_OPENING = frozenset({"“", "``", '"', "‘", "'", "(", "[", ":", ";", "-", "–", "—", "--", "•", "*"})
_IN_PLACES = frozenset({"in", "near", "outside", "across", "throughout", "toward", "towards"})
_SEAS = frozenset({"statue", "gulf", "bay", "sea", "strait", "isle", "isles", "city", "republic", "kingdom", "state"})
# Last words that persons bear too: there the parser's label stands.
ALSO_PERSONAL = frozenset({"city", "united", "post", "energy", "guard", "church", "court", "bank", "news", "trust", "steel"})
_STREETS = word_set("street st road rd avenue ave lane drive boulevard blvd way place square terrace court close highway")


class Found(NamedTuple):
    """A mention of a name: tokens `first` to `last` (exclusive), its kind, its title, and whether a label stood there."""

    first: int
    last: int
    kind: EntityKind
    title: Title | None = None
    labelled: bool = True


def words_of(view: View, mention: Found) -> str:
    """Return the name as it is written, on one line."""
    return view.words[mention.first] if mention.last - mention.first == 1 else view.phrase(mention.first, mention.last)


def settled(view: View, found: Sequence[Found]) -> list[Found]:
    """Return the mentions with the kinds that the whole article gives them, without those that are no names after all."""
    families = {words_of(view, mention).split()[-1].lower() for mention in found if mention.last - mention.first > 1}
    found = [mention for mention in found if view.lower[mention.first] in families or not _bare_title(view, mention)]
    people = _families(view, found)
    found = [_cut_to_person(view, mention, people) for mention in found]
    shapes = [_by_shape(view, mention) for mention in found]
    kinds = _by_words(view, found, shapes)
    common = _common_words(view, found, kinds)
    named = [
        (mention, shape)
        for mention, shape in zip(found, shapes, strict=True)
        if mention.last - mention.first > 1 or view.words[mention.first] not in common
    ]
    return [kept for mention, shape in named if (kept := _settled(view, mention, shape, kinds))]


def _common_words(view: View, found: Sequence[Found], kinds: dict[str, EntityKind]) -> set[str]:
    """Return the words that have a capital only because a clause begins with them: "Shares fell", "Hauliers want more".

    They are plurals, or stand elsewhere in the article without a capital; nowhere do they stand capitalised inside a clause.
    """
    seen = frozenset(view.words)
    single = {view.words[m.first] for m in found if m.last - m.first == 1}
    doubtful = {word for word in single if (word.lower() in seen or _plural(word)) and word not in ALIASES and word not in DEMONYMS}
    if not doubtful:
        return doubtful
    proper = {view.words[m.last - 1] for m in found if m.last - m.first > 1 or m.title}
    inner = {word for at in view.capitals if (word := view.words[at]) in doubtful and not _may_be_common(view, at)}
    kept = {word for word in doubtful if _plural(word) and (kinds.get(word) == "place" or word[:-1] in seen)}
    kept |= {word for word in doubtful if outlet_evidence(word) >= 3}
    return doubtful - proper - inner - kept


def _may_be_common(view: View, at: int) -> bool:
    """Return whether a word has its capital from its place: it begins a sentence or a quote, and no verb says it is one thing."""
    singular = view.tokens[at + 1].fine == "VBZ" if at + 1 < len(view.tokens) else False
    if singular and _plural(view.words[at]):
        return False
    first = view.sentence_of(at).first
    return at == first or view.lower[at - 1] in _OPENING


def _plural(word: str) -> bool:
    return len(word) > 4 and word[1:].islower() and word.endswith("s") and not word.endswith(("ss", "us", "is", "os"))


def _bare_title(view: View, mention: Found) -> bool:
    """Return whether a mention is a title alone ("the President"), which is a name only where somebody bears it ("Billy King")."""
    word = view.lower[mention.first]
    abbreviated = view.lower[mention.last : mention.last + 1] == (".",) and word + "." in TITLES
    return mention.last - mention.first == 1 and (word in TITLES or abbreviated)


def _families(view: View, found: Sequence[Found]) -> frozenset[str]:
    """Return the family names of persons whom the article names in full or with a title."""
    people = (m for m in found if m.kind == "person" and (m.title or m.last - m.first > 1))
    return frozenset(family_name(words_of(view, mention)) for mention in people)


def _cut_to_person(view: View, mention: Found, families: frozenset[str]) -> Found:
    """Cut "Venn State" in "Venn State visit" to the person Venn: a known family name that no organisation's word follows."""
    if mention.last - mention.first != 2 or view.lower[mention.first] not in families:
        return mention
    if mention.kind == "person" and not _before_noun(view, mention):
        return mention
    last = view.lower[mention.last - 1]
    return mention if last in ORGANISATION_WORDS or last in PLACE_WORDS else mention._replace(last=mention.first + 1, kind="person")


def _before_noun(view: View, mention: Found) -> bool:
    """Return whether a common noun follows that the name describes: "a Venn State visit", "Pear Blossom trees"."""
    last = mention.last
    return last < len(view.words) and view.tokens[last].tag == "NOUN" and view.words[last][0].islower()


def _by_words(view: View, found: Sequence[Found], shapes: Sequence[EntityKind | None]) -> dict[str, EntityKind]:
    """Return the kind that most mentions of the same words have, titles counting more than labels; `shapes`: what each shows.

    A full name also speaks for its part that is used alone: persons' last words, organisations' first ones.
    """
    votes: dict[str, dict[EntityKind, int]] = {}
    named = [(words_of(view, mention).split(), mention, shape) for mention, shape in zip(found, shapes, strict=True)]
    for words, mention, shape in named:
        weight = 3 if mention.title else 1 if mention.labelled and mention.kind != "other" else 0
        kind: EntityKind = shape or ("person" if _holds_office(view, mention) else mention.kind)
        if kind == "person" and len(words) == 1 and not mention.title:
            kind = "other" if _is_thing(view, mention) else "place" if _stands_in(view, mention) else kind
        weight = 3 if kind != mention.kind else weight
        _vote(votes, " ".join(words), kind, weight)
        if len(words) > 1 and kind in ("person", "organisation"):
            alone = [word for word in words if word.lower().rstrip(".") not in ("jr", "sr")][-1 if kind == "person" else 0]
            _vote(votes, alone, kind, 2 * weight)
    kinds = {words: max(counts, key=lambda kind: (counts[kind], kind)) for words, counts in votes.items() if any(counts.values())}
    for words, _, shape in named:  # "Rada Venn" without a label or with a wrong one, where "Venn" alone is a person
        if shape is None and len(words) in (2, 3) and kinds.get(words[-1]) == "person":
            kinds[" ".join(words)] = "person"
    return kinds


def _vote(votes: dict[str, dict[EntityKind, int]], words: str, kind: EntityKind, weight: int) -> None:
    counts = votes.setdefault(words, {})
    counts[kind] = counts.get(kind, 0) + weight


def _is_thing(view: View, mention: Found) -> bool:
    """Return whether a name of one word is a thing's: no person is called "the Arlen" or "the ferry Arlen"."""
    at = mention.first
    if at == 0:
        return False
    behind = view.words[mention.last : mention.last + 1]
    named = not _before_noun(view, mention) and not (behind and behind[0][0].isupper())
    return view.lower[at - 1] in VESSELS or (view.lower[at - 1] == "the" and named)


def _stands_in(view: View, mention: Found) -> bool:
    """Return whether something is in what is named, or calls it a town: "spoke in Davor", "the town of Davor"."""
    at = mention.first
    town = at > 1 and view.lower[at - 1] == "of" and view.lower[at - 2] in PLACE_WORDS
    return town or (at > 0 and view.lower[at - 1] in _IN_PLACES and not _before_noun(view, mention))


def _holds_office(view: View, mention: Found) -> bool:
    """Return whether "who" or an office follows a name of two or three words: ", who leads", ", a former police officer,"."""
    if mention.last - mention.first not in (2, 3):
        return False
    if view.lower[mention.last : mention.last + 1] != (",",):
        return mention.kind != "organisation" and _goes_on_as_person(view, mention)
    if view.lower[mention.last + 1 : mention.last + 2] == ("who",):
        return mention.kind != "organisation"  # clubs and bands are "who" too
    sentence = view.sentence_of(mention.first)
    return apposition_behind(view, sentence, mention.last) is not None


def _settled(view: View, mention: Found, shape: EntityKind | None, kinds: dict[str, EntityKind]) -> Found | None:
    """Return a mention with its kind, None where neither a label nor another mention makes it a name."""
    words = words_of(view, mention)
    if _is_common(view, mention):
        return None
    if mention.kind == "person" and shape is None and mention.last - mention.first > 1 and _before_noun(view, mention):
        shape = "other" if view.tokens[mention.last].fine == "NNS" else None
    kind: EntityKind = "place" if words in ALIASES else shape or kinds.get(words) or mention.kind
    if kind == "other" and not mention.labelled:
        kind = _by_neighbours(view, mention)
        if kind == "other" and mention.last - mention.first == 1 and _begins_clause(view, mention.first) and words not in kinds:
            return None
    return mention if kind == mention.kind else mention._replace(kind=kind)


def _is_common(view: View, mention: Found) -> bool:
    """Return whether a single capitalised word is no name: "this State visit", the last word of a label ("Why It Matters:")."""
    if mention.last - mention.first > 1 or mention.title:
        return False
    before = view.lower[mention.first - 1] if mention.first else ""
    behind = view.lower[mention.last] if mention.last < len(view.lower) else ""
    if before in _INDEFINITE and _before_noun(view, mention):
        return True
    return behind == ":" and before[:1].isalpha() and view.words[mention.first - 1][0].isupper()


def _begins_clause(view: View, at: int) -> bool:
    """Return whether a word begins a sentence or stands behind a sign, where capitals say little."""
    return at == 0 or not view.words[at - 1][0].isalnum() or at == view.sentence_of(at).first


def _by_shape(view: View, mention: Found) -> EntityKind | None:
    """Return the kind that the words of a name show by themselves."""
    last, first, word = view.lower[mention.last - 1], view.lower[mention.first], view.words[mention.first]
    if mention.title:
        return "person"
    if mention.last - mention.first == 1:
        initials = word.isupper() and 2 <= len(word) <= 6 and "." not in word
        return "organisation" if (initials and mention.kind == "person") or outlet_evidence(word) >= 3 else None
    if last.rstrip(".") in ("jr", "sr", "iii"):
        return "person"
    if view.lower[mention.first + 1] == "&":  # "Venn & Arl"
        return "organisation"
    if last in ORGANISATION_WORDS or (first in HEADS_OF and first not in _SEAS):
        return None if mention.kind == "person" and last in ALSO_PERSONAL else "organisation"
    if outlet_evidence(words_of(view, mention)) >= 3:
        return None if mention.kind == "person" and _is_told_of(view, mention) else "organisation"
    abbreviated = len(last) > 3 and last.count(".") > 1  # "Washington D.C."
    if (last in PLACE_WORDS or abbreviated) and mention.kind != "organisation":
        return "place"
    return None


def _is_told_of(view: View, mention: Found) -> bool:
    """Return whether an age or "who" behind a name shows that a person bears it: "Jon Star, 37,", "Emily Post, who"."""
    behind = view.lower[mention.last : mention.last + 2]
    return behind[:1] == (",",) and (behind[1:] == ("who",) or behind[-1].isdecimal())


def is_house_number(view: View, at: int) -> bool:
    """Return whether a number stands before the name of a street: "1820 Harbour Road"."""
    last = at + 1
    while last < len(view.words) and last - at < _LONGEST_STREET and view.words[last][0].isupper():
        if last > at + 1 and view.lower[last].rstrip(".") in _STREETS:
            return True
        last += 1
    return False


def _goes_on_as_person(view: View, mention: Found) -> bool:
    """Return whether a sentence begins with a name and its verb, and the next one with "he" or "she"."""
    number = view.owners[mention.first]
    if mention.first != view.sentences[number].first or number + 1 >= len(view.sentences):
        return False
    follows = view.lower[view.sentences[number + 1].first]
    return follows in ("he", "she") and mention.last < len(view.tokens) and view.tokens[mention.last].fine in ("VBD", "VBZ")


def _by_neighbours(view: View, mention: Found) -> EntityKind:
    """Guess the kind of a name that has no label from the words beside it."""
    before = view.lower[mention.first - 1] if mention.first else ""
    behind = view.lower[mention.last : mention.last + 2]
    words = view.words[mention.first : mention.last]
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 6:
        return "organisation"
    if (
        len(words) in (2, 3)
        and behind
        and (behind[0] in SPEECH_VERBS or behind == (",", "who") or _goes_on_as_person(view, mention))
    ):
        return "person"
    return "place" if before in _IN_PLACES and len(words) <= 2 else "other"
