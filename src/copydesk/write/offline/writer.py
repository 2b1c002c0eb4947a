"""The offline writer: from a brief to a draft, without a model.

claims -> candidates (trimmed so that they stand alone) -> scored, sorted into sections -> selected within the words -> arranged
       -> worded (people introduced, days named, reports attributed) -> differences -> headline and dek
"""

from collections.abc import Sequence

from msgspec.structs import replace

from copydesk.records import Brief, Draft, DraftSection, DraftSentence, LeftOut, Marked, Passage, Verdict
from copydesk.version import __version__
from copydesk.write.config import WriteConfig
from copydesk.write.grammar.finish import finished
from copydesk.write.offline.candidates import Candidates
from copydesk.write.offline.cast import Cast
from copydesk.write.offline.differences import Differences
from copydesk.write.offline.headline import Headlines
from copydesk.write.offline.line import Line
from copydesk.write.offline.order import SECTIONS, arranged
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.sections import Sorter, settled
from copydesk.write.offline.select import Selection, central, scored, weight
from copydesk.write.offline.wording import Wording

# Words that headline and dek take of the report's.
_TOP = 40
_LEAST = 80


class OfflineWriter:
    """Writes without a model: picks, trims and joins what the passages say.

    Args:
        config: Settings.
    """

    def __init__(self, config: WriteConfig | None = None) -> None:
        self.config = config or WriteConfig()

    @property
    def name(self) -> str:
        """Name and version."""
        return f"offline writer {__version__}"

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        """Return the next of a sentence's fallbacks, or None when there is none left."""
        if not sentence.fallbacks:
            return None
        return replace(sentence, text=sentence.fallbacks[0], fallbacks=sentence.fallbacks[1:])

    def draft(self, brief: Brief) -> Draft:
        """Return a draft of at most `brief.words` words."""
        pile = Pile(brief)
        cast = Cast(pile)
        found, left = Candidates(pile, cast, self.config).all()
        sorter = Sorter(pile)
        lines = [replace(line, section=sorter.section(line), when=sorter.when(line)) for line in scored(found, pile)]
        if not lines:
            return self.bare(brief, left)
        return self.full(pile, cast, lines, left)

    def full(self, pile: Pile, cast: Cast, lines: Sequence[Line], left: Sequence[LeftOut]) -> Draft:
        """Return the draft of a story with usable claims."""
        told = Differences(pile, Wording(pile, cast, self.config), {line.claim.id: line for line in lines}).written()
        differences = told.sentences
        room = self.room(pile) - _TOP - sum(len(s.text.split()) for s in differences)
        lines = [line for line in lines if line.claim.id not in told.claim_ids] or list(lines)
        selection = Selection(pile, self.config)
        lead = central(lines)
        lines = settled(lines, lead)
        lead = next(line for line in lines if line.claim.id == lead.claim.id)
        selection.take(lines, lead, room)
        body = list(selection.taken)
        others = sorted((line for line in lines if line is not lead), key=weight, reverse=True)
        headline = Headlines(pile, cast, self.config).headline([lead, *others])
        if headline is None:
            headline = self.literal(lead.passage, pile.marked(lead.passage))
        dek = self.dek([line for line in body if line.claim.id not in headline.claim_ids], lead)
        body.remove(dek or lead)
        sections = self.sections(pile, cast, body, lead, differences)
        return Draft(
            headline=headline,
            dek=Wording(pile, cast, self.config).sentence(dek or lead),
            sections=sections,
            left_out=(*left, *selection.left),
        )

    def room(self, pile: Pile) -> int:
        """Return how many words the report may have: those asked for, fewer where the independent reports hold little."""
        longest: dict[str, int] = {}
        for article_id, origin in pile.lineage.main_origins.items():
            if article_id in pile.articles:
                words = len(pile.articles[article_id].article.text.split())
                longest[origin] = max(longest.get(origin, 0), words)
        known = int(self.config.share * sum(longest.values()))
        return min(pile.brief.words, max(_LEAST, known) + _TOP)

    def dek(self, lines: Sequence[Line], lead: Line) -> Line | None:
        """Return the line under the headline: the best one beside the lead that says something else and is no quotation."""
        fit = [line for line in lines if line is not lead and not (line.quotation or line.leans) and line.section != "background"]
        return max(fit, key=lambda line: (line.score, -len(line.claim.id)), default=None)

    def sections(
        self, pile: Pile, cast: Cast, lines: Sequence[Line], lead: Line, differences: Sequence[DraftSentence]
    ) -> tuple[DraftSection, ...]:
        """Return the report's sections in reading order, each with something in it."""
        wording = Wording(pile, cast, self.config)
        headings = dict(self.config.headings)
        written = {key: tuple(wording.sentence(line) for line in held) for key, held in arranged(lines, lead).items()}
        if differences:
            written["differ"] = tuple(differences)
        first = next(iter(written), "")
        order = sorted(written, key=lambda key: (key != first, SECTIONS.index(key)))
        return tuple(DraftSection(heading=headings[key], sentences=written[key]) for key in order)

    def bare(self, brief: Brief, left: Sequence[LeftOut]) -> Draft:
        """Return the draft of a story without a usable claim: its first sentences, given to who reports them."""
        marked, passages = openings(brief)
        sentences = [self.literal(p, marked) for p in passages]
        return Draft(headline=sentences[0], dek=sentences[-1], sections=(), left_out=tuple(left))

    def literal(self, passage: Passage, marked: Marked) -> DraftSentence:
        """Return a passage as it stands, given to its outlet."""
        teller = marked.article.outlet or "One report"
        text = finished(f"According to {teller[0].lower() + teller[1:] if teller == 'One report' else teller}: {passage.text}")
        return DraftSentence(text=text, claim_ids=(), citations=(passage,), attributed=True)


def openings(brief: Brief) -> tuple[Marked, list[Passage]]:
    """Return the first one or two sentences of the first article that has any, or its first words."""
    for marked in brief.material.articles:
        sentences = [marked.passage(s.start, s.end) for s in marked.reporting()][:2]
        if sentences:
            return marked, sentences
    marked = brief.material.articles[0]
    end = min(len(marked.article.text), 200)
    return marked, [marked.passage(0, end)]
