"""llama.cpp's own server with a tiny random model: only where COPYDESK_LLAMA_SERVER names its binary (see docs/stages/write.md)."""

import importlib
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.models.tiny_gguf import tiny_gguf
from tests.needs import LLAMA, absent, library

from copydesk.dossier import story
from copydesk.inputs import Setup, with_writer
from copydesk.models.config import WriterConfig

ARTICLE = Path(__file__).parents[2] / "examples" / "harbour" / "articles" / "gazette.html"


def free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return int(bound.getsockname()[1])


def ready(url: str, running: subprocess.Popen[bytes]) -> bool:
    """Wait until a server answers; return whether it does."""
    for _ in range(300):
        if running.poll() is not None:
            return False
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    binary = os.environ[LLAMA]
    try:
        gguf = importlib.import_module("gguf")
    except ImportError:
        absent("needs gguf to make a model: pip install gguf")
    folder = tmp_path_factory.mktemp("llama")
    model = tiny_gguf(folder / "tiny.gguf", gguf)
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    env = {**os.environ, "LD_LIBRARY_PATH": f"{Path(binary).parent}:{os.environ.get('LD_LIBRARY_PATH', '')}"}
    command = [binary, "-m", str(model), "--host", "127.0.0.1", "--port", str(port), "-c", "32768", "-t", "2", "-np", "1"]
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(command, stdout=log, stderr=log, env=env)
        try:
            assert ready(url, running), (folder / "log").read_text(errors="replace")[-3_000:]
            yield f"{url}/v1"
        finally:
            running.terminate()
            running.wait(30)


def test_nonsense_of_a_real_server_yields_the_offline_story(address: str) -> None:
    library("openai")
    setup = Setup()
    asked = WriterConfig(
        kind="openai", model="tiny", base_url=address, timeout=240, answer_tokens=400, tries=2, longest_wait=0.1, claims=5
    )
    ready_setup = with_writer(setup, asked)
    found, offline = story([ARTICLE], ready_setup), story([ARTICLE], setup)
    (report,), (expected,) = ([d.report for d in output.dossiers] for output in (found, offline))
    assert [report.headline.text, report.dek.text] == [expected.headline.text, expected.dek.text]
    assert report.sections == expected.sections
    assert report.written is not None
    assert report.written.failure
    assert ready_setup.tools.calls is not None
    calls = ready_setup.tools.calls.calls
    assert any(c.outcome == "answered" for c in calls)
    assert any(c.tokens_in > 500 and c.tokens_out > 0 for c in calls)
