"""The signs as the app sees them: what is asked today, and each answer stored. Its calls belong in threads."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from journal.moments import UserClock
from journal.requests import read_examined, read_one_day
from journal.store import diary_settings
from journal.store.file import connections
from journal.store.file.diary_file import DiaryFile
from journal.store.read import sign_history, sign_rules
from journal.store.read.sign_history import SignsPage, VisitAdvice
from journal.store.read.sign_rules import SignAnswer, SignResponse
from journal.store.write import sign_steps

__all__ = ["SignAnswer", "SignResponse", "SignsDiary", "SignsPage", "VisitAdvice", "response"]

response = sign_rules.response


class SignsDiary(NamedTuple):
    """Of one diary file. `clock` gives where and when the user is, with the hour at which this diary's days start."""

    file: DiaryFile
    clock: Callable[[], UserClock]

    def page(self) -> SignsPage:
        """What is asked today, and how each sign stands."""
        clock = self.clock()
        with connections.reading(self.file) as connection:
            return sign_history.page(connection, clock)

    def keep(self, answers: Mapping[str, SignAnswer | None], measures: Mapping[str, Any]) -> None:
        """Answers of today; None is not said (any more)."""
        sign_steps.keep(self.file, self.clock(), answers, measures)

    def keep_examined(self, text: str) -> None:
        """Whether, or when, a doctor has looked at the twitching."""
        clock = self.clock()
        sign_steps.keep(self.file, clock, {}, read_examined(text, clock)._asdict())

    def none_of_these(self) -> None:
        sign_steps.none_of_these(self.file, self.clock())

    def discuss(self, sign: str, day: str) -> None:
        """A sign was discussed with a doctor on a day."""
        clock = self.clock()
        sign_steps.discuss(self.file, clock, sign, read_one_day(day, clock))

    def keep_advice(self, advice: VisitAdvice) -> None:
        sign_steps.keep_advice(self.file, self.clock(), advice)

    def turn(self, page: SignsPage) -> None:
        """Ask no more, or ask again."""
        present, value = ("on", "off") if page.is_on else ("off", "on")
        diary_settings.set_setting(self.file, sign_history.SETTING, value, expected=present)
