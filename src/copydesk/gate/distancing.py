"""No printed sentence repeats an article for longer than is allowed: said otherwise, else quoted, else left out.

a report's sentences -> those too near an article -> another wording that holds as well     (write: rearranged, reworded, shortened)
                                                  -> the article's words as its outlet's    (quoting)
                                                  -> left out, and listed; of headline and dek a passage is quoted
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec.structs import replace

from copydesk.gate.grounds import COUNTED, DATED, counted, holds, independent
from copydesk.gate.judging import Gate, judged, length, statements
from copydesk.gate.quoting import in_marks, quoted_surely
from copydesk.gate.sides import OTHER_SIDE, pairs
from copydesk.records import DraftSentence, LeftOut, Marks, Section, Sentence
from copydesk.text.runs import Originals, Term, longest
from copydesk.write import FORMS, Voice, apart, free_of, otherwise, terms_of

_MOST_ROUNDS = 8  # wordings of a sentence that are judged


_BEFORE = re.compile(r"; before, .+\.$")


class Frame(msgspec.Struct, frozen=True):
    """A printed sentence with what has its place before and behind it, which is no article's wording.

    Attributes:
        opening: The day with which a line of a timeline opens.
        own: The sentence.
        former: What a figure was before, behind a semicolon, where that has been looked up.
        before: The same where it is checked like the rest.
    """

    opening: str
    own: str
    former: str
    before: str

    @classmethod
    def of(cls, sentence: Sentence, gate: Gate) -> "Frame":
        """Return the parts of a printed sentence."""
        day = DATED.match(sentence.text) if FORMS[gate.brief.form].dated else None
        opening = day[0] if day else ""
        tails = (f"; {check.text}." for check in sentence.verdict.checks if check.kind == "moved")
        former = next((tail for tail in tails if sentence.text.endswith(tail)), "")
        found = _BEFORE.search(sentence.text) if gate.brief.form == "update" and not former else None
        before = found[0] if found else ""
        own = sentence.text.removeprefix(opening).removesuffix(former).removesuffix(before)
        return cls(opening, f"{own}." if former or before else own, former, before)

    def whole(self, text: str) -> str:
        """Return another wording with what is checked beside it."""
        return f"{self.opening}{text.rstrip('.')}{self.before}" if self.before else f"{self.opening}{text}"

    @property
    def checked(self) -> str:
        """What is checked of it."""
        return self.whole(self.own)


def set_apart(
    headline: Sentence, dek: Sentence, sections: Sequence[Section], gate: Gate
) -> tuple[Sentence, Sentence, tuple[Section, ...]]:
    """Return a report's parts without a sentence that repeats an article for longer than is allowed.

    Args:
        headline: The headline.
        dek: The dek.
        sections: The sections.
        gate: What the gate works with; what is left out is listed there.
    """
    limit = gate.setup.config.write.longest_run
    originals = gate.originals
    if not limit:
        return headline, dek, tuple(sections)
    sentences = dict.fromkeys((headline, dek, *(s for section in sections for s in section.sentences)))
    near = [s for s in sentences if longest(s.text, originals) > limit]
    framed = {s: Frame.of(s, gate) for s in near}
    stated = [told.marks for told in statements([drafted(s, framed[s].own, gate) for s in near], gate.setup)]
    originals = originals.with_terms(
        fixed({t for s, marks in zip(near, stated, strict=True) for t in terms_of(framed[s].own, marks)}, gate)
    )
    still = [(s, marks) for s, marks in zip(near, stated, strict=True) if longest(s.text, originals) > limit]
    found = reworded(still, (headline, dek), originals, gate)
    lost = [s for s, _ in still if s not in found]
    for line in (line for line in (headline, dek) if line in lost):
        found[line] = surely(line, gate)
    kept = tuple(section_without(section, lost, found, gate) for section in sections)
    return found.get(headline, headline), found.get(dek, dek), fitted(kept, gate)


def reworded(
    near: Sequence[tuple[Sentence, Marks]], lines: Sequence[Sentence], originals: Originals, gate: Gate
) -> dict[Sentence, Sentence]:
    """Return for sentences that repeat an article too closely another wording that holds as well, where there is one.

    The first wordings of all of them are judged together, then the second ones of those that did not hold, and so on.

    Args:
        near: The sentences, with what `mark` found in them.
        lines: Headline and dek, which must stand.
        originals: The words of the articles.
        gate: What the gate works with.
    """
    found: dict[Sentence, Sentence] = {}
    longer: dict[Sentence, DraftSentence] = {}
    outlets = outlets_of(gate)
    voices = {s: replace(voice_of(s, outlets), brief=s is lines[0]) for s, _ in near}
    waiting = {sentence: proposed(sentence, marks, originals, voices[sentence], gate) for sentence, marks in near}
    for _ in range(_MOST_ROUNDS):
        tried = {s: following for s, wordings in waiting.items() if s not in found and (following := next(wordings, None))}
        if not tried:
            break
        judged(tuple(tried.values()), gate)
        for sentence, wording in tried.items():
            same = counted(wording, gate) == sentence.origin_ids and independent(wording, gate) == sentence.independent
            more = length(wording.text) - length(Frame.of(sentence, gate).checked)
            if not (same and wording.text not in gate.said and holds(wording, gate)):
                continue
            if more <= gate.spare:
                gate.spare -= more
                found[sentence] = told(sentence, wording, gate)
            else:
                longer.setdefault(sentence, wording)
    # What is lost makes room.
    free = gate.spare + sum(length(s.text) for s in waiting if s not in found and s not in longer)
    for sentence, wording in longer.items():
        now = found.get(sentence, sentence)
        more = length(wording.text) - length(Frame.of(now, gate).checked)
        # Others have become shorter meanwhile: better in more words than in quotation marks, or not at all.
        worse = sentence not in found or gate.hands[now.text] == "quote"
        must = sentence in lines and sentence not in found
        if (more <= free or must) and worse and wording.text not in gate.said:
            free, gate.spare = free - more, gate.spare - more
            found[sentence] = told(sentence, wording, gate)
    return found


def proposed(sentence: Sentence, marks: Marks, originals: Originals, voice: Voice, gate: Gate) -> Iterator[DraftSentence]:
    """Yield the wordings of a sentence that are far enough from the articles, the best first."""
    config, frame = gate.setup.config, Frame.of(sentence, gate)
    for text in otherwise(frame.own, marks, originals, config.write, voice):
        if free_of(text, config.style.banned):
            yield drafted(sentence, frame.whole(text), gate)
    yield from in_marks(sentence, apart(frame.own, marks, voice), frame.whole, gate)


def told(sentence: Sentence, wording: DraftSentence, gate: Gate) -> Sentence:
    """Return a printed sentence in another wording, which has been judged; what a figure was before stays behind it."""
    frame, text, verdict = Frame.of(sentence, gate), wording.text, gate.verdicts[wording]
    if frame.former:
        text = f"{text.rstrip('.')}{frame.former}"
        moved = (check for check in sentence.verdict.checks if check.kind == "moved")
        verdict = replace(verdict, checks=(*verdict.checks, *moved))
    gate.said.add(text)
    gate.hands[text] = wording.hand
    return replace(sentence, text=text, verdict=verdict)


def surely(line: Sentence, gate: Gate) -> Sentence:
    """Return what is printed in the place of a headline or dek of which no wording is far enough from the articles."""
    draft = drafted(line, line.text, gate)
    wording = quoted_surely(draft, gate, length(line.text) + gate.spare)
    gate.left_out.append(LeftOut(text=line.text, reason=f"{reason(gate)}; a passage is quoted in its place"))
    found = told(line, wording, gate)
    return replace(found, citations=wording.citations, independent=independent(wording, gate), origin_ids=counted(wording, gate))


def section_without(section: Section, lost: Sequence[Sentence], found: dict[Sentence, Sentence], gate: Gate) -> Section:
    """Return a section with its sentences as they are printed; of a difference, all sides or none."""
    gone = {at for at, sentence in enumerate(section.sentences) if sentence in lost}
    for start, end in pairs(section.sentences, gate.brief):
        if not gone.isdisjoint(range(start, end)):
            gone.update(range(start, end))
    for at in sorted(gone):
        sentence = section.sentences[at]
        why = reason(gate) if sentence in lost else OTHER_SIDE
        gate.left_out.append(LeftOut(text=sentence.text, reason=why))
        gate.spare += length(sentence.text)
    return replace(section, sentences=tuple(found.get(s, s) for at, s in enumerate(section.sentences) if at not in gone))


def fitted(sections: Sequence[Section], gate: Gate) -> tuple[Section, ...]:
    """Return sections without a sentence where headline and dek took more words than there are: the shortest that will do."""
    kept = [list(section.sentences) for section in sections]
    while gate.spare < 0:
        paired = {id(one[at]) for one in kept for start, end in pairs(one, gate.brief) for at in range(start, end)}
        free = [(one, s) for one in kept for s in one if id(s) not in paired]
        if not free:
            break
        enough = [entry for entry in free if length(entry[1].text) + gate.spare >= 0] or free
        one, gone = min(enough, key=lambda entry: (entry[1].independent.high > 1, length(entry[1].text)))
        one.remove(gone)
        gate.left_out.append(LeftOut(text=gone.text, reason="no room for it"))
        gate.spare += length(gone.text)
    return tuple(replace(section, sentences=tuple(one)) for section, one in zip(sections, kept, strict=True) if one)


def reason(gate: Gate) -> str:
    """Return why a sentence is not printed for which no wording was found."""
    limit = gate.setup.config.write.longest_run
    return f"repeats more than {limit} words in a row of an article, and no other wording of it holds"


def fixed(terms: Iterable[Term], gate: Gate) -> Iterator[Term]:
    """Yield those of some terms that are nobody's own wording: articles of two independent origins have them alike."""
    material = gate.brief.material
    mains = [material.lineage.main_origins.get(m.article.id, m.article.id) for m in material.articles]
    texts = [f" {' '.join(words)} " for words in gate.originals.words]
    for term in sorted(terms):
        held = {main for main, text in zip(mains, texts, strict=True) if f" {' '.join(term)} " in text}
        if len(held) > 1 and material.lineage.independent(held).low > 1:
            yield term


def outlets_of(gate: Gate) -> tuple[str, ...]:
    """Return the names of the outlets of a story, those that its articles credit among them, in order."""
    articles = (m.article.outlet for m in gate.brief.material.articles)
    credited = (origin.credited for origin in gate.brief.material.lineage.origins)
    return tuple(sorted({name for name in (*articles, *credited) if name}))


def voice_of(sentence: Sentence, outlets: tuple[str, ...]) -> Voice:
    """Return whose words a printed sentence may be taken for."""
    count = sentence.independent
    surely = count.low == count.high and 1 < count.low <= len(COUNTED)
    return Voice(attributed=told_by_one(sentence), outlets=outlets, several=COUNTED[count.low - 1] if surely else "")


def drafted(sentence: Sentence, text: str, gate: Gate) -> DraftSentence:
    """Return a printed sentence, with these words, as one that can be judged again."""
    hand, one = gate.hands[sentence.text], told_by_one(sentence)
    return DraftSentence(text=text, claim_ids=sentence.claim_ids, citations=sentence.citations, attributed=one, hand=hand)


def told_by_one(sentence: Sentence) -> bool:
    """Return whether one origin alone carries a printed sentence: then it names who reports it."""
    return sentence.independent.high == 1
