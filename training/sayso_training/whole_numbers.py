"""
A graph's matrices as int8, such that little is lost and every processor reckons the same (decision 25).

- **Even channels.** Activations are rounded to 256 steps between the least and the greatest number of a whole tensor. In MiniLM one channel in front of some matrices goes to 28 where most end at 2, so that
  most have a dozen steps. Such channels are divided by a number, and their row of the matrix multiplied by it.
- **No overflow.** Without VNNI, x86 multiplies two neighbouring activations (0 to 255) by two neighbouring weights of a column and keeps the sum in 16 bits; what is greater than 32,767 is cut off there,
  silently. A column's scale is so wide that no two neighbours of one sign come to more than 128 together: 255 · 128 = 32,640. Columns get coarser by a third; `reduce_range` would halve them all.
"""
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic

#: Name that the division in front of an evened matrix ends with, and its numbers; `shipped` multiplies the rows by these to have the matrix as it was learned.
EVEN, EVEN_BY = "even", "even_by"
#: Channels above this quantile of all channels' greatest numbers are brought down to it, where the greatest is more than twice as much.
QUANTILE, UNEVEN = 0.95, 2
#: The most that two neighbouring weights of one sign may come to.
MOST = 128


def quantize(whole: Path, small: Path, kinds, samples=()):
    """Writes the graph `whole` to `small` with the matrices of `kinds` (names of operators) as int8. `samples`: inputs of usual texts, by which channels are evened; none: they stay as they are."""
    if samples:
        even(whole, samples)
    quantize_dynamic(str(whole), str(small), op_types_to_quantize=kinds, per_channel=True, weight_type=QuantType.QInt8)
    model = onnx.load(str(small))
    exact = {i.name: onnx.numpy_helper.to_array(i) for i in onnx.load(str(whole)).graph.initializer}
    kept = {i.name: i for i in model.graph.initializer}
    # A matrix may stand in several products.
    for name in sorted({n.input[1].removesuffix("_quantized") for n in model.graph.node if n.op_type == "MatMulInteger"}):
        numbers, scales = columns(exact[name])
        for part, value in (("quantized", numbers), ("scale", scales)):
            kept[f"{name}_{part}"].CopyFrom(onnx.numpy_helper.from_array(value, f"{name}_{part}"))
    onnx.save(model, str(small))


def even(path: Path, samples):
    """Evens the channels in front of matrices, in place. The graph computes what it did before, but for the last digits."""
    model = onnx.load(str(path))
    graph = model.graph
    kept = {i.name: i for i in graph.initializer}
    products = [n for n in graph.node if n.op_type == "MatMul" and n.input[1] in kept]
    greatest = greatest_of(model, sorted({n.input[0] for n in products}), samples)
    for node in products:
        most = np.quantile(greatest[node.input[0]], QUANTILE)
        by = np.maximum(1, greatest[node.input[0]] / max(most, np.finfo(np.float32).tiny)).astype(np.float32)
        if by.max() <= UNEVEN:
            continue
        path_of = node.name.removesuffix("MatMul")
        matrix = onnx.numpy_helper.to_array(kept[node.input[1]]) * by[:, None]
        for name, value in ((path_of + EVEN_BY, 1 / by), (f"{node.input[1]}_{EVEN}", matrix)):
            graph.initializer.append(onnx.numpy_helper.from_array(value.astype(np.float32), name))
        graph.node.insert(list(graph.node).index(node), onnx.helper.make_node("Mul", [node.input[0], path_of + EVEN_BY], [f"{path_of}{EVEN}_output"], name=path_of + EVEN))
        node.input[0], node.input[1] = f"{path_of}{EVEN}_output", f"{node.input[1]}_{EVEN}"
    needed = {name for n in graph.node for name in n.input}
    left = [i for i in graph.initializer if i.name in needed]
    del graph.initializer[:]
    graph.initializer.extend(left)
    onnx.save(model, str(path))


def greatest_of(model, names, samples):
    """-> {name: the greatest absolute number of each channel, [channels]} of tensors of the graph, over all samples."""
    shown = onnx.ModelProto.FromString(model.SerializeToString())
    shown.graph.output.extend(onnx.helper.make_tensor_value_info(n, onnx.TensorProto.FLOAT, None) for n in names if n not in {o.name for o in shown.graph.output})
    session = onnxruntime.InferenceSession(shown.SerializeToString())
    out = {}
    for sample in samples:
        for name, value in zip(names, session.run(names, sample)):
            found = np.abs(value.reshape(-1, value.shape[-1])).max(0)
            out[name] = np.maximum(out.get(name, 0), found)
    return out


def columns(matrix):
    """float32 [from, to] -> int8 [from, to] and the scale [to] of each column; the zero point is 0."""
    # The last row of an odd number has no neighbour.
    pairs = np.pad(matrix, ((0, len(matrix) % 2), (0, 0))).reshape(-1, 2, matrix.shape[1])
    together = np.maximum(pairs.clip(min=0).sum(1), (-pairs).clip(min=0).sum(1)).max(0)
    # Each of the two may be rounded up by a half.
    scale = np.maximum(np.maximum(np.abs(matrix).max(0) / 127, together / (MOST - 1)), np.finfo(np.float32).tiny).astype(np.float32)
    return np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8), scale
