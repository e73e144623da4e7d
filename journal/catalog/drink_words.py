"""Words beside a drink: how much of it, in what, and what changes nothing of it."""


def _set_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEHIND_A_DRINK = _set_of("milk sugar lemon")
"""With `with` before them they are no drink of their own."""
OF_DRINKING = _set_of(
    "slammed downed sipped chugged necked grabbed finished drunk too another okay so um uh well yeah"
    " first second third fourth fifth 1st 2nd 3rd 4th 5th day nearly almost barely last far"
)
"""Words before a drink that say nothing of how much it was."""
SIZES = _set_of(
    "large small big huge tall medium grande venti pot bottle jug flask gallon bucket pint gallons much many few"
    " several couple some lots"
)
"""How much of a drink, but not how much exactly."""
SIZES_OF_ONE = _set_of("large small big huge tall medium grande venti half")
"""Those of them that stand alone, or before `one`."""
VESSELS = _set_of("glass glasses cans mug mugs pint pints bottle bottles jug flask pot pots")
"""Before a word they make a drink of it."""
DRINKING = _set_of("drink drinks drinking pint pints liquor spirits tipple bevvy bevvies")
"""Behind `no` they speak of what somebody drinks."""
CONTAINERS = _set_of("glass glasses can cans mug mugs scoop scoops serving servings")
"""One of them is the usual size of a drink."""
PINTS_ML = {"ml": 568, "oz": 473}
"""An imperial pint; a US one where the person measures in ounces."""
OF_WATER = _set_of("some more much plenty enough extra tap cold warm plain sparkling tried lots glass glasses")
"""Before `water` they leave it water."""
MIXERS = _set_of("soft_drink cola diet_cola coke_zero mountain_dew juice water energy_drink monster")
"""Drinks that are mixed with a spirit."""
MILKS = _set_of("oat soy soya almond coconut skinny skimmed vanilla caramel hazelnut iced")
"""Before a coffee or tea they change nothing of what is counted."""
