"""A form: a few described fields, stored together."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from journal.app.models.form_field import Field
from journal.app.screens.base import Dialog
from journal.app.screens.dialogs.pick import leave_changed
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.line_input import LineInput
from journal.errors import Refused


class FormDialog(Dialog):
    """Enter stores, or does what `verb` says; what is refused is said and what was typed stays.

    `store` gets the values by name. The form is left with what it returns, or True; with None if nothing was stored.
    """

    FRAME = "small"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", id="dialog.close"),
        Binding("down", "app.focus_next", "Next field", show=False, id="form.next"),
        Binding("up", "app.focus_previous", "Field before", show=False, id="form.before"),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        store: Callable[[dict[str, str]], Any],
        help: str = "",
        verb: str = "store",
        dialog: str = "",
    ) -> None:
        super().__init__()
        self.dialog = dialog
        self.heading, self.fields, self.store, self.about, self.verb = title, fields, store, help, verb

    def body(self) -> ComposeResult:
        for field in self.fields:
            with Horizontal(classes="field"):
                yield Notice(field.label, classes="prompt")
                yield LineInput(field.value, field.example, id=f"field-{field.name}")
        yield Notice(self.about, id="notice")
        yield WordFlow(id="buttons")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#buttons", WordFlow).show(
            [ClickableWord(self.verb, "do:store", key="⏎"), ClickableWord("close", "do:leave")]
        )

    @property
    def values(self) -> dict[str, str]:
        return {field.name: self.query_one(f"#field-{field.name}", LineInput).value for field in self.fields}

    @on(LineInput.Submitted)
    def store_values(self) -> None:
        values = self.values
        self.write(lambda: self.store(values), self.stored, self._not_stored)

    def _not_stored(self, refused: Refused) -> None:
        """The room below reads again what another program may have changed."""
        self.refused(refused)
        self.journal.diary_changed(by_another=True)

    def stored(self, result: Any) -> None:
        self.dismiss(True if result is None else result)

    @property
    def is_changed(self) -> bool:
        return self.values != {field.name: field.value for field in self.fields}

    def half_typed(self) -> list[tuple[date, str]]:
        if self.verb != "store" or not self.is_changed:
            return []
        values = ", ".join(f"{field.label} {self.values[field.name]}" for field in self.fields)
        return [(self.journal.today, f"{self.heading}: {values}")]

    def action_leave(self) -> None:
        if self.is_changed:
            leave_changed(self)
        else:
            self.dismiss(None)

    async def clicked(self, command: str) -> None:
        if command == "do:store":
            self.store_values()
        else:
            self.action_leave()
