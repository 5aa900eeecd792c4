"""EWT and GUM: sentence starts, tags, lemmas, trees, names (EWT), and weak statements read off the gold trees."""
import json
import lzma
import random
from pathlib import Path

from .document import Document, gaps, read_words
from .event_labels import propbank_roles
from .labels import MASK, NAMES
from .weak import weak_statements


#: GUM's entity types in ours.
NAMED_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
TITLES = set("""president vice prime minister senator governor mayor mr mrs ms dr prof professor sir lord lady king queen prince princess pope bishop
general colonel captain major lieutenant sergeant judge justice chancellor secretary ambassador congressman congresswoman representative director
chairman chief officer detective inspector saint father sister brother""".split())
INSIDE_NAMES = {"of", "the", "for", "and", "&", "-", "de", "van", "von", "al", "bin", "'s", "’s"}


def names_of_entities(sentence, entities, at):
    """
    BIO of names in one sentence of GUM, whose first word is word `at` of the document. GUM marks whole noun phrases (“the
    president of the United States, Barack Obama”); the name is the run of proper nouns around the head. Proper nouns
    outside every such run may be names of other kinds, or parts: nobody knows, they are masked.
    """
    tokens, xpos = sentence["tokens"], sentence["xpos"]
    count = len(tokens)
    proper = [x.startswith("NNP") for x in xpos]
    out = [MASK if p else 0 for p in proper]
    sure = [e for e in entities if e["named"] and e["type"] in NAMED_TYPES and at <= e["start"] and e["end"] <= at + count]
    for entity in sorted(sure, key=lambda e: e["end"] - e["start"]):
        start, end, head = entity["start"] - at, entity["end"] - at, entity["head"] - at
        kind = NAMED_TYPES[entity["type"]]
        if not proper[head]:
            continue
        a, b = head, head + 1
        while b < end and (proper[b] or (kind == "ORG" and tokens[b] in INSIDE_NAMES and any(proper[b + 1:min(end, b + 3)]))):
            b += 1
        while a > start and (proper[a - 1] or (kind == "ORG" and tokens[a - 1] in INSIDE_NAMES and any(proper[max(start, a - 3):a - 1]))):
            a -= 1
        while kind == "PER" and a < b - 1 and tokens[a].rstrip(".").lower() in TITLES:
            a += 1
        if any(x > 0 for x in out[a:b]):
            continue
        for i in range(a, b):
            out[i] = NAMES.index(("B-" if i == a else "I-") + kind)
    return out


def meant_by_entities(sentence, entities, at):
    """The group of the shortest entity that each word of a sentence is the head of, 0 for none. GUM marks all that is spoken of, once mentioned or often."""
    count = len(sentence["tokens"])
    out = [0] * count
    for entity in sorted(entities, key=lambda e: e["start"] - e["end"]):
        if at <= entity["head"] < at + count:
            out[entity["head"] - at] = int(entity["group"]) + 1
    return out


def sentences_of(path):
    """-> {document id: [sentence]}"""
    out = {}
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if "sentences" in row:
                if row["split"] != "train" or row["redistributable_text"]:
                    at = 0
                    for sentence in row["sentences"]:
                        sentence["names"] = names_of_entities(sentence, row["entities"], at)
                        sentence["meant"] = meant_by_entities(sentence, row["entities"], at)
                        at += len(sentence["tokens"])
                    out[row["id"]] = row["sentences"]
            else:
                out.setdefault(row["id"].rsplit("-", 1)[0], []).append(row)
    return out


def join(sentences, seed):
    """
    The text of a document and the offsets of its words. Sentences are joined by a space; many headings (no mark at the
    end) and, now and then, any sentence is followed by a paragraph break. Never all headings: the network would learn that
    nothing begins after one without a break, as in pages whose layout is lost.
    """
    chance = random.Random(seed)
    text, spans = "", []
    for sentence in sentences:
        for word, space in zip(sentence["tokens"], sentence["space_after"]):
            spans.append((len(text), len(text) + len(word)))
            text += word + (" " if space else "")
        heading = sentence["tokens"][-1][-1].isalnum() and len(sentence["tokens"]) < 16
        text = text.rstrip(" ") + ("\n\n" if chance.random() < (0.4 if heading else 0.12) else " ")
    return text, spans


def label(name, sentences, text, spans, quote, lemma, lexicon, weak_outermost):
    columns = {k: [x for s in sentences for x in s[k]] for k in ("tokens", "xpos", "deprel")}
    start, head, cuts, names, weak = [], [], [], [], []
    for s in sentences:
        base = len(start)
        cuts.append(base)
        start += [1] + [0] * (len(s["tokens"]) - 1)
        head += [base + i if h == 0 else base + h - 1 for i, h in enumerate(s["head"])]
        other = s.get("ner_oth") or ["O"] * len(s["tokens"])
        known = s.get("ner")
        if known is None:
            names += s.get("names") or [MASK] * len(s["tokens"])
        else:
            names += [MASK if o != "O" else NAMES.index(n) for n, o in zip(known, other)]
        weak.append((base, weak_statements(s, lexicon)))
    document = Document(
        id=name, task="treebank", words=columns["tokens"], gap=gaps(text, spans), quote=quote, cuts=cuts,
        start=start, xpos=columns["xpos"], lemma=lemma, head=head, relation=columns["deprel"], names=names,
    )
    if "meant" in sentences[0]:
        document.meant = [x for s in sentences for x in s["meant"]]
        document.asked = [int(x > 0) for x in document.meant]
    document.event_roles = [role for base, s in zip(cuts, sentences) for role in propbank_roles(s, base)]
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
    # "_" stands where the treebank gives no lemma (half of a word that was written apart by mistake).
    lemmas = {name: [w if l in ("_", "") else l for s in ss for w, l in zip(s["tokens"], s["lemma"])] for name, ss in documents.items()}
    words = read_words([(name, *joined[name], lemmas[name]) for name in documents])
    return [
        label(name, ss, *joined[name], *words[name][1:], lexicon, weak_outermost) for name, ss in documents.items()
    ]
