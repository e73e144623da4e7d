"""tables.py mirrors schema.sql."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel, select

from journal.store.file import derived, schema
from journal.store.search import tables

TYPES = {"VARCHAR": "TEXT", "TEXT": "TEXT", "INTEGER": "INTEGER", "FLOAT": "REAL"}
MODELS: dict[str, Table] = {name: SQLModel.metadata.tables[name] for name in (*schema.LOGGED, "step", "change")}


def asked(sql: str, *parameters: str) -> list[Any]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        derived.create(connection)
        return connection.execute(sql, parameters).fetchall()


def test_every_table_has_its_model() -> None:
    names = asked("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    models = {model.__tablename__ for model in vars(tables).values() if hasattr(model, "__tablename__")}
    assert models - {SQLModel.__tablename__} == {name for (name,) in names}


@pytest.mark.parametrize("name", [*schema.LOGGED, "step", "change"])
def test_a_model_has_the_columns_of_its_table_with_their_types_keys_and_nulls(name: str) -> None:
    there = asked('SELECT name, type, "notnull", pk > 0 FROM pragma_table_info(?) ORDER BY cid', name)
    assert [
        (column.name, TYPES[column.type.compile(sqlite.dialect())], int(not column.nullable), int(column.primary_key))
        for column in MODELS[name].columns
    ] == there


@pytest.mark.parametrize("name", [*schema.LOGGED, "step", "change"])
def test_a_model_points_where_its_table_points(name: str) -> None:
    there = asked('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', name)
    keys = MODELS[name].foreign_keys
    assert sorted((key.parent.name, key.column.table.name, key.column.name) for key in keys) == sorted(there)


def test_the_key_of_a_row_has_the_order_of_the_table() -> None:
    for name, table in MODELS.items():
        there = asked("SELECT name FROM pragma_table_info(?) WHERE pk ORDER BY pk", name)
        assert [(column.name,) for column in table.primary_key.columns] == there


def test_a_query_names_the_column_called_table() -> None:
    assert 'change."table"' in str(select(tables.Change))
