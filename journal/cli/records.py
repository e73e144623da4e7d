"""find, edit, delete, erase: records by what they say and by their id."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import click

from journal import settings
from journal.cli.log import RAW, complete, tell
from journal.cli.output import hanging, say, sentence, warn
from journal.phrases.tokens import from_arguments
from journal.refusal import Refused
from journal.store import editing, opening, reading, telling

IDS = """An ID is `last`, at least 4 letters as `show` prints it, or DAY:name (2026-11-18:stress, yesterday:note)."""


@click.command()
@click.argument("text", nargs=-1)
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which page of 20.")
@click.option("--json", "as_json", is_flag=True, help="A JSON list, for other programs.")
@click.pass_obj
def find(db: str | None, text: tuple[str, ...], page: int, as_json: bool) -> None:
    """Records whose notes, sites or names hold a text, newest first. Without a text: all of them.

    \b
    Examples:
      twitch-journal find gaming
      twitch-journal find left calf
      twitch-journal find magnesium --page 2
    """
    from journal.cli.show import record_object
    from journal.store import querying

    path, _ = settings.diary_path(db)
    wanted = querying.Filter(text=" ".join(text))
    found = querying.find(path, wanted, limit=querying.PAGE + 1, offset=(page - 1) * querying.PAGE)
    with opening.reading(path) as connection:
        context = reading.context(connection)
        shown = [(record, reading.known_as(connection, record)) for record in found[: querying.PAGE]]
    if as_json:
        say(json.dumps([record_object(record, name, context) for record, name in shown], ensure_ascii=False, indent=1))
        return
    for record, name in shown:
        for line in hanging("", f"{telling.record_line(record, context.words, context.here)}  [{name}]", indent=4):
            say(line)
    looked = f" with “{' '.join(text)}”" if text else ""
    if not shown:
        say(f"No record{looked}{f' on page {page}' if page > 1 else ''}.")
    elif len(found) > querying.PAGE:
        say(f"(page {page}; --page {page + 1} goes on)")


@click.command(context_settings=RAW, epilog=IDS)
@click.argument("identity", metavar="ID")
@click.argument("words", nargs=-1, type=click.UNPROCESSED, shell_complete=complete)
@click.pass_obj
def edit(db: str | None, identity: str, words: tuple[str, ...]) -> None:
    """Replace what the words name and leave the rest; without words, edit the record's line in $EDITOR.

    \b
    Examples:
      twitch-journal edit last 5 right          another intensity and side
      twitch-journal edit 3f2a 14:05            another time on its own day
      twitch-journal edit 3f2a yesterday        another day at its own time
      twitch-journal edit 3f2a no note          one field back to not said
      twitch-journal edit 2026-11-18:stress 4   an answer of the check-in
    """
    path, _ = settings.diary_path(db)
    if words:
        tell([editing.edit(path, identity, from_arguments(words))])
        return
    _edit_in_editor(path, identity)


def _edit_in_editor(path: Path, identity: str) -> None:
    """The record's line in the user's editor; what is refused is kept in a file, so that nothing is lost."""
    before = editing.phrase_form(path, identity)
    text = "\n".join(["# One line is the record; lines that begin with # do not count.", *before, ""])
    draft = _in_editor(text, path)
    lines = [line for line in draft.splitlines() if line.strip() and not line.startswith("#")]
    if lines == before:
        say("Nothing was changed.")
        return
    try:
        if not lines:
            raise Refused("the line is empty; to take the record away say `delete`")
        told = editing.rewrite(path, identity, lines)
    except Refused as refused:
        kept = path.with_name(f"{path.stem}-edit.txt")
        kept.touch(0o600)
        kept.write_text(draft, "utf-8")
        raise Refused(f"{sentence(str(refused))} The record is as it was; what you wrote is kept in {kept}") from None
    tell([told])


def _in_editor(text: str, path: Path) -> str:
    """The text as the user's editor gave it back, from a file that only the user can read."""
    import tempfile

    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise Refused("no editor is known; set EDITOR, or say what to change: `edit ID 5 right`")
    descriptor, name = tempfile.mkstemp(suffix=".txt", prefix="edit-", dir=path.parent)
    os.close(descriptor)
    try:
        Path(name).write_text(text, "utf-8")
        ended = subprocess.run([*shlex.split(editor), name], check=False).returncode  # noqa: S603 - the user's own editor
        if ended != 0:
            raise Refused(f"the editor ended with code {ended}; the record is as it was")
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise Refused(f"the editor “{editor}” could not be used ({error}); the record is as it was") from None
    finally:
        Path(name).unlink(missing_ok=True)


@click.command(epilog=IDS)
@click.argument("identity", metavar="ID")
@click.pass_obj
def delete(db: str | None, identity: str) -> None:
    """Delete a record; `undo` brings it back.

    \b
    Examples:
      twitch-journal delete last
      twitch-journal delete yesterday:stress
    """
    path, _ = settings.diary_path(db)
    tell([editing.delete(path, identity)])
    say("        `undo` brings it back")


@click.command(epilog=IDS)
@click.argument("identity", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def erase(db: str | None, identity: str, yes: bool) -> None:
    """Erase a record for good, with all that its history says of it. It cannot be undone.

    The row, its reliefs and every change of them leave the file, its free pages and its log. Copies of
    the file, and what was exported, are not touched: they are named afterwards as far as they are known.

    \b
    Examples:
      twitch-journal erase 3f2a
      twitch-journal erase 2026-11-18:note --yes
    """
    path, _ = settings.diary_path(db)
    found = editing.look_up(path, identity)
    line = f"{found.when}  {found.what}"
    if not yes:
        if not sys.stdin.isatty():
            raise Refused("erasing cannot be undone, so it asks; where nobody can answer say --yes")
        say(line)
        warn("This erases it for good; undo will not bring it back.")
        click.confirm("Erase it?", abort=True, err=True)
    copies = editing.erase(path, identity)
    say(f"erased for good: {line}")
    say("Files exported before, and copies you made, may still hold it" + (", and these copies:" if copies else "."))
    for copy in copies:
        say(f"  {copy}")
