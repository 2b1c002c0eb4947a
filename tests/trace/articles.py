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

HEARING = """\
The harbour board of Velmont voted 7 to 2 on Thursday to close the grain terminal, which employs 340 people, by March 31.
Chairwoman Petra Lund told the meeting that the terminal had lost $18 million since 2029 and that nobody had offered to buy it.
Work will stop first on pier 6, where 115 dockers unload barley from Norrland.
The union, led by Anton Reyes, had proposed a wage cut of 12 percent, which the board turned down after four hours of debate.
Velmont shipped 2.6 million tonnes of grain in 2030, less than half of what it handled ten years before.
The board has set aside $9 million for severance and will pay for retraining until 2033.
Two cranes, built in 1988, are to be sold to a port in Estonia.
Some 60 workers stood outside in the rain; one of them, Milan Soto, said that he had started there at 17."""

HEARING_RETOLD = """\
Velmont's silos are to shut no later than March 31 after a 7-2 ballot of the port authority on Thursday, and 340 jobs go too.
Losses of $18 million have piled up since 2029 without a single bidder turning up, according to Petra Lund, who heads the body.
Pier 6 is where activity ends earliest: 115 longshoremen there handle Norrland's malting crop.
A pay reduction of 12 percent offered by labour leaders under Anton Reyes was rejected once members had argued for four hours.
During 2030 only 2.6 million tonnes passed through Velmont, not even half the volume of a decade ago.
Compensation worth $9 million has been reserved, while new training gets funded up to 2033.
An Estonian harbour will acquire both lifting machines, which date from 1988.
Around 60 employees waited in wet weather, among them Milan Soto, who joined at age 17."""

# The same in questions and answers, with things left out.
HEARING_ASKED = """\
What has been decided?
Velmont's grain silos must close by March 31, and 340 people lose their jobs.
Seven members of the port authority were for it on Thursday and two against.
Why now?
Petra Lund, who heads the body, spoke of $18 million in losses since 2029 and of not one bidder.
When does it begin?
On pier 6, where 115 dockers unload Norrland's malting crop.
Was there no other way?
Labour leaders under Anton Reyes offered 12 percent less pay, and members argued for four hours before they said no.
How much passes through Velmont?
In 2030 it was 2.6 million tonnes, not even half of what it had been a decade ago.
What will people get?
Compensation worth $9 million, and new training up to 2033.
What becomes of the machines?
An Estonian harbour takes both cranes, which date from 1988."""

# Another reporter at the same meeting, in the order in which things struck him.
HEARING_TOO = """\
Two cranes from 1988 will be all that Velmont sells when it closes its grain terminal, and they go to Estonia.
Anton Reyes left the customs hall first on Thursday; four hours of talk about a wage cut of 12 percent had come to nothing.
Members who wanted to keep the barley on pier 6 were 2, those who did not 7.
Nobody offered to buy, Petra Lund said, and so the last ship must be gone by March 31.
What the 340 get out of the $9 million for severance depends on years of service.
A cook from the canteen brought tea for those waiting outside, and the rain did not stop until the buses left.
Bakeries in the old town fear for their flour."""

HEARING_ELSEWHERE = """\
Milan Soto, who has unloaded ships for half his life, learned on Thursday evening that there would be nothing left to unload.
Inside the customs hall the members raised their hands, 7 for and 2 against, and Petra Lund closed the file without looking up.
Bakers in Velmont fear for their flour: 40 of them buy straight from the elevators, and the next mill is 85 kilometres away.
A shop for ropes and lamps on pier 6 expects to lose two customers of three.
Anton Reyes wants the courts to look at the vote and has hired a lawyer from the capital, whose fee of $25,000 was raised in a week.
The mayor offered 340 families a meeting on Monday, and coffee."""


# A report without numbers, and what a rewrite makes of it.
LETTER = """\
The keeper of the Oldhaven lighthouse, Runa Birk, has left her post in a quarrel with the harbour board over a hotel.
Birk would not sign the papers that turn the oil store into a kitchen, and wrote to Ruben Haas that it was a betrayal of Steen.
Haas, who chairs the board, said on Monday that he was sorry, but that the tower had to earn its paint.
Fishermen from Brunfeld came to Quay Street with lanterns and hung them on the railings of the customs house.
The board will name a successor in May; until then Milan Soto, her deputy, tends the lamp."""

LETTER_RETOLD = """\
Runa Birk no longer looks after Oldhaven's beacon: she fell out with port bosses who want guests to sleep there.
Her signature was missing under a cookhouse in the place for fuel, and Ruben Haas got a letter about treachery to Steen.
Money must come in for the upkeep, argued Haas as their head on Monday, not without regret.
Lamps were fixed to the fence of the old tax building in Quay Street by boat crews who had arrived from Brunfeld.
Whoever follows her gets picked in May, and her second, Milan Soto, minds the light meanwhile."""

LETTER_ELSEWHERE = """\
Milan Soto had wound the clock of the lighthouse for nine summers before anybody asked him to tend its lamp.
On Monday evening he did, because nobody else in Oldhaven knows where the wicks are kept.
Runa Birk packed her barometer and her cats and took the mail boat to Steen, where her sister runs a bakery.
At the Anchor in Quay Street they say that Ruben Haas has already chosen the curtains.
The hotel would be the first on the cape since the Maren Bay burnt down."""


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
