"""Twitches and hard training by region of the body, one row a day."""

import sqlite3

import numpy as np
import pandas as pd

from journal.analysis import daily
from journal.analysis.daily import DaySpan
from journal.catalog.habits import HEAVY_EFFORT
from journal.catalog.lexicon import Lexicon
from journal.catalog.sites import BODY_REGIONS
from journal.statistics.trained_days import TrainedDays
from journal.store.read import aggregates
from journal.store.read.aggregates import EpisodeFilter

REGIONS = tuple(BODY_REGIONS)


def trained_days(connection: sqlite3.Connection, lexicon: Lexicon, span: DaySpan) -> TrainedDays:
    """The twitches of each region on days on which they are known, and whether it was trained hard.

    Twitches of which the region is not known, all over the body or at an own site without a parent, are left out. A
    day without a workout is one without training only where that was said.
    """
    sites = {sense.slug for senses in lexicon.senses.values() for sense in senses if sense.role == "site"}
    sites_of = {region: sorted(site for site in sites if lexicon.region_of(site) == region) for region in REGIONS}
    rows = aggregates.times_by_region(connection, sites_of, *span.ends)
    is_known = daily.daily(connection, ["twitches"], span)["twitches"].notna()
    counts = daily.by_day(rows, REGIONS, span).fillna(0.0).where(is_known, axis=0)
    lasting = {day for day, *_ in aggregates.lasting_days(connection, EpisodeFilter(), *span.ends)}
    counts.loc[[pd.Timestamp(day) for day in lasting]] = np.nan  # where it went on, and how often is not known
    rows = aggregates.hard_training(connection, REGIONS, HEAVY_EFFORT, *span.ends)
    trained = daily.by_day(([np.nan if cell is None else cell for cell in row] for row in rows), REGIONS, span)
    has_workout = daily.by_day(((row[0], 1.0) for row in rows), ["any"], span)["any"].notna()
    load = daily.by_day(aggregates.answers(connection, "workout_load", *span.ends), ["load"], span)["load"]
    return TrainedDays(counts, trained.where(has_workout | (load != 0), 0.0))
