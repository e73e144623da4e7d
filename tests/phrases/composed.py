"""Sentences put together from parts that are read alone, and once were not beside each other; as in `talk.py`."""

SENTENCES = {
    # what joins the parts belongs to none of them
    "took ibuprofen and 5 min ago": "5m ago took ibuprofen",
    "took naproxen — 400mg": "took naproxen 400mg",
    "stopped b12 - 3 weeks ago": "2026-11-04 stopped b12",
    "took 1g paracetamol the day before yesterday": "2026-11-23 took paracetamol 1g",
    "i took my 5000 iu b12": "took b12 5000iu",
    "took some naproxen": "took naproxen",
    # what is said of a medicine is no part of its name
    "took melatonin. again": "took melatonin ·note",
    "took paracetamol,helped": "took paracetamol ·note",
    "took ibuprofen felt sick after": "took ibuprofen ·note",
    "took magnesium with water": "took magnesium ·note",
    "took b12 mid-morning": "this morning took b12 ·note",
    "left calf 3 midafternoon yesterday": "yesterday afternoon left calf 3 ·note",
    # what belongs to a circumstance
    "left calf 4 after a bad night": "left calf 4 ·note",
    "bad night, left calf cramp yesterday": "yesterday cramp left calf ·note",
    "flutter left trap after a long walk, resting didn't do anything": "ripple left trap -rest ·note",
    "throbbing left calf can see it moving, walking it off helped": "pulse left calf +walk ·note",
    "left hand twitch due to cold": "left hand ·note",
    "swam for an hour legs felt heavy": "swim 1h ·note",
    "left calf twitching, stressed": "left calf ·note",
    # a side, a number, a remedy beside other words
    "pinky on the right 4 when stressed": "right little finger 4 ·note",
    "flickering big toe on my left side twice a 5": "ripple left big toe x2 5",
    "tingling l trap an hour and a half a 5": "tingle left trap 90m 5",
    "level 4 fasciculations glute on the R": "right buttock 4 ·note",
    "l inner thigh went away after stretching 2/10": "left inner thigh +stretch 2",
    "left calf cramped, heat made it worse": "cramp left calf -heat ·note",
    "left calf twitch without pain": "left calf no pain",
    "right quad cramp 2m - ten times": "cramp right quad 2m x10",
    "left calf 3 the night before last": "2026-11-23 night left calf 3",
    "my right wrist jerking for a while x12": "jerk right wrist x12 ·note",
    "left calf 3 stronger than before": "left calf 3 ·note",
    "left calf jerk level 4 keeps going": "jerk left calf 4 ·note",
    "left calf twitching a 5 ugh": "left calf 5 ·note",
    "left calf for a minute -": "left calf 1m",
    "left calf cramp, stretched it": "cramp left calf tried stretch",
    "left calf 4 can see it moving": "left calf 4 ·note",
    "left calf spasming at 1pm - ten times": "13:00 spasm left calf x10",
    "about a 6 lower back twitches": "lower back 6",
    "thrice a week ago left calf twitch": "2026-11-18 left calf x3",
    "left calf half a minute last Friday": "2026-11-20 left calf 30s",
    "cramp in my chin at the gym": "cramp chin ·note",
    "twitch left eyebrow this morning for two hours": "this morning left eyebrow 2h",
}
REFUSED = {
    "took no ibuprofen": "took what?",
    "took ibuprofen. paracetamol": "two records",
    "took half an hour to fall asleep": "if that is a medicine",
    "took naproxen the other day": "when was that",
    "saw GP the other day": "when was that",
    "took melatonin earlier today": "when was that",
    "sick with a cold no fever": "yes or no",
    "calf right while driving 3": "is right the side",
    "slept less than 5 hours": "how long was it",
    "two hours ago 10 km for half an hour swam": "distance",
    "one tea at the pub large": "how much was it",
    "left calf 3 - 4": "which of them",
}
MEDICINES = {
    "started ibuprofen not sure it helps": ("ibuprofen", None, None),
    "started magnesium and 300mg - twice a day": ("magnesium", "300 mg", "twice a day"),
}
EVENTS: dict[str, tuple[str, ...]] = {}
