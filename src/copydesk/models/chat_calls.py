"""Calls of an OpenAI-compatible server: made again where it refuses for now, made simpler where it lacks what is asked for.

take from the budget -> call -> reply -> its text
                             -> 401, 403, 404: the model cannot be asked at all
                             -> a setting it does not know: without it
                             -> a form of answer it does not know (400, 422, 500, a reply of another form): the next weaker one
                             -> refused for now, broken off, too late: wait, again, a few times
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import msgspec

from copydesk.errors import ModelError
from copydesk.models.budget import Budget
from copydesk.models.config import JudgeConfig

KEYS = ("COPYDESK_API_KEY", "OPENAI_API_KEY")
_LATER = frozenset({408, 409, 425, 429})  # statuses of a call that may go through later, beside those of 500 and more
_UNFIT = 422  # what the interface answers to what it cannot take; here also for a reply we cannot take
_NEVER = {
    401: ("the key is refused", f"Set {' or '.join(KEYS)}."),
    403: ("the key may not use it", f"Set {' or '.join(KEYS)} to one that may."),
    404: ("it is not there", "Is --base-url right, and does the server have that model?"),
}
_LARGEST = 1_000_000  # bytes of a reply
_SIGNS_PER_TOKEN = 3  # rather too few: what a call may take is set aside before it is made


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message


class _Usage(msgspec.Struct):
    total_tokens: int = 0


class _Reply(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


class CallFailed(Exception):
    """A call failed for good.

    Args:
        reason: Why, for people.
        status: The server's answer; 0 where there was none.
        wait: Seconds after which the server wants to be asked again, where it says so.
    """

    def __init__(self, reason: str, status: int = 0, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.wait = wait

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


class Caller:
    """Calls one model; several threads may share it.

    Args:
        client: An `openai.OpenAI` that does not try again by itself.
        model: The model, as the server calls it.
        forms: What a call says of the form of the answer, strictest first.
        config: Time-outs, tries and the size of answers.
        budget: How much may be asked.
        sleep: Waits so many seconds.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- made in one place
        self,
        client: Any,  # noqa: ANN401 -- an extra
        model: str,
        forms: tuple[dict[str, Any], ...],
        config: JudgeConfig,
        budget: Budget,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._model = model
        self._forms = forms
        self._config = config
        self._budget = budget
        self._sleep = sleep
        self._form = 0  # the strictest form that the server is not known to lack
        self._settings: dict[str, Any] = {"temperature": 0, "max_tokens": config.answer_tokens}

    def text(self, told: list[dict[str, str]]) -> str | None:
        """Return what the model answers to messages; None where the budget is spent.

        Raises:
            CallFailed: It cannot be had.
            ModelError: The model cannot be asked at all.
        """
        tokens = sum(len(one["content"]) for one in told) // _SIGNS_PER_TOKEN + self._config.answer_tokens
        attempt = _Attempt(self._form, self._settings)
        while self._budget.take(tokens):
            try:
                text, used = self._called(told, attempt)
            except CallFailed as failed:
                self._budget.settle(tokens, 0 if failed.status else tokens)  # what broke off may have been worked on
                self._prepare(attempt, failed)
            else:
                self._budget.settle(tokens, used or tokens)
                self._form = max(self._form, attempt.form)
                return text
        return None

    def _prepare(self, attempt: _Attempt, failed: CallFailed) -> None:
        """Change how a failed call is made, or wait; raise where it is over."""
        if failed.status in _NEVER:
            problem, way_out = _NEVER[failed.status]
            raise ModelError(self._model, f"{problem} ({failed.reason})", way_out) from failed
        if failed.status == 400 and self._without_setting(attempt, failed.reason):
            return
        if failed.status >= 400 and failed.status not in _LATER and attempt.form + 1 < len(self._forms):
            attempt.form += 1
            return
        attempt.tries += 1
        if attempt.tries >= self._config.tries or not failed.for_now:
            raise failed
        asked = failed.wait if failed.wait is not None else 0.5 * 2**attempt.tries
        # Threads that were refused together do not come back together.
        self._sleep(min(asked * random.uniform(1.0, 1.5), self._config.longest_wait))  # noqa: S311 -- no secret

    def _without_setting(self, attempt: _Attempt, reason: str) -> bool:
        """Leave out the setting that a server names as unknown to it; return whether there is one.

        Models that think before they answer know no temperature, and count their answer under another name.
        """
        named = next((name for name in attempt.settings if name in reason), None)
        if named is None:
            return False
        rest = {name: value for name, value in attempt.settings.items() if name != named}
        attempt.settings = {**rest, "max_completion_tokens": self._config.answer_tokens} if named == "max_tokens" else rest
        self._settings = attempt.settings
        return True

    def _called(self, told: list[dict[str, str]], attempt: _Attempt) -> tuple[str, int]:
        """Return what the model wrote, and how many tokens it says all of it took; 0 where it does not say."""
        reply = self._reply({"model": self._model, "messages": told, **attempt.settings, **self._forms[attempt.form]})
        if not reply.choices:
            raise CallFailed("its reply has no answer in it", _UNFIT)
        return reply.choices[0].message.content or "", reply.usage.total_tokens if reply.usage else 0

    def _reply(self, call: dict[str, Any]) -> _Reply:
        try:
            return msgspec.json.decode(self._bytes(call), type=_Reply)
        except msgspec.DecodeError:
            raise CallFailed("its reply is not in the form of the interface", _UNFIT) from None

    def _bytes(self, call: dict[str, Any]) -> bytes:
        """Make one call and return its reply; one that drips in is given up at the time-out, one without end at a size."""
        import httpx2  # noqa: PLC0415 -- an extra
        import openai  # noqa: PLC0415 -- an extra

        late = f"no whole reply within {self._config.timeout:g} seconds"
        ends, read = time.monotonic() + self._config.timeout, bytearray()
        try:
            with self._client.chat.completions.with_streaming_response.create(**call) as response:
                for part in response.iter_bytes():
                    read += part
                    if time.monotonic() > ends:
                        raise CallFailed(late)
                    if len(read) > _LARGEST:
                        raise CallFailed("its reply does not end", _UNFIT)
        except openai.APIStatusError as error:
            raise CallFailed(self._refusal(error), error.status_code, _seconds(error.response.headers.get("retry-after"))) from None
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


def _seconds(header: str | None) -> float | None:
    """Return how long a server asks to wait, where it says so in seconds."""
    return float(header) if header and header.strip().isdigit() else None
