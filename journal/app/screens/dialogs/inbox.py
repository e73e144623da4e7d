"""What the phone wrote: each line with what it would store. Enter stores what can be read, in one step."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import terminal
from journal.app import record_words, shell_words
from journal.app.diary import Receipt, receipt_line
from journal.app.inbox_diary import InboxPage, LineKey, PendingLine, StoredLines
from journal.app.messages import DiaryChanged, RowChosen
from journal.app.models.form_field import Field
from journal.app.models.preview import act_words
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.form import FormDialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.line_input import LineInput
from journal.app.widgets.table import REFUSED, RowTable, TableRow
from journal.errors import Refused
from journal.phrases.write.format_number import counted

if TYPE_CHECKING:
    from journal.app.main import JournalApp

EMPTY = "Nothing waits in the inbox."
UNREAD = "What waits cannot be read; why stands below."
READY = "Enter stores the {} that can be read, in one step."
OTHERS = "On another line Enter opens it; n keeps it as a note of its day, Delete never offers it again."
DISMISSED = "dismissed; Enter offers it again"
MOST_TOLD = 3
"""Of what was stored, so many lines are said."""


class CorrectionDialog(FormDialog):
    """A line of the phone in a field; below it stands what Enter would store."""

    def __init__(self, key: LineKey, *form: Any) -> None:
        super().__init__(*form)
        self.key = key

    @on(LineInput.Changed)
    def preview(self) -> None:
        text = self.values["line"]
        if text == self.fields[0].value:
            return  # why it waits is said already
        diary, hours = self.journal.diary, self.journal.preferences.hours

        def reading() -> str:
            acts, context = diary.inbox.acts_of(self.key, text, diary.clock())
            return "\n".join(act_words(act, context, hours) for act in acts)

        self.read(reading, lambda summary: self.say(summary, "quiet"), "preview")


class InboxDialog(Dialog):
    """The lines in the order in which they were said; behind them those that were dismissed."""

    dialog = "inbox"
    heading = "Inbox"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Close", id="dialog.close"),
        Binding("n", "keep_as_note", "Keep as note", id="inbox.note"),
        Binding("delete,backspace", "dismiss_line", "Dismiss", key_display="Del", id="inbox.dismiss"),
    ]
    AUTO_FOCUS = "#inbox"

    def __init__(self) -> None:
        super().__init__()
        self.page = InboxPage([], [], [])

    def body(self) -> ComposeResult:
        yield RowTable(id="inbox", empty=EMPTY)
        yield Notice(id="notice")
        yield WordFlow(id="buttons")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#buttons", WordFlow).show(
            [
                ClickableWord("store", "do:store", key="⏎"),
                ClickableWord("keep as note", "do:note", key="n"),
                ClickableWord("dismiss", "do:dismiss", key="Del"),
                ClickableWord("close", "do:leave"),
            ]
        )
        self.load()

    @on(DiaryChanged)
    def load(self) -> None:
        diary = self.journal.diary
        self.read(lambda: diary.inbox.page(diary.clock()), self.show, holds_keys=True)

    def unread(self, refused: Refused) -> None:
        table, self.page = self.query_one("#inbox", RowTable), InboxPage([], [], [])
        table.empty = UNREAD
        table.show([])
        super().unread(refused)

    def show(self, page: InboxPage) -> None:
        self.page = page
        self.query_one("#inbox", RowTable).empty = EMPTY
        hours = self.journal.preferences.hours
        rows = [_waiting_row(each, hours) for each in page.waiting]
        rows += [TableRow(line.key, "", line.text, DISMISSED, quiet=True) for line in page.dismissed]
        self.query_one("#inbox", RowTable).show(rows)
        if not self.has_receipt:
            remarks = [terminal.sentence(terminal.on_one_line(remark)) for remark in page.remarks]
            self.say("\n".join([*remarks, *self._help()]), "quiet")

    def _help(self) -> list[str]:
        ready = len(self.page.ready)
        return [READY.format(counted(ready, "line"))] * bool(ready) + [OTHERS] * (len(self.page.waiting) > ready)

    @property
    def marked(self) -> PendingLine | None:
        key = self.query_one("#inbox", RowTable).marked
        return next((each for each in self.page.waiting if each.line.key == key), None)

    # ---- what becomes of lines -----------------------------------------------------------------

    @on(RowChosen)
    def chosen(self, message: RowChosen) -> None:
        waiting = self.marked
        if waiting is None:
            self._change(partial(self.journal.diary.inbox.offer_again, [message.key]), "It waits again")
        elif waiting.is_ready:
            self.store()
        else:
            self.correct(waiting)

    def store(self) -> None:
        keys = {each.line.key for each in self.page.ready}
        if keys:
            clock = self.journal.diary.read_clock()
            self.write(partial(self.journal.diary.inbox.store, clock, keys), self.stored)

    def stored(self, stored: StoredLines) -> None:
        hours = self.journal.preferences.hours
        lines = [receipt_line(receipt, hours) for receipt in stored.receipts[:MOST_TOLD]]
        if len(stored.receipts) > MOST_TOLD:
            lines.append(f"and {counted(len(stored.receipts) - MOST_TOLD, 'more record')}")
        refused = [f"“{each.line.phrase}” waits: {each.reason}" for each in stored.left]
        text = "\n".join(map(terminal.on_one_line, [*lines, *refused]))
        if stored.receipts:
            self._done(text)
        else:
            self.say(text, "wrong")
            self.load()

    def correct(self, waiting: PendingLine) -> None:
        """The line in a field, to be stored as what it says then."""
        diary = self.journal.diary

        def store(values: dict[str, str]) -> list[Receipt]:
            return diary.inbox.store_as(waiting.line.key, values["line"], diary.read_clock())

        form = CorrectionDialog(
            waiting.line.key,
            "A line from the phone",
            [Field("line", "Line", waiting.line.text, "20 Nov 14:05 left calf 4")],
            store,
            terminal.sentence(waiting.reason),
        )
        self.app.push_screen(form, self._corrected)

    def _corrected(self, receipts: list[Receipt] | None) -> None:
        if receipts:
            hours = self.journal.preferences.hours
            self._done("\n".join(receipt_line(receipt, hours) for receipt in receipts))

    def action_keep_as_note(self) -> None:
        if self.marked:
            diary = self.journal.diary
            keep = partial(diary.inbox.keep_as_note, self.marked.line.key, diary.read_clock())
            self.write(keep, self._corrected)

    def action_dismiss_line(self) -> None:
        if self.marked:
            self._change(partial(self.journal.diary.inbox.dismiss, [self.marked.line.key]), "Dismissed")

    def _change(self, act: Callable[..., None], text: str) -> None:
        clock = self.journal.diary.read_clock()
        self.write(lambda: act(clock), lambda _: self._done(text))

    def _done(self, text: str) -> None:
        self.say_changed(f"{text} · ^z undoes it")
        self.journal.begin(self.journal.file_watcher.look_at_inbox, "inbox")

    async def clicked(self, command: str) -> None:
        acts = {"store": self.store, "note": self.action_keep_as_note, "dismiss": self.action_dismiss_line}
        name = command.removeprefix("do:")
        if name in acts:
            acts[name]()
        else:
            self.dismiss(None)


def _waiting_row(waiting: PendingLine, hours: int) -> TableRow:
    key: LineKey = waiting.line.key
    if not waiting.is_ready:
        return TableRow(
            key, REFUSED, waiting.line.text, terminal.sentence(shell_words.in_app(waiting.reason)), quiet=True
        )
    reading = "\n".join(_reading(receipt, hours) for receipt in waiting.receipts)
    return TableRow(key, "✓", waiting.line.phrase, f"→ {reading}")


def _reading(receipt: Receipt, hours: int) -> str:
    return "; ".join(
        [
            f"{record_words.when_in_hours(receipt.when, hours)}  {receipt.what}",
            *map(shell_words.in_app, receipt.remarks),
        ]
    )


def open_inbox(app: "JournalApp") -> None:
    """Show the inbox over the room in front."""
    app.push_screen(InboxDialog())
