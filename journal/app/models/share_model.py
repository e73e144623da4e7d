"""The rows of the Share screen, and what a choice becomes when one of them is taken."""

from journal import terminal
from journal.app.share_diary import KINDS, ShareChoice, ShareSummary
from journal.app.widgets.table import TableRow
from journal.moments import day_words
from journal.sharing.report.parts import EXTRAS, PARTS

PART = "part:"
IN, OUT = "in", "out"
PERIODS = {"usual": "the last 90 days", "all": "all", "other": "chosen"}


def rows(choice: ShareChoice, summary: ShareSummary | None) -> list[TableRow]:
    """What leaves, where to, what is not in it, and a switch for each part; the days as far as they are known."""
    period = PERIODS.get(choice.period, "since the last visit")
    period = "all that is logged" if choice.period == "usual" and not choice.is_report else period
    lines = [
        TableRow("kind", "What", KINDS[choice.kind]),
        TableRow("period", "Days", f"{period}: {summary.days}" if summary else period),
    ]
    if choice.is_report:
        who = ", ".join(text for text in (choice.name, choice.born) if text)
        lines.append(TableRow("who", "Name", terminal.on_one_line(who) or "none", quiet=not who))
    if choice.kind == "page":
        lines.append(TableRow("paper", "Paper", {"a4": "A4", "letter": "Letter"}[choice.paper]))
    if summary:
        absent = "; ".join(summary.absent)
        lines += [
            TableRow("place", "File" if choice.is_report else "Folder", terminal.path_words(summary.place)),
            TableRow(None, "Not in it", f"{absent}."),
        ]
    lines += [
        TableRow("preview", "Look", "at it first; nothing is written"),
        TableRow("write", "Write", "it, readable by you alone, not encrypted"),
        TableRow(None, "", ""),
    ]
    return lines + [TableRow(f"{PART}{part}", IN if is_in else OUT, text) for part, text, is_in in parts(choice)]


def parts(choice: ShareChoice) -> list[tuple[str, str, bool]]:
    """Each part that this kind may hold, in words, and whether it does."""
    if not choice.is_report:
        return [("notes", "your notes", choice.has_notes)]
    extras = EXTRAS if choice.kind == "page" else {}
    switches = [(part, text, part not in choice.without) for part, text in PARTS.items()]
    return switches + [(part, text, part in choice.extras) for part, text in extras.items()]


def switched(choice: ShareChoice, part: str) -> ShareChoice:
    """The choice with a part in that was out, or out that was in."""
    is_left_out = part in PARTS or choice.kind == "analysis"
    return (
        choice._replace(without=choice.without ^ {part})
        if is_left_out
        else choice._replace(extras=choice.extras ^ {part})
    )


def period_rows(choice: ShareChoice, summary: ShareSummary | None) -> list[TableRow]:
    """Which days may be chosen; since the last visit where there was one."""
    usual = "The last 90 days" if choice.is_report else "All that is logged"
    visit = summary.last_visit if summary else None
    since_visit = [TableRow("visit", "", f"Since the visit on {day_words(visit, visit)}")] if visit else []
    everything = [TableRow("all", "", "All that is logged")] if choice.is_report else []
    return [TableRow("usual", "", usual), *since_visit, *everything, TableRow("other", "", "Other days …")]
