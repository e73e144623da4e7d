"""Episodes that are going on: one of a site and side at a time, ended by `stop`."""

import sqlite3
from datetime import date, timedelta
from typing import Any

from journal import moments
from journal.catalog.kinds import LONGEST_EPISODE_S, TWITCH_KINDS
from journal.errors import Refused
from journal.moments import UserClock, date_of, day_words
from journal.phrases.context import Context
from journal.phrases.read import record_builder
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_time import when_words
from journal.records import Episode, StopEpisode, replace
from journal.store.read import queries
from journal.store.write import transaction


def refuse_second(connection: sqlite3.Connection, context: Context, record: Episode) -> None:
    """Refuses an episode that would go on beside one of the same site and side."""
    for other in queries.going_on(connection):
        if (other.site, other.side) == (record.site, record.side):
            what = describe_record(replace(other, going_on=False), context.lexicon)
            raise Refused(f"{what} is going on already, since {when_words(other, context.clock)}; `stop` ends it")


def refuse_none(connection: sqlite3.Connection, context: Context, day: str, none: str) -> None:
    """Refuses “no twitches” of a day behind a `start` that has no end yet; how that is said stands in the sentence."""
    clock, lexicon = context.clock, context.lexicon
    going_on = [
        episode for episode in queries.going_on(connection) if episode.day < day and episode.kind in TWITCH_KINDS
    ]
    if not going_on:
        return
    episode = going_on[0]
    described = describe_record(replace(episode, going_on=False), lexicon)
    site = lexicon.site_words(episode.site, episode.side)
    day_before = date_of(day) - timedelta(days=1)
    end = "yesterday" if date_of(day) == clock.today else day_before.isoformat()
    raise Refused(
        f"“{none}” of {day_words(date_of(day), clock.today)} does not go with {described}, going on since"
        f" {when_words(episode, clock)}; say first when it ended, for example `stop {site} {end}`; nothing was stored"
    )


def refuse_stop(running: list[Episode], context: Context, act: StopEpisode) -> None:
    """Refuses what `stop` would refuse with these episodes going on."""
    _length(act, _episode_to_stop(running, context, act), context)


def _episode_to_stop(running: list[Episode], context: Context, act: StopEpisode) -> Episode:
    """The one that is to be ended, of those that are going on."""
    lexicon, additions = context.lexicon, act.details
    if not running and not additions.id:
        raise Refused("nothing is going on; `start left calf` begins an episode")
    matching = [
        episode
        for episode in running
        if additions.id in ("", episode.id)
        and additions.site in ("", episode.site)
        and additions.side in (None, episode.side)
    ]
    if additions.id and not matching:
        raise Refused("that episode was ended or deleted elsewhere meanwhile; nothing was changed")
    names = "; ".join(describe_record(replace(episode, going_on=False), lexicon) for episode in running)
    if not matching:
        raise Refused(f"that is not going on; what is: {names}")
    if len(matching) > 1:
        raise Refused(
            f"several are going on ({names}); say which, for example `stop {lexicon.name_of('site', matching[0].site)}`"
        )
    return matching[0]


def stop(connection: sqlite3.Connection, context: Context, act: StopEpisode) -> Episode:
    """The episode that is meant, ended."""
    clock, additions = context.clock, act.details
    episode = _episode_to_stop(queries.going_on(connection), context, act)
    seconds = _length(act, episode, context)
    names_tried = {relief.name for relief in episode.reliefs}
    ended = replace(
        episode,
        going_on=False,
        duration_s=None if seconds is None else max(seconds, 1.0),
        last_day=act.details.day if seconds is None and act.details.day > episode.day else None,
        written_on=clock.today.isoformat(),
        reliefs=episode.reliefs + tuple(relief for relief in additions.reliefs if relief.name not in names_tried),
        **_added_fields(additions, episode),
    )
    ended = record_builder.with_last_day(ended, clock)
    transaction.replace_episode(connection, ended)
    return ended


def days_it_counts(episode: Episode, clock: UserClock) -> list[str]:
    """What went on for over a day may have been left running: which days it touches, and what to do if it was."""
    if episode.last_day is None:
        return []
    last = day_words(date_of(episode.last_day), clock.today)
    began = moments.lived(episode.started_at or "", episode.utc_offset_minutes)
    an_hour_later = clock.local(began + timedelta(hours=1))
    return [
        f"it counts on each day to {last}; if it ended before, say `undo` and for example"
        f" `stop {an_hour_later:%Y-%m-%d %H:%M}`"
    ]


def _length(act: StopEpisode, episode: Episode, context: Context) -> float | None:
    """How long the episode went on, in seconds; None where only the day is known on which it ended."""
    clock = context.clock
    began = moments.lived(episode.started_at or "", episode.utc_offset_minutes)
    if act.instant is None:
        lasted = date.fromisoformat(act.details.day) - date.fromisoformat(episode.day)
        seconds = lasted.total_seconds()
    else:
        seconds = (moments.lived(act.instant, act.utc_offset_minutes) - began).total_seconds()
    if seconds < 0:
        raise Refused(f"it began at {when_words(episode, clock)} and cannot have ended before")
    if seconds > LONGEST_EPISODE_S:
        an_hour_later = clock.local(began + timedelta(hours=1))
        raise Refused(
            f"it began on {when_words(episode, clock)}, more than ten years ago;"
            f" say when it ended, for example `stop {an_hour_later:%Y-%m-%d %H:%M}`"
        )
    return None if act.instant is None else seconds


def _added_fields(additions: Episode, episode: Episode) -> dict[str, Any]:
    """What `stop` said of the episode; a note is added to the one it has."""
    names = ("intensity", "pattern", "circumstance", "visible", "filmed", "pain", "numbness")
    fields = {name: getattr(additions, name) for name in names if getattr(additions, name) is not None}
    if additions.kind:
        fields["kind"] = additions.kind
    if additions.note:
        fields["note"] = f"{episode.note}\n{additions.note}" if episode.note else additions.note
    return fields
