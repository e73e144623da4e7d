"""Days with drinks: caffeine, alcohol, fluids."""

from tests.days.lived import NOTHING, Day, imported

CAFFEINE = {
    "drinks with caffeine add up": Day(
        ["2 coffees", "espresso", "caffeine 120mg"], {"caffeine_mg": 375}, {"Caffeine": "375 mg · from 4 drinks"}
    ),
    "water alone does not make caffeine 0": Day(["water 0.5l", "herbal tea", "tea 0mg"], NOTHING, {}),
    "no caffeine is 0": Day(["no caffeine"], {"caffeine_mg": 0}, {"Caffeine": "none"}),
    "a total of 0 mg is no caffeine": Day(["caffeine total 0mg"], {"caffeine_mg": 0}, {"Caffeine": "none"}),
    "water beside no caffeine leaves it": Day(["no caffeine", "water"], {"caffeine_mg": 0}, {"Caffeine": "none"}),
    "decaf neither wins over no caffeine nor conflicts with it": Day(
        ["decaf", "no caffeine", "decaf espresso"], {"caffeine_mg": 0}, {"Caffeine": "none"}
    ),
    "decaf alone is the little that it holds": Day(["decaf"], {"caffeine_mg": 1}, {"Caffeine": "1 mg · from 1 drink"}),
    "5 mg is caffeine": Day(
        ["no caffeine", ("coffee 5mg", "“no caffeine” of that day gives way while this stands")],
        {"caffeine_mg": 5},
        {"Caffeine": "5 mg · from 1 drink; “no caffeine” was said earlier, the drinks count"},
    ),
    "coffee wins over no caffeine, which is said once": Day(
        ["no caffeine", ("coffee", "“no caffeine” of that day gives way while this stands"), ("tea", "")],
        {"caffeine_mg": 144},
        {"Caffeine": "144 mg · from 2 drinks; “no caffeine” was said earlier, the drinks count"},
    ),
    "an imported coffee counts too where a typed one has won": Day(
        ["no caffeine", imported("drink", name="coffee", caffeine_mg=96), ("tea", "“no caffeine” of that day gives…")],
        {"caffeine_mg": 144},
        {"Caffeine": "144 mg · from 2 drinks; “no caffeine” was said earlier, the drinks count"},
    ),
    "no caffeine forgotten beneath a coffee changes nothing": Day(
        ["no caffeine", ("coffee", "“no caffeine” of…"), ("forget caffeine", "it was “no caffeine”")],
        {"caffeine_mg": 96},
        {"Caffeine": "96 mg · from 1 drink"},
    ),
    "no caffeine where coffee stands is refused, naming it": Day(
        [
            "coffee",
            "tea",
            (
                "no caffeine",
                "refused: “no caffeine” does not go with what Sat 21 Nov holds: coffee, 237 ml, 96 mg caffeine at"
                " 20:00; tea, 237 ml, 48 mg caffeine at 20:00; nothing was stored",
            ),
        ],
        {"caffeine_mg": 144},
        {"Caffeine": "144 mg · from 2 drinks"},
    ),
    "a typed total stands over the drinks before it and after it": Day(
        [
            "coffee",
            (
                "caffeine total 300mg",
                "it counts instead of the rows of that day (coffee, 237 ml, 96 mg caffeine); "
                "`forget caffeine` goes back to them",
            ),
            ("espresso", "the day's total stands at 300 mg; `forget caffeine` counts the rows instead"),
        ],
        {"caffeine_mg": 300},
        {"Caffeine": "300 mg · typed; it counts instead of 2 drinks (159 mg)"},
    ),
    "the total forgotten, the drinks count": Day(
        [
            "caffeine total 300mg",
            ("espresso", "the day's total stands at 300 mg…"),
            (
                "forget caffeine",
                "it was “caffeine 300 mg”; the rows of that day count now (espresso, 30 ml, 63 mg caffeine)",
            ),
        ],
        {"caffeine_mg": 63},
        {"Caffeine": "63 mg · from 1 drink"},
    ),
    "a second total replaces the first": Day(
        ["caffeine total 300mg", ("caffeine total 200mg", "instead of “caffeine 300 mg”")],
        {"caffeine_mg": 200},
        {"Caffeine": "200 mg"},
    ),
    "no caffeine replaces a total": Day(
        ["caffeine total 300mg", ("no caffeine", "instead of “caffeine 300 mg”")],
        {"caffeine_mg": 0},
        {"Caffeine": "none"},
    ),
    "no caffeine forgotten is not logged": Day(
        ["no caffeine", "water", ("forget caffeine", "it was “no caffeine”")], NOTHING, {}
    ),
    "an imported coffee beside no caffeine is listed: what was typed counts": Day(
        ["no caffeine", imported("drink", name="coffee", caffeine_mg=96)],
        {"caffeine_mg": 0},
        {"Caffeine": "none · typed; it counts instead of 1 drink (96 mg)"},
    ),
    "an imported coffee beside a total: the typed total counts": Day(
        ["caffeine total 300mg", imported("drink", name="coffee", caffeine_mg=96)],
        {"caffeine_mg": 300},
        {"Caffeine": "300 mg · typed; it counts instead of 1 drink (96 mg)"},
    ),
}

