"""The names by which illnesses, tests, visits, journeys and other events begin a line without their verb."""

MEASURED = (
    *("blood pressure", "bp", "blood sugar", "heart rate", "resting heart rate", "resting hr", "rhr", "hr"),
    "oxygen saturation",
)
"""Tests only beside their result: `bp 142/86`, `blood pressure was fine`."""
_TESTED = (
    *("thyroid", "vitamin d", "vit d", "vitamin b12", "vit b12", "b12", "iron", "folate", "glucose", "cholesterol"),
    *("liver", "kidney", "urine", "lung function", "magnesium", "calcium", "potassium", "hormone", "allergy"),
)
EVENT_NAMES = {
    "ill": (
        *("head cold", "chest cold"),
        *("flu", "influenza", "cold", "covid", "corona", "fever", "infection", "migraine", "stomach bug", "sick"),
        *("tummy bug", "stomach flu", "food poisoning", "norovirus", "mastitis", "bronchitis", "pneumonia", "shingles"),
        *(
            "gastro",
            "gastric flu",
            "vomiting bug",
            "chest infection",
            "throat infection",
            "uti",
            "hay fever",
            "hayfever",
            "hangover",
            "man flu",
        ),
        *(
            "sore throat",
            "runny nose",
            "sniffles",
            "the sniffles",
            "blocked nose",
            "upset stomach",
            "stomach ache",
            "tummy ache",
            "d&v",
        ),
        *("diarrhoea", "diarrhea", "vomiting"),
        *("sinusitis", "tonsillitis", "gastroenteritis", "ear infection", "sinus infection"),
    ),
    "test": (
        *("emg", "mri", "ecg", "ekg", "ck", "blood test", "blood tests", "nerve conduction", "ferritin", "tsh"),
        *("bloodwork", "blood work", "bloods", "blood results", "blood drawn", "blood draw", "blood taken"),
        *(f"{what} {how}" for what in _TESTED for how in ("test", "tests", "level", "levels", "result", "results")),
        *("covid test", "pcr test", "pcr", "rapid test", "lateral flow test", "lateral flow", "flu test", "strep test"),
        *MEASURED,
        *("blood pressure check", "bp check"),
        *("lab results", "ncs", "ncv", "eeg", "x-ray", "xray", "eye test", "hearing test", "ultrasound", "ct scan"),
    ),
    "visit": (
        *("doctor", "dr", "gp", "neurologist", "neuro", "physio", "physiotherapist", "dentist", "hospital", "clinic"),
        *("specialist", "rheumatologist", "cardiologist", "psychiatrist", "psychologist", "therapist", "osteopath"),
        *(
            "doc",
            "docs",
            "doctors",
            "midwife",
            "optician",
            "optometrist",
            "chiropractor",
            "podiatrist",
            "gynaecologist",
            "gynecologist",
        ),
        *("urgent care", "nurse"),
    ),
    "travel": ("trip", "holiday", "vacation"),
}
"""Verb -> names. Those that are words of the grammar too are an event only alone or with words for when."""
TITLES = ("dr", "doctor")
"""Before a doctor's own name."""
ONLY_WITH_A_SPAN = ("sick", "gastro")
"""Alone they answer a question, or are a slip of a muscle."""
NOT_ILL = frozenset(("neg", "negative"))
"""Beside an illness they say that a test found none."""
RESULTS = frozenset("high low normal fine ok okay good up down raised".split())
VACCINES = frozenset("vaccine vaccination vaccinated jab booster".split())
SHOTS = {("flu", "shot"), ("covid", "shot"), ("tetanus", "shot")}
"""Two words that say a vaccine; a shot alone is a drink."""
VACCINE_VERB = "event"
OF_VISITS = ("saw", "visited", "appointment", "appt", "with", "went", "see", "seen", "seeing", "caught")
"""Words before a doctor's name; the first three make it a visit without a day."""
ARE_VISITS = frozenset({"saw", "visited", "appointment", "appt"})
OF_APPOINTMENTS = frozenset("appointment appt consultation checkup check-up clinic referral".split())
"""Words of a line that may be a visit."""
OF_DOCTORS = OF_APPOINTMENTS | {"visit", "surgery", "office"}
"""Behind the doctor whose they are: `doctor's appointment on Tuesday`."""
BESIDE_ILLNESS = frozenset("nasty bad awful horrible terrible heavy slight mild".split())
OF_ILLNESS = BESIDE_ILLNESS | {"fighting", "battling", "nursing", "little", "bit", "came", "down", "coming", "sick"}
"""Words before the name of an illness; of these the first stay beside it."""
HAD = ("got", "have", "had", "caught", "getting", "catching")
"""Before `a cold` they make an illness of it, whatever stands behind."""
CAUGHT = ("getting", "catching", "caught")
"""The same, with `a` behind them: `I'm getting a cold`, and not `it is getting cold`."""
OF_CALLS = frozenset(
    "phone telephone video zoom online virtual call chat consult consultation appointment appt catch-up checkup"
    " check-up follow-up followup review".split()
)
"""Words before a doctor's name that stay in the text of a visit: `phone call with the GP`."""
CALLS_ALONE = OF_CALLS - {"phone", "telephone", "video", "zoom", "online", "virtual", "call", "chat", "consult"}
"""Those that are no verbs: `call the GP tomorrow` is a plan."""
LAB_VALUES = frozenset("ferritin tsh ck potassium b12 glucose calcium bloods bloodwork".split())
BEFORE_RESULTS = frozenset("low high back was is were still level".split())
"""Behind these, beside one of the values, `at` stands before the result and before no clock."""
OF_JOURNEYS = frozenset("drove flew travelled traveled travelling traveling flying flight driving".split())
"""Words that begin what is said of a journey."""
SAME_AS_MEDICINE_VERB = {
    **dict.fromkeys(("bumped", "upped", "raised", "increased"), "increased"),
    **dict.fromkeys(("lowered", "decreased", "reduced"), "reduced"),
    **dict.fromkeys(("started", "began", "begun", "put"), "started"),
    **dict.fromkeys(("dropped", "cut"), "reduced"),
    **{"changed": "changed", "quit": "stopped", "stopped": "stopped"},
}
"""Other verbs of what is taken regularly, and those that a doctor's name may stand before."""
OF_A_COURSE = frozenset(
    "began begin begun resumed restarted switched doubled halved given gave prescribed tried using used need want"
    " bought ordered back start stop increase reduce".split()
)
"""Before what is taken they say something else than one dose, and are no part of its name."""
CHANGES = frozenset(verb for verb, same in SAME_AS_MEDICINE_VERB.items() if same in ("increased", "reduced", "changed"))
PAST_VERBS = frozenset("seen saw visited went came called said told gave showed was were had did".split())
"""Words that say of a visit or a test that it is over, unless one of the next stands there too."""
AHEAD = frozenset("be being moved rescheduled booked scheduled changed postponed next".split())
FEELS_COLD = frozenset("feel feels feeling felt am is are was were i'm im it's its".split())
"""Before `cold` they say no illness."""
BEFORE_SPANS = ("since", "from", "for")
IS_OVER = "over"
"""What is typed of a verb that was put before what is over: its days lie in the past."""
