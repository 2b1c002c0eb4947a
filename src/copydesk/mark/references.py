"""Resolves "he", "she" and "the prime minister", only where one person can be meant."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from copydesk.mark.entities import Group
from copydesk.mark.kinds import VESSELS
from copydesk.mark.view import View
from copydesk.records import NameMark
from copydesk.spans import Spanned
from copydesk.text.names import same_office
from copydesk.text.nations import DEMONYMS
from copydesk.text.roles import OFFICES, TITLE_MODIFIERS
from copydesk.text.words import FEMININE, MASCULINE, SPEECH_LEMMAS

_BEFORE_SHIP = ("the ", "The ", "-old ", *(f"{word} " for word in sorted(VESSELS)))
_LONGEST = 12
_LONGEST_QUOTE = 8  # sentences
_BESIDE_SUBJECT = frozenset({"conj", "appos", "flat"})
_COORDINATING = frozenset({"and", "but"})
_DETERMINERS = frozenset({"the", "this", "that"})
_SPEAKING_FOR = frozenset({"lawyer", "attorney", "counsel", "solicitor", "barrister", "defender", "agent", "spokesman"})
_REFERRING = MASCULINE | FEMININE | _DETERMINERS


def find_references(
    view: View, groups: Sequence[Group], names: Sequence[NameMark], quoted: Sequence[Spanned]
) -> Iterator[NameMark]:
    """Yield pronouns and offices that stand for a named person; inside quotation marks nothing is resolved."""
    persons = {f"e{number}": group for number, group in enumerate(groups) if group.kind == "person"}
    if not persons:
        return
    named = [(name, view.tokens_in(name.start, name.end)) for name in names]
    taken = {at for _, tokens in named for at in tokens}
    inside = {at for quote in quoted for at in view.tokens_in(quote.start, quote.end)}
    genders = _genders(persons)
    # Who is named inside a quote is spoken of, and does not speak: "“Arlen is late,” she said".
    told = [name for name, tokens in named if name.entity in persons and tokens.start not in inside]
    resolved: list[NameMark] = []
    ships = _ships(view, names)
    for at in view.where(_REFERRING):
        if at in inside or at in taken:
            continue
        word, index = view.lower[at], view.owners[at]
        if word in _DETERMINERS:
            mark = _office(view, at, persons)
        else:
            first = _window(view, index, inside)
            before = _between(told, view.sentences[first].start, view.starts[at])
            pronouns = list(_lately(resolved, view.sentences[first].start))
            mark = None if word in FEMININE and _of_ship(view, index, at, ships) else _pronoun(view, at, before, pronouns, genders)
        if mark:
            resolved.append(mark)
            yield mark


def _window(view: View, index: int, inside: Set[int]) -> int:
    """Return the index of the first sentence that a pronoun may refer to: the one before, those inside a quote not counted."""
    first = max(0, index - 1)
    while (
        first > max(0, index - _LONGEST_QUOTE)
        and view.sentences[first].first in inside
        and view.sentences[first].last - 1 in inside
    ):
        first -= 1
    return index if view.sentences[first].block < view.sentences[index].block - 1 else first


def _between(names: Sequence[NameMark], start: int, end: int) -> Sequence[NameMark]:
    first = bisect_left(names, start, key=lambda name: name.start)
    return names[first : bisect_left(names, end, first, key=lambda name: name.start)]


def _lately(resolved: Sequence[NameMark], start: int) -> Iterator[NameMark]:
    """Yield what pronouns and offices behind a place of the text were found to mean."""
    for mark in reversed(resolved):
        if mark.start < start:
            return
        yield mark


def _ships(view: View, names: Sequence[NameMark]) -> list[int]:
    """Return where names stand that may be ships': "the Arlen", "the 28-year-old Arlen", in an article that speaks of ships."""
    if VESSELS.isdisjoint(view.places):
        return []
    return [name.start for name in names if view.text[max(0, name.start - _LONGEST) : name.start].endswith(_BEFORE_SHIP)]


def _of_ship(view: View, index: int, at: int, ships: Sequence[int]) -> bool:
    """Return whether "she" may be a ship named in this sentence or the one before; ships do not speak."""
    if not ships:
        return False
    if view.tokens[at].relation.startswith("nsubj") and _speaks(view, at):
        return False
    place = bisect_left(ships, view.sentences[max(0, index - 1)].start)
    return place < len(ships) and ships[place] < view.tokens[at].start


