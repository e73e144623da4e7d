"""A drawing of lines with inks, or plain text, that scrolls where it does not fit."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from journal.app.messages import DrawingClicked
from journal.app.widgets.clickable_text import Notice
from journal.terminal import on_screen

if TYPE_CHECKING:
    from journal.charts.styled_text import Line

STYLES = {
    "": "",
    "dim": "$text-muted",
    "bold": "bold",
    "first": "$text-accent",
    "second": "$text-secondary",
    "mark": "$text-warning",
    "shade1": "$text-accent",
    "shade2": "$text-accent",
    "shade3": "$text-accent",
    "shade4": "bold $text-accent",
}
"""Ink -> the theme's own colours, which read on its background. What they tell is told by signs too."""


class Drawing(VerticalScroll):
    """Shows what it is given; up and down scroll."""

    can_focus = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "line(-1)", "Up", show=False, id="drawing.up"),
        Binding("down", "line(1)", "Down", show=False, id="drawing.down"),
        Binding("pageup", "page_up", "Page up", show=False, id="drawing.pageup"),
        Binding("pagedown", "page_down", "Page down", show=False, id="drawing.pagedown"),
    ]

    def compose(self) -> ComposeResult:
        yield Notice(classes="drawn")

    @property
    def text(self) -> str:
        return self.query_one(Notice).text

    def action_line(self, by: int) -> None:
        """At once: while it moves smoothly, a key that repeats would be lost."""
        self.scroll_to(y=self.scroll_target_y + by, animate=False, immediate=True)

    def on_click(self, event: events.Click) -> None:
        notice = self.query_one(Notice).region
        self.post_message(DrawingClicked(event.screen_x - notice.x, event.screen_y - notice.y))

    def show(self, lines: "Iterable[Line]") -> None:
        """Lines of a picture."""
        parts, plain = [], []
        for line in lines:
            spans = [(on_screen(span.text), STYLES[span.ink]) for span in line]
            parts.append(Content.assemble(*((text, style) if style else text for text, style in spans)))
            plain.append("".join(text for text, _ in spans))
        notice = self.query_one(Notice)
        notice.text = "\n".join(plain)
        notice.update(Content("\n").join(parts))
        self.scroll_home(animate=False)

    def show_text(self, lines: Iterable[str]) -> None:
        """Lines of plain text."""
        self.query_one(Notice).say("\n".join(lines))
        self.scroll_home(animate=False)
