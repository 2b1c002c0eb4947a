"""What tests need beside the project. Where it is absent a test is skipped, or fails where nothing may be skipped."""

import importlib
import os
import shutil
from pathlib import Path
from typing import Any, NoReturn

import pytest

SHARED = Path(os.environ.get("COPYDESK_SHARED", Path(__file__).parents[2] / "shared"))
SCHEMAS = Path(os.environ.get("COPYDESK_SCHEMAS", Path(__file__).parents[1] / ".schemas"))

# llama.cpp's llama-server: who names it here asks for the checks that run it.
LLAMA = "COPYDESK_LLAMA_SERVER"


def shared(*parts: str) -> Path:
    """Return a path in the shared data, which is read in place and never copied."""
    path = next((p for p in (SHARED.joinpath(*parts), SHARED.joinpath("data", *parts)) if p.exists()), SHARED.joinpath(*parts))
    if not path.exists():
        absent(f"needs {'/'.join(parts)} of the shared data; set COPYDESK_SHARED to its folder")
    return path


def schemas_asked_for() -> bool:
    """Return whether exports are to be held against their standards' schemas.

    Those are other people's and can neither be shipped nor installed, so somebody who has them asks for it: docs/stages/render.md
    names where each is published. What a real reader can hold is held in any case, and the test run says which of the two it was.
    """
    return "COPYDESK_SCHEMAS" in os.environ or SCHEMAS.exists()


def schema(*parts: str) -> Path:
    """Return a standard's own schema."""
    path = SCHEMAS.joinpath(*parts)
    if not path.exists():
        absent(f"needs the schema {'/'.join(parts)}; set COPYDESK_SCHEMAS to the folder that holds it")
    return path


def browser() -> str:
    """Return the path of the distribution's chromium."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        absent("needs chromium: apt-get install chromium")
    return path


def object_store() -> str:
    """Return the Python that runs the object store, as `scripts/test` sets it up."""
    path = Path(__file__).parents[1] / ".venv-store" / "bin" / "python"
    if not path.exists():
        absent("needs an object store: run scripts/test, which sets one up in .venv-store")
    return str(path)


def library(name: str) -> Any:  # noqa: ANN401 -- any library
    """Import an optional library."""
    try:
        return importlib.import_module(name)
    except ImportError:
        absent(f"needs {name}: pip install 'copydesk[{name}]'")


def absent(what: str) -> NoReturn:
    """Skip the test, or fail it where nothing may be skipped."""
    if os.environ.get("COPYDESK_REQUIRE_ALL") == "1":
        pytest.fail(what)
    pytest.skip(what)
