"""Sentences in the short forms of a ward, a gym and a porch: of those who write as they speak at work; as in
`talk.py`."""

SENTENCES = {
    # clocks of four digits
    "right calf cramp 0445h": "2026-11-25 04:45 cramp right calf",
    "left calf 3 at 0600hrs": "2026-11-25 06:00 left calf 3",
    "calf cramp again 0445, stretch helped": "2026-11-25 04:45 cramp calf +stretch",
    "took paracetamol 1g 0600h": "2026-11-25 06:00 took paracetamol 1g",
    "slept 2300-0600": "slept 23:00-06:00",
    "left calf 3 at 13h30": "2026-11-25 13:30 left calf 3",
    # parts of the day
    "tongue twitch x2 this am": "this morning tongue x2",
    "left calf 3 yesterday am": "yesterday morning left calf 3",
    "b/l feet tingling 2/10 mane": "this morning tingle both feet 2",
    "took ibuprofen 400mg this am": "this morning took ibuprofen 400mg",
    "took diazepam 2mg prn last night": "last night took diazepam 2mg ·note",
    "today am feeling off, calf 3": "today calf 3 ·note",
    "left eyelid from 9am until now": "left eyelid since 9am",
    "left calf twitchin this mornin": "this morning twitch left calf",
    # what stands beside a twitch
    "left calf twitching for 10 minutes after mowing": "left calf 10m ·note",
    "left calf after coffee, 3, 10m": "left calf 3 10m ·note",
    "c/o tingling L hand on waking, shook it out, 10 mins": "tingle left hand 10m ·note",
    "left calf cramp, shook it off": "cramp left calf ·note",
    "chin quivering in the cold": "ripple chin ·note",
    "worm-like movement in L calf, 2 mins": "ripple left calf 2m ·note",
    "R eyelid 1/10, barely there": "right eyelid 1 ·note",
    "left eyelid twitch, used eye drops": "left eyelid ·note",
    "cramps 6 outta 10 left foot": "cramp left foot 6",
    "calf cramp about 3 this morning": "2026-11-25 03:00 cramp calf",
    "fascics b/l calves 3/10 after nights": "both calves 3 ·note",
    "R gastroc 3/10 12:30-13:10": "right calf 3 from 12:30 to 13:10",
    "L FDI twitching on the drive home": "left thumb_web ·note",
    "my both calfs twitch at 23:40 yesterday": "2026-11-24 23:40 both calves",
    "2 glasses of red with dinner last night": "last night 2 wines ·note",
    "cramp left calf maybe 7": "cramp left calf 7 ·note",
}
REFUSED = {
    "left calf 3 200h": "`02:00`",
    "thighs cramped Monday after cuttin grass 4 hrs": "stands before `after`",
    "left calf cramp after hiking 3 hours": "stands before `after`",
    "left calf twitch, drove home 3 hours": "stands before `drove`",
    "right calf twitching, 12 hr shift": "12 hr shift",
    "left calf cramp 3 hours standing": "3 hours standing",
    "left eyelid twitching, 11 hours at the screen": "11 hours at",
    "fasciculations R bicep while charting, approx 10": "`x10`, or how strong as `10/10`",
    "calf twitches, about 10": "`x10`, or how strong as `10/10`",
    "left calf half 3": "`2:30pm`",
    "calf cramp, tonic water didn't help": "“didn't”",
    "L peroneal flickers ++": "`term add site peroneal`",
    "twitching in my wotsit": "`term add site wotsit`",
    "left clf twitching": "did you mean calf",
    "left calf twitches nights": "when was that",
    "saw neuro in 2019, told BFS": "`20 Nov 2019`",
    "EMG in 2019 was normal": "`20 Nov 2019`",
    "tea at 04:00 and again at 06:30": "two lines",
    "it quit crampin": "`stop`",
    "left eye drops": "When to get help",
    "eyelid L yday pm": "afternoon or evening",
    "took magnesium 300mg nocte": "`took` is one dose",
    "ibuprofen 400mg tds": "`started ibuprofen 400mg tds`",
}
MEDICINES = {
    "started Mg glycinate 300mg nocte": ("Mg glycinate", "300 mg", "nocte"),
    "started sertraline 50mg od mane": ("sertraline", "50 mg", "od mane"),
}
EVENTS = {
    "went to the VA doc Monday": ("visit", "VA doc", "2026-11-23", None),
    "saw the heart doctor 2 weeks ago, all good": ("visit", "heart doctor all good", "2026-11-11", None),
    "head cold since Monday": ("illness", "head cold", "2026-11-23", "2026-11-25"),
}
