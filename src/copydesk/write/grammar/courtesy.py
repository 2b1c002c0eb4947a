"""What a statement says of its own feelings: "is delighted to announce" announces."""

from itertools import islice

from copydesk.spans import Span
from copydesk.text.words import verb_forms
from copydesk.write.grammar.lexicon import words
from copydesk.write.grammar.phrase import Phrase, Word

_FEELINGS = words("delighted pleased proud happy glad thrilled excited honoured honored privileged")
_DEEDS = words("announce confirm present welcome reveal introduce report launch open host offer publish share")
_BE = {"is": 1, "are": None, "was": 0, "were": 0}  # which of a verb's forms goes in its place; None: its dictionary form
_FINE = {"is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD"}


def drop_courtesy(phrase: Phrase) -> Phrase:
    """Turn "the club is delighted to announce" into "the club announces"; what will be, may be or is not felt stays."""
    if not phrase.has(*_FEELINGS):
        return phrase
    quoted = phrase.quoted()
    for i, word in islice(enumerate(phrase.words[:-3]), 1, None):
        feeling, to, verb = phrase.words[i + 1 : i + 4]
        if word.low in _BE and feeling.low in _FEELINGS and to.low == "to" and verb.lemma in _DEEDS and not quoted[i]:
            form = _BE[word.low]
            said = verb.lemma if form is None else verb_forms(verb.lemma)[form]
            return phrase.replaced(Span(i, i + 4), (Word(form=said, tag="VERB", fine=_FINE[word.low], lemma=verb.lemma),))
    return phrase
