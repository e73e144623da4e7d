"""The signs that a doctor asks for, as the person answered them; what was never asked says so."""

import sqlite3
from datetime import date
from typing import NamedTuple

from journal.catalog import signs
from journal.catalog.lexicon import Lexicon
from journal.catalog.signs import BY_SLUG, Sign
from journal.moments import FIRST_DAY, spelled_out
from journal.phrases.write.format_number import counted
from journal.sharing.report.content import NOT_ASKED, Line, Section, SignEntry
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, one_line
from journal.store.read import sign_facts, sign_history, sign_rules
from journal.store.read.sign_rules import SignCheck, SignState

SIGNS = "signs"
"""The key of the line of negatives."""
FUNCTION, ONE_SIDE = "function", "one_side"
"""The signs that stand apart: what the person can no longer do, and a twitch that closes the eye."""


class SignAnswers(NamedTuple):
    """Up to the last day of a report: how each sign stands that was ever answered, and what was said beside them."""

    states: dict[str, SignState]
    checks: list[SignCheck]

    def newest(self, field: str) -> SignCheck | None:
        """The newest day on which something beside the signs was answered."""
        return next((check for check in reversed(self.checks) if getattr(check, field) is not None), None)


def sign_answers(connection: sqlite3.Connection, request: ReportRequest) -> SignAnswers:
    answers = sign_history.all_answers(connection, FIRST_DAY, request.last)
    states = {sign: sign_rules.state(of_sign) for sign, of_sign in answers.items()}
    return SignAnswers(states, sign_history.checks(connection, FIRST_DAY, request.last))


def entries(answers: SignAnswers) -> tuple[SignEntry, ...]:
    """How each sign stands, in the order in which they are asked; a twitch that closes the eye only where there is one,
    for it has a line among what twitches are like."""
    entries = [_entry(sign, answers.states.get(sign.slug)) for sign in signs.SIGNS]
    return tuple(
        entry for sign, entry in zip(signs.SIGNS, entries, strict=True) if sign.slug != ONE_SIDE or entry.is_present
    )


def _entry(sign: Sign, state: SignState | None) -> SignEntry:
    if state is None or state.newest is None:
        return SignEntry(sign.brief, None)
    details = _details(state) if state.newest.present else ""
    return SignEntry(sign.brief, state.newest.present, state.newest.day, details)


def section(connection: sqlite3.Connection, request: ReportRequest, answers: SignAnswers) -> Section:
    """The negatives in one sentence, each positive a line; then what they can no longer do, what feels weak, whether a
    doctor has looked, and what one advised at the last visit."""
    positives = [sign for sign in _others(answers) if _is_present(answers.states[sign])]
    weak = answers.newest("feels_weak")
    lines = [
        *_negatives(answers),
        *(_positive(sign, answers.states[sign]) for sign in positives),
        Line(
            "Can no longer do something they could",
            state_text(answers.states.get(FUNCTION)),
            key=FUNCTION,
            is_sign=True,
        ),
        Line(
            "Feels weak but can do everything",
            yes_text(weak.feels_weak, weak.day) if weak else NOT_ASKED,
            key="weak",
            alone="The person feels weak but can do everything",
        ),
        Line("A doctor has looked", _examined(answers), key="examined", alone="A doctor has looked at the twitching"),
    ]
    advised = (each for each in sign_history.visit_advice(connection) if each.advised and each.day <= request.last)
    if advice := next(advised, None):
        when = day_text(advice.day)
        lines.append(
            Line(f"Advised on {when}", one_line(advice.advised), own=True, alone=f"A doctor advised on {when}")
        )
    return Section("signs", "Signs", tuple(lines))


def compared(answers: SignAnswers) -> str:
    """The newest comparison with three months before, in the person's own answer; how much it bothers and worries."""
    check = answers.newest("compared")
    parts = [f"{check.compared} (answered on {day_text(check.day)})"] if check and check.compared else [NOT_ASKED]
    for name, text in (("bother", "bothers"), ("worry", "worries")):
        measured = answers.newest(name)
        parts += [f"{text} {getattr(measured, name)} of 10"] if measured else []
    return "; ".join(parts)


