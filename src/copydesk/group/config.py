"""What can be set about `group`."""

from copydesk.records import Record


class GroupConfig(Record, frozen=True, kw_only=True):
    """Settings of `group`."""
