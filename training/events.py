#!/usr/bin/env python3
"""
Teaches a finished reading network events: from weights/ and the Sayso corpus to weights/ with heads for events.

  python training/events.py --weights weights --out training/runs/events

Takes some ten minutes on two cores. Run it again whenever reading.onnx was trained anew.
"""
import argparse
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from sayso_training import corpus, events, other_names, shipped  # noqa: E402
from sayso_training.batches import role_rows  # noqa: E402
from sayso_training.document import REPOSITORY  # noqa: E402
from sayso_training.event_labels import EVENT, ROLES, STATUS, role_targets  # noqa: E402
from sayso_training.frozen import Frozen, fit  # noqa: E402
from sayso_training.labels import MASK  # noqa: E402

#: Outputs of the graph that this program adds.
ADDED = ("event", "event_status", "event_trigger", "event_argument")
#: Windows in a batch.
BATCH = 24
#: Word by word; the roles hang on triggers.
HEADS = ("mark", "type", "status")
WEIGHTS = {"mark": 1.0, "type": 0.7, "status": 0.4, "roles": 1.5}


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=REPOSITORY / "weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--begin-with", type=Path, help="events.pt of an earlier run, checkpoint.pt or mean.pt of train.py, or a folder of weights: begin with these heads; with --epochs 0 they are grafted as they are")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--copies", type=int, default=4, help="how often each report is looked at, all but once about others (other_names.py)")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def windows_of(document, frozen, chance):
    """The document's windows, each with the frozen network's vectors and its labels."""
    return [{"vectors": vectors, **{head: encoded[head][a:b] for head in HEADS}, "roles": role_targets(encoded["roles"], ROLES, a, b)}
            for a, b, encoded, vectors in frozen.windows(document, chance)]


def stack(rows):
    longest = max(len(r["mark"]) for r in rows)
    full = lambda value, dtype: np.full((len(rows), longest), value, dtype=dtype)
    out = {"vectors": np.zeros((len(rows), longest, rows[0]["vectors"].shape[1]), dtype=np.float32), "word_mask": full(0, np.int64),
           "mark": full(MASK, np.int64), "type": full(MASK, np.int64), "status": full(MASK, np.int64)}
    for i, row in enumerate(rows):
        n = len(row["mark"])
        out["vectors"][i, :n], out["word_mask"][i, :n] = row["vectors"], 1
        for head in HEADS:
            out[head][i, :n] = row[head]
    return {k: torch.from_numpy(v) for k, v in out.items()} | role_rows("roles", [(i, row["roles"]) for i, row in enumerate(rows)], longest)


def spans_in(marks):
    out, start = [], None
    for i, m in enumerate([*marks, 0]):
        if start is not None and m != 2:
            out.append((start, i))
            start = None
        if m == 1 or (m == 2 and start is None):
            start = i
    return out


@torch.no_grad()
def measure(network, rows, bias):
    """Quick figures: F1 of mentions that share a word, type and status of those found, roles by words near the trigger."""
    network.eval()
    gold = found = hit = 0
    right = {"type": 0, "status": 0}
    role = {r: [0, 0, 0] for r in ROLES}
    for row in rows:
        tensors = stack([row])
        out = network(tensors["vectors"], tensors["word_mask"])
        mark = torch.log_softmax(out["mark"][0], -1)
        mark[:, 0] -= bias
        mine, theirs = spans_in(mark.argmax(-1).tolist()), spans_in(row["mark"].tolist())
        gold, found = gold + len(theirs), found + len(mine)
        for a, b in theirs:
            if not any(x < b and a < y for x, y in mine):
                continue
            hit += 1
            for head in ("type", "status"):
                right[head] += int(out[head][0, a:b].mean(0).argmax() == row[head][a])
        logits = events.role_logits(out)[0]
        for (start, _), (target, known) in row["roles"].items():
            for i, name in enumerate(ROLES):
                if known[i]:
                    guess = (logits[i, start] > 0).numpy()
                    role[name][0] += int((guess & (target[i] == 1)).sum())
                    role[name][1] += int(guess.sum())
                    role[name][2] += int((target[i] == 1).sum())
    network.train()
    f1 = lambda t, p, g: round(2 * t / max(1, p + g), 3)
    return {"mentions": f1(hit, found, gold), "found": found, "gold": gold, "type": round(right["type"] / max(1, hit), 3), "status": round(right["status"] / max(1, hit), 3),
            **{name: f1(*counts) for name, counts in role.items()}}


def heads_of(path):
    if path.is_dir():
        graph = onnx.load(str(path / "reading.onnx")).graph
        return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in shipped.event_heads(graph).items()}
    saved = torch.load(path, weights_only=False)
    whole = (saved["average"] or saved["network"]) if "network" in saved else {f"events.{k}": v for k, v in saved.items()}
    return {k.removeprefix("events."): v.float() for k, v in whole.items() if k.startswith("events.")}


def main():
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    chance = random.Random(args.seed)
    frozen = Frozen(args.weights, "event/", ADDED, args.threads)
    begun = time.time()
    train, dev = [], []
    for document in corpus.load(REPOSITORY / "corpus", "train") if args.epochs else ():
        for copy in range(args.copies):
            train += windows_of(other_names.rename(document, chance) if copy else document, frozen, chance if copy else None)
    for document in corpus.load(REPOSITORY / "corpus", "dev"):
        dev += windows_of(document, frozen, None)
    note = lambda **row: print(json.dumps({"seconds": round(time.time() - begun), **row}), flush=True)
    note(windows=len(train), dev=len(dev))
    network = events.EventNetwork()
    if args.begin_with:
        network.load_state_dict(heads_of(args.begin_with), strict=False)

    def batches():
        chance.shuffle(train)
        return [train[at:at + BATCH] for at in range(0, len(train) - BATCH + 1, BATCH)]

    def loss(rows):
        return sum(WEIGHTS[k] * v for k, v in events.losses(network, stack(rows)).items())

    if args.epochs:
        fit(network, batches, loss, args.epochs, args.rate, lambda epoch, lost: note(epoch=epoch, loss=round(lost, 3), dev=measure(network, dev, 0.0)))
    note(mean_of_the_last_fifth=measure(network, dev, 0.0), with_bias=measure(network, dev, 0.7))
    torch.save(network.state_dict(), args.out / "events.pt")
    frozen.graft(events.Exported(network))
    frozen.manifest["labels"] |= {"event": EVENT, "event_status": STATUS, "event_role": ROLES}
    frozen.write(args.out / "weights")


if __name__ == "__main__":
    main()
