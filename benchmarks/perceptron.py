"""The candidate that lost: averaged perceptrons (Collins 2002) as tagger, name finder and arc-standard parser (Nivre 2004)."""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence

from benchmarks.gum import Sentence

Features = list[str]
START, END = ("<s>", "<s2>"), ("</s>", "</s2>")
SHIFT, LEFT, RIGHT = "S", "L", "R"


class Perceptron:
    """Weights of labels for features, averaged over training."""

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, float]] = {}
        self._totals: dict[tuple[str, str], float] = defaultdict(float)
        self._stamps: dict[tuple[str, str], int] = defaultdict(int)
        self._step = 0

    def best(self, features: Features, allowed: Iterable[str] | None = None) -> str:
        """Return the label with the highest score, among those allowed."""
        scores: dict[str, float] = defaultdict(float)
        for feature in features:
            for label, weight in self.weights.get(feature, {}).items():
                scores[label] += weight
        return max(allowed if allowed is not None else (scores or {"": 0.0}), key=lambda label: (scores[label], label))

    def learn(self, truth: str, guess: str, features: Features) -> None:
        """Move the weights towards the truth."""
        self._step += 1
        if truth == guess:
            return
        for feature in features:
            row = self.weights.setdefault(feature, {})
            for label, change in ((truth, 1.0), (guess, -1.0)):
                key = (feature, label)
                self._totals[key] += (self._step - self._stamps[key]) * row.get(label, 0.0)
                self._stamps[key] = self._step
                row[label] = row.get(label, 0.0) + change

    def average(self) -> None:
        """Replace the weights by their means over all steps."""
        for feature, row in self.weights.items():
            for label, weight in row.items():
                key = (feature, label)
                row[label] = (self._totals[key] + (self._step - self._stamps[key]) * weight) / self._step
        self.weights = {
            f: kept for f, row in self.weights.items() if (kept := {k: round(v, 3) for k, v in row.items() if abs(v) > 0.001})
        }
        self._totals.clear()
        self._stamps.clear()


def _word_features(words: Sequence[str], i: int, before: str, before2: str) -> Features:
    padded = (*START, *(w.lower() for w in words[max(0, i - 2) : i]))[-2:]
    after = (*(w.lower() for w in words[i + 1 : i + 3]), *END)[:2]
    word, form = words[i], words[i].lower()
    shape = ("X" if word[:1].isupper() else "x") + ("U" if word.isupper() else "") + ("d" if any(c.isdigit() for c in word) else "")
    first = "first" if i == 0 else "later"
    return [
        "b", f"w {form}", f"s {form[-3:]}", f"t {form[-2:]}", f"p {form[:2]}", f"h {shape} {first}", f"1 {before}",
        f"2 {before} {before2}",
        f"1w {before} {form}", f"-1 {padded[1]}", f"-2 {padded[0]}", f"+1 {after[0]}", f"+2 {after[1]}", f"-1s {padded[1][-3:]}",
        f"+1s {after[0][-3:]}", f"h-1 {shape} {words[i - 1][:1].isupper() if i else first}",
        f"h+1 {shape} {words[i + 1][:1].isupper() if i + 1 < len(words) else 'end'}",
    ]  # fmt: skip


class Tagger:
    """Greedy tagger from left to right; finds names as well, given labels in place of tags."""

    def __init__(self) -> None:
        self.model = Perceptron()

    def train(self, data: list[tuple[list[str], list[str]]], rounds: int = 5) -> None:
        """Learn from words and labels."""
        rng, order = random.Random(1), list(data)
        for _ in range(rounds):
            rng.shuffle(order)
            for words, truth in order:
                before = before2 = "<s>"
                for i, label in enumerate(truth):
                    features = _word_features(words, i, before, before2)
                    guess = self.model.best(features)
                    self.model.learn(label, guess, features)
                    before2, before = before, guess
        self.model.average()

    def tag(self, words: Sequence[str]) -> list[str]:
        """Return a label for each word."""
        labels: list[str] = []
        before = before2 = "<s>"
        for i in range(len(words)):
            guess = self.model.best(_word_features(words, i, before, before2))
            labels.append(guess)
            before2, before = before, guess
        return labels


