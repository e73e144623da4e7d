"""A value as it stands in a cell: what a spreadsheet would run begins with a ' instead."""

from typing import NamedTuple

BOM = "\ufeff".encode()
RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a formula begins with, or what may stand before it (OWASP, CSV Injection); the last four are the wide forms."""
GUARD = "'"
_NEEDS_QUOTES = frozenset(',;"\n\r\t')
Value = str | float | None


class Dialect(NamedTuple):
    """What parts the cells of a line, and the sign before the decimals of a number."""

    separator: str = ","
    decimal: str = "."


ENGLISH, CONTINENTAL = Dialect(), Dialect(";", ",")


def line(values: list[Value], dialect: Dialect) -> bytes:
    return dialect.separator.join(cell(value, dialect) for value in values).encode(errors="surrogateescape")


def cell(value: Value, dialect: Dialect) -> str:
    """Nothing for None; a number with at most two decimals; a text."""
    if value is None:
        return ""
    if isinstance(value, str):
        return as_text(value)
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", dialect.decimal)


def as_text(text: str) -> str:
    """A text in a cell, in quotes where it needs them."""
    text = guarded(text)
    if text == text.strip() and not _NEEDS_QUOTES.intersection(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def guarded(text: str) -> str:
    """The text, with a ' before what a spreadsheet would run."""
    return GUARD + text if text.lstrip(" ").startswith(RUN) else text


# ---- the same in SQL ------------------------------------------------------------------------------------------------


def literal(text: str) -> str:
    """A text in SQL."""
    return "'" + text.replace("'", "''") + "'"


def guarded_sql(text: str) -> str:
    """What `guarded` is of an expression."""
    starts = ", ".join(f"char({ord(sign)})" for sign in RUN)
    return f"iif(substr(ltrim({text}, ' '), 1, 1) IN ({starts}), '''', '') || {text}"


def quoted_sql(text: str) -> str:
    """A text in quotes; NULL of NULL."""
    return f"""'"' || replace({text}, '"', '""') || '"'"""
