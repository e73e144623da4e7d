"""The user's own words in a made-up diary."""

BAD_NIGHT = (
    "bad night, neighbours again",
    "awake from 3 to 5, no idea why",
    "too warm to sleep, window open did not help",
    "woke at four and that was it",
    "slept like a stone, but far too late to bed",
    "head full of lists, fell asleep after two",
    "short night, ferry of thoughts",
    "the cat wanted out at 4:30",
)
HARD = (
    "deadline moved to Friday",
    "meetings from nine to five, no real break",
    "two colleagues ill, did their work too",
    "argued with the landlord about the heating",
    "train cancelled, home at nine",
    "quarter end, as always",
    "long phone call with my mother, she is worried about the house",
    "presentation went well, but I was shaking before it",
)
LEGS = (
    "squats felt heavy, stairs will be fun tomorrow",
    "new programme: split squats, legs like jelly",
    "raised the deadlift by 5 kg",
    "leg day; calves already humming on the way home",
)
GOOD = (
    "quiet day, hardly noticed anything",
    "long walk by the river, thought of other things",
    "calm day at home, read a lot",
    "barely twitched and only noticed it now",
    "good day. Cooked with Sam, to bed early",
    "sun! An hour on the balcony",
    "noticed that I had not checked my legs all day",
)
BAD = (
    "calf would not stop all evening",
    "twitching everywhere, kept checking",
    "told myself not to search the web, searched the web",
    "the lid drives me mad in meetings; nobody else can see it",
    "could feel it in bed through the mattress",
    'Sam says "you can see it from here"',
    "filmed it for the doctor",
    "started in the shower and went on through breakfast",
)
PLAIN = (
    "nothing special",
    "desk all day",
    "cinema in the evening",
    "rain, did not go out",
    "lunch with Sam, then errands",
    "gym was closed",
    "visited the little one, three months old now",
    "bought new running shoes",
    "dentist, only a check-up",
    "drank too little, I think",
    "sorted the cellar, back is stiff",
    "home office, forgot to get up",
)
ARRIVED = (
    "landed at noon, the body says it is night",
    "travel day, eight hours in a seat",
    "jet lag, everything is upside down",
)
AWAY = (
    "walked all day, feet tired, head empty",
    "museum, then far too much dinner",
    "slept with the window open, heard the sea",
    "did nothing, did it well",
    "hills, hills, hills",
)
WITHOUT_CAFFEINE = (
    "no coffee, headache since eleven",
    "no coffee: tired but oddly calm",
    "miss the smell more than the coffee",
    "herbal tea is not a substitute for anything",
)
ILL = ("stayed in bed", "fever gone, still weak", "voice gone, soup", "coughed half the night", "first day up again")
AFTERTHOUGHTS = (
    "P.S. it stopped when I lay down",
    "later: better after a walk",
    "later: none since dinner",
    "and again at midnight, of course",
)

AT_REST = ("on the sofa", "lying on my back", "reading", "watching a film", "right after dinner")
IN_USE = ("on the stairs", "while typing", "holding the phone", "driving")
AFTER_EFFORT = ("after the gym", "cooling down", "in the shower after training")
ANYTIME = (
    "in a meeting",
    "on the train",
    "same spot as yesterday",
    "stopped when I stood up",
    "could see it under the skin",
    "like a phone buzzing in a pocket",
    "a whole series, then nothing",
    "after coffee?",
    "at my desk",
)
CRAMPS = ("woke me", "had to get up and stand on it", "sore all morning", "both feet pointing, horrible")
WORKOUTS = ("new personal best", "took it easy", "legs heavy from the start", "with Sam", "last set was too much")
