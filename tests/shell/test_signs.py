"""The signs in the shell, over some months: asked one by one, none of these, discussed, what a doctor advised."""

import json

from tests.diary import Diary
from tests.shell.conftest import Answer
from tests.store.diaries import ask, by_hand


def test_half_a_year_of_signs(diary: Diary, answer: Answer) -> None:
    diary.log_all([f"2026-11-{day:02}: left calf" for day in range(8, 22)])
    answer("no\nweak\nYES\nno\n\nmaybe\nno\nnone\nbetter\n4\n11\n8\n")
    output = diary.said("signs")
    for text in (
        "Worth one visit to your usual doctor if it lasts over two weeks",
        "Signs, without testing yourself",
        "Feeling weak while you can do everything is common in benign twitching",
        "    This week: Make an appointment with your usual doctor, and say how often, which foot and since when.",
        "    say yes or no; Enter leaves it open",
        "    say a whole number from 0 to 10; Enter leaves it open",
        "stored: Sat 21 Nov  tripping, or a foot that drops; no to 9, no doctor has looked, feels weak, can do",
        "better than three months ago, bother 4 of 10, worry 8 of 10",
        "Some people worry more when they track. Pause? `twitch-journal pause` does.",
        "Worry that takes an hour a day is treatable too: ask.",
    ):
        assert text in output
    assert output.count("Did it begin suddenly, within minutes") == 1
    diary.undo()
    assert "The signs were not asked yet" in diary.said("signs", "list")
    diary.said("redo")

    diary.log("visit neurologist 2026-11-25")
    diary.at("2026-11-26 20:00")
    answer("rest, and no [more] tests\nif I drop things\n")
    assert "It stands" not in diary.said("signs", "advice")
    assert "neurologist" in diary.said("find", "no [more] tests") == diary.said("find", "DROP things")
    assert (
        diary.said("signs", "discussed", "trip", "yesterday")
        == "tripping, or a foot that drops: discussed on Wed 25 Nov\n"
    )

    diary.at("2026-12-19 20:00")
    answer("none\nworse\nno\n")
    output = diary.said("signs")
    assert "Has a doctor looked" not in output, "not asked again after a visit"
    assert output.index("The doctor advised: rest, and no [more] tests") < output.index("without testing yourself")
    assert "To come back: if I drop things" in output
    assert "Discussed on Wed 25 Nov: tripping, or a foot that drops. How is it (better, same, worse or gone)?" in output
    assert "    This week: Make an appointment" in output
    assert diary.page("2026-12-19")["signs"] == ["signs: tripping, or a foot that drops (worse); no to 9"]
    assert diary.said("signs", "list").count("tripping") == 1
    assert json.loads(diary.said("signs", "list", "--json"))["signs"]["trip"]["course"] == "worse"

    diary.at("2027-01-20 20:00")
    answer("\n\n\n")  # Ctrl-D
    assert diary.said("signs").endswith("Nothing was answered, so nothing was stored.\n")
    output = diary.said("signs", "none")
    assert "no to 9 of 10" in output
    assert "Discussed, and better, same or worse?" in output
    assert "They are asked again from Wed 17 Feb 2027 on." in output
    assert "Nothing was stored: what can be answered with no was answered today" in diary.said("signs", "none")
    assert diary.said("signs", "off").startswith("The signs are not asked any more")
    assert "`signs on` asks them again" in diary.said("signs", "list")


def test_a_yes_that_began_suddenly_ends_the_questions_with_when_to_get_help(diary: Diary, answer: Answer) -> None:
    answer("\n\n\nyes\nyes\n9\n")
    code, output, errors = diary.ran("signs")
    assert code == 0
    assert "If it stands in When to get help, call your emergency number (112, 999, 911 or your country's)" in output
    assert "Call if any of these begins suddenly" in output
    assert "1 line behind it, from “9” on, were not read." in errors.replace("was", "were")
    assert ask(diary.path, "SELECT sign, present, sudden FROM sign") == [("speech", 1, 1)]
    by_hand(diary.path, "INSERT INTO setting VALUES ('emergency', '113')")
    answer("\n\n\nyes\nyes\n")
    assert "call 113, even if it has passed" in diary.said("signs")


def test_a_yes_outlasts_the_end_of_the_input_and_a_later_none_of_these(diary: Diary, answer: Answer) -> None:
    answer("\n\nyes")
    output = diary.said("signs")
    assert "This week: Make an appointment" in output, "also where it was not said how it began"
    assert "stored: Sat 21 Nov  tripping, or a foot that drops" in output
    answer("\nno\nnone\n")
    assert "stored: Sat 21 Nov  no to 9 of 10" in diary.said("signs")
    assert ask(diary.path, "SELECT sign FROM sign WHERE present") == ["trip"]


def test_more_piped_lines_than_questions_store_nothing_and_what_cannot_be_is_refused(
    diary: Diary, answer: Answer
) -> None:
    answer("no\nnone\nbetter\n1\n1\n1\n")
    code, _, errors = diary.ran("signs")
    assert (code, diary.path.exists()) == (2, False)
    assert "1 line more than there are questions, from “1” on" in errors
    diary.log("calf")
    assert diary.refused("signs", "discussed", "trip").startswith("“tripping, or a foot that drops” was not answered")
    assert diary.refused("signs", "advice") == "No visit is logged yet; `log visit neurologist 12 Nov` logs one."
    answer("12 Nov\n\n\n\n")
    diary.said("signs")
    assert ask(diary.path, "SELECT examined, examined_on FROM sign_check") == [(1, "2026-11-12")]
