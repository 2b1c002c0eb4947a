"""Calls of an OpenAI-compatible server: made again where it refuses for now, made simpler where it lacks what is asked for.

take from the budget -> call -> reply, whole or in a stream -> its text
                             -> 401, 403, 404: the model cannot be asked at all
                             -> a setting it does not know: without it
                             -> a form of answer it does not know (400, 422, 500, a reply of another form): the next weaker one
                             -> refused for now, broken off, too late: wait, again, a few times
"""

import hashlib
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec

from copydesk.errors import ModelError
from copydesk.models.budget import Budget, Tokens
from copydesk.models.call_log import Call
from copydesk.models.chat_replies import Answer, UnfitReply, read_reply
from copydesk.models.config import KEYS, ServerConfig

_LATER = frozenset({408, 409, 425, 429})  # statuses of a call that may go through later, beside those of 500 and more
_UNFIT = 422  # what the interface answers to what it cannot take; here also for a reply we cannot take
_NEVER = {
    401: ("the key is refused", f"Set {' or '.join(KEYS)}."),
    403: ("the key may not use it", f"Set {' or '.join(KEYS)} to one that may."),
    404: ("it is not there", "Is --base-url right, and does the server have that model?"),
}
# How the form of an answer is asked for, strictest first: some servers know only the later ones, and some answer 500 to the first.
FORMS = ("json_schema", "json_object", "text")
_LARGEST = 1_000_000  # bytes of a reply
_LARGEST_STREAM = 20_000_000  # the same, where every token comes in an envelope of its own
_SIGNS_PER_TOKEN = 3  # rather too few: what a call may take is set aside before it is made


