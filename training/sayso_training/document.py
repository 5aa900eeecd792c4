"""One text as the training sees it: words with their features, and labels for the heads that its data set teaches."""
import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path


REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass
class Relation:
    """One attribution in word ranges [from, to). `source` and `cue` may be None."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: list[tuple[int, int]]


@dataclass
class Document:
    """Word-level labels are lists as long as `words`; a head that the data set does not teach is None."""

    id: str
    task: str
    words: list[str]
    gap: list[int]
    quote: list[int]
    #: Words at which a window may be cut; None = anywhere.
    cuts: list[int] | None = None
    start: list[int] | None = None
    xpos: list[str] | None = None
    lemma: list[str] | None = None
    head: list[int] | None = None
    relation: list[str] | None = None
    names: list[int] | None = None
    attribution: list[int] | None = None
    nested: list[int] | None = None
    kind: list[int] | None = None
    setting: list[int] | None = None
    relations: list[Relation] = field(default_factory=list)
    #: Statements inside statements, where they are annotated by hand.
    nested_relations: list[Relation] = field(default_factory=list)
    #: Whom each word that stands for somebody or something means, as a number; 0: not known, or it means nothing.
    meant: list[int] | None = None
    #: Words of `meant` for which whom they mean is to be found: heads of mentions. 1 or 0.
    asked: list[int] | None = None
    #: Words that name a happening: 0 not, 1 the first of a trigger, 2 another of it; type and status of triggers, MASK elsewhere.
    event_mark: list[int] | None = None
    event_type: list[int] | None = None
    event_status: list[int] | None = None
    #: (trigger, role, [ranges of what may fill it]).
    event_roles: list[tuple] = field(default_factory=list)
    #: True where links between source, cue and content are complete (PolNeAR, or weak labels when asked for).
    links: bool = False


def gaps(text, spans):
    """What stands before each word: 0 nothing, 1 space, 2 one line break, 3 more, or the text's beginning."""
    out = []
    before = None
    for start, end in spans:
        between = "\n\n" if before is None else text[before:start]
        breaks = between.count("\n")
        out.append(3 if breaks >= 2 else 2 if breaks == 1 else 1 if between else 0)
        before = end
    return out


def casing(word):
    """2 all capitals and longer than one letter, 1 first letter capital, 0 has a letter, 3 neither."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 3
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 2
    return 1 if letters[0].isupper() else 0


def utf16(text):
    """Offsets of code points in UTF-16 units: out[i] is where code point i begins; out[len(text)] is the end."""
    out, at = [], 0
    for c in text:
        out.append(at)
        at += 2 if ord(c) > 0xFFFF else 1
    out.append(at)
    return out


def read_words(texts):
    """
    Asks the product's own tokenizer, so that training and reading see the same words.

    `texts`: [(id, text, spans or None)] or, with a lemma a word, [(id, text, spans, lemmas)], in code points; None = find the words.
    Gives {id: (spans, quote states)} or {id: (spans, quote states, lemma rules)}, spans in code points again.
    """
    lines, back = [], {}
    for key, text, spans, *lemmas in texts:
        table = utf16(text)
        back[key] = {unit: i for i, unit in enumerate(table)}
        words = None if spans is None else [[table[s], table[e]] for s, e in spans]
        lines.append(json.dumps({"id": key, "text": text, "words": words} | ({"lemmas": lemmas[0]} if lemmas else {})))
    node = REPOSITORY / "node_modules" / ".bin" / "node"
    run = subprocess.run(
        [str(node), str(REPOSITORY / "training" / "words.ts")],
        input="\n".join(lines) + "\n", capture_output=True, text=True, encoding="utf-8", check=True,
    )
    out = {}
    for line in run.stdout.splitlines():
        row = json.loads(line)
        table = back[row["id"]]
        found = ([(table[s], table[e]) for s, e in row["words"]], row["quote"])
        out[row["id"]] = (*found, row["lemmaRules"]) if "lemmaRules" in row else found
    return out
