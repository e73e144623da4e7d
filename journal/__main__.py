"""The command `twitch-journal`: the one door at which errors are said."""

import gc
import os
import re
import sys
from functools import partial
from itertools import pairwise
from pathlib import Path

from journal import activity, remarks
from journal.cli import COMMANDS
from journal.cli.output import warn
from journal.cli.patience import waiting
from journal.errors import Refused, unexpected
from journal.terminal import quotable, refusal_sentence

BAD_USE = 2
NOT_SHOWN = 3
"""What was asked is done, but could not be said: a script must not do it again."""
FAILED = 70
"""The program itself is at fault (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED = 130
LINES = ("log", "start", "stop")
"""Commands whose words are the user's own: click, which has nothing to read there, would take 40 ms of 110."""
_CLICKS_LINES = re.compile(r"\s*\n\s*")
"""Where click goes on with a list of choices."""
NO_COMMAND = ""
"""In its place where the first word begins a line."""


def main() -> None:
    """Runs a command; bad use and bad input end in one clear sentence and exit code 2, never in a traceback."""
    gc.disable()  # a line is stored too soon for it: it would take 4 ms of 72 and collect nothing
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r+", encoding="utf-8", closefd=False))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """What a command does and says; its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter shows its number
    activity.forget()
    arguments, debug = _without_debug(arguments)
    try:
        code = _dispatch(arguments, debug=debug)
        sys.stdout.flush()
        waiting.end()
        _say_remarks()
        if activity.has_stored():
            from journal.cli.keep_up import keep_up

            keep_up()
    except Refused as refused:
        _say_remarks()
        for line in refusal_sentence(refused).split("\n"):
            warn(line)
        code = BAD_USE
    except BrokenPipeError:  # the reader of a pipe has gone; nothing is left to say
        code = 0
        _let_go_of_output()
    except (KeyboardInterrupt, EOFError):
        warn("Interrupted; nothing more was stored.")
        code = INTERRUPTED
    except OSError as error:
        code = _system_refused(error)
    except Exception as error:
        if debug:
            raise
        if isinstance(error, UnicodeEncodeError) and any(map(_is_no_text, arguments)):
            warn("A word of the command is not UTF-8 text; nothing was stored.")
            return BAD_USE
        warn(unexpected(error, "what you typed was stored" if activity.has_stored() else "nothing was stored"))
        code = FAILED
    return code


def _is_no_text(argument: str) -> bool:
    """Whether it has bytes that are no UTF-8, which Python keeps as surrogates."""
    return any("\ud800" <= letter <= "\udfff" for letter in argument)


def _without_debug(arguments: list[str]) -> tuple[list[str], bool]:
    """The arguments without `--debug`, which stands before the command like `--db PATH`; and whether it was there."""
    before = 2 if arguments[:1] == ["--db"] else 0
    if arguments[before : before + 1] == ["--debug"]:
        return [*arguments[:before], *arguments[before + 1 :]], True
    return (arguments[1:], True) if arguments[:1] == ["--debug"] else (arguments, False)


def _system_refused(error: OSError) -> int:
    reason = f"{error.strerror or error}{f' ({error.filename})' if error.filename else ''}"
    try:
        sys.stdout.flush()
    except OSError:
        _let_go_of_output()
    if activity.has_stored():
        warn(f"It was stored, but could not be shown: {reason}. Do not repeat it; `show` has it.")
        return NOT_SHOWN
    if activity.has_made():
        warn(f"It was done, but could not be shown: {reason}. Do not repeat it.")
        return NOT_SHOWN
    warn(f"The system refused: {reason}.")
    return BAD_USE


def _let_go_of_output() -> None:
    """What is still to be written goes nowhere, or Python would complain of it on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say_remarks() -> None:
    for remark in remarks.take():
        warn(remark)


def _dispatch(arguments: list[str], *, debug: bool) -> int:
    if arguments[-1:] == ["remind"] and (len(arguments) == 1 or (len(arguments) == 3 and arguments[0] == "--db")):
        from journal.cli.remind import remind

        remind(arguments[1] if len(arguments) == 3 else None)
        return 0
    line = plain(arguments)
    if line:
        waiting.begin(f"{line[1] or 'log'}: at work")
        return _line(*line)
    gc.enable()
    if _is_bare(arguments):
        from journal import settings

        return _open_app(settings.diary_path(arguments[1] if arguments else None)[0], debug=debug)
    return _command(arguments, debug=debug)


def plain(arguments: list[str]) -> tuple[str | None, str, tuple[str, ...]] | None:
    """The diary, the command and its words where there is no option but `--db PATH`; None is for click to read.

    A first word that is no command begins a line: `tj left calf 4`.
    """
    db, line = (arguments[1], arguments[2:]) if len(arguments) > 1 and arguments[0] == "--db" else (None, arguments)
    if len(line) > 1 and line[0] in LINES and not line[1].startswith("-"):
        return db, line[0], tuple(line[1:])
    if line and line[0] not in COMMANDS and not line[0].startswith("-"):
        return db, NO_COMMAND, tuple(line)
    return None


def _line(db: str | None, command: str, phrase: tuple[str, ...]) -> int:
    from journal.cli.store_line import store, store_without_command

    if command == NO_COMMAND:
        store_without_command(db, phrase)
    else:
        store(db, command, phrase)
    return 0


def _is_bare(arguments: list[str]) -> bool:
    """Whether there is no command, but someone at a terminal: the app needs no click, which would take 20 ms."""
    return _is_at_terminal() and (not arguments or (len(arguments) == 2 and arguments[0] == "--db"))


def _is_at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _open_app(diary: Path, *, debug: bool) -> int:
    from journal import settings
    from journal.app.session import run

    waiting.begin("opening the diary")
    finishing = partial(waiting.begin, "finishing what was begun")
    code = run(diary, settings.display_path(), waiting.end, finishing, debug=debug)
    waiting.end()
    return code


def _command(arguments: list[str], *, debug: bool) -> int:
    import click

    from journal.cli.group import commands

    waiting.begin(f"{_command_name(arguments)}: at work")
    # What opens the app is handed over, since the shell and the app do not know each other.
    opener = partial(_open_app, debug=debug) if _is_at_terminal() else None
    try:
        return commands.main(arguments, "twitch-journal", standalone_mode=False, obj=opener) or 0
    except click.ClickException as error:
        message = error.format_message()
        for argument in sorted(
            {part for word in arguments for part in (word, word.partition("=")[2])}, key=len, reverse=True
        ):
            if argument != quotable(argument):
                message = message.replace(argument, quotable(argument))
        raise Refused(_CLICKS_LINES.sub(" ", message)) from error
    except click.Abort:
        raise KeyboardInterrupt from None
    except SystemExit as ending:  # by click, where the reader of a pipe has gone
        raise BrokenPipeError from ending


def _command_name(arguments: list[str]) -> str:
    """The command among words of which click has not read the options yet; today's page is shown without one."""
    pairs = pairwise(("", *arguments))
    return next((word for before, word in pairs if word in COMMANDS and before != "--db"), "show")


if __name__ == "__main__":
    main()
