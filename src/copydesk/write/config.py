"""Settings of `write`."""

from copydesk.records.base import Record

# The operations of the offline writer's grammar: first those on one sentence by itself, in the order in which they are applied.
SWITCHES: tuple[str, ...] = (
    "drop_dateline",
    "drop_opening",
    "drop_party",
    "drop_also",
    "said_plainly",
    "drop_said_earlier",
    "generalised",
    "named_apposition",
    "drop_furthering",
    "shortened",
    "brief",
    "core",
    "statements",
    "plans",
    "requoted",
    "names",
    "dates",
)


class WriteConfig(Record, frozen=True, kw_only=True):
    """How long a report is, how it is composed, and which operations of the offline writer's grammar are on.

    Attributes:
        words: How many words a report may have at most, headline and dek included.
        share: Of what the independent reports hold in words, how much a report may have: little is known, little is written.
        sentence_words: A sentence with more words than this is compressed.
        longest_sentence: A sentence that still has more words than this behind compression is not used.
        quote_words: A direct quotation has at most so many words.
        quotes: At most so many sentences of a report are quotations.
        headline_signs: A headline has at most so many characters.
        origin_share: One origin carries at most this share of the sentences, where at least three have something to say.
        redundant: A sentence is said already when this share of its content words stands in one sentence before it.
        least: A claim is of too little importance below this share of the most important one's importance.
        common: A passage of another origin is cited for a sentence when it states this share of the sentence's content; where no
            passage does, the sentence is given to the origin it is worded after.
        longest_run: Most words in a row that a sentence may share with an article outside quotation marks; names and titles do not
            count, a fixed term counts as one word. 0: as many as it likes. What is longer is said otherwise, else quoted as its
            outlet's words, else left out.
        article_share: At most this share of an article's words may stand in the report outside quotation marks, in runs of five or
            more counted words; the least important sentences that rest on this article alone are left out. 0: as much as it likes.
        article_words: Of each article, however short, so many words may be repeated so.
        headings: Heading of each section, by its key.
        off: Operations of the grammar that are switched off, by name; `copydesk.write.SWITCHES` lists them.
    """

    words: int = 450
    share: float = 0.7
    sentence_words: int = 22
    longest_sentence: int = 45
    quote_words: int = 30
    quotes: int = 3
    headline_signs: int = 95
    origin_share: float = 0.45
    redundant: float = 0.5
    least: float = 0.25
    common: float = 0.6
    longest_run: int = 12
    article_share: float = 0.25
    article_words: int = 80
    headings: tuple[tuple[str, str], ...] = (
        ("happened", "What happened"),
        ("expected", "What was announced or is expected"),
        ("matters", "Why it matters"),
        ("differ", "Where accounts differ"),
        ("background", "Background"),
        ("next", "What is next"),
    )
    off: tuple[str, ...] = ()
