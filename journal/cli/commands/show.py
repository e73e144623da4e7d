"""show: a day as a page."""

import sqlite3
from datetime import date, timedelta
from typing import Any

import click

from journal import moments, requests, settings
from journal.cli.completion import days as week
from journal.cli.completion import offers as completed
from journal.cli.output import paragraph, say, say_json, width
from journal.moments import UserClock
from journal.phrases.context import Context
from journal.phrases.write.describe import describe_on, describe_record
from journal.phrases.write.format_number import counted
from journal.phrases.write.format_phrase import phrases
from journal.phrases.write.format_time import clock_words, when_of, when_words
from journal.records import Episode, Medicine, Record, Sleep, replace
from journal.store.file import connections
from journal.store.offers import offers
from journal.store.read import pauses, queries
from journal.store.read.day_page import DayPage, day_page
from journal.store.read.pauses import pause_words
from journal.terminal import cell_len, on_one_line, padded, printable


@click.command()
@click.argument("span", required=False, metavar="[DAY|FROM..TO]", nargs=-1, shell_complete=completed(week))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a day, for other programs.")
@click.pass_obj
def show(db: str | None, span: tuple[str, ...], as_json: bool) -> None:
    """A day as a page: what happened in its order, the check-in, and what each total is made of.

    Every question is a value, none, or not logged; the three are never mixed up. In brackets stands the
    short id by which a record can be named.

    \b
    Examples:
      twitch-journal show                       today
      twitch-journal show yesterday             also: Mon, 3 days ago, 12 Dec
      twitch-journal show 2026-11-01..2026-11-07
      twitch-journal show 2026-11-18 --json
    """
    print_pages(db, " ".join(span) or None, as_json=as_json)


def print_pages(db: str | None, span: str | None, *, as_json: bool = False) -> None:
    """The pages of a span, today's without one."""
    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        context = queries.context(connection)
        first, last = days_of(span, context.clock)
        if as_json:
            _print_json(connection, first, last, context)
            return
        _print_going_on(connection, context)
        if first == last:
            _print_page(day_page(connection, first, context.lexicon), context)
            if first == context.clock.today:
                _print_offers(connection, context)
        else:
            _print_span(connection, first, last, context)


def days_of(text: str | None, clock: UserClock) -> tuple[date, date]:
    """The first and the last day of `DAY` or `FROM..TO`; today without words."""
    return requests.read_closed_days(text, clock) if text else (clock.today, clock.today)


def _print_going_on(connection: sqlite3.Connection, context: Context) -> None:
    """What was begun and never stopped, whatever day is shown."""
    for episode in queries.going_on(connection):
        what = describe_record(replace(episode, going_on=False), context.lexicon)
        paragraph(f"{what}: going on since {when_words(episode, context.clock)}; `stop` ends it")


# ---- as text ------------------------------------------------------------------------------------------------


def _print_span(connection: sqlite3.Connection, first: date, last: date, context: Context) -> None:
    recorded = queries.days_between(connection, first, last)
    paused = len(pauses.paused_days(connection, first.isoformat(), last.isoformat()) - {str(day) for day in recorded})
    number = (last - first).days + 1 - paused
    also = f", {paused} paused" if paused else ""
    paragraph(f"Something is logged on {len(recorded)} of {counted(number, 'day')}{also}, {first} to {last}")
    for day in recorded:
        say()
        _print_page(day_page(connection, day, context.lexicon), context)


