"""The real command, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from journal.store.file import schema

COMMAND = [sys.executable, "-W", "error", "-m", "journal"]


def environment(home: Path, **more: str) -> dict[str, str]:
    """Of a user whose home is this folder, and nothing else of the user who runs the tests."""
    passed = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG", "PYTHONPATH") if name in os.environ}
    return {**passed, "HOME": str(home), **more}


def run(
    home: Path, *arguments: str | bytes, octets: bytes = b"", command: list[str] = COMMAND, **more: str
) -> subprocess.CompletedProcess[bytes]:
    """A command with these bytes on its standard input."""
    return subprocess.run(
        [*command, *arguments],
        cwd=schema.path().parent,
        env=environment(home, **more),
        input=octets,
        capture_output=True,
        check=False,
    )
