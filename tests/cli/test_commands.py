"""The command line, as a person or a script meets it: real processes, real files."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.needs import SHARED, shared
from tests.word_documents import word_document

COPYDESK = str(Path(sys.executable).with_name("copydesk"))
# Runs the command behind it in its own place, with interrupts as a terminal has them.
OBEYING = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour" / "articles"
REPORT = """Two killed as tram leaves rails in Velmora

By Ina Sorvik

VELMORA - Two people died and nine were injured on Tuesday when a tram left the rails near the old mill bridge, police said.

The driver, Marek Dunn, told officers that the brakes had failed on the hill. The city council will meet on Thursday.

"We are looking at every part of that tram," said Lena Orvik, who heads the transport authority. She said the line would stay
closed until Friday.
"""


def copydesk(
    *words: str, stdin: str | bytes | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    given = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run([COPYDESK, *words], input=given, capture_output=True, env={**os.environ, **(env or {})}, check=False)


def holds_contract(result: bytes) -> None:
    checker = shared("contract_check.py")
    held = subprocess.run([sys.executable, str(checker)], input=result, capture_output=True, check=False)
    assert held.returncode == 0, held.stdout.decode()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports") / "tram.txt"
    path.write_text(REPORT)
    return path


def test_a_story_goes_to_standard_output_and_all_else_to_standard_error(report: Path) -> None:
    done = copydesk("story", str(report), str(report.parent / "none.txt"))
    assert done.returncode == 0
    assert b"tram" in done.stdout
    assert b"none.txt" not in done.stdout.split(b"What could not be read")[0]
    assert b"none.txt" in done.stderr


def test_one_article_is_a_story_of_one_origin(report: Path) -> None:
    (dossier,) = json.loads(copydesk("story", str(report), "--format", "json").stdout)["dossiers"]
    assert dossier["story"]["independent"] == {"low": 1, "high": 1}


@pytest.mark.parametrize("command", ["story", "trace"])
def test_the_example_holds_the_contract(command: str) -> None:
    holds_contract(copydesk(command, str(EXAMPLE), "--format", "json").stdout)


def test_the_checks_of_a_draft_hold_the_contract(report: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("# Tram crash\n\nTwo people died on Tuesday, police said. Nobody was injured.\n")
    done = copydesk("check", str(draft), "--against", str(report), "--format", "json")
    holds_contract(done.stdout)
    result = json.loads(done.stdout)
    assert [s["text"] for s in result["sentences"]] == [
        "Two people died on Tuesday, police said.",
        "Nobody was injured.",
    ]
    assert result["sentences"][0]["verdict"]["label"] == "supported"
    assert result["sentences"][1]["verdict"]["label"] != "supported"
    assert done.returncode == 1


def test_a_draft_that_holds_exits_with_0(report: Path) -> None:
    done = copydesk(
        "check", "-", "--against", str(report), stdin="The driver, Marek Dunn, told officers that the brakes had failed."
    )
    assert done.returncode == 0, done.stdout.decode()


def test_offsets_point_into_the_draft(report: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Two people died on Tuesday.\n\nThe “brakes” had failed on the hill.")
    result = json.loads(copydesk("check", str(draft), "--against", str(report), "--format", "json").stdout)
    for sentence in result["sentences"]:
        assert draft.read_text()[sentence["start"] : sentence["end"]] == sentence["text"]


def test_the_same_input_gives_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    files = sorted(str(p) for p in EXAMPLE.iterdir())
    first = copydesk("story", *files, "--format", "json", env={"PYTHONHASHSEED": "1"})
    second = copydesk("story", *reversed(files), "--format", "json", env={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"})
    assert first.returncode == 0
    assert first.stdout == second.stdout


def test_pages_are_written_and_nothing_else(report: Path, tmp_path: Path) -> None:
    before = sorted(p.name for p in report.parent.iterdir())
    done = copydesk("story", str(report), "-o", str(tmp_path / "out"))
    assert done.returncode == 0
    assert done.stdout == b""
    assert b"index.html" in done.stderr
    names = sorted(p.suffix for p in (tmp_path / "out").iterdir() if not p.name.startswith("."))
    assert names == [".html", ".html", ".json", ".json", ".md"]
    assert sorted(p.name for p in report.parent.iterdir()) == before


def test_a_page_somebody_wrote_is_not_overwritten(report: Path, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    done = copydesk("story", str(report), "-o", str(tmp_path))
    assert done.returncode == 2
    assert b"not written by copydesk" in done.stderr
    assert (tmp_path / "index.html").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["story"], 2, b"PATH"),
        (["story", "x", "--config", "/none.toml"], 2, b"/none.toml"),
        (["story", "/nowhere/at/all"], 3, b"/nowhere/at/all"),
        (["tell"], 2, b"tell"),
        (["check", "/none.md", "--against", "x"], 2, b"/none.md"),
        (["story", "x", "--words", "3"], 2, b"words"),
        (["story", "x", "--writer", "openai"], 2, b"--model NAME"),
        (["story", "x", "--writer", "openai", "--model", "m"], 2, b"--base-url"),
        (["story", "x", "--model", "m"], 2, b"--writer openai"),
        (
            ["story", "x", "--writer", "openai", "--model", "m", "--base-url", "http://localhost", "--max-cost", "1"],
            2,
            b"--price-in",
        ),
        (["claims"], 2, b"PATH"),
        (["claims", str(EXAMPLE), "--story", "99"], 2, b"from 1 to 3"),
        (["claims", str(EXAMPLE), "--kind", "rumour"], 2, b"opinion"),
        (["claims", str(EXAMPLE), "--since", "yesterday"], 2, b"2024-04-10"),
        (["claims", str(EXAMPLE), "-o", "/nowhere/at/all.csv"], 2, b"/nowhere/at/all.csv"),
    ],
)
def test_wrong_use_says_what_is_wrong(words: list[str], code: int, said: bytes) -> None:
    done = copydesk(*words)
    assert done.returncode == code, done.stderr.decode()
    assert said in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_unknown_setting_is_named_with_its_path(report: Path, tmp_path: Path) -> None:
    config = tmp_path / "c.toml"
    config.write_text("[write]\nwrods = 100\n")
    done = copydesk("story", str(report), "--config", str(config))
    assert done.returncode == 2
    assert b"unknown key write.wrods" in done.stderr


def test_hints_state_the_outlet(report: Path, tmp_path: Path) -> None:
    hints = tmp_path / "hints.toml"
    hints.write_text('["tram.txt"]\noutlet = "Velmora Echo"\npublished = "2026-05-05"\n')
    result = json.loads(copydesk("story", str(report), "--hints", str(hints), "--format", "json").stdout)
    (article,) = result["dossiers"][0]["articles"]
    assert article["outlet"] == "Velmora Echo"
    assert article["published"] == {"when": "2026-05-05", "precision": "day", "basis": "hints"}


def test_help_and_schema_load_no_slow_library() -> None:
    code = (
        "import sys; from copydesk.cli import run; sys.argv=['copydesk','--help']; run(); "
        "slow = ('numpy','wordllama','trafilatura','dateparser','rich','jinja2','lxml','numba','pyarrow','openai','httpx2'); "
        "print(sorted(m for m in slow if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", ["story", "trace", "claims", "check", "found"])
def test_the_schema_is_json_schema(name: str) -> None:
    schema = json.loads(copydesk("schema", name).stdout)
    assert schema["$schema"].endswith("2020-12/schema")


def test_doctor_says_ready_and_whether_there_is_a_key_but_never_the_key() -> None:
    done = copydesk("doctor", env={"COPYDESK_API_KEY": "sk-very-secret"})
    assert b"set in COPYDESK_API_KEY" in done.stdout
    assert b"secret" not in done.stdout + done.stderr
    done = copydesk("doctor", env={"COPYDESK_API_KEY": "", "OPENAI_API_KEY": ""})
    assert b"not set" in done.stdout
    assert done.returncode == 0
    assert b"Ready." in done.stdout
    assert b"copydesk[pdf]" in done.stdout or b"pypdf" in done.stdout


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [COPYDESK, "trace", str(EXAMPLE), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as producer:
        assert producer.stdout is not None
        assert producer.stderr is not None
        producer.stdout.read(10)
        producer.stdout.close()
        assert b"Traceback" not in producer.stderr.read()
    assert producer.returncode == 0


def test_an_interrupted_run_leaves_no_half_written_page(tmp_path: Path) -> None:
    corpus = shared("ecbplus", "articles.jsonl")
    out = tmp_path / "out"
    # A shell that starts this suite in the background leaves interrupts ignored, and a child would inherit that.
    command = [sys.executable, "-c", OBEYING, COPYDESK, "story", str(corpus), "-o", str(out)]
    # What measures coverage writes its data at the end of a process, and may wait for ever where that was interrupted.
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=env) as running:
        time.sleep(3)
        running.send_signal(signal.SIGINT)
        try:
            _, said = running.communicate(timeout=60)
        finally:
            running.kill()
    assert running.returncode == 130
    assert b"stopped" in said
    assert b"Traceback" not in said
    assert not list(out.glob("*")) if out.exists() else True


def test_the_seeds_hold_the_contract() -> None:
    assert SHARED
    holds_contract(copydesk("story", str(shared("seeds")), "--format", "json").stdout)


def test_a_mistyped_command_is_answered_with_the_one_that_may_be_meant() -> None:
    result = copydesk("sotry", str(EXAMPLE))
    assert result.returncode == 2
    assert "story" in result.stderr.decode().partition("Did you mean")[2]


@pytest.mark.parametrize("moment", ["yesterday", "2025-13-45"])
def test_a_time_that_is_none_is_refused(moment: str) -> None:
    result = copydesk("story", str(EXAMPLE), "--as-of", moment)
    assert result.returncode == 2
    assert moment in result.stderr.decode()


def test_a_form_for_printing_is_refused_beside_a_folder(tmp_path: Path) -> None:
    result = copydesk("story", str(EXAMPLE), "-o", str(tmp_path / "out"), "--format", "json")
    assert result.returncode == 2
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("draft", ["", " \n\n", "***\n"])
def test_a_draft_without_a_sentence_is_no_draft_without_a_fault(draft: str) -> None:
    result = copydesk("check", "-", "--against", str(EXAMPLE), stdin=draft)
    assert result.returncode == 3
    assert b"no sentence" in result.stderr


def test_claims_are_listed_in_the_terminal_without_writing_anything(report: Path) -> None:
    before = sorted(report.parent.iterdir())
    done = copydesk("claims", str(report))
    assert done.returncode == 0, done.stderr.decode()
    assert b"1 article, 1 independent origin" in done.stdout
    assert b"said by police" in done.stdout
    assert sorted(report.parent.iterdir()) == before


def test_claims_as_json_in_any_order_are_the_same_bytes() -> None:
    files = sorted(str(p) for p in EXAMPLE.iterdir())
    first = copydesk("claims", *files, "--format", "json", env={"PYTHONHASHSEED": "1"})
    second = copydesk(
        "claims", *reversed(files), "--format", "json", env={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    )
    assert first.returncode == 0
    assert first.stdout == second.stdout
    assert set(json.loads(first.stdout)) == {"schema", "run", "skipped", "stories"}


def test_a_table_of_claims_is_written_so_that_a_spreadsheet_reads_it(report: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("an older table")
    done = copydesk("claims", str(report), "--format", "csv", "-o", str(path))
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    assert str(path).encode() in done.stderr
    assert path.read_bytes().startswith(b"\xef\xbb\xbfstory,id,text,")
    printed = copydesk("claims", str(report), "--format", "csv")
    assert path.read_bytes() == b"\xef\xbb\xbf" + printed.stdout


def test_an_article_is_not_overwritten_by_the_claims_made_of_it(report: Path) -> None:
    before = report.read_bytes()
    done = copydesk("claims", str(report.parent), "-o", str(report))
    assert done.returncode == 2
    assert b"one of the files that were read" in done.stderr
    assert report.read_bytes() == before


def test_filters_of_the_command_line_are_those_of_the_list(report: Path) -> None:
    done = copydesk("claims", str(report), "--speaker", "orvik", "--single-origin", "--format", "json")
    (story,) = json.loads(done.stdout)["stories"]
    assert story["claims"]
    assert all("Lena Orvik" in (claim["speaker"], *claim["rests_on"]) for claim in story["claims"])
    none = copydesk("claims", str(report), "--speaker", "orvik", "--min-origins", "2")
    assert none.returncode == 0
    assert none.stdout == b"No claim is all that was asked for.\n"


DRAFT = "Two people died.\n\nThe Solvind hit the pier at about 41 knots.\n"


@pytest.mark.parametrize(
    ("draft", "level", "code"),
    [
        (DRAFT, "partly", 1),
        (DRAFT, "contradicted", 1),
        (DRAFT, "never", 0),
        ("Two people died. The moon is made of green cheese.", "unsupported", 1),
        ("Two people died. The moon is made of green cheese.", "contradicted", 0),
        ("Two people died.", "partly", 0),
    ],
)
def test_a_hook_can_say_what_makes_a_draft_fail(draft: str, level: str, code: int) -> None:
    assert copydesk("check", "-", "--against", str(EXAMPLE), "--fail-on", level, stdin=draft).returncode == code


def test_a_citation_that_does_not_carry_its_sentence_fails_too(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Repairs will take at least [five weeks](gazette.html).", encoding="utf-8")
    done = copydesk("check", str(draft), "--against", str(EXAMPLE))
    assert done.returncode == 1
    assert "Aldersund Gazette: does not say this" in done.stdout.decode()


def test_a_word_document_becomes_a_page_in_a_file(tmp_path: Path) -> None:
    draft, page = tmp_path / "draft.docx", tmp_path / "checked.html"
    draft.write_bytes(word_document("# Ferry crash", "The Solvind hit the pier at about 41 knots."))
    done = copydesk("check", str(draft), "--against", str(EXAMPLE), "--format", "html", "-o", str(page))
    assert (done.returncode, done.stdout) == (1, b"")
    assert "about 14 knots" in page.read_text(encoding="utf-8")


def test_the_draft_itself_is_never_replaced(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("Two people died.", encoding="utf-8")
    done = copydesk("check", str(draft), "--against", str(EXAMPLE), "-o", str(draft))
    assert done.returncode == 2
    assert draft.read_text(encoding="utf-8") == "Two people died."


def test_a_story_is_signed_and_a_changed_one_is_not(tmp_path: Path) -> None:
    copydesk("story", str(EXAMPLE), "-o", str(tmp_path))
    (story,) = (path for path in tmp_path.glob("two-*.json") if "receipt" not in path.name)
    assert copydesk("sign-off", str(story), "--check").returncode == 1
    assert copydesk("sign-off", str(story)).returncode == 2
    edited = tmp_path / "edited.md"
    edited.write_text(story.with_suffix(".md").read_text(encoding="utf-8").replace("14 knots", "41 knots"), encoding="utf-8")
    refused = copydesk("sign-off", str(story), "--by", "Ana Berg", "--edited", str(edited))
    assert (refused.returncode, b"contradicted" in refused.stderr) == (1, True)
    assert not story.with_name(f"{story.stem}.signoff.json").exists()
    assert copydesk("sign-off", str(story), "--by", "Ana Berg").returncode == 0
    assert copydesk("sign-off", str(story), "--check").returncode == 0
    story.write_bytes(story.read_bytes() + b" ")
    assert copydesk("sign-off", str(story), "--check").returncode == 1


@pytest.fixture(scope="module")
def stories(report: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stories")
    assert copydesk("story", str(report), "-o", str(folder)).returncode == 0
    return folder


def test_the_formats_of_exports_are_listed() -> None:
    done = copydesk("export", "--list")
    assert done.returncode == 0
    assert b"nitf                 one" in done.stdout
    assert b"atom                 several" in done.stdout


def test_a_story_is_exported_from_its_folder_a_file_or_a_pipe(report: Path, stories: Path) -> None:
    (file,) = (path for path in stories.glob("[!.]*.json") if "receipt" not in path.name)
    printed = copydesk("story", str(report), "--format", "json").stdout
    results = [
        copydesk("export", str(stories), "--to", "ninjs"),
        copydesk("export", str(file), "--to", "ninjs"),
        copydesk("export", "-", "--to", "ninjs", stdin=printed),
    ]
    assert [done.returncode for done in results] == [0, 0, 0]
    assert len({done.stdout for done in results}) == 1
    assert json.loads(results[0].stdout)["standard"]["version"] == "3.1"


def test_an_export_goes_into_a_file_as_it_is(stories: Path, tmp_path: Path) -> None:
    for name in ("docx", "claims-parquet", "claims-csv"):
        assert copydesk("export", str(stories), "--to", name, "-o", str(tmp_path / name)).returncode == 0
    assert copydesk("export", str(stories), "--to", "docx").stdout == (tmp_path / "docx").read_bytes()
    assert (tmp_path / "claims-parquet").read_bytes().endswith(b"PAR1")
    assert (tmp_path / "claims-csv").read_bytes().startswith(b"\xef\xbb\xbfstory,id")


def test_an_export_never_replaces_what_it_is_made_of(stories: Path) -> None:
    (file,) = (path for path in stories.glob("[!.]*.json") if "receipt" not in path.name)
    done = copydesk("export", str(file), "--to", "kite", "-o", str(file))
    assert done.returncode == 2
    assert b"is one of the files that were read" in done.stderr


def test_what_is_no_story_of_copydesk_cannot_be_exported(report: Path) -> None:
    done = copydesk("export", str(report), "--to", "atom")
    assert done.returncode == 2
    assert b"It must be what `copydesk story --format json` printed" in done.stderr
    assert b"Traceback" not in done.stderr


def test_an_empty_path_is_not_the_folder_one_is_in() -> None:
    result = copydesk("story", "")
    assert result.returncode == 2
    assert b"an empty path names nothing" in result.stderr
