"""What is answered to the signs is kept, offered when due, and undone as a whole; what is laid out for a doctor."""

from datetime import date

import pytest

from journal.catalog.signs import SIGNS
from journal.errors import Refused
from journal.store import diary_settings
from journal.store.file import connections
from journal.store.offers import offers
from journal.store.read import queries, sign_facts, sign_history
from journal.store.read.question_states import every_habit
from journal.store.read.sign_history import SignsPage
from journal.store.read.sign_rules import SignAnswer
from journal.store.write import put_away, sign_steps
from tests.diary import Diary

TODAY = date(2026, 11, 21)
MANY = [f"2026-11-{day:02}: left eyelid" for day in range(1, 15)]


def page(diary: Diary) -> SignsPage:
    with connections.reading(diary.path) as connection:
        return sign_history.page(connection, diary.clock)


def offered(diary: Diary) -> list[str]:
    with connections.reading(diary.path) as connection:
        names = [offer.name for offer in offers.due(connection, diary.clock)]
    return [name for name in names if name in ("signs", "advice")]


def test_they_are_offered_on_the_fourteenth_logged_day_and_four_weeks_after_each_check(diary: Diary) -> None:
    diary.log_all(MANY[:13])
    assert offered(diary) == []
    diary.log("stress 3")
    assert offered(diary) == ["signs"]
    sign_steps.none_of_these(diary.path, diary.clock)
    assert offered(diary) == []
    diary.at("2026-12-18 20:00")
    assert offered(diary) == []
    diary.at("2026-12-19 20:00")
    assert offered(diary) == ["signs"]
    diary_settings.set_setting(diary.path, "signs", "off")
    assert offered(diary) == []


def test_put_away_they_come_again_four_weeks_later(diary: Diary) -> None:
    diary.log_all(MANY)
    with connections.reading(diary.path) as connection:
        (offer,) = (offer for offer in offers.due(connection, diary.clock) if offer.name == "signs")
    put_away.put_away(diary.path, offer, diary.clock)
    assert offered(diary) == []
    assert offered(diary.at("2026-12-11 20:00")) == []
    assert offered(diary.at("2026-12-12 20:00")) == ["signs"]


def test_of_an_eyelid_alone_it_is_asked_again_at_three_months_but_not_where_a_calf_twitches_too(diary: Diary) -> None:
    diary.log_all(MANY)
    assert page(diary).asks_whether_examined
    sign_steps.keep(diary.path, diary.clock, {}, {"examined": 0})
    assert not page(diary.at("2027-01-30 20:00")).asks_whether_examined
    sign_steps.none_of_these(diary.path, diary.clock)
    assert offered(diary) == []
    assert page(diary.at("2027-01-31 20:00")).asks_whether_examined
    assert offered(diary) == ["signs"]
    diary.said("pause")
    assert offered(diary) == []
    diary.said("resume")
    diary.log("calf")
    assert not page(diary).asks_whether_examined
    assert offered(diary) == []


def test_the_advice_of_a_visit_is_asked_for_the_day_after_and_stands_above_the_questions(diary: Diary) -> None:
    diary.log_all(["visit neurologist today", "visit dentist 2026-12-24"])
    assert offered(diary) == []
    diary.at("2026-11-22 20:00")
    assert offered(diary) == ["advice"]
    visit = page(diary).visit
    assert visit is not None
    advice = visit._replace(advised="rest [and] less\nreading", come_back=" if I drop things ")
    sign_steps.keep_advice(diary.path, diary.clock, advice)
    assert offered(diary) == []
    assert page(diary).advice == advice._replace(come_back="if I drop things")
    assert diary.page()["signs"] == ["advised: rest [and] less\nreading", "to come back: if I drop things"]
    diary.said("delete", visit.event)
    assert page(diary).advice is None
    diary.undo()
    assert page(diary).advice is not None
    assert "Erased" not in diary.said("erase", "drop things", "--yes")
    assert page(diary).advice is None


