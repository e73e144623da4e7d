"""A month with the diary, and nothing but the shell: told as it is lived."""

import json
from collections.abc import Callable

from tests.diary import Diary
from tests.shell.conftest import Editor
from tests.store.diaries import ask, by_hand


def test_a_month_in_the_shell(diary: Diary, answer: Callable[[str], None], editor: Editor) -> None:
    at, said, refused = diary.at, diary.said, diary.refused

    # Monday, 2 November. An eyelid has twitched for days, and a friend has named the diary.
    at("2026-11-02 19:30")
    assert "Nothing is logged for this day." in said("show")
    assert not diary.path.exists()
    assert "stored: Mon 2 Nov 19:30  left eyelid, twitch, 3 of 10" in said("log", "left", "eyelid", "3")
    assert "right eyelid" in said("log", "eyelid", "r", "x12", "20m", "ago", "after gaming")
    assert "calf?" in refused("log", "claf 3")
    assert "undone: Mon 2 Nov 19:10  right eyelid" in said("undo")
    assert "redone: Mon 2 Nov 19:10  right eyelid" in said("redo")

    # Before bed the check-in asks what is still open; coffee is said as coffee, and one question stays open.
    at("2026-11-02 23:00")
    answer("6.5\n7\n2 coffees\nno\n\n")
    evening = said("checkin")
    assert "Any twitches" not in evening
    assert evening.count("stored: ") == 4
    page = said("show")
    assert "Stress         7 of 10" in page
    assert "Caffeine       192 mg      from 2 drinks" in page
    assert "How twitchy?   not logged" in page
    assert "Workout load   none" in page

    # Tuesday, past midnight: a cramp, which still belongs to Tuesday; it goes on, and stretching ends it.
    at("2026-11-04 01:30")
    said("start", "left", "calf", "cramp")
    assert "is going on already" in refused("start", "left", "calf")
    at("2026-11-04 01:34")
    receipt = said("stop", "7", "+stretch")
    assert "Wed 4 Nov 01:30, in the night of Tue 3  left calf, cramp, 7 of 10, 4 min, stretching helped" in receipt
    assert diary.daily("2026-11-04") is None

    # The habits that matter to this person become words of their own.
    at("2026-11-05 20:00")
    said("question", "add", "steps", "--unit", "steps")
    said("question", "add", "mood", "--low-means", "low", "--high-means", "good")
    said("question", "on", "anxiety")
    said("question", "off", "twitchiness")
    said("term", "add", "drink", "guayusa", "--size", "300ml", "--caffeine", "80mg")
    said("term", "add", "site", "brow_tail", "--parent", "eyelid")
    said("template", "set", "1", "left", "eyelid", "2")
    assert "8000 steps" in said("log", "steps 8000")
    assert "2 guayusas, 600 ml, 160 mg caffeine" in said("log", "2 guayusas")
    assert "left eyelid, twitch, 2 of 10" in said("log", "1")
    assert "left brow tail, twitch" in said("log", "left", "brow_tail")
    asked = {line["question"] for line in diary.page("2026-11-05")["questions"]}
    assert {"steps", "mood", "anxiety"} <= asked
    assert "twitchiness" not in asked

    # A holiday without the diary, and the gaps are closed in one go: five days had no twitch, two stay open.
    at("2026-11-12 21:00")
    answer("".join("\n\n\n\nnone\n\n\n\n" if day not in (2, 4) else "\n\n\n\n\n\n\n\n" for day in range(7)))
    assert said("checkin", "--gaps").count("no twitches") == 5
    counts = {f"2026-11-{day:02}": (diary.daily(f"2026-11-{day:02}") or {}).get("twitches") for day in range(6, 13)}
    assert list(counts.values()) == [0, 0, None, 0, None, 0, 0]
    said("undo")
    assert ask(diary.path, "SELECT count(*) FROM answer WHERE question = 'any_twitches'") == [0]
    said("redo")

    # Many lines at once, from a note on the phone; one of them is wrong, so none is stored.
    at("2026-11-13 20:00")
    lines = "yesterday: sleep 5, stress 8, lift legs 60m 9\nespresso 08:00\nwater a lot\n"
    answer(lines)
    assert "Line 3: " in refused("log", "-")
    answer(lines.replace("water a lot", "water 0.5l"))
    assert said("log", "-").count("stored: ") == 5

    # Corrections: what was logged under the wrong day, side, size; in words, and once in the editor.
    assert "as it was" not in said("edit", "last", "0.3l", "15:00")
    espresso = json.loads(said("find", "espresso", "--json"))[0]["short_id"]
    assert "changed: Fri 13 Nov 07:30  espresso" in said("edit", espresso, "07:30")
    assert "stress 6 of 10" in said("edit", "yesterday:stress", "6")
    said("log", "thumb", "3", "at the [desk]")
    editor("path.write_text(text.replace('thumb', 'left thumb').replace('desk', 'piano'))")
    assert "left thumb, twitch, 3 of 10, “at the [piano]”" in said("edit", "last")
    editor("path.write_text(text.replace('thumb', 'thumbbb'))")
    assert "is kept in" in refused("edit", "last")
    assert "“at the [piano]”" in said("find", "piano")

    # No coffee today: the none gives way to the coffee that came after all, and a none over a coffee is refused.
    at("2026-11-16 10:00")
    said("log", "no caffeine")
    at("2026-11-16 16:00")
    assert "“no caffeine” of that day gives way while this stands" in said("log", "coffee")
    assert "does not go with what" in refused("log", "no", "caffeine")
    said("delete", "last")
    assert (diary.daily("2026-11-16") or {}).get("caffeine_mg") == 0, "what was said earlier counts again"
    said("undo")
    assert (diary.daily("2026-11-16") or {})["caffeine_mg"] == 96

    # The doctor: a medicine, a dose as needed, a test, a visit ahead.
    at("2026-11-18 12:00")
    said("log", "started magnesium 300mg")
    said("log", "took ibuprofen 400mg")
    said("log", "test CK normal")
    said("log", "visit neurologist 12 Dec")
    assert "stopped magnesium" in said("log", "stopped magnesium")
    assert said("find", "magnesium").count("\n") == 1
    assert said("find").startswith("Sat 12 Dec 2026  visit: neurologist")

    # A flight to Tokyo: a twitch keeps the clock at which it was lived, and an edit stays on it.
    said("log", "2026-11-17 23:50+09:00 right thumb")
    assert "23:50+09:00" in said("show", "2026-11-17")
    assert "22:10+09:00" in said("edit", "last", "22:10")

    # What nobody shall ever read is erased, with all that it was before; undo passes over it.
    at("2026-11-20 22:00")
    said("log", "note the argument with Robin")
    said("edit", "today:note", "quarrel with Robin")
    assert "so it asks first" in refused("erase", "today:note")
    assert "erased for good: Fri 20 Nov  note: quarrel with Robin" in said("erase", "today:note", "--yes")
    assert b"Robin" not in diary.path.read_bytes()
    assert "changed back to: " in said("undo")
    said("redo")

    # Someone who knows SQLite changes a row by hand; that is taken back like anything else.
    by_hand(diary.path, "UPDATE episode SET intensity = 9 WHERE site = 'thumb' AND side = 'left'")
    assert "(changed by hand, with another program)" in said("undo")

    # The days begin later for someone who works at night, and ounces are what the bottle says; stored days stay.
    before = ask(diary.path, "SELECT id, day FROM episode")
    said("settings", "day_starts", "6")
    said("settings", "units", "oz")
    assert ask(diary.path, "SELECT id, day FROM episode") == before
    at("2026-11-21 05:30")
    assert "stored: Sat 21 Nov 05:30, in the night of Fri 20  water, 16.9 oz" in said("log", "water 500ml")

    # The month at its end: what was logged is a value or none, what was not is neither.
    at("2026-11-30 20:00")
    month = json.loads(said("show", "2026-11-01..2026-11-30", "--json"))
    assert len(month) == 30
    twitches = {day["day"][-2:]: day["daily"]["twitches"] for day in month if day["logged"]}
    assert twitches["02"] == 13
    assert twitches["06"] == 0
    assert twitches["08"] is None if "08" in twitches else True
    assert said("show", "2026-11-01..2026-11-30").startswith(
        "Something is logged on 13 of 30 days, 2026-11-01 to 2026-11-30"
    )

    # And all of it can be taken back, step by step, to the empty page of the first evening.
    steps = 0
    while diary.ran("undo")[0] == 0:
        steps += 1
    assert steps > 30
    assert ask(diary.path, "SELECT count(*) FROM daily") == [0]
    assert "Nothing is logged for this day." in said("show", "2026-11-02")
    while diary.ran("redo")[0] == 0:
        steps -= 1
    assert steps == 0
    assert json.loads(said("show", "2026-11-01..2026-11-30", "--json")) == month
