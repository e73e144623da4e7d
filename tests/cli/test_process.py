"""The real command in a process of its own, where only that can tell."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

from journal.store.file import schema
from tests.cli.command import COMMAND, environment, run


def test_the_users_own_diary_lies_in_the_data_folder_for_the_user_alone(tmp_path: Path) -> None:
    data = tmp_path / "data"
    logged = run(tmp_path, "log", "left calf 4", XDG_DATA_HOME=str(data))
    assert logged.returncode == 0
    (diary,) = tmp_path.rglob("diary.db")
    assert diary.parent.name == "twitch-journal"
    if sys.platform == "linux":
        assert diary == data / "twitch-journal" / "diary.db"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (diary.parent, diary)] == [0o700, 0o600]
    where = run(tmp_path, "where", XDG_DATA_HOME=str(data)).stdout.decode()
    assert f"diary    {diary}\n" in where
    assert "chosen by your data folder" in where
    assert f"backups  {diary.parent / 'backups'}\n" in where


def test_the_option_goes_before_the_variable_and_that_before_the_data_folder(tmp_path: Path) -> None:
    first, second = tmp_path / "first.db", tmp_path / "deep" / "er" / "second.db"
    for arguments in (["log", "stress 7"], ["--db", str(second), "log", "stress 3"]):
        assert run(tmp_path, *arguments, TWITCH_JOURNAL_DB=str(first)).returncode == 0
    assert {path.name for path in tmp_path.rglob("*.db") if path.parent.name != "backups"} == {"first.db", "second.db"}
    shown = run(tmp_path, f"--db={second}", TWITCH_JOURNAL_DB=str(first)).stdout.decode()
    assert "3 of 10" in shown
    where = run(tmp_path, "where", TWITCH_JOURNAL_DB=str(first)).stdout.decode()
    assert "chosen by TWITCH_JOURNAL_DB" in where


def test_lines_come_from_standard_input_and_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    refused = run(tmp_path, "--db", str(path), "log", "-", octets=b"espresso\nnote caf\xe9\n")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == b"Line 2: the line is not UTF-8 text and cannot be stored\nNothing was stored.\n"
    argument = run(tmp_path, "--db", str(path), "log", b"note caf\xe9")
    assert (argument.returncode, argument.stdout) == (2, b"")
    assert argument.stderr == b"The line is not UTF-8 text and cannot be stored.\n"
    assert not path.exists()
    stored = run(tmp_path, "--db", str(path), "log", "-", octets="espresso\nnote café\n".encode())
    assert stored.returncode == 0
    assert stored.stdout.decode().count("stored: ") == 2


def test_no_escape_byte_goes_where_there_is_no_terminal(tmp_path: Path) -> None:
    for arguments in (["--help"], ["log", "left calf"], ["show"], [], ["bogus"]):
        ended = run(tmp_path, *arguments, TERM="xterm-256color", CLICOLOR_FORCE="1")
        assert b"\x1b" not in ended.stdout + ended.stderr


def test_a_letter_that_the_terminal_cannot_show_is_said_by_its_number(tmp_path: Path) -> None:
    logged = run(tmp_path, "log", "note café 漢", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert logged.returncode == 0
    assert rb"note: caf\xe9 \u6f22" in logged.stdout
    assert "note: café 漢" in run(tmp_path, "undo", PYTHONIOENCODING="utf-8").stdout.decode()


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    for arguments in (["log", "left calf"], ["show"], ["--help"]):
        reading, writing = os.pipe()
        os.close(reading)
        with subprocess.Popen(
            [*COMMAND, *arguments],
            cwd=schema.path().parent,
            env=environment(tmp_path),
            stdout=writing,
            stderr=subprocess.PIPE,
        ) as process:
            os.close(writing)
            _, errors = process.communicate()
        assert errors == b""
    assert run(tmp_path, "undo").stdout.startswith(b"undone: "), "what was logged is stored all the same"


def test_streams_that_are_closed_are_no_error(tmp_path: Path) -> None:
    line = " ".join(f'"{word}"' for word in COMMAND)
    script = f"{line} log calf >&- && {line} show >&- && {line} bogus 2>&-; echo $?; {line} log - <&-; echo $?"
    ended = subprocess.run(
        ["sh", "-c", script], cwd=schema.path().parent, env=environment(tmp_path), capture_output=True, check=False
    )
    assert ended.stdout == b"2\n2\n"
    assert ended.stderr.decode().splitlines()[1:] == ["There is no line to store."]


def test_the_zone_is_asked_anew_while_the_program_runs(tmp_path: Path) -> None:
    code = """
import os, pathlib, shutil
from journal import moments
offsets = [moments.offset_of(moments.user_clock().now)]
zones = pathlib.Path("/usr/share/zoneinfo")
for zone in ("Asia/Tokyo", "Asia/Kolkata", "Asia/Tokyo"):
    shutil.copy(zones / zone, "zone.new")
    os.replace("zone.new", "zone")
    offsets.append(moments.offset_of(moments.user_clock().now))
print(offsets)
"""
    shutil.copy("/usr/share/zoneinfo/Asia/Kolkata", tmp_path / "zone")
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(tmp_path, TZ=f":{tmp_path / 'zone'}", PYTHONPATH=str(schema.path().parent)),
        capture_output=True,
        check=False,
    )
    assert (ran.stdout.decode(), ran.stderr.decode()) == ("[330, 540, 330, 540]\n", "")
