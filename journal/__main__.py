"""The command `twitch-journal`: the one door at which errors are said."""

import os
import sys
from pathlib import Path

from journal import remarks
from journal.cli.output import warn
from journal.errors import Refused
from journal.terminal import sentence

BAD_USE = 2
INTERRUPTED = 130
LINES = ("log", "start", "stop")
"""Commands whose words are the user's own: click, which has nothing to read there, would take 40 ms of 110."""


def main() -> None:
    """Runs a command; bad use and bad input end in one clear sentence and exit code 2, never in a traceback."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r+", encoding="utf-8", closefd=False))
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter shows its number
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
        _say_remarks()
    except Refused as refused:
        _say_remarks()
        warn(sentence(str(refused)))
        return BAD_USE
    except BrokenPipeError:  # the reader of a pipe has gone; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, EOFError):
        warn("Interrupted; nothing more was stored.")
        return INTERRUPTED
    except OSError as error:
        named = f" ({error.filename})" if error.filename else ""
        warn(f"The system refused: {error.strerror or error}{named}.")
        return BAD_USE
    return code


def _say_remarks() -> None:
    for remark in remarks.take():
        warn(remark)


def _dispatch(arguments: list[str]) -> int:
    line = plain(arguments)
    if line:
        return _line(*line)
    if _is_bare(arguments):
        from journal import settings

        _open_app(settings.diary_path(arguments[1] if arguments else None)[0])
        return 0
    return _command(arguments)


def plain(arguments: list[str]) -> tuple[str | None, str, tuple[str, ...]] | None:
    """The diary, the command and its words where there is no option but `--db PATH`; None is for click to read."""
    db, line = (arguments[1], arguments[2:]) if len(arguments) > 1 and arguments[0] == "--db" else (None, arguments)
    if len(line) > 1 and line[0] in LINES and not line[1].startswith("-"):
        return db, line[0], tuple(line[1:])
    return None


def _line(db: str | None, command: str, phrase: tuple[str, ...]) -> int:
    from journal.cli.store_line import store

    store(db, command, phrase)
    return 0


def _is_bare(arguments: list[str]) -> bool:
    """Whether there is no command, but someone at a terminal: the app needs no click, which would take 20 ms."""
    return _is_at_terminal() and (not arguments or (len(arguments) == 2 and arguments[0] == "--db"))


def _is_at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _open_app(diary: Path) -> None:
    from journal import settings
    from journal.app.main import run

    run(diary, settings.display_path())


def _command(arguments: list[str]) -> int:
    import click

    from journal.cli.group import commands

    opener = _open_app if _is_at_terminal() else None  # handed over, since the shell and the app do not know each other
    try:
        return commands.main(arguments, "twitch-journal", standalone_mode=False, obj=opener) or 0
    except click.ClickException as error:
        raise Refused(error.format_message()) from error
    except click.Abort:
        raise KeyboardInterrupt from None


if __name__ == "__main__":
    main()
