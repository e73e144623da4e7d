"""The words of a line while they are read: what each of them is, and what is kept of them."""

from datetime import date

from journal.phrases.context import Context
from journal.phrases.read import spoken_days
from journal.phrases.read.line_words import LineWords
from journal.phrases.read.refuse import denied_troubles, refusals
from journal.phrases.read.when.dates import RELATIVE
from journal.phrases.read.words.lexer import Token
from journal.phrases.read.words.slots import longest_name, name_at


class LabelledWords(LineWords):
    """`labels` say of each word what it is: kept, filler, plain, context."""

    def __init__(self, line: str, tokens: list[Token], context: Context, line_day: date | None) -> None:
        super().__init__(line, tokens, context, line_day)
        self.labels = [""] * len(tokens)
        self.kept: list[Token] = []
        self.behind = ""
        """The word before a circumstance, as long as that goes on."""
        self.between = 0
        """The plain words since then."""
        self.lasting: list[Token] = []
        self.second: Token | None = None
        self.circumstance_end = -1  # the position behind the last name that was one
        self.verdict = -1  # the position behind what was tried
        self.site = "", 0  # the last name, if it is a place, and the position behind it
        self.site_kept = 0, 0  # where it stands in what is kept
        self.place = "", 0  # the last place that is kept

    def _label(self, position: int, end: int, label: str) -> int:
        self.labels[position:end] = [label] * (end - position)
        self.between += (end - position) * (label == "plain")
        return end

    def _keep(self, position: int, end: int, *texts: str) -> int:
        """`texts` stand in place of the words."""
        tokens = self.tokens[position:end]
        if texts:
            tokens = [Token(text, tokens[0].start, tokens[-1].end) for text in texts]
        self.kept += tokens
        self.behind = ""
        return self._label(position, end, "kept")

    def _label_lasting(self, position: int, end: int) -> int:
        """What has no place in a record but its note, although it was read: `all day`, `since this morning`."""
        self.lasting += self.tokens[position:end]
        return self._label(position, end, "plain")

    def _since(self, position: int) -> int:
        """`since the gym yesterday`, `since Thursday's shift`: the day, with what happened then in the note."""
        match = spoken_days.since_event(self, position)
        if not match:
            return position
        texts, begin, end = match
        self._keep(position, position + 1, "since", *texts)
        self._label(position + 1, begin, "plain")
        self._label(begin, end, "kept")
        self.behind = "since" if begin == position + 1 else ""
        return end

    def _part_of_nap(self, position: int, end: int) -> int:
        """`nap 40m this afternoon`: a nap has a day or a clock, the part of the day stands in the note."""
        days = [text for text in (self.text_at(index) for index in range(len(self.tokens))) if text in RELATIVE]
        if not days:
            self._keep(position, end, self.day_of_part(position))
        return self._label_lasting(position, end)

    def _denied(self, position: int) -> int:
        """`no pain or numbness`, `without weakness`: marks that there were none of, and troubles for the note."""
        denied = denied_troubles.denied_at(self.line, self.tokens, position, self.lexicon) if self.has_site else []
        if not denied:
            return position
        self._label(position, denied[-1].end, "filler")
        for start, end, is_mark in denied:
            if is_mark:
                texts = [self.text_at(index) for index in range(start, end)]
                self._keep(start, end, "no", *texts)
            else:
                self._label(start, end, "plain")
        denied_troubles.refuse_joined(self.tokens, position, denied[-1], self.lexicon)
        return denied[-1].end

    def _no(self, position: int) -> int:
        """`no` and `not` stand before a mark, a question or total; all else that did not happen is no record."""
        lexicon, start = self.lexicon, self.past_fillers(position + 1)
        following = name_at(lexicon, self.tokens, position + 1) or name_at(lexicon, self.tokens, start)
        if following and lexicon.slug_of("flag", following.text):
            return self._keep(position, position + 1)
        is_no = self.text_at(position) == "no"
        if is_no and longest_name(lexicon.question_names, lexicon.longest, self.tokens, position + 1):
            self._keep(position, position + 1)
            return self._keep(position + 1, self.question_end(position + 1))
        if is_no and (start == len(self.tokens) or (self._is_answer() and self.when_end(start) != start)):
            return self._keep(position, position + 1)
        is_trouble = bool(denied_troubles.denied_at(self.line, self.tokens, position, lexicon))
        is_noted = "plain" in self.labels[:position] and not self._is_answer()
        is_beside = not following and (is_noted or self.is_sleep or self._is_rated())
        if is_no and not self.has_site and not is_trouble and not is_beside:
            self._keep(position, position + 1)
            self._label(position + 1, start, "filler")
            return self._keep(start, self.question_end(start))
        raise refusals.denied(self.text_at(position), self.subject)

    def _is_rated(self) -> bool:
        """Whether a question was answered with a number: `stress 9, no registrar`."""
        return self._is_answer() and any(token.text[:1].isdecimal() for token in self.kept)

    def _is_answer(self) -> bool:
        return any(self.has_role(token, "question") for token in self.kept)
