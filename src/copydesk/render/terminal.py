"""The results as text for a terminal: stories, who took from whom, and a draft's verdicts."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from copydesk.records import (
    CheckedSentence,
    CheckOutput,
    Claim,
    Dossier,
    Initiative,
    Interval,
    LeftOut,
    Passage,
    Quote,
    ReuseLink,
    Skipped,
    StoryOutput,
    TraceOutput,
)
from copydesk.render import disclosing, words
from copydesk.render.clean import excerpt
from copydesk.render.dots import mark
from copydesk.render.lineage import bands
from copydesk.render.numbering import Notes, Numbered, number
from copydesk.render.reasons import reasons
from copydesk.render.reprint import told_run
from copydesk.render.sheet import Part, Sheet, Styled
from copydesk.render.shelf import Shelf, names_of, on_unnamed, shelve, sides

_LABEL_STYLES = {"supported": "bold green", "partly": "bold yellow", "contradicted": "bold red", "unsupported": "bold red"}
_OUTCOME_SIGNS = {"found": Styled("✓ ", "green"), "missing": Styled("– ", "yellow"), "contradicted": Styled("✗ ", "red")}
# Entries of a part: the story is what a terminal is asked for, the page holds all.
_SHOWN = 6


def story(output: StoryOutput, width: int = 80, colour: bool = False) -> str:  # noqa: FBT001, FBT002 -- named by all callers
    """Return the stories for a terminal.

    Args:
        output: The stories.
        width: Columns.
        colour: Whether colour may be used; without it there is no escape sequence in the text.
    """
    sheet = Sheet(width, colour)
    if len(output.dossiers) > 1:
        _contents(sheet, output.dossiers)
    for dossier in output.dossiers:
        _story(sheet, dossier, output.run.told_of(dossier.story))
    _skipped(sheet, output.skipped)
    return sheet.text()


def bulletin(output: StoryOutput, width: int = 80, colour: bool = False) -> str:  # noqa: FBT001, FBT002 -- named by all callers
    """Return many stories for a terminal, a paragraph each, the notes behind the last; arguments as in `story`."""
    sheet = Sheet(width, colour)
    as_of = f" · as of {words.day(output.run.as_of)}" if output.run.as_of else ""
    sheet.line(Styled(words.counted(len(output.dossiers), "story", "stories"), "bold"), Styled(as_of, "dim"))
    sheet.line(Styled(words.KEY, "dim"))
    numbered, first = list[tuple[Notes, Shelf]](), 1
    for dossier in output.dossiers:
        notes, shelf = number(dossier.report, first), shelve(dossier.articles, dossier.origins, dossier.lent)
        numbered.append((notes, shelf))
        first += len(notes.passages)
        counts = f" {words.counted(len(dossier.own), 'article')}, {words.origins(dossier.story.independent)}"
        sheet.gap()
        sheet.line(Styled(dossier.report.headline.text, "bold"), *_refs(notes.headline, dossier))
        told = (part for one in notes.sentences[1:] for part in (one.sentence.text, *_refs(one, dossier), " "))
        sheet.line(*told, Styled(counts, "dim"))
    sheet.heading(words.PARTS["notes"])
    for notes, shelf in numbered:
        _passages(sheet, notes, shelf)
    sheet.gap()
    sheet.line(Styled(disclosing.made(output.run), "dim"))
    _skipped(sheet, output.skipped)
    return sheet.text()


def trace(output: TraceOutput, width: int = 80, colour: bool = False) -> str:  # noqa: FBT001, FBT002 -- named by all callers
    """Return who took from whom for a terminal; arguments as in `story`."""
    sheet = Sheet(width, colour)
    shelf = shelve(output.articles, output.origins)
    count = f"{words.counted(len(output.articles), 'article')} · {words.origins(output.independent)}"
    sheet.line(Styled(count, "bold"))
    sheet.line(words.standing(len(output.articles), output.independent, shelf.releases))
    _lineage(sheet, shelf, output.links)
    alike = [link for link in output.links if link.dependence == "no"]
    if alike:
        sheet.heading("Alike, and still independent")
        for link in alike:
            _link(sheet, link, shelf)
    sheet.gap()
    sheet.line(Styled(words.CAVEAT, "dim"))
    _skipped(sheet, output.skipped)
    return sheet.text()


def check(output: CheckOutput, width: int = 80, colour: bool = False) -> str:  # noqa: FBT001, FBT002 -- named by all callers
    """Return a draft's sentences with their verdicts and reasons for a terminal; arguments as in `story`."""
    sheet = Sheet(width, colour)
    totals = [(label, getattr(output.totals, label)) for label in words.LABELS]
    parts: list[Part] = [words.counted(len(output.sentences), "sentence")]
    for label, count in totals:
        if count:
            parts += [" · ", Styled(f"{count} {words.LABELS[label].lower()}", _LABEL_STYLES[label])]
    sheet.line(*parts)
    names = names_of(output.articles)
    for sentence in output.sentences:
        _verdict(sheet, sentence, names)
    _cites(sheet, output, names)
    if output.quotes:
        sheet.heading("Quoted words")
        for quote in output.quotes:
            said = f"“{quote.text}” {quote.speaker or 'speaker not named'}: "
            sheet.line(said, Styled(words.LABELS[quote.label].lower(), _LABEL_STYLES[quote.label]), indent=2)
    if output.checker:
        sheet.gap()
        sheet.line(Styled(f"Checked by {output.checker}.", "dim"))
    _skipped(sheet, output.skipped)
    return sheet.text()


