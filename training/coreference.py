"""Trains the ranker of src/resolve/coreference: which chain a pronoun or a nominal joins.

    python training/coreference.py --examples FOLDER [FOLDER ...] --out weights/coreference.bin

In: choices packed by training/coreference-examples.ts. Out: two models, one for pronouns and one for nominals, each one
hidden layer over features and the vectors of two words. A choice is right when it gives a chain that people say: the loss is the
negative logarithm of the share of the right ones among those that are known to be right or wrong.
"""
import argparse
import json
import pathlib

import numpy as np
import torch
from torch import nn

HIDDEN = 32
EPOCHS = {"pronoun": 12, "nominal": 8}
# Networks trained from different beginnings, whose scores are averaged: half a point on GAP. Six give no more and take twice the time.
SEEDS = 3
# So that the features alone can decide too: a reading made by hand has no vectors.
WITHOUT_VECTORS = 0.15
# Likeness lies between some -15 and 10; the other inputs are 0 and 1.
LIKENESS_SCALE = 0.2


class Choices:
    """Packed choices; `starts[i]:starts[i + 1]` are the rows of choice i, the last one "begins a chain"."""

    def __init__(self, folders):
        parts = [self._load(pathlib.Path(folder)) for folder in folders]
        self.features, self.sets = parts[0]["features"], parts[0]["set_names"]
        row, vector = 0, 0
        for part in parts:
            part["starts"] = part["starts"] + row
            part["row_vectors"] = np.where(part["row_vectors"] < 0, -1, part["row_vectors"] + vector)
            part["vectors"] = part["vectors"] + vector
            row += len(part["rows"])
            vector += len(part["table"])
        join = lambda name: np.concatenate([part[name] for part in parts])
        self.rows, self.row_vectors, self.labels = join("rows"), join("row_vectors"), join("labels")
        self.vectors, self.models, self.set_of = join("vectors"), join("models"), join("sets")
        self.likeness, self.table = join("likeness"), join("table")
        self.starts = np.concatenate([part["starts"][:-1] for part in parts])
        self.ends = np.concatenate([part["starts"][1:] for part in parts])
        # Of several rounds only the first one's sets to choose on are looked at.
        self.first = np.concatenate([np.full(len(part["sets"]), index == len(parts) - 1) for index, part in enumerate(parts)])

    @staticmethod
    def _load(folder):
        about = json.loads((folder / "about.json").read_text())
        read = lambda name, kind: np.fromfile(folder / name, dtype=kind)
        return {
            "features": about["features"],
            "set_names": about["sets"],
            "rows": read("rows.u8", np.uint8).reshape(-1, len(about["features"])),
            "row_vectors": read("row-vectors.i32", np.int32),
            "labels": read("labels.u8", np.uint8),
            "likeness": read("likeness.f32", np.float32),
            "starts": read("starts.i32", np.int32).astype(np.int64),
            "vectors": read("vectors.i32", np.int32),
            "models": read("models.u8", np.uint8),
            "sets": read("sets.u8", np.uint8),
            # The numbers for likeness are in it already.
            "table": read("table.f32", np.float32).reshape(about["vectors"], -1)[:, :-2 * about["meant"]],
        }

    def choices(self, model, part):
        """Numbers of the choices of a model (0 pronouns, 1 nominals) in the sets whose names end with `part`."""
        wanted = [index for index, name in enumerate(self.sets) if name.endswith(part)]
        return np.flatnonzero((self.models == model) & np.isin(self.set_of, wanted) & (self.first | (part == "train")))


class Ranker(nn.Module):
    def __init__(self, features, width, hidden=HIDDEN):
        super().__init__()
        self.features = nn.Linear(features, hidden)
        self.mention = nn.Linear(width, hidden, bias=False)
        self.candidate = nn.Linear(width, hidden, bias=False)
        self.likeness = nn.Linear(1, hidden, bias=False)
        self.out = nn.Linear(hidden, 1, bias=False)
        for layer in (self.mention, self.candidate):
            nn.init.normal_(layer.weight, std=0.01)
        self.drop = nn.Dropout(0.3)
        self.drop_hidden = nn.Dropout(0.2)

    def forward(self, rows, mention, candidate, likeness):
        hidden = self.features(rows) + self.likeness(likeness * LIKENESS_SCALE) + self.mention(self.drop(mention)) + self.candidate(self.drop(candidate))
        return self.out(self.drop_hidden(torch.relu(hidden))).squeeze(-1)


def batch_of(data, table, chosen, rng, without_vectors):
    index = np.concatenate([np.arange(data.starts[one], data.ends[one]) for one in chosen])
    group = np.repeat(np.arange(len(chosen)), data.ends[chosen] - data.starts[chosen])
    keep = np.ones(len(chosen), dtype=np.float32) if without_vectors == 0 else (rng.random(len(chosen)) >= without_vectors).astype(np.float32)
    owners = torch.from_numpy(data.row_vectors[index].astype(np.int64))
    keep_rows = torch.from_numpy(keep[group]).unsqueeze(1)
    candidate = table[owners.clamp(min=0)] * (owners >= 0).unsqueeze(1) * keep_rows
    mention = table[torch.from_numpy(data.vectors[chosen][group].astype(np.int64))] * keep_rows
    likeness = torch.from_numpy(data.likeness[index]).unsqueeze(1) * keep_rows
    return torch.from_numpy(data.rows[index].astype(np.float32)), mention, candidate, likeness, torch.from_numpy(group), data.labels[index]


