"""The README's commands do what they say, and the files it names are there."""

import re
import shlex
import subprocess
import time
from pathlib import Path

from journal.store import schema
from tests.cli.command import COMMAND, environment

ROOT = schema.path().parent
README = (ROOT / "README.md").read_text("utf-8")
FENCE = re.compile(r"^```(console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """What a reader types: the lines of a shell, and those behind `$` where the output stands beside them."""
    return [
        line.removeprefix("$ ")
        for kind, block in FENCE.findall(text)
        for line in block.splitlines()
        if line and (kind == "sh" or line.startswith("$ "))
    ]


def test_every_command_of_the_readme_ends_well(tmp_path: Path) -> None:
    set_up, everyday = README.split("\n## ", 1)
    assert len(commands(set_up)) == 2, "these two are run in a clean clone, by tests/bench/fresh_machine.py"
    typed = commands(everyday)
    assert len(typed) >= 15
    script = ["set -eo pipefail", f'twitch-journal() {{ {shlex.join(COMMAND)} "$@"; }}']
    for command in typed:
        script += [f"cat <<'README'\n$ {command}\nREADME", command]
    ended = subprocess.run(
        ["bash", "-c", "\n".join(script)],
        cwd=tmp_path,
        env=environment(tmp_path, PYTHONPATH=str(ROOT), TZ=where_it_is_afternoon()),
        capture_output=True,
        check=False,
        text=True,
    )
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout[-500:]
    assert ended.stdout.count("\n$ ") == len(typed) - 1


def where_it_is_afternoon() -> str:
    """A zone in which it is past two o'clock, so that a night that ended at six lies behind."""
    return f"AWAY{time.gmtime().tm_hour - 14:+d}"


def test_every_file_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"\]\(([^)#:]+)\)", README)) | set(re.findall(r"`((?:journal|tests|\.ci)/[\w/.]*)`", README))
    assert named
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