def _contents(sheet: Sheet, dossiers: Sequence[Dossier]) -> None:
    sheet.line(Styled(words.counted(len(dossiers), "story", "stories"), "bold"))
    for place, dossier in enumerate(dossiers, start=1):
        counts = f" — {words.counted(len(dossier.own), 'article')}, {words.origins(dossier.story.independent)}"
        sheet.line(dossier.story.headline, Styled(counts, "dim"), indent=5, first=f"{place}.")
    sheet.gap()


def _story(sheet: Sheet, dossier: Dossier, when: str | None) -> None:
    notes, shelf = number(dossier.report), shelve(dossier.articles, dossier.origins, dossier.lent)
    sheet.gap()
    sheet.line(Styled(dossier.report.headline.text, "bold"), *_refs(notes.headline, dossier))
    sheet.line(Styled(notes.dek.sentence.text, "italic"), *_refs(notes.dek, dossier))
    sheet.gap()
    counts = f"{words.counted(len(dossier.own), 'article')} · {words.origins(dossier.story.independent)}"
    sheet.line(Styled(counts, "bold"), Styled(f" · as of {words.day(when)}" if when else "", "dim"))
    sheet.line(words.standing(len(dossier.own), dossier.story.independent, shelf.releases))
    sheet.line(Styled(words.KEY, "dim"))
    for heading, sentences in notes.sections:
        if heading:
            sheet.heading(heading)
        else:
            sheet.gap()
        for numbered in sentences:
            sheet.line(numbered.sentence.text, *_refs(numbered, dossier))
    if len(dossier.own) > 1 or dossier.links:
        _lineage(sheet, shelf, dossier.links)
    _found(sheet, dossier, shelf)
    _notes(sheet, notes, shelf)
    sheet.gap()
    sheet.line(Styled(" ".join((dossier.report.disclosure, told_run(dossier, shelf))), "dim"))
    sheet.gap()


def _refs(numbered: Numbered, dossier: Dossier) -> list[Part]:
    signs = mark(numbered.sentence.independent, dossier.story.independent).signs
    label = numbered.sentence.verdict.label
    verdict = "" if label == "supported" else f" {words.LABELS[label].lower()}"
    refs = "".join(f"[{n}]" for n in numbered.numbers)
    return [Styled(f" {signs}", "cyan"), Styled(f" {refs}", "dim"), Styled(verdict, "yellow")]


