"""The arrays that the steps hand to each other, by name."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Days = NDArray[np.intp]
"""Places on the calendar, in days from the diary's first, or weekdays (Monday 0)."""
Signs = NDArray[np.int8]
"""Flips x rows, +1 or -1; most of the memory of a long diary."""
