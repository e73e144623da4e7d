"""The change log: triggers that write down every row touched, made from the table's own columns.

`python -m journal.store.history.change_log` rewrites the end of schema.sql, which holds them.
"""

import sqlite3
from contextlib import closing
from textwrap import fill

from journal.store.file import schema


def triggers(connection: sqlite3.Connection, table: str) -> str:
    """The SQL of the triggers that log the changes of `table`; a migration runs it for a table it makes.

    A row is named by the JSON array of its key, and kept as the JSON object of its columns and its rowid. A changed
    key is logged as one row that went and one that came.
    """
    columns = connection.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    keys = [name for name, _, place in sorted(columns, key=lambda column: column[2]) if place]
    old, new = (f"json_array({', '.join(f'{row}.{key}' for key in keys)})" for row in ("OLD", "NEW"))
    values = ", ".join(f"'{name}', {_kept(name, type_)}" for name, type_, _ in [("rowid", "INTEGER", 0), *columns])
    changed = " OR ".join(f"NEW.{key} IS NOT OLD.{key}" for key in keys)
    log = 'INSERT INTO change (step, "table", row, before)'
    step = "(SELECT id FROM step WHERE open = 1)"
    before = f"{log}\n    VALUES ({step}, '{table}', {old}, json_object(\n{_wrapped(values)}));"
    return f"""\
CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN
    {log}
    VALUES ({step}, '{table}', {new}, NULL);
END;
CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} BEGIN
    {before}
    {log}
    SELECT {step}, '{table}', {new}, NULL
    WHERE {changed};
END;
CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN
    {before}
END;
"""


def _wrapped(values: str) -> str:
    return fill(values, 120, initial_indent=" " * 8, subsequent_indent=" " * 8, break_on_hyphens=False)


def _kept(column: str, type_: str) -> str:
    """A column's value as JSON that reads back as the very same value (json_object alone spoils most REALs)."""
    if type_ == "REAL":
        return f"json(iif(OLD.{column} IS NULL, 'null', printf('%!.17g', OLD.{column})))"
    if type_ not in ("TEXT", "INTEGER"):
        raise ValueError(f"{column}: JSON does not keep a {type_}")
    return f"OLD.{column}"


def generated() -> str:
    """The end of schema.sql: the built-in questions, then the triggers (so that questions are not an act to undo)."""
    from journal.catalog.questions import QUESTIONS
    from journal.store import keeping

    by_hand = schema.path().read_text("utf-8").partition(schema.MARK)[0]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(by_hand)
        logs = [triggers(connection, table) for table in schema.LOGGED]
    rows = [f"    ({', '.join(_literal(value) for value in question[:11])}, 1)" for question in QUESTIONS]
    return "\n".join(
        [
            schema.MARK,
            "",
            "INSERT INTO question",
            "    (slug, label, unit, lowest, highest, low_means, high_means, state, place, happens, role, built_in)",
            "VALUES",
            ",\n".join(rows) + ";",
            "",
            *logs,
            *(keeping.triggers(table) for table in (*keeping.TOUCHING, "setting")),
            f"PRAGMA application_id = {schema.APPLICATION_ID};",
            f"PRAGMA user_version = {schema.VERSION};",
            "",
        ]
    )


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


def rewrite() -> None:
    by_hand, end = schema.path().read_text("utf-8").partition(schema.MARK)[0], generated()
    schema.path().write_text(by_hand.rstrip("\n") + "\n\n" + end, "utf-8")


if __name__ == "__main__":
    rewrite()
