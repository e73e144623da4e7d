"""--help of every command reads like a manual page, and its examples run."""

import shlex
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import click
import pytest

from journal.catalog.experiments import BY_SLUG
from journal.cli.group import commands
from journal.statistics import experiment_power
from journal.statistics.block_orders import block_orders
from journal.store import experiment_records
from journal.store.file import backups
from journal.store.inbox.inbox_line import lines_of
from journal.store.read.sign_rules import SignAnswer
from journal.store.write import sign_steps, transaction
from journal.terminal import cell_len
from tests.diary import Diary, but_for_a_beginning
from tests.store.diaries import AT, twitch


def all_commands() -> Iterator[tuple[str, ...]]:
    context = click.Context(commands)
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        yield (name,)
        if isinstance(command, click.Group):
            yield from ((name, inner) for inner in command.list_commands(click.Context(command)))


EACH = pytest.mark.parametrize("command", [(), *all_commands()], ids=" ".join)


def examples(page: str) -> list[list[str]]:
    """The commands of a page; behind two spaces stands what they mean. Where a key stands in <>, nothing is run."""
    lines = [line.strip() for line in page.splitlines()]
    found = [line.partition("  ")[0] for line in lines if line.startswith("twitch-journal ")]
    parts = [part for line in found if "<" not in line and "|" not in line for part in line.split(" && ")]
    return [shlex.split(part)[1:] for part in parts]


PHONE = "2026-11-20T21:10+01:00 left calf 4 20m ago\n2026-11-20T14:05+01:00 my eye was strange\ncoffee\nthumb\n# end\n"


@EACH
def test_a_page_fits_and_has_examples(diary: Diary, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = diary.said(*command, "--help")
    usage, _, text = page.partition("\n")
    name = " ".join(("twitch-journal", *command))
    assert usage.startswith(f"Usage: {name} ")
    assert ("log left calf 4 2m" if command == ("log",) else name) in text
    assert all(cell_len(line) <= 80 for line in page.splitlines())
    assert "..." not in page.partition("\nCommands:")[2].replace("[ARGS]...", ""), "a summary was cut"
    assert command == ("log",) or "Example" in page
    assert command == ("log",) or examples(page)


@EACH
def test_each_example_runs(
    diary: Diary,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[str], None],
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(experiment_power, "DRAWS", 40)  # a fifth of them: how good a plan is is nothing to this test
    page = diary.said(*command, "--help")
    prepare(diary, command[-1] if command else "")
    if "experiment" in command:
        prepare_experiment(diary, command[-1])
    prepared = diary.path
    for number, arguments in enumerate(examples(page)):
        if arguments[0] in ("demo", "restore") or "--undone" in arguments:
            continue  # ten years of them; nothing to restore or erase yet: their own tests run them
        folder = tmp_path / f"example {number}"
        folder.mkdir()
        monkeypatch.chdir(folder)
        diary.path = folder / "diary.db"
        monkeypatch.setenv("TWITCH_JOURNAL_DB", str(diary.path))
        shutil.copy(prepared, diary.path)
        (folder / "inbox").write_text(PHONE)
        answer("7\n")
        if arguments[0] == "restore":
            for before in (timedelta(days=1), timedelta()):
                backups.make(diary.path, folder / "backups", "asked", diary.clock.now - before)
            shutil.copy(diary.path, "november.db")
        nobody_to_ask = ["--yes"] if arguments[0] in ("erase", "restore") and "--yes" not in arguments else []
        code, _, errors = diary.ran(*arguments, *nobody_to_ask)
        assert (code, but_for_a_beginning(errors)) == (0, ""), arguments


PREPARED: list[bytes] = []
"""The diary in which the examples run, once it was made."""


def prepare(diary: Diary, command: str) -> None:
    """A diary with a record of every id that the pages name, and something to end or to do again."""
    if PREPARED:
        diary.path.touch(0o600)
        diary.path.write_bytes(PREPARED[0])
    else:
        diary.log("2026-11-18: sleep 5, stress 8, note saw Dr Smith")
        diary.log("yesterday: stress 3")
        diary.log("2026-11-19 10:00 left calf")
        diary.said("template", "set", "2", "calf")
        with transaction.step(diary.path, "log", AT) as connection:
            transaction.add(connection, twitch(id="3f2a9d10", note="x"))
        PREPARED.append(diary.path.read_bytes())
    if command == "stop":
        diary.log("start left calf 19:00")
    if command == "offer":
        (digest, _), _ = next(iter(lines_of(["thumb"])))
        with transaction.step(diary.path, "edit", AT) as connection:
            transaction.insert(connection, "inbox_line", {"digest": digest, "number": 1, "state": "dismissed"})
    if command == "resume":
        diary.said("pause")
    if command in ("rename", "change", "remove"):
        diary.said("question", "add", "steps", "--unit", "steps")
        for kind, name in (("drink", "guayusa"), ("site", "brow_tail"), ("relief", "magnesium_spray")):
            diary.said("term", "add", kind, name)
    if command in ("signs", "advice", "discussed", "report"):
        diary.log("visit neurologist 12 Nov")
        diary.said("signs", "none")
        sign_steps.keep(diary.path, diary.clock, {"trip": SignAnswer(diary.clock.today, True)}, {})
    if command == "redo":
        diary.undo()


EXPERIMENTED: list[bytes] = []
"""The same with days enough for an experiment."""


def prepare_experiment(diary: Diary, command: str) -> None:
    """Days enough to plan one on, and for some pages one that is on, or was stopped."""
    if EXPERIMENTED:
        diary.path.write_bytes(EXPERIMENTED[0])
    else:
        days = [date(2026, 11, 17) - timedelta(days=back) for back in range(30)]
        diary.log_all(f"{day.isoformat()}: left calf x{3 + day.day % 5}, twitchy {1 + day.day % 6}" for day in days)
        EXPERIMENTED.append(diary.path.read_bytes())
    if command in ("kept", "stop", "result"):
        order = [bool(is_change) for is_change in block_orders(10)[5]]
        experiment_records.start(
            diary.path, BY_SLUG["heat"], "count", order, 5, None, date(2026, 11, 16), 4, diary.clock
        )
    if command == "result":
        experiment_records.stop(diary.path, diary.clock)
