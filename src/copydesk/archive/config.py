"""What can be set about an archive as a whole."""

from copydesk.fetch.corpus import Columns
from copydesk.records import Record
from copydesk.reuse.config import ReuseConfig


class ArchiveConfig(Record, frozen=True, kw_only=True):
    """Settings of `copydesk archive trace`.

    Attributes:
        columns: Which column of the corpus holds what.
        reuse: How reuse is found.
        memory: Bytes that all workers together may take, about.
        workers: How many tasks run at once on this machine.
    """

    columns: Columns = Columns()
    reuse: ReuseConfig = ReuseConfig()
    memory: int = 4_000_000_000
    workers: int = 1
