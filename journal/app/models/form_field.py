"""A field of a form, as data."""

from typing import NamedTuple


class Field(NamedTuple):
    """One field: its name for the program, its label, what stands in it, and an example."""

    name: str
    label: str
    value: str = ""
    example: str = ""
