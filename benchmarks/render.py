"""Time and size of pages, by the number of articles in a story, on invented stories: `.venv/bin/python benchmarks/render.py`."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.render import dossiers, hostile

from copydesk.records import Dossier
from copydesk.render import html, markdown, terminal

ROUNDS = 5


def best(render: object, *arguments: object) -> tuple[float, str]:
    """Return the best time of some rounds in milliseconds, and what was rendered."""
    assert callable(render)
    times, text = [], ""
    for _ in range(ROUNDS):
        start = time.perf_counter()
        text = render(*arguments)
        times.append(1000 * (time.perf_counter() - start))
    return min(times), text


def row(name: str, dossier: Dossier) -> str:
    """Return a line of the table for one story."""
    texts = sum(len(article.text.encode()) for article in dossier.articles) / 1000
    page_ms, page = best(html.story_page, dossier, dossiers.run(), ())
    markdown_ms, _ = best(markdown.story, dossier, dossiers.run())
    output = type(dossiers.story_output())(schema=1, run=dossiers.run(), skipped=(), dossiers=(dossier,))
    terminal_ms, _ = best(terminal.story, output)
    return (
        f"| {name} | {texts:,.0f} | {len(page.encode()) / 1000:,.0f} | {page_ms:,.0f} | {markdown_ms:,.0f} | {terminal_ms:,.0f} |"
    )


def main() -> None:
    """Print the table."""
    html.story_page(dossiers.small(), dossiers.run())  # templates are compiled once
    print("| story | texts, kB | page, kB | page, ms | Markdown, ms | terminal, ms |")
    print("|---|---|---|---|---|---|")
    print(row("1 article", dossiers.small()))
    print(row("6 articles, everything in it", dossiers.dossier()))
    for articles in (30, 300):
        print(row(f"{articles} copies of one long text", hostile.large(articles)))


if __name__ == "__main__":
    main()
