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
}
REFUSED = {
    "left calf 3 200h": "`02:00`",
    "eyelid L yday pm": "afternoon or evening",
    "took magnesium 300mg nocte": "`took` is one dose",
    "ibuprofen 400mg tds": "`started ibuprofen 400mg tds`",
}
MEDICINES = {
    "started Mg glycinate 300mg nocte": ("Mg glycinate", "300 mg", "nocte"),
    "started sertraline 50mg od mane": ("sertraline", "50 mg", "od mane"),
}
EVENTS: dict[str, tuple[str, ...]] = {}
