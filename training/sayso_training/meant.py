"""
Whom a word means, over a finished reading network: a small network of its own stands on the word vectors of the frozen
one, as for events, so that it can look at the few marked chains often and costs the other heads nothing.

Labels: GUM (all mentions), GAP's development set (a pronoun and two names), entities of the Sayso corpus.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from .frozen import WIDTH
from .losses import meant_loss, meant_right, meant_scores
from .network import MEANT, Dropout, Layer

INNER = 256


class MeantNetwork(nn.Module):
    """[batch, words, WIDTH] of the frozen network -> [batch, words, 2 × MEANT]: what each word asks with, then what it answers with."""

    def __init__(self, inner=INNER, dropout=0.3, layers=1):
        super().__init__()
        self.enter = nn.Sequential(nn.LayerNorm(WIDTH), nn.Linear(WIDTH, inner))
        self.layers = nn.ModuleList([Layer(inner, heads=8, inner=2 * inner, dropout=0.1) for _ in range(layers)])
        self.strong = Dropout(dropout)
        self.hidden = nn.Linear(inner, inner)
        self.asking, self.answering = nn.Linear(inner, MEANT), nn.Linear(inner, MEANT)
        #: What the words between tell; reading has features for it, so it stays out of the exported graph.
        self.meant_distance = nn.Parameter(torch.zeros(32))

    def forward(self, vectors, word_mask):
        bias = (1 - word_mask[:, None, None, :].to(vectors.dtype)) * -1e4
        x = self.strong(self.enter(self.strong(vectors)))
        for layer in self.layers:
            x = self.strong(layer(x, bias))
        x = self.strong(F.gelu(self.hidden(x))) + x
        return torch.cat([self.asking(x) * MEANT ** -0.5, self.answering(x)], -1)


class Exported(nn.Module):
    """What reading asks for, for one window: the word's vector from the last layers, what it asks with, what it answers with."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, vectors):
        return torch.cat([vectors[..., :WIDTH // 2], self.network(vectors, torch.ones(vectors.shape[:2], dtype=torch.int64))], -1)


def loss(network, batch):
    return meant_loss(network, network(batch["vectors"], batch["word_mask"]), batch)


@torch.no_grad()
def measure(network, rows):
    """Shares that are right: of the mentions asked for, and of those among them that were spoken of before."""
    network.eval()
    hit, count, hit_before, before = 0, 0, 0, 0
    for row in rows:
        place = torch.from_numpy(row["meant"]).nonzero()[:, 0]
        asked = torch.from_numpy(row["asked"])[place] > 0
        if not bool(asked.any()):
            continue
        vectors = torch.from_numpy(row["vectors"].astype("float32"))[None]
        out = network(vectors, torch.ones(vectors.shape[:2], dtype=torch.int64))[0]
        best = meant_scores(network, out, place)[asked].argmax(1)
        right = meant_right(torch.from_numpy(row["meant"])[place])[asked]
        is_right, is_new = right[torch.arange(len(best)), best], right[:, -1]
        hit, count = hit + int(is_right.sum()), count + len(best)
        # That somebody is new is the easy half.
        hit_before, before = hit_before + int((is_right & ~is_new).sum()), before + int((~is_new).sum())
    network.train()
    return {"right": round(hit / max(1, count), 4), "before": round(hit_before / max(1, before), 4)}
