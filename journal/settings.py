"""Where the files of the user lie."""

import os
from pathlib import Path

from journal.errors import Refused

VARIABLE = "TWITCH_JOURNAL_DB"
FILE_NAME = "diary.db"
DISPLAY_VARIABLE = "TWITCH_JOURNAL_SETTINGS"
FIRST_WEEKDAY = {"Mon": 0, "Sun": 6, "Sat": 5}
"""What `week_starts` can be, and that weekday's number from Monday."""


def diary_path(option: str | None) -> tuple[Path, str]:
    """The diary in use and what chose it: the option `--db`, the variable, or the platform's data folder."""
    variable = os.environ.get(VARIABLE)
    for text, chosen_by in ((option, "--db"), (variable, VARIABLE)):
        if text is not None:
            if not text.strip():
                raise Refused(f"{chosen_by} is empty; give it the path of a diary, or leave it out")
            return _path(text), chosen_by
    from platformdirs import user_data_path  # 20 ms that a chosen file saves

    return user_data_path("twitch-journal", appauthor=False) / FILE_NAME, "your data folder"


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser().absolute()
    except RuntimeError as error:
        raise Refused(f"nobody knows whose home folder {text} means") from error


def backups_folder(diary: Path) -> Path:
    """Where copies of a diary are kept."""
    return Path(os.path.realpath(diary)).parent / "backups"


def display_path() -> Path:
    """The settings of display and keys: the variable's file, or the one in the platform's config folder."""
    variable = os.environ.get(DISPLAY_VARIABLE)
    if variable:
        return Path(variable).expanduser().absolute()
    from platformdirs import user_config_path

    return user_config_path("twitch-journal", appauthor=False) / "settings.toml"


def week_starts() -> int:
    """The weekday on which the user's weeks begin, counted from Monday; Monday where the file cannot be read."""
    path = display_path()
    if not path.is_file():
        return 0
    import tomllib

    try:
        chosen = tomllib.loads(path.read_text(encoding="utf-8")).get("week_starts")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):  # the app says what is wrong with it
        return 0
    return FIRST_WEEKDAY.get(chosen, 0) if isinstance(chosen, str) else 0
