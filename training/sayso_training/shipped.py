"""The weights that ship, read back from int8: a training can go on from a clone of this repository, without any checkpoint."""
import json
from pathlib import Path

import numpy as np
import onnx
import torch

from .whole_numbers import EVEN_BY


def load(weights: Path, network, world=False):
    """
    -> {parameter: tensor} of `network`, and the labels of its heads; with `world` those of the network of the world, where there is one. What the graph
    does not hold (the distances of `meant`; the word table, which no training changes; heads that only the other network is asked for) is as in `network`. Each
    number is off by 1/254 of its column's greatest at most, as int8 keeps it.
    """
    # Heads stand in dictionaries of the network, their nodes go by the bare name.
    paths = {h: f"syntax_heads.{h}" for h in network.syntax_heads} | {h: f"attribution_heads.{h}" for h in network.attribution_heads}
    manifest = json.loads((weights / "reading.json").read_text(encoding="utf-8"))
    graph = onnx.load(str(weights / "reading.onnx")).graph
    kept = {i.name: onnx.numpy_helper.to_array(i) for i in graph.initializer}

    whole = lambda name: whole_of(kept, name)
    state = {k: v.clone() for k, v in network.state_dict().items()}

    def put(name, value):
        if state[name].shape != value.shape:
            raise SystemExit(f"{weights}: {name} has the shape {value.shape}, the network wants {tuple(state[name].shape)}: take the training code that the weights were made with.")
        state[name] = torch.from_numpy(np.array(value, dtype=np.float32))

    # The world's network has its lower layers from the other.
    for branch in ("network", "world") if world and any(name.startswith("world.") for name in kept) else ("network",):
        for name, value in kept.items():
            own = name.removeprefix(f"{branch}.")
            if own != name and own in state:
                put(own, value)
        for table in ("position", "casing", "gap", "quote"):
            if f"{branch}.{table}.weight_quantized" in kept:
                put(f"{table}.weight", whole(f"{branch}.{table}.weight"))
        for node in graph.node:
            if node.op_type == "MatMulInteger" and node.name.startswith(f"/{branch}/"):
                path = node.name.removeprefix(f"/{branch}/").removesuffix("MatMul_quant").rstrip("/")
                matrix = whole(node.input[1].removesuffix("_quantized"))
                # The rows of channels that were evened.
                matrix = matrix * kept.get(node.name.removesuffix("MatMul_quant") + EVEN_BY, np.ones(1, dtype=np.float32))[:, None]
                # “arc” is a matrix by itself and stands as it is; a linear layer is written the other way round.
                put(*((f"{paths.get(path, path)}.weight".replace("/", "."), matrix.T) if path else ("arc", matrix)))
        # The shares of the last four layers, which export has reckoned already, stand before their sum, in its order.
        shares = [kept[i] for n in graph.node if n.op_type == "Mul" and n.name.startswith(f"/{branch}/") for i in n.input if i.startswith("onnx::Mul_") and i in kept and not kept[i].shape]
        put("mix", np.log(np.array(shares, dtype=np.float32)))
    for name, value in event_heads(graph).items():
        if f"events.{name}" in state:
            put(f"events.{name}", value)
    for name, value in heads(weights, manifest).items():
        put(name, value)
    return state, {head: labels for head, labels in manifest["labels"].items() if head in (*paths, "relation")}


def whole_of(kept, name):
    zero, scale = kept[f"{name}_zero_point"].astype(np.float32), kept[f"{name}_scale"]
    return (kept[f"{name}_quantized"].astype(np.float32) - zero) * scale


def event_heads(graph):
    """-> {parameter of EventNetwork: array} of what events.py has grafted into the graph, which goes by “event/” there; empty where it has not."""
    kept = {i.name: onnx.numpy_helper.to_array(i) for i in graph.initializer}
    found = {name.removeprefix("event/network."): value for name, value in kept.items() if name.startswith("event/network.")}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.name.startswith("event//network/"):
            *above, last = node.name.removeprefix("event//network/").removesuffix("/MatMul_quant").split("/")
            # “enter/enter.1” is the second of “enter”.
            path = ".".join([*[part for part in above if not last.startswith(f"{part}.")], last])
            found[f"{path}.weight"] = whole_of(kept, node.input[1].removesuffix("_quantized")).T
    return found


def heads(weights, manifest):
    """The tensors of heads.bin under the network's names: what export.tensors wrote."""
    numbers = np.fromfile(weights / "heads.bin", dtype="<f4")
    out = {}
    for name, at in manifest["tensors"].items():
        value = numbers[at["offset"]:at["offset"] + int(np.prod(at["shape"]))].reshape(at["shape"])
        kind, _, part = name.removeprefix("span.").partition(".")
        if name.startswith("span."):
            out[f"links.span.{kind}.first.bias" if part == "bias" else f"links.span.{kind}.{part}.weight"] = value
        elif name.startswith("none_"):
            # The only row of a layer with one output.
            out[f"links.{name}"] = value[None] if name.endswith("weight") else value
        else:
            out[name if name.startswith("relation.") else f"links.{name}"] = value
    return out
