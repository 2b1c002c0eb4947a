"""What sign-offs say of the version of a story at hand, and the story as it was signed.

STORY.json + STORY.signoff.json -> does the last sign-off stand for these bytes? -> the report with what its signer changed

A sign-off never changes the story's JSON: that stays what copydesk wrote. What a person changed is put in where the story is
printed or exported, so that the text they signed is the text that runs.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from copydesk.errors import UsageError
from copydesk.records import Dossier, Edit, Interval, Passage, Report, Section, Sentence, Signature, SignOffs, Verdict
from copydesk.render import disclosing
from copydesk.spans import overlap

ENDING = ".signoff.json"
UNREAD = "is no record of sign-offs that this copydesk reads"
WAY_OUT = "Move it away and sign the story again."


def sign_offs_of(story: Path) -> Path:
    """Return the file beside a story that holds its sign-offs."""
    return story.with_name(f"{story.name.removesuffix('.json')}{ENDING}")


def load_sign_offs(path: Path) -> SignOffs | None:
    """Read what was signed before; None where there is no such file.

    Raises:
        UsageError: The file cannot be read or is no record of sign-offs.
    """
    if not path.exists():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=SignOffs)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or 'cannot be read'}. {WAY_OUT}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {UNREAD} ({error}). {WAY_OUT}") from error


def signature(sign_offs: SignOffs | None, content: bytes) -> Signature | None:
    """Return what the last sign-off says of a version of a story; None where nobody signed any version.

    Args:
        sign_offs: The story's sign-offs.
        content: The story's JSON file.
    """
    if sign_offs is None or not sign_offs.signed:
        return None
    last = sign_offs.signed[-1]
    stands = last.sha256 == hashlib.sha256(content).hexdigest()
    return Signature(by=last.by, when=last.when, stands=stands, edits=last.edits if stands else ())


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
    """Return a report with a person's changes in it: sentences in other words, without those taken out, with those put in."""
    changed = {edit.place: edit for edit in edits if edit.before is not None}
    added = [edit for edit in edits if edit.before is None]
    headline, dek = (
        reworded(sentence, changed.get(place), dossier) for place, sentence in enumerate((report.headline, report.dek), start=1)
    )
    sections, place = list[Section](), 3
    for section in report.sections or (Section(heading="", sentences=()),):
        first = not sections
        own = [edit for edit in added if edit.heading == section.heading or (first and not edit.heading)]
        sentences = tuple(sentences_of(section, place, changed, own, dossier))
        sections.append(replace(section, sentences=sentences))
        place += len(section.sentences)
    return replace(report, headline=headline, dek=dek, sections=tuple(one for one in sections if one.sentences))


def sentences_of(
    section: Section, first: int, changed: Mapping[int, Edit], added: Iterable[Edit], dossier: Dossier
) -> Iterator[Sentence]:
    """Yield the sentences of a section as they were signed; `first` is the place of its first one."""
    waiting = sorted(added, key=lambda edit: edit.place)
    yield from (put_in(edit, dossier) for edit in waiting if edit.place < first)
    for place, sentence in enumerate(section.sentences, start=first):
        edit = changed.get(place)
        if edit is None or edit.after is not None:
            yield reworded(sentence, edit, dossier)
        yield from (put_in(one, dossier) for one in waiting if one.place == place)


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
