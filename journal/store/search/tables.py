"""The tables that can be searched, in SQLModel. A test compares them with schema.sql, where the checks are.

Only str, int, float and None: SQLModel binds a datetime in another text form than the one that is stored, and compares
wrongly without a word.
"""

from sqlmodel import Field, SQLModel


class EpisodeRow(SQLModel, table=True):
    __tablename__ = "episode"

    id: str = Field(primary_key=True)
    day: str
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    site: str
    side: str | None = None
    kind: str
    intensity: int | None = None
    duration_s: float | None = None
    times: int = 1
    pattern: str | None = None
    circumstance: str | None = None
    visible: int | None = None
    filmed: int | None = None
    pain: int | None = None
    numbness: int | None = None
    going_on: int = 0
    note: str | None = None
    source: str = "typed"
    source_key: str | None = None


class SleepRow(SQLModel, table=True):
    __tablename__ = "sleep"

    id: str = Field(primary_key=True)
    day: str
    minutes: float
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    ended_at: str | None = None
    ended_utc_offset_minutes: int | None = None
    nap: int = 0
    source: str = "typed"
    source_key: str | None = None


class DrinkRow(SQLModel, table=True):
    __tablename__ = "drink"

    id: str = Field(primary_key=True)
    day: str
    taken_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    name: str
    volume_ml: float | None = None
    caffeine_mg: float | None = None
    alcohol_g: float | None = None
    source: str = "typed"
    source_key: str | None = None


class WorkoutRow(SQLModel, table=True):
    __tablename__ = "workout"

    id: str = Field(primary_key=True)
    day: str
    started_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    kind: str
    region: str | None = None
    minutes: float
    effort: int | None = None
    note: str | None = None
    source: str = "typed"
    source_key: str | None = None


class MedicineRow(SQLModel, table=True):
    __tablename__ = "medicine"

    id: str = Field(primary_key=True)
    name: str
    dose: str | None = None
    started_on: str
    stopped_on: str | None = None
    note: str | None = None
    source: str = "typed"
    source_key: str | None = None


class DoseRow(SQLModel, table=True):
    __tablename__ = "dose"

    id: str = Field(primary_key=True)
    day: str
    taken_at: str | None = None
    utc_offset_minutes: int | None = None
    day_part: str | None = None
    name: str
    amount: float | None = None
    unit: str | None = None
    source: str = "typed"
    source_key: str | None = None


class EventRow(SQLModel, table=True):
    __tablename__ = "event"

    id: str = Field(primary_key=True)
    day: str
    kind: str
    text: str
    note: str | None = None
    source: str = "typed"
    source_key: str | None = None


class DayNoteRow(SQLModel, table=True):
    __tablename__ = "day_note"

    day: str = Field(primary_key=True)
    text: str
    source: str = "typed"
    source_key: str | None = None
