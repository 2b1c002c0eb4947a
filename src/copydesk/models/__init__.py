"""Models behind ports: the built-in parser and word vectors, and others in their place.

    load_parser()    LightParser     weights in this package, runs in numpy
    load_vectors()   WordVectors     weights in the wordllama package
    spacy.load(…)    SpacyParser     any spaCy pipeline, extra `spacy`

Each is loaded once and shared; nothing here reads the network.
"""

from functools import cache

from copydesk.ports import Parser, Vectors


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
