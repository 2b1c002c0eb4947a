"""JSON as other programs read it."""

from typing import Any

import msgspec

from copydesk.records import Record


def encode(output: Record) -> bytes:
    """Return a record as UTF-8 JSON, indented by two spaces, with a line feed at the end; same record, same bytes."""
    return msgspec.json.format(msgspec.json.encode(output, order="deterministic"), indent=2) + b"\n"


def indented(tree: dict[str, Any]) -> bytes:
    """Return plain values as UTF-8 JSON in the order given, indented by two spaces, with a line feed at the end."""
    return msgspec.json.format(msgspec.json.encode(tree), indent=2) + b"\n"
