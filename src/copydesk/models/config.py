"""Settings of the models that judge sentences."""

from typing import Annotated, Literal

from msgspec import Meta

from copydesk.records.base import Record

Count = Annotated[int, Meta(ge=1)]
Seconds = Annotated[float, Meta(gt=0.0)]


class JudgeConfig(Record, frozen=True, kw_only=True):
    """How a judge works; which one it is, is named where it is asked for.

    Attributes:
        batch: Sentences that a local model reads at once.
        longest: Tokens a local model reads of a sentence and its passages, which are cut there; fewer where it cannot read as many.
        device: `auto` takes a graphics processor where ONNX Runtime has one, `cpu` never.
        timeout: Seconds that one call of a server may take.
        tries: How often a call is made that the server refuses for now or breaks off.
        longest_wait: Seconds to wait at most before a call is made again, whatever the server asks for.
        at_once: Calls of a server at the same time.
        most_calls: Calls of a server in one run; sentences behind the last one get no answer.
        most_tokens: Tokens, of questions and answers together, in one run; the same.
        answer_tokens: Tokens that an answer may have.
    """

    batch: Count = 16
    longest: Annotated[int, Meta(ge=32)] = 512
    device: Literal["auto", "cpu"] = "auto"
    timeout: Seconds = 60.0
    tries: Count = 4
    longest_wait: Seconds = 30.0
    at_once: Count = 4
    most_calls: Count = 2_000
    most_tokens: Count = 2_000_000
    answer_tokens: Count = 1_000
