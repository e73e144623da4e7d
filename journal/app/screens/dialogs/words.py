"""?: every word that a line may say, found as one types; Enter begins a line with it."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from journal import terminal
from journal.app import keys
from journal.app.messages import RowChosen
from journal.app.models import word_list
from journal.app.models.word_list import ListedWord
from journal.app.screens.base import Dialog
from journal.app.screens.searched_list import SearchedList
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.line_input import LineInput
from journal.app.widgets.table import RowTable, TableRow
from journal.catalog.lexicon import Lexicon

if TYPE_CHECKING:
    from journal.app.main import JournalApp

NO_WORD = (
    "No word is like this. Settings takes words of your own; what stands in quotes is a note and may say anything."
)


class WordsDialog(SearchedList, Dialog):
    """A search, and the words in which it is found."""

    dialog = "words"
    heading = "Words"
    FRAME = "tall"
    HELP = "Type to search. Enter begins a line with the word; nothing is stored before Enter there."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", "Close", id="dialog.close")]
    FIELD = AUTO_FOCUS = "#search"
    LIST = "#words"

    def __init__(self) -> None:
        super().__init__()
        self.words: list[ListedWord] = []

    def body(self) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Notice("Search:", classes="prompt")
            yield LineInput(id="search", placeholder="calf, coffee, stress ...")
        yield RowTable(id="words", verb="Begin a line", typing=True, empty=NO_WORD)
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.read(self.journal.diary.lexicon, self.show, holds_keys=True)

    def show(self, lexicon: Lexicon) -> None:
        self.words = word_list.vocabulary(lexicon)
        self.search()

    @on(LineInput.Changed, "#search")
    def search(self) -> None:
        query = self.field.value
        rows = [] if query.strip() else [TableRow("help", "", keys.GET_HELP.description, keys.GET_HELP.tooltip)]
        rows += [
            TableRow(word.begins, word.kind, terminal.on_one_line(word.begins), terminal.on_one_line(word.note))
            for word in word_list.matching(self.words, query)
        ]
        table = self.query_one("#words", RowTable)
        table.show(rows)
        table.action_end(-1)
        self.show_keys()

    @on(LineInput.Submitted, "#search")
    def choose_first(self) -> None:
        self.query_one("#words", RowTable).action_choose()

    @on(RowChosen, "#words")
    def choose(self, message: RowChosen) -> None:
        if message.key == "help":
            self.journal.action_get_help()
            return
        self.journal.begin_line(message.key)

    @property
    def clears_first(self) -> bool:
        return bool(self.field.value)

    def action_back(self) -> None:
        if self.field.value:
            self.field.value = ""
            self.field.focus()
        else:
            self.dismiss(None)


def open_words(app: "JournalApp") -> None:
    """Show the list over the screen in front."""
    app.push_screen(WordsDialog())
