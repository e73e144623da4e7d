"""Pictures of the app, made by the program itself from a sample diary on a fixed day.

python tests/bench/pictures.py              those on the README
python tests/bench/pictures.py FOLDER       every room at three sizes in three themes, to be looked at
python tests/bench/pictures.py FOLDER year  one of them
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from textual.worker import WorkerCancelled

from journal.app.display import Display
from journal.app.main import JournalApp
from journal.demo import write_sample
from journal.moments import UserClock

NOW = UserClock(datetime(2026, 11, 21, 20, 40, tzinfo=UTC), UTC)
TYPED = "left calf 4 2m 20m ago +stretch"
PICTURES = Path(__file__).parents[2] / ".github" / "pictures"
SIZES = ((80, 24), (120, 40), (40, 20))
THEMES = ("textual-dark", "textual-light", "ansi-dark")
ROOM_KEYS = {
    "today": (),
    "typing": tuple("left thi"),
    "refused": (*"banana", "enter"),
    "records": ("down",),
    "rooms": ("ctrl+o",),
    "words": ("question_mark",),
    "checkin": ("f2", "7"),
    "history": ("f3", "down"),
    "trends": ("f10",),
    "trends-2": ("f10", "v"),
    "trends-3": ("f10", "v", "v"),
    "body": ("f12",),
    "triggers": ("f11",),
    "share": ("f6",),
    "guide": ("ctrl+t",),
    "year": ("f4",),
    "settings": ("f7",),
    "calendar": ("f9",),
    "help": ("f1",),
}
"""Name of a picture -> the keys that lead to what it shows."""


async def picture(diary: Path, keys: Sequence[str], size: tuple[int, int] = (80, 24), theme: str = THEMES[0]) -> str:
    app = JournalApp(diary, Display(theme=theme), read_clock=lambda: NOW)
    async with app.run_test(size=size) as pilot:
        for key in (None, *keys):
            if key:
                await pilot.press(key)
            await pilot.pause()
            with suppress(WorkerCancelled):  # a newer question took its place
                await app.workers.wait_for_complete()
            await pilot.pause()
        while app.shown_activity:
            await pilot.pause(0.5)
        return app.export_screenshot(title="twitch-journal", simplify=True)


def write_readme_pictures(folder: Path) -> None:
    line = ["space" if letter == " " else "plus" if letter == "+" else letter for letter in TYPED]
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, seed, keys in (("today", 3, line), ("triggers", 1, ["f11"])):
        diary = folder / f"{name}.db"
        write_sample(diary, 400, seed, NOW)
        (PICTURES / f"{name}.svg").write_text(asyncio.run(picture(diary, keys)), encoding="utf-8")


def write_rooms(target: Path, folder: Path, names: Sequence[str]) -> None:
    diary = folder / "diary.db"
    write_sample(diary, 400, 3, NOW)
    target.mkdir(parents=True, exist_ok=True)
    for name in names or ROOM_KEYS:
        keys = ["space" if key == " " else key for key in ROOM_KEYS[name]]
        for size in SIZES:
            for theme in THEMES:
                svg = asyncio.run(picture(diary, keys, size, theme))
                file = target / f"{name}-{size[0]}x{size[1]}-{theme.removeprefix('textual-')}.svg"
                file.write_text(svg, encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        if arguments:
            write_rooms(Path(arguments[0]), Path(folder), arguments[1:])
        else:
            write_readme_pictures(Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
