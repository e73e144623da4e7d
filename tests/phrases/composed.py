"""Sentences put together from parts that are read alone, and once were not beside each other; as in `talk.py`."""

SENTENCES = {
    # what joins the parts belongs to none of them
    "took ibuprofen and 5 min ago": "5m ago took ibuprofen",
    "took naproxen — 400mg": "took naproxen 400mg",
    "stopped b12 - 3 weeks ago": "2026-11-04 stopped b12",
    "took 1g paracetamol the day before yesterday": "2026-11-23 took paracetamol 1g",
    "i took my 5000 iu b12": "took b12 5000iu",
    "took some naproxen": "took naproxen",
    # what is said of a medicine is no part of its name
    "took melatonin. again": "took melatonin ·note",
    "took paracetamol,helped": "took paracetamol ·note",
    "took ibuprofen felt sick after": "took ibuprofen ·note",
    "took magnesium with water": "took magnesium ·note",
    "took b12 mid-morning": "this morning took b12 ·note",
    "left calf 3 midafternoon yesterday": "yesterday afternoon left calf 3 ·note",
}
REFUSED = {
    "took no ibuprofen": "took what?",
    "took ibuprofen. paracetamol": "two records",
    "took half an hour to fall asleep": "if that is a medicine",
    "took naproxen the other day": "when was that",
    "saw GP the other day": "when was that",
    "took melatonin earlier today": "when was that",
    "sick with a cold no fever": "yes or no",
}
MEDICINES = {
    "started ibuprofen not sure it helps": ("ibuprofen", None, None),
    "started magnesium and 300mg - twice a day": ("magnesium", "300 mg", "twice a day"),
}
EVENTS: dict[str, tuple[str, ...]] = {}
