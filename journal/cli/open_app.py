"""How a command opens the app, which the shell does not know: `journal.__main__` hands over what opens it."""

from collections.abc import Callable
from pathlib import Path

import click

OpenApp = Callable[[Path], int]
"""Opens the app on a diary until its user quits; its exit code."""
_KEY = "journal.open_app"


def set_opener(context: click.Context, open_app: OpenApp | None) -> None:
    context.meta[_KEY] = open_app


def opener() -> OpenApp | None:
    """What opens the app on a diary until its user quits; None where nobody sits at a terminal."""
    open_app: OpenApp | None = click.get_current_context().meta.get(_KEY)
    return open_app
