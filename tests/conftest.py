"""Fixtures that all tests share."""

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each program that a test starts compiles the package again
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # tests run side by side, and numpy's threads would only spin
os.environ.setdefault(  # for the workers: glibc tidies up after every closed connection, a twentieth of all time
    "GLIBC_TUNABLES", "glibc.malloc.mxfast=0:glibc.malloc.trim_threshold=134217728:glibc.malloc.top_pad=16777216"
)

if (memory := Path("/dev", "shm")).is_dir() and shutil.disk_usage(memory).free > 2**31:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))  # half of the time of a step is waiting for the disk
    tempfile.tempdir = str(memory)
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a suite in the background (`&`, nohup) is started so,
    signal.signal(signal.SIGINT, signal.default_int_handler)  # and every program that it starts would ignore Ctrl-C

from journal.store.file import upkeep
from tests.diary import Diary
from tests.store.diaries import NOBODY

sys.dont_write_bytecode = False
settings.register_profile("suite", deadline=None, max_examples=25)  # no test times anything: a machine may be busy
settings.load_profile("suite")


def pytest_collection_finish() -> None:
    """What is loaded by now is no garbage: and 300 looks through all of it cost as much as 300 apps."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def _no_state_of_the_users(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What makes a diary for many tests leaves nothing with the user's own either: its path may come again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


STATES = count()


@pytest.fixture(autouse=True)
def _state_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test's program remembers of its diaries is none of the user's, nor of another test's."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "states" / str(next(STATES))))


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diary:
    """A diary in which nothing is written yet, on Saturday 21 November 2026 at 20:00."""
    return Diary(tmp_path / "diary.db", monkeypatch, capsys)


@pytest.fixture
def users_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that belongs to the user of `as_user`, who may not look into those of the tests."""
    folder = Path(tempfile.mkdtemp())
    monkeypatch.setenv("TWITCH_JOURNAL_SETTINGS", str(folder / "settings.toml"))
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def nothing_is_due(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The check and the backup of each day have tests of their own, marked so: in all others they are done already."""
    if not request.node.get_closest_marker("once_a_day"):
        monkeypatch.setattr(upkeep, "check_first", lambda file: None)
        monkeypatch.setattr(upkeep, "keep_up", lambda *_, **__: [])
