# ruff: noqa: E501 -- sentences of invented articles, on one line each
"""Invented dossiers, built by code so that every span resolves.

A footbridge in an invented town is closed. An agency reports it, one paper reprints that, one rewrites it without saying so and
adds two facts of its own; two others were there; the port sends a press release.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from copydesk.records import (
    ArticleEntry,
    Check,
    CheckedCite,
    CheckedQuote,
    CheckedSentence,
    CheckOutput,
    CitedArticle,
    Claim,
    Credit,
    Difference,
    Dossier,
    DraftBlock,
    Initiative,
    Input,
    Interval,
    LeftOut,
    Origin,
    Passage,
    Published,
    Quote,
    Removed,
    Report,
    Reuse,
    ReuseLink,
    Run,
    Section,
    Sentence,
    Side,
    Skipped,
    Step,
    StoryEntry,
    StoryOutput,
    TimelineEntry,
    Totals,
    TraceOutput,
    Unanswered,
    Unnamed,
    Variant,
    Verdict,
)

WIRE = """ELSTRAND (Norrvik Wire) — The Lantern Bridge, the only footbridge between the old town of Elstrand and its harbour, was closed on Tuesday after inspectors found a crack 40 centimetres long in one of its bearings.

“We will not open it again until we know why the steel gave way,” city engineer Mara Lindqvist told reporters on the quay. “I would rather be late than sorry.”

About 5,000 people cross the bridge on a working day. A ferry will carry them free of charge from Wednesday morning, the port said, and repairs are expected to take six weeks.

The bridge was built in 1968 and last examined in 2029. A city official said that the crack had been seen in a photograph taken by a diver in March."""

REPRINT = WIRE

REWRITE = """Elstrand has shut its best-loved crossing. Inspectors discovered a crack of 40 centimetres in a bearing of the Lantern Bridge on Tuesday, and the footbridge to the harbour was closed at once.

City engineer Mara Lindqvist said she would rather be late than sorry and would not reopen the bridge before the cause was known.

Some 5,000 people use the crossing on a normal working day. They will be carried by a free ferry starting Wednesday morning; the repairs should take six weeks.

Three cafés on the harbour side told the Ledger that they had lost half of their customers within a day. The owner of the oldest of them, Jonas Abel, has asked the city for help with his rent."""

OWN = """By noon on Tuesday the red tape was up and the gulls had the Lantern Bridge to themselves. The city closed it after finding a crack, 45 centimetres long by the measure of the two inspectors who showed it to this newspaper, in the eastern bearing.

“We will not open it again until we know why the steel gave way. I would rather be late than sorry,” Mara Lindqvist, the city engineer, said on the quay.

The council meets on Thursday to decide whether to repair the bridge or to replace it. Mayor Tove Rask said that a new bridge “is on the table”. She ruled out a toll.

For Ingrid Holm, 71, who has walked across every morning since her wedding, the ferry is a poor exchange. “You cannot stop in the middle of a ferry and look,” she said."""

BROADCAST = """Pedestrians in Elstrand face a detour of three kilometres after the closure of the Lantern Bridge.

The city’s engineer, Mara Lindqvist, said on Tuesday: “We will not open it again until we know.” A diver had reported a crack as early as January, according to a person familiar with the inspection, who asked not to be named.

Repairs could take until autumn, two officials said on condition of anonymity. Radio Fjord reported that the bearing had been made by a firm that no longer exists.

The ferry will run every ten minutes between six in the morning and midnight."""

RELEASE = """The Port of Elstrand offers a free ferry between Fish Quay and the Old Town Steps from Wednesday, 13 May, at 6 a.m., while the Lantern Bridge is closed.

The ferry Signe takes 120 passengers and runs every ten minutes until midnight. Bicycles travel free. The port and the city of Elstrand have agreed to share the costs until the end of June.

