"""Words of alarm: what a doctor should see, or what needs help at once. They are no slips of other words."""

HELP, DOCTOR = "help", "doctor"
"""The chapters of the guide to read on in. None names an illness, for they are named beside numbers."""

DROPS_FOR = frozenset("eye eyes ear nose nasal lubricating".split())
DROPS_BY = frozenset("used using tried put took got after with new".split())
"""Words before drops that are a remedy, and before those what was done with them; `left eye drops` may be a lid."""

BEHIND_DROPS = frozenset("at in before after for this today yesterday tonight twice daily morning night of".split())
"""Words behind `eye drops` that are a remedy, where none says whose eye."""

WEAK_DRINKS = frozenset("weak weaker".split())
"""Words of alarm that before a drink say how it was made."""

FALLS = frozenset("fell falling fallen".split())
NO_FALLS = frozenset(
    "asleep sleep ill sick pregnant silent quiet apart behind back in into short victim from for to out".split()
)
"""Words behind those of a fall that make it none: `fell asleep`."""
BEFORE_FALLS = frozenset(
    "i am i'm im was have i've ive had and then nearly almost keep keeps kept just again today yesterday morning"
    " afternoon evening night twice once suddenly often really actually also".split()
)
"""Words before those of a fall; what else fell was no person."""

BEFORE_DROPPING_OFF = frozenset("i was am i'm im while when just as".split())
"""Words before `dropping off` that fell asleep."""

CONTENTS = "contents"
"""No chapter: the list of all of them."""

CHAPTERS = {
    HELP: frozenset(
        "weak weaker weakness weakened weakening drop drops dropped dropping tripped tripping stumbled stumbling slur"
        " slurs slurred slurring choke chokes choked choking swallow swallows swallowed swallowing breath breaths"
        " breathe breathed breathing breathless droop droops drooped drooping droopy emergency ambulance dying die died"
        " paralysed paralyzed paralysis unconscious fainted collapsed suicide suicidal self-harm"
        " self-harmed self-harming hopeless buckle buckles buckled buckling powerless limp floppy overdose"
        " overdosed".split()
    ),
    DOCTOR: frozenset(
        "thinner thinning wasting wasted wastage atrophy atrophied shrinking shrunk shrank als mnd".split()
    ),
}
PAIRS = frozenset(
    {
        ("lost", "feeling"),
        *((verb, "out") for verb in ("gave", "gives", "give", "giving")),
        *((verb, "way") for verb in ("gave", "gives", "give", "giving")),
        ("fell", "over"),
        ("fell", "down"),
        ("keep", "falling"),
        ("keeps", "falling"),
        ("double", "vision"),
        ("seeing", "double"),
        ("see", "double"),
        ("saw", "double"),
        *(
            (denial, verb)
            for denial in ("can't", "cant", "cannot", "couldn't", "couldnt")
            for verb in "lift walk grip hold move feel open button write climb raise speak".split()
        ),
    }
)
"""Two words beside each other that say as much as one of `HELP`."""
_SUDDEN = frozenset(("sudden", "suddenly"))
_NUMB = frozenset(("numb", "numbness"))
_DRAGS = frozenset(("drag", "drags", "dragged", "dragging"))
_SLAPS = frozenset(("slap", "slaps", "slapped", "slapping"))
_CHEST = frozenset(("chest",))
TOGETHER: tuple[tuple[frozenset[str], frozenset[str], tuple[str, ...]], ...] = (
    (_SUDDEN, _NUMB | {"headache", "confusion", "confused", "unsteady", "blind", "blurred"}, ()),
    (_SLAPS, frozenset(("foot", "feet")), ()),
    (_DRAGS, frozenset("foot feet leg legs toe toes".split()), ()),
    (frozenset("face cheek cheeks mouth lip lips forehead jaw chin".split()), _NUMB, ("kind",)),
    (_CHEST, frozenset("tight tightness pressure heaviness crushing squeezing hurts hurting".split()), ()),
    (_CHEST, frozenset("pain pains painful hurt ache aches aching".split()), ("kind",)),
    (_CHEST, frozenset(("heavy",)), ("kind", "workout")),
    (frozenset(("fall", "falls")), frozenset(("had", "have", "having")), ()),
)
"""Words that beside one of others anywhere in the line say as much as one of `HELP`, unless a name of the given roles
stands there too: `cramp chest 4 pain` is a cramp. They are those of the guide, `help.md`; a numb hand is none."""
OVERDOSE = frozenset({"overdose", "overdosed"})
"""Alarming also behind `took`."""
CRY = "help"
BESIDE_A_CRY = frozenset("please me i need get now someone somebody us want".split())
"""`help` is a cry where no other words stand beside it."""

