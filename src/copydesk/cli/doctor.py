"""`copydesk doctor`."""

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version

import click

from copydesk.cli.output import put
from copydesk.inputs import key_told, open_tools
from copydesk.version import __version__

EXTRAS = {
    "archive": ("numba", "traces reuse in a corpus of millions, exports Parquet"),
    "llm": ("openai", "asks a language model behind a server: to write, or for a second opinion on a draft"),
    "nli": ("onnxruntime", "asks a local model for one"),
    "pdf": ("pypdf", "reads PDF files with a text layer"),
    "ray": ("ray", "runs the tasks of an archive on a cluster"),
    "spacy": ("spacy", "parses with a spaCy pipeline"),
}


@click.command(epilog="\b\nExample:\n  copydesk doctor")
@click.pass_context
def doctor(context: click.Context) -> None:
    """Say what is installed, which extras are missing and how to get them."""
    lines = [f"copydesk {__version__}, Python {platform.python_version()}", "", "Needed:"]
    needed = libraries()
    missing = [name for name in needed if installed(name) is None]
    lines += [f"  {name:<20} {installed(name) or 'missing: pip install ' + name}" for name in needed]
    lines += ["", "Extras:"]
    lines += [f"  {extra:<20} {extra_line(extra)}" for extra in EXTRAS]
    if not missing:
        tools = open_tools()
        lines += ["", "Models, all offline:"]
        lines += [f"  {'parser':<20} {tools.parser.name}", f"  {'word vectors':<20} {tools.vectors.name}"]
    lines += [
        "",
        "A model behind a server, where one is named (--writer openai, --judge openai:MODEL):",
        f"  {'key':<20} {key_told()}",
    ]
    lines += ["", "Ready." if not missing else "Not ready: install what is missing."]
    put("\n".join(lines))
    if missing:
        context.exit(4)


def libraries() -> tuple[str, ...]:
    """Return the libraries that copydesk needs in any case, as its own package states them."""
    stated = (requirement for requirement in requires("copydesk") or () if "extra ==" not in requirement)
    return tuple(sorted(re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in stated))


def extra_line(extra: str) -> str:
    """Return what is to be said of one extra."""
    library, use = EXTRAS[extra]
    found = installed(library)
    return f"{library} {found}; {use}" if found else f"not installed; {use}: pip install 'copydesk[{extra}]'"


def installed(library: str) -> str | None:
    """Return the installed version of a library, or None."""
    try:
        return version(library)
    except PackageNotFoundError:
        return None
