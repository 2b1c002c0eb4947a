"""How much may still be asked of a server: a hard stop, whatever the server does."""

from threading import Lock


class Budget:
    """Counts calls and tokens; several threads may share it.

    Args:
        calls: How many calls there may be.
        tokens: How many tokens, of questions and answers together.
    """

    def __init__(self, calls: int, tokens: int) -> None:
        self._lock = Lock()
        self._calls = calls
        self._tokens = tokens

    def take(self, tokens: int) -> bool:
        """Set a call of at most that many tokens aside, before it is made; return whether there was so much left."""
        with self._lock:
            enough = self._calls >= 1 and self._tokens >= tokens
            if enough:
                self._calls -= 1
                self._tokens -= tokens
            return enough

    def settle(self, taken: int, used: int) -> None:
        """Give back what a call was given and did not use, or take what it used beyond that."""
        with self._lock:
            self._tokens += taken - used
