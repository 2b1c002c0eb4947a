"""Any spaCy pipeline as a parser: for those who have one and want its judgement instead of the built-in one's (extra `spacy`)."""

from collections.abc import Sequence
from typing import Any

from copydesk.errors import MissingExtra
from copydesk.ports import ParsedSentence

# What spaCy's English pipelines call names (OntoNotes and the four CoNLL kinds); every other kind that is in here is `other`,
# and dates, numbers and amounts are no names.
_KINDS = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "other", "EVENT": "other", "PRODUCT": "other", "WORK_OF_ART": "other", "LAW": "other", "LANGUAGE": "other",
    "MISC": "other",
}  # fmt: skip
# Relations of the ClearNLP scheme, which spaCy's English pipelines use, in Universal Dependencies. `prep` with its `pobj` is turned
# round (`_case`); a form of "be" stays the head of its clause, where Universal Dependencies has the predicate.
_RELATIONS = {
    "ROOT": "root", "dobj": "obj", "dative": "iobj", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass",
    "poss": "nmod:poss", "relcl": "acl:relcl", "prt": "compound:prt", "nn": "compound", "neg": "advmod", "attr": "xcomp",
    "acomp": "xcomp", "npadvmod": "obl:unmarked", "prep": "obl", "pobj": "obl", "pcomp": "advcl", "agent": "obl:agent",
    "oprd": "xcomp", "preconj": "cc:preconj", "predet": "det:predet", "quantmod": "advmod", "intj": "discourse", "meta": "dep",
}  # fmt: skip
_PREPOSITIONS = ("prep", "agent", "dative")


class SpacyParser:
    """Fulfils `copydesk.ports.Parser`.

    Args:
        pipeline: A spaCy `Language`; what it has no component for comes out as `X`, `dep` and `O`.
    """

    def __init__(self, pipeline: Any) -> None:  # noqa: ANN401 - spaCy may be absent
        self._pipeline = pipeline

    @property
    def name(self) -> str:
        """Name and version."""
        meta = self._pipeline.meta
        return f"spacy {meta.get('lang')}_{meta.get('name')} {meta.get('version')}"

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[ParsedSentence]:
        """Analyse tokenised sentences; see [`Parser.parse`][copydesk.ports.Parser.parse]."""
        from spacy.tokens import Doc  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 -- an extra

        vocabulary = self._pipeline.vocab
        docs = [Doc(vocabulary, words=list(words), sent_starts=_one_sentence(len(words))) for words in sentences]
        filled = iter(list(self._pipeline.pipe([doc for doc in docs if len(doc)])))
        return [_parsed(next(filled)) if len(doc) else ParsedSentence((), (), (), (), (), ()) for doc in docs]


def load(pipeline: str) -> SpacyParser:
    """Return a parser that asks the named spaCy pipeline.

    Raises:
        MissingExtra: spaCy is not installed.
        OSError: There is no such pipeline (raised by spaCy, with its advice).
    """
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        raise MissingExtra("spacy", "a spaCy pipeline as parser") from error
    return SpacyParser(spacy.load(pipeline))


def _one_sentence(size: int) -> list[bool | int | None]:
    return [i == 0 for i in range(size)]


def _parsed(doc: Any) -> ParsedSentence:  # noqa: ANN401 - a spaCy Doc
    words = list(doc)
    heads = _heads([word.head.i for word in words])
    relations = [_RELATIONS.get(word.dep_, word.dep_ or "dep") for word in words]
    for i, head in enumerate(heads):
        relations[i] = "root" if head == -1 else "parataxis" if relations[i] == "root" else relations[i]
    _case([word.dep_ for word in words], [word.pos_ for word in words], heads, relations)
    return ParsedSentence(
        tags=tuple(word.pos_ or "X" for word in words),
        fine=tuple(word.tag_ or "XX" for word in words),
        lemmas=tuple(word.lemma_ or word.text.lower() for word in words),
        heads=tuple(heads),
        relations=tuple(relations),
        entities=tuple(_label(word.ent_iob_, _KINDS.get(word.ent_type_)) for word in words),
    )


def _heads(heads: list[int]) -> list[int]:
    """Return governors with one root: the first word that is its own head; other such words hang from it."""
    root = next((i for i, head in enumerate(heads) if head == i), 0)
    return [-1 if i == root else root if head == i else head for i, head in enumerate(heads)]


def _case(spacy_relations: list[str], tags: list[str], heads: list[int], relations: list[str]) -> None:
    """Hang each preposition from its object and the object from what the preposition hung from."""
    for i, relation in enumerate(spacy_relations):
        over = heads[i]
        if relation != "pobj" or over < 0 or heads[over] < 0 or spacy_relations[over] not in _PREPOSITIONS:
            continue
        governor = heads[over]
        verbal = tags[governor] in ("VERB", "AUX", "ADJ", "ADV")
        relations[i] = "obl:agent" if spacy_relations[over] == "agent" else "obl" if verbal else "nmod"
        heads[i], heads[over], relations[over] = governor, i, "case"


def _label(place: str, kind: str | None) -> str:
    return f"{place}-{kind}" if kind and place in ("B", "I") else "O"
