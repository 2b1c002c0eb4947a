"""The gate: what a writer proposes becomes a report only sentence by sentence, each checked.

draft -> check all its sentences, then the writer's other wordings of those that do not hold, round by round (Gate.foresee)
      -> supported, and attributed where one origin carries it? -> printed
                              -> else the writer's next wording, as long as it has one and it brings something new
                              -> else the same words, given to the outlet that reports them
                              -> else the passage itself, as a quotation of its outlet (no model's sentence: see `writing`)
                              -> else left out, with the reason
      -> a difference of which one side is lost is not told at all
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from copydesk.check import Pool, at_once, carriers, check, telling
from copydesk.inputs import Setup
from copydesk.mark import MarkContext, mark
from copydesk.ports import Writer
from copydesk.records import (
    Block,
    Brief,
    Check,
    Draft,
    DraftSection,
    DraftSentence,
    Hand,
    Interval,
    LeftOut,
    Marked,
    Marks,
    Passage,
    Report,
    Section,
    Sentence,
    Statement,
    Verdict,
    Written,
)
from copydesk.render.disclosing import UNEDITED
from copydesk.render.words import day
from copydesk.spans import Places
from copydesk.version import __version__
from copydesk.write import Originals, free_of, most_in_a_row, otherwise

# A writer that keeps proposing is stopped here; the offline writer has four wordings at most.
MOST_REPAIRS = 6
# A passage longer than this is a reprint, not a quotation.
MOST_QUOTED_WORDS = 40
QUOTE_SIGNS = "\"“”„«»‘’'`"
# A quotation that opens so needs the sentence before it.
LEANING = re.compile(r"(?:He|She|It|They|This|That|These|Those|His|Her|Its|Their|But|And)\b")
# What follows who reports it, at the head of a sentence: "reports that", ":".
REPORTED = re.compile(r"^\W*(?:(?:also |further )?(?:reports?|says?|adds?|writes?|notes?)\b(?: that\b)?)?\W*")
# "“We saw the ship,” she said": nobody is named before.
NOBODY_SAID = re.compile(r"^[^A-Z]*“[^”]*”,? (?:he|she|they)\b")
# "Two reports say": how many the text itself claims.
REPORTS = ("report", "article", "outlet")
COUNTED = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TOLD = re.compile(
    rf"\b(?P<count>{'|'.join(COUNTED)})(?P<kind> (?:other |separate |independent )*(?:{'|'.join(REPORTS)}))s"
    r"(?P<verb> (?:say|report))?\b",
    re.IGNORECASE,
)


@dataclass
class Gate:
    """What the gate works with, and what it has found out so far: each wording is marked and checked once.

    Attributes:
        brief: What the writer was given.
        writer: Who proposed and repairs.
        setup: How to run.
        spare: How many more words than the writer's draft the report may have; grows with every sentence that is left out.
        said: Texts printed so far: nothing is said twice.
        left_out: What was not printed so far.
        verdicts: Wordings with the verdict on each.
        carried: Wordings with the origins that carry the core of each.
        repairs: Wordings that do not hold with the writer's next ones.
        origins: Passages with the origins that they come from.
        hands: Texts printed so far with who worded each.
    """

    brief: Brief
    writer: Writer
    setup: Setup
    spare: int = 0
    said: set[str] = field(default_factory=set)
    left_out: list[LeftOut] = field(default_factory=list)
    verdicts: dict[DraftSentence, Verdict] = field(default_factory=dict)
    carried: dict[DraftSentence, tuple[str, ...]] = field(default_factory=dict)
    repairs: dict[DraftSentence, DraftSentence | None] = field(default_factory=dict)
    origins: dict[Passage, tuple[str, ...]] = field(default_factory=dict)
    hands: dict[str, Hand] = field(default_factory=dict)

    @cached_property
    def pool(self) -> Pool:
        """The articles; what is looked up in them is looked up once."""
        return Pool(self.brief.material.articles)

    @cached_property
    def places(self) -> dict[str, Places[str]]:
        """Where in each article which origin's words stand."""
        return self.brief.material.lineage.places()

    def origins_of(self, passages: Iterable[Passage]) -> tuple[str, ...]:
        """Return the ids of the origins that some passages come from, sorted."""
        return tuple(sorted({origin for passage in passages for origin in self.origin_of(passage)}))

    def origin_of(self, passage: Passage) -> tuple[str, ...]:
        """Return the ids of the origins that one passage comes from."""
        if passage not in self.origins:
            places = self.places.get(passage.article_id)
            self.origins[passage] = tuple(origin for _, _, origin in places.touching(passage)) if places else ()
        return self.origins[passage]


