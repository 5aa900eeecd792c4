"""Writes reading.onnx (int8), heads.bin, vocab.txt and reading.json, as src/read/network reads them."""
import datetime
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from .network import KINDS_OF_SPAN
from .whole_numbers import quantize

INPUTS = ("ids", "casing", "gap", "first", "quote")
OUTPUTS = ("start", "xpos", "lemma", "names", "attribution", "nested", "kind", "setting", "arc_dependent", "arc_head",
           "relation_dependent", "relation_head", "span_words", "vectors")


#: What the network of the world is asked for; the heads for events are put in its place (frozen.py).
GROUND = "ground"


class Ordered(torch.nn.Module):
    """The network for one window, so without masks, and with its outputs as a tuple in a fixed order. `world`: the network of the world (decision 22), or None."""

    def __init__(self, network, world):
        super().__init__()
        self.network, self.world = network, world

    def forward(self, ids, casing, gap, first, quote):
        inputs = (ids, casing, gap, torch.ones_like(ids), first, torch.ones_like(first), quote)
        out = self.network(*inputs)
        said = tuple(out[name] for name in OUTPUTS)
        return said if self.world is None else (*said, self.world(*inputs, below=out["below"])[GROUND])


def graph(network, world, path):
    ordered = Ordered(network, world).eval().float()
    ids, casing = torch.arange(2000, 2019)[None], torch.arange(19)[None] % 4
    first, quote = torch.arange(1, 18, 2)[None], torch.arange(9)[None] % 4
    inputs = (ids, casing, casing.clone(), first, quote)
    outputs = OUTPUTS if world is None else (*OUTPUTS, GROUND)
    axes = {n: {1: "words" if n in ("first", "quote") else "pieces"} for n in INPUTS} | {n: {1: "words"} for n in outputs}
    with torch.no_grad():
        # Before export, which leaves the module in training.
        wanted = ordered(*inputs)
        torch.onnx.export(ordered, inputs, str(path), input_names=list(INPUTS), output_names=list(outputs), dynamic_axes=axes,
                          opset_version=17, dynamo=False)
    found = onnxruntime.InferenceSession(str(path)).run(list(outputs), {n: i.numpy() for n, i in zip(INPUTS, inputs)})
    for name, mine, theirs in zip(outputs, wanted, found):
        if not np.allclose(mine.numpy(), theirs, atol=1e-3):
            raise SystemExit(f"The exported graph computes another {name} than the network.")


def tensors(network):
    links = network.links
    out = {"relation.weight": network.relation.weight, "relation.bias": network.relation.bias}
    for kind in KINDS_OF_SPAN:
        span = links.span[kind]
        out |= {f"span.{kind}.first": span["first"].weight, f"span.{kind}.last": span["last"].weight, f"span.{kind}.mean": span["mean"].weight,
                f"span.{kind}.bias": span["first"].bias}
    out |= {"bilinear_source": links.bilinear_source, "bilinear_cue": links.bilinear_cue, "distance_source": links.distance_source,
            "distance_cue": links.distance_cue, "none_source.weight": links.none_source.weight[0], "none_source.bias": links.none_source.bias,
            "none_cue.weight": links.none_cue.weight[0], "none_cue.bias": links.none_cue.bias}
    return {k: v.detach().float().numpy() for k, v in out.items()}


def write(network, labels, vocabulary, folder, polnear, window, samples, world=None):
    """`samples`: inputs of usual texts, {name: tensor}; see whole_numbers.py."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        graph(network, world, whole)
        quantize(whole, folder / "reading.onnx", ["MatMul", "Gemm", "Gather"], [{n: sample[n].numpy() for n in INPUTS} for sample in samples])
        shutil.copy(whole, folder.parent / "reading.float32.onnx")
    onnx.checker.check_model(str(folder / "reading.onnx"))
    at, table, data = 0, {}, []
    for name, value in tensors(network).items():
        table[name] = {"shape": list(value.shape), "offset": at}
        data.append(np.ascontiguousarray(value, dtype="<f4").tobytes())
        at += value.size
    (folder / "heads.bin").write_bytes(b"".join(data))
    shutil.copyfile(vocabulary, folder / "vocab.txt")
    digest = lambda name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
    manifest = {
        "format": 1, "name": "sayso-reading-en", "made": datetime.date.today().isoformat(), "polnear": polnear,
        "files": {name: digest(name) for name in ("reading.onnx", "heads.bin", "vocab.txt")},
        "window": {"pieces": window, "overlapWords": 80}, "maxPiecesPerWord": 12, "labels": labels, "tensors": table,
    }
    (folder / "reading.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {folder}: {sum(f.stat().st_size for f in folder.iterdir()) / 1e6:.1f} MB")
