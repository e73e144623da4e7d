"""A few of each fault that the bench injects: nothing acknowledged is lost, nothing wrong happens without a word."""

from pathlib import Path
from random import Random

import pytest

from tests.bench.faults import absence, damage, kills, running_app, surroundings
from tests.bench.faults.registry import FAULTS, Fault

MODULES = (absence, damage, kills, running_app, surroundings)
"""Imported for the faults that they list."""


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault.few], ids=lambda fault: fault.name)
def test_a_fault_loses_nothing_and_is_said(fault: Fault, tmp_path: Path) -> None:
    outcome = fault.inject(tmp_path, Random(fault.name), fault.few)
    assert outcome.holds, outcome
