"""two-weeks: one page of answers for any span."""

import click

from journal.cli.commands.trends import trends

USUAL_DAYS = "14"


@click.command("two-weeks")
@click.option("--from", "first", metavar="DAY", help="The first day: 2026-11-01, 1 Nov.")
@click.option("--to", "last", metavar="DAY", help="The last day; today without it.")
@click.option("--text", "as_text", is_flag=True, help="A sentence and tables, for a screen reader.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for other programs.")
@click.pass_context
def two_weeks(context: click.Context, first: str | None, last: str | None, as_text: bool, as_json: bool) -> None:
    """One page of the last two weeks: where, when, what helped, best and worst day, what is not known.

    Another span by its first day and its last: since the diary began, or the days before a visit.

    \b
    Examples:
      twitch-journal two-weeks
      twitch-journal two-weeks --from 2026-11-01
    """
    days = None if first else USUAL_DAYS
    context.invoke(trends, view="two-weeks", first=first, last=last, days=days, as_text=as_text, as_json=as_json)
