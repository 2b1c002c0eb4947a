"""Who has run a text, for a terminal."""

from copydesk.records import Found, FoundOutput
from copydesk.render import words
from copydesk.render.clean import excerpt
from copydesk.render.sheet import Part, Sheet, Styled

_STYLES = {"copy": "bold red", "edited": "bold yellow", "partial": "bold"}
_KINDS = {"copy": "the whole text", "edited": "most of it", "partial": "part of it"}
_SHOWN = 3  # passages of an article
_LONG = 100  # code points of a passage


def found(output: FoundOutput, width: int = 80, colour: bool = False) -> str:  # noqa: FBT001, FBT002 -- named by all callers
    """Return the articles that have a text or part of it for a terminal.

    Args:
        output: What was found.
        width: Columns.
        colour: Whether colour may be used.
    """
    sheet = Sheet(width, colour)
    searched = f"{output.articles:,} articles"
    if not output.found:
        sheet.line(f"None of {searched} has this text, nor 20 words of it in one passage.")
        return sheet.text()
    sheet.line(Styled(f"{words.counted(len(output.found), 'article')} of {output.articles:,} searched", "bold"))
    for one in output.found:
        _article(sheet, one)
    return sheet.text()


def _article(sheet: Sheet, one: Found) -> None:
    """Write one article: how much of the text it has, where it is, and the longest passages."""
    when = words.day(one.published[:10]) if one.published else None
    kind = Styled(_KINDS[one.kind], _STYLES[one.kind])
    shares = f": {words.percent(one.overlap)} of the text, {words.percent(one.overlap_there)} of the article"
    unsure = "; too short, or all quotes, to say more" if one.dependence == "unclear" and one.kind != "partial" else ""
    sheet.gap()
    sheet.line(Styled(" · ".join(part for part in (one.outlet, when, one.id) if part), "underline"))
    parts: list[Part] = [kind, f"{shares}{unsure}"]
    sheet.line(*parts, indent=2)
    longest = sorted(one.passages, key=lambda passage: -passage.words)[:_SHOWN]
    for passage in longest:
        sheet.line(f"{words.counted(passage.words, 'word')}: “{excerpt(passage.text, _LONG)}”", indent=4)
    if len(one.passages) > len(longest):
        sheet.line(f"and {words.counted(len(one.passages) - len(longest), 'passage')} more", indent=4)
