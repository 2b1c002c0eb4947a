"""store: where results live that outlast a run. So far the files of an archive, on disk or in an object store.

    Folder("links/") or Folder("s3://bucket/links") -> read, write whole or not at all, list
    arrays: several numpy arrays in one file of a folder, any slice of which is read alone

Adapters only: what the numbers mean is not known here.
"""

from copydesk.store.arrays import Arrays, write_arrays
from copydesk.store.folder import Folder, shown

__all__ = ["Arrays", "Folder", "shown", "write_arrays"]
