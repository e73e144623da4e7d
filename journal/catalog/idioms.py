"""Words of the grammar that with others are another thing: `chest of drawers`, `jerk chicken`, `ran a bath`."""

from collections.abc import Iterable


def _phrases(text: str) -> list[tuple[str, ...]]:
    return [tuple(phrase.split()) for phrase in text.replace("\n", " ").split(", ")]


def _beside(firsts: str, others: str) -> list[tuple[str, ...]]:
    return [(word, *other.split()) for word in firsts.split() for other in others.split(", ")]


def by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of each first word, the longest first."""
    firsts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        firsts.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(of_first) for first, of_first in firsts.items()}


PHRASES = by_first(
    (
        *_beside("chest", "of drawers, freezer, infection"),
        *_beside("head", "of department, of school, of hr, of sales, of marketing, of it, of year, of state, of table"),
        *_beside("head", "teacher, office, chef, nurse, phones, start, lights, master, coach, over heels"),
        *_beside(
            "foot", "of bed, of stairs, of page, of hill, of mountain, of ladder, path, stool, rest, pedal, brake"
        ),
        *_beside("arm", "of sofa, of chair, of armchair, of couch, rest, wrestling, bands"),
        *_beside("leg", "of lamb, of pork, of table, of chair, of trip, of journey, of race, of flight, room"),
        *_beside("heel", "of bread, of loaf"),
        *_beside("heels", "on, off"),
        *_beside("butt", "of joke, of jokes"),
        *_beside(
            "bottom", "of stairs, of page, of hill, of garden, of list, of bed, of barrel, of class, of ladder, line"
        ),
        *_beside("palm", "oil, tree, trees, reading, reader, leaf, beach"),
        *_beside("temple", "visit, tour, bar"),
        *_beside("calf", "of cow, skin, liver"),
        *_beside("calf calves", "got out, get out, got loose, escaped, born, was born, were born, bawling"),
        *_beside("fed feed feeding weaned weaning hauled hauling sold tagged vaccinated", "calf, calves"),
        *_beside("sole", "trader, traders, proprietor, parent, custody, meuniere, reason, survivor, charge"),
        *_beside("toe", "line, to toe"),
        *_beside("neck", "and neck, brace, scarf, tie, pillow"),
        *_beside("thumb", "drive, drives, war, wars, up"),
        *_beside("thumbs", "up, down"),
        *_beside("knee", "high, deep, brace, pads, surgery, operation, replacement, op"),
        *_beside("shoulder", "bag, bags, strap, season, to cry, surgery, op, operation"),
        *_beside("hip", "hop, flask, replacement, op, operation, surgery"),
        *_beside("rib eye ribs", "eye, roast, steak"),
        *_beside("eye", "contact, mask, opener, on ball, for detail, to eye, level, witness, liner, shadow, cream"),
        *_beside(
            "hand", "luggage, baggage, brake, bag, wash, washing, cream, sanitiser, sanitizer, out, ball, held, drive"
        ),
        *_beside("cheek", "kiss, by jowl"),
        *_beside("chin", "up, ups, wag"),
        *_beside("lip", "balm, gloss, service, reading, filler, fillers, sync"),
        *_beside("nose", "bleed, bleeds, job, spray, ring, dive"),
        *_beside("tongue", "twister, twisters, in cheek, tied"),
        *_beside("jaw", "surgery"),
        *_beside("brow", "wax, pencil"),
        *_beside("ear", "wax, phones, plugs, buds, ring, rings, infection"),
        *_beside("throat", "lozenge, lozenges, sweets, spray, infection"),
        *_beside("wrist", "watch, band, bands, strap"),
        *_beside("knuckle", "sandwich, down, duster"),
        *_beside("elbow", "grease, room"),
        *_beside("thigh", "gap, high, length"),
        *_beside("shin", "guards, pads, pad, guard"),
        *_beside("ankle", "boots, bracelet, socks, length"),
        *_beside("waist", "coat, band, length"),
        *_beside("belly", "laugh, laughs, dance, dancing, flop"),
        *_beside("face", "cream, mask, paint, wash, cloth, value, to face, off, time, lift"),
        *_beside("body", "pump, combat, balance, lotion, wash, language, weight, shop"),
        *_beside("stop stopped", "car, bus"),
        *_beside("legs", "up, crossed, up wall, up in air"),
        *_beside("arms", "folded, crossed, full, race"),
        *_beside("eyes", "closed, shut, open, on screen"),
        *_beside("hands", "full, free, down, up, in pockets, on training"),
        *_beside("feet", "up, on desk, on table, on sofa, of snow, of water"),
        *_beside("head", "down, on pillow, on desk"),
        *_beside("mouth", "full, wash, wide open, ulcer, ulcers"),
        *_beside("chicken turkey duck", "breast, breasts, leg, legs, thigh, thighs"),
        *_beside("pork beef lamb ox goose", "belly, shoulder, cheek, cheeks, ribs, leg, tongue"),
        *_beside("shoulder breast belly", "of lamb, of pork, of chicken, of beef"),
        *_beside("mouse speed tourist sink", "trap, traps"),
        *_beside("spare short prime barbecue bbq", "rib, ribs"),
        *_beside("lemon dover", "sole"),
        *_beside("left right", "hand drive, hand man, hand side, hand side mirror, wing, click"),
        *_beside("left", "luggage, overs, over pizza, over food"),
        *_beside("right", "angle, angles, of way, on time, said fred"),
        *_phrases(
            "first hand, second hand, hour hand, by hand, helping hand, old hand, farm hand, on one hand,"
            " on other hand, by ear, mother tongue, rule of thumb, green thumb, cold feet,"
            " own two feet, an arm and leg, up to neck in,"
            " off chest, shoulder to shoulder, heart in mouth, hand in hand, hand me down, hand to mouth,"
            " behind my back, by skin of"
        ),
        *_beside("jerk", "chicken, of boss"),
        *_beside("knee", "jerk reaction, jerk response"),
        *_beside("jump", "start, leads"),
        *_beside("jumped", "through hoops"),
        *_beside("popped popping", "to, into, round to, home, over to, out for, out to"),
        *_beside("pop", "music, song, songs, star, quiz, concert, tart, tarts"),
        *_beside("popcorn", "at, and film, for dinner"),
        *_beside("buzz", "cut, word, words, lightyear"),
        *_beside("kick kicked kicks", "ball, bucket, door, boxing"),
        *_beside("kick", "off at"),
        *_beside("dog cat horse kid toddler", "kicked"),
        *_beside("hum humming hummed", "tune, song"),
        *_beside("raspberry", "ripple"),
        *_beside("ripple", "effect, effects"),
        *_beside("protein diet meal", "shake, shakes"),
        *_beside("shake shook", "hands, my head, it off, on it"),
        *_beside(
            "cramped", "car, seat, seats, space, room, flat, office, train, bus, plane, flight, conditions, style"
        ),
        *_beside("pulse", "racing, rate, oximeter"),
        *_beside("phone", "vibrating, vibrated, buzzing, buzzed"),
        *_beside("twitch", "stream, streams, channel, streamer, chat"),
        *_beside("watched watching on", "twitch tv"),
        *_beside("watched watching", "twitch"),
        *_beside("flutter", "on horses, on dogs, on lottery"),
        *_beside("tic", "tac, tacs, toc"),
        *_beside("tea", "towel, towels, cosy, tree oil"),
        *_beside("coffee", "table, shop, machine, stain"),
        *_beside("beer", "garden, belly, mat"),
        *_beside("wine", "bar, cellar, glass broke, rack, list"),
        *_beside("gin", "rummy"),
        *_beside("cider", "vinegar"),
        *_beside("shot shots", "in dark, fired, at goal"),
        *_beside("ran run running", "out of, into, bath, late, errands, of bad luck, out of time, nose, low, mate"),
        *_beside("run", "down"),
        *_beside(
            "walked walk walking", "into door, into wall, into table, out of work, out of meeting, out on, on eggshells"
        ),
        *_beside("got gave get give need needed", "lift, lift home, lift in, lift to"),
        *_beside("lift", "broken, home, to work, shaft, out of order, was broken, door, doors"),
        *_beside("fire potty toilet staff crate dog puppy", "training"),
        *_beside("training", "course, session at work"),
        *_beside("curl curled curling", "up, hair"),
        *_beside("squash", "soup, risotto"),
        *_beside("butternut", "squash"),
        *_beside("tennis golfer's", "elbow"),
        *_beside("yoga", "pants"),
        *_beside("gym", "shoes, bag, kit, clothes, membership"),
        *_beside("bike", "shed, shop, lane, rack, broke, stolen"),
        *_beside("menstrual life", "cycle"),
        *_beside("cycle", "of, lane, path"),
        *_beside("danced dancing", "around issue"),
        *_beside("climb climbed climbing", "into bed, into bath, out of bed, into car"),
        *_beside("keep keeps keeping kept having", "eye on, eye out, eye open"),
    )
)
"""First word -> the words of what is no place of the body, no twitch, drink or workout, without their articles."""
UNLESS_A_PLACE = by_first(
    (
        *_beside(
            "back", "home, at work, at home, at school, at gym, at office, at desk, in bed, in office, in car, in town"
        ),
        *_beside("back", "from, to work, to bed, to sleep, to school, to normal, to gym, to office, to desk, to hotel"),
        *_beside("back", "on nights, on days, on shift, on earlies, on lates"),
        *_beside("back", "and forth, on track, on feet, on magnesium, garden, yard, seat, door, row, pack"),
        *_beside("hand", "over, in homework"),
        *_beside("head", "home, to gym, to work"),
    )
)
"""The same of words that are a place where `my`, a side or the like stands before them: `my back at work`."""
OF_A_PLACE = frozenset(
    "my the his her left right l r both lower upper mid middle whole entire of in on inner outer side neck hands hand"
    " and".split()
)
PEOPLE = frozenset(
    "husband wife partner boyfriend girlfriend hubby son daughter baby toddler kid kids child children boy girl"
    " twins mum mom mummy mother dad daddy father parents brother sister grandma grandpa granny nan grandad friend mate"
    " colleague boss neighbour neighbor flatmate housemate roommate dog puppy cat kitten horse he she they".split()
)
"""Others, of whom a diary holds nothing: `the baby slept 6 hours`."""
WHOSE_OTHERS = frozenset(("his", "her", "their", "your"))
