"""--help and --version: what a stranger reads first."""

from journal import __version__
from journal.cli import COMMANDS
from tests.diary import Diary


def test_help_names_each_command_with_what_it_does(diary: Diary) -> None:
    for words in (["--help"], ["-h"]):
        text = diary.said(*words)
        for name, (_, summary) in COMMANDS.items():
            assert f"\n  {name} " in text
            assert summary in text
    assert not list(diary.path.parent.iterdir())


def test_version_is_said(diary: Diary) -> None:
    assert diary.said("--version") == f"twitch-journal {__version__}\n"
