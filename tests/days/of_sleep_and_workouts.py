"""Days with nights, naps and workouts."""

from tests.days.lived import NOTHING, Day, imported

SLEEP = {
    "hours typed are the answer": Day(["sleep 6.5"], {"sleep_hours": 6.5}, {"Sleep": "6 h 30 min"}),
    "a night between two clocks is its length": Day(
        ["slept 23:40-06:10"], {"sleep_hours": 6.5}, {"Sleep": "6 h 30 min · from 23:40-06:10"}
    ),
    "clocks after typed hours: the latest word wins, and the echo says so": Day(
        ["sleep 5", ("slept 23:40-06:10", "instead of “sleep 5 h” typed for that night")],
        {"sleep_hours": 6.5},
        {"Sleep": "6 h 30 min · from 23:40-06:10"},
    ),
    "typed hours after clocks: the typed total stands over the night": Day(
        [
            "slept 23:40-06:10",
            ("sleep 5", "it counts instead of the rows of that day (slept 6 h 30 min, 23:40-06:10); `forget sleep`…"),
        ],
        {"sleep_hours": 5},
        {"Sleep": "5 h · typed; it counts instead of 6 h 30 min, 23:40-06:10"},
    ),
    "typed hours forgotten: the night counts": Day(
        [
            "slept 23:40-06:10",
            ("sleep 5", "it counts instead…"),
            ("forget sleep", "it was “sleep 5 h”; the rows of that day count now (slept 6 h 30 min, 23:40-06:10)"),
        ],
        {"sleep_hours": 6.5},
        {"Sleep": "6 h 30 min · from 23:40-06:10"},
    ),
    "naps are apart": Day(["slept 00:00-06:00", "nap 20m"], {"sleep_hours": 6}, {"Sleep": "6 h · from 00:00-06:00"}),
    "a nap alone says nothing of the night": Day(["nap 20m"], NOTHING, {}),
    "a night in two parts is their sum": Day(
        ["slept 23:00-02:00", "slept 03:00-06:30"],
        {"sleep_hours": 6.5},
        {"Sleep": "6 h 30 min · from 2 nights: 3 h, 23:00-02:00; 3 h 30 min, 03:00-06:30"},
    ),
    "two nights that overlap are both stored, and their time counts once": Day(
        [
            "slept 23:00-06:00",
            (
                "slept 22:00-05:00",
                "it overlaps slept 7 h, 23:00-06:00; together they count 8 h; `delete` removes one of them",
            ),
        ],
        {"sleep_hours": 8},
        {"Sleep": "8 h · from 2 nights: 7 h, 22:00-05:00; 7 h, 23:00-06:00; where they overlap, the time counts once"},
    ),
    "the same night four times is one night": Day(
        [
            "2026-11-21: slept 23:00-07:00",
            *[("2026-11-21: slept 23:00-07:00", "again the same as at 23:00 (Fri)…")] * 3,
        ],
        {"sleep_hours": 8},
        {
            "Sleep": "8 h · from 4 nights: 8 h, 23:00-07:00; 8 h, 23:00-07:00; 8 h, 23:00-07:00; 8 h, 23:00-07:00;"
            " where they overlap, the time counts once"
        },
    ),
    "a night within another adds nothing": Day(
        ["slept 03:00-19:00", ("slept 09:00-11:00", "it overlaps slept 16 h, 03:00-19:00; together they count 16 h…")],
        {"sleep_hours": 16},
        {
            "Sleep": "16 h · from 2 nights: 2 h, 09:00-11:00; 16 h, 03:00-19:00;"
            " where they overlap, the time counts once"
        },
    ),
    "a night that closes the gap between two others": Day(
        [
            "slept 23:00-02:00",
            "slept 04:00-06:00",
            (
                "slept 01:00-05:00",
                "it overlaps slept 3 h, 23:00-02:00; slept 2 h, 04:00-06:00; together they count 7 h…",
            ),
        ],
        {"sleep_hours": 7},
        {
            "Sleep": "7 h · from 3 nights: 3 h, 23:00-02:00; 4 h, 01:00-05:00; 2 h, 04:00-06:00;"
            " where they overlap, the time counts once"
        },
    ),
    "nights of which only the length is known stand beside: nobody knows whether they overlap": Day(
        ["slept 23:00-06:00", imported("sleep", minutes=60)],
        {"sleep_hours": 8},
        {"Sleep": "8 h · from 2 nights: 1 h; 7 h, 23:00-06:00"},
    ),
    "an imported night of which less was slept than lay between its clocks counts its share": Day(
        [
            "slept 22:00-02:00",
            imported(
                "sleep",
                minutes=360,
                started_at="2026-11-20T23:00:00Z",
                utc_offset_minutes=60,
                ended_at="2026-11-21T07:00:00Z",
                ended_utc_offset_minutes=60,
            ),
        ],
        {"sleep_hours": 8.5},
        {
            "Sleep": "8 h 30 min · from 2 nights: 4 h, 22:00-02:00; 6 h, 00:00-08:00;"
            " where they overlap, the time counts once"
        },
    ),
    "no sleep is 0 hours": Day(["no sleep"], {"sleep_hours": 0}, {"Sleep": "none"}),
    "a night wins over no sleep": Day(
        ["no sleep", ("slept 23:40-06:10", "“no sleep” of that day gives way while this stands")],
        {"sleep_hours": 6.5},
        {"Sleep": "6 h 30 min · from 23:40-06:10; “no sleep” was said earlier, the nights count"},
    ),
    "no sleep where a night stands is refused, naming it": Day(
        [
            "slept 23:40-06:10",
            ("no sleep", "refused: “no sleep” does not go with what Sat 21 Nov holds: slept 6 h 30 min, 23:40-06:10…"),
        ],
        {"sleep_hours": 6.5},
        {"Sleep": "6 h 30 min · from 23:40-06:10"},
    ),
    "no sleep beside a nap is taken": Day(["nap 20m", "no sleep"], {"sleep_hours": 0}, {"Sleep": "none"}),
    "an imported night of which only the length is known counts": Day(
        ["stress 7", imported("sleep", minutes=402)],
        {"sleep_hours": 6.7, "stress": 7},
        {"Sleep": "6 h 42 min · from one night", "Stress": "7 of 10"},
    ),
    "an imported night beside typed hours: the typed total counts": Day(
        ["sleep 5", imported("sleep", minutes=402)],
        {"sleep_hours": 5},
        {"Sleep": "5 h · typed; it counts instead of 6 h 42 min"},
    ),
    "an imported night beside no sleep: what was typed counts": Day(
        ["no sleep", imported("sleep", minutes=402)],
        {"sleep_hours": 0},
        {"Sleep": "none · typed; it counts instead of 6 h 42 min"},
    ),
}

