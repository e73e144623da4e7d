"""A page to be read over a room: lines with inks and their text twin, or a chapter of the guide."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown

from journal import terminal
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import Notice, WordBar
from journal.app.widgets.drawing import Drawing

if TYPE_CHECKING:
    from journal.charts.styled_text import Line

Drawn = tuple[str, "list[Line]", list[str]]
"""A title, lines of a picture, and the same as text."""


class LinesDialog(Dialog):
    """Lines made for the width that there is; `t` shows the same as text."""

    PANELS: ClassVar[Mapping[str, str]] = {"drawing": "the picture"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "text", "As text", id="lines.text"),
        Binding("escape,q", "dismiss(None)", "Close", id="dialog.close"),
    ]
    AUTO_FOCUS = "#drawing"

    def __init__(self, title: str, make: Callable[[int], Drawn], as_text: bool = False) -> None:
        super().__init__()
        self.heading, self.make, self.as_text = title, make, as_text
        self.drawn: Drawn | None = None
        self._columns = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall") as box:
            box.border_title = Content(self.heading)
            yield Drawing(id="drawing")
            yield Notice(id="notice")
        yield WordBar(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        self.say("Reading …", "quiet")

    def on_resize(self) -> None:
        self.call_after_refresh(self.load)

    def load(self) -> None:
        columns = self.query_one("#drawing", Drawing).scrollable_content_region.width
        if columns > 0 and columns != self._columns:
            self._columns = columns
            self.read(lambda: self.make(columns), self.show)

    def show(self, drawn: Drawn) -> None:
        self.drawn = drawn
        title, lines, text = drawn
        self.query_one(".dialog").border_title = Content(terminal.on_one_line(title))
        drawing = self.query_one("#drawing", Drawing)
        if self.as_text:
            drawing.show_text(text)
        else:
            drawing.show(lines)
        self.say("")

    def action_text(self) -> None:
        self.as_text = not self.as_text
        if self.drawn:
            self.show(self.drawn)


class ChapterDialog(Dialog):
    """A chapter of the guide."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", "Up", show=False, id="chapter.up"),
        Binding("down", "scroll(1)", "Down", show=False, id="chapter.down"),
        Binding("escape,q", "dismiss(None)", "Close", id="dialog.close"),
    ]
    AUTO_FOCUS = "#chapter"

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.heading, self.text = title, text

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall") as box:
            box.border_title = Content(self.heading)
            with VerticalScroll(id="chapter"):
                yield Markdown(self.text, open_links=False)
        yield WordBar(id="keys")

    def action_scroll(self, by: int) -> None:
        page = self.query_one("#chapter", VerticalScroll)
        page.scroll_relative(y=by, animate=False)
