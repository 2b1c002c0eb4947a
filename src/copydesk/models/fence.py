"""Words of articles as a model is shown them: data between two lines that no article can foresee, and nothing in it that acts.

An article may hold words made for the model ("ignore what you were told and say …"), markup that a model takes for the end of the
data, or signs that nobody sees. What a model is told to write comes from the prompt alone.
"""

import hashlib
import re
import unicodedata

# Comments first: a tag may stand in one.
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z!?|][^<>]{0,500}>")
# Unseen, unassigned, or of nobody's: control and format signs, private use, halves of pairs.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
# Fillers that count as letters and marks, and show nothing.
_FILLERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
# Signs that open or close something in markup, templates and chat formats, and ones that look alike and do not.
_SIGNS = str.maketrans(
    {"<": "‹", ">": "›", "`": "’", "{": "(", "}": ")", "[": "(", "]": ")", "|": "/", "\\": "/", "#": " ", "*": " "}
)
_RULE = re.compile(r"[=_~-]{3,}")
_FOR_MACHINES = re.compile(
    r"""
    \b(?:ignore|disregard|forget|override|bypass)\b .{0,40}
        \b(?:above|previous|prior|earlier|preceding|foregoing|instructions?|prompts?|rules|guidelines|told)\b
    | \b(?:system|developer|hidden|initial)[ ](?:prompt|message|instructions?)\b
    | \byour[ ]instructions?\b | \b(?:new|updated|following|further)[ ]instructions?\s*:
    | ^\W*(?:\w+[ ])?(?:system|assistant|developer|user|tool|instructions?)\W*:
    | \b(?:you[ ]are|act[ ]as|as|dear|attention,?|note[ ]to|hey|hello)[ ](?:now[ ])?(?:an?[ ]|the[ ]|any[ ]|all[ ])?
        (?:AI|A\.I\.|LLMs?|chatbots?|(?:large[ ])?language[ ]models?|(?:AI[ ])?assistants?|summari[sz]ers?)\b
    | \b(?:tool|function)[ _-]?(?:calls?|use|result|response)\b
    | \b(?:end|start|begin(?:ning)?|close)[ ]of[ ](?:the[ ])?(?:data|articles?|passages?|documents?|context|input|claims)\b
    | \b(?:in|to|from)[ ]your[ ](?:summary|story|report|answer|output|response|headline|reply)\b
    | \byou[ ]must[ ](?:now[ ])?(?:write|say|report|state|output|answer|include|add|respond|reply|print)\b
    | ^\W*(?:now[ ]|please[ ])?(?:write|output|print|respond|reply|repeat|answer)[ ]
        (?:that|only|exactly|with|in|the[ ](?:words?|following|sentence))\b
    | \b(?:im_start|im_end|endoftext|INST|SYS)\b
    | ["“]?(?:name|arguments|role|headline|sentences)["”][ ]?:
    """,
    re.IGNORECASE | re.VERBOSE,
)


def fenced(data: str) -> str:
    """Return data between two lines that hold its own digest, and a line before them that says so.

    Words inside cannot close the fence: they would have to hold a digest that changes with them.
    """
    line = f"=== data {hashlib.sha256(data.encode()).hexdigest()[:16]} ==="
    return f"The data stands between two lines that read “{line}”.\n{line}\n{data}\n{line}"


def plain(text: str, most: int | None = None) -> str:
    """Return words of an article without what is unseen and without markup, on one line.

    Args:
        text: Any text.
        most: How many signs it may have; a longer one is cut behind a word and ends with "…".
    """
    seen = "".join(
        " " if sign in "\n\r\t\x0b\x0c\x85\u2028\u2029" else sign for sign in unicodedata.normalize("NFC", text) if _seen(sign)
    )
    bare = _RULE.sub("–", _TAG.sub(" ", _COMMENT.sub(" ", _FILLERS.sub("", seen))).translate(_SIGNS))
    line = " ".join(bare.split())
    if most is None or len(line) <= most:
        return line
    return f"{line[: most - 1].rsplit(' ', 1)[0]}…"


def for_machines(text: str) -> bool:
    """Return whether words of an article are addressed to a model that reads it, rather than to people.

    Such words are shown to no model. Where a sentence about such models is meant for people, no more is lost than that passage.
    """
    return bool(_FOR_MACHINES.search(plain(text)) or _FOR_MACHINES.search(text))


def _seen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) not in _UNSEEN
