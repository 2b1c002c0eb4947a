"""How a story was made, in words for readers: by which program, and what a person did to it."""

from copydesk.records import Run, Signature
from copydesk.render.clean import one_line
from copydesk.render.words import counted, day

# What every disclosure says as long as no person has signed the story.
UNEDITED = "No person has edited it."


def made(run: Run, *, signed: bool = False) -> str:
    """Return, for readers of many stories in one document, how it was made; `signed`: whether a person signed any of them."""
    edited = "No person has edited a story that does not say so." if signed else UNEDITED
    return (
        f"Written by copydesk {run.version} ({run.writer}). {edited} Each sentence was checked against the "
        "passages it cites, which tells whether the articles say so, not whether it is true."
    )


def signed(signature: Signature | None) -> str:
    """Return, for readers, which person answers for a version of a story; empty where nobody has signed any version of it."""
    if signature is None:
        return ""
    by, when = one_line(signature.by), day(signature.when)
    if signature.altered:
        return f"The record of who signed this story off was changed after it was written ({signature.altered}); it shows nothing."
    if not signature.stands:
        return f"This version is not signed off: the story has changed since {by} signed it off on {when}."
    edited = counted(len(signature.edits), "sentence") if signature.edits else "no sentence"
    return f"Read and signed off by {by} on {when}; {edited} edited by a person."


def signed_briefly(signature: Signature) -> str:
    """Return the same in a few words, for lists of stories."""
    if signature.altered:
        return "the record of its sign-off was changed"
    if not signature.stands:
        return "not signed off in this version"
    edits = f", {counted(len(signature.edits), 'sentence')} edited" if signature.edits else ""
    return f"signed off by {one_line(signature.by)}{edits}"


def disclosed(disclosure: str, signature: Signature | None) -> str:
    """Return how a story was made, for readers, with what a person did to it in the place of "No person has edited it."."""
    told = signed(signature)
    if not told:
        return disclosure
    return disclosure.replace(UNEDITED, told, 1) if UNEDITED in disclosure else f"{disclosure} {told}".strip()
