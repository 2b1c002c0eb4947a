"""Makes sentences that are fluent and false, and others that are true in new words, out of sentences of real articles.

Each edit changes one thing. A false edit leaves a sentence its article does not carry; a true one leaves a sentence it does. Edits are
chosen by a number drawn from the sentence itself, so that the same texts always give the same edits.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.records import Marks, Token

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December")
NUMBER_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
PEOPLE = ("Marta Lindqvist", "Tomas Okafor", "Ruth Halvorsen", "Daniel Ferrante", "Aisha Mbeki", "Peter Kowal")
SURNAMES = ("Lindqvist", "Okafor", "Halvorsen", "Ferrante", "Mbeki", "Kowal")
PLACES = (
    "London Paris Berlin Madrid Rome Moscow Beijing Tokyo Washington Chicago Boston Houston Atlanta Dallas Denver Seattle Miami Phoenix "
    "California Texas Florida Ohio Nevada Georgia Virginia Michigan Oregon Arizona Colorado Iowa "
    "Iraq Iran Syria Israel Egypt Turkey Ukraine Russia China Japan India Pakistan Mexico Canada Germany France Spain Italy Brazil Sudan"
).split()  # fmt: skip
ROLES = (
    ("prime minister", "president"), ("vice president", "senator"), ("president", "vice president"), ("governor", "mayor"), ("senator", "governor"), ("mayor", "senator"),
    ("minister", "ambassador"), ("chairman", "treasurer"), ("director", "spokesman"), ("spokesman", "director"), ("spokeswoman", "director"),
    ("secretary", "governor"), ("judge", "prosecutor"), ("prosecutor", "judge"), ("coach", "captain"), ("captain", "coach"),
    ("general", "colonel"), ("attorney", "judge"), ("sheriff", "mayor"), ("lawyer", "judge"), ("ceo", "founder"),
)  # fmt: skip
UNITS = (
    ("million", "billion"), ("billion", "million"), ("miles", "kilometers"), ("kilometers", "miles"), ("percent", "percentage points"),
    ("hours", "days"), ("days", "weeks"), ("weeks", "months"), ("months", "years"), ("years", "months"), ("minutes", "hours"),
    ("feet", "meters"), ("meters", "feet"), ("pounds", "tons"), ("dollars", "euros"), ("$", "€"), ("acres", "hectares"),
    ("degrees", "percent"), ("inches", "feet"), ("mph", "kph"),
)  # fmt: skip
COMPARISONS = (
    ("more than", "less than"), ("less than", "more than"), ("at least", "at most"), ("fewer than", "more than"),
    ("higher than", "lower than"),
)  # fmt: skip
MODALS = (
    ("will", "may"), ("may", "will"), ("could", "will"), ("might", "will"), ("is expected to", "will"), ("are expected to", "will"),
    ("plans to", "will"), ("would", "could"), ("should", "will"), ("must", "may"), ("can", "must"),
)  # fmt: skip
AUXILIARIES = "is are was were has had will would could should can may might must".split()
SPEECH = (
    ("said", "told reporters"),
    ("said", "stated"),
    ("told", "said to"),
    ("stated", "said"),
    ("added", "said"),
    ("noted", "said"),
)
VERBS = ("said", "stated", "added", "noted", "told", "warned", "announced", "claimed", "explained")
SYNONYMS = (
    ("began", "started"), ("killed", "slain"), ("bought", "purchased"), ("purchased", "bought"), ("injured", "wounded"),
    ("approximately", "about"), ("started", "began"), ("wounded", "injured"), ("attempted", "tried"),
    ("help", "assist"), ("children", "kids"), ("large", "big"), ("car", "automobile"), ("arrested", "detained"), ("shooting", "gunfire"),
    ("quake", "earthquake"), ("earthquake", "quake"), ("film", "movie"), ("movie", "film"), ("talks", "negotiations"), ("company", "firm"),
    ("lawmakers", "legislators"), ("employees", "workers"), ("huge", "enormous"), ("nearly", "almost"), ("almost", "nearly"),
    ("ended", "finished"), ("halted", "stopped"), ("probe", "investigation"), ("blast", "explosion"), ("important", "significant"),
    ("firm", "company"), ("nations", "countries"), ("countries", "nations"), ("quickly", "rapidly"), ("happened", "occurred"),
    ("occurred", "happened"), ("job", "post"), ("rise", "increase"), ("increase", "rise"), ("cut", "reduced"), ("show", "reveal"),
)  # fmt: skip
CONTRACTIONS = (
    ("does not", "doesn't"), ("did not", "didn't"), ("is not", "isn't"), ("was not", "wasn't"), ("will not", "won't"), ("do not", "don't"),
    ("could not", "couldn't"), ("would not", "wouldn't"), ("has not", "hasn't"), ("had not", "hadn't"), ("cannot", "can't"),
    ("are not", "aren't"), ("doesn't", "does not"), ("didn't", "did not"), ("isn't", "is not"), ("wasn't", "was not"), ("don't", "do not"),
    ("won't", "will not"), ("it's", "it is"), ("couldn't", "could not"), ("wouldn't", "would not"), ("can't", "cannot"),
)  # fmt: skip


@dataclass(frozen=True)
class Original:
    """A sentence of an article, as edits see it.

    Attributes:
        text: The sentence.
        marks: What was found in it, with spans from its start.
        names: Names that stand elsewhere in the pile.
        article: The article's whole text.
    """

    text: str
    marks: Marks
    names: tuple[str, ...]
    article: str

    def draw(self, options: Sequence[str], salt: str = "") -> str:
        """Return one of the options, always the same for the same sentence."""
        return options[zlib.crc32((self.text + salt).encode()) % len(options)]


@dataclass(frozen=True)
class Edit:
    """An edited sentence.

    Attributes:
        kind: What was done.
        true: Whether the article still carries it.
        text: The new sentence.
    """

    kind: str
    true: bool
    text: str


def swap(original: Original, pairs: Sequence[tuple[str, str]]) -> str | None:
    """Return the sentence with the first of the pairs that fits exchanged."""
    for old, new in pairs:
        found = re.search(
            rf"(?<![\w-]){re.escape(old)}(?![\w-])" if old[0].isalpha() else re.escape(old), original.text, re.IGNORECASE
        )
        if found:
            word = new.capitalize() if found[0][0].isupper() and found[0][0].isalpha() else new
            word = " ".join(part.capitalize() for part in new.split()) if found[0].istitle() and " " in new else word
            return original.text[: found.start()] + word + original.text[found.end() :]
    return None


def replaced(original: Original, start: int, end: int, new: str) -> str:
    """Return the sentence with a span exchanged."""
    return original.text[:start] + new + original.text[end:]


def number(original: Original) -> str | None:
    """Change a number in digits, or one in words."""
    found = [m for m in re.finditer(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/])", original.text)]
    found = [
        m
        for m in found
        if not re.fullmatch(r"(?:19|20)\d\d", m[0])
        and not re.search(r"(?:%s)\w*\.? $" % "|".join(m[:3] for m in MONTHS), original.text[: m.start()])
    ]
    if found:
        match = found[zlib.crc32(original.text.encode()) % len(found)]
        digits = match[0]
        for at, sign in enumerate(digits):
            if sign.isdigit():
                new = str((int(sign) + 1 + zlib.crc32(digits.encode()) % 8) % 10 or 1)
                if new != sign:
                    return replaced(original, match.start() + at, match.start() + at + 1, new)
    words = [m for m in re.finditer(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", original.text)]
    if words:
        match = words[0]
        return replaced(original, *match.span(), original.draw([w for w in NUMBER_WORDS if w != match[0]]))
    return None


def date(original: Original) -> str | None:
    """Change a year, a month or a day of the month."""
    year = re.search(r"\b(?:19|20)\d\d\b(?!-)", original.text)
    if year:
        return replaced(original, *year.span(), str(int(year[0]) - 1 - zlib.crc32(original.text.encode()) % 4))
    day = re.search(rf"\b(?:{'|'.join(MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (\d\d?)\b", original.text)
    if day:
        return replaced(original, *day.span(1), str(int(day[1]) % 28 + 1))
    month = re.search(rf"\b(?:{'|'.join(MONTHS)})\b", original.text)
    if month:
        return replaced(original, *month.span(), original.draw([m for m in MONTHS if m != month[0]]))
    return None


def weekday(original: Original) -> str | None:
    """Change a weekday."""
    found = re.search(rf"\b(?:{'|'.join(WEEKDAYS)})\b", original.text)
    return replaced(original, *found.span(), original.draw([d for d in WEEKDAYS if d != found[0]])) if found else None


def unit(original: Original) -> str | None:
    """Change a unit behind a number."""
    for old, new in UNITS:
        behind = rf"(?<=\d )(?<!a ){re.escape(old)}\b" if old[0].isalpha() else rf"{re.escape(old)}(?=\d)"
        found = re.search(behind, original.text)
        if found:
            return replaced(original, *found.span(), new)
    return None


def _names(original: Original) -> list[tuple[int, int, str]]:
    """Return the sentence's names of people: two or three words in capitals."""
    return [
        (m.start(), m.end(), m[0])
        for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]{2,}\b(?! [A-Z])", original.text)
        if not set(m[0].split()) & {*WEEKDAYS, *MONTHS, *PLACES, "The", "This"}
    ]


