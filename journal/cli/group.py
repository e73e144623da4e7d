"""The group of all commands."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal import __version__, remarks, settings
from journal.cli import COMMANDS, HEADINGS
from journal.cli.open_app import opener, set_opener
from journal.errors import Refused

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

READING = (None, "show", "find", "trends", "triggers", "experiment", "export")
"""Commands that say what the diary holds."""


class Commands(click.Group):
    """The group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        target, summary = COMMANDS[cmd_name]
        module, _, function = target.partition(":")
        command: click.Command = getattr(import_module(module), function)
        command.short_help = summary
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from journal.cli.commands.log import without_command

            return "log", without_command, args
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Commands, and the words with which a line may begin."""
        items = super().shell_complete(ctx, incomplete)
        if incomplete and not incomplete.startswith("-"):
            from journal.cli.completion import complete_line

            items += complete_line(ctx, ctx.command.params[0], incomplete)
        return items

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        grouped = {heading: [name for name in names.split() if name in COMMANDS] for heading, names in HEADINGS.items()}
        widest = max(map(len, COMMANDS))
        for heading, names in grouped.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(widest), COMMANDS[name][1]) for name in names])


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option("--db", metavar="PATH", help="The diary file (else $TWITCH_JOURNAL_DB, else your data folder).")
@click.option("--new", is_flag=True, help="Begin a new diary where one is missed, or was cut to nothing.")
@click.option("--accept", is_flag=True, help="Go on with what is there now, though it is another diary or older.")
@click.option("--debug", is_flag=True, expose_value=False, help="If the program itself fails, show where.")
@click.version_option(__version__, prog_name="twitch-journal", message="%(prog)s %(version)s")
@click.pass_context
def commands(context: click.Context, db: str | None, new: bool, accept: bool) -> None:
    """A private diary for people whose muscles twitch.

    It logs twitches and the day around them into one file on this machine, and sends nothing anywhere.
    Without a command it opens the journal; where there is no terminal it prints today's page.
    `twitch-journal guide help` says when a twitch, or what comes with it, needs help at once.

    \b
    Examples:
      twitch-journal log left calf 4 2m
      twitch-journal log 2 coffees
      twitch-journal log "yesterday: sleep 5, stress 8, none"
      twitch-journal show
      twitch-journal undo
    """
    set_opener(context, context.obj)
    context.obj = db
    if new or accept:
        _decide(settings.diary_path(db)[0], new, accept)
    if context.invoked_subcommand in READING:
        from journal.cli.keep_up import warn_of_damage  # with sqlite3, which --help does not need

        warn_of_damage(db)
    if context.invoked_subcommand is None:
        if open_app := opener():
            context.exit(open_app(settings.diary_path(db)[0]))
        from journal.cli.commands.show import print_pages

        print_pages(db, None)


@commands.result_callback()
@click.pass_context
def tell_of_absence(context: click.Context, /, result: object, db: str | None, **_decisions: bool) -> object:
    """After a page of what was named and is not there: the name may be mistyped. Without one nobody has begun yet."""
    if context.invoked_subcommand in (*READING, "lookback", "two-weeks", "report"):
        from journal.store.file import look
        from journal.store.file.diary_file import DiaryFile

        path, chosen_by = settings.diary_path(db)
        if chosen_by != settings.DATA_FOLDER and not look.is_begun(DiaryFile(path)):
            remarks.leave(f"There is no diary at {path} yet; the first line that is stored there begins one.")
    return result


def _decide(path: Path, new: bool, accept: bool) -> None:
    """Of a diary that is not what it was: begin anew, or go on with what is there."""
    from journal.store.file import connections

    if new and accept:
        raise Refused("--new begins a diary and --accept goes on with one; say one of them")
    if new:
        connections.begin_anew(path)
    else:
        connections.accept(path)
