"""All that is shown of a report before it is written."""

from journal.charts.styled_text import Line, line
from journal.sharing.preview.absent import absent_from_report, absent_lines
from journal.sharing.preview.page_lines import message_lines, page_lines
from journal.sharing.report.content import Report
from journal.sharing.report.parts import ReportRequest
from journal.terminal import hanging


def report_preview(report: Report, request: ReportRequest, columns: int, *, is_page: bool) -> list[Line]:
    """The page as text or the message as it is, then what is to be known before it leaves."""
    lines = page_lines(report, columns) if is_page else message_lines(report, columns)
    remarks = [line(part, "mark") for remark in report.remarks for part in hanging(remark, columns)]
    return [
        *lines,
        (),
        *remarks,
        *([()] if remarks else []),
        *absent_lines(absent_from_report(request, is_page=is_page), columns),
    ]
