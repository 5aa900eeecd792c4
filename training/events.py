#!/usr/bin/env python3
"""
Teaches a finished reading network events: from weights/ and the Sayso corpus to weights/ with heads for events.

  python training/events.py --weights weights --out training/runs/events

Takes some ten minutes on two cores. Run it again whenever reading.onnx was trained anew.
"""
import argparse
import csv
import hashlib
import json
import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path.insert(0, str(Path(__file__).resolve().parent))
from sayso_training import events, other_names  # noqa: E402
from sayso_training.batches import Encoder, batch, windows  # noqa: E402
from sayso_training.document import REPOSITORY  # noqa: E402
from sayso_training.export import INPUTS  # noqa: E402
from sayso_training.labels import MASK  # noqa: E402
from sayso_training.wordpiece import WordPiece  # noqa: E402

#: Outputs of the graph that this program adds; a second run takes them away first.
ADDED = ("event", "event_status", "event_trigger", "event_argument")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=REPOSITORY / "weights")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--copies", type=int, default=4, help="how often each report is looked at, all but once about others (other_names.py)")
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def ids_of(split):
    with open(REPOSITORY / "corpus" / "reports.tsv", encoding="utf-8", newline="") as lines:
        return [r["id"] for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if r["split"] == split]


def bare(model):
    """The graph without what this program added before, with the two vectors of each word as outputs."""
    outputs = [o for o in model.graph.output if o.name not in (*ADDED, "word_vectors", "context_vectors")]
    nodes = [n for n in model.graph.node if not n.name.startswith("event/")]
    kept = [i for i in model.graph.initializer if not i.name.startswith("event/")]
    for field, value in ((model.graph.output, outputs), (model.graph.node, nodes), (model.graph.initializer, kept)):
        del field[:]
        field.extend(value)
    return model


def vector_names(model):
    """The tensors that hold the words' vectors: from the last layers together, and from the layer that statements use."""
    words = next(n.output[0] for n in model.graph.node if n.op_type == "GatherElements")
    context = next(n.output[0] for n in model.graph.node if n.op_type == "LayerNormalization" and "context_layer/norm2" in n.name)
    return words, context


def feature_session(model, threads):
    names = vector_names(model)
    with tempfile.NamedTemporaryFile(suffix=".onnx") as file:
        copy = onnx.ModelProto.FromString(model.SerializeToString())
        for name in names:
            copy.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
        onnx.save(copy, file.name)
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads
        return onnxruntime.InferenceSession(file.name, settings), list(names)


def windows_of(labelled, encoder, session, names, special, longest, chance):
    """The document's windows, each with the frozen network's vectors and its labels."""
    encoded = encoder.encode(labelled.document)
    out = []
    for a, b in windows(encoded, longest, chance):
        tensors = batch([(encoded, a, b)], special)
        vectors = np.concatenate(session.run(names, {n: tensors[n].numpy() for n in INPUTS}), -1)[0]
        roles = {}
        for (start, end), role, fillers in labelled.roles:
            if a <= start and end <= b:
                target, known = roles.setdefault((start, end), (np.zeros((len(events.ROLES), b - a), dtype=np.int8), np.ones(len(events.ROLES), dtype=bool)))
                inside = [(x, y) for x, y in fillers if a <= x and y <= b]
                # All of its mentions lie elsewhere: that nothing here fills the role is not known.
                known[events.ROLES.index(role)] = bool(inside) or not fillers
                near = sorted(inside, key=lambda m: abs(m[0] - start))[:2]
                for x, y in near:
                    target[events.ROLES.index(role), x - a:y - a] = 1
        out.append({"vectors": vectors.astype(np.float16), "mark": labelled.mark[a:b], "type": labelled.type[a:b], "status": labelled.status[a:b],
                    "roles": [(start - a, end - a, *value) for (start, end), value in roles.items()]})
    return out


def stack(rows):
    longest = max(len(r["mark"]) for r in rows)
    full = lambda value, dtype: np.full((len(rows), longest), value, dtype=dtype)
    out = {"vectors": np.zeros((len(rows), longest, rows[0]["vectors"].shape[1]), dtype=np.float32), "word_mask": full(0, np.int64),
           "mark": full(0, np.int64), "type": full(MASK, np.int64), "status": full(MASK, np.int64)}
    role_rows, role_words, targets, known = [], [], [], []
    for i, row in enumerate(rows):
        n = len(row["mark"])
        out["vectors"][i, :n], out["word_mask"][i, :n] = row["vectors"], 1
        for head in ("mark", "type", "status"):
            out[head][i, :n] = row[head]
        for start, _, target, sure in row["roles"]:
            role_rows.append(i), role_words.append(start), known.append(sure)
            targets.append(np.pad(target, ((0, 0), (0, longest - n))))
    tensors = {k: torch.from_numpy(v) for k, v in out.items()}
    tensors["role_rows"], tensors["role_words"] = torch.tensor(role_rows, dtype=torch.int64), torch.tensor(role_words, dtype=torch.int64)
    tensors["role_target"] = torch.from_numpy(np.stack(targets)) if targets else torch.zeros(0)
    tensors["role_known"] = torch.from_numpy(np.stack(known)) if known else torch.zeros(0)
    return tensors


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
    role = {r: [0, 0, 0] for r in events.ROLES}
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
        for start, _, target, known in row["roles"]:
            for i, name in enumerate(events.ROLES):
                if known[i]:
                    guess = (logits[i, start] > 0).numpy()
                    role[name][0] += int((guess & (target[i] == 1)).sum())
                    role[name][1] += int(guess.sum())
                    role[name][2] += int((target[i] == 1).sum())
    network.train()
    f1 = lambda t, p, g: round(2 * t / max(1, p + g), 3)
    return {"mentions": f1(hit, found, gold), "found": found, "gold": gold, "type": round(right["type"] / max(1, hit), 3), "status": round(right["status"] / max(1, hit), 3),
            **{name: f1(*counts) for name, counts in role.items()}}


