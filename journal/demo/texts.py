"""The user's own words in a made-up diary: short sentences, none of which the day's records could contradict."""

from datetime import date

DAY_NOTES = {
    "bad night": (
        "Bad night, the neighbours were loud again. / The neighbours had people over, so I hardly slept.",
        "Lay awake for ages and have no idea why. / Could not fall asleep, my head would not stop.",
        "I woke far too early and that was it. / Tired all day, the night was too short.",
        "Went to bed too late again, my own fault. / Stayed up for one more film. I should know better.",
        "The cat wanted out in the middle of the night. / The cat got me up far too early.",
    ),
    "hard day": (
        "They moved the deadline forward. / The deadline is close and nothing is finished.",
        "Meetings all day, and no real break. / Everybody wanted something from me today.",
        "Everything takes longer than it should. / I did not get to half of my list.",
        "Long phone call with my mother, she is worried about the house. / Argued with my brother on the phone.",
    ),
    "leg day": (
        "Squats felt heavy. The stairs will be fun tomorrow. / Squats went better than last time.",
        "I tried split squats, and my legs are like jelly. / Pushed the leg press too hard.",
        "Raised the deadlift by 5 kg. / Deadlifts today, my back held up well.",
        "Leg day. I took the lift afterwards. / Legs done, and a big dinner afterwards.",
    ),
    "good day": (
        "A quiet day. I hardly noticed anything. / Quiet today, and I did not think about it much.",
        "I read a lot and it did me good. / A calm day for once.",
        "It is much better than last week. / I feel better than I have for a while.",
        "Sat on the balcony for an hour. / Had time for myself today.",
    ),
    "bad day": (
        "It would not stop this evening. / It kept coming back all day.",
        "Told myself not to search the web. Searched the web. / Read about it online for an hour. That did not help.",
        "It drives me mad, and nobody else can see it. / Hard to think of anything else today.",
        "I kept checking whether it was still there. / I am fed up with it today.",
        'Sam says "you can see it from here". / Sam says "stop staring at it". Easily said.',
    ),
    "plain": (
        "Nothing special today. / An ordinary day.",
        "I sat too much today. / Sat for hours and forgot to get up.",
        "We went to the cinema in the evening. / Watched a film with Sam.",
        "It rained most of the day. / It would not stop raining.",
        "Had lunch with Sam, then ran some errands. / Did the shopping and cooked for two days.",
        "My sister called, we talked for an hour. / Wrote to an old friend at last.",
        "I think I drank too little. / I should drink more water.",
        "Tidied up the flat. / Mended the bike.",
    ),
    "arrived": (
        "Landed in the afternoon. My body says it is night. / We are here. My body is still at home.",
        "A whole day on the way, most of it in a seat. / Sat next to a baby for the whole flight.",
    ),
    "away": (
        "Walked around town. Tired feet, empty head. / We got lost twice and it did not matter.",
        "A museum, then far too much dinner. / Tried everything at the market.",
        "Slept with the window open. / The room is quiet and the bed is good.",
        "Did nothing, and did it well. / I could live here.",
    ),
    "without caffeine": (
        "No coffee, and my head hurts. / A dull headache, it must be the coffee.",
        "No coffee today. Tired, but oddly calm. / Still no coffee. I miss the smell of it.",
        "Herbal tea is no substitute for anything. / Decided to do without coffee and see what happens.",
    ),
    "ill": (
        "Stayed in bed. / Slept most of the day.",
        "Still not well, but it could be worse. / I feel miserable.",
        "Soup, tea, and nothing else. / Sam brought soup.",
        "Got up for an hour, that was enough. / Called in sick.",
    ),
}
"""What is on the mind -> what is written of it; each text may be said in two ways."""
AFTERTHOUGHTS = (
    "P.S. Writing this in bed.|P.S. I put the phone away now.|And a short walk before bed, that was good.".split("|")
)
AT_REST = (
    "It began when I sat down on the sofa.|While I was reading.|In the middle of a film.|Right after dinner.".split("|")
)
IN_USE = "On the stairs.|While I was typing.|I was driving.".split("|")
AFTER_EFFORT = "It began while I was cooling down.|Right after training.|In the shower after training.".split("|")
ANYTIME = (
    "The same spot as yesterday.|It stopped when I stood up.|I could see it under the skin.|"
    "It felt like a phone buzzing in my pocket.|Was it the coffee?|I was only sitting there.|Nobody else noticed."
).split("|")
CRAMPS = "It woke me.|I had to get up and stand on it.|Hard as a rock, and it took a while to let go.".split("|")
HARD_WORKOUTS = "A new personal best!|That was hard work.|Sam pushed me.|I was tired from the start.".split("|")
EASY_WORKOUTS = "I took it easy.|Went with Sam and talked all the time.|Just to get moving.|It did me good.".split("|")
ADVICE = (
    ("nothing to worry about; come back in three months", "if I can no longer do something"),
    ("sleep first, then see", "weakness, or if it gets worse for weeks"),
    ("go on as before, and no more tests", None),
)
"""What a doctor advised, and what would make one come back."""


def on_day(text: str, day: date) -> str:
    """One of the ways in which it may be said; the day alone decides, so that nothing else of a diary depends on it."""
    ways = text.split(" / ")
    return ways[day.toordinal() // 3 % len(ways)]
