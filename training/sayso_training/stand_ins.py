"""
What the network sees in place of names, and of she (decisions 13 and 23): src/lexicon/stand-ins.ts is asked, so that training sees what reading will see.
"""
import json
import subprocess
from dataclasses import replace
from functools import cache

from .document import REPOSITORY, Relation


@cache
def asked():
    node = REPOSITORY / "node_modules" / ".bin" / "node"
    return subprocess.Popen([str(node), str(REPOSITORY / "training" / "stand-ins.ts")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")


def stand_ins(words):
    """[word] of one document -> [word to look up], as many, and the names that are one word: [{from, to, anchor, seen}]"""
    process = asked()
    process.stdin.write(json.dumps(words) + "\n")
    process.stdin.flush()
    seen = json.loads(process.stdout.readline())
    return seen["words"], seen["names"]


def as_seen(document):
    """The document as reading shows it to the network, with its labels: names of several words are one."""
    words, names = stand_ins(document.words)
    names = [n for n in names if max(document.gap[n["from"] + 1:n["to"]]) < 2 and not is_parted(document, n["from"], n["to"]) and not is_cut(document, n["from"], n["to"])]
    if not names:
        return replace(document, words=words)
    anchor = list(range(len(words)))
    for name in names:
        anchor[name["from"]:name["to"]] = [name["anchor"]] * (name["to"] - name["from"])
        words[name["anchor"]] = name["seen"]
    kept = [i for i, a in enumerate(anchor) if a == i]
    place = {i: k for k, i in enumerate(kept)}
    new = [place[a] for a in anchor]
    stretch = {n["anchor"]: range(n["from"], n["to"]) for n in names}
    parts = lambda i: stretch.get(i, (i,))

    def column(values, choose=lambda values, i: values[i]):
        return None if values is None else [choose(values, i) for i in kept]

    first = lambda values, i: next((values[j] for j in parts(i) if values[j] > 0), values[i])
    move = lambda part: part and (new[part[0]], new[part[1] - 1] + 1)
    moved = lambda relations: [Relation(move(r.source), move(r.cue), [move(part) for part in r.content]) for r in relations]
    head = relation = None
    if document.head is not None:
        # The word of a name that hangs on something else is the one that tells how the whole hangs; a root's head is itself.
        outer = {i: next((j for j in parts(i) if document.head[j] == j or document.head[j] not in parts(i)), i) for i in kept}
        head = [k if document.head[outer[i]] == outer[i] else (document.head[outer[i]] if document.head[outer[i]] < 0 else new[document.head[outer[i]]]) for k, i in enumerate(kept)]
        relation = [document.relation[outer[i]] for i in kept]
    return replace(
        document, words=column(words), gap=column(document.gap, lambda gap, i: gap[parts(i)[0]]), quote=column(document.quote),
        cuts=document.cuts and sorted({new[c] if c < len(new) else len(kept) for c in document.cuts}),
        start=column(document.start, lambda start, i: max(start[j] for j in parts(i))), xpos=column(document.xpos), lemma=column(document.lemma), head=head, relation=relation,
        names=column(document.names, first), attribution=column(document.attribution, first), nested=column(document.nested, first), kind=column(document.kind),
        setting=column(document.setting, first), meant=column(document.meant, first), asked=column(document.asked, first),
        event_mark=column(document.event_mark, first), event_type=column(document.event_type), event_status=column(document.event_status),
        relations=moved(document.relations), nested_relations=moved(document.nested_relations),
        event_roles=[(move(trigger), role, [move(part) for part in fillers]) for trigger, role, fillers in document.event_roles],
    )


def is_parted(document, start, end):
    """Whether a sentence begins within a name: a row of names in a letter."""
    return document.start is not None and any(s == 1 for s in document.start[start + 1:end])


def is_cut(document, start, end):
    """Whether a stretch of the labels holds some words of a name and not others; its article does not count."""
    stretches = [part for r in document.relations + document.nested_relations for part in (r.source, r.cue, *r.content) if part]
    stretches += [part for trigger, _, fillers in document.event_roles for part in (trigger, *fillers)]
    return any(a < end and start < b and not (a <= start + 1 and end <= b) and not (start <= a and b <= end) for a, b in stretches)
