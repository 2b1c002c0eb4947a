"""`copydesk schema`."""

import json

import click

from copydesk.cli.output import put
from copydesk.publish import schema as schema_of


@click.command(epilog="\b\nExample:\n  copydesk schema check > check.schema.json")
@click.argument("output", type=click.Choice(["story", "trace", "claims", "check", "found"]), default="story")
def schema(output: str) -> None:
    """Print the JSON Schema of an output: story (default), trace, claims, check, or found (of archive find)."""
    put(json.dumps(schema_of(output), indent=2, ensure_ascii=False))
