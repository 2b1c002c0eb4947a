"""The offline writer: from a brief to a draft, without a model.

claims -> candidates (trimmed so that they stand alone) -> scored, sorted into sections -> selected within the words -> arranged
       -> worded (people introduced, days named, reports attributed) -> differences -> headline and dek
"""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from copydesk.records import Brief, Draft, DraftSection, DraftSentence, LeftOut, Marked, Passage, Verdict
from copydesk.version import __version__
from copydesk.write.config import WriteConfig
from copydesk.write.forms import FORMS, Form
from copydesk.write.grammar.finish import finished
from copydesk.write.offline.candidates import Candidates
from copydesk.write.offline.cast import Cast
from copydesk.write.offline.current import Course
from copydesk.write.offline.dated import Chronicle
from copydesk.write.offline.differences import Differences, Stand, written
from copydesk.write.offline.headline import ONE_SAYS, Headlines
from copydesk.write.offline.line import Line, termed
from copydesk.write.offline.moved import Move, moves, told
from copydesk.write.offline.order import SECTIONS, arranged, gathered, paired
from copydesk.write.offline.parts import shared_out
from copydesk.write.offline.pile import Pile
from copydesk.write.offline.scoring import central, scored, undisputed, weight
from copydesk.write.offline.sections import Sorter, settled
from copydesk.write.offline.select import TELLING, Selection, cost
from copydesk.write.offline.wording import Wording
from copydesk.write.style import Style

# Words that headline and dek take of the report's.
_TOP = 25
_LEAST = 80
_FEW = 6  # lines: of no more, none is left out because the headline tells it
_UNTOLD = 1  # words of a line that its headline may lack and still say the same
_SHARED_DEK = 0.2  # so much better is a line under the headline that several origins carry
_LEFT_OVER = re.compile(r", (?:its|his|her|their|the|an?) [^,]+, (?:said|says|told)\b")
_NEWS = 1.0  # worth, for the lead of an update, of a line of which no earlier article has a word
_WORD = re.compile(r"\w+(?:[.,]\w+)*\.?")
_RELATIVE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight|ago|(?:this|last|next) \w+)\b", re.IGNORECASE
)
# Words that stay free, so that a sentence can still say who reports it where the check asks for that.
_SPARE = 16
_ONCE = 2  # words that are saved where two lines share a sentence
_WORTH_FILLING = 12  # words that are left, and another line may find room