class State:
    """Stack, next word and arcs of an arc-standard parse."""

    def __init__(self, words: Sequence[str], tags: Sequence[str]) -> None:
        self.words, self.tags = [w.lower() for w in words], tags
        self.stack: list[int] = []
        self.next = 0
        self.heads, self.relations = [-1] * len(words), ["root"] * len(words)
        self.children: list[list[int]] = [[] for _ in words]

    def allowed(self) -> list[str]:
        """Return which kinds of move are possible."""
        arcs = [LEFT, RIGHT] if len(self.stack) > 1 else []
        return arcs + ([SHIFT] if self.next < len(self.words) else [])

    def move(self, action: str) -> None:
        """Carry out `S`, `L relation` or `R relation`."""
        if action == SHIFT:
            self.stack.append(self.next)
            self.next += 1
            return
        kind, relation = action.split(" ")
        child = self.stack.pop(-2 if kind == LEFT else -1)
        head = self.stack[-1]
        self.heads[child], self.relations[child] = head, relation
        self.children[head].append(child)

    def features(self) -> Features:
        """Return what the parser sees: the top of the stack, the next words, their outer children."""
        places = {f"s{k}": self.stack[-1 - k] for k in range(3) if len(self.stack) > k}
        places |= {f"n{k}": self.next + k for k in range(3) if self.next + k < len(self.words)}
        w = {k: self.words[i] for k, i in places.items()}
        t = {k: self.tags[i] for k, i in places.items()}
        outer = {k: (min(c), max(c)) if (c := self.children[places[k]]) else None for k in ("s0", "s1") if k in places}
        for k, pair in outer.items():
            for side, child in zip("lr", pair or (), strict=False):
                t[k + side] = self.tags[child] + self.relations[child]
        far = str(min(places["s0"] - places["s1"], 8)) if "s1" in places else "0"

        def g(place: str) -> str:
            return t.get(place, "-")

        def h(place: str) -> str:
            return w.get(place, "-")

        single = [f"{k}w {v}" for k, v in w.items()] + [f"{k}t {v}" for k, v in t.items()] + [f"{k}wt {w[k]} {t[k]}" for k in w]
        pairs = [("s0", "s1"), ("s0", "n0"), ("s1", "n0"), ("n0", "n1"), ("s0", "s2")]
        double = [f"{a}{b} {g(a)} {g(b)}" for a, b in pairs] + [f"d{a}{b} {g(a)} {g(b)} {far}" for a, b in pairs[:2]]
        lexical = [f"l1 {h('s0')} {h('s1')}", f"l2 {h('s0')} {g('s1')}", f"l3 {g('s0')} {h('s1')}", f"l4 {h('s0')} {h('n0')}"]
        triples = [("s0", "s1", "n0"), ("s0", "s1", "s2"), ("s0", "n0", "n1"), ("s0", "s0l", "s0r"), ("s1", "s1l", "s1r"),
                   ("s0", "s1", "s0l"), ("s0", "s1", "s0r"), ("s0", "s1", "s1l"), ("s0", "s1", "s1r")]  # fmt: skip
        return ["b", *single, *double, *lexical, *(f"{a}{b}{c} {g(a)} {g(b)} {g(c)}" for a, b, c in triples)]


class TransitionParser:
    """Greedy arc-standard parser."""

    def __init__(self) -> None:
        self.model = Perceptron()
        self.labels: list[str] = []

    def train(self, data: list[tuple[Sentence, list[str]]], rounds: int = 5) -> None:
        """Learn from sentences with the tags they will have; crossing arcs cannot be learned and are left out."""
        rng, order = random.Random(1), [(s, tags) for s, tags in data if _projective(s.heads)]
        self.labels = sorted({f"{k} {r}" for s, _ in order for r in s.relations for k in (LEFT, RIGHT)})
        for _ in range(rounds):
            rng.shuffle(order)
            for sentence, tags in order:
                self._learn(sentence, tags)
        self.model.average()

    def _learn(self, sentence: Sentence, tags: list[str]) -> None:
        state = State(sentence.words, tags)
        waiting = [sentence.heads.count(i) for i in range(len(tags))]
        while state.allowed():
            features, truth = state.features(), _oracle(state, sentence, waiting)
            self.model.learn(truth, self._best(state, features), features)
            if truth != SHIFT:
                child = state.stack[-2 if truth[0] == LEFT else -1]
                waiting[sentence.heads[child]] -= 1
            state.move(truth)

    def _best(self, state: State, features: Features) -> str:
        kinds = state.allowed()
        allowed = [SHIFT] if SHIFT in kinds else []
        return self.model.best(features, allowed + (self.labels if LEFT in kinds else []))

    def parse(self, words: Sequence[str], tags: Sequence[str]) -> tuple[list[int], list[str]]:
        """Return governors and relations."""
        state = State(words, tags)
        while state.allowed():
            state.move(self._best(state, state.features()))
        return state.heads, state.relations


def _oracle(state: State, sentence: Sentence, waiting: list[int]) -> str:
    if len(state.stack) > 1:
        below, top = state.stack[-2], state.stack[-1]
        if sentence.heads[below] == top and not waiting[below]:
            return f"{LEFT} {sentence.relations[below]}"
        if sentence.heads[top] == below and not waiting[top]:
            return f"{RIGHT} {sentence.relations[top]}"
    return SHIFT


def _projective(heads: Sequence[int]) -> bool:
    arcs = [(min(i, h), max(i, h)) for i, h in enumerate(heads) if h >= 0]
    root = heads.index(-1)
    if any(a < root < b for a, b in arcs):
        return False
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)