def name_of_pile(original: Original) -> str | None:
    """Put a name that stands elsewhere in the pile in place of one."""
    for start, end, name in _names(original):
        others = [n for n in original.names if not set(n.split()) & set(original.text.split())]
        if others:
            return replaced(original, start, end, original.draw(others, name))
    return None


def name_invented(original: Original) -> str | None:
    """Put an invented name in place of one."""
    for start, end, _ in _names(original):
        return replaced(original, start, end, original.draw(PEOPLE))
    return None


def surname(original: Original) -> str | None:
    """Put an invented family name in place of one that stands alone."""
    found = re.search(r"\b([A-Z][a-z]{3,}) (?:said|told|added|was|is|has|had|will)\b", original.text)
    if not found or found[1] in (*WEEKDAYS, *MONTHS, *"They There This That What Police She He It Who".split()):
        return None
    return replaced(original, *found.span(1), original.draw(SURNAMES))


def place(original: Original) -> str | None:
    """Change a place."""
    found = re.search(rf"\b(?:{'|'.join(PLACES)})\b", original.text)
    if not found:
        return None
    return replaced(original, *found.span(), original.draw([p for p in PLACES if p != found[0] and p not in original.text]))


def role(original: Original) -> str | None:
    """Change an office."""
    return swap(original, ROLES)