def _genders(persons: dict[str, Group]) -> dict[str, str | None]:
    """Return what titles say of the gender of persons."""
    return {entity: next(iter(group.genders)) if len(group.genders) == 1 else None for entity, group in persons.items()}


def _pronoun(
    view: View, at: int, named: Sequence[NameMark], pronouns: Sequence[NameMark], genders: dict[str, str | None]
) -> NameMark | None:
    """Resolve "he" or "she": to the only person of this and the sentence before, else to the only one who is a subject there.

    Args:
        view: The text.
        at: The pronoun.
        named: Where persons are named before it.
        pronouns: Which pronouns and offices there stand for one.
        genders: What is known of each person's.
    """
    wanted = "m" if view.lower[at] in MASCULINE else "f"
    subject = view.tokens[at].relation.startswith("nsubj")
    others = {mark.entity for mark in pronouns if _is_other(view, mark, FEMININE if wanted == "m" else MASCULINE)}
    fitting = [name for name in named if genders[name.entity] in (None, wanted) and name.entity not in others]
    if subject or not fitting:
        fitting += [mark for mark in pronouns if genders[mark.entity] in (None, wanted) and mark.entity not in others]
    if subject and _behind_speech(view, at):
        before = [name for name in fitting if name.start < view.sentence_of(at).start]
        if len(before) < len(fitting) and all(_in_other_block(view, name, at) for name in before):
            return None  # a new paragraph: "Venn will be minister, she said" may be Venn, or who spoke before
        fitting = before
    elif subject and not _speaks(view, at):
        fitting = [name for name in fitting if not _tells(view, name)] or fitting
    if _represented(view, at):
        fitting = [name for name in fitting if not _in_other_block(view, name, at)]  # "His lawyer" need not be the last speaker's
    entities = {name.entity for name in fitting}
    if len(entities) > 1 and subject:
        sure = {entity for entity in entities if genders[entity] == wanted}
        entities = _subject(view, at, [name for name in fitting if _is_subject(view, name)], sure)
    if len(entities) != 1:
        return None
    return NameMark(start=view.starts[at], end=view.tokens[at].end, entity=entities.pop(), mention="pronoun")


def _in_other_block(view: View, name: NameMark, at: int) -> bool:
    """Return whether a name stands in another paragraph than a word."""
    return view.sentence_of(view.tokens_in(name.start, name.end).start).block != view.sentence_of(at).block


def _represented(view: View, at: int) -> bool:
    """Return whether a pronoun owns somebody who speaks for people: "his lawyer"; an article may go back to whom it is about."""
    return view.tokens[at].relation == "nmod:poss" and view.tokens[view.tokens[at].head].lemma in _SPEAKING_FOR


def _is_other(view: View, mark: NameMark, words: Set[str]) -> bool:
    """Return whether a mark is a pronoun of the other gender; a possessive is too weakly resolved to tell that."""
    return view.text[mark.start : mark.end].lower() in words and _is_subject(view, mark)


def _subject(view: View, at: int, subjects: Sequence[NameMark], sure: Set[str]) -> set[str]:
    """Return whom a pronoun that is a subject can mean of several subjects before it.

    Behind "and" or "but" it has the subject of the clause before, and behind "when Venn fell," it is Venn. Else the subject of a
    main clause comes before those of the clauses inside it: in "Arlen said Venn was ill. He left" it is Arlen. Who only tells
    what the sentence says ("…, Arlen said") is meant by a pronoun that speaks again, and by no other. In "Venn said she" it is
    Venn, unless only another one is surely of that gender.
    """
    if view.lower[at - 1] in _COORDINATING:
        sentence = view.sentence_of(at)
        clause = {name.entity for name in subjects if name.start >= sentence.start and _is_main(view, name)}
        if len(clause) == 1:
            return clause
    led = {name.entity for name in subjects if _of_clause_before(view, name, view.tokens[at].head)}
    if len(led) == 1:
        return led
    told = {name.entity for name in subjects if _reports(view, name, view.tokens[at].head)}
    if len(told) == 1 and (told <= sure or not sure):
        return told
    entities = {name.entity for name in subjects}
    return entities if len(entities) < 2 else {name.entity for name in subjects if _is_main(view, name)}


