"""Triggers: which habits go with the twitches, the guess made beforehand, and views beside the verdicts."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from journal import terminal
from journal.app.messages import DayTurned, DiaryChanged, DrawingClicked
from journal.app.models import triggers_model
from journal.app.models.form_field import Field
from journal.app.models.triggers_model import TriggersPage
from journal.app.screens.base import ROOMS_CSS, Room
from journal.app.screens.dialogs.form import FormDialog
from journal.app.screens.dialogs.pick import Pick
from journal.app.screens.dialogs.reader import ChapterDialog, LinesDialog
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow
from journal.app.widgets.drawing import Drawing
from journal.app.widgets.table import TableRow

NOTHING = "nothing"
GUESSES = 2


class TriggersScreen(Room):
    """The page of all habits; one of them, a guess, another view or the chapter opens over it."""

    HELP = (
        "Which habits go with the twitches. It is judged at fixed numbers of counted days, and stands until the next.\n"
        "Enter, or a click on a habit, tells more of it. "
        "o looks at another outcome, site or days: a view, no verdict.\n"
        "g guesses beforehand, in the first 14 counted days. j tells how it is judged and what a diary can show."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "habit", "Habit", key_display="⏎", id="triggers.habit", tooltip="More of one habit"),
        # The line of options offers it as long as it can be made; the key tells why not, where it cannot.
        Binding(
            "g",
            "guess",
            "Guess",
            show=False,
            id="triggers.guess",
            tooltip="Name two habits at most, before there are days",
        ),
        Binding("o", "view", "Other view", id="triggers.view", tooltip="Another outcome, site or days; no verdict"),
        Binding(
            "x", "experiment", "Experiment", id="triggers.experiment", tooltip="Try one habit, in blocks drawn by lot"
        ),
        Binding("j", "how", "How judged", id="triggers.how", tooltip="How this is judged, in plain words"),
        Binding("t", "text", "As text", id="triggers.text", tooltip="The same without pictures"),
        Binding("escape", "app.room('today')", "Today", id="triggers.back", show=False),
    ]
    AUTO_FOCUS = "#drawing"
    CSS_PATH = ROOMS_CSS
    room = "triggers"

    def __init__(self) -> None:
        super().__init__()
        self.page: TriggersPage | None = None
        self.as_text = False
        self._columns = 0
        self._begins_with = ""
        """What to do once the page was read."""

    def body(self) -> ComposeResult:
        yield WordFlow(id="options", gap=2)
        yield Drawing(id="drawing")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        self.show_options()
        self.say("Judging …", "quiet")

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self._width != self._columns:
            self.load()

    @property
    def _width(self) -> int:
        return self.query_one("#drawing", Drawing).scrollable_content_region.width

    @on(DiaryChanged)
    @on(DayTurned)
    def load(self) -> None:
        if self._width:
            self.version, self._columns = self.journal.diary.version, self._width
            self.read(partial(triggers_model.triggers_page, self.journal.diary, self._width), self.show)

    def show(self, page: TriggersPage) -> None:
        self.page = page
        drawing = self.query_one("#drawing", Drawing)
        if self.as_text:
            drawing.show_text(page.text.text)
        else:
            drawing.show(page.picture.lines)
        self.query_one("#notice").display = False
        self.show_options()
        if page.is_new:
            self.journal.diary_changed()
        if self._begins_with:
            action, self._begins_with = self._begins_with, ""
            super().begin_with(action)

    def begin_with(self, action: str) -> None:
        if self.page:
            super().begin_with(action)
        else:
            self._begins_with = action

    def say(self, text: str, manner: str = "") -> None:
        self.query("#notice").set(display=True)
        super().say(text, manner)

    def show_options(self) -> None:
        """The keys as words that can be clicked."""
        options = [ClickableWord("one habit", "do:habit", key="⏎")]
        if self.page is None or self.page.verdicts.guess_closed is None:
            options.append(ClickableWord("guess", "do:guess", key="g"))
        options += [
            ClickableWord("other view", "do:view", key="o"),
            ClickableWord("experiment", "dialog:experiment", key="x"),
        ]
        options += [ClickableWord("how it is judged", "do:how", key="j")]
        options.append(ClickableWord("picture" if self.as_text else "text", "do:text", key="t"))
        self.query_one("#options", WordFlow).show(options)

    # ---- one habit -----------------------------------------------------------------------------

    def action_habit(self) -> None:
        if self.page:
            self._ask_habit(self.page.habits)

    def _ask_habit(self, slugs: Iterable[str]) -> None:
        names = self.page.habits if self.page else {}
        rows = [TableRow(slug, "", _begun_large(names[slug])) for slug in slugs if slug in names]
        self.app.push_screen(Pick("More of which habit?", rows), self.open_habit)

    def open_habit(self, slug: str | None) -> None:
        if slug and self.page:
            name = terminal.on_one_line(self.page.habits[slug])
            make = partial(triggers_model.detail, self.journal.diary, slug)
            self.app.push_screen(LinesDialog(name, make, self.as_text))

    @on(DrawingClicked)
    def choose_on_page(self, message: DrawingClicked) -> None:
        if self.page:
            page = self.page.text if self.as_text else self.page.picture
            slugs = page.habits.get(message.y, ())
            if len(slugs) > 1:
                self._ask_habit(slugs)
            else:
                self.open_habit(next(iter(slugs), None))

    # ---- a guess -------------------------------------------------------------------------------

    def action_guess(self) -> None:
        if self.page is None:
            return
        if closed := self.page.verdicts.guess_closed:
            self.say(terminal.sentence(closed), "wrong")
            return
        rows = [TableRow(NOTHING, "", "Nothing: I suspect none of them"), *self._habit_rows()]
        about = "While there is nothing to see. It can be changed until 14 days are counted."
        self.app.push_screen(Pick("Which habit do you suspect?", rows, about), self._guessed_first)

    def _habit_rows(self, without: str = "") -> list[TableRow]:
        habits = self.page.verdicts.habits if self.page else ()
        names = self.page.habits if self.page else {}
        return [TableRow(h.slug, "", _begun_large(names.get(h.slug, h.slug))) for h in habits if h.slug != without]

    def _guessed_first(self, slug: str | None) -> None:
        if slug == NOTHING:
            self._keep_guess({})
        elif slug:
            self._ask_direction({}, slug)

    def _ask_direction(self, guess: dict[str, int], slug: str) -> None:
        """Of which of its days more twitches are suspected; Escape leaves the guess as it was."""
        habit = next(habit for habit in self.page.verdicts.habits if habit.slug == slug) if self.page else None
        if habit is not None:
            ends = habit.ends
            more, less = (ends.more, ends.less) if ends.more else (ends.some, ends.none)
            rows = [
                TableRow("0", "", "As is commonly believed, or I cannot say"),
                TableRow("1", "", terminal.on_one_line(more)),
                TableRow("-1", "", terminal.on_one_line(less)),
            ]
            self.app.push_screen(Pick("More twitches with which?", rows), partial(self._directed, guess, slug))

    def _directed(self, guess: dict[str, int], slug: str, direction: str | None) -> None:
        if direction is None:
            return
        guess = {**guess, slug: int(direction)}
        if len(guess) == GUESSES:
            self._keep_guess(guess)
        else:
            rows = [TableRow(NOTHING, "", "No other"), *self._habit_rows(slug)]
            self.app.push_screen(Pick("And which else?", rows), partial(self._guessed_second, guess))

    def _guessed_second(self, guess: dict[str, int], slug: str | None) -> None:
        if slug == NOTHING:
            self._keep_guess(guess)
        elif slug:
            self._ask_direction(guess, slug)

    def _keep_guess(self, guess: dict[str, int]) -> None:
        self.write(partial(self.journal.diary.keep_guess, guess), lambda _: self.journal.diary_changed())

    # ---- other pages ---------------------------------------------------------------------------

    def action_view(self) -> None:
        about = "cramps, jerks, minutes, rating; a site; days: 2026-10, A..B. No verdict; the view is counted."
        field = Field("line", "Look at", "", "cramps calf 2026-10-01..2026-11-15")
        self.app.push_screen(FormDialog("Another view", [field], self._view, about, "open"), self._viewed)

    def _view(self, values: dict[str, str]) -> triggers_model.OpenedView:
        return triggers_model.view(self.journal.diary, values["line"])

    def _viewed(self, viewed: triggers_model.OpenedView | None) -> None:
        if viewed:
            self.journal.diary_changed()
            self.app.push_screen(LinesDialog("A view, no verdict", viewed.lines, self.as_text))

    def action_experiment(self) -> None:
        self.journal.action_dialog("experiment")

    def action_how(self) -> None:
        self.app.push_screen(ChapterDialog("judging"))

    def action_text(self) -> None:
        self.as_text = not self.as_text
        if self.page:
            self.show(self.page)

    async def clicked(self, command: str) -> None:
        kind, _, name = command.partition(":")
        if kind == "do":
            getattr(self, f"action_{name}")()
        else:
            await super().clicked(command)


def _begun_large(name: str) -> str:
    """The name of a habit as a row of a list, where the diary's own words would stand out with their capitals."""
    name = terminal.on_one_line(name)
    return name[:1].upper() + name[1:]
