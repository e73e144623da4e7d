"""The app over one diary: its rooms, its keys, and what they open."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, cast

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.screen import Screen
from textual.worker import Worker

from journal import activity, moments, terminal
from journal.app import actions, hangup, keys, room_digits, shell_words
from journal.app import display as displays
from journal.app.daily_upkeep import DailyUpkeep
from journal.app.diary import Diary
from journal.app.display import Display
from journal.app.faults import last_words
from journal.app.file_watcher import FileWatcher
from journal.app.key_queue import PATIENCE, KeyQueue, KeyTurn, Waits
from journal.app.messages import DiaryChanged
from journal.app.screens import DIALOGS, ROOMS
from journal.app.screens.base import BackgroundScreen, Dialog, Room
from journal.app.screens.rooms.today import TodayScreen
from journal.app.undo_redo import UndoRedo
from journal.app.unstored_lines import UnstoredLines
from journal.app.widgets.clickable_text import WordFlow
from journal.app.widgets.line_input import LineInput
from journal.app.widgets.phrase_line import PhraseLine
from journal.errors import Refused, unexpected
from journal.moments import UserClock
from journal.records import Record

FAILED = 70
"""The exit code where the terminal fails (EX_SOFTWARE of sysexits.h)."""
LOOK_EVERY = 1.0
"""Seconds between two looks at the file and the clock."""


class JournalApp(App[None]):
    """`read_clock` gives where and when the user is; `display` how it looks."""

    TITLE = "Twitch Journal"
    CSS_PATH = "journal.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        room.name: room.open for room in ROOMS.values() if room.name != "today" and not room.is_dialog
    }
    DEFAULT_MODE = "today"
    BINDINGS = keys.APP
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (20, "-narrow"), (70, "-wide")]  # noqa: RUF012 - as Textual types it
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (6, "-low"), (14, "-middle"), (20, "-high")]  # noqa: RUF012 - likewise

    def __init__(
        self,
        path: Path,
        display: Display | None = None,
        read_clock: Callable[[], UserClock] = moments.user_clock,
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self.preferences = display or Display()
        self.diary = Diary(path, read_clock, self.preferences.path)
        self.writing = asyncio.Lock()
        self.writes: set[asyncio.Future[None]] = set()
        """What is being stored, with what follows from it."""
        self.is_sample = False
        self.day_starts = 4
        self.today = self.diary.today(self.day_starts)
        self.file_watcher = FileWatcher(self)
        self.undo_redo = UndoRedo(self)
        self.unstored = UnstoredLines(self)
        self.key_queue = KeyQueue(self)
        self.upkeep = DailyUpkeep(self)
        self.shows_faults = self._is_ending = False
        self.has_terminal = True
        """Whether somebody can still read what is said on leaving."""
        self.faults: list[Exception] = []
        self.shown_activity = ""

    def get_default_screen(self) -> Screen[Any]:
        """Today is no mode before it stands: as one, its style sheet would be read twice before the first frame."""
        return TodayScreen()

    def on_mount(self) -> None:
        self.add_mode("today", TodayScreen)
        if self.preferences.theme in self.available_themes:
            self.theme = self.preferences.theme
        self.set_keymap(self.preferences.keys)
        self.theme_changed_signal.subscribe(self, lambda theme: self.keep_display("theme", theme.name))
        self.unstored.take_over()
        self.set_interval(LOOK_EVERY, self.file_watcher.look)
        self.set_interval(LOOK_EVERY / 2, self.show_activity)
        self.upkeep.begin()
        if not self.is_headless:
            hangup.watch(self)
            self.set_timer(LOOK_EVERY, lambda: self.begin(self.prepare, "prepare"))

    async def on_event(self, event: events.Event) -> None:
        """A key, or a pasted text, that comes from the terminal waits for its turn."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            self.key_queue.put(event)
        else:
            await super().on_event(event)

    async def on_key_turn(self, turn: KeyTurn) -> None:
        try:
            if not room_digits.uses(self, turn.event):
                await super().on_event(turn.event)
        finally:
            turn.is_over.set()

    async def may_type(self, waits: Waits) -> None:
        """Until the screen in front has all that it needs to understand a key."""
        if self.writes:
            await asyncio.wait(self.writes, timeout=PATIENCE if waits in (Waits.AS_TYPING, Waits.AS_ENTER) else None)
        if isinstance(self.screen, BackgroundScreen):
            await self.screen.may_type(everything=waits in (Waits.AS_ENTER, Waits.FOR_ALL))

    async def action_quit(self) -> None:
        """Quit behind what the keys before have begun, for one may be the Enter of a line."""
        (self.focused or self.screen).call_later(self.leave)

    def end(self, exit_code: int) -> None:
        """End behind what was typed so far, and when all that was entered is stored."""
        if not self._is_ending:
            self._is_ending = True
            self.run_worker(self._end(exit_code), group="end")

    def panic(self, *renderables: Any) -> None:
        """Textual's end where the keyboard is gone; here what was entered is stored first."""
        if self.is_running and not any(isinstance(each, Exception) for each in renderables):
            self.end(FAILED)
        else:
            super().panic(*renderables)

    def _build_driver(self, *arguments: Any, **options: Any) -> Driver:
        keys.tell_escape_from_alt()
        hangup.take_any_byte()
        return hangup.with_lasting_output(super()._build_driver(*arguments, **options))

    async def _end(self, exit_code: int) -> None:
        await self.key_queue.all_taken()
        await self.leave(exit_code)

    async def leave(self, exit_code: int = 0) -> None:
        """Quit when all that was entered is stored; what the screens had asked for is dropped."""
        writing = [worker.wait() for worker in self.workers if worker.group == "write"]
        await asyncio.gather(*writing, return_exceptions=True)
        if self.unstored.lines:
            await self.unstored.try_all()
        self.unstored.leave()
        self.workers.cancel_all()
        self.exit(return_code=exit_code)

    def fault(self, error: Exception) -> Refused:
        """What is said where reading or writing failed in a way that nobody foresaw; the app goes on."""
        self.faults.append(error)
        return Refused(unexpected(error, "nothing was stored"))

    def _fatal_error(self) -> None:
        """Textual's own would print a traceback with the values of all variables, words of the diary among them."""
        if not self._exit_renderables:
            self._exit_renderables.append(last_words(self))
        self._close_messages_no_wait()

    async def prepare(self) -> None:
        """Load and lay out History while nobody waits for it: that takes half a second, which Today does not have."""
        await asyncio.to_thread(self.diary.load_search)
        room = self.current_mode
        if len(self.screen_stack) == 1:
            with self.batch_update():
                self.switch_mode("history")  # nothing is awaited before Today is back, or a key would go astray
                self.switch_mode(room)

    # ---- what changes by itself ----------------------------------------------------------------

    def page_was_read(self, clock: UserClock, *, is_sample: bool) -> None:
        """A page was read: it says when days start, and whether this is a sample."""
        self.day_starts, self.today, self.is_sample = clock.day_starts, clock.today, is_sample
        self.file_watcher.begin()

    def diary_changed(self, *, by_another: bool = False, named: bool = False) -> None:
        """The diary holds something else; `named` if the screen already says what undo would undo."""
        self.diary.version += 1
        self.undo_redo.diary_changed(by_another=by_another)
        fields = [field for screen in self.screen_stack for field in screen.query(LineInput)]
        if by_another:
            self.diary.reopen_past()
        else:
            self.file_watcher.note_own_write()
        for field in fields:
            if not by_another:
                field.forget_cleared()
            elif isinstance(field, PhraseLine):
                field.forget_entered()
        for screen in self.screen_stack:
            screen.post_message(DiaryChanged())
            if isinstance(screen, BackgroundScreen) and (by_another or screen is not self.front):
                screen.forget_receipt()
        self.say_remarks()
        if named:
            self.undo_redo.name_last()
        if not by_another:
            self.unstored.try_again()  # what stopped it may have gone
            self.upkeep.begin(has_written=True)

    def begin(
        self, work: Callable[[], Coroutine[Any, Any, None]], group: str, *, exclusive: bool = False
    ) -> Worker[None]:
        """Work in the background, of which nothing is begun before its turn; an exclusive one ends those before."""
        return self.run_worker(work, group=group, exclusive=exclusive)

    def show_activity(self) -> None:
        """Have the screen in front say what takes long, and say no more of it when that is done."""
        lasting = activity.lasting()
        if lasting != self.shown_activity:
            self.shown_activity = lasting
            self.front.show_keys()
            self.unstored.show_entered()

    def say(self, text: str, manner: str = "") -> None:
        if isinstance(self.screen, BackgroundScreen):
            self.screen.say(text, manner)

    def say_remarks(self) -> None:
        """Say what was left to say of a diary that was opened, under what is said already."""
        notices = self.front.query("#notice")
        if not self.front.TAKES_REMARKS or not notices or notices.first().has_class("-wrong"):
            return  # a question, a dialog not composed yet, a refusal: the next time
        remarks = [terminal.on_one_line(shell_words.in_app(remark)) for remark in self.diary.take_remarks()]
        if remarks:
            if not self.front.has_receipt:
                self.front.say("")
            self.front.say_also("\n".join(remarks))

    # ---- undo and redo -------------------------------------------------------------------------

    @property
    def front(self) -> BackgroundScreen:
        """The screen in front; the room below where that is none of the journal's (the palette)."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, BackgroundScreen))

    def action_undo(self) -> None:
        """Undo the typing where something is being typed, else what was stored last."""
        if not self._is_typing(LineInput.undo_typing, "undo. With this line empty, ^z undoes what was stored last."):
            self.undo_redo.undo()

    def action_redo(self) -> None:
        if not self._is_typing(LineInput.redo_typing, "redo. With this line empty, ^y redoes what was undone last."):
            self.undo_redo.redo()

    def _is_typing(self, change: Callable[[LineInput], bool], otherwise: str) -> bool:
        """Whether it is the typing in a field that is to be changed, which it is then; a record's own text stays."""
        field = self.focused
        if not isinstance(field, LineInput):
            return False
        is_changed = change(field)
        if field.value and not is_changed:
            self.front.say(f"No typing is left to {otherwise}", "quiet")
        return is_changed or bool(field.value)

    # ---- records -------------------------------------------------------------------------------

    def edit(self, name: str) -> None:
        from journal.app.screens.dialogs.edit import EditDialog

        self.push_screen(EditDialog(name))

    def delete(self, name: str, expected: Record) -> None:
        from journal.app.screens.dialogs.edit import delete

        delete(self, name, expected)

    def record_changed(self, text: str) -> None:
        """A record was changed; say so on the screen in front."""
        self.front.say_changed(text)

    # ---- rooms ---------------------------------------------------------------------------------

    def go(self, name: str, then: Callable[[], None] | None = None) -> None:
        """To a room, over which nothing is open then, and `then` on; a dialog opens over the room in front."""
        room_digits.hide(self)
        room = ROOMS.get(name)
        if room and room.is_dialog:
            if getattr(self.screen, "room", "") != name:
                self.push_screen(room.open())
        elif room and len(self.screen_stack) > 1:
            from journal.app.screens.dialogs.pick import leave_all

            leave_all(self.screen_stack, partial(self._enter_room, name, then))
        elif room and name == self.current_mode == "today" and then is None:
            self.open_day(self.today)
        elif room:
            self._enter_room(name, then)

    def _enter_room(self, name: str, then: Callable[[], None] | None) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_mode(name)
        if then:
            then()

    def open_day(self, day: date) -> None:
        """The page of a day."""
        self.go("today", lambda: cast(TodayScreen, self.screen).go_to(day))

    def begin_line(self, phrase: str) -> None:
        """To the line, in which these words stand then behind what it holds."""
        self.go("today", lambda: cast(TodayScreen, self.screen).begin(phrase))

    def action_room(self, name: str) -> None:
        self.go(name)

    def open(self, command: str) -> None:
        """Where a word leads: `room:triggers`, `room:triggers:guess` to do that there, `dialog:pause`, `line:stop`."""
        kind, name, *actions_there = command.split(":")
        if kind == "dialog":
            self.action_dialog(name)
        elif kind == "app":
            self.call_later(self.run_action, name)
        elif kind == "line":
            self.begin_line(name)
        else:
            self.go(name, (lambda: cast(Room, self.screen).begin_with(actions_there[0])) if actions_there else None)

    def action_dialog(self, name: str) -> None:
        """Open a dialog, unless it is open already."""
        if all(screen.dialog != name for screen in self.screen_stack if isinstance(screen, Dialog)):
            DIALOGS[name].open(self)

    def action_offer(self) -> None:
        """Take the offer that Today shows first; where none is in sight, show the list."""
        commands = [flow.words[0].command for flow in self.screen.query("#offers").results(WordFlow) if flow.display]
        self.open(commands[0] if commands else "dialog:offers")

    def action_checkin(self) -> None:
        self.open_checkin(self.day_in_front)

    @property
    def day_in_front(self) -> date:
        day = getattr(self.screen, "day", None)
        return day if isinstance(day, date) else self.today

    def open_checkin(self, day: date, slug: str | None = None) -> None:
        from journal.app.screens.dialogs.checkin import CheckInDialog

        if not any(isinstance(screen, CheckInDialog) for screen in self.screen_stack):
            self.push_screen(CheckInDialog(day, slug))

    async def action_rooms(self) -> None:
        if isinstance(self.screen, BackgroundScreen):
            await room_digits.show(self.screen)

    def action_help(self) -> None:
        from journal.app.screens.dialogs.help import HelpDialog

        if not isinstance(self.screen, HelpDialog):
            self.push_screen(HelpDialog(self.screen))

    def action_get_help(self) -> None:
        from journal.app.screens.dialogs.reader import get_help

        get_help(self)

    def action_help_quit(self) -> None:
        """^c quits nothing: half a line would go with it."""
        self.front.say(f"{self.key_shown(keys.QUIT)} quits; ^c copies what is selected.", "quiet")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Every action that applies now, for the palette."""
        bound = actions.screen_actions(screen)
        for action in bound:
            title = f"{action.description} ({action.keys})"
            yield SystemCommand(title, action.tooltip, partial(self.run_action, action.action, action.node))
        for dialog in actions.dialogs_without_key(bound):
            yield SystemCommand(dialog.title, dialog.tooltip, partial(self.action_dialog, dialog.name))
        yield SystemCommand("Theme", "Change the colours", self.action_change_theme)

    def key_shown(self, binding: Binding) -> str:
        """The one key that is named for an action."""
        return self.get_key_display(keys.key_of(binding, self.preferences.keys))

    def get_key_display(self, binding: Binding) -> str:
        """F1 and not f1."""
        key = super().get_key_display(binding)
        return key.upper() if re.fullmatch(r"f\d+", key) else terminal.on_one_line(key)

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        return terminal.in_xml(super().export_screenshot(title=title, simplify=simplify))

    def keep_display(self, name: str, value: Any) -> None:
        """A setting of display changed and kept in the settings file."""
        displays.keep(self, name, value)