class OfflineWriter:
    """Writes without a model: picks, trims and joins what the passages say.

    Args:
        config: Settings.
        style: House style: which verbs, how days are written.
    """

    def __init__(self, config: WriteConfig | None = None, style: Style | None = None) -> None:
        self.config = config or WriteConfig()
        self.style = style or Style()

    @property
    def name(self) -> str:
        """Name and version."""
        return f"offline writer {__version__}"

    def repair(self, sentence: DraftSentence, verdict: Verdict, brief: Brief) -> DraftSentence | None:
        """Return the next of a sentence's fallbacks, or None when there is none left.

        Where the passages carry the sentence and it still was turned down, only saying who reports it helps.
        """
        left = list(sentence.fallbacks)
        if verdict.label == "supported" and not sentence.attributed:
            left = [text for text in left if attributes(text)]
        if not left:
            return None
        attributed = sentence.attributed or attributes(left[0])
        return replace(sentence, text=left[0], fallbacks=tuple(left[1:]), attributed=attributed)

    def draft(self, brief: Brief) -> Draft:
        """Return a draft of at most `brief.words` words."""
        pile = Pile(brief)
        cast = Cast(pile)
        candidates = Candidates(pile, cast, self.config)
        every, left = candidates.all(self.room(pile))
        found, old = list[Line](), list[Line]()
        for line in every:
            (old if known(line, brief.earlier) else found).append(line)
        left += [LeftOut(text=line.phrase.text, reason="an earlier article carries it") for line in old]
        news, opinions = reported(found)
        left += [LeftOut(text=line.phrase.text, reason="an opinion piece says it, and no report") for line in opinions]
        sorter = Sorter(pile)
        course = Course(pile)
        lines = scored([course.placed(sorter.placed(line)) for line in news], pile)
        if not lines:
            return self.bare(brief, left)
        return self.full(candidates, lines, left)

    def apart(self, brief: Brief, today: date | None) -> tuple[list[DraftSentence], list[LeftOut]]:
        """Return a sentence for each claim, whatever the others say, and the claims that cannot be told alone.

        Args:
            brief: The articles and claims.
            today: The day from which days are told; None: that of the latest article.
        """
        pile = Pile(brief)
        pile.today = today or pile.today
        cast = Cast(pile)
        candidates, wording = Candidates(pile, cast, self.config), Wording(pile, cast, self.config, self.style)
        found, left = list[DraftSentence](), list[LeftOut]()
        for claim in brief.weighed.claims:
            line = candidates.line(claim)
            sentence = wording.above(line) if isinstance(line, Line) else None
            if sentence is None or relative(sentence.text):
                reason = line if isinstance(line, str) else "the day it tells of cannot be told from another one"
                left.append(LeftOut(text=claim.text, reason=reason))
            else:
                found.append(sentence)
        return found, left

    def full(self, candidates: Candidates, lines: Sequence[Line], left: Sequence[LeftOut]) -> Draft:
        """Return the draft of a story with usable claims; who is named how goes from the headline downwards."""
        pile, cast = candidates.pile, candidates.cast
        form = FORMS[pile.brief.form]
        differing = Differences(pile, candidates)
        movements = moves(differing)
        lead = newest(lines, movements, pile) if pile.brief.earlier else central(lines)
        differences = differing.planned(lead.claim.id)[: form.differences]
        room = (
            self.room(pile)
            - _TOP
            - _SPARE
            - sum(briefly(s) for stands in (*differences, *((m.stand,) for m in movements)) for s in stands)
        )
        apart = {s.line.claim.id for stands in differences for i, s in enumerate(stands) if i or not s.brief} - {lead.claim.id}
        apart |= {one.stand.line.claim.id for one in movements} - {lead.claim.id}
        opening = opens(differences, lines, apart | {lead.claim.id})
        lines = [line for line in lines if line.claim.id not in apart]
        lines = settled(lines, lead)
        lead = next(line for line in lines if line.key == lead.key)
        others = sorted((line for line in lines if line is not lead), key=weight, reverse=True)
        wording = Wording(pile, cast, self.config, self.style)
        first = [lead] if pile.brief.earlier else [lead, *others]
        headline = whole(Headlines(candidates, wording).headline(first), pile) or untitled(wording.above(lead))
        # Nobody wants to read the headline again right below it.
        repeated = frozenset(line.key for line in lines if says(headline, line)) if len(lines) > _FEW else frozenset[str]()
        moved = {one.stand.line.claim.id for one in movements}
        given = Given(pile, [line for line in lines if line.claim.id not in moved or line is lead], lead, headline, repeated)
        selection, told = Selection(pile, self.config), sum(cost(line) for line in lines if line.key in repeated)
        selection.take(given.lines, lead, room + told)
        chosen = self.chosen(given, selection)
        if (unused := room + _TOP - length(headline) - chosen.words + self.shared(chosen.body, lead)) >= _WORTH_FILLING:
            selection.more(selection.words + unused)
            chosen = self.chosen(given, selection)
        dek = chosen.dek
        body = [line for line in chosen.body if line.claim.id not in moved]
        below = wording.above(dek or lead)
        if form.dated:
            days, untold = dated(Chronicle(candidates, wording), pile.brief.words - length(headline) - length(below))
            return Draft(headline=headline, dek=below, sections=days, left_out=(*left, *untold))
        sections = self.sections(wording, body, lead, Apart(differences, movements, opening))
        return Draft(headline=headline, dek=below, sections=sections, left_out=(*left, *selection.left_out))

    def chosen(self, given: "Given", selection: Selection) -> "Chosen":
        """Return where the lines that were taken go: one under the headline, the others below."""
        lead, headline = given.lead, given.headline
        rest = [line for line in selection.taken if line.claim.id not in headline.claim_ids and line is not lead]
        dek = self.dek([line for line in rest if line.section != "background"])
        if dek is None and says(headline, lead):
            dek = self.dek(rest, leaning=True)  # the headline right above tells what it leans on
        above = {dek.key if dek else lead.key, *given.repeated}
        above -= {lead.key} if FORMS[given.pile.brief.form].opening and dek else set()
        return Chosen(dek, [line for line in selection.taken if line.key not in above], cost(dek or lead))

    def shared(self, body: Sequence[Line], lead: Line) -> int:
        """Return how many words are saved where two lines of the report share a sentence, and who reports it is said once."""
        if "fused" in self.config.off:
            return 0
        return _ONCE * sum(len(paired(lines)) for lines in arranged(gathered(body, lead), lead).values())

    def room(self, pile: Pile) -> int:
        """Return how many words the report may have: those asked for, fewer where the independent reports hold little."""
        longest: dict[str, int] = {}
        for article_id, origin in pile.lineage.main_origins.items():
            if article_id in pile.articles:
                words = len(pile.articles[article_id].article.text.split())
                longest[origin] = max(longest.get(origin, 0), words)
        known = int(self.config.share * sum(longest.values()))
        return min(pile.brief.words, max(_LEAST, known) + _TOP)

    def dek(self, lines: Sequence[Line], *, leaning: bool = False) -> Line | None:
        """Return the line under the headline: the best one that stands by itself and is no quotation."""
        fit = [line for line in lines if not (line.quotation or (line.leans and not leaning) or "born" in line.phrase.forms())]
        return max(fit, key=lambda x: (weight(x)[0] + x.score + _SHARED_DEK * (not x.single), -len(x.claim.id)), default=None)

    def sections(self, wording: Wording, lines: Sequence[Line], lead: Line, apart: "Apart") -> tuple[DraftSection, ...]:
        """Return the report's sections in reading order, each with something in it."""
        form = FORMS[wording.pile.brief.form]
        if form.parts:
            return parted(form, shared_out(lines, lead, form, wording.pile.today), wording, apart)
        headings = dict(self.config.headings)
        held = dict(arranged(gathered(lines, lead), lead))
        first = next(iter(held), "")
        above = apart.differences[: bool(first) and apart.opening]
        below = apart.differences[len(above) :]
        order = sorted({*held, "differ"} if below else held, key=lambda key: (key != first, SECTIONS.index(key)))
        found = []
        for key in order:
            told_apart = below if key == "differ" else above if key == first else ()
            runs = [*(written(stands, wording) for stands in told_apart), wording.run(held.get(key, ()))]
            found.append(DraftSection(heading=headings[key], sentences=tuple(s for sentences in runs for s in sentences)))
        return tuple(found) if form.headed else unheaded(found)

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


