"""Whatever a file holds, nothing of it steers the terminal from the app: every room and every dialog, over a diary that
another program filled with escape sequences. No room but the guide names an illness, and everywhere one key tells
when to get help."""

from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from unittest.mock import patch

from textual.widgets import Input

from journal.app import screens
from journal.app.display import Display
from journal.app.screens import DIALOGS, ROOMS
from journal.app.screens.base import BackgroundScreen, Dialog, Room
from journal.app.screens.dialogs.reader import ChapterDialog
from journal.app.screens.searched_list import SearchedList
from tests import hostile
from tests.app.robot import Clock, Robot, play
from tests.diary import at
from tests.disease_names import disease_names

NOT_OPENED_ITSELF = {BackgroundScreen, Dialog, Room, SearchedList}


def every_screen() -> set[type]:
    for module in walk_packages(screens.__path__, f"{screens.__name__}."):
        import_module(module.name)
    waiting: list[type] = [BackgroundScreen]
    found: set[type] = set()
    while waiting:
        screen = waiting.pop()
        found.add(screen)
        waiting += screen.__subclasses__()
    return {screen for screen in found if screen.__module__.startswith("journal.")} - NOT_OPENED_ITSELF


class Looker:
    """Looks at what is drawn after each step, and remembers which screens it saw."""

    def __init__(self, user: Robot) -> None:
        self.user = user
        self.seen: set[type] = set()
        self.calls: list[None] = []
        """Of help, which is not opened here, since that takes longer than all else."""

    def count_call(self) -> None:
        self.calls.append(None)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.user.press(key)
            await self.look(key)

    async def look(self, after: str) -> None:
        screen = self.user.app.screen
        is_new = type(screen) not in self.seen
        self.seen.add(type(screen))
        strips = screen._compositor.render_strips()  # drawn once for all that is looked at
        text = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert hostile.steering(text) == [], (after, screen)
        if self.user.app.current_mode != "guide" and not isinstance(screen, ChapterDialog):
            assert not disease_names(text), (after, screen)
            assert "something serious" not in text
        for strip in strips:
            assert not any(segment.control for segment in strip), (after, screen)
        if is_new:
            texts, calls = self.texts, len(self.calls)
            await self.user.press("ctrl+underscore")
            assert (self.texts, len(self.calls)) == (texts, calls + 1), (after, screen)

    @property
    def texts(self) -> list[str]:
        return [field.value for field in self.user.app.screen.query(Input)]


KEYS = {
    "today": "1 ctrl+u 0 enter ctrl+u down enter escape f2 end escape f9 escape ctrl+s escape ? escape ctrl+o"
    " escape f8 escape f1 escape ctrl+z",
    "history": "down enter escape delete",
    "trends": "t",
    "body": "down",
    "triggers": "t enter down enter escape j escape o escape x r escape down enter escape escape",
    "guide": "down enter backspace escape z escape",
    "settings": "end enter escape ctrl+p escape",
    "share": "p escape enter end enter p escape escape",
    "visit": "escape",
    "signs": "down down y y escape d escape escape",
}
"""Room or dialog -> the keys that lead to what opens over it."""


async def walk(eye: Looker) -> None:
    """Through every room, and what opens over it."""
    user = eye.user
    for room in ROOMS.values():
        user.app.go(room.name)
        await user.settle()
        assert (user.app.front.room, bool(user.app.front.HELP)) == (room.name, True)
        await eye.look(room.name)
        await eye.press(*KEYS.get(room.name, "escape").split())
        hostile.read_as_xml(user.app.export_screenshot())
    user.app.go("today")
    await eye.press("escape")
    for dialog in DIALOGS:
        user.app.action_dialog(dialog)
        await user.settle()
        await eye.look(dialog)
        await eye.press(*KEYS.get(dialog, "escape").split())
    user.app.open("dialog:inbox")
    await user.settle()
    await eye.press("end", "enter", "escape", "down", "enter", "home", "n", "escape")
    await user.paste("calf 3\nthumb 2\n")
    await eye.look("pasted lines")


def test_no_room_steers_the_terminal(path: Path) -> None:
    hostile.make(path)
    (path.parent / "inbox").write_text(hostile.PHONE, newline="\n")

    async def story(user: Robot) -> None:
        eye = Looker(user)
        with patch.object(user.app, "action_get_help", eye.count_call):
            await walk(eye)
        assert every_screen() - eye.seen == set()

    keys = {"undo": "ctrl+z", "checkin": "f2", "history": "f3", "dialog.close": "escape", "triggers.guess": "g"}
    keys = {action: f"{hostile.NASTY},{key}" for action, key in keys.items()}
    play(
        path,
        story,
        size=(100, 60),
        clock=Clock(at(hostile.NOW).now),
        display=Display(keys=keys, theme=hostile.NASTY, complaint=hostile.NASTY),
    )
