"""copydesk turns many outlets' reports of an event into one story that can be checked.

    import copydesk

    output = copydesk.story(["reports/"])
    for dossier in output.dossiers:
        print(dossier.report.headline.text, dossier.story.independent)

    copydesk.trace(["reports/"]).links                      # who took from whom
    copydesk.claims(["reports/"]).stories[0].claims         # all they say, with who says it and how many carry it
    copydesk.export(output, "docx", story="1")              # the first story for Word; also ninjs, NewsML-G2, feeds, …
    copydesk.check("The toll rose to 14.", ["reports/"])    # is it so, as far as the articles say?

Every function works offline. `Setup` holds settings, models, hints and progress; models are loaded once, so that calling in a loop
costs nothing extra; `with_judge` adds a model that is asked about drafts, `with_writer` one that words reports. Importing copydesk
loads next to nothing: a name's module is imported when the name is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from copydesk.version import __version__

if TYPE_CHECKING:
    from copydesk import errors, records
    from copydesk.config import Config, load_config
    from copydesk.dossier import story, trace
    from copydesk.drafts import check, load_draft
    from copydesk.exporting import Imprint, export, load_stories
    from copydesk.inputs import Setup, Tools, open_tools, with_judge, with_writer
    from copydesk.listing import claims
    from copydesk.models.config import WriterConfig
    from copydesk.publish import pages, rendered, schema
    from copydesk.seeking import Wanted

__all__ = [
    "Config",
    "Imprint",
    "Setup",
    "Tools",
    "Wanted",
    "WriterConfig",
    "__version__",
    "check",
    "claims",
    "errors",
    "export",
    "load_config",
    "load_draft",
    "load_stories",
    "open_tools",
    "pages",
    "records",
    "rendered",
    "schema",
    "story",
    "trace",
    "with_judge",
    "with_writer",
]

_HOMES = {
    "Config": "config",
    "Imprint": "exporting",
    "Setup": "inputs",
    "Tools": "inputs",
    "Wanted": "seeking",
    "WriterConfig": "models.config",
    "check": "drafts",
    "claims": "listing",
    "export": "exporting",
    "load_config": "config",
    "load_draft": "drafts",
    "load_stories": "exporting",
    "open_tools": "inputs",
    "pages": "publish",
    "rendered": "publish",
    "schema": "publish",
    "story": "dossier",
    "trace": "dossier",
    "with_judge": "inputs",
    "with_writer": "inputs",
}


def _public(name: str) -> Any:  # noqa: ANN401 - whatever stands under that name
    return getattr(import_module(f"copydesk.{_HOMES[name]}"), name)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the module protocol
    if name in _HOMES:
        return _public(name)
    if name in ("errors", "records"):
        return import_module(f"copydesk.{name}")
    raise AttributeError(f"module 'copydesk' has no attribute {name!r}")


class _Package(ModuleType):
    """Keeps `copydesk.trace` and `copydesk.check` the public functions, though stages of the same names are imported as modules.

    The import system stores a submodule under its name in the package; a property stands before what is stored.
    """

    trace = property(lambda self: _public("trace"), lambda self, module: None)
    check = property(lambda self: _public("check"), lambda self, module: None)


sys.modules[__name__].__class__ = _Package
