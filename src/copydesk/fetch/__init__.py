"""fetch: what brings documents in. So far from files, folders and standard input.

    paths -> files.find -> FoundDocuments(documents, skipped)
    hints.toml -> hints.load_hints -> {location: Hints}

Adapters only: what the bytes mean is for `read` to say.
"""

from copydesk.fetch.config import FetchConfig
from copydesk.fetch.files import FoundDocuments, find
from copydesk.fetch.hints import load_hints

__all__ = ["FetchConfig", "FoundDocuments", "find", "load_hints"]