class Given(NamedTuple):
    """What there is to choose from.

    Attributes:
        pile: The articles.
        lines: All lines.
        lead: The one that the report opens with, among them.
        headline: The headline.
        repeated: Keys of the lines that the headline tells.
    """

    pile: Pile
    lines: Sequence[Line]
    lead: Line
    headline: DraftSentence
    repeated: frozenset[str]


class Chosen(NamedTuple):
    """What a report tells.

    Attributes:
        dek: The line under the headline; None: the lead stands there.
        body: The lines below.
        above: Words of the line under the headline.
    """

    dek: Line | None
    body: Sequence[Line]
    above: int

    @property
    def words(self) -> int:
        """How many words it takes, without the headline."""
        return self.above + sum(cost(line) for line in self.body)


class Apart(NamedTuple):
    """What is told beside the lines, in sentences of its own.

    Attributes:
        differences: The sides of each difference.
        movements: Figures that moved since an earlier dossier.
        opening: Whether the first difference is what the story is about, so that it opens the report.
    """

    differences: Sequence[Sequence[Stand]]
    movements: Sequence[Move]
    opening: bool = False


def opens(differences: Sequence[Sequence[Stand]], lines: Sequence[Line], apart: Collection[str]) -> bool:
    """Return whether a side of the first difference is more central than any line of a claim that is told elsewhere.

    "A ferry with 164 aboard capsized; with 171, says another" is what readers must know before anything else.
    """
    if not differences or any(stand.brief for stand in differences[0]):
        return False
    central: dict[str, float] = {}
    for line in lines:
        central[line.claim.id] = max(central.get(line.claim.id, 0.0), undisputed(line))
    best = max((much for claim_id, much in central.items() if claim_id not in apart), default=0.0)
    return max(central.get(stand.line.claim.id, 0.0) for stand in differences[0]) > best


def known(line: Line, earlier: Collection[str]) -> bool:
    """Return whether one of some articles carries a line, too: its readers know it, whichever claim it belongs to there."""
    return any(p.article_id in earlier for p in line.citations)


