"""The signs that are asked every four weeks, as data: the words of each question, how urgent a yes is, what it says.

A yes names a time, a sentence and a chapter of the guide, never an illness and never a probability. What stands here
is what `guide/doctor.md` and `guide/help.md` say, with their sources.
"""

from typing import Literal, NamedTuple

Urgency = Literal["today", "week", "visit"]

URGENCY_WORDS: dict[Urgency, str] = {
    "today": "Today, by phone",
    "week": "This week",
    "visit": "At your next visit",
}
"""How soon a doctor should hear of a sign that did not begin suddenly; the most urgent one first."""


class Sign(NamedTuple):
    """A question, its short form, and what a yes says; {emergency} stands for the number to call. `beside` stands next
    to the question."""

    slug: str
    question: str
    brief: str
    urgency: Urgency
    sentence: str
    chapter: str = "doctor"
    beside: str = ""


SIGNS = (
    Sign(
        "function",
        "Can you no longer do something that you could: stairs, tiptoe or heels, buttons, jars, lifting an arm?",
        "can no longer do something",
        "week",
        "Make an appointment with your usual doctor, and say what you can no longer do and since when.",
        beside="Feeling weak while you can do everything is common and is not this question: answer it with weak.",
    ),
    Sign(
        "trip",
        "Do you trip, or does a foot drop?",
        "tripping, or a foot that drops",
        "week",
        "Make an appointment with your usual doctor, and say how often, which foot and since when.",
    ),
    Sign(
        "speech",
        "Is your speech slurred, or do you choke?",
        "slurred speech or choking",
        "week",
        "Make an appointment with your usual doctor, and say since when, and whether others hear it too.",
    ),
    Sign(
        "breath",
        "Are you short of breath at rest or lying flat?",
        "breathless at rest or lying flat",
        "today",
        "Call your doctor and say since when. If you gasp or cannot get words out, call {emergency}.",
    ),
    Sign(
        "saliva",
        "Is it hard to swallow your own saliva?",
        "hard to swallow saliva",
        "today",
        "Call your doctor and say since when. If you cannot swallow it at all, call {emergency}.",
        chapter="help",
    ),
    Sign(
        "eyelid",
        "Does an eyelid droop, or do you see double?",
        "drooping eyelid or double vision",
        "week",
        "Make an appointment with your usual doctor, and say which eye, and at what time of the day.",
    ),
    Sign(
        "thinner",
        "Has somebody else noticed that a muscle is thinner?",
        "a muscle that others see is thinner",
        "week",
        "Make an appointment with your usual doctor, and say who noticed it, and where.",
    ),
    Sign(
        "stiff",
        "Is a muscle stiff, or does it not let go?",
        "stiff muscle, or slow to let go",
        "visit",
        "It can wait until then; say which muscle, and when it does so.",
    ),
    Sign(
        "one_side",
        "Does a twitch close one eye, or pull the cheek or mouth on the same side?",
        "a twitch that closes one eye or pulls that side",
        "visit",
        "It can wait until then; say which side, and show a film of it if you can.",
    ),
    Sign(
        "numb",
        "Is there numbness that stays?",
        "numbness that stays",
        "visit",
        "It can wait until then; say where, and since when.",
    ),
)
BY_SLUG = {sign.slug: sign for sign in SIGNS}

HEADING = "without testing yourself"
SUDDEN = "Did it begin suddenly, within minutes?"
EXAMINED = "Has a doctor looked at your twitching?"
WORTH_A_VISIT = (
    "Worth one visit to your usual doctor if it lasts over two weeks, is in several places, the area is weak or stiff,"
    " or began with a medicine (do not stop it yourself)."
)
EYELID_ALONE = "An eyelid alone can wait for three months; if it has not stopped by then, you are asked once more."
FEELS_WEAK = (
    "Feeling weak while you can do everything is common in benign twitching; it is kept as an answer of its own."
)
ADVISED = "What did the doctor advise?"
COME_BACK = "What would make you come back?"
COURSES = ("better", "same", "worse")
"""How a sign that was discussed has gone on, and how all of it compares with three months ago."""
COMPARED = "Compared with three months ago, is it all in all better, same or worse?"
MEASURES = {
    "bother": "How much does the twitching bother you?",
    "worry": "How much do you worry about it?",
}
"""What is answered from 0 to 10."""
PAUSE = "Some people worry more when they track. Pause?"
WORRY_IS_TREATABLE = "Worry that takes an hour a day is treatable too: ask."
EMERGENCY = "your emergency number (112, 999, 911 or your country's)"
"""What stands for the number where the user has set none."""
SUDDENLY = (
    "It began suddenly, so it is a matter for now and not for a visit. If it stands in When to get help, call"
    " {emergency}, even if it has passed."
)
