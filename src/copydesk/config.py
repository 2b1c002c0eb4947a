"""The configuration: one frozen tree, a branch per stage."""

import hashlib
import re
import tomllib
from pathlib import Path

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
from copydesk.trace.config import TraceConfig
from copydesk.weigh.config import WeighConfig
from copydesk.write.config import WriteConfig


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

    def digest(self) -> str:
        """Return twelve hexadecimal digits that change when any setting changes.

        How a model would be asked counts only where one is: it changes nothing of what the offline writer writes.
        """
        settings = msgspec.to_builtins(self)
        if self.writer.kind == "offline":
            del settings["writer"]
        return hashlib.sha256(msgspec.json.encode(settings, order="sorted")).hexdigest()[:12]

    def with_words(self, words: int) -> "Config":
        """Return the same configuration for reports of at most that many words."""
        return replace(self, write=replace(self.write, words=words))


def load_config(path: Path) -> Config:
    """Read a configuration from a TOML file; what it does not state keeps its default.

    Args:
        path: The file, with one table per stage: `[write]`, `words = 300`.

    Raises:
        ConfigError: The file cannot be read, is not TOML, or has a key or value that does not exist or fit; the message names
            the dotted path.
    """
    try:
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(str(path), error.strerror or "cannot be read") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), f"is not TOML: {error}") from error
    try:
        return msgspec.convert(tree, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(str(path), dotted(str(error))) from error


def dotted(message: str) -> str:
    """Turn msgspec's "… `x` - at `$.write`" into "write.x: …"."""
    what, _, where = message.partition(" - at ")
    path = where.strip("`").removeprefix("$").removeprefix(".")
    unknown = re.fullmatch(r"Object contains unknown field `(.+)`", what)
    if unknown:
        return f"unknown key {'.'.join(part for part in (path, unknown[1]) if part)}"
    return f"{path}: {what}" if path else what
