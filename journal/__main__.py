"""The command `twitch-journal`: the one door at which errors are said."""

import os
import sys

import click

from journal.cli import commands
from journal.cli.output import sentence, warn
from journal.refusal import Refused

BAD_USE = 2
INTERRUPTED = 130


def main() -> None:
    """Runs a command; bad use and bad input end in one clear sentence and exit code 2, never in a traceback."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter shows its number
    try:
        commands.main(arguments, "twitch-journal", standalone_mode=False)
        sys.stdout.flush()
    except Refused as refused:
        warn(sentence(str(refused)))
        return BAD_USE
    except click.ClickException as error:
        warn(sentence(error.format_message()))
        return BAD_USE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except BrokenPipeError:  # the reader of a pipe has gone; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, click.Abort, EOFError):
        warn("Interrupted; nothing more was stored.")
        return INTERRUPTED
    except OSError as error:
        named = f" ({error.filename})" if error.filename else ""
        warn(f"The system refused: {error.strerror or error}{named}.")
        return BAD_USE
    return 0


if __name__ == "__main__":
    main()
