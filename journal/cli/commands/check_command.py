"""check: whether the diary is sound, and what can be read of one that is not."""

import shlex
from pathlib import Path

import click

from journal import activity, moments, settings
from journal.cli.output import paragraph, warn
from journal.moments import date_of, day_words
from journal.phrases.write.format_number import counted
from journal.store.file import backups
from journal.store.file import check as checks
from journal.store.file.salvage import Salvaged, salvage
from journal.store.file.sqlite_errors import FAILED
from journal.terminal import on_one_line, path_words

NOT_SOUND = 1
MOST_DAYS = 6
"""Days of what was lost that are named one by one."""


@click.command()
@click.option(
    "--salvage", "new", metavar="NEW", type=click.Path(path_type=Path), help="Write what can be read into NEW."
)
@click.pass_context
def check(context: click.Context, new: Path | None) -> None:
    """See whether the diary is sound; exit code 0 if it is and 1 if not.

    Every byte of the file is read: its pages and indexes, its tables, the history of undo, and each month of what you
    logged against the newest backup. Then what is around it: who may read it, and the room on the disk. The first line
    of a day does this by itself. Into a diary that is damaged nothing is written until it is sound again.

    \b
    Examples:
      twitch-journal check
      twitch-journal check --salvage saved.db
    """
    path, _ = settings.diary_path(context.obj)
    chosen = settings.backup_settings()
    if chosen.complaint:
        warn(f"{chosen.complaint}; the usual holds.")
    if new:
        target = settings.expanded(new).absolute()
        salvaged = salvage(path, target)
        activity.note_made(target)
        _tell_salvaged(target, salvaged)
        return
    soundness = checks.check(path, chosen, moments.user_clock().now)
    for sentence in soundness.mended:
        paragraph(f"{sentence}.", "mended: ")
    for sentence in soundness.odd:
        paragraph(on_one_line(f"{sentence}."), "look at: ")
    if soundness.damage:
        paragraph(FAILED.format(path=path_words(path), failed="; ".join(soundness.damage)))
    elif soundness.held:
        held = soundness.held
        amount = f"{counted(held.records, 'record', spec=',')} on {counted(held.days, 'day', spec=',')}"
        paragraph(f"{path_words(path)}, {amount}", "sound: ")
    newest = backups.newest(path, chosen.folder_of(path))
    if newest:
        when = f"{day_words(newest.day, moments.user_clock().today)} {newest.made_at:%H:%M}"
        paragraph(f"{path_words(newest.path.name)}, of {when}", "newest backup: ")
    else:
        paragraph("none" if soundness.damage else "none yet; `twitch-journal backup` makes one", "newest backup: ")
    context.exit(NOT_SOUND if soundness.damage or soundness.odd else 0)


def _tell_salvaged(path: Path, salvaged: Salvaged) -> None:
    held, today = salvaged.held, moments.user_clock().today
    amount = f"{counted(held.records, 'record', spec=',')} on {counted(held.days, 'day', spec=',')}"
    paragraph(f"{path_words(path)}, {amount}", "salvaged: ")
    for loss in salvaged.losses:
        days = [day_words(date_of(day), today) for day in loss.days]
        of_days = f", of {', '.join(days[:MOST_DAYS])}" if days else ""
        more = f" and {counted(len(days) - MOST_DAYS, 'day')} more" if len(days) > MOST_DAYS else ""
        paragraph(f"{counted(loss.number, checks.noun(loss.table), spec=',')}{of_days}{more}", "lost: ")
    if not salvaged.losses:
        paragraph("nothing that can be told", "lost: ")
    if not salvaged.has_history:
        paragraph("the history: undo begins anew", "lost: ")
    command = f"`twitch-journal restore {path_words(shlex.quote(str(path)))}`"
    paragraph(f"{command} says how it differs from the diary, and puts it in its place.")
