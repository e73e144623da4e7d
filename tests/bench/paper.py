"""The page for a doctor beside a script that imports pandas and compiles an empty page, interleaved in one run; and, by
programs that stand beside Python where they are at hand, what others make of it.

    python -m tests.bench.paper [--rounds 7] [--keep FOLDER]

The goals: the page of one year in at most 2.2 times the whole process of that script, of ten years in at most 4 times.
pdftoppm draws thin, usual and overfull pages to look at, pdffonts lists their fonts, veraPDF checks PDF/UA-1, and
LibreOffice opens them; what is not installed is said. Nothing here is a test.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tests.bench.trends import TODAY, fill

FLOOR = "import pandas, typst; typst.compile(b'', output=None, format='pdf', pdf_standards=['ua-1'])"
GOALS = {"one year": (365, 2000, 2.2), "ten years": (3650, 20_000, 4.0)}
"""Name -> days, episodes, and how many times the floor its page may take."""
TITLED = '#set document(title: "x")'
CHECKS: dict[str, Callable[[Path], list[str]]] = {
    "pdftoppm": lambda pdf: ["pdftoppm", "-r", "110", "-png", str(pdf), str(pdf.with_suffix(""))],
    "pdffonts": lambda pdf: ["pdffonts", str(pdf)],
    "verapdf": lambda pdf: ["verapdf", "--flavour", "ua1", "--format", "text", str(pdf)],
    "soffice": lambda pdf: ["soffice", "--headless", "--convert-to", "png", "--outdir", str(pdf.parent), str(pdf)],
}
"""Program -> its command for a page."""


def seconds(command: list[str], diary: Path | None = None) -> tuple[float, float]:
    """The seconds that a process takes by the clock, and of work."""
    environment = {**os.environ, **({"TWITCH_JOURNAL_DB": str(diary)} if diary else {})}
    before, begin = os.times(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    wall, after = time.perf_counter() - begin, os.times()
    return wall, after.children_user + after.children_system - before.children_user - before.children_system


def page(diary: Path, pdf: Path, days: int) -> list[str]:
    """The command that makes the page of so many days up to the last one of the diary."""
    first = TODAY - timedelta(days=days - 1)
    span = ["--from", first.isoformat(), "--to", TODAY.isoformat()]
    return [sys.executable, "-m", "journal", "--db", str(diary), "report", str(pdf), "--force", *span]


def compare(folder: Path, rounds: int) -> None:
    diaries = {}
    for name, (days, episodes, _) in GOALS.items():
        diaries[name] = folder / f"{name.replace(' ', '-')}.db"
        fill(diaries[name], days, episodes)
    floor_command = [sys.executable, "-c", FLOOR.replace("b''", f"b'{TITLED}'")]
    walls: dict[str, list[tuple[float, float]]] = {name: [] for name in ("floor", *GOALS)}
    for _ in range(rounds):
        walls["floor"].append(seconds(floor_command))
        for name, (days, _, _) in GOALS.items():
            walls[name].append(seconds(page(diaries[name], diaries[name].with_suffix(".pdf"), days)))
    floor = [median(values) for values in zip(*walls["floor"], strict=True)]
    print(f"{'floor':<10} {floor[0]:.3f} s, {floor[1]:.3f} s of work: pandas, and an empty page by typst")
    for name, (days, episodes, most) in GOALS.items():
        wall, work = (median(values) for values in zip(*walls[name], strict=True))
        times = f"{wall / floor[0]:.2f} times, of work {work / floor[1]:.2f} times (at most {most})"
        print(f"{name:<10} {wall:.3f} s, {work:.3f} s of work: {times}; {days} days, {episodes} episodes")


def look(folder: Path) -> None:
    """What other programs make of the pages."""
    for program, command in CHECKS.items():
        if not shutil.which(program):
            print(f"{program} is not installed: not done")
            continue
        for pdf in sorted(folder.glob("*.pdf")):
            ended = subprocess.run(command(pdf), capture_output=True, text=True, check=False)
            print(f"{program} {pdf.name}: exit {ended.returncode}\n{ended.stdout}{ended.stderr}".rstrip())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="a folder for the pages and their pictures")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = options.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        compare(kept, options.rounds)
        look(kept)


if __name__ == "__main__":
    main()
