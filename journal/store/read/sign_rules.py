"""When signs are asked, and what an answer says: rules of days and answers alone, without a diary.

No rule looks at how many twitches were logged: that says nothing of an illness.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from journal.catalog.signs import BY_SLUG, EMERGENCY, SUDDENLY, URGENCY_WORDS, Sign

FIRST_ASKED = 14
"""Logged days after which the signs are asked for the first time."""
EVERY = timedelta(weeks=4)
EYELID_AGAIN = timedelta(days=91)
"""Three months, from which on an eyelid alone is worth a visit (NICE NG127, as in guide/doctor.md)."""
ADVICE_UNTIL = timedelta(weeks=4)
"""So long after a visit its advice is asked for; it can be said later all the same."""
NOW = "Now"
MUCH_WORRY = 7
PAUSE_EVERY = timedelta(weeks=8)


class SignCheck(NamedTuple):
    """What was answered on a day beside the signs; None is not said. `examined_on` is a day, a month or a year in ISO;
    `compared` is with three months before."""

    day: date
    examined: bool | None = None
    examined_on: str | None = None
    feels_weak: bool | None = None
    compared: str | None = None
    bother: int | None = None
    worry: int | None = None


class SignAnswer(NamedTuple):
    """What was answered to a sign on a day; `course` is how it has gone on since a doctor heard of it."""

    day: date
    present: bool
    sudden: bool | None = None
    course: str | None = None
    discussed_on: date | None = None


class SignState(NamedTuple):
    """How a sign stands: its newest answer, since when it is there without a no in between, and when it was discussed
    last since then. A sign that was discussed is asked as better, same or worse."""

    newest: SignAnswer | None = None
    since: date | None = None
    discussed_on: date | None = None

    @property
    def is_discussed(self) -> bool:
        return self.discussed_on is not None


class SignResponse(NamedTuple):
    """What is said to a yes: how soon, or that it is a matter for now; one sentence; a chapter of the guide."""

    when: str
    sentence: str
    chapter: str


# ---- when ---------------------------------------------------------------------------------------------------


def are_due(*, is_on: bool, has_begun: bool, last_check: date | None, today: date) -> bool:
    """Whether the signs are due: first on the fourteenth logged day (`has_begun`), then every four weeks."""
    return is_on and has_begun and (last_check is None or today - last_check >= EVERY)


def asks_whether_examined(
    checks: Iterable[SignCheck], last_visit: date | None, eyelid_since: date | None, today: date
) -> bool:
    """Whether it is asked if a doctor has looked: until it is answered, and of an eyelid that twitches alone once more
    at three months; never again after a visit. `eyelid_since` is None where other places twitch too."""
    answered = [check for check in checks if check.examined is not None]
    if last_visit is not None or any(check.examined for check in answered):
        return False
    if not answered or eyelid_since is None:
        return not answered
    again = eyelid_since + EYELID_AGAIN
    return max(check.day for check in answered) < again <= today


def is_advice_due(visit: date, today: date) -> bool:
    """Whether what a doctor advised is asked for: from the day after the visit on, for four weeks."""
    return timedelta(0) < today - visit <= ADVICE_UNTIL


# ---- what an answer says ------------------------------------------------------------------------------------


def state(answers: Sequence[SignAnswer]) -> SignState:
    """How a sign stands after these answers, the oldest first."""
    present: list[SignAnswer] = []
    for answer in answers:
        present = [*present, answer] if answer.present else []
    if not present:
        return SignState(answers[-1] if answers else None)
    discussed = [answer.discussed_on for answer in present if answer.discussed_on]
    return SignState(present[-1], present[0].day, max(discussed, default=None))


def response(sign: str, answer: SignAnswer, number: str | None) -> SignResponse | None:
    """What an answer says; None where it says nothing. `number` is the emergency number that the user has set."""
    definition: Sign | None = BY_SLUG.get(sign)
    if definition is None or not answer.present:
        return None
    emergency = number or EMERGENCY
    if answer.discussed_on and (answer.course != "worse" or answer.discussed_on >= answer.day):
        return None
    if answer.sudden:
        return SignResponse(NOW, SUDDENLY.format(emergency=emergency), "help")
    if answer.course in ("better", "same"):
        return None
    return SignResponse(
        URGENCY_WORDS[definition.urgency], definition.sentence.format(emergency=emergency), definition.chapter
    )


def is_pause_offered(worries: Sequence[tuple[date, int]]) -> bool:
    """Whether the last of these worries (0 to 10, the oldest first) is answered with the offer of a pause: at 7 or
    more, or risen twice running, if that was not said in the eight weeks before."""
    offered_on: date | None = None
    for number, (day, worry) in enumerate(worries):
        last_three = [value for _, value in worries[max(0, number - 2) : number + 1]]
        is_rising = len(last_three) == 3 and last_three[0] < last_three[1] < last_three[2]
        if (worry >= MUCH_WORRY or is_rising) and (offered_on is None or day - offered_on >= PAUSE_EVERY):
            offered_on = day
    return bool(worries) and offered_on == worries[-1][0]
