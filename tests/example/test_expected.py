"""The example's findings against what was written down by hand, also with other names, another order and other file names."""

import re
import shutil
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

import copydesk
from copydesk.records import ArticleEntry, Claim, Dossier, Interval, Passage, Sentence, Side, StoryOutput

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour"
EXPECTED = (EXAMPLE / "expected.toml").read_text(encoding="utf-8")
VARIANTS = ("as_is", "renamed", "reordered", "shuffled")

Table = dict[str, Any]


class Findings(msgspec.Struct, frozen=True):
    """One run over the example: what came out, what was expected, and what its files are called in `expected.toml`."""

    output: StoryOutput
    expected: Table
    files: dict[str, str]  # location's file name -> name in expected.toml

    def file(self, location: str) -> str:
        name, item = re.fullmatch(r"(.*?)(#\d+)?", Path(location).name).groups("")  # type: ignore[union-attr]
        return self.files.get(name, name) + item

    def articles(self) -> dict[str, ArticleEntry]:
        return {self.file(a.location): a for d in self.output.dossiers for a in d.articles}

    def article(self, file: str) -> ArticleEntry:
        found = self.articles()
        assert file in found, f"{file} is in no dossier; there are {sorted(found)}"
        return found[file]

    def file_of(self, article_id: str) -> str:
        return next(self.file(a.location) for d in self.output.dossiers for a in d.articles if a.id == article_id)

    def files_of(self, passages: Iterable[Passage]) -> set[str]:
        return {self.file_of(p.article_id) for p in passages}

    def dossier(self, file: str = "npa.txt") -> Dossier:
        ids = self.article(file).id
        return next(d for d in self.output.dossiers if ids in d.story.article_ids)


def renamed(text: str, names: dict[str, str]) -> str:
    """Give every person and place another name; whole words only, so that no other word changes."""
    words = re.compile(r"\b(" + "|".join(sorted(map(re.escape, names), key=len, reverse=True)) + r")\b")
    return words.sub(lambda m: names[m[0]], text)


def laid_out(variant: str, folder: Path) -> tuple[list[Path], str, dict[str, str]]:
    """Copy the articles as the variant wants them; return the paths in order, the expectations, and the new file names."""
    names = tomllib.loads(EXPECTED)["renames"]
    originals = sorted((EXAMPLE / "articles").iterdir())
    stems = [f"item-{(7 * i) % len(originals):02}" for i in range(len(originals))]
    paths, files = [], {}
    for original, stem in zip(originals, stems, strict=True):
        path = folder / (stem + original.suffix if variant == "shuffled" else original.name)
        shutil.copy(original, path)
        if variant == "renamed":
            path.write_text(renamed(original.read_text(encoding="utf-8"), names), encoding="utf-8")
        paths.append(path)
        files[path.name] = original.name
    body = EXPECTED.split("[renames]")[0]
    order = paths[::-1] if variant == "reordered" else sorted(paths)
    return order, renamed(body, names) if variant == "renamed" else body, files


@pytest.fixture(scope="module", params=VARIANTS)
def findings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Findings:
    paths, expected, files = laid_out(request.param, tmp_path_factory.mktemp(request.param))
    return Findings(output=copydesk.story(paths), expected=tomllib.loads(expected), files=files)


def each(table: str, label: Callable[[Table], str]) -> pytest.MarkDecorator:
    """Parametrise with the places of one table's entries; the entry itself is taken from the variant's own expectations."""
    entries = tomllib.loads(EXPECTED)[table]
    return pytest.mark.parametrize("place", range(len(entries)), ids=[re.sub(r"\W+", "-", label(e)).strip("-") for e in entries])


def says(text: str | None, words: Sequence[str]) -> bool:
    return text is not None and all(re.search(w, text, re.IGNORECASE) for w in words)


def within(interval: Interval, entry: Table) -> bool:
    (low, lows), (high, highs) = entry["low"], entry["high"]
    return bool(low <= interval.low <= lows and high <= interval.high <= highs)


def sentences(dossier: Dossier) -> list[Sentence]:
    report = dossier.report
    return [report.headline, report.dek, *(s for section in report.sections for s in section.sentences)]


def test_the_renaming_touches_names_only() -> None:
    names = tomllib.loads(EXPECTED)["renames"]
    assert not set(names) & set(names.values())
    everything = " ".join(p.read_text(encoding="utf-8") for p in (EXAMPLE / "articles").iterdir())
    assert [n for n in names if not re.search(rf"\b{n}\b", everything)] == []
    assert [n for n in names.values() if re.search(rf"\b{n}\b", everything)] == []


# ------------------------------------------------------------------------------------------------------------- reading