def former(original: Original) -> str | None:
    """Add or take away a "former"."""
    if re.search(r"\bformer ", original.text):
        return re.sub(r"\bformer ", "", original.text, count=1)
    found = (
        None
        if "ormer" in original.text
        else re.search(
            r"(?<=[a-z,] )(?:[Pp]resident|[Gg]overnor|[Mm]ayor|[Ss]enator|[Pp]rime [Mm]inister|[Cc]hairman|[Dd]irector|coach)\b",
            original.text,
        )
    )
    return replaced(original, found.start(), found.start(), "former ") if found else None


def negation_added(original: Original) -> str | None:
    """Add a "not" behind an auxiliary, or make a past verb "did not"."""
    found = re.search(rf"\b(?:{'|'.join(AUXILIARIES)})\b(?! (?:not|no|n't))(?!['’])", original.text)
    if found:
        return replaced(original, found.end(), found.end(), " not")
    for token in original.marks.tokens:
        if token.fine == "VBD" and token.lemma and token.relation == "root":
            return replaced(original, token.start, token.end, f"did not {token.lemma}")
    return None


def negation_dropped(original: Original) -> str | None:
    """Take a "not" or a "no" away."""
    for old, new in (
        ("did not ", "did "),
        ("does not ", "does "),
        (" not ", " "),
        ("cannot", "can"),
        ("n't ", " "),
        ("n’t ", " "),
        (" no ", " a "),
        (" never ", " "),
        ("without ", "with "),
    ):
        if (
            old in original.text
            and "not only" not in original.text
            and "wo" + old[:3] not in original.text
            and "can" + old[:2] not in original.text
        ):
            return original.text.replace(old, new, 1)
    return None


