"""What Today offers, and when it is quiet."""

from journal.store import look_records
from journal.store.file import connections
from journal.store.offers import offers
from journal.store.offers.offers import Offer
from journal.store.read import queries
from journal.store.write.put_away import put_away
from tests.diary import Diary


def due(diary: Diary) -> list[Offer]:
    with connections.reading(diary.path) as connection:
        due = offers.due(connection, queries.context(connection, diary.clock).clock)
        return [offer for offer in due if offer.name == "guess"]


def names(diary: Diary) -> list[str]:
    return [offer.name for offer in due(diary)]


def test_a_guess_is_offered_from_the_third_logged_day_to_the_fourteenth(diary: Diary) -> None:
    offered = []
    for day in range(1, 17):
        diary.at(f"2026-11-{day:02} 20:00").log("left calf" if day % 2 else "none")
        diary.log("left thigh")
        offered.append("guess" in names(diary))
    assert offered == [False] * 2 + [True] * 12 + [False] * 2


def test_a_guess_that_was_made_or_put_away_is_offered_no_more(diary: Diary) -> None:
    for day in range(1, 5):
        diary.log(f"2026-11-{day:02}: left calf")
    (offer,) = due(diary)
    put_away(diary.path, offer, diary.clock)
    assert names(diary) == []
    diary.undo()
    assert names(diary) == ["guess"]
    look_records.keep_guess(diary.path, {}, diary.clock)
    assert names(diary) == []


def test_in_a_pause_nothing_but_what_goes_on_without_the_diary_is_offered(diary: Diary) -> None:
    def offered() -> list[str]:
        with connections.reading(diary.path) as connection:
            return [offer.name for offer in offers.due(connection, diary.clock)]

    diary.log_all([*(f"2026-11-{day:02}: left calf" for day in range(2, 16)), "visit neurologist 2026-11-14"])
    assert offered() == ["away", "advice", "signs", "twoweeks", "profile", "guess"]
    diary.said("pause")
    assert offered() == ["pause"]


def test_an_offer_that_has_something_new_to_say_comes_back(diary: Diary) -> None:
    for day in range(1, 5):
        diary.log(f"2026-11-{day:02}: left calf")
    (offer,) = due(diary)
    put_away(diary.path, offer._replace(news="of another day"), diary.clock)
    assert names(diary) == ["guess"]
