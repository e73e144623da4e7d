"""What a report says of a diary whose numbers are known, and what it does not say."""

from datetime import date

import pytest

from journal.analysis.site_weeks import Place, sites_by_week
from journal.sharing.report.content import NOT_ASKED, Report, SiteTable, TimeSeries
from journal.sharing.report.links import FIRST_LOOK
from journal.sharing.report.mentions import mentions
from journal.store.file import connections
from tests.diary import Diary
from tests.sharing.report.pages import QUESTION, WORRY, content, tell, usual
from tests.store.diaries import by_hand


def said(report: Report, key: str) -> str:
    line = report.line(key)
    assert line is not None, key
    return line.text


def blocks(report: Report, kind: type[SiteTable] | type[TimeSeries]) -> list[SiteTable | TimeSeries]:
    return [block for section in report.sections for block in section.blocks if isinstance(block, kind)]


def test_the_lines_say_the_diarys_own_numbers(diary: Diary) -> None:
    report = content(usual(diary), name="Ada")
    assert (report.name, report.who) == ("Ada", "born 1980, left-handed")
    assert report.period == "24 Aug to 21 Nov 2026"
    assert report.logged == "15 of 90 days logged, 1 of them on the same day; self-reported"
    assert said(report, "question") == QUESTION
    assert said(report, "worry") == WORRY
    assert said(report, "since") == "March 2026"
    assert said(report, "how_often") == (
        "on 11 of 14 days logged and over, usually 2 on such a day; Nov 2026: 11 of 14, Oct 2026: not logged"
    )
    assert said(report, "medicines") == "magnesium 300 mg, since 3 Nov 2026"
    assert said(report, "as_needed") == "ibuprofen 400 mg on 1 of 90 days, about 0.3 a month"
    assert said(report, "caffeine") == "on 5 of 5 days logged, usually 96 mg"
    assert said(report, "alcohol") == "not logged"
    assert said(report, "length") == "2 min (longest 2 min; said of 7 of 12 episodes)"
    assert said(report, "intensity") == "4 of 10 (strongest 4; said of all 12 episodes)"
    assert said(report, "circumstances") == "at rest 7 (said of 7 of 12 episodes)"
    assert said(report, "seen") == (
        "visible in all 4 episodes of which it was said; 4 episodes filmed, the newest on 14 Nov 2026"
    )
    assert said(report, "beside") == "1 cramp on 1 day; no tingling logged; no pain logged"
    diary.log_all(["2026-11-10: left thumb jerks 5 times", "2026-11-11: leg jerk x2 falling asleep, nose buzz"])
    assert said(content(diary), "beside") == (
        "1 cramp on 1 day; 7 jerks on 2 days (2 of them when falling asleep or asleep); 1 buzz felt on 1 day;"
        " no tingling logged; no pain logged"
    )
    assert said(report, "ill") == "cold (4 Nov 2026)"
    assert said(report, "tests") == "CK 180 (6 Nov 2026)"
    assert said(report, "relief") == (
        "against cramps: heat helped 0 of 1 time and stretching helped 1 of 1 time, by their own account"
    )


def test_what_was_never_asked_says_so(diary: Diary) -> None:
    diary.log("left calf 4")
    report = content(diary)
    assert (said(report, "question"), said(report, "worry")) == ("none", "not said")  # by the person
    asked_once = ("since", "compared", "signs", "other_illnesses", "family", "before", "nicotine")
    assert {said(report, key) for key in asked_once} == {NOT_ASKED}
    assert (report.name, report.who) == ("", "")
    assert said(report, "how_often").startswith("not known")  # today is not over


def test_several_questions_have_numbers_and_a_medicine_its_frequency(diary: Diary) -> None:
    diary.log_all(["left calf 4", "started sertraline 50mg at night"])
    diary.log_all([f"2026-{day}" for day in ("09-01: started old", "10-02: stopped old", "10-01: started new")])
    diary.log("2026-11-02: stopped new")
    tell(diary, questions="may I lift?\nis it the coffee?", first_noticed="2026-04")
    report = content(diary)
    assert said(report, "question") == "1. may I lift? 2. is it the coffee?"
    assert said(report, "medicines") == (
        "sertraline 50 mg at night, since 21 Nov 2026; new, 1 Oct 2026 to 2 Nov 2026; old, 1 Sep 2026 to 2 Oct 2026"
    )
    assert said(report, "since") == "Apr 2026"