@each("articles", lambda e: e["file"])
def test_metadata(findings: Findings, place: int) -> None:
    entry = findings.expected["articles"][place]
    article = findings.article(entry["file"])
    assert article.title == entry["title"]
    assert (article.outlet or "").removeprefix("The ") == entry["outlet"].removeprefix("The ")
    assert article.genre == entry["genre"]
    assert article.language == "en"
    when = article.published.when
    assert (when or "").startswith(entry["published"]) and bool(when) == bool(entry["published"]), article.published


@each("skipped", lambda e: e["file"])
def test_what_cannot_be_read_is_skipped_with_its_reason(findings: Findings, place: int) -> None:
    entry = findings.expected["skipped"][place]
    assert {findings.file(s.location): s.reason for s in findings.output.skipped} == {entry["file"]: entry["reason"]}


@each("clutter", lambda e: e["file"])
def test_clutter_is_gone(findings: Findings, place: int) -> None:
    entry = findings.expected["clutter"][place]
    text = findings.article(entry["file"]).text
    printed = " ".join(s.text for d in findings.output.dossiers for s in sentences(d))
    assert [p for p in entry["phrases"] if p in text] == []
    assert [p for p in entry["phrases"] if p in printed] == []


@each("kept", lambda e: e["file"])
def test_nothing_of_the_article_is_gone(findings: Findings, place: int) -> None:
    entry = findings.expected["kept"][place]
    assert [p for p in entry["phrases"] if p not in findings.article(entry["file"]).text] == []


# ------------------------------------------------------------------------------------------------------- who took what


@each("stories", lambda e: e["name"])
def test_stories(findings: Findings, place: int) -> None:
    entry = findings.expected["stories"][place]
    dossier = findings.dossier(entry["files"][0])
    assert sorted(findings.file(a.location) for a in dossier.articles) == sorted(entry["files"])
    assert within(dossier.story.independent, entry), dossier.story.independent


@each("origins", lambda e: e["files"][0])
def test_origins(findings: Findings, place: int) -> None:
    entry = findings.expected["origins"][place]
    dossier = findings.dossier()
    main = findings.article(entry["files"][0]).main_origin_id
    sharing = sorted(findings.file(a.location) for a in dossier.articles if a.main_origin_id == main)
    assert sharing == sorted(entry["files"])
    assert next(o.kind for o in dossier.origins if o.id == main) in entry["kinds"]


@each("pairs", lambda e: f"{e['later']} from {e['earlier']}")
def test_dependent_pairs(findings: Findings, place: int) -> None:
    entry = findings.expected["pairs"][place]
    ids = (findings.article(entry["later"]).id, findings.article(entry["earlier"]).id)
    links = [link for link in findings.dossier().links if set(link.articles) == set(ids) and link.dependence == "yes"]
    assert links, "no link says that one rests on the other"
    assert links[0].kind in entry["kinds"]
    assert links[0].evidence
    assert not entry["directed"] or (links[0].direction, links[0].articles) == ("forward", ids)


@each("independent_pairs", lambda e: " and ".join(e["files"]))
def test_independent_pairs(findings: Findings, place: int) -> None:
    ids = {findings.article(f).id for f in findings.expected["independent_pairs"][place]["files"]}
    links = [link for d in findings.output.dossiers for link in d.links if set(link.articles) == ids]
    assert [link.evidence for link in links if link.dependence == "yes"] == []


@each("credits", lambda e: e["file"])
def test_credits(findings: Findings, place: int) -> None:
    entry = findings.expected["credits"][place]
    found = findings.article(entry["file"]).credits
    assert any(re.search(entry["name"], c.name) and c.scope in entry["scopes"] for c in found), found


@each("additions", lambda e: e["words"][0])
def test_additions_of_a_rewrite_are_its_own(findings: Findings, place: int) -> None:
    entry = findings.expected["additions"][place]
    article = findings.article(entry["file"])
    kinds = [
        (o.kind, o.root_article_id)
        for o in findings.dossier().origins
        for p in o.passages
        if p.article_id == article.id and says(p.text, entry["words"])
    ]
    assert kinds == [("own_addition", article.id)]


# ------------------------------------------------------------------------------------------------------- what they say


def best_claim(findings: Findings, entry: Table) -> Claim:
    """Return the claim that says it and rests on most of the expected files."""
    saying = [
        c
        for c in findings.dossier().claims
        if any(says(p.text, entry["words"]) for p in c.passages) or says(c.text, entry["words"])
    ]
    assert saying, "no claim says so"
    return max(saying, key=lambda c: (len(findings.files_of(c.passages) & set(entry["files"])), -len(c.passages)))


@each("claims", lambda e: e["name"])
def test_claims(findings: Findings, place: int) -> None:
    entry = findings.expected["claims"][place]
    claim = best_claim(findings, entry)
    files = findings.files_of(claim.passages)
    assert len(files & set(entry["files"])) >= entry["at_least"], (claim.text, sorted(files))
    assert within(claim.independent, entry), (claim.text, claim.independent)


