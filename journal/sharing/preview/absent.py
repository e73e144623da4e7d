"""What is not in what leaves, in plain words: it is told before anything is written."""

from collections.abc import Iterator

from journal.charts.site_words import listed
from journal.charts.styled_text import Line, line
from journal.sharing.csv_file import ExportKind
from journal.sharing.report.parts import EXTRAS, PARTS, ReportRequest
from journal.sharing.report.wording import day_text
from journal.terminal import hanging

PICTURES = "pictures: sites by week, the body, twitches over time"
REACHING_BACK = {
    "summary": "when it began, the months compared",
    "signs": "signs, advice",
    "medicines": "medicines begun before",
    "background": "tests",
    "habits": "what is said of habits",
    "experiment": "experiments",
}
"""Part -> what it tells of days before the first one."""
OWN = "settings, templates, your own words, guesses and looks, the numbers by which rows are found"
CHANGES = "what was deleted or changed"
HEADING, PRIVATE = "Not in it", "Readable by you alone, not encrypted."


def absent_from_report(request: ReportRequest, *, is_page: bool) -> list[str]:
    """What was left out, what was not asked for, and what a message has no place for; each part in its own words."""
    absent = [f"{text} (left out)" for part, text in PARTS.items() if part in request.without]
    absent += [text for part, text in EXTRAS.items() if part not in request.extras - request.without or not is_page]
    absent += [] if request.name or "identity" in request.without else ["your name"]
    absent += [] if is_page else [PICTURES]
    reaching = [text for part, text in REACHING_BACK.items() if part not in request.without]
    before = f"the days before {day_text(request.first)}{f', but for {listed(reaching)}' if reaching else ''}"
    return [*absent, before, CHANGES]


def absent_from_export(kind: ExportKind, *, notes: bool) -> list[str]:
    """Of CSV files. Those that a person reads leave out what only a program would put back."""
    absent = [] if notes else ["notes, those in templates too"] if kind == "analysis" else ["notes"]
    return [*absent, *([] if kind == "analysis" else [OWN]), CHANGES]


def absent_lines(absent: list[str], columns: int) -> Iterator[Line]:
    yield line(HEADING, "bold")
    for text in absent:
        yield from (line(part) for part in hanging(text, columns, "- ", 2))
    yield ()
    yield from (line(part, "dim") for part in hanging(PRIVATE, columns))
