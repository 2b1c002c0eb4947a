"""Settings of `fetch`."""

from copydesk.records import Record


class FetchConfig(Record, frozen=True, kw_only=True):
    """What is taken in from files.

    Attributes:
        largest_bytes: A file with more bytes than this is skipped without being loaded.
        hidden: Whether files and folders whose name starts with a dot are taken in where a folder is searched.
    """

    largest_bytes: int = 50_000_000
    hidden: bool = False