“Nobody shall be cut off from work,” said port director Ann-Sofie Berg."""

TEXTS = {
    "a1f0": WIRE,
    "b2e1": REPRINT,
    "c3d2": REWRITE,
    "d4c3": OWN,
    "e5b4": BROADCAST,
    "f6a5": RELEASE,
}


def passage(article_id: str, words: str, texts: dict[str, str] | None = None) -> Passage:
    """Return the passage of an article at which these words stand."""
    start = (texts or TEXTS)[article_id].index(words)
    return Passage(article_id=article_id, start=start, end=start + len(words), text=words)


def between(article_id: str, first: str, last: str) -> Passage:
    """Return the passage from the first words to the end of the last ones."""
    text = TEXTS[article_id]
    start = text.index(first)
    end = text.index(last, start) + len(last)
    return Passage(article_id=article_id, start=start, end=end, text=text[start:end])


def whole(article_id: str) -> Passage:
    """Return an article's whole text as a passage."""
    return Passage(article_id=article_id, start=0, end=len(TEXTS[article_id]), text=TEXTS[article_id])


def interval(low: int, high: int | None = None) -> Interval:
    """Return an interval; of one number where `high` is not given."""
    return Interval(low=low, high=low if high is None else high)


def sentence(
    text: str, carried: Interval, *passages: Passage, label: str = "supported", checks: tuple[Check, ...] = ()
) -> Sentence:
    """Return a checked sentence."""
    verdict = Verdict(label=label, score=0.93 if label == "supported" else 0.5, checks=checks, evidence=passages[:1])  # type: ignore[arg-type]
    return Sentence(text=text, citations=passages, claim_ids=(), independent=carried, verdict=verdict)


def check(kind: str, text: str, outcome: str = "found", evidence: Passage | None = None) -> Check:
    """Return one thing that was looked for."""
    return Check(kind=kind, text=text, outcome=outcome, evidence=evidence)  # type: ignore[arg-type]


CRACK_40 = passage("a1f0", "found a crack 40 centimetres long in one of its bearings")
CLOSED = between("a1f0", "The Lantern Bridge", "bearings.")
CLOSED_REPRINT = between("b2e1", "The Lantern Bridge", "bearings.")
CLOSED_REWRITE = between("c3d2", "Inspectors discovered", "closed at once.")
CLOSED_OWN = between("d4c3", "The city closed it", "eastern bearing.")
CLOSED_BROADCAST = passage(
    "e5b4", "Pedestrians in Elstrand face a detour of three kilometres after the closure of the Lantern Bridge."
)
WORDS_WIRE = between("a1f0", "“We will not", "sorry.”")
WORDS_OWN = between("d4c3", "“We will not", "on the quay.")
WORDS_BROADCAST = between("e5b4", "The city’s engineer", "know.”")
CROSS = passage("a1f0", "About 5,000 people cross the bridge on a working day.")
CROSS_REWRITE = passage("c3d2", "Some 5,000 people use the crossing on a normal working day.")
FERRY_WIRE = between("a1f0", "A ferry will", "six weeks.")
FERRY_REWRITE = between("c3d2", "They will be carried", "six weeks.")
FERRY_BROADCAST = passage("e5b4", "The ferry will run every ten minutes between six in the morning and midnight.")
FERRY_RELEASE = between("f6a5", "The Port of Elstrand offers", "is closed.")
COSTS = between("f6a5", "The port and the city", "end of June.")
AUTUMN = passage("e5b4", "Repairs could take until autumn, two officials said on condition of anonymity.")
DIVER_MARCH = between("a1f0", "A city official", "March.")
DIVER_JANUARY = between("e5b4", "A diver had", "named.")
COUNCIL = between("d4c3", "The council meets", "replace it.")
NEW_BRIDGE = between("d4c3", "Mayor Tove Rask", "table”.")
TOLL = passage("d4c3", "She ruled out a toll.")
CAFES = between("c3d2", "Three cafés", "a day.")
ABEL = between("c3d2", "The owner", "rent.")
FIRM = between("e5b4", "Radio Fjord", "exists.")
BUILT = between("a1f0", "The bridge was built", "2029.")


