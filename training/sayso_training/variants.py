"""
The same text with other names and another layout, drawn anew in every epoch: the network knew the sets that teach names
and sentences by heart (loss .07 and .015 after the trainings before; wrong on a fifth of new names).
"""
from collections import defaultdict
from dataclasses import replace

from .labels import NAME_TYPES

#: Of documents that teach names or sentences, how many an epoch shows in another form.
SHARE = 0.6


def mentions(names):
    """[(kind, from, to)] of one document's classes O, B, I, B, I, …"""
    out, at = [], 0
    while at < len(names):
        kind = names[at]
        if kind <= 0 or kind % 2 == 0:
            at += 1
            continue
        end = at + 1
        while end < len(names) and names[end] == kind + 1:
            end += 1
        out.append((NAME_TYPES[kind // 2], at, end))
        at = end
    return out


def is_plain(words):
    return all(w[0].isupper() and w.replace("-", "").isalpha() for w in words)


class Variants:
    """Knows the names of all `documents` by kind and number of words."""

    def __init__(self, documents):
        found = defaultdict(set)
        for document in documents:
            for kind, a, b in mentions(document.names or []):
                if is_plain(document.words[a:b]):
                    found[kind, b - a].add(tuple(document.words[a:b]))
        self.pools = {key: sorted(names) for key, names in found.items()}

    def draw(self, document, chance):
        """The document itself, or a copy with as many words and the same labels."""
        if document.names is None and document.start is None or document.task == "attribution" or chance.random() >= SHARE:
            return document
        return self._other_layout(self._other_names(document, chance), chance)

    def _other_names(self, document, chance):
        """Half of the names become others of their kind, one for one, the same wherever they stand."""
        words, chosen = list(document.words), {}
        for kind, a, b in mentions(document.names or []):
            name = tuple(words[a:b])
            if not is_plain(name):
                continue
            if (kind, name) not in chosen:
                chosen[kind, name] = chance.choice(self.pools[kind, b - a]) if chance.random() < 0.5 else name
            words[a:b] = chosen[kind, name]
        return replace(document, words=words)

    def _other_layout(self, document, chance):
        """Breaks fall elsewhere; now and then there are none, as where a page has lost its layout."""
        if document.start is None:
            return document
        often = chance.choice((0.0, 0.1, 0.3))
        gap = [g if not s or i == 0 or g == 0 else 3 if chance.random() < often else 1 for i, (g, s) in enumerate(zip(document.gap, document.start))]
        return replace(document, gap=gap)
