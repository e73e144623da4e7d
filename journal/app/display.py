"""The settings of display and keys, in a TOML file that is the user's: comments and what is unknown stay."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal import settings, terminal
from journal.app.diary import private_file
from journal.errors import Refused
from journal.records import replace
from journal.settings import FIRST_WEEKDAY

if TYPE_CHECKING:
    from journal.app.main import JournalApp

WEEKDAYS = tuple(FIRST_WEEKDAY)
HOURS = (24, 12)
DEFAULT_THEME = "textual-dark"


@dataclass(frozen=True)
class Display:
    """How things look and which key does what; nothing of it reaches the diary."""

    path: Path | None = None
    theme: str = DEFAULT_THEME
    hours: int = 24
    week_starts: str = "Mon"
    keys: Mapping[str, str] = field(default_factory=dict)
    inbox: str = ""
    """The file or folder that a phone writes; `settings.inbox_path` reads it for the shell too."""
    complaint: str = ""
    """What is wrong with the file, in a sentence; what of it cannot be understood is as it would be without it."""


_IS_VALID: Mapping[str, Callable[[Any], bool]] = {
    "theme": lambda value: isinstance(value, str),
    "hours": lambda value: value in HOURS,
    "week_starts": lambda value: value in WEEKDAYS,
    "inbox": settings.is_location,
    "keys": lambda value: isinstance(value, dict) and all(isinstance(key, str) for key in value.values()),
}
"""Setting -> whether it can have a value."""


def read(path: Path | None) -> Display:
    """The settings in the file; the usual ones where there is none, or where it cannot be read."""
    try:
        values = settings.read_file(path)
    except Refused as refused:
        return Display(path, complaint=f"{refused}; it was left as it is.")
    display = Display(path)
    invalid = []
    for name, is_valid in _IS_VALID.items():
        if name in values:
            if is_valid(values[name]):
                display = replace(display, **{name: values[name]})
            else:
                invalid.append(name)
    return replace(display, complaint=f"{path}: {', '.join(invalid)} cannot be understood." if invalid else "")


def in_file(display: Display, name: str) -> Any:
    """A setting as the file has it by now, for it can be edited while the app is open."""
    present = read(display.path)
    return getattr(display if present.complaint else present, name)


def with_setting(display: Display, name: str, value: Any) -> Display:
    """The settings with one changed, stored in the file."""
    if display.path is None:
        return replace(display, **{name: value})
    import tomlkit

    path = display.path
    try:
        document = tomlkit.parse(settings.text_of(path))
        document[name] = value
        private_file.create_folder(path.parent)
        private_file.write_whole(path, tomlkit.dumps(document))
    except (OSError, ValueError) as error:
        raise Refused(f"{path} cannot be written ({error}); the setting holds until you quit.") from error
    return replace(display, **{name: value})


def keep(app: "JournalApp", name: str, value: Any) -> None:
    """Keep a changed setting in the settings file; one that was changed there meanwhile wins, and is said."""
    preferences = app.preferences
    if getattr(preferences, name) == value:
        return
    present = in_file(preferences, name)
    if present not in (getattr(preferences, name), value):
        app.preferences = replace(preferences, **{name: present})
        app.say(terminal.on_one_line(f"It was changed elsewhere meanwhile and is {present} now."), "wrong")
        if name == "theme" and present in app.available_themes:
            app.theme = present
        return
    try:
        app.preferences = with_setting(preferences, name, value)
    except Refused as refused:
        app.preferences = replace(preferences, **{name: value})
        app.say(terminal.refusal_sentence(refused), "wrong")
