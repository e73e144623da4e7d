"""The fixtures of the store's tests."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.diaries import NOBODY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a diary may be made."""
    return tmp_path / "diary.db"


@pytest.fixture
def users_folder() -> Iterator[Path]:
    """A folder that belongs to the user of `as_user`."""
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)