def reported(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines that reports carry, and those that only an opinion piece does; all as the first where nothing else is."""
    opinions = [line for line in lines if line.genre == "opinion" and line.single]
    news = [line for line in lines if line not in opinions] if opinions else lines
    return (news, opinions) if news else (lines, ())


def newest(lines: Sequence[Line], movements: Sequence[Move], pile: Pile) -> Line:
    """Return the line an update opens with: a figure that moved, else an important one of which readers know least."""
    fit = [line for line in lines if not (line.quotation or line.leans)] or lines
    ids = {one.stand.line.claim.id for one in movements}
    told = pile.said_around([p for i in pile.brief.earlier for p in pile.sentences(i)[:1]])

    def worth(line: Line) -> tuple[bool, float, int]:
        return line.claim.id in ids, line.score + _NEWS * (1 - line.terms.held(told)), -len(line.claim.id)

    return max(fit, key=worth)


def whole(headline: DraftSentence | None, pile: Pile) -> DraftSentence | None:
    """Return a headline; of an update, whose lead cannot give way to another, only in wordings without a comma left over.

    "…, its director, said" is what is left of "…, its director, Ana Boro, said".
    """
    if headline is None or not pile.brief.earlier:
        return headline
    fit = [text for text in (headline.text, *headline.fallbacks) if not _LEFT_OVER.search(text)]
    return replace(headline, text=fit[0], fallbacks=tuple(fit[1:])) if fit else None


def relative(text: str) -> bool:
    """Return whether a sentence tells a time that only holds on the day of its article."""
    return _RELATIVE.search(text) is not None


def parted(form: Form, held: Sequence[Sequence[Line]], wording: Wording, apart: Apart) -> tuple[DraftSection, ...]:
    """Return the sections of a form that has some of its own, each with something in it."""
    found = []
    for part, lines in zip(form.parts, held, strict=True):
        sides = [s for stands in apart.differences for s in written(stands, wording)] if "differ" in part.roles else []
        figures = told(apart.movements, wording) if "moved" in part.roles else ()
        if sentences := (*sides, *figures, *wording.run(lines)):
            found.append(DraftSection(heading=part.heading, sentences=sentences))
    return tuple(found)


def unheaded(sections: Sequence[DraftSection]) -> tuple[DraftSection, ...]:
    """Return sections as one without a heading."""
    sentences = tuple(s for section in sections for s in section.sentences)
    return (DraftSection(heading="", sentences=sentences),) if sentences else ()


def dated(chronicle: Chronicle, words: int) -> tuple[tuple[DraftSection, ...], Sequence[LeftOut]]:
    """Return the timeline as one section without a heading, and what is not in it."""
    sentences, left = chronicle.told(words)
    return unheaded([DraftSection(heading="", sentences=sentences)]), left


def length(sentence: DraftSentence) -> int:
    """Return how many words a sentence has."""
    return len(sentence.text.split())


def says(headline: DraftSentence, line: Line) -> bool:
    """Return whether a headline says all that a line does, so that nobody wants to read it again below."""
    held = set(_WORD.findall(headline.text.casefold()))
    untold = [w for w in line.phrase.words if termed(w) and w.low not in held]
    return line.claim.id in headline.claim_ids and len(untold) <= _UNTOLD


def attributes(text: str) -> bool:
    """Return whether one of this writer's sentences says who reports it."""
    return text.startswith("According to ") or text.endswith(ONE_SAYS)


def untitled(sentence: DraftSentence) -> DraftSentence:
    """Return a sentence as a headline, where no shorter one could be made."""
    return replace(sentence, text=sentence.text.removesuffix("."))


def briefly(stand: Stand) -> int:
    """Return about how many words one side of a difference takes."""
    return cost(stand.line) if not stand.brief else len(stand.brief.split()) + TELLING


def openings(brief: Brief) -> tuple[Marked, list[Passage]]:
    """Return the first one or two sentences of the first article that has any, or its first words; of an update, what is new."""
    if brief.earlier and brief.weighed.claims:
        new = list(dict.fromkeys(c.passages[0] for c in brief.weighed.claims))[:1]
        return next(m for m in brief.material.articles if m.article.id == new[0].article_id), new
    for marked in brief.material.articles:
        sentences = [marked.passage(s.start, s.end) for s in marked.reporting()][:2]
        if sentences:
            return marked, sentences
    marked = brief.material.articles[0]
    end = min(len(marked.article.text), 200)
    return marked, [marked.passage(0, end)]
