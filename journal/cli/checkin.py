"""checkin: what is still open of a day, one line each."""

import sys
from datetime import timedelta

import click

from journal import settings
from journal.cli.line import tell
from journal.cli.output import hanging, say
from journal.cli.own import scale
from journal.cli.show import days
from journal.moments import day_words
from journal.phrases.context import Context
from journal.refusal import Refused
from journal.store import opening, reading
from journal.store.entering import enter_all, rehearse
from journal.store.openquestions import Open, meant, open_questions

GAPS = 7


@click.command()
@click.argument("day", required=False, nargs=-1)
@click.option("--gaps", is_flag=True, help=f"The last {GAPS} days in one go.")
@click.pass_obj
def checkin(db: str | None, day: tuple[str, ...], gaps: bool) -> None:
    """Ask what is still open of a day, one line each; Enter leaves it open.

    A value alone answers the question; any line that `log` knows does too, and is stored with it. All of it
    is stored in one step at the end. Ctrl-D ends early and stores what was said; Ctrl-C stores nothing.

    \b
    Examples:
      twitch-journal checkin
      twitch-journal checkin yesterday
      twitch-journal checkin --gaps
    """
    path, _ = settings.diary_path(db)
    with opening.reading(path) as connection:
        context = reading.context(connection)
        first, last = days(" ".join(day) or None, context)
        if first != last:
            raise Refused("a check-in is of one day; for the last 7 days say --gaps")
        asked = [first - timedelta(days=back) for back in range(GAPS - 1, -1, -1)] if gaps else [first]
        if asked[-1] > context.here.today:
            raise Refused(f"{day_words(asked[-1], context.here.today)} has not come yet")
        still = [one for each in asked for one in open_questions(connection, each)]
    if not still:
        say("Nothing is open; every question that is on has an answer.")
        return
    lines = _ask(still, context, path)
    if not lines:
        say("Nothing was said, so nothing was stored.")
        return
    tell(enter_all(path, lines))


def _ask(still: list[Open], context: Context, path: object) -> list[str]:
    """The phrases that were said, each on its day; what is refused is asked again."""
    lines: list[str] = []
    today = context.here.today
    shown = None
    for one in still:
        if one.day != shown:
            shown = one.day
            say()
            say(day_words(one.day, today), bold=True)
        while True:
            text = _read_line(one)
            if text is None:
                return lines
            if not text.strip():
                break
            phrase = meant(one.question, text, context.words)
            line = phrase if one.day == today else f"{one.day.isoformat()}: {phrase}"
            try:
                answered = rehearse(path, [*lines, line], one)  # type: ignore[arg-type]
            except Refused as refused:
                for part in hanging("  ", str(refused)):
                    say(part)
                continue
            lines.append(line)
            if answered:
                break
    return lines


def _read_line(one: Open) -> str | None:
    """What the user says to a question; None at the end of the input."""
    sys.stdout.write(f"  {one.question.label.rstrip('?')} ({scale(one.question)})? ")
    sys.stdout.flush()
    line = sys.stdin.buffer.readline()
    if not (line.endswith(b"\n") and sys.stdin.isatty()):
        say()
    return line.decode("utf-8", "surrogateescape").rstrip("\r\n") if line else None
