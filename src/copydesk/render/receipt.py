"""The receipt beside a story: what it was made from, how its sentences came out, and which files were written."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping

from copydesk.records import Dossier, LongestRun, Receipt, Repeated, Run
from copydesk.render.reprint import longest_run, texts_of
from copydesk.text.runs import Originals, longest_of, repeated

SCHEMA = 1


def receipt(dossier: Dossier, run: Run, files: Mapping[str, bytes]) -> Receipt:
    """Return a story's receipt.

    Args:
        dossier: The story.
        run: What it was made from.
        files: Name -> content of each file written for it.
    """
    report = dossier.report
    sentences = (report.headline, report.dek, *(s for section in report.sections for s in section.sentences))
    shared = longest_run(report, dossier.articles)
    locations = {article.id: article.location for article in dossier.articles}
    return Receipt(
        schema=SCHEMA,
        story_id=dossier.story.id,
        headline=report.headline.text,
        run=run,
        articles=dossier.story.article_ids,
        sentences=len(sentences),
        verdicts=dict(sorted(Counter(sentence.verdict.label for sentence in sentences).items())),
        left_out=len(report.left_out),
        longest_run=LongestRun(words=shared.words, article_id=shared.article_id, location=locations[shared.article_id])
        if shared
        else None,
        repeated=tuple(repeats(dossier)),
        files={name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    )


def repeats(dossier: Dossier) -> Iterator[Repeated]:
    """Yield how much of each article a story's report repeats, in the order of the story's articles."""
    by_id = {article.id: article for article in dossier.articles}
    articles = [by_id[i] for i in dossier.story.article_ids]
    originals, texts = Originals.of(article.text for article in articles), tuple(texts_of(dossier.report))
    held, longest = repeated(texts, originals), longest_of(texts, originals)
    for article, words, places, run in zip(articles, originals.words, held, longest, strict=True):
        share = round(len(places) / len(words), 3) if words else 0.0
        yield Repeated(article_id=article.id, location=article.location, words=len(places), share=share, longest_run=run)
