"""Tells which sentences the articles carry.

    statement -> words and marks (lines, forms)
              -> who reports it (reporter), set apart
    articles  -> sentences it may rest on: the cited ones, else those the index proposes (pool)
              -> one or several that carry it together, each word beside what it rests on (align)
              -> slot by slot: numbers, times, names and offices (naming, offices), negation, firmness and scope (turns), quoted
                 words (quoted), who says it (speech), who does it to whom (swaps), of whom each sentence tells its part (borrowed),
                 words in another's place (places), all other words (wording)
              -> verdict (judge, scores)
    verdicts  -> a second opinion, where a model is at hand, on those it may change (second)

Only sentences that report ground anything: never a title, a byline, a credit line or an outlet's name.
"""

from collections.abc import Sequence

from copydesk.check.carrying import carriers
from copydesk.check.config import CheckConfig
from copydesk.check.cut import at_once
from copydesk.check.judge import judge
from copydesk.check.pool import Pool
from copydesk.check.reporter import Telling, telling
from copydesk.check.second import second
from copydesk.records import Marked, Statement, Verdict

__all__ = ["CheckConfig", "Pool", "Telling", "at_once", "carriers", "check", "second", "telling"]


def check(statements: Sequence[Statement], articles: Sequence[Marked] | Pool, config: CheckConfig) -> tuple[Verdict, ...]:
    """Say for each sentence whether the articles carry it.

    Args:
        statements: Sentences with their marks; those with citations are held against the cited passages alone, the others against
            the sentences of all articles that fit best.
        articles: Marked articles; as a `Pool` where more is to be checked against the same ones later, so that what is looked up in
            them is looked up once.
        config: How strictly.

    Returns:
        A verdict per sentence, in order. A sentence that cannot be checked is `unsupported`, with the reason as its check. Raises
        nothing on any text.
    """
    pool = articles if isinstance(articles, Pool) else Pool(articles)
    return tuple(judge(statement, pool, config) for statement in statements)