def gated(draft: Draft, brief: Brief, writer: Writer, setup: Setup) -> Report:
    """Turn a draft into a report in which every sentence is supported by what it cites.

    Args:
        draft: What the writer proposes; any text at all.
        brief: What the writer was given.
        writer: Asked for other wordings where a sentence does not hold.
        setup: How to run.
    """
    proposed = [draft.headline, draft.dek, *(s for section in draft.sections for s in section.sentences)]
    gate = Gate(brief, writer, setup, spare=max(0, brief.words - sum(length(s.text) for s in proposed)))
    foresee(proposed, gate)
    headline = settled_surely(draft.headline, gate)
    dek = settled_surely(draft.dek, gate)
    settled_ones = (section_of(section, gate) for section in draft.sections)
    sections = tuple(section for section in settled_ones if section.sentences)
    apart = set_apart((headline, dek, *(sentence for section in sections for sentence in section.sentences)), gate)
    headline, dek = apart.get(headline, headline), apart.get(dek, dek)
    sections = tuple(replace(s, sentences=tuple(apart.get(one, one) for one in s.sentences)) for s in sections)
    return Report(
        headline=headline,
        dek=dek,
        sections=sections,
        left_out=(*draft.left_out, *gate.left_out),
        disclosure=disclosure(brief, writer, setup),
        form=brief.form,
        written=written([headline, dek, *(s for section in sections for s in section.sentences)], writer, gate),
    )


def written(sentences: Sequence[Sentence], writer: Writer, gate: Gate) -> Written | None:
    """Return who worded the sentences of a report; None where no model worded any."""
    hands = Counter(gate.hands[s.text] for s in sentences)
    if not hands["model"]:
        return None
    return Written(model=writer.name, by_model=hands["model"], by_offline=hands["offline"], quoted=hands["quote"])


def foresee(proposed: Sequence[DraftSentence], gate: Gate) -> None:
    """Judge all sentences of a draft at once, then all next wordings of those that do not hold, and so on."""
    pending = tuple(proposed)
    for _ in range(MOST_REPAIRS + 1):
        judged(pending, gate)
        following = (reworded(s, gate) for s in pending if not holds(s, gate))
        pending = tuple(s for s in following if s is not None)
        if not pending:
            break
    judged([fewer for s in proposed if holds(s, gate) and (fewer := narrower(s, gate))], gate)


def judged(sentences: Sequence[DraftSentence], gate: Gate) -> tuple[Verdict, ...]:
    """Return the verdict on each sentence against the passages it cites; what is not known yet is marked in one call."""
    new = [s for s in dict.fromkeys(sentences) if s not in gate.verdicts]
    if new:
        judge(new, gate)
    return tuple(gate.verdicts[s] for s in sentences)


def judge(new: Sequence[DraftSentence], gate: Gate) -> None:
    """Find out the verdict on each of some wordings and, where several origins are cited, which of them carry its core.

    What is one of the cited sentences word for word, or was cut out of one, has its marks from there.
    """
    config = gate.setup.config.check
    known = {s: at_once(s.text, s.citations, gate.pool, config) for s in new}
    gate.verdicts.update((s, found) for s, found in known.items() if isinstance(found, Verdict))
    foreign = [s for s, found in known.items() if found is None]
    stated = dict(zip(foreign, statements(foreign, gate.setup), strict=True))
    stated.update((s, stating(s, found)) for s, found in known.items() if isinstance(found, Marks))
    gate.verdicts.update(zip(stated, check(tuple(stated.values()), gate.pool, config), strict=True))
    for sentence in new:
        if sentence not in gate.carried and len(gate.origins_of(sentence.citations)) > 1:
            statement = stated.get(sentence) or stating(sentence, Marks())
            gate.carried[sentence] = gate.origins_of(carriers(statement, gate.pool, config))


def stating(sentence: DraftSentence, marks: Marks) -> Statement:
    """Return a sentence with its marks, to be checked."""
    return Statement(text=sentence.text, marks=marks, citations=sentence.citations)


