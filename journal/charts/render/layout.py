"""Pictures put beside and under each other."""

from dataclasses import dataclass

from journal.charts.figure import Picture
from journal.charts.render.svg import LETTER
from journal.charts.styled_text import Line, beside

GAP = 3


@dataclass(frozen=True)
class Beside:
    """Two pictures side by side; `share` is how much of the width the left one has. Under each other where narrow."""

    left: Picture
    right: Picture
    share: float = 0.5
    narrowest: int = 60

    def lines(self, columns: int, rows: int) -> list[Line]:
        if columns < self.narrowest:
            return [*self.left.lines(columns, rows), *self.right.lines(columns, rows)]
        width = int((columns - GAP) * self.share)
        return beside(self.left.lines(width, rows), self.right.lines(columns - GAP - width, rows), width + GAP)

    def svg(self, width: int) -> tuple[str, int]:
        inside = int(width * self.share)
        left, left_height = self.left.svg(inside)
        right, right_height = self.right.svg(width - inside - int(LETTER))
        return f'{left}<g transform="translate({inside + int(LETTER)} 0)">{right}</g>', max(left_height, right_height)


@dataclass(frozen=True)
class Under:
    """Pictures under each other, each as high as it likes."""

    pictures: tuple[Picture, ...]

    def lines(self, columns: int, rows: int) -> list[Line]:
        drawn: list[Line] = []
        for picture in self.pictures:
            drawn += picture.lines(columns, max(2, rows - len(drawn)))
        return drawn

    def svg(self, width: int) -> tuple[str, int]:
        parts, top = [], 0
        for picture in self.pictures:
            body, height = picture.svg(width)
            parts.append(f'<g transform="translate(0 {top})">{body}</g>')
            top += height
        return "".join(parts), top
