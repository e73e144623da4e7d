"""The README's two commands on a fresh machine: `python tests/bench/fresh_machine.py [journal] [tests]`; both unless
one is named.

Each runs in a clean clone of what is committed, with a home folder of its own. The first has to open the journal, the
second to pass the tests. It needs git, bash, and whatever pip needs to install.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE_OF_NOTHING = "Nothing is logged for this day."


def set_up() -> tuple[str, str]:
    """The two commands on the README's first screen."""
    first_screen = (ROOT / "README.md").read_text("utf-8").split("\n## ", 1)[0]
    journal, tests = re.findall(r"^```sh\n(.*?)\n```$", first_screen, re.MULTILINE | re.DOTALL)
    return journal, tests


def run(command: str, folder: Path, home: Path) -> str:
    """What a command prints that ends well."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TWITCH_JOURNAL", "XDG_", "PYTHON")) and name != "VIRTUAL_ENV"
    }
    begin = time.monotonic()
    ended = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**environment, "HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    print(f"{time.monotonic() - begin:6.1f} s  {command}", flush=True)
    if ended.returncode:
        sys.exit(f"It ended with {ended.returncode}:\n{ended.stdout[-3000:]}\n{ended.stderr[-3000:]}")
    return ended.stdout


def holds(output: str, what: str) -> None:
    if not re.search(what, output):
        sys.exit(f"This should hold “{what}”:\n{output[-3000:]}")


def open_the_journal(clone: Path, home: Path) -> None:
    journal, _ = set_up()
    holds(run(journal, clone, home), re.escape(PAGE_OF_NOTHING))
    command = clone / ".venv" / "bin" / "twitch-journal"
    run(f"{command} log left calf 4 2m", home, home)  # away from the clone: what was installed is enough
    holds(run(str(command), home, home), "left calf, twitch, 4 of 10, 2 min")
    holds(run(f"{command} where", home, home), re.escape(str(home)))


def pass_the_tests(clone: Path, home: Path) -> None:
    _, tests = set_up()
    last = run(tests, clone, home).strip().splitlines()[-1]
    holds(last, r"\[100%\]|passed")
    if re.search("failed|error|skipped|xfailed|warning", last):
        sys.exit(last)


def main() -> None:
    asked = sys.argv[1:] or ["journal", "tests"]
    if subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, capture_output=True, check=True).stdout:
        print("what is not committed is not in the clone")
    for name, act in (("journal", open_the_journal), ("tests", pass_the_tests)):
        if name in asked:
            with tempfile.TemporaryDirectory() as made:
                home, clone = Path(made) / "home", Path(made) / "clone"
                home.mkdir()
                subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
                act(clone, home)


if __name__ == "__main__":
    main()
