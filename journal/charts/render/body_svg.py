"""The figure of the body as SVG shapes."""

from journal.charts.render.body_shape import BACK, FRONT, HALF_WIDTH, HEIGHT, Limb, Part
from journal.charts.render.grid import level

SHADES = ("#f0f4f8", "#b8ecf2", "#5cc8d7", "#1098ad", "#084c5a")
GREYS = ("#ffffff", "#cccccc", "#999999", "#5c5c5c", "#1f1f1f")
GREY_OUTLINE = "#767676"
OUTLINE, RIM = "#829ab1", 0.7
_TOP, _BOTTOM = 34, 34
_FIGURES = (("FRONT", FRONT, ("right", "left")), ("BACK", BACK, ("left", "right")))
"""Each figure with its sides as the person has them, from the left of the picture."""


def body_alone(counts: dict[tuple[str, str], int], high: int) -> str:
    """Front and back beside each other as an SVG file in greys, without words: for paper. `high` is a full shade."""
    width, height = 4 * HALF_WIDTH + 4, HEIGHT + 2
    figures = (
        f'<g transform="translate({HALF_WIDTH * (1 + 2 * number) + 2 * number + 1:.0f} 1)">'
        f"{''.join(_figure(shapes, sides, counts, high, GREYS, GREY_OUTLINE))}</g>"
        for number, (_, shapes, sides) in enumerate(_FIGURES)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}">{"".join(figures)}</svg>'


def body_shapes(counts: dict[tuple[str, str], int], width: int) -> tuple[str, int]:
    """Front and back beside each other, each under its sides, with a legend of the shades."""
    scale = min(4.6, (width - 20) / (HALF_WIDTH * 4 + 4))
    high = max(counts.values(), default=0)
    parts = []
    for number, (name, shapes, sides) in enumerate(_FIGURES):
        middle = 10 + scale * HALF_WIDTH * (1 + 2 * number)
        reach = scale * HALF_WIDTH * 0.7
        for label, x in ((sides[0], middle - reach), (name, middle), (sides[1], middle + reach)):
            parts.append(f'<text x="{x:.0f}" y="18" text-anchor="middle" fill="#52606d">{label}</text>')
        inside = _figure(shapes, sides, counts, high, SHADES, OUTLINE)
        parts.append(f'<g transform="translate({middle:.1f} {_TOP}) scale({scale:.2f})">{"".join(inside)}</g>')
    bottom = _TOP + scale * HEIGHT + _BOTTOM
    return "".join(parts) + _legend(high, bottom - 8), int(bottom) + 8


def _figure(
    shapes: tuple[Part, ...],
    sides: tuple[str, str],
    counts: dict[tuple[str, str], int],
    high: int,
    shades: tuple[str, ...],
    outline: str,
) -> list[str]:
    """The parts of one figure, each shaded by its share of `high`; under all of them their rim."""
    sided_shapes = [(shape, side, sign) for shape in shapes for side, sign in zip(sides, (-1, 1), strict=True)]
    rims = [_shape(shape, sign, outline, RIM) for shape, _, sign in sided_shapes]
    return rims + [
        _shape(shape, sign, shades[level(counts.get((shape.region, side), 0), high)], 0)
        for shape, side, sign in sided_shapes
    ]


def _shape(part: Part, sign: int, colour: str, rim: float) -> str:
    """A part of one side; x grows to the side that `sign` says."""
    if isinstance(part, Limb):
        ends = ((part.x1, part.y1, part.r1), (part.x2, part.y2, part.r2))
        round_ends = "".join(
            f'<circle cx="{sign * x:.2f}" cy="{y:.2f}" r="{r + rim:.2f}" fill="{colour}"/>' for x, y, r in ends
        )
        (x1, y1, r1), (x2, y2, r2) = ends
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
        aside, down = (y2 - y1) / length, (x1 - x2) / length
        corners = [
            (x1 + aside * (r1 + rim), y1 + down * (r1 + rim)),
            (x2 + aside * (r2 + rim), y2 + down * (r2 + rim)),
            (x2 - aside * (r2 + rim), y2 - down * (r2 + rim)),
            (x1 - aside * (r1 + rim), y1 - down * (r1 + rim)),
        ]
        return round_ends + _polygon(corners, sign, colour)
    corners = [(0, part.y1 - rim), (part.w1 + rim, part.y1 - rim), (part.w2 + rim, part.y2 + rim), (0, part.y2 + rim)]
    return _polygon(corners, sign, colour)


def _polygon(corners: list[tuple[float, float]], sign: int, colour: str) -> str:
    points = " ".join(f"{sign * x:.2f},{y:.2f}" for x, y in corners)
    return f'<polygon points="{points}" fill="{colour}"/>'


def _legend(high: int, y: float) -> str:
    parts, x = [], 10.0
    for shade, colour in enumerate(SHADES):
        least, most = (0, 0) if not shade else (high * (shade - 1) // 4 + 1, high * shade // 4)
        if least > most:
            continue
        label = "none" if not shade else str(least) if least == most else f"{least}-{most}"
        parts.append(f'<rect x="{x:.0f}" y="{y - 12:.0f}" width="14" height="14" fill="{colour}" stroke="{OUTLINE}"/>')
        parts.append(f'<text x="{x + 19:.0f}" y="{y:.0f}" fill="#1f2933">{label}</text>')
        x += 34 + 10 * len(label)
    return "".join(parts)
