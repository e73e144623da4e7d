"""Bars of text: a label, a bar, and the number that it stands for."""

from dataclasses import dataclass
from typing import NamedTuple

from journal.charts.render import svg
from journal.charts.render.grid import ROWS_BEFORE_FOLDING
from journal.charts.render.sanitize import is_sane
from journal.charts.styled_text import Ink, Line, StyledSpan, line
from journal.terminal import cell_len, fitted, wrapped

_EIGHTHS = " ▏▎▍▌▋▊▉"
LONGEST_LABEL = 24


class BarRow(NamedTuple):
    """`text` stands behind the bar; a value of None has no bar."""

    label: str
    value: float | None
    text: str
    ink: Ink = "first"


@dataclass(frozen=True)
class Bars:
    """Bars on one scale, which ends at `high`, or at the longest bar."""

    heading: str
    bars: tuple[BarRow, ...]
    high: float | None = None
    gap: bool = True

    @property
    def least_rows(self) -> int:
        """Before it has fewer, what is said of it folds."""
        return bool(self.heading) + min(len(self.bars), ROWS_BEFORE_FOLDING)

    def lines(self, columns: int, rows: int) -> list[Line]:
        drawn = [line(part, "bold") for part in wrapped(self.heading, columns)] if self.heading else []
        gap = self.gap and len(drawn) + len(self.bars) < rows
        more = len(self.bars) - max(1, rows - len(drawn) - gap)
        bars = self.bars if more <= 0 else self.bars[: -more - 1]
        label = min(LONGEST_LABEL, max((cell_len(bar.label) for bar in bars), default=0))
        text_width = max((cell_len(bar.text) for bar in bars), default=0)
        is_narrow = label + text_width + 8 > columns  # then the text stands under the bar
        room = max(4, columns - label - (2 if is_narrow else text_width + 4))
        high = self.high or max((bar.value for bar in self.bars if is_sane(bar.value) and bar.value), default=1.0)
        for bar in bars:
            start = (StyledSpan(fitted(bar.label, label) + "  "), *_bar(bar, room, high))
            under = [line(f"  {part}") for part in wrapped(bar.text, columns - 2)]
            drawn += [start, *under] if is_narrow else [(*start, StyledSpan(f"  {bar.text}"))]
        if more > 0:
            drawn.append((StyledSpan(f"and {more + 1} more in the text", "dim"),))
        return [*drawn, *([()] if gap else [])]

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, len(self.bars) + 3))


def _bar(bar: BarRow, room: int, high: float) -> Line:
    if not is_sane(bar.value) or bar.value is None:
        return (StyledSpan(" " * room),)
    eighths = round(min(max(bar.value / high, 0.0), 1.0) * room * 8)
    if bar.value > 0:
        eighths = max(1, eighths)
    drawn = "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")
    return (StyledSpan(drawn, bar.ink), StyledSpan(" " * (room - len(drawn))))


def plain_bar(value: float | None, high: float, room: int) -> str:
    """A bar as plain text."""
    return "".join(span.text for span in _bar(BarRow("", value, ""), room, high)).rstrip()
