"""What people do, take and are ill with, as those say it who have never seen the grammar; as in `talk.py`."""

SENTENCES = {
    "my GP increased the amlodipine to 10mg on Monday": "2026-11-23 increased amlodipine to 10mg",
    "bumped my adderall to 30mg today": "today increased adderall to 30mg",
    "Doctor has put me on ramipril 2.5mg once a day": "started ramipril 2.5mg once a day",
    "quit magnesium 3 days ago": "2026-11-22 stopped magnesium",
    "my foot fell asleep while I was nursing her": "tingle foot ·note",
    "left leg jerked as I fell asleep": "jerk left leg asleep ·note",
    "slammed a red bull before the gym": "energy_drink ·note",
    "like 6 beers at the tailgate yesterday": "yesterday 6 beers ·note",
    "okay so I had three coffees today which is way too many": "today 3 coffees ·note",
    "stopped escitalopram 2 wks back": "2026-11-11 stopped escitalopram",
    "took vitamin d 1000iu this morning": "this morning took vitamin d 1000iu",
    "took 400mg mag glycinate before bed last night": "last night took mag glycinate 400mg ·note",
}
REFUSED = {
    "a two mile walk, 40 minutes": "`effort 6`",
    # what did not happen, by what the line speaks of
    "the twitching in my left calf is away": "`stop`",
    "left calf twitch gone now": "`stop`",
    "skipped yoga": "`no workout`",
    "I have not had any coffee today": "`no caffeine`",
    "couldnt sleep": "`sleep 4`",
    "forgot my iron today": "not taken",
    "Came down with a tummy bug on 20 November, better by the 23rd": "from 20 Nov to 23 Nov",
    "GP appointment in room 3.4 on Monday": "3.4 is no day and no clock known here, as `12 Dec 10:30` is",
    "visit GP about ramipril 2.5mg": "`started ramipril 2.5mg daily`",
    # what a line without a known subject may want to say
    "addy 20mg this morning": "`took addy 20mg this morning`",
    "paracetamol 500mg x2": "`took paracetamol 500mg x2`",
    "ramipril 5mg daily": "`started magnesium 300mg daily`",
    "drove to dallas yesterday": "`travel to dallas yesterday`",
    "heatstroke since Monday": "`ill heatstroke since Monday`",
    "stretched and then it was better": "`left calf 4 +stretched`",
    "heating pad helped": "`left calf 4 +heat`",
    "tiredness 8 out of 10": "`question add tiredness`",
    "mood 4, missing John": "`question add mood`",
    "gardening for an hour": "`workout 45m`",
    "walked 6k steps": "`question add steps`",
    "rest day": "`no workout`",
    "push day 1h 8 yesterday": "`lift arms 45m 8`",
    "scratch that last one": "`undo`",
    "got 5 hours last night kept waking up": "`sleep 6.5`",
    "naproxen 500 for migraine": "`ill migraine`",
    # how much of a drink
    "a large coffee this morning": "`coffee 300ml`",
    "drunk too much coffee": "`2 coffees`",
    "drank a mug of nettle tea": "“nettle”",
    "0 coffee today": "`no caffeine`",
    "a small sherry": "“small” is not a known word; say it like",
    # no medicine
    "quit vaping 3 days ago": '`stopped "..."`',
    "bumped my knee, calf cramp 4": "two records",
    "started keto on monday": "medicine",
}
MEDICINES = {
    "started vitamin d 1000iu/day": ("vitamin d", "1000 iu", "/day"),
    "started magnesium 300mg because of the cramps": ("magnesium", "300 mg", None),
    "started magnesium 300mg as the GP said so": ("magnesium", "300 mg", None),
}
EVENTS = {
    "I've had a nasty cold since Monday": ("illness", "nasty cold", "2026-11-23", "2026-11-25"),
    "Came down with a tummy bug on 20 November": ("illness", "tummy bug", "2026-11-20", None),
    "mastitis since Monday": ("illness", "mastitis", "2026-11-23", "2026-11-25"),
    "got my blood drawn yesterday for ferritin": ("test", "blood drawn for ferritin", "2026-11-24", None),
    "bloodwork came back ck 450": ("test", "bloodwork came back ck 450", "2026-11-25", None),
    "ferritin came back at eleven": ("test", "ferritin came back at eleven", "2026-11-25", None),
    "Blood results back, potassium 4.1": ("test", "Blood results back, potassium 4.1", "2026-11-25", None),
    "doc appt dec 8 at 3pm": ("visit", "doc appt", "2026-12-08", None),
    "saw my midwife yesterday": ("visit", "midwife", "2026-11-24", None),
    "appt w/ Dr Rao neuro 2 dec 10:30": ("visit", "Dr Rao neuro", "2026-12-02", None),
}
