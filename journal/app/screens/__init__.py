"""What is in front of the user, one file a room or a dialog. Screens own flow: what is asked when, and what follows.

base.py      what every room and dialog has: bars, a line for notices, reading and writing in the background
today.py     a day: the line, the digits, the records, the check-in
history.py   every record, found as one types
year.py      a sign for each day of a year
trends.py    the charts
body.py      where the twitches come
triggers.py  which habits go with the twitches
experiment.py  what may be tried, a plan, today's condition, and what came of it
guide.py     the chapters on twitches, and a search in them
signs.py     a few questions every four weeks, and what a doctor advised
settings.py  of the diary and of display; questions, names, digits
share.py     a page, a message or files, looked at before they are written
checkin.py   the questions of a day
inbox.py  what the phone wrote, looked at and stored
pasted_lines.py  several lines with their readings, stored at once
edit.py      a record as the line that says it
calendar.py  which day?
stop.py      which episode stops?
look_back.py  what can be said so far, and three ways on
about_me.py   what a doctor asks once, and what is to be asked
days_away.py  the open days after days away
pause_dialog.py  the diary rests, and goes on
visit_diary.py  a diary kept for a visit
words.py     every word that a line may say, found as one types
offer_list.py  what is offered today
help.py      what can be done on the screen in front
form.py      a few fields, stored together
dialog.py    one of a few rows
reader.py    a page to be read: lines of a picture, or a chapter

A new room touches three files: its own, the table below, and `rooms.tcss` where it has a look of its own. Its class
carries its name, its help and the names of its panels; the table what must be known before its file is imported.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, NamedTuple

from textual.binding import Binding
from textual.screen import Screen


class RoomEntry(NamedTuple):
    """A room as the bars, the keys and the palette name it.

    `digit` is what leads to it behind ctrl+o, and with alt where the terminal leaves that to the program.
    `screen` is its "module:class", imported when it is opened for the first time: together they cost 0.3 s.
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
        screen: Screen[Any] = getattr(import_module(module), name)()
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
        RoomEntry("today", "Today", "Today's page", "f5,ctrl+d", "journal.app.screens.today:TodayScreen", "1"),
        RoomEntry(
            "history",
            "History",
            "Every record",
            "f3,ctrl+r",
            "journal.app.screens.history:HistoryScreen",
            "2",
            in_footer=True,
        ),
        RoomEntry(
            "trends",
            "Trends",
            "Charts",
            "f10,ctrl+right_square_bracket",
            "journal.app.screens.trends:TrendsScreen",
            "3",
        ),
        RoomEntry("body", "Body", "Where they come", "f12,ctrl+backslash", "journal.app.screens.body:BodyScreen", "4"),
        RoomEntry(
            "triggers",
            "Triggers",
            "Which habits go with the twitches",
            "f11,ctrl+circumflex_accent",
            "journal.app.screens.triggers:TriggersScreen",
            "5",
        ),
        RoomEntry(
            "share",
            "Share",
            "A page for a doctor, a message, or CSV files",
            "f6",
            "journal.app.screens.share:ShareDialog",
            "6",
            unless_editing="ctrl+e",
            is_dialog=True,
        ),
        RoomEntry(
            "guide",
            "Guide",
            "Causes, concerns, and when to see a doctor",
            "ctrl+t",
            "journal.app.screens.guide:GuideScreen",
            "7",
        ),
        RoomEntry("year", "Year", "A year at a glance", "f4,ctrl+g", "journal.app.screens.year:YearScreen", "8"),
        RoomEntry(
            "settings",
            "Settings",
            "Settings",
            "f7",
            "journal.app.screens.settings:SettingsScreen",
            "9",
            unless_editing="ctrl+k",
        ),
    )
}
"""By name, in the order of the bar above."""


class DialogEntry(NamedTuple):
    """A dialog that opens over any room, as the palette and an offer of Today name it.

    `opener` is the "module:function" that opens it over an app.
    """

    name: str
    title: str
    tooltip: str
    opener: str

    def open(self, app: Any) -> None:
        module, _, name = self.opener.partition(":")
        getattr(import_module(module), name)(app)


DIALOGS = {
    dialog.name: dialog
    for dialog in (
        DialogEntry("offers", "Offers", "What is offered today", "journal.app.screens.offer_list:open_offers"),
        DialogEntry("inbox", "Inbox", "What your phone wrote", "journal.app.screens.inbox:open_inbox"),
        DialogEntry(
            "experiment",
            "Experiment",
            "Try one habit on yourself, in blocks of days drawn by lot",
            "journal.app.screens.experiment:open_experiment",
        ),
        DialogEntry(
            "signs",
            "Signs",
            "A few questions every four weeks, without testing yourself",
            "journal.app.screens.signs:open_signs",
        ),
        DialogEntry("about", "About me", "What a doctor asks once", "journal.app.screens.about_me:open_about_me"),
        DialogEntry("lookback", "Look back", "What can be said so far", "journal.app.screens.look_back:open_look_back"),
        DialogEntry("away", "Open days", "A rating or a note for days away", "journal.app.screens.days_away:open_away"),
        DialogEntry("words", "Words", "All that a line may say", "journal.app.screens.words:open_words"),
        DialogEntry("calendar", "Calendar", "The page of any day", "journal.app.screens.calendar:open_calendar"),
        DialogEntry("stop", "Stop what is going on", "Its end is now", "journal.app.screens.stop:stop"),
        DialogEntry("visit", "A visit", "A diary kept for a visit ahead", "journal.app.screens.visit_diary:open_visit"),
        DialogEntry("pause", "Pause or go on", "The diary rests", "journal.app.screens.pause_dialog:open_pause"),
    )
}
