"""The words of everyday sentences: those that carry nothing, that count, that stand before a circumstance, and those
that make a sentence no record."""


def _set_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


FILLERS = _set_of(
    "a an the my me i i'm im i've ive it it's its this that there is was are were am be been being has have had having"
    " got get feel feels felt feeling sensation drank drinking made did in at of on for from to by about around roughly"
    " ca like just now again also still only then and & please ok muscle muscles side sides lasted intensity strength"
)
"""Passed over where nothing depends on them."""
ARTICLES = _set_of("the a an my our")
SIGNS = ".,;!…"
"""Passed over at the end of a word."""
SHORT_FORMS = {
    **dict.fromkeys("yday ydy yest ystd ystdy ystrday ystday yesterd".split(), "yesterday"),
    **dict.fromkeys("tmrw tmr tmw tmoro tomoz".split(), "tomorrow"),
    **{"2day": "today", "tdy": "today", "tonite": "tonight", "2nite": "tonight", "2night": "tonight"},
    **{"nite": "night", "nites": "nights", "nt": "night", "nts": "nights"},
    **{"morn": "morning", "mornin": "morning", "arvo": "afternoon"},
    **{
        "nae": "no",
        "cannae": "cannot",
        "couldnae": "couldnt",
        "couldny": "couldnt",
        "didnae": "didnt",
        "didny": "didnt",
    },
    **{"dinnae": "dont", "wasnae": "wasnt", "wisnae": "wasnt", "isnae": "isnt", "ma": "my", "wi": "with"},
    **dict.fromkeys(("nowt", "nada", "zilch", "nothin", "nuffin"), "nothing"),
    **{"rpe": "effort", "siesta": "nap", "siestas": "nap", "catnap": "nap", "booze": "alcohol"},
    **dict.fromkeys(("bc", "b/c", "cuz", "coz", "cos"), "because"),
    **{"w/": "with", "w/o": "without"},
    **{"post": "after", "til": "until", "'til": "until", "thru": "through", "rn": "now", "wk": "week", "wks": "weeks"},
    **{"wkend": "weekend", "wknd": "weekend", "mth": "month", "mths": "months"},
    **dict.fromkeys(("abt", "bout", "'bout"), "about"),
}
"""How the words that matter are written in a hurry -> the words."""
SMILEYS = _set_of(
    ":( :) :-( :-) :/ :-/ :\\ :| :d :-d :p :-p :o :s :'( ;) ;-) ;( =) =( <3 </3 ^^ xd"
    " ugh argh meh lol haha hmm omg oops whoops"
)
"""They carry nothing, as pictures do; nor do cries such as `ugh`."""
GLUED_SMILEYS = (":(", ":)", ":-(", ":-)", ":'(", ";)", ";-)")
"""Those that may stand right behind a word."""
INSIDE_A_NAME = _set_of("a an the my his her")
"""May stand inside a name, as a side may."""
ROUGHLY = "~≈"
"""Passed over before a number."""
NOTHING = "nothing"
"""No twitches, where a day alone stands beside it."""
JOINS = ("and", "or", "&", "plus", "then")
BEFORE_A_VERDICT = ("but", "which", "it", "and", "has", "have", "that", "really", "out", "off", "about", "around")
BEGINNINGS = ("started",)
"""A verb that in the middle of an episode carries nothing."""
BEHIND_OTHER = _set_of("day days night week morning evening afternoon time times")
BEHIND_BOTH = _set_of("times days nights mornings afternoons evenings occasions ways ends")
"""Behind `both` they say that it is no side."""
BOTH = (("left", "and", "right"), ("right", "and", "left"), ("both", "left", "and", "right"))

NUMBERS = {
    **{word: number for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)},
    **{
        word: number
        for number, word in enumerate(
            "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 11
        )
    },
    **dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)),
    **{"hundred": 100, "thousand": 1000, "dozen": 12, "half": 0.5, "½": 0.5, "quarter": 0.25},
}
MULTIPLIED = ("dozen", "hundred", "thousand")
"""Also behind another number: `two dozen`."""
LONG_SPANS = ("day", "days", "night", "nights", "week", "weeks", "month", "months")
"""Counted before `ago` and behind `for`; no units of a length."""
INEXACT = _set_of("few several couple many some lot lots")
"""How many nobody knows: plain words, but not where they say when or how long."""

