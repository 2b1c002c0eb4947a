"""JSON that other programs read."""

import json

import msgspec
import pytest
from tests.render import dossiers, hostile

from copydesk.records import CheckOutput, StoryOutput, TraceOutput
from copydesk.render.json import encode

OUTPUTS = [dossiers.story_output(), dossiers.trace_output(), dossiers.check_output()]


@pytest.mark.parametrize("output", OUTPUTS, ids=["story", "trace", "check"])
def test_what_is_written_can_be_read_back(output: StoryOutput | TraceOutput | CheckOutput) -> None:
    text = encode(output)
    assert msgspec.json.decode(text, type=type(output)) == output
    assert text == encode(output)
    assert text.endswith(b"}\n")
    assert text.splitlines()[1].startswith(b'  "schema": 1')


def test_hostile_text_survives_as_it_is() -> None:
    dossier = hostile.hostile()
    output = msgspec.structs.replace(dossiers.story_output(), dossiers=(dossier,))
    assert json.loads(encode(output))["dossiers"][0]["articles"][0]["text"] == dossier.articles[0].text
