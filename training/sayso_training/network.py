"""The reading network: MiniLM-L6 with casing and layout added to its input, heads on the first piece of each word."""
import math

import torch
import torch.nn as nn
import torch.nn.functional as F

ARC, RELATION, LINK, SPAN, MEANT = 160, 128, 160, 112, 96
#: Layers that the network of statements and that of the world have in common (decision 22).
SHARED = 2
KINDS_OF_SPAN = ("source", "cue_source", "cue_content", "content")


class Dropout(nn.Module):
    """Dropout with one mask for all rows of a batch: on a CPU drawing the numbers costs a tenth of a step otherwise."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training:
            return x
        mask = torch.rand(1, *x.shape[1:], device=x.device) >= self.rate
        return x * (mask.to(x.dtype) / (1 - self.rate))


class FusedAttention(torch.autograd.Function):
    """
    Attention without a mask as one node of the exported graph, com.microsoft.MultiHeadAttention: the whole network is a
    twentieth faster with it (238 pieces, two threads: 17.9 ms a window, 18.9 before; 2026-11-29). Only export calls it.
    """

    @staticmethod
    def forward(ctx, q, k, v, heads):
        split = lambda x: x.unflatten(-1, (heads, -1)).transpose(1, 2)
        return F.scaled_dot_product_attention(split(q), split(k), split(v)).transpose(1, 2).flatten(-2)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(q.type())


class Layer(nn.Module):
    """One transformer layer, post-norm as in BERT. No dropout on attention weights: it costs a third of a step on a CPU."""

    def __init__(self, width=384, heads=12, inner=1536, dropout=0.1):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.dropout = Dropout(dropout)

    def forward(self, x, bias):
        """x [batch, length, width]; bias [batch, 1, 1, length], 0 or a large negative number."""
        x = self.norm1(x + self.dropout(self.out(self.attention(self.qkv(x), bias))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))

    def attention(self, qkv, bias):
        batch, length, width = qkv.shape[0], qkv.shape[1], qkv.shape[2] // 3
        if torch.onnx.is_in_onnx_export():
            # Reading gives the network one window at a time: there is nothing to mask.
            return FusedAttention.apply(*qkv.split(width, -1), self.heads)
        q, k, v = qkv.view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q * (width // self.heads) ** -0.5) @ k.transpose(-1, -2)
        mixed = torch.softmax(scores + bias.to(scores.dtype), dim=-1, dtype=scores.dtype) @ v
        return mixed.transpose(1, 2).reshape(batch, length, width)


class Network(nn.Module):
    def __init__(self, sizes, layers=6, vocabulary=30522, width=384, dropout=0.1):
        """sizes: classes of each head by name, and of "relation". `events` (events.EventNetwork) is set by who trains it, too."""
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(512, width)
        self.token_type = nn.Parameter(torch.zeros(width))
        self.casing, self.gap = nn.Embedding(4, width), nn.Embedding(4, width)
        self.quote = nn.Embedding(4, width)
        for table in (self.casing, self.gap, self.quote):
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(width, dropout=dropout) for _ in range(layers)])
        self.mix = nn.Parameter(torch.zeros(4))
        self.dropout, self.strong = Dropout(dropout), Dropout(0.2)
        self.context_layer = Layer(width, dropout=dropout)
        linear = lambda head, w=width: nn.Linear(w, sizes[head])
        self.syntax_heads = nn.ModuleDict({h: linear(h) for h in ("start", "xpos", "lemma", "names")})
        self.attribution_hidden = nn.Linear(width, width)
        self.attribution_heads = nn.ModuleDict({h: linear(h) for h in ("attribution", "nested", "kind", "setting")})
        self.arc_dependent, self.arc_head = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc = nn.Parameter(torch.eye(ARC) * 0.1)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.relation_dependent, self.relation_head = nn.Linear(width, RELATION), nn.Linear(width, RELATION)
        self.relation = nn.Linear(RELATION, sizes["relation"])
        self.span_words = nn.Linear(width, LINK)
        self.links = Links()
        self.meant_hidden = nn.Linear(width, width)
        self.meant_asking, self.meant_answering = nn.Linear(width, MEANT), nn.Linear(width, MEANT)
        #: What the words between tell; reading has features for it, so it stays out of the exported graph.
        self.meant_distance = nn.Parameter(torch.zeros(32))

    def forward(self, ids, casing, gap, mask, first, word_mask, quote, below=None):
        """
        int64 [batch, pieces] four times, [batch, words] three times -> {name: [batch, words, classes or width]}. `below`: what another network
        with the same first layers has made of the pieces, its "below"; these layers are then not run.
        """
        kept = [self.begin(ids, casing, gap)] if below is None else below
        bias = (1 - mask[:, None, None, :].to(kept[0].dtype)) * -1e4
        for layer in self.layers[len(kept) - 1:]:
            kept = [*kept, layer(kept[-1], bias)]
        x = kept[-1]
        share = torch.softmax(self.mix, 0)
        mixed = sum(share[i] * kept[-4 + i] for i in range(4))
        words = torch.gather(mixed, 1, first[:, :, None].expand(-1, -1, mixed.shape[2]))
        plain_words, words = words, self.strong(words)
        out = {name: head(words) for name, head in self.syntax_heads.items()}
        word_bias = (1 - word_mask[:, None, None, :].to(x.dtype)) * -1e4
        context = self.context_layer(words + self.quote(quote), word_bias)
        out["below"] = kept[:SHARED + 1]
        # What events.py stands on; see frozen.py.
        out["ground"] = torch.cat([plain_words, context], -1)
        context = self.strong(context)
        hidden = self.strong(F.gelu(self.attribution_hidden(context))) + context
        out |= {name: head(hidden) for name, head in self.attribution_heads.items()}
        dependent = F.gelu(self.arc_dependent(words))
        out["arc_dependent"] = self.strong(dependent) @ self.arc + self.arc_bias
        out["arc_head"] = self.strong(F.gelu(self.arc_head(words)))
        out["relation_dependent"] = self.relation_dependent(words)
        out["relation_head"] = self.relation_head(words)
        out["span_words"] = self.span_words(context)
        meant = self.strong(F.gelu(self.meant_hidden(context))) + context
        # The dot product of one word's second part with the third part of a word before: how likely both mean the same.
        out["vectors"] = torch.cat([words, self.meant_asking(meant) * MEANT ** -0.5, self.meant_answering(meant)], -1)
        return out

    def begin(self, ids, casing, gap):
        position = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(position) + self.token_type + self.casing(casing) + self.gap(gap)
        return self.dropout(self.norm(x))


class Links(nn.Module):
    """Which source a cue has, which cue a stretch of content has. Computed outside the exported graph."""

    def __init__(self):
        super().__init__()
        self.span = nn.ModuleDict({
            k: nn.ModuleDict({"first": nn.Linear(LINK, SPAN), "last": nn.Linear(LINK, SPAN, bias=False), "mean": nn.Linear(LINK, SPAN, bias=False)})
            for k in KINDS_OF_SPAN
        })
        self.bilinear_source, self.bilinear_cue = (nn.Parameter(torch.randn(SPAN, SPAN) * 0.02) for _ in range(2))
        self.distance_source, self.distance_cue = (nn.Parameter(torch.zeros(64)) for _ in range(2))
        self.none_source, self.none_cue = nn.Linear(SPAN, 1), nn.Linear(SPAN, 1)

    def vectors(self, kind, words, running, starts, ends):
        """words [n, LINK], running [n + 1, LINK] their running sum; spans [starts, ends) -> [spans, SPAN]"""
        layer = self.span[kind]
        mean = (running[ends] - running[starts]) / (ends - starts)[:, None]
        return torch.tanh(layer["first"](words[starts]) + layer["last"](words[ends - 1]) + layer["mean"](mean.to(words.dtype)))




def distance_buckets():
    """
    Bucket of each distance -400 … 400 (index distance + 400), between a span and a candidate. A candidate after it: the words
    between; before it: the same made negative, minus one. Fine near by, logarithmic far away.
    """
    out = []
    for distance in range(-400, 401):
        size = abs(distance)
        step = size if size < 8 else min(31, 8 + math.floor(4 * math.log2(size / 8)))
        out.append(step + (32 if distance < 0 else 0))
    return out


BUCKETS = distance_buckets()


def load_pretrained(network, path):
    """Fills embeddings and layers from a BERT checkpoint (safetensors); the word layer begins as a copy of the last one."""
    from safetensors.torch import load_file

    old = load_file(path)
    old = {k.removeprefix("bert."): v for k, v in old.items()}
    new = {"word.weight": old["embeddings.word_embeddings.weight"], "position.weight": old["embeddings.position_embeddings.weight"],
           "token_type": old["embeddings.token_type_embeddings.weight"][0], "norm.weight": old["embeddings.LayerNorm.weight"], "norm.bias": old["embeddings.LayerNorm.bias"]}
    last = len(network.layers) - 1
    for i in range(last + 1):
        base = f"encoder.layer.{i}."
        for target in [f"layers.{i}."] + (["context_layer."] if i == last else []):
            for part in ("weight", "bias"):
                new[f"{target}qkv.{part}"] = torch.cat([old[f"{base}attention.self.{n}.{part}"] for n in ("query", "key", "value")])
                for mine, theirs in (("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"), ("up", "intermediate.dense"),
                                     ("down", "output.dense"), ("norm2", "output.LayerNorm")):
                    new[f"{target}{mine}.{part}"] = old[f"{base}{theirs}.{part}"]
    missing, unexpected = network.load_state_dict(new, strict=False)
    assert not unexpected, unexpected
    return missing
