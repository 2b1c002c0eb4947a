"""House style: how a house writes what the gate lets through. It never changes what the gate demands.

Before the check: the verbs of attributions, the names of outlets, and words that are banned. After it, because they change no
word: the case of the headline, American or British spelling, and whether the month stands before the day.
"""

from typing import Literal

import msgspec

from copydesk.records.base import Record

Verb = Literal["reports", "says", "writes", "notes", "states", "adds"]


class Style(Record, frozen=True, kw_only=True):
    """House style; the defaults change nothing.

    Attributes:
        words: Form -> how many words a report of that form has at most; `--words` stands above it.
        headline: Case of the headline: `sentence` as it is written, `title` (Principal Words With a Capital), `up` (ALL CAPITALS).
            Quotations in it stay as they are.
        verbs: Which verbs say who reports something. The first but `adds` stands with the name of an outlet; `adds` is used where
            one report has several sentences in a row. A release, and a report whose outlet is not known, always "says".
        outlets: Name of an outlet as articles give it -> as the house writes it, in report sentences.
        dates: Whether days are written `31 March` or `March 31`; `articles`: as the articles do.
        spelling: `US` or `UK`, in copydesk's own sentences only, never in quotations and names; `articles`: as they spell.
        banned: Words and phrases that stand in no sentence, quotations apart. A sentence with one is worded otherwise or left out.
    """

    words: dict[str, int] = msgspec.field(default_factory=dict)
    headline: Literal["sentence", "title", "up"] = "sentence"
    verbs: tuple[Verb, ...] = ("reports", "says", "adds")
    outlets: dict[str, str] = msgspec.field(default_factory=dict)
    dates: Literal["articles", "31 March", "March 31"] = "articles"
    spelling: Literal["articles", "US", "UK"] = "articles"
    banned: tuple[str, ...] = ()

    @property
    def reporting(self) -> str:
        """The verb that stands with the name of an outlet, in its plural form."""
        return next((verb for verb in self.verbs if verb != "adds"), "reports").removesuffix("s")

    @property
    def month_first(self) -> bool | None:
        """Whether the month stands before the day; None: as the articles do."""
        return {"31 March": False, "March 31": True}.get(self.dates)
