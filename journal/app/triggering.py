"""What the Triggers room asks of the diary. It knows no screen; its calls belong into threads: they load pandas."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.app import filtering, trending
from journal.app.diary import Diary
from journal.phrases.context import Context
from journal.refusal import Refused
from journal.store import judgements, opening, spans

if TYPE_CHECKING:
    from journal.analysis.judging.exploring import Explored, View
    from journal.analysis.judging.standing import Standing
    from journal.charts.ink import Line
    from journal.charts.verdicts.page import Page

GUESS_HOW = "g guesses."
HOW = "j tells how this is judged, ⏎ more of one habit."
TALL = 200
"""Rows of a page that scrolls."""


@dataclass(frozen=True)
class Shown:
    """The page for a width, as a picture and as plain text, the habits by name, and whether a look was taken."""

    standing: "Standing"
    picture: "Page"
    text: "Page"
    habits: dict[str, str]
    is_new: bool

    @property
    def guess(self) -> tuple[str, ...] | None:
        return self.standing.guess.habits if self.standing.guess else None


def shown(diary: Diary, columns: int) -> Shown:
    """What stands today; a look that is due is taken first."""
    from journal.analysis.judging import looking
    from journal.analysis.judging.standing import standing
    from journal.charts.verdicts import tiers
    from journal.charts.verdicts.page import page

    look = looking.look_if_due(diary.file, diary.clock())
    with opening.reading(diary.file) as connection:
        stands = standing(connection, diary.context(connection).here)
    picture, text = (page(stands, columns, pictures=is_one, guess_how=GUESS_HOW, how=HOW) for is_one in (True, False))
    return Shown(
        stands, picture, text, {habit.slug: tiers.name(habit) for habit in stands.known_habits}, look is not None
    )


def detail(diary: Diary, slug: str, columns: int) -> "tuple[str, list[Line], list[str]]":
    """The title, the picture and the text twin of one habit."""
    from journal.analysis.judging.standing import standing
    from journal.charts import draw, twin
    from journal.charts.verdicts import detail as details

    with opening.reading(diary.file) as connection:
        here = diary.context(connection).here
        stands = standing(connection, here)
        habit = next(one for one in stands.known_habits if one.slug == slug)
        figure = details.figure(connection, stands, habit, here)
    return figure.title, draw.lines(figure, columns, TALL)[1:], twin.text(figure, columns)[2:]


@dataclass(frozen=True)
class Viewed:
    """A view that was opened, and how many were since the last look."""

    found: "Explored"
    opened: int

    def lines(self, columns: int) -> "tuple[str, list[Line], list[str]]":
        from journal.charts.verdicts import views

        drawn, text = views.lines(self.found, self.opened, columns), views.text(self.found, self.opened, columns)
        return "A view, no verdict", drawn, text


def view(diary: Diary, line: str) -> Viewed:
    """Another outcome, site or span, said in a line such as `cramps`, `calf 2026-10`; it is counted."""
    from journal.analysis.judging import exploring
    from journal.charts.verdicts import views

    with opening.reading(diary.file) as connection:
        context = diary.context(connection)
        wanted = _view(context, line)
        found = exploring.explore(connection, wanted, context.here)
    if found is None:
        raise Refused(f"{views.view_words(wanted)}: not known on any day that is over, so there is nothing to look at")
    return Viewed(found, judgements.count_exploration(diary.file, context.here))


def _view(context: Context, line: str) -> "View":
    from journal.analysis.judging.exploring import KINDS, OUTCOMES, RATING, View

    asked = filtering.wanted(line, context.here)
    rest = [word.lower() for word in asked.text.split()]
    outcome = next((word for word in rest if word in OUTCOMES), None)
    named = trending.words_named(context, " ".join(word for word in rest if word != outcome))
    kind = named.get("kind")
    if kind and outcome is None:
        outcome = next((name for name, kinds in KINDS.items() if kinds == (kind,)), None)
    if named.get("side") or (kind and kind not in KINDS.get(outcome or "", ())):
        raise Refused(f"a view is of {', '.join(OUTCOMES)}, of a site, or of days such as 2026-10 or A..B")
    site = named.get("site")
    if site and outcome == RATING:
        raise Refused("the rating is of the whole day; leave the site out")
    if not (outcome or site or asked.first or asked.last):
        raise Refused("say what to look at: cramps, rating, calf, 2026-10, cramps calf 2026-10..2026-11")
    sites = spans.with_children([site], context.words.parents) if site else ()
    label = context.words.label("site", site) if site else ""
    first, last = (date.fromisoformat(day) if day else None for day in (asked.first, asked.last))
    return View(outcome or "twitches", sites, label, first, last)


def guess(diary: Diary, slugs: tuple[str, ...]) -> None:
    """Store what is suspected."""
    with opening.reading(diary.file) as connection:
        here = diary.context(connection).here
    judgements.keep_guess(diary.file, slugs, here)
