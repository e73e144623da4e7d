"""settings: what belongs to the diary, shown or changed."""

import click

from journal import settings as places
from journal.cli.arguments import key_and_text
from journal.cli.completion import offers, setting_names
from journal.cli.output import rows, say, say_json
from journal.errors import Refused
from journal.store import diary_settings
from journal.store.file import connections
from journal.store.read import queries


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("key", required=False, shell_complete=offers(setting_names))
@click.argument("value", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="A JSON list, for other programs.")
@click.pass_obj
def settings(db: str | None, key: str | None, value: tuple[str, ...], as_json: bool) -> None:
    """Show the settings that belong to the diary, or change one.

    day starts is the hour, 0 to 12, at which a diary day begins: with 4, a twitch at 01:30 belongs to the evening
    before. Days that are stored stay as they are. units is ml or oz, in which volumes are said back. reminders are
    daily or weekly. track until is a day on which you mean to look back and perhaps stop. emergency is the number that
    When to get help tells you to call. `off` takes one of these two away.

    \b
    Examples:
      twitch-journal settings
      twitch-journal settings day starts 5
      twitch-journal settings units oz
      twitch-journal settings track until 2027-01-10
      twitch-journal settings emergency 112
      twitch-journal settings emergency off
    """
    path, _ = places.diary_path(db)
    new_value = ""
    if key:
        key, new_value = key_and_text(key, value, diary_settings.NAMES)
    if key and (new_value or value[-1:] == ("",)):
        stored = diary_settings.set_setting(path, key, new_value)
        say(f"{key.replace('_', ' ')} is now {stored}")
        return
    with connections.reading(path) as connection:
        table = [
            (setting.key, queries.setting(connection, setting.key) or setting.default, setting.means)
            for setting in diary_settings.SETTINGS
            if key in (None, setting.key)
        ]
    if not table:
        raise Refused(f"there is no setting “{key}”; there are {', '.join(diary_settings.NAMES)}")
    if as_json:
        say_json({name: value_ for name, value_, _ in table}, indent=1)
        return
    rows([(name.replace("_", " "), value_, means) for name, value_, means in table])
