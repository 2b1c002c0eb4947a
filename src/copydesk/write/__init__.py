"""What is written about a story: a draft whose every sentence names the passages it rests on.

    Brief -> Writer.draft -> every sentence has words, citations that resolve, claims that exist -> Draft
                          -> what has not goes to `left_out` with the reason

The built-in `OfflineWriter` works without a model; any other writer fulfils `ports.Writer`. Whether the passages carry a
sentence is not decided here but by `check`, behind the gate.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from copydesk.errors import InternalError
from copydesk.ports import Writer
from copydesk.records import Brief, Draft, DraftSection, DraftSentence, LeftOut, Marks
from copydesk.text.runs import Originals, Term
from copydesk.write.banned import free_of
from copydesk.write.config import SWITCHES, WriteConfig
from copydesk.write.forms import FORMS
from copydesk.write.grammar.distance import Voice, distanced
from copydesk.write.grammar.finish import opened, spaced
from copydesk.write.grammar.nearness import terms
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.told import Apart, apart_of
from copydesk.write.offline.candidates import OPERATIONS
from copydesk.write.offline.current import current
from copydesk.write.offline.tellers import with_article
from copydesk.write.offline.writer import OfflineWriter
from copydesk.write.style import Style

__all__ = [
    "FORMS",
    "OPERATIONS",
    "SWITCHES",
    "Apart",
    "OfflineWriter",
    "Style",
    "Voice",
    "WriteConfig",
    "apart",
    "fit",
    "free_of",
    "opened",
    "otherwise",
    "spaced",
    "terms_of",
    "with_article",
    "write",
]


def write(brief: Brief, writer: Writer, config: WriteConfig) -> Draft:
    """Have a report written.

    Args:
        brief: The articles and what they say.
        writer: Who writes.
        config: Settings.

    Returns:
        A draft of at most `brief.words` words in which every sentence has text and at least one citation that resolves.
    """
    articles = {m.article.id: m.article.text for m in brief.material.articles}
    if not articles:
        raise InternalError("a story has at least one article")
    brief, over = current(brief)
    draft = writer.draft(brief)
    left: list[LeftOut] = []
    sections = tuple(kept_section(section, articles, left) for section in draft.sections)
    headline, dek = draft.headline, draft.dek
    if any(trouble(line, articles) is not None for line in (headline, dek)):
        fallback = OfflineWriter(config).bare(brief, ())
        headline = headline if trouble(headline, articles) is None else fallback.headline
        dek = dek if trouble(dek, articles) is None else fallback.dek
    taken = len(headline.text.split()) + len(dek.text.split())
    fitted = tuple(fit(sections, brief.words - taken, left))
    return replace(draft, headline=headline, dek=dek, sections=fitted, left_out=(*draft.left_out, *over, *left))


def otherwise(text: str, marks: Marks, originals: Originals, config: WriteConfig, voice: Voice) -> tuple[str, ...]:
    """Return other wordings of a sentence that repeats an article too closely; none where it does not, or where none is found.

    A part of it may be quoted only where nobody but its outlet says or holds anything in it: words in quotation marks behind "the
    minister said" would be taken for hers.

    Args:
        text: The sentence.
        marks: What `mark` found in it.
        originals: The words of the story's articles.
        config: How many words in a row are too many.
        voice: Whether the sentence says which outlet reports it, and how the outlets are called.
    """
    alone = len(marks.quotes) + len(marks.attributions) <= 1
    return distanced(phrase_of(text, marks), originals, config.longest_run, replace(voice, alone=alone))


def apart(text: str, marks: Marks, voice: Voice) -> Apart:
    """Return who reports a sentence and what it tells; arguments as in `otherwise`."""
    return apart_of(phrase_of(text, marks), voice.outlets)


def terms_of(text: str, marks: Marks) -> set[Term]:
    """Return the words in a row of a sentence that may be a term; arguments as in `otherwise`."""
    return terms(phrase_of(text, marks))


def phrase_of(text: str, marks: Marks) -> Phrase:
    """Return a sentence with the grammar that `mark` found in it."""
    return Phrase.of(text, marks.tokens, 0, len(marks.tokens))


def kept_section(section: DraftSection, articles: dict[str, str], left: list[LeftOut]) -> DraftSection:
    """Return a section without the sentences that lack words or citations; these are added to `left`."""
    kept = []
    for sentence in section.sentences:
        reason = trouble(sentence, articles)
        if reason is None:
            kept.append(sentence)
        else:
            left.append(LeftOut(text=sentence.text, reason=reason))
    return DraftSection(heading=section.heading, sentences=tuple(kept))


def trouble(sentence: DraftSentence, articles: dict[str, str]) -> str | None:
    """Return why a sentence cannot be printed whatever it says, or None."""
    if not sentence.text.strip():
        return "empty"
    if not sentence.citations:
        return "cites no passage"
    resolves = (articles.get(c.article_id, "")[c.start : c.end] == c.text and c.text for c in sentence.citations)
    return None if all(resolves) else "cites a passage that does not exist"


def fit(sections: Sequence[DraftSection], words: int, left: list[LeftOut]) -> Iterable[DraftSection]:
    """Yield sections with something in them until the words are used up; what does not fit is added to `left`.

    The last sentences of the longest section go first: the order is that of importance, and every section keeps its first one
    as long as that is possible.
    """
    kept = [list(section.sentences) for section in sections]
    while sum(len(s.text.split()) for sentences in kept for s in sentences) > words and any(kept):
        longest = max(range(len(kept)), key=lambda i: (len(kept[i]), i))
        left.append(LeftOut(text=kept[longest].pop().text, reason="no room for it"))
    for section, sentences in zip(sections, kept, strict=True):
        if sentences:
            yield DraftSection(heading=section.heading, sentences=tuple(sentences))
