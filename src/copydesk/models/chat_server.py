"""Where a model behind a server is, and the key to it."""

import os
from collections.abc import Callable
from typing import Any

from copydesk.errors import MissingExtra, UsageError
from copydesk.models.config import KEYS


def client_of(model: str, base_url: str | None, timeout: float, need: str) -> Callable[[], Any]:
    """Return what opens a client of a server: an `openai.OpenAI` that does not try again by itself.

    The key is read from `COPYDESK_API_KEY`, else `OPENAI_API_KEY`, and from nowhere else; a server of one's own needs none.

    Args:
        model: The model, as the server calls it.
        base_url: The server's address, such as http://localhost:8080/v1; None: what the library takes by itself, OpenAI's own.
        timeout: Seconds that a call may take.
        need: What it is needed for, as the start of a sentence.

    Raises:
        MissingExtra: The library is not installed.
        UsageError: No server is named and no key is there, or the address is none.
    """
    try:
        import openai  # noqa: PLC0415 -- an extra
    except ModuleNotFoundError as error:
        raise MissingExtra("llm", need) from error
    key = key_of()
    if not key and base_url is None:
        way_out = f"set {' or '.join(KEYS)} in the environment, or name a server of your own with --base-url URL"
        raise UsageError(f"openai:{model} needs a key: {way_out}.")
    if base_url is not None and not base_url.startswith(("http://", "https://")):
        raise UsageError("--base-url is no address; write it as in http://localhost:8080/v1")
    return lambda: openai.OpenAI(api_key=key or "none", base_url=base_url, timeout=timeout, max_retries=0)


def key_of() -> str:
    """Return the key to a server, as the environment has it; empty where it has none."""
    return next((value for name in KEYS if (value := os.environ.get(name, "").strip())), "")
