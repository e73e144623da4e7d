"""A report as a message for a patient portal: plain text, at most 2,000 characters, every sentence for itself."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from journal.sharing.report.content import NOT_ASKED, Line, Listing, Report, SignEntry
from journal.sharing.report.sign_lines import SIGNS
from journal.sharing.report.wording import ISOLATE, ISOLATED, day_text
from journal.terminal import sentence

LONGEST, FIRST = 2000, 900
"""The characters that a portal takes, and those in which whatever a doctor asks first has to stand."""
BEFORE_SIGNS, BEHIND_SIGNS = ("since", "where", "how_often"), ("medicines", "question")
KEYS = (*BEFORE_SIGNS, SIGNS, *BEHIND_SIGNS)
"""What stands first, in this order."""
LAST = "elsewhere"
"""What gives way to all others: the sites behind the most frequent ones."""
USUAL = 90
"""What each of the first sentences has of its characters where there are enough."""
CONTINUED, LONG = 700, 400
"""The characters of all that goes on below together, and of one sentence of what follows."""
SHORTENED = "Shortened or left out for want of room, and whole on the page of this diary"
NOTE = 300
"""The characters of the sentence that names what was left out."""
NOTHING = (NOT_ASKED, "not logged", "none logged", "not said")
"""What stands alike behind several labels is one sentence of all of them."""
GOES_ON, CONTINUED_LABEL = " (goes on below)", ", continued"
_PIECE_END = re.compile(r"(?<=[,;]) ")


class MessageSentence(NamedTuple):
    """A sentence before it is one: a label and the parts behind it, after each of which it may end; of things also
    their short names, and whether they are the person's own words, which give way first."""

    label: str
    parts: tuple[str, ...]
    short: tuple[str, ...] = ()
    is_own: bool = False

    @property
    def text(self) -> str:
        return sentence(_labelled(self.label, " ".join(self.parts)))


def message(report: Report) -> str:
    """Each line is a sentence; what a doctor asks first comes first, and what does not fit any more is named."""
    head = f"{report.title}, {report.period}, {report.logged}."
    before = [MessageSentence("", (report.name,), is_own=True)] if report.name else []
    before += [_statement(line) for key in BEFORE_SIGNS if (line := report.line(key))]
    behind = [_statement(line) for key in BEHIND_SIGNS if (line := report.line(key))]
    signs, detailed = _signs(report, bare=False), list[MessageSentence]()
    if _room_of(signs) + sum(min(len(each.text), USUAL) + 1 for each in (*before, *behind)) > FIRST - len(head) - 1:
        names = _signs(report, bare=True)
        detailed = [sign for sign, name in zip(signs, names, strict=True) if sign.parts != name.parts]
        signs = names
    room = FIRST - len(head) - 1 - _room_of(signs)
    pairs = _shortened([*before, *behind], room)
    texts = [first for first, _ in pairs]
    first = [head, *texts[: len(before)], *(each.text for each in signs), *texts[len(before) :]]
    return _within(first, [*map(_continued, detailed), *(further for _, further in pairs if further)], _others(report))


def _statement(line: Line | Listing) -> MessageSentence:
    label = line.alone or line.label
    if isinstance(line, Listing):
        return MessageSentence(label, _parted(line.items or (line.nothing,)), _parted(line.short))
    text = line.text + line.after
    return MessageSentence(label, (text,) if line.own else tuple(_PIECE_END.split(text)), is_own=line.own)


def _parted(items: Sequence[str]) -> tuple[str, ...]:
    return (*(f"{item};" for item in items[:-1]), *items[-1:])


def _labelled(label: str, text: str) -> str:
    return f"{label}: {text}" if label else text


# ---- signs ----------------------------------------------------------------------------------------------------------


def _signs(report: Report, *, bare: bool) -> list[MessageSentence]:
    """A sentence each of the signs that are there, that are not, and that were never asked; `bare`, of their names
    alone, without since when they are there."""
    if all(sign.is_present is None for sign in report.signs):
        return [MessageSentence("Signs that a doctor asks for", ("none was asked",))] if report.signs else []
    groups = [
        _answered("Signs answered with yes", [sign for sign in report.signs if sign.is_present], bare=bare),
        _answered("Signs answered with no", [sign for sign in report.signs if sign.is_present is False], bare=bare),
        MessageSentence("Signs not asked", _parted([sign.name for sign in report.signs if sign.is_present is None])),
    ]
    return [group for group in groups if group.parts]


def _answered(label: str, entries: list[SignEntry], *, bare: bool) -> MessageSentence:
    """With the day on which they were asked last; those that were asked on another have it behind their names."""
    days = [entry.asked_on for entry in entries if entry.asked_on]
    last = max(days, default=date.min)
    items = []
    for entry in entries:
        asked_on = f"asked on {day_text(entry.asked_on)}" if entry.asked_on and entry.asked_on < last else ""
        details = "" if bare else ", ".join(filter(None, (entry.details, asked_on)))
        items.append(f"{entry.name} ({details})" if details else entry.name)
    earlier = " or before" if bare and min(days, default=last) < last else ""
    return MessageSentence(f"{label} on {day_text(last)}{earlier}", _parted(items))


# ---- what follows ---------------------------------------------------------------------------------------------------


