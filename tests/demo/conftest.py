"""Diaries that several tests only read."""

from pathlib import Path

import pytest

from tests.demo.samples import sample


@pytest.fixture(scope="session")
def half_a_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """180 days of seed 1, seen on Saturday 21 November 2026 at 20:00."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    sample(path, 180)
    return path
