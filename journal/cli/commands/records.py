"""find, edit, delete, erase: records by what they say and by their id."""

import os
import sys
from pathlib import Path

import click

from journal import settings
from journal.cli.commands.log import RAW, complete
from journal.cli.completion import identities, offers
from journal.cli.editor import edited, editor_command
from journal.cli.output import paragraph, say, say_json
from journal.cli.patience import waiting
from journal.cli.store_line import tell
from journal.errors import Refused
from journal.phrases.read.words.lexer import from_arguments
from journal.store.file import connections, private_file
from journal.store.file.diary_file import DiaryFile
from journal.store.history import step_summary
from journal.store.read import queries
from journal.store.write import edits
from journal.store.write import erase as erasing
from journal.store.write.erase import Erased, Plan, draft_stem
from journal.terminal import on_one_line, path_words, printable, sentence

NOT_EVERYWHERE = 1
"""The exit code where something is erased from the diary, and not from all its backups."""
IDS = """An ID is `last`, at least 4 letters as `show` prints it, or DAY:name (2026-11-18:stress,
yesterday:note, "20 Jan:visit")."""


@click.command()
@click.argument("text", nargs=-1)
@click.option("--page", metavar="N", type=click.IntRange(min=1), default=1, help="The Nth page of 20 records.")
@click.option("--json", "as_json", is_flag=True, help="A JSON list, for other programs.")
@click.pass_obj
def find(db: str | None, text: tuple[str, ...], page: int, as_json: bool) -> None:
    """Find records, newest first: by what their notes say, by the names of sites, sides, kinds, drinks, workouts and
    medicines, and by days, as History in the app does. Capitals do not count. Without a text: all records.

    \b
    Examples:
      twitch-journal find gaming                a word of a note
      twitch-journal find left calf             a site, with its side
      twitch-journal find calf 2026-11          in a month; yesterday, A..B
      twitch-journal find cramp --page 2        the twenty before
      twitch-journal find magnesium --json
    """
    from journal.cli.commands.show import record_object
    from journal.store.search import filters

    path, _ = settings.diary_path(db)
    with connections.reading(path) as connection:
        context = queries.context(connection)
        query = filters.record_filter(" ".join(text), context.clock)
        first = (page - 1) * filters.PAGE
        records = filters.find(connection, context.lexicon, query, limit=filters.PAGE + 1, offset=first)
        named_records = [(record, queries.known_as(connection, record)) for record in records[: filters.PAGE]]
    if as_json:
        say_json([record_object(record, name, context) for record, name in named_records], indent=1)
        return
    for record, name in named_records:
        paragraph(f"{step_summary.record_line(record, context.lexicon, context.clock)}  [{name}]", indent=4)
    looked = f" with “{' '.join(text)}”" if text else ""
    if not named_records:
        remark = f" {filters.where_answers_are(query, context.lexicon)}".rstrip()
        paragraph(f"No record{looked}{f' on page {page}' if page > 1 else ''}.{remark}")
    elif len(records) > filters.PAGE:
        say(f"(page {page}; --page {page + 1} goes on)")


@click.command(context_settings=RAW, epilog=IDS)
@click.argument("identity", metavar="ID", shell_complete=offers(identities))
@click.argument("phrase", metavar="[WORDS]...", nargs=-1, type=click.UNPROCESSED, shell_complete=complete)
@click.pass_obj
def edit(db: str | None, identity: str, phrase: tuple[str, ...]) -> None:
    """Replace what the words name and leave the rest. Without words, the record's line opens in your editor
    ($VISUAL, else $EDITOR); if what you write is refused, it is kept in a file.

    `no note` and `no side` take a field back to not said, and so do `forget pain` and `no clock`. Only words that
    say when change the day.

    \b
    Examples:
      twitch-journal edit last 5 right          another intensity and side
      twitch-journal edit 3f2a 14:05            another time on its own day
      twitch-journal edit 3f2a yesterday        another day at its own time
      twitch-journal edit 3f2a no note          no note any more
      twitch-journal edit 3f2a                  in your editor
      twitch-journal edit 2026-11-18:stress 4   an answer of the check-in
    """
    path, _ = settings.diary_path(db)
    if phrase:
        tell([edits.edit(path, identity, from_arguments(phrase))])
        return
    _edit_in_editor(path, identity)


HEAD = "# One line is the record; lines that begin with # do not count."


def _edit_in_editor(path: Path, identity: str) -> None:
    """The record's line in the user's editor; what is refused is kept in a file, so that nothing is lost."""
    target = edits.look_up(path, identity)
    unedited = [printable(line) for line in target.lines]  # what steers a terminal could not be stored again
    text = "\n".join([HEAD, *unedited, ""])
    draft, failed = edited(editor_command(), text)
    lines = [line for line in draft.split("\n") if line.strip() and not line.startswith("#")]
    try:
        if failed:
            raise Refused(failed)
        if not lines:
            raise Refused("the line is empty; to take the record away say `delete`")
        receipt = edits.rewrite(path, target.name, lines, expected=target.record) if lines != unedited else None
    except Refused as refused:
        kept_in = f" What you wrote is kept in {_keep(draft, path)}" if lines and lines != unedited else ""
        raise Refused(f"{sentence(str(refused))} Your edit was not stored.{kept_in}") from None
    if receipt:
        tell([receipt])
    else:
        say("Nothing was changed.")


