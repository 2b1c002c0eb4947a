"""The sides of a difference: where sentences tell them, they stand together or not at all."""

from collections.abc import Iterator, Sequence

from copydesk.records import Brief, DraftSentence, Sentence

OTHER_SIDE = "the other side of the difference is not printed"


def pairs(sentences: Sequence[DraftSentence | Sentence], brief: Brief) -> Iterator[tuple[int, int]]:
    """Yield where sentences, one behind the other, tell the sides of one difference."""
    sides: dict[str, set[int]] = {}
    for number, difference in enumerate(brief.weighed.differences):
        for side in difference.sides:
            sides.setdefault(side.claim_id, set()).add(number)
    shared: set[int] = set()
    start = 0
    for at, sentence in enumerate((*sentences, None)):
        own = set[int]().union(*(sides.get(i, ()) for i in sentence.claim_ids)) if sentence else set[int]()
        if not own & shared:
            if at - start > 1:
                yield start, at
            start, shared = at, own
        else:
            shared = own & shared
