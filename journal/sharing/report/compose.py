"""The whole content of a report, read at one moment of a connection."""

import sqlite3
from collections.abc import Callable

from journal.analysis import site_weeks
from journal.phrases.context import Context
from journal.sharing.report import about_person, appendix, character, in_short, links, medication, over_time, sign_lines
from journal.sharing.report.content import Line, Listing, Report, Section, StatisticsPage
from journal.sharing.report.in_short import TwitchDays
from journal.sharing.report.mentions import mention_remarks
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.site_table import site_table
from journal.sharing.report.wording import span_text
from journal.store import about_me
from journal.store.read import background
from journal.store.read.traits import first_twitch

TITLE = "Muscle twitching: summary of a diary"
MARK_PARTS = {
    "begun": "medicines",
    "changed": "medicines",
    "ended": "medicines",
    "illness": "background",
    "visit": "background",
}
"""Kind of a mark -> the part with which it is left out; travel is no mark of the page."""
LINE_PARTS = {"where": "sites", "compared": "signs", "eye": "signs", "relief": "relief", "experiment": "experiment"}
LINE_PARTS |= {"links": "habits"}
"""Key of a line that stands under another heading -> the part with which it is left out."""


def report(connection: sqlite3.Connection, context: Context, request: ReportRequest) -> Report:
    """What the page and the message say of the days asked for."""
    lexicon = context.lexicon
    profile = about_me.profile(connection)
    counts = in_short.day_counts(connection, request)
    sites = site_weeks.sites_by_week(connection, request.first, request.last, request.today, request.week_starts)
    answers = sign_lines.sign_answers(connection, request)
    first_logged = first_twitch(connection)

    def weeks() -> Section:
        marks = [
            mark
            for mark in background.marks(connection, *request.ends)
            if MARK_PARTS.get(mark.kind, "travel") not in {*request.without, "travel"}
        ]
        twitches = counts.twitches[(request.first - counts.first).days :]
        return Section("weeks", "Over time", (over_time.series("Twitches a day", request, twitches, marks),))

    def associations() -> Section:
        lines = (
            links.habits_line(connection, context.clock),
            links.relief_line(connection, request, lexicon),
            links.experiment_lines(connection, context.clock),
        )
        return Section("", "What goes with them", lines)

    builders: dict[str, Callable[[], Section]] = {
        "question": lambda: about_person.question_section(profile),
        "summary": lambda: Section(
            "summary",
            "In short",
            in_short.lines(request, profile, counts, sites, answers, lexicon, first_logged),
        ),
        "signs": lambda: sign_lines.section(connection, request, answers),
        "medicines": lambda: Section("medicines", "Medicines", medication.medicine_lines(connection, request)),
        "habits": lambda: Section("habits", "Usual amounts", medication.habit_lines(connection, request, profile)),
        "sites": lambda: Section(
            "sites",
            f"Sites by {sites.step}",
            (site_table(sites, lexicon, with_summary="summary" not in request.without),),
        ),
        "character": lambda: Section(
            "character",
            "Character",
            (
                *character.lines(connection, request),
                *sign_lines.face_and_leg_lines(connection, request, answers, lexicon),
            ),
        ),
        "weeks": weeks,
        "background": lambda: Section(
            "background", "Background", about_person.background_lines(connection, request, profile)
        ),
        "": associations,
    }
    sections = (build() for part, build in builders.items() if part not in request.without)
    content = Report(
        TITLE,
        *about_person.who(request, profile),
        span_text(request.first, request.last),
        in_short.logged_text(request, counts),
        tuple(kept for section in sections if (kept := _without(section, request.without)).blocks),
        _statistics(connection, context, request, counts),
        appendix.sections(connection, context, request),
        tuple(sorted(request.without)),
        request.today,
        () if "signs" in request.without else sign_lines.entries(answers),
    )
    judged = () if "habits" in request.without else links.judging_remarks(connection, context.clock)
    return content._replace(remarks=(*mention_remarks(connection, content), *judged))


def _statistics(
    connection: sqlite3.Connection, context: Context, request: ReportRequest, counts: TwitchDays
) -> StatisticsPage | None:
    if "statistics" not in request.extras - request.without:
        return None
    from journal.sharing.report.statistics_page import statistics_page  # a second of scipy, for the second page alone

    return statistics_page(connection, context.clock, request, counts)


def _without(section: Section, without: frozenset[str]) -> Section:
    """The section without the lines that belong to a part that was left out."""
    blocks = [
        block
        for block in section.blocks
        if not (isinstance(block, Line | Listing) and LINE_PARTS.get(block.key) in without)
    ]
    return section._replace(blocks=tuple(blocks))
