"""What trained muscles are judged by."""

from typing import NamedTuple

import pandas as pd


class TrainedDays(NamedTuple):
    """A row for every calendar day, a column for each region of the body. `counts` are the twitches, NaN where not
    known; `trained` is 1 where the region was trained hard on that day, 0 where it was not, NaN where not known."""

    counts: pd.DataFrame
    trained: pd.DataFrame
