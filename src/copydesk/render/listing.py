"""The claims of a pile, for a terminal and as a table for spreadsheets."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from copydesk.records import ClaimsOutput, Differing, ListedClaim, StoryClaims, Unanswered
from copydesk.render import words
from copydesk.render.clean import excerpt, one_line
from copydesk.render.sheet import Part, Sheet, Styled
from copydesk.render.shelf import names_of

COLUMNS = (
    "story", "id", "text", "kind", "firmness", "modality", "speaker", "attribution", "independent_low", "independent_high",
    "outlets", "rests_on", "unnamed", "importance", "first_seen", "first_outlet", "new", "differs", "differs_with", "passages",
)  # fmt: skip
# With one of these a spreadsheet takes a cell for a formula, also behind the white space that it strips.
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_IDS = 14  # columns for id and origins

Names = Mapping[str, str]


def claims(output: ClaimsOutput, width: int = 80, colour: bool = False) -> str:  # noqa: FBT001, FBT002 -- named by all callers
    """Return the claims of each story as a table for a terminal.

    Args:
        output: The claims.
        width: Columns.
        colour: Whether colour may be used; without it there is no escape sequence in the text.
    """
    sheet = Sheet(width, colour)
    for one in output.stories:
        _story(sheet, one)
    if not output.stories:
        sheet.line("No claim is all that was asked for.")
    return sheet.text()


def _story(sheet: Sheet, one: StoryClaims) -> None:
    names, story = names_of(one.story.articles), one.story
    counts = f"{words.counted(len(story.articles), 'article')}, {words.origins(story.independent)}"
    shown = (
        words.counted(len(one.claims), "claim")
        if len(one.claims) == one.unnamed.of
        else f"{len(one.claims):,} of {one.unnamed.of:,} claims"
    )
    sheet.gap()
    sheet.line(Styled(f"Story {story.number}", "bold"), Styled(f" ({story.id}): {counts} · {shown}", "dim"))
    if one.unnamed.claims:
        sheet.line(Styled(words.on_unnamed(one.unnamed), "dim"))
    sheet.gap()
    if one.claims:
        sheet.line(Styled("Claim", "bold underline"), indent=_IDS, first="Id   Origins")
    for claim in one.claims:
        sheet.line(claim.text, indent=_IDS, first=f"{claim.id:<5}{_spread(claim)}")
        sheet.line(*_details(claim, names), indent=_IDS)
        for differing in claim.differs:
            sheet.line(Styled(f"differs: {_difference(differing)}", "yellow"), indent=_IDS)
    _unanswered(sheet, one.unanswered)


def _spread(claim: ListedClaim) -> str:
    low, high = claim.independent.low, claim.independent.high
    return f"{low}" if low == high else f"{low} to {high}"


def _details(claim: ListedClaim, names: Names) -> Sequence[Part]:
    put = f", “{claim.modality}”" if claim.modality else ""
    said = f" · said by {claim.speaker}" if claim.speaker else ""
    rests = [who for who in claim.rests_on if who != claim.speaker]
    behind = f" · rests on {words.listed(rests)}" if rests else ""
    outlets = ", ".join(dict.fromkeys(names[p.article_id] for p in claim.passages))
    seen = f" · since {words.day(claim.first_seen.when)}{' (new)' if claim.new else ''}" if claim.first_seen else ""
    return (Styled(f"{claim.kind}{put}{said}{behind} · {outlets}{seen}", "dim"),)


def _difference(differing: Differing) -> str:
    value = f", here {differing.value}" if differing.value else ""
    others = f", against {words.listed(differing.claim_ids)}" if differing.claim_ids else ""
    return f"{differing.topic}{value}{others}"


def _unanswered(sheet: Sheet, unanswered: Sequence[Unanswered]) -> None:
    for one in unanswered:
        sheet.line(
            Styled(f"No article says: {one.question}", "bold"), Styled(f" — {one.reason} ({', '.join(one.claim_ids)})", "dim")
        )


def table(output: ClaimsOutput) -> str:
    r"""Return the claims as CSV: one row each under the names of the columns, lines ended by `\r\n` (RFC 4180).

    No cell can be taken for a formula: what begins like one has an apostrophe before it. Every text is on one line.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in output.stories:
        names = names_of(one.story.articles)
        writer.writerows([cell(value) for value in _row(one, claim, names)] for claim in one.claims)
    return out.getvalue()


def cell(text: str) -> str:
    """Return a text as a cell that no spreadsheet computes."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line


def _row(one: StoryClaims, claim: ListedClaim, names: Names) -> Iterator[str]:
    yield from (str(one.story.number), claim.id, claim.text, claim.kind, claim.firmness or "", claim.modality or "")
    yield from (claim.speaker or "", claim.attribution or "", str(claim.independent.low), str(claim.independent.high))
    yield "; ".join(dict.fromkeys(names[p.article_id] for p in claim.passages))
    yield from ("; ".join(claim.rests_on), _yes(claim.unnamed), f"{claim.importance:.4f}")
    seen = claim.first_seen
    yield from (seen.when if seen else "", names[seen.article_id] if seen else "", _yes(claim.new))
    yield "; ".join(f"{d.topic}: {d.value}" if d.value else d.topic for d in claim.differs)
    yield "; ".join(dict.fromkeys(other for d in claim.differs for other in d.claim_ids))
    yield "; ".join(f"{names[p.article_id]} {p.start}-{p.end}: {excerpt(p.text, 600)}" for p in claim.passages)


def _yes(held: bool) -> str:  # noqa: FBT001 -- a field's value
    return "yes" if held else "no"
