"""Drinks with their usual size, caffeine and alcohol, each with where the figure is from, as read in 2026-11.

A usual size and strength of what holds alcohol is not measured; `beer 0.5l 5%` says one's own.
"""

from journal.catalog.entries import DrinkEntry

READ = (
    "Figures as read in 2026-11; Mayo Clinic's table: “Caffeine content for coffee, tea, soda and more” (art-20049372)"
)
MAYO = "Mayo Clinic's table"
_MAYO_COPY = "Mayo Clinic's table, in a copy"
_ESPRESSO = "one espresso"
_BLACK_TEA = "as black tea"
_USDA = "pages that cite the USDA"
_EFSA = "EFSA's typical 320 mg/l"
_USUAL = "a usual size and strength, not measured"
_NONE = "none in it"
_NOT_KNOWN = "as it is said"

DRINKS = (
    DrinkEntry("coffee", "brewed coffee, filter coffee, drip coffee, iced coffee, black coffee", 237, 96, 0, MAYO),
    DrinkEntry("espresso", "shot of espresso, shots of espresso, espresso shot", 30, 63, 0, MAYO),
    DrinkEntry("double_espresso", "doppio, espresso double", 60, 126, 0, "two espressos"),
    DrinkEntry("americano", "", 240, 63, 0, _ESPRESSO),
    DrinkEntry("cappuccino", "", 180, 63, 0, _ESPRESSO),
    DrinkEntry("flat_white", "", 180, 126, 0, "two espressos, second-hand"),
    DrinkEntry("latte", "macchiato", 240, 63, 0, _ESPRESSO),
    DrinkEntry("mocha", "", 240, 63, 0, _ESPRESSO),
    DrinkEntry("instant_coffee", "", 237, 62, 0, MAYO),
    DrinkEntry("cold_brew", "cold brew coffee", 473, 205, 0, "Starbucks, second-hand"),
    DrinkEntry("decaf", "decaf coffee, decaf latte, decaf flat white, decaf cappuccino", 237, 1, 0, MAYO),
    DrinkEntry("decaf_espresso", "", 30, 1, 0, MAYO),
    DrinkEntry("tea", "black tea, cuppa", 237, 48, 0, MAYO),
    DrinkEntry("green_tea", "", 237, 29, 0, MAYO),
    DrinkEntry("decaf_tea", "", 237, 2, 0, _MAYO_COPY),
    DrinkEntry("iced_tea", "bottled tea, ice tea", 237, 26, 0, MAYO),
    DrinkEntry("chai_latte", "chai, chai tea", 240, 48, 0, _BLACK_TEA),
    DrinkEntry("matcha", "matcha latte", 240, 63, 0, "2 g of powder, Molecules 2021;26:85"),
    DrinkEntry("mate", "yerba mate", 240, 78, 0, "Heck 2007, second-hand"),
    DrinkEntry("herbal_tea", "", 237, 0, 0, _NONE),
    DrinkEntry("hot_chocolate", "cocoa", 240, 7, 0, "USDA, second-hand"),
    DrinkEntry("cola", "coke, pepsi", 355, 34, 0, _USDA),  # other colas hold more or less
    DrinkEntry("diet_cola", "diet coke, diet pepsi", 355, 46, 0, "The Coca-Cola Company, questions and answers"),
    DrinkEntry("coke_zero", "", 355, 34, 0, "second-hand"),
    DrinkEntry("mountain_dew", "", 355, 54, 0, _MAYO_COPY),
    DrinkEntry("energy_drink", "red bull, redbull", 250, 80, 0, _EFSA),
    DrinkEntry("monster", "monster energy", 473, 160, 0, "second-hand"),
    DrinkEntry("energy_shot", "", 60, 200, 0, MAYO),
    DrinkEntry("pre_workout", "preworkout, pre-workout", 250, 254, 0, "the mean of many, Nutrients 2019;11:254"),
    DrinkEntry("water", "glass of water, glasses of water", 240, 0, 0, _NONE),
    DrinkEntry("juice", "", 240, 0, 0, _NONE),
    DrinkEntry("milk", "", 240, 0, 0, _NONE),
    DrinkEntry("soft_drink", "lemonade, soda", 330, 0, 0, _NONE),  # without caffeine; else say the mg
    DrinkEntry("beer", "lager, bottle of beer, bottles of beer", 330, 0, 5, _USUAL),
    DrinkEntry(
        "alcohol_free_beer",
        "alcohol-free beer, non alcoholic beer, non-alcoholic beer, alcohol free lager, alcohol-free lager",
        330,
        0,
        0,
        _USUAL,
    ),
    DrinkEntry("cider", "", 330, 0, 5, _USUAL),
    DrinkEntry(
        "wine",
        "red wine, white wine, glass of wine, glasses of wine, glass of red, glasses of red, glass of white,"
        " glasses of white",
        150,
        0,
        12,
        _USUAL,
    ),
    DrinkEntry("sparkling_wine", "prosecco, champagne", 120, 0, 12, _USUAL),
    DrinkEntry("spirit", "whisky, whiskey, vodka, gin, rum, shot", 40, 0, 40, _USUAL),
    DrinkEntry("gin_and_tonic", "gin tonic, g&t", 200, 0, 8, _USUAL),
    DrinkEntry("caffeine", "caffeine tablet, caffeine pill", None, None, 0, _NOT_KNOWN),
    DrinkEntry("alcohol", "", None, None, 0, _NOT_KNOWN),
)

SOME_CAFFEINE_MG = 5
"""Less than this (decaf) neither conflicts with nor replaces a "no caffeine"."""
