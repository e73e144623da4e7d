"""What Today offers, the weightiest first. A new one is a function of this folder, and a row here."""

import sqlite3
from collections.abc import Callable

from journal.moments import UserClock
from journal.store.offers import (
    away_offer,
    experiment_offer,
    going_on_offer,
    guess_offer,
    look_back_offer,
    pause_offer,
    profile_offer,
    sign_offers,
    two_weeks_offer,
    visit_offers,
)
from journal.store.offers.offer import Offer
from journal.store.read import pauses

__all__ = ["OFFERS", "PUT_AWAY", "Offer", "due"]

OFFERS: tuple[Callable[[sqlite3.Connection, UserClock], Offer | None], ...] = (
    pause_offer.offer,
    look_back_offer.offer,
    away_offer.offer,  # before all that waits: it is made on the day back alone, and one key takes what stands first
    experiment_offer.offer,
    going_on_offer.offer,
    visit_offers.page_offer,
    visit_offers.diary_offer,
    sign_offers.advice_due,
    sign_offers.signs_due,
    two_weeks_offer.offer,
    profile_offer.offer,
    guess_offer.offer,
)
"""Each gives its offer while there is one. They are asked with every page of today: an index look-up or two each."""
WHILE_PAUSED = (
    pause_offer.offer,
    look_back_offer.offer,
    experiment_offer.offer,
    going_on_offer.offer,
    visit_offers.page_offer,
)
"""Those that are made in a pause as well, for what they speak of does not rest; nothing else asks then."""
PUT_AWAY = "offer."
"""The keys of `setting` that begin so hold what an offer had to say when it was put away."""


def due(connection: sqlite3.Connection, clock: UserClock, first: Offer | None = None) -> list[Offer]:
    """What is offered now and was not put away; `first` is one that does not follow from the diary alone."""
    rows = connection.execute("SELECT key, value FROM setting WHERE key >= ? AND key < 'offer/'", (PUT_AWAY,))
    news = dict(rows.fetchall())
    offers = [first] if first else []
    functions = WHILE_PAUSED if pauses.pause_on(connection, clock.today) else OFFERS
    offers += [offer for ask in functions if (offer := ask(connection, clock))]
    return [offer for offer in offers if news.get(PUT_AWAY + offer.name) != offer.news]
