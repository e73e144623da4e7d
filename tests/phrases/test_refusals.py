"""What is refused, and why: each message names the word, and the nearest known ones or what to say instead.

It is Saturday 21 November 2026, 14:05 in Berlin.
"""

import sys
from types import FrameType

import pytest

from tests.phrases.lines import of_each, refusal, said

LISTED = [
    ("water 1,000ml", "1,000", "say 1 or 1000"),
    ("water 1.000ml", "1.000", "say 1 or 1000"),
    ("took ibuprofen 1.000mg", "1.000", "say 1 or 1000"),
    ("took ibuprofen 1.125mg", "1.125", "say 1.1250 or 1125"),
    ("fluids 1.800", "1.800", "say 1.8 or 1800"),
    ("caffeine total 1.200mg", "1.200", "say 1.2 or 1200"),
    ("started magnesium 1.000 mg", "1.000", "say 1 or 1000"),
    ("left right calf", "left and right"),
    ("calf 3 tomorrow 10:00", "10:00", "Sun 22 Nov", "not come yet"),
    ("tea 300", "300 what?", "ml"),
    ("nap 20", "20 what?", "`nap 20m`"),
    ("calf 1l", "1l", "`1 left`"),
    ("middle calf", "“middle”", "0 to 10"),
    ('espresso "at work"', "a drink has no note", "`note ...`"),
    ("started left calf", "calf", "did you mean `start`?"),
    ("20/11 calf", "20/11", "write a date as `20 Nov`"),
    ("sleep 22:30", "22:30 a clock?", "`slept 22:30-06:00`"),
]
TWO_RECORDS = [
    ("espresso tea", "espresso and tea"),
    ("calf tea", "calf and tea", "`today: calf, tea`"),
    ("none calf", "none and calf"),
    ("sleep 6 nap 20m", "sleep and nap"),
    ("stress 7 anxiety 3", "stress and anxiety"),
    ("start espresso", "start and espresso"),
    ("no caffeine espresso", "no and espresso"),
    ("left calf and thumb", "calf and thumb"),
    ("left calf, right thumb", "calf and thumb"),
    ("calf note bad", "calf and note"),
    ("run 30m calf", "run and calf"),
    ("none some", "none and some"),
]
TWICE = [
    ("calf 4 5", "4 and 5"),
    ("calf 2m 3m", "2m and 3m"),
    ("calf x2 x3", "x2 and x3"),
    ("cramp calf twitch", "cramp and twitch"),
    ("calf pain no pain", "pain and no pain"),
    ("calf +heat -heat", "heat"),
    ('calf "a" "b"', '"a" and "b"'),
    ("calf today yesterday", "today and yesterday"),
    ("calf 10:00 2m ago", "10:00 and 2m ago"),
    ("yesterday evening calf morning", "evening and morning"),
    ("tea 200ml 300ml", "200ml and 300ml"),
    ("beer 5% 10g", "5% and 10g"),
    ("stress 7 8", "7 and 8"),
    ("lift 45m 8 9", "8 and 9"),
    ("sleep 6 7", "twice"),
    ("yesterday: calf today", "before the colon", "today"),
]
UNKNOWN = [
    ("clf 4", "“clf”", "did you mean calf?"),
    ("left clf", "“clf”", "calf"),
    ("calf crmap", "“crmap”", "cramp"),
    ("esspresso", "“esspresso”", "espresso"),
    ("calf yesterdy", "“yesterdy”", "yesterday"),
    ("5 Decembr calf", "“decembr”", "december"),
    ("calf +strech", "“strech”", "stretch"),
    ("calf stretch", "stretch", "`+stretch`", "`-stretch`", "`tried stretch`"),
    ("no cafeine", "“cafeine”", "caffeine"),
    ("forget stres", "“stres”", "stress"),
    ("upper", "“upper”", "upper eyelid"),
    ("run 30m lgs", "“lgs”", "legs"),
    ("xyzzy", "“xyzzy”", "`left calf 4 2m`"),
    ("left", "where?", "`left calf 4 2m`"),
    ("today", "where?"),
    ("7", "7", "template"),
    ("3", "“12:”"),
]
RANGES = [
    ("calf 14", "0 to 10", "14", "`14m`", "`x14`"),
    ("calf -1", "0 to 10", "-1"),
    ("calf 4.5", "whole number", "4.5"),
    ("calf 5/5", "5/5", "5/10"),
    ("calf x0", "1 to 9999", "0"),
    ("calf 0s", "0.1 s to 3660 d", "0s"),
    ("calf 40 days", "40"),
    ("calf 90000h", "3660 d", "90000h"),
    ("sleep 30", "0 to 24 h", "30"),
    ("sleep 30h", "0 to 24 h", "30h"),
    ("nap 25h", "1 min to 24 h", "25h"),
    ("slept 06:00-06:00", "06:00-06:00", "same time"),
    ("stress 11", "0 to 10", "11"),
    ("stress 7.5", "whole number", "7.5"),
    ("stress high", "stress what?", "0 to 10"),
    ("slept well 0", "1 to 5", "0"),
    ("no slept well", "1 to 5", "none"),
    ("screen 25h", "0 to 24 h", "25h"),
    ("screen 5l", "in h", "5l"),
    ("lift 45m 11", "0 to 10", "11"),
    ("tea 30l", "1 to 20000 ml", "30l"),
    ("20 beers 2l", "1 to 20000 ml", "40000 ml"),
    ("coffee 6000mg", "0 to 5000 mg", "6000mg"),
    ("beer 97%", "0 to 96 %", "97%"),
    ("21 coffees", "21 what?", "1 to 20"),
    ("took x 0mg", "more than 0", "0 mg"),
    ("calf 1e9", "“1e9”"),
    ("calf 9999999999999999", "too many digits"),
    ("calf 999999999999999h ago", "too long", "2026-11-20"),
]
DAYS_AND_CLOCKS = [
    ("30 Feb calf", "30 Feb", "no such day"),
    ("2026-02-30 calf", "2026-02-30", "no such day"),
    ("1899-12-31 calf", "1899-12-31", "1900-01-01"),
    ("50000 days ago calf", "50000 days ago", "1900-01-01"),
    ("2200-01-01 visit x", "2200-01-01", "too far ahead"),
    ("calf tomorrow", "tomorrow", "today is Sat 21 Nov"),
    ("stress 4 tomorrow", "tomorrow", "not come yet"),
    ("calf 16:00", "16:00 is still ahead", "`yesterday 16:00`"),
    ("calf 25:00", "25:00", "not a time of day"),
    ("calf 14:5", "14:5", "14:05"),
    ("calf @", "@", "not a time of day"),
    ("calf 13:05pm", "13:05pm", "not a time of day"),
    ("calf 10:00+14:01", "+14:01", "-12:00 to +14:00"),
    ("run 18:00-18:45", "18:45 is still ahead"),
    ("run 45m 09:00-09:30", "09:00-09:30", "given twice: 45m"),
    ("coffee 09:00-09:30", "09:00-09:30", "`09:00`"),
    ("yesterday: calf 09:00-05:00", "is 09:00-05:00 two clocks?"),
    ("calf ago", "`20m ago`"),
    ("evening calf", "evening", "not begun", "`yesterday evening`"),
    ("yesterday evening calf 08:00", "08:00", "evening"),
    ("yesterday calf 20m ago", "20m ago", "yesterday"),
    ("calf 2l ago", "2l ago", "20m ago"),
    ("stress 4 (day 2026-11-20)", "`stress`", "2026-11-20"),
    ("calf (day tomorrow)", "(day tomorrow)", "2026-11-20"),
    ("evening stress 4", "`stress`", "evening"),
    ("calf (day 2026-11-01)", "2026-11-01", "the one before or after"),
    ("calf 12:", "“12:”", "begins a line"),
]
OTHERS = [
    ("", "empty"),
    ("   \n", "empty"),
    (",", "holds no word"),
    ("today:", "nothing follows “today:”"),
    ("yesterday: start calf", "start", "behind a day"),
    ("yesterday: stop", "stop", "behind a day"),
    ("yesterday: tea 20m ago", "20m ago", "before the colon"),
    ("again", "no episode yet"),
    ("stop 5m", "`stop 5m ago`"),
    ("stop x2", "no count"),
    ("start calf 2m", "2m", "`stop`"),
    ("start calf yesterday", "needs a clock"),
    ('calf "open', "opened and not closed"),
    ('calf ""', "empty"),
    ('tea "open', "a drink has no note"),
    ('none "x"', "`none`", "the quoted text"),
    ("none 4", "`none`", "“4”"),
    ("calf 300mg", "300mg", "a twitch does not have"),
    ("calf 4 oz", "4 oz", "volume"),
    ("cup of tea", "“cup”", "`1 cup`"),
    ("tea +heat", "+heat", "drink"),
    ("caffeine", "how much caffeine?", "`caffeine 120mg`"),
    ("caffeine 300", "300 what?", "mg"),
    ("caffeine 100mg 200ml", "200ml", "does not have"),
    ("tea legs", "and"),
    ("lift legs", "how long?", "`lift 45m`"),
    ("lift 45 8", "0 to 10", "45", "`45m`"),
    ("stress", "stress what?", "0 to 10", "`stress 5`"),
    ('stress 5 "argument"', "stress", "`note ...`"),
    ("sleep", "how long?", "`sleep 6.5`"),
    ("nap", "how long", "`nap 20m`"),
    ("sleep badly", "how long?", "`sleep 6.5`"),
    ("slept 23:00-07:00 @08:00", "@08:00", "one time too many"),
    ("no", "no what?", "`no caffeine`"),
    ("forget", "forget what?", "`forget caffeine`"),
    ("no calf", "“no”", "`none`"),
    ("calf tried", "tried what?", "`tried massage`"),
    ("note", "note what?"),
    ("ill", "ill what?", "`ill cold`"),
    ("ill yesterday", "ill what?"),
    ("took 400mg", "took what?"),
    ("started cramp calf 4 2m", "calf", "`start`"),
    ("stopped calf", "calf", "`stop`"),
    ('stopped magnesium "why"', "`stopped`", "`note ...`"),
    ('took x "why"', "`took`", "`note ...`"),
    ('ill cold "a" "b"', "`ill`", "one note"),
    ('ill cold "a" cough', "put it last"),
    ("4 took ibuprofen", "took begins its line"),
    (b"calf \xff", "not UTF-8"),
    ("calf \x1b[31m", "U+001B"),
    ("calf \x85", "U+0085"),
    ("left calf 4 2m after coffee", "`for 2m`", "`2m ago`"),
    ("calf \udc80", "not UTF-8"),
    ('note "\x00"', "U+0000"),
    ('note "   "', "note what?"),
    ("note \u2003\t", "note what?"),
]


