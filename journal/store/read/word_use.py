"""How often each word of the vocabulary was said lately, so that what one says most is offered first."""

import sqlite3
from collections import Counter

from journal.catalog.lexicon import Sense

LOOKED_AT = 300
"""How many of the newest rows of each table are counted, so that a long diary costs no more than a short one."""
_QUERIES = {
    "site": "SELECT site FROM (SELECT site, day FROM episode ORDER BY day DESC LIMIT ?)",
    "side": "SELECT side FROM (SELECT side, day FROM episode ORDER BY day DESC LIMIT ?) WHERE side IS NOT NULL",
    "kind": "SELECT kind FROM (SELECT kind, day FROM episode ORDER BY day DESC LIMIT ?)",
    "relief": "SELECT name FROM relief WHERE episode IN (SELECT id FROM episode ORDER BY day DESC LIMIT ?)",
    "drink": "SELECT name FROM drink ORDER BY day DESC LIMIT ?",
    "workout": "SELECT kind FROM workout ORDER BY day DESC LIMIT ?",
    "question": "SELECT question FROM answer ORDER BY day DESC LIMIT ?",
}
"""Role of a word -> the slugs of it in the newest records."""


def word_use(connection: sqlite3.Connection) -> Counter[Sense]:
    """What a word may mean -> how often it was said in the newest records."""
    return Counter(
        Sense(role, slug) for role, query in _QUERIES.items() for (slug,) in connection.execute(query, (LOOKED_AT,))
    )
