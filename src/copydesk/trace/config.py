"""What can be set about `trace`."""

from copydesk.records import Record


class TraceConfig(Record, frozen=True, kw_only=True):
    """Settings of `trace`.

    Attributes:
        shingle: Words per shingle in the index that proposes pairs.
        window: Shingles per window of which the smallest hash is kept; any shared run of `shingle + window - 1` words is found.
        crowded: A hash that more articles share links each to the first of them instead of all to all.
        partners: How many other articles each is compared with at most, the likeliest first, beside those of crowded hashes.
        yes: Likelihood in [0, 1] from which a pair counts as dependent.
        unclear: Likelihood in [0, 1] from which it may be.
        longest: How many sentences of an article are compared; the rest of a longer one keeps that article's main origin.
    """

    shingle: int = 5
    window: int = 6
    crowded: int = 10
    partners: int = 12
    yes: float = 0.5
    unclear: float = 0.4
    longest: int = 400
