"""What all tests share: no property test has a time to keep, for machines are shared and a timing is never a test."""

import os

import pytest
from hypothesis import settings
from tests.needs import LLAMA, schemas_asked_for

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

collect_ignore = [] if LLAMA in os.environ else ["models/test_llama.py"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say which checks nobody asked for."""
    if schemas_asked_for():
        terminalreporter.write_line("Exports: held against their standards' schemas and against programs that read them.")
    else:
        terminalreporter.write_line(
            "Exports: held against programs that read them. Set COPYDESK_SCHEMAS to hold ninjs, NewsML-G2, NITF, Atom and JSON "
            "Feed against their schemas too; docs/stages/render.md says where they are published."
        )
    if LLAMA not in os.environ:
        terminalreporter.write_line(
            f"Writer on llama.cpp: not run. Set {LLAMA} to its llama-server to run tests/models/test_llama.py."
        )
