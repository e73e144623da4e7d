"""Where the person's own words name what was left out: that they wrote it is theirs to know before it leaves."""

import re
import sqlite3
from collections.abc import Iterable

from journal.charts.site_words import listed
from journal.sharing.report.content import Report
from journal.store.read import background


def mention_remarks(connection: sqlite3.Connection, report: Report) -> tuple[str, ...]:
    """A sentence that names each line in which a medicine still stands although medicines were left out."""
    if "medicines" not in report.left_out:
        return ()
    labels = mentions(report, background.medicine_names(connection))
    lines = listed([f"“{label}”" for label in labels])
    sentence = f"Medicines are left out, but what you wrote under {lines} names one; it was left as it is."
    return (sentence,) if labels else ()


def mentions(report: Report, names: Iterable[str]) -> list[str]:
    """The labels of the lines and the headings of the appendices that hold one of the names as a word."""
    alternatives = "|".join(re.escape(name.strip()) for name in names if name.strip())
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
    if not alternatives:
        return []
    labels = [line.label for line in report.lines if pattern.search(line.text)]
    labels += [
        section.heading for section in report.appendices if any(pattern.search(line.text) for line in section.lines)
    ]
    return labels
