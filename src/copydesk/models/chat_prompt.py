"""What a language model is told as a writer: claims and passages with ids, never an article.

brief -> the most important claims that are told to people (offered) -> their best passages, cut, plain, between fences -> messages

Words of articles stand in the data alone. Task, rules and form of the answer come from `prompts/`, one file per version.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib.resources import files
from itertools import count
from string import Template
from typing import Any

import msgspec

from copydesk.models.config import WriterConfig
from copydesk.models.fence import fenced, for_machines, plain
from copydesk.ports import Room, Shape
from copydesk.records import Brief, Claim, Difference, DraftSentence, LeftOut, Passage, TimelineEntry, Verdict

VERSION = "writer-2"
_RESERVED = frozenset({"noai", "tdm"})
_LEAST_CLAIMS = 12
_WORDS_PER_CLAIM = 5  # of a report; a claim takes some fifteen, so this is thrice what it can tell
_WHEN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])")
_SHORT = 120  # signs of a name, an outlet, a topic: longer ones are none
SENTENCE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "text": {"type": "string"},
        "claims": {"type": "array", "items": {"type": "string"}},
        "passages": {"type": "array", "items": {"type": "string"}},
    },
    "required": ["text", "claims", "passages"],
    "additionalProperties": False,
}


def report_schema(headings: Sequence[str]) -> dict[str, Any]:
    """Return the JSON Schema of a whole report with these headings to choose from; of one piece where there are none."""
    section = {
        "type": "object",
        "properties": {
            "heading": {"type": "string", "enum": list(headings)},
            "sentences": {"type": "array", "items": SENTENCE},
        },
        "required": ["heading", "sentences"],
        "additionalProperties": False,
    }
    body, each = ("sections", section) if headings else ("sentences", SENTENCE)
    return {
        "type": "object",
        "properties": {"headline": SENTENCE, "dek": SENTENCE, body: {"type": "array", "items": each}},
        "required": ["headline", "dek", body],
        "additionalProperties": False,
    }


class Prompt:
    """The parts of a prompt, as its file has them."""

    @cached_property
    def parts(self) -> dict[str, str]:
        """Name of a part -> its text."""
        text = files("copydesk.models").joinpath("prompts", f"{VERSION}.txt").read_text(encoding="utf-8")
        parts = (part.partition("\n") for part in text.split("## ")[1:])
        return {name: body.strip() for name, _, body in parts}

    def part(self, name: str, **values: str) -> str:
        """Return a part with its places filled; what is filled in is copydesk's own."""
        return Template(self.parts[name]).substitute(values)

    def asked(self, form: str, shape: Shape, words: int) -> str:
        """Return what a report of some form is asked for with.

        Args:
            form: Its name.
            shape: What the form asks of a writer.
            words: How many words it may have.
        """
        most = shape.differences
        limit = "" if most is None else self.part("differences some", most=str(most)) if most else self.part("differences none")
        headings = "\n".join(self._room(room) for room in shape.rooms)
        answer = self.part("answer headed", headings=headings) if shape.rooms else self.part("answer plain")
        asked = self.part("form", words=str(words), about=self.part(f"about {form}"), differences=limit, answer=answer)
        return asked.replace("\n\n\n", "\n\n")

    def _room(self, room: Room) -> str:
        """Return a line that says what stands under a heading."""
        roles = dict(line.split(": ", 1) for line in self.part("roles").splitlines())
        most = f"; at most {room.most} sentences" if room.most else ""
        leading = "; only where the report opens with it" if room.leading else ""
        return f'"{room.heading}": {"; ".join(roles[role] for role in room.roles)}{most}{leading}'

    def told(self, data: dict[str, Any], asked: str) -> list[dict[str, str]]:
        """Return messages: the task, then data between fences and what is asked for."""
        fence = fenced(msgspec.json.encode(data).decode())
        return [{"role": "system", "content": self.part("task")}, {"role": "user", "content": f"{fence}\n\n{asked}"}]


