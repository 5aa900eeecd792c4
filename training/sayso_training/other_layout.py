"""
The same text with another layout, drawn anew in every epoch: a heading is followed by a break in some pages and not in
those whose layout is lost. Exchanging the names of such texts for others of their kind was tried and left out: EWT dev
.749 instead of .765 (2026-11-29), as what stands around a name fits no longer.
"""
from dataclasses import replace

#: Of texts with sentences, how many an epoch shows otherwise.
SHARE = 0.6


def other_layout(document, chance):
    """The document itself, or a copy whose breaks fall before other sentences; now and then there are none."""
    if document.start is None or chance.random() >= SHARE:
        return document
    often = chance.choice((0.0, 0.1, 0.3))
    gap = [g if not s or i == 0 or g == 0 else 3 if chance.random() < often else 1 for i, (g, s) in enumerate(zip(document.gap, document.start))]
    return replace(document, gap=gap)