class CallFailed(Exception):
    """A call failed for good.

    Args:
        reason: Why, for people.
        status: The server's answer; 0 where there was none.
        wait: Seconds after which the server wants to be asked again, where it says so.
        refused: Whether the server did no work for it.
    """

    def __init__(self, reason: str, status: int = 0, wait: float | None = None, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.wait = wait
        self.refused = refused

    @property
    def for_now(self) -> bool:
        """Whether the same call may go through later."""
        return not self.status or self.status in _LATER or self.status >= 500


@dataclass
class _Attempt:
    """How a call is made.

    Attributes:
        form: Index of the form of answer that is asked for.
        settings: What else is asked for.
        tries: How often it was refused for now.
    """

    form: int
    settings: dict[str, Any]
    tries: int = 0


@dataclass
class Manner:
    """What is known of how a server wants to be asked; learned from what it refuses.

    Attributes:
        settings: What is asked for beside the form of the answer.
        form: Index of the strictest form of answer that the server is not known to lack.
    """

    settings: dict[str, Any]
    form: int = 0


def nothing(*_: object) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Terms:
    """On which terms a model is called; they hold for all calls of a run.

    Attributes:
        model: The model, as the server calls it.
        config: Time-outs, tries and the size of answers.
        budget: How much may be asked.
        streamed: Called with how many pieces of an answer there are, as they come; None: an answer is asked for in one piece.
        log: Called with every call that was made.
        sleep: Waits so many seconds.
        manner: What is known of the server.
    """

    model: str
    config: ServerConfig
    budget: Budget
    streamed: Callable[[int], None] | None = None
    log: Callable[[Call], None] = nothing
    sleep: Callable[[float], None] = time.sleep
    manner: Manner = field(init=False)

    def __post_init__(self) -> None:
        streaming = {"stream_options": {"include_usage": True}, "stream": True} if self.streamed else {}
        settings = {"temperature": 0, "max_tokens": self.config.answer_tokens, **streaming}
        object.__setattr__(self, "manner", Manner(settings))


class Caller:
    """Calls one model; several threads may share it.

    Args:
        client: An `openai.OpenAI` that does not try again by itself.
        terms: On which terms.
    """

    def __init__(self, client: Any, terms: Terms) -> None:  # noqa: ANN401 -- an extra
        self._client = client
        self._terms = terms

    def text(self, told: list[dict[str, str]], schema: dict[str, Any], task: str) -> str | None:
        """Return what the model answers to messages; None where the budget is spent.

        Args:
            told: The messages.
            schema: JSON Schema of the answer, for servers that know such; the messages must state the form, too.
            task: What it is asked for, a word: the schema's name, and for the log.

        Raises:
            CallFailed: It cannot be had.
            ModelError: The model cannot be asked at all.
        """
        terms = self._terms
        size = sum(len(one["content"]) for one in told) // _SIGNS_PER_TOKEN
        tokens = Tokens(size, terms.config.answer_tokens)
        attempt = _Attempt(terms.manner.form, terms.manner.settings)
        while terms.budget.take(tokens):
            began = time.monotonic()
            try:
                answer = self._called(told, attempt, form_of(attempt.form, task, schema))
            except CallFailed as failed:
                used = Tokens() if failed.refused else tokens  # what broke off may have been worked on
                terms.budget.settle(tokens, used)
                self._log(told, task, attempt, began, failed.reason, used)
                self._prepare(attempt, failed)
            else:
                used = answer.tokens or tokens
                terms.budget.settle(tokens, used)
                terms.manner.form = max(terms.manner.form, attempt.form)
                self._log(told, task, attempt, began, "answered", used)
                return answer.text
        return None

    def _log(  # noqa: PLR0913, PLR0917 -- what a line of the log holds
        self, told: list[dict[str, str]], task: str, attempt: _Attempt, began: float, outcome: str, used: Tokens
    ) -> None:
        self._terms.log(
            Call(
                model=self._terms.model,
                task=task,
                prompt="",
                input=hashlib.sha256(msgspec.json.encode(told)).hexdigest(),
                form=FORMS[attempt.form],
                outcome=outcome,
                tokens_in=used.asked,
                tokens_out=used.answered,
                seconds=round(time.monotonic() - began, 3),
                cost=self._terms.budget.cost(used),
            )
        )

    def _prepare(self, attempt: _Attempt, failed: CallFailed) -> None:
        """Change how a failed call is made, or wait; raise where it is over."""
        if failed.status in _NEVER:
            problem, way_out = _NEVER[failed.status]
            raise ModelError(self._terms.model, f"{problem} ({failed.reason})", way_out) from failed
        if failed.status == 400 and self._without_setting(attempt, failed.reason):
            return
        if failed.status >= 400 and failed.status not in _LATER and attempt.form + 1 < len(FORMS):
            attempt.form += 1
            return
        attempt.tries += 1
        if attempt.tries >= self._terms.config.tries or not failed.for_now:
            raise failed
        asked = failed.wait if failed.wait is not None else 0.5 * 2**attempt.tries
        # Threads that were refused together do not come back together.
        self._terms.sleep(min(asked * random.uniform(1.0, 1.5), self._terms.config.longest_wait))  # noqa: S311 -- no secret

    def _without_setting(self, attempt: _Attempt, reason: str) -> bool:
        """Leave out the setting that a server names as unknown to it; return whether there is one.

        Models that think before they answer know no temperature, and count their answer under another name.
        """
        named = next((name for name in attempt.settings if name in reason), None)
        if named is None:
            return False
        rest = {name: value for name, value in attempt.settings.items() if name != named}
        attempt.settings = {**rest, "max_completion_tokens": self._terms.config.answer_tokens} if named == "max_tokens" else rest
        self._terms.manner.settings = attempt.settings
        return True

    def _called(self, told: list[dict[str, str]], attempt: _Attempt, form: dict[str, Any]) -> Answer:
        """Return what the model wrote, with how many tokens it says all of it took, where it says so."""
        call = {"model": self._terms.model, "messages": told, **attempt.settings, **form}
        try:
            return read_reply(self._bytes(call))
        except UnfitReply as unfit:
            raise CallFailed(unfit.reason, unfit.status) from None

    def _bytes(self, call: dict[str, Any]) -> bytes:
        """Make one call and return its reply; one that drips in is given up at the time-out, one without end at a size."""
        import httpx2  # noqa: PLC0415 -- an extra
        import openai  # noqa: PLC0415 -- an extra

        late = f"no whole reply within {self._terms.config.timeout:g} seconds"
        streamed = self._terms.streamed
        ends, read, pieces = time.monotonic() + self._terms.config.timeout, bytearray(), 0
        try:
            with self._client.chat.completions.with_streaming_response.create(**call) as response:
                for part in response.iter_bytes():
                    read += part
                    if streamed:
                        pieces += part.count(b"data:")
                        streamed(pieces)
                    if time.monotonic() > ends:
                        raise CallFailed(late)
                    if len(read) > (_LARGEST_STREAM if streamed else _LARGEST):
                        raise CallFailed("its reply does not end", _UNFIT)
        except openai.APIStatusError as error:
            wait = _seconds(error.response.headers.get("retry-after"))
            raise CallFailed(self._refusal(error), error.status_code, wait, refused=True) from None
        except (openai.APITimeoutError, httpx2.TimeoutException):
            raise CallFailed(late) from None
        except (openai.APIConnectionError, httpx2.HTTPError) as error:
            raise CallFailed(f"the connection failed ({type(error.__cause__ or error).__name__})") from None
        return bytes(read)

    def _refusal(self, error: Any) -> str:  # noqa: ANN401 -- an extra
        """Return in words what a server answered, never with the key."""
        body = error.body if isinstance(error.body, dict) else {}
        said = str(body.get("message") or "").replace(self._client.api_key, "…").partition("\n")[0][:200]
        return f"the server answered {error.status_code}" + (f": {said}" if said else "")


def form_of(form: int, name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return what a call says of the form of its answer.

    Args:
        form: Index in `FORMS`.
        name: Of the schema.
        schema: JSON Schema of the answer.
    """
    strict = {"name": name, "strict": True, "schema": schema}
    said = {"json_schema": {"type": "json_schema", "json_schema": strict}, "json_object": {"type": "json_object"}}
    return {"response_format": said[FORMS[form]]} if FORMS[form] in said else {}


def _seconds(header: str | None) -> float | None:
    """Return how long a server asks to wait, where it says so in seconds."""
    return float(header) if header and header.strip().isdigit() else None
