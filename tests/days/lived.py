"""A day as what the user did, and what every reader must say of it.

A day is lines as they were typed on Saturday 21 November, at 20:00; beside a line stands how its echo goes on, or how
it was refused (where it ends with … only its beginning). `daily` is the row of the view, `page` the check-in as `show`
prints it; whatever is not named is not logged.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

Line = str | tuple[str, str] | dict[str, Any]


class Day(NamedTuple):
    """What was done, and what it is worth."""

    did: list[Line]
    daily: Mapping[str, float] | None
    page: dict[str, str]


NOTHING: dict[str, float] = {}
"""A row of the view in which every question is NULL: the day has a record, and none of them answers a question."""


def imported(table: str, **values: Any) -> dict[str, Any]:
    """A row that another app brought: it is stored beside what stands, and nothing is settled."""
    return {"table": table, **values}
