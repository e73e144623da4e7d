"""backup, backups and restore: what they say, and what they ask first."""

from pathlib import Path

import pytest

from tests.diary import Diary, make
from tests.store.damage import empty_an_index, root_page, write_over
from tests.store.diaries import by_hand, dump

pytestmark = pytest.mark.once_a_day


def test_a_backup_goes_into_the_folder_or_into_a_file_that_nothing_is(diary: Diary, tmp_path: Path) -> None:
    assert diary.refused("backup") == f"There is no diary at {diary.path} yet."
    diary.log("left calf 4")
    copy = tmp_path / "backups" / "diary-2026-11-21-200000-asked.db"
    assert diary.said("backup") == f"copied: {copy}, 1 record on 1 day; checked\n"
    assert dump(copy) == dump(diary.path)
    own = tmp_path / "own.db"
    assert diary.said("backup", str(own)) == f"copied: {own}, 1 record on 1 day; checked\n"
    assert "is there already, and it was left as it is" in diary.refused("backup", str(own))


def test_backups_lists_what_each_holds_and_whether_it_is_still_what_was_written(diary: Diary, tmp_path: Path) -> None:
    assert "There is no backup yet; the next line you log makes one" in diary.said("backups")
    diary.log("left calf 4")
    diary.said("backup")
    diary.at("2026-11-22 20:00").log("yesterday: stress 3")
    diary.said("backup")
    first, second = (line for line in diary.said("backups").splitlines() if "asked for" in line)
    assert first.split() == [*"Sat 21 Nov 20:00 1 record 1 day".split(), *first.split()[8:10], "ok;", "asked", "for"]
    assert second.startswith("Sun 22 Nov 20:00  2 records  1 day")
    with (tmp_path / "backups" / "diary-2026-11-21-200000-asked.db").open("r+b") as file:
        file.seek(5000)
        file.write(b"\x00\x01\x02")
    assert "DAMAGED; asked for" in diary.said("backups").splitlines()[1]


def test_the_settings_choose_folder_and_numbers_and_what_they_cannot_mean_is_said(diary: Diary, tmp_path: Path) -> None:
    settings, chosen = tmp_path / "settings.toml", tmp_path / "other folder"
    settings.write_text(f'[backups]\nfolder = "{chosen}"\noff = true\n')
    diary.log("left calf 4")
    assert diary.said("backups").startswith(f"{chosen}\nThere is no backup yet; none is made by itself: off = true")
    diary.said("backup")
    assert [path.suffix for path in sorted(chosen.iterdir())] == [".db", ".json"]
    assert f"backups  {chosen}\n         1 backup; off in the settings\n" in diary.said("where")
    settings.write_text('[backups]\nfolder = "not/in/full"\ndaily = -1\nweekly = 3\n')
    code, output, errors = diary.ran("backups")
    assert (code, output.splitlines()[0]) == (0, str(tmp_path / "backups"))
    assert errors == (
        f"{settings}: [backups] folder = 'not/in/full', daily = -1 cannot be understood; the usual holds.\n"
    )


