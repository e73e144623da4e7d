"""The texts of the inbox, read and never written: which files, in which encoding, which of their lines are whole."""

import codecs
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from journal.errors import Refused
from journal.phrases.write.format_number import counted
from journal.store.file.diary_file import reason

LARGEST_MB = 20
MOST_REMARKS = 4
STILL_WRITTEN_S = 60
"""A last line without its end, in a file that was written so lately, is not whole yet."""
_PASSED_OVER = re.compile(r"\.|~|.*~$|.*\.(icloud|te?mp|part|partial|crdownload|swp|bak)$", re.IGNORECASE)
"""Names of files that are hidden, still on their way, or copies of an editor."""
_LINE_END = re.compile("\r\n|\n|\r")
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

FileState = tuple[str, int, int, int, bool]
"""Path, inode, size and mtime of a file, and whether its last line may still be on its way: it differs when there is
something new to be read."""


class InboxText(NamedTuple):
    """The whole lines of a file, and what has to be said of it."""

    path: Path
    lines: list[str]
    remark: str = ""


class InboxPlace(NamedTuple):
    """A file, or a folder of files, one a device. One that was `chosen` in the settings is missed when it is gone."""

    path: Path
    chosen: bool = False

    def files(self) -> list[Path]:
        """The files, in the order of their names. Raises OSError."""
        if not self.path.is_dir():
            return [self.path]
        with os.scandir(self.path) as entries:
            names = sorted(entry.name for entry in entries if not entry.is_dir(follow_symlinks=False))
        return [self.path / name for name in names if not _PASSED_OVER.match(name)]

    def state(self, now: float) -> tuple[FileState, ...]:
        """How the files are now, so that they are read again only when something was written."""
        states = []
        try:
            for path in self.files():
                status = path.stat()
                is_new = abs(now - status.st_mtime) < STILL_WRITTEN_S
                states.append((str(path), status.st_ino, status.st_size, status.st_mtime_ns, is_new))
        except OSError as error:
            states.append((str(error), 0, 0, 0, False))
        return tuple(states)

    def texts(self, now: float) -> Iterator[InboxText]:
        """What the files hold at `now`, seconds since 1970; a file that cannot be read has only its remark."""
        try:
            if not self.chosen and not os.path.lexists(self.path):
                return
            files = self.files()
        except OSError as error:
            yield InboxText(self.path, [], f"the inbox {self.path} cannot be read: {reason(error)}")
            return
        for path in files:
            try:
                yield _read(path, now)
            except OSError as error:
                yield InboxText(path, [], f"{path} cannot be read: {reason(error)}")
            except Refused as refused:
                yield InboxText(path, [], str(refused))


def _read(path: Path, now: float) -> InboxText:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise Refused(f"{path} is no file, and was passed over")
    if status.st_size > LARGEST_MB * 2**20:
        raise Refused(f"{path} is larger than {LARGEST_MB} MB, and was passed over")
    data = path.read_bytes()
    is_padded = data.endswith(b"\0") and not data.startswith(_WIDE_MARKS)  # room that a program made for what comes
    if is_padded:
        data = data.rstrip(b"\0")
    if b"\0" in data and not data.startswith(_WIDE_MARKS):
        raise Refused(f"{path} holds bytes that are no text, and was passed over")
    text, is_cut, remark = _decoded(data)
    *lines, last = _LINE_END.split(text)
    if last and not (is_cut or is_padded) and abs(now - status.st_mtime) >= STILL_WRITTEN_S:
        lines.append(last)
    return InboxText(path, lines, f"{path} {remark}" if remark else "")


def _decoded(data: bytes) -> tuple[str, bool, str]:
    """The text of a file, whether it ends in the middle of a letter, and what is to be said of its encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            decoder = codecs.getincrementaldecoder(encoding)("replace")
            text = decoder.decode(data[len(mark) :])
            return text, bool(decoder.getstate()[0]), ""
    try:
        decoder = codecs.getincrementaldecoder("utf-8")()
        return decoder.decode(data), bool(decoder.getstate()[0]), ""
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), False, "is not in UTF-8; it was read as Windows-1252"


def remarks(texts: list[InboxText]) -> list[str]:
    """What has to be said of the files, and no more than a few lines of it."""
    each = [text.remark for text in texts if text.remark]
    return (
        each
        if len(each) <= MOST_REMARKS
        else [
            *each[: MOST_REMARKS - 1],
            f"{counted(len(each) - MOST_REMARKS + 1, 'more file')} of the inbox could not be read as they should be",
        ]
    )
