"""What an act was, in words: for undo, redo, and the key that names what it would take back."""

from typing import Any, NamedTuple

from journal.catalog.words import Words
from journal.moments import Here
from journal.phrases.when_said import when_words
from journal.phrases.wording import words_of
from journal.records import Record, Relief
from journal.store import reading
from journal.store.undoing import PastAct, Touched

MOST_ROWS = 8


class Change(NamedTuple):
    """One thing that an act did: `verb` is stored, changed or deleted; the words before and after it."""

    verb: str
    before: str
    after: str


def changes(past: PastAct, words: Words, here: Here) -> list[Change]:
    """What an act did, thing by thing; the reliefs of an episode belong to the episode."""
    episodes = {touched.key[0] for touched in past.touched if touched.table == "episode"}
    found = []
    for touched in past.touched:
        if touched.table == "relief" and touched.key[0] in episodes:
            continue
        before = _row_words(past, touched, touched.before, words, here, after=False)
        after = _row_words(past, touched, touched.after, words, here, after=True)
        verb = "stored" if touched.before is None else "deleted" if touched.after is None else "changed"
        found.append(Change(verb, before, after))
    return found


def taken_back(past: PastAct, words: Words, here: Here) -> list[str]:
    """What undoing the act does, a line each."""
    said = {"stored": "taken back: {after}", "changed": "changed back to: {before}", "deleted": "put back: {before}"}
    return _lines(past, words, here, said)


def done_again(past: PastAct, words: Words, here: Here) -> list[str]:
    """What redoing the act does, a line each."""
    said = {
        "stored": "stored again: {after}",
        "changed": "changed again to: {after}",
        "deleted": "deleted again: {before}",
    }
    return _lines(past, words, here, said)


def _lines(past: PastAct, words: Words, here: Here, said: dict[str, str]) -> list[str]:
    done = changes(past, words, here)
    lines = [said[change.verb].format(before=change.before, after=change.after) for change in done[:MOST_ROWS]]
    if len(done) > MOST_ROWS:
        lines.append(f"and {len(done) - MOST_ROWS} more")
    if past.kind == "hand":
        lines.append("(changed by hand, with another program)")
    return lines


def _row_words(
    past: PastAct, touched: Touched, row: dict[str, Any] | None, words: Words, here: Here, *, after: bool
) -> str:
    if row is None:
        return ""
    if touched.table in reading.CLASSES:
        return record_line(reading.record(touched.table, row, _reliefs(past, touched.key, after=after)), words, here)
    if touched.table == "relief":
        return f"{row['name']} of an episode"
    if touched.table == "template":
        return f"template {row['key']}: {row['phrase']}"
    if touched.table in ("setting", "profile"):
        return f"{touched.table} {row['key']}: {row['value']}"
    if touched.table == "question":
        return f"question {row['slug']} ({row['state']})"
    if touched.table == "guess":
        return f"guess: {row['first'] or 'nothing'}" + (f", {row['second']}" if row["second"] else "")
    if touched.table == "look":
        return f"judgement of {row['judged_on']} with {row['days']} days"
    if touched.table in ("verdict", "verdict_lag"):
        return f"what a judgement said of {row['habit'].replace('_', ' ')}"
    return f"own {row['kind']}: {str(row['slug']).replace('_', ' ')}"


def record_line(record: Record, words: Words, here: Here) -> str:
    """A record in one line: when, and what it says."""
    return f"{when_words(record, here)}  {words_of(record, words)}"


def _reliefs(past: PastAct, key: tuple[Any, ...], *, after: bool) -> tuple[Relief, ...]:
    found = []
    for touched in past.touched:
        row = touched.after if after else touched.before
        if touched.table == "relief" and touched.key[0] == key[0] and row:
            found.append(Relief(row["name"], None if row["helped"] is None else bool(row["helped"])))
    return tuple(found)
