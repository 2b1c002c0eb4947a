"""Active and passive: "Police arrested two men in Osper" is "Two men were arrested by police in Osper", and the other way round."""

from collections.abc import Iterator
from functools import cache

from copydesk.spans import Span
from copydesk.text.roles import GROUPS, OFFICES
from copydesk.text.words import verb_forms
from copydesk.write.grammar.lexicon import ANYBODY, THIRD_PERSON, words
from copydesk.write.grammar.phrase import SUBJECTS, Phrase, Word

# Deeds with somebody who does them and somebody or something they are done to, in one sense only.
_DEEDS = words(
    """
    kill arrest attack injure damage destroy discover approve reject evacuate rescue unveil appoint elect release publish suspend
    cancel capture seize detain question treat acquire purchase replace remove rob raid storm recover investigate ban block
    deploy rescue cordon convict sentence acquit murder bomb award sponsor ambush repair demolish inspect
    """
)
_IRREGULAR = {
    "shot": "shot",
    "struck": "struck",
    "hit": "hit",
    "found": "found",
    "stole": "stolen",
    "bought": "bought",
    "won": "won",
}
_AGENTS = OFFICES | GROUPS | ANYBODY | words("person people force forces guard guards pirate pirates rebel rebels thief thieves")
_LONGEST = 10  # words of who did it, or of what it was done to
_WITHOUT = ("conj", "xcomp", "ccomp", "iobj", "expl", "parataxis", "compound:prt", "advcl")


@cache
def _pasts() -> dict[str, str]:
    """Return past form -> participle."""
    return {verb_forms(verb)[0]: verb_forms(verb)[0] for verb in _DEEDS} | _IRREGULAR


def made_passive(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "Two men were arrested by police in Osper" for "Police arrested two men in Osper"."""
    at = phrase.root
    verb = phrase.words[at] if at > 0 else None
    if verb is None or verb.fine != "VBD" or verb.low not in _pasts() or phrase.children(at, "aux", *_WITHOUT):
        return
    subject, thing = _noun(phrase, at, SUBJECTS), _noun(phrase, at, ("obj",))
    if subject is None or thing is None or subject.start or subject.end != at or thing.start != at + 1:
        return
    helping = Word(form="were" if _several(phrase, thing) else "was", tag="AUX", fine="VBD")
    participle = Word(form=_pasts()[verb.low], tag="VERB", fine="VBN")
    order = [
        *_range(thing),
        helping,
        participle,
        Word(form="by", tag="ADP"),
        *_range(subject),
        *range(thing.end, len(phrase.words)),
    ]
    yield phrase.arranged(order)


def made_active(phrase: Phrase, run: Span) -> Iterator[Phrase]:
    """Yield "Police arrested two men in Osper" for "Two men were arrested by police in Osper"."""
    at = phrase.root
    pasts = {participle: past for past, participle in _pasts().items()}
    if at < 2 or phrase.words[at].low not in pasts or phrase.words[at - 1].low not in ("was", "were"):
        return
    if phrase.children(at, *_WITHOUT) or len(phrase.children(at, "aux", "aux:pass")) != 1:
        return
    subject = _noun(phrase, at, ("nsubj:pass",))
    told = (phrase.stretch(i) for i in phrase.children(at) if phrase.words[i].relation.startswith("obl"))
    agents = [part for part in told if part and _does(phrase, part)]
    if subject is None or subject.start or subject.end != at - 1 or len(agents) != 1:
        return
    agent = agents[0]
    past = Word(form=pasts[phrase.words[at].low], tag="VERB", fine="VBD")
    rest = [*range(at + 1, agent.start), *range(agent.end, len(phrase.words))]
    yield phrase.arranged([*range(agent.start + 1, agent.end), past, *_range(subject), *rest])


def _does(phrase: Phrase, part: Span) -> bool:
    """Return whether a part is "by" somebody who can do something."""
    word = phrase.words[_head(phrase, part)]
    who = word.lemma in _AGENTS or word.low in _AGENTS
    return phrase.words[part.start].low == "by" and who and part.end - part.start <= _LONGEST and not _clausal(phrase, part)


def _noun(phrase: Phrase, verb: int, relations: tuple[str, ...]) -> Span | None:
    """Return the only noun that hangs on a verb in one of some ways, with what belongs to it; None for pronouns and long ones."""
    found = phrase.children(verb, *relations)
    part = phrase.stretch(found[0]) if len(found) == 1 else None
    if (
        part is None
        or part.end - part.start > _LONGEST
        or phrase.words[found[0]].tag not in ("NOUN", "PROPN")
        or _clausal(phrase, part)
    ):
        return None
    return part


def _clausal(phrase: Phrase, part: Span) -> bool:
    inside = phrase.words[part.start : part.end]
    return any(w.tag in ("VERB", "AUX", "PRON") or w.form == "," or w.low in THIRD_PERSON for w in inside)


def _several(phrase: Phrase, part: Span) -> bool:
    head = _head(phrase, part)
    plural = phrase.words[head].fine in ("NNS", "NNPS") or phrase.words[head].low in ("police", "people")
    return plural or bool(phrase.children(head, "conj"))


def _head(phrase: Phrase, part: Span) -> int:
    return next(i for i in range(part.start, part.end) if not part.start <= phrase.words[i].head < part.end)


def _range(part: Span) -> range:
    return range(part.start, part.end)
