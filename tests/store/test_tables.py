"""The models of tables.py are the tables of schema.sql that can be searched."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from journal.store.file import derived
from journal.store.search import tables

TYPES = {"VARCHAR": "TEXT", "TEXT": "TEXT", "INTEGER": "INTEGER", "FLOAT": "REAL"}
MODELS: dict[str, Table] = {name: SQLModel.metadata.tables[name] for name in tables.MODELS}


def ask(sql: str, *parameters: str) -> list[Any]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        derived.create(connection)
        return connection.execute(sql, parameters).fetchall()


@pytest.mark.parametrize("name", MODELS)
def test_a_model_has_the_columns_of_its_table_with_their_types_keys_and_nulls(name: str) -> None:
    columns = ask('SELECT name, type, "notnull", pk > 0 FROM pragma_table_info(?) ORDER BY cid', name)
    assert [
        (column.name, TYPES[column.type.compile(sqlite.dialect())], int(not column.nullable), int(column.primary_key))
        for column in MODELS[name].columns
    ] == columns
