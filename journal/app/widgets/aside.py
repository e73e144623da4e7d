"""What stands at the right of Today where the terminal is wide."""

from collections.abc import Callable

from journal.app.widgets.drawing import Drawing

WIDE_FROM = 116
"""Columns from which there is room beside the records and the check-in."""


class Aside(Drawing):
    """`ask` has it filled, for so many columns and rows; it is asked only while there is room."""

    can_focus = False

    def __init__(self, ask: Callable[[int, int], None]) -> None:
        super().__init__(id="aside")
        self.ask = ask

    def on_mount(self) -> None:
        self.display = False
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self.fit())

    def fit(self) -> None:
        """Come or go with the width of the terminal."""
        is_wide = self.screen.size.width >= WIDE_FROM
        if is_wide != self.display:
            self.display = is_wide
            self.load()

    def load(self) -> None:
        if self.display:
            self.call_after_refresh(self._ask)

    def _ask(self) -> None:
        size = self.scrollable_content_region.size
        if size.width and size.height:
            self.ask(*size)
