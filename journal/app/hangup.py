"""A terminal that goes away under the app or sends what is no text, and a request to end: what was entered is stored
first."""

import asyncio
import codecs
import os
import signal
import sys
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import IO, TYPE_CHECKING, Any

from textual.driver import Driver

if TYPE_CHECKING:
    from journal.app.main import JournalApp

HANGUP = getattr(signal, "SIGHUP", None)
ENDING = ("SIGTERM", "SIGINT", "SIGQUIT", "SIGUSR1", "SIGUSR2")
"""Signals that ask a program to end, or would end one that knows nothing of them, where the system has them. The keys
that send some of them in a shell are keys of the app here."""
KILLED_BY = 128
"""A shell adds this to the number of a signal for the exit code of what the signal ended."""


class LastingOutput:
    """The terminal for writing; what cannot be written any more is dropped. (Textual's thread that writes would end,
    and then the app would wait for it for ever.)"""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def take_any_byte() -> None:
    """A key of a terminal that sends no UTF-8 is shown as one that cannot be read. (Textual's thread that reads would
    end, and the app with it.)"""
    if sys.platform != "win32":
        from textual.drivers import linux_driver

        decoder_of = codecs.getincrementaldecoder
        vars(linux_driver)["getincrementaldecoder"] = lambda encoding: partial(decoder_of(encoding), "replace")


def with_lasting_output(driver: Driver) -> Driver:
    """A driver of a terminal writes into a file; that of a test, or of Windows, may not."""
    attributes = vars(driver)
    if "_file" in attributes:
        attributes["_file"] = LastingOutput(attributes["_file"])
    return driver


def _is_there(terminal: int) -> bool:
    """Whether the terminal can still be given back as it was: the signal may come without its window being closed."""
    import termios

    try:
        termios.tcgetattr(terminal)
    except termios.error:
        return False
    return True


def watch(app: "JournalApp") -> None:
    """End the app in good order when it is asked to, and when its terminal goes away."""
    loop = asyncio.get_running_loop()
    with suppress(NotImplementedError):  # on Windows
        for number in (getattr(signal, name) for name in ENDING if hasattr(signal, name)):
            loop.add_signal_handler(number, app.end, KILLED_BY + number)

    def hang_up(number: int, frame: FrameType | None) -> None:
        """At once, not when the loop comes to it: it may be waiting for the terminal."""
        signal.signal(signal.SIGCONT, lambda number, frame: None)  # comes too; Textual would set up a terminal anew
        if not _is_there(0):
            app.has_terminal = False
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
        loop.call_soon_threadsafe(app.end, KILLED_BY + number)

    if HANGUP is not None:
        signal.signal(HANGUP, hang_up)
