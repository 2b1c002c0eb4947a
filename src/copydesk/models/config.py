"""Settings of the models that judge sentences and of those that write."""

from typing import Annotated, Literal

from msgspec import Meta

from copydesk.records.base import Record

# Where a key to a server is looked for in the environment, in this order.
KEYS = ("COPYDESK_API_KEY", "OPENAI_API_KEY")

Count = Annotated[int, Meta(ge=1)]
Seconds = Annotated[float, Meta(gt=0.0)]
Money = Annotated[float, Meta(ge=0.0)]


class ServerConfig(Record, frozen=True, kw_only=True):
    """How a model behind a server is called.

    Attributes:
        timeout: Seconds that one call may take.
        tries: How often a call is made that the server refuses for now or breaks off.
        longest_wait: Seconds to wait at most before a call is made again, whatever the server asks for.
        answer_tokens: Tokens that an answer may have.
        most_calls: Calls in one run.
        most_tokens: Tokens, of questions and answers together, in one run.
    """

    timeout: Seconds = 60.0
    tries: Count = 4
    longest_wait: Seconds = 30.0
    answer_tokens: Count = 1_000
    most_calls: Count = 2_000
    most_tokens: Count = 2_000_000


class JudgeConfig(ServerConfig, frozen=True, kw_only=True):
    """How a judge works; which one it is, is named where it is asked for. What every server has is in `ServerConfig`.

    Sentences behind the last call or token get no answer.

    Attributes:
        batch: Sentences that a local model reads at once.
        longest: Tokens a local model reads of a sentence and its passages, which are cut there; fewer where it cannot read as many.
        device: `auto` takes a graphics processor where ONNX Runtime has one, `cpu` never.
        at_once: Calls of a server at the same time.
    """

    batch: Count = 16
    longest: Annotated[int, Meta(ge=32)] = 512
    device: Literal["auto", "cpu"] = "auto"
    at_once: Count = 4


class WriterConfig(ServerConfig, frozen=True, kw_only=True):
    """Who writes, and how a model is asked. What every server has is in `ServerConfig`; a story takes longer than a verdict.

    The key is read from the environment and has no place here.

    Attributes:
        kind: `offline`, or `openai` for a model behind an OpenAI-compatible server.
        model: The model, as the server calls it.
        base_url: The server's address, such as http://localhost:8080/v1; empty: OpenAI's own.
        price_in: What a million tokens of questions cost, in any currency; not given: unknown.
        price_out: What a million tokens of answers cost, in the same one.
        most_cost: What one run may cost at most, in the same one; needs both prices.
        claims: Claims of a story that a model is shown at most, the most important ones.
        passages: Passages of a claim that it is shown at most, one of each origin first.
        passage_signs: A longer passage is cut there.
        repairs: Sentences of a story for which it is asked for another wording at most.
    """

    kind: Literal["offline", "openai"] = "offline"
    model: str = ""
    base_url: str = ""
    timeout: Seconds = 300.0
    answer_tokens: Count = 4_000
    most_calls: Count = 200
    most_tokens: Count = 500_000
    price_in: Money | None = None
    price_out: Money | None = None
    most_cost: Money | None = None
    claims: Count = 40
    passages: Count = 4
    passage_signs: Annotated[int, Meta(ge=80)] = 400
    repairs: Annotated[int, Meta(ge=0)] = 12
