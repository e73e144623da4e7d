"""The rows of a made-up diary: plain tuples, of which a million is made in no time."""

from typing import Any

Row = tuple[Any, ...]
"""The values of the columns below; a column that is not there is as its table makes it."""

_MOMENT = ("utc_offset_minutes", "day_part")
COLUMNS: dict[str, tuple[str, ...]] = {
    "episode": (
        *("id", "day", "started_at", *_MOMENT, "site", "side", "kind", "intensity", "times", "duration_s"),
        *("pattern", "circumstance", "visible", "filmed", "pain", "numbness", "note"),
    ),
    "relief": ("episode", "name", "helped"),
    "sleep": (
        *("id", "day", "minutes", "nap"),
        *("started_at", "utc_offset_minutes", "ended_at", "ended_utc_offset_minutes"),
    ),
    "drink": ("id", "day", "taken_at", *_MOMENT, "name", "volume_ml", "caffeine_mg", "alcohol_g"),
    "workout": ("id", "day", "started_at", *_MOMENT, "kind", "region", "minutes", "effort", "note"),
    "medicine": ("id", "name", "dose", "started_on", "stopped_on"),
    "dose": ("id", "day", "taken_at", *_MOMENT, "name", "amount", "unit"),
    "event": ("id", "day", "kind", "text", "note"),
    "day_note": ("day", "text"),
    "answer": ("day", "question", "value"),
}
"""Table -> columns; those of the key come first."""
OF_TWO = ("answer", "relief")
"""Tables whose key has two columns; the others' has one."""
ENDED = "ended"
"""In the place of a table: a medicine (its name) ends (on a day)."""