CONTEXT = _set_of("after before during while when because with above below near doing")
"""Before a name that is then a circumstance and no record of its own."""
CONTEXT_OF_DEEDS = _set_of("in at on over")
"""The same, before a drink, workout or question alone, and beside another record."""
PARTS_A_CONTEXT = _set_of("and then & plus but also")
"""Words at which a circumstance ends."""
UNSURE = ("not", "maybe", "perhaps", "dunno", "unsure", "idk", "or", "probably", "possibly")
"""Behind a question mark they say that somebody does not know."""
SIDES_IN_DOUBT = ("left", "right", "both", "l", "r")
"""With a question mark behind them they say no side."""
MAYBE_BEHIND_A_SIDE = ("after", "before", "when", "as", "while", "at", "around", "through", "during")
NO_SIDE_BEFORE = ("now", "away", *MAYBE_BEHIND_A_SIDE)
"""Before these `right` is no side."""

DENIALS = _set_of(
    "no not never nothing without hardly barely almost nearly none cannot cant wont dont didnt doesnt isnt wasnt arent"
    " hasnt havent hadnt couldnt shouldnt wouldnt aint stopped gone"
    " nobody noone no-one nowhere forgot forgotten missed skipped skipping avoided quit cancelled canceled neither nor"
    " nope"
)
NOT_QUITE = _set_of("barely hardly almost nearly")
"""Denials that before a number say that it is no exact one."""
CEASED = _set_of("stopped gone away quit")
"""Denials that say that something is over."""
NONE_AT_ALL = _set_of("nothing none")
OF_MEDICINES = _set_of(
    "tablet tablets pill pills dose medicine medicines meds medication vitamin vitamins iron magnesium"
)
HABITS = _set_of(
    "per always often usually sometimes every each regularly normally mostly whenever seldom rarely occasionally"
    " frequently"
)
BEFORE_RATES = ("per", "each")
"""Before a unit they say how often."""
COUNTED_TIMES = _set_of("week weeks weekend month months year years days nights d wk wks fortnight")
"""Behind a number they are said with it."""
PLANS = _set_of(
    "will would should must need needs want wants plan plans planned planning thinking considering trying gonna"
    " going hope hoping if might"
)
BEFORE_NONE = _set_of("so far still again there were had got yet quite almost")
"""Words right before `none` that name nothing of which there was none."""
TROUBLES = _set_of(
    "pain hurt hurts hurting hurted ache aches aching achy sore soreness stiff stiffness tight tightness burn burns"
    " burning dizzy dizziness nausea nauseous headache migraine itch itchy itching stabbing swollen swelling"
)
"""Other troubles than twitches and cramps."""
FEELS = {
    **dict.fromkeys("stressful stressed stressing stressy hectic".split(), "stress"),
    **dict.fromkeys("nervous panicky jittery".split(), "anxiety"),
}
"""A word of how a day was -> the question that asks for it."""
QUIET = _set_of("quiet calm fine good ok okay silent still settled normal gone peaceful behaving")
"""Of a place they say rather that nothing twitched."""
BEFORE_A_TROUBLE = _set_of("very really quite so a bit pretty still")
"""Before another trouble they belong to it."""
WHEN_NOT_EXACTLY = _set_of(
    "earlier later lately recently soon week weeks weekend month months year years days tonight since until till"
    " january february april june july august september october november december nightly daily hourly weekly nights"
    " spring summer autumn winter easter christmas xmas fortnight noonish d wk wks"
)
"""Words that say when, but no day and no clock."""
GOES_SOMEWHERE = ("to", "for", "on")
"""Behind `going` they make a plan of it."""
REPORTED = _set_of("recommended recommends suggested suggests advised advises prescribed says")
"""What somebody else said is no record of what was done."""
OFTEN = _set_of("daily weekly nightly hourly")
"""Those of them that say how often a medicine is taken."""
MORE_OR_LESS = _set_of("more less better worse worst best stronger strongest weaker")
"""Before a time they say when it was more or less, and not when it was."""
COMPARES = ("as", "like", "than")
"""Before a day they say that it was another one."""
BEFORE_A_DAY = _set_of("a per any other one next same some previous")
"""Before `day` they say no day of the calendar."""

