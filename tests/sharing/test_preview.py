"""What leaves is seen before anything is written."""

from pathlib import Path

from tests.diary import Diary
from tests.disease_names import disease_names
from tests.sharing.report.pages import usual


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
        "- the days before 1 Nov 2026, but for when it began, the months compared, and tests",
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
