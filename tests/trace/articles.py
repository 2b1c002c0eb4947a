"""Small marked articles about an invented event, built without the parser."""

import re
from collections.abc import Sequence

from copydesk.records import (
    Article,
    Block,
    CreditMark,
    CreditScope,
    Genre,
    Hints,
    Marked,
    Marks,
    Published,
    QuoteMark,
    SentenceMark,
)
from copydesk.text.sentences import sentences

_QUOTE = re.compile(r"“[^“”]*”")

REPORT = """\
The river Maren burst its dyke at Oldhaven early on Sunday, flooding 412 homes and cutting the coastal railway, officials said.
Engineers had warned the board in March that the clay core of the dyke was riddled with muskrat tunnels and needed repair.
Some 900 people spent the night in the sports hall, where volunteers handed out blankets and soup until the power failed at 3 a.m.
“We lost the kitchen, the piano and forty years of photographs in ten minutes,” said Agnes Toller, a retired teacher.
The ministry sent 60 soldiers with pumps and sandbags, and a second crest of the flood is expected on Tuesday evening.
Farmers upstream are moving 3,000 cattle to higher ground, while the dairy in Brunfeld has stopped taking milk.
Insurers put the damage at 80 million crowns so far, a figure that does not include the rail embankment.
The dyke was last raised in 1974, when the neighbouring town of Steen was under water for nine days."""

EDITED = """\
The river Maren burst its dyke at Oldhaven early on Sunday, flooding 412 homes and cutting the coastal railway.
Engineers had warned in March that the clay core of the dyke was riddled with muskrat tunnels and needed repair.
Some 900 people spent the night in the sports hall, where volunteers handed out blankets and soup until the power failed.
The ministry sent 60 soldiers with pumps and sandbags, and a second crest of the flood is expected on Tuesday evening.
Farmers upstream are moving 3,000 cattle to higher ground, and the dairy in Brunfeld has stopped taking milk.
A concert planned for the sports hall next weekend has been called off, its organiser told this newspaper."""

INDEPENDENT = """\
Water stood up to the window sills in the lower town when our reporter reached Oldhaven by boat on Sunday morning.
Shopkeepers were carrying their stock to upper floors, and a baker rowed from door to door with warm rolls.
“We lost the kitchen, the piano and forty years of photographs in ten minutes,” said Agnes Toller, a retired teacher.
Nobody in Quay Street had heard a siren, three residents said, although the alarm had been tested a week earlier.
The mayor, Ruben Haas, promised an inquiry into why the siren stayed silent.
By noon the level had fallen by a hand's breadth, and the first families went back to look for their cats."""

OTHER_EVENT = """\
The orchestra of Lindholm will open its season with a symphony that was lost for a century and found in a piano stool.
The score, 212 pages in the hand of Clara Veit, was identified by two students who were restoring the instrument.
Tickets for the first night were gone within an hour, and a second performance has been added."""


def marked(
    name: str,
    text: str,
    *,
    outlet: str | None = None,
    credited: Sequence[tuple[str, str, CreditScope]] = (),
    published: str | None = None,
    genre: Genre = "report",
    hints: Hints | None = None,
    owner: str | None = None,
) -> Marked:
    """Return a marked article: every line a paragraph; a credit is given as its words, the outlet and the scope."""
    blocks, found = [], []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(start=start, end=start + len(line)))
        found += [
            SentenceMark(start=start + s.start, end=start + s.end, block=len(blocks) - 1, kind="body", first=0, last=0)
            for s in sentences(line)
        ]
        start += len(line) + 1
    quotes = tuple(
        QuoteMark(start=m.start(), end=m.end(), words_start=m.start() + 1, words_end=m.end() - 1, direct=True)
        for m in _QUOTE.finditer(text)
    )
    article = Article(
        id=name,
        location=f"pile/{name}.txt",
        sha256="0" * 64,
        text=text,
        blocks=tuple(blocks),
        outlet=outlet,
        owner=owner,
        genre=genre,
        published=Published(when=published, precision="minute" if published else "unknown", basis="meta" if published else "none"),
        hints=hints,
        language="en",
    )
    return Marked(
        article=article,
        marks=Marks(sentences=tuple(found), quotes=quotes, credits=tuple(credit(text, found, *given) for given in credited)),
    )


def credit(text: str, found: Sequence[SentenceMark], words: str, name: str, scope: CreditScope) -> CreditMark:
    """Return a credit that covers its sentence, or all of the text."""
    start = text.index(words)
    sentence = next(s for s in found if s.start <= start < s.end)
    covers = (0, len(text)) if scope == "article" else (sentence.start, sentence.end)
    return CreditMark(start=start, end=start + len(words), name=name, scope=scope, covers_start=covers[0], covers_end=covers[1])
