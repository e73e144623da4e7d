"""edit without words: the record's line in the user's own editor, and nothing that was written is lost."""

import os
import signal
import sys
from pathlib import Path

import pytest

from journal.store.file import diary_state
from tests.diary import Diary
from tests.shell.conftest import Editor
from tests.shell.terminal import Terminal
from tests.store.diaries import contents, dump, mode

KEPT = "diary-edit.txt"


def left_behind(diary: Diary) -> set[str]:
    """The files beside the diary that nobody asked for."""
    ours = {"diary.db", "diary.db-wal", "diary.db-shm", "an editor.py", "seen"}
    return {Path(name).name for name in contents(diary.path.parent) if "backups" not in name} - ours


def test_the_line_is_changed_in_the_editor(diary: Diary, editor: Editor) -> None:
    diary.log('left calf 4 2m "at [work]"')
    editor("path.write_text(text.replace('left calf 4', 'right calf 5'))")
    assert "right calf, twitch, 5 of 10, 2 min, “at [work]”" in diary.said("edit", "last")
    assert left_behind(diary) == set()


def test_the_file_is_for_the_user_alone_and_says_what_to_do(diary: Diary, editor: Editor) -> None:
    diary.log("calf 4")
    seen = diary.path.parent / "seen"
    editor(f"pathlib.Path({str(seen)!r}).write_text(f'{{path.stat().st_mode & 0o777:o}} {{text}}')")
    assert diary.said("edit", "last") == "Nothing was changed.\n"
    assert seen.read_text().startswith("600 # One line is the record")
    assert "\ncalf 4 2026-11-21 20:00\n" in seen.read_text()


def drafts() -> list[str]:
    """What lies in the folder in which lines are edited."""
    folder = diary_state.folder() / "drafts"
    assert mode(folder) == 0o700
    return [path.name for path in folder.rglob("*")]


def test_the_draft_is_in_a_folder_of_the_program_and_goes_with_what_the_editor_put_beside_it(
    diary: Diary, editor: Editor
) -> None:
    diary.log("calf 4")
    editor("(path.parent / 'edit.txt~').write_text(text)")
    diary.said("edit", "last")
    assert drafts() == []
    left = diary_state.folder() / "drafts" / f".edit-draft-{2**22 + 1}"  # of a program that was killed
    left.mkdir()
    (left / "edit.txt").write_text("secret")
    diary.said("edit", "last")
    assert drafts() == []
    assert left_behind(diary) == set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_no_draft_is_left_where_the_program_is_asked_to_end(diary: Diary, number: signal.Signals) -> None:
    diary.log("calf 4")
    command = [sys.executable, "-m", "journal", "--db", str(diary.path), "edit", "last"]
    environment = {"EDITOR": "sh -c 'echo open; cat'"}
    with Terminal(command, environment) as terminal:
        terminal.waits_for("open")
        assert "edit.txt" in drafts()
        os.kill(terminal.process.pid, number)
        assert terminal.ends() == 128 + number
    assert drafts() == []


def test_a_phrase_that_is_broken_is_refused_and_kept(diary: Diary, editor: Editor) -> None:
    diary.log("left calf 4")
    before = dump(diary.path)
    editor("path.write_text(text.replace('calf', 'claf') )")
    said = diary.refused("edit", "last")
    kept = diary.path.parent / KEPT
    assert said.startswith("“claf” is not a known word; did you mean ")
    assert said.endswith(f"Your edit was not stored. What you wrote is kept in {kept}.")
    assert "left claf 4" in kept.read_text()
    assert mode(kept) == 0o600
    assert dump(diary.path) == before
    diary.refused("edit", "last")
    assert left_behind(diary) == {KEPT, "diary-edit-2.txt"}


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("path.write_text('# nothing else\\n')", "The line is empty; to take the record away say `delete`."),
        ("path.write_text('')", "The line is empty; to take the record away say `delete`."),
        ("sys.exit(3)", "The editor ended with code 3."),
        ("path.unlink()", "The editor took the file away."),
        ("path.write_bytes(bytes([0xff]))", "What the editor left is not UTF-8 text."),
        ("path.write_text('2026-11-21 espresso')", "An edited record stays one record of its kind;"),
        ("path.write_text('2026-11-21: calf 3, calf 4')", "An edited record stays one record of its kind;"),
        ("path.write_text(text + 'calf 3\\n')", "An edited record stays one record of its kind;"),
    ],
)
def test_whatever_the_editor_does_the_record_stays(diary: Diary, editor: Editor, code: str, why: str) -> None:
    diary.log("left calf 4")
    before = dump(diary.path)
    editor(code)
    assert diary.refused("edit", "last").startswith(why)
    assert dump(diary.path) == before
    assert left_behind(diary) <= {KEPT}


