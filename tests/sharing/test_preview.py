"""What leaves is seen before anything is written."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.diary import Diary
from tests.disease_names import disease_names
from tests.sharing.report.pages import read, tell, usual


def test_a_preview_of_the_page_has_its_words_and_what_is_not_in_it_and_writes_nothing(
    diary: Diary, tmp_path: Path
) -> None:
    usual(diary)
    file = tmp_path / "page.pdf"
    said = diary.said("report", str(file), "--preview", "--without", "medicines", "--with", "episodes", "--name", "Ada")
    assert not file.exists()
    assert "Ada, born 1980, left-handed" in said
    assert "left calf" in said
    assert "left thumb" not in said
    assert "magnesium" not in said
    before, _, after = said.partition("Not in it\n")
    assert "Episodes" in before
    assert after.splitlines() == [
        "- medicines, supplements and what is taken as needed (left out)",
        "- a second page: calendars, habits, what stood at two looks",
        "- every note of the days",
        "- the days before 1 Nov 2026, but for when it began, the months compared, signs, advice, tests, what is"
        " said of habits and experiments",
        "- what was deleted or changed",
        "",
        "Readable by you alone, not encrypted.",
    ]
    assert not disease_names(said)


def test_a_preview_of_the_message_is_the_message(diary: Diary) -> None:
    usual(diary)
    message = diary.said("report", "-")
    preview = diary.said("report", "-", "--preview")
    assert " ".join(preview.split()).startswith(" ".join(message.split()))
    assert f"{len(message):,} of 2,000 characters" in preview
    assert "- pictures: sites by week, the body, twitches over time\n" in preview
    _, output, errors = diary.ran("report", "-", "--with", "notes,episodes")
    assert output == message
    assert "A message has no place for episodes and notes; the page (FILE.pdf) has." in errors


def test_a_preview_of_an_export_has_each_file_with_its_first_rows_and_writes_nothing(
    diary: Diary, tmp_path: Path
) -> None:
    diary.log_all([f'2026-11-{day:02} 21:00 left calf {day} "mine"' for day in range(1, 8)])
    said = diary.said("export", str(tmp_path / "files"), "--preview")
    assert not (tmp_path / "files").exists()
    before, _, after = said.partition("Not in it\n")
    assert "days.csv: 7 rows\ndate, weekday, logged" in before
    assert "2026-11-03,Tue" in before
    assert "2026-11-04,Wed" not in before
    assert "episodes.csv: 7 rows\n" in before
    assert "Muscle twitching: a diary as CSV files" in before
    assert "mine" not in said
    assert after.startswith("- notes\n")
    assert "mine" in diary.said("export", str(tmp_path / "files"), "--preview", "--with", "notes")
    assert (
        "step" not in diary.said("export", str(tmp_path / "files"), "--preview", "--for", "analysis").split("Not in")[1]
    )


SECRETS = {
    "identity": ("Zenobia", "born 1971"),
    "notes": ("secretday", "secretepisode", "secretworkout", "secretmedicine", "secretvisit", "secrettemplate"),
    "medicines": ("hushium", "quietol"),
    "question": ("privateworry", "privatequestion"),
    "background": ("privateflu", "privatetest", "privatekin"),
    "habits": ("privatesmoke",),
}
"""Part -> the words that stand for it in a diary, in every place where it can stand."""


def everything(diary: Diary) -> None:
    diary.log_all(
        [
            *(f"2026-11-{day:02}: left calf 4" for day in range(1, 20)),
            '2026-11-20 21:00 left calf 3 "secretepisode"',
            "note secretday",
            'run 30m "secretworkout"',
            '2026-11-02: started hushium 300mg "secretmedicine"',
            "2026-11-03: took quietol 20mg",
            '2026-11-10: visit neurologist "secretvisit"',
            "2026-11-04: ill privateflu",
            "2026-11-05: test privatetest normal",
        ]
    )
    diary.said("template", "set", "9", 'left calf 4 "secrettemplate"')
    tell(diary, main_worry="privateworry", questions="privatequestion", family_history="privatekin")
    tell(diary, nicotine="privatesmoke", birth_year="1971")


def bytes_of(path: Path) -> bytes:
    """All that a file tells: of a PDF its text, its metadata and its bytes, of a zip its names and what it holds."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        pages = read(path)
        texts = [page.extract_text() for page in pages.pages]
        return content + "\n".join([*texts, str(pages.metadata), str(pages.xmp_metadata)]).encode()
    if path.suffix == ".zip":
        with ZipFile(path) as archive:
            return content + b"\n".join(
                info.filename.encode() + info.comment + info.extra + archive.read(info) for info in archive.infolist()
            )
    return content


def test_what_is_left_out_stands_nowhere_in_what_leaves_and_no_name_of_the_machine_does(
    diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("USER", "LOGNAME", "HOSTNAME"):
        monkeypatch.setenv(variable, "zerlina")
    monkeypatch.setenv("HOME", str(tmp_path))
    everything(diary)
    words = {word for secrets in SECRETS.values() for word in secrets}
    without = ["--without", ",".join(SECRETS), "--name", "Zenobia"]
    page, message = tmp_path / "page.pdf", tmp_path / "message.txt"
    diary.said("report", str(page), *without, "--with", "episodes")
    diary.said("report", str(message), *without)
    for shown in (page, message):
        preview, content = diary.said("report", str(shown), *without, "--preview"), bytes_of(shown)
        for word in words:
            assert word not in preview, (shown, word)
            assert word.encode() not in content, (shown, word)
    assert "hushium" in diary.said("report", "-")
    files = [page, message]
    for kind in ("doctor", "spreadsheet", "analysis"):
        archive = tmp_path / f"{kind}.zip"
        diary.said("export", str(archive), "--for", kind, "--without", "notes")
        preview = diary.said("export", str(archive), "--for", kind, "--without", "notes", "--preview")
        content = bytes_of(archive)
        for word in SECRETS["notes"]:
            assert word not in preview, (kind, word)
            assert word.encode() not in content, (kind, word)
        files.append(archive)
    for file in files:
        content = bytes_of(file)
        for name in (str(tmp_path), diary.path.name, "zerlina"):
            assert name.encode() not in content, (file, name)


@pytest.mark.parametrize("arguments", [["report", "~nobody-here/a.pdf"], ["export", "~nobody-here/a"]])
def test_a_home_folder_of_nobody_is_refused_in_a_sentence(diary: Diary, arguments: list[str]) -> None:
    diary.log("left calf")
    assert diary.refused(*arguments).startswith(f"Nobody knows whose home folder {arguments[1]} means.")
