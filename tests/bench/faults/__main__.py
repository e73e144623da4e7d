"""Injects the faults and prints, for each, what came of it; the exit code is 1 where one did not hold."""

import sys
import tempfile
from pathlib import Path
from random import Random

from tests.bench.faults import absence, damage, kills, running_app, surroundings
from tests.bench.faults.registry import FAULTS

MODULES = (kills, damage, absence, surroundings, running_app)
"""Imported for the faults that they list."""
HEADER = f"{'fault':<64} {'times':>6} {'lost':>5} {'silent':>6} {'written':>7} {'seconds':>7}"


def main(words: list[str]) -> int:
    print(HEADER)
    failed = 0
    for fault in FAULTS:
        if words and not any(word in fault.name for word in words):
            continue
        with tempfile.TemporaryDirectory() as folder:
            outcome = fault.inject(Path(folder), Random(fault.name), fault.times)
        failed += not outcome.holds
        times, lost, silent, written, seconds, note = outcome
        row = f"{fault.name:<64} {times:>6} {lost:>5} {silent:>6} {written:>7} {seconds:>7.2f}  {note}"
        print(row.rstrip(), "" if outcome.holds else "  <-- does not hold", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
