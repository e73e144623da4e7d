"""The fixtures of the store's tests."""

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a diary may be made."""
    return tmp_path / "diary.db"
