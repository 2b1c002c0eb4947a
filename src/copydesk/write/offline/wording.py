"""From a line to a sentence: who people are, which day it was, who reports it."""

import re
from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace

from copydesk.records import DateMark, DraftSentence, Passage, Printed
from copydesk.spans import Span
from copydesk.text.roles import OFFICES, TITLE_MODIFIERS
from copydesk.write.config import WriteConfig
from copydesk.write.grammar import fusion
from copydesk.write.grammar.dates import dated, day_words, month_words, undated
from copydesk.write.grammar.finish import balanced, finished
from copydesk.write.grammar.lexicon import MONTH_NAMES, TELLING
from copydesk.write.grammar.names import Named, for_pronoun, introduced, short
from copydesk.write.grammar.phrase import Phrase
from copydesk.write.grammar.telling import Form, Teller, lowered, takes, told, told_then, uncredited
from copydesk.write.offline.capitals import proper
from copydesk.write.offline.cast import Cast, named_in, placed
from copydesk.write.offline.line import Line
from copydesk.write.offline.order import paired
from copydesk.write.offline.pile import Pile, as_day, within
from copydesk.write.offline.pointing import meets
from copydesk.write.offline.standing import why_not
from copydesk.write.offline.tellers import Tellers
from copydesk.write.style import Style

_FORMS: tuple[Form, ...] = ("front", "back", "that")
_GOING_ON: tuple[Form, ...] = ("adds", "also")
_MONTHS = "|".join(MONTH_NAMES)
_AMERICAN = re.compile(rf"\b(?:{_MONTHS}) \d")
_BRITISH = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS})\b")
_SAMPLE = 20_000
_CLOCK = re.compile(r"T(\d\d:\d\d)(?::[\d.]+)?(Z|\+00:00)?$")
_SINGULAR = ("VBZ", "VBD", "MD")
_LONGEST_TIME = 2  # words: "late on Monday night" keeps its own
_RELATIVE = ("today", "tomorrow", "yesterday", "tonight", "last", "next", "this", "ago", "now", "recent", "coming", "past")


def _offices(phrase: Phrase) -> frozenset[str]:
    """Return the words of offices in a phrase."""
    return frozenset(word.low for word in phrase.words if word.low in OFFICES | TITLE_MODIFIERS)


class Worded(msgspec.Struct, frozen=True):
    """A phrase on its way, with the passages that its new words rest on.

    Attributes:
        phrase: The words.
        citations: All passages it rests on.
        met: People whom it introduces or names in full.
    """

    phrase: Phrase
    citations: tuple[Passage, ...]
    met: frozenset[str] = frozenset()


class Manner(msgspec.Struct, frozen=True):
    """How a line is told.

    Attributes:
        alone: Whether it is given to who reports it though several do.
        form: Where every wording says who reports it; None: in turn, and before the wordings to fall back on.
        joins: Whether another statement of its report is to follow in the same sentence, so that a "that" serves best.
        titled: Whether the offices that it gives people have to stay: they are what it is told for.
    """

    alone: bool = False
    form: Form | None = None
    joins: bool = False
    titled: bool = False


class Spoken(msgspec.Struct, frozen=True):
    """A line as a sentence.

    Attributes:
        line: The line.
        phrase: Its words, people introduced and days named, without who reports it.
        sentence: The sentence.
        below: Those words as they go on behind others.
    """

    line: Line
    phrase: Phrase
    sentence: DraftSentence
    below: str


