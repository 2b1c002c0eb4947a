"""STIX 2.1 (OASIS): a bundle with a report for each story, a note for each sentence, the outlets as identities, and a TLP mark.

The marks are those that the standard itself defines (TLP 1.0, in which `clear` is still called white), because every tool knows
their ids.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import uuid5

from copydesk.render.clean import address, one_line
from copydesk.render.exports import xhtml
from copydesk.render.exports.told import SPACE, Told, article_uri
from copydesk.render.json import indented
from copydesk.render.numbering import Numbered

# Level -> the mark's id and colour, as section 7.2.1.4 of the standard gives them.
MARKS: Mapping[str, tuple[str, str]] = {
    "clear": ("613f2e26-407d-48c7-9eca-b8e91df99dc9", "white"),
    "green": ("34098fce-860f-48ae-8e50-ebd3cc5e41da", "green"),
    "amber": ("f88d31f6-486f-44da-b317-01333bde0b82", "amber"),
    "red": ("5e57c739-391a-4eb3-b6be-7d15ca92d5ed", "red"),
}
_DEFINED = "2017-01-20T00:00:00.000Z"


def bundle(stories: Sequence[Told]) -> bytes:
    """Return stories as a STIX 2.1 bundle, UTF-8 JSON; every object carries the mark that the imprint asks for."""
    objects: dict[str, dict[str, Any]] = {}
    for told in stories:
        for one in _objects(told):
            objects.setdefault(one["id"], one)
    name = " ".join(told.uri for told in stories)
    return indented({"type": "bundle", "id": _id("bundle", name), "objects": list(objects.values())})


def _objects(told: Told) -> Iterator[dict[str, Any]]:
    mark, colour = MARKS[told.imprint.tlp]
    yield {
        "type": "marking-definition",
        "spec_version": "2.1",
        "id": f"marking-definition--{mark}",
        "created": _DEFINED,
        "definition_type": "tlp",
        "name": f"TLP:{colour.upper()}",
        "definition": {"tlp": colour},
    }
    yield _identity(told, told.imprint.name, "organization" if told.imprint.publisher else "system")
    outlets = [told.shelf.names[article.id] for article in told.dossier.articles]
    identities = [_identity(told, name, "organization") for name in dict.fromkeys(outlets)]
    notes = [_note(told, numbered) for numbered in told.notes.sentences]
    yield from identities
    yield from notes
    yield _report(told, [one["id"] for one in (*identities, *notes)])


def _report(told: Told, contained: Sequence[str]) -> dict[str, Any]:
    return {
        **_common(told, "report", told.key),
        "name": told.headline,
        "description": f"{told.dek}\n\n{xhtml.plain(told)}",
        "published": _time(told),
        "labels": [
            "news",
            f"digital-source-type:{told.digital_source.code}",
            f"independent-origins:{told.dossier.story.independent.low}-{told.dossier.story.independent.high}",
        ],
        "external_references": [
            {
                "source_name": told.shelf.names[article.id],
                **({"description": title} if (title := one_line(article.title or "")) else {}),
                **_place(address(article.url), article_uri(article)),
            }
            for article in told.dossier.articles
        ],
        "object_refs": list(dict.fromkeys(contained)),
    }


def _note(told: Told, numbered: Numbered) -> dict[str, Any]:
    passages = [told.notes.passages[n - told.notes.first] for n in numbered.numbers]
    outlets = dict.fromkeys(told.shelf.names[passage.article_id] for passage in passages)
    return {
        **_common(told, "note", f"{told.key} {numbered.id}"),
        "abstract": f"Sentence {numbered.id[1:]}: {told.carried(numbered.sentence)}",
        "content": one_line(numbered.sentence.text) or "Untitled",
        "labels": [f"verdict:{numbered.sentence.verdict.label}"],
        "external_references": [
            {
                "source_name": told.shelf.names[passage.article_id],
                "description": told.note(passage),
                **_place(address(told.shelf.articles[passage.article_id].url), f"[{n}]"),
            }
            for n, passage in zip(numbered.numbers, passages, strict=True)
        ],
        "object_refs": [_id("identity", name) for name in outlets] or [_id("identity", told.imprint.name)],
    }


def _identity(told: Told, name: str, kind: str) -> dict[str, Any]:
    return {**_common(told, "identity", name), "name": name, "identity_class": kind}


def _common(told: Told, kind: str, name: str) -> dict[str, Any]:
    """Return what every object has; its times are that of the story, because nothing else is known of them."""
    mark, _ = MARKS[told.imprint.tlp]
    return {
        "type": kind,
        "spec_version": "2.1",
        "id": _id(kind, name),
        "created_by_ref": _id("identity", told.imprint.name),
        "created": _time(told),
        "modified": _time(told),
        "lang": "en",
        "object_marking_refs": [f"marking-definition--{mark}"],
    }


def _place(url: str | None, name: str) -> dict[str, str]:
    return {"url": url} if url else {"external_id": name}


def _id(kind: str, name: str) -> str:
    return f"{kind}--{uuid5(SPACE, f'stix {kind}:{one_line(name)}')}"


def _time(told: Told) -> str:
    return told.time.strftime("%Y-%m-%dT%H:%M:%S.000Z")