def test_a_restore_says_what_would_change_and_keeps_what_was_there(
    diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary.log("stress 3")
    diary.said("log", "yesterday: left calf 4 @10:00")
    diary.log("stress 8")
    diary.log("coffee")
    diary.said("delete", diary.page("2026-11-20")["records"][0]["id"])
    was = dump(diary.path)
    assert diary.refused("restore", "1 Nov").startswith("There is no backup of Sun 1 Nov in ")
    assert "there is one of Sat 21 Nov" in diary.refused("restore", "1 Nov")
    assert "it is no day; `twitch-journal backups` lists" in diary.refused("restore", "nosuch.db")
    assert "is the diary itself" in diary.refused("restore", str(diary.path))
    code, output, errors = diary.ran("restore", "today")
    assert (code, errors) == (
        2,
        "A restore asks first; where nobody can answer say --yes. Nothing was changed.\n",
    )
    assert output.splitlines()[1:] == [
        "1 record would go",
        "1 record would come back",
        "1 record would be as it was then",
        "on Fri 20 Nov, Sat 21 Nov",
    ]
    assert dump(diary.path) == was
    *_, restored, kept, way_back = diary.said("restore", "today", "--yes").splitlines()
    assert restored == f"restored: {diary.path} holds 2 records on 2 days"
    name = "diary-2026-11-21-200000-before-restore.db"
    assert kept == f"kept: {diary.path.parent / 'backups' / name}"
    assert way_back == f"`twitch-journal restore {name}` puts back what was there."
    assert "Stress         3 of 10" in diary.said("show")
    diary.said("restore", name, "--yes")
    assert dump(diary.path) == was


def test_another_diary_is_not_put_in_the_place_of_this_one_without_a_word(diary: Diary, tmp_path: Path) -> None:
    diary.log("stress 3")
    other = tmp_path / "other.db"
    make(other)
    diary.said("--db", str(other), "log", "stress 4")
    code, output, _ = diary.ran("restore", str(other))
    assert code == 2
    assert f"It is another diary than the one that {diary.path} is, or was." in output


def test_a_diary_that_is_gone_or_damaged_is_restored(diary: Diary) -> None:
    diary.log("stress 3")
    diary.log("left calf 4")
    diary.said("backup")
    was = dump(diary.path)
    whole = diary.path.read_bytes()
    empty_an_index(diary.path)
    assert "No record would change, as far as" in " ".join(diary.ran("restore", "today")[1].split())
    write_over(diary.path, root_page(diary.path, "answer"), 0, b"\xff" * 40)
    output = " ".join(diary.ran("restore", "today")[1].split())
    assert "2 records on 1 day, of Sat 21 Nov; what is there now is kept byte for byte." in output
    assert "Of what is there now 1 record on 1 day can still be read" in output
    diary.path.write_bytes(whole)
    for octets in (None, b"", b"no diary at all" * 100):
        diary.path.unlink()
        if octets is not None:
            diary.path.write_bytes(octets)
        diary.said("restore", "today", "--yes")
        assert dump(diary.path) == was
    (kept,) = diary.path.parent.joinpath("backups").glob("*-damaged.db")
    assert kept.read_bytes() == b"no diary at all" * 100


# ---- by themselves ------------------------------------------------------------------------------------------


def names(diary: Diary) -> list[str]:
    return sorted(path.name for path in diary.path.parent.glob("backups/*.db"))


def test_the_first_write_of_a_day_makes_a_backup_after_its_echo(diary: Diary) -> None:
    diary.said("show")
    assert names(diary) == []
    diary.said("log", "left calf 4")
    diary.said("log", "left calf 5")
    assert names(diary) == ["diary-2026-11-21-200000.db"]
    for clock in ("2026-11-22 03:00", "2026-11-22 09:00"):
        diary.at(clock).said("log", "stress 3")
    diary.at("2026-11-23 09:00").said("show")
    assert names(diary)[1:] == ["diary-2026-11-22-030000.db"]
    diary.said("undo")
    assert names(diary)[2:] == ["diary-2026-11-23-090000.db"]
    assert diary.said("backups").splitlines()[-1].startswith("3 backups, ")


def test_none_is_made_where_the_settings_say_so_and_a_folder_that_cannot_be_is_said(
    diary: Diary, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text("[backups]\noff = true\n")
    diary.said("log", "left calf 4")
    assert names(diary) == []
    settings.write_text(f'[backups]\nfolder = "{settings}/backups"\n')
    code, output, errors = diary.at("2026-11-22 09:00").ran("log", "stress 3")
    assert (code, output[:8]) == (0, "stored: ")
    assert errors.startswith(f"No backup was made: no backup could be made in {settings}/backups (")
    settings.write_text('[backups]\nfolder = "elsewhere"\n')
    errors = diary.ran("log", "stress 4")[2]
    assert errors.endswith("'elsewhere' cannot be understood; backups are made as usual, and none is removed.\n")
    assert names(diary) == ["diary-2026-11-22-090000.db"]


def test_a_diary_that_lost_much_by_another_program_pushes_no_backup_out_and_says_so(
    diary: Diary, tmp_path: Path
) -> None:
    (tmp_path / "settings.toml").write_text("[backups]\ndaily = 1\nweekly = 0\nmonthly = 0\n")
    diary.said("log", "2026-11-20: stress 3, none, coffee")
    diary.at("2026-11-22 09:00").said("log", "stress 4")
    assert names(diary) == ["diary-2026-11-22-090000.db"]
    by_hand(diary.path, "DELETE FROM drink", "DELETE FROM answer WHERE day = '2026-11-20'")
    code, output, errors = diary.at("2026-11-23 09:00").ran("log", "stress 5")
    assert (code, output[:8]) == (0, "stored: ")
    assert errors == (
        "2 records of diary-2026-11-22-090000.db went out of the diary, and not by anything done here; so no backup is"
        " removed. `twitch-journal restore diary-2026-11-22-090000.db` says of which days before it changes anything;"
        " if all is as it should be, `twitch-journal backup` makes one to go on from.\n"
    )
    diary.at("2026-11-24 09:00").ran("log", "stress 6")
    assert len(names(diary)) == 3
    diary.said("backup")
    diary.at("2026-11-25 09:00").said("log", "stress 6")
    assert names(diary) == ["diary-2026-11-24-090000-asked.db", "diary-2026-11-25-090000.db"]
