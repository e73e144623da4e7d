"""What a step did, in words: for undo and redo, and for the key that names what it would undo."""

from collections.abc import Callable
from typing import Any, NamedTuple

from journal.catalog.experiments import BY_SLUG as TRIALS
from journal.catalog.habits import DERIVED, DIRECTION_WORDS
from journal.catalog.kinds import BY_TABLE
from journal.catalog.lexicon import Lexicon
from journal.catalog.questions import BUILT_IN
from journal.catalog.signs import BY_SLUG
from journal.moments import UserClock, spelled_out
from journal.phrases.write.describe import describe_record
from journal.phrases.write.format_time import when_words
from journal.records import Record, Relief
from journal.store.history.undo_redo import MOST_ROWS, PastStep, TouchedRow
from journal.store.offers.offers import PUT_AWAY
from journal.store.read import queries, sign_history
from journal.store.read.sign_rules import SignCheck

SayRecord = Callable[[Record], str]
"""A record as a line, its clocks as the reader wants them; what the user wrote in it stays as it is."""


class RowChange(NamedTuple):
    """What a step did to a row: `verb` is stored, changed or deleted; the words before and after it."""

    verb: str
    before: str
    after: str


def changes(past: PastStep, say: SayRecord) -> list[RowChange]:
    """What a step did to each row that is told; the reliefs of an episode belong to the episode."""
    row_changes = []
    for touched in past.touched:
        if past.is_part(touched):
            continue
        before = _row_words(past, touched, touched.before, say, after=False)
        after = _row_words(past, touched, touched.after, say, after=True)
        verb = "stored" if touched.before is None else "deleted" if touched.after is None else "changed"
        row_changes.append(RowChange(verb, before, after))
    return row_changes


def undo_lines(past: PastStep, say: SayRecord) -> list[str]:
    """What undoing the step does, a line each."""
    forms = {"stored": "undone: {after}", "changed": "changed back to: {before}", "deleted": "put back: {before}"}
    return _lines(past, say, forms)


def redo_lines(past: PastStep, say: SayRecord) -> list[str]:
    """What redoing the step does, a line each."""
    forms = {
        "stored": "redone: {after}",
        "changed": "changed again to: {after}",
        "deleted": "deleted again: {before}",
    }
    return _lines(past, say, forms)


def _lines(past: PastStep, say: SayRecord, forms: dict[str, str]) -> list[str]:
    lines = [forms[change.verb].format(before=change.before, after=change.after) for change in changes(past, say)]
    if past.more:
        lines.append(f"and {past.more:,} more")
    lines += [f"{'counts again' if again else 'gives way'}: {say(answer)}" for answer, again in past.nones[:MOST_ROWS]]
    if past.kind == "hand":
        lines.append("(changed by hand, with another program)")
    return lines


def _row_words(past: PastStep, touched: TouchedRow, row: dict[str, Any] | None, say: SayRecord, *, after: bool) -> str:
    if row is None:
        return ""
    if touched.table in BY_TABLE:
        return say(queries.record(touched.table, row, _reliefs(past, touched.key, after=after)))
    if touched.table == "sign_check":
        return f"{row_words(touched.table, row)}{_answers_words(past, touched.key, after=after)}"
    return row_words(touched.table, row)


def row_words(table: str, row: dict[str, Any]) -> str:
    """A row that is no record, in words."""
    if table == "relief":
        return f"{str(row['name']).replace('_', ' ')} of an episode"
    if table == "template":
        return f"template {row['key']}: {row['phrase']}"
    if table == "setting" and str(row["key"]).startswith(PUT_AWAY):
        return f"offer put away: {str(row['key']).removeprefix(PUT_AWAY).replace('_', ' ')}"
    if table == "profile":
        return f"about you, {str(row['key']).replace('_', ' ')}: {row['value']}"
    if table == "setting":
        return f"{table} {row['key']}: {row['value']}"
    if table == "inbox_line":
        return f"line of the inbox, {row['state']}"
    if table == "pause":
        until = f" to {spelled_out(row['last_day'])}" if row["last_day"] else ""
        return f"pause from {spelled_out(row['first_day'])}{until}"
    if table == "question":
        return f"question {row['label']} ({row['state']})"
    if table == "guess":
        habits = [_habit_words(row[name], row[f"{name}_direction"]) for name in ("first", "second") if row[name]]
        return f"guess: {', '.join(habits) or 'nothing'}"
    if table in ("sign_check", "sign", "visit_advice"):
        return _sign_words(table, row)
    if table == "look":
        return f"judgement of {spelled_out(row['judged_on'])} with {row['days']} days"
    if table in ("verdict", "verdict_lag"):
        return f"what a judgement said of {_habit_words(row['habit'])}"
    if table == "follow_up":
        return f"how a claim of {_habit_words(row['habit'])} held up"
    if table == "experiment":
        return f"experiment: {_trial_words(row['trial'])}"
    if table == "experiment_block":
        return f"block {row['number']} of an experiment"
    if table == "experiment_day":
        return f"experiment on {spelled_out(row['day'])}: {'kept' if row['kept'] else 'not kept'}"
    return f"own {row['kind']}: {row['name'] or str(row['slug']).replace('_', ' ')}"


def _sign_words(table: str, row: dict[str, Any]) -> str:
    if table == "visit_advice":
        texts = (("advised", row["advised"]), ("to come back", row["come_back"]))
        return "; ".join(f"{name}: {text}" for name, text in texts if text)
    if table == "sign":
        sign = BY_SLUG[row["sign"]].brief if row["sign"] in BY_SLUG else row["sign"]
        parts = ["yes" if row["present"] else "no", row["course"], "suddenly" if row["sudden"] else ""]
        parts.append(f"discussed on {spelled_out(row['discussed_on'])}" if row["discussed_on"] else "")
        return f"sign of {spelled_out(row['day'])}: {sign}: {', '.join(filter(None, parts))}"
    check = SignCheck._make(row.get(name) for name in SignCheck._fields)
    return ": ".join(filter(None, [f"signs of {spelled_out(row['day'])}", sign_history.check_words(check)]))


def _answers_words(past: PastStep, key: tuple[Any, ...], *, after: bool) -> str:
    """What was answered to the signs in a step that began their day, or ended it."""
    answers = {}
    for touched in past.touched:
        row = touched.after if after else touched.before
        if touched.table == "sign" and touched.key[0] == key[0] and row and row["sign"] in BY_SLUG:
            answers[row["sign"]] = sign_history.answer_of(row)
    return f", {sign_history.answers_words(answers)}" if answers else ""


def _habit_words(slug: str, direction: int | None = None) -> str:
    labels = {habit.slug: habit.question.label for habit in DERIVED}
    label = labels.get(slug) or (BUILT_IN[slug].label if slug in BUILT_IN else slug.replace("_", " "))
    return f"{DIRECTION_WORDS[direction or 0]} {label}".strip()


def _trial_words(slug: str) -> str:
    return TRIALS[slug].title.lower() if slug in TRIALS else slug.replace("-", " ")


def record_line(record: Record, lexicon: Lexicon, clock: UserClock) -> str:
    """A record in one line: when, and what it says."""
    return f"{when_words(record, clock)}  {describe_record(record, lexicon)}"


def _reliefs(past: PastStep, key: tuple[Any, ...], *, after: bool) -> tuple[Relief, ...]:
    reliefs = []
    for touched in past.touched:
        row = touched.after if after else touched.before
        if touched.table == "relief" and touched.key[0] == key[0] and row:
            reliefs.append(Relief(row["name"], None if row["helped"] is None else bool(row["helped"])))
    return tuple(reliefs)
