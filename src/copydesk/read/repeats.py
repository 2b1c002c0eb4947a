"""What only shows when many documents are read together: the same bytes twice, and the lines that pages share."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from copydesk.read.assembling import Page
from copydesk.read.formats.declared import site_of
from copydesk.read.outlets import copyright_holder
from copydesk.read.signs import Face
from copydesk.records import Skipped

# Documents that share more of their prose than this are copies of one report: their common lines say nothing.
_COPIES = 0.5
_SENTENCE_WORDS = 4
_SOMEBODY = frozenset({"He", "She", "It", "They", "Nobody", "Police", "His", "Her"})
_FEWEST, _MOST_COMPARED = 2, 6


def without_twins(pages: Sequence[Page]) -> tuple[list[Page], list[Skipped]]:
    """Part the pages from those whose bytes another one has too; the one with the smallest location stays, whatever came first."""
    first: dict[str, Page] = {}
    for page in sorted(pages, key=_order):
        first.setdefault(page.digest, page)
    kept = [page for page in pages if first[page.digest] is page]
    twins = [page for page in pages if first[page.digest] is not page]
    detail = "It has the same bytes as {}."
    return kept, [Skipped(location=t.location, reason="duplicate", detail=detail.format(first[t.digest].location)) for t in twins]


def _order(page: Page) -> tuple[str, int]:
    return page.document.location, page.sheet.number or 0


def repeated_lines(pages: Sequence[Page]) -> frozenset[str]:
    """Return the folded lines that are clutter because pages with different articles share them.

    A short line is, when two pages have it that are no copies of each other; a sentence only when three pages of one outlet have
    it above or below all that is their own, because outlets reuse paragraphs of background, and reports of one event share quotes.
    """
    if len(pages) < 2:
        return frozenset()
    ordered = sorted(pages, key=_order)
    keys = [frozenset(face.key for face in page.faces) for page in ordered]
    holders: dict[str, list[int]] = defaultdict(list)
    for i, own in enumerate(keys):
        for key in own:
            holders[key].append(i)
    prose = [{face.key: len(face.words) for face in page.faces if _is_sentence(face)} for page in ordered]
    outlets = [_outlet(page) for page in ordered]
    shared: dict[tuple[int, int], tuple[int, int]] = {}
    found = set()
    for key, where in holders.items():
        if len(where) < _FEWEST:
            continue
        sentence = any(key in prose[i] for i in where)
        counted = _same_house(where, outlets) if sentence else where
        enough = 3 if sentence else _FEWEST
        if key and len(counted) >= enough and _in_different(key, counted, prose, shared) >= enough:
            found.add(key)
    inside = {key for page in ordered for key in _inside(page, found)}
    return frozenset(found - inside)


def _inside(page: Page, repeated: set[str]) -> list[str]:
    """Return the sentences among the repeated lines that stand between two paragraphs of the page's own."""
    paragraphs = [face.key for face in page.faces if face.prose]
    own = [i for i, key in enumerate(paragraphs) if key not in repeated]
    return [key for key in paragraphs[own[0] : own[-1]] if key in repeated] if own else []


def _outlet(page: Page) -> str | None:
    named = page.sheet.outlet or site_of(page.sheet.url)
    if named:
        return named.casefold()
    marked = (face.text for face in reversed(page.faces) if "©" in face.text or "opyright" in face.text[:300])
    return next((name.casefold() for part in marked if (name := copyright_holder(part))), None)


def _is_sentence(face: Face) -> bool:
    """Return whether a line is a sentence; of three words only one about somebody: "He was 95.", but not "Read more here."."""
    about = len(face.words) == _SENTENCE_WORDS - 1 and face.text.split()[0] in _SOMEBODY
    return face.ends and (len(face.words) >= _SENTENCE_WORDS or about)


def _same_house(where: list[int], outlets: Sequence[str | None]) -> list[int]:
    """Return those of several pages that the commonest outlet among them has published; none where no outlet is known."""
    houses: dict[str, list[int]] = defaultdict(list)
    for i in where:
        outlet = outlets[i]
        if outlet is not None:
            houses[outlet].append(i)
    return max(houses.values(), key=len, default=[])


def _in_different(
    key: str, where: list[int], prose: Sequence[dict[str, int]], shared: dict[tuple[int, int], tuple[int, int]]
) -> int:
    """Return how many pages with a line hold different articles: their prose is not the same but for this line."""
    different: set[int] = set()
    for a, b in combinations(where[:_MOST_COMPARED], 2):
        if (a, b) not in shared:
            shared[a, b] = _common(prose[a], prose[b])
        own = min(prose[a].get(key, 0), prose[b].get(key, 0))
        common, shorter = shared[a, b]
        if common - own <= _COPIES * max(1, shorter - own):
            different.update((a, b))
    return len(different)


def _common(a: dict[str, int], b: dict[str, int]) -> tuple[int, int]:
    """Return how many words of prose two pages share, and how many the shorter one has."""
    smaller, larger = sorted((a, b), key=lambda lines: (len(lines), sum(lines.values())))
    return sum(words for key, words in smaller.items() if key in larger), sum(smaller.values())
