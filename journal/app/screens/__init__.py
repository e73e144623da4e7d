"""What is in front of the user. Screens own flow: what is asked when, and what follows.

base.py      what every room and dialog has: bars, a line for notices, reading and writing in the background
searched_list.py  a field, and the list of what it finds
rooms/       one file a room
dialogs/     one file a question, a form or a page over a room

A new room, or dialog, touches three files: its own, a table below, and `rooms.tcss` where it has a look of its own. Its
class carries its name and its help; the table what must be known before its file is imported.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.screen import Screen


class RoomEntry(NamedTuple):
    """A room as the bars, the keys and the palette name it.

    `digit` is what leads to it behind ctrl+o, and with alt where the terminal leaves that to the program.
    `screen` is its "module:class" in this folder, imported when it is opened first: together they cost 0.3 s.
    `unless_editing` is a key that edits a line while that holds something.
    """

    name: str
    title: str
    tooltip: str
    keys: str
    screen: str
    digit: str = ""
    unless_editing: str = ""
    in_footer: bool = False
    is_dialog: bool = False

    def open(self) -> Screen[Any]:
        module, _, name = self.screen.partition(":")
        screen: Screen[Any] = getattr(import_module(f"{__name__}.{module}"), name)()
        return screen

    def bindings(self) -> Iterator[Binding]:
        action = f"room('{self.name}')"
        keys = f"{self.keys},alt+{self.digit}" if self.digit else self.keys
        yield Binding(keys, action, self.title, self.in_footer, priority=True, tooltip=self.tooltip, id=self.name)
        if self.unless_editing:
            identity = f"{self.name}.unless_editing"
            yield Binding(self.unless_editing, action, self.title, show=False, tooltip=self.tooltip, id=identity)


ROOMS = {
    room.name: room
    for room in (
        RoomEntry("today", "Today", "Today's page", "f5,ctrl+d", "rooms.today:TodayScreen", "1"),
        RoomEntry(
            "history",
            "History",
            "Every record",
            "f3,ctrl+r",
            "rooms.history:HistoryScreen",
            "2",
            in_footer=True,
        ),
        RoomEntry(
            "trends",
            "Trends",
            "Charts",
            "f10,ctrl+right_square_bracket",
            "rooms.trends:TrendsScreen",
            "3",
        ),
        RoomEntry("body", "Body", "Where they come", "f12,ctrl+backslash", "rooms.body:BodyScreen", "4"),
        RoomEntry(
            "triggers",
            "Triggers",
            "Which habits go with the twitches",
            "f11,ctrl+circumflex_accent",
            "rooms.triggers:TriggersScreen",
            "5",
        ),
        RoomEntry(
            "share",
            "Share",
            "A page for a doctor, a message, or CSV files",
            "f6",
            "dialogs.share:ShareDialog",
            "6",
            unless_editing="ctrl+e",
            is_dialog=True,
        ),
        RoomEntry(
            "guide",
            "Guide",
            "Causes, concerns, and when to see a doctor",
            "ctrl+t",
            "rooms.guide:GuideScreen",
            "7",
        ),
        RoomEntry("year", "Year", "A year at a glance", "f4,ctrl+g", "rooms.year:YearScreen", "8"),
        RoomEntry(
            "settings",
            "Settings",
            "Settings",
            "f7",
            "rooms.settings:SettingsScreen",
            "9",
            unless_editing="ctrl+k",
        ),
    )
}
"""By name, in the order of the bar above."""


class DialogEntry(NamedTuple):
    """A dialog that opens over any room, as the palette and an offer of Today name it.

    `opener` is the "module:function" in this folder that opens it over an app.
    """

    name: str
    title: str
    tooltip: str
    opener: str

    def open(self, app: Any) -> None:
        module, _, name = self.opener.partition(":")
        getattr(import_module(f"{__name__}.{module}"), name)(app)


DIALOGS = {
    dialog.name: dialog
    for dialog in (
        DialogEntry("offers", "Offers", "What is offered today", "dialogs.offer_list:open_offers"),
        DialogEntry("inbox", "Inbox", "What your phone wrote", "dialogs.inbox:open_inbox"),
        DialogEntry(
            "experiment",
            "Experiment",
            "Try one habit on yourself, in blocks of days drawn by lot",
            "dialogs.experiment:open_experiment",
        ),
        DialogEntry(
            "signs",
            "Signs",
            "A few questions every four weeks, without testing yourself",
            "dialogs.signs:open_signs",
        ),
        DialogEntry("about", "About me", "What a doctor asks once", "dialogs.about_me:open_about_me"),
        DialogEntry("lookback", "Look back", "What can be said so far", "dialogs.look_back:open_look_back"),
        DialogEntry("away", "Open days", "A rating or a note for days away", "dialogs.days_away:open_away"),
        DialogEntry("words", "Words", "All that a line may say", "dialogs.words:open_words"),
        DialogEntry("calendar", "Calendar", "The page of any day", "dialogs.calendar:open_calendar"),
        DialogEntry("stop", "Stop what is going on", "Its end is now", "dialogs.stop:stop"),
        DialogEntry("visit", "A visit", "A diary kept for a visit ahead", "dialogs.visit_diary:open_visit"),
        DialogEntry("pause", "Pause or go on", "The diary rests", "dialogs.pause_dialog:open_pause"),
    )
}
