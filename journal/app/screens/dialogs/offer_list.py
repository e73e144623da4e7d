"""What is offered today: Enter takes an offer, Delete puts it away."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from journal import terminal
from journal.app.calm_diary import Offer
from journal.app.screens.dialogs.pick import Pick
from journal.app.widgets.table import RowTable, TableRow

if TYPE_CHECKING:
    from journal.app.main import JournalApp

NOTHING = "Nothing is offered today."
WIDEST, BESIDE = 96, 8
"""Columns of a dialog at most, and those beside the text of a row."""
ABOUT = "Enter opens one, Delete puts it away. None of it has to be done."


class OffersDialog(Pick):
    """A row for each; dismissed with the one that was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "put_away", "Put away", key_display="Del", id="offers.put_away"),
    ]

    def __init__(self, offers: list[Offer]) -> None:
        self.offers = offers
        super().__init__("Today", _rows(offers), ABOUT if offers else NOTHING, dialog="offers")

    def on_mount(self) -> None:
        """Each offer is seen whole, also where it takes several lines."""
        super().on_mount()
        columns = max(1, min(self.app.size.width, WIDEST) - BESIDE)
        lines = sum(len(terminal.wrapped(offer.text, columns)) for offer in self.offers)
        self.query_one("#picks", RowTable).styles.height = max(1, lines) + 1

    def action_put_away(self) -> None:
        offer = next((offer for offer in self.offers if offer.name == self.query_one("#picks", RowTable).marked), None)
        if offer:
            self.write(partial(self.journal.diary.calm.put_away, offer), lambda _: self._is_away(offer))

    def _is_away(self, offer: Offer) -> None:
        self.offers.remove(offer)
        self.query_one("#picks", RowTable).show(_rows(self.offers))
        self.say_changed("Put away · ^z brings it back")


def _rows(offers: list[Offer]) -> list[TableRow]:
    return [TableRow(offer.name, "", terminal.on_one_line(offer.text)) for offer in offers]


def open_offers(app: "JournalApp") -> None:
    """Show what is offered, over whatever is open."""
    screen = app.front

    def show(offers: list[Offer]) -> None:
        def take(name: str | None) -> None:
            for offer in offers:
                if offer.name == name:
                    app.open(offer.opens)

        app.push_screen(OffersDialog(offers), take)

    screen.read(app.diary.calm.offers, show, "offers", holds_keys=True)
