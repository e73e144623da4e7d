"""The change log: triggers that write down every row touched, made from the table's own columns."""

import sqlite3

INSERTED = """CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), '{table}', json_array({new_key}), NULL);
END"""
UPDATED = """CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), '{table}', json_array({old_key}), json_object({row}));
    INSERT INTO change (step, "table", row, before)
    SELECT (SELECT id FROM step WHERE open = 1), '{table}', json_array({new_key}), NULL
    WHERE {key_changed};
END"""
DELETED = """CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN
    INSERT INTO change (step, "table", row, before)
    VALUES ((SELECT id FROM step WHERE open = 1), '{table}', json_array({old_key}), json_object({row}));
END"""
REAL = "json(iif(OLD.{column} IS NULL, 'null', printf('%!.17g', OLD.{column})))"
"""A number as JSON that reads back as the very same one; json_object alone spoils most."""
TEMPLATES = (INSERTED, UPDATED, DELETED, REAL)
"""All that the triggers are made of, beside the columns."""


def triggers(connection: sqlite3.Connection, table: str) -> list[str]:
    """The triggers that log the changes of a table.

    A row is named by the JSON array of its key, and stored as the JSON object of its columns and its rowid. A changed
    key is logged as one row that went and one that came.
    """
    columns = connection.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    keys = [name for name, _, position in sorted(columns, key=lambda column: column[2]) if position]
    parts = {
        "table": table,
        "old_key": ", ".join(f"OLD.{key}" for key in keys),
        "new_key": ", ".join(f"NEW.{key}" for key in keys),
        "key_changed": " OR ".join(f"NEW.{key} IS NOT OLD.{key}" for key in keys),
        "row": ", ".join(f"'{name}', {_value(name, kind)}" for name, kind, _ in [("rowid", "INTEGER", 0), *columns]),
    }
    return [template.format(**parts) for template in (INSERTED, UPDATED, DELETED)]


def _value(column: str, kind: str) -> str:
    if kind == "REAL":
        return REAL.format(column=column)
    if kind not in ("TEXT", "INTEGER"):
        raise ValueError(f"{column}: JSON does not keep a {kind}")
    return f"OLD.{column}"