def articles() -> tuple[ArticleEntry, ...]:
    """Return the articles."""
    return (
        _article(
            "a1f0",
            "wire/20310512-0931.txt",
            "Norrvik Wire",
            "Cracked bearing closes Elstrand footbridge",
            "2031-05-12T09:31:00+00:00",
            "o1",
        ),
        _article(
            "b2e1",
            "gazette.html",
            "Coast Gazette",
            "Cracked bearing closes Elstrand footbridge",
            "2031-05-12T11:02:00+00:00",
            "o1",
            byline="Norrvik Wire",
            url="https://gazette.example/news/bridge?id=7&ref=home",
            removed=(
                Removed(text="Home | News | Sport | Tides", after=0, reason="navigation"),
                Removed(text="Share this on: Post Mail Print", after=0, reason="share widget"),
                Removed(text="READ NEXT: Which bakery has the best cardamom buns?", after=len(WIRE), reason="teaser"),
                Removed(text="© 2031 Coast Gazette. All rights reserved.", after=len(WIRE), reason="legal line"),
            ),
            credits=(Credit(name="Norrvik Wire", passage=passage("b2e1", "Norrvik Wire"), scope="article"),),
        ),
        _article(
            "c3d2",
            "ledger.html",
            "City Ledger",
            "Best-loved crossing shut as crack is discovered",
            "2031-05-12T14:40:00+00:00",
            "o1",
            byline="Staff",
        ),
        _article(
            "d4c3",
            "post.json#1",
            "The Harbour Post",
            "The gulls have the Lantern Bridge to themselves",
            "2031-05-12T17:15:00+02:00",
            "o2",
            byline="Pia Sandell",
            removed=(
                Removed(text="Photo: Pia Sandell / The Harbour Post", after=TEXTS["d4c3"].index("“We will"), reason="photo credit"),
            ),
        ),
        _article("e5b4", "coastal-broadcast.txt", None, "Bridge closure: three-kilometre detour", "2031-05-12", "o3"),
        _article(
            "f6a5",
            "press/port-of-elstrand.eml",
            "Port of Elstrand",
            "Free ferry during bridge closure",
            None,
            "o4",
            genre="release",
        ),
    )


def _article(  # noqa: PLR0917 -- a row of a table
    article_id: str, location: str, outlet: str | None, title: str, when: str | None, origin: str, **rest: object
) -> ArticleEntry:
    published = (
        Published(when=when, precision="minute" if when and "T" in when else "day", basis="json-ld") if when else Published()
    )
    known: dict[str, object] = {
        "byline": None,
        "genre": "report",
        "credits": (),
        "removed": (),
        "reason": "names the Lantern Bridge",
    } | rest
    return ArticleEntry(
        id=article_id,
        location=location,
        outlet=outlet,
        title=title,
        language="en",
        text=TEXTS[article_id],
        published=published,
        main_origin_id=origin,
        **known,  # type: ignore[arg-type]
    )


def origins() -> tuple[Origin, ...]:
    """Return the origins."""
    return (
        Origin(
            id="o1",
            kind="agency",
            root_article_id="a1f0",
            credited="Norrvik Wire",
            passages=(whole("a1f0"), whole("b2e1"), between("c3d2", "Inspectors", "six weeks.")),
            evidence=("its first line names the agency Norrvik Wire", "two later articles have its text"),
        ),
        Origin(
            id="o2",
            kind="reporting",
            root_article_id="d4c3",
            credited=None,
            passages=(whole("d4c3"),),
            evidence=("shares no words with the others but for quotes", "its reporter speaks of what she saw"),
        ),
        Origin(
            id="o3",
            kind="reporting",
            root_article_id="e5b4",
            credited=None,
            passages=(between("e5b4", "Pedestrians", "anonymity."), FERRY_BROADCAST),
            evidence=("no text in common with the others", "it may rest on the port’s release for the ferry’s hours"),
        ),
        Origin(
            id="o4",
            kind="release",
            root_article_id="f6a5",
            credited=None,
            passages=(whole("f6a5"),),
            evidence=("sent by the Port of Elstrand",),
        ),
        Origin(
            id="o5",
            kind="own_addition",
            root_article_id="c3d2",
            credited=None,
            passages=(between("c3d2", "Three cafés", "rent."),),
            evidence=("stands only in this article",),
        ),
        Origin(
            id="o6",
            kind="elsewhere",
            root_article_id=None,
            credited="Radio Fjord",
            passages=(FIRM,),
            evidence=("“Radio Fjord reported”; its report is not at hand",),
        ),
    )


