"""
Events over a finished reading network: which words name a happening, of which type and status, who takes part.

A small network of its own stands on the word vectors of the frozen one, so that learning events costs the other heads
nothing and takes minutes. Labels: events of the Sayso corpus (CC BY 4.0).
"""
import json
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from .corpus import places
from .document import Document, gaps, read_words
from .labels import MASK, bio
from .network import Dropout, Layer
from .polnear import to_words

#: PLOVER's types, and OTHER for the happenings that a chronicle lists and PLOVER has no type for.
TYPES = ("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "RETREAT",
         "SANCTION", "SUPPORT", "THREATEN", "OTHER")
EVENT = bio(TYPES)
STATUS = ["actual", "planned", "possible", "hypothetical", "negated"]
ROLES = ["actor", "recipient", "place", "time"]
ROLE_WIDTH = 48
WIDTH = 256


@dataclass
class Labelled:
    """A document with the labels of its words. `roles`: (trigger range, role, [ranges of what may fill it])."""

    document: Document
    mark: np.ndarray
    type: np.ndarray
    status: np.ndarray
    roles: list = field(default_factory=list)


def label(record, text, spans, quote):
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    count = len(spans)
    words = lambda part: to_words(part, starts, ends)
    mark, kind, status = np.zeros(count, dtype=np.int64), np.full(count, MASK), np.full(count, MASK)
    mentions = {e["id"]: [w for w in (words(p) for m in e["mentions"] for p in places(text, m)) if w] for e in record["entities"]}
    roles = []
    for event in record["events"]:
        fillers = {"actor": event.get("actors") or [], "recipient": event.get("recipients") or [], "place": [event["place"]] if event.get("place") else []}
        date = event.get("date")
        time = [w for w in (words(p) for p in places(text, date["words"])) if w] if date and date.get("words") else []
        for mention in event["mentions"]:
            span = words(places(text, mention)[0])
            if span is None or mark[span[0]:span[1]].any():
                continue
            mark[span[0]], mark[span[0] + 1:span[1]] = 1, 2
            kind[span[0]:span[1]] = TYPES.index(event["type"] or "OTHER")
            status[span[0]:span[1]] = STATUS.index(event["status"])
            for role, ids in fillers.items():
                roles.append((span, role, [m for i in ids for m in mentions.get(i, [])]))
            roles.append((span, "time", time))
    document = Document(id=record["doc"], task="events", words=[text[s:e] for s, e in spans], gap=gaps(text, spans), quote=quote)
    return Labelled(document, mark, kind, status, roles)


def load(folder, ids):
    texts = {i: (folder / "reports" / f"{i}.txt").read_bytes().decode("utf-8") for i in ids}
    words = read_words([(i, text, None) for i, text in texts.items()])
    return [label(json.loads((folder / "reports" / f"{i}.json").read_text(encoding="utf-8")), texts[i], *words[i]) for i in ids]


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

    def forward(self, vectors, word_mask):
        bias = (1 - word_mask[:, None, None, :].to(vectors.dtype)) * -1e4
        x = self.strong(self.layer(self.strong(self.enter(self.strong(vectors))), bias))
        x = self.strong(F.gelu(self.hidden(x))) + x
        return {"mark": self.to_mark(x), "type": self.to_type(x), "status": self.to_status(x), "trigger": self.trigger(x), "argument": self.argument(x)}


def role_logits(out):
    """{"trigger", "argument"} [batch, words, roles × width] -> [batch, roles, trigger word, argument word]"""
    split = lambda x: x.view(*x.shape[:2], len(ROLES), ROLE_WIDTH).transpose(1, 2)
    return split(out["trigger"]) @ split(out["argument"]).transpose(-1, -2) * ROLE_WIDTH ** -0.5


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
    out = network(batch["vectors"], batch["word_mask"])
    real = batch["word_mask"].bool()
    found = {}
    for head, options in (("mark", {"weight": torch.tensor([1.0, 2.0, 1.5])}), ("type", {"label_smoothing": 0.05}), ("status", {"label_smoothing": 0.05})):
        if bool((batch[head] != MASK).any()):
            found[head] = F.cross_entropy(out[head].flatten(0, 1), batch[head].flatten(), ignore_index=MASK, **options)
    if batch["role_rows"].numel():
        logits = role_logits(out)[batch["role_rows"], :, batch["role_words"]]
        known = real[batch["role_rows"]][:, None, :] & batch["role_known"][:, :, None]
        found["roles"] = F.binary_cross_entropy_with_logits(logits[known], batch["role_target"].float()[known], pos_weight=torch.tensor(3.0))
    return found