def _lineage(sheet: Sheet, shelf: Shelf, links: Sequence[ReuseLink]) -> None:
    sheet.heading(words.PARTS["lineage"])
    for band in bands(shelf, links):
        for node in band.nodes:
            if node.article_id is None:
                sheet.line(Styled(band.name, "bold"), Styled(" (its article is not at hand)", "dim"), indent=2, first="◌")
                continue
            name = Styled(shelf.names[node.article_id], "bold")
            shares = (f" It shares {t.share}." for t in node.takings if t.share and t.sure and not t.sentences)
            share = next(shares, "") if node.depth else ""
            first = f"{'  ' * (node.depth - 1)}└" if node.depth else "●"
            sheet.line(name, ": ", node.told, Styled(share, "cyan"), indent=2 * node.depth + 2, first=first)


def _link(sheet: Sheet, link: ReuseLink, shelf: Shelf) -> None:
    later, earlier = (shelf.names[article_id] for article_id in link.articles)
    sheet.line(f"{later}, {earlier}: ", Styled("; ".join(link.evidence), "dim"), indent=2)


def _found(sheet: Sheet, dossier: Dossier, shelf: Shelf) -> None:
    if dossier.differences:
        sheet.heading(words.PARTS["differences"])
        for difference in dossier.differences:
            sheet.line(words.opening(difference.topic))
            for side in sides(difference):
                says = Styled(side.value, "bold") if side.value else words.cited(excerpt(side.passages[0].text, 160))
                sheet.line(says, Styled(f" — {_who(side.passages, shelf)}{words.since(side.since)}", "dim"), indent=2)
    _some(sheet, "initiatives", [_initiative(one, dossier.story.independent) for one in dossier.initiatives])
    _some(sheet, "timeline", [(Styled(words.day(e.when), "bold"), ": ", e.text) for e in dossier.timeline])
    _some(sheet, "quotes", [_quote(one, shelf) for one in dossier.quotes])
    _some(sheet, "unnamed", [_unnamed(claim, people, shelf) for claim, people in on_unnamed(dossier.claims)])
    if dossier.unnamed.claims:
        sheet.line(Styled(f"{words.on_unnamed(dossier.unnamed)}.", "dim"), indent=2)
    _some(sheet, "unanswered", [(words.opening(one.question), Styled(f" — {one.reason}", "dim")) for one in dossier.unanswered])
    _left_out(sheet, dossier.report.left_out)


def _some(sheet: Sheet, part: str, entries: Sequence[Sequence[Part]]) -> None:
    """Write the first entries of a part, and how many more there are; the page and the JSON hold all."""
    if not entries:
        return
    sheet.heading(words.PARTS[part])
    for entry in entries[:_SHOWN]:
        sheet.line(*entry, indent=2)
    if len(entries) > _SHOWN:
        sheet.line(Styled(f"and {len(entries) - _SHOWN:,} more", "dim"), indent=2)


def _initiative(one: Initiative, story: Interval) -> Sequence[Part]:
    whom = f"{words.listed(one.actors)}{' with ' + words.listed(one.partners) if one.partners else ''}"
    parts = (whom, words.day(one.when) if one.when else "", words.course(one.course))
    details = " · ".join(part for part in parts if part)
    signs = Styled(f" {mark(one.independent, story).signs}", "cyan")
    return Styled(words.STATUSES[one.status], "bold"), ": ", one.text, Styled(f" — {details}" if details else "", "dim"), signs


def _quote(quote: Quote, shelf: Shelf) -> Sequence[Part]:
    said = words.quoted(excerpt(quote.text, 300)) if quote.direct else excerpt(quote.text, 300)
    fidelity = f"; {words.FIDELITIES[quote.fidelity]}" if quote.variants else ""
    return said, Styled(f" — {quote.speaker or 'speaker not named'} ({_who([quote.passage], shelf)}{fidelity})", "dim")


