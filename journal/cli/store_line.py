"""A line of log, start or stop, stored and said back."""

import sys

from journal import settings
from journal.catalog.alarm import CONTENTS
from journal.cli.output import paragraph
from journal.cli.patience import waiting
from journal.errors import PhraseRefused, Refused
from journal.phrases.read.words.lexer import from_arguments, plain_text
from journal.store.write.entry import enter, enter_all
from journal.store.write.receipt import Receipt

NO_WORDS = "log what? For example `twitch-journal log left calf 4 2m`; `twitch-journal log --help` has more"


def store(db: str | None, command: str, phrase: tuple[str, ...]) -> None:
    """Stores what the words of a command say."""
    try:
        _store(db, command, phrase)
    except PhraseRefused as refused:
        if command == "log" and len(phrase) == 1 and phrase[0] in _commands():
            raise Refused(f"`{phrase[0]}` is a command of its own: `twitch-journal {phrase[0]}`") from refused
        if refused.chapter:
            chapter = "" if refused.chapter == CONTENTS else f" {refused.chapter}"
            raise PhraseRefused(f"{refused}. To read on: `twitch-journal guide{chapter}`") from refused
        raise


def store_without_command(db: str | None, phrase: tuple[str, ...]) -> None:
    """Stores what the words say of which the first is no command; where they say nothing, it may be a slip of one."""
    try:
        store(db, "log", phrase)
    except PhraseRefused as refused:
        command = None if refused.chapter else _command_meant(phrase[0])
        if command:
            raise Refused(f"there is no command “{phrase[0]}”; did you mean `{command}`?") from refused
        raise


def _commands() -> list[str]:
    from journal.cli import COMMANDS

    return list(COMMANDS)


def _command_meant(word: str) -> str | None:
    """The command of which a word is one slip away, its first letter kept; capitals are none."""
    from journal.phrases.read.words.slips import is_one_slip

    word = word.lower()
    near = (each for each in _commands() if each == word or (each[0] == word[:1] and is_one_slip(word, each)))
    return next(near, None)


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
