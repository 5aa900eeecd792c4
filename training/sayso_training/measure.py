"""Quick figures on the development sets while training: greedy, on words. The real ones come from the product's `quality/`."""
import collections

import torch

from .batches import LONGEST, batch
from .labels import ATTRIBUTION, MASK, NAMES
from .losses import meant_right, meant_scores
from .precision import autocast


def stitched(network, encoded, special, longest=LONGEST, overlap=80):
    """Logits of one document on the CPU: overlapping windows, each word from the one where it stands furthest from a border."""
    count = len(encoded["length"])
    ranges, at = [], 0
    while at < count:
        end, used = at, 0
        while end < count and used + encoded["length"][end] <= longest - 2:
            used += encoded["length"][end]
            end += 1
        end = max(end, at + 1)
        ranges.append((at, end))
        if end == count:
            break
        at = max(at + 1, end - overlap)
    out = {}
    for first in range(0, len(ranges), 16):
        group = ranges[first:first + 16]
        tensors = batch([(encoded, a, b) for a, b in group], special)
        with torch.no_grad(), autocast():
            found = network(*[tensors[k] for k in ("ids", "casing", "gap", "mask", "first", "word_mask", "quote")])
            del found["below"]
            found |= network.events(found["ground"], tensors["word_mask"])
        for row, (a, b) in enumerate(group):
            for word in range(a, b):
                left = word - a if a > 0 else 10**6
                right = b - 1 - word if b < count else 10**6
                best = out.get(word)
                if best is None or min(left, right) > best[0]:
                    out[word] = (min(left, right), row, {k: v[row, word - a] for k, v in found.items()})
    return [out[w][2] for w in range(count)]


def bio_spans(labels, classes):
    spans, at = set(), None
    for i, label in enumerate([*labels, 0]):
        name = classes[label] if label >= 0 else "O"
        if at is not None and not (name[0] == "I" and name[2:].replace("sourceless", "cue") == at[1]):
            spans.add((at[0], i, at[1]))
            at = None
        name = name.replace("sourceless", "cue")
        if name[0] == "B" or (name[0] == "I" and at is None):
            at = (i, name[2:])
    return spans


def measure(network, encoded, special, longest=LONGEST):
    """{figure: value} over the development documents."""
    network.eval()
    hit, all_ = collections.Counter(), collections.Counter()
    found_, gold_ = collections.Counter(), collections.Counter()
    for e in encoded:
        words = stitched(network, e, special, longest)
        for head in ("xpos", "lemma", "start", "kind", "setting", "nested", "type", "status"):
            if e[head] is not None:
                known = e[head] != MASK
                guess = torch.stack([w[head] for w in words]).argmax(1).numpy()
                hit[head] += int(((guess == e[head]) & known).sum())
                all_[head] += int(known.sum())
        for head, classes in (("attribution", ATTRIBUTION), ("names", NAMES), ("mark", ["O", "B-event", "I-event"])):
            if e[head] is None or e["task"] == "treebank" and head == "attribution":
                continue
            guess = torch.stack([w[head] for w in words]).float().argmax(1).tolist()
            gold, mine = bio_spans(e[head].tolist(), classes), bio_spans(guess, classes)
            for kind in {s[2] for s in gold | mine}:
                hit[kind] += len({s for s in gold & mine if s[2] == kind})
                gold_[kind] += len({s for s in gold if s[2] == kind})
                found_[kind] += len({s for s in mine if s[2] == kind})
        if e["meant"] is not None:
            place = torch.from_numpy(e["meant"]).nonzero()[:, 0]
            asked = torch.from_numpy(e["asked"])[place] > 0
            if bool(asked.any()):
                best = meant_scores(network, torch.stack([w["vectors"] for w in words]), place)[asked].argmax(1)
                right = meant_right(torch.from_numpy(e["meant"])[place])[asked]
                is_right, is_new = right[torch.arange(len(best)), best], right[:, -1]
                hit["meant"] += int(is_right.sum())
                all_["meant"] += len(best)
                # That somebody is new is the easy half.
                hit["meant before"] += int((is_right & ~is_new).sum())
                all_["meant before"] += int((~is_new).sum())
        if e["head"] is not None:
            starts = e["cuts"] + [len(words)]
            for a, b in zip(starts, starts[1:]):
                dependent = torch.stack([w["arc_dependent"] for w in words[a:b]]).float()
                head = torch.stack([w["arc_head"] for w in words[a:b]]).float()
                guess = (dependent @ head.T).argmax(1)
                right = guess.numpy() == e["head"][a:b] - a
                relation = network.relation(torch.relu(torch.stack([w["relation_dependent"] for w in words[a:b]]).float()
                                            + torch.stack([w["relation_head"] for w in words[a:b]]).float()[guess])).argmax(1).numpy()
                hit["uas"] += int(right.sum())
                hit["las"] += int((right & (relation == e["relation"][a:b])).sum())
                all_["uas"] += b - a
                all_["las"] += b - a
    network.train()
    out = {k: hit[k] / n for k, n in all_.items() if n}
    for kind in gold_:
        out["f1 " + kind] = 2 * hit[kind] / max(1, found_[kind] + gold_[kind])
    return {k: round(v, 4) for k, v in sorted(out.items())}
