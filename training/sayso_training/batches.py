"""Documents cut into windows, windows packed into batches of tensors."""
import numpy as np
import torch

from .document import casing
from .event_labels import PROPBANK, ROLES, role_targets
from .labels import MASK
from .stand_ins import as_seen

#: Pieces in a window unless told. Reading must use as many (reading.json): a network is lost in windows longer than it was trained on.
LONGEST = 238


class Encoder:
    """Gives each document its pieces, features and label indexes once; windows are then slices of these arrays."""

    def __init__(self, pieces, xpos, lemma, relation):
        self.pieces = pieces
        self.index = {
            "xpos": {x: i for i, x in enumerate(xpos)},
            "lemma": {x: i for i, x in enumerate(lemma)},
            "relation": {x: i for i, x in enumerate(relation)},
        }

    def encode(self, document):
        document = as_seen(document)
        column = lambda name: None if getattr(document, name) is None else np.array(
            [self.index[name].get(x, MASK) for x in getattr(document, name)], dtype=np.int64)
        plain = lambda name: None if getattr(document, name) is None else np.array(getattr(document, name), dtype=np.int64)
        pieces = [self.pieces.pieces(w) for w in document.words]
        return {
            "id": document.id, "task": document.task, "pieces": pieces,
            "length": np.array([len(p) for p in pieces]), "cuts": document.cuts,
            "casing": np.array([casing(w) for w in document.words]), "gap": np.array(document.gap), "quote": np.array(document.quote),
            "start": plain("start"), "xpos": column("xpos"), "lemma": column("lemma"), "relation": column("relation"),
            "head": plain("head"), "names": plain("names"), "attribution": plain("attribution"), "nested": plain("nested"),
            "kind": plain("kind"), "setting": plain("setting"), "relations": document.relations, "nested_relations": document.nested_relations, "links": document.links,
            "meant": plain("meant"), "asked": plain("asked"),
            "mark": plain("event_mark"), "type": plain("event_type"), "status": plain("event_status"), "roles": document.event_roles,
        }


