"""What people type unprompted, and what it must become: the sentences of the tests of talk.

Beside each stands the phrase that says the same record. Behind `NOTED` the whole sentence, as typed, is also its note,
or, where such records have none, the note of that day.
"""

NOTED = " ·note"

TWITCHES = {
    "my left eyelid is twitching": "twitch left eyelid",
    "about 30 twitches in my left foot": "twitch left foot x30",
    "eyelid fluttering": "ripple eyelid",
    "left quad quivering 3 out of 10": "ripple left quad 3",
    "hypnic jerk in both legs": "jerk both legs",
    "left calf 3 while on phone": "left calf 3 ·note",
    "calf twitching while lying in bed": "twitch calf ·note",
    "my eyelid won't stop twitching": "twitch eyelid ·note",
    "twitchy left calf today": "today twitch left calf",
    "numb left hand": "tingle left hand",
    "cramp left calf 6 and tingling": "cramp left calf 6 numb",
}
PLACES = {
    "lower left eyelid": "left eyelid_lower",
    "back of my right knee 2": "right knee_back 2",
    "left butt cheek 3": "left buttock 3",
    "left and right calf 4": "both calves 4",
    "left thigh just above the knee 2": "left thigh 2 ·note",
    "bottom of right foot cramping": "cramp right foot_arch",
    "twitching everywhere after coffee": "twitch all over ·note",
}
LENGTHS_AND_TIMES = {
    "left calf for 5 minutes": "left calf 5m",
    "20 twitches in 5 minutes, left calf": "left calf x20 5m",
    "calf 3 this morning": "today morning calf 3",
    "calf 3 2 weeks ago": "2026-11-11 calf 3",
    "left calf 2 all day": "today left calf 2 ·note",
    "eyelid since 9am": "eyelid 09:00 5h30m",
    "last night 3am cramp left calf 8": "2026-11-25 03:00 cramp left calf 8",
    "woke up at 3am with a cramp in left calf": "2026-11-25 03:00 cramp left calf ·note",
    "yesterday 03:15 left calf": "2026-11-24 03:15 left calf",
    "Monday night jerk right leg": "2026-11-23 night jerk right leg",
    "cramp right foot in the night": "2026-11-24 night cramp right foot",
    "calf at 5 this morning": "2026-11-25 05:00 calf",
    "twitching right now in left foot": "twitch left foot",
}
SEVERAL_DAYS = {
    "left eyelid on and off since Thursday": ("2026-11-19", "2026-11-25"),
    "my eyelid has been twitching for 3 days": ("2026-11-23", "2026-11-25"),
    "calf from Sat to Mon": ("2026-11-21", "2026-11-23"),
}
RELIEFS = {
    "calf cramp stretching helped": "cramp calf +stretch",
    "cramp left foot better after heat": "cramp left foot +heat",
    "left calf 5 massage did not help": "left calf 5 -massage",
    "calf cramp 7, tried ice and rest": "cramp calf 7 tried cold tried rest",
}
DRINKS = {
    "two coffees this morning": "today morning 2 coffees",
    "coffee with Anna": "coffee ·note",
    "coffee before yoga": "coffee ·note",
    "had a glass of red wine": "wine",
    "double espresso at 9am": "double_espresso 09:00",
    "1 litre of water": "water 1l",
    "tea with milk": "tea",
}
FOOD_AND_HABITS = {
    "skipped breakfast": "skipped meal",
    "skipped lunch": "skipped meal",
    "skipped dinner": "skipped meal",
    "ate badly, food 3": "food 3 ·note",
    "smoked 5": "nicotine 5",
    "no cigarettes": "nicotine 0",
    "on my period": "period yes",
    "magnesium": "magnesium yes",
    "4 hours of screen time": "screen 4h",
}
SLEEP_AND_WORKOUTS = {
    "slept about 6 hours": "sleep 6",
    "slept 5h bad dreams": "sleep 5 ·note",
    "slept from 11pm to 6:30am": "slept 23:00-06:30",
    "took a 20 min nap": "nap 20m",
    "ran for half an hour": "run 30m",
    "gym 60 min heavy": "lift 60m ·note",
    "leg day 50m 8": "lift legs 50m 8",
}
MEDICINES_AND_EVENTS = {
    "took 2 ibuprofen 400mg at 1pm": "took ibuprofen 800mg 13:00",
    "took 400mg magnesium last night": "last night took magnesium 400mg",
    "took 10 drops of b12": "took b12 10 drops",
    "started sertraline 50mg 3 weeks ago": "2026-11-04 started sertraline 50mg",
    "visit neurologist 14 Dec 10:30": "2026-12-14 10:30 visit neurologist",
    "saw my GP yesterday": "2026-11-24 visit GP",
    "test EMG 3 Dec": "2026-12-03 test EMG",
    "test ferritin 42 yesterday": '2026-11-24 test "ferritin 42"',
    "visit ALS clinic on Friday": "2026-11-27 visit ALS clinic",
}
EVENTS = {
    "ill flu from 20 Nov to 22 Nov": ("illness", "flu", "2026-11-20", "2026-11-22"),
    "cold since Monday": ("illness", "cold", "2026-11-23", "2026-11-25"),
    "covid vaccine yesterday": ("other", "covid vaccine", "2026-11-24", None),
    "travel Rome from 20 Nov to 23 Nov": ("travel", "Rome", "2026-11-20", "2026-11-23"),
}
MOODS_AND_MIXED = {
    "stress 7 deadline": "stress 7 ·note",
    "nothing today": "today none",
    "no twitches today": "today none",
    "left calf 4 after leg day": "left calf 4 ·note",
}
PHONES = {
    "Left calf 4.": "left calf 4",
    "eyelid ４ ×１２": "eyelid 4 x12",
    "left calf 3 “at work”": 'left calf 3 "at work"',
    "cramp calf 7 −heat": "cramp calf 7 -heat",
    "Left calf 4 😩": "left calf 4 ·note",
}
FOUND_SINCE = {
    "a dozen twitches in left thigh": "twitch left thigh x12",
    "right index finger 2 visible": "right index finger 2 visible",
    "index finger on right hand twitching": "twitch right index finger",
    "one big jerk in left leg": "jerk left leg ·note",
    "left calf 4 after work": "left calf 4 ·note",
    "left calf 4 after a long run": "left calf 4 ·note",
    "twitching after my run in both calves": "twitch both calves ·note",
    "some twitches today": "today some",
    "two glasses of water with lemon": "2 water",
    "a pint of cider": "cider 568ml",
    "napped for 30 minutes": "nap 30m",
    "nap 1h after lunch": "nap 1h ·note",
    "~20 twitches in calf": "twitch calf x20",
    "calf twitching no pain today": "today twitch calf no pain",
    "left calf twitch but no pain": "twitch left calf no pain ·note",
    "had two beers last night": "last night 2 beers",
}
"""In the spirit of the others."""
SENTENCES = {
    **FOUND_SINCE,
    **TWITCHES,
    **PLACES,
    **LENGTHS_AND_TIMES,
    **RELIEFS,
    **DRINKS,
    **FOOD_AND_HABITS,
    **SLEEP_AND_WORKOUTS,
    **MEDICINES_AND_EVENTS,
    **MOODS_AND_MIXED,
    **PHONES,
}

