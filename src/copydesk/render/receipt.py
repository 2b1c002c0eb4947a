"""The receipt beside a story: what it was made from, how its sentences came out, and which files were written."""

import hashlib
from collections import Counter
from collections.abc import Mapping

from copydesk.records import Dossier, LongestRun, Receipt, Run
from copydesk.render.reprint import longest_run

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
        files={name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    )
