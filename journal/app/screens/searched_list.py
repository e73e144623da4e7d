"""A field, and the list of what it finds: how one gets from either to the other."""

from typing import ClassVar

from textual import events, on

from journal.app.messages import LeftRows, Typed
from journal.app.screens.base import BackgroundScreen
from journal.app.widgets.line_input import LineInput
from journal.app.widgets.line_list import LineList


class SearchedList(BackgroundScreen):
    """Down leads into the list, up past its first row out of it; a letter typed there goes into the field."""

    FIELD: ClassVar[str]
    LIST: ClassVar[str]
    """Selectors of the two."""

    @property
    def field(self) -> LineInput:
        return self.query_one(self.FIELD, LineInput)

    def into_list(self) -> None:
        self.query_one(self.LIST, LineList).focus()

    def key_down(self, event: events.Key) -> None:
        if self.field.has_focus:
            event.stop()  # it would go on to the list, which has the focus then, and mark the second row
            self.into_list()

    async def key_pagedown(self, event: events.Key) -> None:
        if self.field.has_focus:
            event.stop()
            self.into_list()
            await self.query_one(self.LIST, LineList).run_action("page(1)")

    @on(LeftRows)
    def back_to_field(self) -> None:
        self.field.focus()

    @on(Typed)
    def type_into_field(self, message: Typed) -> None:
        self.field.focus()
        self.field.insert_text_at_cursor(message.letter)
