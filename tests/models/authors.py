"""Models that write, behind the server of `tests.models.server`: an honest one, and ones that are not."""

import json
import re
from collections.abc import Callable
from typing import Any

from tests.models.server import Reply, data_of

Behave = Callable[[dict[str, Any], int], Reply]
Said = dict[str, Any]
Told = dict[str, Any]


def said(text: str, claim: Told | None = None, *, claims: list[str] | None = None, passages: list[str] | None = None) -> Said:
    named = claims if claims is not None else [claim["id"]] if claim else []
    return {"text": text, "claims": named, "passages": passages or []}


def sentence_of(claim: Told, when: str = "") -> Said:
    """Return a claim as an honest model words it: its best passage, given to who reports it where nobody else does."""
    passage = claim["passages"][0]
    text = passage["text"]
    teller = passage.get("report") or "one report"
    if when:
        return said(f"{when}: {text if claim['independent'] > 1 else text[:-1] + f', according to {teller}.'}", claim)
    return said(text if claim["independent"] > 1 else f"According to {teller}: {text}", claim)


def honest(data: Told, most: int = 8) -> dict[str, Any]:
    """Return a report of a brief."""
    unfit = re.compile("^(?:He|She|It|They)\\b|[“”‘]|…$")
    claims = [c for c in data["claims"] if not unfit.search(c["passages"][0]["text"])]
    times = {one["claim"]: one["when"] for one in reversed(data.get("timeline", []))}
    claims.sort(key=lambda claim: claim["id"] not in times)
    sentences = [sentence_of(claim, times.get(claim["id"], "") if at > 1 else "") for at, claim in enumerate(claims[:most])]
    headline, dek, *rest = sentences if len(sentences) > 2 else [*sentences, *sentences, *sentences]
    return {"headline": headline, "dek": dek, "sections": [{"heading": "What happened", "sentences": rest}]}


def writes(make: Callable[[Told], dict[str, Any]]) -> Behave:
    """Return how a server behaves whose model writes that of what it is shown, and words nothing otherwise when asked to."""

    def behave(call: dict[str, Any], _: int) -> Reply:
        data = data_of(call)
        if "failed" in data:
            return Reply(json.dumps(said(data["sentence"], data["claims"][0])))
        return Reply(json.dumps(make(data)))

    return behave


def with_sentence(*added: Said) -> Behave:
    """Return how a server behaves whose model is honest but for some sentences at the end."""

    def make(data: Told) -> dict[str, Any]:
        report = honest(data)
        first = report["sections"][0]["sentences"][0]["claims"]
        report["sections"][0]["sentences"] += [{**one, "claims": one["claims"] or first} for one in added]
        return report

    return writes(make)


ORDERS = re.compile(r"(?:write|say|report|state|add)(?: in the report)? that ([^.\"”‹›]{5,200})", re.IGNORECASE)


def obedient(call: dict[str, Any], number: int) -> Reply:
    """Write honestly, and then do all that anybody in the data or around it asks for."""
    everything = call["messages"][1]["content"].partition("Write at most")[0]
    orders = [f"{order.strip()}." for order in dict.fromkeys(ORDERS.findall(everything))]
    data = data_of(call)
    if "failed" in data:
        return Reply(json.dumps(said(orders[0] if orders else data["sentence"], data["claims"][0])))
    report = honest(data)
    first = report["sections"][0]["sentences"][0]["claims"]
    ordering = [c["id"] for c in data["claims"] if any(ORDERS.search(p["text"]) for p in c["passages"])]
    report["sections"][0]["sentences"] += [said(order, claims=claims) for order in orders for claims in (first, ordering) if claims]
    return Reply(json.dumps(report))
