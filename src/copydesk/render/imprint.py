"""Who answers for what is printed: the house that publishes it, and the person who has signed it. No dossier can know either."""

from typing import Literal

import msgspec

from copydesk.records import Signature
from copydesk.render.clean import one_line

Tlp = Literal["clear", "green", "amber", "red"]


class Imprint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who publishes the stories. What is not stated stands nowhere: nothing is made up in its place.

    Attributes:
        publisher: Their name; copydesk's own where nobody else takes the stories on.
        base_url: Where the pages of a folder of stories stand on the web; feeds and pages then say so.
        principles: Address of the publisher's principles: `publishingPrinciples` in the description of a page for machines, a trust
            indicator in ninjs and NewsML-G2, a link at the foot of a page.
        tlp: How far a STIX bundle may be passed on (Traffic Light Protocol): `clear`, `green`, `amber` or `red`.
        feed_url: Where a feed that is exported will stand on the web; the feed then says so of itself.
    """

    publisher: str | None = None
    base_url: str | None = None
    principles: str | None = None
    tlp: Tlp = "clear"
    feed_url: str | None = None

    @property
    def name(self) -> str:
        """Who stands as the publisher."""
        return one_line(self.publisher or "") or "copydesk"


COPYDESK = Imprint()  # where nobody says who publishes


class Publication(msgspec.Struct, frozen=True):
    """Who answers for one story.

    Attributes:
        imprint: Who publishes it.
        signature: What a person's sign-off says of this version; None where nobody has signed any.
        page: File name of its page, where that is known.
    """

    imprint: Imprint = COPYDESK
    signature: Signature | None = None
    page: str | None = None


UNSIGNED = Publication()  # where nobody says who publishes, and nobody has signed
