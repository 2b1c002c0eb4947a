"""What the outputs of a classifier of sentence pairs mean."""

import re
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from copydesk.errors import ModelError

_CARRIED = frozenset({"supported", "supports", "support", "consistent", "faithful", "factual", "carried", "yes", "true"})
_UNNAMED = re.compile(r"label\d*|\d*")


class ModelCard(msgspec.Struct, frozen=True):
    """What is read of a model's `config.json`.

    Attributes:
        id2label: Number of an output -> its name.
        num_labels: How many outputs there are, where they are not named.
        max_position_embeddings: Tokens the model can read.
    """

    id2label: dict[str, str] = msgspec.field(default_factory=dict)
    num_labels: int | None = None
    max_position_embeddings: int | None = None


class Meaning(msgspec.Struct, frozen=True):
    """Which output of a model says what.

    Attributes:
        labels: How many outputs there are.
        carried: The one for "the first text carries the second".
        contradicted: The one for "the first text contradicts the second"; None where there is none.
    """

    labels: int
    carried: int
    contradicted: int | None = None

    def likelihoods(self, logits: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return likelihoods from a model's outputs, shape `(pairs, labels)`; with one label, of that label alone."""
        if self.labels == 1:
            return 1.0 / (1.0 + np.exp(-np.clip(logits, -60.0, 60.0)))
        raised = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)


def meaning_of(card: ModelCard, model: str) -> Meaning:
    """Return what a model's outputs mean.

    By their names: "entailment" and "contradiction", "supported", and the like. Without names, two outputs are read as MiniCheck's
    (the second one: supported), and a single one as the likelihood itself.

    Args:
        card: The model's own description.
        model: The model, for messages.

    Raises:
        ModelError: The names do not tell.
    """
    names = [_plain(card.id2label.get(str(at), "")) for at in range(len(card.id2label) or card.num_labels or 2)]
    carried = [at for at, name in enumerate(names) if name.startswith("entail") or name in _CARRIED]
    contradicted = [at for at, name in enumerate(names) if name.startswith("contradict")]
    if not carried and len(names) <= 2 and all(_UNNAMED.fullmatch(name) for name in names):
        carried = [len(names) - 1]
    if len(carried) != 1 or len(contradicted) > 1:
        listed = ", ".join(card.id2label.values()) or f"{len(names)} without names"
        way_out = "Name them in id2label of its config.json: entailment, neutral, contradiction; or supported, unsupported."
        raise ModelError(model, f"its labels do not tell which one means that a passage carries a sentence ({listed})", way_out)
    return Meaning(len(names), carried[0], contradicted[0] if contradicted else None)


def opinion_numbers(row: Sequence[float], meaning: Meaning) -> tuple[float, float | None]:
    """Return how likely the passages carry and contradict a sentence, from one row of likelihoods."""
    against = None if meaning.contradicted is None else float(row[meaning.contradicted])
    return float(row[meaning.carried]), against


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