def test_an_empty_diary_has_a_page(diary: Diary) -> None:
    report = content(diary)
    assert report.logged == "0 of 90 days logged; self-reported"
    assert said(report, "where") == "no site logged"


# ---- where -----------------------------------------------------------------------------------------------------


def test_the_table_has_the_days_of_each_site_and_side_by_week_with_gaps(diary: Diary) -> None:
    report = content(usual(diary), first=date(2026, 10, 26))
    (table,) = blocks(report, SiteTable)
    assert isinstance(table, SiteTable)
    assert [(row.name, row.days, row.by_column) for row in table.rows] == [
        ("left calf", 8, (1, 6, 0, 1)),
        ("right eyelid", 4, (0, 0, 4, 0)),
    ]
    assert [(first.isoformat(), logged) for first, logged in table.columns] == [
        ("2026-10-26", 1),
        ("2026-11-02", 7),
        ("2026-11-09", 6),
        ("2026-11-16", 1),
    ]


def test_both_sides_are_the_left_one_and_the_right(diary: Diary) -> None:
    diary.log_all(["2026-11-20: both calves 3", "2026-11-19: left calf 3", "2026-11-18: calf 3"])
    with connections.reading(diary.path) as connection:
        sites = sites_by_week(connection, date(2026, 11, 1), date(2026, 11, 21), date(2026, 11, 25))
    assert [(entry.place, entry.days) for entry in sites.places] == [
        (Place("calf", "left"), 2),
        (Place("calf", None), 1),
        (Place("calf", "right"), 1),
    ]


def test_what_lasts_belongs_to_each_day_that_it_touches(diary: Diary) -> None:
    diary.log_all(["2026-11-12: none", "left eyelid on and off since 14 Nov", "2026-11-15: left eyelid x3"])
    (table,) = blocks(content(diary, first=date(2026, 11, 9)), SiteTable)
    assert isinstance(table, SiteTable)
    assert [(row.name, row.days, row.by_column) for row in table.rows] == [("left eyelid", 8, (2, 6))]


WEEKS = ("2026-10-17", "2026-10-24", "2026-10-31", "2026-11-07")


@pytest.mark.parametrize(
    ("sites", "pattern"),
    [
        (("left calf",) * 4, "staying (left calf in 4 of 4 weeks)"),
        (("left calf",) * 3 + ("chin",), "staying (left calf in 3 of 4 weeks)"),
        (("left calf", "left calf", "chin", "jaw"), "wandering (most often left calf in 2 of 4 weeks)"),
        (
            ("left calf", "chin", "jaw"),
            "staying or wandering: too early to say (3 whole weeks with twitches; 4 are needed)",
        ),
    ],
)
def test_a_stated_rule_says_whether_the_twitches_stay_or_wander(
    diary: Diary, sites: tuple[str, ...], pattern: str
) -> None:
    diary.log_all(f"{day}: {site} 3" for day, site in zip(WEEKS, sites, strict=False))
    assert pattern in said(content(diary), "where")


def test_in_five_weeks_three_with_a_place_are_in_between(diary: Diary) -> None:
    days = (*WEEKS, "2026-11-14")
    sites = ("left calf", "left calf", "left calf", "chin", "jaw")
    diary.log_all(f"{day}: {site} 3" for day, site in zip(days, sites, strict=True))
    expected = "between staying and wandering (most often left calf in 3 of 5 weeks)"
    assert said(content(diary), "where") == f"a few places, {expected}; left calf (3 days), chin (1) and jaw (1)"


def test_the_name_of_a_place_may_hold_brackets(diary: Diary) -> None:
    diary.log("2026-11-20: left calf 3")
    by_hand(diary.path, "INSERT INTO term (kind, slug, parent, name) VALUES ('site', 'cap', 'knee_area', 'Knee (cap)')")
    by_hand(diary.path, "UPDATE episode SET site = 'cap'")
    assert said(content(diary), "where").startswith("one place: left Knee (cap) (1 day); ")


