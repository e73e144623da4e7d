"""A record edited as the line that says it, its day and time included."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from journal import terminal
from journal.app import record_words, shell_words
from journal.app.diary import Receipt
from journal.app.messages import DiaryChanged, LineChanged, PasteRefused
from journal.app.models import preview
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.pick import Pick, leave_changed
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.phrase_line import PhraseLine
from journal.app.widgets.table import TableRow
from journal.errors import Refused
from journal.phrases import word_endings
from journal.phrases.context import Context
from journal.phrases.write.format_phrase import phrases
from journal.records import Record

if TYPE_CHECKING:
    from journal.app.main import JournalApp

HINT = "Change any word, also the day and the time. Enter stores it, Escape leaves."
ELSEWHERE = "It was changed elsewhere meanwhile, and your line is not stored; Enter asks which of the two holds."
GONE = "It was deleted elsewhere meanwhile, and your line is not stored; Enter asks what to do with it."


@dataclass(frozen=True)
class EditForm:
    """A record as it was read, its lines, and what is needed to read them."""

    record: Record
    context: Context
    lines: list[str]
    summary: str


class EditDialog(Dialog):
    """Stored with Enter in one step; Escape in a changed form asks, in an unchanged one closes.

    Where another program has changed the record meanwhile, its words stand beside the user's until one is chosen.
    """

    heading = "Edit"
    FRAME = "small"
    HELP = "The record as a line. Change any word, also the day and the time, and press Enter."
    WRITES_LINES = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", id="dialog.close"),
        Binding("ctrl+x", "delete", "Delete the record", id="edit.delete"),
    ]

    def __init__(self, name: str) -> None:
        super().__init__()
        self.record = name
        self.form: EditForm | None = None
        self.other: EditForm | None = None
        """What the record says now, where that is not what was opened."""
        self.is_gone = False
        self.hint = HINT
        """What is said as long as nothing was typed."""

    def body(self) -> ComposeResult:
        yield Notice(id="before", classes="-quiet")
        yield Vertical(id="lines")
        yield Notice(HINT, id="notice")
        yield WordFlow(id="buttons")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#buttons", WordFlow).show(
            [
                ClickableWord("store", "do:store", key="⏎"),
                ClickableWord("delete", "do:delete"),
                ClickableWord("close", "do:leave"),
            ]
        )
        self.read(self._form, self.show, holds_keys=True)

    def _form(self) -> EditForm:
        hours = self.journal.preferences.hours
        record, context = self.journal.diary.record(self.record)
        when = record_words.record_when(record, context, hours)
        summary = f"{when}  {record_words.record_words(record, context, hours)}"
        lines = [terminal.printable(line) for line in phrases(record, context.lexicon, context.clock)]
        return EditForm(record, context, lines, summary)

    async def show(self, form: EditForm) -> None:
        self.form, self.other = form, None
        self.query_one("#before", Notice).say(form.summary, "quiet")
        fields = list(self.query(PhraseLine))
        if len(fields) == len(form.lines):
            for field, line in zip(fields, form.lines, strict=True):
                field.value = line
                field.cursor_position = len(line)
            return
        await self.query(PhraseLine).remove()
        names = word_endings.names(form.context)
        complete = partial(word_endings.completions, names=names)
        lines = [
            PhraseLine(complete, self._entered, value=line, id=f"edit-{number}")
            for number, line in enumerate(form.lines)
        ]
        await self.query_one("#lines", Vertical).mount(*lines)
        lines[0].focus()

    # ---- what another program does meanwhile ---------------------------------------------------

    @on(DiaryChanged)
    def look_again(self) -> None:
        if self.form:
            self.read(self._form_now, self._compare, "again")

    def _form_now(self) -> EditForm | None:
        """None where the record is there no more."""
        with suppress(Refused):
            return self._form()
        return None

    async def _compare(self, now: EditForm | None, refused: Refused | None = None) -> None:
        """Say it if the record is another one than was opened, else why the line was refused."""
        if not self.form:
            return
        differs = now is None or now.record != self.form.record
        if now and differs and not self.is_changed:
            self.hint = "It was changed elsewhere meanwhile; this is what it says now."
            await self.show(now)
            self.say(self.hint, "quiet")
            return
        self.is_gone, self.other = now is None, now if differs else None
        self.query_one("#before", Notice).say(f"now: {now.summary}" if now and differs else self.form.summary, "quiet")
        if differs:
            self.say(ELSEWHERE if now else GONE, "wrong")
            if refused:
                self.choose()
        elif refused:
            self.refused(refused)

    def choose(self) -> None:
        """Ask which of the two holds; the form stays until it is known."""
        rows = [TableRow("stay", "", "Keep editing")]
        if self.other:
            rows.append(TableRow("own", "Yours", terminal.on_one_line("; ".join(self.lines))))
            rows.append(TableRow("other", "The other", terminal.on_one_line(self.other.summary)))
        else:
            rows.append(TableRow("own", "", "Store your line as a new record"))
        title = "Changed elsewhere meanwhile" if self.other else "Deleted elsewhere meanwhile"
        self.app.push_screen(Pick(title, rows, "Nothing of yours is stored yet."), self._chosen)

    async def _chosen(self, answer: str | None) -> None:
        diary = self.journal.diary
        if answer == "other" and self.other:
            await self.show(self.other)
        elif answer == "own" and self.other:
            self.write(
                partial(diary.rewrite, self.record, self.lines, self.other.record), self.stored, self._not_stored
            )
        elif answer == "own":
            self.write(partial(diary.enter_lines, self.lines, None, {}), lambda receipts: self.stored(receipts[0]))

    # ---- the lines -----------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        return [line.value for line in self.query(PhraseLine)]

    @property
    def is_changed(self) -> bool:
        return self.form is not None and self.lines != self.form.lines

    @on(LineChanged)
    def show_preview(self) -> None:
        if not self.form:
            return
        if not self.is_changed:
            self.say(self.hint, "quiet")
            return
        form, hours = self.form, self.journal.preferences.hours
        if len(self.lines) == len(form.lines) == 1:
            previews = [preview.edit_preview(form.record, form.lines[0], self.lines[0], form.context, hours)]
        else:
            previews = [preview.preview(line, form.context, None, hours) for line in self.lines if line]
        wrong = next((line_preview for line_preview in previews if not line_preview.readable), None)
        text = wrong.text if wrong else "\n".join(line_preview.text for line_preview in previews)
        if self.other or self.is_gone:
            self.say(f"{text}\n{ELSEWHERE if self.other else GONE}", "wrong")
        else:
            self.say(text, "quiet" if wrong else "")

    def half_typed(self) -> list[tuple[date, str]]:
        return [(self.journal.today, f"a change to “{line}”") for line in self.lines] if self.is_changed else []

    def _entered(self, _: str) -> bool:
        self.store()
        return False

    def store(self) -> None:
        if not self.form:
            return
        if not self.is_changed:
            self.dismiss(None)
            return
        if self.other or self.is_gone:
            self.choose()
            return
        self.write(
            partial(self.journal.diary.rewrite, self.record, self.lines, self.form.record),
            self.stored,
            self._not_stored,
        )

    def _not_stored(self, refused: Refused) -> None:
        self.read(self._form_now, partial(self._compare, refused=refused), "again", holds_keys=True)

    def stored(self, receipt: Receipt) -> None:
        journal = self.journal
        self.dismiss(None)
        when = record_words.when_in_hours(receipt.when, journal.preferences.hours)
        texts = [f"{receipt.verb.capitalize()}: {when}  {receipt.what}", *map(shell_words.in_app, receipt.remarks)]
        journal.call_later(journal.record_changed, f"{'; '.join(map(terminal.on_one_line, texts))} · ^z undoes it")

    @on(PasteRefused)
    def refuse_paste(self, message: PasteRefused) -> None:
        self.say(terminal.sentence(message.sentence), "wrong")

    def action_leave(self) -> None:
        if self.is_changed:
            leave_changed(self)
        else:
            self.dismiss(None)

    def action_delete(self) -> None:
        if self.form:
            journal, name, record = self.journal, self.record, self.form.record
            self.dismiss(None)
            journal.call_later(journal.delete, name, record)

    async def clicked(self, command: str) -> None:
        if command == "do:store":
            self.store()
        elif command == "do:delete":
            self.action_delete()
        else:
            self.action_leave()


def delete(app: "JournalApp", name: str, expected: Record) -> None:
    """Take a record out of the diary, and say how to put it back; not if it is another one by now than was shown."""

    front = app.front

    def refused(error: Refused) -> None:
        front.refused(error)
        app.diary_changed(by_another=True)  # the list is read again, so that the record stands there as it is

    def deleted(receipt: Receipt) -> None:
        summary = (
            record_words.when_in_hours(f"deleted: {receipt.when}", app.preferences.hours)
            + f"  {terminal.on_one_line(receipt.what)}"
        )
        app.record_changed(f"{summary[:1].upper()}{summary[1:]} · ^z undoes it")

    front.write(partial(app.diary.delete, name, expected), deleted, refused)
