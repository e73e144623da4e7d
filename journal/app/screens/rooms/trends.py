"""Trends: one chart at a time, of a span and a filter that keys and clicks change."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.geometry import Size

from journal import settings, terminal
from journal.app.diary import reason
from journal.app.messages import DayTurned, DiaryChanged
from journal.app.models import trends_model
from journal.app.models.trends_model import DrawnView, TrendsChoice
from journal.app.screens.base import ROOMS_CSS, WIDE, Room
from journal.app.widgets.clickable_text import ClickableWord, Notice, WordFlow, flow
from journal.app.widgets.drawing import Drawing
from journal.app.widgets.line_input import LineInput
from journal.charts.request import LONGEST_LAG, MEASURES, STEPS
from journal.charts.views import VIEWS
from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.records import replace
from journal.settings import FIRST_WEEKDAY

GAP, SIDES = 2, 4
"""Between two words of a choice, and beside a line of them."""
HIGH = 30
"""Rows from which all views are named: on fewer a second line of them would take a row from the picture."""
CHOSEN = "bold underline $foreground"
HINT = "left calf, cramp, 2026-10, 2026-10-01..2026-11-15"


class TrendsScreen(Room):
    """The views by number, the span and what it is narrowed to, and the picture or its words."""

    HELP = (
        "Pictures of what you noticed, not verdicts. "
        "A digit chooses a view, d the days; left is earlier, right later.\n"
        "/ narrows it to a site, side or kind, or to days such as 2026-10-01..2026-11-15. t shows the same as text.\n"
        "h and l choose the habit and how many days before the twitches it is looked at, where a view has one."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "view(1)", "View", id="trends.view", tooltip="The next view"),
        Binding("V", "view(-1)", "View before", id="trends.view_before", show=False),
        *(
            Binding(view.key, f"choose('{name}')", f"View: {view.label}", id=f"trends.{name}", show=False)
            for name, view in VIEWS.items()
        ),
        Binding("d", "days", "Days", id="trends.days", tooltip="7, 30, 90, 365 days, or all"),
        Binding("left", "back(1)", "Earlier", key_display="←", id="trends.earlier", show=False),
        Binding("right", "back(-1)", "Later", key_display="→", id="trends.later", show=False),
        Binding("h", "habit(1)", "Habit", id="trends.habit", show=False),
        Binding("H", "habit(-1)", "Habit before", id="trends.habit_before", show=False),
        Binding("l", "lag", "Lag", id="trends.lag", show=False, tooltip="The habit 0 to 3 days before the twitches"),
        Binding("s", "step", "Day, week, month", id="trends.step", show=False),
        Binding("u", "measure", "Count, minutes, intensity, rating", id="trends.measure", show=False),
        Binding("t", "text", "As text", id="trends.text", tooltip="The same as a sentence and tables"),
        Binding("w", "save", "Write a file", id="trends.save", tooltip="The numbers as CSV or the picture as SVG"),
        Binding("slash", "filter", "Only", key_display="/", id="trends.filter", tooltip="A site, side, kind or days"),
        Binding("escape", "back_home", "Clear, then today", id="trends.back", show=False),
    ]
    AUTO_FOCUS = "#drawing"
    CSS_PATH = ROOMS_CSS
    room = "trends"

    def __init__(self) -> None:
        super().__init__()
        self.choice = TrendsChoice()
        self.drawn: DrawnView | None = None
        self.refusal: Refused | None = None
        self.as_text = False
        self._drawn_for = Size(0, 0)

    def body(self) -> ComposeResult:
        yield WordFlow(id="views", gap=GAP)
        with Horizontal(id="only-line"):
            yield Notice("Only: ", classes="prompt")
            yield LineInput(id="only", placeholder=HINT)
        yield WordFlow(id="options", gap=GAP)
        yield Drawing(id="drawing")
        yield Notice(id="below")
        yield Notice(id="notice")

    def on_mount(self) -> None:
        super().on_mount()
        field = self.query_one("#only", LineInput)
        field.value = self.choice.only
        self.show_only_line()
        self.show_choice()
        self.watch(self.query_one("#drawing", Drawing), "scroll_y", self.show_below, init=False)
        self.say("Drawing …", "quiet")

    # ---- what is drawn -------------------------------------------------------------------------

    @on(DiaryChanged)
    @on(DayTurned)
    def load(self) -> None:
        size = self._room_for_drawing()
        if size.width and size.height:
            self.version, self._drawn_for = self.journal.diary.version, size
            choice = replace(self.choice, week_starts=FIRST_WEEKDAY[self.journal.preferences.week_starts])
            self.read(partial(trends_model.draw_view, self.journal.diary, choice, *size), self.show)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self._room_for_drawing() != self._drawn_for:
            self.load()

    def _room_for_drawing(self) -> Size:
        """With the line that stays below it while it scrolls."""
        size = self.query_one("#drawing", Drawing).scrollable_content_region.size
        below = self.query_one("#below")
        return Size(size.width, size.height + (below.size.height if below.display else 0))

    def show(self, drawn: DrawnView) -> None:
        self.drawn, self.refusal = drawn, None
        self.choice = replace(self.choice, back=drawn.back)
        drawing = self.query_one("#drawing", Drawing)
        if self.as_text:
            drawing.show_text(drawn.text)
        else:
            drawing.show(drawn.page.lines)
        self.query_one("#below", Notice).display = bool(drawn.page.below) and not self.as_text
        self.show_below()
        if drawn.figure.missing:
            self.say("Escape leads to Today, where a line logs what happened.", "quiet")
        else:
            self.query_one("#notice").display = False
        self.show_choice()
        self.call_after_refresh(self._fit)  # what is chosen may take another line than before

    def show_below(self) -> None:
        """The line that stays under a picture that scrolls, and which way there is more."""
        if self.drawn:
            text = "".join(span.text for span in self.drawn.page.below)
            drawing = self.query_one("#drawing", Drawing)
            is_at_end = drawing.scroll_y > 0 and drawing.is_vertical_scroll_end
            more = trends_model.AT_END if is_at_end else trends_model.SCROLLED
            self.query_one("#below", Notice).say(text.replace(trends_model.SCROLLED, more))

    def show_choice(self) -> None:
        """The views and what is asked, as words that can be clicked."""
        choice = self.choice
        self.query_one("#views", WordFlow).show(self._view_words())
        figure = self.drawn.figure if self.drawn else None
        number = figure.days if figure and not (figure.missing and not choice.days) else choice.days
        days = counted(number, "day") if number else "all days"
        others: list[ClickableWord] = []
        choices = VIEWS[choice.view].choices
        if "habit" in choices:
            name = terminal.on_one_line(self.drawn.habit) if self.drawn else ""
            lag = f"{counted(choice.lag, 'day')} before" if choice.lag else "same day"
            others += [ClickableWord(name, "do:habit", key="h"), ClickableWord(lag, "do:lag", key="l")]
        if "step" in choices:
            others.append(ClickableWord(f"by {choice.step}" if choice.step else "step", "do:step", key="s"))
        if "measure" in choices:
            others.append(ClickableWord(choice.measure, "do:measure", key="u"))
        others.append(ClickableWord("picture" if self.as_text else "text", "do:text", key="t"))
        span = ClickableWord(days, "do:days", key="d")
        earlier, later = ClickableWord("earlier", "do:earlier", key="←"), ClickableWord("later", "do:later", key="→")
        in_words = [earlier, span, later, *others]
        as_arrows = [earlier._replace(text=""), span, later._replace(text=""), *others]
        forms = ((in_words, GAP), (as_arrows, GAP), (as_arrows, 1))
        options = self.query_one("#options", WordFlow)
        options.show(*min(forms, key=lambda form: len(flow(form[0], self.size.width - SIDES, form[1]))))

    def _view_words(self) -> list[ClickableWord]:
        """All views, where that leaves room for a picture; else those that share a line with the chosen one."""
        views = {
            name: ClickableWord(view.label, f"view:{name}", CHOSEN if name == self.choice.view else "", view.key)
            for name, view in VIEWS.items()
        }
        chosen = views[self.choice.view]
        if self.size.width < WIDE:
            return [ClickableWord("‹ view", "do:view_before"), chosen, ClickableWord("view ›", "do:view")]
        if self.size.height >= HIGH:
            return list(views.values())
        lines = flow(list(views.values()), self.size.width - SIDES - 2 * (GAP + len("‹")), GAP)
        number = next(number for number, line in enumerate(lines) if chosen in line)
        before = [ClickableWord("‹", lines[number - 1][-1].command)] if number else []
        after = [ClickableWord("›", lines[number + 1][0].command)] if number + 1 < len(lines) else []
        return [*before, *lines[number], *after]

    def say(self, text: str, manner: str = "") -> None:
        self.query("#notice").set(display=True)
        super().say(text, manner)

    def unread(self, refused: Refused) -> None:
        """Another view's picture is no answer. While it is said what the picture is narrowed to, it stays."""
        if not self.choice.only:
            self.drawn = None
            self.query_one("#drawing", Drawing).show([])
            self.query_one("#below").display = False
        super().unread(refused)

    def refused(self, refused: Refused) -> None:
        self.refusal = refused
        super().refused(refused)
        self.show_choice()

    # ---- what is asked -------------------------------------------------------------------------

    def ask_for(self, **changed: object) -> None:
        """Look at something else."""
        self.choice = replace(self.choice, **changed)
        self.load()

    def begin_with(self, action: str) -> None:
        """Show the view of that name."""
        self.choice = replace(self.choice, view=action)
        if self.is_mounted:  # else it is drawn when its size is known
            self.load()

    def action_choose(self, view: str) -> None:
        self.ask_for(view=view)

    def action_view(self, by: int) -> None:
        self.ask_for(view=trends_model.following(list(VIEWS), self.choice.view, by))

    def action_days(self) -> None:
        self.ask_for(days=trends_model.following(trends_model.SPANS, self.choice.days), back=0)

    def action_back(self, by: int) -> None:
        self.ask_for(back=self.choice.back + by)

    def action_habit(self, by: int) -> None:
        self.ask_for(habit=self.choice.habit + by)

    def action_lag(self) -> None:
        self.ask_for(lag=(self.choice.lag + 1) % (LONGEST_LAG + 1))

    def action_step(self) -> None:
        self.ask_for(step=trends_model.following((None, *STEPS), self.choice.step))

    def action_measure(self) -> None:
        self.ask_for(measure=trends_model.following(MEASURES, self.choice.measure))

    def action_text(self) -> None:
        self.as_text = not self.as_text
        if self.drawn:
            self.show(self.drawn)

    def action_filter(self) -> None:
        self.query_one("#only-line").display = True
        self.query_one("#only", LineInput).focus()

    def only(self, line: str) -> None:
        """Narrow the view to what a line says."""
        self.choice = replace(self.choice, only=line)
        if self.is_mounted:
            self.query_one("#only", LineInput).value = line
            self.show_only_line()

    def show_only_line(self) -> None:
        """It takes a row from the picture: it is there while it is written in or says something."""
        field = self.query_one("#only", LineInput)
        self.query_one("#only-line").display = field.has_focus or bool(field.value)

    @on(LineInput.Changed, "#only")
    def narrow(self, message: LineInput.Changed) -> None:
        self.ask_for(only=message.value, back=0)

    @on(LineInput.Submitted, "#only")
    def into_drawing(self) -> None:
        self.query_one("#drawing", Drawing).focus()
        self.call_after_refresh(self.show_only_line)

    def action_back_home(self) -> None:
        field = self.query_one("#only", LineInput)
        if field.has_focus or field.value:
            field.value = ""
            self.into_drawing()
        else:
            self.journal.go("today")

    # ---- files ---------------------------------------------------------------------------------

    def action_save(self) -> None:
        from journal.app.models.form_field import Field
        from journal.app.screens.dialogs.form import FormDialog

        if self.drawn is None or self.refusal:
            super().refused(self.refusal or Refused("nothing is drawn yet"))
            return
        figure = self.drawn.figure
        name = f"~/twitches-{figure.view}-{figure.last.isoformat()}.svg"
        about = "The picture where the name ends in .svg, the numbers where it ends in .csv. No file is replaced."
        about += f" ~ is {Path.home()}."
        self.app.push_screen(
            FormDialog(
                "Write a file", [Field("file", "File", name, name)], partial(_write, self.drawn), about, "write"
            ),
            self._written,
        )

    def _written(self, path: Path | None) -> None:
        if path:
            self.say(f"Written, readable by you alone: {terminal.path_words(path)}", "done")

    async def clicked(self, command: str) -> None:
        kind, _, name = command.partition(":")
        if kind == "view":
            self.action_choose(name)
        elif kind == "do":
            does: dict[str, Callable[[], None]] = {
                "view": partial(self.action_view, 1),
                "view_before": partial(self.action_view, -1),
                "earlier": partial(self.action_back, 1),
                "later": partial(self.action_back, -1),
                "habit": partial(self.action_habit, 1),
                "days": self.action_days,
                "lag": self.action_lag,
                "step": self.action_step,
                "measure": self.action_measure,
                "text": self.action_text,
            }
            does[name]()
        else:
            await super().clicked(command)


def _write(drawn: DrawnView, values: dict[str, str]) -> Path:
    """A new file, whole or not at all; one that is there is left alone. Returns where it is."""
    from journal.sharing.folder import new_file

    name = values["file"].strip()
    text = trends_model.file_text(drawn.figure, name)
    path = settings.expanded(name).absolute()
    try:
        with new_file(path) as file:
            file.write(text.encode())
    except FileExistsError:
        raise Refused(f"there is a file {path} already; choose another name") from None
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise Refused(f"{path} cannot be written: {reason(error)}; nothing was written") from error
    return path