def modality(original: Original) -> str | None:
    """Change how firm it is."""
    return None if " May" in original.text else swap(original, MODALS)


def fact_for_plan(original: Original) -> str | None:
    """Say as done what is only planned, or as planned what is done."""
    found = re.search(
        r"\b(?:will|is expected to|are expected to|plans to|plan to|is set to|may|might) ([a-z]{3,})\b(?! not)", original.text
    )
    if (
        found
        and found[1] not in ("have", "not", "also", "likely", "never", "soon", "only", "still", "then", "now")
        and not found[1].endswith(("ly", "ed"))
    ):
        past = found[1] + "d" if found[1].endswith("e") else found[1] + "ed"
        irregular = {
            "meet": "met",
            "make": "made",
            "take": "took",
            "give": "gave",
            "hold": "held",
            "get": "got",
            "see": "saw",
            "say": "said",
            "face": "faced",
            "begin": "began",
            "send": "sent",
            "run": "ran",
            "lead": "led",
            "come": "came",
            "leave": "left",
            "find": "found",
            "pay": "paid",
            "put": "put",
            "know": "knew",
            "become": "became",
            "bring": "brought",
            "keep": "kept",
            "seek": "sought",
            "win": "won",
            "lose": "lost",
            "tell": "told",
            "build": "built",
            "speak": "spoke",
            "stand": "stood",
            "let": "let",
            "go": "went",
            "cost": "cost",
            "think": "thought",
            "appear": "appeared",
            "show": "showed",
            "feature": "featured",
            "need": "needed",
            "play": "played",
            "vote": "voted",
            "mean": "meant",
            "fall": "fell",
            "grow": "grew",
            "buy": "bought",
            "sell": "sold",
        }
        return (
            replaced(original, *found.span(), irregular.get(found[1], past))
            if found[1] != "be"
            else replaced(original, *found.span(), "was")
        )
    return None


def comparison(original: Original) -> str | None:
    """Turn a comparison, or add one."""
    turned = swap(original, COMPARISONS)
    if turned:
        return turned
    found = re.search(
        r"(?<=[a-z] )(?<!about )(?<!around )(?<!of )(?<!than )\d[\d,]*(?= (?:people|men|women|children|officers|soldiers|homes|percent|miles|million|years|votes|others|points|hours|days|countries|students|workers|jobs|dead))",
        original.text,
    )
    return (
        replaced(original, found.start(), found.start(), original.draw(["more than ", "at least ", "fewer than "]))
        if found
        else None
    )


def _subtree(tokens: Sequence[Token], root: int, base: int) -> tuple[int, int]:
    """Return first and last token of what depends on a word."""
    inside = {root}
    for _ in range(12):
        inside |= {i for i, t in enumerate(tokens) if t.head - base in inside}
    return min(inside), max(inside)


def _arguments(original: Original) -> Iterator[tuple[int, tuple[int, int], tuple[int, int]]]:
    """Yield verb, subject and object, the latter two as first and last token."""
    tokens = original.marks.tokens
    for at, verb in enumerate(tokens):
        if verb.tag != "VERB":
            continue
        subject = [i for i, t in enumerate(tokens) if t.head == at and t.relation == "nsubj" and t.tag in ("NOUN", "PROPN")]
        thing = [i for i, t in enumerate(tokens) if t.head == at and t.relation == "obj" and t.tag in ("NOUN", "PROPN")]
        if len(subject) == 1 and len(thing) == 1:
            left, right = _subtree(tokens, subject[0], 0), _subtree(tokens, thing[0], 0)
            if left[1] < at < right[0] and left[1] - left[0] <= 4 and right[1] - right[0] <= 4:
                yield at, left, right