def links() -> tuple[ReuseLink, ...]:
    """Return a link of each kind."""
    return (
        ReuseLink(
            articles=("b2e1", "a1f0"),
            kind="copy",
            dependence="yes",
            direction="forward",
            overlap=0.99,
            passages=(Reuse(later=whole("b2e1"), earlier=whole("a1f0"), kind="verbatim"),),
            evidence=("the same text but for the page around it", "names Norrvik Wire as its author"),
        ),
        ReuseLink(
            articles=("c3d2", "a1f0"),
            kind="edited",
            dependence="yes",
            direction="forward",
            overlap=0.48,
            passages=(
                Reuse(later=CLOSED_REWRITE, earlier=CLOSED, kind="reworded"),
                Reuse(
                    later=passage("c3d2", "rather be late than sorry"),
                    earlier=passage("a1f0", "rather be late than sorry"),
                    kind="quoted",
                ),
                Reuse(later=CROSS_REWRITE, earlier=CROSS, kind="edited"),
                Reuse(later=FERRY_REWRITE, earlier=FERRY_WIRE, kind="reworded"),
                Reuse(later=passage("c3d2", "take six weeks"), earlier=passage("a1f0", "take six weeks"), kind="verbatim"),
            ),
            evidence=(
                "tells the same seven facts in the same order",
                "a rare phrase in common: “on a … working day”",
                "published five hours later",
            ),
        ),
        ReuseLink(
            articles=("e5b4", "f6a5"),
            kind="partial",
            dependence="unclear",
            direction="unclear",
            overlap=0.09,
            passages=(
                Reuse(later=passage("e5b4", "every ten minutes"), earlier=passage("f6a5", "every ten minutes"), kind="verbatim"),
            ),
            evidence=("one phrase in common, which both may have from the timetable",),
        ),
        ReuseLink(
            articles=("d4c3", "a1f0"),
            kind="partial",
            dependence="no",
            direction="unclear",
            overlap=0.02,
            passages=(
                Reuse(
                    later=passage("d4c3", "We will not open it again until we know why the steel gave way"),
                    earlier=passage("a1f0", "We will not open it again until we know why the steel gave way"),
                    kind="quoted",
                ),
            ),
            evidence=("both quote what was said on the quay, each in its own prose",),
        ),
    )


def claims() -> tuple[Claim, ...]:
    """Return claims, two of them on the word of unnamed people."""
    return (
        Claim(
            id="c1",
            text=CLOSED.text,
            kind="fact",
            speaker=None,
            passages=(CLOSED, CLOSED_OWN, CLOSED_BROADCAST),
            origin_ids=("o1", "o2", "o3"),
            independent=interval(3),
            importance=1.0,
        ),
        Claim(
            id="c2",
            text=AUTUMN.text,
            kind="expectation",
            speaker="two officials",
            unnamed=True,
            passages=(AUTUMN,),
            origin_ids=("o3",),
            independent=interval(1),
            importance=0.6,
        ),
        Claim(
            id="c3",
            text=DIVER_JANUARY.text,
            kind="fact",
            speaker="a person familiar with the inspection",
            unnamed=True,
            passages=(DIVER_JANUARY,),
            origin_ids=("o3",),
            independent=interval(1),
            importance=0.5,
        ),
        Claim(
            id="c4",
            text=NEW_BRIDGE.text,
            kind="opinion",
            speaker="Mayor Tove Rask",
            passages=(NEW_BRIDGE,),
            origin_ids=("o2",),
            independent=interval(1),
            importance=0.5,
        ),
    )


