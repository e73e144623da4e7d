"""What people try against a twitch or a cramp."""

from journal.catalog.entries import Entry

RELIEFS = (
    Entry("stretch", "stretching, stretched", display="stretching"),
    Entry("massage", "massaging, massaged, rub, rubbing, foam roller, foam rolling"),
    Entry("heat", "warmth, bath, warm bath, hot bath, hot shower, heating pad, heat pack, hot water bottle"),
    Entry("cold", "ice, ice pack, cold pack"),
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
