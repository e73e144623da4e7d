"""A figure of the body, front and back, in dots: each site the darker the more often it twitched."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from journal.charts.render.body_shape import BACK, FRONT, HALF_WIDTH, HEIGHT, Limb, Part
from journal.charts.render.grid import level
from journal.charts.styled_text import Ink, Line, StyledSpan, beside, line, text_of
from journal.terminal import cell_len

Dots = np.ndarray[Any, np.dtype[np.int64]]
_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])
_DITHER = np.array([[0, 2], [3, 1]])
_SHADES: tuple[Ink, ...] = ("", "shade1", "shade2", "shade3", "shade4", "second")
_MARKED = 5
SAMPLES = "⠁⢅⢕⢗⣿"
LEAST_ROWS, MOST_ROWS, GAP = 12, 34, 2
HEADS = {"front": ("right", "FRONT", "left"), "back": ("left", "BACK", "right")}
"""Over each figure: its sides as the person has them. The front looks at the reader, the back looks away."""
Sites = dict[tuple[str, str], int]
"""(part, "left" or "right") -> how often."""


@dataclass(frozen=True)
class BodyFigure:
    """Two figures beside each other with a legend of the shades; the parts that are `marked` have an outline."""

    counts: tuple[tuple[tuple[str, str], int], ...]
    marked: tuple[str, ...] = ()

    def lines(self, columns: int, rows: int) -> list[Line]:
        height = self._height(columns, rows)
        counts = dict(self.counts)
        front, back = (figure(view, height, counts, self.marked) for view in ("front", "back"))
        return [*beside(front, back, _width(height) + GAP), *_legend(counts, columns)]

    def part_at(self, columns: int, rows: int, x: int, y: int) -> tuple[str, str] | None:
        """The part and the person's own side at a cell of the picture drawn for this size; None beside the body."""
        height = self._height(columns, rows)
        width = _width(height)
        for view, parts, left in (("front", FRONT, 0), ("back", BACK, width + GAP)):
            if left <= x < left + width and 0 < y <= height:
                dots = _places(view, height, width)[4 * (y - 1) : 4 * y, 2 * (x - left) : 2 * (x - left) + 2]
                numbers = dots[dots > 0]
                if not numbers.size:
                    return None
                number = int(np.bincount(numbers).argmax()) - 1
                side = ("right", "left")[number % 2]
                return parts[number // 2].region, side if view == "front" else _other(side)
        return None

    def _height(self, columns: int, rows: int) -> int:
        return max(LEAST_ROWS, min(MOST_ROWS, rows - 2, int((columns - GAP) / _width(100) / 2 * 100)))

    def svg(self, width: int) -> tuple[str, int]:
        # Late: only a file needs the shapes.
        from journal.charts.render.body_svg import body_shapes

        return body_shapes(dict(self.counts), width)


def _width(rows: int) -> int:
    """The columns of a figure so many rows high; a dot is as wide as it is high."""
    return -(-round(rows * 4 * HALF_WIDTH * 2 / HEIGHT) // 2)


def figure(view: str, rows: int, counts: Sites, marked: tuple[str, ...] = ()) -> list[Line]:
    """One figure under its sides."""
    columns = _width(rows)
    parts = FRONT if view == "front" else BACK
    places = _places(view, rows, columns)
    sides = ("right", "left") if view == "front" else ("left", "right")
    names = [(part.region, side) for part in parts for side in sides]
    high = max(counts.values(), default=0)
    shades = np.array([0, *(level(counts.get(name, 0), high) for name in names)])[places]
    y, x = np.indices(shades.shape)
    chosen = _outline(np.isin(places, [number for number, name in enumerate(names, 1) if name[0] in marked]))
    dots = _outline(places > 0) | (shades > _DITHER[y % 2, x % 2]) | chosen
    shades = np.where(chosen, _MARKED, shades)
    codes = (dots.reshape(rows, 4, columns, 2) * _BITS[None, :, None, :]).sum(axis=(1, 3))
    inks = shades.reshape(rows, 4, columns, 2).max(axis=(1, 3))
    left, name, right = HEADS[view]
    if columns < len(left) + len(name) + len(right) + 2:  # a small figure has room for their first letters
        left, right = left[0], right[0]
    middle = columns - len(left) - len(right)
    head: Line = (StyledSpan(left, "dim"), StyledSpan(name.center(middle), "bold"), StyledSpan(right, "dim"))
    return [head, *(_row(codes[row], inks[row]) for row in range(rows))]


def _other(side: str) -> str:
    return "left" if side == "right" else "right"


def _row(codes: Dots, inks: Dots) -> Line:
    spans: list[StyledSpan] = []
    for code, ink in zip(codes, inks, strict=True):
        letter, shade = chr(0x2800 + int(code)) if code else " ", _SHADES[int(ink)]
        if spans and spans[-1].ink == shade:
            spans[-1] = StyledSpan(spans[-1].text + letter, shade)
        else:
            spans.append(StyledSpan(letter, shade))
    return tuple(spans)


@lru_cache(maxsize=16)
def _places(view: str, rows: int, columns: int) -> Dots:
    """For each dot the number of its part (from 1; twice as many as parts, the person's right at the left of the
    front), 0 outside the body."""
    dot = HEIGHT / (rows * 4)
    y, x = np.indices((rows * 4, columns * 2))
    down = (y + 0.5) * dot
    across = (x + 0.5 - columns) * dot
    places = np.zeros(down.shape, dtype=np.int64)
    for number, part in enumerate(FRONT if view == "front" else BACK):
        inside = _inside(part, np.abs(across), down)
        places[inside & (across < 0)] = number * 2 + 1
        places[inside & (across >= 0)] = number * 2 + 2
    return places


def _inside(part: Part, x: Any, y: Any) -> Any:
    if isinstance(part, Limb):
        along_x, along_y = part.x2 - part.x1, part.y2 - part.y1
        length = along_x**2 + along_y**2 or 1.0
        share = np.clip(((x - part.x1) * along_x + (y - part.y1) * along_y) / length, 0, 1)
        away = np.hypot(x - part.x1 - share * along_x, y - part.y1 - share * along_y)
        return away <= part.r1 + share * (part.r2 - part.r1)
    share = (y - part.y1) / (part.y2 - part.y1)
    return (share >= 0) & (share <= 1) & (x <= part.w1 + share * (part.w2 - part.w1))


def _outline(inside: Any) -> Any:
    """The dots of a shape that have something else than the shape beside them."""
    body = np.pad(inside, 1)
    around = body[:-2, 1:-1] & body[2:, 1:-1] & body[1:-1, :-2] & body[1:-1, 2:]
    return body[1:-1, 1:-1] & ~around


def _legend(counts: Sites, columns: int) -> list[Line]:
    high = max(counts.values(), default=0)
    spans: list[StyledSpan] = [StyledSpan("none", "dim")]
    for shade in range(1, 5):
        least, most = (high * (shade - 1)) // 4 + 1, (high * shade) // 4
        if least <= most:
            number = f"{least}" if least == most else f"{least}-{most}"
            spans += [StyledSpan(f" {SAMPLES[shade]}", _SHADES[shade]), StyledSpan(number)]
    if not high:
        return [line("nothing to shade"[:columns], "dim")]
    if cell_len(text_of(spans)) <= columns:
        return [tuple(spans)]
    return [tuple(spans[:5]), tuple(spans[5:])]
