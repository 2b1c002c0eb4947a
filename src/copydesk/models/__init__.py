"""Models behind ports: the built-in parser and word vectors, and others in their place or beside them.

    load_parser()      LightParser     weights in this package, runs in numpy
    load_vectors()     WordVectors     weights in the wordllama package
    spacy.load(…)      SpacyParser     any spaCy pipeline, extra `spacy`
    load_judge("nli:…")      NliJudge    any exported classifier of sentence pairs, extra `nli`
    load_judge("openai:…")   ChatJudge   any model behind an OpenAI-compatible server, extra `llm`
    load_writer(…)           ChatWriter  the same, writing reports

The first two are loaded once and shared. Only a judge or writer that was named reads the network: its files, once, or its server.
"""

from collections.abc import Callable, Mapping
from functools import cache

from copydesk.errors import UsageError
from copydesk.models.call_log import CallLog
from copydesk.models.config import JudgeConfig, WriterConfig
from copydesk.ports import Judge, Parser, Shape, Vectors, Writer


@cache
def load_parser() -> Parser:
    """Return the built-in parser."""
    from copydesk.models import light  # noqa: PLC0415 -- only who parses pays for it

    return light.load()


@cache
def load_vectors() -> Vectors:
    """Return the built-in vectors; the first call imports a slow library."""
    from copydesk.models import vectors  # noqa: PLC0415 -- only who embeds pays for it

    return vectors.load()


def load_judge(named: str, base_url: str | None, config: JudgeConfig) -> Judge:
    """Return the judge that a person named.

    Args:
        named: `nli:FOLDER`, `nli:ORGANISATION/MODEL` or `openai:MODEL`.
        base_url: The server's address, for `openai:`.
        config: How it works.

    Raises:
        UsageError: It is named in another way, or something it needs is not given.
        MissingExtra: What it needs is not installed.
        ModelError: The model cannot be used.
    """
    kind, _, model = named.partition(":")
    if kind not in JUDGES or not model.strip():
        raise UsageError(f"“{named}” names no judge; write nli:FOLDER, nli:ORGANISATION/MODEL or openai:MODEL.")
    return JUDGES[kind](model.strip(), base_url, config)


def _nli(model: str, base_url: str | None, config: JudgeConfig) -> Judge:
    from copydesk.models import nli  # noqa: PLC0415 -- only who asks it pays for it

    if base_url is not None:
        raise UsageError("--base-url is the address of a server, and nli: asks none; leave it out, or write openai:MODEL.")
    return nli.load(model, config)


def _openai(model: str, base_url: str | None, config: JudgeConfig) -> Judge:
    from copydesk.models import chat  # noqa: PLC0415 -- only who asks it pays for it

    return chat.load(model, base_url, config)


JUDGES: dict[str, Callable[[str, str | None, JudgeConfig], Judge]] = {"nli": _nli, "openai": _openai}


def load_writer(
    config: WriterConfig, shapes: Mapping[str, Shape], told: Callable[[str, int, int], None], log: CallLog
) -> Writer | None:
    """Return the model that settings name as the writer; None: nobody but the offline writer.

    Args:
        config: Who writes, and on which terms.
        shapes: What each form of a report asks of a writer.
        told: Called with how far an answer is.
        log: Keeps its calls.

    Raises:
        UsageError: Something it needs is not given.
        MissingExtra: What it needs is not installed.
    """
    if config.kind == "offline":
        return None
    from copydesk.models import chat_writer  # noqa: PLC0415 -- only who asks it pays for it

    return chat_writer.load(config, shapes, told, log)
