"""Body: where the twitches come; a site leads to Today's line or to its charts."""

from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from journal import terminal
from journal.app.messages import DayTurned, DiaryChanged, DrawingClicked, LeftRows, RowChosen, RowMarked
from journal.app.models.body_model import BodySite, BodySites, body_sites
from journal.app.models.trends_model import SPANS, following
from journal.app.screens.base import ROOMS_CSS, Room
from journal.app.screens.dialogs.pick import Pick
from journal.app.screens.rooms.trends import TrendsScreen
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.drawing import Drawing
from journal.app.widgets.table import RowTable, TableRow
from journal.errors import Refused
from journal.moments import MONTHS

SIDES = ("", "left", "right", "both")
"""What may be said of a site; the first one is nothing."""


class BodyScreen(Room):
    """The figure, and every site as a row: those that twitched first."""

    HELP = (
        "Where the twitches come; left and right are your own. Enter on a site, or a click on the figure, begins a"
        " line on Today with it, or shows its charts."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "days", "Days", id="body.days", tooltip="7, 30, 90, 365 days, or all"),
        Binding("escape", "app.room('today')", "Today", id="body.back", show=False),
    ]
    AUTO_FOCUS = "#sites"
    CSS_PATH = ROOMS_CSS
    room = "body"

    def __init__(self) -> None:
        super().__init__()
        self.days = 90
        self.sites: BodySites | None = None

    def body(self) -> ComposeResult:
        yield WordFlow(id="options", gap=2)
        with Horizontal(id="where"):
            yield Drawing(id="drawing")
            yield RowTable("Sites", id="sites")
        yield Notice(id="site", classes="-quiet")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#drawing", Drawing).can_focus = False
        self.show_options()

    def on_resize(self) -> None:
        self.call_after_refresh(self.load)

    @on(DiaryChanged)
    @on(DayTurned)
    def load(self) -> None:
        self.version = self.journal.diary.version
        size = self.query_one("#drawing", Drawing).scrollable_content_region.size
        self.read(partial(body_sites, self.journal.diary, self.days, max(1, size.width), size.height), self.show)

    def unread(self, refused: Refused) -> None:
        self.sites = None
        self.query_one("#sites", RowTable).show([])
        self.query_one("#drawing", Drawing).show([])
        self.query_one("#site", Notice).say("")
        self.show_options()
        super().unread(refused)

    def show(self, sites: BodySites) -> None:
        self.sites = sites
        self.query_one("#sites", RowTable).show(
            [
                TableRow(
                    site.slug,
                    f"{site.times or '':>4}",
                    terminal.on_one_line(site.label),
                    quiet=not site.times,
                )
                for site in sites.sites
            ]
        )
        self.show_figure()
        self.show_options()

    @on(RowMarked, "#sites")
    def show_figure(self) -> None:
        """The figure, with the site under the cursor outlined, and what is known of it."""
        if self.sites:
            marked = self.query_one("#sites", RowTable).marked or ""
            self.query_one("#drawing", Drawing).show(self.sites.lines(marked))
            about = next((self._about(site) for site in self.sites.sites if site.slug == marked), "")
            self.query_one("#site", Notice).say(about, "quiet")

    @staticmethod
    def _about(site: BodySite) -> str:
        if not site.times:
            return f"{terminal.on_one_line(site.label)}: no twitches in these days"
        first = date.fromisoformat(site.first)
        first_day = f"{first.day} {MONTHS[first.month - 1]} {first.year}"
        return f"{terminal.on_one_line(site.label)}: {site.sides}; first on {first_day}"

    def show_options(self) -> None:
        span = f"{self.days} days" if self.days else "all days"
        self.query_one("#options", WordFlow).show(
            [
                ClickableWord(span, "do:days", key="d"),
                ClickableWord(self.sites.summary if self.sites else ""),
                *([] if self.query_one("#drawing").display else [ClickableWord("a wider window draws the body")]),
            ]
        )

    def action_days(self) -> None:
        self.days = following(SPANS, self.days)
        self.load()

    @on(LeftRows)
    def stay(self) -> None:
        """There is nothing above the sites."""

    @on(DrawingClicked)
    def choose_on_figure(self, message: DrawingClicked) -> None:
        site_and_side = self.sites.site_at(message.x, message.y) if self.sites else None
        if site_and_side:
            self.query_one("#sites", RowTable).mark(site_and_side[0])
            self.choose(*site_and_side)

    @on(RowChosen, "#sites")
    def choose_in_list(self, message: RowChosen) -> None:
        self.choose(message.key)

    def choose(self, slug: str, first: str = "") -> None:
        """What to do with a site: log an episode there, on this side first, or see its charts."""
        if self.sites is None:
            return
        site = next(site for site in self.sites.sites if site.slug == slug)
        label, name = site.label, terminal.on_one_line(site.label)
        sides = sorted(SIDES, key=lambda side: side != first)
        phrases = [site.both if side == "both" else f"{side} {label}".strip() for side in sides]
        rows = [TableRow(phrase, "log", terminal.on_one_line(phrase)) for phrase in phrases]
        self.app.push_screen(
            Pick(name, [*rows, TableRow("only", "see", f"{name} in Trends")]), partial(self._chosen, label)
        )

    def _chosen(self, label: str, choice: str | None) -> None:
        if choice == "only":
            self.journal.go("trends")
            if isinstance(self.app.screen, TrendsScreen):
                self.app.screen.only(label)
        elif choice:
            self.journal.open_day(self.journal.today)
            self.journal.begin_line(choice)

    async def clicked(self, command: str) -> None:
        if command == "do:days":
            self.action_days()
        else:
            await super().clicked(command)
