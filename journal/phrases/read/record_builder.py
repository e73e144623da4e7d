"""From filled slots to records: episodes, drinks, workouts, and the verbs of an episode."""

from datetime import date, timedelta
from typing import Any

from journal import moments
from journal.catalog.kinds import DRINK, EPISODE, WORKOUT, Kind
from journal.catalog.lexicon import Lexicon, Term
from journal.catalog.slot_types import Quantity
from journal.catalog.units import ETHANOL_G_PER_ML
from journal.catalog.workouts import DAYS
from journal.errors import PhraseRefused
from journal.moments import Moment, UserClock
from journal.phrases.context import Context
from journal.phrases.read.slot_filler import FilledSlots, fill
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token
from journal.phrases.read.words.slots import out_of_amount
from journal.phrases.write.format_number import number_words
from journal.records import Drink, Episode, StopEpisode, Workout, replace

A_DAY_S = 86400
MOST_DAYS = 14
"""So many days are marked for one end: `since Mon`, `for 5 days`; of more, both ends are said."""


def when_fields(kind: Kind, moment: Moment) -> dict[str, Any]:
    """The fields of a record that say when it was."""
    clock = {} if kind.clock is None else {kind.clock: moment.instant, "utc_offset_minutes": moment.offset}
    return {kind.day: moment.day, **clock, "day_part": moment.part}


def _episode(filled: FilledSlots, moment: Moment, **more: object) -> Episode:
    values = {**filled.values, **when_fields(EPISODE, moment), **more}
    if values.get("numbness") and "kind" not in values:  # beside another kind it says what came with that
        del values["numbness"]
        values["kind"] = "tingle"
    return Episode(reliefs=tuple(filled.reliefs), **values)


def _needs_site(filled: FilledSlots) -> None:
    if "site" not in filled.values and filled.reliefs and "kind" not in filled.values:
        name = filled.reliefs[0].name.replace("_", " ")
        raise PhraseRefused(f"{name} against what? Say it with its place, as in `left calf 4 +{name}`")
    if "site" in filled.values:
        return
    length = filled.phrases.get("duration_s")
    if length and set(filled.values) == {"duration_s"}:
        night = (
            f"Sleep is said like `slept {length}`, a twitch"
            if filled.values["duration_s"] <= A_DAY_S
            else "A twitch is said"
        )
        raise PhraseRefused(f"{length} of what? {night} with its place, like `left calf {length}`")
    is_twitch = set(filled.values) == {"kind"} and filled.values["kind"] == "twitch"
    some = "; `some` says that a day had twitches" if is_twitch else ""
    raise PhraseRefused(f"where? An episode needs a site, for example `left calf 4 2m`{some}")


def episode(filled: FilledSlots) -> Episode:
    _needs_site(filled)
    if filled.values.get("pain") and "kind" not in filled.values:
        raise PhraseRefused(f"{filled.phrases['pain']} of what kind? Say it too, for example `cramp left calf pain`")
    if filled.when.span:
        record = with_last_day(_episode(filled, span_of(filled)), filled.when.clock)
        _refuse_many_days(record, filled.when)
        return record
    seconds = filled.values.get("duration_s")
    moment = filled.when.moment(timedelta(seconds=seconds) if seconds else None)
    return with_last_day(_episode(filled, moment), filled.when.clock)


def _refuse_many_days(record: Episode, when: TimeWords) -> None:
    """Refuse `for 6 weeks`: it says since when it is there, and hardly that each of those days had twitches."""
    if not record.last_day or not when.span or when.span.end:
        return
    first, last = date.fromisoformat(record.day), date.fromisoformat(record.last_day)
    days = (last - first).days + 1
    if days > MOST_DAYS:
        raise may_be_note(
            f"“{when.span.phrase}” would mark {days} days with twitches. Since when it is there belongs to About me:"
            f" `profile first_noticed {moments.MONTHS[first.month - 1]} {first.year}`. If you mean each of these days,"
            f" say both ends: `from {first} to {last}`"
        )


