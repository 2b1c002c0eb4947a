"""What an OpenAI-compatible server sends back: one JSON object, or a stream of events that each hold a piece of the answer."""

from collections.abc import Iterator, Sequence

import msgspec

from copydesk.models.budget import Tokens


class UnfitReply(Exception):
    """A reply that is none.

    Args:
        reason: Why, for people.
        status: What the server would have answered had it known: 0 for a reply that broke off, 500 for an error of its own, 422 for
            one that is in no form that we can take.
    """

    def __init__(self, reason: str, status: int = 422) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class Answer(msgspec.Struct, frozen=True):
    """What a model answered.

    Attributes:
        text: Its words.
        tokens: What the server says the call took; None where it does not say.
    """

    text: str
    tokens: Tokens | None


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0
    total_tokens: int = 0


class _Reply(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


class _Piece(msgspec.Struct):
    delta: _Message = msgspec.field(default_factory=_Message)
    finish_reason: str | None = None


class _Event(msgspec.Struct):
    choices: list[_Piece] = []
    usage: _Usage | None = None
    error: object = None


def read_reply(body: bytes) -> Answer:
    """Return the answer that a server's reply holds, in whichever of the two ways it was sent.

    Raises:
        UnfitReply: It holds none.
    """
    lines = body.splitlines()
    if any(line.startswith(b"data:") for line in lines):
        return _streamed(lines)
    try:
        reply = msgspec.json.decode(body, type=_Reply)
    except msgspec.DecodeError:
        raise UnfitReply("its reply is not in the form of the interface") from None
    if not reply.choices:
        raise UnfitReply("its reply has no answer in it")
    return Answer(reply.choices[0].message.content or "", _tokens(reply.usage))


def _streamed(lines: Sequence[bytes]) -> Answer:
    """Return the answer of a stream that came to its end."""
    parts, usage, ended = list[str](), None, lines[-1].strip() == b"data: [DONE]"
    for event in _events(lines):
        if event.error is not None:
            raise UnfitReply("it told of an error in the middle of its reply", 500)
        usage = event.usage or usage
        for piece in event.choices[:1]:
            parts.append(piece.delta.content or "")
            ended = ended or piece.finish_reason is not None
    if not ended:
        raise UnfitReply("its reply broke off", 0)
    return Answer("".join(parts), _tokens(usage))


def _events(lines: Sequence[bytes]) -> Iterator[_Event]:
    for line in lines:
        told = line.removeprefix(b"data:").strip()
        if line.startswith(b"data:") and told and told != b"[DONE]":
            try:
                yield msgspec.json.decode(told, type=_Event)
            except msgspec.DecodeError:
                raise UnfitReply("its reply is not in the form of the interface", 0) from None


def _tokens(usage: _Usage | None) -> Tokens | None:
    """Return what a call took; a server that tells the sum alone is taken to have counted it all as answer, which costs more."""
    if usage is None or not (usage.total_tokens or usage.completion_tokens or usage.prompt_tokens):
        return None
    return Tokens(usage.prompt_tokens, max(usage.completion_tokens, usage.total_tokens - usage.prompt_tokens))
