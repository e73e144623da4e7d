"""About me: what a doctor asks once, and what is to be asked of the doctor. Each line may stay empty."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import terminal
from journal.app.calm_diary import ABOUT_LINES, QUESTIONS
from journal.app.messages import DiaryChanged, RowChosen
from journal.app.models.form_field import Field
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.form import FormDialog
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow

if TYPE_CHECKING:
    from journal.app.main import JournalApp

ABOUT = "Enter changes a line. Each may stay empty; what stands here leaves only with an export or a report."
ASK = "may I go on lifting?"


class AboutMeDialog(Dialog):
    """A row for each line, then one for each question."""

    dialog = "about"
    heading = "About me"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close", id="dialog.close")]
    AUTO_FOCUS = "#about-lines"

    def __init__(self) -> None:
        super().__init__()
        self.profile: Mapping[str, str] = {}

    def body(self) -> ComposeResult:
        yield RowTable(id="about-lines")
        yield Notice(ABOUT, id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.load()

    @on(DiaryChanged)
    def load(self) -> None:
        self.read(self.journal.diary.calm.profile, self.show, holds_keys=True)

    def show(self, profile: Mapping[str, str]) -> None:
        self.profile = profile
        rows = []
        for line in ABOUT_LINES:
            value = profile.get(line.key, "")
            rows.append(TableRow(line.key, line.label, terminal.on_one_line(value) or "nothing said", quiet=not value))
        questions = profile.get(QUESTIONS, "").splitlines()
        to_ask = [TableRow((number,), "", terminal.on_one_line(text)) for number, text in enumerate(questions)]
        to_ask.append(TableRow((len(questions),), "", "add a question …", quiet=True))
        rows += [to_ask[0]._replace(label="To ask"), *to_ask[1:]]
        self.query_one("#about-lines", RowTable).show(rows)

    @on(RowChosen)
    def change(self, message: RowChosen) -> None:
        calm = self.journal.diary.calm
        if isinstance(message.key, tuple):
            (number,) = message.key
            before = self.profile.get(QUESTIONS, "")
            questions = [*before.splitlines(), ""]
            field = Field("value", "To ask", questions[number], f"{ASK} Empty: none")

            def keep_question(values: Mapping[str, str]) -> None:
                questions[number] = values["value"].strip()
                calm.set_profile(QUESTIONS, "\n".join(filter(None, questions)), before)

            self.app.push_screen(FormDialog("A question for the doctor", (field,), keep_question), self._stored)
            return
        line = next(line for line in ABOUT_LINES if line.key == message.key)
        present = self.profile.get(line.key, "")
        field = Field("value", line.label, present, line.example)

        def keep(values: Mapping[str, str]) -> None:
            calm.set_profile(line.key, values["value"], present)

        self.app.push_screen(FormDialog("About me", (field,), keep), self._stored)

    def _stored(self, done: object) -> None:
        if done:
            self.say_changed("Stored · ^z undoes it")


def open_about_me(app: "JournalApp") -> None:
    app.push_screen(AboutMeDialog())
