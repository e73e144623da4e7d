"""--help and --version: what a stranger reads first."""

import click
import pytest

from journal import __version__
from journal.cli import COMMANDS
from journal.cli.group import commands
from tests.diary import Diary


def every_command(group: click.Group = commands, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The words that lead to each command, also to those of a group."""
    found: list[tuple[str, ...]] = []
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command
        found.append((*before, name))
        if isinstance(command, click.Group):
            found += every_command(command, (*before, name))
    return found


def test_help_names_each_command_with_what_it_does(diary: Diary) -> None:
    for words in (["--help"], ["-h"]):
        text = diary.said(*words)
        for name, (_, summary) in COMMANDS.items():
            assert f"\n  {name} " in text
            assert summary in text
    assert not list(diary.path.parent.iterdir())


def test_version_is_said(diary: Diary) -> None:
    assert diary.said("--version") == f"twitch-journal {__version__}\n"


@pytest.mark.parametrize("words", every_command(), ids=" ".join)
def test_the_help_of_each_command_has_examples(diary: Diary, words: tuple[str, ...]) -> None:
    usage, _, text = diary.said(*words, "--help").partition("\n")
    command = " ".join(words)
    assert usage.startswith(f"Usage: twitch-journal {command} ")
    assert ("log left calf 4 2m" if command == "log" else f"twitch-journal {command}") in text