# ---- over time -------------------------------------------------------------------------------------------------


def test_the_weeks_have_the_mean_of_their_counted_days_and_the_marks(diary: Diary) -> None:
    (series,) = blocks(content(usual(diary), first=date(2026, 10, 26)), TimeSeries)
    assert isinstance(series, TimeSeries)
    assert [value and round(value, 3) for value in series.values] == [2.0, 1.714, 0.667, None]
    assert series.days == (1, 7, 6, 0)
    assert series.key.items == (
        "1 began magnesium 300 mg, 3 Nov 2026",
        "2 ill: cold, 4 Nov 2026",
        "3 visit: neurologist, 6 Nov 2026",
    )


def test_a_dose_that_changes_is_one_mark(diary: Diary) -> None:
    diary.log_all(["2026-11-03: started magnesium 200mg", "2026-11-10: started magnesium 400mg"])
    diary.log("2026-11-12: stopped magnesium")
    (series,) = blocks(content(diary), TimeSeries)
    assert isinstance(series, TimeSeries)
    assert series.key.items == (
        "1 began magnesium 200 mg, 3 Nov 2026",
        "2 now magnesium 400 mg, 10 Nov 2026",
        "3 stopped magnesium, 12 Nov 2026",
    )


# ---- what is left out ------------------------------------------------------------------------------------------


def texts(report: Report) -> str:
    return repr(report._replace(left_out=()))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("identity", ("Ada", "1980", "handed")),
        ("question", (WORRY, QUESTION)),
        ("medicines", ("magnesium", "ibuprofen")),
        ("sites", ("calf", "right eyelid", "taying", "andering")),
        ("background", ("cold", "CK", "neurologist")),
        ("relief", ("stretch", "heat")),
        ("habits", ("Caffeine", "Habits")),
        ("signs", ("closes the eye", "no longer", "three months")),
        ("weeks", ("Twitches a day",)),
        ("character", ("longest", "filmed")),
        ("summary", ("March 2026",)),
        ("experiment", ("xperiment",)),
    ],
)
def test_what_is_left_out_leaves_nothing_behind(diary: Diary, part: str, words: tuple[str, ...]) -> None:
    usual(diary)
    whole = texts(content(diary, name="Ada"))
    assert all(word in whole for word in words)
    without = texts(content(diary, name="Ada", without=frozenset({part})))
    assert [word for word in words if word in without] == []


def test_no_note_leaves_unless_it_is_asked_for(diary: Diary) -> None:
    diary.log_all(
        [
            'left calf 4 "secret of a twitch"',
            "note secret of a day",
            "note secret below it",
            'lift legs 45m 8 "secret of a workout"',
        ]
    )
    assert "secret" not in texts(content(diary))
    assert "secret" not in texts(content(diary, extras=frozenset({"episodes"})))
    (notes,) = content(diary, extras=frozenset({"notes"})).appendices
    assert [line.text.rpartition(": ")[2] for line in notes.lines] == [
        "“secret of a day\nsecret below it”",
        "“secret of a twitch”",
        "“secret of a workout”",
    ]


def test_a_medicine_that_is_left_out_is_no_relief_either(diary: Diary) -> None:
    diary.log_all(["started magnesium 300mg", 'left calf 4 +magnesium +stretch "a note"', "thumb @01:30"])
    extras = frozenset({"notes", "episodes"})
    assert content(diary, extras=extras).appendices[1].lines[0].label == "21 Nov 2026 01:30"  # of the diary day before
    assert "magnesium helped" in texts(content(diary, extras=extras))
    left = texts(content(diary, extras=extras, without=frozenset({"medicines"})))
    assert "magnesium" not in left
    assert "stretching helped" in left
    assert "stretching" not in texts(content(diary, extras=extras, without=frozenset({"relief"})))


