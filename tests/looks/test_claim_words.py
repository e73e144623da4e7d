"""The sentences of a verdict, each made of one finding by hand."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from journal.analysis.looks.current_verdicts import CurrentVerdicts, SinceClaim, Verdict
from journal.analysis.looks.early_counts import EarlyCounts
from journal.catalog.habits import HEAVY_LIFTING, LATE_CAFFEINE, SHORT_NIGHTS, Habit, of_question
from journal.catalog.questions import BUILT_IN, Question
from journal.charts.verdicts import as_json, claim_words, verdict_words
from journal.charts.verdicts.verdict_page import page
from journal.statistics.result import Finding
from journal.store.look_records import FollowUpRow, Guess, Look

TODAY = date(2026, 11, 21)
LOOK = Look(
    id="look", judged_on="2026-11-20", first_day="2026-01-01", last_day="2026-11-19", outcome="twitches", days=200,
    used=200, passed=0, clear_level=0.0113, possible_level=0.0225, why="calendar",
)  # fmt: skip
CAFFEINE, SLEEP, STRESS, ALCOHOL = (
    of_question(BUILT_IN[slug]) for slug in ("caffeine_mg", "sleep_hours", "stress", "alcohol_g")
)
STEPS = of_question(Question("steps", "Steps [b]", "steps", highest=50_000, built_in=False))
NONE = Finding("", "none", lag=1, unit="25th to 75th percentile", days_used=190, days_missing=10, days_needed=150)
CLAIM = replace(
    NONE, tier="clear", direction=1, p=0.001, rate_ratio=1.3, low=1.1, high=1.6, raw_ratio=1.4, raw_low=1.1,
    raw_high=1.7, contrast=(63, 196), raw_mean_with=5.23, raw_mean_without=2.2, n_with=40, n_without=42, control_p=0.4,
)  # fmt: skip
ANY = replace(CLAIM, unit="any vs none", contrast=(0, 1), n_with=58, n_without=132)
EARLY = replace(NONE, tier="too little", reason="a ratio of 1.5 would take about 400 more days to show")


def verdict(habit: Habit, finding: Finding, **more: Any) -> Verdict:
    return replace(Verdict(habit, replace(finding, habit=habit.slug)), **more)


def diary(*verdicts: Verdict, outcome: str = "twitches", **more: Any) -> CurrentVerdicts:
    habits = tuple(one.habit for one in verdicts)
    made = CurrentVerdicts(
        today=TODAY, outcome=outcome, days=200, look=LOOK, verdicts=verdicts, habits=habits, guess=None,
        guessed_habits=(), guess_closed="closed", next_look=300, pace=1.0, explored=0, early=None,
    )  # fmt: skip
    return replace(made, **more)


def text(current: CurrentVerdicts, columns: int = 80) -> str:
    return "\n".join(page(current, columns, pictures=False).text)


def squeezed(current: CurrentVerdicts) -> str:
    return " ".join(text(current).split())


FEWER: dict[str, Any] = {"rate_ratio": 1 / 1.3, "low": 1 / 1.6, "high": 1 / 1.1, "direction": -1}
SENTENCES = {
    "an amount": (
        (CAFFEINE, CLAIM),
        "With 196 mg of caffeine the day before you logged about 1.3 times as many twitches as with 63 mg (your upper"
        " and lower quarter marks; 95 % interval 1.1 to 1.6, drawn in for the winner's luck). Raw: 5.2 a day at 196 mg"
        " or more (40 days), 2.2 at 63 mg or less (42 days). 190 of 200 days used, 10 not logged; steady steps assumed."
        " Clear. This is an association.",
    ),
    "more twitches at the low end": (
        (SLEEP, replace(CLAIM, lag=0, contrast=(6, 7.5), **FEWER)),
        "With 6 h of sleep the night before you logged about 1.3 times as many twitches as with 7.5 h (your lower and"
        " upper quarter marks; 95 % interval 1.1 to 1.6, drawn in for the winner's luck). Raw: 2.2 a day at 6 h or less"
        " (42 days), 5.2 at 7.5 h or more (40 days).",
    ),
    "lowest and highest": (
        (STRESS, replace(CLAIM, contrast=(3, 4), unit="lowest to highest")),
        "With stress 4 the day before you logged about 1.3 times as many twitches as with 3 (your highest and lowest;",
    ),
    "any against none": (
        (ALCOHOL, ANY),
        "On days after your days with alcohol (58 days) you logged about 1.3 times as many twitches as after your days"
        " without alcohol (132 days); 95 % interval 1.1 to 1.6, drawn in for the winner's luck. Raw: 5.2 a day with (58"
        " days), 2.2 without (132 days). 190 of 200 days used, 10 not logged. Clear.",
    ),
    "any against none, the same day": (
        (ALCOHOL, replace(ANY, lag=0, same_day_caution=True, tier="possible")),
        "On your days with alcohol (58 days) you logged about 1.3 times as many twitches as on your days without"
        " alcohol (132 days); 95 % interval 1.1 to 1.6, drawn in for the winner's luck. Raw: 5.2 a day with (58 days),"
        " 2.2 without (132 days). 190 of 200 days used, 10 not logged. Possible; of the same day, so the twitches may"
        " have come first.",
    ),
    "a question of one's own": (
        (STEPS, CLAIM),
        "With 196 steps of “Steps [b]” the day before you logged about 1.3 times as many twitches as with 63 steps (",
    ),
    "a look of an older format has no plain means": (
        (CAFFEINE, replace(CLAIM, raw_mean_with=float("nan"), raw_mean_without=float("nan"))),
        "drawn in for the winner's luck). 190 of 200 days used",
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_claim_says_what_its_number_is(name: str) -> None:
    claim, sentence = SENTENCES[name]
    one = verdict(*claim)
    assert sentence in claim_words.sentence(one, diary(one))


def test_a_rating_is_said_as_a_rating() -> None:
    one = verdict(CAFFEINE, CLAIM)
    sentence = claim_words.sentence(one, diary(one, outcome="twitchiness"))
    assert "the day before your rating was about 1.3 times as high as with 63 mg" in sentence
    assert "Raw: 5.2 of 10 at 196 mg or more (40 days), 2.2 at 63 mg or less" in sentence


@pytest.mark.parametrize(
    ("p", "sentence"),
    [
        (
            0.4,
            "it follow the twitches? The control (tomorrow's caffeine against today's twitches) shows no sign of it.",
        ),
        (0.02, "The control speaks against it: today's twitches go with tomorrow's caffeine too (p 0.020), so"),
        (0.001, "tomorrow's caffeine too (p 0.001 or less), so the habit may follow them"),
        (float("nan"), "The control (tomorrow's caffeine against today's twitches) could not be run."),
    ],
)
def test_the_control_shows_a_sign_or_none(p: float, sentence: str) -> None:
    assert sentence in claim_words.control(verdict(CAFFEINE, replace(CLAIM, control_p=p)))


def test_a_level_is_no_p_of_flips() -> None:
    assert [verdict_words.level_words(level) for level in (1 / 60, 0.0113, 0.0004)] == ["0.017", "0.011", "0.0004"]


# ---- since then ---------------------------------------------------------------------------------------------


def since(held_up: int | None, ratio: float | None = 1.4) -> SinceClaim:
    test = FollowUpRow(
        "look", "caffeine_mg", "2026-11-20", "2026-07-01", "2026-11-18", 120, held_up, 0.01, ratio, 1.1, 1.8
    )
    return SinceClaim(LOOK, 1, 120, test)


@pytest.mark.parametrize(
    ("claim", "row", "sentence"),
    [
        (
            since(1), "held up since\n",
            "Held up since: on the next 120 days alone, to 18 Nov, 1.4 times as many (95 % interval 1.1 to 1.8, nothing"
            " drawn in, one-sided p 0.010).",
        ),
        (
            since(0), "not seen again in 120 days\n",
            "Not seen again in 120 days: on the next 120 days alone, to 18 Nov, 1.4 times as many (95 % interval 1.1 to"
            " 1.8, nothing drawn in, one-sided p 0.010). Of true links about one in four is missed so.",
        ),
        (since(None, None), "", "It could not be followed up: on the next 120 days alone, to 18 Nov, caffeine hardly"),
        (SinceClaim(LOOK, 1, 43, None), "", "Being followed up: 43 of 120 days."),
    ],
)  # fmt: skip
def test_a_claim_says_how_it_fared_since(claim: SinceClaim, row: str, sentence: str) -> None:
    current = diary(verdict(CAFFEINE, CLAIM, since=claim))
    assert sentence in squeezed(current)
    assert "refuted" not in text(current)
    rows = text(current).split("clear\n", 1)[1].split("\n\n")[0] + "\n"
    assert rows == "  days with more caffeine, the day before\n" + (f"    {row}" if row else "")
    drawn = "\n".join(page(current, 80).text)
    assert ("1.4x (1.1-1.8)" in drawn) == bool(row)


# ---- parts and wholes ---------------------------------------------------------------------------------------


def test_a_whole_stands_under_its_claimed_part_and_is_never_called_no_strong_link() -> None:
    whole = verdict(SLEEP, replace(NONE, contrast=(6, 7), adjusted_for=("short-nights",)))
    rest = verdict(STRESS, replace(NONE, contrast=(3, 6), adjusted_for=("short-nights",)))
    current = diary(verdict(SHORT_NIGHTS, replace(ANY, lag=0)), rest, whole)
    assert "clear\n  short nights, the night before\n  sleep: judged as one with short nights\n" in text(current)
    assert (
        "no strong link seen\n  stress, between 3 and 6\nA 1.5-fold, steady link between these, beside short"
        in text(current)
    )


def test_a_part_that_waits_stands_beside_the_claimed_whole_too() -> None:
    part = verdict(LATE_CAFFEINE, replace(EARLY, adjusted_for=("caffeine_mg",), days_needed=5000))
    assert "  caffeine after 16:00: too early to say, beside caffeine\n" in text(diary(verdict(CAFFEINE, CLAIM), part))


def test_two_claims_of_one_block_stand_under_the_stronger_one() -> None:
    possible = verdict(SLEEP, replace(CLAIM, tier="possible", lag=0, contrast=(6, 7.5), **FEWER))
    current = diary(verdict(CAFFEINE, CLAIM), possible, verdict(SHORT_NIGHTS, replace(ANY, lag=0)))
    assert (
        "clear\n  days with more caffeine, the day before\n  shorter nights, the night before (possible)\n"
        "  short nights, the night before\n" in text(current)
    )


def test_what_holds_only_without_a_rating_cannot_be_told_apart_from_the_days_rating() -> None:
    apart = verdict(STRESS, replace(CLAIM, lag=0, same_day_caution=True, set_apart=True, contrast=(3, 7)))
    proxy = verdict(SLEEP, replace(EARLY, not_separable_from=("stress",)))
    look_alike = verdict(ALCOHOL, replace(EARLY, not_separable_from=("caffeine_mg",)))
    said = text(diary(verdict(CAFFEINE, CLAIM), apart, proxy, look_alike))
    assert "  sleep: cannot be told apart from the day's stress\n" in said
    assert "  alcohol: cannot be told apart from caffeine\n" in said
    assert (
        "\nwent together on the same day; which came first cannot be told\n  days of more stress, the same day\n"
        in said
    )


# ---- what was not found -------------------------------------------------------------------------------------


def test_what_was_not_seen_names_its_contrast_and_what_it_means() -> None:
    current = diary(
        verdict(SLEEP, replace(NONE, contrast=(7, 7.5))),
        verdict(SHORT_NIGHTS, replace(NONE, unit="any vs none")),
        verdict(ALCOHOL, replace(NONE, unit="any vs none"), guessed=True),
    )
    assert (
        "  sleep, between 7 and 7.5 h\n  short nights, against other nights\n"
        "  alcohol, days with it against days without (your guess)\n"
        "A 1.5-fold, steady link between these is unlikely; weaker ones and thresholds\n" in text(current)
    )
    assert "A steady difference of one point between these" in text(replace(current, outcome="twitchiness"))


def test_what_may_come_is_said_in_lines_and_not_in_dates() -> None:
    current = diary(
        verdict(SLEEP, EARLY),
        verdict(CAFFEINE, replace(EARLY, days_needed=200)),
        verdict(STRESS, replace(EARLY, days_needed=500)),
        verdict(STEPS, replace(EARLY, days_needed=5000)),
        verdict(ALCOHOL, replace(EARLY, days_needed=9000)),
        *(
            verdict(habit, Finding("", "too little", reason="needs 15 days logged beside the twitches"))
            for habit in (HEAVY_LIFTING, LATE_CAFFEINE)
        ),
    )
    said = squeezed(current)
    assert "caffeine after 16:00, heavy lifting: needs 15 days logged beside the twitches at the next look," in said
    assert (
        "perhaps in March: sleep, caffeine later, if you go on logging: stress a diary alone will hardly tell:" in said
    )
    assert "Steps [b], alcohol. An experiment tells more: one habit, changed in blocks of days drawn by lot." in said
    assert "2027" not in said
    assert "2028" not in said


def test_what_is_hidden_is_counted_and_named_in_a_line() -> None:
    current = diary(
        verdict(CAFFEINE, replace(NONE, contrast=(63, 196))),
        verdict(STRESS, replace(NONE, contrast=(3, 6))),
        verdict(STEPS, CLAIM),
        habits=(CAFFEINE,),
    )
    assert "Also counted, though off or hidden: stress, Steps [b] (clear)." in squeezed(current)
    assert "stress, between" not in text(current)
    findings = as_json.verdicts_object(current)["findings"]
    assert [(one["habit"], one["is_shown"]) for one in findings] == [
        ("caffeine_mg", True), ("stress", False), ("steps", False),
    ]  # fmt: skip
    assert "Nothing stands out" in text(current)


def test_answers_written_too_late_are_left_out_and_counted() -> None:
    late = verdict(CAFFEINE, replace(CLAIM, days_used=159, days_missing=41), days_late=41)
    said = squeezed(diary(late, verdict(STRESS, Finding("", "too little", reason="needs 15 days"), days_late=200)))
    assert "159 of 200 days used, 41 not logged or written too late" in said
    assert "Written later than the next day" in said
    assert "left out: 200 answers of stress, 41 of 200 answers of caffeine." in said


def test_a_look_that_comes_late_says_what_it_judges() -> None:
    look = LOOK._replace(days=300, used=300, passed=4)
    said = squeezed(diary(verdict(CAFFEINE, CLAIM), look=look))
    assert "It judges the first 300 counted days; 4 earlier looks were due while nobody opened this page." in said


def test_the_guess_stands_by_its_label_and_says_when_it_is_the_other_way() -> None:
    guess = Guess({"caffeine_mg": -1, "steps": 0}, 3, "2026-01-03T12:00:00Z")
    current = diary(verdict(CAFFEINE, CLAIM, guessed=True), guess=guess, guessed_habits=((CAFFEINE, -1), (STEPS, 0)))
    assert "You guessed: less caffeine (clear); Steps [b].\n" in text(current)
    assert "days with more caffeine, the day before (your guess, the other way)" in text(current)


# ---- before the first look ----------------------------------------------------------------------------------


def test_before_the_first_look_the_page_shows_counts_and_when_the_look_will_be() -> None:
    early = EarlyCounts(
        41, (("left calf", 12), ("right eyelid", 8)), 21,
        (("morning", 9), ("afternoon", 0), ("evening", 30), ("night", 1)), 1, (("stretching", 9, 12),),
    )  # fmt: skip
    current = diary(look=None, early=early, days=20, next_look=60, habits=(SLEEP, CAFFEINE))
    said = squeezed(current)
    assert "The first look comes at 60 counted days, perhaps in December. 20 days counted." in said
    assert "where, of 41 episodes: left calf 12, right eyelid 8, elsewhere 21" in said
    assert "when: morning 9, evening 30, night 1, time not said 1" in said
    assert "helped, of the times of which you said so: stretching 9 of 12" in said


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_no_line_of_the_page_is_wider_than_the_terminal(columns: int) -> None:
    current = diary(
        verdict(CAFFEINE, CLAIM, since=since(1), guessed=True),
        verdict(LATE_CAFFEINE, replace(NONE, unit="any vs none")),
        verdict(STEPS, replace(EARLY, days_needed=5000)),
    )
    for pictures in (True, False):
        assert max(map(len, page(current, columns, pictures=pictures).text)) <= columns
