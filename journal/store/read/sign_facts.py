"""Facts laid out for a doctor, without a rule that fires: no count and no trend of counts is a sign.

A reader is shown dates and answers as they were logged; what they mean is for the doctor.
"""

import sqlite3
from datetime import date
from typing import NamedTuple

from journal.catalog.kinds import TWITCH_KINDS
from journal.catalog.lexicon import Lexicon
from journal.requests import with_children

EYE_SITES = ("eyelid",)
FACE_SITES = ("cheek", "lip_mouth")
MOVES = (*TWITCH_KINDS, "spasm")
"""What twitches in a face, or pulls it."""


class EyeThenFace(NamedTuple):
    """A twitch of the cheek or the mouth, behind one of the eye on the same side: the first day on which that eye
    twitched, the last one up to then, and the day and site of the twitch in the face."""

    side: str
    first_eye_day: date
    last_eye_day: date
    day: date
    site: str


class LegDay(NamedTuple):
    """A day with cramps of the legs: how many, and how many twitches of the legs were logged on it."""

    day: date
    cramps: int
    twitches: int


def eye_then_face(connection: sqlite3.Connection, lexicon: Lexicon, first: date, last: date) -> list[EyeThenFace]:
    """Twitches of one eye followed by the same side's cheek or mouth, in the order of their days.

    Of one day both count where both have a clock and the eye came first.
    """
    eyes, faces = with_children(EYE_SITES, lexicon), with_children(FACE_SITES, lexicon)
    query = f"""SELECT side, day, started_at, site IN ({_marks(eyes)}) AS is_eye, site FROM episode
        WHERE side IN ('left', 'right') AND kind IN ({_marks(MOVES)}) AND site IN ({_marks((*eyes, *faces))})
        AND day BETWEEN ? AND ? ORDER BY day, started_at IS NULL, started_at"""
    values = (*eyes, *MOVES, *eyes, *faces, first.isoformat(), last.isoformat())
    eye_rows: dict[str, list[tuple[str, str | None]]] = {}
    pairs = []
    for side, day, instant, is_eye, site in connection.execute(query, values):
        if is_eye:
            eye_rows.setdefault(side, []).append((day, instant))
            continue
        before = [
            eye_day
            for eye_day, eye_instant in eye_rows.get(side, [])
            if eye_day < day or (eye_instant and instant and eye_instant < instant)
        ]
        if before:
            first_eye_day, last_eye_day, face_day = map(date.fromisoformat, (before[0], before[-1], day))
            pairs.append(EyeThenFace(side, first_eye_day, last_eye_day, face_day, site))
    return pairs


def leg_cramp_days(connection: sqlite3.Connection, lexicon: Lexicon, first: date, last: date) -> list[LegDay]:
    """The days with cramps of the legs, each with how many twitches of the legs were logged on it; 0 is none logged."""
    legs = tuple(site for role, site in lexicon.spoken_names if role == "site" and lexicon.region_of(site) == "legs")
    query = f"""SELECT day, sum(iif(kind = 'cramp', times, 0)) AS cramps, sum(iif(kind = 'cramp', 0, times)) AS twitches
        FROM episode WHERE kind IN ('cramp', {_marks(TWITCH_KINDS)}) AND site IN ({_marks(legs)})
        AND day BETWEEN ? AND ? GROUP BY day HAVING cramps > 0 ORDER BY day"""
    rows = connection.execute(query, (*TWITCH_KINDS, *legs, first.isoformat(), last.isoformat()))
    return [LegDay(date.fromisoformat(day), cramps, twitches) for day, cramps, twitches in rows]


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" for _ in values)
