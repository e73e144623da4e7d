"""The message for a portal: never longer than it takes, what is asked first stands first, each sentence for itself."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.sharing.report.content import Line, Listing, Report, Section
from journal.sharing.report.message import FIRST, KEYS, LONGEST, SHORTENED, message
from tests.diary import Diary
from tests.sharing.report.pages import QUESTION, content, overfull, usual
from tests.store.diaries import by_hand

letters = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), max_size=12)
ANSWERS = (("function", 1), ("trip", 0), ("numb", 1))

words = st.builds(lambda piece, times: piece * times, letters, st.integers(0, 40))
lines = st.builds(Line, st.sampled_from(("Where", "Family", "")), words, st.booleans())
lists = st.builds(Listing, st.just("Tests"), st.lists(words, max_size=12).map(tuple))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    asked = [Line(f"About {key}", draw(words), key=key) for key in KEYS if draw(st.booleans())]
    others = draw(st.lists(st.one_of(lines, lists), max_size=12))
    section = Section("summary", "In short", tuple(draw(st.permutations([*asked, *others]))))
    name = draw(st.text("abc ", max_size=100))
    period, logged = "1 Sep to 29 Nov 2026", "61 of 90 days logged, 48 of them on the same day; self-reported"
    return Report("Summary", name, draw(words)[:60], period, logged, (section,), None, (), (), date(2026, 11, 29))


@settings(deadline=None, max_examples=40)
@given(reports())
def test_a_message_is_never_too_long_and_has_first_what_is_asked_first(report: Report) -> None:
    text = message(report)
    assert len(text) <= LONGEST
    asked = [key for key in KEYS if report.line(key)]
    places = [text[:FIRST].index(f"About {key}:") for key in asked]
    assert places == sorted(places)
    after = [line for line in text.splitlines() if line.startswith("About ")]
    assert len(after) == len(asked)
    assert text.index(after[-1]) + len(after[-1]) <= FIRST if after else True


def test_each_sentence_stands_on_its_own_line(diary: Diary) -> None:
    text = message(content(usual(diary), name="Ada"))
    lines = text.splitlines()
    assert lines[0].startswith("Muscle twitching: summary of a diary, 24 Aug to 21 Nov 2026, 15 of 90 days logged")
    assert lines[1] == "Ada, born 1980, left-handed."
    assert lines[2] == "Twitches first noticed: March 2026; first logged on 1 Nov 2026."
    assert f"Question for the doctor: {QUESTION}" in lines
    assert all(line.endswith((".", "?", "…")) for line in lines)
    assert "\nSelf-experiment: none.\n" in text
    assert lines[-1].startswith("Not asked: the twitching compared with three months ago; ")
    assert SHORTENED not in text


def test_a_message_that_is_shortened_says_so(diary: Diary) -> None:
    text = message(content(overfull(diary)))
    assert text.endswith(f"{SHORTENED}\n")
    assert "\nUsual intensity of an episode: " in text
    assert "Sites also logged" not in text
    assert "and 4 more" in text[:FIRST] or "…" in text[:FIRST]


def test_a_list_with_no_room_among_the_first_goes_on_in_a_sentence_of_its_own() -> None:
    signs = Line("Answered no", "; ".join(f"sign {number} of them all" for number in range(50)), False, "signs")
    signs = signs._replace(
        alone="Signs answered with no (last asked on 4 Nov 2026)", after=" (last asked on 4 Nov 2026)"
    )
    report = Report("Summary", "", "", "2026", "all", (Section("", "", (signs,)),), None, (), (), date(2026, 11, 29))
    lines = message(report).splitlines()
    assert lines[1].startswith("Signs answered with no (last asked on 4 Nov 2026): sign 0 of them all; ")
    named = lines[1].count("of them all")
    assert lines[1].endswith(f"; and {50 - named} more, named below.")
    asked = "Further signs answered with no (last asked on 4 Nov 2026): "
    assert lines[2].startswith(f"{asked}sign {named} of them all; ")


def test_a_sign_that_is_there_stands_first_among_the_signs(diary: Diary) -> None:
    diary.log("left calf 4")
    by_hand(
        diary.path,
        "INSERT INTO sign_check (day) VALUES ('2026-11-14')",
        *(f"INSERT INTO sign (day, sign, present) VALUES ('2026-11-14', '{sign}', {value})" for sign, value in ANSWERS),
    )
    text = message(content(diary))
    asked = "(since 14 Nov 2026, last asked on 14 Nov 2026)"
    yes = f"can no longer do something they could {asked}; numbness that stays {asked}"
    assert f"\nSigns answered with yes: {yes}.\n" in text[:FIRST]
    no = "Signs answered with no (last asked on 14 Nov 2026): tripping, or a foot that drops."
    assert f"\n{no}\nMedicines" in text[:FIRST]
    assert "\nSigns that were not asked: slurred speech, or choking; " in text[FIRST // 2 :]
    assert text.count("numbness that stays") == 1
