"""The Sayso corpus: statements of Wikinews reports annotated by hand, both levels, with kind, venue, addressee (CC BY 4.0)."""
import csv
import json
from pathlib import Path

from .document import Document, Relation, gaps, read_words
from .labels import KIND, MASK, OUTERMOST_ROLES, ROLES, SETTINGS, spans_to_bio
from .event_labels import event_labels
from .polnear import to_words
from .quoted import places
from .weak import mark


def depth_of(statement, by_id):
    depth = 0
    while statement.get("inside") and depth < 9:
        statement, depth = by_id[statement["inside"]], depth + 1
    return depth


def label(record, text, spans, quote):
    starts, ends = [s for s, _ in spans], [e for _, e in spans]
    count = len(spans)
    by_id = {s["id"]: s for s in record["statements"]}
    kind, setting = [MASK] * count, [0] * count
    tagged, relations = {0: [], 1: []}, {0: [], 1: []}
    for statement in record["statements"]:
        parts = {r: [w for w in (to_words(p, starts, ends) for p in places(text, statement.get(r))) if w] for r in (*ROLES, *SETTINGS)}
        for part in parts["cue"]:
            for i in range(*part):
                kind[i] = KIND.index(statement["kind"])
        for role in SETTINGS:
            for a, b in parts[role]:
                if not any(setting[a:b]):
                    mark(setting, role, a, b)
        # The network has two levels; statements that lie deeper are left to the rules.
        level = depth_of(statement, by_id)
        if level > 1:
            continue
        for role in ("cue", "source", "content"):
            name = "sourceless" if role == "cue" and level == 0 and not parts["source"] else role
            tagged[level] += [(name, *part) for part in parts[role]]
        relations[level].append(Relation(parts["source"][0] if parts["source"] else None, parts["cue"][0] if parts["cue"] else None, parts["content"]))
    meant, asked = meant_by_entities(record, text, starts, ends)
    event_mark, event_type, event_status, event_roles = event_labels(record, text, starts, ends)
    return Document(
        id=record["doc"], task="attribution", words=[text[s:e] for s, e in spans], gap=gaps(text, spans), quote=quote,
        attribution=spans_to_bio(tagged[0], OUTERMOST_ROLES, count), nested=spans_to_bio(tagged[1], ROLES, count),
        kind=kind, setting=setting, relations=relations[0], nested_relations=relations[1], links=True,
        meant=meant, asked=asked, event_mark=event_mark, event_type=event_type, event_status=event_status, event_roles=event_roles,
    )


#: Words behind which a nominal's head no longer stands: “the minister of defence”, “a man who fled”.
BEHIND_HEAD = {"of", "for", "in", "at", "from", "to", "who", "which", "that", "on", "with", "by", ",", "(", "and"}


def meant_by_entities(record, text, starts, ends):
    """Document.meant and .asked: of a name all its words, of a nominal the one before “of”; the corpus marks no heads."""
    meant, asked = [0] * len(starts), [0] * len(starts)
    groups = [(e["id"], places(text, e["mentions"])) for e in record["entities"]]
    groups += [(s["speaker"], places(text, s.get("source"))) for s in record["statements"] if s.get("speaker")]
    number = {key: i + 1 for i, key in enumerate(dict.fromkeys(key for key, _ in groups))}
    mentions = {(p, number[key]) for key, found in groups for p in found}
    for part, group in sorted(mentions, key=lambda m: m[0][0] - m[0][1]):
        found = to_words(part, starts, ends)
        if found is None:
            continue
        a, b = found
        words = [text[starts[i]:ends[i]] for i in range(a, b)]
        end = next((i for i, w in enumerate(words) if i > 0 and w.lower() in BEHIND_HEAD), len(words))
        capital = [i for i in range(end) if words[i][0].isupper() and words[i].lower() not in ("the", "a", "an")]
        whole = capital if words[end - 1][0].isupper() and capital else [end - 1]
        for i in whole:
            meant[a + i] = group
            asked[a + i] = int(i == whole[0])
    return meant, asked


def load(folder: Path, split):
    """The annotated reports of one split of reports.tsv."""
    with open(folder / "reports.tsv", encoding="utf-8", newline="") as lines:
        ids = [row["id"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["split"] == split]
    ids = [i for i in ids if (folder / "reports" / f"{i}.json").exists()]
    texts = {i: (folder / "reports" / f"{i}.txt").read_bytes().decode("utf-8") for i in ids}
    words = read_words([(i, text, None) for i, text in texts.items()])
    return [label(json.loads((folder / "reports" / f"{i}.json").read_text(encoding="utf-8")), texts[i], *words[i]) for i in ids]


def forget_weak_labels(document):
    """
    Kinds, venues, addressees and statements inside statements that rules made up: hand-made labels know better, and
    what the rules overlooked would teach that nothing is there. That nothing is nested outside all statements stays.
    """
    count = len(document.words)
    if document.kind is not None:
        document.kind = [MASK] * count
    if document.setting is not None:
        document.setting = [MASK] * count
    if document.task == "treebank" and document.nested is not None:
        document.nested = [MASK] * count