def statements(sentences: Sequence[DraftSentence], setup: Setup) -> tuple[Statement, ...]:
    """Mark sentences, all at once, so that they can be checked."""
    if not sentences:
        return ()
    blocks, offset = [], 0
    for sentence in sentences:
        blocks.append(Block(start=offset, end=offset + len(sentence.text)))
        offset += len(sentence.text) + 2
    text = "\n\n".join(sentence.text for sentence in sentences)
    marks = mark(text, setup.tools.parser, setup.config.mark, MarkContext(blocks=tuple(blocks)))
    return tuple(stating(s, marks.within(block.start, block.end)) for s, block in zip(sentences, blocks, strict=True))


def counted(sentence: DraftSentence, gate: Gate) -> tuple[str, ...]:
    """Return the origins that count for a judged sentence: those of whose passages one carries its core by itself.

    Where its core stands nowhere in one piece, its passages carry it together, as one voice: that of the first of them.
    """
    cited = gate.origins_of(sentence.citations)
    return gate.carried.get(sentence, cited) or gate.origins_of(sentence.citations[:1])[:1] or cited[:1]


def independent(sentence: DraftSentence, gate: Gate) -> Interval:
    """Return how many independent origins carry the core of a judged sentence."""
    return gate.brief.material.lineage.independent(counted(sentence, gate))


def holds(sentence: DraftSentence, gate: Gate) -> bool:
    """Return whether a judged sentence is supported, names who reports it where only one origin does, and counts them rightly."""
    count = independent(sentence, gate)
    told = counting(sentence.text)
    rightly = told is None or count.low <= COUNTED.index(told["count"].lower()) + 1 <= count.high
    given = attributed(sentence, gate)
    told_by_one = given is True or (given is False and count.high != 1)
    return gate.verdicts[sentence].label == "supported" and told_by_one and rightly and not leaning(sentence, gate)


def leaning(sentence: DraftSentence, gate: Gate) -> bool:
    """Return whether a model's sentence opens with a word that points at another one: behind that one, "she" is somebody else."""
    if sentence.hand != "model":
        return False
    told, text = telling(sentence.text, gate.pool), sentence.text
    at = text.casefold().find(told.words.casefold()) if told else -1
    if told and 0 <= at <= len("According to the "):
        behind = at + len(told.words)
        text = REPORTED.sub("", text[behind:], count=1)
    return bool(LEANING.match(text) or NOBODY_SAID.match(text))


def attributed(sentence: DraftSentence, gate: Gate) -> bool | None:
    """Return whether a judged sentence says who reports it; None where it says so wrongly.

    A model's word for it counts for nothing. "All reports say" is never right, nor is an outlet named that does not carry it.
    """
    if sentence.hand != "model":
        return sentence.attributed
    told = telling(sentence.text, gate.pool)
    if told is None:
        return False
    if not told.article_ids:
        many = any(f"{one}s" in told.words.lower() for one in REPORTS)
        return None if many and counting(sentence.text) is None else True
    carrying = set(counted(sentence, gate))
    heard = {p.article_id for p in sentence.citations if not carrying.isdisjoint(gate.origin_of(p))}
    return True if all(not heard.isdisjoint(named) for named in told.article_ids) else None


def counting(text: str) -> re.Match[str] | None:
    """Return where a sentence says how many reports tell it; None where it does not: "Radio Nine reports" counts nothing."""
    low = text.lower()
    found = TOLD.finditer(text) if any(f"{one}s" in low for one in REPORTS) else iter(())
    return next((told for told in found if not told.start() or told["count"].islower()), None)


def section_of(section: DraftSection, gate: Gate) -> Section:
    """Return what may be printed of a section; a difference of which a side is lost is not told by the others."""
    kept = [(proposed, settled(proposed, gate)) for proposed in section.sentences]
    for start, end in pairs(section.sentences, gate.brief):
        if not all(sentence for _, sentence in kept[start:end]):
            for at in range(start, end):
                if sentence := kept[at][1]:
                    gate.spare += length(sentence.text)
                    gate.left_out.append(LeftOut(text=sentence.text, reason="the other side of the difference is not printed"))
                    kept[at] = (kept[at][0], None)
    return Section(heading=section.heading, sentences=tuple(sentence for _, sentence in kept if sentence))


def pairs(sentences: Sequence[DraftSentence], brief: Brief) -> Iterator[tuple[int, int]]:
    """Yield where sentences, one behind the other, tell the sides of one difference."""
    sides: dict[str, set[int]] = {}
    for number, difference in enumerate(brief.weighed.differences):
        for side in difference.sides:
            sides.setdefault(side.claim_id, set()).add(number)
    shared: set[int] = set()
    start = 0
    for at, sentence in enumerate((*sentences, None)):
        own = set[int]().union(*(sides.get(i, ()) for i in sentence.claim_ids)) if sentence else set[int]()
        if not own & shared:
            if at - start > 1:
                yield start, at
            start, shared = at, own
        else:
            shared = own & shared