def swapped(original: Original) -> str | None:
    """Let subject and object of a verb change places."""
    tokens = original.marks.tokens
    for _, left, right in _arguments(original):
        a = original.text[tokens[left[0]].start : tokens[left[1]].end]
        b = original.text[tokens[right[0]].start : tokens[right[1]].end]
        proper = tokens[left[0]].tag == "PROPN"
        if any(sign in a + b for sign in ',"“”'):
            continue
        first = b[0].upper() + b[1:] if left[0] == 0 else b
        last = a if proper or a.isupper() or left[0] else a[0].lower() + a[1:]
        return (
            original.text[: tokens[left[0]].start]
            + first
            + original.text[tokens[left[1]].end : tokens[right[0]].start]
            + last
            + original.text[tokens[right[1]].end :]
        )
    return None


def speaker(original: Original) -> str | None:
    """Put the words into somebody else's mouth."""
    for verb in VERBS:
        found = re.search(
            rf"(?<=, )((?:[A-Z][a-z]+ )?[A-Z][a-z]+|police|officials|authorities) {verb}\b|{verb} ((?:[A-Z][a-z]+ )?[A-Z][a-z]+)(?=[,.])",
            original.text,
        )
        if found:
            span = found.span(1) if found[1] else found.span(2)
            if (found[1] or found[2]).split()[-1] in WEEKDAYS:
                continue
            others = [n for n in original.names if not set(n.split()) & set(original.text.split())] or list(PEOPLE)
            return replaced(original, *span, original.draw(others))
    return None


def attribution_dropped(original: Original) -> str | None:
    """Say as plain fact what somebody said."""
    found = re.search(rf"(?<!['’”\"]), (?:[\w.]+ ){{1,4}}(?:{'|'.join(VERBS)})\.$", original.text)
    if found and not re.search(r"[\"“”]", original.text):
        return original.text[: found.start()] + "."
    found = re.match(rf"(?:[\w.]+ ){{1,4}}(?:{'|'.join(VERBS[:4])})(?: \w+day)? that ", original.text)
    return (
        original.text[found.end()].upper() + original.text[found.end() + 1 :]
        if found and not re.search(r"[\"“”]", original.text)
        else None
    )


def quote_altered(original: Original) -> str | None:
    """Change a word inside quotation marks, unmarked."""
    parts = re.split(r"[“”\"]", original.text)
    found = next((re.search(re.escape(part), original.text) for part in parts[1::2] if len(part) > 20 and "[" not in part), None)
    if not found:
        return None
    words = found[0].split()
    middle = len(words) // 2
    return replaced(original, *found.span(), " ".join([*words[:middle], *words[middle + 1 :]])) if len(words) > 5 else None


def antonym(original: Original) -> str | None:
    """Put the opposite of a verb in its place."""
    pairs = (
        ("rose", "fell"),
        ("fell", "rose"),
        ("increased", "decreased"),
        ("accepted", "rejected"),
        ("rejected", "accepted"),
        ("won", "lost"),
        ("lost", "won"),
        ("approved", "rejected"),
        ("began", "ended"),
        ("arrested", "released"),
        ("released", "arrested"),
        ("guilty", "innocent"),
        ("confirmed", "denied"),
        ("denied", "confirmed"),
        ("bought", "sold"),
        ("opened", "closed"),
        ("closed", "opened"),
        ("before", "after"),
        ("after", "before"),
        ("first", "last"),
        ("north", "south"),
        ("south", "north"),
        ("east", "west"),
        ("west", "east"),
    )
    return swap(original, pairs)


FALSE: dict[str, Callable[[Original], str | None]] = {
    "number": number, "date": date, "weekday": weekday, "unit": unit, "name of the pile": name_of_pile, "name invented": name_invented,
    "family name": surname, "place": place, "role": role, "former": former, "negation added": negation_added,
    "negation dropped": negation_dropped, "modality": modality, "fact for plan": fact_for_plan, "comparison": comparison,
    "subject and object": swapped, "speaker": speaker, "attribution dropped": attribution_dropped, "quote altered": quote_altered,
    "opposite": antonym,
}  # fmt: skip


