"""A page to be read over a room: lines with inks and their text twin, or a chapter of the guide."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from journal import terminal
from journal.app.screens.base import Dialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordBar, WordFlow
from journal.app.widgets.drawing import Drawing
from journal.guide import chapter

if TYPE_CHECKING:
    from journal.app.main import JournalApp
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
    """A chapter of the guide. Its links, by a click or by their digit, lead to other chapters, and Backspace back."""

    PANELS: ClassVar[Mapping[str, str]] = {"chapter": "the chapter"}
    HELP = "A digit or a click opens what the text refers to; Backspace goes back. c shows all chapters."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close", id="dialog.close"),
        Binding("backspace,left", "back", "Back", key_display="⌫", id="chapter.back"),
        Binding("c", "contents", "Contents", id="chapter.contents", tooltip="All chapters, and a search"),
        Binding("up", "scroll(-1)", "Up", show=False, id="chapter.up"),
        Binding("down", "scroll(1)", "Down", show=False, id="chapter.down"),
        Binding("space", "scroll_page", "Page down", show=False, id="chapter.page"),
        *(Binding(f"{n}", f"follow({n})", f"Link {n}", show=False, id=f"chapter.link{n}") for n in range(1, 10)),
    ]
    AUTO_FOCUS = "#chapter"

    def __init__(self, slug: str, heading: str = "") -> None:
        """A chapter, from a heading on if there is one."""
        super().__init__()
        self.trail = [slug]
        """The chapters that were opened one from the other; the last one is shown."""
        self.heading = heading

    @property
    def slug(self) -> str:
        return self.trail[-1]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            with VerticalScroll(id="chapter"):
                yield Markdown(_below_title(self.slug), open_links=False)
            yield WordFlow(id="links", gap=2)
            yield Notice(id="notice")
        yield WordBar(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#notice").display = False
        self._show_place()
        if self.heading:
            self.call_after_refresh(self._go_to_heading)

    def _go_to_heading(self) -> None:
        headings = self.query("MarkdownHeader").results(Static)
        target = next((each for each in headings if str(each.render()) == self.heading), None)
        if target:
            target.scroll_visible(top=True, animate=False)

    def _show_place(self) -> None:
        """What the frame and the bars say of the chapter."""
        present = chapter.chapter(self.slug)
        self.query_one(".dialog").border_title = Content(present.title)
        self.query_one("#links", WordFlow).show(
            [
                ClickableWord(f"{number} {chapter.chapter(slug).title}", f"open:{slug}")
                for number, slug in enumerate(present.links, 1)
            ]
        )
        self.refresh_bindings()

    async def open_chapter(self, slug: str) -> None:
        if slug != self.slug:
            self.trail.append(slug)
            await self._turn()

    async def _turn(self) -> None:
        await self.query_one(Markdown).update(_below_title(self.slug))
        self.query_one("#chapter", VerticalScroll).scroll_home(animate=False)
        self._show_place()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return len(self.trail) > 1 if action == "back" else super().check_action(action, parameters)

    async def action_back(self) -> None:
        self.trail.pop()
        await self._turn()

    async def action_follow(self, number: int) -> None:
        links = chapter.chapter(self.slug).links
        if number <= len(links):
            await self.open_chapter(links[number - 1])

    @on(Markdown.LinkClicked)
    async def follow_clicked(self, message: Markdown.LinkClicked) -> None:
        await self.open_chapter(message.href.removesuffix(".md"))

    async def clicked(self, command: str) -> None:
        kind, _, name = command.partition(":")
        if kind == "open":
            await self.open_chapter(name)

    def action_contents(self) -> None:
        self.journal.go("guide")

    def action_scroll(self, by: int) -> None:
        page = self.query_one("#chapter", VerticalScroll)
        page.scroll_relative(y=by, animate=False)

    def action_scroll_page(self) -> None:
        self.query_one("#chapter", VerticalScroll).scroll_page_down(animate=False)


async def get_help(app: "JournalApp") -> None:
    """When to get help, over whatever is open; what is being typed stays as it is."""
    if isinstance(app.screen, ChapterDialog):
        await app.screen.open_chapter(chapter.HELP)
    else:
        app.push_screen(ChapterDialog(chapter.HELP))


def _below_title(slug: str) -> str:
    """A chapter without its title, which stands in the frame."""
    return chapter.chapter(slug).text.partition("\n")[2]
