"""inbox: lines of text that a phone, a watch or a script wrote, looked at and stored."""

import sys
from collections.abc import Iterable

import click

from journal import moments, settings
from journal.cli.output import ask_for, paragraph, say, warn
from journal.cli.patience import waiting as patience
from journal.cli.store_line import tell
from journal.errors import Refused
from journal.phrases.read.words.lexer import from_arguments
from journal.phrases.write.format_number import counted
from journal.store.file.diary_file import DiaryFile
from journal.store.inbox.inbox import Inbox, InboxPage, PendingLine
from journal.store.inbox.inbox_line import InboxLine, LineKey
from journal.store.inbox.inbox_texts import InboxPlace
from journal.terminal import path_words, sentence

NO_INBOX = (
    "There is no inbox: put a text file, or a folder of them, named `inbox` beside the diary ({}), or name one in the"
    ' settings file ({}) as inbox = "/path/to/it". The README has recipes for phones.'
)
HOW = (
    "`twitch-journal inbox store` stores what can be read, in one step. `inbox say ID WORDS` stores a line as other"
    " words, `inbox note ID` keeps it as the day's note, `inbox dismiss ID` never offers it again."
)


def _inbox(db: str | None) -> Inbox:
    path, _ = settings.diary_path(db)
    chosen = settings.inbox_path(path, settings.display_path())
    if chosen.complaint:
        raise Refused(chosen.complaint)
    return Inbox(DiaryFile(path), InboxPlace(chosen.path, chosen.chosen))


def _page(inbox: Inbox) -> InboxPage:
    page = inbox.page(moments.user_clock())
    for remark in page.remarks:
        warn(sentence(remark))
    return page


@click.group(invoke_without_command=True)
@click.pass_context
def inbox(context: click.Context) -> None:
    """What your phone wrote: each line with what it would store. Nothing is stored before you say so.

    The inbox is a text file, or a folder of them, to which a phone or a script appends lines; it is only ever read. A
    line is a phrase as `log` takes it, with the time at which it was said before it, or with a day of its own.

    \b
    Examples:
      twitch-journal inbox
      twitch-journal inbox store
      twitch-journal inbox say 898e77 20 Nov 14:05 coffee
      twitch-journal inbox note 13cd20
      twitch-journal inbox dismiss 898e77
    """
    if context.invoked_subcommand is not None:
        return
    box = _inbox(context.obj)
    page = _page(box)
    if not page.waiting:
        if not any(page.remarks) and not page.dismissed and not box.place.path.exists():
            path = settings.diary_path(context.obj)[0]
            paragraph(NO_INBOX.format(*map(path_words, (path.parent, settings.display_path()))))
        else:
            say("Nothing waits in the inbox.")
        return
    say(f"{counted(len(page.waiting), 'line')} in the inbox.")
    for each in page.waiting:
        _print_line(each)
    ready = len(page.ready)
    if ready and sys.stdin.isatty() and sys.stdout.isatty():
        patience.end()
        ask_for(f"Enter stores the {counted(ready, 'line')} that can be read; any word leaves them. ")
        if not sys.stdin.readline().strip("\n"):
            _store(box, {each.line.key for each in page.ready})
            return
    paragraph(HOW)


def _print_line(waiting: PendingLine) -> None:
    paragraph(waiting.line.text, f"[{waiting.line.short_id}]  ")
    if waiting.reason:
        paragraph(sentence(waiting.reason), "          not stored: ", 10)
        return
    for receipt in waiting.receipts:
        paragraph("; ".join([f"{receipt.when}  {receipt.what}", *receipt.remarks]), "          ", 10, dim=True)


@inbox.command("store")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@click.pass_obj
def store(db: str | None, ids: tuple[str, ...]) -> None:
    """Store what can be read, in one step.

    Named by their ids, only these lines are stored. Undo takes it back.

    \b
    Examples:
      twitch-journal inbox store
      twitch-journal inbox store 56207e
    """
    box = _inbox(db)
    keys = _keys((each.line for each in _page(box).waiting), ids) if ids else None
    for remark in box.remarks(moments.user_clock()) if keys is None else ():
        warn(sentence(remark))
    _store(box, keys)


