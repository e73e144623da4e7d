"""What the free digits mean: the user's commonest episodes take them, and keep them once one of them was used."""

import sqlite3
from collections.abc import Mapping
from typing import TypeAlias
from weakref import WeakKeyDictionary

from journal.catalog.kinds import EPISODE_KINDS, SIDES
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.records import Episode
from journal.store.history import step
from journal.store.history.step import StepKind

STEP: StepKind = "digits"
"""The kind of the step that makes them templates: no act of the user's, so undo passes over it."""
LOOKED_AT = 300
"""How many of the newest episodes are counted, so that a long diary costs no more than a short one."""
Parts: TypeAlias = tuple[str, str | None, str]
COMMON = 2
"""An episode that was logged once is not common."""


def digits(connection: sqlite3.Connection, context: Context) -> dict[str, str]:
    """The digits that no template has, each with the phrase of a common episode, the commonest first."""
    free = [digit for digit in "123456789" if digit not in context.templates]
    with_template = {_parts(phrase, context) for phrase in context.templates.values()}
    phrases: dict[str, str] = {}
    rows = connection.execute(
        "SELECT site, side, kind, count(*) FROM (SELECT site, side, kind, day FROM episode ORDER BY day DESC LIMIT ?)"
        " GROUP BY site, side, kind HAVING count(*) >= ? ORDER BY count(*) DESC, max(day) DESC, site, side, kind",
        (LOOKED_AT, COMMON),
    )
    for site, side, kind, _ in rows:
        phrase = _phrase(site, side, kind, context.lexicon)
        if free and (site, side, kind) not in with_template and _parts(phrase, context) == (site, side, kind):
            phrases[free.pop(0)] = phrase
    return phrases


def _phrase(site: str, side: str | None, kind: str, lexicon: Lexicon) -> str:
    name = lexicon.plural_of(site) if side == "both" else lexicon.name_of("site", site)
    if side and " of " in name:
        parts = [lexicon.site_words(site, side)]
    else:
        parts = [lexicon.name_of("side", side) if side in SIDES else "", name]
    return " ".join(word for word in [*parts, kind if kind != "twitch" and kind in EPISODE_KINDS else ""] if word)


def _parts(phrase: str, context: Context) -> Parts | None:
    """Site, side and kind of a phrase that is one episode; parsed once for each lexicon."""
    parsed = _parsed.setdefault(context.lexicon, {})
    if phrase not in parsed:
        parsed[phrase] = _parse_parts(phrase, context)
    return parsed[phrase]


_parsed: "WeakKeyDictionary[Lexicon, dict[str, Parts | None]]" = WeakKeyDictionary()


def _parse_parts(phrase: str, context: Context) -> Parts | None:
    try:
        acts = parse(phrase, context) if len(phrase.strip()) > 1 else []
    except PhraseRefused:
        return None
    act = acts[0] if len(acts) == 1 else None
    return (act.site, act.side, act.kind) if isinstance(act, Episode) else None


def keep(connection: sqlite3.Connection, instant: str, phrases: Mapping[str, str]) -> None:
    """Make the phrases templates of their digits, unless by now a digit has one or a phrase another digit: two lines
    typed in a burst may have been shown different ones."""
    with step.opened(connection, STEP, instant):
        for digit, phrase in phrases.items():
            connection.execute(
                "INSERT OR IGNORE INTO template (key, phrase)"
                " SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM template WHERE phrase = ?2)",
                (digit, phrase),
            )