def export(model, network, folder, manifest):
    """Writes the grown graph and reading.json into `folder`."""
    words, context = vector_names(model)
    with tempfile.TemporaryDirectory() as temporary:
        whole, small = Path(temporary) / "events.onnx", Path(temporary) / "small.onnx"
        axes = {n: {1: "words"} for n in ("vectors", *ADDED)}
        torch.onnx.export(events.Exported(network.eval()), (torch.zeros(1, 5, 768),), str(whole), input_names=["vectors"], output_names=list(ADDED),
                          dynamic_axes=axes, opset_version=17, dynamo=False)
        quantize_dynamic(str(whole), str(small), op_types_to_quantize=["MatMul", "Gemm"], per_channel=True, weight_type=QuantType.QInt8)
        head = onnx.load(str(small))
    name = lambda n: n if n in (*ADDED, "") else "event/" + n
    rename = lambda names: [name(n) for n in names]
    model.graph.node.append(onnx.helper.make_node("Concat", [words, context], ["event/vectors"], name="event/vectors", axis=-1))
    for node in head.graph.node:
        inputs, outputs = rename(node.input), rename(node.output)
        del node.input[:], node.output[:]
        node.input.extend(inputs), node.output.extend(outputs)
        node.name = "event/" + node.name
        model.graph.node.append(node)
    for tensor in head.graph.initializer:
        tensor.name = name(tensor.name)
        model.graph.initializer.append(tensor)
    model.graph.output.extend(head.graph.output)
    onnx.checker.check_model(model)
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(folder / "reading.onnx"))
    manifest["labels"] |= {"event": events.EVENT, "event_status": events.STATUS, "event_role": events.ROLES}
    manifest["files"]["reading.onnx"] = hashlib.sha256((folder / "reading.onnx").read_bytes()).hexdigest()
    (folder / "reading.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def main():
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    chance = random.Random(args.seed)
    manifest = json.loads((args.weights / "reading.json").read_text(encoding="utf-8"))
    model = bare(onnx.load(str(args.weights / "reading.onnx")))
    session, names = feature_session(model, args.threads)
    pieces = WordPiece(args.weights / "vocab.txt")
    encoder = Encoder(pieces, manifest["labels"]["xpos"], manifest["labels"]["lemma"], manifest["labels"]["relation"])
    special, longest = (pieces.first, pieces.last), manifest["window"]["pieces"]
    begun = time.time()
    train, dev = [], []
    for labelled in events.load(REPOSITORY / "corpus", ids_of("train")):
        for copy in range(args.copies):
            document = other_names.rename(labelled.document, chance) if copy else labelled.document
            train += windows_of(replace(labelled, document=document), encoder, session, names, special, longest, chance if copy else None)
    for labelled in events.load(REPOSITORY / "corpus", ids_of("dev")):
        dev += windows_of(labelled, encoder, session, names, special, longest, None)
    print(json.dumps({"windows": len(train), "dev": len(dev), "seconds": round(time.time() - begun)}), flush=True)
    network = events.EventNetwork()
    optimizer = torch.optim.AdamW(network.parameters(), lr=args.rate, weight_decay=0.05, betas=(0.9, 0.98))
    size = 24
    steps = args.epochs * (len(train) // size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, args.rate, total_steps=steps, pct_start=0.1)
    weights = {"mark": 1.0, "type": 0.7, "status": 0.4, "roles": 1.5}
    done, average, counted = 0, None, 0
    for epoch in range(args.epochs):
        chance.shuffle(train)
        for at in range(0, len(train) - size + 1, size):
            found = events.losses(network, stack(train[at:at + size]))
            optimizer.zero_grad()
            sum(weights[k] * v for k, v in found.items()).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            if done < steps - 1:
                schedule.step()
            done += 1
            if done > 0.8 * steps:
                state = {k: v.detach().clone() for k, v in network.state_dict().items()}
                counted += 1
                average = state if average is None else {k: average[k] + (v - average[k]) / counted for k, v in state.items()}
        if epoch % 5 == 4 or epoch == args.epochs - 1:
            print(json.dumps({"epoch": epoch, "seconds": round(time.time() - begun), **{k: round(float(v), 3) for k, v in found.items()}, "dev": measure(network, dev, 0.0)}), flush=True)
    network.load_state_dict(average)
    print(json.dumps({"mean of the last fifth": measure(network, dev, 0.0), "bias .7": measure(network, dev, 0.7)}), flush=True)
    torch.save(network.state_dict(), args.out / "events.pt")
    export(model, network, args.out / "weights", manifest)


if __name__ == "__main__":
    main()
