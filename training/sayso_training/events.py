"""
Events over a finished reading network: which words name a happening, of which type and status, who takes part.

A small network of its own stands on the word vectors of the frozen one, so that learning events costs the other heads
nothing and takes minutes. Labels: events of the Sayso corpus (CC BY 4.0).
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from .event_labels import PROPBANK, ROLES, STATUS, TYPES
from .labels import MASK
from .network import Dropout, Layer

ROLE_WIDTH = 48
WIDTH = 256


class EventNetwork(nn.Module):
    """[batch, words, 2 × 384] of the frozen network -> logits of the heads below."""

    def __init__(self, inner=WIDTH, dropout=0.3):
        super().__init__()
        self.enter = nn.Sequential(nn.LayerNorm(768), nn.Linear(768, inner))
        self.layer = Layer(inner, heads=8, inner=2 * inner, dropout=0.1)
        self.strong = Dropout(dropout)
        self.hidden = nn.Linear(inner, inner)
        self.to_mark, self.to_type, self.to_status = nn.Linear(inner, 3), nn.Linear(inner, len(TYPES)), nn.Linear(inner, len(STATUS))
        self.trigger, self.argument = nn.Linear(inner, len(ROLES) * ROLE_WIDTH), nn.Linear(inner, len(ROLES) * ROLE_WIDTH)
        #: PropBank's roles teach the layers that they share with ours; they are not exported.
        self.verb, self.verb_argument = (nn.Linear(inner, len(PROPBANK) * ROLE_WIDTH) for _ in range(2))

    def forward(self, vectors, word_mask):
        bias = (1 - word_mask[:, None, None, :].to(vectors.dtype)) * -1e4
        x = self.strong(self.layer(self.strong(self.enter(self.strong(vectors))), bias))
        x = self.strong(F.gelu(self.hidden(x))) + x
        return {"mark": self.to_mark(x), "type": self.to_type(x), "status": self.to_status(x), "trigger": self.trigger(x), "argument": self.argument(x),
                "verb": self.verb(x), "verb_argument": self.verb_argument(x)}


def role_logits(out, trigger="trigger", argument="argument"):
    """Two outputs [batch, words, roles × width] -> [batch, roles, trigger word, argument word]"""
    split = lambda x: x.unflatten(2, (-1, ROLE_WIDTH)).transpose(1, 2)
    return split(out[trigger]) @ split(out[argument]).transpose(-1, -2) * ROLE_WIDTH ** -0.5


class Exported(nn.Module):
    """What reading asks for: BIO over types as one head (mark and type together), status, and the vectors of the roles."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, vectors):
        out = self.network(vectors, torch.ones(vectors.shape[:2], dtype=torch.int64))
        mark, kind = F.log_softmax(out["mark"], -1), F.log_softmax(out["type"], -1)
        pairs = mark[..., None, 1:] + kind[..., :, None]
        event = torch.cat([mark[..., :1], pairs.flatten(-2)], -1)
        return event, out["status"], out["trigger"] * ROLE_WIDTH ** -0.5, out["argument"]


def losses(network, batch):
    """{head: loss}; `batch`: "vectors", "word_mask" and the labels."""
    out = network(batch["vectors"], batch["word_mask"])
    found = {}
    for head, options in (("mark", {"weight": torch.tensor([1.0, 2.0, 1.5])}), ("type", {"label_smoothing": 0.05}), ("status", {"label_smoothing": 0.05})):
        if bool((batch[head] != MASK).any()):
            found[head] = F.cross_entropy(out[head].float().flatten(0, 1), batch[head].flatten(), ignore_index=MASK, **options)
    for name, outputs in (("roles", ("trigger", "argument")), ("verbs", ("verb", "verb_argument"))):
        if f"{name}_rows" in batch and batch[f"{name}_rows"].numel():
            found[name] = role_loss(out, outputs, batch, name)
    return found


def role_loss(out, outputs, batch, name):
    rows = batch[f"{name}_rows"]
    logits = role_logits(out, *outputs)[rows, :, batch[f"{name}_words"]].float()
    known = batch["word_mask"].bool()[rows][:, None, :] & batch[f"{name}_known"][:, :, None]
    return F.binary_cross_entropy_with_logits(logits[known], batch[f"{name}_target"].float()[known], pos_weight=torch.tensor(3.0))
