"""`copydesk story --writer openai`, as a person or a script meets it."""

import json
from pathlib import Path

import pytest
from tests.cli.test_commands import copydesk, holds_contract
from tests.models.authors import honest, writes
from tests.models.server import Reply, serving
from tests.needs import library

ARTICLE = str(Path(__file__).parents[2] / "examples" / "harbour" / "articles" / "gazette.html")
KEY = {"COPYDESK_API_KEY": "sk-very-secret", "NO_PROXY": "127.0.0.1"}


@pytest.fixture(autouse=True)
def _needs_openai() -> None:
    library("openai")


def test_a_story_of_a_model_holds_the_contract_and_tells_what_it_took(tmp_path: Path) -> None:
    log = tmp_path / "calls.jsonl"
    with serving(writes(honest)) as server:
        words = ["--writer", "openai", "--model", "tiny", "--base-url", server.url, "--calls", str(log)]
        done = copydesk("story", ARTICLE, "--format", "json", *words, "--price-in", "1", "--price-out", "2", env=KEY)
    assert done.returncode == 0, done.stderr.decode()
    holds_contract(done.stdout)
    report = json.loads(done.stdout)["dossiers"][0]["report"]
    assert report["written"]["model"] == "openai tiny"
    assert "1 call, 110 tokens, cost 0.0001" in done.stderr.decode()
    assert len(log.read_text().splitlines()) == 1
    assert server.keys == ["sk-very-secret"]
    everything = done.stdout + done.stderr + log.read_bytes()
    assert b"secret" not in everything
    assert b"127.0.0.1" not in everything


def test_settings_may_name_the_writer_and_options_stand_above_them(tmp_path: Path) -> None:
    with serving(writes(honest)) as server:
        config = tmp_path / "copydesk.toml"
        config.write_text(f'[writer]\nkind = "openai"\nmodel = "tiny"\nbase_url = "{server.url}"\n')
        named = copydesk("story", ARTICLE, "--config", str(config), "--format", "json", env=KEY)
        undone = copydesk("story", ARTICLE, "--config", str(config), "--writer", "offline", "--format", "json", env=KEY)
    plain = copydesk("story", ARTICLE, "--format", "json")
    assert json.loads(named.stdout)["run"]["writer"].startswith("openai tiny")
    assert undone.stdout == plain.stdout
    assert len(server.calls) == 1


def test_a_model_that_fails_is_told_and_the_story_stands(tmp_path: Path) -> None:
    with serving(lambda _call, _number: Reply("wrong key sk-very-secret", status=401)) as server:
        words = ["--writer", "openai", "--model", "tiny", "--base-url", server.url]
        done = copydesk("story", ARTICLE, "-o", str(tmp_path / "out"), *words, env=KEY)
    assert done.returncode == 0
    assert "the offline writer wrote in the place of openai tiny: the key is refused" in done.stderr.decode()
    assert b"secret" not in done.stderr
    (page,) = (p for p in (tmp_path / "out").glob("*.html") if p.name != "index.html")
    assert "The model openai tiny was asked to write it, and nothing of that is used" in page.read_text()