def quotes() -> tuple[Quote, ...]:
    """Return quotes of several fidelities."""
    return (
        Quote(
            text="We will not open it again until we know why the steel gave way. I would rather be late than sorry.",
            speaker="Mara Lindqvist, city engineer",
            direct=True,
            passage=WORDS_WIRE,
            variants=(
                Variant(passage=WORDS_OWN, difference=""),
                Variant(passage=WORDS_BROADCAST, difference="ends after “until we know”"),
            ),
            fidelity="trimmed",
        ),
        Quote(text="is on the table", speaker="Tove Rask, mayor", direct=True, passage=NEW_BRIDGE, variants=(), fidelity="single"),
        Quote(
            text="You cannot stop in the middle of a ferry and look",
            speaker="Ingrid Holm, 71",
            direct=True,
            passage=passage("d4c3", "“You cannot stop in the middle of a ferry and look,” she said."),
            variants=(),
            fidelity="single",
        ),
        Quote(
            text="Nobody shall be cut off from work",
            speaker="Ann-Sofie Berg, port director",
            direct=True,
            passage=passage("f6a5", "“Nobody shall be cut off from work,” said port director Ann-Sofie Berg."),
            variants=(),
            fidelity="single",
        ),
        Quote(
            text="the crack had been seen in a photograph taken by a diver in March",
            speaker=None,
            direct=False,
            passage=DIVER_MARCH,
            variants=(),
            fidelity="single",
        ),
    )


def differences() -> tuple[Difference, ...]:
    """Return two differences, one of them with two articles on a side."""
    return (
        Difference(
            topic="How long the crack is",
            what="number",
            sides=(
                Side(claim_id="c1", passage=CLOSED, value="40 centimetres", origin_ids=("o1",)),
                Side(claim_id="c1", passage=CLOSED_REWRITE, value="40 centimetres", origin_ids=("o1",)),
                Side(claim_id="c1", passage=CLOSED_OWN, value="45 centimetres", origin_ids=("o2",)),
            ),
        ),
        Difference(
            topic="When a diver first saw it",
            what="date",
            sides=(
                Side(claim_id="c3", passage=DIVER_MARCH, value="March", origin_ids=("o1",)),
                Side(claim_id="c3", passage=DIVER_JANUARY, value="January", origin_ids=("o3",), since="2031-05-12"),
            ),
        ),
        Difference(
            topic="How long repairs take",
            what="scope",
            sides=(
                Side(claim_id="c2", passage=FERRY_WIRE, value=None, origin_ids=("o1",)),
                Side(claim_id="c2", passage=AUTUMN, value=None, origin_ids=("o3",)),
            ),
        ),
    )


def initiatives() -> tuple[Initiative, ...]:
    """Return initiatives of several degrees of firmness."""
    return (
        Initiative(
            text="A free ferry between Fish Quay and the Old Town Steps",
            actors=("Port of Elstrand",),
            partners=("City of Elstrand",),
            when="2031-05-13",
            passages=(FERRY_RELEASE, FERRY_WIRE, FERRY_BROADCAST),
            origin_ids=("o1", "o3", "o4"),
            independent=interval(2, 3),
            status="announced",
            course=(
                Step(status="expected", when="2031-05-11", passage=FERRY_WIRE),
                Step(status="announced", when="2031-05-12T09:00:00+02:00", passage=FERRY_RELEASE),
            ),
        ),
        Initiative(
            text="Share the ferry’s costs until the end of June",
            actors=("Port of Elstrand", "City of Elstrand"),
            partners=(),
            when="2031-06-30",
            passages=(COSTS,),
            origin_ids=("o4",),
            independent=interval(1),
            status="agreed",
        ),
        Initiative(
            text="Repair the bridge or replace it",
            actors=("City council",),
            partners=(),
            when="Thursday",
            passages=(COUNCIL,),
            origin_ids=("o2",),
            independent=interval(1),
            status="under_discussion",
        ),
        Initiative(
            text="A toll on the bridge",
            actors=("Mayor Tove Rask",),
            partners=(),
            when=None,
            passages=(TOLL,),
            origin_ids=("o2",),
            independent=interval(1),
            status="ruled_out",
        ),
    )


