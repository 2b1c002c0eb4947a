"""A language model behind an OpenAI-compatible server as a writer (extra `llm`).

    brief -> claims and passages with ids between fences (chat_prompt, fence)
          -> a call within a budget (chat_calls, budget, call_log)
          -> sentences that rest on ids it was shown (chat_draft) -> draft

The model is never trusted: it is shown hostile text, and what it writes is checked sentence by sentence before it is printed.
"""

import time
from collections.abc import Callable, Mapping
from typing import Any

from msgspec.structs import replace

from copydesk.errors import ModelError, UsageError
from copydesk.models.budget import Budget, Prices
from copydesk.models.call_log import Call, CallLog
from copydesk.models.chat_calls import Caller, CallFailed, Terms
from copydesk.models.chat_draft import Proposal, Unreadable, draft_of, read_proposal, read_sentence
from copydesk.models.chat_prompt import SENTENCE, VERSION, Offer, Prompt, failed, report_schema
from copydesk.models.chat_server import client_of
from copydesk.models.config import WriterConfig
from copydesk.ports import Shape
from copydesk.records import Brief, Draft, DraftSentence, Verdict

Told = Callable[[str, int, int], None]
_RUNNING = "Is the server running, and is --base-url right?"
_GIVEN_UP = 3  # calls in a row that did not go through: the server is gone
_NONE_NEEDED = "The offline writer needs none."
_DEARER = "Allow more with --max-tokens-total or --max-cost."


class ChatWriter:
    """Fulfils `copydesk.ports.Writer`.

    Args:
        connect: Opens a client: an `openai.OpenAI` that does not try again by itself.
        config: Which model, and how it is asked.
        shapes: What each form asks of it.
        told: Called with "answer", how many pieces of an answer there are, and how many there may be.
        log: Keeps the calls.
        sleep: Waits so many seconds.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- made in one place
        self,
        connect: Callable[[], Any],
        config: WriterConfig,
        shapes: Mapping[str, Shape],
        told: Told,
        log: CallLog,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._connect = connect
        self._config = config
        self._shapes = shapes
        self._prompt = Prompt()
        self._gone: ModelError | None = None  # why it is not asked any more
        self._repairs = 0  # of this story
        self._failures = 0  # in a row
        self.log = log
        self._terms = Terms(
            config.model,
            config,
            _budget(config),
            streamed=lambda pieces: told("answer", min(pieces, config.answer_tokens), config.answer_tokens),
            log=lambda call: log.add(_named(call)),
            sleep=sleep,
        )

    @property
    def name(self) -> str:
        """The model, as the server calls it."""
        return f"openai {self._config.model}"

    def draft(self, brief: Brief) -> Draft:
        """Return what the model writes; see [`Writer.draft`][copydesk.ports.Writer.draft]."""
        self._repairs = 0
        shape = self._shapes[brief.form]
        offer = Offer(brief, self._config, dated=shape.dated)
        if not offer.claims:
            raise ModelError(self._config.model, "no claim of the story can be shown to it", _NONE_NEEDED)
        if shape.dated and not any(offer.times()):
            raise ModelError(self._config.model, "no claim with a time can be shown to it", _NONE_NEEDED)
        headings = tuple(room.heading for room in shape.rooms)
        messages = self._prompt.told(offer.data(), self._prompt.asked(brief.form, shape, offer.words))
        return draft_of(self._proposal(messages, report_schema(headings)), offer, headings)

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        """Return the model's other wording of a sentence; None where it has none or may not be asked any more."""
        if self._repairs >= self._config.repairs or self._gone:
            return None
        self._repairs += 1
        offer = Offer(brief, self._config, sentence.claim_ids)
        if not offer.claims:
            return None
        messages = self._prompt.told({**offer.data(), **failed(sentence, verdict)}, self._prompt.part("repair"))
        try:
            return read_sentence(self._asked(messages, "repair", SENTENCE), offer)
        except ModelError:
            return None  # the log says why; the sentence goes the way of those that nobody repairs

    def _proposal(self, messages: list[dict[str, str]], schema: dict[str, Any]) -> Proposal:
        """Return the model's report; what cannot be read is asked for once more."""
        text = self._asked(messages, "draft", schema)
        try:
            return read_proposal(text)
        except Unreadable as unreadable:
            again = {"role": "user", "content": self._prompt.part("again", problem=unreadable.problem)}
        text = self._asked([*messages, {"role": "assistant", "content": text[:2_000]}, again], "again", schema)
        try:
            return read_proposal(text)
        except Unreadable as unreadable:
            problem = f"what it wrote could not be read, twice ({unreadable.problem})"
            raise ModelError(self._config.model, problem, "Try a larger model.") from None

    def _asked(self, messages: list[dict[str, str]], task: str, schema: dict[str, Any]) -> str:
        """Return the model's answer; raise ModelError where there is none."""
        if self._gone:
            raise self._gone
        if self._failures >= _GIVEN_UP:
            raise ModelError(self._config.model, "it no longer answers", _RUNNING)
        try:
            with self._connect() as client:
                text = Caller(client, self._terms).text(messages, schema, task)
        except CallFailed as failure:
            self._failures += 1
            raise ModelError(self._config.model, failure.reason, _RUNNING) from failure
        except ModelError as error:
            self._gone = error
            raise
        if text is None:
            self._gone = ModelError(self._config.model, "what the run may take is spent", _DEARER)
            raise self._gone
        self._failures = 0
        return text


def load(config: WriterConfig, shapes: Mapping[str, Shape], told: Told, log: CallLog) -> ChatWriter:
    """Return a writer that asks a model behind a server.

    Args:
        config: Which model, and how it is asked.
        shapes: What each form asks of it.
        told: Called with how far an answer is.
        log: Keeps the calls.

    Raises:
        MissingExtra: The library is not installed.
        UsageError: No model or no server is named and no key is there, the address is none, or money is limited without prices.
    """
    if not config.model.strip():
        raise UsageError("--writer openai needs a model: name it with --model NAME, as the server calls it.")
    if config.most_cost is not None and (config.price_in is None or config.price_out is None):
        raise UsageError("--max-cost needs prices: state what a million tokens cost with --price-in and --price-out.")
    connect = client_of(config.model, config.base_url or None, config.timeout, "A model behind a server as writer")
    return ChatWriter(connect, config, shapes, told, log)


def _named(call: Call) -> Call:
    """Return a call with the prompt that it used."""
    return replace(call, prompt=VERSION)


def _budget(config: WriterConfig) -> Budget:
    known = config.price_in is not None and config.price_out is not None
    prices = Prices(config.price_in or 0.0, config.price_out or 0.0) if known else None
    return Budget(config.most_calls, config.most_tokens, prices, config.most_cost)
