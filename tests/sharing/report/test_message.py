"""The message for a portal: never longer than it takes, what is asked first stands first, each sentence for itself."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.catalog.signs import SIGNS
from journal.sharing.report.content import Line, Listing, Report, Section, SignEntry
from journal.sharing.report.message import CONTINUED_LABEL, FIRST, GOES_ON, KEYS, LONGEST, SHORTENED, message
from journal.sharing.report.wording import one_line
from tests.diary import Diary
from tests.sharing.report.pages import QUESTION, content, overfull, usual
from tests.store.diaries import by_hand

LEAST = 10
"""The characters of a text that was cut which stand among the first at least."""
letters = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")), max_size=12)
MORE_SITES = ("chin", "jaw", "thigh", "ankle", "nose", "thumb", "hip", "neck", "toe")
ANSWERS = (("function", 1), ("trip", 0), ("numb", 1))

words = st.builds(lambda piece, times: one_line(piece * times), letters, st.integers(0, 60))
texts = st.builds(lambda first, text: f"{first}{text}", st.sampled_from("abc"), words)
lines = st.builds(Line, st.sampled_from(("Place", "Family", "")), words, st.booleans())
lists = st.builds(Listing, st.just("Tests"), st.lists(words, max_size=12).map(tuple))
days = st.sampled_from((date(2026, 11, 14), date(2026, 10, 30)))
details = st.sampled_from(("", "since 14 Nov 2026, worse, discussed on 30 Oct 2026"))
answers = st.builds(
    lambda yes, day, text: (yes, day, text if yes else ""), st.sampled_from((True, False, None)), days, details
)
MOST_LOGGED = (
    "3,061 of 3,652 days logged, 2,048 of them on the same day (of 1,100 it is not known), 310 paused; self-reported"
)
PERIODS = (
    ("24 Aug to 21 Nov 2026", "61 of 90 days logged; self-reported"),
    ("30 Nov 2016 to 29 Nov 2026", MOST_LOGGED),
)


@st.composite
def first_lines(draw: st.DrawFn, key: str) -> Line | Listing:
    """One of those that stand first: a text, or a list with short names of its things."""
    if key == "medicines":
        items = tuple(draw(st.lists(texts, min_size=1, max_size=12)))
        return Listing("About medicines", items, key=key, short=tuple(item[:20] for item in items))
    return Line(
        f"About {key}", draw(texts), draw(st.booleans()), key, after=draw(st.sampled_from(("", " (first logged)")))
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    first = [draw(first_lines(key)) for key in KEYS if key != "signs" and draw(st.booleans())]
    others = draw(st.lists(st.one_of(lines, lists), max_size=12))
    section = Section("summary", "In short", tuple(draw(st.permutations([*first, *others]))))
    name, who = draw(st.text("abc ", max_size=100)), draw(words)[:60]
    period, logged = draw(st.sampled_from(PERIODS))
    signs = tuple(SignEntry(sign.brief, *draw(answers)) for sign in SIGNS) if draw(st.booleans()) else ()
    title = "Muscle twitching: summary of a diary"
    return Report(title, name, who, period, logged, (section,), None, (), (), date(2026, 11, 29), signs)


@settings(deadline=None, max_examples=25)
@given(reports())
def test_whatever_the_person_wrote_what_is_asked_first_stands_first(report: Report) -> None:
    text = message(report)
    first, lines = text[:FIRST], text.splitlines()
    assert len(text) <= LONGEST
    if any(sign.is_present is not None for sign in report.signs):
        assert [sign.name for sign in report.signs if sign.name not in first] == []
    keys = [key for key in KEYS if report.line(key)]
    places = [first.index(f"\nAbout {key}: ") for key in keys]
    assert places == sorted(places)
    for key in keys:
        line = report.line(key)
        assert line
        label = f"About {key}"
        (stands,) = [each.removeprefix(f"{label}: ") for each in lines if each.startswith(f"{label}: ")]
        assert f"\n{label}: {stands}\n" in first
        if GOES_ON in stands:
            assert len(stands.partition(GOES_ON)[0]) > LEAST
            below = [each for each in lines if each.startswith(label + CONTINUED_LABEL)]
            assert below or f"“{label}”" in lines[-1] or " more." in lines[-1]
        elif isinstance(line, Line):
            assert stands.startswith(line.text + line.after)
        else:
            assert stands.startswith(line.text)


def test_each_sentence_stands_on_its_own_line(diary: Diary) -> None:
    text = message(content(usual(diary), name="Ada"))
    lines = text.splitlines()
    assert lines[0].startswith("Muscle twitching: summary of a diary, 24 Aug to 21 Nov 2026, 15 of 90 days logged")
    assert lines[1] == "Ada."
    assert "The person: born 1980, left-handed." in lines
    assert lines[2] == "Twitches first noticed: March 2026 (first logged on 1 Nov 2026)."
    assert f"Question for the doctor: {QUESTION}" in lines
    assert all(line.endswith((".", "?", "…")) for line in lines)
    assert "\nSigns that a doctor asks for: none was asked.\n" in text[:FIRST]
    assert "\nSelf-experiment: none.\n" in text
    assert "\nNot asked: the twitching compared with three months ago; " in text
    assert SHORTENED not in text


def test_a_message_that_is_shortened_says_what_of(diary: Diary) -> None:
    text = message(content(overfull(diary)))
    assert f"\n{SHORTENED}: “Twitches first noticed”; “Medicines”; “Question for the doctor”; " in text
    assert "Sites also logged" not in text
    assert "\nMedicines: medicine0 100 mg; medicine1 200 mg; medicine2 300 mg; " in text[:FIRST]
    assert "\nMedicines, continued: medicine0 100 mg, since 1 Sep 2026; " in text
    assert (
        "\nQuestion for the doctor: a long story of how it began, a long story of… (goes on below).\n" in text[:FIRST]
    )
    assert "\nQuestion for the doctor, continued: how it began, a long story of how it began, " in text


def test_a_sign_that_is_there_stands_first_among_the_signs(diary: Diary) -> None:
    diary.log_all(["left calf 4", *(f"{site} 2" for site in MORE_SITES)])
    by_hand(
        diary.path,
        "INSERT INTO sign_check (day) VALUES ('2026-11-14')",
        *(f"INSERT INTO sign (day, sign, present) VALUES ('2026-11-14', '{sign}', {value})" for sign, value in ANSWERS),
    )
    text = message(content(diary))
    yes = "can no longer do something (since 14 Nov 2026); numbness that stays (since 14 Nov 2026)"
    no = "Signs answered with no on 14 Nov 2026: tripping, or a foot that drops."
    assert f"\nSigns answered with yes on 14 Nov 2026: {yes}.\n{no}\n" in text[:FIRST]
    assert "\nSigns not asked: slurred speech or choking; " in text[:FIRST]
    assert text.count("numbness that stays") == 1
    assert "\nWhere it twitches: many places, most often ankle (1 day), left calf (1) and chin (1); " in text
    others = "; ".join(f"{site} 1 day" for site in ("hip", "jaw", "neck", "nose", "thigh", "thumb", "toe"))
    assert f"\nSites also logged: {others}.\n" in text
