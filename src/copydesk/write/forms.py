"""The forms a report can have, one entry each: which sections, in which order, of which lines, how many words.

    story      the inverted pyramid: what happened or is to happen first, then what others add
    brief      the same in at most a hundred words, as one piece without headings
    explainer  what happened, why it matters, what is known and what is not, what is next
    timeline   dated sentences in the order of time
    update     only what is new since an earlier dossier
    bulletin   a paragraph for each of many stories

Headline and dek stand above every form and are made in the same way. A section stands only where there is something in it.
"""

from collections.abc import Mapping

import msgspec

from copydesk.ports import Room, Shape


class Part(msgspec.Struct, frozen=True):
    """One section of a form.

    Attributes:
        heading: Its heading.
        roles: Which lines it takes: those that tell what `happened`, what is `expected`, why it `matters`, the `background`,
            what comes `next` on a known day, what somebody in the articles says is `open`; `differ`, where accounts differ, or
            `moved`, figures that are others than in an earlier dossier.
        leading: Whether it stands only where it holds the line the report opens with; else its lines go where their role is next.
        most: So many lines it takes; the others go where their role is next. None: all.
    """

    heading: str
    roles: tuple[str, ...]
    leading: bool = False
    most: int | None = None


class Form(msgspec.Struct, frozen=True):
    """One form.

    Attributes:
        words: How many words a report of this form has at most, headline and dek included; None: as the settings of `write` say.
        parts: Its sections in reading order; empty: those of the story, the one with the lead first.
        headed: Whether sections have headings; without, all is one section with an empty heading.
        differences: At most so many differences are told; None: as many as in a story.
        dated: Whether it is made of dated sentences in the order of time.
        opening: Whether its first section opens with the lead though the headline tells it.
    """

    words: int | None = None
    parts: tuple[Part, ...] = ()
    headed: bool = True
    differences: int | None = None
    dated: bool = False
    opening: bool = False


FORMS: Mapping[str, Form] = {
    "story": Form(),
    "brief": Form(words=100, headed=False, differences=1),
    "explainer": Form(
        words=450,
        opening=True,
        parts=(
            Part("What happened", ("happened",), most=4),
            Part("What was announced or is expected", ("expected",), leading=True),
            Part("Why it matters", ("archive",)),
            Part("What is known", ("happened", "matters", "background")),
            Part("What is not known", ("differ", "open")),
            Part("What is next", ("expected", "next")),
        ),
    ),
    "timeline": Form(words=450, differences=0, dated=True),
    "update": Form(
        words=200,
        parts=(
            Part("Figures that moved", ("moved",)),
            Part("What is new", ("happened", "matters", "background")),
            Part("Where accounts differ", ("differ",)),
            Part("What is next", ("expected", "next")),
        ),
    ),
    "bulletin": Form(words=90, headed=False, differences=0),
}


def parts_of(form: Form, headings: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the sections that a writer fills; none where the form is one piece.

    What only earlier dossiers fill is not among them.

    Args:
        form: The form.
        headings: Heading of each of a story's sections, by its key.
    """
    if not form.headed or form.dated:
        return ()
    own = form.parts or tuple(Part(heading, (key,)) for key, heading in headings.items())
    return tuple(part for part in own if part.roles != ("archive",))


def shapes(headings: Mapping[str, str]) -> dict[str, Shape]:
    """Return what each form asks of a writer that does not know this table.

    Args:
        headings: Heading of each of a story's sections, by its key.
    """
    return {
        name: Shape(
            rooms=tuple(Room(p.heading, p.roles, p.most, p.leading) for p in parts_of(form, headings)),
            differences=form.differences,
            dated=form.dated,
        )
        for name, form in FORMS.items()
    }
