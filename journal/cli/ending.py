"""A request to end the program, or a terminal that is closed, while a command is at work."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self

ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class EndRequested(KeyboardInterrupt):
    """Raised while a command waits for its user."""


class EndRequests:
    """Within it, a request to end is kept until the command waits for its user, so that it breaks nothing off.

    `exit_code` is what a shell expects of a program that a signal has ended; 0 as long as there was none.
    """

    def __init__(self) -> None:
        self.exit_code = 0
        self._is_waiting = False

    def __enter__(self) -> Self:
        self._before = {number: signal.signal(number, self._take) for number in ENDING}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _take(self, number: int, frame: FrameType | None) -> None:
        self.exit_code = 128 + number
        if self._is_waiting:
            raise EndRequested

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Around what may take as long as the user likes."""
        try:
            self._is_waiting = True
            if self.exit_code:
                raise EndRequested
            yield
        finally:
            self._is_waiting = False
