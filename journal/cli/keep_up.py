"""What a diary is due once a day, when the answer stands there already; and that one is damaged, before it does."""

from journal import activity, moments, settings
from journal.cli.output import warn
from journal.cli.patience import waiting
from journal.store.file import diary_state, upkeep
from journal.store.file.sqlite_errors import FAILED


def keep_up() -> None:
    """Back up what was written to, if that was the first time today; what goes wrong with it is said."""
    for diary in activity.stored_in():
        waiting.begin("backup: at work")
        for sentence in upkeep.keep_up(diary, moments.user_clock().now, has_written=True):
            warn(sentence)
        waiting.end()


def warn_of_damage(db: str | None) -> None:
    """What is read from a diary that did not pass its check may be wrong."""
    path, _ = settings.diary_path(db)
    if (state := diary_state.read(path)) and state.failed:
        warn(FAILED.format(path=path, failed=state.failed))
