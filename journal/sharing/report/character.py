"""What the twitches are like, by what was said of the episodes."""

import sqlite3
from collections.abc import Callable

from journal.catalog.kinds import CIRCUMSTANCES
from journal.phrases.write.format_number import counted, number_words, part_of, time_words
from journal.sharing.report.content import Line
from journal.sharing.report.parts import ReportRequest
from journal.sharing.report.wording import day_text, range_text
from journal.store.read import traits
from journal.store.read.traits import Traits, Weighted

NOT_SAID = "not said"
ALSO_BESIDE = {
    "jerk": ("jerk", "jerks"),
    "spasm": ("spasm", "spasms"),
    "buzz": ("buzz felt", "buzzes felt"),
    "other": ("of another kind", "of another kind"),
}
"""The kinds that are counted apart and stand on the page only where they were logged, with one and with more of it."""


def lines(connection: sqlite3.Connection, request: ReportRequest) -> tuple[Line, ...]:
    of_twitches = traits.traits(connection, *request.ends)
    kinds = traits.times_by_kind(connection, *request.ends)
    return (
        _of_an_episode("length", of_twitches.lengths_s, of_twitches, time_words, "", "longest"),
        _of_an_episode("intensity", of_twitches.intensities, of_twitches, number_words, " of 10", "strongest"),
        Line(
            "At rest or in use",
            _circumstances(of_twitches),
            key="circumstances",
            alone="Whether at rest, in use or asleep",
        ),
        Line("Seen", _visibility(of_twitches), key="seen", alone="Whether the twitches can be seen"),
        Line("Beside them", _beside(of_twitches, kinds), key="beside", alone="Cramps, jerks, tingling and pain"),
    )


def _of_an_episode(
    key: str, values: Weighted, of_twitches: Traits, text_of: Callable[[float], str], unit: str, highest: str
) -> Line:
    """The usual one with the highest; of too few for that from where to where they go."""
    share, few, middle = _share_text(values, of_twitches), traits.range_of_few(values), traits.median_of(values)
    if few:
        name, text = key.capitalize(), f"{range_text(few, text_of)}{unit} ({share})"
    else:
        most = f"{highest} {text_of(values[-1][0])}; " if values else ""
        name, text = f"Usual {key}", NOT_SAID if middle is None else f"{text_of(middle)}{unit} ({most}{share})"
    return Line(name, text, key=key, alone=f"{name} of an episode")


def _share_text(values: Weighted, of_twitches: Traits) -> str:
    return f"said of {part_of(sum(number for _, number in values), of_twitches.episodes, 'episode')}"


def _circumstances(of_twitches: Traits) -> str:
    described = sum(of_twitches.circumstances.values())
    if not described:
        return NOT_SAID
    parts = [
        f"{CIRCUMSTANCES[name].split(',')[0]} {number}" for name, number in of_twitches.circumstances.items() if number
    ]
    return f"{', '.join(parts)} (said of {part_of(described, of_twitches.episodes, 'episode')})"


def _visibility(of_twitches: Traits) -> str:
    visible, hidden = of_twitches.said["visible"]
    of_them = part_of(visible, visible + hidden, "episode")
    share = f"visible in {of_them} of which it was said" if visible + hidden else "visible or not: not said"
    filmed = of_twitches.said["filmed"][0]
    newest = f", the newest on {day_text(of_twitches.newest_filmed)}" if of_twitches.newest_filmed else ""
    films = f"{counted(filmed, 'episode')} filmed{newest}" if filmed else "none filmed"
    return f"{share}; {films}"


def _beside(of_twitches: Traits, kinds: dict[str, tuple[int, int, int]]) -> str:
    cramps, cramp_days, _ = kinds.get("cramp", (0, 0, 0))
    tingles, tingle_days, _ = kinds.get("tingle", (0, 0, 0))
    parts = [f"{counted(cramps, 'cramp')} on {counted(cramp_days, 'day')}" if cramps else "no cramps logged"]
    parts += [_kind_apart(*names, *kinds[kind]) for kind, names in ALSO_BESIDE.items() if kind in kinds]
    numb = of_twitches.said["numbness"][0]
    tingling = [f"{counted(tingles, 'time')} on {counted(tingle_days, 'day')}"] if tingles else []
    tingling += [f"with {counted(numb, 'episode')}"] if numb else []
    parts.append(f"tingling or numbness {' and '.join(tingling)}" if tingling else "no tingling logged")
    pain = of_twitches.said["pain"][0]
    parts.append(f"pain with {counted(pain, 'episode')}" if pain else "no pain logged")
    return "; ".join(parts)


def _kind_apart(singular: str, plural: str, times: int, days: int, in_sleep: int) -> str:
    some = "" if in_sleep == times else f"{in_sleep} of them "
    asleep = f" ({some}when falling asleep or asleep)" if in_sleep else ""
    return f"{counted(times, singular, plural)} on {counted(days, 'day')}{asleep}"
