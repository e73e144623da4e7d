"""What people try against a twitch or a cramp."""

from journal.catalog.entries import Entry

RELIEFS = (
    Entry("stretch", "stretching, stretched", display="stretching"),
    Entry(
        "massage",
        "massaging, massaged, massage gun, massager, rub, rubbing, rubbed, foam roller, foam rolling",
    ),
    Entry(
        "heat",
        "warmth, bath, warm bath, hot bath, hot shower, warm shower, heating pad, heat pad, heat pack,"
        " hot water bottle, hot water bag, warm compress, hot compress, warm flannel, hot flannel, hot pack",
    ),
    Entry(
        "cold",
        "ice, icing, iced, ice pack, cold pack, cold compress, cool compress, ice compress, cold flannel, cool flannel,"
        " frozen peas",
    ),
    Entry("rest", "resting, rested"),
    Entry("move", "moving, movement", display="moving"),
    Entry("walk", "walking, walked", display="walking"),
    Entry("position", "new position, changing position, shifting"),
    Entry("pressure", "pressing"),
    Entry("drink_water", "water, drinking, hydration", display="drinking water"),
    Entry("food", "eating, snack"),
    Entry("magnesium"),
    Entry("sleep", "sleeping, nap, napping"),
    Entry("breathing", "slow breathing, deep breathing"),
    Entry("relaxation", "relaxing, relax, meditation"),
    Entry("distraction", "distracting"),
)
