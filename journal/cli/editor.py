"""A text in the user's own editor, in a draft that no other user can read and that does not outlive it."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import click

from journal.cli.ending import EndRequested, EndRequests
from journal.cli.patience import waiting
from journal.errors import Refused
from journal.phrases.read.words.lexer import plain_text
from journal.store.file import diary_state, private_file
from journal.store.file.diary_file import reason


def editor_command() -> list[str]:
    """The command of the user's own editor."""
    setting = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(setting)
    except ValueError as error:
        raise Refused(f"the editor “{setting}” cannot be read ({error}); set EDITOR to a command") from None
    if not command:
        raise Refused("no editor is known; set EDITOR, or say what to change: `edit ID 5 right`")
    return command


def edited(editor: list[str], text: str) -> tuple[str, str]:
    """The text as the editor left it, and why it may not count.

    The draft and what the editor puts beside it lie in a folder of the program's, which goes in the end, also when the
    program is asked to end; of a program that was killed, the next editing removes it.
    """
    with EndRequests() as ending:
        try:
            folder = _new_folder()
        except OSError as error:
            raise Refused(f"no draft for the editor can be made in {_drafts()} ({reason(error)})") from error
        try:
            draft = folder / "edit.txt"
            with os.fdopen(private_file.create(draft), "w", encoding="utf-8") as file:
                file.write(text)
            waiting.end()
            with ending.waiting():
                failed = _run(editor, draft)
            return _read(draft, text, failed)
        except EndRequested:
            raise click.exceptions.Exit(ending.exit_code) from None
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _drafts() -> Path:
    return diary_state.folder() / "drafts"


def _new_folder() -> Path:
    """A folder for one draft; those of programs that have ended are removed."""
    drafts = _drafts()
    private_file.create_folder(drafts)
    draft_folder = drafts / f".edit-draft-{os.getpid()}"
    for folder in drafts.iterdir():
        if folder == draft_folder or private_file.is_left_draft(folder):
            shutil.rmtree(folder, ignore_errors=True)
    draft_folder.mkdir(private_file.FOLDER_MODE)
    return draft_folder


def _run(editor: list[str], draft: Path) -> str:
    """Why what the editor leaves may not count; empty where it may."""
    try:
        code = subprocess.run([*editor, str(draft)], check=False).returncode  # noqa: S603 - the user's own editor
    except OSError as error:
        return f"the editor “{editor[0]}” cannot be started: {reason(error)}"
    return f"the editor ended with code {code}" if code else ""


def _read(draft: Path, text: str, failed: str) -> tuple[str, str]:
    try:
        return plain_text(draft.read_text("utf-8")), failed
    except FileNotFoundError:
        return text, failed or "the editor took the file away"
    except UnicodeDecodeError:
        return draft.read_text("utf-8", "backslashreplace"), "what the editor left is not UTF-8 text"