def face_and_leg_lines(
    connection: sqlite3.Connection, request: ReportRequest, answers: SignAnswers, lexicon: Lexicon
) -> tuple[Line, ...]:
    """What is laid out for a doctor, without a rule that fires: a twitch that closes the eye, an eye followed by its
    side of the face, cramps of legs that twitch."""
    pairs = sign_facts.eye_then_face(connection, lexicon, request.first, request.last)
    legs = sign_facts.leg_cramp_days(connection, lexicon, request.first, request.last)
    face = "none logged"
    if pairs:
        sides = " and ".join(sorted({pair.side for pair in pairs}))
        days = sorted({pair.day for pair in pairs})
        face = f"{sides} side, on {counted(len(days), 'day')}, the newest {day_text(days[-1])}"
    both = sum(day.twitches > 0 for day in legs)
    cramps = f"on {counted(len(legs), 'day')}, with leg twitches on {both or 'none'} of them" if legs else "none logged"
    return (
        Line(
            "A twitch closes the eye",
            state_text(answers.states.get(ONE_SIDE)),
            key="eye",
            is_sign=ONE_SIDE in answers.states and _is_present(answers.states[ONE_SIDE]),
        ),
        Line(
            "From an eye on to that cheek or mouth",
            face,
            key="face",
            alone="Twitches that went from an eye on to the cheek or mouth of its side",
        ),
        Line("Leg cramps", cramps, key="leg_cramps"),
    )


# ---- texts -----------------------------------------------------------------------------------------------------


def _others(answers: SignAnswers) -> list[str]:
    """The signs that stand in the sentence of negatives or have a line, of those that were answered."""
    return [sign.slug for sign in signs.SIGNS if sign.slug in answers.states and sign.slug not in (FUNCTION, ONE_SIDE)]


def _is_present(state: SignState) -> bool:
    return state.newest is not None and state.newest.present


def _negatives(answers: SignAnswers) -> tuple[Line, ...]:
    """Those answered with no, in one sentence with the day of the newest answer; one that was asked last on another day
    has its own. Those that were not asked have a line where others were."""
    label = "Answered no"
    if not answers.states:
        return (Line(label, NOT_ASKED, key=SIGNS, is_sign=True),)
    days = {sign: newest.day for sign in _others(answers) if (newest := answers.states[sign].newest)}
    days = {sign: day for sign, day in days.items() if not _is_present(answers.states[sign])}
    unasked = [sign.brief for sign in signs.SIGNS if sign.slug not in (*answers.states, FUNCTION, ONE_SIDE)]
    others = (Line("Not asked", "; ".join(unasked), is_sign=True),) if unasked else ()
    if not days:
        return (Line(label, "none of them", key=SIGNS, is_sign=True), *others)
    last = max(days.values())
    texts = [BY_SLUG[sign].brief + ("" if day == last else f" (on {day_text(day)})") for sign, day in days.items()]
    newest_text = f" (last asked on {day_text(last)})"
    return (Line(label, "; ".join(texts), key=SIGNS, after=newest_text, is_sign=True), *others)


def _positive(sign: str, state: SignState) -> Line:
    brief = BY_SLUG[sign].brief
    label = f"{brief[:1].upper()}{brief[1:]}"
    return Line(label, state_text(state), key=f"sign {sign}", is_sign=True)


def state_text(state: SignState | None) -> str:
    """`yes, since 12 Oct 2026, worse, last asked on 14 Nov 2026`; `no (asked on 14 Nov 2026)`."""
    if state is None or state.newest is None:
        return NOT_ASKED
    newest = state.newest
    if not newest.present:
        return yes_text(False, newest.day)
    return ", ".join(filter(None, ("yes", _details(state), f"last asked on {day_text(newest.day)}")))


def _details(state: SignState) -> str:
    """Of a sign that is there: `since 12 Oct 2026, worse, discussed on 14 Nov 2026`."""
    parts = [f"since {day_text(state.since)}"] if state.since else []
    if state.newest:
        parts += ["began suddenly"] if state.newest.sudden else []
        parts += [state.newest.course] if state.newest.course else []
    parts += [f"discussed on {day_text(state.discussed_on)}"] if state.discussed_on else []
    return ", ".join(parts)


def yes_text(is_so: bool | None, day: date) -> str:
    return f"{'yes' if is_so else 'no'} (answered on {day_text(day)})"


def _examined(answers: SignAnswers) -> str:
    check = answers.newest("examined")
    if check is None:
        return NOT_ASKED
    if not check.examined:
        return yes_text(False, check.day)
    return f"yes, {spelled_out(check.examined_on)}" if check.examined_on else "yes"
