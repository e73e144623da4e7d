"""The tables of schema.sql in SQLModel, for reading. A test compares; the checks live in schema.sql alone.

Only str, int, float and None: a datetime of SQLModel is bound in another text form than the one that is stored, and
compares wrongly without a word.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Text
from sqlmodel import Field, SQLModel


class Episode(SQLModel, table=True):
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


class Relief(SQLModel, table=True):
    __tablename__ = "relief"

    episode: str = Field(primary_key=True, foreign_key="episode.id")
    name: str = Field(primary_key=True)
    helped: int | None = None


class Sleep(SQLModel, table=True):
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


class Drink(SQLModel, table=True):
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


class Workout(SQLModel, table=True):
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


class Medicine(SQLModel, table=True):
    __tablename__ = "medicine"

    id: str = Field(primary_key=True)
    name: str
    dose: str | None = None
    started_on: str
    stopped_on: str | None = None
    note: str | None = None
    source: str = "typed"
    source_key: str | None = None


class Dose(SQLModel, table=True):
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


class Event(SQLModel, table=True):
    __tablename__ = "event"

    id: str = Field(primary_key=True)
    day: str
    kind: str
    text: str
    note: str | None = None
    source: str = "typed"
    source_key: str | None = None


class DayNote(SQLModel, table=True):
    __tablename__ = "day_note"

    day: str = Field(primary_key=True)
    text: str
    source: str = "typed"
    source_key: str | None = None


class Question(SQLModel, table=True):
    __tablename__ = "question"

    slug: str = Field(primary_key=True)
    label: str
    unit: str | None = None
    lowest: float = 0
    highest: float | None = None
    low_means: str | None = None
    high_means: str | None = None
    state: str = "on"
    place: int
    happens: str = "day"
    role: str = "habit"
    built_in: int = 0


class Answer(SQLModel, table=True):
    __tablename__ = "answer"

    day: str = Field(primary_key=True)
    question: str = Field(primary_key=True, foreign_key="question.slug")
    value: float
    source: str = "typed"
    source_key: str | None = None


class Term(SQLModel, table=True):
    __tablename__ = "term"

    kind: str = Field(primary_key=True)
    slug: str = Field(primary_key=True)
    parent: str | None = None
    volume_ml: float | None = None
    caffeine_mg: float | None = None
    alcohol_g: float | None = None


class Template(SQLModel, table=True):
    __tablename__ = "template"

    key: str = Field(primary_key=True)
    phrase: str


class Setting(SQLModel, table=True):
    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str


class Profile(SQLModel, table=True):
    __tablename__ = "profile"

    key: str = Field(primary_key=True)
    value: str


class Guess(SQLModel, table=True):
    __tablename__ = "guess"

    id: int = Field(primary_key=True)
    named_at: str
    days: int
    first: str | None = None
    second: str | None = None


class Look(SQLModel, table=True):
    __tablename__ = "look"

    id: str = Field(primary_key=True)
    judged_on: str
    first_day: str
    last_day: str
    outcome: str
    days: int
    used: int
    clear_level: float
    possible_level: float
    why: str


class Verdict(SQLModel, table=True):
    __tablename__ = "verdict"

    look: str = Field(primary_key=True, foreign_key="look.id")
    habit: str = Field(primary_key=True)
    label: str
    place: int
    guessed: int = 0
    tier: str
    lag: int | None = None
    p: float | None = None
    rate_ratio: float | None = None
    low: float | None = None
    high: float | None = None
    raw_ratio: float | None = None
    raw_low: float | None = None
    raw_high: float | None = None
    unit: str | None = None
    contrast_low: float | None = None
    contrast_high: float | None = None
    mean_with: float | None = None
    mean_without: float | None = None
    n_with: int | None = None
    n_without: int | None = None
    days_used: int | None = None
    days_missing: int | None = None
    days_needed: int | None = None
    days_more: int | None = None
    same_day_caution: int = 0
    control_p: float | None = None
    not_separable_from: str | None = None
    reason: str | None = None


class VerdictLag(SQLModel, table=True):
    __tablename__ = "verdict_lag"
    __table_args__ = (ForeignKeyConstraint(["look", "habit"], ["verdict.look", "verdict.habit"]),)

    look: str = Field(primary_key=True)
    habit: str = Field(primary_key=True)
    lag: int = Field(primary_key=True)
    raw_ratio: float | None = None
    raw_low: float | None = None
    raw_high: float | None = None
    days_used: int


class Step(SQLModel, table=True):
    __tablename__ = "step"

    id: int = Field(primary_key=True)
    at: str
    kind: str
    undoes: int | None = Field(default=None, foreign_key="step.id")
    open: int | None = None


class Change(SQLModel, table=True):
    __tablename__ = "change"

    number: int = Field(primary_key=True)
    step: int | None = Field(default=None, foreign_key="step.id")
    table_name: str = Field(sa_column=Column("table", Text, nullable=False))
    row: str
    before: str | None = None