def verbatim(original: Original) -> str | None:
    """Leave the sentence as it is."""
    return original.text


def speech_verb(original: Original) -> str | None:
    """Use another neutral verb of speech."""
    return swap(original, SPEECH[1:])


def attribution_moved(original: Original) -> str | None:
    """Make "X said that P" from "P, X said", or the other way round."""
    found = re.search(r"^([^\"“”]+), ((?:[\w.]+ ){1,4}(?:said|added))( [A-Z]\w+day)?\.$", original.text)
    if found:
        rest = found[1] if re.match(r"[A-Z]\w* [A-Z]|[A-Z]{2}|[A-Z]\w+'s", found[1]) else found[1][0].lower() + found[1][1:]
        return f"{found[2][0].upper()}{found[2][1:]}{found[3] or ''} that {rest}."
    found = re.search(r"^((?:[\w.]+ ){1,4}(?:said|added))( [A-Z]\w+day)? that ([^\"“”]+)\.$", original.text)
    return f"{found[3][0].upper()}{found[3][1:]}, {found[1]}{found[2] or ''}." if found else None


def number_form(original: Original) -> str | None:
    """Write a small number in digits, or one in digits as a word."""
    found = re.search(rf"(?<![-\w])(?:{'|'.join(NUMBER_WORDS)})(?= [a-z])", original.text)
    if found:
        return replaced(original, *found.span(), str(NUMBER_WORDS.index(found[0]) + 2))
    found = re.search(r"(?<=[a-z] )(?:[2-9]|1[0-2])(?= [a-z]{3,})(?! (?:percent|million|billion|p\.m|a\.m))", original.text)
    if found and not re.search(r"(?:%s)\w*\.? $" % "|".join(m[:3] for m in MONTHS), original.text[: found.start()]):
        return replaced(original, *found.span(), NUMBER_WORDS[int(found[0]) - 2])
    return None


def separators(original: Original) -> str | None:
    """Leave out or put in a thousands separator, or write "percent" for a sign."""
    found = re.search(r"\b\d{1,3},\d{3}\b", original.text)
    if found:
        return replaced(original, *found.span(), found[0].replace(",", ""))
    found = re.search(r"(?<=\d)%", original.text)
    if found:
        return replaced(original, *found.span(), " percent")
    return swap(original, ((" percent", "%"), (" per cent", "%"))) if re.search(r"\d per ?cent", original.text) else None


def rounded(original: Original) -> str | None:
    """Round a number, saying so."""
    found = re.search(
        r"(?<=[a-z] )(?<!about )(?<!than )(?<!least )(?<!around )(?<!nearly )(?<!almost )(?<!of )(?<!some )(\d{1,3},\d{3}|\d{3})(?= [a-z]{4,})(?! (?:percent|million|billion))",
        original.text,
    )
    if not found:
        return None
    value = int(found[0].replace(",", ""))
    digits = 10 ** (len(str(value)) - 2)
    near = round(value / digits) * digits
    return replaced(original, *found.span(), f"about {near:,}") if near != value and abs(near - value) <= 0.05 * value else None


def contraction(original: Original) -> str | None:
    """Contract or expand."""
    return swap(Original(original.text.replace("’", "'"), original.marks, (), ""), CONTRACTIONS)


def synonym(original: Original) -> str | None:
    """Put a synonym in a word's place."""
    return swap(original, SYNONYMS) if not re.search(r"[\"“”]", original.text) else None


def aside_dropped(original: Original) -> str | None:
    """Leave out an aside between commas."""
    found = re.search(r"(?<=[a-z]), (?:who|which|a|an|the|\d\d) ?[^,;:\"“”()]{0,60}, (?=[a-z])", original.text)
    if not found or re.search(r"\b(?:said|told|says|not|no|according)\b", found[0]):
        return None
    return original.text[: found.start()] + " " + original.text[found.end() :]


