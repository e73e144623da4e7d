"""Names as arguments: of several words without quotes too, where it is clear where they end."""

from collections.abc import Mapping

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


def key_and_text(key: str, text: tuple[str, ...], keys: Mapping[str, str]) -> tuple[str, str]:
    """The key that the first words name, of several names the longest, and the words behind it; the first word as it is
    where they name none."""
    typed = (key, *text)
    for length in range(len(typed), 0, -1):
        name = " ".join(typed[:length]).replace("_", " ").lower()
        if name in keys:
            return keys[name], " ".join(typed[length:])
    return key, " ".join(text)
