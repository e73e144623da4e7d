"""A kind of record is described once, in catalog/kinds.py; this says what else a new one needs, and where."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from journal.catalog.kinds import EPISODE, KINDS, Kind
from journal.errors import PhraseRefused
from journal.phrases import edit_record
from journal.phrases.write import describe, format_phrase
from journal.records import CLASSES, FrozenRecord
from journal.store.file import derived
from tests.phrases.lines import said


def _columns(kind: Kind) -> list[str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        derived.create(connection)
        return [name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (kind.table,))]


def _class(kind: Kind) -> type[FrozenRecord]:
    return CLASSES.get(kind.table, FrozenRecord)


def _is_read(kind: Kind) -> bool:
    """Whether one of the examples in its help reads as such a record."""
    try:
        acts = [act for line in re.findall("`(.+?)`", kind.help) for act in said(line, now="2026-11-21 20:00")]
    except PhraseRefused:
        return False
    return any(isinstance(act, _class(kind)) for act in acts)


NEEDED: dict[str, Callable[[Kind], bool]] = {
    "a class in journal/records.py with `table=`": lambda kind: kind.table in CLASSES,
    "its fields in journal/records.py as the columns in journal/catalog/kinds.py": lambda kind: (
        {*_class(kind).fields} - {"reliefs"} == {*kind.columns, "id"}
    ),
    "a table in schema.sql, and in a migration of journal/store/file, with the columns in kinds.py": lambda kind: (
        _columns(kind) == [*kind.columns]
    ),
    "its key, days, clock, name and texts in journal/catalog/kinds.py among its columns": lambda kind: (
        {*kind.key, kind.day, *filter(None, [kind.clock]), *(kind.name or ())[1:], *kind.texts} <= {*kind.columns}
    ),
    "a branch in journal/phrases/read/parser.py, so that the examples in its help are read": _is_read,
    "its phrase in journal/phrases/write/format_phrase.py": lambda kind: _class(kind) in format_phrase.FORMATS,
    "its words in journal/phrases/write/describe.py": lambda kind: _class(kind) in describe.DESCRIPTIONS,
    "how it is edited in journal/phrases/edit_record.py": lambda kind: _class(kind) in edit_record.EDITORS,
}
"""What a kind needs, with its file -> whether it has it."""


def lacks(kind: Kind) -> list[str]:
    return [needed for needed, has in NEEDED.items() if not has(kind)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_a_kind_of_record_lacks_nothing(kind: Kind) -> None:
    assert lacks(kind) == []


def test_a_new_kind_of_record_is_told_all_that_it_lacks() -> None:
    tremor = EPISODE._replace(
        table="tremor", columns={"severity": "how strong"}, help="`tremor 4`", filter_word="tremors"
    )
    assert lacks(tremor) == list(NEEDED)


def test_every_class_of_records_is_of_a_kind() -> None:
    assert {kind.table for kind in KINDS} == {*CLASSES}
