"""A log of the calls of a model: what was asked, by digest, and what it took. No text, no key, no address."""

from pathlib import Path

import msgspec

from copydesk.errors import OutputError

_WAY_OUT = "Choose another file with --calls."


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """One call, as a line of the log.

    Attributes:
        model: The model, as the server calls it.
        task: What it was asked for: `draft`, `again` (the draft once more, because it could not be read) or `repair`.
        prompt: Name and version of the prompt.
        input: SHA-256 of all messages, hexadecimal: the same input has the same digest.
        form: How the form of the answer was asked for: `json_schema`, `json_object` or `text`.
        outcome: `answered`, or why there was no answer.
        tokens_in: Tokens of the question, as the server counts them; 0 where it does not say.
        tokens_out: Tokens of the answer, the same.
        seconds: How long it took.
        cost: What it cost at the prices that were stated; None where none were.
    """

    model: str
    task: str
    prompt: str
    input: str
    form: str
    outcome: str
    tokens_in: int
    tokens_out: int
    seconds: float
    cost: float | None


class CallLog:
    """Keeps calls, in a file too where one is named. A file that holds calls already is continued.

    Args:
        path: A file of JSON Lines.

    Raises:
        OutputError: The file cannot be written, or holds something else.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.calls: list[Call] = []
        self._path = path
        if path is not None:
            _refuse_foreign(path)
            self._append(b"")

    def add(self, call: Call) -> None:
        """Keep a call."""
        self.calls.append(call)
        self._append(msgspec.json.encode(call) + b"\n")

    def told(self) -> str:
        """Return for people what all calls took together."""
        tokens = sum(c.tokens_in + c.tokens_out for c in self.calls)
        cost = sum(c.cost or 0.0 for c in self.calls)
        priced = any(c.cost is not None for c in self.calls)
        calls = "1 call" if len(self.calls) == 1 else f"{len(self.calls):,} calls"
        return f"{calls}, {tokens:,} tokens" + (f", cost {cost:.4f}" if priced else "")

    def _append(self, line: bytes) -> None:
        if self._path is None:
            return
        try:
            with self._path.open("ab") as file:
                file.write(line)
        except OSError as error:
            raise OutputError(str(self._path), f"{error.strerror or 'cannot be written'}.", _WAY_OUT) from error


def _refuse_foreign(path: Path) -> None:
    """Raise OutputError where a file holds anything but a log of calls: an article, say."""
    try:
        with path.open("rb") as file:
            first = file.readline(10_000)
        if first.strip():
            msgspec.json.decode(first, type=Call)
    except FileNotFoundError:
        return
    except msgspec.DecodeError as error:
        raise OutputError(str(path), "is no log of calls.", _WAY_OUT) from error
    except OSError as error:
        raise OutputError(str(path), f"{error.strerror or 'cannot be read'}.", _WAY_OUT) from error
