"""Where the files of the user lie, and what the settings file says of them."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from journal.errors import Refused

VARIABLE = "TWITCH_JOURNAL_DB"
FILE_NAME = "diary.db"
DATA_FOLDER = "your data folder"
"""What chose the diary where nobody named one."""
DISPLAY_VARIABLE = "TWITCH_JOURNAL_SETTINGS"
LARGEST_FILE = 1_000_000
"""Bytes that a settings file may have."""
FIRST_WEEKDAY = {"Mon": 0, "Sun": 6, "Sat": 5}
"""What `week_starts` can be, and that weekday's number from Monday."""


def diary_path(option: str | None) -> tuple[Path, str]:
    """The diary in use and what chose it: the option `--db`, the variable, or the platform's data folder."""
    variable = os.environ.get(VARIABLE)
    for text, chosen_by in ((option, "--db"), (variable, VARIABLE)):
        if text is not None:
            if not text.strip():
                raise Refused(f"{chosen_by} is empty; give it the path of a diary, or leave it out")
            return expanded(text).absolute(), chosen_by
    from platformdirs import user_data_path  # 20 ms that a chosen file saves

    return user_data_path("twitch-journal", appauthor=False) / FILE_NAME, DATA_FOLDER


def expanded(text: str | Path) -> Path:
    """The path that somebody typed, `~` in it as their home folder."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise Refused(f"nobody knows whose home folder {text} means") from error


# ---- the settings file --------------------------------------------------------------------------------------


def display_path() -> Path:
    """The file of settings of display and keys: the variable's, or the one in the platform's config folder."""
    variable = os.environ.get(DISPLAY_VARIABLE)
    if variable:
        return expanded(variable).absolute()
    from platformdirs import user_config_path

    return user_config_path("twitch-journal", appauthor=False) / "settings.toml"


def text_of(path: Path) -> str:
    """The text of a settings file; empty where there is none. Raises OSError where something else lies there."""
    if not path.exists() or path == Path(os.devnull):
        return ""
    if not path.is_file():  # to read a pipe would wait for its other end
        raise OSError("it is no file")
    if path.stat().st_size > LARGEST_FILE:
        raise OSError("it is larger than 1 MB, which no settings are")
    return path.read_text(encoding="utf-8")


def read_file(path: Path | None) -> dict[str, Any]:
    """The values and tables of a settings file; none where there is no file. Refused where it cannot be read."""
    try:
        if path is None or not (text := text_of(path)):
            return {}
        import tomllib  # 3 ms, which somebody without settings need not wait for

        return tomllib.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise Refused(f"{path} cannot be read ({error})") from error


def is_location(value: Any) -> bool:
    """Whether a value of the file can be the path of a file or a folder."""
    try:
        return isinstance(value, str) and bool(value.strip()) and "\0" not in value and bool(expanded(value))
    except Refused:
        return False


def week_starts() -> int:
    """The weekday on which the user's weeks begin, counted from Monday; Monday where the file cannot be read."""
    try:
        chosen = read_file(display_path()).get("week_starts")
    except Refused:  # the app says what is wrong with it
        return 0
    return FIRST_WEEKDAY.get(chosen, 0) if isinstance(chosen, str) else 0


# ---- the inbox ----------------------------------------------------------------------------------------------


class InboxSetting(NamedTuple):
    """The file or folder that a phone writes; `chosen` if the settings name it, else it is `inbox` beside the diary.
    `complaint` says why what they have cannot be used."""

    path: Path
    chosen: bool = False
    complaint: str = ""


def inbox_path(diary: Path, path: Path | None) -> InboxSetting:
    """Where a diary has its inbox, by the settings at `path`."""
    usual = InboxSetting(Path(os.path.realpath(diary)).parent / "inbox")
    try:
        value = read_file(path).get("inbox")
    except Refused as refused:
        return usual._replace(complaint=f"{refused}, so nobody knows where the inbox is")
    if path is None or value is None:
        return usual
    if not is_location(value):
        return usual._replace(complaint=f"{path}: inbox = {value!r} names no file or folder")
    return InboxSetting(path.parent / expanded(value), chosen=True)


# ---- backups ------------------------------------------------------------------------------------------------


class BackupSettings(NamedTuple):
    """The table `[backups]` of the settings file: for how many days, weeks and months one is kept, and where.

    `complaint` says what of it cannot be understood; backups are then made as usual, and none is removed.
    """

    folder: Path | None = None
    daily: int = 7
    weekly: int = 5
    monthly: int = 12
    gigabytes: float = 2
    off: bool = False
    complaint: str = ""

    def folder_of(self, diary: Path) -> Path:
        """Where the backups of a diary are kept: in `backups` beside the file itself, unless another folder is set."""
        return self.folder or Path(os.path.realpath(diary)).parent / "backups"


def backup_settings(path: Path | None = None) -> BackupSettings:
    """What the settings file says of backups; the usual where there is none."""
    path = path or display_path()
    try:
        return read_backup_settings(read_file(path).get("backups", {}), str(path))
    except Refused as refused:
        return BackupSettings(complaint=str(refused))


def read_backup_settings(table: Any, name: str) -> BackupSettings:
    """The settings in a table of TOML; `name` is what the file is called in a complaint."""
    if not isinstance(table, Mapping):
        return BackupSettings(complaint=f"{name}: backups is no table, which begins with [backups]")
    valid, invalid = dict[str, Any](), []
    for key, value in table.items():
        if key in _IS_VALID and _IS_VALID[key](value):
            valid[key] = expanded(value) if key == "folder" else value
        else:
            invalid.append(f"{key} = {value!r}")
    complaint = f"{name}: [backups] {', '.join(invalid)} cannot be understood" if invalid else ""
    return BackupSettings(**valid, complaint=complaint)


def _is_folder(value: Any) -> bool:
    """Whether it names a folder in full, which does not depend on where a command was called."""
    return is_location(value) and expanded(value).is_absolute()


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 <= value <= 100_000


_IS_VALID: Mapping[str, Callable[[Any], bool]] = {
    "folder": _is_folder,
    "daily": _is_number,
    "weekly": _is_number,
    "monthly": _is_number,
    "gigabytes": lambda value: type(value) in (int, float) and value > 0,
    "off": lambda value: type(value) is bool,
}
"""Setting of backups -> whether it can have a value."""
