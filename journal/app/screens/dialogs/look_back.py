"""Looking back: one page of what can be said so far, and three ways on."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from journal.app.models import look_back_model
from journal.app.screens.dialogs.reader import LinesDialog

if TYPE_CHECKING:
    from journal.app.main import JournalApp

DONE = {
    "stop": "The diary rests · ^z undoes it",
    "weekly": "One line a week is enough · ^z undoes it",
    "experiment": "The planned end is gone · ^z brings it back",
}


class LookBackDialog(LinesDialog):
    """A digit chooses how to go on; dismissed with the way that was chosen, or None."""

    dialog = "lookback"
    HELP = "1 stops: the diary rests. 2 goes on with one line a week, 3 with an experiment. Escape changes nothing."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "choose('stop')", "Stop", id="lookback.stop"),
        Binding("2", "choose('weekly')", "One line a week", id="lookback.weekly"),
        Binding("3", "choose('experiment')", "An experiment", id="lookback.experiment"),
    ]

    def action_choose(self, way: str) -> None:
        def chosen(_: None) -> None:
            self.dismiss(way)

        self.write(partial(self.journal.diary.calm.go_on, way), chosen)


def open_look_back(app: "JournalApp") -> None:
    """Over the room in front; what was chosen is said there."""

    def chosen(way: str | None) -> None:
        if way:
            app.call_later(app.record_changed, DONE[way])
        if way == "experiment":
            app.call_later(app.action_dialog, "experiment")

    app.push_screen(LookBackDialog("Looking back", partial(look_back_model.look_back_page, app.diary)), chosen)
