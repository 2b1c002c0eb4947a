"""Settings of `check`."""

from copydesk.records import Record


class CheckConfig(Record, frozen=True, kw_only=True):
    """How strictly sentences are held against articles.

    Attributes:
        tries: How many groundings (a leading sentence of an article and those that help it) are tried for one sentence.
        helpers: How many more sentences may carry together with the leading one.
        proposals: How many sentences the index proposes for a sentence that cites nothing.
        light_words: Share in [0, 1] of a sentence's weight in words that may be found nowhere before `words` is missing;
            names, numbers, dates, roles and negations are never light.
        rounding: How far, as a share, "about 70" may be from the number the article gives.
        longest: Sentences of more words than this are `unsupported` without a look: nobody writes them.
    """

    tries: int = 3
    helpers: int = 3
    proposals: int = 8
    light_words: float = 0.0
    rounding: float = 0.08
    longest: int = 400
