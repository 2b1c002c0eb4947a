"""Everything copydesk raises on purpose.

    CopydeskError                 the base: catch this one
    ├── UsageError                asked for something that cannot be done as asked    (exit code 2)
    │   ├── ConfigError           a configuration or hints file that cannot be used
    │   ├── DossierError          a file holds no stories that copydesk wrote
    │   ├── OutputError           the output folder or file cannot be written safely
    │   └── MissingExtra          needs an optional library that is not installed
    ├── NothingReadable           no article could be read from what was given        (exit code 3)
    ├── NothingToCheck            the draft holds no sentence                         (exit code 3)
    ├── ArchiveError              a file of an archive cannot be read or written      (exit code 4)
    ├── ModelError                a model that was named cannot be used or asked      (exit code 4)
    └── InternalError             a promise between stages was broken                 (exit code 4)

Each error is built from fields, and its message from them; a file that cannot be read is no error but a
[`Skipped`][copydesk.records.Skipped] record, because one bad file must not hide the others.
"""


class CopydeskError(Exception):
    """Base of all errors that copydesk raises on purpose."""

    exit_code = 4


class UsageError(CopydeskError):
    """Something was asked for that cannot be done as asked."""

    exit_code = 2


class _AboutFile(Exception):
    """Tells what is wrong with a file or folder, and the way out; for errors that do.

    Args:
        location: The file or folder.
        problem: What is wrong with it.
        way_out: What the user can do.
    """

    joint = " "  # between the problem and the way out

    def __init__(self, location: str, problem: str, way_out: str) -> None:
        super().__init__(f"{location}: {problem}{self.joint}{way_out}")
        self.location = location
        self.problem = problem
        self.way_out = way_out


class ConfigError(UsageError):
    """A configuration or hints file cannot be used.

    Args:
        location: The file.
        problem: What is wrong, with the dotted path of the key where there is one.
    """

    def __init__(self, location: str, problem: str) -> None:
        super().__init__(f"{location}: {problem}")
        self.location = location
        self.problem = problem


class DossierError(_AboutFile, UsageError):
    """A file that should hold stories of copydesk cannot be used.

    Args:
        location: The file.
        problem: What is wrong, with the dotted path of the field where there is one.
        way_out: What the user can do.
    """


class OutputError(_AboutFile, UsageError):
    """The output cannot be written without harming what stands there.

    Args:
        location: The file or folder.
        problem: Why it cannot be written.
        way_out: What the user can do.
    """


class MissingExtra(UsageError):
    """An optional library is needed and not installed.

    Args:
        extra: The extra's name, as in ``copydesk[pdf]``.
        need: What it is needed for, as the start of a sentence.
    """

    def __init__(self, extra: str, need: str) -> None:
        super().__init__(f"{need} needs an extra: pip install 'copydesk[{extra}]'")
        self.extra = extra
        self.need = need


class NothingReadable(CopydeskError):
    """No article could be read from what was given.

    Args:
        reasons: Location and reason of each thing that was skipped.
    """

    exit_code = 3

    def __init__(self, reasons: tuple[tuple[str, str], ...] = ()) -> None:
        listed = "".join(f"\n  {location}: {reason}" for location, reason in reasons[:20])
        more = f"\n  and {len(reasons) - 20:,} more" if len(reasons) > 20 else ""
        super().__init__(f"no readable article was given{':' if reasons else '; there is no file in what was named'}{listed}{more}")
        self.reasons = reasons


class NothingToCheck(CopydeskError):
    """A draft holds no sentence: that nothing in it is wrong would say nothing."""

    exit_code = 3

    def __init__(self) -> None:
        super().__init__("the draft holds no sentence that could be checked; is it the right file?")


class InternalError(CopydeskError):
    """A promise between two stages was broken: a defect of copydesk.

    Args:
        promise: What should have held.
    """

    def __init__(self, promise: str) -> None:
        super().__init__(f"copydesk broke a promise of its own: {promise}. Please report this with the input.")
        self.promise = promise


class ArchiveError(_AboutFile, CopydeskError):
    """A file of an archive cannot be read or written; what was done before stays and is not done again.

    Args:
        location: The file or folder.
        problem: What is wrong with it.
        way_out: What the user can do.
    """

    joint = ". "


class ModelError(CopydeskError):
    """A model that a person named cannot be loaded or asked.

    Args:
        model: The model, as it was named.
        problem: What is wrong with it.
        way_out: What the user can do.
    """

    def __init__(self, model: str, problem: str, way_out: str) -> None:
        super().__init__(f"the model {model}: {problem}. {way_out}")
        self.model = model
        self.problem = problem
        self.way_out = way_out
