"""The templates of pages and of Markdown: our own, or a house's in their place.

A house's templates are read before by who calls, run in a sandbox, and escape as ours do: `|safe` and `{% autoescape %}` are not
to be had, because what they would let through is article text.
"""

import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from copydesk.errors import ConfigError

if TYPE_CHECKING:
    from jinja2 import Environment

# What a house may replace; `_…` are the pieces that the others are made of.
REPLACEABLE = (
    "story.html", "index.html", "bulletin.html", "check.html", "story.md", "bulletin.md",
    "_page.html", "_stories.html", "_skipped.html",
    "_article.html", "_ledger.html", "_lineage.html", "_link.html", "_macros.html", "_quote.html",
)  # fmt: skip
_UNESCAPED = re.compile(r"\|\s*safe\b|\{%-?\s*autoescape\b")


class Template(msgspec.Struct, frozen=True):
    """A house's template.

    Attributes:
        name: Which of ours it stands for.
        location: Its file, as it is named in errors.
        text: What it says.
    """

    name: str
    location: str
    text: str


Templates = tuple[Template, ...]


def environment(templates: Templates, finalize: Callable[[object], object], *, escape: bool) -> "Environment":
    """Return the templates, a house's before ours.

    Args:
        templates: The house's.
        finalize: What happens to every value on its way into the text.
        escape: Whether values are escaped as HTML.
    """
    from jinja2 import ChoiceLoader, FunctionLoader, PackageLoader, StrictUndefined  # noqa: PLC0415 -- slow to import
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 -- slow to import

    own = {one.name: (one.text, one.location, lambda: True) for one in templates}
    found = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FunctionLoader(own.get), PackageLoader("copydesk.render")]),
        autoescape=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
    del found.filters["safe"]
    return found


def filled(environment: "Environment", name: str, templates: Templates, values: Mapping[str, object]) -> str:
    """Return a template filled in.

    Args:
        environment: The templates.
        name: Which one.
        templates: The house's, to say where one of them breaks.
        values: What it may use.

    Raises:
        ConfigError: A house's template is broken; the message names its file and line.
    """
    from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415 -- slow to import

    try:
        return environment.get_template(name).render(values)
    except TemplateSyntaxError as error:
        raise ConfigError(f"{error.filename or error.name}:{error.lineno}", f"is no template: {error.message}") from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        place = place_of(error, templates)
        if place is None:
            raise
        raise ConfigError(place, f"cannot be filled in: {error}") from error


def place_of(error: Exception, templates: Iterable[Template]) -> str | None:
    """Return file and line of a house's template in which something broke last; None where it was none of them."""
    own = {one.location for one in templates}
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename in own]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else None


def refused(template: Template) -> None:
    """Make sure that a template lets nothing through unescaped.

    Raises:
        ConfigError: It uses `|safe` or `{% autoescape %}`; the message names the line.
    """
    found = _UNESCAPED.search(template.text)
    if found:
        line = template.text.count("\n", 0, found.start()) + 1
        raise ConfigError(f"{template.location}:{line}", f"“{found[0]}”: what stands in articles is always escaped")