def settled(sentence: DraftSentence, gate: Gate) -> Sentence | None:
    """Return a judged sentence, or what may be printed in its place; None when there is nothing. What is lost is listed."""
    room = length(sentence.text) + gate.spare
    wording = first_that_holds(sentence, gate, room)
    if wording:
        tell_replaced(sentence, wording, gate, room)
        return printed(wording, sentence, gate)
    reason = why_not(sentence, gate, room)
    fit = sentence.text not in gate.said and sentence.hand != "model"
    passage = quoted(sentence.citations, gate, MOST_QUOTED_WORDS) if fit else None
    if passage:
        passage = replace(passage, claim_ids=sentence.claim_ids)
        judged([passage], gate)
        if may_print(passage, gate, room):
            gate.left_out.append(LeftOut(text=sentence.text, reason=f"{reason}; the passage is quoted in its place"))
            return printed(passage, sentence, gate)
    gate.left_out.append(LeftOut(text=sentence.text, reason=reason))
    gate.spare += length(sentence.text)
    return None


def settled_surely(sentence: DraftSentence, gate: Gate) -> Sentence:
    """Return what may be printed of a judged sentence that must stand: at worst a passage, as its outlet's words."""
    room = length(sentence.text) + gate.spare
    wording = first_that_holds(sentence, gate, room)
    if wording is None:
        reason = why_not(sentence, gate, room)
        gate.left_out.append(LeftOut(text=sentence.text, reason=f"{reason}; a passage is quoted in its place"))
        wording = quoted_surely(sentence, gate, room)
    else:
        tell_replaced(sentence, wording, gate, room)
    return printed(wording, sentence, gate)


def tell_replaced(sentence: DraftSentence, wording: DraftSentence, gate: Gate, room: int) -> None:
    """List a model's sentence in whose place another writer's is printed."""
    if sentence.hand != wording.hand:
        reason = f"{why_not(sentence, gate, room)}; the offline writer's sentence stands in its place"
        gate.left_out.append(LeftOut(text=sentence.text, reason=reason))


def quoted_surely(sentence: DraftSentence, gate: Gate, room: int) -> DraftSentence:
    """Return a passage as its outlet's words, in the place of a sentence that must stand; one that holds where any does."""
    everything = [m.passage(s.start, s.end) for m in gate.brief.material.articles for s in m.reporting()]
    found = (quoted([p], gate, most_words=1000, marked=m) for m in (True, False) for p in (*sentence.citations, *everything))
    new = [q for q in found if q and q.text not in gate.said]
    for fits in (True, False):
        for one in new:
            judged([one], gate)
            if holds(one, gate) and (length(one.text) <= room or not fits):
                return one
    last = new[0] if new else trusted(sentence, gate)
    judged([last], gate)
    return last


def trusted(sentence: DraftSentence, gate: Gate) -> DraftSentence:
    """Return the first of a sentence's known wordings that is no model's; itself where there is none."""
    wording: DraftSentence | None = sentence
    for _ in range(MOST_REPAIRS):
        if wording is None or wording.hand != "model":
            break
        wording = gate.repairs.get(wording)
    return wording or sentence


def first_that_holds(sentence: DraftSentence, gate: Gate, room: int) -> DraftSentence | None:
    """Return the first of a judged sentence's wordings that may be printed in so many words."""
    wording: DraftSentence | None = sentence
    for _ in range(MOST_REPAIRS + 1):
        if wording is None:
            break
        judged([wording], gate)
        if may_print(wording, gate, room):
            return narrowed(wording, gate)
        wording = reworded(wording, gate) if not holds(wording, gate) else None
    return None


def reworded(sentence: DraftSentence, gate: Gate) -> DraftSentence | None:
    """Return the next wording of a judged sentence that does not hold, once it is known; None when nothing new is left to try."""
    if sentence not in gate.repairs:
        verdict = gate.verdicts[sentence]
        supported = verdict.label == "supported"
        own = corrected(sentence, gate) if supported else None
        following = own or gate.writer.repair(sentence, verdict, gate.brief)
        repeats = following is not None and (following.text, following.citations) == (sentence.text, sentence.citations)
        gate.repairs[sentence] = None if repeats else following
    return gate.repairs[sentence]


