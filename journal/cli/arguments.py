"""Names as arguments: of several words without quotes too, where nothing else stands beside them."""

import click

from journal.errors import Refused


def joined(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> str:
    """The words of one name."""
    return " ".join(value)


def name_and_new_name(context: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The two names of a renaming; of more words nobody could tell where the first one ends."""
    if len(value) != 2:
        raise Refused("say the name and the new one; a name of several words stands in quotes")
    return value
