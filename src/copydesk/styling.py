"""House style around write and gate: outlets go by the house's names, and what changes no word is set behind the check."""

from collections.abc import Mapping

from msgspec.structs import replace

from copydesk.ports import Writer
from copydesk.records import Lineage, Marked, Material, Origin, Report, Section, Sentence
from copydesk.text.fold import folded
from copydesk.write.banned import Censored
from copydesk.write.casing import cased
from copydesk.write.spelling import redated, spelled
from copydesk.write.style import Style


def housed(material: Material, style: Style) -> Material:
    """Return a story's articles with outlets, also credited ones, under the names that the house gives them."""
    if not style.outlets:
        return material
    names = {folded(name): house for name, house in style.outlets.items()}
    articles = tuple(renamed(marked, names) for marked in material.articles)
    return replace(material, articles=articles, lineage=credited(material.lineage, names))


def renamed(marked: Marked, names: Mapping[str, str]) -> Marked:
    """Return an article with its outlet and those it credits under other names."""
    article, marks = marked.article, marked.marks
    return Marked(
        article=replace(
            article,
            outlet=named(article.outlet, names),
            markup_credits=tuple(named(name, names) or name for name in article.markup_credits),
        ),
        marks=replace(marks, credits=tuple(replace(c, name=named(c.name, names) or c.name) for c in marks.credits)),
    )


def credited(lineage: Lineage, names: Mapping[str, str]) -> Lineage:
    """Return a lineage with credited outlets under other names."""
    origins: tuple[Origin, ...] = tuple(replace(o, credited=named(o.credited, names)) for o in lineage.origins)
    return replace(lineage, origins=origins)


def named(name: str | None, names: Mapping[str, str]) -> str | None:
    """Return an outlet's name as the house writes it."""
    return names.get(folded(name), name) if name else name


def held_to(writer: Writer, style: Style) -> Writer:
    """Return a writer that uses none of the words that the house bans."""
    return Censored(writer, style.banned) if style.banned else writer


def styled(report: Report, material: Material, style: Style) -> Report:
    """Return a checked report in the house's spelling, its headline in the house's case: neither changes a word."""
    if (style.spelling, style.headline, style.month_first) == ("articles", "sentence", None):
        return report
    mentions = (m.article.text[n.start : n.end] for m in material.articles for n in m.marks.names if n.mention != "pronoun")
    names = frozenset(word for mention in mentions for word in mention.split())

    def own(sentence: Sentence) -> Sentence:
        text = redated(spelled(sentence.text, style.spelling, names), month_first=style.month_first)
        return replace(sentence, text=text)

    headline = own(report.headline)
    sections = tuple(Section(heading=s.heading, sentences=tuple(own(one) for one in s.sentences)) for s in report.sections)
    return replace(
        report, headline=replace(headline, text=cased(headline.text, style.headline)), dek=own(report.dek), sections=sections
    )
