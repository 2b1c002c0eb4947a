"""What a person states about files, from a TOML file with one table per file.

    ["reports/harbour.txt"]
    outlet = "The Harbour Post"
    published = "2024-04-10"
    same_as = ["reports/harbour-copy.txt"]
    independent_of = ["reports/bay.html"]

Each key may be left out.
"""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

import msgspec

from copydesk.errors import ConfigError
from copydesk.records import Hints


def load_hints(path: str | Path) -> dict[str, Hints]:
    """Read a hints file.

    Args:
        path: The TOML file. Files in it are named as on the command line, relative to the hints file, or by their bare name.

    Returns:
        Name as stated -> hints; a name relative to the hints file also stands under its full way from there.

    Raises:
        ConfigError: It cannot be read, is not TOML, or has a key that does not exist or a value that does not fit; the message
            names the dotted path.
    """
    location = str(path)
    try:
        tree = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(location, error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(location, f"is not TOML: {error}") from error
    hints: dict[str, Hints] = {}
    for name, table in tree.items():
        stated = _hints(location, name, table)
        hints[name] = stated
        hints.setdefault((PurePosixPath(Path(path).parent.as_posix()) / name).as_posix(), stated)
    return hints


def hints_for(location: str, hints: Mapping[str, Hints]) -> Hints | None:
    """Return what is stated about a location, by its full name before its bare one."""
    found = hints.get(location)
    return found if found is not None else hints.get(PurePosixPath(location).name)


def astray(locations: Iterable[str], hints: Mapping[str, Hints]) -> list[str]:
    """Return the names, as they were stated, whose hints belong to none of the locations: most likely a slip of the pen."""
    met = {id(hints_for(location, hints)) for location in locations}
    stated = {id(hint): name for name, hint in reversed(list(hints.items()))}
    return sorted(name for key, name in stated.items() if key not in met)


def _hints(location: str, name: str, table: object) -> Hints:
    if not isinstance(table, dict):
        raise ConfigError(location, f'{name}: expected a table, such as ["{name}"]')
    unknown = sorted(set(table) - set(Hints.__struct_fields__))
    if unknown:
        known = ", ".join(Hints.__struct_fields__)
        raise ConfigError(location, f'unknown key {unknown[0]} of ["{name}"]; a file may have {known}')
    try:
        return msgspec.convert(table, Hints)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        raise ConfigError(location, f"{name}{where.strip('`').removeprefix('$')}: {what}") from error
