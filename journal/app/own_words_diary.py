"""Words of the person's own as the app changes them. Its calls belong in threads."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from journal.catalog.lexicon import Term
from journal.store import own_words, vocabulary
from journal.store.file.diary_file import DiaryFile


class OwnWordsDiary(NamedTuple):
    """Of one diary file."""

    file: DiaryFile

    def add_term(self, term: Term) -> None:
        vocabulary.add_term(self.file, term)

    def edit_term(self, term: Term, new_name: str | None, changes: Mapping[str, Any]) -> None:
        own_words.edit_term(self.file, term.kind, term.label, new_name, changes)

    def remove_term(self, term: Term) -> None:
        own_words.remove_term(self.file, term.kind, term.label)

    def add_question(
        self,
        slug: str,
        label: str,
        unit: str | None,
        lowest: float | None,
        highest: float | None,
        ends: tuple[str, str],
    ) -> None:
        """A habit of the user's own; `ends` say what its lowest and its highest value mean."""
        vocabulary.add_question(
            self.file,
            slug,
            label=label,
            unit=unit,
            lowest=lowest,
            highest=highest,
            low_means=ends[0],
            high_means=ends[1],
        )

    def edit_question(self, slug: str, new_name: str | None, changes: Mapping[str, Any]) -> None:
        own_words.edit_question(self.file, slug, new_name, changes)

    def remove_question(self, slug: str) -> None:
        own_words.remove_question(self.file, slug)
