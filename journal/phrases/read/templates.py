"""What a digit means, alone or with more words: `1`, `1 6`, `0`, `1 yesterday +stretch`."""

from collections.abc import Callable
from datetime import date

from journal.errors import PhraseRefused
from journal.phrases.context import Context
from journal.phrases.read.when.times import TimeWords
from journal.phrases.read.words import amounts
from journal.phrases.read.words.lexer import Token, tokenize
from journal.records import Act, Answer, DayNote, Drink, Episode, Sleep, Workout, replace

NONE_TODAY = "none"
"""What 0 means."""
RECORDS = (Episode, Drink, Workout, Sleep, Answer)
"""Of these words behind the digit may take the place of the template's own."""
Reader = Callable[[str, Context, date | None], list[Act]]
"""What reads a line without a template."""


def _digit_of(line: str) -> tuple[str, str]:
    """The lone digit that begins a line, and the words behind it."""
    first = next(iter(tokenize(line)), None)
    if first is None or first.quoted or len(first.text) != 1 or first.text not in amounts.DIGITS:
        return "", ""
    return first.text, line[first.end :].lstrip(" _,\n\t").rstrip()


def written_out(line: str, context: Context) -> str:
    """A line with the template in place of the digit that begins it."""
    digit, more = _digit_of(line)
    phrase = context.templates.get(digit)
    return line if phrase is None else f"{phrase} {more}".strip()


def read(line: str, context: Context, line_day: date | None, read_words: Reader) -> list[Act] | None:
    """What a line says that begins with a template's digit; what it says by itself, such as `2 coffees`, goes
    before; None where no such digit begins it."""
    digit, more = _digit_of(line)
    if not digit or (digit == "0" and more):
        return None
    phrase = NONE_TODAY if digit == "0" else context.templates.get(digit)
    if not more:
        return read_words(_checked(digit, phrase), context, line_day)
    try:
        return read_words(line, context, line_day)
    except PhraseRefused as error:
        refused = error
    if phrase is None:
        if amounts.number(more.split()[0]) is None:
            raise refused
        raise PhraseRefused(_missing(digit))
    written_out = f"{phrase} {more}"
    if _is_refused(written_out, context, line_day, read_words) is None:
        acts = read_words(written_out, context, line_day)
        return [_with_note_as_typed(act, written_out, line.strip()) for act in acts]
    try:
        return _changed(phrase, more, context, line_day, read_words)
    except PhraseRefused:
        if amounts.number(more.split()[0]) is None:
            raise refused from None
        raise


def _with_note_as_typed(act: Act, written_out: str, line: str) -> Act:
    if isinstance(act, (Episode, Workout)) and act.note == written_out:
        return replace(act, note=line)
    return replace(act, text=line) if isinstance(act, DayNote) and act.text == written_out else act


def _missing(digit: str) -> str:
    return f"{digit} has no template yet; the lines that are logged most take the digits, or give it a template"


def _checked(digit: str, phrase: str | None) -> str:
    if phrase is None:
        raise PhraseRefused(_missing(digit))
    if len(phrase.strip()) == 1:
        raise PhraseRefused(f"the template {digit} says only {phrase}; set it to a whole line such as `left calf`")
    return phrase


def _is_refused(line: str, context: Context, line_day: date | None, read_words: Reader) -> PhraseRefused | None:
    try:
        read_words(line, context, line_day)
    except PhraseRefused as refused:
        return refused
    return None


def _changed(phrase: str, more: str, context: Context, line_day: date | None, read_words: Reader) -> list[Act]:
    """The template's record, when the words say it was, with the other words in place of its own."""
    from journal.phrases.edit_record import edit_record

    when, others = _parted(more, context, line_day)
    acts = read_words(f"{phrase} {when}".strip(), context, line_day)
    if len(acts) != 1 or not isinstance(acts[0], RECORDS):
        raise PhraseRefused(f"`{amounts.shortened(phrase)}` takes no more words behind its digit")
    changed = edit_record(acts[0], others, context)
    if _subject(changed) != _subject(acts[0]):
        raise PhraseRefused(f"`{amounts.shortened(phrase)}` is another record than `{amounts.shortened(more)}`")
    return [changed] if isinstance(changed, RECORDS) else acts


def _subject(record: object) -> str | None:
    """What other words behind a digit leave as it is: in `2 beers 1` the digit is no template."""
    if isinstance(record, Drink):
        return record.name
    return record.kind if isinstance(record, Workout) else None


def _parted(more: str, context: Context, line_day: date | None) -> tuple[str, str]:
    """The words that say when, and the others."""
    tokens, position = tokenize(more), 0
    when: list[Token] = []
    others: list[Token] = []
    while position < len(tokens):
        reader = TimeWords(context.clock, line_day)
        end = position if tokens[position].quoted else reader.read(tokens, position)
        (others if end == position else when).extend(tokens[position : max(end, position + 1)])
        position = max(end, position + 1)
    return _joined(more, when), _joined(more, others)


def _joined(line: str, tokens: list[Token]) -> str:
    return " ".join(line[token.start : token.end] for token in tokens)
