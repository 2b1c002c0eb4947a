"""The configuration: one frozen tree, a branch per stage."""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from copydesk.check.config import CheckConfig
from copydesk.errors import ConfigError
from copydesk.fetch.config import FetchConfig
from copydesk.group.config import GroupConfig
from copydesk.mark.config import MarkConfig
from copydesk.models.config import JudgeConfig, WriterConfig
from copydesk.read.config import ReadConfig
from copydesk.records import Record
from copydesk.render.clean import address
from copydesk.render.imprint import Imprint
from copydesk.trace.config import TraceConfig
from copydesk.weigh.config import WeighConfig
from copydesk.write.config import SWITCHES, WriteConfig
from copydesk.write.forms import FORMS
from copydesk.write.style import Style

Settings = TypeVar("Settings", bound=msgspec.Struct)
# Words that a report can be asked for.
FEWEST, MOST = 40, 2000


class Config(Record, frozen=True, kw_only=True):
    """Every setting there is.

    Attributes:
        fetch: What is taken from disk.
        read: How documents become articles.
        mark: How things are found in a text.
        trace: How reuse and origins are decided.
        group: How articles become stories.
        weigh: How claims are made and compared.
        write: How reports are written.
        check: How sentences are held against passages.
        style: House style of what is written.
        imprint: Who publishes it: what pages and exports say of that.
        judge: How a model works that is asked for a second opinion, where one is named.
        writer: Who writes, and how a model is asked for it.
    """

    fetch: FetchConfig = FetchConfig()
    read: ReadConfig = ReadConfig()
    mark: MarkConfig = MarkConfig()
    trace: TraceConfig = TraceConfig()
    group: GroupConfig = GroupConfig()
    weigh: WeighConfig = WeighConfig()
    write: WriteConfig = WriteConfig()
    check: CheckConfig = CheckConfig()
    judge: JudgeConfig = JudgeConfig()
    writer: WriterConfig = WriterConfig()
    style: Style = Style()
    imprint: Imprint = Imprint()

    def digest(self) -> str:
        """Return twelve hexadecimal digits that change when any setting changes.

        How a model would be asked counts only where one is: it changes nothing of what the offline writer writes. A house style
        counts where there is one. Who publishes a story changes nothing of it.
        """
        settings: dict[str, object] = {name: getattr(self, name) for name in self.__struct_fields__}
        del settings["imprint"]
        if self.writer.kind == "offline":
            del settings["writer"]
        if self.style == Style():
            del settings["style"]
        return hashlib.sha256(msgspec.json.encode(settings, order="sorted")).hexdigest()[:12]

    def with_style(self, style: Style) -> "Config":
        """Return the same configuration with another house style."""
        return replace(self, style=style)

    def with_words(self, words: int) -> "Config":
        """Return the same configuration for reports of at most that many words."""
        return replace(self, write=replace(self.write, words=words))


def load_config(path: Path) -> Config:
    """Read a configuration from a TOML file; what it does not state keeps its default.

    Args:
        path: The file, with one table per stage: `[write]`, `words = 300`.

    Raises:
        ConfigError: The file cannot be read, is not TOML, or has a key or value that does not exist or fit; the message names
            the dotted path, and the nearest key there is.
    """
    config = converted(path, toml(path), Config)
    known_forms(path, config.style, "style.")
    for key, problem in unreachable(config.imprint):
        raise ConfigError(str(path), f"imprint.{key}: {problem}")
    for name in config.write.off:
        if name not in SWITCHES:
            raise ConfigError(str(path), f"write.off: no operation is called {name}{nearest(name, SWITCHES)}")
    return config


def load_style(path: Path) -> Style:
    """Read a house style from a TOML file of its own; arguments and errors as in `load_config`."""
    style = converted(path, toml(path), Style)
    known_forms(path, style, "")
    return style


def toml(path: Path) -> dict[str, object]:
    """Return what a TOML file holds.

    Raises:
        ConfigError: It cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(str(path), error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"is not TOML: {error}") from error


def converted(path: Path, tree: dict[str, object], kind: type[Settings]) -> Settings:
    """Return settings as their record.

    Raises:
        ConfigError: A key does not exist or a value does not fit.
    """
    try:
        return msgspec.convert(tree, kind)
    except msgspec.ValidationError as error:
        raise ConfigError(str(path), dotted(str(error), kind)) from error


def known_forms(path: Path, style: Style, where: str) -> None:
    """Make sure that a style counts the words of forms that there are.

    Raises:
        ConfigError: It names another form, or no number of words.
    """
    for form, words in style.words.items():
        if form not in FORMS:
            raise ConfigError(str(path), f"unknown key {where}words.{form}{nearest(form, FORMS)}")
        if not FEWEST <= words <= MOST:
            raise ConfigError(str(path), f"{where}words.{form}: Expected a number from {FEWEST} to {MOST}")


def unreachable(imprint: Imprint) -> Iterator[tuple[str, str]]:
    """Yield what is stated of a publisher as an address of the web and is none: the key, and what is wrong."""
    for key in ("base_url", "principles", "feed_url"):
        given = getattr(imprint, key)
        if given is not None and address(given) is None:
            yield key, f"“{given}” is no address of the web; write it whole, such as https://daily.example/{key.partition('_')[0]}"


def dotted(message: str, kind: type[msgspec.Struct] = Config) -> str:
    """Turn msgspec's "… `x` - at `$.write`" into "write.x: …", with the nearest key there is.

    Args:
        message: What msgspec says.
        kind: The record at the root.
    """
    what, _, where = message.partition(" - at ")
    path = where.strip("`").removeprefix("$").removeprefix(".")
    unknown = re.fullmatch(r"Object contains unknown field `(.+)`", what)
    if unknown:
        told = ".".join(part for part in (path, unknown[1]) if part)
        return f"unknown key {told}{nearest(unknown[1], keys_at(path, kind))}"
    return f"{path}: {what}" if path else what


def keys_at(path: str, kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the keys of the table at a dotted path."""
    at = kind()
    for part in path.split(".") if path else ():
        at = getattr(at, part, at)
    return at.__struct_fields__


def nearest(key: str, keys: Iterable[str]) -> str:
    """Return the words that name the key nearest to one that does not exist; empty where none is near."""
    found = get_close_matches(key, list(keys), n=1)
    return f"; did you mean {found[0]}?" if found else ""