def timeline() -> tuple[TimelineEntry, ...]:
    """Return a timeline of several precisions."""
    return (
        TimelineEntry(when="1968", precision="year", text="The Lantern Bridge is built.", passages=(BUILT,)),
        TimelineEntry(
            when="2031-01",
            precision="month",
            text="A diver reports a crack, according to an unnamed person.",
            passages=(DIVER_JANUARY,),
        ),
        TimelineEntry(
            when="2031-03",
            precision="month",
            text="A diver’s photograph shows the crack, according to a city official.",
            passages=(DIVER_MARCH,),
        ),
        TimelineEntry(
            when="2031-05-12",
            precision="day",
            text="Inspectors find the crack; the bridge is closed.",
            passages=(CLOSED, CLOSED_OWN),
        ),
        TimelineEntry(when="2031-05-13T06:00", precision="minute", text="A free ferry begins to run.", passages=(FERRY_RELEASE,)),
        TimelineEntry(
            when="Thursday",
            precision="unknown",
            text="The council decides whether to repair or replace the bridge.",
            passages=(COUNCIL,),
        ),
    )


def report() -> Report:
    """Return a report in which every kind of mark and verdict occurs."""
    return Report(
        headline=sentence(
            "Elstrand closes its only harbour footbridge over a cracked bearing", interval(3), CLOSED, CLOSED_OWN, CLOSED_BROADCAST
        ),
        dek=sentence(
            "Inspectors found a crack in the Lantern Bridge on Tuesday; a free ferry takes over on Wednesday.",
            interval(3, 4),
            CLOSED,
            CLOSED_OWN,
            FERRY_RELEASE,
        ),
        sections=(
            Section(
                heading="What happened",
                sentences=(
                    sentence(
                        "The Lantern Bridge, the only footbridge between Elstrand’s old town and its harbour, was closed on Tuesday after inspectors found a crack in one of its bearings.",
                        interval(3),
                        CLOSED,
                        CLOSED_REPRINT,
                        CLOSED_REWRITE,
                        CLOSED_OWN,
                        CLOSED_BROADCAST,
                        checks=(
                            check("name", "Lantern Bridge", evidence=CLOSED),
                            check("name", "Elstrand", evidence=CLOSED_BROADCAST),
                            check("date", "Tuesday", evidence=CLOSED),
                        ),
                    ),
                    sentence(
                        "“We will not open it again until we know why the steel gave way,” said Mara Lindqvist, the city engineer.",
                        interval(2),
                        WORDS_WIRE,
                        WORDS_OWN,
                        checks=(
                            check("quote", "We will not open it again until we know why the steel gave way", evidence=WORDS_WIRE),
                            check("name", "Mara Lindqvist", evidence=WORDS_OWN),
                        ),
                    ),
                    sentence(
                        "About 5,000 people cross it on a working day, Norrvik Wire reports.",
                        interval(1),
                        CROSS,
                        CROSS_REWRITE,
                        checks=(check("number", "5,000", evidence=CROSS),),
                    ),
                    sentence(
                        "Three cafés on the harbour side told the City Ledger that they had lost half of their customers within a day.",
                        interval(1),
                        CAFES,
                    ),
                ),
            ),
            Section(
                heading="What is next",
                sentences=(
                    sentence(
                        "A free ferry carries pedestrians from Wednesday morning, every ten minutes until midnight.",
                        interval(2, 3),
                        FERRY_RELEASE,
                        FERRY_BROADCAST,
                        FERRY_WIRE,
                        checks=(
                            check("date", "Wednesday", evidence=FERRY_RELEASE),
                            check("number", "ten minutes", evidence=FERRY_BROADCAST),
                        ),
                    ),
                    sentence(
                        "The council is to decide on Thursday whether the bridge is repaired or replaced, according to The Harbour Post.",
                        interval(1),
                        COUNCIL,
                    ),
                    sentence("Mayor Tove Rask ruled out a toll, the paper reports.", interval(1), TOLL),
                    sentence("The port and the city share the costs until the end of June, the port says.", interval(1), COSTS),
                ),
            ),
            Section(
                heading="Where accounts differ",
                sentences=(
                    sentence(
                        "The crack is 40 centimetres long according to Norrvik Wire and 45 according to The Harbour Post.",
                        interval(2),
                        CRACK_40,
                        CLOSED_OWN,
                        checks=(check("number", "40 centimetres", evidence=CRACK_40), check("number", "45", evidence=CLOSED_OWN)),
                    ),
                    sentence(
                        "Repairs are expected to take six weeks, or until autumn in the words of two officials.",
                        interval(2),
                        FERRY_WIRE,
                        AUTUMN,
                        label="partly",
                        checks=(check("number", "six weeks", evidence=FERRY_WIRE), check("date", "autumn", "missing")),
                    ),
                ),
            ),
        ),
        left_out=(
            LeftOut(
                text="Radio Fjord reported that the bearing had been made by a firm that no longer exists.",
                reason="rests on an outlet whose article is not at hand",
            ),
            LeftOut(text="You cannot stop in the middle of a ferry and look.", reason="colour; the report was full"),
        ),
        disclosure="This report was put together by copydesk from the six articles named here, by rules and without a language model. Every sentence was held against the passages it cites.",
    )


