"""backup, backups, restore: copies of the diary, and the way back to one."""

import os
import shlex
import sys
from datetime import date
from pathlib import Path

import click

from journal import activity, moments, requests, settings
from journal.cli.output import paragraph, say, warn, width
from journal.errors import Refused
from journal.moments import UserClock, day_words
from journal.phrases.write.format_number import counted
from journal.settings import BackupSettings
from journal.store.file import backups as store
from journal.store.file import connections
from journal.store.file import restore as restoring
from journal.store.file.backups import Backup
from journal.store.file.contents import Contents
from journal.store.file.restore import Replacement
from journal.terminal import cell_len, on_one_line, padded, path_words

WHY = {
    "daily": "the day's first line",
    "asked": "asked for",
    "before restore": "before a restore",
    "damaged": "damaged, kept at a restore",
    "stopped": "as a program that was stopped left it",
    "format": "before a change of format",
}
WIDE = 70
"""Columns that a line of the list needs."""
MOST_DAYS = 12
"""Days that are named one by one."""


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def backup(db: str | None, file: Path | None) -> None:
    """Make a whole and checked copy of the diary: into FILE, which nothing may have yet, or into the folder of backups.

    The first line of a day makes one by itself; `backups` lists them, `restore` puts one back.

    \b
    Examples:
      twitch-journal backup
      twitch-journal backup november.db
    """
    path, _ = settings.diary_path(db)
    if file:
        target = settings.expanded(file).absolute()
        with connections.source(path) as connection:
            held: Contents | None = store.copy(connection, path, target)
    else:
        backup = store.make(path, _settings().folder_of(path), "asked", moments.user_clock().now)
        target, held = backup.path, backup.contents()
    activity.note_made(target)
    paragraph(f"{path_words(target)}{f', {_amount(held)}' if held else ''}; checked", "copied: ")


@click.command()
@click.pass_obj
def backups(db: str | None) -> None:
    """List the backups of the diary, the oldest first: when, what each holds, its size, why it was made, and whether
    its bytes are still those that were written.

    The first line of a day makes one. Kept are those of the newest 7 days, and one of each of the newest 5 weeks and 12
    months, as long as all of them take less than 2 GB; what you asked for with `backup` stays. The settings file, which
    `where` names, may say otherwise:

    \b
      [backups]
      folder = "/media/stick/twitch"
      daily = 14        # also weekly, monthly
      gigabytes = 1
      off = true        # none is made by itself

    \b
    Examples:
      twitch-journal backups
    """
    path, _ = settings.diary_path(db)
    chosen = _settings()
    folder = chosen.folder_of(path)
    all_backups = store.backups(path, folder)
    say(path_words(folder))
    if not all_backups:
        made = "none is made by itself: off = true in the settings" if chosen.off else "the next line you log makes one"
        paragraph(f"There is no backup yet; {made}, and `twitch-journal backup` makes one now.")
        return
    clock = moments.user_clock()
    _table([_row(backup, clock) for backup in all_backups])
    total = sum(backup.size() for backup in all_backups)
    over = f", more than the {chosen.gigabytes:g} GB of the settings" if total > chosen.gigabytes * 1e9 else ""
    paragraph(f"{counted(len(all_backups), 'backup')}, {_size(total)}{over}.")
    if chosen.off:
        paragraph("None is made by itself: off = true in the settings.")


def _table(table: list[tuple[str, ...]]) -> None:
    """Rows in columns, the last one in a line of its own where the terminal is narrow."""
    widths = [max(cell_len(row[column]) for row in table) for column in range(len(table[0]) - 1)]
    for *cells, last in table:
        first = "".join(padded(cell, size + 2) for cell, size in zip(cells, widths, strict=True))
        if width() < WIDE:
            say(first)
            first = "    "
        paragraph(last, first)


def _row(backup: Backup, clock: UserClock) -> tuple[str, ...]:
    held = backup.contents()
    if held is None and backup.why in store.BYTES:
        state = "as it was"
    elif held is None:
        state = "nothing says what it held"
    else:
        state = "ok" if store.is_whole(backup) else "DAMAGED"
    amounts = (counted(held.records, "record", spec=","), counted(held.days, "day", spec=",")) if held else ("", "")
    when = f"{day_words(backup.day, clock.today)} {backup.made_at:%H:%M}"
    return when, *amounts, _size(backup.size()), f"{state}; {WHY[backup.why]}"


