"""EWT and GUM: sentence starts, tags, lemmas, trees, names (EWT), and weak statements read off the gold trees."""
import json
import lzma
import random
from pathlib import Path

from .document import Document, gaps, read_words
from .labels import MASK, NAMES
from .weak import weak_statements


def lemma_rule(word, lemma):
    """
    How the lemma is made from the word: "l3|y" = lower-case, cut three letters, append y (families → family);
    "k0|" = as printed; "=be" = the whole word is replaced.
    """
    if lemma == "_" or not lemma:
        return None
    keep = lemma != lemma.lower()
    base = word if keep else word.lower()
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0 or len(base) - shared > 6:
        return "=" + lemma
    return f"{'k' if keep else 'l'}{len(base) - shared}|{lemma[shared:]}"


def sentences_of(path):
    """-> {document id: [sentence]}"""
    out = {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "sentences" in row:
                if row["split"] != "train" or row["redistributable_text"]:
                    out[row["id"]] = row["sentences"]
            else:
                out.setdefault(row["id"].rsplit("-", 1)[0], []).append(row)
    return out


def join(sentences, seed):
    """
    The text of a document and the offsets of its words. Sentences are joined by a space;
    a heading (no mark at its end) and, now and then, any sentence is followed by a paragraph break.
    """
    chance = random.Random(seed)
    text, spans = "", []
    for sentence in sentences:
        for word, space in zip(sentence["tokens"], sentence["space_after"]):
            spans.append((len(text), len(text) + len(word)))
            text += word + (" " if space else "")
        heading = sentence["tokens"][-1][-1].isalnum() and len(sentence["tokens"]) < 16
        text = text.rstrip(" ") + ("\n\n" if heading or chance.random() < 0.12 else " ")
    return text, spans


def label(name, sentences, text, spans, quote, lexicon, weak_outermost):
    columns = {k: [x for s in sentences for x in s[k]] for k in ("tokens", "xpos", "deprel")}
    start, head, cuts, lemma, names, weak = [], [], [], [], [], []
    for s in sentences:
        base = len(start)
        cuts.append(base)
        start += [1] + [0] * (len(s["tokens"]) - 1)
        head += [base + i if h == 0 else base + h - 1 for i, h in enumerate(s["head"])]
        lemma += [lemma_rule(w, l) for w, l in zip(s["tokens"], s["lemma"])]
        other = s.get("ner_oth") or ["O"] * len(s["tokens"])
        known = s.get("ner")
        names += [MASK if known is None or o != "O" else NAMES.index(n) for n, o in zip(known or s["tokens"], other)]
        weak.append((base, weak_statements(s, lexicon)))
    document = Document(
        id=name, task="treebank", words=columns["tokens"], gap=gaps(text, spans), quote=quote, cuts=cuts,
        start=start, xpos=columns["xpos"], lemma=lemma, head=head, relation=columns["deprel"], names=names,
    )
    for base, statements in weak:
        statements.write(document, base, weak_outermost)
    return document


def load(paths: list[Path], lexicon, weak_outermost, seed=7):
    """
    `weak_outermost`: also take outermost statements from the trees. Only where PolNeAR is left out:
    its conventions are other than those of the rules.
    """
    documents = {name: ss for path in paths for name, ss in sentences_of(path).items()}
    joined = {name: join(ss, f"{seed}:{name}") for name, ss in documents.items()}
    words = read_words([(name, *joined[name]) for name in documents])
    return [
        label(name, ss, *joined[name], words[name][1], lexicon, weak_outermost) for name, ss in documents.items()
    ]
