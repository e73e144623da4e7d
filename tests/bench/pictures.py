"""The pictures of the app on the README, made by the program itself from a sample diary on a fixed day.

python tests/bench/pictures.py
"""

import asyncio
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from journal.app.main import JournalApp
from journal.demo import write_sample
from journal.moments import UserClock

NOW = UserClock(datetime(2026, 11, 21, 20, 40, tzinfo=UTC), UTC)
TYPED = "left calf 4 2m 20m ago +stretch"
PICTURES = Path(__file__).parents[2] / ".github" / "pictures"


async def picture(diary: Path, *keys: str) -> str:
    app = JournalApp(diary, read_clock=lambda: NOW)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press(*keys)
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        while app.shown_activity:
            await pilot.pause(0.5)
        return app.export_screenshot(title="twitch-journal", simplify=True)


def main() -> None:
    line = ["space" if letter == " " else "plus" if letter == "+" else letter for letter in TYPED]
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, seed, keys in (("today", 3, line), ("triggers", 1, ["f11"])):
            diary = Path(folder) / f"{name}.db"
            write_sample(diary, 400, seed, NOW)
            (PICTURES / f"{name}.svg").write_text(asyncio.run(picture(diary, *keys)), encoding="utf-8")


if __name__ == "__main__":
    main()
