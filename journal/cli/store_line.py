"""A line of log, start or stop, stored and said back."""

import sys

from journal import settings
from journal.cli.output import paragraph
from journal.cli.patience import waiting
from journal.errors import PhraseRefused, Refused
from journal.phrases.read.lexer import from_arguments, plain_text
from journal.store.write.entry import enter, enter_all
from journal.store.write.receipt import Receipt

NO_WORDS = "log what? For example `twitch-journal log left calf 4 2m`; `twitch-journal log --help` has more"


def store(db: str | None, command: str, phrase: tuple[str, ...]) -> None:
    """Stores what the words of a command say."""
    try:
        _store(db, command, phrase)
    except PhraseRefused as refused:
        if refused.chapter:
            raise PhraseRefused(f"{refused}. To read on: `twitch-journal guide {refused.chapter}`") from refused
        raise


def _store(db: str | None, command: str, phrase: tuple[str, ...]) -> None:
    path, _ = settings.diary_path(db)
    if command != "log":
        tell(enter(path, f"{command} {from_arguments(phrase)}"))
    elif not phrase:
        raise Refused(NO_WORDS)
    elif phrase == ("-",):
        waiting.end()  # for a person may be typing
        lines = plain_text(sys.stdin.buffer.read()).split("\n")
        waiting.begin("log: at work")
        tell(enter_all(path, lines))
    else:
        tell(enter(path, from_arguments(phrase)))


def tell(receipts: list[Receipt]) -> None:
    """What was stored, with its day and the id that `show` prints."""
    for receipt in receipts:
        identity = f"  [{receipt.id}]" if receipt.id else ""
        paragraph(f"{receipt.when}  {receipt.what}{identity}", f"{receipt.verb}: ")
        for remark in receipt.remarks:
            paragraph(remark, "        ")
