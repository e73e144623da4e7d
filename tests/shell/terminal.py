"""A terminal with a program in it, and someone who waits for what it says before they type on."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 30.0
MOMENT = 0.1
COLOURS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x1b\]\S*?(\x07|\x1b\\)|\x1b[()]B|\r")


class Terminal:
    """Closed at the end of a `with`, whatever runs in it."""

    def __init__(self, command: list[str], environment: dict[str, str], columns: int = 80) -> None:
        self.screen, there = pty.openpty()
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        # A new session that opens a terminal is controlled by it, so that Ctrl-C reaches the program.
        take_hold = 'exec "$@" <"$SCREEN" >"$SCREEN" 2>&1'
        self.process = subprocess.Popen(
            ["sh", "-c", take_hold, "sh", *command],
            env={
                "PATH": os.environ["PATH"],
                "XDG_STATE_HOME": os.environ["XDG_STATE_HOME"],
                "TERM": "xterm",
                "LC_ALL": "C.UTF-8",
                **environment,
                "SCREEN": os.ttyname(there),
            },
            cwd=Path(__file__).parents[2],
            start_new_session=True,
        )
        self.there = there  # open until the end: what is typed before the program opens it would be lost
        self.raw = ""
        self.read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.hangs_up()

    @property
    def shown(self) -> str:
        """All that was written so far, without colours."""
        return COLOURS.sub("", self.raw)

    def types(self, keys: str) -> Self:
        os.write(self.screen, keys.encode(errors="surrogateescape"))
        return self

    def waits_for(self, text: str) -> Self:
        """Until the text is written, behind what was waited for before."""
        until = time.monotonic() + PATIENCE
        while (place := self.shown.find(text, self.read)) < 0:
            if not self._more(until):
                raise AssertionError(f"{text!r} was never shown, but: {self.shown[self.read :]!r}")
        self.read = place + len(text)
        return self

    def interrupts(self) -> Self:
        """Ctrl-C; once more where it came just before the program began to read, when Python does not see it."""
        for _ in range(5):
            self.types("\x03")
            until = time.monotonic() + PATIENCE / 10
            while "Interrupted" not in self.shown[self.read :] and self._more(until):
                pass
            if "Interrupted" in self.shown[self.read :]:
                return self
        raise AssertionError(f"it was not interrupted: {self.shown[self.read :]!r}")

    def hangs_up(self) -> None:
        """The window is closed."""
        for end in (self.screen, self.there):
            if end >= 0:
                os.close(end)
        self.screen = self.there = -1

    def ends(self) -> int:
        """The exit code, after all that was still written."""
        until = time.monotonic() + PATIENCE
        while self._more(until):
            pass
        return self.process.wait(PATIENCE)

    def _more(self, until: float) -> bool:
        """Reads what the program writes for a moment; False when it has ended and all is read, or time is up."""
        ended = self.process.poll() is not None
        ready, _, _ = select.select([self.screen], [], [], 0 if ended else MOMENT)
        if ready:
            self.raw += os.read(self.screen, 65536).decode("utf-8", "replace")
        return bool(ready) or (not ended and time.monotonic() < until)
