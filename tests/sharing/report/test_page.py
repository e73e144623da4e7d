"""The page as a file: its text, tags, fonts and what it says of itself, on one page of paper."""

from pathlib import Path
from typing import Any

import pytest

from journal.sharing.report.content import Report
from journal.sharing.report.page_data import short_number
from journal.sharing.report.parts import Paper
from journal.sharing.report.to_pdf import named_text, typeset
from tests.diary import Diary
from tests.sharing.report.pages import (
    LONG,
    QUESTION,
    content,
    everything,
    on_one_line,
    overfull,
    read,
    tell,
    text,
    usual,
)
from tests.store.diaries import mode

SIZES: dict[Paper, tuple[int, int]] = {"a4": (595, 842), "letter": (612, 792)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "page.pdf"


def test_the_command_writes_one_page_for_its_owner_alone(diary: Diary, file: Path) -> None:
    usual(diary)
    output = diary.said("report", str(file), "--name", "Ada Lovelace")
    assert "15 of 21 days logged" in output
    assert mode(file) == 0o600
    assert sorted(path.name for path in file.parent.iterdir() if path.suffix != ".db") == ["page.pdf"]
    reader, words = read(file), text(file)
    assert len(reader.pages) == 1
    for sentence in (
        "Muscle twitching: summary of a diary 1 Nov to 21 Nov 2026",
        "Ada Lovelace, born 1980, left-handed 15 of 21 days logged, 1 of them on the same day; self-reported",
        f"Question for the doctor: {QUESTION}",
        "First noticed: March 2026 (first logged on 1 Nov 2026)",
        "on 11 of 14 days logged and over",
        "magnesium 300 mg, since 3 Nov 2026",
        "left calf",
        "1 cramp on 1 day",
    ):
        assert sentence in words


def test_the_page_is_tagged_has_its_fonts_and_names_nobody(diary: Diary, file: Path) -> None:
    usual(diary)
    diary.said("report", str(file))
    reader = read(file)
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"].startswith("en")
    assert "/StructTreeRoot" in root
    tags = structure(root["/StructTreeRoot"])
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure"} <= {tag["/S"] for tag in tags}
    assert all(tag["/Alt"] for tag in tags if tag["/S"] == "/Figure")
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    pages: list[Any] = list(reader.pages)
    fonts: list[Any] = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    for font in fonts:
        real = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile2", "/FontFile3"} & set(real["/FontDescriptor"])
    assert reader.metadata is not None
    assert reader.metadata.title == "Muscle twitching: summary of a diary"
    assert reader.metadata.author in (None, "")
    assert str(file.parent) not in everything(file)


def structure(tag: Any) -> list[Any]:
    """All tags below one of a page."""
    children = tag.get("/K", [])
    children = [child.get_object() for child in (children if isinstance(children, list) else [children])]
    tags = [child for child in children if isinstance(child, dict) and "/S" in child]
    return [*tags, *(below for child in tags for below in structure(child))]


def test_a_thin_and_a_usual_diary_fit_on_one_page(diary: Diary) -> None:
    diary.log("left calf 4")
    thin = content(diary)
    for report in (thin, content(usual(diary))):
        for paper in SIZES:
            fitted_text(report, paper, 1)


def test_what_is_too_much_for_the_page_is_whole_on_the_second(diary: Diary) -> None:
    words = fitted_text(content(overfull(diary)), "letter", 3)  # the shorter paper
    assert words.count("… all on page 2") >= 5
    first, second = words.split("In full")
    assert len(first) < 6000
    assert "medicine7 800 mg" in first
    assert "medicine8" not in first
    assert "medicine11 1200 mg" in second
    assert LONG.strip() in second
    assert "right neck" in second


def fitted_text(report: Report, paper: Paper, pages: int) -> str:
    """What can be read on a page of this paper, which is accessible and has no letter below 8 points."""
    page = typeset(report, paper)
    reader = read(page.pdf)
    assert len(reader.pages) == pages
    assert page.is_accessible
    size = reader.pages[0].mediabox
    assert (round(float(size.width)), round(float(size.height))) == SIZES[paper]
    texts: list[str] = []
    sizes: list[float] = []

    def see(words: str, _: object, matrix: list[float], font: object, size: float) -> None:
        if words.strip():
            sizes.append(size * abs(matrix[0]))

    for sheet in reader.pages:
        texts.append(sheet.extract_text(visitor_text=see))
    assert min(sizes) >= 8
    return on_one_line(" ".join(texts))


def test_the_same_content_is_the_same_bytes(diary: Diary) -> None:
    usual(diary)
    assert typeset(content(diary), "a4") == typeset(content(diary), "a4")


def test_any_script_shows_or_is_named(diary: Diary) -> None:
    diary.log("left calf 4")
    diary.log("started ויטמין 300mg")
    tell(diary, main_worry="Über שלום Привет 🙂 你好吗 café", questions="مرحبا", family_history="w" * 300)
    page = typeset(content(diary), "a4")
    words = text(page.pdf)
    assert page.is_accessible
    assert "Über" in words
    assert "Привет" in words
    assert "café" in words
    for letter in "🙂你好吗":
        assert letter in words or letter in page.named
    assert "[slightly smiling face]" in words or "🙂" not in page.named
    (medicine,) = [line for line in content(diary).lines if line.key == "medicines"]
    assert medicine.text == "\u2068ויטמין\u2069 300 mg, since 21 Nov 2026"
    assert "w" * 300 in words.replace(" ", "")


def test_a_day_of_thousands_has_room_in_the_calendar() -> None:
    assert [short_number(value) for value in (0, 135, 999, 5001)] == ["0", "135", "999", "5k"]


def test_letters_without_a_font_are_named_by_their_script() -> None:
    missing = frozenset("🙂你好ไ")
    assert named_text("calf 你好 x🙂\ufe0fไ", missing) == "calf [2 CJK letters] x[slightly smiling face][1 Thai letter]"
    assert named_text("calf 🦵", missing) == "calf 🦵"


def test_what_a_person_wrote_is_no_markup(diary: Diary) -> None:
    diary.log("left calf 4")
    tell(diary, main_worry='*bold* #panic("x") $x$ \\ @a <b> [c] _d_')
    assert '*bold* #panic("x") $x$ \\ @a <b> [c] _d_' in text(typeset(content(diary), "a4").pdf)


# ---- files -----------------------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_kept_unless_forced(diary: Diary, file: Path) -> None:
    usual(diary)
    file.write_text("mine")
    assert "there is a file" in diary.refused("report", str(file)).lower()
    assert file.read_text() == "mine"
    diary.said("report", str(file), "--force")
    assert file.read_bytes().startswith(b"%PDF")
    assert mode(file) == 0o600


def test_the_diary_is_never_replaced(diary: Diary) -> None:
    usual(diary)
    twin = diary.path.with_name("diary.txt")
    twin.symlink_to(diary.path)
    assert "the diary itself" in diary.refused("report", str(twin), "--force")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["page.doc"], "is no name of a report"),
        (["-", "--without", "moods"], "“moods” cannot be left out"),
        (["-", "--with", "moods"], "“moods” cannot be added"),
        (["-", "--born", "1700"], "born 1700 cannot be"),
        (["-", "--name", "n" * 101], "too long"),
        (["-", "--since-visit"], "no visit before"),
        (["-", "--from", "2027-01-01"], "has not come yet"),
    ],
)
def test_what_cannot_be_reported_is_refused(diary: Diary, arguments: list[str], why: str) -> None:
    diary.log("left calf 4")
    assert why in diary.refused("report", *arguments).lower()