@of_each(*LISTED, *TWO_RECORDS, *TWICE, *UNKNOWN, *RANGES, *DAYS_AND_CLOCKS, *OTHERS)
def test_what_cannot_be_taken_is_refused_and_the_word_is_named(line: str | bytes, *named: str) -> None:
    message = refusal(line)
    for words in named:
        assert str(words) in message


def test_a_long_word_is_named_by_its_beginning() -> None:
    assert len(refusal("x" * 5000)) < 200


OFFERED = (
    *("took ibuprofen 400mg x3 days took", "started gabapentin 300 mg started", "took melatonin. started again"),
    *(
        "took vitamin d with and food",
        "took left calf twitching for no reason",
        "took a hot shower both helped the back",
    ),
    *("took forever no to fall asleep", "started cramp magnesium always forget", "stopped coffee and alcohol"),
    *(
        "took ibuprofen and paracetamol",
        "took ibuprofen right always helps",
        "gym 45 min chest 7",
        "gym 45 min chest 7 10m",
    ),
    *("started magnesium 8am", "stopped vitamin d from Mon to Wed", "coffee from Mon to Wed"),
    *("GP in two wekes", "doctor 2 said it is nothing", "GP says stress", "no ramipril 5mg this week"),
    *(
        "left cramp calf after hiking 3 hours",
        "slept 9 to 4 after a long shift",
        "coffee number three",
        "hot water",
    ),
    *("magnesium 400mg", "nap 30", "slept 2 this afternoon", "2 pints", "5h", "1500m"),
)


@of_each(*((line,) for line in OFFERED))
def test_a_line_that_a_refusal_offers_is_read(line: str) -> None:
    message = refusal(line)
    for way in (way for way in message.split("`")[1::2] if " " in way):
        assert way.endswith("...") or '"..."' in way or way == "term add drink" or said(way), message


@pytest.mark.parametrize(
    "part", ["a,", "slept, ", "took ibuprofen 27 Nov 10:00-11:00, ", "travel to Rome 3pm, ", "gp 3, ", "took b and "]
)
def test_a_line_four_times_as_long_takes_about_four_times_the_steps_to_refuse(part: str) -> None:
    assert _steps(part * 48) < 6 * _steps(part * 12)


def _steps(line: str) -> int:
    """How many functions are called for a line that is refused."""
    steps = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        refusal(line)
    finally:
        sys.setprofile(None)
    return steps
