"""The page for a doctor beside a script that imports pandas and compiles an empty page, interleaved in one run; and, by
programs that stand beside Python where they are at hand, what others make of it.

    python -m tests.bench.paper [--rounds 7] [--keep FOLDER]

The goals: the page of one year in at most 2.2 times the whole process of that script, of ten years in at most 4 times.
Of thin, usual and overfull pages and of one in many scripts, each at A4 and Letter: pdftoppm draws them to look at,
also as a fax prints them, in dots of black; pdffonts lists their fonts; qpdf checks the file; LibreOffice opens them.
PDF/UA-1 is checked by veraPDF, and by pdfua (`pip install pdfua` into a venv of its own, whose bin is put in PATH),
which knows 16 of its 106 rules and needs no Java. What is not installed is said. Nothing here is a test.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from tests.bench.trends import TODAY, fill

FLOOR = "import pandas, typst; typst.compile(b'', output=None, format='pdf', pdf_standards=['ua-1'])"
GOALS = {"one year": (365, 2000, 2.2), "ten years": (3650, 20_000, 4.0)}
"""Name -> days, episodes, and how many times the floor its page may take."""
LONG = "a long story of how it began and went on, " * 20
MEDICINES = [f"2026-10-{number:02}: started medicine{number} {number}00mg at night" for number in range(1, 13)]
DIARIES: dict[str, tuple[int, int, dict[str, str], list[str]]] = {
    "thin": (1, 1, {}, []),
    "usual": (90, 120, {"main_worry": "that it spreads", "questions": "may I lift?\nis it coffee?"}, MEDICINES[:2]),
    "overfull": (90, 400, dict.fromkeys(("main_worry", "questions", "family_history", "nicotine"), LONG), MEDICINES),
    "scripts": (90, 120, {"main_worry": "أخاف أن ينتشر 3 مرات", "questions": "האם? 続きますか 🙂 감기"}, ["ill שפעת"]),
}
"""Name -> days, episodes, what the person keeps in About me, and what else is logged."""
TITLED = '#set document(title: "x")'
CHECKS: dict[str, Callable[[Path], list[str]]] = {
    "pdftoppm": lambda pdf: ["pdftoppm", "-r", "110", "-png", str(pdf), str(pdf.with_suffix(""))],
    "pdftoppm -mono": lambda pdf: ["pdftoppm", "-r", "200", "-mono", str(pdf), f"{pdf.with_suffix('')}-fax"],
    "pdffonts": lambda pdf: ["pdffonts", str(pdf)],
    "qpdf": lambda pdf: ["qpdf", "--check", str(pdf)],
    "pdfua": lambda pdf: ["pdfua", "check", str(pdf)],
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


def draw(folder: Path) -> None:
    """Pages of diaries of many kinds at A4 and Letter."""
    for name, (days, episodes, texts, lines) in DIARIES.items():
        diary = folder / f"{name}.db"
        fill(diary, days, episodes)
        with closing(sqlite3.connect(diary)) as connection, connection:
            connection.executemany("INSERT INTO profile (key, value) VALUES (?, ?)", texts.items())
        for line in lines:
            subprocess.run(
                [sys.executable, "-m", "journal", "--db", str(diary), "log", "--", *line.split()], check=True
            )
        for paper in ("a4", "letter"):
            command = page(diary, folder / f"{name}-{paper}.pdf", 90)
            subprocess.run([*command, "--paper", paper, "--with", "statistics"], check=True)


def look(folder: Path) -> None:
    """What other programs make of the pages."""
    for program, command in CHECKS.items():
        if not shutil.which(program.split()[0]):
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
        os.environ["XDG_STATE_HOME"] = folder  # a diary that is made anew is no other than the one that was there
        kept = options.keep or Path(folder)
        kept.mkdir(parents=True, exist_ok=True)
        for diary in kept.glob("*.db*"):
            diary.unlink()
        compare(kept, options.rounds)
        draw(kept)
        look(kept)


if __name__ == "__main__":
    main()
