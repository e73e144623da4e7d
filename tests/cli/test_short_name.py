"""The program's short name, `tj`, and a line without a command."""

import tomllib
from pathlib import Path

import pytest

from journal.catalog import everyday
from journal.cli import COMMANDS
from journal.phrases.read.when.times import TIME_WORDS
from tests.diary import Diary
from tests.phrases.lines import WORDS


def test_the_same_program_has_a_short_name() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    scripts = project["project"]["scripts"]
    assert scripts["tj"] == scripts["twitch-journal"]


def test_no_command_but_start_and_stop_is_a_word_of_the_grammar() -> None:
    grammar = {*WORDS.senses, *WORDS.question_names, *WORDS.reliefs, *TIME_WORDS}
    grammar |= everyday.FILLERS | everyday.NUMBERS.keys() | everyday.CONTEXT
    assert grammar & COMMANDS.keys() == {"start", "stop"}


def test_a_first_word_that_is_no_command_begins_a_line(diary: Diary) -> None:
    assert diary.said("left", "calf", "4").startswith("stored: Sat 21 Nov 20:00  left calf, twitch, 4 of 10")
    diary.said("template", "set", "1", "left thigh 3")
    assert "left thigh, twitch, 6 of 10" in diary.said("1", "6")
    assert "“after lunch”" in diary.said("right", "eyelid", "after lunch")
    assert "2 coffees" in diary.said("yesterday: 2 coffees")
    assert "left calf, twitch, 2 of 10" in diary.said("--debug", "left", "calf", "2")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("shwo",), "There is no command “shwo”; did you mean `show`?"),
        (("Show",), "There is no command “Show”; did you mean `show`?"),
        (("log", "show"), "`show` is a command of its own: `twitch-journal show`."),
        (("unod",), "There is no command “unod”; did you mean `undo`?"),
        (("--debug", "fidn", "calf"), "There is no command “fidn”; did you mean `find`?"),
        (("xyzzy",), "“xyzzy” is not a known word; say it like `left calf 4 2m`"),
        (("weak", "left", "hand"), "To read on: `twitch-journal guide help`."),
        (("is", "it", "normal?"), "To read on: `twitch-journal guide`."),
    ],
)
def test_what_reads_as_no_line_is_answered_with_the_command_that_may_be_meant(
    diary: Diary, words: tuple[str, ...], why: str
) -> None:
    assert why in diary.refused(*words)
    assert not diary.path.exists()