def test_since_the_visit_begins_on_its_day(diary: Diary) -> None:
    usual(diary)
    assert "6 Nov to 21 Nov 2026" in diary.said("report", "-", "--since-visit")
    assert "1 Nov to 21 Nov 2026" in diary.said("report", "-", "--to", "2027-03-01")  # what lies ahead is not in it
    diary.log("2026-11-06: caffeine 480 mg")
    assert "Caffeine: on 2 of 2 days logged, 96 to 480 mg." in diary.said("report", "-", "--from", "2026-11-05")
    diary.log("ill flu 20-25 Oct")
    said = diary.said("report", "-")
    assert "20 Oct to 21 Nov 2026" in said
    assert "flu (20 Oct to 25 Oct 2026)" in said


def test_a_message_can_be_a_file(diary: Diary, tmp_path: Path) -> None:
    usual(diary)
    diary.said("report", str(tmp_path / "message.txt"))
    assert (tmp_path / "message.txt").read_text("utf-8") == diary.said("report", "-")
    assert mode(tmp_path / "message.txt") == 0o600


def test_what_is_left_out_is_not_in_the_file_in_any_form(diary: Diary, file: Path) -> None:
    usual(diary)
    diary.said("report", str(file), "--without", "medicines,sites", "--without", "identity,background")
    whole = everything(file)
    for word in ("magnesium", "ibuprofen", "calf", "1980", "neurologist", diary.path.name):
        assert word not in whole


def test_the_tab_key_knows_the_parts(diary: Diary) -> None:
    diary.log("left calf 4")
    line = "twitch-journal report page.pdf --without me"
    assert diary.said("completion", "bash", "--line", line) == "medicines\n"
