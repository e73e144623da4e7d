"""The shape of a body, front and back, as data: round limbs and a trunk, and which site is where.

Units: the body is 100 high; x is 0 in the middle and grows to the side. Each limb stands once and is mirrored.
"""

from typing import NamedTuple


class Limb(NamedTuple):
    """A part that runs from one point to another, with a radius for each end."""

    region: str
    x1: float
    y1: float
    r1: float
    x2: float
    y2: float
    r2: float


class Slab(NamedTuple):
    """A part across the middle, from one height to another, with a width, from the middle, for each of them."""

    region: str
    y1: float
    w1: float
    y2: float
    w2: float


Part = Limb | Slab


def _head(front: bool) -> tuple[Part, ...]:
    skull = Limb("scalp", 0, 5.6, 5.4, 0, 9.6, 4.6)
    if not front:
        return (skull,)
    return (
        Limb("cheek", 0, 5.6, 5.4, 0, 9.6, 4.6),
        Slab("forehead", 0.2, 3.0, 4.6, 5.5),
        Limb("eyelid", 2.2, 6.2, 2.1, 2.8, 6.2, 2.1),
        Slab("mouth", 10.2, 3.2, 14.3, 3.6),
    )


def _limbs(front: bool) -> tuple[Part, ...]:
    return (
        Limb("hand", 20.3, 51.0, 1.9, 21.0, 54.5, 2.0),
        Limb("finger", 20.2, 56.0, 0.9, 20.2, 59.6, 0.8),
        Limb("finger", 22.0, 55.8, 0.9, 22.5, 59.2, 0.8),
        Limb("thumb", 18.6, 51.2, 0.9, 17.6, 55.0, 0.8),
        Limb("forearm", 17.0, 38.6, 2.5, 19.8, 49.2, 1.7),
        Limb("biceps" if front else "triceps", 13.6, 25.0, 3.0, 16.4, 36.0, 2.4),
        Limb("elbow", 16.7, 37.2, 2.2, 16.9, 38.2, 2.2),
        Limb("shoulder", 11.4, 21.8, 3.6, 12.4, 23.4, 3.4),
        Limb("foot", 5.8, 95.0, 2.0, 7.4, 97.0, 1.9) if front else Limb("heel", 5.8, 94.6, 2.1, 6.4, 97.2, 1.9),
        Limb("toe", 8.6, 98.0, 1.0, 9.9, 98.2, 0.9) if front else Limb("foot_arch", 8.0, 98.0, 1.0, 8.8, 98.2, 0.8),
        Limb("ankle", 5.8, 90.6, 1.7, 5.8, 93.4, 1.7),
        Limb("shin" if front else "calf", 5.8, 76.4, 3.2, 5.8, 89.0, 1.8),
        Limb("thigh_front" if front else "thigh_back", 5.4, 54.0, 4.9, 5.7, 69.0, 3.5),
        Limb("knee_area" if front else "knee_back", 5.7, 72.2, 3.2, 5.8, 74.0, 3.1),
    )


def _trunk(front: bool) -> tuple[Part, ...]:
    neck = Slab("throat" if front else "neck", 13.6, 2.5, 19.0, 3.2)
    slope = Slab("chest" if front else "back_upper", 17.6, 3.0, 19.6, 10.6)
    if front:
        return (
            neck,
            slope,
            Slab("chest", 19.4, 11.0, 32.0, 9.2),
            Slab("abdomen", 32.0, 9.2, 45.0, 8.4),
            Slab("hip", 45.0, 8.4, 53.5, 10.0),
        )
    return (
        neck,
        slope,
        Slab("back_upper", 19.4, 11.0, 33.0, 9.0),
        Slab("back_lower", 33.0, 9.0, 45.0, 8.4),
        Slab("buttock", 45.0, 8.4, 55.0, 10.0),
    )


FRONT = (*_trunk(True), *_limbs(True), *_head(True))
BACK = (*_trunk(False), *_limbs(False), *_head(False))
HEIGHT, HALF_WIDTH = 100.0, 24.0

REGIONS: dict[str, tuple[str, ...]] = {
    "head": ("scalp",),
    "scalp": ("scalp",),
    "forehead": ("forehead",),
    "temple": ("forehead",),
    "brow": ("forehead",),
    "eyelid": ("eyelid",),
    "face": ("cheek", "forehead", "mouth"),
    "cheek": ("cheek",),
    "nose": ("cheek",),
    "ear": ("cheek",),
    "lip_mouth": ("mouth",),
    "chin": ("mouth",),
    "jaw": ("mouth",),
    "tongue": ("mouth",),
    "throat": ("throat",),
    "neck": ("throat", "neck"),
    "chest": ("chest",),
    "side_ribs": ("chest",),
    "abdomen": ("abdomen",),
    "flank": ("abdomen",),
    "back": ("back_upper", "back_lower"),
    "back_upper": ("back_upper",),
    "back_lower": ("back_lower",),
    "shoulder_blade": ("back_upper",),
    "trapezius": ("back_upper",),
    "lat": ("back_upper",),
    "groin": ("hip",),
    "pelvic_floor": ("hip",),
    "genitals": ("hip",),
    "hip": ("hip",),
    "buttock": ("buttock",),
    "shoulder": ("shoulder",),
    "armpit": ("shoulder",),
    "arm": ("biceps", "triceps", "forearm", "elbow"),
    "biceps": ("biceps",),
    "triceps": ("triceps",),
    "elbow": ("elbow",),
    "forearm": ("forearm",),
    "wrist": ("hand",),
    "hand": ("hand",),
    "finger": ("finger",),
    "thumb": ("thumb",),
    "leg": ("thigh_front", "thigh_back", "shin", "calf", "knee_area", "knee_back"),
    "thigh": ("thigh_front", "thigh_back"),
    "thigh_front": ("thigh_front",),
    "thigh_back": ("thigh_back",),
    "thigh_inner": ("thigh_front",),
    "knee_area": ("knee_area", "knee_back"),
    "knee_back": ("knee_back",),
    "shin": ("shin",),
    "calf": ("calf",),
    "ankle": ("ankle",),
    "heel": ("heel",),
    "foot": ("foot", "heel"),
    "foot_top": ("foot",),
    "foot_ball": ("foot_arch",),
    "foot_arch": ("foot_arch",),
    "toe": ("toe",),
}
"""Site -> the parts that stand for it; a site that is not here is drawn as its parent, or not at all."""


def regions_of(site: str, parents: dict[str, str]) -> tuple[str, ...]:
    """The parts of a site, by its parents where it has none of its own."""
    visited = set()
    while site not in REGIONS and site in parents and site not in visited:
        visited.add(site)
        site = parents[site]
    return REGIONS.get(site, ())
