"""Reading stories that copydesk wrote as JSON, for all that goes on with them: exports and sign-offs.

STORY.json ──load──▶ a form this copydesk reads? ─▶ stories whose passages say what their articles say there
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from copydesk.config import dotted
from copydesk.errors import DossierError
from copydesk.records import Dossier, Passage, StoryOutput
from copydesk.render.shelf import pointed_at

SCHEMA = 1  # version of the story JSON that is read
MADE_BY = "It must be what `copydesk story --format json` printed or `copydesk story -o` wrote."


class _Form(msgspec.Struct):
    """The version of its form that a result states; read first, because a newer one may have other fields."""

    schema: int


def load(path: Path) -> tuple[bytes, StoryOutput]:
    """Return the bytes of a file, `-` for standard input, and the stories in it.

    Raises:
        DossierError: It cannot be read, or holds no stories of copydesk, or one that contradicts itself.
    """
    content = _content(path)
    output = _decoded(content, path)
    problem = next((found for dossier in output.dossiers for found in _contradictions(dossier)), None)
    if problem:
        raise DossierError(str(path), problem, "It was changed by hand or cut short; write it anew.")
    return content, output


def _content(path: Path) -> bytes:
    try:
        return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise DossierError(str(path), f"{error.strerror or 'cannot be read'}.", "Name a file or folder that is there.") from error


def _decoded(content: bytes, path: Path) -> StoryOutput:
    try:
        form = msgspec.json.decode(content, type=_Form).schema
        if form > SCHEMA:
            newer = f"its form is {form} and this copydesk reads {SCHEMA}: a newer copydesk wrote it."
            raise DossierError(str(path), newer, "Update copydesk: pip install --upgrade copydesk")
        return msgspec.json.decode(content, type=StoryOutput)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise DossierError(str(path), f"{dotted(str(error))}.", MADE_BY) from error


def _contradictions(dossier: Dossier) -> Iterator[str]:
    """Yield what in a dossier cannot be: passages of articles that are not in it, or that say something else there."""
    texts = {article.id: article.text for article in dossier.articles}
    for passage in _passages(dossier):
        if passage.article_id not in texts:
            yield f"story {dossier.story.id} cites article {passage.article_id}, which is not in it."
        elif texts[passage.article_id][passage.start : passage.end] != passage.text:
            yield f"in story {dossier.story.id} article {passage.article_id} has other words at {passage.start}-{passage.end}."


def _passages(dossier: Dossier) -> Iterator[Passage]:
    yield from pointed_at(dossier)
    for origin in dossier.origins:
        yield from origin.passages
