"""Reads raw news for silver data: sentences without analysis, document by document."""

import json
from collections import Counter
from collections.abc import Iterator

from benchmarks.gum import FOLDER

from copydesk.models.features import normal
from copydesk.text.sentences import sentences
from copydesk.text.tokens import tokenise

_OLD_SIGNS = {"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
SHORTEST, LONGEST = 4, 50


def texts() -> Iterator[list[list[str]]]:
    """Yield the tokenised sentences of each text, each text once."""
    shared = FOLDER.parent
    for line in (shared / "ecbplus" / "articles.jsonl").open():
        text = json.loads(line)["text"]
        yield [[_OLD_SIGNS.get(word, word) for word in sentence.split()] for sentence in text.splitlines()]
    seen: set[str] = set()
    for path, key in (("triples/articles.jsonl", "text"), ("defacto/train.jsonl", "article"), ("defacto/val.jsonl", "article")):
        for line in (shared / path).open():
            text = json.loads(line)[key]
            if text not in seen:
                seen.add(text)
                yield cut(text)


def cut(text: str) -> list[list[str]]:
    """Return the words of each sentence of a text; what a teaser breaks off with `...` is left out."""
    found = []
    for paragraph in text.splitlines():
        for sentence in sentences(paragraph):
            words = [paragraph[span.start : span.end] for span in tokenise(paragraph, sentence.start, sentence.end)]
            if words and words[-1] not in ("...", "…"):
                found.append(words)
    return found


def documents() -> list[list[list[str]]]:
    """Return the sentences of usual length of each text, cut as we cut: some texts come with words that are glued ("judge's")."""
    found = []
    for text in texts():
        lines = [" ".join(words) for words in text]
        anew = [[line[span.start : span.end] for span in tokenise(line)] for line in lines]
        found.append([words for words in anew if SHORTEST <= len(words) <= LONGEST])
    return [kept for kept in found if kept]


def counts() -> Counter[str]:
    """Return how often each normal form occurs."""
    found: Counter[str] = Counter()
    for text in texts():
        for words in text:
            found.update(map(normal, words))
    return found