@click.command()
@click.argument("which", metavar="FILE|DATE")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def restore(db: str | None, which: str, yes: bool) -> None:
    """Put a backup in the diary's place: a FILE, or the newest one of a DATE.

    It says first which days and how many records would change, and asks. What is there now is kept as a backup of
    its own, so that another restore leads back to it. Never copy a file over the diary yourself: what SQLite keeps
    beside it belongs to the file that was there.

    \b
    Examples:
      twitch-journal restore yesterday
      twitch-journal restore 2026-11-21 --yes
      twitch-journal restore november.db
    """
    path, _ = settings.diary_path(db)
    clock, chosen = moments.user_clock(), _settings()
    folder = chosen.folder_of(path)
    source = _source(which, path, folder, clock)
    if os.path.realpath(source) == os.path.realpath(path):
        raise Refused(f"{path} is the diary itself; say which backup takes its place")
    for line in _lines(restoring.preview(path, source), source, path, clock):
        paragraph(on_one_line(line))
    if not yes:
        if not sys.stdin.isatty():
            raise Refused("a restore asks first; where nobody can answer say --yes. Nothing was changed")
        if not click.confirm("Restore it?"):
            say("Nothing was changed.")
            return
    kept, held = restoring.restore(path, source, folder, clock.now)
    activity.note_made(path)
    paragraph(f"{path_words(path)} holds {_amount(held)}", "restored: ")
    if kept and kept.why == "damaged":
        paragraph(f"{path_words(kept.path)}, byte for byte what was there", "kept: ")
    elif kept:
        paragraph(path_words(kept.path), "kept: ")
        paragraph(f"`twitch-journal restore {path_words(shlex.quote(kept.path.name))}` puts back what was there.")


def _source(which: str, path: Path, folder: Path, clock: UserClock) -> Path:
    """The file that is meant: a path, the name of a backup, or a day."""
    for file in (settings.expanded(which).absolute(), folder / which):
        if file.is_file():
            return file
    day = requests.day_or_none(which, clock._replace(day_starts=0))  # a backup has the date of the calendar
    all_backups = [backup for backup in store.backups(path, folder) if backup.why not in store.BYTES]
    if day is None:
        raise Refused(f"there is no file {which}, and it is no day; `twitch-journal backups` lists what there is")
    of_day = store.newest_of([backup for backup in all_backups if backup.day == day])
    if of_day:
        return of_day.path
    raise Refused(f"there is no backup of {day_words(day, clock.today)} in {folder}{_nearest(all_backups, day, clock)}")


def _nearest(all_backups: list[Backup], day: date, clock: UserClock) -> str:
    """The days around it of which there is one."""
    before = [backup.day for backup in all_backups if backup.day < day][-1:]
    after = [backup.day for backup in all_backups if backup.day > day][:1]
    days = [day_words(near, clock.today) for near in (*before, *after)]
    return f"; there is one of {' and of '.join(days)}" if days else ", nor of any other day"


def _lines(replacement: Replacement, source: Path, path: Path, clock: UserClock) -> list[str]:
    """What the restore would do."""
    lines = [f"backup: {source}, {_amount(replacement.held)}"]
    if replacement.is_other:
        lines.append(f"It is another diary than the one that {path} is, or was.")
    if replacement.gone is None:
        return [*lines, *_lines_of_unreadable(replacement, path, clock)]
    numbers = {
        "would go": replacement.gone,
        "would come back": replacement.back,
        "would be as {} then": replacement.changed,
    }
    for ending, number in numbers.items():
        if number:
            lines.append(
                f"{counted(number, 'record', spec=',')} {ending.format('it was' if number == 1 else 'they were')}"
            )
    days = [day_words(moments.date_of(day), clock.today) for day in replacement.days]
    if len(days) > MOST_DAYS:
        lines.append(f"on {len(days):,} days, from {days[0]} to {days[-1]}")
    elif days:
        lines.append(f"on {', '.join(days)}")
    elif not any(numbers.values()):
        lines.append("No record would change.")
    if replacement.trouble:
        lines[-1] = f"{lines[-1].removesuffix('.')}, as far as {path} can be read, for it is damaged."
    return lines


def _lines_of_unreadable(replacement: Replacement, path: Path, clock: UserClock) -> list[str]:
    """What can be said where the diary as it is now cannot be compared with the backup."""
    days = [day_words(moments.date_of(day), clock.today) for day in replacement.days]
    of_days = f", of {' to '.join(dict.fromkeys(days))}" if days else ""
    lines = [
        f"{path} cannot be read ({replacement.trouble}), so what would change cannot be said. The backup has"
        f" {_amount(replacement.held)}{of_days}; what is there now is kept byte for byte."
    ]
    if salvaged := replacement.salvaged:
        lost = counted(sum(loss.number for loss in salvaged.losses), "row", spec=",")
        lines.append(
            f"Of what is there now {_amount(salvaged.held)} can still be read, and at least {lost} cannot:"
            " `twitch-journal check --salvage NEW` writes what can into a new file."
        )
    return lines


def _amount(held: Contents) -> str:
    return f"{counted(held.records, 'record', spec=',')} on {counted(held.days, 'day', spec=',')}"


def _size(size: int) -> str:
    for unit, factor in (("GB", 1e9), ("MB", 1e6)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size / 1e3:.0f} kB"


def _settings() -> BackupSettings:
    chosen = settings.backup_settings()
    if chosen.complaint:
        warn(f"{chosen.complaint}; the usual holds.")
    return chosen
