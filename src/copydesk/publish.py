"""From results to files and text: which form is made by which renderer."""

import msgspec

from copydesk.records import CheckOutput, StoryOutput, TraceOutput

Output = StoryOutput | TraceOutput | CheckOutput
OUTPUTS: dict[str, type[Output]] = {"story": StoryOutput, "trace": TraceOutput, "check": CheckOutput}
# Long enough to be known again in a list of files, short enough for every file system.
LONGEST_NAME = 60


def schema(name: str) -> dict[str, object]:
    """Return the JSON Schema (2020-12) of an output.

    Args:
        name: `story`, `trace` or `check`.
    """
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(OUTPUTS[name])}
