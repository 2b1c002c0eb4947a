"""A record of sign-offs as a chain: each holds a digest of itself and that of the one before, so that a change of one shows.

It shows careless and partial changes. Whoever may write the file can write all of it anew, and taking away the last sign-offs
leaves a chain that is whole: no key is involved, and who signed is what they said.
"""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from copydesk.records import SignOff, SignOffs


def chained(sign_off: SignOff, before: Sequence[SignOff], story_id: str) -> SignOff:
    """Return a sign-off with the digest of the one before it and its own.

    Args:
        sign_off: The new one.
        before: Those in the record; of ones that were not chained yet the digest is reckoned.
        story_id: The story that is signed.
    """
    linked = replace(sign_off, before=digest_of(before[-1], story_id) if before else "", digest="")
    return replace(linked, digest=digest_of(linked, story_id))


def digest_of(sign_off: SignOff, story_id: str) -> str:
    """Return the SHA-256 of a sign-off of a story: its JSON without its own digest and without empty fields, keys in order."""
    told = {"story_id": story_id, **told_by(msgspec.to_builtins(replace(sign_off, digest="")))}
    return hashlib.sha256(msgspec.json.encode(told, order="deterministic")).hexdigest()


def told_by(value: Any) -> Any:  # noqa: ANN401 -- any JSON
    """Return JSON without what is empty: a field that a later version adds must not change the digests of earlier records."""
    if isinstance(value, dict):
        return {key: told_by(one) for key, one in value.items() if one not in (None, "", [], (), {})}
    return [told_by(one) for one in value] if isinstance(value, list | tuple) else value


def altered(sign_offs: SignOffs) -> str:
    """Return what in a record was changed after it was written; empty where the chain is whole or none was made yet."""
    chain = False
    for number, one in enumerate(sign_offs.signed, start=1):
        if not one.digest and not one.before and not chain:
            continue  # from before records were chained
        chain = True
        if one.digest != digest_of(one, sign_offs.story_id):
            return f"sign-off {number} is not as it was signed"
        if one.before != (digest_of(sign_offs.signed[number - 2], sign_offs.story_id) if number > 1 else ""):
            return f"the sign-off before number {number} was changed, taken out or put in"
    return ""


def entries(sign_offs: SignOffs | None) -> Iterator[str]:
    """Yield each sign-off of a record in a line: who, when, on which version, and whether it is part of the chain."""
    for number, one in enumerate(sign_offs.signed if sign_offs else (), start=1):
        edits = f", {len(one.edits)} edited" if one.edits else ""
        unchained = "" if one.digest else ", not chained"
        yield f"{number}. {one.by}, {one.when}, version {one.sha256[:12]}{edits}{unchained}"
