"""The same archive in an object store: a server that speaks S3, on this machine."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from pyarrow.fs import S3FileSystem
from tests import needs
from tests.archive.corpora import groups_in, links_in, newsroom, prose, traced, write

from copydesk.archive.finding import Archive
from copydesk.errors import ArchiveError
from copydesk.store import Folder, shown

KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing", "AWS_EC2_METADATA_DISABLED": "true"}
PATIENCE = 60  # seconds


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Start the server; give its host and port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [needs.object_store(), "-m", "moto.server", "-H", "127.0.0.1", "-p", host.partition(":")[2]]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **KEYS}) as process:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with socket.socket() as trial:
                if trial.connect_ex(("127.0.0.1", int(host.partition(":")[2]))) == 0:
                    break
            time.sleep(0.1)
        yield host
        process.terminate()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the address of a folder in a fresh bucket, without the folder's name, and what follows it."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    system = S3FileSystem(endpoint_override=server, scheme="http", region="us-east-1", allow_bucket_creation=True)
    system.create_dir("news")
    return f"s3://news/{{}}?scheme=http&region=us-east-1&endpoint_override={quote(f'http://{server}', safe='')}"


def test_an_archive_is_traced_and_searched_there(bucket: str, tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", newsroom())
    there = Folder(bucket.format("corpus"))
    there.write("news.jsonl", [(corpus / "news.jsonl").read_bytes()])
    run = traced(bucket.format("corpus"), bucket.format("links"))
    assert run.links == {"copy": 1, "edited": 2, "partial": 3}
    assert run.corpus == "s3://news/corpus"
    with Archive(bucket.format("links")) as archive:
        assert archive.find(prose(1)).found[0].id == "report"
    links = Folder(bucket.format("links"))
    here = tmp_path / "links"
    for name in links.walk():
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_bytes(links.read(name))
    assert ("loan", "report") in links_in(here)
    assert [one["size"] for one in groups_in(here)] == [3]


def test_what_is_not_there_is_told_without_keys(bucket: str) -> None:
    with pytest.raises(ArchiveError, match=r"^s3://news/nowhere: .*Is it still there"):
        Folder(bucket.format("nowhere")).walk()


def test_keys_are_never_shown() -> None:
    assert shown("s3://key:secret@bucket/news?region=x") == "s3://bucket/news"
    assert shown("a/folder?of=mine") == "a/folder?of=mine"
