"""A sentence as people say it: which of its words the grammar reads, which carry nothing, and which nobody reads.

Those that nobody reads are plain words. A record that has what it needs keeps the whole sentence as its note for them;
what may have meant a number, a time, a side, or that nothing happened, is never kept so: it is read or refused.
"""

from datetime import date

from journal.catalog import everyday, turns_of_phrase
from journal.catalog.kinds import BARE_DRINKS, TWITCH_KINDS
from journal.catalog.lexicon import HEADS
from journal.catalog.units import UNITS
from journal.errors import PhraseRefused
from journal.moments import PARTS
from journal.phrases.context import Context
from journal.phrases.read import (
    endings,
    of_circumstances,
    other_things,
    other_times,
    places,
    spoken_days,
    trained_places,
    wishes,
)
from journal.phrases.read.figures import in_figures
from journal.phrases.read.labelled_words import LabelledWords
from journal.phrases.read.line_words import ONLY_ALONE, Sentence
from journal.phrases.read.refuse import alarms, beside, beside_a_place, differences, doubts, number_doubts, refusals
from journal.phrases.read.refuse.loose_sides import refuse_loose_sides
from journal.phrases.read.refuse.other_people import refuse_of_others
from journal.phrases.read.when import nights
from journal.phrases.read.when.spans import TO_WORDS
from journal.phrases.read.words import amounts, remedies
from journal.phrases.read.words.asking import may_be_note
from journal.phrases.read.words.lexer import Token, joined, word_at
from journal.phrases.read.words.pictures import is_picture
from journal.phrases.read.words.remedies import behind, is_parted
from journal.phrases.read.words.slots import NameMatch, name_at

DEEDS = ("drink", "workout", "question")


def read_sentence(line: str, tokens: list[Token], context: Context, line_day: date | None) -> Sentence:
    """The words of a line parted; raises PhraseRefused for what may be no record at all."""
    alarms.refuse_question(line, tokens)
    tokens = other_things.joined_up(line, tokens)
    tokens = number_doubts.with_counts(in_figures(_with_doubts_apart(tokens), context.lexicon), context.lexicon)
    tokens = remedies.with_verdicts(remedies.with_degrees_last(tokens, context.lexicon), context.lexicon)
    walk = _Walk(line, tokens, context, line_day)
    sentence = other_times.in_its_time(walk.sentence(), walk, walk.labels)
    beside_a_place.refuse_pain(sentence, walk)
    beside_a_place.refuse_unknown_remedy(walk, walk.labels)
    return places.with_place_whole(sentence, walk)


def _with_doubts_apart(tokens: list[Token]) -> list[Token]:
    """The tokens with the mark of `tongue twitch? Saw it` as one of its own, a plain word; that of a question is
    refused before."""
    apart: list[Token] = []
    for position, token in enumerate(tokens):
        word = token.text.rstrip("?")
        if token.quoted or word == token.text or not word.isalpha() or word in everyday.SIDES_IN_DOUBT:
            apart.append(token)
        else:
            if word_at(tokens, position + 1) in everyday.UNSURE:
                raise may_be_note(f"“{token.text}”: was there one? If so, say it without the mark")
            apart += [token._replace(text=word, typed=""), Token("?", token.end, token.end)]
    return apart