class Offer:
    """What of a brief a model is shown, and under which ids.

    Args:
        brief: The brief.
        config: How much of it.
        only: Ids of the claims that are wanted; None: the most important ones.
        dated: Whether claims of the timeline come first, with their times.

    Attributes:
        claims: Id -> claim.
        passages: Id -> passage.
        left_out: What is not shown, because it is addressed to machines or its page reserves that.
    """

    def __init__(self, brief: Brief, config: WriterConfig, only: Iterable[str] | None = None, *, dated: bool = False) -> None:
        self._brief = brief
        self._config = config
        self._dated = dated
        self.left_out: list[LeftOut] = []
        self._reserved = {m.article.id for m in brief.material.articles if _RESERVED.intersection(m.article.reservations)}
        wanted = None if only is None else set(only)
        self.claims = {c.id: c for c in self._chosen(wanted)}
        numbers = count(1)
        self._of_claim = {c.id: {f"p{next(numbers)}": p for p in self._best(c)} for c in self.claims.values()}
        before = {m.claim_id: [p for p in m.before if self._may_show(p)] for m in brief.moved if m.claim_id in self.claims}
        self._before = {i: {f"p{next(numbers)}": p for p in shown[: config.passages]} for i, shown in before.items() if shown}
        every = (*self._of_claim.values(), *self._before.values())
        self.passages = {name: p for shown in every for name, p in shown.items()}

    def of(self, claim_ids: Iterable[str]) -> list[Passage]:
        """Return the passages that are shown of some claims."""
        return [p for one in claim_ids for p in self._of_claim[one].values()]

    @cached_property
    def words(self) -> int:
        """How many words a report may have: those asked for, and no more than the best passages of its claims have together."""
        told = sum(len(passages[0].text.split()) for one in self.claims if (passages := self.of([one])))
        return max(40, min(self._brief.words * 9 // 10, told))

    def data(self) -> dict[str, Any]:
        """Return what is shown, as JSON values; all words of articles in it are plain."""
        found = {
            "claims": [self._told(claim) for claim in self.claims.values()],
            "differences": list(self._differences()),
            "initiatives": list(self._initiatives()),
            "moved": [{"claim": i, "before": self._shown(shown)} for i, shown in self._before.items()],
            "timeline": list(self.times()) if self._dated else [],
        }
        return {key: value for key, value in found.items() if value}

    def times(self) -> Iterator[dict[str, str]]:
        """Yield the times that the timeline has for the claims that are shown."""
        for entry, when in self._entries():
            for claim in self.claims.values():
                if not set(entry.passages).isdisjoint(self._of_claim[claim.id].values()):
                    yield {"when": when, "claim": claim.id}

    def _entries(self) -> Iterator[tuple[TimelineEntry, str]]:
        """Yield the entries of the timeline whose time is a year, a month or a day, with that."""
        for entry in self._brief.weighed.timeline:
            if found := _WHEN.match(entry.when):
                yield entry, found[0]

    def _chosen(self, wanted: set[str] | None) -> list[Claim]:
        """Return the claims to show: people are addressed by them, and no side of a difference is missing."""
        fit = []
        for claim in self._brief.weighed.claims:
            if wanted is not None and claim.id not in wanted:
                continue
            if all(p.article_id in self._reserved for p in claim.passages):
                self.left_out.append(LeftOut(text=claim.text, reason="not shown to a model: its page reserves that"))
            elif not any(map(self._may_show, claim.passages)):
                self.left_out.append(LeftOut(text=claim.text, reason="addressed to a machine, not to readers"))
            else:
                fit.append(claim)
        if self._dated:
            timed = {p for entry, _ in self._entries() for p in entry.passages}
            fit.sort(key=lambda claim: timed.isdisjoint(claim.passages))
        most = min(self._config.claims, max(_LEAST_CLAIMS, self._brief.words // _WORDS_PER_CLAIM))
        sides = {s.claim_id for d in self._brief.weighed.differences for s in d.sides} | {m.claim_id for m in self._brief.moved}
        return fit[:most] + [c for c in fit[most:] if c.id in sides][: most // 4]

    def _best(self, claim: Claim) -> list[Passage]:
        """Return a claim's passages to show, one of each origin first, and none addressed to machines."""
        fit = [p for p in claim.passages if self._may_show(p)]
        heard, first, more = set[str](), list[Passage](), list[Passage]()
        for passage in fit:
            origins = set(self._brief.material.lineage.origins_of(passage))
            (more if origins <= heard else first).append(passage)
            heard |= origins
        return [*first, *more][: self._config.passages]

    def _may_show(self, passage: Passage) -> bool:
        """Return whether a model may see a passage: it addresses people, and its page does not reserve use by AI or text mining."""
        return passage.article_id not in self._reserved and not for_machines(passage.text)

    def _told(self, claim: Claim) -> dict[str, Any]:
        found = {
            "id": claim.id,
            "kind": claim.kind,
            "independent": claim.independent.low,
            "speaker": plain(claim.speaker or "", _SHORT),
            "rests_on": [plain(one, _SHORT) for one in claim.rests_on],
            "passages": self._shown(self._of_claim[claim.id]),
        }
        return {key: value for key, value in found.items() if value}

    def _shown(self, passages: Mapping[str, Passage]) -> list[dict[str, Any]]:
        return [
            {"id": name, "report": self._outlet(p.article_id), "text": plain(p.text, self._config.passage_signs)}
            for name, p in passages.items()
        ]

    def _outlet(self, article_id: str) -> str | None:
        outlet = next((m.article.outlet for m in self._brief.material.articles if m.article.id == article_id), None)
        return plain(outlet, _SHORT) if outlet else None

    def _differences(self) -> Iterator[dict[str, Any]]:
        for difference in self._brief.weighed.differences:
            if len(told := self._sides(difference)) > 1:
                yield {"about": plain(difference.topic, _SHORT), "what": difference.what, "sides": told}

    def _sides(self, difference: Difference) -> list[dict[str, str]]:
        shown = (side for side in difference.sides if side.claim_id in self.claims and self._may_show(side.passage))
        return [{"claim": side.claim_id, "says": plain(side.value or side.passage.text, _SHORT)} for side in shown]

    def _initiatives(self) -> Iterator[dict[str, Any]]:
        names = {passage: name for name, passage in self.passages.items()}
        for one in self._brief.weighed.initiatives:
            shown = [names[p] for p in one.passages if p in names]
            if shown:
                yield {"status": one.status, "when": plain(one.when or "", _SHORT), "passages": shown}


def failed(sentence: DraftSentence, verdict: Verdict) -> dict[str, Any]:
    """Return what a model is told of its sentence that does not hold; the articles' words in it are plain."""
    checks = [
        {
            "kind": c.kind,
            "in_the_sentence": plain(c.text, _SHORT),
            "outcome": c.outcome,
            "passages_say": plain(c.instead or "", _SHORT),
        }
        for c in verdict.checks
        if c.outcome != "found"
    ]
    reason = checks or [{"kind": "rules 3 and 6", "outcome": "it does not say rightly who reports it, or cannot stand alone"}]
    return {"sentence": plain(sentence.text, 2 * _SHORT), "failed": reason[:6]}
