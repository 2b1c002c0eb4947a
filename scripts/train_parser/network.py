"""The network as PyTorch sees it while it learns; `copydesk.models.light` runs the same sums in numpy."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from copydesk.models.features import AFFIX_BUCKETS, SENTENCE_SIGNS

OWN_DROPPED = 0.4
DISTANCE = 12  # how far apart two words must be for farther to make no difference


class Sizes(NamedTuple):
    """Numbers of units."""

    words: int
    tags: int
    relations: int
    entities: int
    embedding: int = 128
    hidden: int = 160
    arc: int = 96
    label: int = 96
    dilations: tuple[int, ...] = (1, 1, 2, 4)
    lstm: bool = False
    dropout: float = 0.3
    vectors: int = 0
    slim: bool = False


class Batch(NamedTuple):
    """Sentences side by side: `rows` (B, L, 6), `context` (B, L), `mask` (B, L)."""

    rows: Tensor
    context: Tensor
    mask: Tensor


class Scores(NamedTuple):
    """What the network says: tags (B, L, T), arcs (B, L, L + 1; column 0 is the root), entities (B, L, E), states for labels."""

    tags: Tensor
    arcs: Tensor
    entities: Tensor
    states: Tensor


def level(x: Tensor) -> Tensor:
    """Return each state at unit length per coordinate (root mean square)."""
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6)


class Window(nn.Module):
    """One residual layer over a word and its neighbours at a distance."""

    def __init__(self, width: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.mix = nn.Linear(3 * width, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the states after this layer; outside the mask they stay zero."""
        y = level(x) * mask
        d = self.dilation
        pad = y.new_zeros(y.shape[0], d, y.shape[2])
        padded = torch.cat([pad, y, pad], 1)
        length = y.shape[1]
        three = torch.cat([padded[:, :length], y, padded[:, 2 * d :]], 2)
        return (x + self.drop(torch.relu(self.mix(three)))) * mask


class Slim(nn.Module):
    """As `Window`, but each coordinate looks at its own neighbours only, before all are mixed."""

    def __init__(self, width: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.taps = nn.Parameter(torch.randn(3, width) * 0.6)
        self.mix = nn.Linear(width, width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the states after this layer; outside the mask they stay zero."""
        y = level(x) * mask
        d = self.dilation
        pad = y.new_zeros(y.shape[0], d, y.shape[2])
        padded = torch.cat([pad, y, pad], 1)
        length = y.shape[1]
        seen = padded[:, :length] * self.taps[0] + y * self.taps[1] + padded[:, 2 * d :] * self.taps[2]
        return (x + self.drop(torch.relu(self.mix(seen)))) * mask


class Network(nn.Module):
    """Word features, window layers, and a head for each task."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.sizes = s = sizes
        self.word = nn.Embedding(s.words, s.embedding)
        self.affix = nn.Embedding(AFFIX_BUCKETS, s.embedding)
        self.register_buffer("fixed", torch.zeros(s.words, max(s.vectors, 1)))
        self.lift = nn.Linear(max(s.vectors, 1), s.embedding, bias=False)
        self.context = nn.Embedding(SENTENCE_SIGNS, s.hidden)
        nn.init.normal_(self.affix.weight, std=0.1)
        nn.init.zeros_(self.word.weight)
        nn.init.normal_(self.context.weight, std=0.1)
        self.project = nn.Linear(s.embedding, s.hidden)
        self.drop = nn.Dropout(s.dropout)
        self.layers = nn.ModuleList((Slim if s.slim else Window)(s.hidden, d, s.dropout) for d in s.dilations)
        self.lstm = (
            nn.LSTM(s.hidden, s.hidden // 2, num_layers=2, bidirectional=True, batch_first=True, dropout=s.dropout)
            if s.lstm
            else None
        )
        self.tags = nn.Linear(s.hidden, s.tags)
        self.entities = nn.Linear(s.hidden, s.entities)
        self.dependent = nn.Linear(s.hidden, s.arc)
        self.governor = nn.Linear(s.hidden, s.arc)
        self.root = nn.Parameter(torch.zeros(s.arc))
        self.distance = nn.Parameter(torch.zeros(2 * DISTANCE + 1))
        self.label_dependent = nn.Linear(s.hidden, s.label)
        self.label_governor = nn.Linear(s.hidden, s.label)
        self.label_root = nn.Parameter(torch.zeros(s.label))
        self.label_distance = nn.Embedding(2 * DISTANCE + 1, s.label)
        nn.init.normal_(self.label_distance.weight, std=0.1)
        self.relations = nn.Linear(s.label, s.relations)

    def forward(self, batch: Batch) -> Scores:
        """Return the scores of all tasks but the labels of arcs."""
        mask = batch.mask.unsqueeze(2).float()
        ids = batch.rows[..., 0]
        own = self.word(ids)
        if self.training:  # so that the fixed vectors, which words outside the corpus have too, carry their share
            own = own * (torch.rand_like(own[..., :1]) > OWN_DROPPED)
        e = self.lift(self.fixed[ids]) + own + self.affix(batch.rows[..., 1:]).sum(2)
        x = self.drop(torch.relu(self.project(e)) + self.context(batch.context)) * mask
        if self.lstm is not None:
            lengths = batch.mask.sum(1).cpu()
            packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
            y, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=x.shape[1])
            x = (x + self.drop(y)) * mask
        for layer in self.layers:
            x = layer(x, mask)
        x = level(x) * mask
        return Scores(self.tags(x), self.arcs(x, batch.mask), self.entities(x), x)

    def arcs(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the score of each word (B, L) for each governor, the root first."""
        dependent, governor = torch.relu(self.dependent(x)), torch.relu(self.governor(x))
        pairs = dependent @ governor.transpose(1, 2) / self.sizes.arc**0.5
        pairs = pairs + self.distance[self.apart(x.shape[1])]
        pairs = pairs.masked_fill(~mask.unsqueeze(1), -1e9)
        pairs = pairs.masked_fill(torch.eye(x.shape[1], dtype=torch.bool), -1e9)
        root = (dependent @ self.root).unsqueeze(2) / self.sizes.arc**0.5
        return torch.cat([root, pairs], 2)

    def apart(self, length: int) -> Tensor:
        """Return the kind of distance between a word (row) and its governor (column)."""
        place = torch.arange(length)
        return (place.unsqueeze(0) - place.unsqueeze(1)).clamp(-DISTANCE, DISTANCE) + DISTANCE

    def labels(self, states: Tensor, heads: Tensor) -> Tensor:
        """Return the score of each relation for each word, given its governor (0 is the root)."""
        governor = self.label_governor(states)
        governor = torch.cat([self.label_root.expand(states.shape[0], 1, -1), governor], 1)
        chosen = torch.gather(governor, 1, heads.unsqueeze(2).expand(-1, -1, governor.shape[2]))
        place = torch.arange(states.shape[1]).unsqueeze(0)
        apart = (heads - 1 - place).clamp(-DISTANCE, DISTANCE) + DISTANCE
        near = self.label_distance(torch.where(heads == 0, DISTANCE, apart))
        return self.relations(self.drop(torch.relu(self.label_dependent(states) + chosen + near)))
