"""Where a later sentence is surer than the one it comes from: "may sign" became "signs", "is expected to sign" "will sign"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from copydesk.records import Marked, Passage, Token
from copydesk.text.words import word_set

_MAY = word_set("may might could can would should")
_PERHAPS = word_set("possibly perhaps maybe potentially reportedly allegedly apparently probably likely supposedly")
# Verbs, and adjectives, that leave open whether what they govern comes to be.
_OPEN = word_set(
    """
    expect plan consider hope intend aim want propose discuss mull weigh seek prepare likely expected set due seem appear believe
    think suspect allege fear
    """
)
_VERBS = frozenset({"VERB", "AUX"})
_GOVERNING = frozenset({"VERB", "AUX", "ADJ"})
_CLAUSES = frozenset({"xcomp", "ccomp"})


def raised(later: Marked, here: Passage, earlier: Marked, there: Passage) -> Iterator[tuple[Passage, Passage]]:
    """Yield the verbs that stand there with a reservation and here without any, each with the words around them.

    Args:
        later: The later article.
        here: Its sentence.
        earlier: The earlier article.
        there: The sentence it comes from.
    """
    mine, yours = placed(later, here), placed(earlier, there)
    sure = {token.lemma: at for at, token in mine if token.tag in _VERBS and not _reservation(later.marks.tokens, at)}
    open_ = {token.lemma for at, token in mine if token.tag in _VERBS and _reservation(later.marks.tokens, at)}
    for at, token in yours:
        if token.tag != "VERB" or token.lemma in open_ or token.lemma not in sure:
            continue
        reservation = _reservation(earlier.marks.tokens, at)
        if reservation is not None:
            place = sure[token.lemma]
            yield _around(later, place, _first(later.marks.tokens, place)), _around(earlier, at, min(at, reservation))


def placed(one: Marked, passage: Passage) -> list[tuple[int, Token]]:
    """Return the words of a sentence with their places among the article's tokens."""
    tokens = one.marks.tokens
    first, end = (bisect_left(tokens, place, key=lambda token: token.start) for place in (passage.start, passage.end))
    return list(enumerate(tokens[first:end], first))


def _reservation(tokens: Sequence[Token], at: int) -> int | None:
    """Return the place of the word that leaves open whether a verb's action comes to be, None where none does."""
    reach = range(max(0, at - 12), min(len(tokens), at + 8))
    for other in reach:
        token = tokens[other]
        if token.head == at and ((token.lemma in _MAY and token.relation.startswith("aux")) or token.lemma in _PERHAPS):
            return other
    head = tokens[at].head
    if (
        head in reach
        and tokens[at].relation.split(":")[0] in _CLAUSES
        and tokens[head].lemma in _OPEN
        and tokens[head].tag in _GOVERNING
    ):
        return head
    return None


def _first(tokens: Sequence[Token], at: int) -> int:
    """Return the place of a verb's first auxiliary, or its own."""
    helping = (other for other in range(max(0, at - 5), at) if tokens[other].head == at and "aux" in tokens[other].relation)
    return next(helping, at)


def _around(one: Marked, at: int, first: int) -> Passage:
    """Return the passage from one word to a verb."""
    tokens = one.marks.tokens
    return one.passage(tokens[first].start, tokens[at].end)
