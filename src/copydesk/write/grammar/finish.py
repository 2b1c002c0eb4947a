"""The last touch: spaces, signs, capitals and quotation marks of a finished sentence."""

import re

# Where nothing of this stands, no space is one too many.
_LOOSE = re.compile(r" [,;:!?)\]”%.'’n]|[(\[“$£€] ")
_BEFORE_SIGN = re.compile(r" +([,;:!?)\]”%]|\.(?!\d|\.))")
_BEHIND_SIGN = re.compile(r"([(\[“$£€]) +")
_CLITIC = re.compile(r" +((?:['’](?:s|re|ve|ll|d|m)|n['’]t)\b|['’](?=\s))")
_TWICE = re.compile(r"([,;:])(?:\s*[,;])+")
_COMMA_QUOTED = re.compile(r",([”\"']),")
_COMMA_END = re.compile(r"[,;:—–-]+\s*([.!?])")
_LEADING = re.compile(r"^[\s,;:.—–-]+")
_PAIRED = re.compile(r"\"([^\"“”]*)\"")
# Where nothing of this stands, no sign was left behind by words that went.
_STRANDED = re.compile(r"^[\s,;:.—–-]|[,;:—–-]\s*[.!?,;]|,[”\"'],")
_LAST_BRACKET = re.compile(r"\)(?=\W*$)")
_STOP_TWICE = re.compile(r"(?<=[A-Za-z]\.)\.$")
_TURNED = re.compile(r"(?<=\w)‘(?=(?:s|re|ve|ll|d|t|m)\b)")
_LATEX = re.compile(r"``\s*|\s*''")


def typographic(text: str) -> str:
    """Return text with paired straight double quotation marks as typographic ones, and apostrophes the right way round."""
    if "``" in text or "''" in text:
        text = _LATEX.sub(lambda m: "“" if m[0].startswith("`") else "”", text)
    text = _TURNED.sub("’", text) if "‘" in text else text
    return _PAIRED.sub(lambda m: f"“{m[1].strip()}”", text) if '"' in text else text


def spaced(text: str) -> str:
    """Return text with single spaces, none before a sign."""
    text = " ".join(typographic(text).split())
    if not _LOOSE.search(text):
        return text
    return _CLITIC.sub(r"\1", _BEHIND_SIGN.sub(r"\1", _BEFORE_SIGN.sub(r"\1", text)))


def finished(text: str) -> str:
    """Return a sentence as it can be printed: single spaces, no stranded sign, a capital at the head and one sign at the end."""
    text = _STOP_TWICE.sub("", _unbracketed(spaced(text)))
    if _STRANDED.search(text):
        text = _COMMA_QUOTED.sub(r",\1", text)
        text = _COMMA_END.sub(r"\1", _TWICE.sub(r"\1", _LEADING.sub("", text)))
    return closed(capitalised(text))


def _unbracketed(text: str) -> str:
    """Return text without a bracket at its end or head whose other half was left behind."""
    if text.count(")") > text.count("("):
        text = _LAST_BRACKET.sub("", text)
    return text[1:] if text.startswith("(") and text.count("(") > text.count(")") else text


def capitalised(text: str) -> str:
    """Return text with a capital first letter; a word like "iPhone" keeps its own."""
    for i, sign in enumerate(text[:3]):
        if sign.isalpha():
            word = text[i:].split(" ", 1)[0]
            return text if word[1:] != word[1:].lower() else text[:i] + sign.upper() + text[i + 1 :]
        if sign.isdigit():
            break
    return text


def closed(text: str) -> str:
    """Return text that ends with a full stop, a question or an exclamation mark, behind or inside a closing quotation mark."""
    text = text.rstrip(" ,;:—–-")
    bare = text.rstrip("”’)\"'")
    if not bare:
        return text
    if bare[-1] in ".!?…":
        return text
    behind = text[len(bare) :]
    return f"{bare}.{behind}" if behind.startswith("”") else f"{text}."


def opened(text: str) -> str:
    """Return a sentence without the full stop at its end, so that something can follow it."""
    return (
        text[:-1]
        if text.endswith(".") and not re.search(r"(?:\b[A-Z]|\b[ap]\.m|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|St))\.$", text)
        else text
    )


def balanced(text: str) -> bool:
    """Return whether quotation marks and brackets come in pairs."""
    return text.count("“") == text.count("”") and text.count("(") == text.count(")") and text.count('"') % 2 == 0
