"""The units of the grammar, each with its dimension and its size in the dimension's base unit.

Base units: time in seconds, volume in millilitres, mass in milligrams, share in percent. `oz` is the US
fluid ounce; a `cup` is 240 ml (the US labelling cup, 21 CFR 101.9); `m` is minutes everywhere.
"""

_TIME = {
    3600.0: "h hour hours hr hrs",
    60.0: "min m minute minutes mins",
    1.0: "s second seconds sec secs",
}
_VOLUME = {
    1.0: "ml milliliter milliliters millilitre millilitres",
    10.0: "cl",
    1000.0: "l liter liters litre litres",
    29.5735: "oz ounce ounces",
    240.0: "cup cups",
}
_MASS = {1.0: "mg milligram milligrams", 1000.0: "g gram grams"}

UNITS: dict[str, tuple[str, float]] = {
    word: (dimension, size)
    for dimension, table in (("time", _TIME), ("volume", _VOLUME), ("mass", _MASS), ("share", {1.0: "%"}))
    for size, words in table.items()
    for word in words.split()
}
"""Unit word -> (dimension, size in the base unit)."""

ETHANOL_G_PER_ML = 0.789
"""Density of ethanol at 20 degrees Celsius, g/ml (CRC Handbook of Chemistry and Physics)."""