def test_none_of_these_is_no_to_each_sign_that_has_no_answer_and_one_undo_takes_it_back(diary: Diary) -> None:
    diary.log("calf")
    sign_steps.keep(diary.path, diary.clock, {"trip": SignAnswer(TODAY, True, False)}, {"worry": 3})
    absent = sign_steps.none_of_these(diary.path, diary.clock)
    assert absent == [sign.slug for sign in SIGNS if sign.slug != "trip"]
    assert diary.page()["signs"] == ["signs: tripping, or a foot that drops; no to 9", "signs: worry 3 of 10"]
    diary.undo()
    assert list(page(diary).answers) == ["trip"]
    assert diary.said("undo").splitlines() == [
        "undone: signs of 21 Nov 2026: worry 3 of 10, tripping, or a foot that drops"
    ]
    assert page(diary).check.worry is None


def test_a_sign_that_was_discussed_is_left_open_by_none_of_these(diary: Diary) -> None:
    diary.log("calf")
    with pytest.raises(Refused, match="was not answered with yes"):
        sign_steps.discuss(diary.path, diary.clock, "trip", TODAY)
    with pytest.raises(Refused, match="there is no sign “foot”; there are function, trip"):
        sign_steps.discuss(diary.path, diary.clock, "foot", TODAY)
    sign_steps.keep(diary.path, diary.clock, {"trip": SignAnswer(TODAY, True, False)}, {})
    with pytest.raises(Refused, match="has not come yet"):
        sign_steps.discuss(diary.path, diary.clock, "trip", date(2026, 11, 22))
    sign_steps.discuss(diary.path, diary.clock, "trip", TODAY)
    diary.at("2026-12-19 20:00")
    assert page(diary).states["trip"].discussed_on == TODAY
    assert "trip" not in sign_steps.none_of_these(diary.path, diary.clock)


def test_what_is_taken_back_to_not_said_leaves_no_day_on_which_they_were_asked(diary: Diary) -> None:
    diary.log("calf")
    sign_steps.keep(diary.path, diary.clock, {"trip": SignAnswer(TODAY, False)}, {})
    sign_steps.keep(diary.path, diary.clock, {"trip": None}, {})
    assert page(diary).next_day is None


def test_signs_are_no_habit_and_make_no_day_a_logged_one(diary: Diary) -> None:
    diary.log("2026-11-20: calf")
    sign_steps.none_of_these(diary.path, diary.clock)
    assert diary.daily() is None
    with connections.reading(diary.path) as connection:
        assert not {"sign", "worry", "bother", *(sign.slug for sign in SIGNS)} & every_habit(connection).keys()


def test_facts_are_laid_out_with_their_dates_and_no_judgement(diary: Diary) -> None:
    diary.log_all(
        [
            *("2026-11-01: right cheek", "2026-11-02: left eyelid", "2026-11-04: right lower eyelid"),
            *("2026-11-05: left cheek", "2026-11-06: left upper eyelid @10:00", "2026-11-06: left lip @11:00"),
            *("2026-11-07: cheek", "2026-11-08: calf cramp x2, thigh x3", "2026-11-09: thigh cramp, thumb"),
            "2026-11-10: calf x4",
        ]
    )
    span = date(2026, 11, 1), TODAY
    with connections.reading(diary.path) as connection:
        lexicon = queries.lexicon(connection)
        pairs = sign_facts.eye_then_face(connection, lexicon, *span)
        legs = sign_facts.leg_cramp_days(connection, lexicon, *span)
    assert [(each.side, each.first_eye_day.day, each.last_eye_day.day, each.day.day, each.site) for each in pairs] == [
        ("left", 2, 2, 5, "cheek"),
        ("left", 2, 6, 6, "lip_mouth"),
    ]
    assert [(each.day.day, each.cramps, each.twitches) for each in legs] == [(8, 2, 3), (9, 1, 0)]
