"""Calm by design: a kind line, a number to call, reminders that are silent, a planned end."""

import pytest

from journal.guide import chapter
from journal.store.file import connections
from journal.store.offers import offers
from tests.diary import Diary


def kind_lines(diary: Diary, *lines: str) -> list[str]:
    remarks = [remark for line in lines for receipt in diary.log(line) for remark in receipt.remarks]
    return [remark for remark in remarks if "one line is enough" in remark]


def test_after_ten_entries_in_one_day_one_kind_line_is_said_once(diary: Diary) -> None:
    assert kind_lines(diary, *(f"left calf x{number}" for number in range(1, 10))) == []
    diary.undo()
    diary.log("2 coffees")
    assert kind_lines(diary, "cramp thumb", "stress 3", "left calf", "right calf") == [
        "10 entries today; `left calf x36` says 8 of them in one line, and one line is enough"
    ]
    diary.undo()
    assert kind_lines(diary, "left calf") == [], "once a day"
    diary.at("2026-11-22 03:00")
    assert kind_lines(diary, "left calf") == [], "it is the same diary day"
    diary.at("2026-11-22 09:00")
    assert len(kind_lines(diary, *(f"thumb {number}" for number in range(11)))) == 1


def test_entries_of_another_day_are_not_counted_and_only_what_is_the_same_is_put_together(diary: Diary) -> None:
    assert kind_lines(diary, *(f"yesterday: left calf {number}" for number in range(1, 10)), "left calf 3") == []
    assert kind_lines(diary, "left calf 3", *(f"left calf {number}" for number in range(1, 9) if number != 3)) == []
    assert kind_lines(diary, "thumb 9") == [
        "10 entries today; `left calf 3 x2` says 2 of them in one line, and one line is enough"
    ]


def test_ten_lines_at_once_are_a_paste_and_no_worry(diary: Diary) -> None:
    diary.log_all([f"left calf x{number}" for number in range(1, 13)])
    assert kind_lines(diary, "left calf") == []


@pytest.mark.parametrize("number", ["112", "+49 30 123-456", "(0800) 116.123", "1/12"])
def test_when_to_get_help_names_the_number_that_was_set_word_for_word(diary: Diary, number: str) -> None:
    assert diary.said("settings", "emergency", *number.split()) == f"emergency is now {number}\n"
    help_ = diary.said("guide", "help")
    assert f"It is {number}, the number that you have set." in help_
    assert "112 in Europe" not in help_
    assert "Call if any of these begins suddenly" in help_
    diary.said("settings", "emergency", "off")
    assert "It is 112 in Europe, 999 in the United Kingdom" in diary.said("guide", "help")


@pytest.mark.parametrize("text", ["help", "1", "12a", "112\x1b", "++1 2", "1" * 21, "*112#"])
def test_what_cannot_be_dialled_is_no_number(diary: Diary, text: str) -> None:
    assert "Emergency is a phone number" in diary.refused("settings", "emergency", text) or "\x1b" in text


def test_the_guide_opens_where_no_diary_can_be_read(diary: Diary) -> None:
    diary.path.write_bytes(b"no diary " * 100)
    assert "112 in Europe" in diary.said("guide", "help")
    assert chapter.NUMBERS in chapter.text(chapter.HELP)


def test_a_reminder_is_one_line_while_the_check_in_is_empty(diary: Diary) -> None:
    assert diary.said("remind") == "", "who has not begun is not reminded"
    diary.log("left calf")
    line = "Today's check-in is empty: twitch-journal checkin\n"
    assert diary.said("remind") == line
    diary.log("stress 3")
    assert diary.said("remind") == ""
    diary.at("2026-11-22 20:00")
    assert diary.said("remind") == line
    diary.said("settings", "reminders", "weekly")
    assert diary.said("remind") == ""
    diary.at("2026-11-28 20:00")
    assert diary.said("remind") == line
    diary.said("pause")
    assert diary.said("remind") == ""
    diary.said("resume")
    diary.said("settings", "track_until", "Sun")
    assert diary.said("remind") == line
    diary.at("2026-11-29 20:00")
    assert diary.said("remind") == ""
    diary.path.write_bytes(b"no diary" * 100)
    assert diary.said("remind") == "", "the next command says what is wrong, and not each prompt"


def test_a_planned_end_lies_ahead(diary: Diary) -> None:
    assert "is over; say today" in diary.refused("settings", "track_until", "yesterday")
    assert diary.said("settings", "track_until", "in", "6", "weeks") == "track until is now 2027-01-02\n"
    assert diary.said("settings", "track", "until", "off") == "track until is now off\n"


def test_on_the_planned_day_one_page_says_what_can_be_said_and_offers_three_ways_on(diary: Diary) -> None:
    def offered() -> list[str]:
        with connections.reading(diary.path) as connection:
            return [offer.text for offer in offers.due(connection, diary.clock) if offer.name == "lookback"]

    diary.log_all([f"2026-11-{day:02}: left calf x{day}, stress 3" for day in range(10, 21)])
    diary.said("settings", "track_until", "tomorrow")
    assert offered() == []
    diary.at("2026-11-22 20:00")
    assert offered() == ["You meant to track until today: look back, and choose how to go on."]
    page = diary.said("lookback")
    assert page.index("165 twitches") < page.index("not judged yet") < page.index("Three ways on")
    for way in ("stop", "weekly", "experiment"):
        assert f"`lookback {way}`" in page
    assert "The diary rests" in diary.said("lookback", "stop")
    assert offered() == []
    assert diary.page("2026-11-22")["paused"]
    diary.undo()
    assert len(offered()) == 1, "one undo takes the choice back"
    assert "One line a week" in diary.said("lookback", "weekly")
    assert offered() == []
    assert "reminders  weekly" in diary.said("settings", "reminders")
