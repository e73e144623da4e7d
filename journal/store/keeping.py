"""The triggers of format 4 that drop a month's sums when a record of it is touched; nothing reads them any more."""

TOUCHING = ("episode", "relief", "sleep", "drink", "workout", "medicine", "dose", "event", "day_note", "answer")
"""The tables of which the rows belong to a day."""


def triggers(table: str) -> str:
    """The SQL of the triggers by which each change of a row drops the months that it touches."""
    if table == "setting":
        return "".join(
            f"CREATE TRIGGER setting_touches_{act.lower()} BEFORE {act} ON setting\n"
            f"    WHEN 'day_starts' IN ({keys}) BEGIN\n    DELETE FROM kept_month;\nEND;\n"
            for act, keys in (("INSERT", "NEW.key"), ("UPDATE", "OLD.key, NEW.key"), ("DELETE", "OLD.key"))
        )
    old, new, replaced = _months(table, "OLD"), _months(table, "NEW"), _replaced(table)
    touched = {"INSERT": [*new, *replaced], "UPDATE": [*old, *new, *replaced], "DELETE": old}
    return "".join(
        f"CREATE TRIGGER {table}_touches_{act.lower()} BEFORE {act} ON {table} BEGIN\n"
        f"    DELETE FROM kept_month WHERE month IN (\n        {_union(months)});\nEND;\n"
        for act, months in touched.items()
    )


def _union(months: list[str]) -> str:
    return "\n        UNION ALL ".join(months)


def _months(table: str, row: str) -> list[str]:
    if table == "relief":
        return [f"SELECT substr(day, 1, 7) FROM episode WHERE id = {row}.episode"]
    days = ("started_on", "stopped_on") if table == "medicine" else ("day",)
    return [f"SELECT substr({row}.{day}, 1, 7)" for day in days]


def _replaced(table: str) -> list[str]:
    """The months of rows that INSERT OR REPLACE would take away: no trigger tells of their going."""
    if table == "relief":
        return []
    same = "(source = NEW.source AND source_key = NEW.source_key)"
    same = same if table in ("day_note", "answer") else f"id = NEW.id OR {same}"
    days = ("started_on", "stopped_on") if table == "medicine" else ("day",)
    return [f"SELECT substr({day}, 1, 7) FROM {table} WHERE {same}" for day in days]
