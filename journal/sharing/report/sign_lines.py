"""The signs that a doctor asks for, as the person answered them; what was never asked says so."""

import sqlite3
from typing import NamedTuple

from journal.sharing.report.content import NOT_ASKED, Line, Section
from journal.sharing.report.parts import ReportRequest


class Signs(NamedTuple):
    """What the person answered: the negatives in one sentence, each positive as a line of its own, what they can no
    longer do, whether something feels weak, and how it is beside three months ago. Empty where it was not asked."""

    negatives: str = ""
    positives: tuple[str, ...] = ()
    cannot_do: str = ""
    feels_weak: str = ""
    compared: str = ""
    closes_the_eye: str = ""
    advice: str = ""


def signs(connection: sqlite3.Connection, request: ReportRequest) -> Signs:
    return Signs()


def section(signs: Signs) -> Section:
    return Section(
        "signs",
        "Signs",
        (
            Line("Answered no", signs.negatives or NOT_ASKED, key="signs", alone="Signs"),
            *(Line("", positive) for positive in signs.positives),
            Line("Can no longer do", signs.cannot_do or NOT_ASKED, alone="What the person can no longer do"),
            Line(
                "Feels weak but can do everything",
                signs.feels_weak or NOT_ASKED,
                alone="A muscle feels weak but can do everything",
            ),
        ),
    )