def _unnamed(claim: Claim, people: Sequence[str], shelf: Shelf) -> Sequence[Part]:
    return excerpt(claim.text, 300), Styled(f" — {words.listed(people)} ({_who(claim.passages, shelf)})", "dim")


def _left_out(sheet: Sheet, left_out: Sequence[LeftOut]) -> None:
    """Write how much was left out for which reason: the sentences themselves would bury the story."""
    if not left_out:
        return
    sheet.heading(words.PARTS["left_out"])
    for reason, count in Counter(one.reason for one in left_out).most_common(_SHOWN):
        sheet.line(f"{words.counted(count, 'sentence')}: ", Styled(reason, "dim"), indent=2)
    sheet.line(Styled("Each of them, and all that is cut short here: -o FOLDER or --format json", "dim"), indent=2)


def _notes(sheet: Sheet, notes: Notes, shelf: Shelf) -> None:
    sheet.heading(words.PARTS["notes"])
    _passages(sheet, notes, shelf)


def _passages(sheet: Sheet, notes: Notes, shelf: Shelf) -> None:
    for n, passage in enumerate(notes.passages, start=notes.first):
        said = f": {words.cited(excerpt(passage.text, 160))}"
        sheet.line(Styled(shelf.names[passage.article_id], "bold"), Styled(said, "dim"), indent=6, first=f"[{n}]")


def _verdict(sheet: Sheet, sentence: CheckedSentence, names: Mapping[str, str]) -> None:
    """Write a sentence with its verdict, each reason, and each passage once."""
    label = sentence.verdict.label
    sheet.gap()
    sheet.line(Styled(words.LABELS[label], _LABEL_STYLES[label]), ": ", sentence.text)
    shown: set[Passage] = set()
    for reason in reasons(sentence, names):
        sheet.line(_OUTCOME_SIGNS[reason.outcome], reason.text, indent=2)
        if reason.passage and reason.passage not in shown:
            _passage(sheet, reason.passage, names)
            shown.add(reason.passage)
    if label == "supported" and sentence.verdict.evidence:
        # What holds needs no list of reasons: the passage says it, and --format json holds every check.
        _passage(sheet, sentence.verdict.evidence[0], names)
    if sentence.fix:
        sheet.line(Styled("→ ", "green"), "The articles carry: ", Styled(sentence.fix, "bold"), indent=2)


def _passage(sheet: Sheet, passage: Passage, names: Mapping[str, str]) -> None:
    name = names.get(passage.article_id, "")
    sheet.line(Styled(f"{name}: {words.cited(excerpt(passage.text, 200))}", "dim"), indent=4)


def _cites(sheet: Sheet, output: CheckOutput, names: Mapping[str, str]) -> None:
    """Write what the draft's links and notes point to, and whether that carries their sentences."""
    if not output.cites:
        return
    sheet.heading("Links and notes")
    for cite in output.cites:
        first = excerpt(cite.text, 40)
        if cite.article_id is None:
            told: Sequence[Part] = (
                "not one of the articles given, or several may be meant: ",
                Styled(excerpt(cite.target, 100), "dim"),
            )
        elif cite.label is None:
            told = (names[cite.article_id], Styled(": stands beside no sentence", "dim"))
        else:
            told = (f"{names[cite.article_id]}: ", Styled(words.CITES[cite.label], _LABEL_STYLES[cite.label]))
        sheet.line(Styled(first, "bold"), " ", *told, indent=2)


def _skipped(sheet: Sheet, skipped: Sequence[Skipped]) -> None:
    if skipped:
        sheet.heading(words.PARTS["skipped"])
        for one in skipped:
            sheet.line(one.location, Styled(f" — {words.SKIPS[one.reason]}: {one.detail}", "dim"), indent=2)


def _who(passages: Iterable[Passage], shelf: Shelf) -> str:
    return ", ".join(dict.fromkeys(shelf.names[passage.article_id] for passage in passages))
