"""Days of twitches, and days with none of them."""

from tests.days.lived import NOTHING, Day, imported

NO_TWITCHES_AWAY = "“no twitches” of that day gives way while this stands"
NONE_EARLIER = "“no twitches” was said earlier, the episodes count"
RATING_EARLIER = "“how twitchy: 0 of 10” was said earlier, the episodes count"
NONE = {"twitches": 0, "cramps": 0, "tingles": 0, "any_twitches": 0}

TWITCHES = {
    "a day on which nothing was logged has no row at all": Day([], None, {}),
    "twitches are the sum of how many over twitch, ripple and pulse": Day(
        ["left calf x12", "eyelid r", "thumb ripple x3", "neck pulse"],
        {"twitches": 17, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 17 twitches in 4 episodes"},
    ),
    "one twitch is one": Day(
        ["left calf 4 2m"],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 1 twitch in 1 episode"},
    ),
    "cramps, jerks, spasms and buzzes are counted apart, and say nothing of twitches": Day(
        ["cramp left calf x2", "jerk right arm", "spasm neck", "buzz foot x5", "other thumb"],
        {"cramps": 2, "tingles": 0},
        {},
    ),
    "numbness and tingling are counted apart, and say nothing of twitches": Day(
        ["numb left hand", "pins and needles foot x3"], {"cramps": 0, "tingles": 4}, {}
    ),
    "on a day with any episode the kinds without a row count 0, and twitches stay missing": Day(
        ["buzz left foot"], {"cramps": 0, "tingles": 0}, {}
    ),
    "on a day whose twitches are known a kind without a row counts 0": Day(
        ["ripple eyelid"],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 1 twitch in 1 episode"},
    ),
    "none is 0 twitches": Day(["none"], NONE, {"Any twitches?": "none"}),
    "no twitches is the same as none": Day(["no twitches"], NONE, {"Any twitches?": "none"}),
    "a rating of 0 is 0 twitches too": Day(
        ["twitchy 0"],
        NONE | {"twitchiness": 0},
        {"Any twitches?": "none · from how twitchy the day was", "How twitchy?": "none (0 of 10)"},
    ),
    "what began two days ago had twitches today, and how many is not known": Day(
        ["left eyelid on and off since Thu"],
        {"any_twitches": 1},
        {"Any twitches?": "yes · left eyelid, twitch, on and off, since Thu 19 Nov"},
    ),
    "other rows count the day, and none beside it is refused": Day(
        [
            "left eyelid since Thu",
            "right calf x3",
            ("none", "refused: “no twitches” does not go with what Sat 21 Nov holds: right calf, twitch, 3 times at…"),
        ],
        {"twitches": 3, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 3 twitches in 1 episode; left eyelid, twitch, since Thu 19 Nov"},
    ),
    "some, uncounted: the count is missing": Day(["some"], {"any_twitches": 1}, {"Any twitches?": "yes · not counted"}),
    "rated above 0 without an episode: the count is missing, the rating is not": Day(
        ["twitchy 4"],
        {"any_twitches": 1, "twitchiness": 4},
        {"Any twitches?": "yes · from how twitchy the day was; not counted", "How twitchy?": "4 of 10"},
    ),
    "rated above 0 with cramps alone: twitches are missing, cramps are not": Day(
        ["twitchy 4", "cramp calf"],
        {"cramps": 1, "tingles": 0, "any_twitches": 1, "twitchiness": 4},
        {"Any twitches?": "yes · from how twitchy the day was; not counted", "How twitchy?": "4 of 10"},
    ),
    "with episodes some and a rating do not change the count": Day(
        ["some", "twitchy 4", "left calf x3"],
        {"twitches": 3, "cramps": 0, "tingles": 0, "any_twitches": 1, "twitchiness": 4},
        {"Any twitches?": "yes · 3 twitches in 1 episode", "How twitchy?": "4 of 10"},
    ),
    "cramps may stand beside none, typed before it or after it": Day(
        ["cramp left calf 7", "none", "cramp right calf"], NONE | {"cramps": 2, "tingles": 0}, {"Any twitches?": "none"}
    ),
    "a twitch wins over none, which stays beneath it": Day(
        ["none", ("left calf", NO_TWITCHES_AWAY)],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": f"yes · 1 twitch in 1 episode; {NONE_EARLIER}"},
    ),
    "a twitch wins over a rating of 0": Day(
        ["twitchy 0", ("pulse thigh", "“how twitchy: 0 of 10” of that day gives way while this stands")],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 1 twitch in 1 episode", "How twitchy?": f"not logged · {RATING_EARLIER}"},
    ),
    "a twitch wins over both zeros": Day(
        [
            "none",
            "twitchy 0",
            ("calf", f"{NO_TWITCHES_AWAY}; “how twitchy: 0 of 10” of that day gives way while this stands"),
        ],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {
            "Any twitches?": f"yes · 1 twitch in 1 episode; {NONE_EARLIER}",
            "How twitchy?": f"not logged · {RATING_EARLIER}",
        },
    ),
    "a cramp that turns out a twitch when it stops wins over none": Day(
        ["none", "start cramp left calf 20m ago", ("stop twitch", NO_TWITCHES_AWAY)],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": f"yes · 1 twitch in 1 episode; {NONE_EARLIER}"},
    ),
    "none where twitches stand is refused, naming them": Day(
        [
            "left calf",
            "cramp thumb",
            ("none", "refused: “no twitches” does not go with what Sat 21 Nov holds: left calf, twitch at 20:00…"),
            ("twitchy 0", "refused: “how twitchy: 0 of 10” does not go with what Sat 21 Nov holds: left calf, twitch…"),
        ],
        {"twitches": 1, "cramps": 1, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 1 twitch in 1 episode"},
    ),
    "none where the day is rated above 0 is refused": Day(
        ["twitchy 4", ("none", "refused: “no twitches” does not go with “how twitchy: 4 of 10” of Sat 21 Nov…")],
        {"any_twitches": 1, "twitchiness": 4},
        {"Any twitches?": "yes · from how twitchy the day was; not counted", "How twitchy?": "4 of 10"},
    ),
    "a rating of 0 where some stands is refused": Day(
        ["some", ("twitchy 0", "refused: “how twitchy: 0 of 10” does not go with “some twitches, not counted”…")],
        {"any_twitches": 1},
        {"Any twitches?": "yes · not counted"},
    ),
    "some replaces none": Day(
        ["none", ("some", "instead of “no twitches”")],
        {"any_twitches": 1},
        {"Any twitches?": "yes · not counted"},
    ),
    "some wins over a rating of 0": Day(
        ["twitchy 0", ("some", "“how twitchy: 0 of 10” of that day gives way while this stands")],
        {"any_twitches": 1},
        {
            "Any twitches?": "yes · not counted",
            "How twitchy?": "not logged · “how twitchy: 0 of 10” was said earlier, “some twitches, not counted” counts",
        },
    ),
    "a rating above 0 wins over none": Day(
        ["none", ("twitchy 3", NO_TWITCHES_AWAY)],
        {"any_twitches": 1, "twitchiness": 3},
        {
            "Any twitches?": "yes · from how twitchy the day was; not counted; “no twitches” was said earlier,"
            " “how twitchy: 3 of 10” counts",
            "How twitchy?": "3 of 10",
        },
    ),
    "a rating forgotten, the none that it won over counts again": Day(
        [
            "none",
            ("twitchy 3", NO_TWITCHES_AWAY),
            ("forget twitchy", "it was “how twitchy: 3 of 10”; “no twitches” of that day counts again"),
        ],
        NONE,
        {"Any twitches?": "none"},
    ),
    "none forgotten is not logged": Day(["none", ("forget none", "it was “no twitches”")], None, {}),
    "a rating forgotten leaves the episodes, which were never made of it": Day(
        ["calf", "twitchy 4", ("forget twitchy", "it was “how twitchy: 4 of 10”")],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 1 twitch in 1 episode"},
    ),
    "what has no answer cannot be forgotten": Day(
        ["calf", ("forget twitches", "refused: any twitches of Sat 21 Nov has no answer that could be forgotten…")],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 1 twitch in 1 episode"},
    ),
    "imported twitches beside none: the rows win, and the page says so": Day(
        ["none", imported("episode", site="calf", kind="twitch", times=4)],
        {"twitches": 4, "cramps": 0, "tingles": 0, "any_twitches": 1},
        {"Any twitches?": "yes · 4 twitches in 1 episode; “none” stands beside them, the episodes count"},
    ),
    "imported twitches beside a rating of 0: the rows win, the rating stays": Day(
        ["twitchy 0", imported("episode", site="calf", kind="ripple")],
        {"twitches": 1, "cramps": 0, "tingles": 0, "any_twitches": 1, "twitchiness": 0},
        {
            "Any twitches?": "yes · 1 twitch in 1 episode; “none” stands beside them, the episodes count",
            "How twitchy?": "none (0 of 10)",
        },
    ),
    "imported cramps beside none change nothing of it": Day(
        ["none", imported("episode", site="calf", kind="cramp", times=2)],
        NONE | {"cramps": 2, "tingles": 0},
        {"Any twitches?": "none"},
    ),
}

OTHERS = {
    "an answer is its value": Day(
        ["stress 7", "anxiety 3", "slept well 4", "food 6", "screen 5h", "skipped meal"],
        {"stress": 7, "anxiety": 3, "sleep_quality": 4, "food": 6, "screen_hours": 5, "skipped_meal": 1},
        {
            "Stress": "7 of 10",
            "Anxiety": "3 of 10",
            "Sleep quality": "4 of 5",
            "Food": "6 of 10",
            "Screen time": "5 h",
            "Skipped a meal?": "yes",
        },
    ),
    "an answer of 0 is none, not not logged": Day(
        ["no stress", "anxiety 0", "no screen", "no skipped meal"],
        {"stress": 0, "anxiety": 0, "screen_hours": 0, "skipped_meal": 0},
        {"Stress": "none (0 of 10)", "Anxiety": "none (0 of 10)", "Screen time": "none", "Skipped a meal?": "no"},
    ),
    "the lowest value of a scale that begins at 1 is a value": Day(
        ["slept well 1"], {"sleep_quality": 1}, {"Sleep quality": "1 of 5"}
    ),
    "an answer forgotten is not logged": Day(["stress 7", ("forget stress", "it was “stress 7 of 10”")], None, {}),
    "an event answers no question": Day(["ill cold"], NOTHING, {}),
    "a medicine begun answers no question": Day(["started magnesium 300mg"], NOTHING, {}),
    "a medicine as needed answers no question": Day(["took ibuprofen 400mg"], NOTHING, {}),
    "a note answers no question": Day(["note bad night, neighbours"], NOTHING, {}),
    "an imported rating above 0 beside none: the count is missing, for one of them is wrong": Day(
        ["none", imported("answer", question="twitchiness", value=4)],
        {"any_twitches": 1, "twitchiness": 4},
        {"Any twitches?": "yes · not counted; “none” was said too", "How twitchy?": "4 of 10"},
    ),
    "an imported rating of 0 beside some: the count is missing, for one of them is wrong": Day(
        ["some", imported("answer", question="twitchiness", value=0)],
        {"any_twitches": 1, "twitchiness": 0},
        {"Any twitches?": "yes · not counted; “none” was said too", "How twitchy?": "none (0 of 10)"},
    ),
}