def test_habits_that_wait_for_a_look_are_said_to_the_user_alone(diary: Diary) -> None:
    diary.log_all(f"2026-{month:02}-{day:02}: none" for month in (8, 9, 10) for day in range(1, FIRST_LOOK // 3 + 1))
    report = content(diary, extras=frozenset({"statistics"}))
    assert said(report, "links") == f"not judged yet, with {FIRST_LOOK} counted days"
    assert section(report, "Habits and twitches").endswith(f"; the first look is at {FIRST_LOOK}.")
    assert any("Triggers" in remark for remark in report.remarks)


def test_the_persons_words_stand_on_one_line_and_turn_nothing_round(diary: Diary) -> None:
    diary.log("left calf 4")
    tell(diary, main_worry="first\n\nsecond \u202ethird")
    assert said(content(diary), "worry") == "first second third"


# ---- signs, experiments, pauses --------------------------------------------------------------------------------


def test_each_sign_stands_as_it_was_answered(diary: Diary) -> None:
    diary.log("left calf 4")
    by_hand(
        diary.path,
        "INSERT INTO sign_check (day, examined, examined_on, feels_weak, compared, bother, worry)"
        " VALUES ('2026-11-14', 1, '2026-10-02', 1, 'same', 3, 5)",
        "INSERT INTO sign (day, sign, present) VALUES ('2026-11-14', 'trip', 0)",
        "INSERT INTO sign (day, sign, present) VALUES ('2026-10-20', 'breath', 0)",
        "INSERT INTO sign (day, sign, present, sudden) VALUES ('2026-10-12', 'numb', 1, 0)",
        "INSERT INTO sign (day, sign, present, course) VALUES ('2026-11-14', 'numb', 1, 'worse')",
        "INSERT INTO sign (day, sign, present) VALUES ('2026-11-14', 'one_side', 0)",
    )
    report = content(diary)
    assert said(report, "signs") == (
        "tripping, or a foot that drops; breathless at rest or lying flat (on 20 Oct 2026)"
    )
    unasked = next(line.text for line in report.lines if line.label == "Not asked")
    assert unasked == (
        "slurred speech or choking; hard to swallow saliva; drooping eyelid or double vision; a muscle that others see"
        " is thinner; stiff muscle, or slow to let go"
    )
    assert said(report, "sign numb") == "yes, since 12 Oct 2026, worse, last asked on 14 Nov 2026"
    assert said(report, "function") == NOT_ASKED
    assert said(report, "weak") == "yes (answered on 14 Nov 2026)"
    assert said(report, "examined") == "yes, 2 Oct 2026"
    assert said(report, "compared") == "same (answered on 14 Nov 2026); bothers 3 of 10; worries 5 of 10"
    assert said(report, "eye") == "no (answered on 14 Nov 2026)"


def test_an_eye_and_its_cheek_and_cramps_of_twitching_legs_are_laid_out(diary: Diary) -> None:
    lines = ("2026-11-01: left eyelid 3", "2026-11-10: left cheek 2", "2026-11-12: cramp left calf", "2026-11-12: calf")
    diary.log_all(lines)
    report = content(diary)
    assert said(report, "face") == "left side, on 1 day, the newest 10 Nov 2026"
    assert said(report, "leg_cramps") == "on 1 day, with leg twitches on 1 of them"


def test_paused_days_are_said_to_be_paused(diary: Diary) -> None:
    diary.log("2026-11-20: left calf 4")
    by_hand(diary.path, "INSERT INTO pause VALUES ('2026-11-01', '2026-11-10')")
    assert content(diary).logged.endswith("1 of 90 days logged, none of them on the same day, 10 paused; self-reported")


def test_where_left_out_medicines_are_named_by_the_person_is_said(diary: Diary) -> None:
    diary.log("started Magnesium 300mg")
    tell(diary, questions="should I stop magnesium?", main_worry="my magnesiumlevels")
    assert mentions(content(diary, without=frozenset({"medicines"})), ["Magnesium"]) == ["Question for the doctor"]
    code, output, errors = diary.ran("report", "-", "--without", "medicines")
    assert (code, "should I stop magnesium?" in output) == (0, True)
    assert "what you wrote under “Question for the doctor” names one" in errors


# ---- statistics ------------------------------------------------------------------------------------------------


def verdict(diary: Diary, *looks: tuple[str, str], held_up: bool = False) -> Report:
    """A diary in which a habit was judged at looks, each with (tier, another habit's tier)."""
    diary.log("left calf 4")
    rows = []
    for number, (tier, other) in enumerate(looks, 1):
        rows.append(
            f"INSERT INTO look VALUES ('look{number}', '2026-11-1{number}', '2026-01-01', '2026-11-10', 'twitches',"
            f" {60 * number}, {60 * number}, 0, 0.01, 0.05, 'calendar')"
        )
        for place, (habit, label, of_habit) in enumerate(
            (("sleep_hours", "Sleep", tier), ("stress", "Stress", other)), 1
        ):
            rows.append(
                "INSERT INTO verdict (look, habit, label, place, tier, lag, direction, rate_ratio, low, high,"
                " raw_ratio, unit, contrast_low, contrast_high, n_with, n_without, days_used, days_missing) VALUES"
                f" ('look{number}', '{habit}', '{label}', {place}, '{of_habit}', {place - 1}, -1, 0.625, 0.5, 0.8, 0.6,"
                " '25th to 75th percentile', 6, 7.5, 40, 42, 110, 10)"
            )
    if held_up:
        rows.append(
            "INSERT INTO follow_up VALUES"
            " ('look1', 'sleep_hours', '2026-11-20', '2026-01-01', '2026-11-19', 120, 1, 0.01, 0.6, 0.5, 0.8)"
        )
    by_hand(diary.path, *rows)
    return content(diary, extras=frozenset({"statistics"}))


def section(report: Report, heading: str) -> str:
    assert report.statistics
    return next(
        " ".join(line.text for line in section.lines)
        for section in report.statistics.sections
        if section.heading.startswith(heading)
    )


def test_what_stood_at_two_looks_is_told_with_its_ratio_interval_and_days(diary: Diary) -> None:
    report = verdict(diary, ("clear", "none"), ("clear", "none"))
    text = section(report, "Stood at two looks")
    assert text.startswith("Shorter nights")
    assert "1.6 times as many twitches, 95 % interval 1.2 to 2.0; 110 of 120 days used" in text
    assert "clear at 2 looks" in text
    assert "sleep, the night before (at 2 looks)" in said(report, "links")
    assert said(report, "links").endswith("for stress a steady 1.5-fold link is unlikely")
    assert section(report, "Looked for and not seen").startswith("Stress between 6 and 7.5. A 1.5-fold, steady link")


@pytest.mark.parametrize("looks", [[("clear", "possible")], [("possible", "none"), ("possible", "none")]])
def test_what_was_claimed_once_or_merely_possible_is_not_told(diary: Diary, looks: list[tuple[str, str]]) -> None:
    report = verdict(diary, *looks)
    assert said(report, "links").startswith("no habit stood out at two looks so far, in")
    assert section(report, "Stood at two looks") == "Nothing."
    assert report.statistics
    assert "1.6" not in repr(report.statistics.sections)
    assert section(report, "Too early to say").startswith("Sleep")


def test_what_held_up_since_is_told_with_how_it_did(diary: Diary) -> None:
    text = section(verdict(diary, ("possible", "none"), held_up=True), "Stood at two looks")
    assert "held up on the next 120 counted days: 1.7 times (1.2 to 2.0)" in text


def test_the_calendars_hold_each_day_with_its_twitches(diary: Diary) -> None:
    usual(diary)
    statistics = content(diary, first=date(2026, 10, 30), extras=frozenset({"statistics"})).statistics
    assert statistics
    october, november = statistics.months
    assert (october.name, october.first_weekday, len(october.days)) == ("Oct 2026", 4, 2)  # Friday and Saturday
    assert len(november.days) == 21
    assert november.days[:10] == (2, 2, 2, 2, 2, 2, 2, 0, 0, 0)
    assert november.days[14] is None
    assert [habit.title for habit in statistics.habits] == []  # caffeine is known on five days alone
    diary.log("2025-01-01: left calf x9")
    older = content(diary, first=date(2025, 1, 1), extras=frozenset({"statistics"})).statistics
    assert older
    assert "the most on one day, 2. " in older.months_note  # of the twelve months that are drawn