ALCOHOL = {
    "drinks with alcohol add up": Day(
        ["beer 0.5l 5%", "alcohol 10g"], {"alcohol_g": 29.7}, {"Alcohol": "29.7 g · from 2 drinks"}
    ),
    "water alone does not make alcohol 0": Day(["water"], NOTHING, {}),
    "no alcohol is 0": Day(["no alcohol", "water"], {"alcohol_g": 0}, {"Alcohol": "none"}),
    "a beer wins over no alcohol": Day(
        ["no alcohol", ("beer", "“no alcohol” of that day gives way while this stands")],
        {"alcohol_g": 13},
        {"Alcohol": "13 g · from 1 drink; “no alcohol” was said earlier, the drinks count"},
    ),
    "no alcohol where a beer stands is refused, naming it": Day(
        [
            "beer",
            ("no alcohol", "refused: “no alcohol” does not go with what Sat 21 Nov holds: beer, 330 ml, 13 g alcohol…"),
        ],
        {"alcohol_g": 13},
        {"Alcohol": "13 g · from 1 drink"},
    ),
    "a typed total stands over the drinks": Day(
        [
            "beer",
            ("alcohol total 40g", "it counts instead of the rows of that day (beer, 330 ml, 13 g alcohol)…"),
            ("wine", "the day's total stands at 40 g; `forget alcohol` counts the rows instead"),
        ],
        {"alcohol_g": 40},
        {"Alcohol": "40 g · typed; it counts instead of 2 drinks (27.2 g)"},
    ),
    "the total forgotten, the drinks count": Day(
        [
            "beer",
            ("alcohol total 40g", "it counts instead…"),
            ("forget alcohol", "it was “alcohol 40 g”; the rows of that day count now (beer, 330 ml, 13 g alcohol)"),
        ],
        {"alcohol_g": 13},
        {"Alcohol": "13 g · from 1 drink"},
    ),
    "an imported wine beside no alcohol: what was typed counts": Day(
        ["no alcohol", imported("drink", name="wine", alcohol_g=14.2)],
        {"alcohol_g": 0},
        {"Alcohol": "none · typed; it counts instead of 1 drink (14.2 g)"},
    ),
}

FLUIDS = {
    "the drinks of a day that is not marked complete are not its fluids": Day(["water 0.5l"], NOTHING, {}),
    "that's all makes the drinks the day's fluids": Day(
        ["water 0.5l", "coffee", "that's all"],
        {"caffeine_mg": 96, "fluids_ml": 737, "drinks_complete": 1},
        {
            "Caffeine": "96 mg · from 1 drink",
            "Fluids": "737 ml · from 2 drinks, said to be all",
            "Drinks complete": "yes",
        },
    ),
    "a later drink leaves the mark": Day(
        ["water 0.5l", "thats all", "water 0.3l"],
        {"fluids_ml": 800, "drinks_complete": 1},
        {"Fluids": "800 ml · from 2 drinks, said to be all", "Drinks complete": "yes"},
    ),
    "that's all without a drink is not 0": Day(["all"], {"drinks_complete": 1}, {"Drinks complete": "yes"}),
    "the mark forgotten, the fluids are not logged": Day(
        ["water", "that's all", ("forget that's all", "it was “the drinks are complete”")], NOTHING, {}
    ),
    "that that was not all is no mark": Day(
        ["water", "that's all", ("no that's all", "instead of “the drinks are complete”")],
        {"drinks_complete": 0},
        {"Drinks complete": "no"},
    ),
    "a typed total stands over the drinks": Day(
        ["water", "that's all", "fluids 2l", ("water 0.5l", "the day's total stands at 2000 ml; `forget fluids`…")],
        {"fluids_ml": 2000, "drinks_complete": 1},
        {"Fluids": "2000 ml · typed; it counts instead of 2 drinks (740 ml)", "Drinks complete": "yes"},
    ),
    "the total forgotten, the drinks of a complete day count": Day(
        [
            "water",
            "that's all",
            "fluids 2l",
            ("forget fluids", "it was “fluids 2000 ml”; the rows of that day count now (water, 240 ml)"),
        ],
        {"fluids_ml": 240, "drinks_complete": 1},
        {"Fluids": "240 ml · from 1 drink, said to be all", "Drinks complete": "yes"},
    ),
    "the total forgotten, the drinks of a day not complete do not count, and nothing else is said": Day(
        ["water", "fluids 2l", ("forget fluids", "it was “fluids 2000 ml”")], NOTHING, {}
    ),
    "no fluids is 0": Day(["no fluids"], {"fluids_ml": 0}, {"Fluids": "none"}),
    "a drink wins over no fluids": Day(
        ["no fluids", ("water", "“no fluids” of that day gives way while this stands")],
        NOTHING,
        {
            "Fluids": "not logged · 240 ml logged so far; `that's all` makes it the day's;"
            " “no fluids” was said earlier, the drinks count"
        },
    ),
    "no fluids where a drink stands is refused": Day(
        [
            "water",
            ("no fluids", "refused: “no fluids” does not go with what Sat 21 Nov holds: water, 240 ml at…"),
        ],
        NOTHING,
        {},
    ),
    "an imported water beside a total: the typed total counts": Day(
        ["fluids 2l", imported("drink", name="water", volume_ml=500)],
        {"fluids_ml": 2000},
        {"Fluids": "2000 ml · typed; it counts instead of 1 drink (500 ml)"},
    ),
    "a total that an import brought says where it is from": Day(
        ["espresso", imported("answer", question="caffeine_mg", value=300)],
        {"caffeine_mg": 300},
        {"Caffeine": "300 mg · from watch; it counts instead of 1 drink (63 mg)"},
    ),
}
