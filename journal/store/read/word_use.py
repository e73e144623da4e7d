"""How often each word of the vocabulary was said lately, so that what one says most is offered first."""

import sqlite3
from collections import Counter

from journal.catalog.lexicon import Sense

LOOKED_AT = 300
"""How many of the newest episodes are counted, so that a long diary costs no more than a short one; and of all else as
many, but none before them, so that what is said once a week does not count as much as what is said every day."""
_SINCE = "SELECT day FROM episode ORDER BY day DESC LIMIT 1 OFFSET ?"
_QUERIES = {
    "site": "SELECT site FROM episode WHERE day >= ? ORDER BY day DESC LIMIT ?",
    "side": "SELECT side FROM episode WHERE side IS NOT NULL AND day >= ? ORDER BY day DESC LIMIT ?",
    "kind": "SELECT kind FROM episode WHERE day >= ? ORDER BY day DESC LIMIT ?",
    "relief": "SELECT name FROM relief WHERE episode IN"
    " (SELECT id FROM episode WHERE day >= ? ORDER BY day DESC LIMIT ?)",
    "drink": "SELECT name FROM drink WHERE day >= ? ORDER BY day DESC LIMIT ?",
    "workout": "SELECT kind FROM workout WHERE day >= ? ORDER BY day DESC LIMIT ?",
    "question": "SELECT question FROM answer WHERE day >= ? ORDER BY day DESC LIMIT ?",
}
"""Role of a word -> the slugs of it in the newest records."""


def word_use(connection: sqlite3.Connection) -> Counter[Sense]:
    """What a word may mean -> how often it was said in the newest records."""
    (since,) = connection.execute(_SINCE, (LOOKED_AT - 1,)).fetchone() or ("",)
    return Counter(
        Sense(role, slug)
        for role, query in _QUERIES.items()
        for (slug,) in connection.execute(query, (since, LOOKED_AT))
    )
