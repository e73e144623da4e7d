"""The questions of `signs`, asked one by one on the terminal or answered by the lines of a pipe."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from journal.catalog import signs as catalog
from journal.catalog.signs import COURSES, MEASURES, SIGNS, Sign
from journal.cli.ask_lines import INTERRUPTED, further_lines, read_line
from journal.cli.commands.guide import print_chapter
from journal.cli.ending import EndRequested, EndRequests
from journal.cli.output import paragraph, say, warn
from journal.errors import Refused
from journal.guide import chapter
from journal.moments import UserClock, day_words
from journal.phrases.read.words.lexer import clean
from journal.phrases.write.format_number import counted
from journal.requests import read_examined
from journal.store.file import connections
from journal.store.read import sign_history, sign_rules
from journal.store.read.sign_history import SignsPage, VisitAdvice
from journal.store.read.sign_rules import SignAnswer, SignState
from journal.store.write import sign_steps

NONE = ("none", "none of these")
YES_OR_NO = {"yes": True, "y": True, "no": False, "n": False}
WEAK = ("weak", "w")
GONE = "gone"


class _NoneOfThese(Exception):
    """No to every question that is left."""


class _Ended(Exception):
    """Nothing more is asked: the input has ended, or a yes is a matter for now."""


Understood = TypeVar("Understood")


class SignReply(NamedTuple):
    """What a sign was answered with, and whether it is a yes to ask more of."""

    answer: SignAnswer
    asks_sudden: bool


class Answering:
    """The questions of today, asked one by one; what is answered is stored at the end, or when a yes was sudden."""

    def __init__(self, path: Path, clock: UserClock, page: SignsPage) -> None:
        self.path, self.clock, self.page = path, clock, page
        self.answers: dict[str, SignAnswer | None] = {}
        self.measures: dict[str, Any] = {}
        self.advice: dict[str, str] = {}
        self.ending = EndRequests()

    def run(self) -> int:
        with self.ending:
            try:
                self._ask()
                _refuse_further_lines()
            except _Ended:
                say()
            except (EndRequested, OSError) as error:  # nobody may be left to hear a word: store first
                if self._is_answered():
                    self._store()
                if isinstance(error, OSError) and not self.ending.exit_code:
                    raise
                return self.ending.exit_code or INTERRUPTED
            except KeyboardInterrupt:
                say()
                warn("Interrupted; nothing was stored.")
                return INTERRUPTED
            if not self._is_answered():
                say("Nothing was answered, so nothing was stored.")
                return 0
            self._store()
            say()
            self._respond()
        return 0

    def _is_answered(self) -> bool:
        return bool(self.answers or self.measures or self.advice)

    def _store(self) -> None:
        visit = self.page.visit
        advice = None
        if visit and self.advice:
            advice = visit._replace(advised=self.advice.get("advised", ""), come_back=self.advice.get("come_back", ""))
        sign_steps.keep(self.path, self.clock, self.answers, self.measures, advice)

    # ---- asking --------------------------------------------------------------------------------

    def _ask(self) -> None:
        page = self.page
        paragraph("Enter leaves a question open. Ctrl-D ends, and stores what was answered.")
        say()
        if page.visit:
            paragraph(f"{_visit_words(page.visit, page.today)}, in your own words:")
            for name, question in (("advised", catalog.ADVISED), ("come_back", catalog.COME_BACK)):
                if text := self._read(question, "", _own_words):
                    self.advice[name] = text
            say()
        if page.asks_whether_examined:
            self._ask_whether_examined()
            say()
        if page.advice:
            print_advice(page.advice, page.today)
            say()
        say(f"Signs, {catalog.HEADING}", bold=True)
        paragraph("yes or no; `none` is none of these.")
        self._ask_signs()
        say()
        compared = self._read(catalog.COMPARED, "", _one_of(COURSES))
        if compared:
            self.measures["compared"] = compared
        for name, question in MEASURES.items():
            value = self._read(question, "0 to 10", _zero_to_ten)
            if value is not None:
                self.measures[name] = value

    def _ask_whether_examined(self) -> None:
        reply = self._read(
            catalog.EXAMINED, "no, yes, or when: 12 Nov, 2026-03", partial(read_examined, clock=self.clock)
        )
        if reply is not None:
            self.measures.update(reply._asdict())
            if not reply.examined:
                paragraph(catalog.WORTH_A_VISIT, "    ")
                paragraph(catalog.EYELID_ALONE, "    ")

    def _ask_signs(self) -> None:
        is_none = False
        for sign in SIGNS:
            state = self.page.states[sign.slug]
            if is_none and not state.is_discussed:
                continue
            try:
                reply = self._ask_sign(sign, state)
            except _NoneOfThese:
                self._answer_none()
                is_none = True
                continue
            if reply is None:
                continue
            self.answers[sign.slug] = answer = reply.answer  # the end of the input must not lose it
            if reply.asks_sudden:
                try:
                    answer = answer._replace(sudden=self._read(catalog.SUDDEN, "yes or no", _yes_or_no, indent="    "))
                except _Ended:  # a yes is answered all the same
                    self._respond_to(sign.slug, answer)
                    raise
                self.answers[sign.slug] = answer
            if answer.sudden:
                raise _Ended
            self._respond_to(sign.slug, answer)

    def _answer_none(self) -> None:
        """No to each sign that has no answer today, and is not asked as better, same or worse."""
        for sign in SIGNS:
            if not self.page.states[sign.slug].is_discussed and sign.slug not in self.page.answers:
                self.answers.setdefault(sign.slug, SignAnswer(self.page.today, False))

    def _ask_sign(self, sign: Sign, state: SignState) -> SignReply | None:
        today = self.page.today
        if state.is_discussed:
            question = f"Discussed on {day_words(state.discussed_on or today, today)}: {sign.brief}. How is it?"
            return self._read(question, "better, same, worse or gone", lambda text: _course(text, today))
        if sign.beside:
            paragraph(sign.beside)
        hint = "yes, no or weak" if sign.beside else "yes or no"
        return self._read(sign.question, hint, lambda text: self._sign(sign, text))

    def _sign(self, sign: Sign, text: str) -> SignReply | None:
        if sign.beside and text.lower() in WEAK:
            self.measures["feels_weak"] = 1
            paragraph(catalog.FEELS_WEAK, "    ")
            return SignReply(SignAnswer(self.page.today, False), asks_sudden=False)
        if text.lower() in NONE:
            raise _NoneOfThese
        present = _yes_or_no(text)
        return SignReply(SignAnswer(self.page.today, present), asks_sudden=present)

    def _read(
        self, question: str, hint: str, understood: Callable[[str], Understood], *, indent: str = "  "
    ) -> Understood | None:
        """What was answered; None where the question is left open. What is not understood is asked again."""
        while True:
            with self.ending.waiting():
                text = read_line(f"{question.rstrip('?')} ({hint})?" if hint else question, indent)
            if text is None:
                raise _Ended
            if not text.strip():
                return None
            try:
                return understood(clean(text).strip())
            except Refused as refused:
                paragraph(str(refused), "    ")

    # ---- what is said to it --------------------------------------------------------------------

    def _respond(self) -> None:
        present = {sign: answer for sign, answer in self.answers.items() if answer}
        stored = [sign_history.answers_words(present)] if present else []
        check = sign_rules.SignCheck(self.page.today, **self.measures)
        stored += filter(None, [sign_history.check_words(check)])
        if self.advice:
            paragraph("stored: what the doctor advised", indent=8)
        if stored:
            paragraph(f"stored: {day_words(self.page.today, self.page.today)}  {', '.join(stored)}", indent=8)
        for sign, answer in present.items():
            response = sign_rules.response(sign, answer, self.page.emergency)
            if response and answer.sudden:
                say()
                paragraph(response.sentence)
                say()
                print_chapter(chapter.text(response.chapter))
                _say_what_was_not_read()
                return
        if self.measures.get("worry") is not None:
            with connections.reading(self.path) as connection:
                is_pause_offered = sign_history.page(connection, self.clock).is_pause_offered
            if is_pause_offered:
                say()
                paragraph(f"{catalog.PAUSE} `twitch-journal pause` does. {catalog.WORRY_IS_TREATABLE}")

    def _respond_to(self, sign: str, answer: SignAnswer) -> None:
        if response := sign_rules.response(sign, answer, self.page.emergency):
            paragraph(f"{response.when}: {response.sentence} (`guide {response.chapter}`)", "    ")


def _visit_words(visit: VisitAdvice, today: date) -> str:
    return f"Visit on {day_words(visit.day, today)}, {visit.visit}"


def print_advice(advice: VisitAdvice, today: date) -> None:
    """What the doctor advised, above the questions."""
    paragraph(_visit_words(advice, today))
    if advice.advised:
        paragraph(f"The doctor advised: {advice.advised}", "  ", 4)
    if advice.come_back:
        paragraph(f"To come back: {advice.come_back}", "  ", 4)


def _own_words(text: str) -> str:
    return text


def _yes_or_no(text: str) -> bool:
    if text.lower() not in YES_OR_NO:
        raise Refused("say yes or no; Enter leaves it open")
    return YES_OR_NO[text.lower()]


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        matches = [word for word in choices if word.startswith(text.lower())]
        if len(matches) != 1:
            raise Refused(f"say {', '.join(choices[:-1])} or {choices[-1]}; Enter leaves it open")
        return matches[0]

    return read


def _course(text: str, today: date) -> SignReply | None:
    if text.lower() in NONE:
        raise _NoneOfThese
    course = _one_of((*COURSES, GONE))(text)
    if course == GONE:
        return SignReply(SignAnswer(today, False), asks_sudden=False)
    return SignReply(SignAnswer(today, True, course=course), asks_sudden=course == "worse")


def _zero_to_ten(text: str) -> int:
    if not text.isdecimal() or int(text) > 10:
        raise Refused("say a whole number from 0 to 10; Enter leaves it open")
    return int(text)


def _refuse_further_lines() -> None:
    if lines := further_lines():
        raise Refused(
            f"{counted(len(lines), 'line')} more than there are questions, from “{lines[0]}” on, so that an answer may"
            " have met another question than was meant; nothing was stored"
        )


def _say_what_was_not_read() -> None:
    if lines := further_lines():
        warn(f"{counted(len(lines), 'line')} behind it, from “{lines[0]}” on, were not read.")
