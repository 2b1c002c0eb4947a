"""What the example expects and copydesk does not find yet: listed by name, and an error once it is found."""

from pathlib import Path

import pytest

MISSES = Path(__file__).with_name("known_misses.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    known = {line.strip() for line in MISSES.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")}
    for item in items:
        if item.name in known and item.path.parent == MISSES.parent:
            item.add_marker(pytest.mark.xfail(strict=True, reason="known miss"))
