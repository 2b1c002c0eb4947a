"""A writer whose house bans words: what it proposes with one of them is worded otherwise, or left out with the reason."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from copydesk.ports import Writer
from copydesk.records import Brief, Draft, DraftSection, DraftSentence, LeftOut, Verdict

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|„[^“]*“|«[^»]*»")


def free_of(text: str, banned: Iterable[str]) -> bool:
    """Return whether a text has none of some words outside quotation marks; case does not matter."""
    return not any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", _QUOTED.sub("", text), re.IGNORECASE) for word in banned)


class Censored:
    """A writer that uses none of some words; fulfils the protocol `Writer`.

    Args:
        writer: Who writes.
        banned: Words and phrases; case does not matter.
    """

    def __init__(self, writer: Writer, banned: Iterable[str]) -> None:
        self.writer = writer
        words = "|".join(re.escape(word) for word in sorted(banned, key=len, reverse=True))
        self.pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)

    @property
    def name(self) -> str:
        """Name and version of who writes."""
        return self.writer.name

    def draft(self, brief: Brief) -> Draft:
        """Return a draft without the words."""
        draft = self.writer.draft(brief)
        left = list(draft.left_out)
        sections = [DraftSection(heading=s.heading, sentences=self.kept(s.sentences, left)) for s in draft.sections]
        spare = [s for section in sections for s in section.sentences]
        headline = self.without(draft.headline) or self.instead(draft.headline, spare, left, brief)
        dek = self.without(draft.dek) or self.instead(draft.dek, spare, left, brief)
        told = {dek.text}
        sections = [
            DraftSection(heading=s.heading, sentences=tuple(one for one in s.sentences if one.text not in told)) for s in sections
        ]
        filled = tuple(section for section in sections if section.sentences)
        return replace(draft, headline=headline, dek=dek, sections=filled, left_out=tuple(left))

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        """Return the writer's next wording without the words, or None."""
        following = self.writer.repair(sentence, verdict, brief)
        return self.without(following) if following else None

    def kept(self, sentences: Sequence[DraftSentence], left: list[LeftOut]) -> tuple[DraftSentence, ...]:
        """Return the sentences that can be told without the words; the others are added to `left`."""
        found = []
        for sentence in sentences:
            other = self.without(sentence)
            if other:
                found.append(other)
            else:
                left.append(self.lost(sentence))
        return tuple(found)

    def without(self, sentence: DraftSentence) -> DraftSentence | None:
        """Return a sentence with those of its wordings that use none of the words; None where there is none."""
        fit = [text for text in (sentence.text, *sentence.fallbacks) if not self.word_in(text)]
        return replace(sentence, text=fit[0], fallbacks=tuple(fit[1:])) if fit else None

    def instead(self, sentence: DraftSentence, spare: list[DraftSentence], left: list[LeftOut], brief: Brief) -> DraftSentence:
        """Return what stands in the place of a headline or dek: a sentence of the report, else the passage as a quotation."""
        left.append(self.lost(sentence))
        if spare:
            return spare.pop(0)
        passage = min(sentence.citations, key=lambda p: (len(p.text), p))
        outlet = next((m.article.outlet for m in brief.material.articles if m.article.id == passage.article_id), None)
        words = re.sub(r"[“”\"„«»]", "", passage.text)
        text = f"{outlet} reports: “{words}”" if outlet else f"One report says: “{words}”"
        return DraftSentence(text=text, claim_ids=sentence.claim_ids, citations=(passage,), attributed=True)

    def word_in(self, text: str) -> str:
        """Return the first of the words that a sentence uses outside quotations, empty where it uses none."""
        found = self.pattern.search(_QUOTED.sub(" ", text))
        return found[0] if found else ""

    def lost(self, sentence: DraftSentence) -> LeftOut:
        """Return what is said of a sentence that is not told."""
        return LeftOut(text=sentence.text, reason=f"it needs “{self.word_in(sentence.text)}”, which the house style bans")