def test_what_was_written_before_the_editor_failed_is_kept(diary: Diary, editor: Editor) -> None:
    diary.log("left calf 4")
    editor("path.write_text(text.replace('4', '7')); sys.exit(1)")
    assert "The editor ended with code 1. Your edit was not stored. What you wrote is kept" in diary.refused(
        "edit", "last"
    )
    assert "calf 7" in (diary.path.parent / KEPT).read_text()


def test_visual_comes_before_editor_and_may_have_arguments(
    diary: Diary, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log("left calf 4")
    editor("assert sys.argv[1] == '--wait'; path.write_text(text.replace('4', '6'))")
    monkeypatch.setenv("VISUAL", os.environ["EDITOR"])
    monkeypatch.setenv("EDITOR", "false")
    assert "6 of 10" in diary.said("edit", "last")


@pytest.mark.parametrize(
    ("editor_said", "why"),
    [
        ("", "No editor is known; set EDITOR, or say what to change: `edit ID 5 right`."),
        ("no-such-editor --wait", "The editor “no-such-editor” cannot be started: no such file or directory."),
        ("vi 'unclosed", "The editor “vi 'unclosed” cannot be read (No closing quotation); set EDITOR to a command."),
    ],
)
def test_an_editor_that_is_not_there(diary: Diary, monkeypatch: pytest.MonkeyPatch, editor_said: str, why: str) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", editor_said)
    diary.log("calf")
    assert diary.refused("edit", "last").startswith(why)
    assert left_behind(diary) == set()


@pytest.mark.parametrize(
    "line",
    [
        'cramp both calves 7 @02:15 +stretch -heat tried massage "a\\nb \\"c\\" [x] # no comment"',
        "2 coffees",
        "tea 300ml @16:00",
        "slept 23:40-06:10",
        "nap 20m",
        'lift legs 45m 8 "x"',
        'started "magnesium # 2" 300mg "with food"',
        "took ibuprofen 400mg",
        "ill cold",
        "visit neurologist 12 Dec",
        'note "# a\\n\\u2028b"',
        "stress 7",
        "start thumb",
    ],
)
def test_a_record_saved_as_it_stood_but_for_spaces_is_as_it_was(diary: Diary, editor: Editor, line: str) -> None:
    diary.log(line.replace("\\u2028", "\u2028"))
    before = dump(diary.path)
    editor("path.write_text(text.replace('\\n', '  \\n'), newline='\\r\\n')")
    assert "as it was" in diary.said("edit", "last")
    assert dump(diary.path) == before


def test_a_medicine_that_has_ended_is_two_lines(diary: Diary, editor: Editor) -> None:
    diary.log("2026-11-01 started magnesium 300mg")
    diary.log("yesterday stopped magnesium")
    editor("path.write_text(text.replace('2026-11-20', '2026-11-19'))")
    assert "started magnesium, 300 mg, stopped 2026-11-19" in diary.said("edit", "last")


def test_a_note_moves_to_another_day_but_never_onto_another_note(diary: Diary, editor: Editor) -> None:
    diary.log("note bad night")
    editor("path.write_text(text.replace('2026-11-21', '2026-11-19'))")
    assert diary.said("edit", "last") == "changed: Thu 19 Nov  note: bad night\n"
    diary.log("note another")
    assert "Thu 19 Nov has a note already; nothing was changed." in diary.refused("edit", "today:note")


def test_a_record_that_another_program_changed_meanwhile_is_left_alone(diary: Diary, editor: Editor) -> None:
    diary.log("left calf 4")
    other = f"import sqlite3; c = sqlite3.connect({str(diary.path)!r})"
    changed = "c.execute('UPDATE episode SET intensity = 9')"
    editor(f"{other}; {changed}; c.commit(); path.write_text(text.replace('4', '5'))")
    assert diary.refused("edit", "last").startswith(
        "The record was changed elsewhere meanwhile and stays as it is now: Sat 21 Nov 20:00  left calf"
    )


def test_last_is_the_record_that_was_shown_though_another_came_meanwhile(diary: Diary, editor: Editor) -> None:
    diary.log("left calf 4")
    run = "import subprocess; subprocess.run([sys.executable, '-m', 'journal', 'log', 'thumb 1'], check=True)"
    editor(f"{run}; path.write_text(text.replace('4', '5', 1))")
    assert "left calf, twitch, 5 of 10" in diary.said("edit", "last")
