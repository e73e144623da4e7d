"""One diary file, as one program sees it: which file it is, and whether it still is the same one."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias, Union

from journal.errors import Refused

if TYPE_CHECKING:
    from journal.store.file.diary_state import DiaryState

Identity = tuple[int, int]
"""Device and inode."""
FileStamp = tuple[int, int, int]
"""Inode, size and mtime of a file."""
FileStamps = tuple[FileStamp | None, ...]
DiaryPath: TypeAlias = Union["DiaryFile", str, os.PathLike[str]]


class DiaryFile:
    """A diary at a path. Kept by a program that lives long, so that it never writes into a file that is gone.

    The first connection remembers which file it met; from then on a file that was removed is not made again, and
    another one in its place is not written to. A command that lives for one transaction makes a new one.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path).absolute()
        self.seen: Identity | None = None
        self.state: DiaryState | None = None
        """Which diary it is and its last change, as this program saw it last."""
        self.is_kept_up = False
        """Whether the program that has it checks it in the background, so that no write has to."""

    @classmethod
    def of(cls, where: DiaryPath) -> Self:
        return where if isinstance(where, cls) else cls(where)  # type: ignore[arg-type]

    @property
    def real(self) -> Path:
        """Where the file lies, behind all links; its -wal and its backups lie beside it there."""
        return Path(os.path.realpath(self.path))

    def logs(self) -> tuple[Path, Path]:
        """The -wal and the -shm, whether or not they are there."""
        real = self.real
        return beside(real, "-wal"), beside(real, "-shm")

    def stamps(self) -> FileStamps:
        """What changes when a program has written to the file or its -wal; None of one that is empty or not there."""
        stamps: list[FileStamp | None] = []
        for path in (self.real, self.logs()[0]):
            try:
                status = path.stat()
            except OSError:
                stamps.append(None)
                continue
            stamps.append((status.st_ino, status.st_size, status.st_mtime_ns) if status.st_size else None)
        return tuple(stamps)

    def identity(self) -> Identity | None:
        """Which file lies at the path now; None where there is none."""
        try:
            status = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise Refused(f"{self.path} cannot be read: {reason(error)}; nothing was stored.") from error
        return status.st_dev, status.st_ino

    def meet(self) -> None:
        """Remember the file, or refuse if it is not the one that was met before."""
        self.seen = self.seen or self.identity()
        self.check("nothing was stored. Close the journal and open it again to go on with what lies there now.")

    def check(self, outcome: str) -> None:
        """Refuse if the file that was met is not at its path any more; `outcome` says what became of the words."""
        now = self.identity()
        if now != self.seen:
            raise Refused(f"{self.path} was {'replaced' if now else 'removed'} while the journal used it; {outcome}")


def beside(path: Path, ending: str) -> Path:
    """The file of the same name with more behind it: the `-wal` of a diary, the text that goes with a backup."""
    return path.with_name(f"{path.name}{ending}")


def reason(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or str(error)).lower()