WORKOUTS = {
    "load is minutes times effort, summed": Day(
        ["lift legs 45m 8 @17:00", "run 30m 6 @18:00"],
        {"workout_load": 540},
        {"Workout load": "540 · from 2 workouts, 1 h 15 min"},
    ),
    "of workouts that overlap each minute counts once, with the higher effort": Day(
        [
            "lift legs 60m 8 @17:00",
            ("run 60m 5 @17:30", "it overlaps lift legs, 1 h, effort 8, load 480; together they count 1 h 30 min…"),
            ("swim 30m 9 @17:45", "it overlaps lift legs, 1 h, effort 8, load 480; run, 1 h, effort 5, load 300; tog…"),
        ],
        {"workout_load": 705},
        {"Workout load": "705 · from 3 workouts, 1 h 30 min; where they overlap, the time counts once"},
    ),
    "the same workout twice is one": Day(
        ["run 30m 6", ("run 30m 6", "again the same as at 19:30; `undo` removes it; it overlaps run, 30 min, effort…")],
        {"workout_load": 180},
        {"Workout load": "180 · from 2 workouts, 30 min; where they overlap, the time counts once"},
    ),
    "two workouts logged one after the other did not both end now": Day(
        [
            "lift legs 45m 8",
            (
                "run 30m 6",
                "without a clock, for it did not end at the same time as lift legs, 45 min, effort 8, load 360;"
                " `@18:00` says when it began",
            ),
        ],
        {"workout_load": 540},
        {"Workout load": "540 · from 2 workouts, 1 h 15 min"},
    ),
    "without an effort the load is missing, not 0": Day(
        ["run 30m"], NOTHING, {"Workout load": "not known · run without an effort"}
    ),
    "with one effort of two the load is missing": Day(
        ["lift legs 45m 8", ("run 30m", "without a clock…")],
        NOTHING,
        {"Workout load": "not known · run without an effort"},
    ),
    "an effort of 0 is a load of 0, and no none: nobody said that there was no workout": Day(
        ["yoga 20m 0"], {"workout_load": 0}, {"Workout load": "0 · from 1 workout, 20 min"}
    ),
    "no workout is 0": Day(["no workout"], {"workout_load": 0}, {"Workout load": "none"}),
    "a workout wins over no workout": Day(
        ["no workout", ("run 30m 6", "“no workout” of that day gives way while this stands")],
        {"workout_load": 180},
        {"Workout load": "180 · from 1 workout, 30 min; “no workout” was said earlier, the workouts count"},
    ),
    "a workout without an effort wins over no workout: the load is not known": Day(
        ["no workout", ("run 30m", "“no workout” of that day gives way while this stands")],
        NOTHING,
        {"Workout load": "not known · run without an effort; “no workout” was said earlier, the workouts count"},
    ),
    "no workout where one stands is refused, naming it": Day(
        [
            "run 30m",
            ("no workout", "refused: “no workout” does not go with what Sat 21 Nov holds: run, 30 min…"),
        ],
        NOTHING,
        {"Workout load": "not known · run without an effort"},
    ),
    "a typed load stands over the workouts": Day(
        [
            "run 30m",
            ("load total 300", "it counts instead of the rows of that day (run, 30 min); `forget workout` goes back…"),
            ("yoga 20m 2 @12:00", "the day's total stands at 300; `forget workout` counts the rows instead"),
        ],
        {"workout_load": 300},
        {"Workout load": "300 · typed; it counts instead of 2 workouts"},
    ),
    "the load forgotten, the workouts count": Day(
        [
            "run 30m 6",
            ("load total 300", "it counts instead…"),
            ("forget workout", "it was “workout load 300”; the rows of that day count now (run, 30 min, effort 6…"),
        ],
        {"workout_load": 180},
        {"Workout load": "180 · from 1 workout, 30 min"},
    ),
    "the load forgotten, a workout without an effort does not count": Day(
        ["run 30m", ("load total 300", "it counts…"), ("forget load total", "it was “workout load 300”")],
        NOTHING,
        {"Workout load": "not known · run without an effort"},
    ),
    "an imported workout beside no workout: what was typed counts": Day(
        ["no workout", imported("workout", kind="run", minutes=30, effort=6)],
        {"workout_load": 0},
        {"Workout load": "none · typed; it counts instead of 1 workout"},
    ),
}