def dossier() -> Dossier:
    """Return the whole dossier."""
    written = report()
    return Dossier(
        story=StoryEntry(
            id="s-7f3a91",
            headline=written.headline.text,
            summary=written.dek.text,
            first_published="2031-05-12",
            last_published="2031-05-12T17:15:00+02:00",
            article_ids=tuple(TEXTS),
            independent=interval(3, 4),
        ),
        articles=articles(),
        origins=origins(),
        links=links(),
        claims=claims(),
        quotes=quotes(),
        differences=differences(),
        initiatives=initiatives(),
        timeline=timeline(),
        report=written,
        unnamed=Unnamed(claims=2, of=4, share=0.5, claim_ids=("c2", "c3")),
        unanswered=(unanswered(),),
    )


def unanswered() -> Unanswered:
    """Return what none of the articles says."""
    return Unanswered(
        asks="cost",
        question="what it costs",
        reason="Something is to be built, and no article gives a sum or says who pays.",
        claim_ids=("c4",),
    )


def run() -> Run:
    """Return what the result was made from."""
    return Run(
        version="0.1.0",
        config_hash="5f1c09ab77e2",
        writer="offline",
        as_of="2031-05-12T17:15:00+02:00",
        inputs=tuple(Input(location=a.location.partition("#")[0], sha256=f"{n:064x}") for n, a in enumerate(articles(), start=11)),
    )


def skipped() -> tuple[Skipped, ...]:
    """Return two things that were not taken in."""
    return (
        Skipped(location="reports/broken.json", reason="broken", detail="line 3 ends inside a string; nothing was taken from it"),
        Skipped(location="reports/scan.pdf", reason="missing_extra", detail="PDF needs an extra: pip install 'copydesk[pdf]'"),
    )