HELPED = (
    ("helped",),
    ("helps",),
    ("did", "help"),
    ("is", "helping"),
    ("seems", "to", "help"),
    ("seemed", "to", "help"),
    ("helped", "it"),
    ("worked",),
    *((verb, *what) for verb in ("eased", "relieved", "soothed", "calmed") for what in ((), ("it",))),
)
"""Behind what was tried."""
DID_NOT_HELP = (
    *(
        (*denial, verb)
        for denial in (("did", "not"), ("didn't",), ("didnt",), ("does", "not"), ("doesn't",), ("doesnt",), ("not",))
        for verb in ("help", "work", "helped")
    ),
    *((denial, "helping") for denial in ("not", "isn't", "isnt", "wasn't", "wasnt")),
    *((denial, "helped") for denial in ("hasn't", "hasnt")),
    *((denial, "do", what) for denial in ("didn't", "didnt", "not") for what in ("anything", "much")),
    *((denial, "do", "a", "thing") for denial in ("didn't", "didnt", "not")),
    *((verb, "nothing") for verb in ("did", "does")),
    *(("no", what) for what in ("help", "difference", "effect")),
    *((*verb, "no", what) for verb in (("made",), ("makes",), ("had",), ("was",)) for what in ("difference", "effect")),
    ("was", "no", "help"),
    *((verb, what, "worse") for verb in ("made", "makes") for what in ("it", "things", "them")),
)
AS_TO_HELP = ((("did",), "+"), (("did", "not"), "-"), (("didn't",), "-"), (("didnt",), "-"), (("not",), "-"))
"""The same, cut short behind another remedy of the line: `heat helped, massage didn't`."""
HOW_MUCH_IT_HELPED = _set_of(
    "bit little lot tad slightly somewhat only kind kinda sort sorta really definitely partly partially loads much so"
    " quite tiny wee all"
)
"""The words of how much it helped, `a bit`, `kind of`; they stand in the note."""
HOW_MUCH_OF_IT = _set_of("bit little lot lots some")
"""Before what helped: `better after a bit of stretching`."""
BETTER_BY = tuple(
    (word, by)
    for word in ("better", "eased", "relieved", "helped", "gone", "improved")
    for by in ("after", "with", "by", "from")
) + tuple(("went", "away", by) for by in ("after", "with"))
"""Before what helped."""

OF_SLEEP = _set_of("bed asleep awake woke woken wake waking insomnia nighter all-nighter")
"""Words after which sleep was meant."""

SAID_ALSO = {"napped": "nap", "naps": "nap"}
"""Other forms of a verb of the grammar."""
HARDLY_RECORDS = ("stop", "start", "no", "again", "all", "some")
"""Verbs of the grammar that in a sentence rarely are one: `the baby will not stop crying`."""
SLEEP_VERBS = ("sleep", "slept", "nap")
SLEPT_WELL = ("slept well", "sleep well")
"""Beside a length they are no answer but say how long: `slept well, 8 hours`."""
BREAKS_OF_SLEEP = _set_of("woke woken waking awake but and with up then no")
"""Before these a night may be over, and what follows is its note."""
GRAMMAR = ("ago", "yes", "effort", "tried")
"""Words of the grammar that are no names."""

NEVER_SLIPS = frozenset(NUMBERS) | _set_of(
    "tired tied bath lift let fine nice seen fire paid pair plain pin filled match there time ever"
    " work works working word words worn wore come set sent seat care core cure code corn less others share shares"
    " sharing shape shame shade shoot shock whose thus throw warm arts army aims pulled pulling truck tour tips paint"
    " too wide"
    " than them then they these those lets singles snake stake sake pan lens rights"
    " waking wakes wife life spin name nights chair late last hit push rest small show check call lots hard"
    " mowing brew brews bus message messages sleepy relaxed warming stretchy"
)
"""Words that are no slip of another, although they are one letter away."""

