"""
A finished reading network as ground to stand on: its word vectors stay as they are, a small network (events.py) learns on
them and is grafted into its graph. That costs the other heads nothing and takes minutes.
"""
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch

from .batches import Encoder, batch, windows
from .export import GROUND, INPUTS
from .whole_numbers import quantize
from .wordpiece import WordPiece

#: Numbers of a word: its vector from the last layers together, then the one from the layer that statements use.
WIDTH = 768


class Frozen:
    """`prefix`: of the names of the nodes that are to be grafted; what an earlier run grafted is taken away. `outputs`: of the graft; those of the same names are taken away, too."""

    def __init__(self, weights: Path, prefix, outputs, threads):
        self.prefix, self.outputs = prefix, outputs
        self.manifest = json.loads((weights / "reading.json").read_text(encoding="utf-8"))
        self.model = onnx.load(str(weights / "reading.onnx"))
        graph = self.model.graph
        keep(graph.node, lambda n: not n.name.startswith(prefix) and not set(n.output).intersection(outputs))
        keep(graph.initializer, lambda i: not i.name.startswith(prefix))
        keep(graph.output, lambda o: o.name not in (*outputs, GROUND))
        # The network of the world, where there is one (decision 22).
        branch = "/world/" if any(n.name.startswith("/world/") for n in graph.node) else "/network/"
        own = [n for n in graph.node if n.name.startswith(branch)]
        self.names = [
            next(n.output[0] for n in own if n.op_type == "GatherElements"),
            next(n.output[0] for n in own if n.op_type == "LayerNormalization" and "context_layer/norm2" in n.name),
        ]
        self.session = self._session(threads)
        pieces = WordPiece(weights / "vocab.txt")
        labels = self.manifest["labels"]
        self.encoder = Encoder(pieces, labels["xpos"], labels["lemma"], labels["relation"])
        self.special, self.longest = (pieces.first, pieces.last), self.manifest["window"]["pieces"]

    def _session(self, threads):
        copy = onnx.ModelProto.FromString(self.model.SerializeToString())
        del copy.graph.output[:]
        copy.graph.output.extend(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in self.names)
        without_dead_ends(copy.graph)
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads
        return onnxruntime.InferenceSession(copy.SerializeToString(), settings)

    def windows(self, document, chance):
        """(from, to, the document encoded, vectors [words, WIDTH] as float16) of the document's windows; with `chance` their borders fall elsewhere each time."""
        encoded = self.encoder.encode(document)
        for a, b in windows(encoded, self.longest, chance):
            tensors = batch([(encoded, a, b)], self.special)
            vectors = np.concatenate(self.session.run(self.names, {n: tensors[n].numpy() for n in INPUTS}), -1)[0]
            yield a, b, encoded, vectors.astype(np.float16)

    def graft(self, module):
        """Puts `module` ([1, words, WIDTH] -> a tensor for each output) into the graph, its matrices as int8."""
        graph, prefix = self.model.graph, self.prefix
        with tempfile.TemporaryDirectory() as temporary:
            whole, small = Path(temporary) / "whole.onnx", Path(temporary) / "small.onnx"
            torch.onnx.export(module.eval(), (torch.zeros(1, 5, WIDTH),), str(whole), input_names=["words"], output_names=list(self.outputs),
                              dynamic_axes={n: {1: "words"} for n in ("words", *self.outputs)}, opset_version=17, dynamo=False)
            quantize(whole, small, ["MatMul", "Gemm"])
            head = onnx.load(str(small)).graph
        name = lambda n: n if n in (*self.outputs, "") else prefix + n
        graph.node.append(onnx.helper.make_node("Concat", self.names, [name("words")], name=prefix + "words", axis=-1))
        for node in head.node:
            inputs, outputs = [name(n) for n in node.input], [name(n) for n in node.output]
            del node.input[:], node.output[:]
            node.input.extend(inputs), node.output.extend(outputs)
            node.name = prefix + node.name
            graph.node.append(node)
        for tensor in head.initializer:
            tensor.name = name(tensor.name)
            graph.initializer.append(tensor)
        graph.output.extend(head.output)

    def write(self, folder: Path):
        """reading.onnx and reading.json; the other files of the weights stay as they are."""
        without_dead_ends(self.model.graph)
        onnx.checker.check_model(self.model)
        folder.mkdir(parents=True, exist_ok=True)
        onnx.save(self.model, str(folder / "reading.onnx"))
        self.manifest["files"]["reading.onnx"] = hashlib.sha256((folder / "reading.onnx").read_bytes()).hexdigest()
        (folder / "reading.json").write_text(json.dumps(self.manifest, indent=1) + "\n", encoding="utf-8")


def keep(field, wanted):
    kept = [item for item in field if wanted(item)]
    del field[:]
    field.extend(kept)


def without_dead_ends(graph):
    """Drops nodes and numbers from which no output is reckoned."""
    needed, nodes = {o.name for o in graph.output}, []
    for node in reversed(graph.node):
        if needed.intersection(node.output):
            needed.update(node.input)
            nodes.append(node)
    alive = {id(node) for node in nodes}
    keep(graph.node, lambda n: id(n) in alive)
    keep(graph.initializer, lambda i: i.name in needed)


def fit(network, batches, loss, epochs, rate, report):
    """
    Trains and leaves the mean weights of the last fifth in `network`. `batches()`: the batches of one epoch, always as
    many; `loss(batch)`: a tensor; `report(epoch, loss)`: told now and then.
    """
    optimizer = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.05, betas=(0.9, 0.98))
    average, counted, step, steps, schedule = None, 0, 0, None, None
    for epoch in range(epochs):
        groups = batches()
        if steps is None:
            # A few more than there will be: batches are packed anew in each epoch.
            steps = epochs * (len(groups) + 2)
            schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.1)
        total = 0.0
        for group in groups:
            found = loss(group)
            optimizer.zero_grad()
            found.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step < steps:
                schedule.step()
            total += found.item()
            if step > 0.8 * steps:
                state = {k: v.detach().clone() for k, v in network.state_dict().items()}
                counted += 1
                average = state if average is None else {k: average[k] + (v - average[k]) / counted for k, v in state.items()}
        if epoch % 5 == 4 or epoch == epochs - 1:
            report(epoch, total / len(groups))
    network.load_state_dict(average)
