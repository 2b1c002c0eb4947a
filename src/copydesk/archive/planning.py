"""Looking at a corpus and at the folder for its results, before anything is done."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from copydesk.archive.cutting import sentence
from copydesk.errors import ArchiveError, NothingReadable, OutputError
from copydesk.fetch.corpus import Portion, format_of, portions_of
from copydesk.fetch.corpus.batch import BrokenCorpus
from copydesk.records import Record, Skipped
from copydesk.store import Folder, shown

MARK = "archive.txt"  # says that a folder is one of ours
_ON_DISK = 1.5  # bytes of results for one of text


class Plan(Record, frozen=True, kw_only=True):
    """What there is to do.

    Attributes:
        corpus: The folder that the corpus is in.
        portions: Its portions.
        size: Bytes of text, about.
        skipped: Files that are no part of it.
    """

    corpus: str
    portions: tuple[Portion, ...]
    size: int
    skipped: tuple[Skipped, ...]

    @property
    def room(self) -> int:
        """Bytes that the results will take, about."""
        return int(self.size * _ON_DISK)


def plan(corpus: str, links: str | None = None) -> Plan:
    """Look at a corpus.

    Args:
        corpus: A folder or one file, on disk or at an address such as `s3://bucket/news`.
        links: The folder for the results, which is no part of the corpus where it lies in it.

    Raises:
        ArchiveError: There is no such folder or file.
        NothingReadable: There is nothing in it that could be read.
        OutputError: It lies in the folder for the results, all of which is no part of a corpus.
    """
    location, names = _files(corpus)
    folder, root = Folder(location), _place(location)
    results = _place(links) if links else None
    if results and _place(corpus).startswith(results):
        raise OutputError(shown(links or ""), f"the corpus {shown(corpus)} lies in it.", "Name another folder with -o.")
    portions: list[Portion] = []
    skipped: list[Skipped] = []
    for name, size in names.items():
        if not results or not f"{root}{name}".startswith(results):
            found = _portions(folder, name, size)
            if isinstance(found, Skipped):
                skipped.append(found)
            else:
                portions += found
    if not portions:
        nothing = ((shown(corpus), "There is no file in it; what begins with a dot is left alone."),)
        raise NothingReadable(tuple((s.location, s.detail) for s in skipped) or nothing)
    return Plan(corpus=location, portions=tuple(portions), size=sum(p.size for p in portions), skipped=tuple(skipped))


def _portions(folder: Folder, name: str, size: int) -> Sequence[Portion] | Skipped:
    """Return the portions of a file, or why it has none."""
    if format_of(name) is None:
        return Skipped(location=name, reason="unknown_type", detail="It is no Parquet, JSON Lines or WARC file.")
    if not size:
        return Skipped(location=name, reason="empty", detail="The file is empty.")
    try:
        with folder.open(name) as file:
            return portions_of(file, name)
    except BrokenCorpus as error:
        return Skipped(location=name, reason="broken", detail=f"{sentence(str(error))}.")
    except ArchiveError as error:
        if folder.has(name):
            return Skipped(location=name, reason="unreadable", detail=f"It cannot be opened: {error.problem}.")
        return Skipped(location=name, reason="vanished", detail="It was gone before it was opened.")


def _place(location: str) -> str:
    """Return where a folder is, with a slash behind it and no links on the way, so that one is seen to lie in another."""
    return Folder(location).path("") if "://" in location else f"{str(Path(location).resolve()).rstrip('/')}/"


def _files(corpus: str) -> tuple[str, dict[str, int]]:
    """Return the folder of a corpus and the names and sizes of its files."""
    if format_of(corpus) is None or Folder(corpus).is_there():
        return corpus, Folder(corpus).walk()
    location, _, name = corpus.rpartition("/")
    names = Folder(location or ".").names()
    if name not in names:
        raise ArchiveError(shown(corpus), "there is no such file", "Name a folder, or a Parquet, JSON Lines or WARC file.")
    return location or ".", {name: names[name]}


def claim(links: str) -> None:
    """Make sure that the folder for the results is new, empty, or one that an archive was traced into before.

    Raises:
        OutputError: It holds something else, which would be in the way.
        ArchiveError: It cannot be looked at.
    """
    folder = Folder(links)
    way_out = "Name a new folder with -o."
    if folder.is_file():
        raise OutputError(shown(links), "it is a file.", way_out)
    if not folder.has(MARK) and (others := folder.entries()):
        raise OutputError(shown(links), f"it holds {others[0]}, and is no folder of a traced archive.", way_out)


def free_room(location: str) -> int | None:
    """Return how many bytes are free where the results will be, None where that cannot be told."""
    if "://" in location:
        return None
    place = Path(location).absolute()
    while not place.exists():
        place = place.parent
    return shutil.disk_usage(place).free
