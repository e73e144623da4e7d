"""Kinds of workout and the regions that they train."""

from journal.catalog.entries import Entry

WORKOUTS = (
    Entry(
        "strength",
        "lift, lifting, weights, gym, weightlifting, lifted,"
        " weight lifting, lifted weights, lifting weights, weight training,"
        " squat, squatting, deadlift, deadlifting, bench press,"
        " lunge, push-up, push up, pushup, press-up, pull-up, curl, bicep curl, biceps curl, hamstring curl,"
        " leg curl, leg extension, quad extension,"
        " tricep extension, triceps extension, shoulder press, chest press, hip thrust, leg press, calf raise,"
        " kettlebell,"
        " leg day, arm day",
        display="lift",
    ),
    Entry("run", "running, ran, jog, jogging, jogged"),
    Entry("walk", "walking, walked"),
    Entry("hike", "hiking, hiked"),
    Entry("cycle", "cycling, cycled, bike, biking, bicycle, ride, spin class, spinning class, spin bike, spin"),
    Entry("swim", "swimming, swam"),
    Entry("row", "rowing, rowed"),
    Entry("climb", "climbing, climbed, bouldering"),
    Entry("yoga"),
    Entry("pilates"),
    Entry("dance", "dancing, danced"),
    Entry("cardio", "hiit, aerobics"),
    Entry("ball_game", "football, soccer, basketball, volleyball, handball, hockey"),
    Entry("racket_game", "tennis, badminton, squash, padel"),
    Entry("martial_art", "boxing, judo, karate"),
    Entry("ski", "skiing, skied"),
    Entry("workout", "exercise, training, sport"),
)
GAMES = ("ball_game", "racket_game")
"""Kinds of which is said how many play: `5 a side`."""
COVER_GROUND = ("run", "walk", "hike", "cycle", "swim", "row", "climb", "ski")
"""Kinds beside which `500m` may be metres."""

REPLY = "none, or what, region, minutes, how hard: legs 45 8"
"""What can be said to the question of a day's workout."""
REGIONS = {
    "legs": "legs, leg, lower body",
    "arms": "arms, arm, upper body",
    "trunk": "trunk, core",
    "whole": "whole, whole body, full body, all over",
}
"""Region -> its names."""
DAYS = {"leg day": "legs", "arm day": "arms"}
"""A name of a workout that says the region as well."""
