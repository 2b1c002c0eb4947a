"""The command line: reads arguments, calls a recipe, shows what it gives. Decides nothing.

Results go to standard output, everything else to standard error.
"""

import sys

import click

from copydesk.cli.check import check
from copydesk.cli.doctor import doctor
from copydesk.cli.schema import schema
from copydesk.cli.story import story
from copydesk.cli.trace import trace
from copydesk.errors import CopydeskError
from copydesk.version import __version__

EPILOG = """\b
Examples:
  copydesk story reports/                    the story in the terminal
  copydesk story reports/ -o out/            a page per story; open out/index.html
  copydesk trace reports/                    who took from whom
  copydesk check draft.md --against reports/ which sentences hold

\b
Exit codes: 0 done, 1 check found a sentence that is not supported,
2 wrong use, 3 nothing readable was given, 4 stopped by an error.
"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="copydesk", message="%(prog)s %(version)s")
def commands() -> None:
    """Turn many outlets' reports of an event into one story that can be checked.

    Who reported it, how many of those reports are independent, and does the cited text really say so? Works offline.
    """


for command in (story, trace, check, schema, doctor):
    commands.add_command(command)


def main() -> None:
    """Run the command line and exit with its code."""
    try:
        commands.main(standalone_mode=False)
        code = 0
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except CopydeskError as error:
        click.echo(f"copydesk: {error}", err=True)
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("copydesk: stopped; nothing was left half-written.", err=True)
        code = 130
    except BrokenPipeError:
        # The reader of a pipe went away (`| head`): nobody is left to tell.
        sys.stderr.close()
        code = 0
    sys.exit(code)