def corrected(sentence: DraftSentence, gate: Gate) -> DraftSentence | None:
    """Return a supported sentence with what it says of its reports put right: how many they are, or which one it is."""
    count = independent(sentence, gate)
    told = counting(sentence.text)
    if told:
        text = f"{sentence.text[: told.start()]}{recounted(told, count.low)}{sentence.text[told.end() :]}"
        return replace(sentence, text=text)
    if attributed(sentence, gate) is not False or not sentence.text.endswith("."):
        return None
    (carrying,) = counted(sentence, gate)[:1] or ("",)
    article_id = next((p.article_id for p in sentence.citations if carrying in gate.origins_of([p])), "")
    teller = next((m.article.outlet for m in gate.brief.material.articles if m.article.id == article_id), None)
    said = sentence.text.rstrip(".").endswith(" said")  # who says it need not be followed by another verb of saying
    telling = (
        f"according to {teller or 'one report'}"
        if said
        else f"{teller} {gate.setup.config.style.reporting}s"
        if teller
        else "one report says"
    )
    return replace(sentence, text=f"{sentence.text[:-1]}, {telling}.", attributed=True)


def recounted(told: re.Match[str], count: int) -> str:
    """Return "two reports say" with another count: "one report says"."""
    word = COUNTED[count - 1] if count <= len(COUNTED) else str(count)
    number = word.title() if told["count"][0].isupper() else word
    verb = told["verb"] or ""
    return f"{number}{told['kind']}{verb}s" if count == 1 and verb else f"{number}{told['kind']}{'s' * (count > 1)}{verb}"


def may_print(sentence: DraftSentence, gate: Gate, room: int) -> bool:
    """Return whether a judged sentence holds, is new, and fits into so many words."""
    new = bool(sentence.text.strip()) and sentence.text not in gate.said
    return new and length(sentence.text) <= room and holds(sentence, gate)


def narrowed(sentence: DraftSentence, gate: Gate) -> DraftSentence:
    """Return a sentence that holds without the passages of origins that do not carry it, where it holds without them.

    A reader who counts the citations must not count more than carry the sentence.
    """
    fewer = narrower(sentence, gate)
    if fewer is None:
        return sentence
    judged([fewer], gate)
    return fewer if holds(fewer, gate) else sentence


def narrower(sentence: DraftSentence, gate: Gate) -> DraftSentence | None:
    """Return a judged sentence that cites only the origins that carry it; None where it cites no others."""
    carrying = set(counted(sentence, gate))
    kept = tuple(p for p in sentence.citations if not carrying.isdisjoint(gate.origin_of(p)))
    if not kept or len(kept) == len(sentence.citations):
        return None
    fewer = replace(sentence, citations=kept)
    if sentence in gate.carried:
        # Each passage is looked at alone: that another one is no longer cited changes nothing about it.
        gate.carried[fewer] = gate.carried[sentence]
    return fewer


def printed(wording: DraftSentence, proposed: DraftSentence, gate: Gate) -> Sentence:
    """Return a judged wording as it stands in the report, in the place of the sentence that was proposed."""
    own = proposed.printed if wording.hand == "offline" else ()
    known = next((one for one in own if one.wording == wording.text), None)
    text, citations, verdict = wording.text, wording.citations, gate.verdicts[wording]
    gate.said.add(text)
    if known:
        text, citations = known.text, tuple(dict.fromkeys((*citations, *known.citations)))
        told = Check(kind="moved", text=known.text.rpartition("; ")[2].rstrip("."), outcome="found", evidence=known.citations[0])
        verdict = replace(verdict, checks=(*verdict.checks, told))
        gate.said.add(text)
    gate.hands[text] = wording.hand
    gate.spare += length(proposed.text) - length(text)
    return Sentence(
        text=text,
        citations=citations,
        claim_ids=wording.claim_ids,
        independent=independent(wording, gate),
        origin_ids=counted(wording, gate),
        verdict=verdict,
    )


