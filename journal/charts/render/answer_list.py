"""Short answers, each behind its question, as a page."""

from dataclasses import dataclass
from typing import NamedTuple

from journal.charts.render import svg
from journal.charts.styled_text import Line, StyledSpan, line
from journal.terminal import cell_len, fitted, wrapped

NARROW = 60
"""With fewer columns an answer stands under its question."""


class PageAnswer(NamedTuple):
    """A question in a word or two, and what can be said."""

    question: str
    answer: str


@dataclass(frozen=True)
class AnswerList:
    answers: tuple[PageAnswer, ...]

    def lines(self, columns: int, rows: int) -> list[Line]:
        label = max((cell_len(each.question) for each in self.answers), default=0) + 2
        drawn: list[Line] = []
        for question, answer in self.answers:
            if columns < NARROW:
                drawn += [line(question, "bold"), *(line(f"  {part}") for part in wrapped(answer, columns - 2))]
                continue
            for number, part in enumerate(wrapped(answer, columns - label)):
                head = question if number == 0 else ""
                drawn.append((StyledSpan(fitted(head, label), "bold"), StyledSpan(part)))
        return drawn

    def svg(self, width: int) -> tuple[str, int]:
        return svg.grid(self.lines(int(width / svg.LETTER) - 2, 99))