def _of_clause_before(view: View, name: NameMark, verb: int) -> bool:
    """Return whether a name is the subject of a clause that hangs on a verb, or that a parser hangs the verb on."""
    if view.tokens[verb].relation == "parataxis" and view.tokens[verb].head in _verbs(view, name):
        return True
    return any(view.tokens[at].head == verb and view.tokens[at].relation == "advcl" for at in _verbs(view, name))


def _reports(view: View, name: NameMark, verb: int) -> bool:
    """Return whether a name is the subject of the verb that a clause is the object of: "Venn said she left"."""
    return view.tokens[verb].relation == "ccomp" and view.tokens[verb].head in _verbs(view, name)


def _speaks(view: View, at: int) -> bool:
    head = view.tokens[at].head
    return head >= 0 and view.tokens[head].lemma in SPEECH_LEMMAS


def _behind_speech(view: View, at: int) -> bool:
    """Return whether a pronoun speaks behind what is said, and so of those named beside it: "Venn fell, she said"."""
    return (
        at > view.sentence_of(at).first and not view.words[at - 1][0].isalnum() and view.tokens[at].head > at and _speaks(view, at)
    )


def _tells(view: View, name: NameMark) -> bool:
    """Return whether a name is the speaker behind what is said: "…, Arlen said"."""
    inside = view.tokens_in(name.start, name.end)
    behind = (
        inside.start > 0 and not view.words[inside.start - 1][0].isalnum() and inside.start > view.sentence_of(inside.start).first
    )
    return behind and any(verb >= inside.stop and view.tokens[verb].lemma in SPEECH_LEMMAS for verb in _verbs(view, name))


def _is_subject(view: View, name: NameMark) -> bool:
    return any(True for _ in _verbs(view, name))


def _is_main(view: View, name: NameMark) -> bool:
    """Return whether a name is the subject of its sentence's main verb."""
    return any(view.tokens[verb].head < 0 for verb in _verbs(view, name))


def _verbs(view: View, name: NameMark) -> Iterator[int]:
    """Yield the verbs that a name is the subject of, alone, beside another or behind a title: "Arl and Venn left", "mayor Venn"."""
    inside = view.tokens_in(name.start, name.end)
    found = False
    for at in inside:
        subject = view.tokens[at].head if view.tokens[at].relation in _BESIDE_SUBJECT else at
        if subject >= 0 and view.tokens[subject].relation.startswith("nsubj") and view.tokens[subject].head >= 0:
            found = True
            yield view.tokens[subject].head
    if not found and _takes_verb(view, inside.stop):
        yield inside.stop


def _takes_verb(view: View, at: int) -> bool:
    """Return whether a verb without a subject in the parse stands right behind a name, which then is its subject."""
    if at >= len(view.tokens) or view.tokens[at].tag != "VERB" or view.tokens[at].fine not in ("VBD", "VBZ"):
        return False
    sentence = view.sentence_of(at)
    return not any(
        view.tokens[here].head == at and view.tokens[here].relation.startswith("nsubj")
        for here in range(sentence.first, sentence.last)
    )


def _office(view: View, at: int, persons: dict[str, Group]) -> NameMark | None:
    """Resolve "the prime minister" or "the Ardanian leader" to the only person who holds that office in the article."""
    last = at + 1
    if last < len(view.lower) and not _in_office(view, last):
        return None
    while last < len(view.lower) and last - at < 5 and _in_office(view, last):
        last += 1
    words = view.words[at + 1 : last]
    if not words or view.lower[last - 1] not in OFFICES or _goes_on(view, last):
        return None
    role = " ".join(words)
    holders = [entity for entity, group in persons.items() if same_office(tuple(group.roles), (role,))]
    bare = [entity for entity in holders if any(r.lower() == role.lower() for r in persons[entity].roles)]
    chosen = holders if len(holders) == 1 else bare
    if len(chosen) != 1:
        return None
    return NameMark(start=view.tokens[at].start, end=view.tokens[last - 1].end, entity=chosen[0], mention="role", role=role)


def _in_office(view: View, at: int) -> bool:
    return view.lower[at] in OFFICES or view.lower[at] in TITLE_MODIFIERS or view.words[at] in DEMONYMS


def _goes_on(view: View, last: int) -> bool:
    """Return whether more words narrow the office down: "the president of the club", "the prime minister's office" is fine."""
    return last < len(view.lower) and (
        view.lower[last] in ("of", "who", "-", "elect") or view.tokens[last].tag in ("PROPN", "NOUN")
    )
