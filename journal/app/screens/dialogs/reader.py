"""A page to be read over a room: lines with inks and their text twin, or a chapter of the guide."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from journal import terminal
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.drawing import Drawing
from journal.guide import chapter
from journal.guide.typeset import line_of, linked_by_title, typeset

if TYPE_CHECKING:
    from journal.app.main import JournalApp
    from journal.charts.styled_text import Line

Drawn = tuple[str, "list[Line]", list[str]]
"""A title, lines of a picture, and the same as text."""


ABOVE = 6
"""Lines in sight above a passage, of what it stands under."""


class LinesDialog(Dialog):
    """Lines made for the width that there is; `t` shows the same as text."""

    FRAME = "tall"
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

    def body(self) -> ComposeResult:
        yield Drawing(id="drawing")
        yield Notice(id="notice")

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
    """A chapter of the guide. Its links, by a click or by their digit, lead to other chapters, and Backspace back."""

    FRAME = "tall"
    HELP = "A digit or a click opens another chapter that this one names; Backspace goes back. c shows all chapters."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close", id="dialog.close"),
        Binding("backspace,left", "back", "Back", key_display="⌫", id="chapter.back"),
        Binding("c", "contents", "Contents", id="chapter.contents", tooltip="All chapters, and a search"),
        Binding("space", "page", "Page down", show=False, id="chapter.page"),
        *(Binding(f"{n}", f"follow({n})", f"Link {n}", show=False, id=f"chapter.link{n}") for n in range(1, 10)),
    ]
    AUTO_FOCUS = "#drawing"

    def __init__(self, slug: str, section: str = "", passage: str = "") -> None:
        """A chapter, from the heading of a section on if there is one, or from a passage in it."""
        super().__init__()
        self.trail = [slug]
        """The chapters that were opened one from the other; the last one is shown."""
        self.section, self.passage = section, passage
        self.emergency = ""
        self._columns = 0

    @property
    def slug(self) -> str:
        return self.trail[-1]

    def body(self) -> ComposeResult:
        yield Drawing(id="drawing")
        yield WordFlow(id="links", gap=2)
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#notice").display = False
        self.read(self.journal.diary.calm.emergency, self._show_number, "emergency")

    def _show_number(self, emergency: str) -> None:
        """What needs a call stands there at once; the number that was set takes its place when it was read."""
        if emergency:
            self.emergency = emergency
            if self._columns:
                self.show_chapter()

    def say(self, text: str, manner: str = "") -> None:
        self.query_one("#notice").display = True
        super().say(text, manner)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        columns = self.query_one("#drawing", Drawing).scrollable_content_region.width
        if columns > 0 and columns != self._columns:
            self._columns = columns
            self.show_chapter()

    def show_chapter(self) -> None:
        """The chapter without its title, which stands in the frame, and the chapters that it names."""
        present = chapter.chapter(self.slug)
        text = linked_by_title(chapter.text(self.slug, self.emergency).partition("\n")[2])
        lines = [*typeset(text, self._columns)]
        self.query_one(".dialog").border_title = Content(present.title)
        drawing = self.query_one("#drawing", Drawing)
        drawing.show(lines)
        line = line_of(self.section, lines)
        if self.passage:
            line = max(line, line_of(self.section, lines, self.passage) - ABOVE)
        if line:
            drawing.call_after_refresh(drawing.scroll_to, y=line, animate=False)
        links = [chapter.chapter(slug) for slug in present.links]
        row = self.query_one("#links", WordFlow)
        row.show(
            [ClickableWord(each.title, f"open:{each.slug}", key=str(number)) for number, each in enumerate(links, 1)]
        )
        row.display = bool(links)
        self.refresh_bindings()

    def open_chapter(self, slug: str) -> None:
        if slug != self.slug:
            self.trail.append(slug)
            self.section = self.passage = ""
            self.show_chapter()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return len(self.trail) > 1 if action == "back" else super().check_action(action, parameters)

    def action_back(self) -> None:
        self.trail.pop()
        self.show_chapter()

    def action_follow(self, number: int) -> None:
        links = chapter.chapter(self.slug).links
        if number <= len(links):
            self.open_chapter(links[number - 1])

    async def clicked(self, command: str) -> None:
        kind, _, slug = command.partition(":")
        if kind == "open":
            self.open_chapter(slug)

    def action_contents(self) -> None:
        self.journal.go("guide")

    def action_page(self) -> None:
        self.query_one("#drawing", Drawing).scroll_page_down(animate=False)


def get_help(app: "JournalApp") -> None:
    """When to get help, over whatever is open; what is being typed stays as it is."""
    if isinstance(app.screen, ChapterDialog):
        app.screen.open_chapter(chapter.HELP)
    else:
        app.push_screen(ChapterDialog(chapter.HELP))