def _print_page(page: DayPage, context: Context) -> None:
    away = (page.day - context.clock.today).days
    relative = {0: " · today", -1: " · yesterday", 1: " · tomorrow"}.get(away, "")
    say(f"{moments.day_words(page.day, date.min)}{relative}", bold=True)
    if page.pause:
        paragraph(f"The diary is {pause_words(page.pause, context.clock.today)}; {_way_on(page, context)}")
    elif not page.logged and not page.signs:
        say()
        paragraph("Nothing is logged for this day. For example: twitch-journal log left calf 4 2m")
    if page.records:
        say()
    starts = [_start(record, context, page.day) for record, _ in page.records]
    column = max([5, *(cell_len(start) for start in starts)]) + 2
    for (record, identity), start in zip(page.records, starts, strict=True):
        text = describe_on(page.day.isoformat(), record, context.lexicon)
        text += page.overlap_words(record, lambda other: describe_record(other, context.lexicon))
        paragraph(f"{text}  [{identity}]", padded(start, column))
    _print_lines(page)
    if page.signs:
        say()
    for line in page.signs:
        paragraph(f"{line[:1].upper()}{line[1:]}", indent=4)
    if page.note:
        say()
        paragraph(page.note, "Note: ")


def _print_offers(connection: sqlite3.Connection, context: Context) -> None:
    """What can be done today and need not be; that the diary rests stands above already."""
    due = [offer for offer in offers.due(connection, context.clock) if offer.command and offer.name != "pause"]
    if due:
        say()
    for offer in due:
        paragraph(f"{on_one_line(offer.text)} `twitch-journal {offer.command}`", dim=True)


def _way_on(page: DayPage, context: Context) -> str:
    is_today = page.day == context.clock.today
    return "no day of it is missing. `twitch-journal resume` goes on." if is_today else "the day is not missing."


def _start(record: Record, context: Context, day: date) -> str:
    """The clock or the part of the day at which a record stands; nothing where only the day is known."""
    if isinstance(record, Medicine):
        return ""
    day_lived, instant, offset, part = when_of(record)
    if isinstance(record, Sleep) and not record.nap:
        instant, offset = record.ended_at, record.ended_utc_offset_minutes
    return clock_words(context.clock, instant, offset, day_lived) if instant else part or ""


def _print_lines(page: DayPage) -> None:
    say()
    say("Check-in", bold=True)
    labels = [f"  {printable(line.question.label)}  " for line in page.lines]
    column = min(max(cell_len(label) for label in labels), width() // 2)
    value_width = max(len(line.phrase) for line in page.lines) + 2
    for line, label in zip(page.lines, labels, strict=True):
        dim = line.state == "not logged"
        fits = cell_len(label) <= column
        if not fits:
            paragraph(label.strip(), "  ", dim=dim)
        paragraph(line.phrase.ljust(value_width) + line.made_of, padded(label if fits else "", column), dim=dim)


# ---- as JSON ------------------------------------------------------------------------------------------------


def _print_json(connection: sqlite3.Connection, first: date, last: date, context: Context) -> None:
    """A list of objects, one for every day of the span, logged or not."""
    say("[")
    day = first
    while day <= last:
        page = day_page(connection, day, context.lexicon)
        comma = "," if day < last else ""
        say_json(as_object(page, context), comma)
        day += timedelta(days=1)
    say("]")


def record_object(record: Record, identity: str, context: Context) -> dict[str, Any]:
    """A record for other programs, with the words and the phrases that say it."""
    return {
        "table": record.table,
        "short_id": identity,
        "words": describe_record(record, context.lexicon),
        "phrases": phrases(record, context.lexicon, context.clock),
        **vars(record),
        **({"reliefs": [relief._asdict() for relief in record.reliefs]} if isinstance(record, Episode) else {}),
    }


def as_object(page: DayPage, context: Context) -> dict[str, Any]:
    """A page for other programs: null is not logged, 0 is none."""
    short_ids = {record.id: identity for record, identity in page.records}
    return {
        "day": page.day.isoformat(),
        "logged": page.logged,
        "paused": page.pause is not None,
        "daily": {name: value for name, value in page.daily.items() if name != "day"},
        "records": [
            {
                **record_object(record, identity, context),
                "overlaps": [short_ids[other.id] for other in page.overlaps.get(record.id, [])],
            }
            for record, identity in page.records
        ],
        "questions": [
            {
                "question": line.question.slug,
                "label": line.question.label,
                "unit": line.question.unit,
                "state": line.state,
                "value": line.value,
                "made_of": line.made_of,
            }
            for line in page.lines
        ],
        "note": page.note,
        "signs": page.signs,
    }
