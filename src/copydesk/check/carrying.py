"""Which of the passages that a sentence cites carry its core by themselves, so that their origins may be counted.

Passages carry a sentence together, and a passage that adds only a detail, or even gives another number, is cited with right; but it
is no second voice for what the sentence says.
"""

from copydesk.check.align import Alignment, align
from copydesk.check.config import CheckConfig
from copydesk.check.core import Core, core_of
from copydesk.check.finding import Finding
from copydesk.check.judge import Case, findings_of, repeated, without
from copydesk.check.lines import Line
from copydesk.check.naming import only_shortened
from copydesk.check.pool import ArticleLine, Pool
from copydesk.check.reporter import reporter_of
from copydesk.records import Passage, Statement

# What cannot be told otherwise by a voice that tells the same, wherever in the sentence it stands.
_TELLING = frozenset({"number", "date", "negation"})
# Share of the core's weight, numbers and names apart, that a passage has to have.
_ENOUGH = 0.5


def carriers(statement: Statement, pool: Pool, config: CheckConfig) -> tuple[Passage, ...]:
    """Return the cited passages that carry a sentence's core by themselves, in the order of the citations.

    Each passage is looked at alone: another one that is cited beside it, or no longer is, changes nothing about it. A sentence that
    is word for word one of those it cites needs no marks.
    """
    line = Line(statement.text, 0, len(statement.text), statement.marks)
    reporter = reporter_of(line, pool)
    rest = repeated(line, reporter, pool.cited(statement.citations)) or without(line, reporter)
    core = core_of(rest)
    known = {tuple(line.spoken): True, tuple(rest.spoken): True}

    def carries(other: ArticleLine) -> bool:
        words = tuple(other.spoken)  # a copy says the same
        if words not in known:
            known[words] = tells(core, Case(rest, reporter, (other,), pool, config, frozenset()))
        return known[words]

    return tuple(p for p in statement.citations if any(carries(other) for other in pool.cited([p])))


def tells(core: Core, case: Case) -> bool:
    """Return whether a sentence's core stands in the one it may rest on, and nothing comparable stands there otherwise."""
    alignment = align(case.line, case.lines)
    return _stands(core, alignment) and not any(
        _against(finding, core.words, alignment) for finding in findings_of(alignment, case)
    )


def _stands(core: Core, alignment: Alignment) -> bool:
    """Return whether enough of a core is in the grounding: its numbers, its names and half of the rest."""
    words, links = alignment.line.words, alignment.links
    if not all(at in links for at in core.numbers) or not all(_named(alignment, at) for at in core.names):
        return False
    # "Left two dead" tells of two who were killed, but that a company owns a mill tells nothing of its closing.
    if core.predicates and not any(at in links for at in (*core.predicates, *core.numbers)):
        return False
    held = sum(words[at].weight for at in core.words if at in links)
    return bool(links) and held >= _ENOUGH * sum(words[at].weight for at in core.words)


def _against(finding: Finding, central: frozenset[int], alignment: Alignment) -> bool:
    """Return whether a finding says that the core is not told, or that something comparable is told otherwise."""
    named = [at for at in central if alignment.line.words[at].low == finding.text.lower()]
    touched = not central.isdisjoint(finding.words) or bool(named)
    if finding.outcome == "contradicted":
        # A word that is there, only in another place, is no more than another order of telling.
        moved = finding.kind == "words" and all(at in alignment.links for at in named)
        return (touched and not moved) or finding.kind in _TELLING
    return finding.outcome == "missing" and touched and finding.kind in ("number", "firmness", "negation")


def _named(alignment: Alignment, at: int) -> bool:
    """Return whether the name that a word belongs to stands in the grounding, if only in part: "Berg" for "Anna Berg"."""
    units = alignment.line.units
    name = [other for other in units if units[other] == units[at]]
    return any(only_shortened(alignment, alignment.links[other], name) for other in name if other in alignment.links)
