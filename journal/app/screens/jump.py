"""Jump: the panels of a screen by a letter or a click."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key

from journal.app.screens.base import BackgroundScreen
from journal.app.screens.dialog import Pick
from journal.app.widgets.table import TableRow

if TYPE_CHECKING:
    from journal.app.main import JournalApp

LETTERS = "asdfghjkl"


class JumpDialog(Pick):
    """A letter for each panel."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+o", "dismiss(None)", "Close", show=False, id="jump.close")]

    def __init__(self, screen: BackgroundScreen) -> None:
        self.panels = [widget.id for widget in screen.focus_chain if widget.id in screen.PANELS]
        rows = [
            TableRow(panel, letter, screen.PANELS[panel or ""])
            for letter, panel in zip(LETTERS, self.panels, strict=False)
        ]
        super().__init__("Jump to", rows)

    def on_key(self, event: Key) -> None:
        if event.character and event.character in LETTERS[: len(self.panels)]:
            event.stop()
            self.dismiss(self.panels[LETTERS.index(event.character)])


def jump(app: "JournalApp") -> None:
    """Ask where to, then give it the focus."""
    screen = app.screen
    if isinstance(screen, Pick) or not isinstance(screen, BackgroundScreen):
        return

    def go(panel: str | None) -> None:
        if panel:
            screen.query_one(f"#{panel}").focus()

    app.push_screen(JumpDialog(screen), go)
