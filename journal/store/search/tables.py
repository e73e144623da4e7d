"""The tables that can be searched, in SQLModel: made from the kinds of record. A test compares them with schema.sql.

Only str, int, float and None: SQLModel binds a datetime in another text form than the one that is stored, and compares
wrongly without a word.
"""

from typing import Any

from pydantic import create_model
from sqlmodel import Field, SQLModel

from journal.catalog.kinds import KINDS, Kind
from journal.records import CLASSES

_STORED = {bool: int, bool | None: int | None}
"""The type of a field -> the type of its column, where they are not the same."""


def _model(kind: Kind) -> type[SQLModel]:
    types = CLASSES[kind.table].fields
    columns: dict[str, Any] = {
        name: (_STORED.get(types[name], types[name]), Field(primary_key=name in kind.key)) for name in kind.columns
    }
    return create_model(kind.table, __base__=SQLModel, __cls_kwargs__={"table": True}, **columns)


MODELS = {kind.table: _model(kind) for kind in KINDS if kind.filter_word}
