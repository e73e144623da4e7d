"""The user's own words in a made-up diary."""

BAD_NIGHT = (
    "bad night, neighbours again|awake from 3 to 5, no idea why|woke at four and that was it|"
    "head full of lists, fell asleep after two|the cat wanted out at 4:30"
).split("|")
HARD = (
    "deadline moved to Friday|meetings from nine to five, no real break|quarter end, as always|"
    "long phone call with my mother, she is worried about the house"
).split("|")
LEGS = (
    "squats felt heavy, stairs will be fun tomorrow|new programme: split squats, legs like jelly|"
    "raised the deadlift by 5 kg|leg day; calves already humming on the way home"
).split("|")
GOOD = (
    "quiet day, hardly noticed anything|calm day at home, read a lot|barely twitched and only noticed it now|"
    "sun! An hour on the balcony"
).split("|")
BAD = (
    "calf would not stop all evening|told myself not to search the web, searched the web|"
    "the lid drives me mad in meetings; nobody else can see it|could feel it in bed through the mattress|"
    'Sam says "you can see it from here"'
).split("|")
PLAIN = (
    "nothing special|desk all day|cinema in the evening|rain, did not go out|lunch with Sam, then errands|"
    "dentist, only a check-up|drank too little, I think|home office, forgot to get up"
).split("|")
ARRIVED = "landed at noon, the body says it is night|travel day, eight hours in a seat".split("|")
AWAY = (
    "walked all day, feet tired, head empty|museum, then far too much dinner|"
    "slept with the window open, heard the sea|did nothing, did it well"
).split("|")
WITHOUT_CAFFEINE = (
    "no coffee, headache since eleven|no coffee: tired but oddly calm|herbal tea is not a substitute for anything"
).split("|")
ILL = "stayed in bed|fever gone, still weak|voice gone, soup|first day up again".split("|")
AFTERTHOUGHTS = "P.S. it stopped when I lay down|later: better after a walk|and again at midnight, of course".split("|")
AT_REST = "on the sofa|reading|watching a film|right after dinner".split("|")
IN_USE = "on the stairs|while typing|driving".split("|")
AFTER_EFFORT = "after the gym|cooling down|in the shower after training".split("|")
ANYTIME = (
    "in a meeting|same spot as yesterday|stopped when I stood up|could see it under the skin|"
    "like a phone buzzing in a pocket|after coffee?|at my desk"
).split("|")
CRAMPS = "woke me|had to get up and stand on it|sore all morning".split("|")
WORKOUTS = "new personal best|took it easy|legs heavy from the start|with Sam".split("|")
ADVICE = (
    ("nothing to worry about; come back in three months", "if I can no longer do something"),
    ("sleep first, then see", "weakness, or if it gets worse for weeks"),
    ("go on as before, and no more tests", None),
)
"""What a doctor advised, and what would make one come back."""