def _keep(draft: str, path: Path) -> Path:
    """The lines in a file of their own beside the diary, for the user alone."""
    kept, descriptor = private_file.create_numbered(DiaryFile(path).real.parent, draft_stem(path), ".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(draft)
    return kept


@click.command(epilog=IDS)
@click.argument("identity", metavar="ID", shell_complete=offers(identities))
@click.pass_obj
def delete(db: str | None, identity: str) -> None:
    """Delete a record. `undo` brings it back; to leave no trace of it say `erase`.

    \b
    Examples:
      twitch-journal delete last
      twitch-journal delete yesterday:stress
    """
    path, _ = settings.diary_path(db)
    tell([edits.delete(path, identity)])
    say("        `undo` brings it back")


@click.command(epilog=IDS)
@click.argument("text", metavar="[ID | TEXT]...", nargs=-1, shell_complete=offers(identities))
@click.option("--undone", is_flag=True, help="All that undo took back.")
@click.option("--keep-backups", is_flag=True, help="Leave the backups as they are.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def erase(db: str | None, text: tuple[str, ...], undone: bool, keep_backups: bool, yes: bool) -> None:
    """Erase a record for good, or all that holds a TEXT, with what the history says of it. It lists what it would
    erase and asks first, for it cannot be undone.

    It leaves the file, its free pages, its log and the backups. A TEXT is looked for in records, your own words,
    questions and templates, and in what was deleted, changed or undone; a record that was changed since stays as it
    is now. Exports and copies made elsewhere, and the files of your phone, are not reached.

    \b
    Examples:
      twitch-journal erase 3f2a
      twitch-journal erase 2026-11-18:note --yes
      twitch-journal erase "Dr Smith"           wherever this text is, or was
      twitch-journal erase --undone             all that undo took back
    """
    if undone == bool(text):
        raise Refused("erase what? Say an ID, a text or --undone; `twitch-journal erase --help` has examples")
    path, _ = settings.diary_path(db)
    plan = erasing.plan_undone(path) if undone else erasing.plan(path, " ".join(text))
    if not yes:
        if not sys.stdin.isatty():
            raise Refused("erasing cannot be undone, so it asks first; where nobody can answer say --yes")
        _show(plan, keep_backups)
        waiting.end()
        if not click.confirm("Erase it?"):
            say("Nothing was erased.")
            return
    erased = erasing.carry_out(path, plan, keep_backups=keep_backups)
    if erased.receipt:
        tell([erased.receipt])
    else:
        for line in plan.lines:
            paragraph(line, "erased from the history: " if undone else "erased for good: ")
    _tell_backups(erased)
    inbox = settings.inbox_path(path, settings.display_path()).path
    if inbox.exists():
        file = path_words(inbox)
        paragraph(f"The inbox is only read: what your phone wrote into {file} may hold it, and is yours to delete.")
    if any(file.reason for file in erased.uncleared):
        click.get_current_context().exit(NOT_EVERYWHERE)


def _show(plan: Plan, keep_backups: bool) -> None:
    """What would be erased, and from where."""
    if plan.target:
        paragraph(f"{plan.target.receipt.when}  {plan.target.receipt.what}")
    for line in plan.lines:
        paragraph(line)
    if any(plan.erasure.rows.values()) and not plan.erasure.steps:
        paragraph("Of what was changed since, only the history is erased; it stays as it is now.")
    if plan.backups:
        say("These backups keep it:" if keep_backups else "It is erased from these backups too:")
        for backup in plan.backups:
            say(f"  {path_words(backup.path)}")
    paragraph("This erases it for good; undo will not bring it back.")


def _tell_backups(erased: Erased) -> None:
    """From which backups it is gone, and where the text may still be."""
    for backup, _, is_partial in erased.backups:
        say(f"also erased from {path_words(backup.path)}")
        if is_partial:
            paragraph("that was damaged; what could be read of it is left", "        ")
    failed = [file for file in erased.uncleared if file.reason]
    if failed:
        paragraph(
            "It could not be erased from these files, which hold it or may hold it. Mend what is said of one and erase"
            " it again, by its id or a text of it, or delete the file by hand:"
        )
        for file in failed:
            say(f"  {path_words(file.path)}")
            paragraph(on_one_line(file.reason), "    ")
    say("It cannot be undone.")
    if erased.is_in_log:
        paragraph("Another program has the diary open; the text leaves the file's log when that program closes it.")
    others = [file for file in erased.uncleared if not file.reason]
    end = ", and so may these files:" if others else "."
    paragraph(f"What you exported or copied before may still hold it{end}")
    for file in others:
        say(f"  {path_words(file.path)}")
