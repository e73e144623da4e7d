"""log, start, stop: for click, with their help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal import settings
from journal.cli.open_app import opener
from journal.cli.store_line import store, store_without_command

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

RAW = {"ignore_unknown_options": True, "allow_interspersed_args": False, "help_option_names": ["--help"]}
"""`-heat` is a word of the line, not an option (nor `-h` with more letters)."""


def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The words of the diary that can follow, for a shell's Tab key."""
    from journal.cli.completion import complete_line

    return complete_line(context, parameter, incomplete)


@click.command(context_settings=RAW)
@click.argument("phrase", metavar="[WORDS]...", nargs=-1, type=click.UNPROCESSED, shell_complete=complete)
@click.pass_obj
def log(db: str | None, phrase: tuple[str, ...]) -> None:
    """Store one line: what happened, in your own words, in any order.

    \b
    Twitches:   log left calf 4 2m            intensity 4 of 10, for 2 minutes
                log eyelid r x12 20m ago      twelve times, 20 minutes ago
                log cramp both calves 7 @02:15 +stretch -heat
                log thumb 3 yesterday 22:10 "after gaming"
                log left eyelid on and off since Thursday
                log none                      no twitches today; also: some
    Drinks:     log espresso                  also: 2 coffees, tea 300ml @16:00
    Sleep:      log sleep 6.5                 also: slept 23:40-06:10, nap 20m
    Check-in:   log stress 7                  also: twitchy 4, no caffeine
    Workouts:   log lift legs 45m 8           length and effort, 0 to 10
    Medicines:  log started magnesium 300mg   also: increased, stopped, took
    Events:     log visit GP 12 Dec 10:30     also: ill, travel, test, note
    A day:      log "2026-11-18: sleep 5, stress 8, none"
    Take back:  log forget stress             back to not logged

    Of several words, one in quotes that holds a space is the note. `log -` reads lines from standard input
    and stores all of them or none. Nothing is guessed: a word that is not known is refused.
    """
    if not phrase and (open_app := opener()):
        click.get_current_context().exit(open_app(settings.diary_path(db)[0]))
    else:
        store(db, "log", phrase)


@click.command(context_settings=RAW, hidden=True)
@click.argument("phrase", metavar="[WORDS]...", nargs=-1, type=click.UNPROCESSED, shell_complete=complete)
@click.pass_obj
def without_command(db: str | None, phrase: tuple[str, ...]) -> None:
    """A line whose first word is no command."""
    store_without_command(db, phrase)


@click.command(context_settings=RAW)
@click.argument("phrase", metavar="[WORDS]...", nargs=-1, type=click.UNPROCESSED, shell_complete=complete)
@click.pass_obj
def start(db: str | None, phrase: tuple[str, ...]) -> None:
    """An episode begins and is going on until `stop`.

    \b
    Examples:
      twitch-journal start left calf
      twitch-journal start eyelid r 20m ago
    """
    store(db, "start", phrase)


@click.command(context_settings=RAW)
@click.argument("phrase", metavar="[WORDS]...", nargs=-1, type=click.UNPROCESSED, shell_complete=complete)
@click.pass_obj
def stop(db: str | None, phrase: tuple[str, ...]) -> None:
    """The episode that is going on has ended; a number is its intensity.

    \b
    Examples:
      twitch-journal stop
      twitch-journal stop 5 +stretch
      twitch-journal stop 5m ago
      twitch-journal stop left calf        (with several going on)
    """
    store(db, "stop", phrase)
