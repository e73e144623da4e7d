"""The sites of the body. A filter for one that has children includes them.

A muscle is a name of the place in which it lies, after the chapters “Anatomy” of StatPearls (NCBI Bookshelf), as read
in 2026-11.
"""

from collections.abc import Iterator

from journal.catalog.entries import Entry

BODY_REGIONS = {"legs": "legs", "arms": "arms", "trunk": "trunk", "face": "face and neck"}
"""The regions in which a site may lie, and how each is said: those that a workout trains apart, and the rest."""


def _of(region: str, *sites: Entry) -> Iterator[Entry]:
    return (site._replace(region=region) for site in sites)


SITES = (
    *_of(
        "face",
        Entry("head"),
        Entry("scalp"),
        Entry("forehead", "frontalis"),
        Entry("temple", "temporalis"),
        Entry("brow", "eyebrow", display="eyebrow"),
        Entry("eyelid", "eye, lid, eye lid, orbicularis oculi"),
        Entry("eyelid_upper", "upper eyelid, upper lid, upper eye lid", "eyelid", "upper eyelid"),
        Entry("eyelid_lower", "lower eyelid, lower lid, lower eye lid, under eye", "eyelid", "lower eyelid"),
        Entry("eye_corner", "corner of eye", "eyelid", "corner of eye"),
        Entry("face"),
        Entry("cheek"),
        Entry("nose", "nostril"),
        Entry("ear"),
        Entry(
            "lip_mouth",
            "lip, mouth, upper lip, lower lip, top lip, bottom lip, perioral, orbicularis oris",
            display="mouth",
        ),
        Entry("mouth_corner", "corner of mouth", "lip_mouth", "corner of mouth"),
        Entry("chin", "mentalis"),
        Entry("jaw", "masseter"),
        Entry("tongue"),
        Entry("throat"),
        Entry("neck", "side of neck, back of neck, nape, nape of neck, platysma, sternocleidomastoid"),
    ),
    *_of(
        "trunk",
        Entry("chest", "pec, pectoral, pectoralis"),
        Entry("breast", "nipple", "chest"),
        Entry("side_ribs", "ribs, rib, intercostal", display="ribs"),
        Entry("flank", "waist, oblique"),
        Entry("abdomen", "stomach, belly, abs, tummy"),
        Entry("back"),
        Entry("back_upper", "upper back", "back", "upper back"),
        Entry("back_lower", "lower back", "back", "lower back"),
        Entry("shoulder_blade", "scapula", "back"),
        Entry("lat", "latissimus", "back"),
        Entry("pelvic_floor", "pelvis, perineum"),
        Entry("genitals", "genital, penis, testicle, vulva"),
    ),
    *_of(
        "legs",
        Entry("groin"),
        Entry("hip"),
        Entry(
            "buttock",
            "glute, gluteus, gluteus maximus, bottom, butt, bum, arse, ass, butt cheek, bum cheek, arse cheek,"
            " ass cheek, cheek of bum, cheek of butt, cheek of arse, cheek of ass",
        ),
    ),
    *_of(
        "arms",
        Entry("shoulder", "deltoid, shoulder deltoid, delt, back of shoulder, front of shoulder, top of shoulder"),
        Entry("trapezius", "trap", "shoulder"),
        Entry("armpit", "underarm"),
        Entry("arm"),
        Entry("biceps", "bicep, upper arm"),
        Entry("triceps", "tricep, back of upper arm"),
        Entry("elbow"),
        Entry("forearm", "lower arm, brachioradialis"),
        Entry("wrist"),
        Entry("hand", "palm, hypothenar"),
        Entry("hand_back", "back of hand", "hand", "back of hand"),
        Entry("knuckle", "", "hand"),
        Entry("thumb_web", "web of thumb, fdi, first dorsal interosseous", "hand", "web of thumb"),
        Entry("thumb", "thenar"),
        Entry("finger"),
        Entry("finger_index", "index finger, pointer finger, forefinger", "finger", "index finger"),
        Entry("finger_middle", "middle finger", "finger", "middle finger"),
        Entry("finger_ring", "ring finger", "finger", "ring finger"),
        Entry("finger_little", "little finger, pinky, pinkie, pinky finger", "finger", "little finger"),
        Entry("finger_other", "other finger", "finger", "other finger"),
    ),
    *_of(
        "legs",
        Entry("leg"),
        Entry("thigh", "upper leg"),
        Entry(
            "thigh_front", "front of thigh, front thigh, quad, quadriceps, rectus femoris", "thigh", "front of thigh"
        ),
        Entry("thigh_back", "back of thigh, back thigh, hamstring, biceps femoris", "thigh", "back of thigh"),
        Entry("thigh_inner", "inner thigh, inside of thigh, inside thigh, adductor", "thigh", "inner thigh"),
        Entry("thigh_outer", "outer thigh, outside of thigh, outside thigh", "thigh", "outer thigh"),
        Entry("knee_area", "knee, kneecap", display="knee"),
        Entry("knee_back", "back of knee, behind knee", "knee_area", "back of knee"),
        Entry("shin", "lower leg, tibialis, tibialis anterior, tib ant"),
        Entry("calf", "calfs, gastrocnemius, gastroc, soleus"),
        Entry("ankle"),
        Entry("achilles", "achilles tendon", "ankle", "Achilles tendon"),
        Entry("heel"),
        Entry("foot"),
        Entry("foot_arch", "arch of foot, arch, sole, bottom of foot", display="arch of foot"),
        Entry("foot_top", "top of foot", "foot", "top of foot"),
        Entry("foot_ball", "ball of foot", "foot", "ball of foot"),
        Entry("toe"),
        Entry("toe_big", "big toe, hallux", "toe", "big toe"),
        Entry("toe_little", "little toe, small toe, baby toe, pinky toe, pinkie toe", "toe", "little toe"),
        Entry("toe_other", "other toe", "toe", "other toe"),
    ),
    Entry(
        "widespread",
        "all over, everywhere, body, whole body, entire body, full body, body wide, bodywide, body-wide, all over body",
    ),
)
ONE_ONLY = frozenset(
    "head scalp forehead face nose lip_mouth chin jaw tongue throat neck chest abdomen back back_upper back_lower"
    " pelvic_floor genitals".split()
)
"""Of these there is one: both are its sides."""
LABELS = {site.slug: site.label for site in SITES}
"""Built-in site -> how it is shown."""


def label_of(slug: str) -> str:
    """How a site is shown; one of the user's own, of which only the slug is at hand, with spaces."""
    return LABELS.get(slug, slug.replace("_", " "))
