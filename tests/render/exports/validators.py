"""What each export is held against: programs that read the format, and the standard's own schema where it is asked for."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import feedparser
import mammoth
import pyarrow.parquet
import stix2
import stix2validator
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree
from referencing import Registry, Resource
from tests.needs import absent, schema, schemas_asked_for


def ninjs(made: bytes) -> None:
    """Hold it against the schema of ninjs 3.1, formats of addresses and times included."""
    tree = json.loads(made)
    if not schemas_asked_for():
        return
    errors = [f"{list(error.absolute_path)}: {error.message[:200]}" for error in _ninjs_schema().iter_errors(tree)]
    assert not errors, errors


def newsml_g2(made: bytes) -> None:
    """Hold it against the schema of NewsML-G2 2.35, and the NITF in it against that of NITF 3.6."""
    tree = etree.fromstring(made)
    if not schemas_asked_for():
        return
    _xsd("NewsML-G2_2.35-spec-All-Power.xsd").assertValid(tree)
    for inner in tree.iter("{http://iptc.org/std/NITF/2006-10-18/}nitf"):
        _xsd("nitf-3-6.xsd").assertValid(etree.ElementTree(etree.fromstring(etree.tostring(inner))))


def nitf(made: bytes) -> None:
    """Hold it against the schema of NITF 3.6."""
    tree = etree.fromstring(made)
    if schemas_asked_for():
        _xsd("nitf-3-6.xsd").assertValid(tree)


def jsonld(made: bytes) -> None:
    """Every object has a type of schema.org, and no property that its type has not there."""
    import schema_org  # noqa: PLC0415 -- two seconds to import

    tree = json.loads(made)
    assert tree["@context"] == "https://schema.org"
    for one in _objects({name: value for name, value in tree.items() if name != "@context"}):
        if set(one) == {"@id"}:
            continue
        known = {field.alias or name for name, field in getattr(schema_org, one["@type"]).model_fields.items()}
        assert set(one) - {"@type", "@id"} <= known, one["@type"]


def feed(made: bytes) -> None:
    """A feed reader finds no fault in it, and entries with a name, a title, a time and a text."""
    read = feedparser.parse(made)
    assert not read.bozo, read.get("bozo_exception")
    assert read.entries, "no entry"
    for entry in read.entries:
        assert entry.id.startswith("urn:uuid:")
        assert entry.title
        assert entry.published_parsed
        assert entry.content[0].value


def atom(made: bytes) -> None:
    """Have a feed reader read it, and hold it against the grammar of RFC 4287."""
    feed(made)
    if schemas_asked_for():
        _relax_ng("atom-rfc4287.rng").assertValid(etree.fromstring(made))


def json_feed(made: bytes) -> None:
    """Hold it against the schema of JSON Feed 1.1."""
    tree = json.loads(made)
    if schemas_asked_for():
        known = json.loads(schema("jsonfeed-1.1.json").read_text())
        Draft202012Validator(known, format_checker=FormatChecker()).validate(tree)


def stix(made: bytes) -> None:
    """The validator of OASIS finds no error in it, and its Python library reads every object strictly."""
    results = stix2validator.validate_string(made.decode(), stix2validator.ValidationOptions(version="2.1"))
    assert results.is_valid, [str(error) for error in results.errors][:5]
    stix2.parse(made.decode(), allow_custom=False)


def docx(made: bytes) -> None:
    """It is a whole archive of well-formed parts, and a reader of Word documents makes notes of its footnotes without a warning."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    read = mammoth.convert_to_html(io.BytesIO(made))
    assert not [message for message in read.messages if message.type != "warning" or "style" not in message.message.lower()]
    assert 'id="footnote-1"' in read.value


def parquet(made: bytes) -> None:
    """It is read back, and says of itself how it was made."""
    table = pyarrow.parquet.read_table(io.BytesIO(made))
    assert set(table.schema.metadata) >= {b"generator", b"digitalSourceType", b"disclosure"}


def _objects(tree: Any) -> Iterable[dict[str, Any]]:  # noqa: ANN401 -- JSON
    if isinstance(tree, dict):
        yield tree
    for value in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from _objects(value)


@cache
def _ninjs_schema() -> Draft202012Validator:
    known = json.loads(schema("ninjs-schema_3.1.json").read_text())
    checker = FormatChecker()
    if not {"uri", "date-time"} <= set(checker.checkers):
        absent("needs jsonschema[format-nongpl]")
    places: Resource[Any] = Resource.opaque({})
    registry: Registry[Any] = Registry().with_resource("https://geojson.org/schema/GeoJSON.json", places)
    return Draft202012Validator(known, format_checker=checker, registry=registry)


@cache
def _xsd(name: str) -> Any:  # noqa: ANN401 -- lxml is untyped
    return etree.XMLSchema(etree.parse(str(schema(name))))


@cache
def _relax_ng(name: str) -> Any:  # noqa: ANN401 -- lxml is untyped
    return etree.RelaxNG(etree.parse(str(schema(name))))


VALIDATORS: dict[str, Callable[[bytes], None]] = {
    "ninjs": ninjs,
    "newsml-g2": newsml_g2,
    "nitf": nitf,
    "jsonld": jsonld,
    "atom": atom,
    "rss": feed,
    "json-feed": json_feed,
    "docx": docx,
    "claims-parquet": parquet,
    "initiatives-parquet": parquet,
    "stix": stix,
}
