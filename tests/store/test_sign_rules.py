"""When the signs are asked and what an answer says: each rule on both of its sides."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from journal.catalog.signs import BY_SLUG, SIGNS, URGENCY_WORDS
from journal.guide import chapter
from journal.store.read import sign_rules
from journal.store.read.sign_rules import SignAnswer, SignCheck, SignState
from tests.disease_names import disease_names

TODAY = date(2026, 11, 21)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("is_on", "has_begun", "last_check", "due"),
    [
        (True, False, None, False),
        (True, True, None, True),
        (False, True, None, False),
        (True, True, ago(27), False),
        (True, True, ago(28), True),
        (False, True, ago(28), False),
        (True, True, TODAY, False),
    ],
)
def test_they_are_due_from_the_fourteenth_logged_day_and_every_four_weeks(
    is_on: bool, has_begun: bool, last_check: date | None, due: bool
) -> None:
    assert sign_rules.are_due(is_on=is_on, has_begun=has_begun, last_check=last_check, today=TODAY) is due


@pytest.mark.parametrize(
    ("answered", "last_visit", "eyelid_since", "asks"),
    [
        ([], None, None, True),
        ([(30, None)], None, None, True),  # it was left open
        ([(30, False)], None, None, False),
        ([(30, True)], None, None, False),
        ([], ago(3), None, False),
        ([(76, False)], None, ago(90), False),
        ([(77, False)], None, ago(91), True),
        ([(77, False)], ago(20), ago(91), False),
        ([(77, False), (1, True)], None, ago(91), False),
        ([(100, False), (20, False)], None, ago(120), False),  # once, and no more
        ([(31, False)], None, ago(121), True),  # asked a day before the three months were over
        ([(30, False)], None, ago(121), False),
    ],
)
def test_whether_a_doctor_has_looked_is_asked_once_and_of_an_eyelid_alone_again_at_three_months(
    answered: list[tuple[int, bool | None]], last_visit: date | None, eyelid_since: date | None, asks: bool
) -> None:
    checks = [SignCheck(ago(days), examined) for days, examined in answered]
    assert sign_rules.asks_whether_examined(checks, last_visit, eyelid_since, TODAY) is asks


@pytest.mark.parametrize(("days", "due"), [(-1, False), (0, False), (1, True), (28, True), (29, False)])
def test_advice_is_asked_for_from_the_day_after_a_visit(days: int, due: bool) -> None:
    assert sign_rules.is_advice_due(ago(days), TODAY) is due


YES, NO = SignAnswer(TODAY, True, False), SignAnswer(TODAY, False)


@pytest.mark.parametrize("sign", BY_SLUG)
def test_a_no_says_nothing_and_a_yes_that_was_sudden_is_a_matter_for_now(sign: str) -> None:
    assert sign_rules.response(sign, NO, None) is None
    sudden = sign_rules.response(sign, YES._replace(sudden=True), "113")
    assert sudden is not None
    assert (sudden.when, sudden.chapter) == ("Now", "help")
    assert "call 113, even if it has passed" in sudden.sentence
    unset = sign_rules.response(sign, YES._replace(sudden=True), None)
    assert unset is not None
    assert "your emergency number (112, 999, 911 or your country's)" in unset.sentence


@pytest.mark.parametrize("sudden", [False, None])
def test_a_yes_that_was_not_sudden_says_how_soon_a_sentence_and_a_chapter(sudden: bool | None) -> None:
    times = {}
    for sign in SIGNS:
        response = sign_rules.response(sign.slug, YES._replace(sudden=sudden), None)
        assert response is not None
        times[sign.slug] = response.when
        assert chapter.chapter(response.chapter)
    week = dict.fromkeys(("function", "trip", "speech", "eyelid", "thinner"), "This week")
    today = dict.fromkeys(("breath", "saliva"), "Today, by phone")
    assert times == {**week, **today, **dict.fromkeys(("stiff", "one_side", "numb"), "At your next visit")}
    assert set(times.values()) == set(URGENCY_WORDS.values())


def test_no_sign_names_an_illness_or_a_probability() -> None:
    for sign in SIGNS:
        text = " ".join([sign.question, sign.brief, sign.sentence, sign.beside])
        assert not disease_names(text)
        assert not any(word in text.lower() for word in ("%", "risk", "likely", "probab", "percent"))


@pytest.mark.parametrize(
    ("answer", "when"),
    [
        (YES._replace(course="better"), None),
        (YES._replace(course="same"), None),
        (YES._replace(course="worse"), "This week"),
        (YES._replace(course="worse", sudden=True), "Now"),
        (YES._replace(discussed_on=TODAY), None),
        (YES._replace(discussed_on=TODAY, sudden=True), None),
        (YES._replace(discussed_on=TODAY, course="worse"), None),
        (YES._replace(discussed_on=ago(1), course="worse"), "This week"),
    ],
)
def test_what_was_discussed_speaks_again_where_it_is_worse(answer: SignAnswer, when: str | None) -> None:
    response = sign_rules.response("trip", answer, None)
    assert (response.when if response else None) == when


def test_a_sign_stands_since_its_first_yes_without_a_no_in_between() -> None:
    yes = [SignAnswer(ago(days), True) for days in (90, 60, 30)]
    no = SignAnswer(ago(45), False)
    assert sign_rules.state([]) == SignState()
    assert sign_rules.state([no]) == SignState(no)
    assert sign_rules.state(yes) == SignState(yes[2], ago(90))
    assert sign_rules.state([*yes[:2], no, yes[2]]) == SignState(yes[2], ago(30))
    discussed = yes[0]._replace(discussed_on=ago(80))
    assert sign_rules.state([discussed, *yes[1:]]).is_discussed
    assert not sign_rules.state([discussed, no, yes[2]]).is_discussed


@pytest.mark.parametrize(
    ("worries", "offered"),
    [
        ([], False),
        ([6], False),
        ([7], True),
        ([3, 4], False),
        ([3, 4, 5], True),
        ([3, 4, 4], False),
        ([3, 3, 4], False),
        ([7, 7], False),  # four weeks later it is too soon
        ([7, 2, 7], True),  # eight weeks later it is not
        ([3, 4, 5, 6], False),
        ([8, 4, 2], False),
    ],
)
def test_a_pause_is_offered_at_seven_or_after_two_rises_and_at_most_every_eight_weeks(
    worries: list[int], offered: bool
) -> None:
    every_four_weeks = [(ago(28 * back), worry) for back, worry in enumerate(reversed(worries))][::-1]
    assert all(before[0] < after[0] for before, after in pairwise(every_four_weeks))
    assert sign_rules.is_pause_offered(every_four_weeks) is offered
    assert sign_rules.is_pause_offered([(ago(55), 9), (TODAY, 9)]) is False
    assert sign_rules.is_pause_offered([(ago(56), 9), (TODAY, 9)]) is True
