"""Whose view it is: the subject of a verb, the owner of a noun ("the mayor's fear that"), whoever stands behind "by"."""

from collections.abc import Sequence

from copydesk.mark.phrases import leftmost, phrase_start, speaker_end, speaker_start
from copydesk.mark.view import View
from copydesk.records import SentenceMark

_NOBODY = (-1, -1)
_MODIFIERS = frozenset({"ADJ", "ADV", "NUM"})
_BESIDE = frozenset({"conj", "xcomp", "advcl", "acl", "obj", "obl", "ccomp", "parataxis", "nmod"})


def holder_of(view: View, sentence: SentenceMark, cue: int, sort: str, quoted: Sequence[int]) -> tuple[int, int]:
    """Return the tokens that name whose view a cue of a sort (verb, noun, adjective) gives; (-1, -1) where nobody is named."""
    if sort == "noun":
        owner = _owner(view, sentence, cue)
        if owner is not None:
            return owner
        verb = next((at for at in view.above(cue) if view.tokens[at].tag == "VERB"), None)
        return _NOBODY if verb is None or verb > cue else holder_of(view, sentence, verb, "verb", quoted)
    bare = view.tokens[cue].fine in ("VB", "VBG") and not any(
        token.head == cue and token.relation == "nsubj" for token in view.tokens[sentence.first : cue]
    )
    if bare:
        return _shared(view, sentence, cue)
    start = speaker_start(view, sentence, cue, quoted)
    return _NOBODY if start is None else (start, speaker_end(view, start, cue))


def _owner(view: View, sentence: SentenceMark, noun: int) -> tuple[int, int] | None:
    """Return who a possessive before a noun names: "Rada Venn's fear", "their plan"."""
    at = noun - 1
    while at >= sentence.first and view.tokens[at].tag in _MODIFIERS:
        at -= 1
    if at < sentence.first:
        return None
    if view.tokens[at].fine == "PRP$":
        return at, at + 1
    if view.tokens[at].fine != "POS" or at == sentence.first:
        return None
    start = phrase_start(view, at, sentence.first)
    return (start, at) if start < at else None


def _shared(view: View, sentence: SentenceMark, cue: int) -> tuple[int, int]:
    """Return the subject that an infinitive or participle shares with the verb above it; a noun it modifies is its subject."""
    below = cue
    for above in view.above(cue):
        if view.tokens[below].relation not in _BESIDE or above < sentence.first:
            break
        if view.tokens[below].relation == "acl" and above < cue:
            return phrase_start(view, leftmost(view, above, sentence.first), sentence.first), above + 1
        subject = next(
            (at for at in range(sentence.first, cue) if view.tokens[at].head == above and view.tokens[at].relation == "nsubj"), None
        )
        if subject is not None:
            start = phrase_start(view, leftmost(view, subject, sentence.first), sentence.first)
            return start, speaker_end(view, start, max(subject + 1, min(above, cue)))
        below = above
    return _NOBODY
