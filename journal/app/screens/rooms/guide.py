"""The guide: its contents, and a search; a chapter opens over it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from journal.app.messages import RowChosen
from journal.app.screens.base import ROOMS_CSS, Room
from journal.app.screens.dialogs.reader import ChapterDialog
from journal.app.screens.searched_list import SearchedList
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.line_input import LineInput
from journal.app.widgets.table import RowTable, TableRow
from journal.guide import chapter, lookup

HINT = "coffee, eyelid, magnesium"


class GuideScreen(SearchedList, Room):
    """All chapters, or the passages that hold what is typed."""

    HELP = (
        "What twitches are, what is known of their causes, and when to see a doctor.\n"
        "Enter or a click opens a chapter. Type to search in all of them; Escape clears the search."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Clear, then today", id="guide.back", show=False),
    ]
    FIELD = "#filter"
    LIST = AUTO_FOCUS = "#chapters"
    CSS_PATH = ROOMS_CSS
    room = "guide"

    def body(self) -> ComposeResult:
        *about, sources = map(lookup.prose, chapter.first_page().split("\n\n")[1:])
        yield Notice("\n".join(about), id="about")
        yield Notice(sources, id="sources")
        with Horizontal(id="filter-line"):
            yield Notice("Search: ", classes="prompt")
            yield LineInput(id="filter", placeholder=HINT)
        yield RowTable(id="chapters", typing=True, empty="The guide does not speak of it. Escape shows all chapters.")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.search()

    @on(LineInput.Changed, "#filter")
    def search(self) -> None:
        query = self.field.value
        table = self.query_one("#chapters", RowTable)
        self.query("#about, #sources").set_class(
            bool(query.strip()), "-away"
        )  # a small screen has room for one of them
        if query.strip():
            rows = [
                TableRow((each.chapter.slug, each.heading, each.text, number), "", each.chapter.title, each.in_words)
                for number, each in enumerate(lookup.passages(query))
            ]
        else:
            rows = [TableRow((each.slug, "", "", 0), "", each.title, each.summary) for each in chapter.chapters()]
        table.show(rows)
        table.action_end(-1)

    @on(RowChosen, "#chapters")
    def open_chapter(self, message: RowChosen) -> None:
        slug, heading, passage, _ = message.key
        self.app.push_screen(ChapterDialog(slug, heading, passage))

    # ---- moving --------------------------------------------------------------------------------

    @on(LineInput.Submitted, "#filter")
    def submitted(self) -> None:
        self.into_list()

    def action_back(self) -> None:
        if self.field.value:
            self.field.value = ""
            self.into_list()
        else:
            self.journal.go("today")