def windows(encoded, longest, chance=None):
    """
    Word ranges that cover the document, each of at most `longest` pieces. With `chance` the first one has a random
    length, so that borders fall elsewhere in every epoch. Trees are only cut between sentences.
    """
    length, count = encoded["length"], len(encoded["length"])
    allowed = None if encoded["cuts"] is None else set(encoded["cuts"])
    out, at = [], 0
    room = longest - 2 if chance is None else chance.randint(longest // 4, longest - 2)
    while at < count:
        end, used, last = at, 0, None
        while end < count and used + length[end] <= room:
            used += length[end]
            end += 1
            if allowed is not None and end in allowed:
                last = end
        if end < count and last is not None:
            end = last
        end = max(end, at + 1)
        out.append((at, end))
        at, room = end, longest - 2
    return out


def batch(samples, special, veil=None):
    """[(encoded, from, to)] -> dict of tensors; `special` = ids of [CLS] and [SEP]. `veil`: draws, share of the words to hide, and the piece to hide them behind; None hides none."""
    count = len(samples)
    words = max(b - a for _, a, b in samples)
    pieces = max(int(e["length"][a:b].sum()) + 2 for e, a, b in samples)
    zeros = lambda width: np.zeros((count, width), dtype=np.int64)
    out = {"ids": zeros(pieces), "casing": np.full((count, pieces), 3), "gap": zeros(pieces), "mask": zeros(pieces),
           "first": zeros(words), "word_mask": zeros(words), "quote": zeros(words)}
    heads = ("start", "xpos", "lemma", "names", "attribution", "nested", "kind", "setting", "relation", "head", "mark", "type", "status")
    for head in heads:
        out[head] = np.full((count, words), MASK)
    out["sentence"] = np.full((count, words), -1)
    for column in ("meant", "asked"):
        out[column] = zeros(words)
    links = []
    for row, (e, a, b) in enumerate(samples):
        at = 1
        out["ids"][row, 0] = special[0]
        for word in range(a, b):
            n = e["length"][word]
            hidden = veil is not None and veil[0].random() < veil[1]
            out["ids"][row, at:at + n] = veil[2] if hidden else e["pieces"][word]
            out["casing"][row, at:at + n] = e["casing"][word]
            out["gap"][row, at] = e["gap"][word]
            out["first"][row, word - a] = at
            at += n
        out["ids"][row, at] = special[1]
        out["mask"][row, : at + 1] = 1
        out["word_mask"][row, : b - a] = 1
        out["quote"][row, : b - a] = e["quote"][a:b]
        for head in heads:
            if e[head] is not None:
                out[head][row, : b - a] = e[head][a:b]
        if e["meant"] is not None:
            out["meant"][row, : b - a] = e["meant"][a:b]
            # Whom a word means that was named before the window alone cannot be found in it.
            is_new = ~np.isin(e["meant"][a:b], e["meant"][:a])
            out["asked"][row, : b - a] = e["asked"][a:b] * (is_new | has_earlier(e["meant"][a:b]))
        if e["lemma"] is not None and veil is not None:
            # How a lemma is made shows in the word's letters alone.
            out["lemma"][row, : b - a][out["ids"][row, out["first"][row, : b - a]] == veil[2]] = MASK
        if e["head"] is not None:
            sentence = np.cumsum(e["start"][a:b])
            out["sentence"][row, : b - a] = sentence
            local = e["head"][a:b] - a
            outside = (local < 0) | (local >= b - a)
            out["head"][row, : b - a] = np.where(outside, MASK, local)
            out["relation"][row, : b - a] = np.where(outside, MASK, out["relation"][row, : b - a])
        if e["links"]:
            links += [(row, *link_examples(e[level], a, b)) for level in ("relations", "nested_relations") if e[level]]
    tensors = {key: torch.from_numpy(value) for key, value in out.items()}
    tensors["links"] = links
    for name, roles in (("roles", ROLES), ("verbs", PROPBANK)):
        tensors |= role_rows(name, [(row, role_targets(e["roles"], roles, a, b)) for row, (e, a, b) in enumerate(samples)], words)
    return tensors


def role_rows(name, windows, longest):
    """[(row, role_targets of the window)] -> the four tensors that events.losses asks for."""
    rows, words, targets, known = [], [], [], []
    for row, found in windows:
        for (start, _), (target, sure) in found.items():
            rows.append(row), words.append(start), known.append(sure)
            targets.append(np.pad(target, ((0, 0), (0, longest - target.shape[1]))))
    return {f"{name}_rows": torch.tensor(rows, dtype=torch.int64), f"{name}_words": torch.tensor(words, dtype=torch.int64),
            f"{name}_target": torch.from_numpy(np.stack(targets)) if targets else torch.zeros(0), f"{name}_known": torch.from_numpy(np.stack(known)) if known else torch.zeros(0)}


def has_earlier(meant):
    """Which words mean what a word before them means."""
    first = {}
    return np.array([value > 0 and first.setdefault(value, i) < i for i, value in enumerate(meant.tolist())], dtype=bool)


def link_examples(relations, a, b):
    """Spans of one window, shifted to it, and the right answers: index into the list, -1 = none, None = cut off by the border."""
    inside = lambda part: part is not None and a <= part[0] and part[1] <= b
    shift = lambda part: (part[0] - a, part[1] - a)
    sources = sorted({shift(r.source) for r in relations if inside(r.source)})
    cues = sorted({shift(r.cue) for r in relations if inside(r.cue)})
    to_source, to_cue = [], []
    for r in relations:
        if inside(r.cue):
            answer = -1 if r.source is None else sources.index(shift(r.source)) if inside(r.source) else None
            if answer is not None:
                to_source.append((shift(r.cue), answer))
        for part in r.content:
            if inside(part):
                answer = -1 if r.cue is None else cues.index(shift(r.cue)) if inside(r.cue) else None
                if answer is not None:
                    to_cue.append((shift(part), answer))
    return sources, cues, to_source, to_cue


def epoch(encoded, chance, special, longest=LONGEST, veil=None, budget=3800):
    """All batches of one epoch: windows of at most `longest` pieces, of similar length together, batches in random order; `veil` as in `batch`."""
    samples = []
    for e in encoded:
        samples += [(e, a, b) for a, b in windows(e, longest, chance)]
    # A little noise keeps the same windows from meeting again in every epoch.
    samples.sort(key=lambda s: int(s[0]["length"][s[1]:s[2]].sum()) + chance.random() * 12)
    groups, group, longest = [], [], 0
    for sample in samples:
        size = int(sample[0]["length"][sample[1]:sample[2]].sum()) + 2
        if group and (len(group) + 1) * max(longest, size) > budget:
            groups.append(group)
            group, longest = [], 0
        group.append(sample)
        longest = max(longest, size)
    groups.append(group)
    chance.shuffle(groups)
    for group in groups:
        yield batch(group, special, veil)
