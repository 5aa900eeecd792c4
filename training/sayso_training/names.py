"""Names in Wikipedia (wikigold) and in political articles (CrossNER): only the names head learns from these."""
from pathlib import Path

from .document import Document, read_words, gaps
from .labels import MASK, NAMES

#: CrossNER's types in ours; events and elections are no names of ours.
CROSSNER = {
    "person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG",
    "country": "LOC", "location": "LOC",
}


def sentences(path, separator):
    rows = []
    for line in path.read_text(encoding="utf-8").split("\n") + [""]:
        if line.strip():
            word, tag = line.rstrip("\n").split(separator)[0], line.split(separator)[-1].strip()
            if word != "-DOCSTART-":
                rows.append((word, tag))
        elif rows:
            yield rows
            rows = []


def tags(rows, table):
    """IOB of any flavour -> our BIO classes; types that we do not know become O, "misc" and the like are masked."""
    out, before = [], "O"
    for _, tag in rows:
        kind = table.get(tag[2:], None) if tag != "O" else "O"
        if tag == "O":
            out.append(0)
        elif kind is None:
            out.append(MASK)
        else:
            first = tag[0] == "B" or before[2:] != tag[2:] or before == "O"
            out.append(NAMES.index(("B-" if first else "I-") + kind))
        before = tag
    return out


def space_between(left, right):
    """Wikipedia text comes without its spaces: put them back as a printer would."""
    return not (right in {".", ",", ";", ":", ")", "!", "?", "'s", "n't", "%", "''"} or left in {"(", "$", "``"} or right.startswith("'"))


def load(wikigold: Path, crossner: Path):
    found = [("wikigold", list(sentences(wikigold, " ")), {"PER": "PER", "ORG": "ORG", "LOC": "LOC"})]
    for split in ("train", "dev", "test"):
        found.append((f"crossner-{split}", list(sentences(crossner / f"{split}.txt", "\t")), CROSSNER))
    pending = []
    for name, groups, table in found:
        # Twenty sentences make a document: whole ones of these sets are not to be had.
        for at in range(0, len(groups), 20):
            text, spans, labels = "", [], []
            for rows in groups[at:at + 20]:
                words = [word for word, _ in rows]
                labels += tags(rows, table)
                for i, word in enumerate(words):
                    spans.append((len(text), len(text) + len(word)))
                    text += word + (" " if i + 1 < len(words) and space_between(word, words[i + 1]) else "")
                text += " "
            pending.append((f"{name}-{at}", text, spans, labels))
    words = read_words([(name, text, spans) for name, text, spans, _ in pending])
    return [
        Document(id=name, task="names", words=[text[s:e] for s, e in spans], gap=gaps(text, spans), quote=words[name][1], names=labels)
        for name, text, spans, labels in pending
    ]
