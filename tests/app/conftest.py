"""Fixtures of the app's tests."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.pilot import Pilot, WaitForScreenTimeout
from textual.widget import Widget

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
def _what_style_sheets_say_of_nodes_alike_is_selected_once() -> Iterator[None]:
    """Nodes of the same type, id, classes and state below nodes alike have the same rules, in the apps of all tests."""
    sheets: dict[Any, int] = {}
    selected: dict[Any, Any] = {}
    flags = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
    apply = Stylesheet.apply
    read: list[Any] = [None, 0]

    def likeness(node: DOMNode) -> tuple[Any, ...]:
        state = (node.has_focus, node.mouse_hover, node.is_disabled, node.can_focus) if isinstance(node, Widget) else ()
        return type(node), node._id, node.classes, *state

    def apply_once(self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: Any = None) -> None:
        if read[0] is not self.rules:
            read[:] = self.rules, sheets.setdefault(tuple(map(id, self.rules)), len(sheets))
        app = node.app
        whole = (read[1], app.theme, app.app_focus, app.native_ansi_color, app.no_color, app.is_inline)
        key = (whole, *map(likeness, node.css_path_nodes))
        if (before := selected.get(key)) is None:
            own: dict[Any, Any] = {}
            apply(self, node, animate=animate, cache=own)
            if own or not (node._has_order_style or node._has_odd_or_even or node._has_focus_within):
                # else it depends on those beside it, or on where the focus is
                selected[key] = next(iter(own.values()), None), [getattr(node, flag) for flag in flags]
            return
        values, states = before
        for flag, state in zip(flags, states, strict=True):
            setattr(node, flag, state)
        if values is None:  # no rule is about it
            self._process_component_classes(node)
            return
        rules = node.styles.base._rules
        if vars(node).get("applied") == (before, rules):  # and nothing has set them otherwise since
            node.notify_style_update()
            return
        self.replace_rules(node, values, animate=animate)
        self._process_component_classes(node)
        vars(node)["applied"] = before, rules.copy()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "apply", apply_once)
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
