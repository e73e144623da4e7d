"""A report as a message for a patient portal: plain text, at most 2,000 characters, every sentence for itself."""

from journal.sharing.report.content import NOT_ASKED, Line, Listing, Report
from journal.sharing.report.sign_lines import FUNCTION, SIGNS, YES
from journal.sharing.report.wording import ISOLATE, ISOLATED
from journal.terminal import sentence

LONGEST, FIRST = 2000, 900
"""The characters that a portal takes, and those in which whatever a doctor asks first has to stand."""
KEYS = ("since", "where", "how_often", SIGNS, "medicines", "question")
"""What stands first, in this order."""
LAST = "elsewhere"
"""What gives way to all others: the sites behind the most frequent ones."""
MOST_ITEMS = 8
"""Of a list."""
SHORTENED = f"This message was shortened to {LONGEST:,} characters."
LISTS = ("Signs answered", "Medicines")
"""How the sentences begin that are lists."""
SHORTEST, LONG = 60, 500
"""What stands first keeps so many characters of a sentence, as far as it has them; what follows has at most so many."""


def message(report: Report) -> str:
    """Each line is a sentence; what a doctor asks first comes first, and what does not fit any more is left out."""
    who = ", ".join(part for part in (report.name, report.who) if part)
    head = [f"{report.title}, {report.period}, {report.logged}.", *([sentence(who)] if who else [])]
    answers_first = [text for key in KEYS if (line := report.line(key)) for text in _sentences(line, report)]
    first, behind = _shortened(answers_first, FIRST - sum(len(line) + 1 for line in head))
    told_first = {*KEYS, *(line.key for line in _positives(report))}
    further = [line for line in report.lines if line.key not in told_first and line.label and line.text]
    others = [_sentence(line) for line in sorted(further, key=lambda line: line.key == LAST) if line.text != NOT_ASKED]
    unasked = [line.alone or line.label for line in further if line.text == NOT_ASKED]
    others += (
        [f"{NOT_ASKED.capitalize()}: {'; '.join(label[:1].lower() + label[1:] for label in unasked)}."]
        if unasked
        else []
    )
    return _within([*head, *first], [*behind, *others], whole=[*head, *answers_first, *others])


def _positives(report: Report) -> list[Line]:
    """The signs that were answered with yes, what the person can no longer do before the others: on the page each has a
    line of its own."""
    lines = [line for line in report.lines if isinstance(line, Line) and line.is_sign and line.text.startswith(YES)]
    return sorted(lines, key=lambda line: line.key != FUNCTION)


def _sentences(line: Line | Listing, report: Report) -> list[str]:
    """A line as it stands among the first; before the signs that were answered with no those that are there."""
    if line.key != SIGNS or not isinstance(line, Line):
        return [_sentence(line)]
    yes = [f"{positive.label.lower()} ({positive.text.removeprefix(f'{YES}, ')})" for positive in _positives(report)]
    positives = [sentence(f"Signs answered with yes: {'; '.join(yes)}")] if yes else []
    return [*positives, _sentence(line._replace(after=""))]


def _sentence(line: Line | Listing) -> str:
    text = line.text + line.after if isinstance(line, Line) else line.text
    if isinstance(line, Listing) and len(line.items) > MOST_ITEMS:
        text = "; ".join((*line.items[:MOST_ITEMS], f"and {len(line.items) - MOST_ITEMS} more"))
    return sentence(f"{line.alone or line.label}: {text}")


def _shortened(sentences: list[str], room: int) -> tuple[list[str], list[str]]:
    """The sentences in so much room: the longest ones give way, all to one length; and what of lists goes on behind."""
    room -= len(sentences)
    longest = max(map(len, sentences), default=0)
    while longest > SHORTEST and sum(min(len(text), longest) for text in sentences) > room:
        longest -= 1
    halves = [_halves(text, longest) for text in sentences]
    return [first for first, _ in halves], [behind for _, behind in halves if behind]


def _halves(text: str, length: int) -> tuple[str, str]:
    """A sentence of at most so many characters; of a list of signs or medicines whole ones, with a sentence of the
    others."""
    label, _, listed = text.partition(": ")
    items = listed.split("; ") if label.startswith(LISTS) and len(text) > length else []
    for number in range(len(items) - 1, 0, -1):
        first = f"{label}: {'; '.join(items[:number])}; and {len(items) - number} more, named below."
        if len(first) <= length:
            return first, f"Further {label[:1].lower()}{label[1:]}: {'; '.join(items[number:])}"
    return cut_text(text, length), ""


def cut_text(text: str, length: int) -> str:
    """A text of at most so many characters, cut behind a word; words from right to left end where they are cut."""
    if len(text) <= length:
        return text
    kept = text[: length - 2]
    whole_words = kept.rsplit(" ", 1)[0].rstrip(" ,;:")
    short = whole_words if len(whole_words) > length // 2 else kept
    return f"{short}…{ISOLATED if short.count(ISOLATE) > short.count(ISOLATED) else ''}"


def _within(first: list[str], others: list[str], whole: list[str]) -> str:
    """The first lines, and as many of the others as there is room for."""
    room = LONGEST - len(SHORTENED) - 1 - sum(len(line) + 1 for line in first)
    kept = list(first)
    for line in others:
        short = cut_text(line, LONG)
        if len(short) < room:
            kept.append(short)
            room -= len(short) + 1
    return "".join(f"{line}\n" for line in (kept if kept == whole else [*kept, SHORTENED]))
