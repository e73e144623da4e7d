"""What a user records. Each field is a column of the table that `catalog.kinds` names.

Days are ISO dates (the diary day), instants are UTC text `YYYY-MM-DDTHH:MM:SSZ`, offsets are minutes
east of UTC. None means "not said". The id and the place a record came from are not part of what
it says: two records are equal when a reader could not tell them apart.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Record:
    """What every record has."""

    id: str = field(default="", compare=False)
    source: str = field(default="typed", compare=False)
    source_key: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Relief:
    """Something tried against an episode; `helped` is None when nobody said."""

    name: str
    helped: bool | None = None


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class Sleep(Record):
    """A night between two clocks, a nap, or an imported night of which only the length is known."""

    day: str
    minutes: float
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    ended_at: str | None = None
    ended_utc_offset_minutes: int | None = None
    nap: bool = False


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class Medicine(Record):
    """A medicine or supplement taken regularly from one day to another."""

    name: str
    dose: str | None = None
    started_on: str
    stopped_on: str | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Dose(Record):
    """One dose of something taken as needed."""

    day: str
    taken_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    name: str
    amount: float | None = None
    unit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Event(Record):
    """An illness, a test, or a visit (which may lie ahead)."""

    day: str
    kind: str
    text: str
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class DayNote(Record):
    """The note of a day; a second one is appended on a new line."""

    day: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Answer(Record):
    """A value of the daily check-in. No answer means not logged; 0 means none."""

    day: str
    question: str
    value: float


@dataclass(frozen=True)
class Forget:
    """A question of a day goes back to not logged."""

    day: str
    question: str


@dataclass(frozen=True)
class Stop:
    """The episode that is going on has ended; what was said of it is added to it."""

    at: str
    utc_offset_minutes: int
    said: Episode
    """Only the fields that were said count; its site is "" when none was."""


@dataclass(frozen=True)
class Stopped:
    """A medicine is not taken any more."""

    name: str
    day: str


Act = Episode | Sleep | Drink | Workout | Medicine | Dose | Event | DayNote | Answer | Forget | Stop | Stopped
