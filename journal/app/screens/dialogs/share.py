"""Share: a page, a message or files, looked at first, and what is not in it, before it is written."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import terminal
from journal.app.messages import RowChosen
from journal.app.models import share_model
from journal.app.models.form_field import Field
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.form import FormDialog
from journal.app.screens.dialogs.pick import Pick, ask
from journal.app.screens.dialogs.reader import Drawn, LinesDialog
from journal.app.share_diary import KINDS, ShareChoice, ShareSummary
from journal.app.widgets.clickable_text import Notice
from journal.app.widgets.table import RowTable, TableRow

if TYPE_CHECKING:
    from journal.charts.styled_text import Line

ABOUT = "Enter changes a row. Nothing is written before you say so."


class ShareDialog(Dialog):
    """Each row is a choice; the parts are switches. What is written replaces nothing."""

    heading = "Share"
    FRAME = "tall"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="dialog.close"),
        Binding("p", "preview", "Look", id="share.preview"),
        Binding("w", "write", "Write", id="share.write"),
    ]
    AUTO_FOCUS = "#share-rows"
    HELP = "Enter changes a row, or switches a part in and out. p shows all that would leave, w writes it."
    room = "share"

    def __init__(self) -> None:
        super().__init__()
        self.choice = ShareChoice()
        self.summary: ShareSummary | None = None

    def body(self) -> ComposeResult:
        yield RowTable(id="share-rows", verb="Pick")
        yield Notice(ABOUT, id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.choose(self.choice)

    def choose(self, choice: ShareChoice | None) -> None:
        """Show what is chosen now; what of it is read from the diary follows."""
        if choice:
            self.choice = choice
            self._show_rows()
            self.read(partial(self.journal.diary.sharing.summary, choice), self.show, holds_keys=True)

    def show(self, summary: ShareSummary) -> None:
        self.summary = summary
        self._show_rows()

    def _show_rows(self) -> None:
        self.query_one("#share-rows", RowTable).show(share_model.rows(self.choice, self.summary))

    @on(RowChosen)
    def change(self, message: RowChosen) -> None:
        key = str(message.key)
        self.say("")
        if key.startswith(share_model.PART):
            self.choose(share_model.switched(self.choice, key.removeprefix(share_model.PART)))
        else:
            getattr(self, f"_change_{key}")()

    def _change_kind(self) -> None:
        rows = [TableRow(kind, "", text) for kind, text in KINDS.items()]
        self._pick("What is to leave?", rows, "kind")

    def _change_period(self) -> None:
        self._pick("Which days?", share_model.period_rows(self.choice, self.summary), "period")

    def _change_paper(self) -> None:
        self.choose(self.choice._replace(paper="letter" if self.choice.paper == "a4" else "a4"))

    def _pick(self, title: str, rows: list[TableRow], field: str) -> None:
        def picked(value: Any) -> None:
            if value == "other":
                self.call_later(self._ask, "Which days?", ("since", "until"))
            else:
                self.choose(self.choice._replace(**{field: value, **({"place": ""} if field == "kind" else {})}))

        ask(self, Pick(title, rows, present=getattr(self.choice, field)), picked)

    def _change_who(self) -> None:
        self._ask("Who is it?", ("name", "born"))

    def _change_place(self) -> None:
        self._ask("Where to?", ("place",))

    def _ask(self, title: str, names: tuple[str, ...]) -> None:
        """A form for fields of the choice; what cannot be read is refused there."""
        choice, sharing = self.choice, self.journal.diary.sharing

        def keep(values: dict[str, str]) -> ShareChoice:
            period = {"period": "other"} if "since" in names else {}
            changed = ShareChoice(**(choice._asdict() | values | period))
            sharing.summary(changed)
            return changed

        present = choice._asdict() | ({"place": str(self.summary.place)} if self.summary else {})
        fields = [Field(name, FIELDS[name][0], present[name], FIELDS[name][1]) for name in names]
        self.app.push_screen(FormDialog(title, fields, keep, FORM_HELP[title], "take it"), self.choose)

    def action_preview(self) -> None:
        choice, sharing = self.choice, self.journal.diary.sharing

        def make(columns: int) -> Drawn:
            lines: list[Line] = sharing.preview(choice, columns)
            return KINDS[choice.kind], lines, ["".join(span.text for span in spans) for spans in lines]

        self.app.push_screen(LinesDialog(KINDS[choice.kind], make))

    def action_write(self) -> None:
        self.write(partial(self.journal.diary.sharing.write, self.choice), self.written)

    _change_preview, _change_write = action_preview, action_write

    def written(self, path: Path) -> None:
        journal = self.journal
        self.dismiss(None)
        journal.call_later(journal.say, f"Written: {terminal.path_words(path)}", "done")
        journal.call_later(journal.say_remarks)


FIELDS = {
    "since": ("From", "2026-09-01; empty: as early as it goes"),
    "until": ("To", "yesterday; empty: today"),
    "name": ("Name", "as the doctor knows you; empty: none"),
    "born": ("Born", "1980; empty: as in About me"),
    "place": ("To", "~/for-the-doctor.pdf; empty: as proposed"),
}
FORM_HELP = {
    "Which days?": "The first and the last day, both included.",
    "Who is it?": "It stands on what leaves, and is not kept.",
    "Where to?": "What is there already is never replaced.",
}
