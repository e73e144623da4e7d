"""An offer of Today put away: for good, or until it has something new to say."""

from journal.moments import UserClock, instant_text
from journal.store.file.diary_file import DiaryPath
from journal.store.offers.offers import PUT_AWAY, Offer
from journal.store.write import transaction


def put_away(where: DiaryPath, offer: Offer, clock: UserClock, *, by_itself: bool = False) -> None:
    """`by_itself` where it was taken and says no more what it said: that is nothing to undo."""
    with transaction.step(where, "digits" if by_itself else "edit", instant_text(clock.now)) as connection:
        transaction.upsert(connection, "setting", {"key": PUT_AWAY + offer.name}, {"value": offer.news})