def short_name(original: Original) -> str | None:
    """Use the family name alone."""
    for start, end, name in _names(original):
        first, last = name.split()
        if (
            re.search(rf"(?<![A-Z]\w{{2}} )(?:\b{last} (?:said|told|added|says|was|is|has|had)\b|said {last}\b)", original.article)
            and first
        ):
            return replaced(original, start, end, last)
    return None


def full_name(original: Original) -> str | None:
    """Use the full name where the sentence has the family name alone."""
    for found in re.finditer(r"(?<=\b[a-z]{3} |[a-z]{2}[,] )[A-Z][a-z]{3,}\b(?! [A-Z])", original.text):
        full = re.search(rf"\b[A-Z][a-z]{{2,}} {found[0]}\b", original.article)
        if (
            full
            and full[0] in original.names
            and len({f for f in re.findall(rf"\b[A-Z]\w+ (?={found[0]}\b)", original.article)}) == 1
        ):
            return replaced(original, *found.span(), full[0])
    return None


def adverb_dropped(original: Original) -> str | None:
    """Leave out a weightless adverb."""
    found = re.search(r" (?:also|however|meanwhile|then|very|just|already)(?= [a-z])", original.text)
    return replaced(original, *found.span(), "") if found else None


def passive(original: Original) -> str | None:
    """Turn an active past clause into a passive one."""
    tokens = original.marks.tokens
    for at, left, right in _arguments(original):
        verb = tokens[at]
        simple = left[0] == 0 and right[1] == len(tokens) - 2 and left[1] + 1 == at and right[0] == at + 1
        if not simple or verb.fine != "VBD" or not original.text[verb.start : verb.end].endswith("ed"):
            continue
        a = original.text[tokens[left[0]].start : tokens[left[1]].end]
        b = original.text[tokens[right[0]].start : tokens[right[1]].end]
        be = "were" if tokens[right[1]].fine == "NNS" else "was"
        return f"{b[0].upper()}{b[1:]} {be} {original.text[verb.start : verb.end]} by {a if tokens[0].tag == 'PROPN' else a[0].lower() + a[1:]}."
    return None


def reported(original: Original) -> str | None:
    """Say that a report says so."""
    if re.search(r"[\"“”]", original.text) or not original.text[0].isupper():
        return None
    first = original.text.split()[0]
    lower = (
        first.lower()
        if first in ("The", "A", "An", "In", "He", "She", "It", "They", "But", "On", "At", "After", "Some", "There")
        else first
    )
    return f"One report says that {lower}{original.text[len(first) :]}"


def trimmed(original: Original) -> str | None:
    """Leave out a closing subordinate clause."""
    found = re.search(r", (?:which|while|after|when|where|as)\b[^\"“”;]{10,90}\.$", original.text)
    if not found or re.search(r"[\"“”]", original.text) or found.start() < 40:
        return None
    return original.text[: found.start()] + "."


TRUE: dict[str, Callable[[Original], str | None]] = {
    "verbatim": verbatim, "verb of speech": speech_verb, "attribution moved": attribution_moved, "number form": number_form,
    "separators, percent": separators, "rounded with about": rounded, "contraction": contraction, "synonym": synonym,
    "aside left out": aside_dropped, "short name": short_name, "full name": full_name, "weightless adverb left out": adverb_dropped,
    "passive": passive, "attributed to a report": reported, "clause left out": trimmed,
}  # fmt: skip


def same_quotes(before: str, after: str) -> bool:
    """Return whether two sentences have the same words in quotation marks: an edit of quoted words is never a true one."""
    inside = [[p for i, p in enumerate(re.split(r"[“”\"]", text)) if i % 2] for text in (before, after)]
    return inside[0] == inside[1]


def edits_of(original: Original) -> Iterator[Edit]:
    """Yield every edit that fits a sentence."""
    for true, table in ((False, FALSE), (True, TRUE)):
        for kind, make in table.items():
            text = make(original)
            if (
                text is not None
                and (text != original.text or kind == "verbatim")
                and (not true or same_quotes(original.text, text))
            ):
                yield Edit(kind, true, text)
