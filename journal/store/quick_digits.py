"""What the free digits mean: the user's commonest episodes take them, and keep them once one was used."""

import sqlite3
from collections.abc import Mapping
from weakref import WeakKeyDictionary

from journal.catalog.kinds import EPISODE_KINDS, SIDES
from journal.catalog.lexicon import Lexicon
from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.parser import parse
from journal.records import Episode
from journal.store.write import transaction

STEP = "digits"
"""The kind of the step that keeps them: it is no act of the user's, so undo looks past it."""
LOOKED_AT = 300
"""How many of the newest episodes are counted, so that a long diary costs no more than a short one."""
COMMON = 2
"""An episode that was logged once is not common."""


def digits(connection: sqlite3.Connection, context: Context) -> dict[str, str]:
    """The digits that no template has, each with the phrase of a common episode, the commonest first."""
    free = [digit for digit in "123456789" if digit not in context.templates]
    taken = {_said(phrase, context) for phrase in context.templates.values()}
    found: dict[str, str] = {}
    rows = connection.execute(
        "SELECT site, side, kind, count(*) FROM (SELECT site, side, kind, day FROM episode ORDER BY day DESC LIMIT ?)"
        " GROUP BY site, side, kind HAVING count(*) >= ? ORDER BY count(*) DESC, max(day) DESC, site, side, kind",
        (LOOKED_AT, COMMON),
    )
    for site, side, kind, _ in rows:
        phrase = _phrase(site, side, kind, context.lexicon)
        if free and (site, side, kind) not in taken and _said(phrase, context) == (site, side, kind):
            found[free.pop(0)] = phrase
    return found


def _phrase(site: str, side: str | None, kind: str, lexicon: Lexicon) -> str:
    name = lexicon.plural_of(site) if side == "both" else lexicon.name_of("site", site)
    said = [lexicon.name_of("side", side) if side in SIDES else "", name]
    return " ".join(word for word in [*said, kind if kind != "twitch" and kind in EPISODE_KINDS else ""] if word)


def _said(phrase: str, context: Context) -> tuple[str, str | None, str] | None:
    """Site, side and kind of a phrase that is an episode and says nothing else; read once with the same words."""
    known = _read.setdefault(context.lexicon, {})
    if phrase not in known:
        known[phrase] = _meant(phrase, context)
    return known[phrase]


_read: "WeakKeyDictionary[Lexicon, dict[str, tuple[str, str | None, str] | None]]" = WeakKeyDictionary()


def _meant(phrase: str, context: Context) -> tuple[str, str | None, str] | None:
    try:
        acts = parse(phrase, context) if len(phrase.strip()) > 1 else []
    except PhraseRefused:
        return None
    act = acts[0] if len(acts) == 1 else None
    return (act.site, act.side, act.kind) if isinstance(act, Episode) else None


def keep(connection: sqlite3.Connection, at: str, usual: Mapping[str, str]) -> None:
    """Make them templates, unless the digit has one by now."""
    with transaction.opened(connection, STEP, at):
        for digit, phrase in usual.items():
            connection.execute("INSERT OR IGNORE INTO template (key, phrase) VALUES (?, ?)", (digit, phrase))
