"""The label lists of every head. Their order is the order of the network's outputs and travels in reading.json."""

ROLES = ("source", "cue", "content")
#: A cue without a source (“is believed to”, “reportedly”) is a class of its own, so that reading can ask for these alone.
OUTERMOST_ROLES = (*ROLES, "sourceless")
SETTINGS = ("venue", "addressee")
NAME_TYPES = ("PER", "ORG", "LOC")


def bio(types):
    """["O", "B-x", "I-x", …]"""
    return ["O"] + [f"{mark}-{t}" for t in types for mark in "BI"]


START = ["inside", "sentence start"]
ATTRIBUTION = bio(OUTERMOST_ROLES)
NESTED = bio(ROLES)
SETTING = bio(SETTINGS)
NAMES = bio(NAME_TYPES)
KIND = ["says", "asks", "believes", "intends", "orders", "shows"]

#: A word that carries no label of this head: it does not count in the loss.
MASK = -100


def spans_to_bio(spans, types, length):
    """[(type, from, to)] -> class indexes, one a word. Later spans do not overwrite earlier ones."""
    out = [0] * length
    for kind, start, end in spans:
        if any(out[start:end]):
            continue
        base = 1 + 2 * types.index(kind)
        for i in range(start, end):
            out[i] = base if i == start else base + 1
    return out
