"""where: the files in use."""

import click

from journal import settings
from journal.cli.output import say


@click.command()
@click.pass_obj
def where(db: str | None) -> None:
    """Print every path in use: the diary, the folder of its copies, and the settings of display.

    \b
    Examples:
      twitch-journal where
      twitch-journal --db second.db where
    """
    path, chosen = settings.diary_path(db)
    state = f"{path.stat().st_size:,} bytes" if path.exists() else "not there"
    backups = settings.backups_folder(path)
    say(f"diary    {path}")
    say(f"         {state}; chosen by {chosen}")
    say(f"backups  {backups}")
    say("         " + ("made before a change of format" if backups.is_dir() else "not made yet"))
    display = settings.display_path()
    say(f"settings {display}")
    say("         display and keys; " + ("yours" if display.is_file() else "not made yet"))