NO_SLIPS = frozenset(
    "cooked cooking cokes chores bucked bucking breather breach drooled drooling drools dripped dripping homeless"
    " overdone slurped slurping spurred shallow shallows tipped tipping trapped trapping tripled shrink shrieking"
    " thinking thinker twinning wafting waiting waited wanted wanting washed washing waste wearer weaver wakened"
    " wakening wattage hell held heap helm".split()
)
"""Words that are no slip of a word of alarm, although they are one letter away."""
SHORTEST_SLIP = 6
"""A word of alarm of so many letters is also read one slip away, in a line that says nothing else."""
_CANNOT = ("can't", "cant", "cannot")
_DO_NOT = ("not", "don't", "dont")
_HARM = ("hurt", "hurting", "harm", "harming", "kill", "killing")
_SOMEBODY = (
    *("myself", "yourself", "himself", "herself", "baby", "child", "children", "kids", "son", "daughter"),
    *("someone", "somebody"),
)
DESPAIR: frozenset[tuple[str, ...]] = frozenset(
    (
        *((cannot, "go", "on") for cannot in _CANNOT),
        ("can", "not", "go", "on"),
        *((cannot, *words) for cannot in (*_CANNOT, "not") for words in (("take", "it", "anymore"), ("cope",))),
        *((verb, somebody) for verb in _HARM for somebody in _SOMEBODY),
        ("cutting", "myself"),
        *((no, "want", "to", *words) for no in _DO_NOT for words in (("live",), ("be", "here"), ("be", "alive"))),
        *((no, "want", "to", *words) for no in _DO_NOT for words in (("exist",), ("wake", "up"))),
        *((verb, "life") for verb in ("end", "ending")),
        *((verb, "it", "all") for verb in ("end", "ending")),
        *(("no", what, *words) for what in ("reason", "point") for words in (("to", "live"), ("in", "living"))),
        *(("better", "off", *words) for words in (("dead",), ("without", "me"))),
        *(("wish", "i", verb, "dead") for verb in ("was", "were")),
        *((verb, "it") for verb in ("ending",)),
        ("want", "to", "end", "it"),
        ("want", "it", "to", "end"),
        ("want", "it", "all", "to", "end"),
        *((verb, "life") for verb in ("hate", "hating")),
        *(("self", harm) for harm in ("harm", "harmed", "harming")),
    )
)
"""Words beside each other, articles left out, that are answered as a cry is."""
_FORCE = ("strength", "power", "grip", "movement", "feeling")
_HOLDS = "lift grip hold swallow breathe speak talk write walk climb stand chew button open".split()
WEAKNESS: frozenset[tuple[str, ...]] = frozenset(
    (
        *((verb, "no", force) for verb in ("have", "has", "had", "got", "with") for force in _FORCE),
        *(("no", force, where) for force in _FORCE for where in ("in", "left", "anymore")),
        *(("loss", "of", force) for force in (*_FORCE, "muscle")),
        *((verb, what) for verb in ("lost", "losing", "lose") for what in (*_FORCE, "muscle")),
        ("can", "no", "longer"),
        *((how, "to", verb) for how in "hard harder difficult struggle struggled unable".split() for verb in _HOLDS),
        *((how, "to", verb) for how in ("struggling", "trouble", "failing") for verb in _HOLDS),
        *((verb, "thin") for verb in ("getting", "gone", "become")),
    )
)
"""The same of words that say as much as a weak place: `no strength in my hand`, `hard to hold a pen`."""
GOALS = frozenset("holiday holidays vacation trip trips walk walks run runs ride rides hike bike date".split())
"""Behind `can't go on` they say that it is none."""
ILL_BY_THE_SUN = "stroke"
"""Behind `sun`, which is no weekday there, an illness."""

ALARMING = frozenset(
    (
        CRY,
        "not",
        *FALLS,
        *(words[0] for words in DESPAIR),
        *(max(words, key=len) for words in WEAKNESS),
        *(first for first, _ in PAIRS),
        *CHAPTERS[HELP],
        *CHAPTERS[DOCTOR],
        *_SUDDEN,
        *_NUMB,
        *_DRAGS,
        *_SLAPS,
        *_CHEST,
        "fall",
        "falls",
    )
)
"""A line without any of these words has no alarm in it."""

ANSWERS = {
    HELP: "that may need more than a diary: “When to get help” says what needs help at once, and what a doctor should"
    " see",
    DOCTOR: "what is worth a visit, and how soon, stands in the guide, “When to see a doctor”",
}


def chapter_of(word: str, following: str = "") -> str | None:
    """The chapter to read on in after a word, and the one behind it; None where neither alarms."""
    if (word, following) in PAIRS:
        return HELP
    return next((chapter for chapter, alarming in CHAPTERS.items() if word in alarming), None)