class _Walk(LabelledWords):
    """Goes through the words once."""

    def sentence(self) -> Sentence:
        beside.refuse_bedtimes(self.tokens, self.lexicon)
        differences.refuse_difference(self)
        refuse_of_others(self)
        position = 0
        while position < len(self.tokens):
            position = self._step(position)
        plain = [token for token, label in zip(self.tokens, self.labels, strict=True) if label in ("plain", "context")]
        is_circumstance = bool(plain) and self.begins_circumstance(plain, self.labels)
        lexicon = self.lexicon
        if self.is_sleep:
            beside.refuse_slept_to(self.tokens)
            beside.refuse_sleep_by_day(self.tokens)
            beside.refuse_nap(self.line, self.tokens)
        if not self.has_site and any("workout" in roles for roles in self.roles):
            beside.refuse_no_workout(self.tokens)
        if self.has_site:
            beside.refuse_training(self.tokens, self.kept, lexicon)
        doubts.refuse_number_of_others(self.line, self.tokens, self.labels, self.kept, lexicon)
        doubts.refuse_loose_numbers(self.line, self.tokens, self.labels, lexicon.senses, is_sleep=self.is_sleep)
        refuse_loose_sides(self.line, self.tokens, self.labels, lexicon)
        return Sentence(self.kept, plain, is_circumstance, self.second, self.is_apart(plain), self.lasting)

    # ---- one word after the other -------------------------------------------------------------------------

    def _step(self, position: int) -> int:
        token = self.tokens[position]
        if is_parted(self.line, self.tokens, position) or self.begins_drink(position):
            self.behind = ""
        if token.quoted:
            return self._keep(position, position + 1)
        for read in (self._phrase, self._relief, self._name, self._when, self._since, self._figure):
            if (end := read(position)) != position:
                return end
        return self._word(position)

    def _phrase(self, position: int) -> int:
        """What sounds like a denial and is none, a drink's milk, `all day`, `nothing today`."""
        if self.text_at(position) == everyday.NOTHING and self.is_alone:
            if self.text_at(position - 1) in ("drank", "drinking", "made", "did"):
                raise refusals.denied(everyday.NOTHING, "drink")
            return self._keep(position, position + 1, "none")
        if behind(self.tokens, position, (("first", "thing"),)) != position:
            if self.line_day or self.first_time < len(self.tokens):
                return self._label(position, position + 2, "filler")
            self._keep(position, position + 2, "today")
            return self._label_lasting(position, position + 2) if self.has_site else position + 2
        if lasted := endings.lasted(self, self.labels, position):
            self._label(position, lasted[0], "plain")
            return self._keep(*lasted)
        if (end := self._denied(position)) != position:
            return end
        if self.has_length and (end := behind(self.tokens, position, turns_of_phrase.THEN_OVER)) != position:
            return self._label(position, end, "plain")
        if (end := endings.over_by_itself(self, position)) != position:
            return self._label(position, end, "plain")
        if (end := wishes.wish_end(self, position)) != position:
            return self._label(position, end, "plain")
        if (end := of_circumstances.moved_end(self.tokens, position, self.lexicon)) != position:
            return self._label(position, end, "plain")
        if (end := trained_places.trained_end(self, position)) != position:
            return self._label(position, end, "plain")
        if (end := behind(self.tokens, position, turns_of_phrase.PHRASES.get(self.text_at(position), ()))) != position:
            return self._label(position, end, "plain")
        if (end := self.plain_phrase_end(position)) != position:
            return self._label(position, end, "plain")
        if self.site[1] == position and behind(self.tokens, position, turns_of_phrase.WENT_NUMB) != position:
            return self._keep(position, position + 2, "numb")
        if self.text_at(position) == "painless" and self.has_site:
            return self._keep(position, position + 1, "no", "pain")
        if verb := everyday.SAID_ALSO.get(self.text_at(position)):
            return self._keep(position, position + 1, verb)
        if self.text_at(position) in ("no", "not"):
            self._refuse_remedy(position)
            return self._no(position)
        if (end := self.drink_words_end(position, self.labels, self.kept)) != position:
            return self._label(position, end, "filler")
        whole_days = turns_of_phrase.WHOLE_DAY.get(self.text_at(position), ())
        if (end := behind(self.tokens, position, whole_days)) != position:
            self._keep(position, end, "all", "day")
            return self._label_lasting(position, end)
        return position

    def _relief(self, position: int) -> int:
        """`+stretch`, `tried ice and rest`, `stretching helped`, `better after heat`."""
        is_said = remedies.relief_said(self.line, self.tokens, position, self.lexicon)
        if not is_said:
            return position
        texts, end = is_said
        if remedies.is_no_remedy(self.line, self.tokens, position, end, self.behind, self.lexicon):
            return self._label(position, position + 1, "plain")
        self.verdict = end
        self._keep(position, end, *texts)
        return self._label_lasting(end - 1, end) if self.text_at(end - 1) == "worse" else end

    # ---- names ------------------------------------------------------------------------------------------------

    def _name(self, position: int) -> int:
        name = name_at(self.lexicon, self.tokens, position)
        if not name or self.when_end(position) > name.end:
            return position
        roles = {sense.role for sense in self.lexicon.senses[name.text]}
        if name.text in ONLY_ALONE and not self.is_alone:
            return self._only_alone(position, name)
        if name.text == "strength" and any("site" in role and "region" not in role for role in self.roles):
            return self._label(position, name.end, "filler")
        if name.text == "forget":
            return self._keep(position, self.question_end(name.end))
        if of_circumstances.is_no_side(self.tokens, position, self.site):
            return self._label(position, name.end, "filler")
        if name.text == "both" and self.text_at(name.end) in everyday.BEHIND_BOTH:
            return self._label(position, name.end, "plain")
        if name.text == "once" and self.text_at(name.end) in ("every", "per", "each", "a", "an"):
            return self._label(position, name.end, "plain")
        doubts.refuse_name(self.tokens, position, name)
        is_of_place = "kind" in roles and position == self.circumstance_end and "site" in self.roles[position - 1]
        if is_of_place:
            return self._label(position, name.end, "plain")  # after my left calf cramped
        if self.behind and self._is_circumstance(roles, position):
            self.behind, self.circumstance_end = "", name.end
            return self._label(position, name.end, "plain")
        is_of_feeling = position in self.of_feeling
        if (
            is_of_feeling
            or self.is_no_place(position, name, roles)
            or (
                of_circumstances.is_how_it_felt(self.tokens, name.end, roles) and self.has_workout and not self.has_kind
            )
        ):
            return self._label(position, name.end, "plain")
        is_with_kind = doubts.is_with_kind(self.tokens, position, self.lexicon)
        if "side" in roles and self.behind and self._site_follows(name.end) and not is_with_kind:
            return self._side_of_circumstance(position, name)
        if name.text == "stopped":
            raise refusals.denied(name.text, self.subject)
        if self.is_said_before(position, name):
            return self._label(position, name.end, "filler" if name.text in BARE_DRINKS else "plain")
        if self.is_sleep and name.text in everyday.SLEPT_WELL and self.has_length:
            self._keep(position, position + 1)
            return self._label(position + 1, name.end, "plain")
        if self.is_sleep and roles <= {"pattern", "flag", "circumstance"}:
            return self._label(position, name.end, "plain")
        if "site" in roles and self._is_larger_place(position, name):
            return self._label(position, name.end, "filler")
        if name.text in everyday.BEGINNINGS and position and (self.has_site or self.kinds - {""}):
            return self._label(position, name.end, "plain")
        if name.text == "other" and self.text_at(position - 1) in ("the", "my") and self._site_follows(name.end):
            raise may_be_note(f"“other {self.text_at(name.end)}”: is it left or right?")
        if "site" in roles and self.text_at(position - 1) == "opposite":
            raise may_be_note(f"“opposite {name.text}”: is it left or right?")
        if roles & {"question", "workout"} and doubts.is_repeated(self.kept, name.text, self.lexicon):
            return self._label(position, name.end, "filler")
        if roles & set(DEEDS) and (before := self.circumstance_of(position, roles)) is not None:
            self.labels[before] = "context"
            return self._label(position, name.end, "plain")
        if not roles & {"side", "kind"}:
            self.site = self.lexicon.slug_of("site", name.text) or "", name.end
            self.place = self.site if self.site[0] else self.place
            self.site_kept = len(self.kept), len(self.kept) + name.end - position
        return self._keep(position, name.end)

    def _is_larger_place(self, position: int, name: NameMatch) -> bool:
        """Whether a place only says again where the one before lies; the smaller of two says more."""
        lexicon, line, tokens = self.lexicon, self.line, self.tokens
        if self.is_part_of(*self.site, name) or places.is_said_before(line, tokens, self.site, name, lexicon):
            del self.kept[slice(*self.site_kept)]  # eye twitch, lower lid
            return False
        if places.lies_around(tokens, self.site, position, name.text, lexicon):
            return True
        kinds = sorted(self.kinds - {""})
        return places.is_said_behind(line, tokens, self.place, (position, name.end), kinds, lexicon)

    def _is_circumstance(self, roles: set[str], position: int) -> bool:
        """Whether a name behind `after`, `while`, `with` is no record of its own; a site only directly behind."""
        if "kind" in roles and not self.has_site:
            return True
        if roles & {"kind", "flag", "circumstance", "pattern"}:
            return False
        if self.text_at(position) in ("none", "no"):
            return False
        if roles & set(HEADS):
            return not self.is_after_daily_round(position)
        is_place = "site" in roles and not self.between
        return is_place and not doubts.is_with_kind(self.tokens, position, self.lexicon)

    def _site_follows(self, position: int) -> bool:
        name = name_at(self.lexicon, self.tokens, self.past_fillers(position))
        return bool(name and self.lexicon.slug_of("site", name.text)) and not self.between

    def _side_of_circumstance(self, position: int, name: NameMatch) -> int:
        side = self.lexicon.slug_of("side", name.text)
        if any(self.lexicon.slug_of("side", token.text) == side for token in self.kept if not token.quoted):
            return self._label(position, name.end, "filler")
        raise places.side_of_another(self.behind, name.text, is_alone=sum("site" in roles for roles in self.roles) == 1)

    def _only_alone(self, position: int, name: NameMatch) -> int:
        if name.text == "some":
            if any(self.has_role(token, "verb") for token in self.kept):
                return self._keep(position, name.end)
            if self.behind:
                return self._label(position, name.end, "plain")
            following = name_at(self.lexicon, self.tokens, self.past_fillers(name.end))
            if following and self.lexicon.slug_of("drink", following.text):
                raise PhraseRefused(f"some {following.text}: how much? For example `{following.text} 300ml`")
            kind = following and self.lexicon.slug_of("kind", following.text)
            if following and kind in TWITCH_KINDS and not self.has_site:
                return self._label(self._keep(position, name.end), following.end, "filler")
            return self._label(position, name.end, "filler" if kind else "plain")
        if name.text == "again" and self.text_at(position - 1) in ("and", "&") and self.first_time < position - 1:
            raise may_be_note("“and again”: what happened twice is two lines, each with its time")
        return self._label(position, name.end, "filler" if name.text == "again" else "plain")

    # ---- when, numbers ---------------------------------------------------------------------------------------

    def _when(self, position: int) -> int:
        end = self.when_end(position)
        if end == position:
            return position
        is_roughly = self.text_at(position - 1) == "like" and self.is_clock(position)
        if (self.text_at(position - 1) in everyday.COMPARES and not is_roughly) or doubts.is_more_or_less(
            self.tokens, position
        ):
            raise may_be_note(
                f"“{self.text_at(position - 1)} {self.text_at(position)}”: a line says how it was that day"
            )
        if self.behind in ("after", "before") and not self.between:
            phrase = f"{self.behind} {joined(self.tokens, position, end)}"
            raise refusals.no_time(phrase, self.kept, "left calf" if self.has_site else "coffee")
        texts = [self.text_at(index) for index in range(position, end)]
        if texts[0] == "since" and self.has_site:
            doubts.refuse_first_since(self.tokens, position, end)
        if texts[-1] in ("row", "running"):
            return self._keep(position, end, "for", *texts[:2])  # as names they are workouts
        if self.is_nap and texts[-1] in PARTS and "last" not in texts:
            return self._part_of_nap(position, end)
        if nights.night_at(self.tokens, position) == end:
            self._keep(position, end, "overnight")
            return self._label(end, end + 1, "context") if nights.is_of_shift(self.tokens, end) else end
        self._keep(position, end)
        is_clock = any(self.is_clock(index) for index in range(position, end))
        if texts[0] == "since" and texts[-1] in PARTS and not {"last", "yesterday"} & {*texts} and not is_clock:
            return self._label_lasting(position, end)
        return end

    def _figure(self, position: int) -> int:
        """A number, an amount, or digits that the grammar refuses; but `B12` is a name."""
        text = self.text_at(position)
        amount = amounts.longest_amount(self.tokens, position)
        if not amount and not any(letter in amounts.DIGITS for letter in text):
            return position
        letters = text.rstrip(amounts.DIGITS)
        is_name = (letters.isalpha() and letters != "x") or doubts.is_in_a_row(self.tokens, position, self.lexicon)
        if is_name and not amount:
            return self._label(position, position + 1, "plain")
        is_contents = amount is not None and amount.dimension in ("mass", "volume")
        is_contents = is_contents or (amount is None and position > 0 and "question" in self.roles[position - 1])
        if (is_contents and position == self.circumstance_end) or (self.behind and not self.between):
            number_doubts.refuse_behind(self.behind, self.tokens, position, amount)
            self.second = self.tokens[position]
            return self._keep(position, len(self.tokens))
        end = amount.end if amount else position + 1
        end += self.text_at(end) == "times"
        number_doubts.refuse_number(self, self.labels, self.verdict, amount, (position, end))
        return self._keep(position, end)

    # ---- all other words ---------------------------------------------------------------------------------------

    def _word(self, position: int) -> int:
        text = self.text_at(position)
        if text in TO_WORDS and self.kept and self.is_clock(position - 1) and self.is_clock(position + 1):
            return self._keep(position, position + 1)
        if text in everyday.FILLERS or not text.strip(everyday.SIGNS + "-+/()"):
            return self._label(position, position + 1, "filler")
        if text in everyday.CONTEXT or (text == "due" and self.text_at(position + 1) == "to"):
            self.behind, self.between = text, 0
            return self._label(position, position + 1, "context")
        is_of_verdict = self.verdict >= 0 and text in everyday.HOW_MUCH_IT_HELPED
        if is_of_verdict or (text in everyday.OF_A_PART and self.part_follows(position + 1)):
            return self._label_lasting(position, position + 1)
        if is_picture(text):
            is_kept = self.has_site or self.is_sleep or any({"workout", "question"} & roles for roles in self.roles)
            return self._label(position, position + 1, "plain" if is_kept else "filler")
        if self.behind == "after" and spoken_days.is_of_a_day(text):
            return self._label(position, position + 1, "plain")
        doubts.refuse_number_left(self.tokens, position)
        self._refuse(position)
        is_loose = text in UNITS and text not in self.units and self.labels[position - 1 : position] != ["kept"]
        if is_loose and doubts.is_ordinal(self.tokens, position, self.kept):
            return self._label(position, position + 1, "plain")
        is_grammar = text in everyday.GRAMMAR or text in UNITS or text in self.units
        is_grammar = is_grammar or text.endswith(":") or text.startswith(("--", "+"))
        if is_grammar:
            return self._keep(position, position + 1)
        remedy = remedies.named(self.tokens, position, self.lexicon)
        is_tried = remedies.is_tried(self.tokens, position)
        is_apart = not self.behind or (is_tried and self.between)
        if remedy and is_apart and self.has_site and not self.is_where(position):
            tried = ("tried",) if is_tried else ()
            return self._keep(position, remedy.end, *tried, remedy.text)
        if text in everyday.PARTS_A_CONTEXT:
            self.behind = ""
        return self._label(position, position + 1, "plain")

    def _refuse(self, position: int) -> None:
        if self.has_site and self.kinds - {""}:
            refusals.refuse_other_trouble(self.text_at(position))
        self._refuse_remedy(position)
        before, following = self.text_at(position - 1), self.text_at(position + 1)
        if self.is_sleep and self.text_at(position) in ("until", "till"):
            raise refusals.until_when(f"{self.text_at(position)} {following}")
        refusals.refuse_shared_finger(self.text_at(position), following, self.text_at(position + 2))
        if refusals.is_denial(self.text_at(position), before, following):
            raise refusals.denied(self.text_at(position), self.subject)
        if any(token.text == "no" for token in self.kept):
            refusals.refuse_several_days(self.text_at(position), self.subject, self.kept)
        of_twitch = self.has_site or any("kind" in roles for roles in self.roles)
        refusals.refuse_word(self.text_at(position), before, following, of_twitch=of_twitch)

    def _refuse_remedy(self, position: int) -> None:
        """Refuse `banana did not help`, what was tried being unknown."""
        end = behind(self.tokens, position, everyday.DID_NOT_HELP)
        if self.has_site and end != position:
            start = position - (self.text_at(position - 1) in ("did", "does"))
            near = remedies.near_remedy(self.text_at(start - 1), self.lexicon)
            raise refusals.unknown_remedy(joined(self.tokens, start, end), near)
