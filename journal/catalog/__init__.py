"""What can be recorded, as data: the kinds of record and their slots, questions, sites, drinks, reliefs, workouts."""
