"""Settings of `check`."""

from typing import Annotated

from msgspec import Meta

from copydesk.records import Record

Likelihood = Annotated[float, Meta(ge=0.0, le=1.0)]


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
        judge_carries: From this likelihood on that its passages carry a sentence, a judge's word stands for words that were not
            found.
        judge_doubts: At or below this likelihood that they carry it, a sentence that holds without a judge is `partly`.
        judge_contradicts: From this likelihood on that they contradict it, such a sentence is `contradicted`.
        judge_passages: How many sentences of the articles a judge is shown for one sentence.
    """

    tries: int = 3
    helpers: int = 3
    proposals: int = 8
    light_words: float = 0.0
    rounding: float = 0.08
    longest: int = 400
    judge_carries: Likelihood = 0.9
    judge_doubts: Likelihood = 0.05
    judge_contradicts: Likelihood = 0.9
    judge_passages: Annotated[int, Meta(ge=1)] = 4
