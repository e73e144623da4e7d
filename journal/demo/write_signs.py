"""The signs of a made-up diary, from the fourteenth logged day on every four weeks: none of them, and how it compares;
and what a doctor advised, on the first day logged after a visit."""

from datetime import date, timedelta

from journal.catalog.kinds import EVENT
from journal.catalog.signs import COURSES, SIGNS
from journal.demo import texts
from journal.demo.chance import Chance
from journal.demo.write_day import DayWriter

FIRST, EVERY = 14, timedelta(weeks=4)
CALM = 6
"""The highest worry: no sample is offered a pause."""


class SignsWriter:
    """Who is asked the signs. The chance is its own, so that all else of a seed stays as it is."""

    def __init__(self) -> None:
        self.logged = 0
        self.last_check: date | None = None
        self.visits: list[str] = []

    def write(self, page: DayWriter) -> None:
        """What is answered on a day that is logged."""
        chance, day = Chance(f"signs {page.iso}"), page.day.date
        self.logged += 1
        for event in self.visits:
            page.type(page.evening, "visit_advice", event, *chance.one_of(texts.ADVICE))
        events = [dict(zip(EVENT.columns, row, strict=False)) for _, table, row in page.typed if table == EVENT.table]
        self.visits = [event["id"] for event in events if (event["day"], event["kind"]) == (page.iso, "visit")]
        if page.now is not None or self.logged < FIRST or (self.last_check and day - self.last_check < EVERY):
            return
        examined = (None, None) if self.last_check else (1, f"{day - EVERY:%Y-%m}")
        worry = min(CALM, 1 + round(0.3 * page.day.stress + chance.uniform(0, 1.5)))
        compared = chance.one_of((*COURSES, "same")) if self.last_check else None
        weak = 1 if chance.yes(0.3) else None
        page.type(page.evening, "sign_check", page.iso, *examined, weak, compared, chance.between(1, 5), worry)
        for sign in SIGNS:
            page.type(page.evening, "sign", page.iso, sign.slug, 0)
        self.last_check = day