REFUSED = {
    "left calf 2 like yesterday": "yesterday",
    "right calf 4, left calf 2": "`today: right calf 4, left calf 2`",
    "calf cramp 5 massage helped for 10 min": "10 min",
    "left calf 4 10 min after running": "10 min ago",
    "left work early, calf 4": "side",
    "twitching stopped": "stopped",
    "eyelid twitched for a few seconds": "few seconds",
    # twitches, places, times
    "left calf sore": "kind",
    "left knee pain 6": "kind",
    "twitching a lot": "where?",
    "no twitching in left calf": "no",
    "my calf always twitches": "always",
    "eyelid 3-4": "3-4",
    "left cheek and eye": "`today: left cheek, eye`",
    "calf a few hours ago": "hours",
    "calf 3 12/11": "12 Nov",
    "calf 3 1 Dec": "2025",
    "calf at 3": "3",
    "calf 16:00": "16:00",
    "left calf tonight": "tonight",
    # drinks, questions, sleep, workouts
    "coffee at 3": "3",
    "large coffee": "large",
    "no coffee": "`no caffeine`",
    "I should drink more water": "should",
    "coffee with 2 friends": "2",
    "fluids 2": "2",
    "magnesium 400mg": "took",
    "slept badly": "how long?",
    "couldn't sleep": "couldn't",
    "bed at 11pm up at 6am": "slept",
    "yoga": "how long?",
    "ran 5k": "5k",
    "squats 5x5": "5x5",
    "will run 30m": "will",
    # medicines, visits
    "started vitamin d in October": "October",
    "started running again": "run",
    "stopped coffee": "coffee",
    "visit GP next week": "next week",
    "visit GP 12/14": "14 Dec",
    "doctor said it is nothing": "visit",
    # moods, alarm
    "tired": "note",
    "very stressed": "0 to 10",
    "bad day": "note",
    "weak left hand": "help",
    "drooping eyelid left": "help",
    "tripped twice": "help",
    "choking on water": "help",
    "am I dying": "help",
    # two records, slips
    "slept 5h, left calf 4": "`today: slept 5h, left calf 4`",
    "calf 4 after 2 beers": "`today: calf 4, 2 beers`",
    "lft calf 4": "“lft”",
    "calf 3 yesturday": "“yesturday”",
    "2 cofees": "“cofees”",
}
"""Refused, with a word of the way on."""

MEDICINES = {
    "started magnesium 300 mg at night": ("magnesium", "300 mg", "at night"),
    "increased sertraline to 100mg": ("sertraline", "100 mg", None),
}
"""What is taken regularly: the name, the dose, how often."""