def span_of(filled: FilledSlots) -> Moment:
    """When an episode began that is said to have gone on until now or another moment; what that says of its end goes to
    the slots."""
    span = filled.when.span
    if span and "duration_s" in filled.phrases:
        raise PhraseRefused(f"how long is given twice: {filled.phrases['duration_s']} and {span.phrase}")
    moment, filled.values["last_day"], filled.values["duration_s"] = filled.when.begin_and_length()
    return moment


def with_last_day(record: Episode, clock: UserClock) -> Episode:
    """The episode with the last of its days, by its length where that is known; None where it was over in a day."""
    if record.duration_s is None:
        return record
    last_day: date | None = None
    if record.duration_s > A_DAY_S:
        if record.started_at:
            end = moments.lived(record.started_at, record.utc_offset_minutes) + timedelta(seconds=record.duration_s - 1)
            last_day = clock.day_of(end)
        else:
            days = -(-record.duration_s // A_DAY_S) - 1
            last_day = min(clock.today, date.fromisoformat(record.day) + timedelta(days=days))
    is_later = last_day is not None and last_day.isoformat() > record.day
    return replace(record, last_day=last_day.isoformat() if last_day and is_later else None)


def start(filled: FilledSlots) -> Episode:
    """An episode that is going on; it has a clock and, as yet, no length."""
    _needs_site(filled)
    if "duration_s" in filled.values:
        raise PhraseRefused(f"what is going on has no length yet ({filled.phrases['duration_s']}); `stop` gives it one")
    filled.when.drop_open_span()
    moment = filled.when.moment()
    if not moment.instant:
        raise PhraseRefused("`start` needs a clock; say `start left calf`, `20m ago` or `@14:05`")
    return _episode(filled, moment, going_on=True)


def stop(filled: FilledSlots) -> StopEpisode:
    """The end of what is going on, with what was said of it."""
    if "duration_s" in filled.values:
        phrase = filled.phrases["duration_s"]
        raise PhraseRefused(f"`stop` makes the length itself; if it ended before now say `stop {phrase} ago`")
    if "times" in filled.values:
        raise PhraseRefused("`stop` ends one episode; it takes no count")
    moment = filled.when.moment()
    if moment.part:
        raise PhraseRefused("`stop` takes a clock or a day: `stop`, `stop 5m ago`, `stop @14:05`, `stop yesterday`")
    filled.values.setdefault("site", "")
    filled.values.setdefault("kind", "")
    return StopEpisode(moment.instant, moment.offset, _episode(filled, Moment(moment.day)))


def again(tokens: list[Token], head: tuple[int, int], context: Context, when: TimeWords) -> Episode:
    """The last episode's words, now."""
    filled = fill(EPISODE, tokens, context, when, head)
    if filled.values or filled.reliefs:
        raise PhraseRefused("`again` repeats the last episode as it was; it takes no other words but a time")
    last = context.last_episode()
    if last is None:
        raise PhraseRefused("there is no episode yet for `again` to repeat")
    moment = when.moment(timedelta(seconds=last.duration_s) if last.duration_s else None)
    again = replace(last, id="", going_on=False, last_day=None, **when_fields(EPISODE, moment))
    return with_last_day(again, when.clock)


# ---- drinks ---------------------------------------------------------------------------------------------


def usual_contents(lexicon: Lexicon, name: str) -> tuple[float | None, float | None, float | None]:
    """ml, mg of caffeine and g of alcohol in one drink of its usual size; None where not known."""
    drink = lexicon.drinks.get(name)
    if drink is None:
        return None, None, None
    if isinstance(drink, Term):
        return drink.volume_ml, drink.caffeine_mg, drink.alcohol_g
    if drink.volume_ml is None:
        return None, None, None
    return drink.volume_ml, drink.caffeine_mg, drink.volume_ml * drink.alcohol_percent / 100 * ETHANOL_G_PER_ML


def drink_contents(lexicon: Lexicon, name: str, volume_ml: float | None) -> tuple[float | None, float | None]:
    """mg of caffeine and g of alcohol in this much of a drink, by the catalogue: whole mg, tenths of a g."""
    size, caffeine, alcohol = usual_contents(lexicon, name)
    share = volume_ml / size if volume_ml and size else 1.0
    return (
        None if caffeine is None else float(round(caffeine * share)),
        None if alcohol is None else round(alcohol * share, 1),
    )


def each_of(record: Drink) -> Drink:
    """One of the drinks that a row holds, as the words of a line say its size, mg and g."""
    if record.count == 1:
        return record
    totals = {field: getattr(record, field) for field in ("volume_ml", "caffeine_mg", "alcohol_g")}
    each = {field: None if total is None else round(total / record.count, 6) for field, total in totals.items()}
    return replace(record, count=1, **each)


def drink(name: str, filled: FilledSlots, context: Context) -> Drink:
    """One row that holds the volume, mg and g of all of them together."""
    values, kind = filled.values, filled.kind
    if kind.needs and kind.needs not in values:
        raise PhraseRefused(f"how much {name}? {kind.help.rstrip('.')}")
    if "percent" in values and "alcohol_g" in values:
        raise PhraseRefused(f"alcohol is given twice: {filled.phrases['percent']} and {filled.phrases['alcohol_g']}")
    count = values.get("count", 1)
    volume = values.get("volume_ml", usual_contents(context.lexicon, name)[0])
    caffeine, alcohol = drink_contents(context.lexicon, name, volume)
    caffeine = values.get("caffeine_mg", caffeine)
    alcohol = values.get("alcohol_g", alcohol)
    if "percent" in values:
        if volume is None:
            raise PhraseRefused(f"{filled.phrases['percent']} of what? Say the size too, for example `0.5l 5%`")
        alcohol = round(volume * values["percent"] / 100 * ETHANOL_G_PER_ML, 1)
    return Drink(
        name=name,
        count=count,
        **when_fields(DRINK, filled.when.moment()),
        volume_ml=_of_all(DRINK, "volume_ml", volume, count),
        caffeine_mg=_of_all(DRINK, "caffeine_mg", caffeine, count),
        alcohol_g=_of_all(DRINK, "alcohol_g", alcohol, count),
    )


def _of_all(kind: Kind, field: str, each: float | None, count: int) -> float | None:
    if each is None:
        return None
    # of several to four decimals, so that a part of them, which is read to six, makes the same total again
    slot, total = kind.slot(field), round(each * count, 6 if count == 1 else 4)
    if isinstance(slot.takes, Quantity) and total > slot.takes.high:
        raise out_of_amount(f"{slot.label} of one line", slot.takes, f"{number_words(total)} {slot.takes.unit}")
    return total


# ---- workouts -------------------------------------------------------------------------------------------


def workout(kind: str, name: str, filled: FilledSlots) -> Workout:
    if region := DAYS.get(name):
        filled.put("region", "region", region, name)
    if "minutes" not in filled.values and filled.when.span:
        begin, _, length = filled.when.begin_and_length()
        if length:
            return Workout(kind=kind, **when_fields(WORKOUT, begin), **filled.values, minutes=length / 60)
    if "minutes" not in filled.values:
        raise PhraseRefused(f"how long? A workout needs a length, for example `{name} 45m`")
    if filled.when.has_last_clock and filled.when.span:
        phrase = filled.phrases.get("minutes", "its length")
        raise PhraseRefused(f"how long is given twice: {phrase} and {filled.when.span.phrase}; say one of them")
    moment = filled.when.moment(timedelta(minutes=filled.values["minutes"]))
    return Workout(kind=kind, **when_fields(WORKOUT, moment), **filled.values)
