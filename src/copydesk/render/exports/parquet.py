"""Claims and initiatives of stories as Parquet, a typed column each; needs the extra `[archive]`."""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copydesk.errors import MissingExtra
from copydesk.records import Passage
from copydesk.render.clean import one_line
from copydesk.render.exports.tables import claims_output, outlets_of
from copydesk.render.exports.told import Told

_PASSAGE = {"article_id": "string", "outlet": "string", "url": "string", "start": "int64", "end": "int64", "text": "string"}
_SHARED: dict[str, Any] = {
    "independent_low": "int64", "independent_high": "int64", "outlets": ["string"], "origin_ids": ["string"],
    "passages": [_PASSAGE],
}  # fmt: skip
CLAIMS: dict[str, Any] = {
    "story_id": "string", "id": "string", "text": "string", "kind": "string", "firmness": "string", "modality": "string",
    "speaker": "string", "attribution": "string", "rests_on": ["string"], "unnamed": "bool_", "importance": "float64",
    "first_seen": "string", "new": "bool_", "differs": ["string"], "differs_with": ["string"], **_SHARED,
}  # fmt: skip
INITIATIVES: dict[str, Any] = {
    "story_id": "string", "number": "int64", "text": "string", "actors": ["string"], "partners": ["string"], "when": "string",
    "status": "string", "course": [{"status": "string", "when": "string", "article_id": "string", "text": "string"}], **_SHARED,
}  # fmt: skip


def claims(stories: Sequence[Told]) -> bytes:
    """Return the claims of stories as a Parquet file (format 2.6).

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    rows = [row for told in stories for row in _claim_rows(told)]
    return _written(rows, CLAIMS, stories)


def initiatives(stories: Sequence[Told]) -> bytes:
    """Return what was announced, planned or promised as a Parquet file (format 2.6).

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    rows = [row for told in stories for row in _initiative_rows(told)]
    return _written(rows, INITIATIVES, stories)


def _claim_rows(told: Told) -> Iterator[dict[str, Any]]:
    (story,) = claims_output([told]).stories
    for claim in story.claims:
        yield {
            **{name: getattr(claim, name) for name in CLAIMS if hasattr(claim, name)},
            "story_id": told.dossier.story.id,
            "first_seen": claim.first_seen.when if claim.first_seen else None,
            "differs": [f"{d.topic}: {d.value}" if d.value else d.topic for d in claim.differs],
            "differs_with": list(dict.fromkeys(other for d in claim.differs for other in d.claim_ids)),
            **_carried(told, claim.independent.low, claim.independent.high, claim.passages),
        }


def _initiative_rows(told: Told) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(told.dossier.initiatives, start=1):
        yield {
            **{name: getattr(one, name) for name in INITIATIVES if hasattr(one, name)},
            "story_id": told.dossier.story.id,
            "number": number,
            "course": [
                {"status": s.status, "when": s.when, "article_id": s.passage.article_id, "text": s.passage.text} for s in one.course
            ],
            **_carried(told, one.independent.low, one.independent.high, one.passages),
        }


def _carried(told: Told, low: int, high: int, passages: Sequence[Passage]) -> dict[str, Any]:
    return {
        "independent_low": low,
        "independent_high": high,
        "outlets": outlets_of(told, [passage.article_id for passage in passages]),
        "passages": [
            {
                "article_id": passage.article_id,
                "outlet": told.shelf.articles[passage.article_id].outlet,
                "url": told.shelf.articles[passage.article_id].url,
                "start": passage.start,
                "end": passage.end,
                "text": passage.text,
            }
            for passage in passages
        ],
    }


def _written(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, Any], stories: Sequence[Told]) -> bytes:
    try:
        import pyarrow  # noqa: PLC0415 -- an extra
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra("archive", "Writing Parquet") from error

    def typed(column: Any) -> Any:  # noqa: ANN401 -- pyarrow is untyped
        if isinstance(column, list):
            return pyarrow.list_(typed(column[0]))
        if isinstance(column, dict):
            return pyarrow.struct([(name, typed(inner)) for name, inner in column.items()])
        return getattr(pyarrow, column)()

    schema = pyarrow.schema([(name, typed(column)) for name, column in columns.items()], metadata=_metadata(stories))
    table = pyarrow.Table.from_pylist([{name: _plain(row.get(name)) for name in columns} for row in rows], schema=schema)
    out = io.BytesIO()
    pyarrow.parquet.write_table(table, out, version="2.6", compression="zstd")
    return out.getvalue()


def _plain(value: Any) -> Any:  # noqa: ANN401 -- whatever a column holds
    """Return a value as a column takes it, every text on one line and without what cannot be encoded."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return value


def _metadata(stories: Sequence[Told]) -> dict[str, str]:
    """Return what the file itself says of how its rows were made."""
    return {
        "generator": "; ".join(dict.fromkeys(told.generator for told in stories)),
        "digitalSourceType": "; ".join(dict.fromkeys(told.digital_source.uri for told in stories)),
        "disclosure": "\n".join(dict.fromkeys(told.disclosure for told in stories)),
    }
