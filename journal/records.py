"""What a user records. Each field is a column of the table that `catalog.kinds` names.

Days are ISO dates (the diary day), instants are UTC text `YYYY-MM-DDTHH:MM:SSZ`, offsets are minutes
east of UTC. None means "not said". The id and the place a record came from are not part of what
it says: two records are equal when a reader could not tell them apart.
"""

from typing import Any, NamedTuple, TypeVar, dataclass_transform

Thing = TypeVar("Thing")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class FrozenRecord:
    """What the dataclasses of records have in common: made by keywords, frozen, equal when they say the same.

    As `dataclasses` makes them, they and the modules it needs would take a third of the time of `log`.
    """

    names: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    """Fields that are not part of what is said."""

    def __init_subclass__(cls) -> None:
        own = [name for name in vars(cls).get("__annotations__", {}) if name not in ("names", "apart")]
        cls.names = (*cls.names, *own)

    def __init__(self, **values: Any) -> None:
        kind = type(self)
        if values.keys() - set(kind.names):
            raise TypeError(f"{kind.__name__} has no {', '.join(values.keys() - set(kind.names))}")
        for name in kind.names:
            if name not in values and not hasattr(kind, name):
                raise TypeError(f"{kind.__name__} needs {name}")
            self.__dict__[name] = values[name] if name in values else getattr(kind, name)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is what the user said; make another record instead")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        return (
            self._said() == other._said()
            if isinstance(other, FrozenRecord) and type(self) is type(other)
            else NotImplemented
        )

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in vars(self).items() if value != getattr(type(self), name, ...))
        return f"{type(self).__name__}({', '.join(said)})"

    def _said(self) -> tuple[object, ...]:
        return tuple(value for name, value in vars(self).items() if name not in self.apart)


def replace(one: Thing, **changes: Any) -> Thing:
    """The same with some fields changed: a record, or a named tuple."""
    if isinstance(one, tuple):
        return one._replace(**changes)  # type: ignore[attr-defined, no-any-return]
    return type(one)(**{**vars(one), **changes})


class Record(FrozenRecord):
    """What every record has."""

    id: str = ""
    source: str = "typed"
    source_key: str | None = None
    apart = ("id", "source", "source_key")


class Relief(NamedTuple):
    """Something tried against an episode; `helped` is None when nobody said."""

    name: str
    helped: bool | None = None


class Episode(Record):
    """Twitches of one site, as the user noticed them."""

    day: str
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    site: str
    side: str | None = None
    kind: str = "twitch"
    intensity: int | None = None
    duration_s: float | None = None
    times: int = 1
    pattern: str | None = None
    circumstance: str | None = None
    visible: bool | None = None
    filmed: bool | None = None
    pain: bool | None = None
    numbness: bool | None = None
    going_on: bool = False
    note: str | None = None
    reliefs: tuple[Relief, ...] = ()


class Sleep(Record):
    """A night between two clocks, a nap, or an imported night of which only the length is known."""

    day: str
    minutes: float
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    ended_at: str | None = None
    ended_utc_offset_minutes: int | None = None
    nap: bool = False


class Drink(Record):
    """One or several drinks of a kind; volume (ml), caffeine (mg) and alcohol (g) of all together."""

    day: str
    taken_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    name: str
    volume_ml: float | None = None
    caffeine_mg: float | None = None
    alcohol_g: float | None = None


class Workout(Record):
    """One workout; its load is minutes x effort (session-RPE), missing without an effort."""

    day: str
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    kind: str
    region: str | None = None
    minutes: float
    effort: int | None = None
    note: str | None = None


class Medicine(Record):
    """A medicine or supplement taken regularly from one day to another."""

    name: str
    dose: str | None = None
    started_on: str
    stopped_on: str | None = None
    note: str | None = None


class Dose(Record):
    """One dose of something taken as needed."""

    day: str
    taken_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    name: str
    amount: float | None = None
    unit: str | None = None


class Event(Record):
    """An illness, a test, or a visit (which may lie ahead)."""

    day: str
    kind: str
    text: str
    note: str | None = None


class DayNote(Record):
    """The note of a day; a second one is appended on a new line."""

    day: str
    text: str


class Answer(Record):
    """A value of the daily check-in. No answer means not logged; 0 means none."""

    day: str
    question: str
    value: float


class Forget(NamedTuple):
    """A question of a day goes back to not logged."""

    day: str
    question: str


class StopEpisode(NamedTuple):
    """The episode that is going on has ended; the details said of it are added to it."""

    instant: str
    utc_offset_minutes: int
    details: Episode
    """Only the fields that were said count; its site is "" when none was."""


class StopMedicine(NamedTuple):
    """A medicine is not taken any more."""

    name: str
    day: str


Act = (
    Episode | Sleep | Drink | Workout | Medicine | Dose | Event | DayNote | Answer | Forget | StopEpisode | StopMedicine
)
