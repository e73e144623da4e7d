"""Fixtures of the app's tests."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot, WaitForScreenTimeout

from tests.diary import begin_with_copies


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a diary will be."""
    begin_with_copies(monkeypatch)
    return tmp_path / "diary.db"


@pytest.fixture(scope="session", autouse=True)
def _what_nobody_looks_at_is_not_drawn() -> Iterator[None]:
    """`Robot.see` draws the screen as it is when a test looks, and so does the end of each story."""

    def draw_nothing(self: Compositor, *_: Any, **__: Any) -> None:
        self._dirty_regions.clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", draw_nothing)
        yield


@pytest.fixture(scope="session", autouse=True)
def _style_sheets_are_read_once() -> Iterator[None]:
    """What Textual keeps for one app, the rules of a style sheet with its variables, serves the apps of all tests."""
    read: dict[Any, Any] = {}
    parse = Stylesheet._parse_rules

    def parse_once(self: Stylesheet, css: str, *where: Any, **how: Any) -> Any:
        key = (css, where, tuple(sorted(how.items())), tuple(self._variables.items()))
        if key not in read:
            read[key] = parse(self, css, *where, **how)
        return read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(scope="session", autouse=True)
def _a_busy_machine_has_time() -> Iterator[None]:
    """Pilot gives up after 30 s; here it goes on after five, since `Robot.settle` looks itself whether all is done."""
    wait = Pilot._wait_for_screen

    async def wait_patiently(self: Pilot[Any], timeout: float = 5.0) -> bool:
        try:
            return await wait(self, timeout)
        except WaitForScreenTimeout:
            return True

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pilot, "_wait_for_screen", wait_patiently)
        yield
