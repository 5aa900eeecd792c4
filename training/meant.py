#!/usr/bin/env python3
"""
Teaches a finished reading network whom a word means (decision 15): from weights/ and the marked chains of GUM, GAP and
the Sayso corpus to weights/ whose vectors answer better.

  python training/meant.py --weights weights --out training/runs/meant

Takes some twenty minutes on one core. Run it again whenever reading.onnx was trained anew, and training/coreference.sh after it.
"""
import argparse
import json
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from sayso_training import corpus, gap, meant, other_names, treebanks  # noqa: E402
from sayso_training.document import REPOSITORY  # noqa: E402
from sayso_training.frozen import WIDTH, Frozen, fit  # noqa: E402
from sayso_training.weak import load_lexicon  # noqa: E402
from train import unpack  # noqa: E402

#: How often a document is looked at, with borders of windows elsewhere; all but the first time about others (other_names.py) where there is no tree.
COPIES = {"treebank": 3, "gap": 2, "attribution": 3}
#: Words in a batch.
BUDGET = 6000


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--weights", type=Path, default=REPOSITORY / "weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=6, help="more of them learn GAP by heart, and the ranker then trusts what they say of it")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def documents(data, out):
    """{"train" or a set to choose on: documents}"""
    lexicon = load_lexicon(REPOSITORY / "data")
    pronouns = unpack(data / "gap-dev-val.tar.xz", out / "unpacked" / "gap") / "gap" / "gap-development.tsv"
    trees = {part: treebanks.load([data / f"gum.{part}.jsonl.xz"], lexicon, weak_outermost=False) for part in ("train", "dev")}
    reports = {part: corpus.load(REPOSITORY / "corpus", part) for part in ("train", "dev")}
    return {
        "train": trees["train"] + gap.load(pronouns, held=False) + reports["train"],
        "gum": trees["dev"], "gap": gap.load(pronouns, held=True), "corpus": reports["dev"],
    }


def rows_of(document, frozen, copies, chance):
    out = []
    for copy in range(copies):
        about = other_names.rename(document, chance) if copy and document.task != "treebank" else document
        for _, _, tensors, vectors in frozen.windows(about, chance if copy else None):
            if bool(tensors["asked"].any()):
                out.append({"vectors": vectors, "meant": tensors["meant"][0].numpy(), "asked": tensors["asked"][0].numpy()})
    return out


def packed(rows, chance):
    """Batches of windows of similar length, in random order."""
    rows = sorted(rows, key=lambda row: len(row["meant"]) + chance.random() * 12)
    groups, group = [], []
    for row in rows:
        if group and (len(group) + 1) * len(row["meant"]) > BUDGET:
            groups.append(group)
            group = []
        group.append(row)
    groups.append(group)
    chance.shuffle(groups)
    return groups


def stack(rows):
    longest = max(len(row["meant"]) for row in rows)
    out = {"vectors": np.zeros((len(rows), longest, WIDTH), dtype=np.float32)} | {
        name: np.zeros((len(rows), longest), dtype=np.int64) for name in ("word_mask", "meant", "asked")}
    for i, row in enumerate(rows):
        count = len(row["meant"])
        out["word_mask"][i, :count] = 1
        for name in ("vectors", "meant", "asked"):
            out[name][i, :count] = row[name]
    return {name: torch.from_numpy(value) for name, value in out.items()}


def main():
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    chance = random.Random(args.seed)
    frozen = Frozen(args.weights, "meant/", ("vectors",), args.threads)
    begun = time.time()
    note = lambda **row: print(json.dumps({"seconds": round(time.time() - begun), **row}), flush=True)
    sets = {name: [row for document in found for row in rows_of(document, frozen, COPIES[document.task] if name == "train" else 1, chance)]
            for name, found in documents(args.data, args.out).items()}
    train = sets.pop("train")
    note(windows=len(train))
    network = meant.MeantNetwork()
    figures = lambda: {name: meant.measure(network, rows) for name, rows in sets.items()}
    fit(network, lambda: packed(train, chance), lambda rows: meant.loss(network, stack(rows)), args.epochs, args.rate,
        lambda epoch, lost: note(epoch=epoch, loss=round(lost, 3), dev=figures()))
    note(mean_of_the_last_fifth=figures())
    torch.save(network.state_dict(), args.out / "meant.pt")
    frozen.graft(meant.Exported(network))
    frozen.write(args.out / "weights")


if __name__ == "__main__":
    main()
