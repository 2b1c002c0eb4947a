"""The command line: reads arguments, calls a recipe, shows what it gives. Decides nothing.

Results go to standard output, everything else to standard error. A command's module is imported when the command is used, so that
`copydesk --help` answers at once.
"""

import gc
import logging
import os
import sys
from difflib import get_close_matches
from importlib import import_module

import click

from copydesk.errors import CopydeskError
from copydesk.version import __version__

COMMANDS = {
    "story": "Write one checked story per event from articles.",
    "trace": "Find who took from whom, and how many articles are independent.",
    "claims": "List every claim: who makes it, how many carry it, what it rests on.",
    "check": "Say which sentences of a text the articles carry.",
    "sign-off": "Record that a person has read a story, and what they changed.",
    "export": "Turn stories into ninjs, NewsML-G2, feeds, Word, tables and other forms.",
    "archive": "Trace reuse in a corpus of millions, and find who has run a text.",
    "schema": "Print the JSON Schema of an output.",
    "doctor": "Say what is installed, which extras are missing and how to get them.",
}
EPILOG = """\b
Examples:
  copydesk story reports/                     the story in the terminal
  copydesk story reports/ -o out/             a page per story; open out/index.html
  copydesk trace reports/                     who took from whom
  copydesk claims reports/ --single-origin    what only one of them reported
  copydesk check draft.md --against reports/  which sentences hold
  copydesk export out/ --to atom              a feed of the stories in out/

\b
Exit codes: 0 done, 1 check found a sentence that is not supported,
2 wrong use, 3 nothing readable was given, 4 stopped by an error.
"""
INTERRUPTED = 130
# The parser multiplies many small matrices: threads of the linear algebra library only wait for each other (110 ms an article with
# two threads on a busy machine, 13 ms with one). The library reads these when numpy is first imported; what the user set stays.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
# What the stages make lives to the end: looking for dead rings in it took four percent of a long run and found none. Rings that
# parsers of HTML leave behind still go, fifty thousand objects later instead of seven hundred.
COLLECT = (50_000, 20, 100)


class Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"copydesk.cli.{name}"), name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant, or say which one may be."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], COMMANDS, n=1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} Did you mean “{near[0]}”?", ctx) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
def commands() -> None:
    """Turn many outlets' reports of an event into one story that can be checked.

    Who reported it, how many of those reports are independent, and does the cited text really say so? Works offline.
    """


def main() -> None:
    """Run the command line and exit with its code."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    gc.set_threshold(*COLLECT)
    logging.getLogger("httpx2").setLevel(
        logging.WARNING
    )  # a library has everything logged; each call would be told, with its address
    sys.exit(run())


def run() -> int:
    """Run the command line and return its exit code; an error of copydesk's own becomes one line on standard error."""
    try:
        code = commands.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except CopydeskError as error:
        click.echo(f"copydesk: {error}", err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("copydesk: stopped; nothing was left half-written.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`): nobody is left to tell, and Python must not try once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0
