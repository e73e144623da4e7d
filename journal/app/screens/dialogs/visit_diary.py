"""A diary kept for a visit: until its eve, when a page looks back and one may stop."""

from functools import partial
from typing import TYPE_CHECKING

from journal.app.screens.dialogs.pick import Pick
from journal.app.share_diary import VisitAhead
from journal.app.widgets.table import TableRow
from journal.moments import day_words

if TYPE_CHECKING:
    from journal.app.main import JournalApp

NOTHING = "No visit two weeks ahead asks for a diary; `visit neurologist 14 Dec 10:30` puts one there."
ABOUT = "Two weeks, logged as they come, are what a doctor can use. On the eve a page looks back, and you may stop."


def open_visit(app: "JournalApp") -> None:
    """Ask whether a diary is kept for the visit; the offer itself is put away in the list of offers."""
    screen = app.front

    def show(visit: VisitAhead | None) -> None:
        if visit is None:
            app.say(NOTHING, "quiet")
            return
        eve = day_words(visit.eve, app.today)

        def choose(choice: str | None) -> None:
            if choice == "keep":
                keep = partial(app.diary.sharing.keep_until_eve, visit)
                screen.write(keep, lambda _: app.record_changed(f"A diary until {eve} · ^z undoes it"))

        rows = [TableRow("keep", "", f"Keep a diary until {eve}"), TableRow("no", "", "Not now")]
        app.push_screen(Pick(f"Visit on {day_words(visit.day, app.today)}", rows, ABOUT, dialog="visit"), choose)

    screen.read(app.diary.sharing.visit, show, "visit", holds_keys=True)
