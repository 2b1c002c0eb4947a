"""trace: who took from whom, and where every sentence comes from.

marked articles
   │ prose        which words are evidence: quoted words, speakers and an outlet's boilerplate are not
   │ credits      what each article says it rests on                       (heard: credits that other articles show to be some)
   │ index        pairs worth comparing, from one inverted index          (stated: pairs a person speaks of)
   │ likeness     sentences and runs of words that two articles share      (facts, order: retold in other words; cited: quoted)
   │ judge        dependent or not, how, and which is later               (direction: the signs for it)
   │ partition    articles with one main origin
   │ settled      where that is a report at hand which others credit, what was open comes from it
   │ links        the judgements with passages and reasons                  (audit: what the later one dropped, altered and added)
   │ roots        what that origin is, which article stands nearest to it
   │ passages     sentences that are a retelling's own, or borrowed
   ▼ origins      every sentence one origin
Lineage
"""

from collections.abc import Iterable, Sequence

from copydesk.records import CreditMark, Lineage, Marked
from copydesk.text.pile import Pile
from copydesk.trace.boilerplate import boilerplate
from copydesk.trace.cases import Case
from copydesk.trace.config import TraceConfig
from copydesk.trace.credits import crediting
from copydesk.trace.examined import Examined
from copydesk.trace.heard import heard, known
from copydesk.trace.judge import judge
from copydesk.trace.links import link
from copydesk.trace.origins import lineage
from copydesk.trace.outlets import Outlets, is_agency
from copydesk.trace.pairs import pairs
from copydesk.trace.partition import joined, shown
from copydesk.trace.prose import prose
from copydesk.trace.settled import settled
from copydesk.trace.stated import stated


def trace(marked: Sequence[Marked], config: TraceConfig) -> Lineage:
    """Find out who took from whom, over a whole pile.

    Args:
        marked: Marked articles with different ids, in any order; the result does not depend on it. They may be about any events.
        config: Settings.

    Returns:
        Links between articles with the passages on both sides, origins that share out every body sentence, the main origin of every
        article, and the pairs of origins that may be one. Raises nothing on any text.
    """
    pile = Pile(marked)
    named = known(pile)
    credited = [heard(one, named) for one in pile]
    outlets = Outlets(_outlet_names(pile, credited), [one.article.outlet for one in pile if one.article.outlet])
    printed = boilerplate(pile)
    cases = [
        Case(prose(one, words, config.longest, printed.get(one.article.id, ())), crediting(one, marks, outlets))
        for one, words, marks in zip(pile, pile.words, credited, strict=True)
    ]
    told = stated([one.article for one in pile])
    judgements = [(i, j, judge(cases[i], cases[j], told.get((i, j), ("none", "")), config)) for i, j in pairs(cases, told, config)]
    partition = joined(len(cases), judgements)
    judgements = settled(cases, judgements, partition)
    examined = {one.article.id: Examined(one) for one in pile}
    links = [link(judgement, examined) for judgement in shown(judgements, partition)]
    return lineage(cases, judgements, partition, sorted(links, key=lambda one: one.articles))


def _outlet_names(marked: Sequence[Marked], credited: Iterable[Sequence[CreditMark]]) -> list[str]:
    """Return every name under which the articles speak of an outlet."""
    found = [mark.name for marks in credited for mark in marks]
    for one in marked:
        byline = (one.article.byline or "").removeprefix("By ").strip()  # people are no outlets: only an agency's name counts
        found += [name for name in (one.article.outlet, byline if is_agency(byline) else None) if name]
        found += one.article.markup_credits
    return found
