"""What can be set about `mark`."""

from copydesk.records import Record


class MarkConfig(Record, frozen=True, kw_only=True):
    """Settings of `mark`.

    Attributes:
        known_outlets: Whether the small table of well-known agencies and outlets may help to read credits.
        pronouns: Whether "he", "she" and role words ("the prime minister") are resolved where it is safe.
        longest_sentence: A stretch of that many words without the end of a sentence is cut there, so that one endless line
            costs no more than many short ones.
    """

    known_outlets: bool = True
    pronouns: bool = True
    longest_sentence: int = 200