def _store(box: Inbox, keys: set[LineKey] | None) -> None:
    stored = box.store(moments.user_clock(), keys)
    tell(stored.receipts)
    if not stored.receipts and not stored.left:
        say("Nothing waits in the inbox.")
    for each in stored.left:
        _print_line(each)
    if stored.left:
        say(f"{counted(len(stored.left), 'line')} left in the inbox.")


@inbox.command("say", context_settings={"ignore_unknown_options": True})
@click.argument("id")
@click.argument("phrase", metavar="WORDS...", nargs=-1, required=True, type=click.UNPROCESSED)
@click.pass_obj
def say_as(db: str | None, id: str, phrase: tuple[str, ...]) -> None:
    """Store a line as other words.

    Its own words are then done with.

    \b
    Example:
      twitch-journal inbox say 898e77 20 Nov 14:05 coffee
    """
    box = _inbox(db)
    (key,) = _keys((each.line for each in _page(box).waiting), [id])
    tell(box.store_as(key, from_arguments(phrase), moments.user_clock()))


@inbox.command("note")
@click.argument("id")
@click.pass_obj
def note(db: str | None, id: str) -> None:
    """Keep a line as a note of its day.

    It is kept word for word, of the day on which it was said.

    \b
    Example:
      twitch-journal inbox note 13cd20
    """
    box = _inbox(db)
    (key,) = _keys((each.line for each in _page(box).waiting), [id])
    tell(box.keep_as_note(key, moments.user_clock()))


@inbox.command("dismiss")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.pass_obj
def dismiss(db: str | None, ids: tuple[str, ...]) -> None:
    """Never offer these lines again.

    The file of the phone is left as it is; `inbox offer` brings a line back.

    \b
    Example:
      twitch-journal inbox dismiss 898e77
    """
    box = _inbox(db)
    lines = [each.line for each in _page(box).waiting]
    keys = _keys(lines, ids)
    box.dismiss(keys, moments.user_clock())
    for line in lines:
        if line.key in keys:
            paragraph(line.text, "dismissed: ")


@inbox.command("dismissed")
@click.pass_obj
def dismissed(db: str | None) -> None:
    """List what was dismissed.

    \b
    Example:
      twitch-journal inbox dismissed
    """
    lines = _page(_inbox(db)).dismissed
    for line in lines:
        paragraph(line.text, f"[{line.short_id}]  ")
    paragraph("`twitch-journal inbox offer ID` offers one again." if lines else "No line was dismissed.")


@inbox.command("offer")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.pass_obj
def offer(db: str | None, ids: tuple[str, ...]) -> None:
    """Offer again what was dismissed.

    \b
    Example:
      twitch-journal inbox offer 1f4aed
    """
    box = _inbox(db)
    lines = _page(box).dismissed
    keys = _keys(lines, ids)
    box.offer_again(keys, moments.user_clock())
    for line in lines:
        if line.key in keys:
            paragraph(line.text, "waits again: ")


def _keys(lines: Iterable[InboxLine], ids: Iterable[str]) -> set[LineKey]:
    """The lines that the ids mean; one that means none, or several, is refused."""
    named = [(line.short_id, line.key) for line in lines]
    keys = set()
    for name in ids:
        wanted_name = name.strip("[]").lower()
        matches = [key for short, key in named if short == wanted_name] or [
            key for short, key in named if len(wanted_name) > 1 and short.startswith(wanted_name)
        ]
        if len(matches) != 1:
            why = "means several lines" if matches else "is no line that waits"
            raise Refused(f"“{name}” {why}; `twitch-journal inbox` lists them with their ids")
        keys.add(matches[0])
    return keys
