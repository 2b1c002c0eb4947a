"""A story as Markdown (CommonMark with footnotes), for notes, mails and content systems.

What comes from articles is escaped so that it can be neither markup nor HTML; it is never more than a line of text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from copydesk.records import Dossier, Initiative, Passage, Run, Signature, StoryOutput
from copydesk.render import disclosing, words
from copydesk.render.clean import excerpt, one_line, web_address
from copydesk.render.dots import mark
from copydesk.render.lineage import bands
from copydesk.render.numbering import Notes, Numbered, number
from copydesk.render.reprint import told_run
from copydesk.render.shelf import Shelf, on_unnamed, shelve, sides
from copydesk.render.templating import Templates, environment, filled

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#|~!&$^=])")
# What would open a list, a heading, a rule or a table at the head of a line.
_OPENERS = re.compile(r"^(\d+)([.)])|^([-+:])")
_ADDRESS = re.compile(r"(?i)\b(https?|ftp)://|\bwww\.")


def stories(output: StoryOutput, templates: Templates = ()) -> str:
    """Return all stories as one Markdown text, parted by rules; the numbers of footnotes run on."""
    texts, first = [], 1
    for dossier in output.dossiers:
        texts.append(story(dossier, output.run, first, templates))
        first += len(number(dossier.report).passages)
    return "\n---\n\n".join(texts)


def story(dossier: Dossier, run: Run, first: int = 1, templates: Templates = (), signature: Signature | None = None) -> str:
    """Return a story as Markdown; citations are footnotes with outlet, title and the quoted passage.

    Args:
        dossier: The story, as it was signed where a person changed something.
        run: What it was made from.
        first: Number of its first footnote.
        templates: A house's templates; `story.md` among them puts the parts together in the place of ours.
        signature: What a person's sign-off says of it.

    Raises:
        ConfigError: A house's template is broken.
    """
    found = parts(dossier, run, first, signature)
    if any(one.name == "story.md" for one in templates):
        ready = {name: "\n\n".join(part for part in told if part) for name, told in found.items()}
        return _filled("story.md", templates, {"dossier": dossier, "run": run, "parts": ready})
    return "\n\n".join(part for told in found.values() for part in told if part) + "\n"


def parts(dossier: Dossier, run: Run, first: int, signature: Signature | None = None) -> dict[str, tuple[str, ...]]:
    """Return the parts of a story, escaped and ready, by name and in their order; arguments as in `story`."""
    notes, shelf = number(dossier.report, first), shelve(dossier.articles, dossier.origins, dossier.lent)
    return {
        "head": (_head(dossier, run, notes, shelf),),
        "sections": tuple(_sections(dossier, notes)),
        "lineage": tuple(_lineage(dossier, shelf)),
        "differences": tuple(_differences(dossier, shelf)),
        "initiatives": tuple(_initiatives(dossier, shelf)),
        "timeline": tuple(_timeline(dossier, shelf)),
        "quotes": tuple(_quotes(dossier, shelf)),
        "unnamed": tuple(_unnamed(dossier, shelf)),
        "unanswered": tuple(_unanswered(dossier)),
        "articles": tuple(_articles(dossier, shelf)),
        "left_out": tuple(_left_out(dossier)),
        "disclosure": (
            f"---\n\n{escaped(disclosing.disclosed(dossier.report.disclosure, signature))}",
            escaped(told_run(dossier, shelf)),
            _made(run),
        ),
        "footnotes": ("\n\n".join(_footnotes(notes, shelf)),),
    }


def _made(run: Run) -> str:
    digits = re.sub("[^0-9A-Za-z]", "", run.config_hash)
    return f"copydesk {escaped(run.version)}, writer {escaped(run.writer)}, settings `{digits}`"


def _filled(name: str, templates: Templates, values: Mapping[str, object]) -> str:
    """Return a Markdown template filled in: what comes from articles is escaped, the parts are ready."""
    env = environment(templates, lambda value: escaped(value) if type(value) is str else value, escape=False)
    return filled(env, name, templates, {key: _ready(value) for key, value in values.items()}).rstrip("\n") + "\n"


def _ready(value: object) -> object:
    """Return a value for a template: the texts of a mapping, and of mappings in a list, are ready and not escaped again."""
    from markupsafe import Markup  # noqa: PLC0415 -- comes with jinja2

    if isinstance(value, list):
        return [_ready(one) for one in value]
    if isinstance(value, dict):
        return {key: Markup(text) if isinstance(text, str) else text for key, text in value.items()}  # noqa: S704 -- escaped before
    return value


def bulletin(output: StoryOutput, templates: Templates = (), signatures: Sequence[Signature | None] = ()) -> str:
    """Return many stories as one Markdown text, a paragraph each, with their footnotes at its end.

    Args:
        output: The stories, as they were signed where a person changed something.
        templates: A house's templates; `bulletin.md` among them puts the parts together in the place of ours.
        signatures: What a person's sign-off says of each, in the same order.

    Raises:
        ConfigError: A house's template is broken.
    """
    as_of = f"As of {escaped(words.day(output.run.as_of))} · " if output.run.as_of else ""
    entries, footnotes = list[dict[str, object]](), list[str]()
    for dossier, signature in zip(output.dossiers, signatures or [None] * len(output.dossiers), strict=True):
        notes, shelf = number(dossier.report, len(footnotes) + 1), shelve(dossier.articles, dossier.origins, dossier.lent)
        footnotes += _footnotes(notes, shelf)
        entries.append(_entry(dossier, notes, signature))
    found = {
        "head": f"*{as_of}{words.counted(len(output.dossiers), 'story', 'stories')}*\n\n{words.KEY}",
        "disclosure": f"---\n\n{escaped(disclosing.made(output.run, signed=any(signatures)))}",
        "footnotes": "\n\n".join(footnotes),
    }
    if any(one.name == "bulletin.md" for one in templates):
        return _filled("bulletin.md", templates, {"output": output, "entries": entries, "parts": found})
    told = (f"## {one['headline']}\n\n{one['told']} *({one['counts']})*" for one in entries)
    return "\n\n".join((found["head"], *told, found["disclosure"], found["footnotes"])) + "\n"


def _entry(dossier: Dossier, notes: Notes, signature: Signature | None) -> dict[str, object]:
    """Return one story of a bulletin: its headline, its sentences and its counts, escaped and ready."""
    counts = [words.counted(len(dossier.own), "article"), words.origins(dossier.story.independent)]
    counts += [escaped(disclosing.signed_briefly(signature))] if signature else []
    return {
        "dossier": dossier,
        "headline": f"{escaped(dossier.report.headline.text)}{_refs(notes.headline)}",
        "told": " ".join(_sentence(one, dossier) for one in notes.sentences[1:]),
        "counts": ", ".join(counts),
    }


def escaped(text: str) -> str:
    """Return a text as one line of Markdown that shows exactly that text."""
    line = _SIGNS.sub(r"\\\1", one_line(text))
    line = _OPENERS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", line)
    # A bare address would become a link in many readers; a word joiner in it keeps it text.
    return _ADDRESS.sub(lambda found: found[0].replace(":", "\\:").replace(".", "\\."), line)


def _head(dossier: Dossier, run: Run, notes: Notes, shelf: Shelf) -> str:
    report, story_entry = dossier.report, dossier.story
    as_of = run.told_of(story_entry)
    counts = f"**{words.counted(len(dossier.own), 'article')} · {words.origins(story_entry.independent)}.**"
    standing = words.standing(len(dossier.own), story_entry.independent, shelf.releases)
    caveat = f" {words.CAVEAT}" if len(dossier.own) > 1 else ""
    lines = [
        f"# {escaped(report.headline.text)}{_refs(notes.headline)}",
        f"{_sentence(notes.dek, dossier)}",
        f"*As of {escaped(words.day(as_of))}*" if as_of else "",
        f"{counts} {standing}{caveat}",
        words.KEY,
    ]
    return "\n\n".join(line for line in lines if line)


def _sections(dossier: Dossier, notes: Notes) -> Iterator[str]:
    for heading, sentences in notes.sections:
        yield (f"## {escaped(heading)}\n\n" if heading else "") + "\n\n".join(
            _sentence(numbered, dossier) for numbered in sentences
        )


def _sentence(numbered: Numbered, dossier: Dossier) -> str:
    label = numbered.sentence.verdict.label
    verdict = "" if label == "supported" else f" *({words.LABELS[label].lower()})*"
    signs = mark(numbered.sentence.independent, dossier.story.independent).signs
    return f"{escaped(numbered.sentence.text)} {signs}{_refs(numbered)}{verdict}"


def _refs(numbered: Numbered) -> str:
    return "".join(f"[^{n}]" for n in numbered.numbers)


def _lineage(dossier: Dossier, shelf: Shelf) -> Iterator[str]:
    if len(dossier.own) < 2 and not dossier.links:
        return
    yield f"## {words.PARTS['lineage']}"
    for place, band in enumerate(bands(shelf, dossier.links), start=1):
        lines = [f"Origin {place}, {words.ORIGIN_KINDS[band.origin.kind]} ({escaped(band.name)}):\n"]
        for node in band.nodes:
            if node.article_id:
                indent = "  " * min(node.depth, 4)
                lines.append(f"{indent}- **{escaped(shelf.names[node.article_id])}**: {escaped(node.told)}")
        yield "\n".join(lines)


def _differences(dossier: Dossier, shelf: Shelf) -> Iterator[str]:
    if dossier.differences:
        yield f"## {words.PARTS['differences']}"
    for difference in dossier.differences:
        lines = [f"### {escaped(words.opening(difference.topic))}\n"]
        for side in sides(difference):
            value = f"**{escaped(side.value)}**: " if side.value else ""
            lines.append(f"- {value}{_quoted(side.passages[0])} ({_who(side.passages, shelf)}{escaped(words.since(side.since))})")
        yield "\n".join(lines)


def _initiatives(dossier: Dossier, shelf: Shelf) -> Iterator[str]:
    if dossier.initiatives:
        rows = "\n".join(_row(one, dossier, shelf) for one in dossier.initiatives)
        yield f"## {words.PARTS['initiatives']}\n\n| What | Who | When | Status | Carried by |\n|---|---|---|---|---|\n{rows}"


def _row(one: Initiative, dossier: Dossier, shelf: Shelf) -> str:
    who = escaped(words.listed(one.actors)) if one.actors else "not said"
    partners = f" with {escaped(words.listed(one.partners))}" if one.partners else ""
    when = escaped(words.day(one.when)) if one.when else "not said"
    status = f"{words.STATUSES[one.status]}{f' ({escaped(words.course(one.course))})' if one.course else ''}"
    signs = mark(one.independent, dossier.story.independent).signs
    return f"| {escaped(one.text)} | {who}{partners} | {when} | {status} | {signs} {_who(one.passages, shelf)} |"


def _timeline(dossier: Dossier, shelf: Shelf) -> Iterator[str]:
    if dossier.timeline:
        lines = (f"- **{escaped(words.day(e.when))}**: {escaped(e.text)} ({_who(e.passages, shelf)})" for e in dossier.timeline)
        yield f"## {words.PARTS['timeline']}\n\n" + "\n".join(lines)


def _quotes(dossier: Dossier, shelf: Shelf) -> Iterator[str]:
    if not dossier.quotes:
        return
    lines = []
    for quote in dossier.quotes:
        said = escaped(words.quoted(quote.text)) if quote.direct else escaped(quote.text)
        lines.append(f"- {said} — {escaped(quote.speaker or 'speaker not named')} ({_who([quote.passage], shelf)})")
        if quote.variants:
            lines.append(f"  - {words.FIDELITIES[quote.fidelity]}: {_who([v.passage for v in quote.variants], shelf)}")
    yield f"## {words.PARTS['quotes']}\n\n" + "\n".join(lines)


def _unnamed(dossier: Dossier, shelf: Shelf) -> Iterator[str]:
    lines = [
        f"- {escaped(excerpt(claim.text, 420))} — {escaped(words.listed(people))} ({_who(claim.passages, shelf)})"
        for claim, people in on_unnamed(dossier.claims)
    ]
    if lines:
        share = f"{words.on_unnamed(dossier.unnamed)}.\n\n" if dossier.unnamed.claims else ""
        yield f"## {words.PARTS['unnamed']}\n\n{share}" + "\n".join(lines)


def _unanswered(dossier: Dossier) -> Iterator[str]:
    lines = [f"- {escaped(words.opening(one.question))}. {escaped(one.reason)}" for one in dossier.unanswered]
    if lines:
        yield f"## {words.PARTS['unanswered']}\n\n" + "\n".join(lines)


def _articles(dossier: Dossier, shelf: Shelf) -> Iterator[str]:
    lines = []
    for article in dossier.articles:
        title = f": {escaped(article.title)}" if article.title else ""
        when = f", {escaped(words.day(article.published.when))}" if article.published.when else ""
        address = web_address(article.url)
        link = f" <{re.sub('[<> ]', '', address)}>" if address else ""
        about = f"{words.GENRES[article.genre]}; {escaped(article.location)}"
        reserved = "".join(f"; {words.RESERVATIONS[one]}" for one in article.reservations)
        lines.append(f"- **{escaped(shelf.names[article.id])}**{title}{when} ({about}{reserved}){link}")
    yield "## The articles\n\n" + "\n".join(lines)


def _left_out(dossier: Dossier) -> Iterator[str]:
    if dossier.report.left_out:
        lines = (f"- {escaped(excerpt(one.text, 420))} ({escaped(one.reason)})" for one in dossier.report.left_out)
        yield f"## {words.PARTS['left_out']}\n\n" + "\n".join(lines)


def _footnotes(notes: Notes, shelf: Shelf) -> Iterator[str]:
    for n, passage in enumerate(notes.passages, start=notes.first):
        article = shelf.articles[passage.article_id]
        title = f", {escaped(article.title)}" if article.title else ""
        yield f"[^{n}]: {escaped(shelf.names[article.id])}{title}: {_quoted(passage)}"


def _quoted(passage: Passage) -> str:
    return escaped(words.cited(excerpt(passage.text, 600)))


def _who(passages: Iterable[Passage], shelf: Shelf) -> str:
    return escaped("; ".join(dict.fromkeys(shelf.names[p.article_id] for p in passages)))