def small() -> Dossier:
    """Return a dossier of one article, with nothing in it that can be absent."""
    article = replace(articles()[3], removed=())
    headline = sentence("Lantern Bridge closed, The Harbour Post reports", interval(1), CLOSED_OWN)
    return Dossier(
        story=StoryEntry(
            id="s-1",
            headline=headline.text,
            summary="One paper reports it.",
            first_published=None,
            last_published=None,
            article_ids=(article.id,),
            independent=interval(1),
        ),
        articles=(article,),
        origins=(origins()[1],),
        links=(),
        claims=(),
        quotes=(),
        differences=(),
        initiatives=(),
        timeline=(),
        report=Report(
            headline=headline,
            dek=sentence("The Harbour Post reports that a crack was found.", interval(1), CLOSED_OWN),
            sections=(),
            left_out=(),
            disclosure="Made from one article.",
        ),
    )


def story_output() -> StoryOutput:
    """Return what `story` gives."""
    return StoryOutput(schema=1, run=run(), skipped=skipped(), dossiers=(dossier(), small()))


def trace_output() -> TraceOutput:
    """Return what `trace` gives."""
    return TraceOutput(
        schema=1, articles=articles(), links=links(), origins=origins(), independent=interval(3, 4), skipped=skipped()
    )


def cited_articles() -> Iterator[CitedArticle]:
    """Yield the articles as a checked draft names them."""
    for one in articles():
        yield CitedArticle(
            id=one.id, location=one.location, outlet=one.outlet, title=one.title, url=one.url, published=one.published
        )


def check_output() -> CheckOutput:
    """Return what `check` gives for a draft with one sentence of each label."""
    supported = Verdict(label="supported", score=0.97, checks=(check("number", "5,000", evidence=CROSS),), evidence=(CROSS,))
    partly = Verdict(
        label="partly",
        score=0.4,
        checks=(check("number", "six weeks", evidence=FERRY_WIRE), check("name", "Bo Ek", "missing")),
        evidence=(FERRY_WIRE,),
    )
    wrong = replace(check("number", "60 centimetres", "contradicted", CRACK_40), instead="40 centimetres")
    contradicted = Verdict(label="contradicted", score=0.1, checks=(wrong,), evidence=(CRACK_40,))
    unsupported = Verdict(label="unsupported", score=0.0, checks=(), evidence=())
    texts = (
        "About 5,000 people cross it.",
        "Repairs take six weeks, says Bo Ek.",
        "The crack is 60 centimetres long.",
        "The harbour is [bold]blue[/bold].",
    )
    at = 0
    sentences = []
    for text, verdict in zip(texts, (supported, partly, contradicted, unsupported), strict=True):
        sentences.append(CheckedSentence(text=text, start=at, end=at + len(text), verdict=verdict))
        at += len(text) + 1
    sentences[2] = replace(sentences[2], fix="The crack is 40 centimetres long.")
    sentences[0] = replace(sentences[0], cited="unsupported")
    cite = CheckedCite(
        text="1", start=28, end=31, target="Norrvik Wire", sentence=0, article_id="a1f0", label="unsupported", evidence=None
    )
    unknown = CheckedCite(
        text="2", start=60, end=63, target="Somewhere Weekly", sentence=1, article_id=None, label=None, evidence=None
    )
    heading = DraftBlock(kind="heading", text="A crossing shut", start=0, end=0, first=0, last=0)
    body = DraftBlock(kind="body", text=" ".join(texts[:3]), start=0, end=sentences[2].end, first=0, last=3)
    last = DraftBlock(kind="body", text=texts[3], start=sentences[3].start, end=sentences[3].end, first=3, last=4)
    return CheckOutput(
        schema=1,
        sentences=tuple(sentences),
        quotes=(
            CheckedQuote(
                text="I would rather be late than sorry",
                start=0,
                end=10,
                speaker="Mara Lindqvist",
                label="supported",
                evidence=WORDS_WIRE,
            ),
        ),
        totals=Totals(supported=1, partly=1, contradicted=1, unsupported=1),
        skipped=skipped(),
        cites=(cite, unknown),
        blocks=(heading, body, last),
        articles=tuple(cited_articles()),
        text=" ".join(texts),
    )
