"""What a diary is due once a day, when the answer of a command stands there already."""

from journal import activity, moments
from journal.cli.output import warn
from journal.cli.patience import waiting
from journal.store.file import upkeep


def keep_up() -> None:
    """Back up what was written to, if that was the first time today; what goes wrong with it is said."""
    for diary in activity.stored_in():
        waiting.begin("backup")
        for sentence in upkeep.keep_up(diary, moments.user_clock().now, has_written=True):
            warn(sentence)
        waiting.end()