def set_apart(sentences: Sequence[Sentence], gate: Gate) -> dict[Sentence, Sentence]:
    """Return for sentences that repeat an article too closely another wording that holds as well, where there is one.

    The first wordings of all of them are judged together, then the second ones of those that did not hold, and so on.
    """
    config = gate.setup.config.write
    originals = Originals.of(marked.article.text for marked in gate.brief.material.articles)
    near = [s for s in dict.fromkeys(sentences) if config.longest_run and most_in_a_row(s.text, originals) > config.longest_run]
    drafts = [drafted(sentence, sentence.text, gate.hands[sentence.text]) for sentence in near]
    waiting = {
        sentence: [
            wording
            for wording in otherwise(told.text, told.marks, originals, config, attributed=told_by_one(sentence))
            if free_of(wording, gate.setup.config.style.banned)
        ]
        for sentence, told in zip(near, statements(drafts, gate.setup), strict=True)
    }
    found: dict[Sentence, Sentence] = {}
    while waiting := {sentence: wordings for sentence, wordings in waiting.items() if wordings and sentence not in found}:
        tried = {sentence: drafted(sentence, wordings.pop(0), gate.hands[sentence.text]) for sentence, wordings in waiting.items()}
        judged(tuple(tried.values()), gate)
        for sentence, wording in tried.items():
            same = counted(wording, gate) == sentence.origin_ids and independent(wording, gate) == sentence.independent
            if same and wording.text not in gate.said and holds(wording, gate):
                gate.said.add(wording.text)
                gate.hands[wording.text] = wording.hand
                found[sentence] = replace(sentence, text=wording.text, verdict=gate.verdicts[wording])
    return found


def drafted(sentence: Sentence, text: str, hand: Hand) -> DraftSentence:
    """Return a printed sentence, with these words, as one that can be judged again."""
    one = told_by_one(sentence)
    return DraftSentence(text=text, claim_ids=sentence.claim_ids, citations=sentence.citations, attributed=one, hand=hand)


def told_by_one(sentence: Sentence) -> bool:
    """Return whether one origin alone carries a printed sentence: then it names who reports it."""
    return sentence.independent.high == 1


def length(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def quoted(citations: Sequence[Passage], gate: Gate, most_words: int, *, marked: bool = True) -> DraftSentence | None:
    """Return the shortest cited passage as words of its outlet.

    Args:
        citations: The passages to choose from.
        gate: What the gate works with.
        most_words: A longer passage is not taken.
        marked: Whether it stands in quotation marks; then a passage that holds some itself is not taken.
    """
    fit = [
        p
        for p in citations
        if len(p.text.split()) <= most_words
        and not (marked and (any(sign in p.text for sign in QUOTE_SIGNS) or LEANING.match(p.text)))
    ]
    if not fit:
        return None
    passage = min(fit, key=lambda p: (len(p.text), p))
    outlet = next(outlet_name(m) for m in gate.brief.material.articles if m.article.id == passage.article_id)
    words = f"“{passage.text}”" if marked else passage.text
    return DraftSentence(text=f"{outlet}: {words}", claim_ids=(), citations=(passage,), attributed=True, hand="quote")


def outlet_name(marked: Marked) -> str:
    """Return an article's outlet with what it does, or honest words where it is not known."""
    return f"{marked.article.outlet} reports" if marked.article.outlet else "One report says"


def why_not(sentence: DraftSentence, gate: Gate, room: int) -> str:
    """Return in words why a judged sentence is not printed."""
    verdict = gate.verdicts[sentence]
    failed = [c for c in verdict.checks if c.outcome != "found"]
    if sentence.text in gate.said:
        return "said already"
    if failed:
        return f"{verdict.label}: {failed[0].kind} “{failed[0].text}” {failed[0].outcome} in the passages it cites"
    if verdict.label != "supported" or not sentence.text.strip():
        return "it says nothing"
    if leaning(sentence, gate):
        return "it opens with a word that stands for somebody or something in another sentence"
    wording: DraftSentence | None = sentence
    while wording is not None:
        if wording in gate.verdicts and holds(wording, gate) and length(wording.text) > room:
            return "no room for it with who reports it" if wording is not sentence else "longer than the report may be"
        wording = gate.repairs.get(wording)
    return "carried by one origin, and no wording that says so holds"


def disclosure(brief: Brief, writer: Writer, setup: Setup) -> str:
    """Return, for readers, how the report was made."""
    articles = brief.material.articles
    times = [m.article.published.when for m in articles if m.article.published.when]
    as_of = setup.as_of or max(times, default=None)
    count = "one article" if len(articles) == 1 else f"{len(articles)} articles"
    when = f" as of {day(as_of)}" if as_of else "; none of the articles shows when it was published" if not times else ""
    return (
        f"Written by copydesk {__version__} ({writer.name}) from {count}{when}. {UNEDITED} Each sentence was "
        "checked against the passages it cites, which tells whether the articles say so, not whether it is true; the count of "
        "independent origins says what the texts show."
    )
