"""What sign-offs say of the version of a story at hand, and the story as it was signed.

STORY.json + STORY.signoff.json -> does the last sign-off stand for these bytes? -> the report with what its signer changed

A sign-off never changes the story's JSON: that stays what copydesk wrote. What a person changed is put in where the story is
printed or exported, so that the text they signed is the text that runs.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from copydesk.chaining import altered
from copydesk.errors import InternalError, UsageError
from copydesk.records import Dossier, Edit, Interval, Passage, Report, Section, Sentence, Signature, SignOffs, Verdict
from copydesk.render import disclosing
from copydesk.render.clean import one_line
from copydesk.spans import overlap

SCHEMA = 1  # version of the record of sign-offs that is read and written
NEWER = "a newer copydesk wrote it. Update copydesk: pip install --upgrade copydesk"
ENDING = ".signoff.json"
UNREAD = "is no record of sign-offs that this copydesk reads"
HEAD = 2  # sentences above the sections: the headline and the one under it
WAY_OUT = "Move it away and sign the story again."


class _Form(msgspec.Struct):
    """The version of its form that a record states; read first, because a newer one may have other fields."""

    schema: int


class Part(NamedTuple):
    """A section of a report.

    Attributes:
        section: The section.
        first: The place of its first sentence in the report, from 1.
    """

    section: Section
    first: int

    def near(self, place: int) -> int:
        """Return the place in this section, from the one before its first sentence, that is nearest to a place in the report."""
        return min(max(place, self.first - 1), self.first - 1 + len(self.section.sentences))


def sign_offs_of(story: Path) -> Path:
    """Return the file beside a story that holds its sign-offs."""
    return story.with_name(f"{story.name.removesuffix('.json')}{ENDING}")


def load_sign_offs(path: Path) -> SignOffs | None:
    """Read what was signed before; None where there is no such file.

    Raises:
        UsageError: The file cannot be read, is no record of sign-offs, or one that a newer copydesk wrote.
    """
    if not path.exists():
        return None
    try:
        content = path.read_bytes()
        form = msgspec.json.decode(content, type=_Form).schema
        if form > SCHEMA:
            raise UsageError(f"{path}: its form is {form} and this copydesk reads {SCHEMA}: {NEWER}")
        return msgspec.json.decode(content, type=SignOffs)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}. {WAY_OUT}") from error
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {UNREAD} ({error}). {WAY_OUT}") from error


def signature(sign_offs: SignOffs | None, content: bytes) -> Signature | None:
    """Return what the last sign-off says of a version of a story; None where nobody signed any version.

    Args:
        sign_offs: The story's sign-offs.
        content: The story's JSON file.
    """
    if sign_offs is None or not sign_offs.signed:
        return None
    last, changed = sign_offs.signed[-1], altered(sign_offs)
    stands = not changed and last.sha256 == hashlib.sha256(content).hexdigest()
    return Signature(by=last.by, when=last.when, stands=stands, edits=last.edits if stands else (), altered=changed)


def told(signed: Signature | None) -> str:
    """Return in a sentence which person answers for a version of a story."""
    return disclosing.signed(signed) or "Nobody has signed any version of this story."


def as_signed(dossier: Dossier, signed: Signature | None) -> Dossier:
    """Return a story with what its signer changed; as it is where nothing was changed or the sign-off does not stand."""
    if signed is None or not signed.edits:
        return dossier
    report = edited(dossier.report, signed.edits, dossier)
    entry = replace(dossier.story, headline=report.headline.text, summary=report.dek.text)
    return replace(dossier, story=entry, report=report)


def edited(report: Report, edits: Sequence[Edit], dossier: Dossier) -> Report:
    """Return a report with a person's changes in it: sentences in other words, without those taken out, with those put in.

    Raises:
        InternalError: A change has no place in the report.
    """
    changed = {edit.place: edit for edit in edits if edit.before is not None}
    added = [edit for edit in edits if edit.before is None]
    parts = parts_of(report, opened=any(not edit.heading for edit in added))
    homes = [home(edit, parts) for edit in added]
    all_used(changed, edits, report)
    headline, dek = (
        reworded(sentence, changed.get(place), dossier) for place, sentence in enumerate((report.headline, report.dek), start=1)
    )
    sections = list[Section]()
    for part in parts:
        own = [edit for edit, place in zip(added, homes, strict=True) if place is part]
        sections.append(replace(part.section, sentences=tuple(sentences_of(part, changed, own, dossier))))
    return replace(report, headline=headline, dek=dek, sections=tuple(one for one in sections if one.sentences))


def parts_of(report: Report, *, opened: bool) -> tuple[Part, ...]:
    """Return the sections of a report with the places of their sentences.

    Args:
        report: The report.
        opened: Whether something stands above its first heading: then a section without one goes first.
    """
    sections = report.sections
    if not sections or (opened and sections[0].heading):
        sections = (Section(heading="", sentences=()), *sections)
    ends = accumulate((len(section.sentences) for section in sections), initial=HEAD)
    return tuple(Part(section, end + 1) for section, end in zip(sections, ends, strict=False))


def home(edit: Edit, parts: Iterable[Part]) -> Part:
    """Return the section to which a sentence was put: of those with its heading the one nearest to its place.

    Raises:
        InternalError: No section has that heading.
    """
    under = [part for part in parts if one_line(part.section.heading) == one_line(edit.heading)]
    if not under:
        raise InternalError(f"what a person put in under “{edit.heading}” has a section to stand in")
    return min(under, key=lambda part: abs(part.near(edit.place) - edit.place))


def all_used(changed: Mapping[int, Edit], edits: Iterable[Edit], report: Report) -> None:
    """Raise InternalError where a sentence was changed that the report does not have, or twice, or one that must not go did."""
    sentences = HEAD + sum(len(section.sentences) for section in report.sections)
    kept = all(changed[place].after is not None for place in range(1, HEAD + 1) if place in changed)
    if (
        not kept
        or len(changed) != sum(edit.before is not None for edit in edits)
        or not changed.keys() <= set(range(1, sentences + 1))
    ):
        raise InternalError("each change that a person signed stands in the report")


def sentences_of(part: Part, changed: Mapping[int, Edit], added: Iterable[Edit], dossier: Dossier) -> Iterator[Sentence]:
    """Yield the sentences of a section as they were signed."""
    waiting: dict[int, list[Edit]] = {}
    for one in sorted(added, key=lambda edit: edit.place):
        waiting.setdefault(part.near(one.place), []).append(one)
    yield from (put_in(one, dossier) for one in waiting.get(part.first - 1, ()))
    for place, sentence in enumerate(part.section.sentences, start=part.first):
        edit = changed.get(place)
        if edit is None or edit.after is not None:
            yield reworded(sentence, edit, dossier)
        yield from (put_in(one, dossier) for one in waiting.get(place, ()))


def reworded(sentence: Sentence, edit: Edit | None, dossier: Dossier) -> Sentence:
    """Return a sentence in a person's words with what the articles say to these; as it is where nobody changed it."""
    if edit is None or edit.after is None:
        return sentence
    new = put_in(edit, dossier)
    if not new.citations:
        return replace(new, citations=sentence.citations, claim_ids=sentence.claim_ids)
    independent = sentence.independent if new.origin_ids == sentence.origin_ids else new.independent
    return replace(new, claim_ids=sentence.claim_ids, independent=independent)


def put_in(edit: Edit, dossier: Dossier) -> Sentence:
    """Return a person's sentence with the passages that carry it; how many origins do is told as widely as can be."""
    verdict = edit.verdict or Verdict(label="unsupported", score=0.0, checks=(), evidence=())
    origins = origins_of(verdict.evidence, dossier)
    return Sentence(
        text=edit.after or "",
        citations=verdict.evidence,
        claim_ids=(),
        independent=Interval(low=min(1, len(origins)), high=min(len(origins), dossier.story.independent.high)),
        verdict=verdict,
        origin_ids=origins,
    )


def origins_of(passages: Iterable[Passage], dossier: Dossier) -> tuple[str, ...]:
    """Return the ids of the origins that some passages come from, sorted."""
    found = (
        origin.id
        for origin in dossier.origins
        for own in origin.passages
        for passage in passages
        if own.article_id == passage.article_id and overlap(own, passage)
    )
    return tuple(sorted(set(found)))
