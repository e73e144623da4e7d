"""What a user records. Each field is a column of the record's table, described in `catalog/kinds.py`.

Days are ISO dates (the diary day), instants are UTC text `YYYY-MM-DDTHH:MM:SSZ`, offsets are minutes
east of UTC. None means "not said". The id, when it was written and where it came from are not part of what a record
says: two records are equal when a reader could not tell them apart.
"""

from typing import Any, ClassVar, NamedTuple, TypeVar, dataclass_transform

Frozen = TypeVar("Frozen")


@dataclass_transform(kw_only_default=True, frozen_default=True)
class FrozenRecord:
    """What the dataclasses of records have in common: made by keywords, frozen, equal when they say the same.

    Written by hand because every `log` waits for them: this module takes 46 ms to import, by `dataclasses` 67.
    """

    fields: ClassVar[dict[str, Any]] = {}
    """Each field, with its type."""
    not_compared: ClassVar[tuple[str, ...]] = ()
    """Fields that are not part of what a record says."""

    def __init_subclass__(cls) -> None:
        declared = vars(cls).get("__annotations__", {})
        cls.fields = cls.fields | {name: declared[name] for name in declared if name != "table"}

    def __init__(self, **values: Any) -> None:
        of_class = type(self)
        if values.keys() - of_class.fields.keys():
            raise TypeError(f"{of_class.__name__} has no {', '.join(values.keys() - of_class.fields.keys())}")
        for name in of_class.fields:
            if name not in values and not hasattr(of_class, name):
                raise TypeError(f"{of_class.__name__} needs {name}")
            self.__dict__[name] = values[name] if name in values else getattr(of_class, name)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} is what the user said; make another record instead")

    def __delattr__(self, name: str) -> None:
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        return (
            self._compared() == other._compared()
            if isinstance(other, FrozenRecord) and type(self) is type(other)
            else NotImplemented
        )

    def __hash__(self) -> int:
        return hash(self._compared())

    def __repr__(self) -> str:
        changed = (f"{name}={value!r}" for name, value in vars(self).items() if value != getattr(type(self), name, ...))
        return f"{type(self).__name__}({', '.join(changed)})"

    def _compared(self) -> tuple[object, ...]:
        return tuple(value for name, value in vars(self).items() if name not in self.not_compared)


def replace(record: Frozen, **changes: Any) -> Frozen:
    """The same with some fields changed: a record, or a named tuple."""
    if isinstance(record, tuple):
        return record._replace(**changes)  # type: ignore[attr-defined, no-any-return]
    return type(record)(**{**vars(record), **changes})


CLASSES: "dict[str, type[Record]]" = {}
"""Table -> the class of its records."""


class Record(FrozenRecord):
    """What every record has. A class names its table, under which `CLASSES` holds it."""

    table: ClassVar[str]
    not_compared = ("id", "written_on", "source", "source_key")
    id: str = ""
    source: str = "typed"
    source_key: str | None = None

    def __init_subclass__(cls, *, table: str) -> None:
        super().__init_subclass__()
        cls.table = table
        CLASSES[table] = cls


class Relief(NamedTuple):
    """Something tried against an episode; `helped` is None when nobody said."""

    name: str
    helped: bool | None = None


class Episode(Record, table="episode"):
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
    last_day: str | None = None
    times: int = 1
    pattern: str | None = None
    circumstance: str | None = None
    visible: bool | None = None
    filmed: bool | None = None
    pain: bool | None = None
    numbness: bool | None = None
    going_on: bool = False
    note: str | None = None
    written_on: str | None = None
    reliefs: tuple[Relief, ...] = ()


class Sleep(Record, table="sleep"):
    """A night between two clocks, a nap, or an imported night of which only the length is known."""

    day: str
    minutes: float
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    ended_at: str | None = None
    ended_utc_offset_minutes: int | None = None
    nap: bool = False
    written_on: str | None = None


class Drink(Record, table="drink"):
    """One drink, or `count` of a kind; volume (ml), caffeine (mg) and alcohol (g) are those of all together."""

    day: str
    taken_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    name: str
    count: int = 1
    volume_ml: float | None = None
    caffeine_mg: float | None = None
    alcohol_g: float | None = None
    written_on: str | None = None


class Workout(Record, table="workout"):
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
    written_on: str | None = None


class Medicine(Record, table="medicine"):
    """A medicine or supplement taken regularly from one day to another."""

    name: str
    dose: str | None = None
    frequency: str | None = None
    started_on: str
    stopped_on: str | None = None
    note: str | None = None


class Dose(Record, table="dose"):
    """One dose of something taken as needed."""

    day: str
    taken_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    name: str
    amount: float | None = None
    unit: str | None = None


class Event(Record, table="event"):
    """An illness, a journey, or a test or visit, which may lie ahead."""

    day: str
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    last_day: str | None = None
    kind: str
    text: str
    note: str | None = None


class DayNote(Record, table="day_note"):
    """The note of a day; a second one is appended on a new line."""

    day: str
    text: str


class Answer(Record, table="answer"):
    """A value of the daily check-in. No answer means not logged; 0 means none."""

    day: str
    question: str
    value: float
    written_on: str | None = None


class Forget(NamedTuple):
    """A question of a day goes back to not logged."""

    day: str
    question: str


class StopEpisode(NamedTuple):
    """The episode that is going on has ended; the details said of it are added to it."""

    instant: str | None
    """None where it ended on the day of the details, and nobody knows when."""
    utc_offset_minutes: int | None
    details: Episode
    """Only the fields that were said count; its site is "" when none was, its id where it was picked from a list."""


class StopMedicine(NamedTuple):
    """A medicine is not taken any more; `dose` where it was said."""

    name: str
    day: str
    dose: str | None = None


class ChangeMedicine(NamedTuple):
    """Another dose, or frequency, of a medicine that is taken; `before` is the dose it had, where that was said."""

    verb: str
    name: str
    day: str
    dose: str | None = None
    frequency: str | None = None
    before: str | None = None


Act = (
    Episode
    | Sleep
    | Drink
    | Workout
    | Medicine
    | Dose
    | Event
    | DayNote
    | Answer
    | Forget
    | StopEpisode
    | StopMedicine
    | ChangeMedicine
)
