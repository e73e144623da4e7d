"""The inbox as the app sees it: what the phone wrote beside a diary."""

from pathlib import Path

from journal import settings
from journal.store.file.diary_file import DiaryFile
from journal.store.inbox.inbox import Inbox, InboxPage, PendingLine, StoredLines
from journal.store.inbox.inbox_line import LineKey
from journal.store.inbox.inbox_texts import InboxPlace

__all__ = ["Inbox", "InboxPage", "LineKey", "PendingLine", "StoredLines", "inbox_of"]


def inbox_of(file: DiaryFile, settings_file: Path | None) -> Inbox:
    """The inbox of a diary, where the settings or its folder have it."""
    chosen = settings.inbox_path(file.path, settings_file)
    return Inbox(file, InboxPlace(chosen.path, chosen.chosen))