LEFT_BEHIND = _set_of("work home house office school bed early late hospital gym town shop job the")
"""Behind these `left` may be no side: somebody left work."""
WHOSE = _set_of("my the a an his her our your their")
"""Behind `left`, and before what is no place, they say what somebody left: `left my bag`."""
HANDED = _set_of("handed hander handers footed hand-side")
"""Behind these a side says who somebody is, and not where it twitched."""
LEAVES = _set_of("i he she we they who just turn turned turning")
TAKES_BACK = _set_of("scratch delete remove undo ignore")
"""The first word of a sentence that takes the last line back."""
COMMANDS = ("start", "stop", "undo", "note", "again", "forget")
"""Of these the first word of a line may be a slip."""
NEVER_COMMANDS = _set_of("long logo logs step shop slop stat star stars smart stay none nose nope noted")
"""First words that are none."""
DAYS_OF_TRAINING = _set_of("push pull upper lower")
"""With `day` behind them they are workouts."""
DAYS_OF_REST = _set_of("rest off recovery")
"""With `day` behind them they say that there was no workout."""
FEASTS = {
    "black": (4,),
    "good": (4,),
    "easter": (4, 5, 6, 0),
    "whit": (6, 0),
    "ash": (2,),
    "shrove": (1,),
    "palm": (6,),
    "cyber": (0,),
}
"""A word -> the weekdays, Monday is 0, that it makes one day of the year, of which the calendar here knows nothing."""
WHOLES = {
    "hand": ("finger", "thumb", "knuckle", "wrist", "palm"),
    "foot": ("toe", "heel", "foot_", "ankle", "achilles"),
    "leg": ("calf", "shin", "thigh", "knee", "foot", "ankle", "toe"),
    "arm": ("biceps", "triceps", "elbow", "forearm", "shoulder", "hand", "wrist"),
    "eyelid": ("eyelid_", "eye_", "brow"),
    "face": ("cheek", "chin", "jaw", "nose", "lip_", "mouth_", "brow", "temple", "forehead", "eyelid", "eye_"),
    "head": ("temple", "forehead", "scalp"),
    "shoulder": ("shoulder_", "trapezius"),
}
"""Site -> how the slugs of its parts begin: behind these, with `of`, `on` or `in`, it is no second place."""
TAKEN = _set_of("magnesium electrolytes electrolyte nicotine")
"""Questions that are also the names of what is taken."""
NOT_TAKEN = _set_of(
    "it them nothing bath shower bus train taxi car break breaks rest photo photos picture pictures video videos time"
    " while care look seat part place turn bed trip flight walk job school diet feel"
    " none everything usual lot same one mine"
    " keto fasting vegan stairs notes college uni forever ages me him her us days day hour hours minute minutes"
)
"""With these behind `started`, `stopped` or `took` it is no medicine."""
NOT_TAKEN_AT_ALL = _set_of(
    "therapy physio crossfit job work school off break gym period bath baths shower showers dog dogs kids kid baby"
    " train bus taxi"
)
"""The same, wherever they stand."""
BEFORE_A_WALK = _set_of("a an the my short long quick brisk")
"""Between `took` and a workout."""
DASHES = ("-", "–", "—", "--")
PARTS_A_TEXT = (*DASHES, *JOINS, "~", "/", "+")
"""Between what a slot holds and a text they belong to neither."""
OF_DOSES = _set_of("dose doses dosage doubled halved switched")
"""Words of a change that no number follows."""
COMES_BACK = _set_of(
    "walked ran rode is are was were it's its came come comes coming went lean leaning leant leaned now fell"
)
"""Behind these `back` is no place."""
POSTURES = _set_of("lying lay laying lie sleeping slept sitting sit leaning standing stood resting kneeling")
"""With `on` behind them a place or a side only says how somebody lay or stood."""
TURNED = ("turn", "turned")
"""Before a side they say what somebody looked at only behind `when`: `calf 4 turned left` may mean the calf's side."""
LOOKS = _set_of("looking look looked turning turn turned facing")
"""Behind these a side is no side of a place."""
NUMBERED = _set_of(
    "day week month year number room page floor gate platform chapter zone video episode season channel bus route exit"
)
"""Before a number they say which of many it is."""
OF_A_PART = _set_of("early late mid very")
"""Before a part of a day they say when in it."""
BEHIND_A_PART = _set_of("shift shifts train bus flight sweats terrors guard splint splints cream nurse")
"""Behind `night` they make a thing of it, and no time."""
SINGULAR_UNITS = ("minute", "hour", "second")
BEHIND_A_LENGTH = ("long", "straight", "total", "ish", "or", "so", "max", "after", "before")
GOES_ON = _set_of(
    "lasting going continuing during feeling being starting everything something nothing waking alternating"
)
"""Before a length these say no deed of that length."""
PERCEIVED = _set_of(
    "noticed watched saw seen filmed recorded enjoyed endured kept keeping gave give lasted on of with in"
)
"""Before `it` and a length they leave it one of the twitch."""
LAY_DOWN = (
    *("down", "rested", "waited", "lay", "sat", "drove", "flew", "hiked", "gardened", "mowed", "raked", "travelled"),
    *("traveled", "shoveled", "shovelled", "dug", "danced", "painted", "typed", "studied", "stood", "knelt", "played"),
)
"""Before a length they say that it is no twitch's."""
LASTING_THINGS = _set_of(
    "shift shifts drive flight meeting commute ride journey trip session lesson lecture class exam film movie"
)
"""Behind a length they are what lasted so long."""
HEDGES = _set_of("about around roughly ca circa approx approximately maybe perhaps probably")
"""Before a number they say that it is no exact one."""
TRAINS = _set_of("hit did trained train smashed worked lifted")
"""Before a place without a kind they say that it was trained."""
GYM_PLURALS = _set_of("legs arms shoulders glutes abs quads hamstrings calves biceps triceps delts traps lats pecs")
"""Places as they are trained."""
LIMITS = _set_of("under below within")
"""Before a number they say that it is not the exact one."""
LESS = _set_of("less fewer more")
NOT_COUNTED = _set_of("keeps gets goes comes makes lasts starts stops seems looks besides towards")
"""Words that end like a plural behind a number, and are none."""
ASKS = _set_of("why does do should shall")
ASKS_BEFORE = {
    **dict.fromkeys("is are was am can could would will".split(), _set_of("it this that there i my these")),
    **dict.fromkeys("what how when where".split(), _set_of("is are do does can could should causes if long")),
}
"""Words that begin a question, alone or before another."""
FEELINGS = ("anxious", "worry", "worried", "stressed")
"""Names of a question that are plain words beside another record, where no number stands behind them."""
ABOUT = ("about", "over", "from", "by", "because", "due")
"""Behind a feeling they say what it was about."""
MEASURES = _set_of(
    "km k mi kilometre kilometres kilometer kilometers mile miles metre metres meter meters yard yards inch inches cm"
    " mm kg lb lbs set sets rep reps lap laps length lengths round rounds step steps kcal calories bpm watts percent"
    " degree degrees"
)
"""Behind a number they measure or count what no record holds."""
OF_EFFORT = _set_of(
    "easy hard tough moderate medium light heavy intense brutal gentle relaxed tiring exhausting steady slow fast"
)
"""Behind a bare number of a workout they only say once more how hard it was."""
HOW_MUCH = _set_of("completely totally really so very all partly slightly half quite badly")
"""Between a place and its kind."""
BY_DAY = _set_of("shift shifts daytime")
"""Beside two bare hours of sleep it may not have been the night."""
NAP_PLACES = _set_of("lunch lunchtime noon sofa couch car bus train plane desk armchair recliner class lecture")
"""Behind a short sleep they say that it may have been no night."""
COUNTED_PLACES = ("toe", "finger", "knuckle")
"""How the slugs of places begin that are counted: `2nd toe`."""
BETWEEN_NUMBERS = ("to", "or", "-")
"""Between two numbers they say that it is one of them."""
BETWEEN_RECORDS = FILLERS | CONTEXT | PARTS_A_CONTEXT
"""Words between two records that belong to neither."""
WITH_A_DATE = _set_of(
    "due deadline deadlines meeting meetings exam exams interview presentation appointment appt operation surgery scan"
    " surgeon wedding funeral results test tests"
)
"""Behind these a day is theirs: `stress 8 meeting friday`."""
THIS_ONE = _set_of("this coming upcoming next last until till by")
"""Before a weekday they change nothing of whose day it is."""
BEGAN = _set_of("started began begun since noticed first happened came appeared early late all")
"""Beside a day they say that it is that of the record."""
SESSIONS = _set_of("sessions classes times rounds workouts rides")
"""Behind a workout they make several of it."""
QUALITIES = _set_of(
    "bad big brief distinct faint fast good hard intense light little long mild nasty quick rapid separate severe sharp"
    " short slight slow small strong sudden tiny weak wee violent"
)
"""Between a number and what it counts: `3 bad cramps`."""
RATINGS = _set_of("mood energy fatigue tiredness focus motivation libido appetite")
"""What a question of one's own is about."""
KILLS = ("killing", "killin", "killed")
ACHES_BADLY = _set_of("knee_area back back_lower back_upper neck shoulder hip ankle elbow wrist")
"""Places that are called bad when they hurt."""
NO_REMEDIES = _set_of("which that it also off really nothing something only")
"""Before `helped` they are no name of what was tried."""
PARTS_OF_PLACES = _set_of("lower upper inner outer")
"""Said behind a place they make a smaller one of it: `back twitch, lower right`."""
BEFORE_WAKING = _set_of("on upon when as while whilst")
WAKING = _set_of("waking woke awoke wake")