def losses(scores, group, labels, count):
    """For each choice -log(share of the right among the known)."""
    known, right = torch.from_numpy(labels != 2), torch.from_numpy(labels == 1)
    low = torch.full_like(scores, -1e9)
    top = torch.full((count,), -1e9).scatter_reduce(0, group, torch.where(known, scores, low), "amax").detach()
    shifted = torch.exp(scores - top[group])
    total = torch.zeros(count).index_add(0, group, shifted * known)
    good = torch.zeros(count).index_add(0, group, shifted * right)
    return torch.log(total + 1e-9) - torch.log(good + 1e-9)


def accuracy(model, data, table, chosen):
    """Share of choices whose best known row is right, by set."""
    model.eval()
    right = {}
    with torch.no_grad():
        for at in range(0, len(chosen), 512):
            part = chosen[at : at + 512]
            *inputs, group, labels = batch_of(data, table, part, None, 0)
            scores = model(*inputs).numpy()
            scores[labels == 2] = -1e9
            for number, one in enumerate(part):
                mask = group.numpy() == number
                best = labels[mask][scores[mask].argmax()]
                right.setdefault(data.sets[data.set_of[one]], []).append(best == 1)
    return {name: round(float(np.mean(hits)), 4) for name, hits in right.items()}


def train(data, table, which, weights, seed):
    number = ["pronoun", "nominal"].index(which)
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    model = Ranker(len(data.features), table.shape[1])
    chosen, held = data.choices(number, "train"), data.choices(number, "dev")
    weight_of = np.array([weights.get(name.split(".")[0], 1.0) for name in data.sets], dtype=np.float32)
    optimizer = torch.optim.AdamW(
        [
            {"params": model.features.parameters(), "weight_decay": 1e-3},
            {"params": [model.mention.weight, model.candidate.weight], "weight_decay": 0.1},
            {"params": [model.likeness.weight, model.out.weight], "weight_decay": 1e-3},
        ],
        lr=2e-3,
    )
    size = 128
    steps = EPOCHS[which] * (len(chosen) // size + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=steps)
    for epoch in range(EPOCHS[which]):
        model.train()
        order = rng.permutation(chosen)
        total = 0.0
        for at in range(0, len(order), size):
            part = order[at : at + size]
            *inputs, group, labels = batch_of(data, table, part, rng, WITHOUT_VECTORS)
            loss = losses(model(*inputs), group, labels, len(part))
            loss = (loss * torch.from_numpy(weight_of[data.set_of[part]])).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            total += loss.item() * len(part)
    print(which, seed, round(total / len(order), 4), accuracy(model, data, table, held), flush=True)
    return model


class Average(nn.Module):
    def __init__(self, models):
        super().__init__()
        self.models = nn.ModuleList(models)

    def forward(self, *inputs):
        return sum(model(*inputs) for model in self.models) / len(self.models)


def packed(models):
    """Bytes of the networks as one with all their hidden units, in the order that src/resolve/coreference/ranker.ts tells; and how many units."""
    join = lambda tensors: torch.cat([tensor.detach() for tensor in tensors]).numpy()
    layers = [join([getattr(model, name).weight for model in models]) for name in ("features", "mention", "candidate")]
    scales = [np.abs(weights).max(axis=1) / 127 + 1e-12 for weights in layers]
    likeness = join([model.likeness.weight.squeeze(1) * LIKENESS_SCALE for model in models])
    out = join([model.out.weight.squeeze(0) / len(models) for model in models])
    floats = b"".join(row.astype("<f4").tobytes() for row in (join([model.features.bias for model in models]), out, likeness, *scales))
    # [unit][row] in, [row][unit] out.
    whole = b"".join(np.rint(weights.T / scale).astype(np.int8).tobytes() for weights, scale in zip(layers, scales))
    return floats + whole + bytes(-len(whole) % 4), len(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", nargs="+", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--gap", type=float, default=1.0, help="weight of a choice of GAP; 0: learn from GUM and the corpus alone")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    data = Choices(arguments.examples)
    table = torch.from_numpy(data.table)
    weights = {"gap": arguments.gap, "corpus": 1.5, "gum": 1.0}
    models = {}
    for number, which in enumerate(("pronoun", "nominal")):
        models[which] = [train(data, table, which, weights, seed) for seed in range(1, arguments.seeds + 1)]
        print(which, "together", accuracy(Average(models[which]), data, table, data.choices(number, "dev")), flush=True)
    bodies, units = zip(*(packed(models[which]) for which in ("pronoun", "nominal")))
    header = json.dumps({
        "format": "sayso-ranker-2",
        "about": "Chooses the chain of a pronoun or a nominal. Made by training/coreference.py; see training/README.md. Licence: CC BY-SA 4.0.",
        "features": data.features, "vector": models["pronoun"][0].mention.in_features, "pronoun": units[0], "nominal": units[1],
    })
    line = header + " " * (-(len(header) + 1) % 4) + "\n"
    pathlib.Path(arguments.out).write_bytes(line.encode("ascii") + b"".join(bodies))


if __name__ == "__main__":
    main()
