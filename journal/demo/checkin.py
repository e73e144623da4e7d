"""The evening of a made-up day: the questions, of which now and then one is left open, and the day's note."""

from collections import deque

from journal.catalog.drinks import SOME_CAFFEINE_MG
from journal.demo import texts
from journal.demo.write_day import HEAVY, SHORT_NIGHT, DayWriter, Kept

MOST_NOTES = 0.6
"""The share of days that get a note at most."""


def check_in(page: DayWriter, *, drinks: bool) -> None:
    """The answers of the evening; `drinks` says whether those of the day were logged."""
    chance, day, when = page.chance, page.day, page.evening
    twitches = day.twitches + day.calf_twitches
    if chance.yes(0.93):
        page.answer(when, "stress", day.stress)
    _none_or_some(page, twitches)
    if twitches and chance.yes(0.65):
        rated = 10 * twitches / (twitches + 2.2 * page.world.person.level) + chance.gauss(0, 0.8)
        page.answer(when, "twitchiness", _scale(rated, 1, 10))
    if chance.yes(0.75):
        anxious = 1.5 + 0.3 * day.stress + 0.9 * day.worse + chance.gauss(0, 1.1)
        page.answer(when, "anxiety", _scale(anxious, 0, 10))
    if chance.yes(0.8):
        quality = 3.2 + (day.night - 420) / 80 + chance.gauss(0, 0.7)
        page.answer(day.wakes + 20, "sleep_quality", _scale(quality, 1, 5))
    if chance.yes(0.8):
        page.answer(when, "screen_hours", day.screen)
    if page.number in page.world.course.with_mood and chance.yes(0.9):
        mood = 6.2 - 0.35 * (day.stress - 4) - 0.5 * day.worse + chance.gauss(0, 1.2)
        page.answer(when, "mood", _scale(mood, 0, 10))
    _totals(page, drinks=drinks)


def _scale(value: float, lowest: int, highest: int) -> int:
    return min(max(round(value), lowest), highest)


def _none_or_some(page: DayWriter, twitches: int) -> None:
    if page.is_today:
        return
    if twitches == 0 and page.chance.yes(0.88):
        page.answer(page.evening, "any_twitches", 0)
        if page.chance.yes(0.3):
            page.answer(page.evening, "twitchiness", 0)
    elif twitches and page.kept is Kept.SUMMED_UP and page.chance.yes(0.85):
        page.answer(page.evening, "any_twitches", 1)


def _totals(page: DayWriter, *, drinks: bool) -> None:
    """Explicit nones, and totals where no rows stand."""
    chance, day, when = page.chance, page.day, page.evening
    if day.workout is None and chance.yes(0.78):
        page.answer(when, "workout_load", 0)
    if day.caffeine < SOME_CAFFEINE_MG:
        if chance.yes(0.9):
            page.answer(when, "caffeine_mg", 0)
    elif not drinks and chance.yes(0.5):
        page.answer(when, "caffeine_mg", max(10, round(day.caffeine, -1)))
    if not any(drink.name == page.world.person.beer for drink in day.drinks) and chance.yes(0.75):
        page.answer(when, "alcohol_g", 0)
    if drinks and chance.yes(0.35):
        page.answer(when, "drinks_complete", 1)
    elif not drinks and chance.yes(0.3):
        page.answer(when, "fluids_ml", chance.between(12, 26) * 100)


def note(page: DayWriter, lately: deque[str]) -> None:
    """A few words about the day, more often where there is something to say that was not said lately."""
    chance = page.chance
    if not chance.yes(MOST_NOTES):
        return
    topics = _topics(page)
    if not chance.yes((0.08 + 0.05 * len(topics)) / MOST_NOTES):
        return
    text = chance.one_of(chance.one_of(topics or [texts.PLAIN]))
    if text in lately:
        text = chance.one_of(texts.PLAIN)
    if text in lately:
        return
    lately.append(text)
    if chance.yes(0.06):
        text += "\n" + chance.one_of(texts.AFTERTHOUGHTS)
    page.say(page.evening, "day_note", (page.iso, text))


def _topics(page: DayWriter) -> list[tuple[str, ...]]:
    """What there is to say of the day, each as often as it weighs."""
    day = page.day
    weighed = (
        (texts.ARRIVED, 8 * page.days.arrives(page.number)),
        (texts.ILL, 4 * day.ill),
        (texts.WITHOUT_CAFFEINE, 3 * day.without_caffeine),
        (texts.AWAY, 3 * day.away),
        (texts.BAD_NIGHT, 2 * (day.night < SHORT_NIGHT)),
        (texts.HARD, 2 * (day.stress >= 7 and not day.free)),
        (texts.LEGS, 2 * (day.leg_effort >= HEAVY)),
        (texts.BAD, 2 * (day.worse > 0.9)),
        (texts.GOOD, 2 * (day.worse < -0.9)),
    )
    return [topic for topic, weight in weighed for _ in range(weight)]
