"""Every error says what happened and leads to its exit code."""

import pytest

from copydesk import errors


def subclasses(of: type[errors.CopydeskError]) -> list[type[errors.CopydeskError]]:
    return [of, *(s for sub in of.__subclasses__() for s in subclasses(sub))]


@pytest.mark.parametrize("kind", subclasses(errors.CopydeskError))
def test_every_error_is_drawn_in_the_tree_and_has_an_exit_code(kind: type[errors.CopydeskError]) -> None:
    assert errors.__doc__
    assert kind.__name__ in errors.__doc__
    assert kind.exit_code in {2, 3, 4}


def test_messages_are_built_from_fields() -> None:
    assert str(errors.MissingExtra("pdf", "Reading a.pdf")) == "Reading a.pdf needs an extra: pip install 'copydesk[pdf]'"
    assert "a.toml: unknown key x" in str(errors.ConfigError("a.toml", "unknown key x"))
    assert "a.txt: empty" in str(errors.NothingReadable((("a.txt", "empty"),)))
    assert "no file" in str(errors.NothingReadable())
    assert "and 5 more" in str(errors.NothingReadable(tuple((str(n), "empty") for n in range(25))))
    assert str(errors.OutputError("out", "in the way.", "Choose another with -o.")) == "out: in the way. Choose another with -o."
    assert str(errors.ArchiveError("a.book", "it is cut off", "Run it again.")) == "a.book: it is cut off. Run it again."
    assert "report this" in str(errors.InternalError("spans are ordered"))
