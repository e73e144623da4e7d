"""The sites of the body. A filter for one that has children includes them."""

from collections.abc import Iterator

from journal.catalog.entries import Entry

BODY_REGIONS = {"legs": "legs", "arms": "arms", "trunk": "trunk", "face": "face and neck"}
"""The regions in which a site may lie, and how each is said: those that a workout trains apart, and the rest."""


def _of(region: str, *sites: Entry) -> Iterator[Entry]:
    return (site._replace(region=region) for site in sites)


SITES = (
    *_of(
        "face",
        Entry("scalp"),
        Entry("forehead"),
        Entry("temple"),
        Entry("brow", "eyebrow"),
        Entry("eyelid", "eye, lid, eye lid"),
        Entry("eyelid_upper", "upper eyelid, upper lid", "eyelid"),
        Entry("eyelid_lower", "lower eyelid, lower lid, under eye", "eyelid"),
        Entry("face"),
        Entry("cheek"),
        Entry("nose", "nostril"),
        Entry("ear"),
        Entry("lip_mouth", "lip, mouth, upper lip, lower lip"),
        Entry("chin"),
        Entry("jaw"),
        Entry("tongue"),
        Entry("throat"),
        Entry("neck"),
    ),
    *_of(
        "trunk",
        Entry("chest", "pec, pectoral"),
        Entry("side_ribs", "ribs, rib, flank"),
        Entry("abdomen", "stomach, belly, abs, tummy"),
        Entry("back"),
        Entry("back_upper", "upper back", "back"),
        Entry("back_lower", "lower back", "back"),
    ),
    *_of(
        "legs",
        Entry("groin"),
        Entry("hip"),
        Entry("buttock", "glute, bottom"),
    ),
    *_of(
        "arms",
        Entry("shoulder", "deltoid, shoulder_deltoid"),
        Entry("arm"),
        Entry("biceps", "bicep, upper arm"),
        Entry("triceps", "tricep"),
        Entry("elbow"),
        Entry("forearm", "lower arm"),
        Entry("wrist"),
        Entry("hand", "palm"),
        Entry("thumb", "thenar"),
        Entry("finger"),
        Entry("finger_index", "index finger, pointer finger", "finger"),
        Entry("finger_middle", "middle finger", "finger"),
        Entry("finger_ring", "ring finger", "finger"),
        Entry("finger_little", "little finger, pinky, pinkie", "finger"),
        Entry("finger_other", "other finger", "finger"),
    ),
    *_of(
        "legs",
        Entry("leg"),
        Entry("thigh", "upper leg"),
        Entry("thigh_front", "front thigh, quad, quadriceps", "thigh"),
        Entry("thigh_back", "back thigh, hamstring", "thigh"),
        Entry("thigh_inner", "inner thigh, adductor", "thigh"),
        Entry("knee_area", "knee, kneecap"),
        Entry("shin", "lower leg"),
        Entry("calf"),
        Entry("ankle"),
        Entry("heel"),
        Entry("foot"),
        Entry("foot_arch", "arch, arch of foot, sole"),
        Entry("toe"),
        Entry("toe_big", "big toe, hallux", "toe"),
        Entry("toe_other", "other toe, little toe, small toe", "toe"),
    ),
    Entry("widespread", "all over, everywhere, whole body"),
)
