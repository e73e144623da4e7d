"""The fixtures of the store's tests."""

from pathlib import Path

import pytest

from tests.diary import begin_with_copies


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a diary may be made."""
    begin_with_copies(monkeypatch)
    return tmp_path / "diary.db"