class Wording:
    """Words lines one after the other, in reading order; remembers who was introduced.

    Args:
        pile: The articles.
        cast: Their people.
        config: Settings.
        style: House style.
    """

    def __init__(self, pile: Pile, cast: Cast, config: WriteConfig, style: Style = Style()) -> None:  # noqa: B008 -- frozen
        self.pile = pile
        self.cast = cast
        self.config = config
        self.tellers = Tellers(pile, style.reporting)
        self.adds = "adds" in style.verbs
        self.met: set[str] = set()
        self.turn = 0
        self.last: str | None = None
        self.row = 0  # sentences of the same report in a row
        self._proper: dict[tuple[str, int], frozenset[int]] = {}
        self.month_first = month_first(pile) if style.month_first is None else style.month_first

    def above(self, line: Line) -> DraftSentence:
        """Return a line as a sentence above the report; the report below introduces everybody again."""
        self.tellers.again()
        self.last = None
        sentence = self.sentence(line)
        self.tellers.again()
        self.met.clear()
        return sentence

    def run(self, lines: Sequence[Line]) -> tuple[DraftSentence, ...]:
        """Return lines as the sentences of one section; two short ones of one report, one behind the other, share a sentence."""
        self.last = None
        found, firsts = list[Spoken](), paired(lines) if "fused" not in self.config.off else frozenset[int]()
        for at, line in enumerate(lines):
            found.append(self.spoken(line, Manner(joins=at in firsts)))
        seconds = {at + 1 for at in firsts}
        return tuple(
            together(one, found[at + 1]) if at in firsts else one.sentence for at, one in enumerate(found) if at not in seconds
        )

    def sentence(self, line: Line, *, alone: bool = False, form: Form | None = None, titled: bool = False) -> DraftSentence:
        """Return a line as a sentence, with wordings to fall back on.

        Args:
            line: The line.
            alone: Whether it is given to who reports it though several do.
            form: Where every wording says who reports it; None: in turn, and before the wordings to fall back on.
            titled: Whether the offices that it gives people have to stay: they are what it is told for.
        """
        return self.spoken(line, Manner(alone=alone, form=form, titled=titled)).sentence

    def spoken(self, line: Line, manner: "Manner") -> "Spoken":
        """Return a line as a sentence told in some manner, and its words without who reports it."""
        if line.told_on and manner.form != "back":
            spoken = self.spoken(line, Manner(alone=True, form="back"))
            return msgspec.structs.replace(spoken, sentence=self.then(line, spoken.sentence))
        plain = self.dated(line, line.phrase)
        worded = self.named(line, plain)
        text = finished(worded.phrase.text)
        if not balanced(text) or (manner.titled and not _offices(plain) <= _offices(worded.phrase)):
            worded = Worded(plain, line.citations, worded.met)
            text = finished(plain.text)
        self.met |= worded.met
        literal = [*self.offices_left_out(line, plain, worded), *self.literal(line, plain, worded.phrase)]
        if not line.single and not manner.alone:
            self.last = None
            return Spoken(line, worded.phrase, draft(line, text, worded.citations, [t for _, t in literal]), text)
        texts = [
            self.told(line, worded.phrase, text, manner.form, joins=manner.joins),
            *(self.told(line, phrase, t, manner.form or "front") for phrase, t in literal),
        ]
        sentence = replace(draft(line, texts[0], worded.citations, texts[1:]), attributed=True)
        return Spoken(line, worded.phrase, sentence, lowered(text, worded.phrase, self.proper(line, worded.phrase)))

    def then(self, line: Line, sentence: DraftSentence) -> DraftSentence:
        """Return a sentence that tells how things were when its article was published, printed with that time."""
        when = self.moment(line.told_on)
        dated = ((text, told_then(text, when)) for text in (sentence.text, *sentence.fallbacks)) if when else ()
        printed = tuple(
            Printed(wording=text, text=then, told=when, citations=(line.passage,), kind="published") for text, then in dated if then
        )
        return replace(sentence, printed=printed)

    def moment(self, when: str) -> str:
        """Return when an article was published, as it stands behind "reported": "on Monday", "at 09:00 UTC" on the report's day."""
        day = as_day(when)
        if day is None:
            return ""
        if day != self.pile.today:
            return f"on {day_words(day, self.pile.today, month_first=self.month_first)}"
        clock = _CLOCK.search(when)
        return f"at {clock[1]}{' UTC' if clock[2] else ''}" if clock else ""

    def offices_left_out(self, line: Line, plain: Phrase, worded: Worded) -> Iterator[tuple[Phrase, str]]:
        """Yield a line with full names instead of offices that another sentence gives: these may be too much to put in."""
        if len(worded.citations) > len(line.citations):
            shorter = self.named(line, plain, offices=False).phrase
            yield shorter, finished(shorter.text)

    def literal(self, line: Line, plain: Phrase, worded: Phrase) -> Iterator[tuple[Phrase, str]]:
        """Yield the more literal wordings of a line that can stand by themselves: without names put in, then its whole passage."""
        if worded is not plain and why_not(plain, []) is None:
            yield plain, finished(plain.text)
        whole = self.pile.phrase(line.passage)
        old = self.pile.figures.outdated(whole, line.passage.article_id)
        if whole.count > plain.count and not old and why_not(whole, []) is None and balanced(whole.text):
            yield line.phrase, finished(line.passage.text)

    def told(self, line: Line, phrase: Phrase, text: str, form: Form | None = None, *, joins: bool = False) -> str:
        """Return a sentence with who reports it."""
        teller = self.tellers.of(line.origin_ids, line.citations)
        if (bare := uncredited(phrase, teller.name.removeprefix("the "))) is not phrase and not teller.carried:
            phrase, text = bare, finished(bare.text)
        below = lowered(text, phrase, self.proper(line, phrase))
        speaks = any(w.lemma in TELLING and w.tag == "VERB" for w in phrase.words)
        if speaks and re.search(rf"\b{re.escape(teller.name.removeprefix('the '))}\b", text, re.IGNORECASE):
            # The sentence names its teller: "…, she told Radio Nine." Only who passes that on is to be added.
            if teller.carried is None:
                return text
            teller = Teller(name=teller.carried, reporting=teller.reporting)
        if phrase.has("reportedly"):
            teller = msgspec.structs.replace(teller, says=True)  # "reports that …, reportedly" says it twice
        if form is None:
            form = "front" if teller.carried else self.form(line, phrase, teller, joins=joins)
        own = itself(below, phrase, teller)
        if own and form != "adds" and takes(phrase, "that"):
            form = "also" if form == "also" else "that"
        return told(text, own if own and form in ("that", "also", "adds") else below, teller, form)

    def proper(self, line: Line, phrase: Phrase) -> frozenset[int]:
        """Return where a phrase's first word begins if it is a name, else nothing; looked up once for each place."""
        if not phrase.words:
            return frozenset()
        place = (line.passage.article_id, phrase.words[0].start)
        if place[1] < 0 or place not in self._proper:
            self._proper[place] = proper(line, phrase, self.pile)
        return self._proper[place]

    def reported(self, line: Line, clause: str) -> str:
        """Return a clause of the writer's own as what those who carry a line report."""
        teller = self.tellers.of(line.origin_ids, line.citations)
        if teller.carried:
            return told(finished(clause), clause, teller, "front")
        return told(finished(clause), clause, teller, "that")

    def form(self, line: Line, phrase: Phrase, teller: Teller, *, joins: bool = False) -> Form:
        """Return where the next sentence says who reports it: in turn, where the sentence takes it.

        Behind a sentence of the same report, it "adds" the next one and "also says" one more; then it is named as if it were new.
        """
        told_by = " ".join((teller.name if not teller.unnamed else "", *line.origin_ids))
        self.row = self.row + 1 if self.last == told_by else 0
        self.last = told_by
        if self.row % 3 and not teller.plural and takes(phrase, "that"):
            going_on = _GOING_ON[self.row % 3 - 1]
            return going_on if self.adds or going_on != "adds" else "also"
        if joins and takes(phrase, "that"):
            return "that"
        for step in range(len(_FORMS)):
            form = _FORMS[(self.turn + step) % len(_FORMS)]
            if takes(phrase, form):
                self.turn += step + 1
                return form
        return "front" if phrase.words and any(phrase.quoted()[-2:]) else "back"

    def named(self, line: Line, phrase: Phrase, *, offices: bool = True) -> Worded:
        """Return a phrase in which everybody is introduced at first mention, goes by one name afterwards, and no pronoun hangs.

        Args:
            line: The line.
            phrase: Its words.
            offices: Whether an office that another sentence gives is put in, too.
        """
        citations, met = list(line.citations), set[str]()
        if "names" in self.config.off:
            return Worded(phrase, line.citations)
        people = named_in(phrase, line.passage, self.pile, self.cast)
        # "The minister, Ana Boro, said" first mentions her where her name stands.
        first = {n.key: n.place.start for n in (*reversed(people), *(n for n in reversed(people) if not n.role))}
        for named in reversed(people):
            if named.here or phrase.quoted()[named.place.start]:
                continue
            opening = first[named.key] == named.place.start
            phrase, passage = self._mention(line, phrase, named, opening=opening, offices=offices)
            met.add(named.key)
            if passage is not None and passage not in citations:
                citations.append(passage)
        return Worded(phrase, tuple(citations), frozenset(met))

    def _mention(self, line: Line, phrase: Phrase, named: Named, *, opening: bool, offices: bool) -> tuple[Phrase, Passage | None]:
        """Return a phrase with one mention as it should be, and the passage that its new words rest on."""
        known = named.key in self.met or not opening
        introduction = self.cast.introduction(line.passage.article_id, named.key)
        name = self.cast.short(named.key)
        if named.pronoun:
            return self._pronoun(line, phrase, named, opening=opening)
        if named.role or (known and not (named.full or named.title)):
            return phrase, None
        if known:
            # "Judge Garrick" is not called "Ilse Garrick" where her article does not say so.
            held = {word.low for word in phrase.words[named.place.start : named.place.end]}
            return (short(phrase, named, name) if held.issuperset(name.lower().split()) else phrase), None
        if introduction is None or (named.full and (named.title or not introduction.titled)):
            return phrase, None
        if not self._carried(line, introduction.passage):
            return phrase, None
        text = introduction.text if offices or introduction.passage == line.passage else self.cast.full(named.key)
        return introduced(phrase, named, text), introduction.passage

    def _pronoun(self, line: Line, phrase: Phrase, named: Named, *, opening: bool) -> tuple[Phrase, Passage | None]:
        """Return a phrase with a name where its first mention of somebody is a pronoun."""
        introduction = self.cast.introduction(line.passage.article_id, named.key)
        met = named.place.start > 0 and meets(phrase, named.place.start)
        if met or not opening or introduction is None or not self._carried(line, introduction.passage):
            return phrase, None
        text = self.cast.short(named.key) if named.key in self.met else introduction.text
        return for_pronoun(phrase, named, text), introduction.passage

    def _carried(self, line: Line, passage: Passage) -> bool:
        """Return whether a passage may be cited beside a line without adding an origin to it."""
        return set(self.pile.origins(passage)) <= set(line.origin_ids)

    def dated(self, line: Line, phrase: Phrase) -> Phrase:
        """Return a phrase whose times hold on the report's day; what cannot be told is dropped where the sentence allows."""
        if "dates" in self.config.off:
            return phrase
        text = self.pile.marked(line.passage).article.text
        for mark in reversed(within(self.pile.marked(line.passage).marks.dates, line.passage)):
            place = placed(phrase, mark.start, mark.end)
            if place and not phrase.quoted()[place.start] and not named_so(phrase, place):
                phrase = self._time(phrase, place, mark, text[mark.start : mark.end].lower())
        return phrase

    def _time(self, phrase: Phrase, place: Span, mark: DateMark, words: str) -> Phrase:
        relative = any(word in _RELATIVE for word in words.split()) or (mark.weekday is not None and mark.resolved)
        if not relative:
            return phrase
        if mark.when is None:
            return phrase if mark.weekday else undated(phrase, place) or phrase
        written, preposition = self.written(mark)
        if not written or written.lower() in words or len(words.split()) > _LONGEST_TIME:
            return phrase
        return dated(phrase, place, written, preposition)

    def written(self, mark: DateMark) -> tuple[str, str]:
        """Return a known time in words that hold on the report's day, with its preposition; empty where its own words may stand."""
        day = as_day(mark.when) if mark.precision not in ("month", "year") and mark.until is None else None
        today = self.pile.today
        if day is not None:
            return day_words(day, today, month_first=self.month_first), "on"
        if mark.when and today and mark.until is None and not today.isoformat().startswith(mark.when):
            return month_words(mark.when, today), "in"
        return "", ""


