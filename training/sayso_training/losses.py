"""What each head is asked for in training, and how much it weighs."""
import torch
import torch.nn.functional as F

from . import events
from .labels import MASK
from .network import BUCKETS, MEANT

WEIGHTS = {"attribution": 1.0, "nested": 0.4, "links": 0.3, "start": 0.6, "xpos": 0.3, "lemma": 0.2, "names": 0.5,
           "kind": 0.2, "setting": 0.3, "arcs": 0.5, "relations": 0.5, "meant": 0.5, "mark": 0.5, "type": 0.3, "status": 0.2, "roles": 0.7, "verbs": 0.5}

#: The same for the network of statements where events are the other's (decision 22).
STATEMENTS = {head: weight for head, weight in WEIGHTS.items() if head not in ("mark", "type", "status", "roles", "verbs")}

#: The same for the world's network, which learns no statements.
WORLD = {"start": 0.5, "xpos": 0.2, "names": 1.0, "arcs": 0.3, "relations": 0.3, "meant": 0.7, "mark": 1.0, "type": 0.6, "status": 0.4, "roles": 1.2, "verbs": 0.5}


def cross_entropy(logits, labels):
    """None when nothing in the batch is labelled."""
    if not bool((labels != MASK).any()):
        return None
    return F.cross_entropy(logits.float().reshape(-1, logits.shape[-1]), labels.reshape(-1), ignore_index=MASK)


def losses(network, out, batch, asked=WEIGHTS):
    """{head: loss} for those of the heads `asked` that this batch teaches."""
    found = {head: cross_entropy(out[head], batch[head])
             for head in ("attribution", "nested", "start", "xpos", "lemma", "names", "kind", "setting")}
    found |= tree_losses(network, out, batch)
    found["links"] = link_loss(network.links, out["span_words"], batch) if batch["links"] and "links" in asked else None
    found["meant"] = meant_loss(network, out["vectors"], batch)
    found |= events.losses(network.events, {"vectors": out["ground"], **batch})
    return {k: v for k, v in found.items() if v is not None and k in asked}


def meant_scores(network, vectors, place):
    """[asked, before] of the words at `place` in one window: how likely each means what one before it does; the last column is "nobody before"."""
    asking, answering = vectors[place, -2 * MEANT:-MEANT].float(), vectors[place, -MEANT:].float()
    steps = (place[:, None] - place[None, :]).clamp(min=1)
    bucket = (4 * torch.log2(steps.float())).long().clamp(max=31)
    scores = asking @ answering.T + network.meant_distance[bucket]
    scores = scores.masked_fill(place[:, None] <= place[None, :], -1e4)
    return torch.cat([scores, scores.new_zeros(len(place), 1)], 1)


def meant_right(meant):
    """Which columns of `meant_scores` are right, for the groups at its words."""
    same = (meant[:, None] == meant[None, :]).tril(-1)
    return torch.cat([same, ~same.any(1, keepdim=True)], 1)


def meant_loss(network, vectors, batch):
    """-log of the share of those that are meant among all that are spoken of before, over the mentions that are asked for."""
    total, count = 0, 0
    for row in torch.nonzero(batch["asked"].any(1))[:, 0].tolist():
        place = torch.nonzero(batch["meant"][row])[:, 0]
        asked = batch["asked"][row, place] > 0
        scores = meant_scores(network, vectors[row], place)[asked]
        right = meant_right(batch["meant"][row, place])[asked]
        total = total + (scores.logsumexp(1) - scores.masked_fill(~right, -1e4).logsumexp(1)).sum()
        count += len(scores)
    return total / count if count else None


def tree_losses(network, out, batch):
    labelled = batch["head"] != MASK
    if not bool(labelled.any()):
        return {}
    rows = labelled.any(1)
    sentence, heads, names = batch["sentence"][rows], batch["head"][rows], batch["relation"][rows]
    dependent, head = out["arc_dependent"][rows], out["arc_head"][rows]
    arcs = (dependent @ head.transpose(1, 2)).float()
    arcs = arcs.masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e4)
    index = heads.clamp(min=0)
    width = out["relation_head"].shape[2]
    chosen = torch.gather(out["relation_head"][rows], 1, index[:, :, None].expand(-1, -1, width))
    logits = network.relation(F.relu(out["relation_dependent"][rows] + chosen))
    return {"arcs": cross_entropy(arcs, heads), "relations": cross_entropy(logits, names)}


def link_loss(links, span_words, batch):
    """
    Cue → source or none, content → cue or none, over the right spans of each window. The span vectors of a whole
    batch are made at once over one running sum: slicing window by window costs more than the encoder.
    """
    rows, width = span_words.shape[1], span_words.shape[2]
    words = span_words.reshape(-1, width).float()
    running = torch.cat([words.new_zeros(1, width), words.cumsum(0)])
    terms = []
    for name, (asker, answerer), bilinear, distance, none in (
        ("source", ("cue_source", "source"), links.bilinear_source, links.distance_source, links.none_source),
        ("cue", ("content", "cue_content"), links.bilinear_cue, links.distance_cue, links.none_cue),
    ):
        askers, answers, candidates, groups = [], [], [], []
        for row, sources, cues, to_source, to_cue in batch["links"]:
            pool, questions = (sources, to_source) if name == "source" else (cues, to_cue)
            first = len(candidates)
            candidates += [(row, *span) for span in pool]
            for span, answer in questions:
                askers.append((row, *span))
                answers.append(answer)
                groups.append((first, len(candidates)))
        if not askers:
            continue
        index = lambda spans: (torch.tensor([r * rows + a for r, a, _ in spans]), torch.tensor([r * rows + b for r, _, b in spans]))
        questions = links.vectors(asker, words, running, *index(askers))
        wide = max(1, max(b - a for a, b in groups))
        at = torch.tensor([[min(a + i, max(len(candidates) - 1, 0)) for i in range(wide)] for a, b in groups])
        real = torch.tensor([[a + i < b for i in range(wide)] for a, b in groups])
        logits = none(questions)
        if candidates:
            pool = links.vectors(answerer, words, running, *index(candidates))
            steps = torch.tensor([[BUCKETS[distance_of(askers[q], candidates[c]) + 400] for c in at[q].tolist()] for q in range(len(askers))])
            scores = torch.einsum("qd,qcd->qc", questions @ bilinear, pool[at]) + distance[steps]
            logits = torch.cat([scores.masked_fill(~real, -1e4), logits], 1)
        else:
            wide = 0
        target = torch.tensor([wide if answer < 0 else answer for answer in answers])
        terms.append(F.cross_entropy(logits, target))
    return sum(terms) if terms else None


def distance_of(asker, candidate):
    _, a, b = asker
    _, start, end = candidate
    distance = start - b if start >= b else end - a - 1
    return max(-400, min(400, distance))
