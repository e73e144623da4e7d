"""checkin: the open questions of a day, asked one by one."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import click

from journal import settings
from journal.catalog.questions import Question
from journal.catalog.workouts import REPLY
from journal.cli.ask_lines import INTERRUPTED, further_lines, read_line
from journal.cli.commands.question import scale
from journal.cli.commands.show import days_of
from journal.cli.completion import days as days_to_ask
from journal.cli.completion import offers
from journal.cli.ending import EndRequested, EndRequests
from journal.cli.output import paragraph, say, warn
from journal.cli.store_line import tell
from journal.errors import Refused
from journal.moments import UserClock, day_words
from journal.phrases.context import Context
from journal.phrases.write.format_number import counted
from journal.store.file import connections
from journal.store.read import open_days, pauses, queries
from journal.store.read.checkin import OpenQuestion, answer_phrase, open_questions, open_with_yesterday
from journal.store.read.pauses import pause_words
from journal.store.read.question_states import questions_on
from journal.store.write.entry import enter_all, line_of, rehearse

GAPS = 7
BESIDE = "    "
"""Before what is said to an answer."""
RESUME = "`twitch-journal resume` goes on; `twitch-journal checkin today` asks all the same."
HINTS = {
    "sleep_hours": "hours, or 23:40-06:10",
    "caffeine_mg": "mg, none, or 2 coffees",
    "workout_load": REPLY,
    "fluids_ml": "{volume}, 1.8l, or water 0.5l",
    "alcohol_g": "g, none, or beer 0.5l",
}
"""What can be said to a question of which the scale says too little."""


@click.command()
@click.argument("day", required=False, nargs=-1, shell_complete=offers(days_to_ask))
@click.option("--gaps", is_flag=True, help=f"The last {GAPS} days in one go, the oldest first.")
@click.option("--away", is_flag=True, help="The days since you were here last, the newest first: one rating each.")
@click.pass_obj
def checkin(db: str | None, day: tuple[str, ...], gaps: bool, away: bool) -> int:
    """Ask what is still open of a day, one line each. Enter leaves a question open.

    A value alone answers the question. Any line that `log` knows is an answer too: `2 coffees` to caffeine, `run 30m 5`
    to the workout, which takes `legs 45 8` as well, and yesterday's is asked first where it is open. It is of that day,
    without a clock unless you say one. All of it is stored at the end in one step, which one `undo` takes back. Ctrl-D
    ends early and stores what was said, as does a terminal that is closed; Ctrl-C stores nothing, and neither do more
    piped lines than there are questions.

    \b
    Examples:
      twitch-journal checkin
      twitch-journal checkin yesterday
      twitch-journal checkin --gaps
      twitch-journal checkin --away
    """
    if away and (day or gaps):
        raise Refused("--away asks about the days since you were here last; leave the day and --gaps out")
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        context = queries.context(connection)
        today = context.clock.today
        first = _one_day(" ".join(day), context.clock)
        if not (day or gaps or away) and (pause := pauses.pause_on(connection, first)):
            paragraph(f"The diary is {pause_words(pause, first)}, so nothing is asked. {RESUME}")
            return 0
        questions = _ratings(connection, today) if away else _open_questions(connection, first, today, gaps=gaps)
        any_on = bool(questions_on(connection))
    if not questions:
        if away:
            paragraph("No day is open since you were here last.")
            return 0
        span = f"in the {GAPS} days to" if gaps else "on"
        if any_on:
            paragraph(f"Nothing is open {span} {day_words(first, today)}; every question has its answer.")
        else:
            paragraph("No question is on; `question on stress` makes the check-in ask one.")
        _refuse_further_lines()
        return 0
    if away:
        fine = open_days.NOT_LOGGED_IS_FINE
        paragraph(f"A rating, a line such as `note travelling`, or Enter to leave a day. {fine}")
    return _ask_and_store(path, questions, context)


def _one_day(text: str, clock: UserClock) -> date:
    """The day that is meant, today without words."""
    first, last = days_of(text or None, clock)
    if first != last:
        raise Refused(f"a check-in is of one day; for the last {GAPS} days say --gaps")
    if first > clock.today:
        raise Refused(f"{day_words(first, clock.today)} has not come yet")
    return first


def _open_questions(connection: sqlite3.Connection, day: date, today: date, *, gaps: bool) -> list[OpenQuestion]:
    """What is open of a day; with `gaps` of the days up to it too, but for those of a pause."""
    if not gaps:
        return open_with_yesterday(connection, today) if day == today else open_questions(connection, day)
    days = [day - timedelta(days=back) for back in range(GAPS - 1, -1, -1)]
    days = [each for each in days if not pauses.pause_on(connection, each)]
    return [question for each in days for question in open_questions(connection, each)]


def _ratings(connection: sqlite3.Connection, today: date) -> list[OpenQuestion]:
    """The rating of each open day since the person was here last."""
    ratings = [question for question in questions_on(connection) if question.role == "outcome"]
    if not ratings:
        raise Refused("no rating of a day is on; `question on twitchiness` turns one on")
    return [OpenQuestion(day, ratings[-1]) for day in open_days.open_days(connection, today)]


def _ask_and_store(path: Path, questions: list[OpenQuestion], context: Context) -> int:
    """Ask, and store what was said in one step; the exit code."""
    lines: list[str] = []
    with EndRequests() as ending:
        try:
            _ask(questions, lines, context, path, ending)
        except (EndRequested, OSError):  # nobody may be left to hear a word: what was said is stored before one is said
            receipts = enter_all(path, lines, context.clock) if lines else []
            say()
            tell(receipts)
            return ending.exit_code or INTERRUPTED
        except KeyboardInterrupt:
            say()
            warn("Interrupted; nothing was stored.")
            return INTERRUPTED
        say()
        if lines:
            tell(enter_all(path, lines, context.clock))
        else:
            say("Nothing was said, so nothing was stored.")
    return 0


def _refuse_further_lines() -> None:
    """Lines of a pipe behind the last question: one that was answered already may have shifted all answers."""
    if lines := further_lines():
        raise Refused(
            f"{counted(len(lines), 'line')} more than there are questions open, from “{lines[0]}” on, so that an answer"
            " may have met another question than was meant; nothing was stored. `log -` stores lines of any kind"
        )


def _ask(questions: list[OpenQuestion], lines: list[str], context: Context, path: Path, ending: EndRequests) -> None:
    """Put the lines that are said behind the others; what is refused is asked again."""
    paragraph("Enter leaves a question open; any line of `log` is an answer too. Ctrl-D ends.")
    still_open = questions
    heading = None
    for question in questions:
        if question.day != heading:
            heading = question.day
            say()
            say(day_words(question.day, context.clock.today), bold=True)
        while question in still_open:
            with ending.waiting():
                text = read_line(_with_hint(question.question, context.lexicon.volume_unit))
            if text is None:
                return
            if not text.strip():
                break
            try:
                line, still_open = _understood(text, question, lines, questions, context, path)
            except Refused as refused:
                paragraph(str(refused), BESIDE)
                continue
            lines.append(line)
            if question in still_open:
                paragraph("That is kept too; the question is still open.", BESIDE)
    _refuse_further_lines()


def _understood(
    text: str, question: OpenQuestion, lines: list[str], questions: list[OpenQuestion], context: Context, path: Path
) -> tuple[str, list[OpenQuestion]]:
    """The line that an answer is, and what is open after it. It belongs to the day of the question, without a clock,
    unless it says its own."""
    days = dict.fromkeys(each.day for each in questions)
    line = line_of(question.day, answer_phrase(question.question, text, context.lexicon), context)
    return line, rehearse(path, [*lines, line], days, context.clock)


def _with_hint(question: Question, volume_unit: str) -> str:
    """A question with what can be said to it."""
    hint = HINTS.get(question.slug, "").format(volume=volume_unit) or _scale(question)
    return f"{question.label.rstrip('?')} ({hint})?"


def _scale(question: Question) -> str:
    """What can be answered, without brackets in brackets."""
    low, high = question.low_means, question.highest
    if question.is_yes_or_no or not low or high is None or not question.high_means:
        return scale(question)
    return f"{question.lowest:g} {low}, {high:g} {question.high_means}"
