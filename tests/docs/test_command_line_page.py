"""docs/cli.md holds what --help says, word for word. `COPYDESK_UPDATE=1 scripts/test tests/docs` writes it anew."""

import os
from pathlib import Path

import click
from click.testing import CliRunner

from copydesk.cli import commands

PAGE = Path(__file__).parents[2] / "docs" / "cli.md"
HEAD = """# Command line

Results go to standard output, everything else to standard error. Without `-o` nothing is written to disk.
"""


def helped(*words: str) -> str:
    result = CliRunner().invoke(commands, [*words, "--help"], prog_name="copydesk", terminal_width=100)
    assert result.exit_code == 0, result.output
    return result.output.strip()


def page() -> str:
    sections = [f"## copydesk\n\n```text\n{helped()}\n```"]
    context = click.Context(commands)
    for name in commands.list_commands(context):
        sections.append(f"## copydesk {name}\n\n```text\n{helped(name)}\n```")
        command = commands.get_command(context, name)
        for inner in command.commands if isinstance(command, click.Group) else ():
            sections.append(f"### copydesk {name} {inner}\n\n```text\n{helped(name, inner)}\n```")
    return HEAD + "\n" + "\n\n".join(sections) + "\n"


def test_the_page_holds_what_help_says() -> None:
    if os.environ.get("COPYDESK_UPDATE") == "1":
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page(), "run: COPYDESK_UPDATE=1 scripts/test tests/docs"
