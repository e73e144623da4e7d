"""A record edited as the line that says it, its day and time included."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from journal import terminal
from journal.app import record_words
from journal.app.diary import Receipt
from journal.app.messages import LineChanged, PasteRefused
from journal.app.models import preview
from journal.app.screens.base import Dialog
from journal.app.screens.dialog import leave_changed
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordBar, WordFlow
from journal.app.widgets.phrase_line import PhraseLine
from journal.phrases.context import Context
from journal.phrases.write.format_phrase import phrases

if TYPE_CHECKING:
    from journal.app.main import JournalApp

HINT = "Change any word, also the day and the time. Enter stores it, Escape leaves."


@dataclass(frozen=True)
class EditForm:
    """The lines of a record, and what is needed to read them."""

    context: Context
    lines: list[str]
    summary: str


class EditDialog(Dialog):
    """Stored with Enter in one step; Escape in a changed form asks, in an unchanged one closes."""

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

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog small") as box:
            box.border_title = Content("Edit")
            yield Notice(id="before", classes="-quiet")
            yield Vertical(id="lines")
            yield Notice(HINT, id="notice")
            yield WordFlow(id="buttons")
        yield WordBar(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#buttons", WordFlow).show(
            [
                ClickableWord("⏎ store", "do:store"),
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
        return EditForm(context, phrases(record, context.lexicon, context.clock), summary)

    async def show(self, form: EditForm) -> None:
        self.form = form
        self.query_one("#before", Notice).say(form.summary, "quiet")
        names = preview.names(form.context)
        lines = [
            PhraseLine(lambda line: preview.completion(line, names), self._entered, value=line, id=f"edit-{number}")
            for number, line in enumerate(form.lines)
        ]
        await self.query_one("#lines", Vertical).mount(*lines)
        lines[0].focus()

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
            self.say(HINT, "quiet")
            return
        previews = [
            preview.preview(line, self.form.context, None, self.journal.preferences.hours)
            for line in self.lines
            if line
        ]
        wrong = next((line_preview for line_preview in previews if not line_preview.readable), None)
        self.say(
            wrong.text if wrong else "\n".join(line_preview.text for line_preview in previews), "quiet" if wrong else ""
        )

    def _entered(self, _: str) -> bool:
        self.store()
        return False

    def store(self) -> None:
        if not self.form:
            return
        if not self.is_changed:
            self.dismiss(None)
            return
        self.write(partial(self.journal.diary.rewrite, self.record, self.lines), self.stored)

    def stored(self, receipt: Receipt) -> None:
        journal = self.journal
        self.dismiss(None)
        when = record_words.clock_in_hours(receipt.when, journal.preferences.hours)
        texts = [f"Changed: {when}  {receipt.what}", *receipt.remarks]
        journal.call_later(journal.record_changed, f"{'; '.join(map(terminal.on_one_line, texts))} · ^z undoes it")

    @on(PasteRefused)
    def refuse_paste(self, message: PasteRefused) -> None:
        self.say(terminal.sentence(message.sentence), "wrong")

    def action_leave(self) -> None:
        if self.is_changed:
            self.app.push_screen(leave_changed(), self._left)
        else:
            self.dismiss(None)

    def _left(self, answer: str | None) -> None:
        if answer == "leave":
            self.dismiss(None)

    def action_delete(self) -> None:
        journal, name = self.journal, self.record
        self.dismiss(None)
        journal.call_later(journal.delete, name)

    async def clicked(self, command: str) -> None:
        if command == "do:store":
            self.store()
        elif command == "do:delete":
            self.action_delete()
        else:
            self.action_leave()


def delete(app: "JournalApp", name: str) -> None:
    """Take a record out of the diary, and say how to put it back."""

    def deleted(receipt: Receipt) -> None:
        summary = (
            record_words.clock_in_hours(f"deleted: {receipt.when}", app.preferences.hours)
            + f"  {terminal.on_one_line(receipt.what)}"
        )
        app.record_changed(f"{summary[:1].upper()}{summary[1:]} · ^z undoes it")

    app.front.write(partial(app.diary.delete, name), deleted)
