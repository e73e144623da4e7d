"""What the Triggers room asks of the diary. It knows no screen; its calls belong in threads: they load pandas."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal import activity
from journal.app.diary import Diary
from journal.errors import Refused
from journal.phrases.context import Context
from journal.requests import read_episodes

if TYPE_CHECKING:
    from journal.analysis.looks.current_verdicts import CurrentVerdicts
    from journal.analysis.looks.explore import ExploredHabits, ExploreRequest
    from journal.charts.styled_text import Line
    from journal.charts.verdicts.verdict_page import VerdictPage

GUESS_HOW = "g guesses."
HOW = "j tells how this is judged, ⏎ more of one habit."
TALL = 200
"""Rows of a page that scrolls."""


@dataclass(frozen=True)
class TriggersPage:
    """The page for a width, as a picture and as plain text, the habits by name, and whether a look was taken."""

    verdicts: "CurrentVerdicts"
    picture: "VerdictPage"
    text: "VerdictPage"
    habits: dict[str, str]
    is_new: bool


def triggers_page(diary: Diary, columns: int) -> TriggersPage:
    """What stands today; a look that is due is taken first."""
    from journal.analysis.looks import take_follow_ups, take_look
    from journal.analysis.looks.current_verdicts import current_verdicts
    from journal.charts.verdicts import tiers
    from journal.charts.verdicts.verdict_page import page

    with activity.doing("judging the diary"):
        look = take_look.look_if_due(diary.file, diary.read_clock())
        take_follow_ups.follow_up_claims(diary.file, diary.read_clock())
    with diary.reading() as connection:
        verdicts = current_verdicts(connection, diary.context(connection).clock)
    picture, text = (page(verdicts, columns, pictures=is_one, guess_how=GUESS_HOW, how=HOW) for is_one in (True, False))
    return TriggersPage(
        verdicts, picture, text, {habit.slug: tiers.name(habit) for habit in verdicts.known_habits}, look is not None
    )


def detail(diary: Diary, slug: str, columns: int) -> "tuple[str, list[Line], list[str]]":
    """The title, the picture and the text twin of one habit."""
    from journal.analysis.looks.current_verdicts import current_verdicts
    from journal.charts.render import draw_lines, text_export
    from journal.charts.verdicts import detail as details

    with diary.reading() as connection:
        clock = diary.context(connection).clock
        verdicts = current_verdicts(connection, clock)
        habit = next(habit for habit in verdicts.known_habits if habit.slug == slug)
        figure = details.figure(connection, verdicts, habit, clock)
    return figure.title, draw_lines.lines(figure, columns, TALL)[1:], text_export.text(figure, columns)[2:]


@dataclass(frozen=True)
class OpenedView:
    """A view that was opened, and how many were since the last look."""

    habits: "ExploredHabits"
    opened: int

    def lines(self, columns: int) -> "tuple[str, list[Line], list[str]]":
        from journal.charts.verdicts import explored_view

        picture = explored_view.lines(self.habits, self.opened, columns)
        return "A view, no verdict", picture, explored_view.text(self.habits, self.opened, columns)


def view(diary: Diary, line: str) -> OpenedView:
    """Another outcome, site or span, said in a line such as `cramps`, `calf 2026-10`; it is counted."""
    from journal.analysis.looks import explore
    from journal.charts.verdicts import explored_view

    with diary.reading() as connection:
        context = diary.context(connection)
        request = _view(context, line)
        habits = explore.explore(connection, request, context.clock)
    if habits is None:
        raise Refused(
            f"{explored_view.view_words(request)}: not known on any day that is over, so there is nothing to look at"
        )
    return OpenedView(habits, diary.count_exploration())


def _view(context: Context, line: str) -> "ExploreRequest":
    from journal.analysis.looks.explore import KINDS, OUTCOMES, request

    terms = line.split()
    outcome = next((term.lower() for term in terms if term.lower() in OUTCOMES), None)
    days, site, side, kind = read_episodes(" ".join(term for term in terms if term.lower() != outcome), context)
    if kind and outcome is None:
        outcome = next((name for name, kinds in KINDS.items() if kinds == (kind,)), None)
    if side or (kind and kind not in KINDS.get(outcome or "", ())):
        raise Refused(f"a view is of {', '.join(OUTCOMES)}, of a site, or of days such as 2026-10 or A..B")
    if not (outcome or site or any(days)):
        raise Refused("say what to look at: cramps, rating, calf, 2026-10, cramps calf 2026-10..2026-11")
    return request(outcome, site, days, context.lexicon)