def stands_on(findings: Findings, side: Side, entry: Table) -> bool:
    return says(side.value or side.passage.text, entry["words"]) and findings.files_of([side.passage]) <= set(entry["files"])


@each("differences", lambda e: e["name"])
def test_differences(findings: Findings, place: int) -> None:
    entry = findings.expected["differences"][place]
    found = [d for d in findings.dossier().differences if d.what in entry["what"]]
    for side in entry["sides"]:
        found = [d for d in found if any(stands_on(findings, s, side) for s in d.sides)]
    assert found, [(d.what, d.topic, [s.value for s in d.sides]) for d in findings.dossier().differences]


@each("no_difference", lambda e: " and ".join(e["values"]))
def test_numbers_of_different_things_do_not_differ(findings: Findings, place: int) -> None:
    first, second = findings.expected["no_difference"][place]["values"]
    wrong = [
        d.topic
        for d in findings.dossier().differences
        if d.what in ("number", "date")
        and any(says(s.value, [first]) for s in d.sides)
        and any(says(s.value, [second]) for s in d.sides)
    ]
    assert wrong == []


@each("quotes", lambda e: e["words"][0][:40])
def test_quotes(findings: Findings, place: int) -> None:
    entry = findings.expected["quotes"][place]
    found = [q for q in findings.dossier().quotes if says(q.text, entry["words"])]
    assert len(found) == 1, [q.text for q in findings.dossier().quotes]
    assert re.search(entry["speaker"], found[0].speaker or ""), found[0].speaker
    assert findings.files_of([found[0].passage, *(v.passage for v in found[0].variants)]) == set(entry["files"])
    assert found[0].fidelity in entry["fidelity"]


@each("initiatives", lambda e: e["name"])
def test_initiatives(findings: Findings, place: int) -> None:
    entry = findings.expected["initiatives"][place]
    saying = [
        i
        for i in findings.dossier().initiatives
        if says(" ".join([i.text, *(p.text for p in i.passages)]), entry["words"])
        and findings.files_of(i.passages) & set(entry["files"])
    ]
    assert saying, [i.text for i in findings.dossier().initiatives]
    fitting = [i for i in saying if i.status in entry["statuses"] and re.search(entry["when"], i.when or "")]
    assert fitting, [(i.status, i.when, i.text) for i in saying]


@each("timeline", lambda e: e["when"])
def test_timeline(findings: Findings, place: int) -> None:
    entry = findings.expected["timeline"][place]
    then = [t for t in findings.dossier().timeline if t.when.startswith(entry["when"])]
    assert any(says(" ".join([t.text, *(p.text for p in t.passages)]), entry["words"]) for t in then), [t.text for t in then]


# ---------------------------------------------------------------------------------------------------------- the report


@pytest.mark.parametrize("place", range(len(tomllib.loads(EXPECTED)["report"]["said"])))
def test_what_matters_is_said(findings: Findings, place: int) -> None:
    words = findings.expected["report"]["said"][place]
    printed = [s.text for s in sentences(findings.dossier())]
    assert any(says(s, words) for s in printed), "\n".join(printed)


@pytest.mark.parametrize("place", range(len(tomllib.loads(EXPECTED)["report"]["attributed"])))
def test_what_one_article_says_is_given_to_its_outlet(findings: Findings, place: int) -> None:
    entry = findings.expected["report"]["attributed"][place]
    saying = [s.text for s in sentences(findings.dossier())[1:] if says(s.text, entry["words"])]
    assert [s for s in saying if entry["to"] not in s] == []


def test_headings_and_length(findings: Findings) -> None:
    report = findings.dossier().report
    headings = [s.heading for s in report.sections]
    assert [h for h in findings.expected["report"]["headings"] if h not in headings] == []
    assert sum(len(s.text.split()) for s in sentences(findings.dossier())) <= findings.expected["report"]["words"]


def test_every_citation_resolves_and_every_sentence_is_supported(findings: Findings) -> None:
    texts = {a.id: a.text for d in findings.output.dossiers for a in d.articles}
    for dossier in findings.output.dossiers:
        for sentence in sentences(dossier):
            assert sentence.citations, sentence.text
            assert all(texts[c.article_id][c.start : c.end] == c.text for c in sentence.citations)
            assert sentence.verdict.label == "supported", (sentence.text, sentence.verdict)


def test_nothing_is_said_twice(findings: Findings) -> None:
    for dossier in findings.output.dossiers:
        body = [s.text for s in sentences(dossier)[2:]]
        assert len(body) == len(set(body))


def test_no_headline_is_copied(findings: Findings) -> None:
    titles = {a.title for d in findings.output.dossiers for a in d.articles}
    assert [d.report.headline.text for d in findings.output.dossiers if d.report.headline.text in titles] == []
