"""Every key of the rooms, with the id by which the settings file gives it another.

A function key passes tmux and a browser's terminal; each room also has a key that needs no Fn on a laptop, chosen
among those that neither tmux (ctrl+b) nor a browser (ctrl+n, ctrl+t, ctrl+w) keeps for itself, nor a hand that edits
a line (ctrl+a, ctrl+u). Two of them (ctrl+e, ctrl+k) edit a line that holds something, and lead to their room from
everywhere else.
"""

from textual.binding import Binding, BindingType

ROOMS = (
    ("today", "Today"),
    ("history", "History"),
    ("year", "Year"),
    ("trends", "Trends"),
    ("body", "Body"),
    ("triggers", "Triggers"),
    ("export", "Export"),
    ("settings", "Settings"),
)
"""What stands in the bar above: the room and its name. A room that is not built yet is not here."""

APP: list[BindingType] = [
    Binding("ctrl+z", "undo", "Undo", id="undo", priority=True, tooltip="Names what was done last, then takes it back"),
    Binding("ctrl+y", "redo", "Redo", id="redo", priority=True, show=False, tooltip="Does again what was taken back"),
    Binding("f2,ctrl+l", "checkin", "Check-in", id="checkin", priority=True, tooltip="The day's questions"),
    Binding("f3,ctrl+r", "room('history')", "History", id="history", priority=True, tooltip="Every record"),
    Binding("f4,ctrl+g", "room('year')", "Year", id="year", priority=True, show=False, tooltip="A year at a glance"),
    Binding("f5,ctrl+d", "room('today')", "Today", id="today", priority=True, show=False, tooltip="Today's page"),
    Binding("f6", "export", "Export", id="export", priority=True, show=False, tooltip="The diary as CSV files"),
    Binding("ctrl+e", "export", "Export", id="export.unless_editing", show=False, tooltip="The diary as CSV files"),
    Binding("f7", "room('settings')", "Settings", id="settings", priority=True, show=False, tooltip="Settings"),
    Binding("ctrl+k", "room('settings')", "Settings", id="settings.unless_editing", show=False, tooltip="Settings"),
    Binding("f8,ctrl+o", "jump", "Jump to a panel", id="jump", priority=True, show=False),
    Binding(
        "f10,ctrl+right_square_bracket",
        "room('trends')",
        "Trends",
        id="trends",
        priority=True,
        show=False,
        tooltip="Charts",
    ),
    Binding(
        "f12,ctrl+backslash", "room('body')", "Body", id="body", priority=True, show=False, tooltip="Where they come"
    ),
    Binding(
        "f11,ctrl+circumflex_accent",
        "room('triggers')",
        "Triggers",
        id="triggers",
        priority=True,
        show=False,
        tooltip="Which habits go with the twitches",
    ),
    Binding("ctrl+s", "stop", "Stop what is going on", id="stop", priority=True, show=False),
    Binding("ctrl+p", "command_palette", "Actions", id="palette", priority=True),
    Binding("f1", "help", "Help", id="help", priority=True, tooltip="What can be done here"),
    Binding("ctrl+q", "quit", "Quit", id="quit", priority=True, show=False),
]
TODAY: list[BindingType] = [
    Binding("left", "day(-1)", "Day before", key_display="←", id="day.before", show=False),
    Binding("right", "day(1)", "Day after", key_display="→", id="day.after", show=False),
    Binding("f9,ctrl+f", "calendar", "Calendar", id="day.pick", priority=True, tooltip="A calendar"),
    Binding("escape", "home", "To the line, then to today", id="home", show=False),
    Binding("delete", "delete", "Delete the record", id="record.delete", show=False),
]
