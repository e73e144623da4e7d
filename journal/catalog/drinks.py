"""Drinks with their usual size, caffeine and alcohol.

Caffeine: Mayo Clinic, "Caffeine content for coffee, tea, soda and more" (art-20049372), per US fluid
ounces; cola from pages that cite the USDA; energy drink from EFSA's typical 320 mg/l. Read 2026-11. Alcohol:
a usual size and strength, not measured; `beer 0.5l 5%` says one's own.
"""

from journal.catalog.entries import DrinkEntry

DRINKS = (
    DrinkEntry("coffee", "brewed coffee, filter coffee, drip coffee", 237, 96, 0),
    DrinkEntry("espresso", "", 30, 63, 0),
    DrinkEntry("cappuccino", "", 180, 63, 0),  # one espresso
    DrinkEntry("latte", "flat white, macchiato", 240, 63, 0),  # one espresso
    DrinkEntry("instant_coffee", "", 237, 62, 0),
    DrinkEntry("decaf", "decaf coffee", 237, 1, 0),
    DrinkEntry("decaf_espresso", "", 30, 1, 0),
    DrinkEntry("tea", "black tea", 237, 48, 0),
    DrinkEntry("green_tea", "", 237, 29, 0),
    DrinkEntry("iced_tea", "bottled tea, ice tea", 237, 26, 0),
    DrinkEntry("herbal_tea", "", 237, 0, 0),
    DrinkEntry("cola", "coke, pepsi", 355, 34, 0),  # other colas hold more or less
    DrinkEntry("energy_drink", "red bull", 250, 80, 0),
    DrinkEntry("energy_shot", "", 60, 200, 0),
    DrinkEntry("water", "glass of water, glasses of water", 240, 0, 0),
    DrinkEntry("juice", "", 240, 0, 0),
    DrinkEntry("milk", "", 240, 0, 0),
    DrinkEntry("soft_drink", "lemonade, soda", 330, 0, 0),  # without caffeine; else say the mg
    DrinkEntry("beer", "lager", 330, 0, 5),
    DrinkEntry("wine", "red wine, white wine, glass of wine, glasses of wine", 150, 0, 12),
    DrinkEntry("spirit", "whisky, whiskey, vodka, gin, rum, shot", 40, 0, 40),
    DrinkEntry("caffeine", "caffeine tablet, caffeine pill", None, None, 0),
    DrinkEntry("alcohol", "", None, None, 0),
)

SOME_CAFFEINE_MG = 5
"""Less than this (decaf) neither conflicts with nor replaces a "no caffeine"."""
