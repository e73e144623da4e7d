"""Fixtures that all tests share."""

from pathlib import Path

import pytest

from tests.diary import Diary


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diary:
    """A diary in which nothing is written yet, on Saturday 21 November 2026 at 20:00."""
    return Diary(tmp_path / "diary.db", monkeypatch, capsys)
