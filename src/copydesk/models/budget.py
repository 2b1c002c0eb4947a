"""How much may still be asked of a server: a hard stop, whatever the server does."""

from dataclasses import dataclass
from threading import Lock


@dataclass(frozen=True)
class Tokens:
    """What a call takes.

    Attributes:
        asked: Tokens of the question.
        answered: Tokens of the answer.
    """

    asked: int = 0
    answered: int = 0

    @property
    def both(self) -> int:
        """Tokens of question and answer together."""
        return self.asked + self.answered


@dataclass(frozen=True)
class Prices:
    """What a million tokens cost, in any currency.

    Attributes:
        asked: Of questions.
        answered: Of answers.
    """

    asked: float
    answered: float

    def cost(self, tokens: Tokens) -> float:
        """Return what so many tokens cost."""
        return (tokens.asked * self.asked + tokens.answered * self.answered) / 1_000_000


class Budget:
    """Counts calls, tokens and money; several threads may share it.

    Args:
        calls: How many calls there may be.
        tokens: How many tokens, of questions and answers together.
        prices: What they cost, where that is known.
        cost: What all of them may cost at most, where the prices are known.
    """

    def __init__(self, calls: int, tokens: int, prices: Prices | None = None, cost: float | None = None) -> None:
        self._lock = Lock()
        self._calls = calls
        self._tokens = tokens
        self._prices = prices
        self._cost = cost

    def cost(self, tokens: Tokens) -> float | None:
        """Return what so many tokens cost; None where the prices are not known."""
        return self._prices.cost(tokens) if self._prices else None

    def take(self, tokens: Tokens) -> bool:
        """Set a call of at most that many tokens aside, before it is made; return whether there was so much left."""
        with self._lock:
            cost = self.cost(tokens) or 0.0
            enough = self._calls >= 1 and self._tokens >= tokens.both and (self._cost is None or self._cost >= cost)
            if enough:
                self._calls -= 1
                self._spend(tokens.both, cost)
            return enough

    def settle(self, taken: Tokens, used: Tokens) -> None:
        """Give back what a call was given and did not use, or take what it used beyond that."""
        with self._lock:
            self._spend(used.both - taken.both, (self.cost(used) or 0.0) - (self.cost(taken) or 0.0))

    def _spend(self, tokens: int, cost: float) -> None:
        self._tokens -= tokens
        if self._cost is not None:
            self._cost -= cost