def itself(below: str, phrase: Phrase, teller: Teller) -> str:
    """Return "it has opened a shop" where a teller says so of itself by name; empty for anything else."""
    name = teller.name
    verb = next((w for w in phrase.words if w.start >= 0 and w.start >= phrase.words[0].start + len(name)), None)
    if teller.plural or teller.carried or not below.startswith(f"{name} ") or verb is None or verb.fine not in _SINGULAR:
        return ""
    return f"it {below.removeprefix(name).lstrip()}"


def together(first: Spoken, second: Spoken) -> DraftSentence:
    """Return two sentences of one report as one; as the first one goes by itself where its wording has no place for another."""
    told = first.sentence
    predicate = fusion.shared_subject(first.phrase, second.phrase)
    text = fusion.coordinated(told.text, predicate) if predicate else fusion.fused(told.text, second.phrase, second.below)
    citations = tuple(dict.fromkeys((*told.citations, *second.sentence.citations)))
    return DraftSentence(
        text=text,
        claim_ids=tuple(dict.fromkeys((*told.claim_ids, *second.sentence.claim_ids))),
        citations=citations,
        attributed=True,
        parts=(told, second.sentence),
    )


def named_so(phrase: Phrase, place: Span) -> bool:
    """Return whether a time is part of a name, "MoneyWise Today", or owns what follows, so that no preposition fits before it."""
    word, before = phrase.words[place.start], phrase.words[place.start - 1] if place.start else None
    owned = any(w.fine == "POS" for w in phrase.words[place.end - 1 : place.end + 1])
    name = before is not None and before.tag == "PROPN" and word.form in ("Today", "Tomorrow", "Tonight", "Now")
    return name or (owned and word.low in ("next", "last", "this"))


def draft(line: Line, text: str, citations: Sequence[Passage], fallbacks: Sequence[str]) -> DraftSentence:
    """Return a draft's sentence; fallbacks that repeat a wording before them go."""
    kept = [t for t in dict.fromkeys(fallbacks) if t != text]
    return DraftSentence(
        text=text, claim_ids=(line.claim.id,), citations=tuple(citations), attributed=line.single, fallbacks=tuple(kept)
    )


def month_first(pile: Pile) -> bool:
    """Return whether most articles write "March 4" rather than "4 March"."""
    texts = [marked.article.text[:_SAMPLE] for marked in pile.articles.values()]
    return sum(len(_AMERICAN.findall(t)) for t in texts) >= sum(len(_BRITISH.findall(t)) for t in texts)
