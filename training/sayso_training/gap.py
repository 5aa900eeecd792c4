"""GAP's development set: a pronoun and two names of a paragraph of Wikipedia, each of which it means or not (Apache-2.0)."""
import csv
from pathlib import Path

from .document import Document, gaps, read_words
from .polnear import to_words

#: One in ten is kept to choose on, the same as in training/coreference-examples.ts.
HELD = 10


def load(path: Path, held):
    """`held`: the tenth that is kept, else the others."""
    with open(path, encoding="utf-8", newline="") as lines:
        rows = [row for i, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)) if (i % HELD == 0) == held]
    words = read_words([(row["ID"], row["Text"], None) for row in rows])
    return [label(row, *words[row["ID"]]) for row in rows]


def label(row, spans, quote):
    text = row["Text"]
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    meant, asked = [0] * len(spans), [0] * len(spans)
    right = [row[f"{name}-coref"].upper() == "TRUE" for name in "AB"]
    # The pronoun means 1, a name 2 or 3 where the pronoun does not mean it.
    for name, column, group in (("A", "A-offset", 1 if right[0] else 2), ("B", "B-offset", 1 if right[1] else 3), ("Pronoun", "Pronoun-offset", 1)):
        found = to_words((int(row[column]), int(row[column]) + len(row[name])), starts, ends)
        for i in range(*(found or (0, 0))):
            meant[i] = group
        if found:
            asked[found[0]] = 1
    return Document(id=row["ID"], task="gap", words=[text[s:e] for s, e in spans], gap=gaps(text, spans), quote=quote, meant=meant, asked=asked)