def _others(report: Report) -> list[MessageSentence]:
    lines = [
        line
        for line in report.lines
        if line.key not in KEYS and not (isinstance(line, Line) and line.is_sign) and line.label and line.text
    ]
    lines.sort(key=lambda line: line.key == LAST)
    alike = {text: [line.alone or line.label for line in lines if line.text == text] for text in NOTHING}
    return [
        *([MessageSentence("The person", (report.who,))] if report.who else []),
        *(_statement(line) for line in lines if line.text not in NOTHING),
        *(
            MessageSentence(text.capitalize(), _parted([label[:1].lower() + label[1:] for label in labels]))
            for text, labels in alike.items()
            if labels
        ),
    ]


def _within(first: list[str], continued: list[MessageSentence], others: list[MessageSentence]) -> str:
    """The first sentences, what goes on of them, and as many of the others as there is room for."""
    whole = [*first, *(statement.text for statement in (*continued, *others))]
    if sum(len(line) + 1 for line in whole) <= LONGEST:
        return _lines(whole)
    room = LONGEST - NOTE - sum(len(line) + 1 for line in first)
    longest = _equal_length([len(each.text) + 1 for each in continued], min(room, CONTINUED))
    kept, labels = list(first), []
    for statement, most in [*((each, longest - 1) for each in continued), *((each, LONG) for each in others)]:
        text = cut_text(statement.text, most)
        if text != statement.text or len(text) >= room:
            labels.append(statement.label.removesuffix(CONTINUED_LABEL))
        if len(text) < room:
            kept.append(text)
            room -= len(text) + 1
    return _lines([*kept, _note(labels)])


def _note(labels: list[str]) -> str:
    """What was left out, by its labels, as far as there is room for them."""
    names = [f"“{label}”" for label in labels if label]
    texts = (
        f"{SHORTENED}: {'; '.join([*names[:number], *([f'{len(names) - number} more'] if names[number:] else [])])}."
        for number in range(len(names), -1, -1)
    )
    return next(text for text in texts if len(text) < NOTE)


def _lines(sentences: list[str]) -> str:
    return "".join(f"{line}\n" for line in sentences)


# ---- room -----------------------------------------------------------------------------------------------------------


def _room_of(statements: Iterable[MessageSentence]) -> int:
    return sum(len(statement.text) + 1 for statement in statements)


def _equal_length(lengths: Sequence[int], room: int, shortest: int = 0) -> int:
    """The longest that each may be, so that all have room; not under the shortest."""
    longest = max(lengths, default=shortest)
    while longest > shortest and sum(min(length, longest) for length in lengths) > room:
        longest -= 1
    return longest


def _shortened(statements: list[MessageSentence], room: int) -> list[tuple[str, MessageSentence | None]]:
    """The sentences in so much room, each with what goes on below of it. The longest give way, all to one length: at
    first the person's own words, then the others, then all."""
    lengths = [len(statement.text) + 1 for statement in statements]
    of_own = [length for length, each in zip(lengths, statements, strict=True) if each.is_own]
    of_others = [length for length, each in zip(lengths, statements, strict=True) if not each.is_own]
    longest_own = _equal_length(of_own, room - sum(of_others), USUAL)
    longest = _equal_length(of_others, room - sum(min(length, longest_own) for length in of_own))
    if longest < USUAL:
        longest = longest_own = _equal_length(lengths, room)
    return [_halves(each, (longest_own if each.is_own else longest) - 1) for each in statements]


def _halves(statement: MessageSentence, length: int) -> tuple[str, MessageSentence | None]:
    """A sentence of at most so many characters, and what goes on below of it: where things have short names, all of it;
    it ends behind a part, and where the first one is longer than that behind a word."""
    if len(statement.text) <= length:
        return statement.text, None
    label, parts, short, _ = statement
    pieces = short or parts
    for number in range(len(pieces), 0, -1):
        first = sentence(_labelled(label, f"{' '.join(pieces[:number]).rstrip(',;')}{GOES_ON}"))
        if len(first) <= length and (short or number > 1 or len(first) > length * 2 // 3):
            return first, _continued(statement, parts if short else parts[number:])
    kept, behind = split_text(" ".join(pieces), length - len(_labelled(label, f"{GOES_ON}.")))
    return _labelled(label, f"{kept}{GOES_ON}."), _continued(statement, parts if short else (behind,))


def _continued(statement: MessageSentence, parts: tuple[str, ...] = ()) -> MessageSentence:
    label = f"{statement.label}{CONTINUED_LABEL}" if statement.label else ""
    return MessageSentence(label, parts or statement.parts)


def split_text(text: str, length: int) -> tuple[str, str]:
    """A text in two, the first of at most so many characters, cut behind a word; words from right to left end where
    they are cut, and begin again."""
    if len(text) <= length:
        return text, ""
    kept = text[: length - 2]
    whole_words = kept if text[length - 2] == " " else kept.rsplit(" ", 1)[0]
    kept = whole_words if len(whole_words) > length // 2 else kept
    is_open = kept.count(ISOLATE) > kept.count(ISOLATED)
    first = f"{kept.rstrip(' ,;:')}…{ISOLATED if is_open else ''}"
    return first, f"{ISOLATE if is_open else ''}{text[len(kept) :].lstrip(' ')}"


def cut_text(text: str, length: int) -> str:
    """A text of at most so many characters, cut behind a word."""
    return split_text(text, length)[0]
