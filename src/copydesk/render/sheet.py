"""A sheet of terminal text: lines of given width, with or without colour, built with rich and returned as one string."""

from io import StringIO
from typing import NamedTuple

from copydesk.render.clean import one_line

NARROWEST = 40


class Styled(NamedTuple):
    """Words with a rich style, such as `bold` or `dim`."""

    text: str
    style: str


Part = str | Styled


class Sheet:
    """Collects lines; pure in effect, since it writes to memory alone and asks neither the terminal nor the environment.

    Args:
        width: Columns; never fewer than 40 are used.
        colour: Whether escape sequences for colour may be written.
    """

    def __init__(self, width: int, colour: bool) -> None:  # noqa: FBT001 -- named by all callers
        from rich.console import Console  # noqa: PLC0415 -- slow to import

        self._out = StringIO()
        self._console = Console(
            file=self._out,
            width=max(width, NARROWEST),
            color_system="standard" if colour else None,
            force_terminal=colour,
            no_color=not colour,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            _environ={},
        )

    def heading(self, text: str) -> None:
        """Write a heading with an empty line before it."""
        self.gap()
        self.line(Styled(text, "bold underline"))

    def line(self, *parts: Part, indent: int = 0, first: str = "") -> None:
        """Write words that wrap at the width.

        Args:
            parts: The words, each as it is or with a style; every text is cleaned and made one line.
            indent: Columns to the left of all lines.
            first: What stands in the indent of the first line, such as `[12]`.
        """
        from rich.padding import Padding  # noqa: PLC0415 -- slow to import
        from rich.table import Table  # noqa: PLC0415 -- slow to import
        from rich.text import Text  # noqa: PLC0415 -- slow to import

        words = Text(overflow="fold")
        for part in parts:
            text, style = part if isinstance(part, Styled) else (part, "")
            lead, trail = text[:1].isspace(), text[-1:].isspace() and len(text) > 1
            words.append(f"{' ' * lead}{one_line(text)}{' ' * trail}", style)
        if not first:
            self._console.print(Padding(words, (0, 0, 0, indent)))
            return
        grid = Table.grid(padding=0)
        grid.add_column(width=indent, no_wrap=True)
        grid.add_column()
        grid.add_row(Text(one_line(first), style="dim"), words)
        self._console.print(grid)

    def gap(self) -> None:
        """Write an empty line."""
        self._console.print()

    def text(self) -> str:
        """Return what was written, without white space at the ends of lines."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().splitlines()).strip("\n") + "\n"
