"""A dossier whose every text tries to be something else, and one that is large."""

import msgspec
from tests.render import dossiers

from copydesk.records import ArticleEntry, CheckOutput, Dossier, Passage, Published, ReuseLink, Run

SCRIPT = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 2">'
CLOSERS = "</script></style></title></textarea>--><svg onload=window.hacked=3>]]>"
TEMPLATE = "{{ 7 * 7 }}{% raw %}${7*7}"
CONTROL = "\x00\x07\x1b[31mred\x1b[0m\x9b31m\r\x0b\x85"
BIDI = "\u202egnp.exe\u202c \u2066\u2067 שלום עולם"
ATTRIBUTE = "\" onmouseover=\"window.hacked=4\" ' autofocus onfocus='window.hacked=5'"
MARKUP = "[link](javascript:window.hacked=6) **bold** `code` | cell | [^1]: x [bold]rich[/bold] <https://evil.example> https://evil.example"
LONG_WORD = "Donaudampfschifffahrt" * 60
SENTENCE = "All of this is one sentence that nobody ended, " * 210
ASTRAL = "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧 é"
NASTY = " ".join((SCRIPT, CLOSERS, TEMPLATE, CONTROL, BIDI, ATTRIBUTE, MARKUP, ASTRAL))


def hostile(attack: str = f"{NASTY} {LONG_WORD} ") -> Dossier:
    """Return a dossier in which every text begins with an attack, and spans still resolve."""
    plain = msgspec.to_builtins(dossiers.dossier())
    return msgspec.convert(_attacked(plain, attack), Dossier)


def hostile_check() -> CheckOutput:
    """Return a checked draft in which every text begins with an attack."""
    plain = msgspec.to_builtins(msgspec.structs.replace(dossiers.check_output(), skipped=()))
    return msgspec.convert(_attacked(plain, f"{NASTY} "), CheckOutput)


def run() -> Run:
    """Return a run that attacks too."""
    return msgspec.structs.replace(dossiers.run(), version=NASTY, writer=NASTY, as_of=NASTY, config_hash=NASTY)


def large(articles: int = 300) -> Dossier:
    """Return a story of one agency text and its many copies."""
    whole = dossiers.dossier()
    first = whole.articles[0]
    text = first.text + "\n\n" + SENTENCE
    entries = tuple(_copy(first, number, text) for number in range(articles))
    origin = msgspec.structs.replace(
        whole.origins[0], passages=tuple(_all(entry) for entry in entries), root_article_id=entries[0].id
    )
    links = tuple(_link(entry, entries[0]) for entry in entries[1:])
    story = msgspec.structs.replace(whole.story, article_ids=tuple(e.id for e in entries), independent=dossiers.interval(1, 40))
    cited = _all(entries[0])
    headline = dossiers.sentence(SENTENCE, dossiers.interval(1, 40), *(_all(entry) for entry in entries[:30]))
    report = msgspec.structs.replace(
        whole.report, headline=headline, dek=dossiers.sentence(LONG_WORD, dossiers.interval(1), cited), sections=()
    )
    return msgspec.structs.replace(
        whole,
        story=story,
        articles=entries,
        origins=(origin,),
        links=links,
        report=report,
        claims=(),
        quotes=(),
        differences=(),
        initiatives=(),
        timeline=(),
    )


def _attacked(tree: object, attack: str) -> object:
    if isinstance(tree, dict):
        if {"article_id", "start", "end", "text"} <= tree.keys():
            return tree | {"start": tree["start"] + len(attack), "end": tree["end"] + len(attack)}
        return {key: value if _is_kept(key, value) else _attacked(value, attack) for key, value in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [_attacked(value, attack) for value in tree]
    return attack + tree if isinstance(tree, str) else tree


_IDS = ("id", "article_id", "article_ids", "main_origin_id", "root_article_id", "origin_ids", "claim_id", "claim_ids")
_CODES = (
    "kind",
    "label",
    "outcome",
    "genre",
    "precision",
    "scope",
    "fidelity",
    "what",
    "asks",
    "firmness",
    "status",
    "dependence",
    "direction",
    "language",
    "cited",
)
_KEPT = frozenset(_IDS + _CODES)


def _is_kept(key: str, value: object) -> bool:
    """Return whether it is an id or a code: what copydesk itself says and no article can."""
    return key in _KEPT or (key == "articles" and isinstance(value, (list, tuple)) and isinstance(value[0], str))


def _copy(first: ArticleEntry, number: int, text: str) -> ArticleEntry:
    published = Published(when=f"2031-05-12T09:{number % 60:02}:00+00:00", precision="minute", basis="meta")
    return msgspec.structs.replace(
        first,
        id=f"{number:012x}",
        text=text,
        location=f"wire/{number}.txt",
        outlet=f"Paper {number}",
        published=published,
        main_origin_id="o1",
    )


def _all(entry: ArticleEntry) -> Passage:
    return Passage(article_id=entry.id, start=0, end=len(entry.text), text=entry.text)


def _link(later: ArticleEntry, earlier: ArticleEntry) -> ReuseLink:
    reuse = {"later": _all(later), "earlier": _all(earlier), "kind": "verbatim"}
    return msgspec.convert(
        {
            "articles": (later.id, earlier.id),
            "kind": "copy",
            "dependence": "yes",
            "direction": "forward",
            "overlap": 1.0,
            "passages": [msgspec.to_builtins(reuse)],
            "evidence": ["the same text"],
        },
        ReuseLink,
    )
