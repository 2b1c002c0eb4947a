"""A language model behind an OpenAI-compatible server as a judge (extra `llm`).

    one call per sentence, some at a time, within a budget (chat_calls, budget) -> text -> an answer that fits, or none (chat_words)

The model is never trusted: it is shown hostile text, and its answer is one of three words with a number or nothing at all.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from copydesk.errors import ModelError
from copydesk.models.budget import Budget
from copydesk.models.chat_calls import Caller, CallFailed, Terms
from copydesk.models.chat_server import client_of
from copydesk.models.chat_words import SCHEMA, messages, read_answer
from copydesk.models.config import JudgeConfig
from copydesk.ports import Asked, Opinion

_GIVEN_UP = 5  # sentences in a row for which no call went through: the server is gone


class ChatJudge:
    """Fulfils `copydesk.ports.Judge`.

    Args:
        model: The model, as the server calls it.
        connect: Opens a client: an `openai.OpenAI` that does not try again by itself.
        config: How it works.
        sleep: Waits so many seconds.
    """

    def __init__(
        self, model: str, connect: Callable[[], Any], config: JudgeConfig, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._model = model
        self._connect = connect
        self._config = config
        self._terms = Terms(model, config, Budget(config.most_calls, config.most_tokens), sleep=sleep)

    @property
    def name(self) -> str:
        """The model, as the server calls it."""
        return f"openai {self._model}"

    def judge(self, asked: Sequence[Asked]) -> Iterator[Opinion]:
        """Judge sentences; see [`Judge.judge`][copydesk.ports.Judge.judge]."""
        with self._connect() as client:
            run = _Run(Caller(client, self._terms))
            pool = ThreadPoolExecutor(self._config.at_once)
            try:
                yield from pool.map(run.opinion, asked)
            finally:
                pool.shutdown(cancel_futures=True)
        if run.failed and not run.answered:
            way_out = "Is the server running, and is --base-url right?"
            raise ModelError(self._model, f"no call went through: {run.failed}", way_out)


class _Run:
    """One run of questions to a server.

    Attributes:
        answered: Whether a call went through.
        failed: Why the last call that did not go through did not.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller
        self._in_a_row = 0
        self.answered = False
        self.failed = ""

    def opinion(self, asked: Asked) -> Opinion:
        """Return what the model says of one sentence."""
        if self._in_a_row >= _GIVEN_UP:
            return Opinion(silence=f"the server no longer answers ({self.failed})")
        try:
            text = self._caller.text(messages(asked), SCHEMA, "answer")
        except CallFailed as failed:
            if failed.for_now:
                self._in_a_row, self.failed = self._in_a_row + 1, failed.reason
            return Opinion(silence=failed.reason)
        self._in_a_row, self.answered = 0, True
        return Opinion(silence="the budget of calls or tokens is spent") if text is None else read_answer(text, asked)


def load(model: str, base_url: str | None, config: JudgeConfig) -> ChatJudge:
    """Return a judge that asks a model behind a server.

    The key is read from `COPYDESK_API_KEY`, else `OPENAI_API_KEY`, and from nowhere else; a server of one's own needs none.

    Args:
        model: The model, as the server calls it.
        base_url: The server's address, such as http://localhost:8080/v1; None: what the library takes by itself, OpenAI's own.
        config: How it works.

    Raises:
        MissingExtra: The library is not installed.
        UsageError: No server is named and no key is there, or the address is none.
    """
    connect = client_of(model, base_url, config.timeout, "A model behind a server as judge")
    return ChatJudge(model, connect, config)
